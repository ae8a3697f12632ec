"""``workout feed build --podcast``: guided sessions as episodes, which are recorded when they change."""

import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from email.utils import parsedate_to_datetime
from pathlib import Path

import icalendar
import pytest
import soundfile
import webvtt

from audio import hum
from workout_core.feed.episodes import unserved
from workout_core.feed.published_files import LARGEST

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # of the standard library, in what it imports
    import feedparser

pytestmark = pytest.mark.slow
PLAN = """\
plan: Form
start: 2026-08-03
timezone: Europe/Berlin
times: {default: 18:00}
weeks:
  - name: Tall
    tue: {workout: Tall, steps: 'easy 40s @ RPE 3 "Run tall."; easy 20s @ RPE 3 "Done."'}
    wed: {workout: Led, tags: [guided], steps: 'easy 2min @ RPE 3; 30s @ RPE 8'}
    thu: {workout: Timed, steps: 'easy 90s @ RPE 3; 30s @ RPE 8'}
    fri: {workout: Far, steps: 'easy 1km @ RPE 3'}
  - name: Light
    sat: {workout: Light, steps: 'easy 60s @ RPE 3 "Light & quick <feet>."'}
"""
NOTES = """\
    with open("spoken.txt", "a") as notes:
        notes.write(text + "\\n")
    if "unspeakable" in text:
        raise RuntimeError("no")
"""
VOICE = Path(hum.__file__).read_text("utf-8").replace("    words = ", f"{NOTES}    words = ")
"""A voice that hums, notes what it is asked for, and fails at one word."""
URL = "https://example.org/form"
CLOCK = {"SOURCE_DATE_EPOCH": "1786190000"}
"""8 August."""
TALL, LED, TIMED, FAR, LIGHT = (
    f"form/2026-08-{day}" for day in ("04-tall", "05-led", "06-timed", "07-far", "15-light")
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, value in CLOCK.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("form.yaml").write_text(PLAN)
    Path("hum.py").write_text(VOICE)
    return tmp_path


@pytest.fixture
def build(workout, folder):  # noqa: ARG001
    def call(*arguments, code=0):
        done = workout("--plugin", "hum.py", "feed", "build", *arguments, "--out", "public")
        assert done.code == code, done.err
        return done

    return call


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Publish the podcast once, in a folder that tests get copies of."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "form.yaml").write_text(PLAN)
    (folder / "hum.py").write_text(VOICE)
    wanted = ["form.yaml", "--url", URL, "--podcast", "guided", "--voice", "hum", "--out", "public"]
    subprocess.run(
        [sys.executable, "-m", "workout_core", "--plugin", "hum.py", "feed", "build", *wanted],
        cwd=folder,
        env=os.environ | CLOCK | {"XDG_CACHE_HOME": str(folder / "cache")},
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture
def first(folder, built):
    shutil.copytree(built, folder, dirs_exist_ok=True)


def published():
    return {
        path.relative_to("public").as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in Path("public").rglob("*")
        if path.is_file()
    }


def spoken():
    file = Path("spoken.txt")
    return file.read_text().splitlines() if file.exists() else []


def forget():
    """Forget what was said before, so that speaking is noticed."""
    Path("spoken.txt").unlink(missing_ok=True)
    for file in Path("cache").rglob("*"):
        if file.is_file():
            file.unlink()


def feed():
    read = feedparser.parse(Path("public/form.rss").read_bytes())
    assert not read.bozo, read.bozo_exception
    return read


def edit(old, new):
    text = Path("form.yaml").read_text()
    assert old in text
    Path("form.yaml").write_text(text.replace(old, new))


@pytest.mark.usefixtures("first")
def test_an_app_finds_every_episode_that_is_due_the_latest_first():
    read = feed()
    assert read.feed.title == "Form"
    assert read.feed.link == f"{URL}/"
    assert [each.title for each in read.entries] == [
        "Wed 5 Aug 2026: Led",
        "Tue 4 Aug 2026: Tall",
    ], "15 August is more than six days away"
    led, tall = read.entries
    (enclosure,) = tall.enclosures
    track = Path("public", f"{TALL}.mp3")
    assert enclosure == {
        "href": f"{URL}/{TALL}.mp3",
        "type": "audio/mpeg",
        "length": str(track.stat().st_size),
    }
    assert tall.itunes_duration == "60"
    assert parsedate_to_datetime(tall.published).isoformat() == "2026-07-29T00:00:00+00:00"
    captions = {"url": f"{URL}/{TALL}.vtt", "type": "text/vtt", "language": "en", "rel": "captions"}
    assert tall.podcast_transcript == captions
    chapters = {"url": f"{URL}/{TALL}.chapters.json", "type": "application/json+chapters"}
    assert tall.podcast_chapters == chapters
    assert re.fullmatch(r"[0-9a-f-]{36}", tall.id)
    assert not tall.guidislink
    assert tall.id != led.id
    assert soundfile.info(track).duration == pytest.approx(60, abs=2)
    assert [each.text for each in webvtt.read(f"public/{TALL}.vtt")] == ["Run tall.", "Done."]
    chapters = json.loads(Path(f"public/{TALL}.chapters.json").read_text())["chapters"]
    assert [each["startTime"] for each in chapters] == [0, 40]


@pytest.mark.usefixtures("first")
def test_the_guid_is_the_uid_of_the_event_and_the_event_leads_to_the_track():
    calendar = icalendar.Calendar.from_ical(Path("public/form.ics").read_bytes())
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT") if "URL" in event}
    assert {name: str(event["url"]) for name, event in events.items()} == {
        "Tall": f"{URL}/{TALL}.mp3",
        "Led": f"{URL}/{LED}.mp3",
        "Light": f"{URL}/{LIGHT}.mp3",
    }
    uids = {str(event["uid"]).partition("@")[0] for event in events.values()}
    assert {each.id for each in feed().entries} < uids


@pytest.mark.usefixtures("first")
def test_the_page_plays_them_with_their_captions_and_nothing_from_elsewhere():
    page = Path("public/index.html").read_text()
    assert f' src="{LIGHT}.mp3">' in page
    assert f'<track kind="captions" srclang="en" label="English" src="{LIGHT}.vtt">' in page
    assert page.count("<audio") == 3
    assert "media-src &#39;self&#39;" in page
    assert f'type="application/rss+xml" title="Form" href="{URL}/form.rss"' in page


def test_what_is_spoken_is_what_was_asked_for(build):
    build("form.yaml", "--url", URL, "--podcast", "timed", "--voice", "hum")
    tracks = sorted(name for name in published() if name.endswith(".mp3"))
    assert tracks == [f"{each}.mp3" for each in (TALL, LED, TIMED, LIGHT)], "a distance is no timed step"
    build("--podcast", "none")
    assert not [name for name in published() if name.endswith((".mp3", ".vtt", ".chapters.json", ".rss"))]
    assert "<audio" not in Path("public/index.html").read_text()


def test_where_only_tokens_open_addresses_no_podcast_is_listed_and_that_is_told(build, workout, first):  # noqa: ARG001
    assert workout("feed", "token", "new", "public", "--for", "Ann", "--url", URL).code == 0
    done = build()
    assert "no podcast is listed, as only tokens open addresses here" in done.err
    assert "form.rss" not in published()
    assert "<audio" in Path("public/index.html").read_text()


def test_what_did_not_change_is_neither_spoken_again_nor_touched(build, first):  # noqa: ARG001
    before = published()
    forget()
    build()
    assert published() == before
    assert spoken() == []


def test_a_changed_cue_is_recorded_anew_and_stays_the_same_episode(build, first):  # noqa: ARG001
    guids = [each.id for each in feed().entries]
    before = published()
    forget()
    edit("Run tall.", "Run very tall.")
    build()
    assert {"Run very tall.", "Done."} == set(spoken())
    after = published()
    changed = {name for name in before if name.endswith(".mp3") and after[name] != before[name]}
    assert changed == {f"{TALL}.mp3"}
    assert [each.id for each in feed().entries] == guids


def test_a_moved_session_is_the_same_episode_and_one_that_is_skipped_goes(build, first):  # noqa: ARG001
    tall = feed().entries[1].id
    Path("form.yaml").write_text(
        f"{PLAN}changes:\n  - {{move: Tall/tue/Tall, to: 2026-08-06}}\n  - {{skip: Tall/wed/Led}}\n"
    )
    build()
    assert [(each.title, each.id) for each in feed().entries] == [("Thu 6 Aug 2026: Tall", tall)]
    assert f"{LED}.mp3" not in published()


def test_a_track_that_somebody_has_spoilt_is_recorded_again(build, first):  # noqa: ARG001
    track = Path("public", f"{TALL}.mp3")
    before = track.read_bytes()
    track.write_bytes(before[:1000])
    build()
    assert track.read_bytes() == before


def test_a_voice_that_fails_leaves_the_old_feed_standing_and_no_half_file(build, first):  # noqa: ARG001
    before = published()
    edit("Done.", "An unspeakable thing.")
    done = build(code=1)
    assert "hum" in done.err
    assert published() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("form.yaml", "--podcast", "guided"), 2, "--podcast needs --url"),
        (("form.yaml", "--podcast", "all", "--url", URL), 2, "'guided', 'timed'"),
        (("form.yaml", "--podcast", "guided", "--url", URL, "--voice", "hmu"), 2, "did you mean 'hum'?"),
    ],
)
def test_what_cannot_be_spoken_is_told_and_nothing_is_written(build, arguments, code, said):
    done = build(*arguments, code=code)
    assert said in done.err
    assert not Path("public").exists()


def test_a_track_that_feed_serve_does_not_send_is_told():
    assert [*unserved(LARGEST)] == []
    told = "size: is 17.0 MB, and 'feed serve' sends 16 MB at most (other servers send it)"
    assert [str(each) for each in unserved(LARGEST + 2**20)] == [told]
