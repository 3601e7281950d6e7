# %% right: one product for both inputs
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    both = np.concatenate([reading, state]) @ np.concatenate([kernel, recurrent])
    new = np.tanh(both + bias)
    return new @ out + out_bias, new


# %% right: loops and math.tanh
import math


def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = [np.asarray(w).tolist() for w in weights]
    new = []
    for u in range(len(bias)):
        total = bias[u]
        total += sum(x * kernel[f][u] for f, x in enumerate(reading))
        total += sum(s * recurrent[v][u] for v, s in enumerate(state))
        new.append(math.tanh(total))
    scores = [
        out_bias[k] + sum(n * out[u][k] for u, n in enumerate(new))
        for k in range(len(out_bias))
    ]
    return [np.array(scores), np.array(new)]


# %% right: transposed products
def step(reading, state, weights):
    w, r, b, v, c = weights
    new = np.tanh(w.T.dot(reading) + r.T.dot(state) + b)
    return v.T.dot(new) + c, new


# %% wrong: old state scored
# says: the old state is scored
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    return state @ out + out_bias, np.tanh(reading @ kernel + state @ recurrent + bias)


# %% wrong: no memory
# says: the old state is not used
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + bias)
    return new @ out + out_bias, new


# %% wrong: state not carried
# says: the old state is handed back
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + state @ recurrent + bias)
    return new @ out + out_bias, state


# %% wrong: swapped
# says: scores and state are swapped
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + state @ recurrent + bias)
    return new, new @ out + out_bias


# %% wrong: no tanh
# says: tanh is missing
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = reading @ kernel + state @ recurrent + bias
    return new @ out + out_bias, new


# %% wrong: ReLU
# says: tanh is replaced by ReLU
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.maximum(reading @ kernel + state @ recurrent + bias, 0)
    return new @ out + out_bias, new


# %% wrong: transposed
# says: the recurrent kernel is transposed
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + recurrent @ state + bias)
    return new @ out + out_bias, new


# %% wrong: bias forgotten
# says: the bias is missing
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + state @ recurrent)
    return new @ out + out_bias, new


# %% wrong: output bias forgotten
# says: the output bias is missing
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + state @ recurrent + bias)
    return new @ out, new


# %% wrong: in place
# says: array `state` was changed
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    state[:] = np.tanh(reading @ kernel + state @ recurrent + bias)
    return state @ out + out_bias, state


# %% wrong: the state in a global variable
# says: state
kept = None


def step(reading, state, weights):
    global kept
    kernel, recurrent, bias, out, out_bias = weights
    if kept is None or len(kept) != len(bias):
        kept = np.zeros(len(bias))
    kept = np.tanh(reading @ kernel + kept @ recurrent + bias)
    return kept @ out + out_bias, kept


# %% wrong: softmax
# says: softmax is applied
def step(reading, state, weights):
    kernel, recurrent, bias, out, out_bias = weights
    new = np.tanh(reading @ kernel + state @ recurrent + bias)
    scores = np.exp(new @ out + out_bias)
    return scores / scores.sum(), new


# %% wrong: zeros
# says: state
def step(reading, state, weights):
    return np.zeros(len(weights[4])), np.zeros(len(weights[2]))
