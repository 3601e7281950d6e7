# %% right: sorted lists
def finding(networks, rules):
    mean = {name: sum(errors) / len(errors) for name, errors in networks.items()}
    network = sorted(mean, key=mean.get)[0]
    error, rule = sorted((error, name) for name, error in rules.items())[0]
    wins = sum(one < error for one in networks[network])
    words = {0: "worse", len(networks[network]): "better"}
    return dict(
        network=network,
        rule=rule,
        skill=1 - mean[network] / error,
        verdict=words.get(wins, "undecided"),
    )


# %% right: NumPy
def finding(networks, rules):
    names, means = list(networks), [np.mean(e) for e in networks.values()]
    best = int(np.argmin(means))
    rule_names, rule_errors = list(rules), np.array(list(rules.values()))
    floor = rule_errors.min()
    seeds = np.array(networks[names[best]])
    if np.max(seeds) < floor:
        verdict = "better"
    elif np.min(seeds) >= floor:
        verdict = "worse"
    else:
        verdict = "undecided"
    return {
        "verdict": verdict,
        "skill": (floor - means[best]) / floor,
        "rule": rule_names[int(rule_errors.argmin())],
        "network": names[best],
    }


# %% wrong: weakest rule
# says: the weakest rule is taken
def finding(networks, rules):
    network = min(networks, key=lambda n: np.mean(networks[n]))
    rule = max(rules, key=rules.get)
    wins = [e < rules[rule] for e in networks[network]]
    verdict = "better" if all(wins) else "undecided" if any(wins) else "worse"
    return {
        "network": network,
        "rule": rule,
        "skill": 1 - np.mean(networks[network]) / rules[rule],
        "verdict": verdict,
    }


# %% wrong: luckiest run
# says: the luckiest single run decides
# like: weakest rule
# -     network = min(networks, key=lambda n: np.mean(networks[n]))
# -     rule = max(rules, key=rules.get)
# +     network = min(networks, key=lambda n: min(networks[n]))
# +     rule = min(rules, key=rules.get)


# %% wrong: best seed for the skill
# says: the best seed stands for all
# like: weakest rule
# -     rule = max(rules, key=rules.get)
# +     rule = min(rules, key=rules.get)
# -         "skill": 1 - np.mean(networks[network]) / rules[rule],
# +         "skill": 1 - min(networks[network]) / rules[rule],


# %% wrong: one lucky seed is a win
# says: although the seeds disagree
def finding(networks, rules):
    network = min(networks, key=lambda n: np.mean(networks[n]))
    rule = min(rules, key=rules.get)
    verdict = "better" if min(networks[network]) < rules[rule] else "worse"
    return {
        "network": network,
        "rule": rule,
        "skill": 1 - np.mean(networks[network]) / rules[rule],
        "verdict": verdict,
    }


# %% wrong: only the mean decides
# says: although the seeds disagree
def finding(networks, rules):
    network = min(networks, key=lambda n: np.mean(networks[n]))
    rule = min(rules, key=rules.get)
    skill = 1 - np.mean(networks[network]) / rules[rule]
    return {
        "network": network,
        "rule": rule,
        "skill": skill,
        "verdict": "better" if skill > 0 else "worse",
    }


# %% wrong: equal counts as better
# says: an equal error counts as a win
# like: one lucky seed is a win
# -     verdict = "better" if min(networks[network]) < rules[rule] else "worse"
# +     wins = [e <= rules[rule] for e in networks[network]]
# +     verdict = "better" if all(wins) else "undecided" if any(wins) else "worse"


# %% wrong: divided by the network
# says: the difference is divided by the network's error
# like: weakest rule
# -     rule = max(rules, key=rules.get)
# +     rule = min(rules, key=rules.get)
# -         "skill": 1 - np.mean(networks[network]) / rules[rule],
# +         "skill": rules[rule] / np.mean(networks[network]) - 1,


# %% wrong: never commits itself
# says: it is never decided
def finding(networks, rules):
    network = min(networks, key=lambda n: np.mean(networks[n]))
    rule = min(rules, key=rules.get)
    return {
        "network": network,
        "rule": rule,
        "skill": 1 - np.mean(networks[network]) / rules[rule],
        "verdict": "undecided",
    }


# %% wrong: a sentence
# says: should return a dictionary
def finding(networks, rules):
    return "The network is better."


# %% wrong: the example from paper
# says: the network
def finding(networks, rules):
    return {"network": "gru", "rule": "week", "skill": 0.0, "verdict": "undecided"}
