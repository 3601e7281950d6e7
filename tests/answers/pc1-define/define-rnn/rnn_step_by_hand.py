# %% right: lists
rnn_step_by_hand = {
    "from the input": [2, 1],
    "from the state": [-1.5, 1.0],
    "sum": [-0.5, 2.5],
}


# %% right: arrays
rnn_step_by_hand = {
    "from the input": np.array([2.0, 1.0]),
    "from the state": np.array([-1.5, 1]),
    "sum": np.array([-0.5, 2.5]),
}


# %% right: computed from the cell
rnn_step_by_hand = {
    "from the input": small_inputs @ small_kernel,
    "from the state": small_state @ small_recurrent_kernel,
}
rnn_step_by_hand["sum"] = sum(rnn_step_by_hand.values()) + small_bias


# %% wrong: rows instead of columns
# says: the vector is multiplied with the rows of the matrix
rnn_step_by_hand = {
    "from the input": [1, 3],
    "from the state": [-3.5, 0],
    "sum": [-3.5, 3.5],
}


# %% wrong: the state with rows
# says: the vector is multiplied with the rows of the matrix
rnn_step_by_hand = {
    "from the input": [2, 1],
    "from the state": [-3.5, 0],
    "sum": [-2.5, 1.5],
}


# %% wrong: the two matrices swapped
# says: the other matrix is used
rnn_step_by_hand = {
    "from the input": [2, 4.5],
    "from the state": [1, -7],
    "sum": [2, -2],
}


# %% wrong: sum without bias
# says: the bias is missing
rnn_step_by_hand = {
    "from the input": [2, 1],
    "from the state": [-1.5, 1],
    "sum": [0.5, 2],
}


# %% wrong: sum without the state
# says: the term from the state is missing
rnn_step_by_hand = {
    "from the input": [2, 1],
    "from the state": [-1.5, 1],
    "sum": [1, 1.5],
}


# %% wrong: tanh taken already
# says: the sum has gone through tanh already
rnn_step_by_hand = {
    "from the input": [2, 1],
    "from the state": [-1.5, 1],
    "sum": [-0.46211716, 0.9866143],
}


# %% wrong: the bias in the first term already
# says: the bias is in it already
rnn_step_by_hand = {
    "from the input": [1, 1.5],
    "from the state": [-1.5, 1],
    "sum": [-0.5, 2.5],
}


# %% wrong: a minus sign lost
# says: a minus sign got lost
rnn_step_by_hand = {
    "from the input": [2, 5],
    "from the state": [-1.5, 1],
    "sum": [-0.5, 6.5],
}


# %% wrong: an entry left out
# says: there is no entry
rnn_step_by_hand = {"from the input": [2, 1], "sum": [-0.5, 2.5]}


# %% wrong: zeros
# says: rnn_step_by_hand
rnn_step_by_hand = {
    "from the input": [0, 0],
    "from the state": [0, 0],
    "sum": [0, 0],
}
