# %% right: from a word
statements = dict(enumerate("cacbdbacdb", start=1))


# %% right: capital letters and spaces
statements = {
    1: " C ",
    2: " A ",
    3: " C ",
    4: " B ",
    5: " D ",
    6: " B ",
    7: " A ",
    8: " C ",
    9: " D ",
    10: " B ",
}


# %% right: one after the other
statements = {}
statements[1] = "c"
statements[2] = "a"
statements[3] = "c"
statements[4] = "b"
statements[5] = "d"
statements[6] = "b"
statements[7] = "a"
statements[8] = "c"
statements[9] = "d"
statements[10] = "b"


# %% wrong: statement 1, a
# says: 1: Ten years ago it was close to the truth; look at what part 8 says about today.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[1] = "a"


# %% wrong: statement 1, b
# says: 1: For speech, too, attention has mostly taken over.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[1] = "b"


# %% wrong: statement 1, d
# says: 1: RNNs read text, and were the best there was for years.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[1] = "d"


# %% wrong: statement 2, b
# says: 2: Repeating the last price lies close to it on the chart as well.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[2] = "b"


# %% wrong: statement 2, c
# says: 2: An LSTM can repeat the last price just as well as anything else.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[2] = "c"


# %% wrong: statement 2, d
# says: 2: More epochs make it lie closer to the past; what it is compared with does not change.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[2] = "d"


# %% wrong: statement 3, a
# says: 3: The list names a field. A photograph of a broken part and an e-mail about it are different data.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[3] = "a"


# %% wrong: statement 3, b
# says: 3: The same mistake the other way round: a photograph of a broken part is support as well.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[3] = "b"


# %% wrong: statement 3, d
# says: 3: Both can: read the mail, look at the photograph.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[3] = "d"


# %% wrong: statement 4, a
# says: 4: With one spam message in a thousand, a filter that does nothing reaches that.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[4] = "a"


# %% wrong: statement 4, c
# says: 4: Training data say even less.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[4] = "c"


# %% wrong: statement 4, d
# says: 4: No filter is right every time; the question is what the figure is compared with.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[4] = "d"


# %% wrong: statement 5, a
# says: 5: What is left is one number for each map: where would the place be written?
statements = dict(enumerate("cacbdbacdb", start=1))
statements[5] = "a"


# %% wrong: statement 5, b
# says: 5: The largest number of a map does not say where in the map it stood.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[5] = "b"


# %% wrong: statement 5, c
# says: 5: An average does not say where the large numbers stood.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[5] = "c"


# %% wrong: statement 6, a
# says: 6: Part 3 measured it: look again at what the counts achieved.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[6] = "a"


# %% wrong: statement 6, c
# says: 6: The messages of part 3 are short.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[6] = "c"


# %% wrong: statement 6, d
# says: 6: Counts hold no order at all; look at the two commands with the same counts.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[6] = "d"


# %% wrong: statement 7, b
# says: 7: That is what the attention of a transformer does, which looks back at all it has read.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[7] = "b"


# %% wrong: statement 7, c
# says: 7: An LSTM has two vectors in place of one, and both keep their size.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[7] = "c"


# %% wrong: statement 7, d
# says: 7: Carrying the state over to the next piece does not make it larger.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[7] = "d"


# %% wrong: statement 8, a
# says: 8: Bai et al. (2018) compared both on many tasks of this sort.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[8] = "a"


# %% wrong: statement 8, b
# says: 8: Length alone does not decide; think of how far a stack of convolutions can reach, and of the share price.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[8] = "b"


# %% wrong: statement 8, d
# says: 8: A convolution along one axis is enough for one axis.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[8] = "d"


# %% wrong: statement 9, a
# says: 9: Look again at the pairs in part 6.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[9] = "a"


# %% wrong: statement 9, b
# says: 9: English and French are related; look again at the pairs in part 6.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[9] = "b"


# %% wrong: statement 9, c
# says: 9: Padding fills up an array. It does not give the sentences the same number of words.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[9] = "c"


# %% wrong: statement 10, a
# says: 10: 'Turn left' becomes 'turn right' and keeps the label 'turn left'.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[10] = "a"


# %% wrong: statement 10, c
# says: 10: Pooling forgives shifts. A mirror makes another sign of 'turn left'.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[10] = "c"


# %% wrong: statement 10, d
# says: 10: When it is done does not matter: think of 'turn left'.
statements = dict(enumerate("cacbdbacdb", start=1))
statements[10] = "d"


# %% wrong: last one not answered
# says: 10: not answered yet.
statements = {
    1: "c",
    2: "a",
    3: "c",
    4: "b",
    5: "d",
    6: "b",
    7: "a",
    8: "c",
    9: "d",
    10: "b",
}
statements[10] = ...


# %% wrong: last one left out
# says: 10: this question is missing
# like: last one not answered
# - statements[10] = ...
# + del statements[10]


# %% wrong: verdicts in place of letters
# says: is none of the choices
statements = dict.fromkeys(range(1, 11), "false")


# %% wrong: numbered from 0
# says: There is no question under one of the labels
statements = dict(enumerate("cacbdbacdb"))


# %% wrong: a list
# says: but this is a list
statements = ["c", "a", "c", "b", "d", "b", "a", "c", "d", "b"]


# %% wrong: nothing answered
# says: no question is answered yet
statements = dict.fromkeys(range(1, 11), ...)


# %% wrong: always a
# says: 2 of 10 right
statements = dict.fromkeys(range(1, 11), "a")


# %% wrong: always b
# says: 3 of 10 right
statements = dict.fromkeys(range(1, 11), "b")


# %% wrong: always c
# says: 3 of 10 right
statements = dict.fromkeys(range(1, 11), "c")


# %% wrong: always d
# says: 2 of 10 right
statements = dict.fromkeys(range(1, 11), "d")
