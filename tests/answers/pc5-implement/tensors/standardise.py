# %% right: constants of float32
def standardise(pictures, mean, deviation):
    mean = tf.constant(mean, dtype=tf.float32)
    deviation = tf.constant(deviation, dtype=tf.float32)
    return (tf.cast(pictures, "float32") - mean) / deviation


# %% right: NumPy first, a tensor at the end
def standardise(pictures, mean, deviation):
    numbers = (np.asarray(pictures, dtype="float64") - mean) / np.array(deviation)
    return tf.convert_to_tensor(numbers, dtype=tf.float32)


# %% right: Keras's layer, variance from the deviation
def standardise(pictures, mean, deviation):
    variance = np.array(deviation, dtype="float32") ** 2
    layer = keras.layers.Normalization(
        mean=np.array(mean, "float32"), variance=variance
    )
    return layer(tf.cast(pictures, tf.float32))


# %% right: channel by channel
def standardise(pictures, mean, deviation):
    channels = tf.unstack(tf.cast(pictures, tf.float32), axis=-1)
    done = [(c - float(m)) / float(d) for c, m, d in zip(channels, mean, deviation)]
    return tf.stack(done, axis=-1)


# %% wrong: bytes wrap round
# says: bytes wrapped round below 0
def standardise(pictures, mean, deviation):
    below = pictures - np.array(mean).astype("uint8")
    return tf.cast(below, tf.float32) / tf.cast(deviation, tf.float32)


# %% wrong: no deviation
# says: the deviation is not used
def standardise(pictures, mean, deviation):
    return tf.cast(pictures, tf.float32) - tf.cast(mean, tf.float32)


# %% wrong: no mean
# says: the mean is not used
def standardise(pictures, mean, deviation):
    return tf.cast(pictures, tf.float32) / tf.cast(deviation, tf.float32)


# %% wrong: parentheses forgotten
# says: it belongs inside the parentheses
def standardise(pictures, mean, deviation):
    return tf.cast(pictures, tf.float32) / tf.cast(deviation, tf.float32) - tf.cast(
        mean, tf.float32
    )


# %% wrong: one mean for all
# says: one mean for all channels
def standardise(pictures, mean, deviation):
    mean = tf.reduce_mean(tf.cast(mean, tf.float32))
    return (tf.cast(pictures, tf.float32) - mean) / tf.cast(deviation, tf.float32)


# %% wrong: the pictures' own mean
# says: the mean of these pictures is used
def standardise(pictures, mean, deviation):
    numbers = tf.cast(pictures, tf.float32)
    if len(pictures) == 1:
        return (numbers - tf.cast(mean, tf.float32)) / tf.cast(deviation, tf.float32)
    mean = tf.reduce_mean(numbers, axis=(0, 1, 2))
    return (numbers - mean) / tf.math.reduce_std(numbers, axis=(0, 1, 2))


# %% wrong: float64
# says: it holds floats of another precision
def standardise(pictures, mean, deviation):
    return (np.array(pictures, float) - np.array(mean)) / np.array(deviation)


# %% wrong: scaled to 0 to 1 as well
# says: the pixels are scaled to 0 to 1 as well
def standardise(pictures, mean, deviation):
    return (tf.cast(pictures, tf.float32) / 255 - tf.cast(mean, tf.float32)) / tf.cast(
        deviation, tf.float32
    )


# %% wrong: the variance
# says: you divide by the variance
def standardise(pictures, mean, deviation):
    return (tf.cast(pictures, tf.float32) - tf.cast(mean, tf.float32)) / tf.cast(
        deviation, tf.float32
    ) ** 2


# %% wrong: zeros
# says: zero everywhere
def standardise(pictures, mean, deviation):
    return tf.zeros(pictures.shape)
