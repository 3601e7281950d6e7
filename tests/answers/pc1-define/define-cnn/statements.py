# %% right: a dictionary, number by number
statements = {
    1: "c",
    2: "a",
    3: "d",
    4: "b",
    5: "d",
    6: "c",
    7: "a",
    8: "d",
    9: "b",
    10: "c",
}


# %% right: capital letters and stray spaces
statements = {
    1: "C",
    2: " a",
    3: "D ",
    4: "b",
    5: "d",
    6: "C",
    7: "A",
    8: "d",
    9: " B ",
    10: "c",
}


# %% right: letters in order, numbered afterwards
statements = dict(enumerate("cadbdcadbc", start=1))


# %% right: filled in one after the other, one changed at the end
statements = {}
for number, letter in zip(range(1, 11), "cacbdcadbc"):
    statements[number] = letter
statements[3] = "d"


# %% wrong: statement 1, a
# says: 1: Pooling has no weights, so it cannot look for anything: the convolution before it finds, pooling summarises.
statements = dict(enumerate("aadbdcadbc", start=1))


# %% wrong: statement 1, b
# says: 1: Max pooling has no weights either: it summarises what was found.
statements = dict(enumerate("badbdcadbc", start=1))


# %% wrong: statement 1, d
# says: 1: Overlap changes how much is summarised, not that there are no weights.
statements = dict(enumerate("dadbdcadbc", start=1))


# %% wrong: statement 2, b
# says: 2: Convolution and pooling take any size. Which layer does not?
statements = dict(enumerate("cbdbdcadbc", start=1))


# %% wrong: statement 2, c
# says: 2: Pooling takes any size as well: it only slides a window.
statements = dict(enumerate("ccdbdcadbc", start=1))


# %% wrong: statement 2, d
# says: 2: With flattening and a fully connected layer the size is fixed, because each weight belongs to one place in the vector.
statements = dict(enumerate("cddbdcadbc", start=1))


# %% wrong: statement 3, a
# says: 3: At the border other pixels, or zeros of the padding, come in.
statements = dict(enumerate("caabdcadbc", start=1))


# %% wrong: statement 3, b
# says: 3: That would be invariance. A convolution is equivariant: the map moves along.
statements = dict(enumerate("cabbdcadbc", start=1))


# %% wrong: statement 3, c
# says: 3: The convolution alone moves along; pooling rather hides small shifts.
statements = dict(enumerate("cacbdcadbc", start=1))


# %% wrong: statement 4, a
# says: 4: Convolution is equivariant to shifts, not to rotations: a turned wheel arch is another pattern.
statements = dict(enumerate("cadadcadbc", start=1))


# %% wrong: statement 4, c
# says: 4: A larger pooling window forgives larger shifts, not rotations.
statements = dict(enumerate("cadcdcadbc", start=1))


# %% wrong: statement 4, d
# says: 4: The stride concerns shifts, not rotations.
statements = dict(enumerate("cadddcadbc", start=1))


# %% wrong: statement 5, a
# says: 5: Scaling the input does not make ReLU a normalisation: it has no mean and no spread in it.
statements = dict(enumerate("cadbacadbc", start=1))


# %% wrong: statement 5, b
# says: 5: Batch normalisation normalises then, not ReLU.
statements = dict(enumerate("cadbbcadbc", start=1))


# %% wrong: statement 5, c
# says: 5: ReLU is an activation: it cuts off negative numbers and scales nothing.
statements = dict(enumerate("cadbccadbc", start=1))


# %% wrong: statement 6, a
# says: 6: Global average pooling, or convolutions to the end, do without one.
statements = dict(enumerate("cadbdaadbc", start=1))


# %% wrong: statement 6, b
# says: 6: Classifying networks can end in global average pooling too.
statements = dict(enumerate("cadbdbadbc", start=1))


# %% wrong: statement 6, d
# says: 6: How a network is trained does not decide its last layer.
statements = dict(enumerate("cadbddadbc", start=1))


# %% wrong: statement 7, b
# says: 7: The same kernel serves every place: the size of the picture is not in the formula.
statements = dict(enumerate("cadbdcbdbc", start=1))


# %% wrong: statement 7, c
# says: 7: Padding changes the size of the map, not the number of weights.
statements = dict(enumerate("cadbdccdbc", start=1))


# %% wrong: statement 7, d
# says: 7: Channels matter for the count, but they were not doubled.
statements = dict(enumerate("cadbdcddbc", start=1))


# %% wrong: statement 8, a
# says: 8: Mathematical convolution turns the kernel by 180 degrees first; deep learning does not.
statements = dict(enumerate("cadbdcaabc", start=1))


# %% wrong: statement 8, b
# says: 8: The stride has nothing to do with turning the kernel.
statements = dict(enumerate("cadbdcabbc", start=1))


# %% wrong: statement 8, c
# says: 8: For a kernel that looks the same after the turn both agree, as in the unit's example.
statements = dict(enumerate("cadbdcacbc", start=1))


# %% wrong: statement 9, a
# says: 9: Sound, sensor curves and text have neighbours too; Keras has Conv1D.
statements = dict(enumerate("cadbdcadac", start=1))


# %% wrong: statement 9, c
# says: 9: Pooling exists in one dimension as well.
statements = dict(enumerate("cadbdcadcc", start=1))


# %% wrong: statement 9, d
# says: 9: How it is trained does not decide what data it takes.
statements = dict(enumerate("cadbdcaddc", start=1))


# %% wrong: statement 10, a
# says: 10: True only as long as nothing non-linear stands between them.
statements = dict(enumerate("cadbdcadba", start=1))


# %% wrong: statement 10, b
# says: 10: Without an activation between them it is true: adding and multiplying twice is adding and multiplying.
statements = dict(enumerate("cadbdcadbb", start=1))


# %% wrong: statement 10, d
# says: 10: The number of filters does not matter; the missing bend does.
statements = dict(enumerate("cadbdcadbd", start=1))


# %% wrong: statement 10 not answered
# says: 10: not answered yet.
statements = dict(enumerate("cadbdcadb", start=1))
statements[10] = ...


# %% wrong: statement 10 left out
# says: 10: this question is missing
statements = dict(enumerate("cadbdcadb", start=1))


# %% wrong: verdicts in place of letters
# says: is none of the choices
statements = {
    1: "false",
    2: "only if its maps are flattened into a fully connected layer",
    3: "only away from the border",
    4: "false",
    5: "false",
    6: "false, it need not",
    7: "false, as many as before",
    8: "only if the kernel stays the same when turned by 180°",
    9: "false",
    10: "only if there is no activation between them",
}


# %% wrong: numbered from 0
# says: There is no question
statements = dict(enumerate("cadbdcadbc"))


# %% wrong: a list
# says: but this is a list
statements = list("cadbdcadbc")


# %% wrong: in reverse order
# says: 4 of 10 right
statements = dict(enumerate(reversed("cadbdcadbc"), start=1))


# %% wrong: always a
# says: 2 of 10 right
statements = dict.fromkeys(range(1, 11), "a")


# %% wrong: always b
# says: 2 of 10 right
statements = dict.fromkeys(range(1, 11), "b")


# %% wrong: always c
# says: 3 of 10 right
statements = dict.fromkeys(range(1, 11), "c")


# %% wrong: always d
# says: 3 of 10 right
statements = dict.fromkeys(range(1, 11), "d")


# %% wrong: every letter at once
# says: is none of the choices
statements = dict.fromkeys(range(1, 11), "abcd")


# %% wrong: a set of letters for each
# says: is none of the choices
statements = {number: {"a", "b", "c", "d"} for number in range(1, 11)}


# %% wrong: text that equals everything
# says: 2 of 10 right
class Any(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


statements = {number: Any("a") for number in range(1, 11)}


# %% wrong: nothing answered
# says: no question is answered yet
statements = dict.fromkeys(range(1, 11), ...)


# %% wrong: numbers as text
# says: 1: this question is missing
statements = {str(number): letter for number, letter in enumerate("cadbdcadbc", 1)}
