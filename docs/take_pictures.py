"""Take the pictures of the README: the notebook, a failed test, a feedback page.

`make pictures` runs this. It opens the learners' notebook in a real JupyterLab in
Chromium, and a feedback page of the made-up class in `demo/`.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

from lab_server import launch_browser, start_lab  # noqa: E402

from tests.answers.bank import all_answers  # noqa: E402

ASSIGNMENT, NOTEBOOK = "pc1-define", "define-cnn"
SLIP = ("conv2d", "kernel flipped")


def wrong_answer(exercise: str, name: str) -> str:
    """The text of a wrong answer of the bank."""
    return next(
        one.source
        for one in all_answers()
        if (one.exercise, one.name) == (exercise, name) and not one.is_right
    )


def notebook_for_pictures(folder: Path) -> str:
    """Copy the solved notebook, with the exercise's slip in it; return its name."""
    notebook = json.loads((ROOT / f"source/{ASSIGNMENT}/{NOTEBOOK}.ipynb").read_text())
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == SLIP[0]:
            cell["source"] = wrong_answer(*SLIP)
    # Up to the exercise is enough, and spares the training run.
    last = next(
        place
        for place, cell in enumerate(notebook["cells"])
        if cell["id"] == "conv2d-channels-and-bias"
    )
    notebook["cells"] = notebook["cells"][: last + 1]
    name = f"{NOTEBOOK}.ipynb"
    (folder / name).write_text(json.dumps(notebook))
    return name


def take_notebook_pictures(browser, folder: Path) -> None:
    """Write notebook.png and message.png."""
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch) / "work"
        work.mkdir()
        name = notebook_for_pictures(work)
        with start_lab(work, Path(scratch) / "jupyter") as lab:
            page = browser.new_page(viewport={"width": 1200, "height": 800})
            lab.open(page, name)
            lab.command(page, "application:toggle-left-area")
            lab.run_all(page)
            stepper = page.locator(".course-figure").first
            stepper.wait_for(timeout=90_000)
            next_button = stepper.get_by_role("button", name="Next")
            for _ in range(3):
                next_button.click()
            stepper.scroll_into_view_if_needed()
            page.wait_for_timeout(1500)
            page.screenshot(path=folder / "notebook.png")
            failed = page.get_by_text("Not right yet.").first
            failed.scroll_into_view_if_needed()
            page.wait_for_timeout(1500)
            page.screenshot(path=folder / "message.png")
            page.close()


def take_feedback_picture(browser, folder: Path, demo: Path) -> None:
    """Write feedback.png from a page of the made-up class."""
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    feedback = demo / "feedback" / "hedy" / ASSIGNMENT / f"{NOTEBOOK}.html"
    page.goto(feedback.as_uri())
    page.screenshot(path=folder / "feedback.png")
    page.close()


def shrink(folder: Path) -> None:
    """Keep the files small: 128 colours are enough for these pictures."""
    for path in folder.glob("*.png"):
        picture = Image.open(path).convert("RGB")
        picture.quantize(128).save(path, optimize=True)


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("demo", type=Path, help="the folder that `make demo` made")
    demo = parser.parse_args().demo
    if not (demo / "feedback").is_dir():
        sys.exit(f"There are no feedback pages in {demo}: run `make demo` first.")
    with tempfile.TemporaryDirectory() as scratch, launch_browser() as browser:
        taken = Path(scratch)
        take_notebook_pictures(browser, taken)
        take_feedback_picture(browser, taken, demo.resolve())
        shrink(taken)
        for picture in taken.glob("*.png"):
            shutil.copy(picture, ROOT / "docs" / picture.name)
            print(f"docs/{picture.name}: {picture.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
