# %% right: a line for each layer
def forward(x, weights, biases):
    conv1 = maxpool2d(conv2d(x, weights["wc1"], biases["bc1"]), k=2)
    conv2 = maxpool2d(conv2d(conv1, weights["wc2"], biases["bc2"]), k=2)
    conv3 = maxpool2d(conv2d(conv2, weights["wc3"], biases["bc3"]), k=2)
    flat = tf.reshape(conv3, [-1, weights["wd1"].shape[0]])
    fc1 = tf.nn.relu(tf.add(tf.matmul(flat, weights["wd1"]), biases["bd1"]))
    return tf.add(tf.matmul(fc1, weights["out"]), biases["out"])


# %% right: tf.nn alone
def forward(x, weights, biases):
    for w, b in [("wc1", "bc1"), ("wc2", "bc2"), ("wc3", "bc3")]:
        x = tf.nn.relu(tf.nn.conv2d(x, weights[w], 1, "SAME") + biases[b])
        x = tf.nn.max_pool2d(x, 2, 2, "SAME")
    x = keras.ops.reshape(x, (x.shape[0], -1))
    x = tf.nn.relu(tf.nn.bias_add(tf.matmul(x, weights["wd1"]), biases["bd1"]))
    return tf.tensordot(x, weights["out"], 1) + biases["out"]


# %% right: einsum for the fully connected layers
def forward(x, weights, biases):
    for i in range(1, 4):
        x = maxpool2d(conv2d(x, weights[f"wc{i}"], biases[f"bc{i}"]))
    x = tf.reshape(x, [x.shape[0], np.prod(x.shape[1:])])
    hidden = tf.einsum("bi,io->bo", x, weights["wd1"]) + biases["bd1"]
    return (
        tf.einsum("bi,io->bo", tf.maximum(hidden, 0.0), weights["out"]) + biases["out"]
    )


# %% wrong: softmax at the end
# says: softmax is applied
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (len(x), -1))
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return tf.nn.softmax(x @ weights["out"] + biases["out"])


# %% wrong: ReLU at the end
# says: ReLU is applied to the scores
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (len(x), -1))
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return tf.nn.relu(x @ weights["out"] + biases["out"])


# %% wrong: no ReLU in the hidden layer
# says: ReLU is missing behind the fully connected layer
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (len(x), -1))
    x = x @ weights["wd1"] + biases["bd1"]
    return x @ weights["out"] + biases["out"]


# %% wrong: last bias missing
# says: the last bias is missing
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (len(x), -1))
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return x @ weights["out"]


# %% wrong: all biases missing
# says: all biases are missing
def forward(x, weights, biases):
    for number in "123":
        x = maxpool2d(conv2d(x, weights["wc" + number], 0 * biases["bc" + number]))
    x = tf.reshape(x, (len(x), -1))
    return tf.nn.relu(x @ weights["wd1"]) @ weights["out"]


# %% wrong: channels first
# says: flattened with the channels first
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(tf.transpose(x, (0, 3, 1, 2)), (len(x), -1))
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return x @ weights["out"] + biases["out"]


# %% wrong: batch flattened as well
# says: wrong
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (1, -1))[:, : weights["wd1"].shape[0]]
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return x @ weights["out"] + biases["out"]


# %% wrong: stops at the hidden layer
# says: wrong length along the second axis
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (len(x), -1))
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return x


# %% wrong: made for the unit's sizes only
# says: Input to reshape
def forward(x, weights, biases):
    for number in "123":
        x = conv2d(x, weights["wc" + number], biases["bc" + number])
        x = maxpool2d(x)
    x = tf.reshape(x, (-1, 2048))
    x = tf.nn.relu(x @ weights["wd1"] + biases["bd1"])
    return x @ weights["out"] + biases["out"]


# %% wrong: all zero
# says: zero everywhere
def forward(x, weights, biases):
    return tf.zeros((len(x), weights["out"].shape[1]))
