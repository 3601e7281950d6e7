# %% right: one line
def forward(picture, parameters):
    p = parameters
    maps = max_pool2d(relu(conv2d(picture, p["conv_kernels"], p["conv_bias"])), 2, 2)
    return softmax(dense(maps.flatten(), p["dense_weights"], p["dense_bias"]))


# %% right: pooling before ReLU, which gives the same
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    maps = relu(max_pool2d(maps))
    scores = dense(maps.ravel(), parameters["dense_weights"], parameters["dense_bias"])
    return softmax(scores)


# %% right: NumPy alone, without the functions of the other exercises
def forward(picture, parameters):
    kernels, conv_bias, weights, dense_bias = (
        parameters[name]
        for name in ("conv_kernels", "conv_bias", "dense_weights", "dense_bias")
    )
    windows = np.lib.stride_tricks.sliding_window_view(
        picture, kernels.shape[:2], axis=(0, 1)
    )
    maps = np.einsum("rcdij,ijdf->rcf", windows, kernels) + conv_bias
    maps[maps < 0] = 0
    rows, columns = maps.shape[0] // 2, maps.shape[1] // 2
    blocks = maps[: rows * 2, : columns * 2].reshape(rows, 2, columns, 2, -1)
    exponentials = np.exp(blocks.max(axis=(1, 3)).reshape(-1) @ weights + dense_bias)
    return exponentials / exponentials.sum()


# %% right: TensorFlow in float32
def forward(picture, parameters):
    p = {name: tf.cast(array, tf.float32) for name, array in parameters.items()}
    x = tf.cast(picture, tf.float32)[tf.newaxis]
    x = tf.nn.conv2d(x, p["conv_kernels"], strides=1, padding="VALID") + p["conv_bias"]
    x = tf.nn.max_pool2d(tf.nn.relu(x), ksize=2, strides=2, padding="VALID")
    x = tf.reshape(x, (1, -1)) @ p["dense_weights"] + p["dense_bias"]
    return tf.nn.softmax(x)[0]


# %% right: a Keras network given these weights
def forward(picture, parameters):
    kernel_height, kernel_width, _, filters = parameters["conv_kernels"].shape
    model = keras.Sequential(
        [
            keras.Input(picture.shape),
            keras.layers.Conv2D(
                filters, (kernel_height, kernel_width), activation="relu"
            ),
            keras.layers.MaxPool2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(len(parameters["dense_bias"]), activation="softmax"),
        ]
    )
    order = ("conv_kernels", "conv_bias", "dense_weights", "dense_bias")
    model.set_weights([parameters[name] for name in order])
    return model.predict(picture[np.newaxis], verbose=0)[0]


# %% right: a list of steps, and the vector filled with flatten_index
def forward(picture, parameters):
    def flatten(maps):
        vector = np.zeros(maps.size)
        for place in np.ndindex(maps.shape):
            vector[flatten_index(*place, maps.shape)] = maps[place]
        return vector

    steps = [
        lambda x: conv2d(x, parameters["conv_kernels"], parameters["conv_bias"]),
        relu,
        max_pool2d,
        flatten,
        lambda x: dense(x, parameters["dense_weights"], parameters["dense_bias"]),
        softmax,
    ]
    for step in steps:
        picture = step(picture)
    return picture.tolist()


# %% wrong: ReLU missing
# says: ReLU is missing
def forward(picture, parameters):
    maps = max_pool2d(
        conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    )
    vector = np.reshape(maps, -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: average pooling
# says: pooling takes the average
def forward(picture, parameters):
    maps = relu(conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"]))
    maps = tf.nn.avg_pool2d(maps[np.newaxis], 2, 2, "VALID")
    vector = np.reshape(maps, -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: pooling missing
# says: mismatch in its core dimension
def forward(picture, parameters):
    maps = relu(conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"]))
    vector = np.reshape(maps, -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: bias of the convolution missing
# says: the bias of the convolution is missing
def forward(picture, parameters):
    no_bias = np.zeros(len(parameters["conv_bias"]))
    maps = max_pool2d(relu(conv2d(picture, parameters["conv_kernels"], no_bias)))
    vector = np.reshape(maps, -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: bias of the fully connected layer missing
# says: the bias of the fully connected layer is missing
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return softmax(vector @ parameters["dense_weights"])


# %% wrong: channels first in the vector
# says: the maps are flattened with the channels first
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.moveaxis(max_pool2d(relu(maps)), -1, 0).reshape(-1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: flattened column by column, as in Fortran
# says: flattened with the row changing fastest
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = max_pool2d(relu(maps)).flatten(order="F")
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: rows and columns swapped before flattening
# says: flattened column by column
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = max_pool2d(relu(maps)).transpose(1, 0, 2).reshape(-1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: softmax missing
# says: softmax is missing
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return dense(vector, parameters["dense_weights"], parameters["dense_bias"])


# %% wrong: softmax twice
# says: softmax twice
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    return softmax(softmax(scores))


# %% wrong: sigmoid in place of softmax
# says: sigmoid takes the place of softmax
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    return 1 / (1 + np.exp(-scores))


# %% wrong: ReLU on the scores as well
# says: ReLU is applied to the scores
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    return softmax(relu(scores))


# %% wrong: padding in the convolution
# says: mismatch in its core dimension
def forward(picture, parameters):
    maps = conv2d(
        picture, parameters["conv_kernels"], parameters["conv_bias"], padding=1
    )
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: windows that overlap
# says: mismatch in its core dimension
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps), size=2, stride=1), -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: the two biases mixed up
# says: could not be broadcast
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["dense_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["conv_bias"]))


# %% wrong: picture scaled once more
# says: the picture is divided by 255 once more
def forward(picture, parameters):
    maps = conv2d(picture / 255, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: kernels flipped
# says: the kernels are flipped
def forward(picture, parameters):
    kernels = parameters["conv_kernels"][::-1, ::-1]
    maps = conv2d(picture, kernels, parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: first channel of the picture only
# says: only the first channel of the picture is used
def forward(picture, parameters):
    kernels = parameters["conv_kernels"][:, :, :1]
    maps = conv2d(picture[..., :1], kernels, parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: ten classes and four filters written in
# says: IndexError
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    pooled = max_pool2d(relu(maps))
    scores = np.zeros(10)
    for index in range(10):
        scores[index] = np.sum(
            pooled.reshape(-1) * parameters["dense_weights"][:, index]
        )
    return softmax(scores + parameters["dense_bias"])


# %% wrong: the class in place of the probabilities
# says: single number
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    return np.argmax(softmax(scores))


# %% wrong: the class marked
# says: only the most probable class is marked
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    return np.eye(len(scores))[np.argmax(scores)]


# %% wrong: a batch axis
# says: an extra axis
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), (1, -1))
    return softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"]))


# %% wrong: works its way through the weights that were handed in
# says: was changed by the call
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    parameters["dense_weights"] *= 0.5
    return softmax(scores)


# %% wrong: prints
# says: is the `return` missing
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    print(softmax(dense(vector, parameters["dense_weights"], parameters["dense_bias"])))


# %% wrong: all zeros
# says: zero everywhere
def forward(picture, parameters):
    return np.zeros(len(parameters["dense_bias"]))


# %% wrong: same probability for each class
# says: same value everywhere
def forward(picture, parameters):
    classes = len(parameters["dense_bias"])
    return np.full(classes, 1 / classes)


# %% wrong: classes in reverse order
# says: in reverse order
def forward(picture, parameters):
    maps = conv2d(picture, parameters["conv_kernels"], parameters["conv_bias"])
    vector = np.reshape(max_pool2d(relu(maps)), -1)
    scores = dense(vector, parameters["dense_weights"], parameters["dense_bias"])
    return softmax(scores)[::-1]
