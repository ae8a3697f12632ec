"""``workout match``: what was done beside what was planned, as watches tell it."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from oracles.fit_activity import LENGTH, Ran, activity, head_of
from oracles.fit_bytes import Writer
from watches import drive
from workout_core import Registry, export, read_document
from workout_core.plans.members import member_plans

REGISTRY = Registry.discover()
PLAN = """\
plan: Form
id: form-2026
start: 2026-08-03
timezone: Europe/Berlin
weeks:
  - mon: easy 40min
    tue: "warmup 10min; 3x(800m @ 4:00-4:10/km, 400m jog); cooldown 10min"
    thu: easy 40min
    sat: [30min @ 5:00/km, {sport: cycling, steps: 60min @ 200-220W}]
"""
EASY, SIX, EASY_AGAIN, LONG, RIDE = range(5)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY = 0, 1, 2, 3, 5
DOCS = Path(__file__).parents[2] / "docs"
WARM = Ran(0, 600, 1900, 131)
ROUND = (Ran(1, 196, 800, 168), Ran(2, 150, 400, 140))
COOL = Ran(4, 600, 1700, 138)
WHOLE = (WARM, *ROUND * 3, COOL)


@pytest.fixture
def files(folder):
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    return _exported(folder / "plan.yaml")


def _exported(path):
    return export(read_document(path), "fit", registry=REGISTRY)


def _saved(name, *laps, of=None, workout=True, **more):
    identity = None if of is None else head_of(of.data)
    Path(name).write_bytes(activity(laps, of if of and workout else b"", identity=identity, **more))
    return name


def _matched(workout, *names, plan="plan.yaml", code=0):
    done = workout("match", *names, "--plan", plan, "--json")
    assert done.code == code, done.err
    return json.loads(done.out)["activities"]


def _done(match, key="seconds"):
    return [each["done"] and each["done"][key] for each in match["steps"]]


def test_each_step_is_told_with_what_was_done_of_it_as_the_documentation_shows(workout, files):
    shown = (DOCS / "match.md").read_text("utf-8").split("```text\n")[2].partition("```")[0]
    name = _saved(
        "2026-08-04-18-00-00.fit",
        *(WARM, *ROUND, Ran(1, 180, 800, 175), Ran(2, 60, 160, 140)),
        of=files[SIX],
        days=TUESDAY,
    )

    done = workout("match", name, "--plan", "plan.yaml")

    assert (done.code, done.err, done.out) == (0, "", shown)


def test_a_session_that_was_done_on_another_day_is_still_that_session(workout, files):
    _saved("run.fit", *WHOLE, of=files[SIX], days=WEDNESDAY)

    (match,) = _matched(workout, "run.fit")

    assert (match["session"]["slot"], match["found_by"]) == ("1/tue/running", "identity")
    assert "planned on Tue 4 Aug 2026" in workout("match", "run.fit", "--plan", "plan.yaml").out


@pytest.mark.parametrize(
    ("days", "slot", "by"),
    [
        (MONDAY, "1/mon/running", "identity"),
        (THURSDAY, "1/thu/running", "same workout"),
        (THURSDAY + 1, "1/thu/running", "same workout"),
        (TUESDAY, "1/mon/running", "identity"),
    ],
)
def test_of_sessions_with_the_same_workout_the_nearest_was_done(workout, files, days, slot, by):
    _saved("run.fit", Ran(0, 2400, 7000), of=files[EASY], days=days)

    (match,) = _matched(workout, "run.fit")

    assert (match["session"]["slot"], match["found_by"]) == (slot, by)
    assert match["changed"] is None


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (TUESDAY, "Planned that day: 3 × 800 m (1/tue/running)"),
        (WEDNESDAY, "Nothing is planned that day."),
    ],
)
@pytest.mark.usefixtures("files")
def test_an_activity_of_another_plan_is_no_session_of_this_one(workout, folder, days, told):
    (folder / "other.yaml").write_text(PLAN.replace("form-2026", "other"), "utf-8")
    _saved("run.fit", *WHOLE, of=_exported(folder / "other.yaml")[SIX], days=days)

    done = workout("match", "run.fit", "--plan", "plan.yaml")

    assert done.code == 0
    assert "The activity was done by a workout that is none of the plan 'Form'." in done.out.replace(
        "\n  ", " "
    )
    assert told in done.out
    assert "800 m at 4:00–4:10/km" in done.out
    assert _matched(workout, "run.fit")[0]["session"] is None


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("800m", "1km", "step 2 has another length"),
        ("4:00-4:10", "3:50-4:00", "step 2 has another target"),
        ("3x(", "4x(", "step 8 has another length"),
        ("; cooldown 10min", "", "8 steps there, and 7 in the plan"),
        ("mon: easy", "mon: steady", None),
    ],
)
def test_a_workout_that_was_edited_since_is_compared_as_the_watch_had_it(
    workout, folder, files, old, new, changed
):
    _saved("run.fit", *WHOLE, of=files[SIX], days=TUESDAY)
    (folder / "plan.yaml").write_text(PLAN.replace(old, new), "utf-8")

    (match,) = _matched(workout, "run.fit")

    assert (match["found_by"], match["missed"]) == ("identity", 0)
    assert [each["step"] for each in match["steps"]][1] == "800 m at 4:00–4:10/km"
    assert match["changed"] == changed


def test_what_an_aborted_session_lacks_is_told(workout, files):
    _saved("run.fit", WARM, *ROUND, Ran(1, 90, 370, 170), of=files[SIX], days=TUESDAY)

    (match,) = _matched(workout, "run.fit")

    assert _done(match) == [600, 196, 150, 90, None, None, None, None]
    assert [each["how_much"] for each in match["steps"]][3] == "cut short"
    assert match["missed"] == 4
    assert workout("match", "run.fit", "--plan", "plan.yaml").out.endswith("Missed: 4 of 8 steps\n")


def test_a_step_that_was_skipped_does_not_move_the_others(workout, files):
    _saved("run.fit", WARM, *ROUND, *ROUND, ROUND[0], COOL, of=files[SIX], days=TUESDAY)

    assert _done(_matched(workout, "run.fit")[0]) == [600, 196, 150, 196, 150, 196, None, 600]


def test_laps_by_hand_within_a_step_are_parts_of_it(workout, files):
    halves = (Ran(1, 100, 400, 160), Ran(1, 96, 400, 170))
    _saved(
        "run.fit",
        *(Ran(0, 300, 950, 120), Ran(0, 300, 950, None)),
        *(*halves, ROUND[1]) * 3,
        *(COOL, Ran(None, 30, 80)),
        of=files[SIX],
        days=TUESDAY,
    )

    (match,) = _matched(workout, "run.fit")

    assert _done(match) == [600, 196, 150, 196, 150, 196, 150, 600]
    assert _done(match, "heart_rate")[:2] == [120, pytest.approx((100 * 160 + 96 * 170) / 196)]
    assert [each["seconds"] for each in match["other_laps"]] == [30]


@pytest.mark.usefixtures("files")
def test_an_activity_without_a_workout_is_guessed_by_its_day(workout):
    _saved("hand.fit", *(Ran(None, lap.seconds, lap.metres) for lap in WHOLE), days=TUESDAY)
    _saved("one.fit", Ran(None, 2400, 7000), Ran(None, 60, 100), days=MONDAY)

    hand, one = _matched(workout, "hand.fit", "one.fit")

    assert [each["found_by"] for each in (hand, one)] == ["day", "day"]
    assert (hand["laps_say"], _done(hand)) == ("order", [600, 196, 150, 196, 150, 196, 150, 600])
    assert (one["laps_say"], one["missed"], _done(one)) == ("nothing", None, [None])
    out = workout("match", "hand.fit", "one.fit", "--plan", "plan.yaml").out
    assert out.count("A guess by the day: the activity does not name its workout.") == 2
    assert "missed" not in out


@pytest.mark.parametrize(
    ("sport", "slot"), [((1, 0), "1/sat/running"), ((2, 0), "1/sat/cycling"), ((15, 0), None)]
)
@pytest.mark.usefixtures("files")
def test_of_two_sessions_of_a_day_the_one_of_its_sport_is_guessed(workout, sport, slot):
    _saved("done.fit", Ran(None, 1800, 6000), days=SATURDAY, sport=sport)

    (match,) = _matched(workout, "done.fit")

    assert (match["session"] and match["session"]["slot"]) == slot
    assert len(match["that_day"]) == (2 if slot is None else 1)


def test_power_is_compared_with_its_target_and_a_missing_heart_rate_is_left_out(workout, files):
    _saved("ride.fit", Ran(0, 3600, 30000, None, 190), of=files[RIDE], days=SATURDAY, sport=(2, 0))

    out = workout("match", "ride.fit", "--plan", "plan.yaml").out

    assert "60:00" not in out
    assert "1:00:00, 30 km, 30 km/h, 190 W (below the target)" in out.replace("\n     ", " ")


SETS = {
    "strength": (
        "{sport: strength, steps: 'Back squat 3x8 @ 60kg, rest 90s'}",
        (Ran(0, 30), Ran(1, 90)) * 3,
        (),
    ),
    "on the minute": (
        "{sport: pool_swimming, pool_length: 25m, steps: '4x(100m on 2:00)'}",
        (Ran(0, 105, 100), Ran(1, 15, 0)) * 4,
        (),
    ),
    "one step": (
        "3x(1km @ 4:00/km)",
        (Ran(0, 240, 1000), Ran(0, 100, 400), Ran(0, 142, 600), Ran(0, 243, 1000)),
        (240, 242, 243),
    ),
}


@pytest.mark.parametrize(("session", "laps", "done"), SETS.values(), ids=SETS)
def test_each_pass_of_a_repeat_has_its_own_laps(workout, folder, session, laps, done):
    (folder / "plan.yaml").write_text(f"plan: Sets\nstart: 2026-08-03\nweeks:\n  - mon: {session}\n", "utf-8")
    _saved("done.fit", *laps, of=_exported(folder / "plan.yaml")[0])

    (match,) = _matched(workout, "done.fit")

    assert (match["missed"], match["other_laps"], match["changed"]) == (0, [], None)
    assert _done(match) == list(done or (lap.seconds for lap in laps))


def test_passes_beyond_those_planned_are_told_apart(workout, folder):
    (folder / "plan.yaml").write_text(
        "plan: Open\nstart: 2026-08-03\nweeks:\n  - mon:\n      workout: Hills\n      steps: |\n"
        "        warmup lap button\n        repeat until 8min\n          3min hard\n          1min jog\n",
        "utf-8",
    )
    _saved("done.fit", Ran(0, 300), *(Ran(1, 180), Ran(2, 60)) * 3, of=_exported(folder / "plan.yaml")[0])

    (match,) = _matched(workout, "done.fit")

    assert _done(match) == [300, 180, 60, 180, 60]
    assert [each["seconds"] for each in match["other_laps"]] == [180, 60]


def test_who_swims_up_to_the_next_start_missed_no_rest(workout, folder):
    (folder / "plan.yaml").write_text(
        "plan: Swim\nstart: 2026-08-03\nweeks:\n"
        "  - mon: {sport: pool_swimming, pool_length: 25m, steps: '2x(100m on 2:00); 50m'}\n",
        "utf-8",
    )
    to = Writer()
    lengths = [to.record(LENGTH, to.short(254, each), to.number(3, 25000)) for each in range(10)]
    laps = (Ran(0, 100, 100), Ran(1, 20, 0), Ran(0, 119, 100), Ran(3, 60, 50))
    _saved("swim.fit", *laps, of=_exported(folder / "plan.yaml")[0], sport=(5, 17), more=lengths)

    (match,) = _matched(workout, "swim.fit")

    assert (match["missed"], _done(match)) == (0, [100, 20, 119, 60])
    out = workout("match", "swim.fit", "--plan", "plan.yaml").out
    assert "2. Rest until the next start\n   0:20" in out
    assert "1:40, 100 m, 1:40/100 m" in out


def test_targets_are_those_of_the_athlete_and_other_numbers_are_a_change(workout, folder):
    (folder / "plan.yaml").write_text(
        "plan: Form\nathlete: ada.yaml\nstart: 2026-08-03\nweeks:\n  - mon: 20min @ threshold\n", "utf-8"
    )
    _saved("run.fit", Ran(0, 1200, 4000), of=_exported(folder / "plan.yaml")[0])

    (match,) = _matched(workout, "run.fit")
    (folder / "ada.yaml").write_text("athlete: Ada\nthreshold_pace: 4:30/km\n", "utf-8")
    (later,) = _matched(workout, "run.fit")

    assert (match["changed"], match["steps"][0]["target"]) == (None, "below")
    assert match["steps"][0]["planned"]["quantity"] == "speed"
    assert (later["changed"], later["steps"][0]["planned"]) == (
        "step 1 has another target",
        match["steps"][0]["planned"],
    )


def test_an_activity_of_what_was_loaded_on_a_watch_is_the_session_of_its_day(
    workout, folder, files, monkeypatch
):
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    root = drive(folder / "watch")
    assert workout("watch", "load", "plan.yaml", "--path", str(root)).code == 0
    loaded = {path.stem: path.read_bytes() for path in (root / "GARMIN" / "NEWFILES").iterdir()}
    assert len(loaded) == len(files) - 1
    data = loaded["easy-40-min"]
    Path("run.fit").write_bytes(activity([Ran(0, 2400, 7000)], data, identity=head_of(data), days=THURSDAY))

    (match,) = _matched(workout, "run.fit")

    assert (match["session"]["slot"], match["missed"], match["changed"]) == ("1/thu/running", 0, None)


def test_a_folder_is_read_and_what_was_not_done_between_is_told(workout, folder, files):
    (folder / "done").mkdir()
    _saved("done/b.FIT", *WHOLE, of=files[SIX], days=TUESDAY)
    _saved("done/a.fit", Ran(0, 2400, 7000), of=files[EASY], days=MONDAY)
    _saved("done/c.fit", Ran(0, 1800, 6000), of=files[LONG], days=SATURDAY, big_endian=True)
    (folder / "done" / "._a.fit").write_bytes(b"Apple")
    (folder / "done" / "notes.txt").write_text("slept well")

    done = workout("match", "done", "--plan", "plan.yaml", "--json")

    told = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert [each["file"] for each in told["activities"]] == [
        str(Path("done") / n) for n in ("a.fit", "b.FIT", "c.fit")
    ]
    assert [each["slot"] for each in told["not_done"]] == ["1/thu/running", "1/sat/cycling"]
    assert "Thu 6 Aug 2026: Easy 40 min" in workout("match", "done", "--plan", "plan.yaml").out


def test_what_is_no_activity_is_refused_and_the_others_are_read(workout, folder, files):
    whole = activity(WHOLE, files[SIX], identity=head_of(files[SIX].data), days=TUESDAY)
    (folder / "done").mkdir()
    _saved("done/a.fit", *WHOLE, of=files[SIX], days=TUESDAY)
    (folder / "done" / "cut.fit").write_bytes(whole[:-200])
    (folder / "done" / "empty.fit").write_bytes(b"")
    (folder / "done" / "workout.fit").write_bytes(files[SIX].data)

    done = workout("match", "done", "--plan", "plan.yaml", "--json")

    assert done.code == 1
    assert len(json.loads(done.out)["activities"]) == 1
    for name, said in (
        ("cut", "the file ends here, and its header says that it has"),
        ("empty", "is no FIT file"),
        ("workout", "is a FIT file of the type 'workout', and not 'activity'"),
    ):
        assert [line for line in done.err.splitlines() if f"{name}.fit" in line and said in line], done.err


@pytest.mark.usefixtures("files")
def test_an_empty_folder_a_file_of_another_format_and_no_file_are_refused(workout, folder):
    (folder / "none").mkdir()
    for given, code, said in (
        ("none", 1, "has no activity (files of activities: .fit)"),
        ("six.yaml", 1, "is no activity that can be read (activities are .fit)"),
        ("gone.fit", 4, "gone.fit"),
    ):
        done = workout("match", given, "--plan", "plan.yaml")
        assert (done.code, said in done.err) == (code, True), done.err
    assert workout("match", "none", "--plan", "six.yaml").code == 1
    assert workout("match", "none").code == 2


SQUAD = """\
squad: Club
plan: plan.yaml
athletes:
  - {athlete: ann.yaml}
  - {athlete: bob.yaml, days: {tue: wed}}
"""


@pytest.fixture
def club(folder, files):  # noqa: ARG001 - the plan is there
    """Return the files of each athlete of a squad, as watches have them."""
    (folder / "club.yaml").write_text(SQUAD, "utf-8")
    for name in ("Ann", "Bob"):
        (folder / f"{name.lower()}.yaml").write_text(f"athlete: {name}\nthreshold_pace: 4:30/km\n", "utf-8")
    squad = read_document(folder / "club.yaml")
    return {
        member.key: export(plan.plan, "fit", registry=REGISTRY)
        for member in squad.members
        for plan in member_plans(squad, member)
    }


def test_an_activity_is_matched_in_a_squad_by_whose_workout_it_is(workout, club):
    _saved("bob.fit", *WHOLE, of=club["Bob"][SIX], days=WEDNESDAY)
    _saved("ann.fit", *WHOLE, of=club["Ann"][SIX], days=TUESDAY)

    for athlete in ((), ("--athlete", "bob")):
        done = workout("match", "bob.fit", "--plan", "club.yaml", *athlete, "--json")
        assert done.code == 0, done.err
        (match,) = json.loads(done.out)["activities"]
        assert (match["plan"], match["session"]["day"], match["found_by"]) == (
            "Form (Bob)",
            "2026-08-05",
            "identity",
        )
    both = workout("match", "ann.fit", "bob.fit", "--plan", "club.yaml")
    assert "ann.fit: Tue 4 Aug 2026 · Form (Ann)\n" in both.out
    assert "bob.fit: Wed 5 Aug 2026 · Form (Bob)\n" in both.out


@pytest.mark.usefixtures("club")
def test_an_activity_that_names_no_workout_of_a_squad_asks_whose_it_is(workout):
    _saved("run.fit", *WHOLE, days=SATURDAY)

    done = workout("match", "run.fit", "--plan", "club.yaml")
    assert (done.code, done.err) == (
        1,
        "error: run.fit: does not say whose it is: it names no workout of the squad (--athlete NAME)\n",
    )
    (match,) = json.loads(
        workout("match", "run.fit", "--plan", "club.yaml", "--athlete", "ann", "--json").out
    )["activities"]
    assert (match["session"]["slot"], match["found_by"]) == ("1/sat/running", "day")
    assert workout("match", "run.fit", "--plan", "club.yaml", "--athlete", "max").code == 2


def test_the_same_activity_in_two_files_is_told_once(workout, files):
    for name in ("a.fit", "b.fit"):
        _saved(name, *WHOLE, of=files[SIX], days=TUESDAY)
    _saved("c.fit", WARM, of=files[SIX], days=TUESDAY)

    done = workout("match", "a.fit", "b.fit", "c.fit", "--plan", "plan.yaml")

    assert "b.fit: Tue 4 Aug 2026\nThe same activity as in a.fit.\n\nc.fit" in done.out
    assert "3 × 800 m (1/tue/running)\na.fit is this session too.\n" in done.out
    assert [each["same_as"] for each in _matched(workout, "a.fit", "b.fit", "c.fit")] == [None, "a.fit", None]


@pytest.mark.parametrize("seconds", [190, 196, 203, 207, 215])
@pytest.mark.parametrize("steps", ["5x(800m @ 5km pace, 400m jog)", "5x(800m in 3:20, 400m jog)"])
def test_a_run_is_judged_alike_whether_or_not_the_watch_knew_the_workout(workout, folder, steps, seconds):
    (folder / "fast.yaml").write_text(
        f"plan: Fast\nstart: 2026-08-03\nathlete: ann.yaml\nweeks:\n- {{tue: '{steps}'}}\n"
    )
    (folder / "ann.yaml").write_text("athlete: Ann\nrace: {distance: 5km, time: '20:50'}\n")
    (file,) = _exported(folder / "fast.yaml")
    laps = (Ran(0, seconds, 800, 168), Ran(1, 150, 400, 140)) * 5
    _saved("known.fit", *laps, of=file, days=TUESDAY)
    _saved("by-hand.fit", *(evolve(each, step=None) for each in laps), days=TUESDAY)

    known, by_hand = (_matched(workout, name, plan="fast.yaml")[0] for name in ("known.fit", "by-hand.fit"))

    assert (known["found_by"], by_hand["found_by"]) == ("identity", "day")
    assert [each["target"] for each in known["steps"]] == [each["target"] for each in by_hand["steps"]]
