"""The page of a feed plays guided sessions, with their captions, as the real server sends them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audio import hum
from browser.chromium import axe, browsing
from serving_process import serving

pytestmark = pytest.mark.slow
PLAN = """\
plan: Form
start: 2026-08-03
weeks:
  - tue: {workout: Tall, steps: 'easy 20s @ RPE 3 "Run & stand tall."; easy 40s @ RPE 3 "Done."'}
    wed: easy 30min
"""
PLAYED = """async () => {
  const player = document.querySelector("audio");
  const shown = [];
  player.muted = true;
  await player.play();
  for (const at of [0.2, 10, 20.1, 55]) {
    const seeked = new Promise(resolve => player.addEventListener("seeked", resolve, {once: true}));
    player.currentTime = at;
    await seeked;
    await new Promise(resolve => setTimeout(resolve, 400));
    shown.push(document.querySelector(".caption").innerText);
  }
  return [Math.round(player.duration), shown];
}"""


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    folder = tmp_path_factory.mktemp("podcast")
    (folder / "form.yaml").write_text(PLAN)
    wanted = ("--url", "https://example.org", "--podcast", "guided", "--voice", "hum", "--out", "public")
    build = ("--plugin", hum.__file__, "feed", "build", "form.yaml", *wanted)
    subprocess.run(
        [sys.executable, "-m", "workout_core", *build],
        cwd=folder,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1785700800", "XDG_CACHE_HOME": str(folder / "cache")},
        check=True,
    )
    return folder / "public"


@pytest.fixture
def page(public):
    told, asked = [], []
    with serving(Path(public), "--no-rebuild") as server, browsing() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        address = f"http://127.0.0.1:{server.port}/"
        page.goto(address)
        yield page
        assert told == []
        assert [each for each in asked if not each.startswith((address, "data:"))] == []


def test_a_track_plays_from_any_place_with_the_captions_of_that_time(page):
    duration, shown = page.evaluate(PLAYED)
    assert duration in (60, 61)
    assert shown == ["Run and stand tall.", "", "Done.", ""]


def test_nothing_is_fetched_before_somebody_listens_and_axe_finds_nothing(page):
    fetched = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    assert not [name for name in fetched if name.endswith(".mp3")]
    page.evaluate(axe())
    found = page.evaluate("axe.run()")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
