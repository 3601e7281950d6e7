# %% right: left and right rounds with a longer way
same_pairs = (
    "forward forward left forward right forward forward",
    "forward forward right forward left forward forward",
)
same_triples = (
    "forward forward right right forward forward left forward forward",
    "forward forward left forward forward right right forward forward",
)


# %% right: the rounds meet at a turn
same_pairs = (
    "left forward left right left forward",
    "left right left forward left forward",
)


def turn(first, second):
    return f"forward forward {first} forward forward {second} forward forward"


same_pairs = (
    "forward left forward right forward",
    "forward right forward left forward",
)
same_triples = (turn("left left", "right"), turn("right", "left left"))


# %% right: found by trying
from collections import Counter
from itertools import product


def runs(words, length):
    return tuple(sorted(Counter(zip(*(words[i:] for i in range(length)))).items()))


def first_pair(size, length):
    seen = {}
    for words in product(("forward", "left", "right"), repeat=size):
        place = drive(" ".join(words))
        key = tuple(runs(words, n) for n in range(1, length + 1))
        if key in seen and seen[key][1] != place:
            return " ".join(seen[key][0]), " ".join(words)
        seen.setdefault(key, (words, place))


same_pairs = first_pair(5, 2)
same_triples = first_pair(8, 3)


# %% right: capital letters
same_pairs = (
    "Forward left Forward right Forward",
    "Forward right Forward left Forward",
)
same_triples = [
    "FORWARD FORWARD left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
]


# %% wrong: the example from the text
# says: `same_pairs`: the pairs of neighbouring words of the two commands differ
same_pairs = ("forward forward right", "right forward forward")
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: other words
# says: `same_pairs`: the words of the two commands differ
same_pairs = ("forward left forward", "forward right forward")
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: the same command twice
# says: both commands lead the car to the same place
same_pairs = ("forward left forward", "forward left forward")
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: another order, the same place
# says: both commands lead the car to the same place
same_pairs = ("left right left left right", "left left right left right")
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: a word that the car does not know
# says: `same_pairs` holds a word that the car does not know
same_pairs = ("forward left back left forward", "forward back left left forward")
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: one command only
# says: `same_pairs` should be two commands
same_pairs = ("forward left forward right forward",)
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: one text
# says: `same_pairs` should be two commands
same_pairs = "forward left forward right forward"
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: words in lists
# says: `same_pairs` should hold two texts
same_pairs = (["forward", "left"], ["left", "forward"])
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: too long
# says: at most 16 words
same_pairs = ("forward left " + "forward " * 20, "left " + "forward " * 21)
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: empty commands
# says: more than 2 and at most 16 words
same_pairs = ("", "")
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: pairs in place of triples
# says: `same_triples`: the runs of three words of the two commands differ
same_pairs = (
    "forward left forward right forward",
    "forward right forward left forward",
)
same_triples = (
    "forward left forward right forward",
    "forward right forward left forward",
)


# %% wrong: triples that end at the same place
# says: `same_triples`: both commands lead the car to the same place
same_pairs = (
    "forward left forward right forward",
    "forward right forward left forward",
)
same_triples = ("left left forward left left", "left left forward left left")


# %% wrong: triples not answered
# says: `same_triples` is not answered yet
same_pairs = (
    "forward left forward right forward",
    "forward right forward left forward",
)
same_triples = ...


# %% wrong: pairs not answered
# says: `same_pairs` is not answered yet
same_pairs = None
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)


# %% wrong: words that equal everything
# says: both commands lead the car to the same place
class Any(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


same_pairs = (Any("forward left forward"), Any("forward left forward"))
same_triples = (
    "forward forward left forward forward right forward forward",
    "forward forward right forward forward left forward forward",
)
