# %% right: lists of places
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    train, validation = [], []
    for label in sorted(set(labels.tolist())):
        places = [i for i, one in enumerate(labels) if one == label]
        random.shuffle(places)
        cut = round(share * len(places))
        validation += places[:cut]
        train += places[cut:]
    random.shuffle(train)
    random.shuffle(validation)
    return pictures[train], labels[train], pictures[validation], labels[validation]


# %% right: one shuffle, then the first of each class
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    order = random.permutation(len(labels))
    left = {label: round(share * np.sum(labels == label)) for label in set(labels)}
    to_validation = []
    for i in order:
        to_validation.append(left[labels[i]] > 0)
        left[labels[i]] -= 1
    mask = np.array(to_validation)
    a, b = order[~mask], order[mask]
    return pictures[a], labels[a], pictures[b], labels[b]


# %% right: choice without replacement
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    parts = []
    for label in np.unique(labels):
        places = np.where(labels == label)[0]
        count = int(round(share * places.size))
        parts.append(random.choice(places, size=count, replace=False))
    validation = random.permutation(np.concatenate(parts))
    train = random.permutation(np.setdiff1d(np.arange(len(labels)), validation))
    return [pictures[train], labels[train], pictures[validation], labels[validation]]


# %% wrong: cut without shuffling
# says: they are sorted by class, so shuffle first
def split_off(pictures, labels, share, seed):
    cut = len(labels) - round(share * len(labels))
    return pictures[:cut], labels[:cut], pictures[cut:], labels[cut:]


# %% wrong: the first, not shuffled
# says: they are sorted by class, so shuffle first
def split_off(pictures, labels, share, seed):
    cut = round(share * len(labels))
    return pictures[cut:], labels[cut:], pictures[:cut], labels[:cut]


# %% wrong: validation stays in training
# says: Some pictures are in both sets
def split_off(pictures, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(labels))
    chosen = order[: round(share * len(labels))]
    return pictures, labels, pictures[chosen], labels[chosen]


# %% wrong: drawn with replacement
# says: validation pictures of each class
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    chosen = random.integers(0, len(labels), round(share * len(labels)))
    rest = np.setdiff1d(np.arange(len(labels)), chosen)
    return pictures[rest], labels[rest], pictures[chosen], labels[chosen]


# %% wrong: shuffled separately
# says: lost their labels
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    pictures, labels = random.permutation(pictures), random.permutation(labels)
    cut = round(share * len(labels))
    return pictures[cut:], labels[cut:], pictures[:cut], labels[:cut]


# %% wrong: shuffled, not by class
# says: validation pictures of each class
def split_off(pictures, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(labels))
    cut = round(share * len(labels))
    a, b = order[cut:], order[:cut]
    return pictures[a], labels[a], pictures[b], labels[b]


# %% wrong: the two sets swapped
# says: Training and validation set are swapped
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    chosen = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        places = random.permutation(np.flatnonzero(labels == label))
        chosen[places[: round(share * len(places))]] = True
    a, b = random.permutation(np.flatnonzero(chosen)), np.flatnonzero(~chosen)
    return pictures[a], labels[a], pictures[b], labels[b]


# %% wrong: equally many of each class
# says: each class gives equally many
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    chosen = np.zeros(len(labels), bool)
    kinds = np.unique(labels)
    for label in kinds:
        places = random.permutation(np.flatnonzero(labels == label))
        chosen[places[: round(share * len(labels) / len(kinds))]] = True
    a, b = (
        random.permutation(np.flatnonzero(~chosen)),
        random.permutation(np.flatnonzero(chosen)),
    )
    return pictures[a], labels[a], pictures[b], labels[b]


# %% wrong: rounded down
# says: numbers are rounded down
# like: equally many of each class
# -     kinds = np.unique(labels)
# -     for label in kinds:
# +     for label in np.unique(labels):
# -         chosen[places[: round(share * len(labels) / len(kinds))]] = True
# +         chosen[places[: int(share * len(places))]] = True


# %% wrong: sorted by class at the end
# says: still comes sorted by class
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng(seed)
    a, b = [], []
    for label in np.unique(labels):
        places = random.permutation(np.flatnonzero(labels == label)).tolist()
        cut = round(share * len(places))
        b += places[:cut]
        a += places[cut:]
    return pictures[a], labels[a], pictures[b], labels[b]


# %% wrong: the seed is not used
# says: The same seed gives another split
def split_off(pictures, labels, share, seed):
    random = np.random.default_rng()
    chosen = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        places = random.permutation(np.flatnonzero(labels == label))
        chosen[places[: round(share * len(places))]] = True
    a, b = (
        random.permutation(np.flatnonzero(~chosen)),
        random.permutation(np.flatnonzero(chosen)),
    )
    return pictures[a], labels[a], pictures[b], labels[b]


# %% wrong: always the same seed
# says: nothing is drawn by chance
# like: the seed is not used
# -     random = np.random.default_rng()
# +     random = np.random.default_rng(0)


# %% wrong: two arrays only
# says: should return four arrays
def split_off(pictures, labels, share, seed):
    cut = round(share * len(labels))
    return pictures[cut:], pictures[:cut]


# %% wrong: labels cut elsewhere
# says: another number of labels
def split_off(pictures, labels, share, seed):
    cut = round(share * len(labels))
    return pictures[cut:], labels, pictures[:cut], labels[:cut]
