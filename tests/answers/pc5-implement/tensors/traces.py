# %% right: a dictionary made with dict and zip
traces = dict(zip(range(1, 8), "bdacbda"))


# %% right: capital letters
traces = {
    number: letter.upper()
    for number, letter in {
        1: "b",
        2: "d",
        3: "a",
        4: "c",
        5: "b",
        6: "d",
        7: "a",
    }.items()
}


# %% right: filled one by one
traces = {}
traces[1] = "b"
traces[2] = "d"
traces[3] = "a"
traces[4] = "c"
traces[5] = "b"
traces[6] = "d"
traces[7] = "a"


# %% wrong: 1 is a
# says: A tensor enters as some tensor of its shape and type
traces = {1: "a", 2: "d", 3: "a", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 1 is c
# says: There is no graph before the first call, so that one traces
traces = {1: "c", 2: "d", 3: "a", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 1 is d
# says: The second and the third value fit the graph of the first
traces = {1: "d", 2: "d", 3: "a", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 2 is a
# says: A Python number is fixed into the graph, so another number needs another graph
traces = {1: "b", 2: "a", 3: "a", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 2 is b
# says: There is no graph before the first call, so that one traces
traces = {1: "b", 2: "b", 3: "a", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 2 is c
# says: Three different Python numbers need three graphs
traces = {1: "b", 2: "c", 3: "a", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 3 is b
# says: The graph for a number is kept
traces = {1: "b", 2: "d", 3: "b", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 3 is c
# says: The last number is another one, and Python numbers are fixed into the graph
traces = {1: "b", 2: "d", 3: "c", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 3 is d
# says: There are only two different numbers
traces = {1: "b", 2: "d", 3: "d", 4: "c", 5: "b", 6: "d", 7: "a"}


# %% wrong: 4 is a
# says: A graph is made for one shape, unless a signature leaves it open
traces = {1: "b", 2: "d", 3: "a", 4: "a", 5: "b", 6: "d", 7: "a"}


# %% wrong: 4 is b
# says: The third shape is the first again, and its graph is kept
traces = {1: "b", 2: "d", 3: "a", 4: "b", 5: "b", 6: "d", 7: "a"}


# %% wrong: 4 is d
# says: There is no graph before the first call, so that one traces
traces = {1: "b", 2: "d", 3: "a", 4: "d", 5: "b", 6: "d", 7: "a"}


# %% wrong: 5 is a
# says: The third type is the first again, and its graph is kept
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "a", 6: "d", 7: "a"}


# %% wrong: 5 is c
# says: There is no graph before the first call, so that one traces
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "c", 6: "d", 7: "a"}


# %% wrong: 5 is d
# says: A graph is made for one type
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "d", 6: "d", 7: "a"}


# %% wrong: 6 is a
# says: The signature leaves the length open, so one graph serves all
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "b", 6: "a", 7: "a"}


# %% wrong: 6 is b
# says: The signature leaves the length open from the first call on
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "b", 6: "b", 7: "a"}


# %% wrong: 6 is c
# says: There is no graph before the first call, so that one traces
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "b", 6: "c", 7: "a"}


# %% wrong: 7 is b
# says: NumPy arrays are turned into tensors
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "b", 6: "d", 7: "b"}


# %% wrong: 7 is c
# says: All three have one shape and one type
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "b", 6: "d", 7: "c"}


# %% wrong: 7 is d
# says: There is no graph before the first call, so that one traces
traces = {1: "b", 2: "d", 3: "a", 4: "c", 5: "b", 6: "d", 7: "d"}


# %% wrong: nothing answered
# says: not answered yet
traces = {1: ..., 2: ..., 3: ..., 4: ..., 5: ..., 6: ..., 7: ...}


# %% wrong: words instead of letters
# says: none of the choices
traces = {1: "once", 2: "once", 3: "once", 4: "once", 5: "once", 6: "once", 7: "once"}


# %% wrong: one letter everywhere
# says: look again
traces = dict.fromkeys(range(1, 8), "a")
