# %% right: Counter
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ["", "[UNK]"] + [word for word, _ in ranking[: size - 2]]


# %% right: alphabet first, then a stable sort by count
def vocabulary(texts, size):
    every = " ".join(texts).lower().split()
    words = sorted(set(every))
    words.sort(key=every.count, reverse=True)
    return (["", "[UNK]"] + words)[:size]


# %% right: np.unique
def vocabulary(texts, size):
    every = [word for text in texts for word in text.casefold().split()]
    words, counts = np.unique(every, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return ["", "[UNK]", *[str(words[i]) for i in order]][:size]


# %% wrong: capital letters kept
# says: capital letters make another word
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.split())
    return ["", "[UNK]", *sorted(counts, key=lambda w: (-counts[w], w))][:size]


# %% wrong: special entries on top
# says: the two special entries come on top of `size`
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return ["", "[UNK]", *sorted(counts, key=lambda w: (-counts[w], w))[:size]]


# %% wrong: no special entries
# says: the two entries for padding and unknown are missing
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return sorted(counts, key=lambda w: (-counts[w], w))[:size]


# %% wrong: swapped
# says: padding and unknown are swapped
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return ["[UNK]", "", *sorted(counts, key=lambda w: (-counts[w], w))][:size]


# %% wrong: most_common
# says: equally frequent words stand in the order in which they were seen
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return ["", "[UNK]", *(word for word, _ in counts.most_common())][:size]


# %% wrong: alphabetical
# says: the words are in alphabetical order
def vocabulary(texts, size):
    return ["", "[UNK]", *sorted({w for t in texts for w in t.lower().split()})][:size]


# %% wrong: rarest first
# says: the rarest words come first
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return ["", "[UNK]", *sorted(counts, key=lambda w: (counts[w], w))][:size]


# %% wrong: one too few
# says: one word is missing at the end
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return ["", "[UNK]", *sorted(counts, key=lambda w: (-counts[w], w))][:size][:-1]


# %% wrong: size ignored
# says: `size` is not used
from collections import Counter


def vocabulary(texts, size):
    counts = Counter(word for text in texts for word in text.lower().split())
    return ["", "[UNK]", *sorted(counts, key=lambda w: (-counts[w], w))]


# %% wrong: the example from paper
# says: vocabulary
def vocabulary(texts, size):
    return ["", "[UNK]", "car", "the", "stop"]
