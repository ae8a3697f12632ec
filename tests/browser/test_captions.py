"""Captions in a real browser: every line is shown beside its track when it is due, as it was written."""

import wave

import pytest

from browser.chromium import browsing, served
from workout_core import Script, SpokenKind, SpokenLine, write_captions

pytestmark = pytest.mark.slow
TEXTS = (
    "Run easy.",
    "Keep R&D < 3 --> <b>now</b> &amp; &lrm; go.",
    "First line.\nSecond line.\n\nThird line.",
    "רוץ לאט. Relax.",
    "Go 🏃🏽\N{ZERO WIDTH JOINER}♀️ go.",
    "NOTE this is said",
    "WEBVTT",
    "00:01.000 --> 00:02.000",
)
PAGE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A run</title>
<link rel="icon" href="data:,">
<video width="640" height="360">
<track default kind="captions" srclang="en" src="run.vtt"></video></html>
"""
READY = """async () => {
  const video = document.querySelector("video");
  video.src = URL.createObjectURL(await (await fetch("run.wav")).blob());
  await new Promise(resolve => video.addEventListener("canplaythrough", resolve, {once: true}));
}"""
"""A server without ranges cannot seek, so the page has the track whole."""
LOADED = """() => new Promise((resolve, reject) => {
  const track = document.querySelector("track");
  const tell = () => resolve([...track.track.cues].map(cue => [cue.startTime, cue.endTime]));
  track.addEventListener("load", tell);
  track.addEventListener("error", () => reject(new Error("the captions are not loaded")));
  if (track.readyState === 2) tell();
})"""
SHOWN_AT = """seconds => new Promise(resolve => {
  const video = document.querySelector("video");
  video.addEventListener("seeked", () => setTimeout(() => resolve(
    [...video.textTracks[0].activeCues].map(cue => cue.getCueAsHTML().textContent)), 50), {once: true});
  video.currentTime = seconds;
})"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a page, half a minute of silence, and captions every three seconds."""
    folder = tmp_path_factory.mktemp("captions")
    lines = [
        SpokenLine(at=1.0 + 3 * number, lasts=2.0, text=text, kind=SpokenKind.CUE)
        for number, text in enumerate(TEXTS)
    ]
    script = Script(
        title="A run --> with < and &",
        lines=lines,
        beeps=(),
        chapters=(),
        seconds=30.0,
        is_exact=False,
        left_out=(),
    )
    (folder / "run.vtt").write_text(write_captions(script), "utf-8")
    (folder / "run.html").write_text(PAGE, "utf-8")
    with wave.open(str(folder / "run.wav"), "wb") as silence:
        silence.setparams((1, 1, 8000, 0, "NONE", ""))
        silence.writeframes(b"\x80" * 8000 * 30)
    return folder


@pytest.fixture(scope="module")
def page(folder):
    told = []
    with browsing() as browser, served(folder) as address:
        page = browser.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"{address}/run.html")
        page.evaluate(READY)
        page.evaluate(LOADED)
        yield page
    assert told == []


def test_every_line_is_a_caption_of_its_own(page):
    assert page.evaluate(LOADED) == [[1 + 3 * number, 3 + 3 * number] for number in range(len(TEXTS))]


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=lambda number: TEXTS[number].splitlines()[0])
def test_a_line_is_shown_when_it_is_due_and_not_before(page, number):
    before, due, after = (page.evaluate(SHOWN_AT, 1 + 3 * number + late) for late in (-0.1, 0.05, 2.1))
    assert (before, due, after) == ([], [" ".join(TEXTS[number].split())], [])


def test_what_is_shown_can_be_seen(page):
    pictures = []
    for seconds in (0.5, 1.5):
        page.evaluate(SHOWN_AT, seconds)
        page.wait_for_timeout(300)
        pictures.append(page.screenshot())
    assert pictures[0] != pictures[1]
