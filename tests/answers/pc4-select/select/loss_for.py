# %% right: nested conditions
def loss_for(labels, activation):
    if activation == "softmax":
        if labels == "class numbers":
            return "sparse_categorical_crossentropy"
        if labels == "one-hot":
            return "categorical_crossentropy"
    elif activation == "sigmoid" and labels == "zeros and ones":
        return "binary_crossentropy"
    elif activation == "linear" and labels == "quantities":
        return "mean_squared_error"
    raise ValueError("these do not fit each other")


# %% right: absolute error for quantities
def loss_for(labels, activation):
    pairs = {
        "class numbers": ("softmax", "sparse_categorical_crossentropy"),
        "one-hot": ("softmax", "categorical_crossentropy"),
        "zeros and ones": ("sigmoid", "binary_crossentropy"),
        "quantities": ("linear", "mean_absolute_error"),
    }
    wanted, loss = pairs[labels]
    if wanted != activation:
        raise ValueError(f"{labels} want {wanted}, not {activation}")
    return loss


# %% right: short name of the squared error, match statement
def loss_for(labels, activation):
    match labels, activation:
        case "class numbers", "softmax":
            return "sparse_categorical_crossentropy"
        case "one-hot", "softmax":
            return "categorical_crossentropy"
        case "zeros and ones", "sigmoid":
            return "binary_crossentropy"
        case "quantities", "linear":
            return "mse"
        case _:
            raise ValueError("no")


# %% wrong: the two categorical losses swapped
# says: gives no loss that Keras can use on class numbers
# says: is what comes out when the loss is for one-hot rows
def loss_for(labels, activation):
    losses = {
        ("class numbers", "softmax"): "categorical_crossentropy",
        ("one-hot", "softmax"): "sparse_categorical_crossentropy",
        ("zeros and ones", "sigmoid"): "binary_crossentropy",
        ("quantities", "linear"): "mean_squared_error",
    }
    if (labels, activation) not in losses:
        raise ValueError
    return losses[labels, activation]


# %% wrong: nothing is refused, the activation ignored
# says: accepts input that it should refuse
def loss_for(labels, activation):
    return {
        "class numbers": "sparse_categorical_crossentropy",
        "one-hot": "categorical_crossentropy",
        "zeros and ones": "binary_crossentropy",
        "quantities": "mean_squared_error",
    }[labels]


# %% wrong: the labels ignored
# says: is what comes out when the loss is for class numbers
def loss_for(labels, activation):
    return {
        "softmax": "sparse_categorical_crossentropy",
        "sigmoid": "binary_crossentropy",
        "linear": "mean_squared_error",
    }[activation]


# %% wrong: categorical loss for zeros and ones
# says: is what comes out when the loss is for one-hot rows
def loss_for(labels, activation):
    losses = {
        ("class numbers", "softmax"): "sparse_categorical_crossentropy",
        ("one-hot", "softmax"): "categorical_crossentropy",
        ("zeros and ones", "sigmoid"): "categorical_crossentropy",
        ("quantities", "linear"): "mean_squared_error",
    }
    if (labels, activation) not in losses:
        raise ValueError
    return losses[labels, activation]


# %% wrong: cross-entropy for quantities
# says: is what comes out when the loss is for a yes or no in each unit
# like: categorical loss for zeros and ones
# -         ("zeros and ones", "sigmoid"): "categorical_crossentropy",
# -         ("quantities", "linear"): "mean_squared_error",
# +         ("zeros and ones", "sigmoid"): "binary_crossentropy",
# +         ("quantities", "linear"): "binary_crossentropy",


# %% wrong: another exception
# says: should raise
def loss_for(labels, activation):
    return {
        ("class numbers", "softmax"): "sparse_categorical_crossentropy",
        ("one-hot", "softmax"): "categorical_crossentropy",
        ("zeros and ones", "sigmoid"): "binary_crossentropy",
        ("quantities", "linear"): "mean_squared_error",
    }[labels, activation]


# %% wrong: a name that Keras does not have
# says: gives no loss that Keras can use on class numbers
def loss_for(labels, activation):
    return "cross-entropy"


# %% wrong: printed in place of returned
# says: gives no loss that Keras can use on class numbers
def loss_for(labels, activation):
    print("sparse_categorical_crossentropy")


# %% wrong: always the same
# says: is what comes out when the loss is for class numbers
def loss_for(labels, activation):
    return "sparse_categorical_crossentropy"
