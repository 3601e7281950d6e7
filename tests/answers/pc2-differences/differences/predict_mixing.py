# %% right: in a row
predict_mixing = dict(enumerate("abbccaa", start=1))


# %% right: capital letters with spaces
predict_mixing = {
    1: " A ",
    2: " B ",
    3: " B ",
    4: " C ",
    5: " C ",
    6: " A ",
    7: " A ",
}


# %% right: zipped, in reverse
predict_mixing = dict(zip(range(7, 0, -1), "aaccbba", strict=True))


# %% wrong: line 1, b
# says: 1: A fully connected layer has a weight of its own for each pixel. Where that pixel stands makes no difference to it.
predict_mixing = dict(enumerate("bbbccaa", start=1))


# %% wrong: line 1, c
# says: 1: Mixing always in the same way only renames the pixels, and a fully connected layer does not mind the names.
predict_mixing = dict(enumerate("cbbccaa", start=1))


# %% wrong: line 2, a
# says: 2: The kernels look at neighbours, and the neighbours no longer belong together.
predict_mixing = dict(enumerate("aabccaa", start=1))


# %% wrong: line 2, c
# says: 2: No information is lost, and the layer behind the flattening still has a weight for each place of each map.
predict_mixing = dict(enumerate("acbccaa", start=1))


# %% wrong: line 3, a
# says: 3: This network owes its accuracy to patterns of neighbours, and they are gone.
predict_mixing = dict(enumerate("abaccaa", start=1))


# %% wrong: line 3, c
# says: 3: It is hit hardest, but not to guessing: how many bright pixels stand close together by luck still differs between the signs.
predict_mixing = dict(enumerate("abcccaa", start=1))


# %% wrong: line 4, a
# says: 4: The kernels look for arcs and corners; there are none in mixed pictures.
predict_mixing = dict(enumerate("abbacaa", start=1))


# %% wrong: line 4, b
# says: 4: It has never seen mixed pixels: what it has learned is of nearly no use there.
predict_mixing = dict(enumerate("abbbcaa", start=1))


# %% wrong: line 5, a
# says: 5: The order is just what was asked, and mixing each drive in its own way destroys it.
predict_mixing = dict(enumerate("abbcaaa", start=1))


# %% wrong: line 5, b
# says: 5: Nothing in the mixed drive tells which came first: a memory does not bring back what is not there.
predict_mixing = dict(enumerate("abbcbaa", start=1))


# %% wrong: line 6, b
# says: 6: The mean of mixed steps is the mean of the steps.
predict_mixing = dict(enumerate("abbccba", start=1))


# %% wrong: line 6, c
# says: 6: The mean does not know the order in the first place, so it cannot miss it.
predict_mixing = dict(enumerate("abbccca", start=1))


# %% wrong: line 7, b
# says: 7: How hard the braking was is still in the mixed steps, and an LSTM can learn to look out for it.
predict_mixing = dict(enumerate("abbccab", start=1))


# %% wrong: line 7, c
# says: 7: An LSTM *can* use the order; it does not need it for every question.
predict_mixing = dict(enumerate("abbccac", start=1))


# %% wrong: last one not answered
# says: 7: not answered yet.
predict_mixing = dict(enumerate("abbcca", start=1))
predict_mixing[7] = ...


# %% wrong: last one left out
# says: 7: this question is missing
predict_mixing = dict(enumerate("abbcca", start=1))


# %% wrong: words in place of letters
# says: is none of the choices
predict_mixing = dict.fromkeys(range(1, 8), "it falls")


# %% wrong: numbered from 0
# says: There is no question under one of the labels
predict_mixing = dict(enumerate("abbccaa"))


# %% wrong: a list
# says: but this is a list
predict_mixing = list("abbccaa")


# %% wrong: always a
# says: 3 of 7 right
predict_mixing = dict.fromkeys(range(1, 8), "a")


# %% wrong: always b
# says: 2 of 7 right
predict_mixing = dict.fromkeys(range(1, 8), "b")


# %% wrong: always c
# says: 2 of 7 right
predict_mixing = dict.fromkeys(range(1, 8), "c")


# %% wrong: all letters at once
# says: is none of the choices
predict_mixing = dict.fromkeys(range(1, 8), "abc")


# %% wrong: nothing answered
# says: no question is answered yet
predict_mixing = dict.fromkeys(range(1, 8), ...)
