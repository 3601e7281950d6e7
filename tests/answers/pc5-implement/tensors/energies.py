# %% right: constants of one type
def energies(speeds):
    log = []

    @tf.function
    def energy(speed):
        log.append(1)
        return 750.0 * speed * speed / 1000.0

    return [energy(tf.constant(s, dtype=tf.float32)).numpy() for s in speeds], len(log)


# %% right: NumPy numbers of one type
def energies(speeds):
    count = 0

    @tf.function
    def energy(speed):
        nonlocal count
        count += 1
        return tf.square(speed) * 0.75

    values = [float(energy(np.float32(s))) for s in speeds]
    return values, count


# %% right: the function's own counter
def energies(speeds):
    @tf.function(input_signature=(tf.TensorSpec(shape=(), dtype=tf.float64),))
    def energy(speed):
        return tf.constant(0.75, tf.float64) * speed**2

    values = np.array([energy(speed) for speed in np.array(speeds, float)])
    return values, energy.experimental_get_tracing_count()


# %% wrong: Python numbers
# says: the function is traced for each new number
def energies(speeds):
    log = []

    @tf.function
    def energy(speed):
        log.append(1)
        return 0.5 * 1500.0 * speed**2 / 1000.0

    return [float(energy(float(s))) for s in speeds], len(log)


# %% wrong: made anew in the loop
# says: the function is traced for each new number
def energies(speeds):
    log = []
    values = []
    for speed in speeds:

        @tf.function
        def energy(v):
            log.append(1)
            return 0.75 * v**2

        values.append(float(energy(tf.constant(speed, tf.float32))))
    return values, len(log)


# %% wrong: no graph at all
# says: nothing was traced
def energies(speeds):
    return [0.75 * speed**2 for speed in speeds], 0


# %% wrong: whole numbers and fractions give two types
# says: whole numbers and fractions become tensors of two types
def energies(speeds):
    log = []

    @tf.function
    def energy(speed):
        log.append(1)
        return 0.75 * tf.cast(speed, tf.float32) ** 2

    return [float(energy(tf.constant(s))) for s in speeds], len(log)


# %% wrong: joules
# says: the energy is in joules
def energies(speeds):
    log = []

    @tf.function
    def energy(speed):
        log.append(1)
        return 750.0 * speed**2

    return [float(energy(tf.constant(s, tf.float32))) for s in speeds], len(log)


# %% wrong: the half forgotten
# says: the half is missing
def energies(speeds):
    return [1.5 * speed**2 for speed in speeds], 1


# %% wrong: only the energies
# says: should give two things
def energies(speeds):
    return [0.75 * speed**2 for speed in speeds]
