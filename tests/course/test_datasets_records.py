"""Texts, series and drives are read exactly, and drawn alike where they are not had."""

import collections
import dataclasses
import gzip
import hashlib
import io
import itertools
import os
import re
import time

import numpy as np
import pytest

from course import datasets
from course.datasets import _grammar, _phrases, _remotes, _sources
from course.datasets._remotes import REMOTES, PublishedForm, Remote, RemoteFile

LOADERS = {
    "load_sms_spam": "sms-spam",
    "load_sentiment": "sentiment",
    "load_translation": "translation",
    "load_co2": "co2",
    "load_traffic_volume": "traffic-volume",
    "load_drive": "comma2k19",
    "load_imu": "comma2k19",
    "load_steering": "udacity-steering",
}

COURSE_DATA = os.environ.get("COURSE_DATA")  # hidden from most tests

needs_files = pytest.mark.skipif(
    not COURSE_DATA,
    reason="COURSE_DATA names no folder with the published files",
)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with no data and no network."""
    monkeypatch.setattr(_sources, "_failed_downloads", {})
    monkeypatch.setattr(_sources, "cache_folder", lambda: tmp_path / "cache")
    for name in ("COURSE_DATA", "COURSE_OFFLINE"):
        monkeypatch.delenv(name, raising=False)

    def no_network(*args, **kwargs):
        raise OSError("no network in this test")

    monkeypatch.setattr(_sources.urllib.request, "urlopen", no_network)
    return tmp_path


@pytest.fixture
def offline(machine, monkeypatch):
    monkeypatch.setenv("COURSE_OFFLINE", "1")
    return machine


@pytest.fixture
def give(machine, monkeypatch):
    """Return a function that puts files of our own in the place of published ones."""

    def put(key, contents):
        remote = REMOTES[key]
        files = dict(remote.files)
        folder = machine / "data" / remote.folder
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            content = text.encode() if isinstance(text, str) else text
            (folder / name).write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            files[name] = RemoteFile(len(content), digest)
        mine = dataclasses.replace(remote, files=files)
        monkeypatch.setitem(REMOTES, key, mine)
        monkeypatch.setenv("COURSE_DATA", str(machine / "data"))

    return put


def arrays_of(record):
    return {
        name: value
        for name, value in vars(record).items()
        if isinstance(value, np.ndarray)
    }


def load(name, **arguments):
    return getattr(datasets, name)(**arguments)


# What all of them promise ---------------------------------------------------------


@pytest.mark.parametrize("name", LOADERS)
def test_without_any_source_a_stand_in_is_drawn_and_called_one(offline, name, capsys):
    start = time.process_time()
    record = load(name)
    assert time.process_time() - start < 2  # a quarter of a second on a quiet machine
    assert record.is_stand_in
    assert record.source.startswith("built-in stand-in: ")
    assert record.source.endswith(f", not {REMOTES[LOADERS[name]].title}")
    assert record.notes == ()
    record.describe()
    printed = capsys.readouterr().out
    assert printed.startswith(f"Source: {record.source}.\n")
    assert re.search(r"\d", printed.split("\n")[1])
    assert repr(record).startswith(f"{type(record).__name__}(")
    assert record.source in repr(record)


@pytest.mark.parametrize("name", LOADERS)
def test_stand_in_is_the_same_every_time(offline, name):
    first, second = load(name), load(name)
    for field in dataclasses.fields(first):
        one, other = getattr(first, field.name), getattr(second, field.name)
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("name", [*LOADERS, "load_share_prices"])
def test_arrays_cannot_be_written_to_and_have_one_length(offline, name):
    record = load(name)
    arrays = arrays_of(record)
    assert arrays or name == "load_translation"
    for array in arrays.values():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = array[1]
        copy = array.copy()
        copy[0] = copy[1]
    assert len({len(array) for array in arrays.values()}) <= 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.source = "elsewhere"


@pytest.mark.parametrize("name", LOADERS)
def test_network_that_is_down_leads_to_the_stand_in_and_a_note(machine, name):
    record = load(name)
    assert record.is_stand_in
    (note,) = record.notes
    assert "COURSE_DATA" in note
    silent = load(name, allow_download=False)
    assert silent.notes == ()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        (name, file)
        for name, key in LOADERS.items()
        for file in REMOTES[key].files
        if (name, file)
        not in (("load_drive", "comma2k19_imu.csv"), ("load_imu", "comma2k19_can.csv"))
    ],
)
def test_file_that_is_not_the_published_one_is_refused(
    offline, monkeypatch, name, file
):
    remote = REMOTES[LOADERS[name]]
    path = offline / "data" / remote.folder / file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"something else\n")
    monkeypatch.setenv("COURSE_DATA", str(offline / "data"))
    # the other files of the set are asked for first, and are absent
    monkeypatch.setattr(
        _sources,
        "_from_cache",
        lambda remote, name, notes: b"" if name != file else None,
    )
    with pytest.raises(
        datasets.CorruptFile, match="is not the published file"
    ) as error:
        load(name)
    assert str(path) in str(error.value)
    assert remote.files[file].sha256[:12] in str(error.value)


def test_every_file_has_a_checksum_and_every_address_a_pinned_commit():
    for key in set(LOADERS.values()):
        for file in REMOTES[key].files.values():
            assert re.fullmatch(r"[0-9a-f]{64}", file.sha256)
            assert file.size > 0
        addresses = [
            *REMOTES[key].folder_urls,
            *(f.published.url for f in REMOTES[key].files.values() if f.published),
        ]
        assert addresses or key == "comma2k19"
        for address in addresses:
            assert re.match(
                r"https://raw\.githubusercontent\.com/[\w-]+/[\w-]+/[0-9a-f]{40}/",
                address,
            )


# Files that are published in another form -----------------------------------------


def serve(monkeypatch, pages):
    asked = []

    def urlopen(url, timeout):
        asked.append(url)
        return io.BytesIO(pages[url])

    monkeypatch.setattr(_sources.urllib.request, "urlopen", urlopen)
    return asked


def remote_of(content, published, packed=False):
    inside = gzip.decompress(content) if packed else content
    file = RemoteFile(
        len(inside), hashlib.sha256(inside).hexdigest(), None, published, packed
    )
    return Remote("A set", "nobody", "a-set", (), {"file": file})


def test_published_form_is_restored_checked_and_kept(machine, monkeypatch):
    published = PublishedForm("https://host/x", _remotes._without_first_line, 100)
    remote = remote_of(b"one\ntwo\n", published)
    asked = serve(monkeypatch, {"https://host/x": b"header\none\ntwo\n"})
    found = _sources.fetch(remote, ["file"])
    assert found.contents == {"file": b"one\ntwo\n"}
    assert found.place == "its publisher"
    again = _sources.fetch(remote, ["file"])
    assert again.contents == found.contents
    assert again.place == "the cache"
    assert asked == ["https://host/x"]


@pytest.mark.parametrize(
    "page", [b"", b"header\none\ntwo", b"header\nOne\ntwo\n", b"header\none\n" * 50]
)
def test_published_form_that_restores_to_something_else_is_refused(
    machine, monkeypatch, page
):
    published = PublishedForm("https://host/x", _remotes._without_first_line, 100)
    remote = remote_of(b"one\ntwo\n", published)
    serve(monkeypatch, {"https://host/x": page})
    found = _sources.fetch(remote, ["file"])
    assert found.contents == {}
    assert "wrong SHA-256" in found.notes[0]
    assert not (machine / "cache").exists()


@pytest.mark.parametrize("level", [1, 6, 9])
def test_packed_file_is_known_by_what_is_inside(machine, monkeypatch, level):
    text = b"".join(b"%d,%d\n" % (n, n * n % 97) for n in range(500))
    remote = remote_of(gzip.compress(text), None, packed=True)
    packed = gzip.compress(text, level, mtime=level)
    assert _sources.is_genuine(packed, remote.files["file"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain",
        gzip.compress(b"text", mtime=0)[:-3],
        gzip.compress(b"texu", mtime=0),
        gzip.compress(b"text" * 9, mtime=0),
    ],
)
def test_packed_file_with_something_else_inside_is_not_genuine(content):
    remote = remote_of(gzip.compress(b"text"), None, packed=True)
    assert not _sources.is_genuine(content, remote.files["file"])


def test_traffic_dates_are_written_anew():
    page = (
        b"holiday,temp,date_time,traffic_volume\n"
        b"None,288.28,02/10/2012 9:00,5545\nNone,1,31/12/2013 23:00,7\n"
    )
    assert gzip.decompress(_remotes._with_iso_dates(page)) == (
        b"holiday,temp,date_time,traffic_volume\n"
        b"None,288.28,2012-10-02 09:00:00,5545\nNone,1,2013-12-31 23:00:00,7\n"
    )


def test_columns_and_missing_codes_of_co2_are_put_right():
    page = (
        b"Date,Decimal Date,Average,Interpolated,Trend,Number of Days\n"
        b"1958-03,1958.2027,315.71,314.44,-01,-9.99,-0.99\n"
        b"1984-04,1984.2917,347.37,344.75,2,-9.99,0.00\n"
        b"2026-06,2026.4583,431.44,429.06,19,0.35,0.15\n"
    )
    assert _remotes._with_right_columns(page) == (
        b"month,decimal_date,average_ppm,deseasonalised_ppm,days,std_days,uncertainty\n"
        b"1958-03,1958.2027,315.71,314.44,,,\n"
        b"1984-04,1984.2917,347.37,344.75,2,,0.00\n"
        b"2026-06,2026.4583,431.44,429.06,19,0.35,0.15\n"
    )


def kept_file(key, name):
    folder = os.path.join(COURSE_DATA, REMOTES[key].folder)
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


@needs_files
@pytest.mark.parametrize(
    ("key", "name", "publish", "size"),
    [
        ("sms-spam", "SMSSpamCollection", lambda b: b"Label\tSMS\n" + b, 477_917),
        (
            "sentiment",
            "amazon_cells_labelled.txt",
            lambda b: b"text\ttarget\n" + b,
            58_238,
        ),
        ("translation", "eng-fra-5000.txt", lambda b: b, 562_864),
        (
            "udacity-steering",
            "udacity_ch2_steering.csv",
            lambda b: b.replace(b"\n", b"\r\n"),
            218_389,
        ),
        (
            "co2",
            "co2_mm_mlo.csv",
            lambda b: (
                b"Date,Decimal Date,Average,Interpolated,Trend,Number of Days\n"
                + b"".join(
                    b",".join([*row[:4], row[4] or b"-01", row[5] or b"-9.99"])
                    + b","
                    + (row[6] or b"-0.99")
                    + b"\n"
                    for row in (line.split(b",") for line in b.split(b"\n")[1:-1])
                )
            ),
            37_543,  # the length of the published file
        ),
        (
            "traffic-volume",
            "metro_interstate_traffic_volume.csv.gz",
            lambda b: re.sub(
                rb"(\d{4})-(\d\d)-(\d\d) 0?(\d+):00:00",
                rb"\3/\2/\1 \4:00",
                gzip.decompress(b),
            ),
            2_836_303,  # the length of the published file
        ),
    ],
)
def test_published_form_of_each_file_restores_to_the_kept_one(
    machine, monkeypatch, key, name, publish, size
):
    """The page is worked out backwards; its length is that of the published one."""
    file = REMOTES[key].files[name]
    page = publish(kept_file(key, name))
    assert len(page) == size <= file.published.most_bytes
    serve(monkeypatch, {file.published.url: page})
    found = _sources.fetch(REMOTES[key], [name])
    assert found.place == "its publisher"
    assert _sources.is_genuine(found.contents[name], file)


# Text messages --------------------------------------------------------------------


def test_messages_are_cut_at_newlines_only_and_quotes_are_characters(give):
    give(
        "sms-spam",
        {
            "SMSSpamCollection": 'ham\tHe said "hi\nspam\tWin\u0085 a "car"\t now \n'
            'ham\tHe said "hi  \nham\tnew\u2028line\n'
        },
    )
    messages = datasets.load_sms_spam()
    assert messages.texts == (
        'He said "hi',
        'Win\u0085 a "car"\t now',
        "new\u2028line",
    )
    np.testing.assert_array_equal(messages.labels, [0, 1, 0])
    assert messages.label_names == ("ham", "spam")
    assert not messages.is_stand_in


def test_message_with_two_labels_is_left_out(give):
    give("sms-spam", {"SMSSpamCollection": "ham\tCall me\nspam\tWin\nspam\tCall me\n"})
    messages = datasets.load_sms_spam()
    assert messages.texts == ("Win",)
    np.testing.assert_array_equal(messages.labels, [1])


@needs_files
def test_published_messages():
    messages = datasets.load_sms_spam(allow_download=False)
    assert messages.source.endswith("CC BY 4.0) from COURSE_DATA")
    assert len(messages.texts) == len(set(messages.texts)) == 5160
    np.testing.assert_array_equal(np.bincount(messages.labels), [4518, 642])
    assert messages.texts[0].startswith("Go until jurong point, crazy..")
    assert messages.texts[2].startswith("Free entry in 2 a wkly comp")
    np.testing.assert_array_equal(messages.labels[:4], [0, 0, 1, 0])
    lines = kept_file("sms-spam", "SMSSpamCollection").decode().split("\n")[:-1]
    assert len(lines) == 5574
    assert len({line.split("\t")[1] for line in lines}) == 5171
    assert {line.split("\t")[1].strip() for line in lines} == set(messages.texts)


# Reviews --------------------------------------------------------------------------

REVIEWS = {
    "amazon_cells_labelled.txt": "Great\t1\nBad\t0\nGreat \t1\nOdd\t0\n",
    "imdb_labelled.txt": "Seen\u0085 twice.  \t1\nA \t tab\t0\nOdd\t1\nBad\t0\n",
    "yelp_labelled.txt": 'So "so\t0\n',
}


def test_label_stands_after_the_last_tab_and_doubtful_sentences_go(give):
    give("sentiment", REVIEWS)
    reviews = datasets.load_sentiment()
    assert reviews.texts == ("Great", "Bad", "Seen\u0085 twice.", "A \t tab", 'So "so')
    np.testing.assert_array_equal(reviews.labels, [1, 0, 1, 0, 0])
    assert reviews.domains == ("amazon", "amazon", "imdb", "imdb", "yelp")
    assert reviews.label_names == ("negative", "positive")


def test_one_domain_is_read_alone(give):
    give("sentiment", REVIEWS)
    reviews = datasets.load_sentiment("imdb")
    assert reviews.texts == ("Seen\u0085 twice.", "A \t tab", "Odd", "Bad")
    assert set(reviews.domains) == {"imdb"}


def test_domain_that_is_not_there_is_refused(offline):
    with pytest.raises(ValueError, match="received 'ebay'"):
        datasets.load_sentiment("ebay")


@needs_files
@pytest.mark.parametrize(
    ("domain", "count", "first"),
    [
        ("amazon", 990, "So there is no way for me to plug it in here in the US"),
        ("imdb", 997, "A very, very, very slow-moving, aimless movie"),
        ("yelp", 996, "Wow... Loved this place."),
        (None, 2982, "So there is no way for me to plug it in here in the US"),
    ],
)
def test_published_reviews(domain, count, first):
    reviews = datasets.load_sentiment(domain, allow_download=False)
    assert reviews.source.endswith("from COURSE_DATA")
    assert len(reviews.texts) == len(set(reviews.texts)) == count
    assert len(reviews.domains) == len(reviews.labels) == count
    assert reviews.texts[0].startswith(first)
    assert abs(reviews.labels.mean() - 0.5) < 0.005


def accuracy(texts, labels, pairs):
    """Train naive Bayes on four fifths of the texts, and return its share of right."""
    words = [re.findall(r"[a-z']+|\d+", text.lower()) for text in texts]
    if pairs:
        words = [w + [f"{a} {b}" for a, b in itertools.pairwise(w)] for w in words]
    cut = len(words) * 4 // 5
    counts = [collections.Counter(), collections.Counter()]
    for some, label in zip(words[:cut], labels[:cut], strict=True):
        counts[label].update(set(some))
    known = set(counts[0]) | set(counts[1])
    shares = [np.log((labels[:cut] == label).mean()) for label in (0, 1)]

    def score(some, label):
        total = sum(counts[label].values()) + 0.3 * len(known)
        found = [np.log((counts[label][w] + 0.3) / total) for w in set(some) & known]
        return shares[label] + sum(found)

    guesses = [score(some, 1) > score(some, 0) for some in words[cut:]]
    return np.mean(np.array(guesses) == labels[cut:])


def test_composed_messages_have_telling_words(offline):
    messages = datasets.load_sms_spam()
    assert len(messages.texts) == len(set(messages.texts)) == 1000
    np.testing.assert_array_equal(np.bincount(messages.labels), [866, 134])
    assert accuracy(messages.texts, messages.labels, pairs=False) > 0.95
    assert not any(re.search(r"[{}|]", text) for text in messages.texts)


def test_composed_reviews_need_more_than_single_words(offline):
    reviews = datasets.load_sentiment()
    assert len(reviews.texts) == len(set(reviews.texts)) == 900
    np.testing.assert_array_equal(np.bincount(reviews.labels), [450, 450])
    assert collections.Counter(reviews.domains) == dict.fromkeys(
        ("amazon", "imdb", "yelp"), 300
    )
    order = np.random.default_rng(0).permutation(900)
    texts, labels = [reviews.texts[i] for i in order], reviews.labels[order]
    words, pairs = accuracy(texts, labels, False), accuracy(texts, labels, True)
    assert 0.6 < words < pairs - 0.05
    assert pairs < 0.97
    assert not any(re.search(r"[{}|]", text) for text in reviews.texts)


def test_some_composed_reviews_have_the_same_words_and_the_other_meaning():
    reviews = [
        review
        for seed in range(20)
        for review in _phrases.compose_reviews("yelp", 300, seed)
    ]
    labels = collections.defaultdict(set)
    for text, label in reviews:
        labels[" ".join(sorted(re.findall("[a-z]+", text.lower())))].add(label)
    assert sum(len(both) == 2 for both in labels.values()) > 5


# Translation ----------------------------------------------------------------------


def test_pairs_are_read_with_plain_blanks_and_their_credits(give):
    give(
        "translation",
        {
            "eng-fra-5000.txt": "Go.\tVa\u202f!\tCC-BY A\nGo.\tMarche.\tCC-BY B\n"
            "I\u2019m in.\tJ\u2019en\u00a0suis\u2009!\tCC-BY C\n"
        },
    )
    pairs = datasets.load_translation()
    assert pairs.english == ("Go.", "Go.", "I'm in.")
    assert pairs.french == ("Va !", "Marche.", "J'en suis !")
    assert pairs.credits == ("CC-BY A", "CC-BY B", "CC-BY C")
    once = datasets.load_translation(distinct=True)
    assert once.english == ("Go.", "I'm in.")
    assert once.french == ("Va !", "J'en suis !")
    assert once.credits == ("CC-BY A", "CC-BY C")


@needs_files
def test_published_pairs():
    pairs = datasets.load_translation(allow_download=False)
    assert len(pairs.english) == len(pairs.french) == len(pairs.credits) == 5000
    assert max(len(text.split()) for text in pairs.english) == 5
    assert max(len(text.split()) for text in pairs.french) == 10
    assert pairs.english[:2] == ("Go.", "Go.")
    assert pairs.french[:2] == ("Va !", "Marche.")
    assert all("tatoeba.org" in credit for credit in pairs.credits)
    once = datasets.load_translation(distinct=True, allow_download=False)
    assert len(once.english) == len(set(once.english)) == 2597
    assert not set("\u00a0\u2009\u202f\u2019") & set("".join(pairs.french))


def test_composed_pairs_are_short_distinct_and_sometimes_have_two_translations(offline):
    pairs = datasets.load_translation()
    assert (
        len(pairs.english)
        == len(set(zip(pairs.english, pairs.french, strict=True)))
        == 1200
    )
    assert max(len(text.split()) for text in pairs.english) == 5
    assert max(len(text.split()) for text in pairs.french) <= 10
    lengths = [len(text) for text in pairs.english]
    assert lengths == sorted(lengths)
    twice = len(pairs.english) - len(set(pairs.english))
    assert twice >= 1
    once = datasets.load_translation(distinct=True)
    assert len(once.english) == 1200 - twice


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("I have a car.", {"J'ai une voiture."}),
        ("He doesn't have my key.", {"Il n'a pas ma clé."}),
        ("I don't buy the house.", {"Je n'achète pas la maison."}),
        ("We don't see the bus.", {"Nous ne voyons pas le bus."}),
        ("They repair your engine.", {"Ils réparent ton moteur."}),
        ("I am tired.", {"Je suis fatigué.", "Je suis fatiguée."}),
        ("She is not happy.", {"Elle n'est pas heureuse."}),
        ("They are happy.", {"Ils sont heureux."}),
        ("We are ready.", {"Nous sommes prêts."}),
        ("They are late.", {"Ils sont en retard."}),
        ("Are we lost?", {"Sommes-nous perdus ?"}),
        ("Is she sick?", {"Est-elle malade ?"}),
        ("Is Tom tired?", {"Tom est-il fatigué ?"}),
        ("Is my car new?", {"Ma voiture est-elle neuve ?"}),
        ("The truck isn't white.", {"Le camion n'est pas blanc."}),
        ("You go to school.", {"Tu vas à l'école."}),
        ("He doesn't go to work.", {"Il ne va pas au travail."}),
        ("Look at the road!", set()),
        ("Look at the wheel!", {"Regarde la roue !"}),
        ("Take your map!", {"Prends ta carte !"}),
    ],
)
def test_composed_french_is_right(english, french):
    found = {two for one, two in _grammar._all_pairs() if one == english}
    assert found == french


def test_composed_french_shortens_words_before_vowels():
    sentences = [french.lower() for _, french in _grammar._all_pairs()]
    assert not [s for s in sentences if re.search(r"\b(je|ne|le|la|de) [aeiouéèê]", s)]
    assert not [s for s in sentences if re.search(r"\b[jn]'[^aeiouéèê]", s)]


# Carbon dioxide and share prices --------------------------------------------------


@needs_files
def test_published_co2():
    co2 = datasets.load_co2(allow_download=False)
    assert co2.source.endswith("public domain) from COURSE_DATA")
    assert co2.unit == "ppm"
    assert len(co2.values) == 820
    assert str(co2.months[0]) == "1958-03"
    assert str(co2.months[-1]) == "2026-06"
    assert (np.diff(co2.months).astype(int) == 1).all()
    assert co2.values[0] == 315.71
    assert co2.deseasonalised[0] == 314.44
    assert co2.values[-1] == 431.44
    assert not np.isnan(co2.values).any()
    assert 312 < co2.values.min() < co2.values.max() < 433


def test_drawn_co2_rises_and_has_a_course_of_the_year(offline):
    co2 = datasets.load_co2()
    assert len(co2.values) == 820
    assert (np.diff(co2.months).astype(int) == 1).all()
    assert 311 < co2.values.min() < 317
    assert 425 < co2.values.max() < 440
    season = co2.values - co2.deseasonalised
    month = co2.months.astype(int) % 12
    means = [season[month == one].mean() for one in range(12)]
    assert np.argmax(means) == 4  # May
    assert np.argmin(means) == 8  # September
    decades = co2.deseasonalised[::120]
    assert (np.diff(decades) > 0).all()
    assert decades[-1] - decades[-2] > decades[1] - decades[0]  # ever faster


def test_share_prices_come_with_matplotlib(offline):
    prices = datasets.load_share_prices()
    assert not prices.is_stand_in
    assert "Matplotlib" in prices.source
    assert len(prices.values) == 1047
    assert (np.diff(prices.dates).astype(int) > 0).all()
    assert str(prices.dates[0]) == "2004-08-19"
    assert prices.values[0] == 100.34
    assert prices.values[-1] == 362.71
    assert "1,047 trading days" in repr(prices)


# Traffic --------------------------------------------------------------------------

HEADER = (
    "holiday,temp,rain_1h,snow_1h,clouds_all,weather_main,weather_description,"
    "date_time,traffic_volume\n"
)


def test_rows_of_an_hour_are_merged_and_what_is_impossible_is_missing(give):
    text = HEADER + (
        "None,280.0,0.5,0,40,Rain,light rain,2012-10-02 09:00:00,5545\n"
        "None,282.0,1.5,0,60,Drizzle,drizzle,2012-10-02 09:00:00,5545\n"
        "None,282.0,9831.3,0,60,Rain,heavy rain,2012-10-02 09:00:00,5545\n"
        "None,0,9831.3,0.2,10,Clear,sky is clear,2012-10-02 11:00:00,4767\n"
        "Columbus Day,270,0,0,20,Clouds,few clouds,2012-10-08 00:00:00,455\n"
        "None,270,0,0,20,Clouds,few clouds,2018-09-30 23:00:00,954\n"
    )
    name = "metro_interstate_traffic_volume.csv.gz"
    give("traffic-volume", {name: gzip.compress(text.encode())})
    traffic = datasets.load_traffic_volume()
    nan = np.nan
    assert len(traffic.hours) == 52_551
    assert str(traffic.hours[0]) == "2012-10-02T09"
    np.testing.assert_array_equal(traffic.values[:4], [5545, nan, 4767, nan])
    np.testing.assert_allclose(traffic.temperature[:3], [844 / 3, nan, nan])
    np.testing.assert_allclose(traffic.rain[:3], [1.5, nan, nan])
    np.testing.assert_allclose(traffic.snow[:3], [0, nan, 0.2])
    np.testing.assert_allclose(traffic.clouds[:3], [160 / 3, nan, 10])
    assert traffic.weather[:3].tolist() == ["Rain+Drizzle", "", "Clear"]
    day = np.flatnonzero(traffic.holiday)
    assert len(day) == 24
    assert str(traffic.hours[day[0]]) == "2012-10-08T00"
    assert traffic.values[-1] == 954
    assert np.isnan(traffic.values).sum() == 52_551 - 4


@needs_files
def test_published_traffic():
    start = time.process_time()
    traffic = datasets.load_traffic_volume(allow_download=False)
    assert time.process_time() - start < 3  # 0.7 seconds on a quiet machine
    assert traffic.source.endswith("from COURSE_DATA")
    assert (np.diff(traffic.hours).astype(int) == 1).all()
    assert str(traffic.hours[-1]) == "2018-09-30T23"
    known = ~np.isnan(traffic.values)
    assert known.sum() == 40_575
    assert traffic.values[known].min() == 0
    assert traffic.values[known].max() == 7280
    np.testing.assert_array_equal(traffic.values[:3], [5545, 4516, 4767])
    assert np.nanmin(traffic.temperature) > 240
    assert (known & np.isnan(traffic.temperature)).sum() == 10
    assert np.nanmax(traffic.rain) == 55.63
    assert ((traffic.weather == "") == ~known).all()
    assert traffic.holiday.sum() == 53 * 24
    days = np.unique(traffic.hours[traffic.holiday].astype("datetime64[D]"))
    assert np.datetime64("2016-12-26") in days  # Christmas Day, kept on Monday


def test_drawn_traffic_has_days_weeks_and_gaps(offline):
    traffic = datasets.load_traffic_volume()
    assert len(traffic.hours) == 52_551
    values, known = traffic.values, ~np.isnan(traffic.values)
    assert 0.70 < known.mean() < 0.82
    assert values[known].min() >= 0
    assert values[known].max() <= 7300
    hour = traffic.hours.astype(int) % 24
    working = np.is_busday(traffic.hours.astype("datetime64[D]"))
    rush, night = (
        np.nanmean(values[working & (hour == 7)]),
        np.nanmean(values[hour == 3]),
    )
    assert rush > 10 * night
    assert np.nanmean(values[~working & (hour == 7)]) < 0.4 * rush

    def error(lag):
        return np.nanmean(np.abs(values[lag:] - values[:-lag]))

    assert error(168) < error(24) < error(12)
    assert np.isnan(traffic.temperature).sum() == (~known).sum()
    assert ((traffic.weather == "") == ~known).all()
    late = traffic.hours >= np.datetime64("2017-01-01")
    assert known[late].mean() > 0.98  # the last years have few gaps, as published
    assert traffic.holiday.any()


# Drives ---------------------------------------------------------------------------

UNEVEN = (0.0, 0.009, 0.026, 0.027, 0.05, 0.061, 0.09, 0.1, 0.13, 0.16, 0.2)


def can_file(clock):
    rows = [f"{t},{8 + t},{-2 * t},{8 + t},{9 - t},{3 * t},{t}" for t in clock]
    header = "time_s,speed_mps,steering_angle_deg,a,b,c,d"
    return "\n".join([header, *rows]) + "\n"


def test_drive_is_interpolated_from_its_uneven_clock(give):
    give("comma2k19", {"comma2k19_can.csv": can_file(UNEVEN)})
    drive = datasets.load_drive(rate=20)
    np.testing.assert_allclose(drive.time, [0, 0.05, 0.1, 0.15, 0.2])
    np.testing.assert_allclose(drive.speed, 8 + drive.time)
    np.testing.assert_allclose(drive.steering_angle, -2 * drive.time)
    expected = np.stack([8 + drive.time, 9 - drive.time, 3 * drive.time, drive.time], 1)
    np.testing.assert_allclose(drive.wheel_speeds, expected)
    assert drive.rate == 20.0
    assert len(datasets.load_drive(rate=10).time) == 3


def test_motion_is_read_on_the_clock_of_the_drive(give):
    clock = (-0.01, 0.002, 0.011, 0.034, 0.052)
    rows = [",".join(str(t * k) for k in (1, 1, 2, 3, 4, 5, 6)) for t in clock]
    text = "\n".join(["time_s,a,b,c,d,e,f", *rows]) + "\n"
    give("comma2k19", {"comma2k19_imu.csv": text})
    imu = datasets.load_imu(rate=100)
    np.testing.assert_allclose(imu.time, [0, 0.01, 0.02, 0.03, 0.04, 0.05])
    expected = imu.time[:, None] * [1, 2, 3]
    np.testing.assert_allclose(imu.acceleration, expected, atol=1e-12)
    expected = imu.time[:, None] * [4, 5, 6]
    np.testing.assert_allclose(imu.rotation, expected, atol=1e-12)
    assert imu.axes == ("forward", "right", "down")


@pytest.mark.parametrize("rate", [0, -1, 101, float("nan"), float("inf")])
@pytest.mark.parametrize("name", ["load_drive", "load_imu"])
def test_rate_that_makes_no_sense_is_refused(offline, name, rate):
    with pytest.raises(ValueError, match="`rate` expects measurements a second"):
        load(name, rate=rate)


def smooth(values, width=100):
    return np.convolve(values, np.ones(width) / width, "valid")


def agreement(drive, imu):
    """Correlate what both measured: yaw with steering, push with change of speed."""
    size = min(len(drive.time), len(imu.time))
    turn = drive.speed[:size] * drive.steering_angle[:size]
    gain = np.gradient(drive.speed[:size], 1 / drive.rate)
    return (
        np.corrcoef(smooth(turn), smooth(imu.rotation[:size, 2]))[0, 1],
        np.corrcoef(smooth(gain), smooth(imu.acceleration[:size, 0]))[0, 1],
    )


@needs_files
def test_recorded_drive():
    drive = datasets.load_drive(allow_download=False)
    assert drive.source.endswith("(comma.ai, MIT) from COURSE_DATA")
    assert drive.time.shape == drive.speed.shape == drive.steering_angle.shape == (600,)
    np.testing.assert_allclose(np.diff(drive.time), 0.1)
    assert drive.speed[0] == 7.97431
    assert 7.9 < drive.speed.min() < drive.speed.max() < 19.9
    assert -4.7 < drive.steering_angle.min() < drive.steering_angle.max() < 2.5
    mean = drive.wheel_speeds.mean(axis=1)
    np.testing.assert_allclose(mean, drive.speed, atol=2e-5)
    imu = datasets.load_imu(allow_download=False)
    assert imu.time.shape == (3000,)
    assert -9.9 < imu.acceleration[:, 2].mean() < -9.5
    assert not np.isnan(np.column_stack([imu.acceleration, imu.rotation])).any()


@needs_files
def test_recorded_steering_is_positive_to_the_left():
    fine = {"rate": 100, "allow_download": False}
    turn, push = agreement(datasets.load_drive(**fine), datasets.load_imu(**fine))
    assert turn < -0.85  # yaw about the axis that points down is positive to the right
    assert push > 0.85


def test_drawn_drive_moves_as_a_car_can(offline):
    drive, imu = datasets.load_drive(rate=100), datasets.load_imu(rate=100)
    assert drive.time.shape == imu.time.shape == (6000,)
    turn, push = agreement(drive, imu)
    assert turn < -0.9
    assert push > 0.9
    gain = np.gradient(smooth(drive.speed, 20), 0.01)
    assert np.abs(gain).max() < 3.5
    assert 7 < drive.speed.min() < drive.speed.max() < 23
    assert 0.3 < drive.steering_angle.std() < 2
    sideways = np.abs(drive.speed * imu.rotation[:, 2]).max()
    assert sideways < 2  # m/s²
    np.testing.assert_allclose(drive.wheel_speeds.mean(axis=1), drive.speed)
    assert -10 < imu.acceleration[:, 2].mean() < -9.6
    whole = np.column_stack([drive.speed, imu.acceleration, imu.rotation])
    assert not np.isnan(whole).any()


def test_drawn_drive_is_the_same_drive_at_every_rate(offline):
    fine, coarse = datasets.load_drive(rate=50), datasets.load_drive(rate=10)
    assert len(coarse.time) == 600
    np.testing.assert_allclose(fine.speed[::5], coarse.speed)
    np.testing.assert_allclose(fine.steering_angle[::5], coarse.steering_angle)


@needs_files
def test_recorded_steering():
    steering = datasets.load_steering(allow_download=False)
    assert steering.source.endswith("(Udacity, MIT) from COURSE_DATA")
    assert steering.rate == 20.0
    assert steering.time.shape == steering.angle.shape == (5614,)
    np.testing.assert_allclose(np.diff(steering.time), 0.05)
    lag = np.corrcoef(steering.angle[1:], steering.angle[:-1])[0, 1]
    assert lag == pytest.approx(0.9987, abs=5e-5)
    text = kept_file("udacity-steering", "udacity_ch2_steering.csv").decode()
    rows = [line.split(",") for line in text.split("\n")[1:-1]]
    # Udacity's own figure for a file of zeros, by its root-mean-square score
    public = np.array([row[2] == "1" for row in rows])
    score = np.sqrt((steering.angle[public] ** 2).mean())
    assert score == pytest.approx(0.20678229236453141, abs=1e-14)
    frames = np.array([int(row[0]) for row in rows])
    drift = np.diff(frames) / 1e9 - 0.05
    assert np.abs(drift).max() < 0.0015


def test_drawn_steering_hardly_differs_from_one_value_to_the_next(offline):
    steering = datasets.load_steering()
    assert steering.angle.shape == (5614,)
    assert 0.1 < steering.angle.std() < 0.3
    lag = np.corrcoef(steering.angle[1:], steering.angle[:-1])[0, 1]
    assert 0.995 < lag < 0.9999
    assert np.abs(steering.angle).max() < 1.2
