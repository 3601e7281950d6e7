# %% right: exponentials by hand
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = (lambda e: e / e.sum())(np.exp(scores[0] - np.max(scores)))
    place = int(np.argmax(shares))
    return names[place], float(shares[place])


# %% right: largest of a list of pairs
def predict_new_picture(picture, weights, biases, names):
    ready = (picture / 255).astype("float32")[None, :, :, None]
    shares = keras.ops.softmax(forward(ready, weights, biases))[0]
    probability, name = max(zip(map(float, shares), names))
    return name, probability


# %% right: TensorFlow throughout
def predict_new_picture(picture, weights, biases, names):
    x = tf.cast(picture, tf.float32)[tf.newaxis, ..., tf.newaxis] / 255.0
    logs = tf.nn.log_softmax(forward(x, weights, biases))
    best = tf.argmax(logs, axis=1)[0]
    return [names[int(best)], float(tf.exp(logs[0, best]))]


# %% wrong: not scaled
# says: the picture is not scaled
def predict_new_picture(picture, weights, biases, names):
    x = picture.astype("float32")[np.newaxis, ..., np.newaxis]
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return names[place], float(shares[place])


# %% wrong: own largest pixel
# says: divided by its own largest pixel
def predict_new_picture(picture, weights, biases, names):
    x = (picture / picture.max()).astype("float32")[np.newaxis, ..., np.newaxis]
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return names[place], float(shares[place])


# %% wrong: no softmax
# says: softmax is missing
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = scores[0].numpy()
    place = int(np.argmax(shares))
    return names[place], float(shares[place])


# %% wrong: softmax twice
# says: softmax is applied twice
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(tf.nn.softmax(scores))[0].numpy()
    place = int(np.argmax(shares))
    return names[place], float(shares[place])


# %% wrong: least probable
# says: the least probable class is taken
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmin(shares))
    return names[place], float(shares[place])


# %% wrong: number in place of the name
# says: should be the name of the class
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return place, float(shares[place])


# %% wrong: probability only
# says: should return two things
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return float(shares[place])


# %% wrong: axes at the end in place of the front
# says: The probability is
def predict_new_picture(picture, weights, biases, names):
    x = (picture / 255).astype("float32")[..., np.newaxis, np.newaxis]
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return names[place], float(shares[place])


# %% wrong: always the first name
# says: The name is another text
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return names[0], float(shares[place])


# %% wrong: always certain
# says: probability
def predict_new_picture(picture, weights, biases, names):
    x = scale_and_reshape(picture)
    scores = forward(x, weights, biases)
    shares = tf.nn.softmax(scores)[0].numpy()
    place = int(np.argmax(shares))
    return names[place], 1.0


# %% wrong: the weights that come in are set to zero
# says: probability
def predict_new_picture(picture, weights, biases, names):
    for array in (*weights.values(), *biases.values()):
        array[...] = 0
    return names[0], 1 / len(names)
