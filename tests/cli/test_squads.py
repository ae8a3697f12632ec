"""A squad from the command line: a folder for each athlete, an overview for the coach, one at a time."""

import json
from pathlib import Path

import fitdecode
import pytest
from fitdecode import FitDataMessage
from icalendar import Calendar

from workout_core.files.manifest import NAME as MANIFEST

TEN = """\
plan: Ten weeks
id: ten
race: {name: City 10 km, date: 2026-09-06, time: 10:00, distance: 10km, goal: 50:00}
timezone: Europe/Warsaw
times: {default: 18:30, sat: 9:00, sun: 9:00}
workouts: {strength A: {sport: strength, steps: "Back squat 3x5 @ 60kg, rest 2min"}}
weeks:
  - {name: Base, mon: strength A, tue: easy 40min @ easy, sun: easy 15km @ easy}
  - name: Race
    tue: "warmup 10min @ easy; 3x(1km @ threshold, 2min jog)"
    sun: {recipe: even-split, distance: 10km, goal: 50:00, every: 1km, at: 10:00}
"""
ANN = "athlete: Ann\nrace: {distance: 10km, time: 47:30}\n"
HAL = "athlete: Hal\nthreshold_pace: 8:00/mi\nunits: imperial\n"
SQUAD = """\
squad: Tuesday group
plan: ten.yaml
athletes:
  - athlete: athletes/ann.yaml
  - {athlete: athletes/hal.yaml, goal: 52:00, days: {tue: wed}, volume: -20%}
"""


@pytest.fixture(autouse=True)
def squad(folder: Path) -> Path:
    """Write a squad of two."""
    (folder / "athletes").mkdir()
    for name, text in {
        "ten.yaml": TEN,
        "athletes/ann.yaml": ANN,
        "athletes/hal.yaml": HAL,
        "squad.yaml": SQUAD,
    }.items():
        (folder / name).write_text(text, "utf-8")
    return folder / "squad.yaml"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def events(file: Path) -> dict[str, object]:
    calendar = Calendar.from_ical(file.read_bytes())
    return {str(event["SUMMARY"]): event for event in calendar.events}


def uids(file: Path) -> set[str]:
    return {str(event["UID"]) for event in Calendar.from_ical(file.read_bytes()).events}


def serials(folder: Path) -> set[tuple[object, object]]:
    found = set()
    for file in folder.rglob("*.fit"):
        with fitdecode.FitReader(file) as frames:
            (one,) = (each for each in frames if isinstance(each, FitDataMessage) and each.name == "file_id")
        found.add((one.get_value("serial_number"), one.get_value("time_created")))
    return found


def test_each_athlete_has_a_folder_with_the_files_of_the_plan_and_the_coach_an_overview(workout, listing):
    done = workout("export", "squad.yaml", "--out", "club")

    assert done.code == 0
    assert [name for name in listing("club") if name.endswith((".ics", ".json", ".html"))] == [
        "ann/ten.html",
        "ann/ten.ics",
        "ann/ten.json",
        "hal/ten.html",
        "hal/ten.ics",
        "hal/ten.json",
        "squad.html",
    ]
    assert len(list(Path("club").rglob("*.fit"))) == 2 * 5
    files = [name for name in listing("club") if Path("club", name).is_file()]
    assert sorted(done.out.splitlines()) == sorted(str(Path("club", name)) for name in files)


def test_no_two_athletes_have_an_identity_in_common(workout):
    workout("export", "squad.yaml", "--out", "club")
    workout("export", "ten.yaml", "--out", "alone", "--athlete", "athletes/ann.yaml")

    ics = [uids(Path(each, "ten.ics")) for each in ("club/ann", "club/hal", "alone")]
    fit = [serials(Path(each)) for each in ("club/ann", "club/hal", "alone")]
    assert [len(each) for each in ics] == [5, 5, 5] == [len(each) for each in fit]
    assert len(set.union(*ics)) == 15 == len(set.union(*fit))


def test_a_second_export_gives_the_same_bytes_whatever_the_order_and_whoever_joins(workout, folder):
    workout("export", "squad.yaml", "--out", "club")
    before = contents(folder / "club")

    again = workout("export", "squad.yaml", "--out", "club")
    assert "earlier export" not in again.err
    assert contents(folder / "club") == before

    head, first, second = SQUAD.partition("  - athlete")[0], *SQUAD.splitlines()[3:]
    joined = f"{head}  - athlete: {{athlete: Zoë, threshold_pace: 5:00/km}}\n{second}\n{first}\n"
    (folder / "squad.yaml").write_text(joined, "utf-8")
    workout("export", "squad.yaml", "--out", "club")
    after = contents(folder / "club")
    assert {name: data for name, data in after.items() if name.startswith(("ann/", "hal/"))} == {
        name: data for name, data in before.items() if name.startswith(("ann/", "hal/"))
    }
    assert "zoë/ten.ics" in after


def test_days_volume_and_goal_are_their_own(workout):
    workout("export", "squad.yaml", "--out", "club")

    ann, hal = (json.loads(Path(f"club/{name}/ten.json").read_text("utf-8")) for name in ("ann", "hal"))
    assert (ann["plan"], hal["plan"]) == ("Ten weeks (Ann)", "Ten weeks (Hal)")
    assert [(each["slot"], each["date"]) for each in hal["sessions"]] == [
        ("Base/mon/strength A", "2026-08-24"),
        ("Base/tue/running", "2026-08-26"),
        ("Base/sun/running", "2026-08-30"),
        ("Race/tue/running", "2026-09-02"),
        ("race", "2026-09-06"),
    ]
    assert [each["workout"]["workout"] for each in hal["sessions"][1:3]] == ["Easy 32 min", "Easy 7.5 mi"]
    assert hal["sessions"][1]["volume"]["what"] == "40 min to 32 min"
    assert events(Path("club/hal/ten.ics"))["City 10 km"]["DESCRIPTION"].startswith("10 km, goal 52 min\n")
    assert "Split 5:12, clock 52:00" in hal["sessions"][-1]["workout"]["steps"][-1]["cue"]
    assert "Split 5:00, clock 50:00" in ann["sessions"][-1]["workout"]["steps"][-1]["cue"]


def test_a_folder_of_athletes_is_a_squad_in_order_of_name(workout, folder):
    (folder / "athletes" / "plan.yaml").write_text(TEN, "utf-8")
    (folder / "athletes" / "notes.txt").write_text("athlete: nobody", "utf-8")
    (folder / "squad.yaml").write_text("squad: All\nplan: ten.yaml\nathletes: athletes/\n", "utf-8")

    done = workout("plan", "show", "squad.yaml", "--json")

    assert done.code == 0, done.err
    assert [each["athlete"] for each in json.loads(done.out)["athletes"]] == ["Ann", "Hal"]


def test_a_folder_above_is_read_below_a_root_that_is_declared(workout, folder):
    (folder / "squads").mkdir()
    text = "squad: All\r\nplan: ../ten.yaml\r\nathletes: ../athletes/\r\n"
    (folder / "squads" / "all.yaml").write_text(text, "utf-8", newline="")

    refused = workout("check", "squads/all.yaml")
    done = workout("export", "squads/all.yaml", "--out", "club", "--root", ".", "--to", "ics")

    assert refused.code == 1
    assert "'../athletes' is outside the folder of the document" in refused.err
    assert done.code == 0
    assert [path.name for path in sorted(Path("club").iterdir()) if path.is_dir()] == ["ann", "hal"]


def test_one_athlete_who_is_wrong_stops_nobody_else(workout, folder, listing):
    (folder / "athletes" / "eva.yaml").write_text("athlete: Eva\nftp: many\n", "utf-8")
    text = f"{SQUAD}  - athletes/eva.yaml\n  - athletes/gone.yaml\n"
    (folder / "squad.yaml").write_text(text, "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--to", "ics")

    assert done.code == 1
    assert "athletes/eva.yaml:2:6: ftp: 'many' is not" in done.err
    assert (
        "squad.yaml:7:5: athletes[3]: 'athletes/gone.yaml': there is no such file beside the squad"
        in done.err
    )
    assert listing("club") == [
        "ann", "ann/ten.html", "ann/ten.ics", "hal", "hal/ten.html", "hal/ten.ics", "squad.html"
    ]  # fmt: skip


def test_an_athlete_whose_folder_cannot_be_written_is_named_and_the_others_are_written(workout, folder):
    (folder / "club").mkdir()
    (folder / "club" / "ann").write_text("in the way", "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--to", "ics")

    assert done.code == 4
    assert "ann" in done.err
    assert (folder / "club" / "hal" / "ten.ics").exists()
    assert (folder / "club" / "ann").read_text("utf-8") == "in the way"
    assert "What is missing" in (folder / "club" / "squad.html").read_text("utf-8")


def test_strict_refuses_the_athletes_who_lose_something_and_writes_the_others(workout, folder):
    (folder / "ten.yaml").write_text(
        TEN.replace("  - {name: Base, mon: strength A,", "  - {name: Base,"), "utf-8"
    )
    (folder / "athletes" / "hal.yaml").write_text("athlete: Hal\n", "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--to", "fit", "--strict")

    assert done.code == 3
    assert "error: Hal: " in done.err
    assert not (folder / "club" / "hal").exists()


def test_two_athletes_of_one_name_are_asked_for_an_id(workout, folder, listing):
    (folder / "athletes" / "ann2.yaml").write_text("athlete: ANN\nmax_heart_rate: 190\n", "utf-8")
    wrong = f"{SQUAD}  - athlete: athletes/ann2.yaml\n"
    (folder / "squad.yaml").write_text(wrong, "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--to", "ics")

    assert done.code == 1
    told = (
        "squad.yaml:6:5: athletes[2]: two athletes go by 'ANN' (give one of them an 'id:', like 'id: ANN B')"
    )
    assert told in done.err
    assert not (folder / "club" / "ann").exists()  # nobody knows whose it would be

    (folder / "squad.yaml").write_text(f"{wrong}    id: ANN B\n", "utf-8")
    assert workout("export", "squad.yaml", "--out", "club", "--to", "ics").code == 0
    assert "ann-b/ten.ics" in listing("club")
    assert uids(folder / "club/ann/ten.ics").isdisjoint(uids(folder / "club/ann-b/ten.ics"))


def test_files_of_somebody_else_make_room_and_are_kept(workout, folder):
    (folder / "club" / "ann").mkdir(parents=True)
    (folder / "club" / "ann" / "ten.ics").write_text("mine", "utf-8")
    (folder / "club" / "ann" / "notes.txt").write_text("mine too", "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--to", "ics")

    assert done.code == 0
    assert "club/ann/ten.ics: was there, and not from an export; it is ten.ics~ now" in done.err
    assert (folder / "club/ann/ten.ics~").read_text("utf-8") == "mine"
    assert (folder / "club/ann/notes.txt").read_text("utf-8") == "mine too"


def test_what_an_athlete_who_left_had_is_told_and_pruned(workout, folder, listing):
    workout("export", "squad.yaml", "--out", "club")
    (folder / "club" / "hal" / "notes.txt").write_text("mine", "utf-8")
    (folder / "squad.yaml").write_text("\n".join(SQUAD.splitlines()[:4]), "utf-8")

    told = workout("export", "squad.yaml", "--out", "club")
    assert told.code == 0
    assert "club/hal: is of an athlete who is not in the squad now (--prune removes it)" in told.err
    assert (folder / "club/hal/ten.ics").exists()

    workout("export", "squad.yaml", "--out", "club", "--prune")
    assert [name for name in listing("club") if name.startswith("hal")] == ["hal", "hal/notes.txt"]
    assert not (folder / "club/hal" / MANIFEST).exists()
    assert "ann/ten.ics" in listing("club")


def test_nothing_is_pruned_of_an_athlete_whose_file_is_broken(workout, folder):
    workout("export", "squad.yaml", "--out", "club")
    (folder / "athletes" / "hal.yaml").write_text("athlete: Hal\nftp: many\n", "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--prune")

    assert done.code == 1
    assert (folder / "club/hal/ten.ics").exists()


def test_a_session_that_is_left_out_is_pruned(workout, folder):
    workout("export", "squad.yaml", "--out", "club", "--to", "fit")
    before = {path.name for path in (folder / "club/hal/ten").iterdir()}
    (folder / "squad.yaml").write_text(SQUAD.replace("-20%}", "-20%, without: strength A}"), "utf-8")

    workout("export", "squad.yaml", "--out", "club", "--to", "fit", "--prune")

    assert before - {path.name for path in (folder / "club/hal/ten").iterdir()} == {
        "2026-08-24-strength-a.fit"
    }
    assert len(list((folder / "club/ann/ten").iterdir())) == 5


@pytest.mark.parametrize("name", ["hal", "HAL", "Hal"])
def test_one_athlete_alone_has_the_same_files(workout, folder, name):
    workout("export", "squad.yaml", "--out", "club")
    done = workout("export", "squad.yaml", "--out", "one", "--athlete", name)

    assert done.code == 0
    assert contents(folder / "one" / "hal") == contents(folder / "club" / "hal")
    assert [path.name for path in (folder / "one").iterdir()] == ["hal"]


def test_nobody_of_a_name_is_asked_about(workout):
    done = workout("export", "squad.yaml", "--athlete", "Hall", "--out", "club")

    assert done.code == 2
    assert "'Hall' is not in the squad (did you mean 'Hal'?)" in done.err


@pytest.mark.parametrize(
    "more", [["easy.yaml"], ["--steps", "easy 10min"], ["--out", "-"], ["--date", "2026-08-01"]]
)
def test_a_squad_is_exported_by_itself(workout, more):
    done = workout("export", "squad.yaml", *more)

    assert done.code == 2
    assert "a squad is exported by itself, into a folder" in done.err


def test_several_processes_give_the_same_bytes_and_say_the_same(workout, folder):
    one = workout("export", "squad.yaml", "--out", "club", "--jobs", "1")
    first = contents(folder / "club")
    two = workout("export", "squad.yaml", "--out", "club", "--jobs", "2")

    assert contents(folder / "club") == first
    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)


def test_processes_are_for_squads(workout):
    assert workout("export", "easy.yaml", "--jobs", "2").code == 2


def test_names_of_any_script_have_folders_and_calendars(workout, folder):
    names = ["Łucja", "Ελένη", "李雷", "Renée / Zoë", "../../etc", "con"]
    lines = "".join(f"  - athlete: {{athlete: {json.dumps(name)}, ftp: 200}}\n" for name in names)
    (folder / "squad.yaml").write_text(f"squad: Ζωή & co\nplan: ten.yaml\nathletes:\n{lines}", "utf-8")

    done = workout("export", "squad.yaml", "--out", "club", "--to", "ics")

    assert done.code == 0
    folders = sorted(path.name for path in (folder / "club").iterdir() if path.is_dir())
    assert folders == sorted(["łucja", "ελένη", "李雷", "renée-zoë", "etc", "con-"])
    every = [uids(each / "ten.ics") for each in (folder / "club").iterdir() if each.is_dir()]
    assert len(set.union(*every)) == 5 * len(names)
    page = (folder / "club" / "squad.html").read_text("utf-8")
    assert '<h1 dir="auto">Ζωή &amp; co</h1>' in page
    assert 'href="renée-zoë/ten.html"' in page


def test_the_coach_sees_weeks_of_all_and_who_lacks_which_number(workout, folder):
    (folder / "athletes" / "hal.yaml").write_text("athlete: Hal\nthreshold_heart_rate: 168\n", "utf-8")

    done = workout("plan", "show", "squad.yaml")
    same = workout("show", "squad.yaml")

    assert done.code == 0
    assert done.out == same.out
    lines = done.out.splitlines()
    assert lines[:2] == ["Tuesday group", "2 athletes · 2 weeks · from Mon 24 Aug 2026"]
    assert lines[4].split() == ["24", "Aug", "31", "Aug"]
    assert lines[5].split()[0] == "Ann"
    assert lines[7].split()[0] == "Hal"
    assert not any(line.startswith("Ann:") for line in lines)


def test_the_overview_is_a_page_too(workout, folder):
    done = workout("plan", "show", "squad.yaml", "--html", "club.html")

    assert (done.code, done.out) == (0, "club.html\n")
    assert (folder / "club.html").read_text("utf-8").count("<tr ") == 3


@pytest.mark.parametrize(
    ("command", "code"),
    [(["plan", "show", "squad.yaml", "--slots"], 2), (["show", "squad.yaml", "--transform", "x"], 2)],
    ids=["slots", "transform"],
)
def test_what_a_squad_has_not_is_wrong_usage(workout, command, code):
    assert workout(*command).code == code


def test_check_tells_what_is_wrong_and_lost_for_whom(workout, folder):
    (folder / "squad.yaml").write_text(SQUAD.replace("-20%}", "-20%, without: [strenght A]}"), "utf-8")

    done = workout("check", "squad.yaml")
    assert done.code == 1
    told = "athletes[1].without: 'strenght A' is not in the plan (did you mean 'strength a'?)"
    assert f"squad.yaml:5:89: {told}" in done.err

    (folder / "squad.yaml").write_text(SQUAD, "utf-8")
    done = workout("check", "squad.yaml", "--to", "zwo", "--all")
    assert done.code == 0
    assert "squad.yaml: zwo: Hal: " in done.out


def test_the_canonical_form_means_the_same(workout, folder):
    done = workout("fmt", "squad.yaml")
    (folder / "same.yaml").write_text(done.out, "utf-8")

    assert (
        workout("plan", "show", "same.yaml", "--json").out
        == workout("plan", "show", "squad.yaml", "--json").out
    )
    assert workout("fmt", "--write", "squad.yaml").code == 1


def test_a_single_plan_is_exported_as_before(workout, folder):
    """The identities of a plan that is for one athlete alone have nothing to do with squads."""
    workout("export", "ten.yaml", "--out", "a")
    workout("export", "ten.yaml", "--out", "b", "--athlete", "athletes/ann.yaml")

    assert uids(folder / "a/ten.ics") == uids(folder / "b/ten.ics")
    assert serials(folder / "a") == serials(folder / "b")


TWELVE = {
    "threshold": "threshold_pace: 4:45/km\n",
    "race": "race: {distance: 10km, time: 47:30}\n",
    "fast": "threshold_pace: 3:20/km\n",
    "slow": "race: {distance: 5km, time: '31:00'}\n",
    "miles": "threshold_pace: 7:30/mi\nunits: imperial\n",
    "miles and heart": "threshold_heart_rate: 171\nunits: imperial\n",
    "heart rate": "threshold_heart_rate: 168\n",
    "maximum": "max_heart_rate: 190\nresting_heart_rate: 52\n",
    "effort": "",
    "power": "ftp: 245\n",
    "own": "paces: {easy: 5:50-6:20/km, threshold: 4:50/km}\n",
    "lifter": "threshold_pace: 5:05/km\none_rep_max: {back squat: 100kg}\n",
}


@pytest.mark.slow
def test_twelve_who_are_known_in_twelve_ways_get_twelve_folders(workout, folder):
    for name, text in TWELVE.items():
        (folder / "athletes" / f"{name}.yaml").write_text(f"athlete: {name}\n{text}", "utf-8")
    for name in ("ann", "hal"):
        (folder / "athletes" / f"{name}.yaml").unlink()
    half = Path(__file__).parents[2] / "examples" / "half-marathon.yaml"
    (folder / "half.yaml").write_bytes(half.read_bytes())
    (folder / "squad.yaml").write_text("squad: Twelve\nplan: half.yaml\nathletes: athletes\n", "utf-8")

    done = workout("export", "squad.yaml", "--out", "club")

    assert done.code == 0
    folders = sorted(path for path in (folder / "club").iterdir() if path.is_dir())
    assert len(folders) == 12
    sets = [uids(each / "half.ics") for each in folders]
    assert [len(each) for each in sets] == [60] * 12
    assert len(set.union(*sets)) == 720
    assert len(set.union(*map(serials, folders))) == 720
    before = contents(folder / "club")
    workout("export", "squad.yaml", "--out", "club", "--jobs", "2")
    assert contents(folder / "club") == before


def test_the_pages_of_a_squad_mark_today_and_its_week(workout, folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788048000")  # Sun 30 Aug 2026
    workout("export", "squad.yaml", "--out", "out")
    mine = (folder / "out" / "ann" / "ten.html").read_text("utf-8")
    assert mine.count('aria-current="date"') == 1
    assert "As of <time" in mine
    overview = (folder / "out" / "squad.html").read_text("utf-8")
    assert overview.count("this week") == 1
    assert workout("plan", "show", "squad.yaml", "--html", "-").out.count("this week") == 1
