# %% right: watched constants
def stopping_slopes(speed, reaction_time, deceleration):
    v = tf.constant(float(speed))
    t = tf.constant(float(reaction_time))
    a = tf.constant(float(deceleration))
    with tf.GradientTape() as tape:
        tape.watch([v, t, a])
        distance = v * t + v * v / a / 2
    return tape.gradient(distance, (v, t, a))


# %% right: one variable of three numbers
def stopping_slopes(speed, reaction_time, deceleration):
    all_three = tf.Variable([speed, reaction_time, deceleration], dtype=tf.float64)
    with tf.GradientTape() as tape:
        distance = all_three[0] * all_three[1] + all_three[0] ** 2 / (2 * all_three[2])
    return tape.gradient(distance, all_three).numpy()


# %% right: the formulas
def stopping_slopes(speed, reaction_time, deceleration):
    return (
        reaction_time + speed / deceleration,
        speed,
        -(speed**2) / (2 * deceleration**2),
    )


# %% right: a persistent tape asked three times
def stopping_slopes(speed, reaction_time, deceleration):
    v, t, a = (
        tf.Variable(x, dtype=tf.float32) for x in (speed, reaction_time, deceleration)
    )
    with tf.GradientTape(persistent=True) as tape:
        distance = v * t + v**2 / (2 * a)
    return np.array([tape.gradient(distance, x) for x in (v, t, a)])


# %% wrong: constants that nobody watches
# says: contains None
def stopping_slopes(speed, reaction_time, deceleration):
    v, t, a = (tf.constant(float(x)) for x in (speed, reaction_time, deceleration))
    with tf.GradientTape() as tape:
        distance = v * t + v**2 / (2 * a)
    return tape.gradient(distance, [v, t, a])


# %% wrong: 2 missing
# says: the 2 below the fraction got lost
def stopping_slopes(speed, reaction_time, deceleration):
    x = [tf.Variable(float(i)) for i in (speed, reaction_time, deceleration)]
    with tf.GradientTape() as tape:
        distance = x[0] * x[1] + x[0] ** 2 / x[2]
    return tape.gradient(distance, x)


# %% wrong: parentheses forgotten
# says: without parentheses
def stopping_slopes(speed, reaction_time, deceleration):
    x = [tf.Variable(float(i)) for i in (speed, reaction_time, deceleration)]
    with tf.GradientTape() as tape:
        distance = x[0] * x[1] + x[0] ** 2 / 2 * x[2]
    return tape.gradient(distance, x)


# %% wrong: reversed
# says: the gradients come in reverse order
def stopping_slopes(speed, reaction_time, deceleration):
    x = [tf.Variable(float(i)) for i in (speed, reaction_time, deceleration)]
    with tf.GradientTape() as tape:
        distance = x[0] * x[1] + x[0] ** 2 / (2 * x[2])
    return tape.gradient(distance, x)[::-1]


# %% wrong: no reaction
# says: the reaction is left out
def stopping_slopes(speed, reaction_time, deceleration):
    v, a = speed, deceleration
    return [v / a, 0, -(v**2) / (2 * a**2)]


# %% wrong: sign lost
# says: the sign of the last one is lost
def stopping_slopes(speed, reaction_time, deceleration):
    v, t, a = speed, reaction_time, deceleration
    return [t + v / a, v, v**2 / (2 * a**2)]


# %% wrong: the numbers of the example
# says: none of its values is right
def stopping_slopes(speed, reaction_time, deceleration):
    return [3.5, 20, -3.125]


# %% wrong: the distance only
# says: single number
def stopping_slopes(speed, reaction_time, deceleration):
    return speed * reaction_time + speed**2 / (2 * deceleration)
