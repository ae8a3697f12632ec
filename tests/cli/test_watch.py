"""``workout watch`` on watches that are folders: what is put there, left alone, and comes off again."""

import errno
import hashlib
import json
import os
import re
import subprocess
from pathlib import Path

import fitdecode
import pytest

from simulated_disk import Killed, operations, with_fault
from watches import SECRETS, band, drive, lower_drive, take_over, wahoo
from workout_core import WatchError
from workout_core.files import disk
from workout_core.files.drafts import Root
from workout_core.watch.drive import Drive

PLAN = """\
plan: Summer
start: 2026-08-03
weeks:
  - {mon: easy 40min, tue: "6x(800m @ 4:00/km, 400m jog)", thu: easy 40min, sun: easy 90min}
  - {mon: easy 40min, tue: "5x(1km @ 4:10/km, 400m jog)", thu: easy 40min, sun: easy 100min}
"""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat")
SQUAD = """\
squad: Club
plan: summer.yaml
athletes:
  - {athlete: ann.yaml}
  - {athlete: bob.yaml, days: {tue: wed}}
"""


@pytest.fixture(autouse=True)
def documents(folder, monkeypatch, tmp_path_factory):
    (folder / "summer.yaml").write_text(PLAN)
    (folder / "club.yaml").write_text(SQUAD)
    for name in ("Ann", "Bob"):
        (folder / f"{name.lower()}.yaml").write_text(f"athlete: {name}\nthreshold_pace: 4:30/km\n")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def watch(tmp_path_factory):
    return drive(tmp_path_factory.mktemp("media") / "GARMIN", held=3)


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def added(root, before):
    return sorted(files(root).keys() - before.keys())


def messages(data, name):
    with fitdecode.FitReader(data) as reader:
        frames = [each for each in reader if isinstance(each, fitdecode.FitDataMessage)]
    return [each for each in frames if each.name == name]


def identity(message):
    names = ("manufacturer", "product", "serial_number", "time_created")
    return tuple(message.get_raw_value(name) for name in names)


def test_what_is_loaded_is_there_and_nothing_else_is_touched(workout, watch):
    before = files(watch)
    done = workout("watch", "load", "six.yaml", "--athlete", "ada.yaml", "--path", str(watch))
    assert (done.code, done.out) == (0, "new: Six by 800\n")
    assert "1 written and read back; eject the watch, and unplug it" in done.err
    assert added(watch, before) == ["GARMIN/NEWFILES/six.fit"]
    assert {name: data for name, data in files(watch).items() if name in before} == before
    (head,) = messages(files(watch)["GARMIN/NEWFILES/six.fit"], "file_id")
    assert head.get_value("type") == "workout"


@pytest.mark.parametrize("layout", [drive, lower_drive, wahoo])
def test_every_layout_is_loaded_and_undone(workout, tmp_path, layout):
    root = layout(tmp_path / "watch")
    before = files(root)
    assert workout("watch", "load", "easy.yaml", "--path", str(root)).code == 0
    assert len(added(root, before)) == 1
    undone = workout("watch", "undo", "--path", str(root))
    assert (undone.code, undone.out) == (0, "Easy: removed\n")
    assert files(root) == before


def test_a_watch_of_which_no_limit_is_known_says_what_it_holds(workout, tmp_path):
    root = wahoo(tmp_path / "watch")
    assert workout("watch", "load", "easy.yaml", "--path", str(root)).code == 0
    listed = workout("watch", "list", "--path", str(root))
    assert listed.out.splitlines()[:2] == [f"Wahoo at {root}", "  holds 1 workout"]
    assert workout("watch", "status", "--path", str(root)).err == "Wahoo holds 1 workout\n"


def test_a_watch_without_workouts_takes_none(workout, tmp_path):
    root = band(tmp_path / "watch")
    listed = workout("watch", "list", "--path", str(root))
    assert listed.out.splitlines()[1:] == ["  takes no workouts"]
    done = workout("watch", "load", "easy.yaml", "--path", str(root))
    assert (done.code, done.err) == (
        4,
        (
            "error: vivosmart HR takes no workouts "
            "(its GarminDevice.xml names no folder for them: FIT_TYPE_5, InputToUnit)\n"
        ),
    )


def test_no_secret_of_a_watch_is_printed_or_kept(workout, watch):
    said = ""
    for arguments in (
        ["list"],
        ["list", "--json"],
        ["load", "summer.yaml", "--schedule"],
        ["status"],
        ["undo"],
    ):
        done = workout("watch", *arguments, "--path", str(watch))
        said += done.out + done.err
    kept = b"".join(files(Path(os.environ["XDG_STATE_HOME"])).values()).decode()
    assert not [secret for secret in SECRETS if secret in said + kept]


def test_equal_workouts_are_loaded_once_and_the_calendar_points_to_them(workout, watch):
    done = workout("watch", "load", "summer.yaml", "--schedule", "--path", str(watch))
    assert done.code == 0
    assert done.out.splitlines()[0] == "new: Easy 40 min, 2026-08-03 and 3 more days"
    inbox = {path.name: path.read_bytes() for path in (watch / "GARMIN" / "NEWFILES").iterdir()}
    schedule = inbox.pop("workouts.schedule.fit")
    assert len(inbox) == 5
    there = {identity(messages(data, "file_id")[0]) for data in inbox.values()}
    entries = [identity(each) for each in messages(schedule, "schedule")]
    assert len(entries) == 8
    assert set(entries) == there


def test_equal_workouts_stay_the_same_next_week(workout, watch, monkeypatch):
    workout("watch", "load", "summer.yaml", "--path", str(watch))
    take_over(watch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786305600")  # a week later
    done = workout("watch", "load", "summer.yaml", "--path", str(watch))
    assert {line.partition(":")[0] for line in done.out.splitlines()} == {"there already"}
    assert "still on the watch from earlier loads of the same plans: 1 (--prune removes them)" in done.err
    pruned = workout("watch", "load", "summer.yaml", "--prune", "--path", str(watch))
    assert pruned.out.splitlines()[0] == "removed: 6 × 800 m"
    assert len(list((watch / "GARMIN" / "WORKOUTS").iterdir())) == 3 + 4
    assert workout("watch", "undo", "--path", str(watch)).out == "6 × 800 m: is back as it was before\n"
    assert len(list((watch / "GARMIN" / "WORKOUTS").iterdir())) == 3 + 5


def test_thirty_equal_workouts_are_one_file(workout, watch, folder):
    weeks = "\n".join("  - {" + ", ".join(f"{day}: easy 40min" for day in DAYS) + "}" for _ in range(5))
    (folder / "easy-month.yaml").write_text(f"plan: Easy month\nstart: 2026-08-03\nweeks:\n{weeks}\n")
    done = workout("watch", "load", "easy-month.yaml", "--schedule", "--path", str(watch))
    assert done.out == "new: Easy 40 min, 2026-08-03 and 29 more days\n"
    assert len(list((watch / "GARMIN" / "NEWFILES").glob("easy*"))) == 1


def test_only_the_next_days_are_loaded(workout, watch):
    done = workout("watch", "load", "summer.yaml", "--only", "next 3d", "--path", str(watch))
    assert done.out.splitlines() == ["new: Easy 40 min, 2026-08-03", "new: 6 × 800 m, 2026-08-04"]
    wrong = workout("watch", "load", "summer.yaml", "--only", "soon", "--path", str(watch))
    assert wrong.code == 2
    assert "'soon' is not a time (like 'next 7d'" in wrong.err


def test_a_dry_run_writes_nothing(workout, watch):
    before = files(watch)
    done = workout("watch", "load", "summer.yaml", "--dry-run", "--path", str(watch))
    assert (done.code, done.err.splitlines()[-1]) == (0, "nothing was written (--dry-run)")
    assert len(done.out.splitlines()) == 5
    assert files(watch) == before
    assert files(Path(os.environ["XDG_STATE_HOME"])) == {}


def test_what_the_watch_would_drop_is_refused_with_a_way_out(workout, tmp_path):
    root = drive(tmp_path / "watch", held=23)
    before = files(root)
    done = workout("watch", "load", "summer.yaml", "--path", str(root))
    assert (done.code, files(root)) == (4, before)
    assert done.err == (
        "error: Forerunner 935 keeps 25 workouts and drops the rest: it has 23, and this makes 28 "
        "(--only 'next 7d' fits)\n"
    )
    assert workout("watch", "load", "summer.yaml", "--only", "next 7d", "--path", str(root)).code == 0


def test_a_full_watch_is_told_so(workout, tmp_path):
    root = drive(tmp_path / "watch", held=25)
    done = workout("watch", "load", "easy.yaml", "--path", str(root))
    assert done.code == 4
    assert done.err.endswith("it has 25, and this makes 26 (delete some on the watch first)\n")


def test_more_steps_and_days_than_the_watch_declares_are_refused(workout, tmp_path):
    root = drive(tmp_path / "watch", steps=3, scheduled=2)
    done = workout("watch", "load", "six.yaml", "--athlete", "ada.yaml", "--path", str(root))
    assert (done.code, done.err.partition(" (")[0]) == (
        4,
        "error: 'Six by 800' has 5 steps, and Forerunner 935 takes 3",
    )
    done = workout("watch", "load", "summer.yaml", "--schedule", "--path", str(root))
    assert (done.code, done.err) == (
        4,
        "error: the calendar takes 2 days, and this makes 8 (--only 'next 4d' fits)\n",
    )
    assert not list((root / "GARMIN" / "NEWFILES").iterdir())


def test_an_edited_workout_replaces_itself_and_undo_brings_it_back(workout, watch, folder):
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    take_over(watch)
    before = files(watch)
    (folder / "easy.yaml").write_text("workout: Easy\nsteps: 40min @ 5:00/km\n")
    status = workout("watch", "status", "easy.yaml", "--path", str(watch))
    assert "Easy  on the watch, as it was before" in status.out
    done = workout("watch", "load", "easy.yaml", "--path", str(watch))
    assert done.out == "replaced: Easy\n"
    assert added(watch, before) == ["GARMIN/NEWFILES/easy.fit"]
    assert len(before.keys() - files(watch).keys()) == 1
    undone = workout("watch", "undo", "--path", str(watch))
    assert undone.out == "Easy: removed\nEasy: is back as it was before\n"
    assert files(watch) == before


def test_what_waits_is_replaced_in_its_place(workout, watch, folder):
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    first = files(watch)
    assert workout("watch", "load", "easy.yaml", "--path", str(watch)).out == "there already: Easy\n"
    (folder / "easy.yaml").write_text("workout: Easy\nsteps: 40min @ 5:00/km\n")
    assert workout("watch", "load", "easy.yaml", "--path", str(watch)).out == "replaced: Easy\n"
    assert files(watch).keys() == first.keys()
    workout("watch", "undo", "--path", str(watch))
    assert files(watch) == first


def test_a_file_of_somebody_else_keeps_its_name(workout, watch):
    theirs = watch / "GARMIN" / "NEWFILES" / "Easy.FIT"
    theirs.write_bytes(b"theirs")
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    assert theirs.read_bytes() == b"theirs"
    assert (watch / "GARMIN" / "NEWFILES" / "easy-2.fit").exists()


def test_undo_takes_off_what_the_watch_has_taken_over_too(workout, watch):
    before = files(watch)
    workout("watch", "load", "summer.yaml", "--path", str(watch))
    take_over(watch)
    done = workout("watch", "undo", "--path", str(watch))
    assert (done.code, len(done.out.splitlines())) == (0, 5)
    assert done.out.splitlines()[0] == "Easy 40 min: removed, though the watch had taken it over"
    assert files(watch) == before


def test_what_was_changed_since_is_kept_and_can_be_undone_later(workout, watch):
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    file = watch / "GARMIN" / "NEWFILES" / "easy.fit"
    file.write_bytes(b"changed")
    for _ in range(2):
        done = workout("watch", "undo", "--path", str(watch))
        assert (done.code, done.out) == (4, "Easy: was changed since, and is kept (delete it on the watch)\n")
        assert file.read_bytes() == b"changed"
    file.unlink()
    done = workout("watch", "undo", "--path", str(watch))
    assert (done.code, done.out) == (0, "Easy: is not there any more\n")
    none = workout("watch", "undo", "--path", str(watch))
    assert (none.code, "nothing was loaded to Forerunner 935" in none.err) == (4, True)


def test_a_load_that_wrote_nothing_is_not_the_last_one(workout, watch, monkeypatch):
    before = files(watch)
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    create = disk.create

    def failing(path, *rest, **named):
        if "NEWFILES" in str(path):
            raise OSError(errno.EIO, "broken", str(path))
        return create(path, *rest, **named)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "create", failing)
        assert _load(workout, watch).code == 4
    assert workout("watch", "undo", "--path", str(watch)).out == "Easy: removed\n"
    assert files(watch) == before


@pytest.mark.parametrize("command", [["undo"], ["load", "easy.yaml"]])
def test_what_a_killed_load_left_is_swept(workout, watch, command):
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    inbox = watch / "GARMIN" / "NEWFILES"
    ours, theirs = Root(inbox).draft("six.fit"), inbox / ".workout-of-theirs.part"
    ours.write_bytes(b"half")
    theirs.write_bytes(b"theirs")
    assert workout("watch", *command, "--path", str(watch)).code == 0
    assert (ours.exists(), theirs.exists()) == (False, True)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "workout: Tempo\nsteps: 20min\n",
            "workout: Tempo\nsteps: 30min\n",
            "two/it.yaml: 'Tempo' is the name of another workout of one/it.yaml",
        ),
        (
            "plan: P\nstart: 2026-08-03\nweeks:\n- {mon: easy 40min}\n",
            "plan: P\nstart: 2026-08-03\nweeks:\n- {mon: easy 50min}\n",
            "two/it.yaml: has the name of the plan of one/it.yaml",
        ),
        (
            "Tuesday: 6x800 @ 4:00/km, 400 jog\nThursday: 40min easy\n",
            "Tuesday: 5x1k @ 4:10/km, 400 jog\nThursday: 50min easy\n",
            "two/it.txt: 'Tuesday' is the name of another workout of one/it.txt",
        ),
    ],
    ids=["workouts", "plans", "mails"],
)
def test_different_workouts_that_a_watch_takes_for_one_are_refused(workout, watch, first, second, said):
    before, paths = files(watch), []
    for folder, text in (("one", first), ("two", second)):
        Path(folder).mkdir()
        file = Path(folder) / f"it.{'txt' if text.startswith('T') else 'yaml'}"
        file.write_text(text)
        paths.append(str(file))
    done = workout("watch", "load", *paths, "--path", str(watch))
    assert (done.code, done.out, files(watch)) == (1, "", before)
    why = "and a watch keeps one of two by one name (give it another one, or an 'id')"
    assert done.err == f"error: {said}, {why}\n"


def test_what_is_replaced_says_which_document_it_was_of(workout, watch):
    for name, steps in (("wk1.txt", "6x800 @ 4:00/km, 400 jog"), ("wk2.txt", "5x1k @ 4:10/km, 400 jog")):
        Path(name).write_text(f"Tuesday: {steps}\nThursday {name[:3]}: 40min easy\n")
        done = workout("watch", "load", name, "--path", str(watch))
        assert done.code == 0
    assert done.out.splitlines()[0] == f"replaced: Tuesday (that of {Path('wk1.txt').absolute()})"


def test_a_workout_without_a_day_is_no_calendar(workout, watch):
    before = files(watch)
    done = workout("watch", "load", "easy.yaml", "--schedule", "--path", str(watch))
    assert (done.code, done.err, files(watch)) == (
        1,
        "error: 'Easy' has no day for a calendar (give a plan, or leave --schedule out)\n",
        before,
    )


def test_what_becomes_of_the_calendar_is_told_and_there_is_one_schedule_of_ours(workout, watch):
    before = files(watch)
    dry = workout("watch", "load", "summer.yaml", "--schedule", "--dry-run", "--path", str(watch))
    said = "replaced: the calendar, all of it, by 8 days, 2026-08-03 to 2026-08-16"
    assert f"would be {said}\n" in dry.err
    done = workout("watch", "load", "summer.yaml", "--schedule", "--path", str(watch))
    assert f"{said}\n" in done.err
    first = files(watch)
    again = workout("watch", "load", "summer.yaml", "--schedule", "--path", str(watch))
    assert again.err == "Forerunner 935 holds all 5 already\n"
    assert files(watch) == first
    command = ("watch", "load", "summer.yaml", "--schedule", "--only", "next 3d", "--path", str(watch))
    assert "\nits calendar is written and read back; eject the watch" in workout(*command).err
    schedules = list((watch / "GARMIN" / "NEWFILES").glob("*.schedule*"))
    assert [len(messages(each.read_bytes(), "schedule")) for each in schedules] == [2]
    workout("watch", "undo", "--path", str(watch))
    assert files(watch) == first
    workout("watch", "undo", "--path", str(watch))
    assert files(watch) == before


def test_a_calendar_that_the_watch_has_taken_over_stays(workout, watch):
    workout("watch", "load", "summer.yaml", "--schedule", "--only", "2026-08-09", "--path", str(watch))
    (watch / "GARMIN" / "NEWFILES" / "workouts.schedule.fit").unlink()
    take_over(watch)
    done = workout("watch", "undo", "--path", str(watch))
    assert (done.code, done.out.splitlines()[1:]) == (
        0,
        ["the calendar: is not there any more: what the watch has taken over stays (--schedule replaces it)"],
    )


def test_a_schedule_of_somebody_else_is_left_alone(workout, watch):
    theirs = watch / "GARMIN" / "NEWFILES" / "workouts.schedule.fit"
    theirs.write_bytes(b"theirs")
    assert workout("watch", "load", "summer.yaml", "--schedule", "--path", str(watch)).code == 0
    assert theirs.read_bytes() == b"theirs"
    assert (watch / "GARMIN" / "NEWFILES" / "workouts-2.schedule.fit").exists()


def test_a_session_that_the_watch_does_not_take_is_told_by_load_and_status(workout, watch):
    steps = "; ".join(f"{number + 1}min @ 4:{number:02}/km" for number in range(59))
    Path("much.yaml").write_text(
        f"plan: Much\nstart: 2026-08-03\nweeks:\n- {{mon: easy 40min, tue: '{steps}'}}\n"
    )
    done = workout("watch", "load", "much.yaml", "--path", str(watch))
    assert (done.code, done.out) == (1, "new: Easy 40 min, 2026-08-03\n")
    assert "on 2026-08-04 is left out: steps: 59 steps and repeats, and the format takes 50" in done.err
    status = workout("watch", "status", "much.yaml", "--path", str(watch))
    assert status.out.splitlines()[:2] == [
        "2026-08-03  Easy 40 min              waits until the watch is unplugged",
        "2026-08-04  29 h 30 min in 59 parts  the watch does not take it",
    ]
    assert "on 2026-08-04 is left out: steps: 59 steps and repeats" in status.err


def test_status_says_what_of_a_plan_is_too_much(workout, tmp_path):
    root = drive(tmp_path / "watch", held=23, steps=3)
    status = workout("watch", "status", "summer.yaml", "--path", str(root))
    assert "2026-08-11  5 × 1 km         not on the watch" in status.out.splitlines()
    assert status.err.splitlines() == [
        "Forerunner 935 holds 23 of 25 workouts",
        "with all that is not on it these are 28: it drops what is over",
    ]
    Path("six.yaml").write_text("workout: Six\nsteps: 10min; 9min; 8min; 7min\n")
    status = workout("watch", "status", "six.yaml", "--path", str(root))
    assert status.out.splitlines()[0] == "  Six  the watch does not take it: 4 steps, and it takes 3"


def test_equal_names_are_told_apart(workout, watch):
    Path("two.yaml").write_text(
        "plan: Two\nstart: 2026-08-03\nworkouts:\n  easy: {workout: easy, steps: 40min}\n"
        "weeks:\n- {mon: easy}\n- {like: 1, volume: +10%}\n"
    )
    done = workout("watch", "load", "two.yaml", "--path", str(watch))
    assert done.out.splitlines() == [
        "new: easy, 40 min, about 8 km, 2026-08-03",
        "new: easy, 44 min, about 8.8 km, 2026-08-10",
    ]
    assert done.err.splitlines()[0] == (
        "warning: 2 workouts are called 'easy' on the watch: "
        "40 min, about 8 km, 2026-08-03; 44 min, about 8.8 km, 2026-08-10"
    )
    status = workout("watch", "status", "--path", str(watch))
    assert status.out.splitlines()[-2:] == [
        "easy, 40 min, about 8 km, 2026-08-03 (loaded from here)",
        "easy, 44 min, about 8.8 km, 2026-08-10 (loaded from here)",
    ]


def test_what_is_cut_is_told_of_what_is_written_in_the_order_of_the_days(workout, watch):
    Path("long.yaml").write_text(
        "plan: Long\nstart: 2026-08-03\nweeks:\n"
        "- {mon: 10min; 9min; 8min, tue: easy 40min, wed: easy 40min, thu: 8min; 9min; 10min; 11min}\n"
    )
    done = workout("watch", "load", "long.yaml", "--dry-run", "--path", str(watch))
    assert done.out.splitlines() == [
        "would be new: 10 min + 9 min + 8 min, 2026-08-03",
        "would be new: Easy 40 min, 2026-08-04 and 1 more day",
        "would be new: 38 min in 4 parts, 2026-08-06",
    ]
    assert done.err.splitlines() == [
        "10 min + 9 min + 8 min, 2026-08-03: name: cut to 15 bytes: '10 min + 9 min'",
        "38 min in 4 parts, 2026-08-06: name: cut to 15 bytes: '38 min in 4 par'",
        "nothing was written (--dry-run)",
    ]
    workout("watch", "load", "long.yaml", "--path", str(watch))
    again = workout("watch", "load", "long.yaml", "--only", "2026-08-06", "--path", str(watch))
    assert again.err.splitlines()[-1] == "Forerunner 935 holds it already"


def test_status_compares_a_plan_with_the_watch(workout, watch):
    workout("watch", "load", "summer.yaml", "--only", "next 3d", "--path", str(watch))
    take_over(watch)
    workout("watch", "load", "summer.yaml", "--only", "2026-08-09", "--path", str(watch))
    done = workout("watch", "status", "summer.yaml", "--only", "next 10d", "--path", str(watch))
    assert done.out.splitlines() == [
        "2026-08-03  Easy 40 min      on the watch",
        "2026-08-04  6 × 800 m        on the watch",
        "2026-08-06  Easy 40 min      on the watch",
        "2026-08-09  Easy 1 h 30 min  waits until the watch is unplugged",
        "2026-08-10  Easy 40 min      on the watch",
        "2026-08-11  5 × 1 km         not on the watch",
        "others: 3",
    ]
    alone = workout("watch", "status", "--path", str(watch))
    assert alone.out.splitlines().count("Theirs") == 3
    assert "Easy 1 h 30 min (loaded from here)" in alone.out
    assert alone.err == "Forerunner 935 holds 6 of 25 workouts\n"


def test_an_athlete_of_a_squad_is_loaded_by_name(workout, watch):
    done = workout("watch", "load", "club.yaml", "--path", str(watch))
    assert (done.code, "--athlete NAME, one of Ann, Bob" in done.err) == (2, True)
    done = workout(
        "watch", "load", "club.yaml", "--athlete", "bob", "--only", "next 4d", "--path", str(watch)
    )
    assert done.out.splitlines()[1] == "new: 6 × 800 m, 2026-08-05"


def test_a_folder_of_a_watch_that_nobody_may_read_is_told_so(watch, monkeypatch):
    def closed(path):
        raise PermissionError(errno.EACCES, "denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(WatchError, match="the watch does not let you read GARMIN/WORKOUTS"):
        Drive(watch).list("GARMIN/WORKOUTS")


def test_a_folder_that_is_no_watch_is_named_once(workout, tmp_path):
    plans = wahoo(tmp_path / "watch") / "plans"
    for command in ("list", "status"):
        done = workout("watch", command, "--path", str(plans))
        assert (done.code, done.err.count(str(plans))) == (4, 1)
        assert "no folder 'plans' of a Wahoo: give the folder above those" in done.err


@pytest.mark.parametrize("name", ["nowhere", "six.yaml", "."])
def test_what_is_no_watch_is_refused(workout, name):
    done = workout("watch", "load", "easy.yaml", "--path", name)
    assert done.code == 4
    assert "watch" in done.err


def test_what_is_lost_and_what_is_taken_for_something_else_is_told(workout, watch, folder):
    steps = "<workout><FreeRide Duration='600' FlatRoad='1'/></workout>"
    (folder / "zwift.zwo").write_text(f"<workout_file><name>Ride</name>{steps}</workout_file>")
    read = workout("export", "zwift.zwo", "--to", "fit")
    done = workout("watch", "load", "zwift.zwo", "--path", str(watch))
    assert done.code == 0
    assert read.err
    assert read.err in done.err
    (folder / "relative.yaml").write_text("workout: Fast\nsteps: 20min @ fast\n")
    exported = workout("export", "relative.yaml", "--to", "fit")
    done = workout("watch", "load", "relative.yaml", "--path", str(watch))
    assert set(exported.err.splitlines()) < set(done.err.splitlines())


def test_a_plan_that_is_over_is_told(workout, watch, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    done = workout("watch", "load", "summer.yaml", "--path", str(watch))
    assert done.code == 1
    assert done.err.startswith("Summer: is over: its last workout was on 2026-08-16\n")
    assert done.err.endswith("error: there is nothing to load (--only names other days)\n")


def test_days_before_a_plan_say_when_it_is(workout, watch):
    done = workout("watch", "load", "summer.yaml", "--only", "2026-01-01", "--path", str(watch))
    assert (done.code, done.err.splitlines()[0]) == (
        1,
        "Summer: has no workout on these days (all of them are between 2026-08-03 and 2026-08-16)",
    )


def _load(workout, watch):
    return workout("watch", "load", "summer.yaml", "--path", str(watch))


def test_whatever_operation_fails_nothing_is_half_written_and_the_next_run_ends_it(
    workout, watch, monkeypatch
):
    before = files(watch)
    with operations(monkeypatch) as done:
        _load(workout, watch)
    good = files(watch)
    state = Path(os.environ["XDG_STATE_HOME"])
    for kind in ("fails", "dies"):
        for number in range(0, len(done), 5):
            _restore(watch, before)
            for file in state.rglob("*.json"):
                file.unlink()
            with with_fault(monkeypatch, number, kind):
                try:
                    code = _load(workout, watch).code
                except Killed:
                    code = None
            assert code in (None, 0, 4), (kind, done[number])
            found = {name: data for name, data in files(watch).items() if not name.endswith(".part")}
            assert found.items() <= good.items(), (kind, done[number])
            assert found.items() >= before.items()
            assert _load(workout, watch).code == 0
            assert files(watch) == good


def _restore(watch, before):
    for name in files(watch).keys() - before.keys():
        (watch / name).unlink()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "there is no room left on the watch"),
        (errno.EROFS, "the watch is read-only"),
        (errno.EIO, "the watch does not answer (is it still connected?)"),
    ],
)
def test_a_watch_that_fails_in_the_middle_says_what_is_loaded(workout, watch, monkeypatch, number, said):
    create, count = disk.create, []

    def failing(path, *rest, **named):
        count.append(path)
        if "NEWFILES" in str(path) and len(count) > 3:
            raise OSError(number, os.strerror(number), str(path))
        return create(path, *rest, **named)

    before = files(watch)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "create", failing)
        done = _load(workout, watch)
    assert done.code == 4
    assert said in done.err
    assert "; 2 of 5 are loaded and read back ('workout watch undo' takes off what is there" in done.err
    assert not list(watch.rglob("*.part"))
    undone = workout("watch", "undo", "--path", str(watch)).out.splitlines()
    assert [line.rpartition(": ")[2] for line in undone] == ["removed"] * 2
    assert files(watch) == before


def test_a_watch_that_gives_back_something_else_is_told(workout, watch, monkeypatch):
    create = disk.create

    def lossy(path, data, *rest, **named):
        create(path, data[:100] if "NEWFILES" in str(path) else data, *rest, **named)

    monkeypatch.setattr(disk, "create", lossy)
    done = workout("watch", "load", "easy.yaml", "--path", str(watch))
    assert done.code == 4
    assert (
        "did not read back as it was written (try another cable or port); 0 of 1 are loaded and read back"
        in done.err
    )
    assert not list((watch / "GARMIN" / "NEWFILES").iterdir())


def test_an_interrupted_load_leaves_whole_files_and_goes_on(workout, watch, monkeypatch):
    create, count = disk.create, []

    def interrupted(path, data, *rest, **named):
        count.append(path)
        if "NEWFILES" in str(path) and len(count) > 3:
            path.write_bytes(data[:50])
            raise KeyboardInterrupt
        return create(path, data, *rest, **named)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "create", interrupted)
        done = _load(workout, watch)
    assert (done.code, len(done.out.splitlines())) == (130, 2)
    assert "what is told above is loaded ('workout watch undo' takes it off" in done.err
    assert len(list((watch / "GARMIN" / "NEWFILES").iterdir())) == 2
    again = _load(workout, watch)
    assert [line.partition(":")[0] for line in again.out.splitlines()] == ["there already"] * 2 + ["new"] * 3


@pytest.fixture
def small(tmp_path):
    """Mount a file system of 128 kB with a watch on it."""
    root = tmp_path / "media"
    root.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=128k", "none", str(root)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        pytest.skip("no file systems are mounted here")
    yield drive(root)
    subprocess.run(["umount", "-l", str(root)], check=True)


def test_a_real_file_system_with_too_little_room_is_not_written_to(workout, small):
    (small / "music").write_bytes(b"x" * 2**16)
    done = _load(workout, small)
    assert done.code == 4
    assert re.search(r"has \d+ bytes free, and this takes \d+, and 65536 are left free \(make room", done.err)
    assert not list((small / "GARMIN" / "NEWFILES").iterdir())


def test_a_real_file_system_that_is_full_keeps_no_half_file(small):
    storage = Drive(small)
    storage.write("GARMIN/NEWFILES/a.fit", b"a" * 2**12)
    (small / "music").write_bytes(b"x" * (storage.free() - 2**12))
    before = files(small)
    with pytest.raises(WatchError, match="there is no room left on the watch"):
        storage.write("GARMIN/NEWFILES/a.fit", b"b" * 2**15)
    assert files(small) == before


def test_a_real_file_system_that_is_read_only_is_told(workout, small):
    before = files(small)
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    done = _load(workout, small)
    dry = workout("watch", "load", "summer.yaml", "--dry-run", "--path", str(small))
    subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
    assert (done.code, dry.code) == (4, 4)
    assert "the watch is read-only (eject it, connect it again" in done.err
    assert dry.err == done.err
    assert files(small) == before


def test_the_receipt_is_the_users_alone_and_a_broken_one_is_told(workout, watch):
    workout("watch", "load", "easy.yaml", "--path", str(watch))
    (receipt,) = Path(os.environ["XDG_STATE_HOME"]).rglob("*.json")
    if os.name != "nt":
        assert receipt.stat().st_mode & 0o077 == 0
    entry = json.loads(receipt.read_text())["loads"][0]["entries"][0]
    data = (watch / "GARMIN" / "NEWFILES" / "easy.fit").read_bytes()
    assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    receipt.write_text("{}")
    done = workout("watch", "undo", "--path", str(watch))
    assert (done.code, "is not what was written there (remove it" in done.err) == (4, True)


ACME = """
from workout_core import WatchProfile, hookimpl

@hookimpl
def workout_watches():
    return [WatchProfile(%s)]
"""


def test_a_plugin_says_what_a_model_takes(workout, tmp_path):
    Path("acme.py").write_text(ACME % ("name='Acme', folder='workouts', workouts=1, steps=3"))
    acme = tmp_path / "acme"
    (acme / "Workouts").mkdir(parents=True)
    plugin = ("--plugin", "acme.py", "--path", str(acme))
    assert workout("watch", "load", "easy.yaml", *plugin).code == 0
    full = workout("watch", "load", "six.yaml", "--athlete", "ada.yaml", *plugin)
    assert (full.code, "Acme" in full.err) == (4, True)
    assert workout("watch", "list", *plugin).out.splitlines()[:2] == [
        f"Acme at {acme}",
        "  holds 1 of 1 workouts, each of at most 3 steps",
    ]


def test_the_models_that_are_known_are_listed(workout):
    Path("acme.py").write_text(ACME % ("name='Acme', connects='drive', options={'name_bytes': '15'}"))
    listed = workout("watch", "list", "--known", "--plugin", "acme.py")
    lines = listed.out.splitlines()
    assert lines[0].split() == ["WATCH", "APPEARS", "AS", "WORKOUTS", "STEPS", "OPTIONS"]
    assert lines[1].split() == ["Acme", "drive", "-", "-", "name_bytes=15"]
    assert ["Forerunner", "935", "drive", "25", "50", "device=fr935"] in [each.split() for each in lines]
    told = json.loads(workout("watch", "list", "--known", "--json", "--plugin", "acme.py").out)
    assert told[0] == {
        "name": "Acme",
        "models": ["Acme"],
        "products": [],
        "connects": "drive",
        "folder": None,
        "workouts": None,
        "steps": None,
        "options": {"name_bytes": "15"},
    }


def test_what_a_plugin_says_wrongly_of_a_model_is_told(workout, tmp_path):
    root = tmp_path / "acme"
    (root / "acme").mkdir(parents=True)
    Path("acme.py").write_text(ACME % ("name='Acme', folder='acme', options={'device': 'nonsense'}"))
    done = workout("watch", "load", "easy.yaml", "--plugin", "acme.py", "--path", str(root))
    assert done.code == 4
    assert done.err.startswith("error: what is known of Acme is wrong: -O device: ")


def test_a_plugin_that_fails_when_it_is_asked_for_watches_is_told_and_harms_nobody(workout, watch):
    Path("acme.py").write_text(ACME % ("name=''"))
    done = workout("watch", "list", "--plugin", "acme.py", "--path", str(watch))
    assert (done.code, done.out.splitlines()[0]) == (0, f"Forerunner 935 14.10 at {watch}")
    assert done.err == "warning: file:acme is broken: name: must have 1 to 80 letters: ''\n"


def test_a_watch_that_keeps_short_names_gets_short_names(workout, tmp_path):
    root = tmp_path / "acme"
    (root / "acme").mkdir(parents=True)
    Path("acme.py").write_text(
        ACME % ("name='Acme', folder='acme', options={'name_bytes': '9', 'notes_bytes': '12'}")
    )
    Path("long.yaml").write_text("workout: A long name\nsteps: '10min \"A long cue for this\"'\n")
    done = workout("watch", "load", "long.yaml", "--plugin", "acme.py", "--path", str(root))
    assert done.code == 0
    data = (root / "acme" / "long.fit").read_bytes()
    assert messages(data, "workout")[0].get_value("wkt_name") == "A long na"
    assert messages(data, "workout_step")[0].get_value("notes") == "A long cue f"
