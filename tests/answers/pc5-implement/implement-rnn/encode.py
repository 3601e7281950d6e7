# %% right: list.index
def encode(texts, words, length):
    table = []
    for text in texts:
        row = [words.index(w) if w in words else 1 for w in text.lower().split()]
        table.append((row + [0] * length)[:length])
    return np.array(table, dtype=int)


# %% right: a Keras layer
def encode(texts, words, length):
    layer = keras.layers.TextVectorization(
        standardize="lower", vocabulary=list(words[2:]), output_sequence_length=length
    )
    return layer(tf.constant(list(texts))).numpy()


# %% right: pad_sequences
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return keras.utils.pad_sequences(
        rows, maxlen=length, padding="post", truncating="post"
    )


# %% wrong: pad_sequences as it comes
# says: long texts lose their beginning, and the padding stands in front
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return keras.utils.pad_sequences(rows, maxlen=length)


# %% wrong: padding in front
# says: the padding stands in front
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return keras.utils.pad_sequences(rows, maxlen=length, truncating="post")


# %% wrong: beginning cut off
# says: long texts lose their beginning
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return keras.utils.pad_sequences(rows, maxlen=length, padding="post")


# %% wrong: unknown is 0
# says: unknown words become 0
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 0) for word in text.lower().split()] for text in texts]
    return np.array([(row + [0] * length)[:length] for row in rows])


# %% wrong: unknown left out
# says: unknown words are left out
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number[w] for w in text.lower().split() if w in number] for text in texts]
    return np.array([(row + [0] * length)[:length] for row in rows])


# %% wrong: capital letters
# says: capital letters make another word
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.split()] for text in texts]
    return np.array([(row + [0] * length)[:length] for row in rows])


# %% wrong: counted from 1
# says: the numbers start one too high
def encode(texts, words, length):
    number = {word: place for place, word in enumerate(words, start=1)}
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return np.array([(row + [0] * length)[:length] for row in rows])


# %% wrong: padded with 1
# says: the padding is 1
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return np.array([(row + [1] * length)[:length] for row in rows])


# %% wrong: floats
# says: type
def encode(texts, words, length):
    number = dict(zip(words, range(len(words))))
    rows = [[number.get(word, 1) for word in text.lower().split()] for text in texts]
    return np.array([(row + [0] * length)[:length] for row in rows], dtype="float32")


# %% wrong: zeros
# says: zero
def encode(texts, words, length):
    return np.zeros((len(texts), length), dtype="int32")
