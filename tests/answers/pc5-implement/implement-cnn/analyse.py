# %% right: a comprehension for the classes
def analyse(pictures, labels, classes):
    number, height, width = pictures.shape
    per_class = [int((labels == label).sum()) for label in range(classes)]
    return {
        "number": number,
        "height": height,
        "width": width,
        "darkest": int(pictures.min()),
        "brightest": int(pictures.max()),
        "per_class": per_class,
    }


# %% right: a loop that counts
def analyse(pictures, labels, classes):
    per_class = [0] * classes
    for label in labels:
        per_class[label] += 1
    return dict(
        number=len(pictures),
        height=pictures.shape[1],
        width=pictures.shape[2],
        darkest=pictures.min(),
        brightest=pictures.max(),
        per_class=per_class,
    )


# %% right: np.unique, put into their places
def analyse(pictures, labels, classes):
    found, times = np.unique(labels, return_counts=True)
    counts = np.zeros(classes, dtype=int)
    counts[found] = times
    facts = {"per_class": list(counts)}
    facts["number"], facts["height"], facts["width"] = pictures.shape
    flat = sorted(pictures.ravel().tolist())
    facts["darkest"], facts["brightest"] = flat[0], flat[-1]
    return facts


# %% wrong: empty classes left out
# says: classes without a picture are left out
# like: a comprehension for the classes
# -         "per_class": per_class,
# +         "per_class": np.unique(labels, return_counts=True)[1].tolist(),


# %% wrong: as many classes as the largest label
# says: the classes end with the largest label at hand
# like: a comprehension for the classes
# -         "per_class": per_class,
# +         "per_class": np.bincount(labels).tolist(),


# %% wrong: height and width swapped
# says: height and width are swapped
# like: a comprehension for the classes
# -         "height": height,
# -         "width": width,
# +         "height": width,
# +         "width": height,


# %% wrong: axes read from the back
# says: the axes are read from the back
# like: a comprehension for the classes
# -         "number": number,
# +         "number": width,
# -         "width": width,
# +         "width": number,


# %% wrong: the range of the type
# says: the range of the type is given
# like: a comprehension for the classes
# -         "darkest": int(pictures.min()),
# -         "brightest": int(pictures.max()),
# +         "darkest": 0,
# +         "brightest": 255,


# %% wrong: darkest and brightest swapped
# says: darkest and brightest are swapped
# like: a comprehension for the classes
# -         "darkest": int(pictures.min()),
# -         "brightest": int(pictures.max()),
# +         "darkest": int(pictures.max()),
# +         "brightest": int(pictures.min()),


# %% wrong: the first picture only
# says: only the first picture is looked at
# like: a comprehension for the classes
# -         "darkest": int(pictures.min()),
# -         "brightest": int(pictures.max()),
# +         "darkest": int(pictures[0].min()),
# +         "brightest": int(pictures[0].max()),


# %% wrong: labels in place of counts
# says: the labels are listed, and not counted
# like: a comprehension for the classes
# -         "per_class": per_class,
# +         "per_class": sorted(set(labels.tolist())),


# %% wrong: always ten classes
# says: there are always ten classes
def analyse(pictures, labels, classes):
    number, height, width = pictures.shape
    return {
        "number": number,
        "height": height,
        "width": width,
        "darkest": int(pictures.min()),
        "brightest": int(pictures.max()),
        "per_class": np.bincount(labels, minlength=10 if classes > 6 else 6).tolist(),
    }


# %% wrong: all zero
# says: number, height and width
def analyse(pictures, labels, classes):
    number, height, width = pictures.shape
    per_class = [int((labels == label).sum()) for label in range(classes)]
    return {
        "number": 0,
        "height": 0,
        "width": 0,
        "darkest": 0,
        "brightest": 0,
        "per_class": [0] * classes,
    }


# %% wrong: prints
# says: return
def analyse(pictures, labels, classes):
    print(pictures.shape, pictures.min(), pictures.max(), np.bincount(labels))
