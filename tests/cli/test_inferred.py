"""An athlete of whom only a race is known: what is inferred from it, and that everything uses it."""

import json

import pytest

from oracles.fit_decoders import read_with_garmin

PEOPLE = {
    "rae.yaml": "athlete: Rae\nrace: {distance: 10km, time: 40:00}\n",
    "mae.yaml": "athlete: Mae\nrace: {distance: half marathon, time: 1:30:00}\nunits: imperial\n",
    "tia.yaml": "athlete: Tia\nthreshold_pace: 4:45/km\nrace: {distance: 10km, time: 40:00}\n",
    "own.yaml": "athlete: Own\nrace: {distance: 10km, time: 40:00}\npaces: {easy: 6:00/km}\n",
    "bea.yaml": "athlete: Bea\nmax_heart_rate: 190\n",
}
WORKOUTS = {
    "cruise.yaml": "workout: Cruise\nsteps: 2x(5min @ 100% threshold, 1min jog)\n",
    "zone.yaml": "workout: Zone\nsteps: 30min @ Z2 pace\n",
    "mixed.yaml": "workout: Mixed\nsteps: 10min @ easy; 10min @ marathon; 2min @ interval; 1km @ 10km pace\n",
    "tempo.yaml": "workout: Tempo\nrecipe: tempo\nwork: 20min\n",
}
RAE = """\
Rae
Race: 10 km in 40:00
Threshold pace: 4:07/km, inferred from the race (VDOT 51.9)
"""
MAE = """\
Mae
Race: 13.1 mi in 1:30:00
Threshold pace: 6:44/mi, inferred from the race (VDOT 51.0)
"""
TIA = """\
Tia
Threshold pace: 4:45/km
Race: 10 km in 40:00
"""
NEEDS = "needs the athlete's threshold pace (give 'threshold_pace: 4:45/km', or a recent 'race')"


@pytest.fixture(autouse=True)
def people(folder):
    """Put athletes into the folder, and workouts in their own paces."""
    for name, text in (PEOPLE | WORKOUTS).items():
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def on_the_watch(workout, folder):
    """Read the paces of a FIT file written for an athlete: the fast and the slow end, seconds a kilometre."""

    def call(name, athlete):
        done = workout("export", name, "--athlete", athlete, "--to", "fit")
        assert (done.code, done.err) == (0, "")
        steps = read_with_garmin((folder / done.out.strip()).read_bytes())
        speeds = [
            (fields["custom_target_speed_high"], fields["custom_target_speed_low"])
            for kind, fields in steps
            if kind == "workout_step" and "custom_target_speed_low" in fields
        ]
        return [(1000 / high, 1000 / low) for high, low in speeds]

    return call


@pytest.mark.parametrize(
    ("name", "shown"),
    [("rae.yaml", RAE), ("mae.yaml", MAE), ("tia.yaml", TIA)],
    ids=["a race", "miles", "both"],
)
def test_what_is_inferred_is_shown_with_what_it_is_inferred_from(workout, name, shown):
    done = workout("show", name)

    assert (done.code, done.out, done.err) == (0, shown, "")


def test_what_is_inferred_is_not_said_to_programs_as_if_it_were_known(workout):
    assert json.loads(workout("show", "rae.yaml", "--json").out) == {
        "format": 1,
        "athlete": "Rae",
        "race": {"distance": 10_000, "time": 2400},
    }
    assert "threshold" not in workout("fmt", "rae.yaml").out


THRESHOLD = 247.43
"""Seconds a kilometre of VDOT 51.94."""


def test_an_export_uses_the_threshold_that_is_inferred(on_the_watch):
    (pace,) = on_the_watch("cruise.yaml", "rae.yaml")

    assert pace == pytest.approx((THRESHOLD, THRESHOLD), abs=0.2)


def test_an_export_uses_all_paces_that_are_inferred(on_the_watch):
    easy, marathon, interval, race = on_the_watch("mixed.yaml", "rae.yaml")

    # between those of VDOT 50 and 55 in the published table
    assert easy == pytest.approx((286, 324), abs=1)
    # each with room of 5 s, which is what a named pace has
    assert marathon == pytest.approx((258, 268), abs=1)
    assert interval == pytest.approx((223, 233), abs=1)
    assert race == pytest.approx((235, 245), abs=0.2)


def test_zones_of_pace_follow_from_the_race(on_the_watch):
    ((fast, slow),) = on_the_watch("zone.yaml", "rae.yaml")

    assert (fast, slow) == pytest.approx((THRESHOLD * 1.14, THRESHOLD * 1.29), abs=0.5)


def test_a_recipe_without_a_pace_takes_the_one_that_is_inferred(on_the_watch, workout):
    ((fast, slow),) = on_the_watch("tempo.yaml", "rae.yaml")

    assert fast - 0.2 <= THRESHOLD <= slow + 0.2
    assert "4:03–4:13/km" in workout("show", "tempo.yaml", "--athlete", "rae.yaml").out


def test_a_threshold_that_is_known_is_believed_before_the_race(on_the_watch):
    (pace,) = on_the_watch("cruise.yaml", "tia.yaml")

    assert pace == pytest.approx((285, 285), abs=0.2)


def test_an_own_pace_is_believed_before_one_that_is_inferred(on_the_watch):
    easy, marathon, *_ = on_the_watch("mixed.yaml", "own.yaml")

    assert easy == pytest.approx((355, 365), abs=0.2)
    assert marathon == pytest.approx((258, 268), abs=1)


@pytest.mark.parametrize("formats", [("fit",), ("ics",), ("fit", "ics", "json")], ids=" ".join)
def test_every_format_is_written_for_an_athlete_with_a_race(workout, listing, formats):
    to = [word for name in formats for word in ("--to", name)]
    done = workout("export", "mixed.yaml", "--athlete", "rae.yaml", *to, "--out", "made")

    assert (done.code, done.err) == (0, "")
    assert listing("made") == sorted(f"mixed.{name}" for name in formats)


def test_show_puts_the_inferred_paces_beside_their_names(workout):
    out = workout("show", "mixed.yaml", "--athlete", "rae.yaml").out

    assert "4:46" in out
    assert "5:24" in out


TOLD = f"{NEEDS}; until then pace zone 2 is 124–150 bpm (65–79 % of max heart rate, Daniels)"


@pytest.mark.parametrize(
    ("command", "said"),
    [("show", f"note: {TOLD}"), ("export", f"note: zone: {TOLD}")],
    ids=["show", "export"],
)
def test_without_a_race_and_a_threshold_what_is_missing_is_said_with_how_to_give_it(workout, command, said):
    done = workout(command, "zone.yaml", "--athlete", "bea.yaml")

    assert (done.code, done.err) == (0, f"{said}\n")


def test_what_takes_the_place_of_a_number_is_no_loss(workout):
    done = workout("export", "zone.yaml", "--athlete", "bea.yaml", "--strict")

    assert (done.code, done.err) == (0, f"note: zone: {TOLD}\n")


def test_the_calculator_infers_the_same(workout):
    head = workout("pace", "--athlete", "rae.yaml").out.split("\n")[0]

    assert head == "10 km in 40:00 · VDOT 51.9 · threshold 4:07/km"
