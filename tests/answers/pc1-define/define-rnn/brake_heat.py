# %% right: filled into an array of zeros
def brake_heat(pressures, keep, gain):
    heats = np.zeros(len(pressures))
    for second in range(len(pressures)):
        before = heats[second - 1] if second > 0 else 0
        heats[second] = keep * before + gain * pressures[second]
    return heats


# %% right: a list, with itertools
def brake_heat(pressures, keep, gain):
    from itertools import accumulate

    added = [gain * pressure for pressure in pressures]
    return list(accumulate(added, lambda heat, new: keep * heat + new))


# %% right: a matrix of shares that are left
def brake_heat(pressures, keep, gain):
    seconds = np.arange(len(pressures))
    age = seconds[:, None] - seconds
    return np.where(age >= 0, keep ** np.maximum(age, 0), 0) @ (gain * pressures)


# %% right: a Keras layer
def brake_heat(pressures, keep, gain):
    layer = keras.layers.SimpleRNN(
        1, activation="linear", use_bias=False, return_sequences=True
    )
    layer.build((1, None, 1))
    layer.set_weights([np.array([[gain]]), np.array([[keep]])])
    return layer(np.reshape(pressures, (1, -1, 1)))[0, :, 0]


# %% right: recursion on the seconds before
def brake_heat(pressures, keep, gain):
    if len(pressures) == 1:
        return np.array([gain * pressures[0]])
    before = brake_heat(pressures[:-1], keep, gain)
    return np.append(before, keep * before[-1] + gain * pressures[-1])


# %% wrong: the disc never cools
# says: the disc never cools
def brake_heat(pressures, keep, gain):
    return np.cumsum(gain * pressures)


# %% wrong: heat set to zero inside the loop
# says: each second starts with a cold disc
def brake_heat(pressures, keep, gain):
    heats = []
    for pressure in pressures:
        heat = 0.0
        heat = keep * heat + gain * pressure
        heats.append(heat)
    return np.array(heats)


# %% wrong: gain left out
# says: the gain is left out
def brake_heat(pressures, keep, gain):
    heat, heats = 0.0, []
    for pressure in pressures:
        heat = keep * heat + pressure
        heats.append(heat)
    return np.array(heats)


# %% wrong: everything is cooled
# says: the new heat cools at once
def brake_heat(pressures, keep, gain):
    heat, heats = 0.0, []
    for pressure in pressures:
        heat = keep * (heat + gain * pressure)
        heats.append(heat)
    return np.array(heats)


# %% wrong: collected before the update
# says: the temperature before each second is collected
def brake_heat(pressures, keep, gain):
    heat, heats = 0.0, []
    for pressure in pressures:
        heats.append(heat)
        heat = keep * heat + gain * pressure
    return np.array(heats)


# %% wrong: keep taken for what is lost
# says: `1 - keep` is used
def brake_heat(pressures, keep, gain):
    heat, heats = 0.0, []
    for pressure in pressures:
        heat = (1 - keep) * heat + gain * pressure
        heats.append(heat)
    return np.array(heats)


# %% wrong: only the last temperature
# says: brake_heat
def brake_heat(pressures, keep, gain):
    heat = 0.0
    for pressure in pressures:
        heat = keep * heat + gain * pressure
    return heat


# %% wrong: all zeros
# says: brake_heat
def brake_heat(pressures, keep, gain):
    return np.zeros(len(pressures))


# %% wrong: the pressures are overwritten
# says: `pressures`
def brake_heat(pressures, keep, gain):
    pressures *= gain
    for second in range(1, len(pressures)):
        pressures[second] += keep * pressures[second - 1]
    return pressures
