# %% right: the graph itself
def sequential_steps(kinds, steps):
    chain = [0] * steps
    for kind in kinds:
        new = []
        for step in range(steps):
            before = chain[step]
            if kind == "recurrent" and step:
                before = max(before, new[-1])
            new.append(before + 1)
        chain = new
    return max(chain)


# %% right: counting kinds
def sequential_steps(kinds, steps):
    recurrent = sum(kind == "recurrent" for kind in kinds)
    convolutions = len(kinds) - recurrent
    if recurrent == 0:
        return convolutions
    return convolutions + steps + recurrent - 1


# %% right: any
def sequential_steps(kinds, steps):
    return len(kinds) + any(kind == "recurrent" for kind in kinds) * (steps - 1)


# %% wrong: layer by layer
# says: each recurrent layer waits for the whole layer below
def sequential_steps(kinds, steps):
    return sum(steps if kind == "recurrent" else 1 for kind in kinds)


# %% wrong: all work
# says: all work is counted
def sequential_steps(kinds, steps):
    return len(kinds) * steps


# %% wrong: only time
# says: the layers are left out of chains through time
def sequential_steps(kinds, steps):
    return steps if "recurrent" in kinds else len(kinds)


# %% wrong: first step twice
# says: the first step is counted twice
def sequential_steps(kinds, steps):
    return len(kinds) + (steps if "recurrent" in kinds else 0)


# %% wrong: convolutions left out
# says: convolutions are left out of the chain
def sequential_steps(kinds, steps):
    recurrent = kinds.count("recurrent")
    return recurrent + steps - 1 if recurrent else 0


# %% wrong: layers only
# says: recurrent layers count one piece of work each
def sequential_steps(kinds, steps):
    return len(kinds)


# %% wrong: convolutions wait too
# says: convolutions wait for the step before as well
def sequential_steps(kinds, steps):
    return len(kinds) + steps - 1


# %% wrong: the cases on paper
# says: sequential_steps of another network
def sequential_steps(kinds, steps):
    return 9 if "recurrent" in kinds else 2


# %% wrong: a list of parts
# says: sequential_steps for the three cases
def sequential_steps(kinds, steps):
    return [1 if kind == "convolution" else steps for kind in kinds]


# %% wrong: zero
# says: is too small
def sequential_steps(kinds, steps):
    return 0
