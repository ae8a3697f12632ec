"""The notation is read as people write it."""

import pytest

from workout_core.model.duration import (
    Calories,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.sport import Equipment, Stroke
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.notation.parser import parse_steps
from workout_core.units import MILE, YARD

SPEED, HEART_RATE, POWER = Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER
CADENCE, EFFORT = Quantity.CADENCE, Quantity.EFFORT
JOG = Step(duration=Distance(200), intensity=Intensity.RECOVERY)
HARD = Step(duration=Distance(400))


def pace(slow: float, fast: float | None = None) -> Target:
    return Target(SPEED, Range(1000 / slow, 1000 / (fast or slow)))


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("15min", Time(900)),
        ("15 min", Time(900)),
        ("15\u00a0min", Time(900)),
        ("10 minutes", Time(600)),
        ("1h10min", Time(4200)),
        ("1h10", Time(4200)),
        ("90s", Time(90)),
        ("90 sec", Time(90)),
        ("1.5h", Time(5400)),
        ("1:10:00", Time(4200)),
        ("4:30", Time(270)),
        ("0:30.5", Time(30.5)),
        ("800m", Distance(800)),
        ("800M", Distance(800)),
        ("5km", Distance(5000)),
        ("1mi", Distance(MILE)),
        ("3 miles", Distance(3 * MILE)),
        ("100yd", Distance(100 * YARD)),
        ("90 metres", Distance(90)),
        ("21.0975km", Distance(21097.5)),
        ("half marathon", Distance(21097.5)),
        ("Half Marathon", Distance(21097.5)),
        ("marathon", Distance(42195)),
        ("5k", Distance(5000)),
        ("lap", LapButton()),
        ("lap button", LapButton()),
        ("12 reps", Reps(12)),
        ("1 rep", Reps(1)),
        ("200kcal", Calories(200)),
        ("until HR < 120", HeartRateBelow(120)),
        ("until hr>160bpm", HeartRateAbove(160)),
        ("until power > 300W", PowerAbove(300)),
        ("UNTIL POWER < 200", PowerBelow(200)),
    ],
    ids=repr,
)
def test_durations(text: str, duration: Duration):
    assert parse_steps(text) == (Step(duration=duration),)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("4:10/km", pace(250)),
        ("4:10-4:20/km", pace(260, 250)),
        ("4:20 - 4:10 / km", pace(260, 250)),
        ("4:10\u20134:20/km", pace(260, 250)),
        ("7:00/mi", Target(SPEED, Range(MILE / 420, MILE / 420))),
        ("7:00/mile", Target(SPEED, Range(MILE / 420, MILE / 420))),
        ("1:45/100m", Target(SPEED, Range(100 / 105, 100 / 105))),
        ("12-13km/h", Target(SPEED, Range(12000 / 3600, 13000 / 3600))),
        ("3.5m/s", Target(SPEED, Range(3.5, 3.5))),
        ("150-160bpm", Target(HEART_RATE, Range(150, 160))),
        ("160-150 BPM", Target(HEART_RATE, Range(150, 160))),
        ("Z2 HR", Target(HEART_RATE, Zone(2))),
        ("z2  hr", Target(HEART_RATE, Zone(2))),
        ("85-90% LTHR", Target(HEART_RATE, Range(0.85, 0.90, Reference.THRESHOLD_HEART_RATE))),
        ("70% HRmax", Target(HEART_RATE, Range(0.7, 0.7, Reference.MAX_HEART_RATE))),
        ("70% HR max", Target(HEART_RATE, Range(0.7, 0.7, Reference.MAX_HEART_RATE))),
        ("70% HR\tmax", Target(HEART_RATE, Range(0.7, 0.7, Reference.MAX_HEART_RATE))),
        ("50-60% HRR", Target(HEART_RATE, Range(0.5, 0.6, Reference.HEART_RATE_RESERVE))),
        ("250-270W", Target(POWER, Range(250, 270))),
        ("250 watts", Target(POWER, Range(250, 250))),
        ("Z3 power", Target(POWER, Zone(3))),
        ("95% FTP", Target(POWER, Range(0.95, 0.95, Reference.FTP))),
        ("95% CP", Target(POWER, Range(0.95, 0.95, Reference.FTP))),
        ("Z2 pace", Target(SPEED, Zone(2))),
        ("95-100% threshold", Target(SPEED, Range(0.95, 1, Reference.THRESHOLD_PACE))),
        ("easy", Target(SPEED, Named("easy"))),
        ("EASY", Target(SPEED, Named("easy"))),
        ("10km pace", Target(SPEED, Named("10km pace"))),
        ("half marathon pace", Target(SPEED, Named("half marathon pace"))),
        ("shuffle", Target(SPEED, Named("shuffle"))),
        ("'easy 2'", Target(SPEED, Named("easy 2"))),
        ("'intervals'", Target(SPEED, Named("intervals"))),
        ("180spm", Target(CADENCE, Range(180, 180))),
        ("85-95rpm", Target(CADENCE, Range(85, 95))),
        ("RPE 7", Target(EFFORT, Range(7, 7))),
        ("RPE7-8", Target(EFFORT, Range(7, 8))),
        ("50-75% FTP ramp", Target(POWER, Ramp(0.5, 0.75, Reference.FTP))),
        ("6:00-5:00/km ramp", Target(SPEED, Ramp(1000 / 360, 1000 / 300))),
        ("150-130bpm ramp", Target(HEART_RATE, Ramp(150, 130))),
    ],
    ids=repr,
)
def test_targets(text: str, target: Target):
    assert parse_steps(f"10min @ {text}") == (Step(duration=Time(600), target=target),)
    assert parse_steps(f"10min@{text}") == (Step(duration=Time(600), target=target),)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("4:10/km ~5s", "4:05-4:15/km"),
        ("4:10/km ~ 5 S", "4:05-4:15/km"),
        ("4:10/km~5s", "4:05-4:15/km"),
        ("7:00/mi ~10s", "6:50-7:10/mi"),
        ("1:45/100m ~2s", "1:43-1:47/100m"),
        ("12km/h ~5s", "4:55-5:05/km"),
        ("4:10/km ~0s", "4:10/km"),
        ("4:10/km ~2%", "4:05-4:15/km"),
        ("4:00/km ~3%", "3:52.8-4:07.2/km"),
        ("12km/h ~10%", "10.8-13.2km/h"),
        ("150bpm ~5bpm", "145-155bpm"),
        ("150bpm ~3%", "145.5-154.5bpm"),
        ("250W ~10w", "240-260W"),
        ("90rpm ~5rpm", "85-95rpm"),
        ("180spm ~5%", "171-189spm"),
        ("85% LTHR ~3%", "82-88% LTHR"),
        ("95.5% FTP ~0.5%", "95-96% FTP"),
        ("RPE 7 ~10%", "RPE 6.3-7.7"),
    ],
    ids=str,
)
def test_a_tolerance_widens_a_number_in_its_own_unit(text: str, same: str):
    assert parse_steps(f"10min @ {text}") == parse_steps(f"10min @ {same}")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        (
            "warmup 15min @ Z2 HR",
            Step(duration=Time(900), intensity=Intensity.WARMUP, target=Target(HEART_RATE, Zone(2))),
        ),
        ("15min warm-up", Step(duration=Time(900), intensity=Intensity.WARMUP)),
        ("Warmup: 15min", Step(duration=Time(900), intensity=Intensity.WARMUP)),
        ('"Warmup": 15min', Step(duration=Time(900), name="Warmup")),
        ("run 5km", Step(duration=Distance(5000))),
        ("rest lap", Step(intensity=Intensity.REST)),
        ("warmup 90 metres", Step(duration=Distance(90), intensity=Intensity.WARMUP)),
        ("warmup 0.01km", Step(duration=Distance(10), intensity=Intensity.WARMUP)),
        ("warmup 100m", Step(duration=Distance(100), intensity=Intensity.WARMUP)),
        ("jog 90m", Step(duration=Distance(90), intensity=Intensity.RECOVERY)),
        ("Hills: 30s", Step(duration=Time(30), name="Hills")),
        ("Hill sprints : 30s", Step(duration=Time(30), name="Hill sprints")),
        ('"6x": 30s', Step(duration=Time(30), name="6x")),
        (r'"say \"go\"": 30s', Step(duration=Time(30), name='say "go"')),
        ("lap: 30s", Step(duration=Time(30), name="lap")),
        ('10min "Relax, (really); #1 @ ease"', Step(duration=Time(600), cue="Relax, (really); #1 @ ease")),
        ('10min "a\\nb"', Step(duration=Time(600), cue="a\nb")),
        ('10min "ends \\\\"', Step(duration=Time(600), cue="ends \\")),
        ('10min "\\q"', Step(duration=Time(600), cue="q")),
        ('10min ""', Step(duration=Time(600))),
        ('10min@easy"go"', Step(duration=Time(600), target=Target(SPEED, Named("easy")), cue="go")),
        (
            "50m drill stroke with pull buoy drill",
            Step(
                duration=Distance(50),
                intensity=Intensity.DRILL,
                stroke=Stroke.DRILL,
                equipment=Equipment.PULL_BUOY,
            ),
        ),
        (
            '10min @ 5:00/km ~5s, 150bpm ~5bpm "go"',
            Step(
                duration=Time(600),
                target=Target(SPEED, Range(1000 / 305, 1000 / 295)),
                second_target=Target(HEART_RATE, Range(145, 155)),
                cue="go",
            ),
        ),
        (
            "10min @ Z2 HR, 'easy' \"@ ease, 150bpm\"",
            Step(
                duration=Time(600),
                target=Target(HEART_RATE, Zone(2)),
                second_target=Target(SPEED, Named("easy")),
                cue="@ ease, 150bpm",
            ),
        ),
    ],
    ids=str,
)
def test_steps(text: str, step: Step):
    assert parse_steps(text) == (step,)


@pytest.mark.parametrize(
    "text",
    [
        "6x\n  400m\n  200m jog",
        "6x\n\t400m\n\t200m jog",
        "6x\r\n  400m\r\n\r\n  200m jog\r\n",
        "6x\n\u00a0\u00a0400m\n\u00a0\u00a0200m jog",
        "6x\n  400m\n# between\n\n      # deep\n  200m jog",
        "6x(400m, 200m jog)",
        "6x (400m; 200m jog)",
        "6 X ( 400m , 200m jog )",
        "6\u00d7(400m, 200m jog)",
        "6x(\n400m\n    200m jog\n)",
        "6x:\n  400m\n  200m jog",
        "6x\n  400m, 200m jog",
        "  6x\n    400m\n    200m jog\n",
        "\n\n6x(400m # hard\n200m jog)",
    ],
    ids=repr,
)
def test_blocks_are_lines_indented_or_brackets(text: str):
    assert parse_steps(text) == (Repeat(items=[HARD, JOG], times=6),)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("6x400m", [Repeat(items=[HARD], times=6)]),
        ("6x 400m; 200m jog", [Repeat(items=[HARD], times=6), JOG]),
        ("6x 400m\n200m jog", [Repeat(items=[HARD], times=6), JOG]),
        ("400m, 200m jog", [HARD, JOG]),
        ("2x(3x(400m), 200m jog), 400m", [Repeat(items=[Repeat(items=[HARD], times=3), JOG], times=2), HARD]),
        (
            "2x\n  3x\n    400m\n  200m jog\n400m",
            [Repeat(items=[Repeat(items=[HARD], times=3), JOG], times=2), HARD],
        ),
        ("2x3x400m", [Repeat(items=[Repeat(items=[HARD], times=3)], times=2)]),
        (
            "2x\n  3x(400m,\n 200m jog)\n  400m",
            [Repeat(items=[Repeat(items=[HARD, JOG], times=3), HARD], times=2)],
        ),
        ("6x, skip last rest(400m, 200m jog)", [Repeat(items=[HARD, JOG], times=6, skip_last_rest=True)]),
        ("6x skip last rest\n  400m\n  200m jog", [Repeat(items=[HARD, JOG], times=6, skip_last_rest=True)]),
        ("repeat until 20min\n  400m", [Repeat(items=[HARD], until=Time(1200))]),
        ("repeat until 5km: 400m", [Repeat(items=[HARD], until=Distance(5000))]),
        ("repeat until 300kcal (400m)", [Repeat(items=[HARD], until=Calories(300))]),
        ("Repeat  until HR > 160bpm 400m", [Repeat(items=[HARD], until=HeartRateAbove(160))]),
        ("repeat until power < 200W(400m)", [Repeat(items=[HARD], until=PowerBelow(200))]),
        ("repeat until until HR < 100(400m)", [Repeat(items=[HARD], until=HeartRateBelow(100))]),
    ],
    ids=repr,
)
def test_repeats_nest_and_end(text: str, items: list[Item]):
    assert parse_steps(text) == tuple(items)


def test_the_example_of_the_manual():
    text = '10min @ easy; 6x(400m @ 4:00/km "tall", 200m jog); 10min @ easy'

    assert parse_steps(text) == (
        Step(duration=Time(600), target=Target(SPEED, Named("easy"))),
        Repeat(items=[Step(duration=Distance(400), target=pace(240), cue="tall"), JOG], times=6),
        Step(duration=Time(600), target=Target(SPEED, Named("easy"))),
    )
