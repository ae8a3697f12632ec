"""The page as runners and coaches use it: write, see, take, move; on phones and desks, light and dark."""

from itertools import product
from pathlib import Path

import pytest

from browser.chromium import axe
from oracles.fit_decoders import read_with_garmin
from site_page.conftest import PICTURE
from workout_core import Registry, export, read_text

pytestmark = pytest.mark.slow
PROJECT = Path(__file__).parents[2]
EXAMPLES = sorted((PROJECT / "workout_core/site/web/src/examples").glob("*.yaml"))
FIRST, PLAN = EXAMPLES[0].read_text("utf-8"), EXAMPLES[-1].read_text("utf-8")
TABS = ("workout", "take", "watch", "run", "recipes", "athlete")
LOOKS = [*product((360, 768, 1440), ("light", "dark"))]
TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const over = [...document.body.querySelectorAll("*")].filter(each =>
    !each.closest(".sr, .skip, .wide, svg, [hidden]") && each.getBoundingClientRect().right > wide + 1);
  return [document.documentElement.scrollWidth > wide, ...over.map(each => each.outerHTML.slice(0, 120))];
}"""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_of_the_menu_is_a_good_document(path, recwarn):
    assert read_text(path.read_text("utf-8")).name
    assert [str(each.message) for each in recwarn] == []


@pytest.mark.parametrize(
    "file", ["half-marathon.yaml", "hilly-10km.yaml", "course/course.yaml", "squad.yaml"]
)
def test_an_example_of_the_project_comes_with_the_files_that_it_names(visit, file):
    editor = visit()
    editor.page.wait_for_selector(f'#examples optgroup option[value="{file}"]', state="attached")
    editor.page.select_option("#examples", file)
    editor.page.wait_for_function("() => document.querySelector('#panels h2')")
    editor.settle()
    assert editor.text == (PROJECT / "examples" / file).read_text("utf-8")
    assert editor.underlined() == []


def test_from_an_empty_page_it_is_two_clicks_to_a_file_for_the_watch(visit, tmp_path):
    editor = visit()
    editor.page.get_by_role("button", name="Try this one").click()
    with editor.page.expect_download() as download:
        editor.page.get_by_role("button", name="Download for the watch (FIT)").click()
    (file,) = export(read_text(FIRST), "fit", registry=Registry.discover())
    assert download.value.suggested_filename == file.name == "6-x-800-m.fit"
    download.value.save_as(tmp_path / file.name)
    assert (tmp_path / file.name).read_bytes() == file.data
    assert read_with_garmin(file.data)
    assert editor.notice == "6-x-800-m.fit is in your downloads."


@pytest.mark.parametrize(("width", "scheme"), LOOKS, ids=str)
def test_everybody_can_use_every_part_of_it(visit, width, scheme):
    editor = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    editor.page.evaluate(axe())

    def look(part):
        assert editor.page.evaluate(TOO_WIDE) == [False], part
        found = editor.page.evaluate("axe.run()")["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == [], part

    look("empty")
    editor.page.get_by_role("button", name="Try this one").click()
    editor.page.wait_for_selector(PICTURE, state="attached")
    for tab in TABS:
        if width < 800:
            editor.page.click("#view-result")
        editor.see(tab)
        editor.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        look(tab)
    editor.write(PLAN)
    editor.page.wait_for_selector("#tab-plan", state="visible")
    editor.see("plan")
    look("plan")
    editor.page.click("[data-session] >> nth=0")
    look("session")
    editor.page.keyboard.press("Escape")
    editor.write("steps: 800m @ Z99 HR")
    editor.settle()
    if width < 800:
        editor.page.click("#view-text")
    look("problems")


def test_a_session_is_dragged_and_the_change_taken_back(visit):
    editor = visit(viewport={"width": 1440, "height": 900})
    editor.write(PLAN)
    editor.page.wait_for_selector("#tab-plan", state="visible")
    editor.settle()
    line = "  - {move: Begin/tue/Speed, to: 2026-12-09}\n"
    editor.page.locator("[data-session='Begin/tue/Speed']").drag_to(
        editor.page.locator("[data-date='2026-12-09']")
    )
    editor.page.get_by_text("Speed is on Wednesday 9 December now.").wait_for()
    assert editor.text == f"{PLAN}changes:\n{line}"
    editor.page.locator("[data-date='2026-12-09'] [data-session='Begin/tue/Speed']").wait_for()
    editor.page.click("#undo")
    assert editor.text == PLAN
    editor.page.locator("[data-date='2026-12-08'] [data-session='Begin/tue/Speed']").wait_for()


def test_a_session_is_moved_without_a_mouse_and_keeps_the_focus(visit):
    editor = visit()
    editor.write(PLAN)
    card = editor.page.locator("[data-session='Begin/tue/Speed']")
    card.focus()
    editor.page.keyboard.press("Alt+ArrowRight")
    editor.page.locator("[data-date='2026-12-09'] [data-session='Begin/tue/Speed']:focus").wait_for()
    editor.page.keyboard.press("Control+z")
    editor.page.locator("[data-date='2026-12-08'] [data-session='Begin/tue/Speed']").wait_for()
    card.focus()
    editor.page.keyboard.press("Enter")
    editor.page.get_by_role("button", name="Skip it").click()
    editor.page.get_by_text("Speed is skipped.").wait_for()
    assert editor.text.endswith("changes:\n  - {skip: Begin/tue/Speed}\n")


def test_what_is_wrong_is_underlined_where_it_is(visit):
    editor = visit()
    editor.write("workout: 🏃 six\nsteps: |\n  6x\n    800m @ Z99 HR\n    400m jgo\n")
    editor.page.wait_for_selector("#problems li")
    editor.settle()
    under = editor.page.evaluate(
        """[...document.querySelector('#text').shadowRoot.querySelectorAll('.cm-lintRange-error')]
        .map(each => each.textContent)"""
    )
    told = editor.underlined()
    assert under == ["Z99", "jgo"], told
    assert [each[:7] for each in told] == ["Line 4 ", "Line 5 "]


def test_what_was_right_stays_in_sight_and_is_said_to_be_old(visit):
    editor = visit()
    editor.write("easy 47min")
    editor.page.wait_for_selector(PICTURE)
    before = editor.page.get_by_text("This is how it was before the problem.").first
    assert not before.is_visible()
    editor.write("easy 47min jgo")
    before.wait_for()
    assert editor.page.locator(PICTURE).is_visible()
    assert not editor.page.get_by_role("button", name="Download for the watch (FIT)").is_visible()
    editor.write("easy 48min")
    before.wait_for(state="hidden")


def test_the_text_is_there_again_after_a_reload_and_after_the_toolkit_was_stopped(visit):
    editor = visit()
    editor.write("easy 47min")
    editor.page.reload()
    assert editor.text == "easy 47min"
    editor.page.wait_for_selector(PICTURE)
    editor.page.evaluate("toolkit.restart()")
    editor.write("easy 48min")
    editor.page.get_by_role("heading", name="48 min").first.wait_for()
    assert editor.text == "easy 48min"


def test_what_is_pasted_becomes_a_document_and_can_be_taken_back(visit):
    editor = visit()
    mail = "Hi Ada,\n\nTomorrow please:\n\n2mi WU\n3x1mi @ 10K w/ 90s jog\n1mi CD\n\nBest, Bob\n"
    editor.page.evaluate("document.querySelector('#text').shadowRoot.querySelector('.cm-content').focus()")
    editor.page.evaluate(
        """mail => { const data = new DataTransfer(); data.setData('text/plain', mail);
        document.querySelector('#text').shadowRoot.querySelector('.cm-content')
          .dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, cancelable: true})); }""",
        mail,
    )
    editor.page.get_by_text("What you pasted is a document now.").wait_for()
    assert editor.text.startswith("workout:")
    assert read_text(editor.text).name
    editor.page.click("#undo")
    assert editor.text == mail


def test_files_go_onto_a_watch_and_are_read_back(visit):
    """The private folder of the browser takes the place of the watch; it is written by the same interface."""
    editor = visit(
        before="""window.showDirectoryPicker = async () => {
          const root = await navigator.storage.getDirectory();
          const garmin = await root.getDirectoryHandle('GARMIN', {create: true});
          await garmin.getDirectoryHandle('NewFiles', {create: true});
          return garmin; };"""
    )
    editor.write(FIRST)
    editor.see("take")
    editor.page.get_by_role("button", name="Choose the folder…").click()
    editor.page.get_by_text("1 file is on the watch, read back and the same.").wait_for()
    data = editor.page.evaluate(
        """async () => { const root = await navigator.storage.getDirectory();
        const folder = await (await root.getDirectoryHandle('GARMIN')).getDirectoryHandle('NewFiles');
        const file = await (await folder.getFileHandle('6-x-800-m.fit')).getFile();
        return [...new Uint8Array(await file.arrayBuffer())]; }"""
    )
    (file,) = export(read_text(FIRST), "fit", registry=Registry.discover())
    assert bytes(data) == file.data


def test_a_zip_of_all_is_the_same_twice(visit, tmp_path):
    """At the same moment, because a calendar says when it was made."""
    editor = visit()
    editor.page.clock.set_fixed_time("2026-12-01T10:00:00Z")
    editor.write(PLAN)
    editor.page.wait_for_selector("#tab-plan", state="visible")
    editor.page.click("#tab-take")
    made = []
    for name in ("one", "two"):
        with editor.page.expect_download() as download:
            editor.page.click("[data-take=zip]")
        download.value.save_as(tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert download.value.suggested_filename == "four-weeks-to-a-faster-5-km.zip"


def test_a_recipe_moves_with_its_sliders_and_goes_into_the_text(visit):
    editor = visit()
    editor.see("recipes")
    table = editor.page.locator("#panel-recipes table tbody")
    table.wait_for()
    before = table.inner_text()
    editor.page.get_by_role("slider", name="split").fill("-3")
    editor.settle()
    assert table.inner_text() != before
    editor.page.get_by_role("button", name="Put it into the text").click()
    assert "recipe: negative-split" in editor.text
    assert "split: -3%" in editor.text
    assert read_text(editor.text).name


def test_a_run_through_lets_hear_what_would_be_heard(visit):
    editor = visit(reduced_motion="reduce")
    editor.write("warmup 1min\n2x(1min @ 4:00/km, 1min jog)")
    editor.page.wait_for_selector(PICTURE)
    editor.see("run")
    editor.page.get_by_label("Speed").select_option("300")
    editor.page.get_by_role("button", name="Play").click()
    editor.page.get_by_text("Done.", exact=True).wait_for()
    said = editor.page.evaluate(
        """text => toolkit.ask('run', {text})
        .then(told => told.lines.map(line => line.text))""",
        editor.text,
    )
    shown = editor.page.locator("#panel-run .cues li").all_inner_texts()
    heard = [each.split(" ", 1)[1] for each in shown]
    assert [each for each in heard if each != "♪ tones count down"] == said
    assert said[-1] == "Done. Good work."
    assert heard.count("♪ tones count down") == 5


def test_the_page_speaks_the_language_of_who_reads_it_and_can_be_told_another(visit):
    editor = visit(locale="de-DE")
    assert editor.page.title() == "Trainingseditor"
    assert editor.page.get_attribute("html", "lang") == "de"
    editor.page.get_by_label("Sprache").select_option("en")
    assert editor.page.inner_text("h1") == "Workout editor"
    editor.page.reload()
    assert editor.page.inner_text("h1") == "Workout editor"


def test_an_athlete_changes_the_numbers_and_is_forgotten(visit):
    editor = visit()
    editor.write("30min @ easy")
    editor.see("athlete")
    editor.page.get_by_label("Distance").fill("10km")
    editor.page.get_by_label("Time").fill("47:30")
    editor.see("workout")
    editor.page.locator("#panel-workout ol.steps").get_by_text("/km").wait_for()
    assert "47:30" in editor.page.evaluate("JSON.stringify(localStorage)")
    editor.see("athlete")
    editor.page.get_by_role("button", name="Forget all of it").click()
    assert "47:30" not in editor.page.evaluate("JSON.stringify(localStorage)")
