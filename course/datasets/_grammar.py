"""English sentences and their French, from a small grammar: a stand-in for Tatoeba.

Person is 0 to 4: first, second and third singular, first and third plural. The French
of "you" is "tu". No noun starts with a vowel, so "le" and "la" are never shortened.
"""

from collections.abc import Iterator

import numpy as np

_MOST_WORDS = 5  # in English, as in the published set
_VOWELS = "aeéèêiouy"

# English, French, person, whether female
_SUBJECTS = (
    ("I", "je", 0, False),
    ("you", "tu", 1, False),
    ("he", "il", 2, False),
    ("she", "elle", 2, True),
    ("we", "nous", 3, False),
    ("they", "ils", 4, False),
    ("Tom", "Tom", 2, False),
    ("Marie", "Marie", 2, True),
)
_AM = ("am", "are", "is", "are", "are")
_SUIS = ("suis", "es", "est", "sommes", "sont")

# English, French for a man, French for a woman
_MOODS = (
    ("tired", "fatigué", "fatiguée"),
    ("happy", "heureux", "heureuse"),
    ("sad", "triste", "triste"),
    ("ready", "prêt", "prête"),
    ("busy", "occupé", "occupée"),
    ("strong", "fort", "forte"),
    ("lost", "perdu", "perdue"),
    ("alone", "seul", "seule"),
    ("sick", "malade", "malade"),
    ("late", "en retard", "en retard"),
    ("here", "ici", "ici"),
    ("at home", "à la maison", "à la maison"),
)
_UNCHANGED = ("en retard", "ici", "à la maison")

# English for I, English for he, French for each person
_VERBS = (
    ("see", "sees", ("vois", "vois", "voit", "voyons", "voient")),
    ("want", "wants", ("veux", "veux", "veut", "voulons", "veulent")),
    ("have", "has", ("ai", "as", "a", "avons", "ont")),
    ("buy", "buys", ("achète", "achètes", "achète", "achetons", "achètent")),
    ("sell", "sells", ("vends", "vends", "vend", "vendons", "vendent")),
    ("find", "finds", ("trouve", "trouves", "trouve", "trouvons", "trouvent")),
    ("wash", "washes", ("lave", "laves", "lave", "lavons", "lavent")),
    ("repair", "repairs", ("répare", "répares", "répare", "réparons", "réparent")),
)

# English, French, whether feminine
_THINGS = (
    ("car", "voiture", True),
    ("bus", "bus", False),
    ("bicycle", "vélo", False),
    ("truck", "camion", False),
    ("motorbike", "moto", True),
    ("key", "clé", True),
    ("map", "carte", True),
    ("engine", "moteur", False),
    ("wheel", "roue", True),
    ("door", "porte", True),
    ("house", "maison", True),
    ("mirror", "miroir", False),
)
_ARTICLES = (
    ("the", "le", "la"),
    ("a", "un", "une"),
    ("my", "mon", "ma"),
    ("your", "ton", "ta"),
)
_LOOKS = (
    ("red", "rouge", "rouge"),
    ("green", "vert", "verte"),
    ("black", "noir", "noire"),
    ("white", "blanc", "blanche"),
    ("big", "grand", "grande"),
    ("small", "petit", "petite"),
    ("new", "neuf", "neuve"),
    ("clean", "propre", "propre"),
    ("dirty", "sale", "sale"),
    ("heavy", "lourd", "lourde"),
)
_GO = ("go", "go", "goes", "go", "go")
_VAIS = ("vais", "vas", "va", "allons", "vont")
_PLACES = (
    ("home", "à la maison"),
    ("to work", "au travail"),
    ("to school", "à l'école"),
    ("to town", "en ville"),
    ("there", "là-bas"),
    ("to the station", "à la gare"),
    ("to the garage", "au garage"),
)
_ORDERS = (
    ("buy", "achète"),
    ("find", "trouve"),
    ("wash", "lave"),
    ("repair", "répare"),
    ("look at", "regarde"),
    ("take", "prends"),
)


def compose_pairs(count: int, seed: int) -> list[tuple[str, str]]:
    """Compose English sentences with their French.

    Args:
        count: How many pairs; no more than there are are returned.
        seed: Equal seeds give equal pairs.

    Returns:
        Pairs of an English and a French sentence, the shortest English first. Some
        English sentences appear twice, with the French for a man and for a woman.
    """
    short = (pair for pair in _all_pairs() if len(pair[0].split()) <= _MOST_WORDS)
    pairs = list(dict.fromkeys(short))
    chosen = np.random.default_rng(seed).permutation(len(pairs))[:count]
    return sorted((pairs[place] for place in chosen), key=lambda pair: len(pair[0]))


def _all_pairs() -> Iterator[tuple[str, str]]:
    for english, french, person, female in _SUBJECTS:
        for mood in _MOODS:
            for woman in {female, person < 2 or female}:
                yield from _being(english, french, person, mood, woman)
        for place, lieu in _PLACES:
            vais = _VAIS[person]
            yield _pair(english, _GO[person], place), _paire(french, vais, lieu)
            denied = "doesn't" if person == 2 else "don't"
            yield (
                _pair(english, denied, "go", place),
                _paire(french, _not(vais), lieu),
            )
        for do, does, forms in _VERBS:
            for thing in _objects():
                verb = does if person == 2 else do
                yield (
                    _pair(english, verb, thing[0]),
                    _paire(french, forms[person], thing[1]),
                )
                if not thing[0].startswith("a "):  # "un" would turn into "de"
                    denied = "doesn't" if person == 2 else "don't"
                    yield (
                        _pair(english, denied, do, thing[0]),
                        _paire(french, _not(forms[person]), thing[1]),
                    )
    for thing, chose, feminine in _objects():
        if thing.startswith("a "):
            continue
        for look, male, female in _LOOKS:
            how = female if feminine else male
            yield _pair(thing, "is", look), _paire(chose, "est", how)
            yield _pair(thing, "isn't", look), _paire(chose, "n'est pas", how)
            yield (
                _pair("is", thing, look, end="?"),
                _paire(chose, "est-elle" if feminine else "est-il", how, end=" ?"),
            )
    for order, ordre in _ORDERS:
        for thing, chose, _ in _objects():
            yield _pair(order, thing, end="!"), _paire(ordre, chose, end=" !")


def _being(
    english: str, french: str, person: int, mood: tuple[str, str, str], woman: bool
) -> Iterator[tuple[str, str]]:
    """Yield that somebody is something, is not, and the question."""
    how = mood[2] if woman else mood[1]
    if person > 2 and how not in _UNCHANGED and how[-1] not in "sx":
        how += "s"
    am, suis = _AM[person], _SUIS[person]
    yield _pair(english, am, mood[0]), _paire(french, suis, how)
    yield _pair(english, am, "not", mood[0]), _paire(french, _not(suis), how)
    if person == 0:
        return
    if french[0].isupper():  # a name comes first, and "il" or "elle" after the verb
        asked = f"{french} {suis}-{'elle' if woman else 'il'}"
    else:
        asked = f"{suis}-{french}"
    yield _pair(am, english, mood[0], end="?"), _paire(asked, how, end=" ?")


def _objects() -> Iterator[tuple[str, str, bool]]:
    for article, male, female in _ARTICLES:
        for thing, chose, feminine in _THINGS:
            french = f"{female if feminine else male} {chose}"
            yield f"{article} {thing}", french, feminine


def _not(verb: str) -> str:
    return f"n'{verb} pas" if verb[0] in _VOWELS else f"ne {verb} pas"


def _pair(*words: str, end: str = ".") -> str:
    sentence = " ".join(words)
    return sentence[0].upper() + sentence[1:] + end


def _paire(*words: str, end: str = ".") -> str:
    sentence = " ".join(words)
    if sentence.startswith("je ") and sentence[3] in _VOWELS:
        sentence = "j'" + sentence[3:]
    return sentence[0].upper() + sentence[1:] + end
