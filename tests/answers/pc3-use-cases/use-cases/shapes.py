# %% right: sizes worked out
shapes = {
    "drowsiness": ((10 * 30, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((4 * 20, 2), False, (1,)),
    "voice": ((1000 // 10, 40), False, (10,)),
    "traffic": ((2 * 7 * 24, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}


# %% right: lists in place of tuples
shapes = {
    "drowsiness": [[300, 24], False, [1]],
    "intrusion": [[500, 11], True, [500, 1]],
    "steering": [[80, 2], False, [1]],
    "voice": [[100, 40], False, [10]],
    "traffic": [[336, 3], False, [6]],
    "parts": [[None, 50], True, [None, 4]],
}


# %% right: NumPy numbers and truth values
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes = {
    k: (
        tuple(n and np.int64(n) for n in a),
        np.bool_(s),
        tuple(n and np.int64(n) for n in o),
    )
    for k, (a, s, o) in shapes.items()
}


# %% right: read off Keras models
def build(steps, size, every, units):
    return keras.Sequential(
        [
            keras.Input((steps, size)),
            keras.layers.GRU(2, return_sequences=every),
            keras.layers.Dense(units),
        ]
    )


shapes = {}
for key, steps, size, every, units in [
    ("drowsiness", 300, 24, False, 1),
    ("intrusion", 500, 11, True, 1),
    ("steering", 80, 2, False, 1),
    ("voice", 100, 40, False, 10),
    ("traffic", 336, 3, False, 6),
    ("parts", None, 50, True, 4),
]:
    model = build(steps, size, every, units)
    shapes[key] = (model.input_shape[1:], every, model.output_shape[1:])


# %% wrong: axes swapped
# says: drowsiness, input: the axes are in another order
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["drowsiness"] = ((24, 300), False, (1,))


# %% wrong: batch axis written down
# says: steering, input: the first axis is one too many: the batch axis is left out
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["steering"] = ((None, 80, 2), False, (None, 1))


# %% wrong: no axis for the numbers at each step
# says: intrusion, output: the axis for the numbers at each step is missing
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["intrusion"] = ((500, 11), True, (500,))


# %% wrong: one answer for all messages
# says: intrusion, output: There is an answer for each message.
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["intrusion"] = ((500, 11), True, (1,))


# %% wrong: only the last state for all messages
# says: intrusion, return_sequences: is an answer wanted at each step
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["intrusion"] = ((500, 11), False, (500, 1))


# %% wrong: all states for one answer
# says: voice, return_sequences: is an answer wanted at each step
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["voice"] = ((100, 40), True, (10,))


# %% wrong: an answer at each spectrum
# says: voice, output: the first axis is one too many
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["voice"] = ((100, 40), True, (100, 10))


# %% wrong: seconds in place of steps
# says: drowsiness, input: How many pictures are ten seconds?
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["drowsiness"] = ((10, 24), False, (1,))


# %% wrong: days in place of hours
# says: traffic, input: How many hours are two weeks?
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["traffic"] = ((14, 3), False, (6,))


# %% wrong: six steps out of one dense layer
# says: traffic, output: the last axis is one too many
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["traffic"] = ((336, 3), False, (6, 1))


# %% wrong: fixed length for words
# says: parts, input: A length that is not fixed is written None
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["parts"] = ((20, 50), True, (20, 4))


# %% wrong: axes of the words swapped
# says: parts, output: the axes are in another order
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["parts"] = ((None, 50), True, (4, None))


# %% wrong: a number in place of a shape
# says: steering, output: a tuple of whole numbers or None is expected
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["steering"] = ((80, 2), False, 1)


# %% wrong: words in place of True
# says: drowsiness, return_sequences: is an answer wanted
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["drowsiness"] = ((300, 24), "no", (1,))


# %% wrong: two parts only
# says: voice: a tuple of three is expected
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["voice"] = ((100, 40), (10,))


# %% wrong: one task not answered
# says: parts: not answered yet.
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["parts"] = ...


# %% wrong: a task that there is not
# says: There is no task under one of the keys
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["horn"] = ((1,), True, (1,))


# %% wrong: a list
# says: should be a dictionary
shapes = [
    ((300, 24), False, (1,)),
    ((500, 11), True, (500, 1)),
    ((80, 2), False, (1,)),
    ((100, 40), False, (10,)),
    ((336, 3), False, (6,)),
    ((None, 50), True, (None, 4)),
]


# %% wrong: True everywhere and nothing else
# says: drowsiness, input: a tuple of whole numbers or None
shapes = dict.fromkeys(
    ["drowsiness", "intrusion", "steering", "voice", "traffic", "parts"],
    (None, True, None),
)


# %% wrong: fractions as numbers of steps
# says: drowsiness, input: a tuple of whole numbers or None
shapes = {
    "drowsiness": ((300, 24), False, (1,)),
    "intrusion": ((500, 11), True, (500, 1)),
    "steering": ((80, 2), False, (1,)),
    "voice": ((100, 40), False, (10,)),
    "traffic": ((336, 3), False, (6,)),
    "parts": ((None, 50), True, (None, 4)),
}
shapes["drowsiness"] = ((300.0, 24), False, (1,))
