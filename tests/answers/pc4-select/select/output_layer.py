# %% right: a table of pairs
def output_layer(kind, count=1):
    table = {
        "one of": (count, "softmax"),
        "any of": (count, "sigmoid"),
        "yes or no": (1, "sigmoid"),
        "quantities": (count, "linear"),
    }
    if kind not in table:
        raise ValueError(f"no such kind: {kind}")
    return table[kind]


# %% right: match statement
def output_layer(kind, count=1):
    match kind:
        case "one of":
            return (count, "softmax")
        case "any of":
            return (count, "sigmoid")
        case "yes or no":
            return (1, "sigmoid")
        case "quantities":
            return (count, "linear")
    raise ValueError(kind)


# %% right: units and activation found apart, as a list
def output_layer(kind, count=1):
    if kind not in ("one of", "any of", "yes or no", "quantities"):
        raise ValueError("the kind is not known")
    units = 1 if kind == "yes or no" else count
    activation = {"one of": "softmax", "quantities": "linear"}.get(kind, "sigmoid")
    return [units, activation]


# %% wrong: softmax for several labels
# says: the labels share 100 %: several may be true at once, or none
def output_layer(kind, count=1):
    if kind in ("one of", "any of"):
        return count, "softmax"
    if kind == "yes or no":
        return 1, "sigmoid"
    if kind == "quantities":
        return count, "linear"
    raise ValueError(kind)


# %% wrong: sigmoid for classes
# says: each class is judged on its own: exactly one of them is right
def output_layer(kind, count=1):
    if kind == "quantities":
        return count, "linear"
    if kind not in ("one of", "any of", "yes or no"):
        raise ValueError(kind)
    return (1 if kind == "yes or no" else count), "sigmoid"


# %% wrong: softmax with one unit
# says: softmax is used with a single unit: that is 1 for every input
# like: a table of pairs
# -         "yes or no": (1, "sigmoid"),
# +         "yes or no": (1, "softmax"),
# -         raise ValueError(f"no such kind: {kind}")
# +         raise ValueError(kind)


# %% wrong: a yes or no with as many units as are counted
# says: the count is used: a yes or no needs one unit
def output_layer(kind, count=1):
    table = {"one of": "softmax", "quantities": "linear"}
    if kind not in ("one of", "any of", "yes or no", "quantities"):
        raise ValueError(kind)
    return count, table.get(kind, "sigmoid")


# %% wrong: two units for yes and no
# says: there are two units, one for yes and one for no
# like: a table of pairs
# -         "yes or no": (1, "sigmoid"),
# +         "yes or no": (2, "softmax"),
# -         raise ValueError(f"no such kind: {kind}")
# +         raise ValueError(kind)


# %% wrong: quantities squeezed
# says: the quantities are squeezed into 0 to 1
def output_layer(kind, count=1):
    if kind == "one of":
        return count, "softmax"
    if kind in ("any of", "quantities"):
        return count, "sigmoid"
    if kind == "yes or no":
        return 1, "sigmoid"
    raise ValueError(kind)


# %% wrong: None in place of linear
# says: the activation is None: write it as the word linear
def output_layer(kind, count=1):
    if kind == "one of":
        return count, "softmax"
    if kind == "any of":
        return count, "sigmoid"
    if kind == "quantities":
        return count, None
    if kind == "yes or no":
        return 1, "sigmoid"
    raise ValueError(kind)


# %% wrong: any kind is let pass
# says: accepts input that it should refuse
def output_layer(kind, count=1):
    table = {
        "one of": (count, "softmax"),
        "any of": (count, "sigmoid"),
        "yes or no": (1, "sigmoid"),
        "quantities": (count, "linear"),
    }
    return table.get(kind)


# %% wrong: one unit for all labels and quantities
# says: there is one unit for all labels: each needs its own
def output_layer(kind, count=1):
    if kind == "one of":
        return count, "softmax"
    if kind == "quantities":
        return 1, "linear"
    return 1, "sigmoid"


# %% wrong: the answer of the first test only
# says: the labels share 100 %
def output_layer(kind, count=1):
    return count, "softmax"
