# %% right: a dictionary, number by number
statements = {
    1: "b",
    2: "d",
    3: "a",
    4: "c",
    5: "d",
    6: "a",
    7: "b",
    8: "c",
    9: "a",
    10: "d ",
}


# %% right: letters in order, numbered afterwards
statements = dict(enumerate("BDACDABCAD", start=1))


# %% right: filled in one after the other, one changed at the end
statements = {}
for number, letter in zip(range(1, 11), "aDacdabcad"):
    statements[number] = letter
statements[1] = "b"


# %% wrong: nothing answered
# says: no question is answered yet
statements = dict.fromkeys(range(1, 11), ...)


# %% wrong: statement 10 left out
# says: 10: this question is missing
statements = dict(enumerate("bdacdabca", start=1))


# %% wrong: always a
# says: 3 of 10 right
statements = dict.fromkeys(range(1, 11), "a")


# %% wrong: always b
# says: 2 of 10 right
statements = dict.fromkeys(range(1, 11), "b")


# %% wrong: always c
# says: 2 of 10 right
statements = dict.fromkeys(range(1, 11), "c")


# %% wrong: always d
# says: 3 of 10 right
statements = dict.fromkeys(range(1, 11), "d")


# %% wrong: a list
# says: but this is a list
statements = list("bdacdabcad")


# %% wrong: numbered from 0
# says: There is no question
statements = dict(enumerate("bdacdabcad"))


# %% wrong: statement 1, a
# says: 1: On some tasks one is ahead, on others the other; the set with events showed a case where convolutions lost.
statements = dict(enumerate("adacdabcad", start=1))


# %% wrong: statement 1, c
# says: 1: Its memory helps where something must be kept in mind, and is in the way elsewhere.
statements = dict(enumerate("cdacdabcad", start=1))


# %% wrong: statement 1, d
# says: 1: Depth widens the view; it does not make one kind better for all tasks.
statements = dict(enumerate("ddacdabcad", start=1))


# %% wrong: statement 2, a
# says: 2: A fair comparison has found that these inputs do not hold more than the last value. That is worth knowing.
statements = dict(enumerate("baacdabcad", start=1))


# %% wrong: statement 2, b
# says: 2: A larger network cannot find what is not in the inputs; and the finding stands for the one that was tested.
statements = dict(enumerate("bbacdabcad", start=1))


# %% wrong: statement 2, c
# says: 2: Scaling is right and changes nothing about what the finding is worth.
statements = dict(enumerate("bcacdabcad", start=1))


# %% wrong: statement 3, b
# says: 3: Each layer adds two steps: 20 layers see 41 inputs.
statements = dict(enumerate("bdbcdabcad", start=1))


# %% wrong: statement 3, c
# says: 3: Filters say how many things are looked for, not how far.
statements = dict(enumerate("bdccdabcad", start=1))


# %% wrong: statement 3, d
# says: 3: What lies outside the receptive field cannot change the output, however long the training.
statements = dict(enumerate("bddcdabcad", start=1))


# %% wrong: statement 4, a
# says: 4: It is the same series, but the test stands for a future that is not known yet.
statements = dict(enumerate("bdaadabcad", start=1))


# %% wrong: statement 4, b
# says: 4: Without a trend the leak is small, but it is one all the same, and you only know afterwards.
statements = dict(enumerate("bdabdabcad", start=1))


# %% wrong: statement 4, d
# says: 4: The leak comes before the network; its activations do not matter.
statements = dict(enumerate("bdaddabcad", start=1))


# %% wrong: statement 5, a
# says: 5: Trees take categories as well as numbers.
statements = dict(enumerate("bdacaabcad", start=1))


# %% wrong: statement 5, b
# says: 5: On larger tables trees are hard to beat, too, and the simple model shows what is to be gained.
statements = dict(enumerate("bdacbabcad", start=1))


# %% wrong: statement 5, c
# says: 5: Often it does not; and without the simple model you would not know.
statements = dict(enumerate("bdaccabcad", start=1))


# %% wrong: statement 6, b
# says: 6: Global pooling or convolutions to the end do without.
statements = dict(enumerate("bdacdbbcad", start=1))


# %% wrong: statement 6, c
# says: 6: Networks for several classes can end in global pooling and one layer of scores, without flattening.
statements = dict(enumerate("bdacdcbcad", start=1))


# %% wrong: statement 6, d
# says: 6: Even with pictures of one size, nobody has to flatten.
statements = dict(enumerate("bdacddbcad", start=1))


# %% wrong: statement 7, a
# says: 7: One-hot means exactly one; with several labels the row holds several ones.
statements = dict(enumerate("bdacdaacad", start=1))


# %% wrong: statement 7, c
# says: 7: The units would share 100 %, so one label takes from another.
statements = dict(enumerate("bdacdaccad", start=1))


# %% wrong: statement 7, d
# says: 7: Whatever the threshold, the units still take from each other.
statements = dict(enumerate("bdacdadcad", start=1))


# %% wrong: statement 8, a
# says: 8: One may have been trained longer, on other hours, or after more trials.
statements = dict(enumerate("bdacdabaad", start=1))


# %% wrong: statement 8, b
# says: 8: A recurrent and a convolutional network have no layers that could be matched one by one.
statements = dict(enumerate("bdacdabbad", start=1))


# %% wrong: statement 8, d
# says: 8: They matter: a larger network can hold more. But they are not all that matters.
statements = dict(enumerate("bdacdabdad", start=1))


# %% wrong: statement 9, b
# says: 9: The hour before and after a test hour are in training, and they are almost the same.
statements = dict(enumerate("bdacdabcbd", start=1))


# %% wrong: statement 9, c
# says: 9: A seed makes the draw repeatable, not honest.
statements = dict(enumerate("bdacdabccd", start=1))


# %% wrong: statement 9, d
# says: 9: More data bring the neighbours only closer.
statements = dict(enumerate("bdacdabcdd", start=1))


# %% wrong: statement 10, a
# says: 10: For a dense network it holds for all data: each weight just moves along.
statements = dict(enumerate("bdacdabcaa", start=1))


# %% wrong: statement 10, b
# says: 10: No sorting is needed: the network is trained in the new order.
statements = dict(enumerate("bdacdabcab", start=1))


# %% wrong: statement 10, c
# says: 10: It has a weight for each place and does not know what is next to what.
statements = dict(enumerate("bdacdabcac", start=1))
