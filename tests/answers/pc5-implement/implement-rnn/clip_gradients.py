# %% right: TensorFlow
def clip_gradients(gradients, limit):
    tensors = [tf.constant(g, tf.float64) for g in gradients]
    clipped, _ = tf.clip_by_global_norm(tensors, tf.constant(limit, tf.float64))
    return [g.numpy() for g in clipped]


# %% right: one long arrow
def clip_gradients(gradients, limit):
    arrow = np.concatenate([np.ravel(g) for g in gradients])
    length = np.linalg.norm(arrow)
    return [g * limit / max(length, limit) for g in gradients]


# %% right: loops
def clip_gradients(gradients, limit):
    total = 0.0
    for g in gradients:
        for number in np.asarray(g).flat:
            total += number * number
    if total <= limit * limit:
        return tuple(np.array(g) for g in gradients)
    return tuple(np.array(g) * (limit / total**0.5) for g in gradients)


# %% wrong: each array by itself
# says: each array is shortened by its own length
def clip_gradients(gradients, limit):
    return [g * min(1, limit / (np.linalg.norm(g) or 1.0)) for g in gradients]


# %% wrong: each number by itself
# says: each number is cut off by itself
def clip_gradients(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]


# %% wrong: always as long as the limit
# says: short gradients are made longer
def clip_gradients(gradients, limit):
    length = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g * limit / (length or 1.0) for g in gradients]


# %% wrong: no root
# says: the root is missing
def clip_gradients(gradients, limit):
    length = sum(np.sum(g**2) for g in gradients)
    return [g * min(1, limit / (length or 1.0)) for g in gradients]


# %% wrong: lengths added up
# says: the lengths of the arrays are added up
def clip_gradients(gradients, limit):
    length = sum(np.sqrt(np.sum(g**2)) for g in gradients)
    return [g * min(1, limit / (length or 1.0)) for g in gradients]


# %% wrong: largest number
# says: the largest number decides
def clip_gradients(gradients, limit):
    largest = max(np.abs(g).max() for g in gradients)
    return [g * min(1, limit / (largest or 1.0)) for g in gradients]


# %% wrong: limit forgotten
# says: gradients are brought to length 1
def clip_gradients(gradients, limit):
    length = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g / length for g in gradients] if length > limit else gradients


# %% wrong: nothing done
# says: nothing is shortened
def clip_gradients(gradients, limit):
    return gradients


# %% wrong: in place
# says: array of `gradients` was changed
def clip_gradients(gradients, limit):
    length = np.sqrt(sum(np.sum(g**2) for g in gradients))
    if length > limit:
        for g in gradients:
            g *= limit / length
    return gradients


# %% wrong: zero by zero
# says: number
def clip_gradients(gradients, limit):
    length = np.sqrt(sum(np.sum(g**2) for g in gradients))
    with np.errstate(all="ignore"):
        return [g / length * np.minimum(length, limit) for g in gradients]
