"""``workout feed build``: what is published, what is touched, and what goes away."""

import json
import os
import re
from pathlib import Path

import fitdecode
import fsspec
import icalendar
import pytest

from done_plans import save_done
from workout_core.feed.layout import is_hidden

PLAN = """\
plan: Summer
start: 2026-08-03
timezone: Europe/Berlin
times: {default: 18:00}
workouts: {hills: hills.yaml}
weeks:
  - {name: Base, mon: easy 30min, tue: hills, sun: easy 60min}
  - {name: Build, mon: easy 40min, tue: hills}
"""
HILLS = "workout: Hills\nsteps: 6x(60s @ RPE 8, 90s jog)\n"
SQUAD = """\
squad: Club
plan: summer.yaml
athletes:
  - {athlete: ann.yaml}
  - {athlete: bob.yaml, days: {tue: wed}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "hills.yaml": HILLS,
        "summer.yaml": PLAN,
        "autumn.yaml": PLAN.replace("Summer", "Autumn").replace("2026-08-03", "2026-10-05"),
        "squad.yaml": SQUAD,
        "ann.yaml": "athlete: Ann\nthreshold_pace: 4:45/km\n",
        "bob.yaml": "athlete: Bob\nmax_heart_rate: 190\n",
    }.items():
        Path(name).write_text(text)
    return tmp_path


@pytest.fixture
def build(workout, folder):  # noqa: ARG001
    def call(*arguments, code=0):
        done = workout("feed", "build", *arguments, "--out", "public")
        assert done.code == code, done.err
        return done

    return call


def files():
    """Return every file of the folder, with what a server may look at."""
    return {
        path.relative_to("public").as_posix(): (
            path.read_bytes(),
            path.stat().st_mtime_ns,
            path.stat().st_ino,
        )
        for path in Path("public").rglob("*")
        if path.is_file()
    }


def data():
    return {name: content for name, (content, _, _) in files().items()}


def published():
    """Return the names of all that a server serves."""
    return sorted(name for name in data() if not is_hidden(name))


def events(name="public/summer.ics"):
    return icalendar.Calendar.from_ical(Path(name).read_bytes()).events


def links(page):
    return re.findall(r'<a href="(.*?)"', Path(page).read_text("utf-8"))


def edit(old, new, name="summer.yaml"):
    text = Path(name).read_text()
    assert old in text
    Path(name).write_text(text.replace(old, new))


def test_a_plan_becomes_a_calendar_a_page_and_files_of_each_session(build):
    done = build("summer.yaml", "--athlete", "ann.yaml")
    assert done.out.splitlines() == ["public/summer.ics", "public/index.html"]
    sessions = [each for each in published() if each.startswith("summer/")]
    assert len(sessions) == 5 * 3
    assert len(events()) == 5
    for each in sessions:
        content = Path("public", each).read_bytes()
        if each.endswith(".fit"):
            assert [frame.name for frame in fitdecode.FitReader(content) if hasattr(frame, "name")]
        elif each.endswith(".json"):
            assert json.loads(content)["format"] == 1


def test_the_page_leads_to_every_file(build):
    build("summer.yaml", "--url", "https://example.org/runs/")
    page = Path("public/index.html").read_text("utf-8")
    for name in published():
        if name not in ("index.html", "summer.ics"):
            assert f'href="{name}"' in page
    assert 'href="webcal://example.org/runs/summer.ics"' in page


def test_what_did_not_change_is_not_touched(build, monkeypatch):
    build("summer.yaml")
    before = files()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1785700800 + 3600))
    assert "public: 18 files, nothing changed" in build("summer.yaml").err
    assert files() == before


def test_it_is_built_again_from_what_it_was_built_from(build, workout, folder):
    build("summer.yaml", "--athlete", "ann.yaml", "-O", "before=10min", "--url", "https://example.org")
    before = files()
    os.chdir("/")
    done = workout("feed", "build", "--out", str(folder / "public"))
    os.chdir(folder)
    assert done.code == 0, done.err
    assert files() == before
    edit("sun: easy 60min", "sun: easy 75min")
    build()
    assert "summer/2026-08-09-easy-1-h-15-min.fit" in data()
    assert "summer/2026-08-09-easy-1-h.fit" not in data()


def test_a_changed_session_is_one_event_and_its_files(build, monkeypatch):
    build("summer.yaml")
    before = data()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1785700800 + 3600))
    edit("sun: easy 60min", "sun: easy 75min")
    done = build("summer.yaml")
    assert "public/summer.ics: 1 event changed\n" in done.err
    after = data()
    changed = {name for name in after if after[name] != before.get(name)}
    session = {f"summer/2026-08-09-easy-1-h-15-min.{suffix}" for suffix in ("fit", "json", "svg")}
    assert changed == {"summer.ics", "index.html", ".workout-files.json", *session}
    assert sorted(int(each["SEQUENCE"]) for each in events()) == [0, 0, 0, 0, 1]


def test_what_moves_and_what_is_gone_leaves_nothing_behind(build):
    build("summer.yaml")
    Path("public/summer/mine.txt").write_text("mine")
    edit("start: 2026-08-03", "start: 2026-08-10")
    edit("sun: easy 60min", "sun: none")
    done = build("summer.yaml")
    assert "public/summer.ics: 4 events changed, 1 removed\n" in done.err
    names = [each for each in published() if each.startswith("summer/")]
    assert len(names) == 4 * 3 + 1
    assert not [each for each in names if "2026-08-0" in each]
    assert Path("public/summer/mine.txt").read_text() == "mine"


def test_sources_are_all_that_was_read(build):
    build("summer.yaml", "--athlete", "ann.yaml")
    record = json.loads(Path("public/.workout-feed.json").read_text())
    assert record["sources"] == ["../ann.yaml", "../hills.yaml", "../summer.yaml"]


def test_several_plans_have_a_page_each_and_one_that_leads_to_them(build):
    build("summer.yaml")
    one = data()["summer.ics"]
    done = build("summer.yaml", "autumn.yaml")
    assert done.out.split() == [
        *("public/summer.ics", "public/summer.html", "public/autumn.ics", "public/autumn.html")
    ]
    assert links("public/index.html") == ["summer.html", "autumn.html"]
    assert data()["summer.ics"] == one


def test_a_plan_that_is_not_named_any_more_stays_until_it_is_pruned(build):
    build("summer.yaml", "autumn.yaml")
    done = build("summer.yaml")
    told = "public/autumn.ics: stays as it is, for its plan is not named any more (--prune removes it)"
    assert told in done.err
    assert Path("public/autumn.ics").exists()
    build("summer.yaml", "--prune")
    assert not [each for each in published() if "autumn" in each]
    assert "Summer" in Path("public/index.html").read_text()


def test_a_plan_that_is_wrong_leaves_its_feed_standing_and_holds_no_other_up(build):
    build("summer.yaml", "autumn.yaml")
    before = data()
    edit("sun: easy 60min", "sun: easy 60 parsecs", "autumn.yaml")
    edit("sun: easy 60min", "sun: easy 75min")
    done = build(code=1)
    assert "autumn.yaml:" in done.err
    after = data()
    assert after["autumn.ics"] == before["autumn.ics"]
    assert after["summer.ics"] != before["summer.ics"]


def test_a_calendar_that_is_not_right_leaves_the_old_one_standing(build, monkeypatch):
    build("summer.yaml")
    before = files()
    edit("sun: easy 60min", "sun: easy 75min")
    monkeypatch.setattr("workout_icalendar.events.date_line", lambda name, _at: f"{name}:soon\r\n".encode())
    done = build(code=1)
    assert "summer.ics: the calendar is not right, and the one before it stays: " in done.err
    assert files() == before


def test_a_squad_has_a_folder_for_each_athlete(build):
    done = build("squad.yaml", "--url", "https://example.org/club")
    assert "public/ann/summer.ics" in done.out
    assert "public/bob/index.html" in done.out
    assert links("public/index.html") == ["ann/index.html", "bob/index.html"]
    assert "webcal://example.org/club/bob/summer.ics" in Path("public/bob/index.html").read_text()
    uids = [str(each["UID"]) for name in ("ann", "bob") for each in events(f"public/{name}/summer.ics")]
    assert len(uids) == len(set(uids)) == 10
    before = files()
    assert "nothing changed" in build().err
    assert files() == before


def test_an_athlete_who_is_wrong_holds_nobody_up_and_keeps_what_was_there(build):
    build("squad.yaml")
    before = data()
    Path("bob.yaml").write_text("athlete: Bob\nmax_heart_rate: fast\n")
    edit("sun: easy 60min", "sun: easy 75min")
    assert "bob.yaml:2:" in build(code=1).err
    after = data()
    assert after["bob/summer.ics"] == before["bob/summer.ics"]
    assert after["ann/summer.ics"] != before["ann/summer.ics"]


def test_an_athlete_who_has_left_goes_when_asked(build):
    build("squad.yaml")
    edit("  - {athlete: bob.yaml, days: {tue: wed}}\n", "", "squad.yaml")
    assert "public/bob/summer.ics: stays as it is, for its plan is not named any more" in build().err
    build("--prune")
    assert not Path("public/bob").exists()
    assert Path("public/ann/summer.ics").exists()


def test_a_secret_path_is_long_and_stays(build):
    build("summer.yaml", "autumn.yaml", "--secret")
    found = {Path(name).parts[0] for name in published()}
    assert len(found) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in found)
    before = files()
    assert "nothing changed" in build().err
    assert files() == before


def test_a_busy_calendar_has_nothing_beside_it_that_says_more(build):
    build("summer.yaml")
    done = build("summer.yaml", "-O", "busy=yes")
    assert published() == ["summer.ics"]
    assert done.out == "public/summer.ics\n"
    assert "a busy calendar says nothing of what is done: no page and no files beside it" in done.err
    assert b"Hills" not in Path("public/summer.ics").read_bytes()
    build("squad.yaml", "-O", "busy=yes", "--prune")
    assert published() == ["ann/summer.ics", "bob/summer.ics"]


def test_a_plan_that_is_renamed_is_told_before_anything_is_written(build):
    build("summer.yaml")
    edit("plan: Summer", "plan: High summer")
    done = build()
    told = "5 sessions become new ones to who has subscribed: the plan is called 'High summer' now"
    assert f"summer.ics: {told}" in done.err
    assert "(to keep them: 'id: Summer')" in done.err
    assert len([each for each in published() if each.endswith(".fit")]) == 5


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "what should be published? (give a plan: "),
        (["hills.yaml"], 1, "hills.yaml: is not a plan"),
        (["nothing.yaml"], 1, "nothing.yaml"),
        (["summer.yaml", "--url", "example.org"], 2, "--url must be an address"),
        (["summer.yaml", "--to", "fits"], 2, "'fits'"),
        (["summer.yaml", "--to", "ics"], 2, "--to ics: the calendar is there anyway"),
        (["summer.yaml", "--url", "https://x.org/a b"], 2, "--url must be an address"),
        (["summer.yaml", "-O", "buzy=yes"], 2, "-O buzy: no such option"),
        (["squad.yaml", "--athlete", "ann.yaml"], 2, "a squad has athletes of its own"),
        (["summer.yaml", "sub/summer.yaml"], 1, "would both be summer.ics"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(build, arguments, code, said):
    Path("sub").mkdir()
    Path("sub/summer.yaml").write_text(PLAN.replace("hills.yaml", "h.yaml"))
    Path("sub/h.yaml").write_text(HILLS)
    assert said in build(*arguments, code=code).err
    assert not Path("public").exists() or not published()


def test_a_broken_record_is_told(build):
    build("summer.yaml")
    Path("public/.workout-feed.json").write_text("{")
    assert "does not say what the folder is built from" in build(code=1).err


def test_a_plan_is_never_replaced_by_what_is_made_of_it(build, workout):
    done = workout("feed", "build", "summer.yaml", "--out", ".")
    assert done.code == 0, done.err
    assert Path("summer.yaml").read_text() == PLAN
    assert build("summer.yaml")


def test_a_document_that_is_called_something_else_leaves_what_people_subscribed_to(build):
    build("summer.yaml")
    before = Path("public/summer.ics").read_bytes()
    Path("summer.yaml").rename("warm.yaml")
    done = build("warm.yaml")
    assert "public/summer.ics: stays as it is, for its plan is not named any more" in done.err
    assert Path("public/summer.ics").read_bytes() == before
    build("--prune")
    assert [each for each in published() if each.endswith(".ics")] == ["warm.ics"]


def test_two_documents_of_one_plan_are_refused(build):
    Path("copy.yaml").write_text(PLAN)
    done = build("summer.yaml", "copy.yaml", code=1)
    assert "summer.yaml and copy.yaml are both the plan 'Summer' (give one of them an 'id:')" in done.err
    assert not Path("public").exists()


def test_a_plan_that_is_named_twice_is_published_once(build):
    assert build("summer.yaml", "summer.yaml").out.split() == ["public/summer.ics", "public/index.html"]


def test_what_is_not_said_again_stays_as_it_was(build):
    build("summer.yaml", "--secret", "--url", "https://example.org", "--athlete", "ann.yaml", "-O", "rest=no")
    before = files()
    build("summer.yaml")
    assert files() == before
    build("summer.yaml", "--anew")
    assert "summer.ics" in published()
    assert "https://example.org" not in Path("public/index.html").read_text()


def test_secret_paths_of_a_squad_are_told_with_whose_they_are(build):
    done = build("squad.yaml", "--secret")
    found = dict(re.findall(r"^(public/[0-9a-f]{32}/summer.ics): is for (\w+)$", done.err, re.MULTILINE))
    assert sorted(found.values()) == ["ann", "bob"]
    assert {each for each in done.out.splitlines() if each.endswith(".ics")} == found.keys()
    edit("plan: Summer", "plan: High summer")
    assert dict(
        re.findall(r"^(public/[0-9a-f]{32}/summer.ics): is for (\w+)$", build().err, re.MULTILINE)
    ) == (found)


def test_pages_that_lead_to_feeds_are_not_for_search_engines(build):
    build("squad.yaml")
    assert '<meta name="robots" content="noindex">' in Path("public/index.html").read_text()


@pytest.fixture
def remote(folder):  # noqa: ARG001
    """Return what is at a URL, by its name there."""
    system = fsspec.filesystem("memory")
    system.rm("/runs", recursive=True) if system.exists("/runs") else None

    def held():
        return {name.removeprefix("/runs/"): system.cat_file(name) for name in system.find("/runs")}

    yield held
    system.rm("/runs", recursive=True) if system.exists("/runs") else None


def test_a_url_is_published_to_as_a_folder_is(workout, build, remote):
    build("summer.yaml")
    here = {name: content for name, content in data().items() if name != ".workout-feed.json"}
    done = workout("feed", "build", "summer.yaml", "--out", "memory://runs/")
    assert done.code == 0, done.err
    assert done.out.split() == ["memory://runs/summer.ics", "memory://runs/index.html"]
    there = remote()
    assert {name: there[name] for name in here if name != ".workout-files.json"} == {
        name: content for name, content in here.items() if name != ".workout-files.json"
    }
    again = workout("feed", "build", "summer.yaml", "--out", "memory://runs")
    assert "memory://runs: 17 files, nothing changed" in again.err
    assert remote() == there


def test_what_is_at_a_url_says_what_clients_have_seen(workout, remote):
    url = ("--out", "memory://runs")
    workout("feed", "build", "summer.yaml", *url)
    fsspec.filesystem("memory").pipe_file("/runs/mine.txt", b"mine")
    edit("sun: easy 60min", "sun: none")
    edit("mon: easy 40min", "mon: easy 50min")
    done = workout("feed", "build", "summer.yaml", *url)
    assert "memory://runs/summer.ics: 1 event changed, 1 removed" in done.err
    there = remote()
    assert there["mine.txt"] == b"mine"
    assert not [name for name in there if "2026-08-09" in name]
    assert b"SEQUENCE:1" in there["summer.ics"]


@pytest.mark.parametrize(
    ("url", "code", "said"),
    [
        ("nonsense://runs", 1, "nonsense"),
        ("s3://runs", 1, "s3fs"),
        ("file:///dev/null/runs", 4, "/dev/null"),
    ],
)
def test_a_url_that_cannot_be_written_to_is_told(workout, folder, url, code, said):  # noqa: ARG001
    done = workout("feed", "build", "summer.yaml", "--out", url)
    assert done.code == code
    assert said in done.err
    assert "should not have happened" not in done.err


def test_at_a_url_somebody_must_say_what_is_published(workout, folder):  # noqa: ARG001
    done = workout("feed", "build", "--out", "memory://runs")
    assert done.code == 2
    assert "what should be published? (give a plan: " in done.err


def test_what_was_done_is_published_only_if_it_is_asked_for_and_until_it_is_forgotten(build, folder):
    done = save_done(folder)
    told = {}
    for name, arguments in (
        ("asked", ("form.yaml", "--done", "done")),
        ("again", ()),
        ("anew", ("form.yaml", "--anew")),
    ):
        build(*arguments)
        told[name] = Path("public/index.html").read_text("utf-8").count('class="done"')
    assert told == {"asked": 5, "again": 5, "anew": 0}
    build("form.yaml", "--done", "done")
    published = [each for each in Path("public").rglob("*") if each.is_file() and not is_hidden(each.name)]
    assert [each.name for each in published if b"139 bpm" in each.read_bytes()] == ["index.html"]
    (done / "2.fit").unlink()
    build()
    assert Path("public/index.html").read_text("utf-8").count('class="done"') == 4


def test_a_served_folder_is_made_of_the_activities_and_of_their_folder(build, folder):
    save_done(folder)
    build("form.yaml", "--done", "done")
    sources = json.loads(Path("public/.workout-feed.json").read_text("utf-8"))["sources"]
    assert sources == ["../done", *(f"../done/{number}.fit" for number in range(1, 7)), "../form.yaml"]


def test_a_squad_has_no_activities_of_one_athlete(workout, folder):
    save_done(folder)
    done = workout("feed", "build", "squad.yaml", "--done", "done", "--out", "public")
    assert done.code == 2
    assert "--done is of one athlete's plan, not of a squad (leave it out)" in " ".join(done.err.split())


def test_a_busy_calendar_says_nothing_of_what_was_done(build, folder):
    save_done(folder)
    timed = Path("form.yaml").read_text("utf-8").replace("weeks:", "times: {default: 18:00}\nweeks:")
    Path("form.yaml").write_text(timed, "utf-8")
    build("form.yaml", "--done", "done", "-O", "busy=yes")
    assert not Path("public/index.html").exists()
