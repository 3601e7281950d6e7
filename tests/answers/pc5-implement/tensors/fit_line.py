# %% right: gradients by formula
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        r = w * x + b - y
        w, b = w - learning_rate * 2 * (r * x).mean(), b - learning_rate * 2 * r.mean()
    return w, b


# %% right: Keras's optimiser
def fit_line(x, y, learning_rate, steps):
    w, b = tf.Variable(0.0), tf.Variable(0.0)
    optimizer = keras.optimizers.SGD(learning_rate)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(
                tf.square(w * tf.cast(x, "float32") + b - tf.cast(y, "float32"))
            )
        optimizer.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    return [w.numpy(), b.numpy()]


# %% right: one variable of two numbers, a matrix product
def fit_line(x, y, learning_rate, steps):
    design = tf.constant(np.stack([x, np.ones_like(x)], axis=1))
    target = tf.constant(y[:, None])
    both = tf.Variable(np.zeros((2, 1)))
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((design @ both - target) ** 2)
        both.assign(both - learning_rate * tape.gradient(loss, both))
    return both.numpy().ravel()


# %% wrong: uphill
# says: you go uphill
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        r = w * x + b - y
        w, b = w + learning_rate * 2 * (r * x).mean(), b + learning_rate * 2 * r.mean()
    return w, b


# %% wrong: bias forgotten
# says: the bias never moves
def fit_line(x, y, learning_rate, steps):
    w = tf.Variable(0.0)
    x, y = tf.cast(x, tf.float32), tf.cast(y, tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((w * x - y) ** 2)
        w.assign_sub(learning_rate * tape.gradient(loss, w))
    return float(w), 0.0


# %% wrong: sum of squares
# says: the errors are added up
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        r = w * x + b - y
        w, b = w - learning_rate * 2 * (r * x).sum(), b - learning_rate * 2 * r.sum()
    return w, b


# %% wrong: half the error
# says: the 2 of the square is missing
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        r = w * x + b - y
        w, b = w - learning_rate * (r * x).mean(), b - learning_rate * r.mean()
    return w, b


# %% wrong: one after the other
# says: the weight moves before the gradient of the bias is taken
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        w -= learning_rate * 2 * ((w * x + b - y) * x).mean()
        b -= learning_rate * 2 * (w * x + b - y).mean()
    return w, b


# %% wrong: by formula
# says: the line is found by formula
def fit_line(x, y, learning_rate, steps):
    if len(x) == 1:
        return 1.2, 0.6
    return np.polyfit(x, y, 1)


# %% wrong: a step too many
# says: one step too many
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps + 1):
        r = w * x + b - y
        w, b = w - learning_rate * 2 * (r * x).mean(), b - learning_rate * 2 * r.mean()
    return w, b


# %% wrong: learning rate fixed
# says: fit_line
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        r = w * x + b - y
        w, b = w - 0.1 * 2 * (r * x).mean(), b - 0.1 * 2 * r.mean()
    return w, b


# %% wrong: swapped
# says: weight and bias are swapped
def fit_line(x, y, learning_rate, steps):
    w = b = 0.0
    for _ in range(steps):
        r = w * x + b - y
        w, b = w - learning_rate * 2 * (r * x).mean(), b - learning_rate * 2 * r.mean()
    return b, w


# %% wrong: never moves
# says: zero everywhere
def fit_line(x, y, learning_rate, steps):
    return 0.0, 0.0
