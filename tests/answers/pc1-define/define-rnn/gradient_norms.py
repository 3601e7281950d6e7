# %% right: counted lags
def gradient_norms(states, recurrent_kernel):
    steps, units = states.shape
    norms = np.ones(steps)
    for lag in range(1, steps):
        product = np.eye(units)
        for back in range(lag):
            state = states[steps - 1 - back]
            product = product @ np.diag(1 - state**2) @ recurrent_kernel.T
        norms[lag] = np.linalg.norm(product, ord=2)
    return norms


# %% right: transposed product and singular values
def gradient_norms(states, recurrent_kernel):
    product = np.identity(states.shape[1])
    norms = [1]
    for state in reversed(states[1:]):
        product = (recurrent_kernel * (1 - state * state)) @ product
        norms.append(np.linalg.svd(product, compute_uv=False)[0])
    return norms


# %% right: recursion on the states
def gradient_norms(states, recurrent_kernel):
    def products(left, rest):
        if len(rest) == 1:
            return [left]
        jacobian = (1 - rest[-1][:, None] ** 2) * recurrent_kernel.T
        return [left, *products(left @ jacobian, rest[:-1])]

    matrices = products(np.eye(len(recurrent_kernel)), states)
    return np.array([np.linalg.norm(matrix, 2) for matrix in matrices])


# %% wrong: no slope
# says: the slope of tanh is missing
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), [1.0]
    for _ in states[1:]:
        product = product @ recurrent_kernel.T
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms)


# %% wrong: not transposed
# says: the recurrent kernel is not transposed
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), [1.0]
    for state in states[:0:-1]:
        product = product @ np.diag(1 - state**2) @ recurrent_kernel
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms)


# %% wrong: slope at the old state
# says: the slope is taken at the old state
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), [1.0]
    for state in states[-2::-1]:
        product = product @ np.diag(1 - state**2) @ recurrent_kernel.T
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms)


# %% wrong: from the first state on
# says: you walk from the first state to the last
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), [1.0]
    for state in states[:-1]:
        product = product @ np.diag(1 - state**2) @ recurrent_kernel.T
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms)


# %% wrong: tanh once more
# says: tanh is taken of the states once more
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), [1.0]
    for state in states[:0:-1]:
        product = product @ np.diag(1 - np.tanh(state) ** 2) @ recurrent_kernel.T
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms)


# %% wrong: the norm of all numbers
# says: another norm is used
def gradient_norms(states, recurrent_kernel):
    product = np.eye(len(recurrent_kernel))
    norms = [np.linalg.norm(product)]
    for state in states[:0:-1]:
        product = product @ np.diag(1 - state**2) @ recurrent_kernel.T
        norms.append(np.linalg.norm(product))
    return np.array(norms)


# %% wrong: the norms multiplied
# says: the norms are multiplied
def gradient_norms(states, recurrent_kernel):
    norms = [1.0]
    for state in states[:0:-1]:
        jacobian = np.diag(1 - state**2) @ recurrent_kernel.T
        norms.append(norms[-1] * np.linalg.norm(jacobian, 2))
    return np.array(norms)


# %% wrong: no product
# says: each Jacobian stands by itself
def gradient_norms(states, recurrent_kernel):
    norms = [1.0]
    for state in states[:0:-1]:
        norms.append(np.linalg.norm(np.diag(1 - state**2) @ recurrent_kernel.T, 2))
    return np.array(norms)


# %% wrong: lag 0 left out
# says: lag 0 is left out
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), []
    for state in states[:0:-1]:
        product = product @ np.diag(1 - state**2) @ recurrent_kernel.T
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms)


# %% wrong: longest lag first
# says: the norms run from the longest lag
def gradient_norms(states, recurrent_kernel):
    product, norms = np.eye(len(recurrent_kernel)), [1.0]
    for state in states[:0:-1]:
        product = product @ np.diag(1 - state**2) @ recurrent_kernel.T
        norms.append(np.linalg.norm(product, 2))
    return np.array(norms[::-1])


# %% wrong: ones
# says: gradient_norms
def gradient_norms(states, recurrent_kernel):
    return np.ones(len(states))
