# %% right: one list of variables
def training_step(x, labels, weights, biases, rate):
    arrays = [*weights.values(), *biases.values()]
    tensors = [tf.constant(one) for one in arrays]
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        w = dict(zip(weights, tensors))
        b = dict(zip(biases, tensors[len(weights) :]))
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(
            labels, forward(x, w, b)
        )
    gradients = tape.gradient(loss, tensors)
    moved = [one - rate * g for one, g in zip(tensors, gradients)]
    return loss, dict(zip(weights, moved)), dict(zip(biases, moved[len(weights) :]))


# %% right: Keras's SGD takes the step
def training_step(x, labels, weights, biases, rate):
    w = {name: tf.Variable(one) for name, one in weights.items()}
    b = {name: tf.Variable(one) for name, one in biases.items()}
    variables = list(w.values()) + list(b.values())
    sgd = keras.optimizers.SGD(rate)
    with tf.GradientTape() as tape:
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels, forward(x, w, b)
        )
        loss = tf.math.reduce_sum(losses) / len(x)
    sgd.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return (
        loss.numpy(),
        {name: one.numpy() for name, one in w.items()},
        {name: one.numpy() for name, one in b.items()},
    )


# %% right: the cross-entropy by hand, assign_sub
def training_step(x, labels, weights, biases, rate):
    w = {name: tf.Variable(one) for name, one in weights.items()}
    b = {name: tf.Variable(one) for name, one in biases.items()}
    with tf.GradientTape(persistent=True) as tape:
        logs = tf.nn.log_softmax(forward(x, w, b))
        rows = tf.one_hot(labels, logs.shape[1])
        loss = -tf.reduce_mean(tf.reduce_sum(rows * logs, axis=1))
    for group in (w, b):
        for name, gradient in tape.gradient(loss, group).items():
            group[name].assign_sub(rate * gradient)
    return (
        float(loss),
        {k: v.numpy() for k, v in w.items()},
        {k: v.numpy() for k, v in b.items()},
    )


# %% wrong: sum of the losses
# says: the losses of the batch are added up
def training_step(x, labels, weights, biases, rate):
    weights = {name: tf.Variable(one) for name, one in weights.items()}
    biases = {name: tf.Variable(one) for name, one in biases.items()}
    with tf.GradientTape() as tape:
        scores = forward(x, weights, biases)
        loss = tf.reduce_sum(
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
        )
    of_weights, of_biases = tape.gradient(loss, [weights, biases])
    new_weights = {
        n: (one - rate * of_weights[n]).numpy() for n, one in weights.items()
    }
    new_biases = {n: (one - rate * of_biases[n]).numpy() for n, one in biases.items()}
    return float(loss), new_weights, new_biases


# %% wrong: softmax twice
# says: softmax is applied before a loss
# like: sum of the losses
# -         loss = tf.reduce_sum(
# -             tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
# +         loss = tf.reduce_mean(
# +             tf.nn.sparse_softmax_cross_entropy_with_logits(
# +                 labels, tf.nn.softmax(scores)
# +             )


# %% wrong: squared differences
# says: squared differences are taken
# like: sum of the losses
# -         loss = tf.reduce_sum(
# -             tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
# +         loss = tf.reduce_mean(
# +             (tf.nn.softmax(scores) - tf.one_hot(labels, scores.shape[1])) ** 2


# %% wrong: minus forgotten in the loss
# says: the sign is wrong
# like: sum of the losses
# -         loss = tf.reduce_sum(
# +         loss = -tf.reduce_mean(


# %% wrong: uphill
# says: the step goes uphill
# like: sum of the losses
# -         loss = tf.reduce_sum(
# +         loss = tf.reduce_mean(
# -         n: (one - rate * of_weights[n]).numpy() for n, one in weights.items()
# +         n: (one + rate * of_weights[n]).numpy() for n, one in weights.items()
# -     new_biases = {n: (one - rate * of_biases[n]).numpy() for n, one in biases.items()}
# +     new_biases = {n: (one + rate * of_biases[n]).numpy() for n, one in biases.items()}


# %% wrong: rate left out
# says: the learning rate is left out
def training_step(x, labels, weights, biases, rate):
    weights = {name: tf.Variable(one) for name, one in weights.items()}
    biases = {name: tf.Variable(one) for name, one in biases.items()}
    with tf.GradientTape() as tape:
        scores = forward(x, weights, biases)
        loss = tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
        )
    of_weights, of_biases = tape.gradient(loss, [weights, biases])
    new_weights = {n: (one - of_weights[n]).numpy() for n, one in weights.items()}
    new_biases = {n: (one - of_biases[n]).numpy() for n, one in biases.items()}
    return float(loss), new_weights, new_biases


# %% wrong: biases not moved
# says: did not move
# like: sum of the losses
# -         loss = tf.reduce_sum(
# +         loss = tf.reduce_mean(
# -     new_biases = {n: (one - rate * of_biases[n]).numpy() for n, one in biases.items()}
# +     new_biases = {n: one.numpy() for n, one in biases.items()}


# %% wrong: nothing moved
# says: did not move
# like: rate left out
# -     new_weights = {n: (one - of_weights[n]).numpy() for n, one in weights.items()}
# -     new_biases = {n: (one - of_biases[n]).numpy() for n, one in biases.items()}
# +     new_weights = {n: one.numpy() for n, one in weights.items()}
# +     new_biases = {n: one.numpy() for n, one in biases.items()}


# %% wrong: only the last layer moved
# says: did not move
# like: sum of the losses
# -         loss = tf.reduce_sum(
# +         loss = tf.reduce_mean(
# -         n: (one - rate * of_weights[n]).numpy() for n, one in weights.items()
# +         n: (one - rate * of_weights[n]).numpy() if n == "out" else one.numpy()
# +         for n, one in weights.items()


# %% wrong: weights multiplied by the rate
# says: the weights are multiplied by the rate
# like: sum of the losses
# -         loss = tf.reduce_sum(
# +         loss = tf.reduce_mean(
# -         n: (one - rate * of_weights[n]).numpy() for n, one in weights.items()
# +         n: (rate * one - of_weights[n]).numpy() for n, one in weights.items()
# -     new_biases = {n: (one - rate * of_biases[n]).numpy() for n, one in biases.items()}
# +     new_biases = {n: (rate * one - of_biases[n]).numpy() for n, one in biases.items()}


# %% wrong: gradients given back
# says: the gradient alone is given
# like: rate left out
# -     new_weights = {n: (one - of_weights[n]).numpy() for n, one in weights.items()}
# -     new_biases = {n: (one - of_biases[n]).numpy() for n, one in biases.items()}
# +     new_weights = {n: of_weights[n].numpy() for n, one in weights.items()}
# +     new_biases = {n: of_biases[n].numpy() for n, one in biases.items()}


# %% wrong: the step given back
# says: the step alone is given
# like: rate left out
# -     new_weights = {n: (one - of_weights[n]).numpy() for n, one in weights.items()}
# -     new_biases = {n: (one - of_biases[n]).numpy() for n, one in biases.items()}
# +     new_weights = {n: (rate * of_weights[n]).numpy() for n, one in weights.items()}
# +     new_biases = {n: (rate * of_biases[n]).numpy() for n, one in biases.items()}


# %% wrong: always the same rate
# says: the rate is always 0.1
# like: rate left out
# -     new_weights = {n: (one - of_weights[n]).numpy() for n, one in weights.items()}
# -     new_biases = {n: (one - of_biases[n]).numpy() for n, one in biases.items()}
# +     new_weights = {n: (one - 0.1 * of_weights[n]).numpy() for n, one in weights.items()}
# +     new_biases = {n: (one - 0.1 * of_biases[n]).numpy() for n, one in biases.items()}


# %% wrong: writes into the old arrays
# says: was changed by the call
def training_step(x, labels, weights, biases, rate):
    w = {name: tf.Variable(one) for name, one in weights.items()}
    b = {name: tf.Variable(one) for name, one in biases.items()}
    with tf.GradientTape() as tape:
        scores = forward(x, w, b)
        loss = tf.reduce_mean(
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
        )
    of_w, of_b = tape.gradient(loss, [w, b])
    for name in weights:
        weights[name] -= rate * of_w[name].numpy()
    for name in biases:
        biases[name] -= rate * of_b[name].numpy()
    return float(loss), weights, biases


# %% wrong: loss only
# says: should return three things
def training_step(x, labels, weights, biases, rate):
    scores = forward(x, weights, biases)
    return tf.reduce_mean(
        tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
    )
