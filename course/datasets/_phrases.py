"""Messages and reviews composed from parts: what stands in for the published texts."""

import re
from collections.abc import Callable

import numpy as np

_SPAM_SHARE = 0.134  # as among the published messages

_PARTS = {
    "name": "Anna Ben Chloe Dan Emma Farid Grace Hugo Ines Jack Kim Leo Mia Nina Omar",
    "place": "work|the station|school|the gym|the library|the garage|the bus stop",
    "day": "today|tonight|tomorrow|on Monday|on Friday|this weekend|after lunch",
    "thing": "my key|some milk|your charger|my ticket|my coat|the map|the toolbox",
    "meal": "lunch|dinner|a coffee|pizza|breakfast|tea",
    "hello": "Hi|Hey|Hello|Ok|Sorry|Morning|Yeah|Hiya",
    "end": ". See you|. Thanks|!|.| :)|. Love you|, ok?|...|. Take care",
    "doing": "driving|in a meeting|on the bus|at home|stuck in traffic|in class",
    "prize": "a holiday|cash|a new phone|a car|a gift card|an iPod|free texts|a camera",
    "urgent": "URGENT|WINNER|Congratulations|FREE|Notice|Last chance|Final call",
    "reply": "Reply YES|Text WIN|Call now|Txt CLAIM|Call free|Send STOP to end, or GO",
    "tail": "T&Cs apply|16+ only|Cost 50p a min|Valid 12 hrs|150p per msg|Ends soon",
    "ring": "ringtone|game|wallpaper|chat service|horoscope|quiz",
}

_HAM = (
    "{hello} {name}, are you coming to {place} {day}{end}",
    "{hello}, I am {doing}, will call you later{end}",
    "Can you bring {thing} {day}? I left it at {place}{end}",
    "I am {doing} now. Let us have {meal} {day}{end}",
    "{hello}, do you want {meal} {day}? {name} is free{end}",
    "Did {name} tell you about {meal} at {place}{end}",
    "Call me when you get to {place}{end}",
    "The car is at {place}, I pick you up {day} at {hour}{end}",
    "{name} said the bus to {place} is late again{end}",
    "Happy birthday {name}! Hope you win the match {day}{end}",
    "I forgot {thing}, can you text {name}{end}",
    "Is {place} open {day}? I need {thing}{end}",
    "{hello}, we won the game at {place}! {meal} {day} is on me{end}",
    "Have you got {pounds} pounds for {meal} {day}{end}",
    "{name} has a new phone, text {number} now{end}",
    "Free {day}? Call me on {number}, {name} won {prize}{end}",
    "Reply to {name} now, the tickets for {place} are free{end}",
    "{hello}, my mobile is {number}. Call free after nine{end}",
)

_SPAM = (
    "{urgent}! You have won {prize}. {reply} on {number}. {tail}",
    "{urgent}: your mobile was awarded {pounds}0 pounds. {reply} to {short}. {tail}",
    "Win {prize}! {reply} to {short} now. {tail}",
    "You have been selected to receive {prize}. {reply} {number} to claim. {tail}",
    "Your free {ring} is waiting. {reply} to {short}. {tail}",
    "{urgent}! Get {prize} and a free {ring}. {reply} {number}",
    "Dear customer, claim {prize} worth {pounds}0 pounds. {reply} to {short}",
    "Are you free {day}? Meet singles near you. {reply} to {short}. {tail}",
    "{hello} {name}, your {ring} subscription is due. {reply} on {number}. {tail}",
    "We tried to call you about {prize}. {reply} on {number}. {tail}",
    "{hello} {name}, are you free {day}? Call me on {number}{end}",
    "{hello}, I am waiting at home. Text me on {number} {day}{end}",
)


def compose_messages(count: int, seed: int) -> list[tuple[str, int]]:
    """Compose text messages, each once; about one in seven is spam.

    Args:
        count: How many.
        seed: Equal seeds give equal messages.

    Returns:
        Pairs of a message and its label, 1 for spam.
    """
    rng = np.random.default_rng(seed)
    parts = {
        name: words.split("|" if "|" in words else None)
        for name, words in _PARTS.items()
    }

    def fill(match: re.Match) -> str:
        name = match.group(1)
        if name == "number":
            return f"0{rng.integers(7000, 9000)}{rng.integers(100000, 999999)}"
        if name == "short":
            return str(rng.integers(60000, 89999))
        if name == "pounds":
            return str(5 * rng.integers(1, 40))
        if name == "hour":
            return str(rng.integers(1, 12))
        return parts[name][rng.integers(len(parts[name]))]

    def compose(label: int) -> str:
        frames = _SPAM if label else _HAM
        text = re.sub(r"\{(\w+)\}", fill, frames[rng.integers(len(frames))])
        if rng.random() < (0.1 if label else 0.3):
            text = text.lower()
        if not label and rng.random() < 0.3:
            text = text.replace("you", "u").replace(" are ", " r ")
        return text

    spam = round(_SPAM_SHARE * count)
    labels = rng.permutation(np.arange(count) < spam).astype(int).tolist()
    return _distinct(compose, labels)


_THINGS = {
    "amazon": (
        "phone|battery|headset|charger|case|screen|keyboard|camera|speaker|cable",
        "works|charges|fits|connects|holds up",
        "I bought it for my car|It came in two days|I use it daily|The old one broke",
    ),
    "imdb": (
        "film|plot|performance|script|soundtrack|story|cast|scene|dialogue|start",
        "works|moves along|holds together|plays out|builds up|ends",
        "I saw it last night|It runs for two hours|The cast is large|It is a remake",
    ),
    "yelp": (
        "meal|service|soup|burger|pizza|waiter|salad|steak|dessert|coffee",
        "turned out|went down|came out|went|ended",
        "We came for lunch|We waited for a table|It is near the station|We ordered two",
    ),
}
_GOOD = "good|great|excellent|lovely|wonderful|impressive|fantastic|pleasant|perfect"
_BAD = "bad|poor|terrible|awful|horrible|disappointing|dreadful|worthless|annoying"
_WELL = "well|perfectly|nicely|beautifully|wonderfully"
_BADLY = "badly|terribly|poorly|horribly|awfully"
_VERY = "|very |really |so |quite |truly |absolutely "

# Each frame with the feeling of its words: 1 as they are, -1 turned round. The first
# ones, without a turn, come more often: words alone decide most sentences, not all.
_PLAIN_FRAMES = 7
_PLAIN_SHARE = 0.65
_FRAMES = (
    ("The {noun} is {very}{feeling}.", 1),
    ("The {noun} was {very}{feeling}.", 1),
    ("{feeling} {noun}!", 1),
    ("A {feeling} {noun} and a {feeling} {noun}.", 1),
    ("{fact}, and the {noun} is {very}{feeling}.", 1),
    ("The {noun} {does} {very}{how}.", 1),
    ("{fact}, and it {does} {how}.", 1),
    ("I think the {noun} is {feeling}, not {opposite}.", 1),
    ("The {noun} is {opposite}, but the {noun} is {very}{feeling}, so I am {mood}.", 1),
    ("The {noun} is not {feeling}.", -1),
    ("The {noun} was not {very}{feeling} at all.", -1),
    ("{fact}, and the {noun} is not {feeling}.", -1),
    ("The {noun} is never {feeling}.", -1),
    ("Not a {feeling} {noun}.", -1),
    ("The {noun} is {opposite}, not {feeling}.", -1),
    ("I do not find the {noun} {feeling}.", -1),
)


def compose_reviews(domain: str, count: int, seed: int) -> list[tuple[str, int]]:
    """Compose sentences from reviews, each once, half of them positive.

    "Not" and "never" turn the meaning of other words round, so the words alone do not
    decide: "good, not bad" and "bad, not good" have the same words.

    Args:
        domain: "amazon", "imdb" or "yelp".
        count: How many.
        seed: Equal seeds give equal sentences.

    Returns:
        Pairs of a sentence and its label, 1 for positive.
    """
    rng = np.random.default_rng(seed)
    nouns, does, facts = (words.split("|") for words in _THINGS[domain])

    def one_of(words: list[str]) -> str:
        return words[rng.integers(len(words))]

    def compose(label: int) -> str:
        plain = rng.random() < _PLAIN_SHARE
        low, high = (0, _PLAIN_FRAMES) if plain else (_PLAIN_FRAMES, len(_FRAMES))
        frame, turn = _FRAMES[rng.integers(low, high)]
        positive = (label == 1) == (turn == 1)  # the feeling of the words themselves
        choices = {
            "noun": [nouns[place] for place in rng.permutation(len(nouns))],
            "does": does,
            "fact": facts,
            "very": _VERY.split("|"),
            "feeling": (_GOOD if positive else _BAD).split("|"),
            "opposite": (_BAD if positive else _GOOD).split("|"),
            "how": (_WELL if positive else _BADLY).split("|"),
            "mood": ["happy", "glad"] if positive else ["sad", "angry"],
        }

        def fill(match: re.Match) -> str:
            words = choices[match.group(1)]
            return words.pop() if match.group(1) == "noun" else one_of(words)

        text = re.sub(r"\{(\w+)\}", fill, frame)
        text = re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)
        return text[0].upper() + text[1:]

    labels = rng.permutation(np.arange(count) % 2).tolist()
    return _distinct(compose, labels)


def _distinct(
    compose: Callable[[int], str], labels: list[int]
) -> list[tuple[str, int]]:
    """Compose a text for each label, anew while it was there before."""
    seen: dict[str, int] = {}
    for label in labels:
        text = compose(label)
        while text in seen:
            text = compose(label)
        seen[text] = label
    return list(seen.items())
