# %% right: from a word
what_may_change = dict(enumerate("abdcbdad", start=1))


# %% right: capital letters and spaces
what_may_change = {
    1: " A",
    2: " B",
    3: " D",
    4: " C",
    5: " B",
    6: " D",
    7: " A",
    8: " D",
}


# %% right: worked out from two answers
moves = {
    1: (1, 1),
    2: (1, 0),
    3: (0, 0),
    4: (0, 1),
    5: (1, 0),
    6: (0, 0),
    7: (1, 1),
    8: (0, 0),
}
letters = {(1, 1): "a", (1, 0): "b", (0, 1): "c", (0, 0): "d"}
what_may_change = {n: letters[m] for n, m in moves.items()}


# %% wrong: task 1, b
# says: 1: This letter says that a mirror changes the answer and a shift does not. A pore is a pore, at the left, at the right and in the mirror.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[1] = "b"


# %% wrong: task 1, c
# says: 1: This letter says that a shift changes the answer and a mirror does not. A pore is a pore, at the left, at the right and in the mirror.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[1] = "c"


# %% wrong: task 1, d
# says: 1: This letter says that a shift changes the answer and so does a mirror. A pore is a pore, at the left, at the right and in the mirror.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[1] = "d"


# %% wrong: task 2, a
# says: 2: This letter says that neither a shift nor a mirror changes the answer. 'Turn left' in the mirror, what does it say? And 'turn left' a little higher up?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[2] = "a"


# %% wrong: task 2, c
# says: 2: This letter says that a shift changes the answer and a mirror does not. 'Turn left' in the mirror, what does it say? And 'turn left' a little higher up?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[2] = "c"


# %% wrong: task 2, d
# says: 2: This letter says that a shift changes the answer and so does a mirror. 'Turn left' in the mirror, what does it say? And 'turn left' a little higher up?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[2] = "d"


# %% wrong: task 3, a
# says: 3: This letter says that neither a shift nor a mirror changes the answer. Shift the lines to the right, or look at the road in a mirror: does the number stay?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[3] = "a"


# %% wrong: task 3, b
# says: 3: This letter says that a mirror changes the answer and a shift does not. Shift the lines to the right, or look at the road in a mirror: does the number stay?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[3] = "b"


# %% wrong: task 3, c
# says: 3: This letter says that a shift changes the answer and a mirror does not. Shift the lines to the right, or look at the road in a mirror: does the number stay?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[3] = "c"


# %% wrong: task 4, a
# says: 4: This letter says that neither a shift nor a mirror changes the answer. Further up in the picture is further away. What does a mirror change about up and down?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[4] = "a"


# %% wrong: task 4, b
# says: 4: This letter says that a mirror changes the answer and a shift does not. Further up in the picture is further away. What does a mirror change about up and down?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[4] = "b"


# %% wrong: task 4, d
# says: 4: This letter says that a shift changes the answer and so does a mirror. Further up in the picture is further away. What does a mirror change about up and down?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[4] = "d"


# %% wrong: task 5, a
# says: 5: This letter says that neither a shift nor a mirror changes the answer. Where on the picture the plate is does not change what it says. Can it be read in a mirror?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[5] = "a"


# %% wrong: task 5, c
# says: 5: This letter says that a shift changes the answer and a mirror does not. Where on the picture the plate is does not change what it says. Can it be read in a mirror?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[5] = "c"


# %% wrong: task 5, d
# says: 5: This letter says that a shift changes the answer and so does a mirror. Where on the picture the plate is does not change what it says. Can it be read in a mirror?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[5] = "d"


# %% wrong: task 6, a
# says: 6: This letter says that neither a shift nor a mirror changes the answer. All lamps look alike: what tells them apart?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[6] = "a"


# %% wrong: task 6, b
# says: 6: This letter says that a mirror changes the answer and a shift does not. All lamps look alike: what tells them apart?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[6] = "b"


# %% wrong: task 6, c
# says: 6: This letter says that a shift changes the answer and a mirror does not. All lamps look alike: what tells them apart?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[6] = "c"


# %% wrong: task 7, b
# says: 7: This letter says that a mirror changes the answer and a shift does not. A person on the left is a person on the right, and in the mirror too.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[7] = "b"


# %% wrong: task 7, c
# says: 7: This letter says that a shift changes the answer and a mirror does not. A person on the left is a person on the right, and in the mirror too.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[7] = "c"


# %% wrong: task 7, d
# says: 7: This letter says that a shift changes the answer and so does a mirror. A person on the left is a person on the right, and in the mirror too.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[7] = "d"


# %% wrong: task 8, a
# says: 8: This letter says that neither a shift nor a mirror changes the answer. The bend, seen in the mirror, goes which way? And the same road, shifted to one side?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[8] = "a"


# %% wrong: task 8, b
# says: 8: This letter says that a mirror changes the answer and a shift does not. The bend, seen in the mirror, goes which way? And the same road, shifted to one side?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[8] = "b"


# %% wrong: task 8, c
# says: 8: This letter says that a shift changes the answer and a mirror does not. The bend, seen in the mirror, goes which way? And the same road, shifted to one side?
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[8] = "c"


# %% wrong: last one not answered
# says: 8: not answered yet.
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
what_may_change[8] = ...


# %% wrong: last one left out
# says: 8: this question is missing
what_may_change = {1: "a", 2: "b", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a", 8: "d"}
del what_may_change[8]


# %% wrong: words in place of letters
# says: is none of the choices
what_may_change = dict.fromkeys(range(1, 9), "shift")


# %% wrong: a list
# says: but this is a list
what_may_change = ["a", "b", "d", "c", "b", "d", "a", "d"]


# %% wrong: all letters at once
# says: is none of the choices
what_may_change = dict.fromkeys(range(1, 9), "abcd")


# %% wrong: nothing answered
# says: no question is answered yet
what_may_change = dict.fromkeys(range(1, 9), ...)


# %% wrong: always a
# says: 2 of 8 right
what_may_change = dict.fromkeys(range(1, 9), "a")


# %% wrong: always b
# says: 2 of 8 right
what_may_change = dict.fromkeys(range(1, 9), "b")


# %% wrong: always c
# says: 1 of 8 right
what_may_change = dict.fromkeys(range(1, 9), "c")


# %% wrong: always d
# says: 3 of 8 right
what_may_change = dict.fromkeys(range(1, 9), "d")
