# %% right: np.split
def time_split(table, validation, test, lookback):
    steps = len(table)
    train, middle, last = np.split(table, [steps - validation - test, steps - test])
    middle_start = steps - validation - test - lookback
    last_start = steps - test - lookback
    return (
        train,
        np.concatenate([table[middle_start : middle_start + lookback], middle]),
        np.concatenate([table[last_start : last_start + lookback], last]),
    )


# %% right: negative places
def time_split(table, validation, test, lookback):
    return [
        table[: -(validation + test)],
        table[-(validation + test + lookback) : -test],
        table[-(test + lookback) :],
    ]


# %% right: lists of row numbers
def time_split(table, validation, test, lookback):
    n = len(table)
    places = (
        range(n - validation - test),
        range(n - validation - test - lookback, n - test),
        range(n - test - lookback, n),
    )
    return tuple(np.array([table[i] for i in part]) for part in places)


# %% wrong: shuffled first
# says: not in the order of time
def time_split(table, validation, test, lookback):
    table = np.random.default_rng(0).permutation(table)
    n = len(table)
    a, b = n - validation - test, n - test
    return table[:a], table[a - lookback : b], table[b - lookback :]


# %% wrong: no look-back
# says: the steps to look back on are missing
def time_split(table, validation, test, lookback):
    n = len(table)
    return (
        table[: n - validation - test],
        table[n - validation - test : n - test],
        table[n - test :],
    )


# %% wrong: look-back taken from the part itself
# says: the steps to look back on are counted among those to be forecast
def time_split(table, validation, test, lookback):
    n = len(table)
    a, b = n - validation - test, n - test
    return table[:a], table[a - lookback : b - lookback], table[b - lookback :]


# %% wrong: training runs on into validation
# says: it goes on into the hours that validation is to forecast
def time_split(table, validation, test, lookback):
    n = len(table)
    a, b = n - validation - test, n - test
    return table[: a + lookback], table[a - lookback : b], table[b - lookback :]


# %% wrong: validation trained on
# says: it reaches up to the test part
def time_split(table, validation, test, lookback):
    n = len(table)
    a, b = n - validation - test, n - test
    return table[:b], table[a - lookback : b], table[b - lookback :]


# %% wrong: newest hours for training
# says: it is the end of the table
def time_split(table, validation, test, lookback):
    a = validation + lookback
    return table[validation + test :], table[:a], table[a : a + test + lookback]


# %% wrong: validation and test swapped
# says: validation and test are swapped
def time_split(table, validation, test, lookback):
    n = len(table)
    a, b = n - validation - test, n - test
    return table[:a], table[b - lookback :], table[a - lookback : b]


# %% wrong: two parts only
# says: three arrays
def time_split(table, validation, test, lookback):
    return table[: len(table) - test], table[len(table) - test :]


# %% wrong: zeros
# says: zero
def time_split(table, validation, test, lookback):
    n, features = table.shape
    return (
        np.zeros((n - validation - test, features)),
        np.zeros((lookback + validation, features)),
        np.zeros((lookback + test, features)),
    )


# %% wrong: works in place
# says: table
def time_split(table, validation, test, lookback):
    table -= table.mean(axis=0)
    n = len(table)
    a, b = n - validation - test, n - test
    return table[:a], table[a - lookback : b], table[b - lookback :]
