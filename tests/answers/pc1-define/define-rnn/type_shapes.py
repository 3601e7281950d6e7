# %% right: tuples
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (1,), False),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% right: lists, computed
steps = 90 * 10
type_shapes = dict(
    a=[[3], [6], None],
    b=[[128], [12, 500], True],
    c=[[steps, 4], [1], False],
    d=[[steps, 4], [steps, 3], True],
    e=[[15, 50], [9, 800], True],
)


# %% right: filled in one by one
type_shapes = {}
type_shapes["e"] = (15, 50), (9, 800), True
for letter, answer in [("c", ((1,), False)), ("d", ((900, 3), True))]:
    type_shapes[letter] = ((900, 4), *answer)
type_shapes["b"] = ((2**7,), (12, 500), True)
type_shapes["a"] = ((3,), (6,), None)


# %% wrong: an answer at each step for c
# says: only one comes, at the end
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (900, 1), True),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: seconds counted
# says: the seconds are counted, not the steps
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((90, 4), (1,), False),
    "d": ((90, 4), (90, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: axes swapped
# says: the axes of a shape are swapped
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (500, 12), True),
    "c": ((4, 900), (1,), False),
    "d": ((4, 900), (3, 900), True),
    "e": ((50, 15), (800, 9), True),
}


# %% wrong: the output of d is made once
# says: row d
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (1,), False),
    "d": ((900, 4), (3,), False),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: e writes as many words as it reads
# says: input and output have steps of their own
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (1,), False),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (15, 800), True),
}


# %% wrong: a sequence taken for the one input
# says: is the input a sequence?
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((12, 128), (12, 500), True),
    "c": ((900, 4), (1,), False),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: numbers in place of shapes
# says: needs its comma
type_shapes = {
    "a": (3, 6, None),
    "b": (128, (12, 500), True),
    "c": ((900, 4), 1, False),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: c returns all states
# says: one answer at the end needs the last state only
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (1,), True),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: e thought of as its encoder
# says: the decoder makes the answers
type_shapes = {
    "a": ((3,), (6,), None),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (1,), False),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), False),
}


# %% wrong: a recurrent layer for one moment
# says: no recurrent layer and nothing to return
type_shapes = {
    "a": ((3,), (6,), False),
    "b": ((128,), (12, 500), True),
    "c": ((900, 4), (1,), False),
    "d": ((900, 4), (900, 3), True),
    "e": ((15, 50), (9, 800), True),
}


# %% wrong: with the batch
# says: the batch is in the shapes
type_shapes = {
    "a": ((None, 3), (None, 6), None),
    "b": ((None, 128), (None, 12, 500), True),
    "c": ((None, 900, 4), (None, 1), False),
    "d": ((None, 900, 4), (None, 900, 3), True),
    "e": ((None, 15, 50), (None, 9, 800), True),
}


# %% wrong: not filled in
# says: is not filled in
type_shapes = dict.fromkeys("abcde", ...)
