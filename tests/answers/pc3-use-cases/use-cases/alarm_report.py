# %% right: NumPy table of two by two
def alarm_report(caught, missed, false_alarms, quiet):
    table = np.array([[caught, missed], [false_alarms, quiet]], dtype=float)
    with np.errstate(invalid="ignore"):
        precision = np.nan_to_num(table[0, 0] / table[:, 0].sum())
    return {
        "accuracy": np.trace(table) / table.sum(),
        "precision": precision,
        "recall": table[0, 0] / table[0].sum(),
        "never": table[1].sum() / table.sum(),
    }


# %% right: with an exception
def alarm_report(caught, missed, false_alarms, quiet):
    report = {}
    report["recall"] = caught / (caught + missed)
    try:
        report["precision"] = caught / (caught + false_alarms)
    except ZeroDivisionError:
        report["precision"] = 0
    report["never"] = 1 - (caught + missed) / (caught + missed + false_alarms + quiet)
    report["accuracy"] = 1 - (missed + false_alarms) / (
        caught + missed + false_alarms + quiet
    )
    return report


# %% right: labels and alarms counted out
def alarm_report(caught, missed, false_alarms, quiet):
    real = np.repeat([1, 1, 0, 0], [caught, missed, false_alarms, quiet])
    alarm = np.repeat([1, 0, 1, 0], [caught, missed, false_alarms, quiet])
    return dict(
        accuracy=np.mean(real == alarm),
        precision=real[alarm == 1].mean() if alarm.any() else 0.0,
        recall=alarm[real == 1].mean(),
        never=np.mean(real == 0),
    )


# %% wrong: precision and recall swapped
# says: you divide by the alarms: recall asks about all that should be found
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + missed),
        "recall": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: precision divides by all real cases
# says: you divide by all that should be found: precision asks about the alarms
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + missed),
        "recall": caught / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: accuracy without the quiet cases
# says: only the alarms that were right are counted
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": caught / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": caught / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: accuracy without the caught ones
# says: only the quiet cases are counted
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": quiet / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": caught / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: never counts the rare cases
# says: never raising one is right for all the others
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": caught / (caught + missed),
        "never": (caught + missed) / total,
    }


# %% wrong: never counts the quiet ones only
# says: only the quiet cases are counted
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": caught / (caught + missed),
        "never": quiet / total,
    }


# %% wrong: division by zero without alarms
# says: ZeroDivisionError
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + false_alarms),
        "recall": caught / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: share of mistakes
# says: what is wrong is counted, not what is right
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (missed + false_alarms) / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": caught / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: specificity as precision
# says: the false alarms are divided by the genuine cases
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": quiet / (quiet + false_alarms),
        "recall": caught / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: share missed as recall
# says: the missed ones are counted, not the caught ones
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": missed / (caught + missed),
        "never": (false_alarms + quiet) / total,
    }


# %% wrong: false share as precision
# says: the false alarms are counted, not the ones that were right
# like: precision divides by all real cases
# -         "precision": caught / (caught + missed),
# +         "precision": false_alarms / (caught + false_alarms)
# +         if caught + false_alarms
# +         else 0.0,


# %% wrong: one key is missing
# says: The report lacks the key 'never'
def alarm_report(caught, missed, false_alarms, quiet):
    total = caught + missed + false_alarms + quiet
    return {
        "accuracy": (caught + quiet) / total,
        "precision": caught / (caught + false_alarms) if caught + false_alarms else 0.0,
        "recall": caught / (caught + missed),
    }


# %% wrong: a tuple
# says: should return a dictionary
def alarm_report(caught, missed, false_alarms, quiet):
    return caught / (caught + missed), caught / (caught + false_alarms), 1, 1


# %% wrong: all zeros
# says: report["recall"]
def alarm_report(caught, missed, false_alarms, quiet):
    return dict.fromkeys(["accuracy", "precision", "recall", "never"], 0.0)


# %% wrong: the numbers from paper
# says: report["recall"]
def alarm_report(caught, missed, false_alarms, quiet):
    return {"accuracy": 0.974, "precision": 0.25, "recall": 0.8, "never": 0.99}


# %% wrong: nothing returned
# says: should return a dictionary
def alarm_report(caught, missed, false_alarms, quiet):
    pass
