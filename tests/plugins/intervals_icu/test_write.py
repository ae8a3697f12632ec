"""What is written for the workout builder of intervals.icu: minutes are minutes; what it lacks is told."""

from pathlib import Path

import pytest

from workout_core import (
    Athlete,
    Distance,
    Registry,
    Repeat,
    Sport,
    Step,
    Time,
    Units,
    Workout,
    export,
    import_data,
    parse_steps,
    read_document,
    simplify,
)
from workout_core.testing import false_claims

REGISTRY = Registry.discover()
EXPORTER = next(each for each in REGISTRY.exporters() if each.name == "intervals-icu")
EXAMPLES = Path(__file__).parents[3] / "examples"
SIX_BY_800 = """\
6 × 800 m

Hold the form when it gets hard.

Warmup
- 15m Z2 HR intensity=warmup

Main set 6x
- Relax the shoulders 800mtr 4:00-3:50/km Pace
- 400mtr intensity=recovery

Cooldown
- easy pace 10m intensity=cooldown
"""


def written(workout: Workout, **about) -> tuple[str, list[str]]:
    (file,) = export(workout, "intervals-icu", registry=REGISTRY, **about)
    assert file.name.endswith(".icu.txt")
    return file.data.decode(), [str(loss) for loss in file.losses]


def lines(steps: str, sport: Sport = Sport.RUNNING, **about) -> list[str]:
    workout = Workout(name="Test", items=parse_steps(steps), sport=sport, **about)
    return [line for line in written(workout)[0].splitlines()[2:] if line and not line.startswith("Sport: ")]


def test_a_workout_is_its_name_its_description_and_its_sections():
    text, losses = written(read_document(EXAMPLES / "six-by-800.yaml"))
    assert text == SIX_BY_800
    assert losses == ["steps[2].target: named pace: 'easy pace' is told in words"]


DOCUMENTS = [path for path in sorted(EXAMPLES.glob("*.yaml")) if isinstance(read_document(path), Workout)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_steps_of_an_example_come_back_in_their_order_and_their_parts(path):
    """Peers moved repeats behind the cool-down, and made powers of zones of the heart rate."""
    simple, _ = simplify(read_document(path), EXPORTER.supports)
    text, _ = written(read_document(path))
    read = import_data(text.encode(), "intervals-icu", registry=REGISTRY)
    assert [shape(item) for _, item in read.subject.walk()] == [shape(item) for _, item in simple.walk()]
    assert (read.subject.sport, read.losses) == (simple.sport, ())
    assert [each for each in read.warnings if each.line] == []


def shape(item):
    if isinstance(item, Repeat):
        return item.times
    targets = [each and each.quantity for each in (item.target, item.second_target)]
    length = item.duration
    if isinstance(length, Distance):
        length = Distance(round(length.metres, 2))
    return length, *targets, item.intensity


def test_it_claims_nothing_that_it_does_not_write():
    assert false_claims(EXPORTER) == []


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ("800m", "- 800mtr"),
        ("10 metres", "- 10mtr"),
        ("15min", "- 15m"),
        ("90s", "- 1m30s"),
        ("1:10:00", "- 1h10m"),
        ("5km", "- 5km"),
        ("1500m", "- 1.5km"),
        ("1mi", "- 1mi"),
        ("half marathon", "- 21.0975km"),
        ("21097m", "- 21097mtr"),
        ("10min @ Z2 HR", "- 10m Z2 HR"),
        ("10min @ Z3 pace", "- 10m Z3 Pace"),
        ("10min @ Z4 power", "- 10m Z4"),
        ("10min @ 85-90% LTHR", "- 10m 85-90% LTHR"),
        ("10min @ 70% HRmax", "- 10m 70% HR"),
        ("10min @ 95-100% threshold", "- 10m 95-100% Pace"),
        ("10min @ 95% FTP", "- 10m 95%"),
        ("10min @ 87.5% FTP", "- 10m 87.5%"),
        ("10min @ 250-270W", "- 10m 250-270w"),
        ("10min @ 4:10-4:20/km", "- 10m 4:20-4:10/km Pace"),
        ("10min @ 4:30/km", "- 10m 4:30/km Pace"),
        ("10min @ 50-75% FTP ramp", "- 10m ramp 50-75%"),
        ("10min @ 5:40-4:50/km ramp", "- 10m ramp 5:40-4:50/km Pace"),
        ("10min @ 95% FTP, 180spm", "- 10m 95% 180spm"),
        ("lap", "- Press lap 1m"),
        ("easy 10min @ Z2 HR", "- easy 10m Z2 HR"),
        ("rest 1min", "- 1m intensity=rest"),
    ],
    ids=str,
)
def test_a_step_is_one_line(steps, line):
    assert lines(steps) == [line]


@pytest.mark.parametrize(
    ("sport", "steps", "line"),
    [
        (Sport.CYCLING, "10min", "- 10m freeride"),
        (Sport.CYCLING, "10min @ 90rpm", "- 10m 90rpm freeride"),
        (Sport.CYCLING, "10min @ 200W, 85-95rpm", "- 10m 200w 85-95rpm"),
        (Sport.POOL_SWIMMING, "200m @ 1:45-1:50/100m", "- 200mtr 1:50-1:45/100m Pace"),
        (Sport.POOL_SWIMMING, "100yd", "- 100yrd"),
        (Sport.ROWING, "500m @ 2:00/500m", "- 500mtr 2:00/500m Pace"),
    ],
    ids=str,
)
def test_a_sport_has_its_own_paces_and_a_trainer_is_set_free(sport, steps, line):
    assert lines(steps, sport) == [line]


def test_paces_are_in_the_units_of_the_athlete_or_the_workout():
    workout = Workout(name="Test", items=parse_steps("10min @ 7:00/mi"))
    assert "- 10m 4:21/km Pace" in written(workout)[0]
    assert "- 10m 7:00/mi Pace" in written(workout, athlete=Athlete(units=Units.IMPERIAL))[0]


@pytest.mark.parametrize("metres", [100, 200, 300, 400, 500, 600, 800, 1000, 1200, 1600, 2000, 3000])
def test_metres_never_become_minutes(metres):
    text, _ = written(Workout(name="Test", items=[Step(duration=Distance(metres))]))
    assert f" {metres}m\n" not in text
    (step,) = import_data(text.encode(), "intervals-icu", registry=REGISTRY).subject.items
    assert step.duration == Distance(metres)


def test_nested_repeats_are_unrolled_and_told():
    text, losses = written(Workout(name="Test", items=parse_steps("3x(2x(400m, 200m jog), 3min rest)")))
    assert text.count("x\n") == 1
    assert text.count("400mtr") == 2
    assert losses == ["steps[0].steps[0]: nested repeat: 2 passes are written out"]


@pytest.mark.parametrize(
    ("steps", "sport", "loss"),
    [
        ("10min @ 150-160bpm", Sport.RUNNING, "steps[0].target: heart rate: '150–160 bpm' is told in words"),
        ("10min @ RPE 7", Sport.RUNNING, "steps[0].target: effort: 'effort 7 of 10' is told in words"),
        ("10min @ 30km/h", Sport.CYCLING, "steps[0].target: speed: '30 km/h' is told in words"),
        ("12 reps", Sport.RUNNING, "steps[0].duration: reps: '12 reps' becomes 'until you press lap'"),
    ],
    ids=str,
)
def test_what_it_lacks_is_told(steps, sport, loss):
    _, losses = written(Workout(name="Test", items=parse_steps(steps), sport=sport))
    assert losses == [loss]


def test_parts_of_a_second_are_told():
    text, losses = written(Workout(name="Test", items=[Step(duration=Time(90.4))]))
    assert "- 1m30s" in text
    assert losses == ["steps[0].duration: time: 90.4 s become 90 s"]


def test_a_ramp_of_the_cadence_and_one_beside_a_range_are_told():
    _, losses = written(Workout(name="Test", items=parse_steps("10min @ 80-90rpm ramp"), sport=Sport.CYCLING))
    assert losses == ["steps[0].target: ramp: the ramp of the cadence becomes a range"]
    beside = Workout(name="Test", items=parse_steps("10min @ 50-75% FTP ramp, 80-90rpm"), sport=Sport.CYCLING)
    assert written(beside)[1] == [
        "steps[0]: ramp: intervals.icu climbs through the range of the other target as well"
    ]


@pytest.mark.parametrize(
    ("cue", "line"),
    [
        ("Surge 30s every 5m", "- Surge 30-s every 5-m 10m"),
        ("Last 800m hard", "- Last 800-m hard 10m"),
        ("Stay below 75% or Z2", "- Stay below 75 per cent or zone 2 10m"),
        ("6x strides", "- 6 times strides 10m"),
        ("- ramp up", "- climb up 10m"),
        ("Press lap at the top", "- use the lap button at the top 10m"),
        ("At 4:30/km pace", "- At 4:30 per km-pace 10m"),
        ("intensity=rest", "- intensity = rest 10m"),
        ("First,\nthen that", "- First, then that 10m"),
        ("Relax\nSmile", "- Relax; Smile 10m"),
        ("Recovery of the mind", "- Recovery of the mind 10m intensity=active"),
    ],
    ids=str,
)
def test_words_stay_words(cue, line):
    """The builder looks for its parts in the words as well."""
    text, losses = written(Workout(name="Test", items=[Step(duration=Time(600), cue=cue)]))
    assert text.splitlines()[2] == line
    assert losses == []
    (step,) = import_data(text.encode(), "intervals-icu", registry=REGISTRY).subject.items
    assert (step.duration, step.target, step.intensity.value) == (Time(600), None, "work")


def test_names_and_descriptions_are_neither_steps_nor_headings():
    workout = Workout(
        name="Hills 6x",
        items=[Step(duration=Time(60))],
        description="- 10m Z2\nSport: is fun\n\nCooldown",
    )
    text, losses = written(workout)
    assert text == "Hills 6 times.\n\n* 10m Z2\nSport – is fun\n\nCooldown.\n\nSport: running\n\n- 1m\n"
    assert losses == []
    read = import_data(text.encode(), "intervals-icu", registry=REGISTRY).subject
    assert read.items == workout.items
    assert read.description == "* 10m Z2\nSport – is fun\n\nCooldown."


def test_a_sport_that_the_steps_do_not_tell_has_a_line():
    trail = Workout(name="Test", items=parse_steps("10min @ 5:00/km"), sport=Sport.TRAIL_RUNNING)
    text, _ = written(trail)
    assert text == "Test\n\nSport: trail running\n\n- 10m 5:00/km Pace\n"
    assert import_data(text.encode(), "intervals-icu", registry=REGISTRY).subject == trail


@pytest.mark.parametrize("metres", [25, 50, 33.33, 22.86])
def test_the_length_of_the_pool_comes_back(metres):
    swim = Workout(name="Test", items=parse_steps("200m"), sport=Sport.POOL_SWIMMING, pool_length=metres)
    text, _ = written(swim)
    assert "Pool length: " in text
    assert import_data(text.encode(), "intervals-icu", registry=REGISTRY).subject == swim
