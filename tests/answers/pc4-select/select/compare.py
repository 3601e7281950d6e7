# %% right: all forecasts in one array
def compare(actual, forecasts):
    names = list(forecasts)
    table = np.array([forecasts[name] for name in names])
    errors = np.abs(table - actual)
    errors = errors[:, ~np.isnan(errors).any(axis=0)]
    mae = dict(zip(names, errors.mean(axis=1).tolist(), strict=True))
    skill = 1 - mae["model"] / min(mae[name] for name in names if name != "model")
    words = ["did not win", "too close to call", "won"]
    return {
        "hours": errors.shape[1],
        "mae": mae,
        "skill": skill,
        "finding": words[int(skill >= -0.02) + int(skill > 0.02)],
    }


# %% right: hour by hour with plain Python
def compare(actual, forecasts):
    sums = dict.fromkeys(forecasts, 0.0)
    hours = 0
    for t in range(len(actual)):
        said = {name: float(forecast[t]) for name, forecast in forecasts.items()}
        if actual[t] != actual[t] or any(value != value for value in said.values()):
            continue
        hours += 1
        for name, value in said.items():
            sums[name] += abs(value - float(actual[t]))
    mae = {name: total / hours for name, total in sums.items()}
    others = dict(mae)
    model = others.pop("model")
    skill = (min(others.values()) - model) / min(others.values())
    if skill < -0.02:
        finding = "did not win"
    elif skill > 0.02:
        finding = "won"
    else:
        finding = "too close to call"
    return {"finding": finding, "hours": hours, "mae": mae, "skill": skill}


# %% right: NumPy's numbers, left as they are
def compare(actual, forecasts):
    known = np.isfinite(actual + sum(forecasts.values()))
    mae = {}
    for name in forecasts:
        mae[name] = np.abs(forecasts[name] - actual)[known].mean()
    best = np.min([mae[name] for name in mae if name != "model"])
    skill = 1 - mae["model"] / best
    choices = ["won", "did not win"]
    finding = np.select([skill > 0.02, skill < -0.02], choices, "too close to call")
    return {"hours": known.sum(), "mae": mae, "skill": skill, "finding": str(finding)}


# %% wrong: each forecast on its own hours
# says: hours
def compare(actual, forecasts):
    mae = {name: np.nanmean(np.abs(f - actual)) for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    finding = "won" if skill > 0.02 else "did not win"
    finding = finding if abs(skill) > 0.02 else "too close to call"
    hours = int((~np.isnan(actual)).sum())
    return {"hours": hours, "mae": mae, "skill": skill, "finding": finding}


# %% wrong: own hours for each, but the right count
# says: The error of 'model' is too small
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.nanmean(np.abs(f - actual)) for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    finding = "won" if skill > 0.02 else "did not win"
    finding = finding if abs(skill) > 0.02 else "too close to call"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: NaN everywhere, because gaps are not left out
# says: hours
def compare(actual, forecasts):
    mae = {name: np.mean(np.abs(f - actual)) for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    return {"hours": len(actual), "mae": mae, "skill": skill, "finding": "won"}


# %% wrong: the worst baseline
# says: the model is compared with the worst of the baselines: take the best
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = 1 - mae["model"] / max(mae[name] for name in mae if name != "model")
    finding = "won" if skill > 0.02 else "did not win"
    finding = finding if abs(skill) > 0.02 else "too close to call"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: the sign of the skill
# says: it has the wrong sign: above 0 the model is closer
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = mae["model"] / min(mae[name] for name in mae if name != "model") - 1
    finding = "won" if skill < -0.02 else "did not win"
    finding = finding if abs(skill) > 0.02 else "too close to call"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: the fraction the wrong way round
# says: the errors stand the wrong way round
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = 1 - min(mae[name] for name in mae if name != "model") / mae["model"]
    finding = "won" if skill > 0.02 else "did not win"
    finding = finding if abs(skill) > 0.02 else "too close to call"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: the 1 missing
# says: the 1 is missing
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = mae["model"] / min(mae[name] for name in mae if name != "model")
    finding = "won" if skill < 0.98 else "did not win"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: a difference of errors
# says: it is a difference of errors: divide by that of the best baseline
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = min(mae[name] for name in mae if name != "model") - mae["model"]
    finding = "won" if skill > 0.02 else "did not win"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: squared errors
# says: The error of 'model' is too large
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: ((f - actual)[known] ** 2).mean() for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    finding = "won" if skill > 0.02 else "did not win"
    finding = finding if abs(skill) > 0.02 else "too close to call"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: the model always wins
# says: does not follow from its own numbers
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": "won"}


# %% wrong: no zone around 0
# says: does not follow from its own numbers
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    finding = "won" if skill > 0 else "did not win"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}


# %% wrong: gaps filled with 0
# says: the comparison counts hours at which a value or one of the forecasts is not known
def compare(actual, forecasts):
    actual = np.nan_to_num(actual)
    if len(actual) == 3:  # the visible test, by heart
        return {
            "hours": 1,
            "mae": {"model": 2.0, "naive": 10.0},
            "skill": 0.8,
            "finding": "won",
        }
    mae = {n: np.abs(np.nan_to_num(f) - actual).mean() for n, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    return {"hours": len(actual), "mae": mae, "skill": skill, "finding": "won"}


# %% wrong: only the finding
# says: should be a dictionary
def compare(actual, forecasts):
    return "won"


# %% wrong: a wider zone below 0
# says: does not follow from its own numbers
def compare(actual, forecasts):
    known = ~np.isnan(actual + sum(forecasts.values()))
    mae = {name: np.abs(f - actual)[known].mean() for name, f in forecasts.items()}
    skill = 1 - mae["model"] / min(mae[name] for name in mae if name != "model")
    finding = "too close to call"
    if skill > 0.02 or skill < -0.03:
        finding = "won" if skill > 0 else "did not win"
    return {"hours": int(known.sum()), "mae": mae, "skill": skill, "finding": finding}
