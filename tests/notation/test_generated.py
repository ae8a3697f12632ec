"""``race …`` and ``progress …`` are one line for many steps; each word may stand where its writer likes."""

import re
from itertools import accumulate, permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workout_core import Step, WorkoutWarning, format_steps, parse_steps, progressive
from workout_core.model.duration import Distance

FIVE = "race 5km in 25:00 negative 2%"
TEN = "race 10km in 47:30"
TWENTY = "progress 20km from 5:40/km to 4:50/km by 5km ~8s"
WRITTEN = {
    FIVE: """\
to 1 km: 1km @ 4:59.88-5:09.88/km "Split 5:05, clock 5:05"
to 2 km: 1km @ 4:57.48-5:07.48/km "Split 5:02, clock 10:07"
to 3 km: 1km @ 4:55.08-5:05.08/km "Split 5:00, clock 15:07"
to 4 km: 1km @ 4:52.68-5:02.69/km "Split 4:58, clock 20:05"
to 5 km: 1km @ 4:50.28-5:00.29/km "Split 4:55, clock 25:00"
""",
    TWENTY: """\
to 5 km: 5km @ 5:32.18-5:48.19/km "Split 28:20, clock 28:20"
to 10 km: 5km @ 5:15.53-5:31.54/km "Split 26:57, clock 55:17"
to 15 km: 5km @ 4:58.87-5:14.88/km "Split 25:33, clock 1:20:50"
to 20 km: 5km @ 4:42.21-4:58.23/km "Split 24:10, clock 1:45:00"
""",
}
ORDERS = {
    "race 10km": ["in 47:30", "negative 2%", "halves", "by 2km", "~3%"],
    "progress 20km": ["from 5:40/km", "to 4:50/km", "by 5km", "~8s"],
}
SAME = [
    (FIVE.upper(), FIVE),
    (FIVE.replace(" ", "\t \u00a0"), FIVE),
    ("Race 5 km in 25min negative 2 %", FIVE),
    ("race 5k in 1500s negative 2%", FIVE),
    ("race 5000m in 0:25:00 negative 2.0%", FIVE),
    (f"{FIVE} by 1km ~5s", FIVE),
    (f"{FIVE} by 1000 metres~5s", FIVE),
    (f"{FIVE} \u00b1 5 s", FIVE),
    (f"{FIVE} ~5s/km", FIVE),
    (f"{FIVE} ~0:05", FIVE),
    ("race 5km in 25:00 even", "race 5km in 25:00"),
    ("race 5km in 25:00 negative 0%", "race 5km in 25:00 even"),
    ("race half marathon in 1:45:00", "race 21.0975km in 1h45min"),
    ("race 6mi in 48:00 by 1 mile", "race 6 miles in 48:00 by 1mi"),
    (TWENTY.upper(), TWENTY),
    ("progress 20km from 5:40 / km to 4:50 min/km by 5km \u00b18s", TWENTY),
    ("progress 1h by 10min", "progress 1:00:00"),
    ("progress 12km by 1km", "progress 12km"),
    (f'{TEN} at 8km ""', TEN),
]
CUE = 'at 8km "Now race"'
CUES = {
    "inline": f"{TEN} {CUE}",
    "inline, before other words": f"race 10km {CUE} in 47:30",
    "after a comma": f"{TEN}, {CUE}",
    "after a semicolon": f"{TEN}; {CUE}",
    "on an indented line": f"{TEN}\n  {CUE}",
    "behind a tab": f"race 10km\tin 47:30\n\t{CUE}",
    "on a line of its own": f"{TEN}\n{CUE}",
    "after an empty line and a comment": f"{TEN} # today\n\n# hold\n{CUE} # at last",
    "with Windows line ends": f"{TEN}\r\n  {CUE}\r\n",
    "in brackets": f"{TEN}({CUE})",
    "in upper case": f'{TEN} AT 8KM "Now race"',
    "spaced out": f'{TEN}   at   8 km"Now race"',
    "near a mark": f'{TEN} at 8.1km "Now race"',
    "in miles": f'{TEN} at 5mi "Now race"',
}
SEVERAL = {
    "inline": ' at 3km "a" at 8km "b"',
    "after commas": ', at 8km "b", at 3km "a"',
    "on lines": '\nat 3km "a"\nat 8km "b"',
    "below": '\n  at 3km "a"\n  at 8km "b"',
    "below, deeper and deeper": '\n  at 3km "a"\n    at 8km "b"',
    "two on a line": '\n  at 3km "a", at 8km "b"',
    "in every way": ' at 3km "a",\nat 8km "b"',
    "in brackets": '(at 3km "a", at 8km "b")',
}
ONE = 'to 500 m: 500m @ 4:25.09-4:35.09/km "Split 2:15, clock 2:15"'
TWO = 'to 1 km: 500m @ 4:25.09-4:35.09/km "{}Split 2:15, clock 4:30"'
GO = TWO.format("Go. ")
KM = "race 1km in 4:30 by 500m"
REPEATED = ["2x", f"  {ONE}", f"  {GO}", "  recover 400m"]
BESIDE = [
    (f"warmup 10min; {KM}; cooldown 5min", ["warmup 10min", ONE, TWO.format(""), "cooldown 5min"]),
    (f'1km easy, {KM}, at 500m "Go", 400m jog', ["easy 1km", ONE, GO, "recover 400m"]),
    (f'1km easy, {KM}\n  at 500m "Go"\n400m jog', ["easy 1km", ONE, GO, "recover 400m"]),
    (f'1km easy, {KM}\nat 500m "Go"\n400m jog', ["easy 1km", ONE, GO, "recover 400m"]),
    (f'{KM}, at 500m "Go"\n{KM}\n  at 500m "Go"', [ONE, GO, ONE, GO]),
    (f'2x({KM}, at 500m "Go", 400m jog)', REPEATED),
    (f'2x({KM}(at 500m "Go"), 400m jog)', REPEATED),
    (f'2x\n  {KM}\n    at 500m "Go"\n  400m jog', REPEATED),
    (f'2x\r\n\t{KM}\r\n\tat 500m "Go"\r\n\t400m jog', REPEATED),
    (f'2x\n  {KM} at 500m "Go" # hold\n  # then\n  400m jog', REPEATED),
    (f"2x {KM}", ["2x", f"  {ONE}", f"  {TWO.format('')}"]),
]


def written(text: str) -> list[str]:
    """Return the canonical lines of *text*."""
    return format_steps(parse_steps(text)).splitlines()


def splits_of(text: str) -> list[str]:
    """Return the split of each step, as its cue tells it."""
    return [step.cue.removeprefix("Split ").partition(",")[0] for step in parse_steps(text)]


def cues_of(text: str) -> dict[str, str]:
    """Return what is told besides the split and the clock, by the step that tells it."""
    told = {step.name: step.cue.rpartition("Split ")[0].removesuffix(". ") for step in parse_steps(text)}
    return {name: cue for name, cue in told.items() if cue}


@pytest.mark.parametrize(("line", "steps"), WRITTEN.items(), ids=list(WRITTEN))
def test_one_line_is_many_steps(line, steps):
    assert format_steps(parse_steps(line)) == steps


@pytest.mark.parametrize(("head", "words"), ORDERS.items(), ids=list(ORDERS))
def test_the_words_stand_in_any_order(head, words):
    lines = {format_steps(parse_steps(f"{head} {' '.join(order)}")) for order in permutations(words)}

    assert len(lines) == 1


@pytest.mark.parametrize(("text", "same"), SAME, ids=repr)
def test_what_people_write_in_several_ways_is_one_thing(text, same):
    assert parse_steps(text) == parse_steps(same)


@pytest.mark.parametrize(
    ("text", "splits"),
    [
        ("race 5km in 25:00 even", "5:00 5:00 5:00 5:00 5:00"),
        ("race 5km in 25:00 positive 2%", "4:55 4:58 5:00 5:02 5:05"),
        ("race 4km in 20:00 negative 2% halves", "5:03 5:03 4:57 4:57"),
        ("race 4km in 20:00 positive 2% halves", "4:57 4:57 5:03 5:03"),
        ("race 5mi in 40:00 by 1mi", "8:00 8:00 8:00 8:00 8:00"),
        ("race 2500m in 12:30", "5:00 5:00 2:30"),
        ("race 800m in 2:40", "2:40"),
        ("race marathon in 3:30:00 negative 2% by 21.0975km", "1:46:03 1:43:57"),
        ("race marathon in 4:00:00 negative 2% by half marathon", "2:01:12 1:58:48"),
        ("race marathon in 2:00:35 negative 1.69% by half marathon", "1:00:48 59:47"),
        ("race marathon in 2:01:09 positive 2.45% by half marathon", "59:50 1:01:19"),
        ("progress 3km from 6:00/km to 5:00/km", "6:00 5:30 5:00"),
        ("progress 3mi from 9:00/mi to 8:00/mi by 1mi", "9:00 8:30 8:00"),
    ],
    ids=str,
)
def test_a_line_gives_these_splits(text, splits):
    """The halves of marathons are those of negative-split.run, dialpace.com and the news of 2023 and 2022."""
    assert splits_of(text) == splits.split()


def test_a_published_progression_follows_from_its_percentage():
    """Five miles at 8:00 on average, each ten seconds faster: Nike Run Club."""
    with pytest.warns(WorkoutWarning):
        splits = splits_of("race 5mi in 40:00 negative 5.20833% by 1mi")

    assert splits == ["8:20", "8:10", "8:00", "7:50", "7:40"]


@pytest.mark.parametrize(
    ("tolerance", "target"),
    [
        ("", "4:55.08-5:05.08/km"),
        ("~0s", "5:00/km"),
        ("~2s", "4:58.01-5:02.01/km"),
        ("~3%", "4:51.26-5:09.28/km"),
        ("~8s/mi", "4:55.11-5:05.05/km"),
        ("~0:10", "4:50.32-5:10.34/km"),
    ],
    ids=repr,
)
def test_a_tolerance_widens_the_pace(tolerance, target):
    assert [f" @ {target} " in line for line in written(f"race 5km in 25:00 {tolerance}")] == [True] * 5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("race 3mi in 24:00 by 1mi", ["to 1 mi", "to 2 mi", "to 3 mi"]),
        ("race 1mi in 6:00 by 0.5mi", ["to 0.5 mi", "to 1 mi"]),
        ("race 2km in 8:00 by 800m", ["to 800 m", "to 1.6 km", "to 2 km"]),
        ("race 21.0975km in 1:45:00 by 10km", ["to 10 km", "to 20 km", "to 21.1 km"]),
        ("progress 4mi from 9:00/mi to 8:00/mi by 2mi", ["to 2 mi", "to 4 mi"]),
    ],
    ids=str,
)
def test_a_step_is_named_by_where_it_ends_in_the_units_of_the_splits(text, names):
    assert [step.name for step in parse_steps(text)] == names


def test_a_progressive_run_without_paces_goes_by_the_athletes_threshold():
    assert parse_steps("progress 3km") == progressive(distance=3000).items


@pytest.mark.parametrize("text", CUES.values(), ids=CUES)
def test_a_cue_begins_the_step_at_its_distance(text):
    assert written(text)[8] == 'to 9 km: 1km @ 4:40.09-4:50.09/km "Now race. Split 4:45, clock 42:45"'
    assert cues_of(text) == {"to 9 km": "Now race"}


@pytest.mark.parametrize("cues", SEVERAL.values(), ids=SEVERAL)
def test_several_cues_are_told_each_in_its_place(cues):
    assert cues_of(f"{TEN}{cues}") == {"to 4 km": "a", "to 9 km": "b"}


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        ('at 0km "a"', {"to 1 km": "a"}),
        ('"a"', {"to 1 km": "a"}),
        ('~5s "a" by 1km', {"to 1 km": "a"}),
        ('at 8km "a" at 8km "b"', {"to 9 km": "a. b"}),
        ('at 5.5km "a"', {"to 6 km": "a"}),
        (
            r'at 8km "Say \"go\", run; (up) # \\ ~5s @ by 2km"',
            {"to 9 km": 'Say "go", run; (up) # \\ ~5s @ by 2km'},
        ),
        (r'at 8km "one\ntwo"', {"to 9 km": "one\ntwo"}),
    ],
    ids=str,
)
def test_a_cue_is_told_as_it_is_written(cues, told):
    assert cues_of(f"{TEN} {cues}") == told


@pytest.mark.parametrize(("text", "lines"), BESIDE, ids=repr)
def test_such_a_line_stands_where_any_step_may(text, lines):
    assert written(text) == lines


@pytest.mark.parametrize("name", ["race", "RACE", "progress", "Race day", "race 5km", "at home", "Race: B"])
def test_a_step_called_race_is_a_plain_step(name):
    step = Step(duration=Distance(5000), name=name)

    assert parse_steps(f'"{name}": 5km') == (step,)
    assert parse_steps(format_steps((step,))) == (step,)


@pytest.mark.parametrize("name", ["race", "race ", "progress", "Race day", "Progress run"])
def test_a_name_before_a_colon_needs_no_quotes(name):
    assert parse_steps(f"{name}: 5km") == (Step(duration=Distance(5000), name=name.strip()),)


def seconds(clock: str) -> int:
    """Return the seconds of ``4:30`` or ``1:10:00``."""
    return sum(int(part) * 60**power for power, part in enumerate(reversed(clock.split(":"))))


@st.composite
def races(draw: st.DrawFn) -> tuple[str, float, int, float]:
    """Draw the line of a race, with its metres, its seconds and where its cue is."""
    metres = draw(st.integers(1000, 60_000))
    time = draw(st.integers(metres * 18 // 100 + 1, metres // 2))
    where = draw(st.integers(0, metres - 40) | st.integers(metres - 300, metres - 40))
    words = [
        f"in {time}s",
        draw(st.sampled_from(["", "even", "negative 1.3%", "positive 4%", "negative 5% halves"])),
        f"by {draw(st.integers(max(50, metres // 100), metres))}m",
        draw(st.sampled_from(["", "~0s", "~5s", "~8s/mi", "~3%", "~10%"])),
        f'at {where}m "a cue"',
    ]
    return f"race {metres}m {' '.join(draw(st.permutations(words)))}", metres, time, where


@given(races())
@pytest.mark.filterwarnings("ignore::workout_core.WorkoutWarning")
def test_any_race_adds_up_and_is_written_and_read_again(drawn):
    text, metres, time, _ = drawn
    steps = parse_steps(text)

    told = [re.fullmatch(r"(?:a cue\. )?Split (\S+), clock (\S+)", step.cue) for step in steps]
    splits, clocks = ([seconds(found[part]) for found in told] for part in (1, 2))
    assert clocks == list(accumulate(splits))
    assert clocks[-1] == time
    assert sum(step.duration.metres for step in steps) == pytest.approx(metres, abs=1e-3)
    assert parse_steps(format_steps(steps)) == steps


@given(races())
@example(('race 10km in 47:30 by 5km at 9.9km "a cue"', 10_000, 2850, 9900))
@pytest.mark.filterwarnings("ignore::workout_core.WorkoutWarning")
def test_a_cue_is_told_within_two_hundred_metres_of_its_place(drawn):
    text, _, _, where = drawn
    steps = parse_steps(text)

    starts = accumulate((step.duration.metres for step in steps[:-1]), initial=0.0)
    (told,) = (start for start, step in zip(starts, steps, strict=True) if step.cue.startswith("a cue"))
    assert abs(told - where) <= 200
