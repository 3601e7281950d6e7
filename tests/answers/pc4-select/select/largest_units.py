# %% right: cost with branches, counted down
def largest_units(layer, budget, steps, features, outputs):
    def cost(u):
        last = (u + 1) * outputs
        if layer == "dense":
            return (steps * features + 1) * u + last
        if layer == "conv1d":
            return (5 * features + 1) * u + last
        if layer == "simple_rnn":
            return (features + u + 1) * u + last
        if layer == "lstm":
            return 4 * (features + u + 1) * u + last
        return 3 * (features + u + 2) * u + last

    units = budget
    while units > 0 and cost(units) > budget:
        units -= 1
    return units


# %% right: square root for the recurrent layers
def largest_units(layer, budget, steps, features, outputs):
    square, line = {
        "dense": (0, steps * features + 1),
        "conv1d": (0, 5 * features + 1),
        "simple_rnn": (1, features + 1),
        "lstm": (4, 4 * (features + 1)),
        "gru": (3, 3 * (features + 2)),
    }[layer]
    line += outputs
    rest = budget - outputs
    if rest < 0:
        return 0
    if square == 0:
        return rest // line
    units = int((-line + (line**2 + 4 * square * rest) ** 0.5) / (2 * square))
    while square * (units + 1) ** 2 + line * (units + 1) <= rest:
        units += 1
    while units and square * units**2 + line * units > rest:
        units -= 1
    return units


# %% right: let Keras count
def largest_units(layer, budget, steps, features, outputs):
    def cost(units):
        first = {
            "dense": lambda: [layers.Flatten(), layers.Dense(units)],
            "conv1d": lambda: [layers.Conv1D(units, 5), layers.Flatten()],
            "simple_rnn": lambda: [layers.SimpleRNN(units)],
            "lstm": lambda: [layers.LSTM(units)],
            "gru": lambda: [layers.GRU(units)],
        }[layer]()
        model = keras.Sequential([keras.Input((steps, features)), *first])
        return model.count_params() + (units + 1) * outputs

    low, high = 0, budget
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if cost(middle) <= budget else (low, middle - 1)
    return low


# %% wrong: one unit too many
# says: the budget is overdrawn: the last unit no longer fits
def largest_units(layer, budget, steps, features, outputs):
    units = 0
    while _cost(layer, units, steps, features, outputs) <= budget:
        units += 1
    return units


def _cost(layer, u, steps, features, outputs):
    per_unit = {
        "dense": steps * features + 1,
        "conv1d": 5 * features + 1,
        "simple_rnn": features + u + 1,
        "lstm": 4 * (features + u + 1),
        "gru": 3 * (features + u + 2),
    }
    return per_unit[layer] * u + (u + 1) * outputs


# %% wrong: strictly below the budget
# says: a budget that is used up to the last parameter counts as overdrawn
# like: one unit too many
# -     while _cost(layer, units, steps, features, outputs) <= budget:
# +     while _cost(layer, units + 1, steps, features, outputs) < budget:


# %% wrong: the factor of the LSTM missing
# says: the factor 4 for the gates of an LSTM is missing
# like: one unit too many
# -     while _cost(layer, units, steps, features, outputs) <= budget:
# +     while _cost(layer, units + 1, steps, features, outputs) <= budget:
# -         "lstm": 4 * (features + u + 1),
# +         "lstm": features + u + 1,


# %% wrong: the GRU of the textbook, with one bias
# says: gives more than the budget allows, as Keras counts
# like: one unit too many
# -     while _cost(layer, units, steps, features, outputs) <= budget:
# +     while _cost(layer, units + 1, steps, features, outputs) <= budget:
# -         "gru": 3 * (features + u + 2),
# +         "gru": 3 * (features + u),


# %% wrong: the last layer forgotten
# says: gives more than the budget allows, as Keras counts
# like: one unit too many
# -     while _cost(layer, units, steps, features, outputs) <= budget:
# +     while _cost(layer, units + 1, steps, features) <= budget:
# - def _cost(layer, u, steps, features, outputs):
# + def _cost(layer, u, steps, features):
# -     return per_unit[layer] * u + (u + 1) * outputs
# +     return per_unit[layer] * u


# %% wrong: the steps counted for every layer
# says: fewer than would fit
def largest_units(layer, budget, steps, features, outputs):
    units = 0
    while _cost(layer, units + 1, steps * features, outputs) <= budget:
        units += 1
    return units


def _cost(layer, u, inputs, outputs):
    per_unit = {
        "dense": inputs + 1,
        "conv1d": 5 * inputs + 1,
        "simple_rnn": inputs + u + 1,
        "lstm": 4 * (inputs + u + 1),
        "gru": 3 * (inputs + u + 2),
    }
    return per_unit[layer] * u + (u + 1) * outputs


# %% wrong: the steps forgotten in the dense layer
# says: the steps are forgotten: a dense layer has a weight for each of them
# like: one unit too many
# -     while _cost(layer, units, steps, features, outputs) <= budget:
# +     while _cost(layer, units + 1, features, outputs) <= budget:
# - def _cost(layer, u, steps, features, outputs):
# + def _cost(layer, u, features, outputs):
# -         "dense": steps * features + 1,
# +         "dense": features + 1,


# %% wrong: never 0
# says: largest_units where nothing fits
# like: one unit too many
# -     units = 0
# -     while _cost(layer, units, steps, features, outputs) <= budget:
# +     units = 1
# +     while _cost(layer, units + 1, steps, features, outputs) <= budget:


# %% wrong: always 3
# says: largest_units("lstm", 101
def largest_units(layer, budget, steps, features, outputs):
    return 3


# %% wrong: a simple RNN without biases
# says: `largest_units("simple_rnn", ...)` gives more than the budget allows
# like: cost with branches, counted down
# -             return (features + u + 1) * u + last
# +             return (features + u) * u + last


# %% wrong: an LSTM with two biases, as Keras's GRU
# says: `largest_units("lstm", ...)` gives fewer than would fit
# like: cost with branches, counted down
# -             return 4 * (features + u + 1) * u + last
# +             return 4 * (features + u + 2) * u + last


# %% wrong: a dense layer with two biases for each unit
# says: `largest_units("dense", ...)` gives fewer than would fit
# like: cost with branches, counted down
# -             return (steps * features + 1) * u + last
# +             return (steps * features + 2) * u + last
