"""The documents name what is there."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_to_files_lead_somewhere(name):
    text = (ROOT / name).read_text()
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (ROOT / target).exists(), target


def test_links_within_the_readme_lead_to_headings():
    text = (ROOT / "README.md").read_text()
    headings = re.findall(r"^#+ (.+)", text, re.M)
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in headings
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_commands_of_the_documents_are_targets_of_the_makefile():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    for name in DOCUMENTS:
        text = (ROOT / name).read_text()
        assert set(re.findall(r"\bmake ([a-z-]+)`", text)) <= targets


def test_pictures_are_small_and_have_words():
    text = (ROOT / "README.md").read_text()
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)
    assert len(pictures) >= 3
    for words, target in pictures:
        assert len(words) > 20
        assert (ROOT / target).stat().st_size < 200_000


def test_readme_counts_the_exercises_of_every_notebook():
    text = (ROOT / "README.md").read_text()
    said = dict(re.findall(r"\| `([a-z-]+)` \| (\d+) \|", text))
    counted = {}
    for path in ROOT.glob("source/*/*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        solutions = [
            cell for cell in cells if cell.metadata.get("nbgrader", {}).get("solution")
        ]
        counted[path.stem] = str(len(solutions))
    assert said == counted


def test_landing_notebook_leads_to_every_notebook():
    text = (ROOT / "START_HERE.ipynb").read_text()
    for path in ROOT.glob("release/*/*.ipynb"):
        assert f"work/{path.relative_to(ROOT / 'release')}" in text
