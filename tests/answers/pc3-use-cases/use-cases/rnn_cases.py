# %% right: pairs from a list of words
rnn_cases = {
    n: tuple(words.split())
    for n, words in enumerate(
        [
            "rnn order",
            "rnn order",
            "rnn order",
            "neither table",
            "neither naive",
            "rnn order",
            "rnn order",
            "rnn order",
            "neither table",
        ],
        start=1,
    )
}


# %% right: other accepted answers where there are several
rnn_cases = {
    1: ("rnn", "order"),
    2: ("rnn", "shape"),
    3: ("rnn", "order"),
    4: ("neither", "table"),
    5: ("neither", "naive"),
    6: ("rnn", "shape"),
    7: ("rnn", "shape"),
    8: ("rnn", "shape"),
    9: ("neither", "table"),
}


# %% right: yet other accepted answers, in lists
rnn_cases = {
    1: ["cnn", "order"],
    2: ["both", "both"],
    3: ["cnn", "order"],
    4: ["neither", "table"],
    5: ["neither", "naive"],
    6: ["cnn", "order"],
    7: ["cnn", "order"],
    8: ["cnn", "order"],
    9: ["neither", "table"],
}


# %% right: capital letters and stray spaces
rnn_cases = {
    1: ("RNN", " Order "),
    2: ("RNN", " Order "),
    3: ("RNN", " Order "),
    4: ("NEITHER", " Table "),
    5: ("NEITHER", " Naive "),
    6: ("RNN", " Order "),
    7: ("RNN", " Order "),
    8: ("RNN", " Order "),
    9: ("NEITHER", " Table "),
}


# %% right: one text for each pair
rnn_cases = {
    1: "rnn order",
    2: "rnn order",
    3: "rnn order",
    4: "neither table",
    5: "neither naive",
    6: "rnn order",
    7: "rnn order",
    8: "rnn order",
    9: "neither table",
}


# %% wrong: case 1, architecture both
# says: 1 architecture: 'both' is for several pictures, one after the other. 'from Graz to' and 'to Graz from' hold the same words and call for other suggestions.
rnn_cases = {
    1: ("rnn", "order"),
    2: ("rnn", "order"),
    3: ("rnn", "order"),
    4: ("neither", "table"),
    5: ("neither", "naive"),
    6: ("rnn", "order"),
    7: ("rnn", "order"),
    8: ("rnn", "order"),
    9: ("neither", "table"),
}
rnn_cases[1] = ("both", "order")


# %% wrong: case 1, architecture neither
# says: 1 architecture: 'neither' is for data without neighbours and without an order that helps. 'from Graz to' and 'to Graz from' hold the same words and call for other suggestions.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[1] = ("neither", "order")


# %% wrong: case 1, rnn with reason space
# says: 1 reason: 'space' is about pixels side by side in a picture. 'from Graz to' and 'to Graz from' hold the same words and call for other suggestions.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[1] = ("rnn", "space")


# %% wrong: case 1, rnn with reason shape
# says: 1 reason: What counts is what stands just before the gap and further back, not a pattern that may stand anywhere.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[1] = ("rnn", "shape")


# %% wrong: case 1, rnn with reason both
# says: 1 reason: 'both' is about pictures and about what changes from one to the next. 'from Graz to' and 'to Graz from' hold the same words and call for other suggestions.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[1] = ("rnn", "both")


# %% wrong: case 1, rnn with reason table
# says: 1 reason: 'table' is about columns or counts that could stand in any order. 'from Graz to' and 'to Graz from' hold the same words and call for other suggestions.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[1] = ("rnn", "table")


# %% wrong: case 1, rnn with reason naive
# says: 1 reason: The last word alone is 'to' in both of these.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[1] = ("rnn", "naive")


# %% wrong: case 2, architecture neither
# says: 2 architecture: As a table, the columns change as soon as somebody speaks a little later or more slowly.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("neither", "order")


# %% wrong: case 2, both with reason shape
# says: 2 reason: 'shape' is about a short pattern in time that may stand anywhere. A sound is short, a word is made of several, and which word fits depends on those before it.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("both", "shape")


# %% wrong: case 2, both with reason order
# says: 2 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. A sound is short, a word is made of several, and which word fits depends on those before it.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("both", "order")


# %% wrong: case 2, cnn with reason both
# says: 2 reason: 'both' is about pictures and about what changes from one to the next. A sound is short, a word is made of several, and which word fits depends on those before it.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("cnn", "both")


# %% wrong: case 2, rnn with reason space
# says: 2 reason: 'space' is about pixels side by side in a picture. A sound is short, a word is made of several, and which word fits depends on those before it.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("rnn", "space")


# %% wrong: case 2, rnn with reason both
# says: 2 reason: 'both' is about pictures and about what changes from one to the next. A sound is short, a word is made of several, and which word fits depends on those before it.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("rnn", "both")


# %% wrong: case 2, rnn with reason table
# says: 2 reason: As a table, the columns change as soon as somebody speaks a little later or more slowly.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("rnn", "table")


# %% wrong: case 2, rnn with reason naive
# says: 2 reason: 'naive' is about a series whose last value, or the one a period ago, says nearly all. A sound is short, a word is made of several, and which word fits depends on those before it.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[2] = ("rnn", "naive")


# %% wrong: case 3, architecture both
# says: 3 architecture: 'both' is for several pictures, one after the other. 'Put in, take out, put in' and 'put in, put in, take out' hold the same steps.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("both", "order")


# %% wrong: case 3, architecture neither
# says: 3 architecture: 'neither' is for data without neighbours and without an order that helps. 'Put in, take out, put in' and 'put in, put in, take out' hold the same steps.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("neither", "order")


# %% wrong: case 3, rnn with reason space
# says: 3 reason: 'space' is about pixels side by side in a picture. 'Put in, take out, put in' and 'put in, put in, take out' hold the same steps.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("rnn", "space")


# %% wrong: case 3, rnn with reason shape
# says: 3 reason: Whether the basket is full at the end depends on all steps so far, not on a short pattern somewhere.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("rnn", "shape")


# %% wrong: case 3, rnn with reason both
# says: 3 reason: 'both' is about pictures and about what changes from one to the next. 'Put in, take out, put in' and 'put in, put in, take out' hold the same steps.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("rnn", "both")


# %% wrong: case 3, rnn with reason table
# says: 3 reason: 'table' is about columns or counts that could stand in any order. 'Put in, take out, put in' and 'put in, put in, take out' hold the same steps.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("rnn", "table")


# %% wrong: case 3, rnn with reason naive
# says: 3 reason: 'Take out' as the last step may leave an empty basket or a full one.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[3] = ("rnn", "naive")


# %% wrong: case 4, architecture cnn
# says: 4 architecture: A CNN pays where a small pattern of neighbours means the same wherever it stands. Shuffle the basket: it is the same basket.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("cnn", "table")


# %% wrong: case 4, architecture rnn
# says: 4 architecture: An RNN pays where items come one after the other and what came before changes what a later one means. Shuffle the basket: it is the same basket.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("rnn", "table")


# %% wrong: case 4, architecture both
# says: 4 architecture: 'both' is for several pictures, one after the other. Shuffle the basket: it is the same basket.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("both", "table")


# %% wrong: case 4, neither with reason space
# says: 4 reason: 'space' is about pixels side by side in a picture. Shuffle the basket: it is the same basket.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("neither", "space")


# %% wrong: case 4, neither with reason shape
# says: 4 reason: Articles that stand side by side in the list do so by chance.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("neither", "shape")


# %% wrong: case 4, neither with reason order
# says: 4 reason: The list on the screen has an order, but the basket has none: shuffle it and it is the same.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("neither", "order")


# %% wrong: case 4, neither with reason both
# says: 4 reason: 'both' is about pictures and about what changes from one to the next. Shuffle the basket: it is the same basket.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("neither", "both")


# %% wrong: case 4, neither with reason naive
# says: 4 reason: There is no series here, so there is no last value.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[4] = ("neither", "naive")


# %% wrong: case 5, architecture cnn
# says: 5 architecture: Chart patterns look convincing afterwards. But would the network beat the simplest forecast there is?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("cnn", "naive")


# %% wrong: case 5, architecture rnn
# says: 5 architecture: There is an order, certainly. But would the network beat the simplest forecast there is?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("rnn", "naive")


# %% wrong: case 5, architecture both
# says: 5 architecture: 'both' is for several pictures, one after the other. Part 5 of this notebook measures it: what does each method add to today's price?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("both", "naive")


# %% wrong: case 5, neither with reason space
# says: 5 reason: 'space' is about pixels side by side in a picture. Part 5 of this notebook measures it: what does each method add to today's price?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("neither", "space")


# %% wrong: case 5, neither with reason shape
# says: 5 reason: Patterns of a chart are easily seen afterwards. What do they add to today's price beforehand?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("neither", "shape")


# %% wrong: case 5, neither with reason order
# says: 5 reason: There is an order. But what does all that came before add to today's price?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("neither", "order")


# %% wrong: case 5, neither with reason both
# says: 5 reason: 'both' is about pictures and about what changes from one to the next. Part 5 of this notebook measures it: what does each method add to today's price?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("neither", "both")


# %% wrong: case 5, neither with reason table
# says: 5 reason: Today's price is not one column among many: think of what it alone is worth.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[5] = ("neither", "table")


# %% wrong: case 6, architecture both
# says: 6 architecture: 'both' is for several pictures, one after the other. A program goes round the same few pages; a person wanders. Both may open each page equally often.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[6] = ("both", "order")


# %% wrong: case 6, architecture neither
# says: 6 architecture: A table of counts is the same for a program that goes round and a person who wanders.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[6] = ("neither", "order")


# %% wrong: case 6, rnn with reason space
# says: 6 reason: 'space' is about pixels side by side in a picture. A program goes round the same few pages; a person wanders. Both may open each page equally often.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[6] = ("rnn", "space")


# %% wrong: case 6, rnn with reason both
# says: 6 reason: 'both' is about pictures and about what changes from one to the next. A program goes round the same few pages; a person wanders. Both may open each page equally often.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[6] = ("rnn", "both")


# %% wrong: case 6, rnn with reason table
# says: 6 reason: The counts are the same for a program that goes round and a person who wanders.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[6] = ("rnn", "table")


# %% wrong: case 6, rnn with reason naive
# says: 6 reason: The last page alone looks the same for both.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[6] = ("rnn", "naive")


# %% wrong: case 7, architecture both
# says: 7 architecture: 'both' is for several pictures, one after the other. Part 3 of this notebook measures it: what do counts of words achieve, and what a network that reads in order?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("both", "order")


# %% wrong: case 7, cnn with reason table
# says: 7 reason: 'table' is about columns or counts that could stand in any order. Part 3 of this notebook measures it: what do counts of words achieve, and what a network that reads in order?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("cnn", "table")


# %% wrong: case 7, neither with reason shape
# says: 7 reason: 'shape' is about a short pattern in time that may stand anywhere. Part 3 of this notebook measures it: what do counts of words achieve, and what a network that reads in order?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("neither", "shape")


# %% wrong: case 7, neither with reason order
# says: 7 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. Part 3 of this notebook measures it: what do counts of words achieve, and what a network that reads in order?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("neither", "order")


# %% wrong: case 7, rnn with reason space
# says: 7 reason: Words have neighbours along one line only; there is no picture.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("rnn", "space")


# %% wrong: case 7, rnn with reason both
# says: 7 reason: 'both' is about pictures and about what changes from one to the next. Part 3 of this notebook measures it: what do counts of words achieve, and what a network that reads in order?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("rnn", "both")


# %% wrong: case 7, rnn with reason table
# says: 7 reason: 'table' is about columns or counts that could stand in any order. Part 3 of this notebook measures it: what do counts of words achieve, and what a network that reads in order?
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("rnn", "table")


# %% wrong: case 7, rnn with reason naive
# says: 7 reason: The last word says little.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[7] = ("rnn", "naive")


# %% wrong: case 8, architecture both
# says: 8 architecture: 'both' is for several pictures, one after the other. Often a word decides ('awful'), at times a pair ('not bad').
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("both", "order")


# %% wrong: case 8, cnn with reason table
# says: 8 reason: 'table' is about columns or counts that could stand in any order. Often a word decides ('awful'), at times a pair ('not bad').
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("cnn", "table")


# %% wrong: case 8, neither with reason shape
# says: 8 reason: 'shape' is about a short pattern in time that may stand anywhere. Often a word decides ('awful'), at times a pair ('not bad').
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("neither", "shape")


# %% wrong: case 8, neither with reason order
# says: 8 reason: 'order' is about items one after the other, the earlier ones changing the meaning of the later ones. Often a word decides ('awful'), at times a pair ('not bad').
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("neither", "order")


# %% wrong: case 8, rnn with reason space
# says: 8 reason: Words have neighbours along one line only; there is no picture.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("rnn", "space")


# %% wrong: case 8, rnn with reason both
# says: 8 reason: 'both' is about pictures and about what changes from one to the next. Often a word decides ('awful'), at times a pair ('not bad').
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("rnn", "both")


# %% wrong: case 8, rnn with reason table
# says: 8 reason: 'table' is about columns or counts that could stand in any order. Often a word decides ('awful'), at times a pair ('not bad').
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("rnn", "table")


# %% wrong: case 8, rnn with reason naive
# says: 8 reason: The last word says little.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[8] = ("rnn", "naive")


# %% wrong: case 9, architecture cnn
# says: 9 architecture: A sheet of numbers looks like a picture, but its columns could stand in any order.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("cnn", "table")


# %% wrong: case 9, architecture rnn
# says: 9 architecture: An RNN pays where items come one after the other and what came before changes what a later one means. Print the questions in another order: the answers mean the same.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("rnn", "table")


# %% wrong: case 9, architecture both
# says: 9 architecture: 'both' is for several pictures, one after the other. Print the questions in another order: the answers mean the same.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("both", "table")


# %% wrong: case 9, neither with reason space
# says: 9 reason: A sheet of numbers is no picture: its columns could stand in any order.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("neither", "space")


# %% wrong: case 9, neither with reason shape
# says: 9 reason: Answers to neighbouring questions are neighbours only on paper.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("neither", "shape")


# %% wrong: case 9, neither with reason order
# says: 9 reason: The questions were asked in an order, but question 7 means the same wherever it stands.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("neither", "order")


# %% wrong: case 9, neither with reason both
# says: 9 reason: 'both' is about pictures and about what changes from one to the next. Print the questions in another order: the answers mean the same.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("neither", "both")


# %% wrong: case 9, neither with reason naive
# says: 9 reason: The buyer before says nothing about this one: there is no series here.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ("neither", "naive")


# %% wrong: last case not answered
# says: 9 architecture: not answered yet.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[9] = ...


# %% wrong: last case left out
# says: 9 reason: not answered yet.
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + del rnn_cases[9]


# %% wrong: a case that there is not
# says: There is no question
# like: case 1, architecture both
# - rnn_cases[1] = ("both", "order")
# + rnn_cases[99] = ("cnn", "space")


# %% wrong: architectures alone
# says: write an architecture and a reason
rnn_cases = {
    1: "rnn",
    2: "rnn",
    3: "rnn",
    4: "neither",
    5: "neither",
    6: "rnn",
    7: "rnn",
    8: "rnn",
    9: "neither",
}


# %% wrong: the other way round
# says: is none of the choices
rnn_cases = {
    1: ("order", "rnn"),
    2: ("order", "rnn"),
    3: ("order", "rnn"),
    4: ("table", "neither"),
    5: ("naive", "neither"),
    6: ("order", "rnn"),
    7: ("order", "rnn"),
    8: ("order", "rnn"),
    9: ("table", "neither"),
}


# %% wrong: a list
# says: should be a dictionary
rnn_cases = [
    ("rnn", "order"),
    ("rnn", "order"),
    ("rnn", "order"),
    ("neither", "table"),
    ("neither", "naive"),
    ("rnn", "order"),
    ("rnn", "order"),
    ("rnn", "order"),
    ("neither", "table"),
]


# %% wrong: nothing answered
# says: no question is answered yet
rnn_cases = dict.fromkeys(range(1, 10), ...)


# %% wrong: a CNN everywhere
# says: right.
rnn_cases = dict.fromkeys(range(1, 10), ("cnn", "space"))


# %% wrong: an RNN everywhere
# says: right.
rnn_cases = dict.fromkeys(range(1, 10), ("rnn", "order"))


# %% wrong: a table everywhere
# says: right.
rnn_cases = dict.fromkeys(range(1, 10), ("neither", "table"))


# %% wrong: both everywhere
# says: right.
rnn_cases = dict.fromkeys(range(1, 10), ("both", "both"))


# %% wrong: everything at once
# says: is none of the choices
rnn_cases = dict.fromkeys(range(1, 10), (("cnn", "rnn"), ("space", "order")))


# %% wrong: codes as sets
# says: is none of the choices
rnn_cases = {
    n: ({"cnn", "rnn", "both", "neither"}, {"space", "order"}) for n in range(1, 10)
}
