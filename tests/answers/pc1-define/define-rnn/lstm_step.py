# %% right: four matrices cut out one by one
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    units = len(state)

    def total(gate):
        part = slice(gate * units, (gate + 1) * units)
        return inputs @ kernel[:, part] + state @ recurrent_kernel[:, part] + bias[part]

    def gate(number):
        return 1 / (1 + np.exp(-total(number)))

    carry = gate(1) * carry + gate(0) * np.tanh(total(2))
    return gate(3) * np.tanh(carry), carry


# %% right: reshaped into four rows, the sigmoid by way of tanh
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = sums.reshape(4, -1)
    i, f, o = (0.5 + 0.5 * np.tanh(one / 2) for one in (i, f, o))
    new_carry = f * carry + i * np.tanh(c)
    return [o * np.tanh(new_carry), new_carry]


# %% right: TensorFlow
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs[None] @ kernel + state[None] @ recurrent_kernel + bias
    i, f, c, o = tf.split(tf.constant(sums)[0], 4)
    carry = tf.sigmoid(f) * carry + tf.sigmoid(i) * tf.tanh(c)
    return tf.sigmoid(o) * tf.tanh(carry), carry


# %% right: unit by unit
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    import math

    units = len(carry)
    sums = [
        sum(inputs * kernel[:, k]) + sum(state * recurrent_kernel[:, k]) + bias[k]
        for k in range(4 * units)
    ]
    states, carries = [], []
    for unit in range(units):
        i, f, o = (1 / (1 + math.exp(-sums[unit + k * units])) for k in (0, 1, 3))
        carries.append(f * carry[unit] + i * math.tanh(sums[unit + 2 * units]))
        states.append(o * math.tanh(carries[-1]))
    return states, carries


# %% wrong: the order i, f, o, c
# says: the gates are cut out in another order, i, f, o, c
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, o, c = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = f * carry + i * np.tanh(c)
    return o * np.tanh(carry), carry


# %% wrong: the order f, i, c, o
# says: the gates are cut out in another order, f, i, c, o
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    f, i, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = f * carry + i * np.tanh(c)
    return o * np.tanh(carry), carry


# %% wrong: carry given first
# says: state and carry are given in the wrong order
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = f * carry + i * np.tanh(c)
    return carry, o * np.tanh(carry)


# %% wrong: the forget gate forgets
# says: the forget gate is turned round
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = (1 - f) * carry + i * np.tanh(c)
    return o * np.tanh(carry), carry


# %% wrong: the old carry is lost
# says: the old carry is not kept
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, _, c, o = np.split(sums, 4)
    i, o = (1 / (1 + np.exp(-one)) for one in (i, o))
    carry = i * np.tanh(c)
    return o * np.tanh(carry), carry


# %% wrong: no forget gate, as in 1997
# says: the forget gate is left out
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, _, c, o = np.split(sums, 4)
    i, o = (1 / (1 + np.exp(-one)) for one in (i, o))
    carry = carry + i * np.tanh(c)
    return o * np.tanh(carry), carry


# %% wrong: no tanh of the carry
# says: tanh of the new carry is missing
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = f * carry + i * np.tanh(c)
    return o * carry, carry


# %% wrong: the state from the old carry
# says: the state is made from the old carry
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    return o * np.tanh(carry), f * carry + i * np.tanh(c)


# %% wrong: the candidate through the sigmoid
# says: the candidate goes through the sigmoid
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(1 / (1 + np.exp(-sums)), 4)
    carry = f * carry + i * c
    return o * np.tanh(carry), carry


# %% wrong: gates through tanh
# says: the gates go through tanh
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(np.tanh(sums), 4)
    carry = f * carry + i * c
    return o * np.tanh(carry), carry


# %% wrong: the old state does not come in
# says: the old state does not come in
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    i, f, c, o = np.split(inputs @ kernel + bias, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = f * carry + i * np.tanh(c)
    return o * np.tanh(carry), carry


# %% wrong: only the state
# says: lstm_step
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry = f * carry + i * np.tanh(c)
    return o * np.tanh(carry)


# %% wrong: what came in goes out
# says: lstm_step
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    return state, carry


# %% wrong: the carry is changed in place
# says: `carry`
def lstm_step(inputs, state, carry, kernel, recurrent_kernel, bias):
    sums = inputs @ kernel + state @ recurrent_kernel + bias
    i, f, c, o = np.split(sums, 4)
    i, f, o = (1 / (1 + np.exp(-one)) for one in (i, f, o))
    carry *= f
    carry += i * np.tanh(c)
    return o * np.tanh(carry), carry
