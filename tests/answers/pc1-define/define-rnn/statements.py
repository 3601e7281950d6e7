# %% right: a dictionary, number by number
statements = {
    1: "d",
    2: "b",
    3: "c",
    4: "b",
    5: "a",
    6: "d",
    7: "c",
    8: "b",
    9: "c",
    10: "a",
    11: "d",
    12: "a",
}


# %% right: letters in order, numbered afterwards
statements = dict(enumerate("dbcbadcbcada", start=1))


# %% right: capital letters and stray spaces
statements = {
    number: f" {letter.upper()}" for number, letter in enumerate("dbcbadcbcada", 1)
}


# %% right: one changed at the end
statements = dict(zip(range(1, 13), "dbcbadcbcadd"))
statements[12] = "a"


# %% wrong: statement 1, a
# says: 1: Every step writes over a state of fixed size: part 7 measured how fast the past fades.
statements = dict(enumerate("abcbadcbcada", start=1))


# %% wrong: statement 1, b
# says: 1: The bias is not what makes it forget: the state has a fixed size, with or without one.
statements = dict(enumerate("bbcbadcbcada", start=1))


# %% wrong: statement 1, c
# says: 1: The order of the numbers does not make room for all of them.
statements = dict(enumerate("cbcbadcbcada", start=1))


# %% wrong: statement 2, a
# says: 2: They are drawn side by side, but it is one cell with one set of weights.
statements = dict(enumerate("dacbadcbcada", start=1))


# %% wrong: statement 2, c
# says: 2: The length has nothing to do with it: the weights are shared for any length.
statements = dict(enumerate("dccbadcbcada", start=1))


# %% wrong: statement 2, d
# says: 2: They start at random once, for all steps together.
statements = dict(enumerate("ddcbadcbcada", start=1))


# %% wrong: statement 3, a
# says: 3: tanh alone makes no memory: there must be a next step that gets the state.
statements = dict(enumerate("dbabadcbcada", start=1))


# %% wrong: statement 3, b
# says: 3: With a single step nothing is handed on: it is a feed-forward network.
statements = dict(enumerate("dbbbadcbcada", start=1))


# %% wrong: statement 3, d
# says: 3: Feed-forward networks are trained with gradients as well.
statements = dict(enumerate("dbdbadcbcada", start=1))


# %% wrong: statement 4, a
# says: 4: Part 8 trained one that does: its recurrent kernel let the gradient through.
statements = dict(enumerate("dbcaadcbcada", start=1))


# %% wrong: statement 4, c
# says: 4: Both networks of part 8 had 16 units, and one of them learned it.
statements = dict(enumerate("dbccadcbcada", start=1))


# %% wrong: statement 4, d
# says: 4: The other 39 numbers were noise, and one of the two networks learned it all the same.
statements = dict(enumerate("dbcdadcbcada", start=1))


# %% wrong: statement 5, b
# says: 5: All steps use the same weights: the length is not in the count.
statements = dict(enumerate("dbcbbdcbcada", start=1))


# %% wrong: statement 5, c
# says: 5: `return_sequences` decides which states are given, not how many weights there are.
statements = dict(enumerate("dbcbcdcbcada", start=1))


# %% wrong: statement 5, d
# says: 5: Without a bias there are fewer, and the length does not matter either.
statements = dict(enumerate("dbcbddcbcada", start=1))


# %% wrong: statement 6, a
# says: 6: Clipping makes long gradients shorter. A gradient that is almost 0 stays so.
statements = dict(enumerate("dbcbaacbcada", start=1))


# %% wrong: statement 6, b
# says: 6: A smaller limit shortens even more; nothing is made longer.
statements = dict(enumerate("dbcbabcbcada", start=1))


# %% wrong: statement 6, c
# says: 6: An LSTM has its carry against vanishing, and clipping does the same there: it shortens.
statements = dict(enumerate("dbcbaccbcada", start=1))


# %% wrong: statement 7, a
# says: 7: The tenth is lost at every step, not once: multiply 0.9 fifty times with itself.
statements = dict(enumerate("dbcbadabcada", start=1))


# %% wrong: statement 7, b
# says: 7: With tanh even less is left: its slope is at most 1.
statements = dict(enumerate("dbcbadbbcada", start=1))


# %% wrong: statement 7, d
# says: 7: Where the state starts does not change the factor.
statements = dict(enumerate("dbcbaddbcada", start=1))


# %% wrong: statement 8, a
# says: 8: A gate of 1 is open: the old carry is multiplied by 1 and stays.
statements = dict(enumerate("dbcbadcacada", start=1))


# %% wrong: statement 8, c
# says: 8: The input gate decides what is added, not what stays.
statements = dict(enumerate("dbcbadcccada", start=1))


# %% wrong: statement 8, d
# says: 8: The output gate decides what is shown, not what stays.
statements = dict(enumerate("dbcbadcdcada", start=1))


# %% wrong: statement 9, a
# says: 9: An encoder-decoder reads one length and writes another.
statements = dict(enumerate("dbcbadcbaada", start=1))


# %% wrong: statement 9, b
# says: 9: It is the other way round: an encoder-decoder may write any number of answers.
statements = dict(enumerate("dbcbadcbbada", start=1))


# %% wrong: statement 9, d
# says: 9: In the aligned type it is so: an answer at each step.
statements = dict(enumerate("dbcbadcbdada", start=1))


# %% wrong: statement 10, b
# says: 10: Step 100 needs the state of step 99, and so on back to the first.
statements = dict(enumerate("dbcbadcbcbda", start=1))


# %% wrong: statement 10, c
# says: 10: Weights of their own would not help: each step still needs the state before it.
statements = dict(enumerate("dbcbadcbccda", start=1))


# %% wrong: statement 10, d
# says: 10: `return_sequences` only decides which states are handed out.
statements = dict(enumerate("dbcbadcbcdda", start=1))


# %% wrong: statement 11, a
# says: 11: Most systems for text and speech today have no recurrence at all.
statements = dict(enumerate("dbcbadcbcaaa", start=1))


# %% wrong: statement 11, b
# says: 11: Long texts are where transformers took over first.
statements = dict(enumerate("dbcbadcbcaba", start=1))


# %% wrong: statement 11, c
# says: 11: Transformers and convolutions do it without any recurrence.
statements = dict(enumerate("dbcbadcbcaca", start=1))


# %% wrong: statement 12, b
# says: 12: A state of fixed size cannot be different for each of ever more sequences: exercise 10 found a pair.
statements = dict(enumerate("dbcbadcbcadb", start=1))


# %% wrong: statement 12, c
# says: 12: Exercise 10 found two of the same length.
statements = dict(enumerate("dbcbadcbcadc", start=1))


# %% wrong: statement 12, d
# says: 12: Exercise 10 found them with weights that are not 0.
statements = dict(enumerate("dbcbadcbcadd", start=1))


# %% wrong: nothing filled in
# says: no question is answered yet
statements = dict.fromkeys(range(1, 13), ...)


# %% wrong: a list
# says: a dictionary with one entry for each question
statements = list("dbcbadcbcada")
