# %% right: the unit's way of writing strides
def conv2d(x, W, b, strides=1):
    x = tf.nn.conv2d(x, W, strides=[1, strides, strides, 1], padding="SAME")
    x = tf.nn.bias_add(x, b)
    return tf.nn.relu(x)


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, [1, k, k, 1], [1, k, k, 1], "SAME")


# %% right: keras.ops
def conv2d(x, W, b, strides=1):
    return keras.ops.relu(keras.ops.conv(x, W, strides=strides, padding="same") + b)


def maxpool2d(x, k=2):
    return keras.ops.max_pool(x, pool_size=k, strides=k, padding="same")


# %% right: tf.nn.convolution and tf.maximum
def conv2d(x, W, b, strides=1):
    maps = tf.nn.convolution(x, W, strides=strides, padding="SAME")
    return tf.maximum(maps + tf.reshape(b, (1, 1, 1, -1)), 0.0)


def maxpool2d(x, k=2):
    return tf.nn.pool(x, [k, k], "MAX", strides=[k, k], padding="SAME")


# %% right: Keras layers with the weights put in
def conv2d(x, W, b, strides=1):
    layer = keras.layers.Conv2D(
        W.shape[-1], W.shape[:2], strides=strides, padding="same", activation="relu"
    )
    layer.build(x.shape)
    layer.set_weights([W, b])
    return layer(x)


def maxpool2d(x, k=2):
    return keras.layers.MaxPooling2D(k, padding="same")(x)


# %% wrong: no ReLU
# says: ReLU is missing
def conv2d(x, W, b, strides=1):
    return tf.nn.bias_add(tf.nn.conv2d(x, W, strides, "SAME"), b)


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: no bias
# says: the bias is missing
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.conv2d(x, W, strides, "SAME"))


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: ReLU before the bias
# says: ReLU comes before the bias
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.conv2d(x, W, strides, "SAME")) + b


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: valid padding
# says: its padding is "VALID"
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.conv2d(x, W, strides, "VALID") + b)


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: kernel turned
# says: the kernels are turned
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.conv2d(x, W[::-1, ::-1], strides, "SAME") + b)


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: bias subtracted
# says: the bias is subtracted
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.conv2d(x, W, strides, "SAME") - b)


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: strides left out
# says: conv2d with strides
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.conv2d(x, W, 1, "SAME") + b)


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, ksize=k, strides=k, padding="SAME")


# %% wrong: mean in place of the largest
# says: the mean of each window is taken
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, W, strides, "SAME"), b))


def maxpool2d(x, k=2):
    return tf.nn.avg_pool2d(x, k, k, "SAME")


# %% wrong: pooling drops the edge
# says: maxpool2d drops the row
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, W, strides, "SAME"), b))


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, k, k, "VALID")


# %% wrong: pooling moves by one
# says: moves its window by one pixel
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, W, strides, "SAME"), b))


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, k, 1, "SAME")


# %% wrong: pooling with zeros at the edge
# says: filled with zeros
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, W, strides, "SAME"), b))


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(
        tf.pad(x, [[0, 0], [0, -x.shape[1] % k], [0, -x.shape[2] % k], [0, 0]]),
        k,
        k,
        "VALID",
    )


# %% wrong: windows of two only
# says: maxpool2d with a larger window
def conv2d(x, W, b, strides=1):
    return tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, W, strides, "SAME"), b))


def maxpool2d(x, k=2):
    return tf.nn.max_pool2d(x, 2, 2, "SAME")


# %% wrong: all zero
# says: zero everywhere
def conv2d(x, W, b, strides=1):
    return tf.zeros((*x.shape[:3], W.shape[-1]))


def maxpool2d(x, k=2):
    return tf.zeros((len(x), -(-x.shape[1] // k), -(-x.shape[2] // k), x.shape[3]))
