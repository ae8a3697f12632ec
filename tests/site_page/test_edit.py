"""``workout edit`` in a real browser: the page and the file are one text, whoever changes it."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from browser.chromium import axe
from commands import run_here
from distributions import WORKOUT
from site_page.conftest import PICTURE, Editor
from site_page.test_page import TOO_WIDE

pytestmark = pytest.mark.slow
EASY = "workout: Easy\nsteps: 30min @ 5:00/km\n"
HARD = "workout: Hard\nsteps: 30min @ 4:00/km\n"
PLAN = "plan: Form\nstart: 2026-08-03\nweeks:\n  - mon: hills.yaml\n"
READY = "#file-calm:not(:empty)"
UNTIL = 15_000
REFUSED = "Failed to load resource"
"""What the browser says where the server is away, or tells that the file is another."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return the folder of a site."""
    if folder := os.environ.get("WORKOUT_SITE"):
        return Path(folder).resolve()
    if shutil.which("npm") is None:
        pytest.skip("npm is not here: apt-get install npm")
    folder = tmp_path_factory.mktemp("edit") / "site"
    done = run_here("site", "build", "--no-documentation", "--out", str(folder), folder=folder.parent)
    assert done.returncode == 0, done.stderr.decode()
    return folder


@contextmanager
def served(file, built):
    """Run the command, and give the address of the page."""
    command = [WORKOUT, "edit", file.name, "--no-browser", "--site", str(built)]
    with subprocess.Popen(command, cwd=file.parent, stdout=subprocess.PIPE) as process:
        try:
            yield process.stdout.readline().decode().split(" ")[1], process
        finally:
            process.kill()


@pytest.fixture
def edit(browser, built, tmp_path):
    """Open a page of a file with *text*; at the end nothing may have gone wrong in it."""
    told, closing = [], []

    def call(text, name="easy.yaml", *, hears=True):
        file = tmp_path / name
        if text is not None:
            file.write_bytes(text.encode())
        running = served(file, built)
        address, process = running.__enter__()
        context = browser.new_context()
        closing.append((running, context))
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        context.on(
            "request", lambda request: told.append(request.url) if not _own(request, address) else None
        )
        if not hears:
            page.route("**/file/changes", lambda _: None)
        page.goto(address)
        page.wait_for_selector(READY)
        return Editor(page), file, process

    yield call
    for running, context in closing:
        context.close()
        running.__exit__(None, None, None)
    assert [line for line in told if not line.startswith(REFUSED)] == []


def _own(request, address):
    return request.url.startswith((address, f"blob:{address.rsplit('/', 2)[0]}/", "data:"))


def holds(editor, file, text):
    """Wait until *file* holds *text*."""
    for _ in range(UNTIL // 50):
        if file.exists() and file.read_bytes() == text.encode():
            return
        editor.page.wait_for_timeout(50)
    assert file.read_bytes() == text.encode()


def shows(editor, text):
    """Wait until the page shows *text*."""
    for _ in range(UNTIL // 50):
        if editor.text == text:
            return
        editor.page.wait_for_timeout(50)
    assert editor.text == text


def test_what_is_typed_is_in_the_file_and_what_is_saved_elsewhere_is_in_the_page(edit):
    editor, file, _ = edit(EASY.replace("\n", "\r\n"))
    assert editor.text == EASY
    editor.page.wait_for_selector(PICTURE)
    assert editor.page.title() == "easy.yaml – Workout editor"
    editor.page.locator("#text .cm-content").click()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type("# so")
    holds(editor, file, (EASY + "# so").replace("\n", "\r\n"))
    editor.page.get_by_text("easy.yaml is saved.").wait_for()
    file.write_text(HARD, "utf-8")
    shows(editor, HARD)
    assert editor.notice == "easy.yaml was changed elsewhere. Undo brings back what was here."
    editor.page.get_by_role("heading", name="Hard").wait_for()
    editor.page.reload()
    editor.page.wait_for_selector(READY)
    shows(editor, HARD)


def test_of_two_changes_none_is_lost(edit):
    editor, file, _ = edit(EASY, hears=False)  # only when it is written
    file.write_text(HARD, "utf-8")
    editor.write("easy 40min\n")
    editor.page.get_by_role("button", name="The text in the file").wait_for()
    assert (editor.text, file.read_text("utf-8")) == ("easy 40min\n", HARD)
    editor.page.get_by_role("button", name="The text here").click()
    holds(editor, file, "easy 40min\n")
    assert file.with_name("easy.yaml~").read_text("utf-8") == HARD
    editor.page.get_by_text("The other text is kept as easy.yaml~.").wait_for()


@pytest.mark.parametrize("width", [360, 1440])
def test_everybody_can_answer_what_is_asked(edit, width):
    editor, file, _ = edit(EASY, hears=False)
    editor.page.set_viewport_size({"width": width, "height": 900})
    editor.page.evaluate(axe())
    file.write_text(HARD, "utf-8")
    editor.write("easy 40min\n")
    editor.page.get_by_role("button", name="The text in the file").wait_for()
    assert editor.page.evaluate(TOO_WIDE) == [False]
    assert [each["id"] for each in editor.page.evaluate("axe.run()")["violations"]] == []
    editor.page.get_by_role("button", name="The text in the file").press("Enter")
    shows(editor, HARD)
    assert file.with_name("easy.yaml~").read_text("utf-8") == "easy 40min\n"


def test_a_new_file_begins_with_a_click_and_one_that_is_gone_is_told(edit):
    editor, file, _ = edit(None, "new.yaml")
    editor.page.get_by_text("new.yaml is not there yet.").wait_for()
    for button in ("New", "Open a file…"):
        assert not editor.page.get_by_role("button", name=button, exact=True).is_visible()
    editor.page.get_by_role("button", name="Try this one").click()
    holds(editor, file, editor.text)
    text = editor.text
    editor.page.get_by_text("new.yaml is saved.").wait_for()
    file.unlink()
    editor.page.get_by_role("button", name="Write it again").click()
    holds(editor, file, text)


def test_what_a_plan_names_lies_beside_it(edit, tmp_path):
    (tmp_path / "hills.yaml").write_text("workout: Hills\nsteps: 30min\n", "utf-8")
    editor, *_ = edit(PLAN, "form.yaml")
    editor.page.get_by_text("Hills").first.wait_for()
    (tmp_path / "hills.yaml").write_text("workout: Flats\nsteps: 30min\n", "utf-8")
    editor.page.get_by_text("Flats").first.wait_for()
    assert editor.underlined() == []


def test_a_command_that_has_ended_is_told(edit):
    editor, _, process = edit(EASY)
    editor.page.wait_for_selector(PICTURE)
    process.terminate()
    editor.page.get_by_text("does not answer, so nothing is saved").wait_for()
