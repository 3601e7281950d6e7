# %% right: a dictionary made with dict and zip
repairs = dict(zip(range(1, 9), "cbdadbca"))


# %% right: capital letters
repairs = {
    number: letter.upper()
    for number, letter in {
        1: "c",
        2: "b",
        3: "d",
        4: "a",
        5: "d",
        6: "b",
        7: "c",
        8: "a",
    }.items()
}


# %% right: filled one by one
repairs = {}
repairs[1] = "c"
repairs[2] = "b"
repairs[3] = "d"
repairs[4] = "a"
repairs[5] = "d"
repairs[6] = "b"
repairs[7] = "c"
repairs[8] = "a"


# %% wrong: 1 is a
# says: tensorflow
repairs = {1: "a", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 1 is b
# says: tf
repairs = {1: "b", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 1 is d
# says: tf
repairs = {1: "d", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 2 is a
# says: A variable needs a value with a full shape, and is for what is learned
repairs = {1: "c", 2: "a", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 2 is c
# says: That is an empty tensor
repairs = {1: "c", 2: "c", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 2 is d
# says: tf
repairs = {1: "c", 2: "d", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 3 is a
# says: Zeros are no start for weights
repairs = {1: "c", 2: "b", 3: "a", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 3 is b
# says: tf
repairs = {1: "c", 2: "b", 3: "b", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 3 is c
# says: A constant cannot be trained, and equal weights all learn the same
repairs = {1: "c", 2: "b", 3: "c", 4: "a", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 4 is b
# says: Pooling is part of the network
repairs = {1: "c", 2: "b", 3: "d", 4: "b", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 4 is c
# says: ReLU does not make the map smaller
repairs = {1: "c", 2: "b", 3: "d", 4: "c", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 4 is d
# says: tf
repairs = {1: "c", 2: "b", 3: "d", 4: "d", 5: "d", 6: "b", 7: "c", 8: "a"}


# %% wrong: 5 is a
# says: tf
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "a", 6: "b", 7: "c", 8: "a"}


# %% wrong: 5 is b
# says: tf
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "b", 6: "b", 7: "c", 8: "a"}


# %% wrong: 5 is c
# says: Then nothing would be learned
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "c", 6: "b", 7: "c", 8: "a"}


# %% wrong: 6 is a
# says: tf
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "a", 7: "c", 8: "a"}


# %% wrong: 6 is c
# says: There is neither a session nor this function any more
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "c", 7: "c", 8: "a"}


# %% wrong: 6 is d
# says: That would throw the initial values away
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "d", 7: "c", 8: "a"}


# %% wrong: 7 is a
# says: A tensor has no inputs to give
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "a", 8: "a"}


# %% wrong: 7 is b
# says: There is no session any more
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "b", 8: "a"}


# %% wrong: 7 is d
# says: That makes a graph function; it does not call it
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "d", 8: "a"}


# %% wrong: 8 is b
# says: A dense layer has no state
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "b"}


# %% wrong: 8 is c
# says: tf
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "c"}


# %% wrong: 8 is d
# says: tf
repairs = {1: "c", 2: "b", 3: "d", 4: "a", 5: "d", 6: "b", 7: "c", 8: "d"}


# %% wrong: nothing answered
# says: not answered yet
repairs = {1: ..., 2: ..., 3: ..., 4: ..., 5: ..., 6: ..., 7: ..., 8: ...}


# %% wrong: words instead of letters
# says: none of the choices
repairs = {
    1: "once",
    2: "once",
    3: "once",
    4: "once",
    5: "once",
    6: "once",
    7: "once",
    8: "once",
}


# %% wrong: one letter everywhere
# says: look again
repairs = dict.fromkeys(range(1, 9), "a")
