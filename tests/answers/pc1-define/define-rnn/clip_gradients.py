# %% right: one long vector
def clip_gradients(gradients, limit):
    norm = np.linalg.norm(np.concatenate([np.ravel(g) for g in gradients]))
    if norm <= limit:
        return gradients
    return [gradient * (limit / norm) for gradient in gradients]


# %% right: the smaller of two factors
def clip_gradients(gradients, limit):
    norm = sum(float(np.vdot(g, g)) for g in gradients) ** 0.5
    factor = min(1.0, limit / max(norm, 1e-30))
    return tuple(np.multiply(g, factor) for g in gradients)


# %% right: TensorFlow's own
def clip_gradients(gradients, limit):
    clipped, _ = tf.clip_by_global_norm([tf.constant(g) for g in gradients], limit)
    return [one.numpy() for one in clipped]


# %% wrong: each number by itself
# says: each number is clipped by itself
def clip_gradients(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]


# %% wrong: each array by its own norm
# says: each array is clipped by its own norm
def clip_gradients(gradients, limit):
    norms = [np.linalg.norm(g) for g in gradients]
    return [
        g * (limit / norm) if norm > limit else g for g, norm in zip(gradients, norms)
    ]


# %% wrong: short ones are stretched
# says: gradients within the limit are stretched
def clip_gradients(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients)) or 1.0
    return [g * limit / norm for g in gradients]


# %% wrong: no root
# says: the root is forgotten
def clip_gradients(gradients, limit):
    squares = sum(np.sum(g**2) for g in gradients)
    return [g * limit / squares if squares > limit else g for g in gradients]


# %% wrong: norms added up
# says: the norms of the arrays are added up
def clip_gradients(gradients, limit):
    norm = sum(np.linalg.norm(g) for g in gradients)
    return [g * limit / norm if norm > limit else g for g in gradients]


# %% wrong: length 1 whatever the limit
# says: all are divided by the norm
def clip_gradients(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g / norm if norm > limit else g for g in gradients]


# %% wrong: nothing done
# says: nothing is clipped
def clip_gradients(gradients, limit):
    return gradients


# %% wrong: set to 0
# says: gradients that are too long become 0
def clip_gradients(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g if norm <= limit else np.zeros(g.shape) for g in gradients]


# %% wrong: 0 divided by 0
# says: clip_gradients
def clip_gradients(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    with np.errstate(all="ignore"):
        return [g / norm * np.minimum(norm, limit) for g in gradients]


# %% wrong: one array comes back
# says: a list with one array for each
def clip_gradients(gradients, limit):
    together = np.concatenate([np.ravel(g) for g in gradients])
    return together * min(1.0, limit / max(np.linalg.norm(together), 1e-30))


# %% wrong: the gradients are changed in place
# says: `gradients`
def clip_gradients(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    if norm > limit:
        for gradient in gradients:
            gradient *= limit / norm
    return gradients
