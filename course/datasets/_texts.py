"""Short texts with a label: text messages, and sentences from reviews."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from course.datasets._phrases import compose_messages, compose_reviews
from course.datasets._records import Record, fixed, obtain

_SMS_FILE = "SMSSpamCollection"
_DOMAINS = ("amazon", "imdb", "yelp")


@dataclass(frozen=True, repr=False, eq=False)
class LabelledTexts(Record):
    """Texts, a label for each, and where they came from.

    Attributes:
        texts: The texts, `n` of them, no two alike.
        labels: Integers, `(n,)`, places in `label_names`.
        label_names: The name of each label.
        source: Where the texts came from, in words; says so when they are composed.
        is_stand_in: Whether they are composed by code.
        notes: What went wrong on the way to the published set, in sentences.
        domains: What each text is about, `n` words; empty where that is not known.
    """

    texts: tuple[str, ...]
    labels: np.ndarray
    label_names: tuple[str, ...]
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    def _sizes(self) -> str:
        counts = np.bincount(self.labels, minlength=len(self.label_names))
        names = zip(counts, self.label_names, strict=True)
        shares = ", ".join(f"{count:,} {name}" for count, name in names)
        return f"{len(self.texts):,} texts: {shares}"


def load_sms_spam(allow_download: bool = True) -> LabelledTexts:
    """Load text messages, wanted ("ham") and unwanted ("spam").

    The messages are real: they hold names, telephone numbers, coarse words and spam for
    adults. Blank ends are cut off and of equal messages only the first is kept, which
    leaves 5,160 of 5,574; none of these has two labels. Where there is no source,
    messages composed by code take their place.

    Args:
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        Labels 0 for "ham" and 1 for "spam".

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the published one.

    Source:
        T. Almeida and J. Gómez Hidalgo, SMS Spam Collection, UCI Machine Learning
        Repository, doi 10.24432/C5CC84, CC BY 4.0.
    """
    found, words = obtain(
        "sms-spam", [_SMS_FILE], allow_download, "messages composed by code"
    )
    label_names = ("ham", "spam")
    if found.contents:
        # only "\n" ends a line, and quotation marks are nothing but characters
        lines = found.contents[_SMS_FILE].decode().rstrip("\n").split("\n")
        pairs = [line.split("\t", 1) for line in lines]
        rows = [(text, label_names.index(label), "") for label, text in pairs]
    else:
        rows = [(text, label, "") for text, label in compose_messages(1000, seed=0)]
    texts, labels, _ = _distinct(rows)
    return LabelledTexts(texts, labels, label_names, **words)


def load_sentiment(
    domain: str | None = None, allow_download: bool = True
) -> LabelledTexts:
    """Load sentences from reviews, negative or positive.

    There are three domains: "amazon" (telephones and their parts), "imdb" (films) and
    "yelp" (restaurants). Blank ends are cut off; of equal sentences the first is kept,
    and sentences that appear with both labels are left out. Where there is no source,
    sentences composed by code take their place, 300 for each domain.

    Args:
        domain: "amazon", "imdb" or "yelp"; all three by default, one after the other.
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        Labels 0 for "negative" and 1 for "positive", about half each.

    Raises:
        CorruptFile: If a file in COURSE_DATA is not the published one.
        ValueError: If there is no such domain.

    Source:
        D. Kotzias, M. Denil, N. de Freitas and P. Smyth, From Group to Individual
        Labels Using Deep Features, KDD 2015; UCI Machine Learning Repository,
        doi 10.24432/C57604, CC BY 4.0.
    """
    if domain is not None and domain not in _DOMAINS:
        raise ValueError(
            f'`domain` expects "amazon", "imdb", "yelp" or None, received {domain!r}.'
        )
    asked = _DOMAINS if domain is None else (domain,)
    files = {
        one: "amazon_cells_labelled.txt" if one == "amazon" else f"{one}_labelled.txt"
        for one in asked
    }
    found, words = obtain(
        "sentiment", list(files.values()), allow_download, "sentences composed by code"
    )
    rows: list[tuple[str, int, str]] = []
    for one, file in files.items():
        if found.contents:
            # splitlines would cut at U+0085, which two sentences hold
            lines = found.contents[file].decode().rstrip("\n").split("\n")
            pairs = [line.rpartition("\t")[::2] for line in lines]
            rows += [(text, int(label), one) for text, label in pairs]
        else:
            composed = compose_reviews(one, 300, seed=_DOMAINS.index(one))
            rows += [(text, label, one) for text, label in composed]
    texts, labels, domains = _distinct(rows)
    return LabelledTexts(
        texts, labels, ("negative", "positive"), domains=domains, **words
    )


def _distinct(
    rows: Iterable[tuple[str, int, str]],
) -> tuple[tuple[str, ...], np.ndarray, tuple[str, ...]]:
    """Return each text once, without those that have two labels."""
    first: dict[str, tuple[int, str]] = {}
    doubtful = set()
    for raw, label, domain in rows:
        text = raw.strip()
        if first.setdefault(text, (label, domain))[0] != label:
            doubtful.add(text)
    kept = {text: row for text, row in first.items() if text not in doubtful}
    labels, domains = zip(*kept.values(), strict=True)
    return tuple(kept), fixed(labels, np.int64), domains
