"""Text files cross between test and answer; the course's own stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.examiner import WarmExaminers
from autograder.examiner.exchange import Exchange
from autograder.examiner.injected.texts import MOST_BYTES, MOST_ENTRIES, Texts
from autograder.examiner.injected.wire import WireError
from tests.autograder.examiner.exam import Case, Examiners, assert_case

CASES = [
    Case(
        "file_that_the_answer_wrote",
        "with open('out.txt', 'w') as file:\n    file.write('7\\n8\\n')",
        "assert open('out.txt').read().split() == ['7', '8']",
    ),
    Case(
        "file_that_the_answer_wrote_wrongly",
        "with open('wrong.txt', 'w') as file:\n    file.write('7\\n9\\n')",
        "assert open('wrong.txt').read().split() == ['7', '8']",
        "failed",
    ),
    Case(
        "file_that_is_not_there",
        "pass",
        "assert open('never.txt').read() == ''",
        "error",
    ),
    Case(
        "file_that_a_call_writes",
        "import json\ndef save(name, value):\n"
        "    with open(name, 'w') as file:\n        json.dump(value, file)",
        "import json\nfrom pathlib import Path\nsave('kept.json', {'a': [1, 2]})\n"
        "assert json.loads(Path('kept.json').read_text()) == {'a': [1, 2]}\n"
        "save(Path('again.json'), 5)\nassert Path('again.json').exists()",
    ),
    Case(
        "file_that_the_test_writes",
        "def total(path):\n    return sum(int(line) for line in open(path))",
        "from pathlib import Path\n"
        "for number in range(20):\n"
        "    Path('numbers.txt').write_text(f'1\\n{number % 10}\\n')\n"
        "    assert total('numbers.txt') == 1 + number % 10",
    ),
    Case(
        "file_in_a_folder",
        "import os\ndef save(folder):\n    os.makedirs(folder, exist_ok=True)\n"
        "    open(f'{folder}/a.csv', 'w').write('1,2')",
        "import csv\nsave('made/here')\n"
        "assert list(csv.reader(open('made/here/a.csv'))) == [['1', '2']]",
    ),
    Case(
        "file_that_is_changed_in_place",
        "def upper(name):\n    text = open(name).read().upper()\n"
        "    open(name, 'w').write(text)",
        "for word in ('ab', 'cd'):\n"
        "    open('word.txt', 'w').write(word)\n    upper('word.txt')\n"
        "    assert open('word.txt').read() == word.upper()",
    ),
    Case(
        "file_that_is_removed",
        "import os\ndef remove(name): os.remove(name)",
        "import os\nopen('gone.txt', 'w').write('x')\nremove('gone.txt')\n"
        "assert not os.path.exists('gone.txt')\n"
        "with open('back.txt', 'w') as file: file.write('x')\n"
        "os.remove('back.txt')\ntry:\n    remove('back.txt')\n"
        "except FileNotFoundError:\n    pass\nelse:\n    raise AssertionError",
    ),
    Case(
        "paths_are_values",
        "def with_suffix(path): return path.with_suffix('.md')",
        "from pathlib import Path\n"
        "assert with_suffix(Path('a/b.txt')) == Path('a/b.md')\n"
        "assert isinstance(with_suffix(Path('b.txt')), Path)",
    ),
    # Attacks ------------------------------------------------------------------------
    Case(
        "wanted_values_of_the_course",
        "open('wanted.csv', 'w').write('0')\ndef answer(): return 0",
        "assert open('wanted.csv').read() == '42'\n"
        "assert answer() == int(open('wanted.csv').read())",
        "failed",
    ),
    Case(
        "wanted_values_are_removed_in_the_call",
        "import os\ndef answer():\n    os.remove('wanted.csv')\n    return 42",
        "assert answer() == 42\nassert open('wanted.csv').read() == '42'",
    ),
    Case(
        "code_does_not_cross",
        "for name in ('numpy.py', 'helper.py', 'x.pkl', '.hidden.txt'):\n"
        "    open(name, 'w').write('1 / 0')",
        "import os\nfrom pathlib import Path\n"
        "assert not [name for name in os.listdir() if name.endswith(('.py', '.pkl'))]\n"
        "assert not Path('.hidden.txt').exists()",
    ),
    Case(
        "links_do_not_cross",
        "import os\nos.symlink('/etc/hostname', 'link.txt')\n"
        "os.mkfifo('pipe.txt')\nos.symlink('/', 'root')",
        "import os\nassert not {'link.txt', 'pipe.txt', 'root'} & set(os.listdir())",
    ),
    Case(
        "large_files_do_not_cross",
        "open('large.txt', 'w').write('x' * 1_000_001)",
        "import os\nassert not os.path.exists('large.txt')",
    ),
    Case(
        "thousands_of_files_do_not_cross",
        "import os\nos.mkdir('many')\n"
        "for number in range(3000): open(f'many/{number}.txt', 'w').close()",
        "import os\nassert len(os.listdir()) < 100 and not os.path.exists('many')",
    ),
    Case(
        "names_that_lead_elsewhere",
        "agent = __import__('sys').modules['_autograder.agent'].AGENT\n"
        "agent._do_files = lambda *_: {'../outside.txt': b'x'}",
        "import os\nassert not os.path.exists('../outside.txt')",
        "not examined",
    ),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    for name in ("examiners", "students"):
        (root / name).mkdir()
        (root / name / "wanted.csv").write_text("42")
    return root


@pytest.fixture(scope="module")
def results(folders):
    with WarmExaminers([]) as warm:
        examiners = Examiners(warm, folders / "examiners", folders / "students")
        yield examiners.cases(CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(results, case):
    assert_case(case, results)


def test_nothing_is_written_beside_the_folder(results, folders):
    assert sorted(path.name for path in folders.iterdir()) == ["examiners", "students"]
    assert (folders / "examiners" / "wanted.csv").read_text() == "42"


@pytest.mark.parametrize(
    "files",
    [
        [],
        {1: b""},
        {"/etc/a.txt": b""},
        {"a/../b.txt": b""},
        {"..": b""},
        {"a\\b.txt": b""},
        {"a/b/c/d.txt": b""},
        {"a.py": b""},
        {"a.txt/": b""},
        {"a\n.txt": b""},
        {"a\ud800.txt": b""},
        {"a.txt": "text"},
        {f"{number}.txt": b"" for number in range(101)},
        {f"{number}.txt": bytes(MOST_BYTES) for number in range(5)},
    ],
    ids=lambda files: repr(files)[:30],
)
def test_what_is_no_file_is_refused(tmp_path, files):
    exchange = Exchange(tmp_path)
    exchange.begin_cell()
    with pytest.raises(WireError):
        exchange.take(files)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [1, 2 * MOST_BYTES])
@pytest.mark.parametrize("others", [0, MOST_ENTRIES])
def test_files_of_the_course_stay(tmp_path, size, others):
    wanted = tmp_path / "wanted.csv"
    wanted.write_bytes(bytes(size))
    for number in range(others):
        (tmp_path / str(number)).touch()
    exchange = Exchange(tmp_path)
    exchange.begin_cell()
    for forged in (b"1", None):
        exchange.take({"wanted.csv": forged, "own.csv": b"2", "wanted.csv/a.md": b""})
    assert wanted.stat().st_size == size
    assert (tmp_path / "own.csv").read_bytes() == b"2"


def test_news_is_told_once(tmp_path):
    texts = Texts(str(tmp_path))
    (tmp_path / "a.txt").write_text("1")
    assert texts.changed()
    assert texts.news() == {"a.txt": b"1"}
    assert texts.news() == {}
    (tmp_path / "a.txt").write_text("2")  # of the same size, in the same moment
    assert texts.news() == {"a.txt": b"2"}
    (tmp_path / "a.txt").unlink()
    assert texts.news() == {"a.txt": None}
    assert not texts.changed()


def test_a_folder_that_gets_too_full_has_no_news(tmp_path):
    (tmp_path / "a.txt").write_text("1")
    texts = Texts(str(tmp_path))
    for number in range(MOST_ENTRIES):
        Path(tmp_path, f"{number}.txt").touch()
    assert texts.news() == {}
