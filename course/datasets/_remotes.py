"""Published data sets: whose they are, where they are and how they are known again."""

import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PublishedForm:
    """How a file is published, where that is not byte for byte how it is kept.

    The bytes that `restore` returns are what the checksum is taken of.

    Attributes:
        url: The whole address.
        restore: Turns the published bytes into those that are kept.
        most_bytes: More than this is not read.
    """

    url: str
    restore: Callable[[bytes], bytes]
    most_bytes: int


@dataclass(frozen=True)
class RemoteFile:
    """A published file.

    Attributes:
        size: Length in bytes.
        sha256: Checksum in hexadecimal.
        folder_url: Where it is published, when that is not where the set is.
        published: Its address and form, where these differ from its name and bytes.
        packed: Whether it is a gzip file whose size and checksum are those of what is
            inside: gzip programs pack the same bytes differently.
    """

    size: int
    sha256: str
    folder_url: str | None = None
    published: PublishedForm | None = None
    packed: bool = False


@dataclass(frozen=True)
class Remote:
    """A published data set.

    Attributes:
        title: Its name, for learners.
        terms: Who published it, and the licence.
        folder: Its folder in COURSE_DATA and in the cache.
        folder_urls: Where its files are published, in the order to try.
        files: Its files by name.
    """

    title: str
    terms: str
    folder: str
    folder_urls: Sequence[str]
    files: dict[str, RemoteFile]


def _raw(repository: str, commit: str, path: str) -> str:
    return f"https://raw.githubusercontent.com/{repository}/{commit}/{path}"


def _without_first_line(content: bytes) -> bytes:
    return content.partition(b"\n")[2]


def _with_plain_line_ends(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _with_right_columns(content: bytes) -> bytes:
    """Put the seven column names right, and blank the codes of what is missing."""
    names = (
        "month,decimal_date,average_ppm,deseasonalised_ppm,days,std_days,uncertainty"
    )
    rows = [names]
    for line in content.decode("utf-8", "replace").split("\n")[1:]:
        values = line.split(",")
        for place, code in ((4, "-01"), (5, "-9.99"), (6, "-0.99")):
            if len(values) > place and values[place] == code:
                values[place] = ""
        rows.append(",".join(values))
    return "\n".join(rows).encode()


def _with_iso_dates(content: bytes) -> bytes:
    """Write "02/10/2012 9:00" as "2012-10-02 09:00:00", and pack the file."""

    def iso(match: re.Match) -> bytes:
        day, month, year, hour = match.groups()
        return b"%s-%s-%s %02d:00:00" % (year, month, day, int(hour))

    pattern = rb"\b(\d\d)/(\d\d)/(\d{4}) (\d{1,2}):00\b"
    return gzip.compress(re.sub(pattern, iso, content), mtime=0)


REMOTES = {
    "fashion-mnist": Remote(
        title="Fashion-MNIST",
        terms="Zalando Research, MIT",
        folder="fashion-mnist",
        folder_urls=(
            # plain http, as its README has it; the checksum is what is trusted
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion",
        ),
        files={
            "train-images-idx3-ubyte.gz": RemoteFile(
                26_421_880,
                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            ),
            "train-labels-idx1-ubyte.gz": RemoteFile(
                29_515,
                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            ),
            "t10k-images-idx3-ubyte.gz": RemoteFile(
                4_422_102,
                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            ),
            "t10k-labels-idx1-ubyte.gz": RemoteFile(
                5_148,
                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            ),
        },
    ),
    "sms-spam": Remote(
        title="SMS Spam Collection",
        terms="Almeida and Gómez Hidalgo, doi 10.24432/C5CC84, CC BY 4.0",
        folder="sms-spam",
        folder_urls=(),
        files={
            "SMSSpamCollection": RemoteFile(
                477_907,
                "7d039a24a6083ed9ef0f806ebad56bbb976e3aeb8de05669173bfdc4996c239d",
                published=PublishedForm(
                    _raw(
                        "hamzaaacodes/sms-spam-collection",
                        "f3e73e1e74e6330b62d1ee1983bba2a063184c26",
                        "SMSSpamCollection",
                    ),
                    _without_first_line,
                    477_917,
                ),
            ),
        },
    ),
    "sentiment": Remote(
        title="Sentiment Labelled Sentences",
        terms="Kotzias, Denil, de Freitas and Smyth, doi 10.24432/C57604, CC BY 4.0",
        folder="sentiment",
        folder_urls=(
            _raw(
                "tamirveiga/analise-sentimentos-ml",
                "2bd762af3f08b7d7fbb4dbf85b0af86d466f69d6",
                "data",
            ),
        ),
        files={
            "amazon_cells_labelled.txt": RemoteFile(
                58_226,
                "47003fc0a0d4840b00e96e715b6189bad09e7443a3da41c4cbe12ffc79f86ae3",
                published=PublishedForm(
                    _raw(
                        "tamirveiga/analise-sentimentos-ml",
                        "2bd762af3f08b7d7fbb4dbf85b0af86d466f69d6",
                        "data/amazon_cells_labelled.txt",
                    ),
                    _without_first_line,
                    58_238,
                ),
            ),
            "imdb_labelled.txt": RemoteFile(
                85_285,
                "aef2e49e3da25714d61175e3a6e68eeef74a20a2f914318dc3be9947ea86512d",
            ),
            "yelp_labelled.txt": RemoteFile(
                61_320,
                "c76468b7b5c6e56a0804d728345c5f84aa2142ddb214420f61cc9cfd4c00d2ea",
            ),
        },
    ),
    "translation": Remote(
        title="English-French sentence pairs",
        terms="Tatoeba contributors through manythings.org/anki, CC BY 2.0 FR",
        folder="translation",
        folder_urls=(),
        files={
            "eng-fra-5000.txt": RemoteFile(
                562_864,
                "d952b56a181da5270b7bb4ded3f3bbe61e67a9b1de0e0fbc1d46438c71fb55a7",
                published=PublishedForm(
                    _raw(
                        "NJUxlj/seq2seq-attention-translation",
                        "b20755b1c81f2d82526ab967dbc8ec6465f22f14",
                        "data/eng-fra.txt",
                    ),
                    bytes,
                    562_864,
                ),
            ),
        },
    ),
    "co2": Remote(
        title="CO2 at Mauna Loa",
        terms="NOAA Global Monitoring Laboratory and Scripps, public domain",
        folder="time-series",
        folder_urls=(),
        files={
            "co2_mm_mlo.csv": RemoteFile(
                35_024,
                "2281f22f3c4b69de38b8a70bd893f9b4d04c2be2fef4b620f347cc5bc85a8b6b",
                published=PublishedForm(
                    _raw(
                        "datasets/co2-ppm",
                        "146bdc608e1078d3e28e7a5d4755fdc316ffed2d",
                        "data/co2-mm-mlo.csv",
                    ),
                    _with_right_columns,
                    37_543,
                ),
            ),
        },
    ),
    "traffic-volume": Remote(
        title="Metro Interstate Traffic Volume",
        terms="Hogue, doi 10.24432/C5X60B, CC BY 4.0",
        folder="traffic-volume",
        folder_urls=(),
        files={
            "metro_interstate_traffic_volume.csv.gz": RemoteFile(
                3_001_463,
                "1ee53921954c009db4f3af3607964ea853604200d16dabefaf9d1a2dc10cfe8f",
                published=PublishedForm(
                    _raw(
                        "netashanas/Heavy-Trafic-on-I-94",
                        "6f955025be153914e3df887864239e686b5a8b90",
                        "Metro_Interstate_Traffic_Volume.csv",
                    ),
                    _with_iso_dates,
                    2_900_000,
                ),
                packed=True,
            ),
        },
    ),
    # Its publisher has only arrays from which the two files were written.
    "comma2k19": Remote(
        title="comma2k19",
        terms="comma.ai, MIT",
        folder="driving",
        folder_urls=(),
        files={
            "comma2k19_can.csv": RemoteFile(
                295_370,
                "04f001db4e9bf42898f5772e0229046c8c0834856e0be92cffd46e660b00d732",
            ),
            "comma2k19_imu.csv": RemoteFile(
                394_428,
                "35178c105e890a76bd11dca83f3107bdb0d56458e6462eb1848d631c69cc6958",
            ),
        },
    ),
    "udacity-steering": Remote(
        title="the steering of Udacity's challenge 2",
        terms="Udacity, MIT",
        folder="driving",
        folder_urls=(),
        files={
            "udacity_ch2_steering.csv": RemoteFile(
                212_774,
                "804399465513428de827deb661e4fc0008d1fbda8dd1a8748f64288d90504e14",
                published=PublishedForm(
                    _raw(
                        "udacity/self-driving-car",
                        "aa7fe7a77d397de27bf8d2ce0e48576337b162f0",
                        "challenges/challenge-2/CH2_final_evaluation.csv",
                    ),
                    _with_plain_line_ends,
                    300_000,
                ),
            ),
        },
    ),
}
