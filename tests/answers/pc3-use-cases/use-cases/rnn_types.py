# %% right: from a list
rnn_types = dict(
    enumerate(
        [
            "one to one",
            "one to many",
            "many to one",
            "aligned",
            "encoder-decoder",
            "aligned",
            "one to one",
            "one to many",
            "many to one",
            "encoder-decoder",
        ],
        start=1,
    )
)


# %% right: capital letters and spaces
rnn_types = {
    1: " One to one",
    2: " One to many",
    3: " Many to one",
    4: " Aligned",
    5: " Encoder-decoder",
    6: " Aligned",
    7: " One to one",
    8: " One to many",
    9: " Many to one",
    10: " Encoder-decoder",
}


# %% right: grouped by type
rnn_types = {}
for kind, tasks in {
    "one to one": [1, 7],
    "one to many": [2, 8],
    "many to one": [3, 9],
    "aligned": [4, 6],
    "encoder-decoder": [5, 10],
}.items():
    for task in tasks:
        rnn_types[task] = kind


# %% wrong: task 1, one to many
# says: 1: 'one to many' starts from a single input and gives one step after the other. One picture at once, one class: what would be the steps?
rnn_types = {
    1: "one to one",
    2: "one to many",
    3: "many to one",
    4: "aligned",
    5: "encoder-decoder",
    6: "aligned",
    7: "one to one",
    8: "one to many",
    9: "many to one",
    10: "encoder-decoder",
}
rnn_types[1] = "one to many"


# %% wrong: task 1, many to one
# says: 1: 'many to one' reads steps and gives a single answer after the last one. One picture at once, one class: what would be the steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[1] = "many to one"


# %% wrong: task 1, aligned
# says: 1: 'aligned' gives an answer at each step, as many as there are steps that come in. One picture at once, one class: what would be the steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[1] = "aligned"


# %% wrong: task 1, encoder-decoder
# says: 1: 'encoder-decoder' first reads everything, then gives a series of its own length. One picture at once, one class: what would be the steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[1] = "encoder-decoder"


# %% wrong: task 2, one to one
# says: 2: 'one to one' has no steps at all, neither in nor out. Count the pictures that come in and the words that come out.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[2] = "one to one"


# %% wrong: task 2, many to one
# says: 2: 'many to one' reads steps and gives a single answer after the last one. Count the pictures that come in and the words that come out.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[2] = "many to one"


# %% wrong: task 2, aligned
# says: 2: 'aligned' gives an answer at each step, as many as there are steps that come in. Count the pictures that come in and the words that come out.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[2] = "aligned"


# %% wrong: task 2, encoder-decoder
# says: 2: 'encoder-decoder' first reads everything, then gives a series of its own length. Count the pictures that come in and the words that come out.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[2] = "encoder-decoder"


# %% wrong: task 3, one to one
# says: 3: 'one to one' has no steps at all, neither in nor out. Count the answers: how many are there for ten seconds?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[3] = "one to one"


# %% wrong: task 3, one to many
# says: 3: 'one to many' starts from a single input and gives one step after the other. Count the answers: how many are there for ten seconds?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[3] = "one to many"


# %% wrong: task 3, aligned
# says: 3: 'aligned' gives an answer at each step, as many as there are steps that come in. Count the answers: how many are there for ten seconds?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[3] = "aligned"


# %% wrong: task 3, encoder-decoder
# says: 3: 'encoder-decoder' first reads everything, then gives a series of its own length. Count the answers: how many are there for ten seconds?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[3] = "encoder-decoder"


# %% wrong: task 4, one to one
# says: 4: 'one to one' has no steps at all, neither in nor out. Each moment gets its own answer, before the next moment comes.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[4] = "one to one"


# %% wrong: task 4, one to many
# says: 4: 'one to many' starts from a single input and gives one step after the other. Each moment gets its own answer, before the next moment comes.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[4] = "one to many"


# %% wrong: task 4, many to one
# says: 4: 'many to one' reads steps and gives a single answer after the last one. Each moment gets its own answer, before the next moment comes.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[4] = "many to one"


# %% wrong: task 4, encoder-decoder
# says: 4: 'encoder-decoder' first reads everything, then gives a series of its own length. Each moment gets its own answer, before the next moment comes.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[4] = "encoder-decoder"


# %% wrong: task 5, one to one
# says: 5: 'one to one' has no steps at all, neither in nor out. The English sentence may be longer or shorter, and its first word may need the last German one.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[5] = "one to one"


# %% wrong: task 5, one to many
# says: 5: 'one to many' starts from a single input and gives one step after the other. The English sentence may be longer or shorter, and its first word may need the last German one.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[5] = "one to many"


# %% wrong: task 5, many to one
# says: 5: 'many to one' reads steps and gives a single answer after the last one. The English sentence may be longer or shorter, and its first word may need the last German one.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[5] = "many to one"


# %% wrong: task 5, aligned
# says: 5: 'aligned' gives an answer at each step, as many as there are steps that come in. The English sentence may be longer or shorter, and its first word may need the last German one.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[5] = "aligned"


# %% wrong: task 6, one to one
# says: 6: 'one to one' has no steps at all, neither in nor out. Count the words and the answers.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[6] = "one to one"


# %% wrong: task 6, one to many
# says: 6: 'one to many' starts from a single input and gives one step after the other. Count the words and the answers.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[6] = "one to many"


# %% wrong: task 6, many to one
# says: 6: 'many to one' reads steps and gives a single answer after the last one. Count the words and the answers.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[6] = "many to one"


# %% wrong: task 6, encoder-decoder
# says: 6: 'encoder-decoder' first reads everything, then gives a series of its own length. Count the words and the answers.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[6] = "encoder-decoder"


# %% wrong: task 7, one to many
# says: 7: 'one to many' starts from a single input and gives one step after the other. A row has columns. Does it have steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[7] = "one to many"


# %% wrong: task 7, many to one
# says: 7: 'many to one' reads steps and gives a single answer after the last one. A row has columns. Does it have steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[7] = "many to one"


# %% wrong: task 7, aligned
# says: 7: 'aligned' gives an answer at each step, as many as there are steps that come in. A row has columns. Does it have steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[7] = "aligned"


# %% wrong: task 7, encoder-decoder
# says: 7: 'encoder-decoder' first reads everything, then gives a series of its own length. A row has columns. Does it have steps?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[7] = "encoder-decoder"


# %% wrong: task 8, one to one
# says: 8: 'one to one' has no steps at all, neither in nor out. One choice comes in. How many speeds come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[8] = "one to one"


# %% wrong: task 8, many to one
# says: 8: 'many to one' reads steps and gives a single answer after the last one. One choice comes in. How many speeds come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[8] = "many to one"


# %% wrong: task 8, aligned
# says: 8: 'aligned' gives an answer at each step, as many as there are steps that come in. One choice comes in. How many speeds come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[8] = "aligned"


# %% wrong: task 8, encoder-decoder
# says: 8: 'encoder-decoder' first reads everything, then gives a series of its own length. One choice comes in. How many speeds come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[8] = "encoder-decoder"


# %% wrong: task 9, one to one
# says: 9: 'one to one' has no steps at all, neither in nor out. A hundred spectra come in. How many commands come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[9] = "one to one"


# %% wrong: task 9, one to many
# says: 9: 'one to many' starts from a single input and gives one step after the other. A hundred spectra come in. How many commands come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[9] = "one to many"


# %% wrong: task 9, aligned
# says: 9: 'aligned' gives an answer at each step, as many as there are steps that come in. A hundred spectra come in. How many commands come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[9] = "aligned"


# %% wrong: task 9, encoder-decoder
# says: 9: 'encoder-decoder' first reads everything, then gives a series of its own length. A hundred spectra come in. How many commands come out?
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[9] = "encoder-decoder"


# %% wrong: task 10, one to one
# says: 10: 'one to one' has no steps at all, neither in nor out. The answer starts after the whole dialogue was read, and has a length of its own.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[10] = "one to one"


# %% wrong: task 10, one to many
# says: 10: 'one to many' starts from a single input and gives one step after the other. The answer starts after the whole dialogue was read, and has a length of its own.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[10] = "one to many"


# %% wrong: task 10, many to one
# says: 10: 'many to one' reads steps and gives a single answer after the last one. The answer starts after the whole dialogue was read, and has a length of its own.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[10] = "many to one"


# %% wrong: task 10, aligned
# says: 10: 'aligned' gives an answer at each step, as many as there are steps that come in. The answer starts after the whole dialogue was read, and has a length of its own.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[10] = "aligned"


# %% wrong: last one not answered
# says: 10: not answered yet.
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[10] = ...


# %% wrong: last one left out
# says: 10: this question is missing
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + del rnn_types[10]


# %% wrong: many to many, as the unit writes
# says: is none of the choices
# like: task 1, one to many
# - rnn_types[1] = "one to many"
# + rnn_types[4] = "many to many"


# %% wrong: a list
# says: but this is a list
rnn_types = [
    "one to one",
    "one to many",
    "many to one",
    "aligned",
    "encoder-decoder",
    "aligned",
    "one to one",
    "one to many",
    "many to one",
    "encoder-decoder",
]


# %% wrong: nothing answered
# says: no question is answered yet
rnn_types = dict.fromkeys(range(1, 11), ...)


# %% wrong: always one to one
# says: 2 of 10 right
rnn_types = dict.fromkeys(range(1, 11), "one to one")


# %% wrong: always one to many
# says: 2 of 10 right
rnn_types = dict.fromkeys(range(1, 11), "one to many")


# %% wrong: always many to one
# says: 2 of 10 right
rnn_types = dict.fromkeys(range(1, 11), "many to one")


# %% wrong: always aligned
# says: 2 of 10 right
rnn_types = dict.fromkeys(range(1, 11), "aligned")


# %% wrong: always encoder-decoder
# says: 2 of 10 right
rnn_types = dict.fromkeys(range(1, 11), "encoder-decoder")
