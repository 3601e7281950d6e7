"""English sentences and their French."""

from dataclasses import dataclass

from course.datasets._grammar import compose_pairs
from course.datasets._records import Record, obtain

_FILE = "eng-fra-5000.txt"

# French typography puts narrow blanks before "!" and "?", and bent apostrophes.
_PLAIN = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2019": "'"})


@dataclass(frozen=True, repr=False, eq=False)
class TranslationPairs(Record):
    """English sentences, the French of each, and whom to thank for it.

    Attributes:
        english: The English sentences, `n` of them, shortest first.
        french: The French ones, `n` of them.
        credits: Licence and authors of each pair, `n` of them; keep them with it.
        source: Where the pairs came from, in words; says so when they are composed.
        is_stand_in: Whether they are composed by code.
        notes: What went wrong on the way to the published set, in sentences.
    """

    english: tuple[str, ...]
    french: tuple[str, ...]
    credits: tuple[str, ...]
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()

    def _sizes(self) -> str:
        different = len(set(self.english))
        return f"{len(self.english):,} pairs, {different:,} different English sentences"


def load_translation(
    distinct: bool = False, allow_download: bool = True
) -> TranslationPairs:
    """Load short English sentences, at most five words long, with their French.

    Many English sentences have several French ones: keep all pairs of an English
    sentence on the same side of a split. Narrow and unbreakable blanks are made plain
    blanks, bent apostrophes straight. Where there is no source, pairs composed from a
    small grammar take their place.

    Args:
        distinct: Whether to return each English sentence once, with the first French.
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        5,000 pairs, 2,597 with `distinct`; or 1,200 composed ones.

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the published one.

    Source:
        Tatoeba (tatoeba.org), through manythings.org/anki, CC BY 2.0 France; the
        authors of each pair are in `credits`.
    """
    found, words = obtain(
        "translation", [_FILE], allow_download, "pairs composed by code"
    )
    if found.contents:
        lines = found.contents[_FILE].decode().rstrip("\n").split("\n")
        rows = [tuple(line.split("\t")) for line in lines]
    else:
        credit = "composed by the course"
        rows = [(*pair, credit) for pair in compose_pairs(1200, seed=0)]
    rows = [(one.translate(_PLAIN), two.translate(_PLAIN), c) for one, two, c in rows]
    if distinct:
        first: dict[str, tuple[str, str, str]] = {}
        for row in rows:
            first.setdefault(row[0], row)
        rows = list(first.values())
    english, french, thanks = zip(*rows, strict=True)
    return TranslationPairs(english, french, thanks, **words)
