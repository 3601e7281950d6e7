# %% right: in a row
comparison_table = dict(enumerate("cadbcadbcadb", start=1))


# %% right: capital letters with spaces
comparison_table = {
    1: " C ",
    2: " A ",
    3: " D ",
    4: " B ",
    5: " C ",
    6: " A ",
    7: " D ",
    8: " B ",
    9: " C ",
    10: " A ",
    11: " D ",
    12: " B ",
}


# %% right: zipped, in reverse
comparison_table = dict(zip(range(12, 0, -1), "bdacbdacbdac", strict=True))


# %% wrong: row 1, a
# says: 1: Convolutions along time read the drives as well as the LSTM did.
comparison_table = dict(enumerate("aadbcadbcadb", start=1))


# %% wrong: row 1, b
# says: 1: Mix the pixels, and a CNN loses: it lives on neighbours.
comparison_table = dict(enumerate("badbcadbcadb", start=1))


# %% wrong: row 1, d
# says: 1: Channels are possible, not needed: the signs had one, the drives had no colour at all.
comparison_table = dict(enumerate("dadbcadbcadb", start=1))


# %% wrong: row 2, b
# says: 2: Convolutions read sequences too, and so does a mean over all steps.
comparison_table = dict(enumerate("cbdbcadbcadb", start=1))


# %% wrong: row 2, c
# says: 2: It reads the steps one after the other: the order is what it can use.
comparison_table = dict(enumerate("ccdbcadbcadb", start=1))


# %% wrong: row 2, d
# says: 2: Your drives were sequences, and no text.
comparison_table = dict(enumerate("cddbcadbcadb", start=1))


# %% wrong: row 3, a
# says: 3: The CNN with a global maximum took 20 x 30 pixels after training on 12 x 12.
comparison_table = dict(enumerate("caabcadbcadb", start=1))


# %% wrong: row 3, b
# says: 3: Pooling slides a window and takes any size.
comparison_table = dict(enumerate("cabbcadbcadb", start=1))


# %% wrong: row 3, c
# says: 3: Channels are another axis: they do not fix height and width.
comparison_table = dict(enumerate("cacbcadbcadb", start=1))


# %% wrong: row 4, a
# says: 4: A convolution gives an answer at every place, and a longer input has more places.
comparison_table = dict(enumerate("cadacadbcadb", start=1))


# %% wrong: row 4, c
# says: 4: The stride divides the length; it does not fix it.
comparison_table = dict(enumerate("cadccadbcadb", start=1))


# %% wrong: row 4, d
# says: 4: Nobody asks: the sizes of the input, the kernels and the strides settle it.
comparison_table = dict(enumerate("caddcadbcadb", start=1))


# %% wrong: row 5, a
# says: 5: It takes them, but look at its accuracy after 36 steps of standstill.
comparison_table = dict(enumerate("cadbaadbcadb", start=1))


# %% wrong: row 5, b
# says: 5: The cell is used again at each step; the length is not in its weights.
comparison_table = dict(enumerate("cadbbadbcadb", start=1))


# %% wrong: row 5, d
# says: 5: The units are the size of the state. The cell can run for ever.
comparison_table = dict(enumerate("cadbdadbcadb", start=1))


# %% wrong: row 6, b
# says: 6: Information goes from one layer to the next, and never back.
comparison_table = dict(enumerate("cadbcbdbcadb", start=1))


# %% wrong: row 6, c
# says: 6: In training, errors are passed back to change weights; in use and in training the picture goes forward only.
comparison_table = dict(enumerate("cadbccdbcadb", start=1))


# %% wrong: row 6, d
# says: 6: Pooling is a step forward like the others.
comparison_table = dict(enumerate("cadbcddbcadb", start=1))


# %% wrong: row 7, a
# says: 7: Sixteen numbers cannot hold forty readings: something has to go.
comparison_table = dict(enumerate("cadbcaabcadb", start=1))


# %% wrong: row 7, b
# says: 7: The weights are learned in training and the same for all sequences; what it knows of this one is in the state.
comparison_table = dict(enumerate("cadbcabbcadb", start=1))


# %% wrong: row 7, c
# says: 7: It can keep one thing for long and forget another at once: it is not a list of the last steps.
comparison_table = dict(enumerate("cadbcacbcadb", start=1))


# %% wrong: row 8, a
# says: 8: The recurrent cell is used again at every step: that is sharing, too.
comparison_table = dict(enumerate("cadbcadacadb", start=1))


# %% wrong: row 8, c
# says: 8: The kernel is used again at every place: that is sharing, too.
comparison_table = dict(enumerate("cadbcadccadb", start=1))


# %% wrong: row 8, d
# says: 8: Compare with the fully connected layer in part 2, which shares nothing.
comparison_table = dict(enumerate("cadbcaddcadb", start=1))


# %% wrong: row 9, a
# says: 9: Your stack answered well up to lag 14.
comparison_table = dict(enumerate("cadbcadbaadb", start=1))


# %% wrong: row 9, b
# says: 9: From lag 15 on your stack knew nothing.
comparison_table = dict(enumerate("cadbcadbbadb", start=1))


# %% wrong: row 9, d
# says: 9: Pooling changes how far it sees, not whether.
comparison_table = dict(enumerate("cadbcadbdadb", start=1))


# %% wrong: row 10, b
# says: 10: A source can be wrong; its own reference finds no winner.
comparison_table = dict(enumerate("cadbcadbcbdb", start=1))


# %% wrong: row 10, c
# says: 10: With too short a memory the simple RNN lost, too.
comparison_table = dict(enumerate("cadbcadbccdb", start=1))


# %% wrong: row 10, d
# says: 10: The fully connected network had the most parameters and lost on pixels in place.
comparison_table = dict(enumerate("cadbcadbcddb", start=1))


# %% wrong: row 11, a
# says: 11: The LSTM uses tanh twice and carried a value through 39 steps.
comparison_table = dict(enumerate("cadbcadbcaab", start=1))


# %% wrong: row 11, b
# says: 11: The simple RNN's answer was blurred, and longer lags are harder to learn.
comparison_table = dict(enumerate("cadbcadbcabb", start=1))


# %% wrong: row 11, c
# says: 11: Yours explained nearly all of the limit at lag 39.
comparison_table = dict(enumerate("cadbcadbcacb", start=1))


# %% wrong: row 12, a
# says: 12: Part 10 names two other kinds of networks that do.
comparison_table = dict(enumerate("cadbcadbcada", start=1))


# %% wrong: row 12, c
# says: 12: An LSTM is an RNN: what else is there?
comparison_table = dict(enumerate("cadbcadbcadc", start=1))


# %% wrong: row 12, d
# says: 12: They can, and for years did.
comparison_table = dict(enumerate("cadbcadbcadd", start=1))


# %% wrong: last one not answered
# says: 12: not answered yet.
comparison_table = dict(enumerate("cadbcadbcad", start=1))
comparison_table[12] = ...


# %% wrong: last one left out
# says: 12: this question is missing
comparison_table = dict(enumerate("cadbcadbcad", start=1))


# %% wrong: words in place of letters
# says: is none of the choices
comparison_table = dict.fromkeys(range(1, 13), "it depends")


# %% wrong: numbered from 0
# says: There is no question under one of the labels
comparison_table = dict(enumerate("cadbcadbcadb"))


# %% wrong: a list
# says: but this is a list
comparison_table = list("cadbcadbcadb")


# %% wrong: always a
# says: 3 of 12 right
comparison_table = dict.fromkeys(range(1, 13), "a")


# %% wrong: always b
# says: 3 of 12 right
comparison_table = dict.fromkeys(range(1, 13), "b")


# %% wrong: always c
# says: 3 of 12 right
comparison_table = dict.fromkeys(range(1, 13), "c")


# %% wrong: always d
# says: 3 of 12 right
comparison_table = dict.fromkeys(range(1, 13), "d")


# %% wrong: all letters at once
# says: is none of the choices
comparison_table = dict.fromkeys(range(1, 13), "abcd")


# %% wrong: nothing answered
# says: no question is answered yet
comparison_table = dict.fromkeys(range(1, 13), ...)
