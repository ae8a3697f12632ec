"""What is wrong is said with its place and with what would be right."""

import pytest

from workout_core.errors import DocumentError
from workout_core.notation.parser import MOST_PROBLEMS, Places, parse_steps

STEP = "a role like 'jog', a duration like '800m', or '@' and a target"
TARGET = "like '4:10-4:20/km', 'Z2 HR', '85-90% LTHR', '250W', 'RPE 7' or 'easy'"
DURATION = "like '800m', '5km', '10min' or '4:30'"
AT = "a target must follow '@' (like '4:10/km', 'Z2 HR' or 'easy')"
UNTIL = "until what? (like 'until HR < 120' or 'until power > 300W')"
LIMIT = "repeat until what? (like '20min', '5km', '300kcal', 'HR > 160' or 'power < 200W')"
LENGTH = "how long? (a step needs a duration: '800m', '10min', or 'lap' for the lap button)"
SECOND = "in one step (begin a new line, or put ',' or ';' between)"
BLOCK = "a repeat needs steps: indented below it, or in brackets (like '6x(400m, 200m jog)')"
SINGLE = "a tolerance widens a single value (like '4:10/km ~5s'), and this is not one"
REST = "skip_last_rest needs a rest after the other steps of the repeat"
FIRST = "needs a repeat before it (like '6x(400m, 200m jog)')"
TARGETS = [
    ("easy 90m @ Z2 HR", "1:6", "'90m' is 90 metres: did you mean '90min'? (if not, write '90 metres')"),
    ("10min @", "1:8", AT),
    ("10min @ Z2", "1:9", "'Z2' is not a target (whose zone? 'Z2 HR', 'Z2 pace' or 'Z2 power')"),
    ("10min @ Z11 HR", "1:9", "zone must be 1 to 10: 11"),
    (
        "10min @ 85%",
        "1:9",
        "'85%' is not a target (of what? '85% FTP', '85% LTHR', '85% HRmax' or '85% threshold')",
    ),
    ("10min @ 70% 1RM", "1:9", "'70% 1RM' is not a target (a load needs an exercise before it)"),
    ("10min @ 60kg", "1:9", "'60kg' is not a target (a load needs an exercise before it)"),
    ("10min @ 4:00", "1:9", "'4:00' is not a target (a pace needs its distance: '4:00/km' or '4:00/mi')"),
    (
        "10min @ 4:00-4:10",
        "1:9",
        "'4:00-4:10' is not a target (a pace needs its distance: '4:00-4:10/km' or '4:00-4:10/mi')",
    ),
    ("10min @ 150", "1:9", "'150' is not a target (which unit? '150bpm' or '150W')"),
    (
        "10min @ eazy",
        "1:9",
        "'eazy' is not a target (did you mean 'easy'? a pace of your own is quoted: 'eazy')",
    ),
    (
        "10min @ zone 2",
        "1:9",
        (
            "'zone 2' is not a target (whose zone? 'Z2 HR', 'Z2 pace' or 'Z2 power'; a pace of your own is "
            "quoted: 'zone 2')"
        ),
    ),
    ("10min @ 4:00/furlong", "1:9", f"'4:00/furlong' is not a target ({TARGET})"),
    ("10min @ 0:00/km", "1:9", "nobody runs at '0:00'"),
    ("10min @ 0:01/km", "1:9", "speed must be 0.1 to 40 m/s: 1000"),
    ("10min @ 300bpm", "1:9", "heart_rate must be 30 to 250 bpm: 300"),
    ("10min @ 9000W", "1:9", "power must be 1 to 5000 W: 9000"),
    ("10min @ RPE 11", "1:9", "effort must be 1 to 10: 11"),
    ("10min @ 120% HRmax", "1:9", "heart_rate must be 0.1 to 1 of max_heart_rate: 1.2"),
    ("10min @ 50% FTP ramp", "1:9", "a ramp needs two ends (like '50-75% FTP ramp')"),
    ("10min @ 50-50% FTP ramp", "1:9", "a ramp needs two different ends: 0.5"),
    ("10min @ easy ~5s", "1:14", SINGLE),
    ("10min @ 4:00-4:10/km ~5s", "1:22", SINGLE),
    ("10min @ 4:00/km ~5", "1:17", "'~5' is not a tolerance (like '~5s', '~3%' or '~5bpm')"),
    ("10min @ 4:00/km ~5bpm", "1:17", "a tolerance in bpm does not fit '4:00/km'"),
    ("10min @ 85% LTHR ~5bpm", "1:18", "a tolerance in bpm does not fit '85% LTHR'"),
    ("10min @ 4:00/km ~300s", "1:17", "the tolerance '~300s' is wider than the target itself"),
    ("10min @ 4:00/km ~200%", "1:17", "the tolerance '~200%' is wider than the target itself"),
    ("10min @ 240bpm ~20bpm", "1:16", "heart_rate must be 30 to 250 bpm: 260"),
    ("10min @ Z2 HR ~3%", "1:15", SINGLE),
    ('10min @ 4:00/km "a" b', "1:21", "a cue ends its step (begin a new line after it)"),
    ('10min "a" @ 4:00/km', "1:11", "a cue ends its step (put the target before it)"),
    ('10min @ 150bpm "a", 4:00/km', "1:21", "a cue ends its step (put the second target before it)"),
    ("10min @ 150bpm, 4:00/km, 90rpm", "1:26", "a step has two targets at most (begin a new line)"),
    ("10min @ 150bpm, 140bpm", "1:17", "both targets are of heart_rate"),
    ('"a@b": 10min, 150bpm', "1:15", "'150bpm' is a target (like '10min @ 150bpm')"),
    ("400m @ 150bpm, skip last rest", "1:16", f"'skip' is not part of a step ({STEP})"),
    ("10min @ \u0664:00/km", "1:9", f"'\u0664:00/km' is not a target ({TARGET})"),
    ('10min @ "cue"', "1:9", AT),
    ("10min @ ~5s", "1:9", AT),
    ('10min @ 4:00/km "a\x00b"', "1:1", "holds the control character U+0000 (remove it)"),
]
STEPS = [
    ("", "1:1", "there is no step (like '10min @ easy')"),
    ("10", "1:1", "'10' is not a duration (did you mean '10min'?)"),
    ("400", "1:1", "'400' is not a duration (did you mean '400m' or '400min'?)"),
    ("90m run x", "1:9", f"'x' is not part of a step ({STEP})"),
    ("warmup 10m", "1:8", "'10m' is 10 metres: did you mean '10min'? (if not, write '10 metres')"),
    ('10min "never closed', "1:7", "a cue is not closed (write '\"' at its end)"),
    ('10min "a", 150bpm', "1:12", "'150bpm' is a target (like '10min @ 150bpm')"),
    ("easy", "1:1", LENGTH),
    ("10min 5km", "1:7", f"a second duration {SECOND}"),
    ("with wings 50m", "1:1", f"'with' is not part of a step ({STEP})"),
    ("with fins 50m with paddles x", "1:15", f"a second equipment {SECOND}"),
    ("50m freestyle backstroke", "1:15", f"a second stroke {SECOND}"),
    ("until HR < 120 until HR < 100", "1:16", f"a second duration {SECOND}"),
    ("until", "1:1", UNTIL),
    ("until HR", "1:1", UNTIL),
    ("until HR < 120W", "1:1", UNTIL),
    ("until HR < 20", "1:1", "heart rate must be 30 to 250: 20"),
    ("until power > 9000", "1:1", "power must be 1 to 5000: 9000"),
    ("0 reps", "1:1", "reps must be 1 to 10000: 0"),
    ("0min", "1:1", "time must be 0.001 to 2592000 s: 0"),
    ("99999999999min", "1:1", f"'99999999999min' is not a duration ({DURATION})"),
    ("1000000km", "1:1", "distance must be 0.01 to 10000000 m: 1000000000"),
    ("5kg", "1:1", f"'5kg' is not a duration ({DURATION})"),
    ("Hills:", "1:1", LENGTH),
    ("Hills: 5 repetitions", "1:8", "'5' is not a duration (did you mean '5min' or '5m'?)"),
    ("dr\u0131ll 10min", "1:1", "'dr\u0131ll' is not part of a step (did you mean 'drill'?)"),
    ("1\u0660min", "1:1", f"'1\u0660min' is not a duration ({DURATION})"),
    ("jog 3x3", "1:5", "'3x3' needs a unit (like '3x3min')"),
    ("4:30:", "1:1", f"'4:30:' is not a duration ({DURATION})"),
    ("@ 4:00/km", "1:1", LENGTH),
    ('"cue"', "1:1", LENGTH),
    ("; ;", "1:1", "there is no step (like '10min @ easy')"),
    ("warmup: 10m", "1:9", "'10m' is 10 metres: did you mean '10min'? (if not, write '10 metres')"),
    ("Hills: cooldown 5min jog", "1:22", f"a second role {SECOND}"),
    ('10min "\ud800"', "1:1", "holds the control character U+D800 (remove it)"),
    ('"a\\nb": 10min', "1:1", "must be one line: 'a\\nb'"),
]
BLOCKS = [
    ("  \n# only a comment", "1:1", "there is no step (like '10min @ easy')"),
    (
        "3x3",
        "1:1",
        "'3x3' of which exercise? (like 'Back squat 3x3'; a time has a unit, like '3x3min')",
    ),
    ("6x", "1:1", BLOCK),
    ("6x\n400m", "1:1", BLOCK),
    ("6x()", "1:4", "the brackets are empty (a repeat needs a step)"),
    ("6x(400m", "1:3", "'(' is never closed (write ')' after the last step)"),
    ("6x 400m)", "1:8", "')' closes nothing (there is no '(' before it)"),
    ("400m)", "1:5", "')' closes nothing (there is no '(' before it)"),
    ("(400m)", "1:1", f"'(' {FIRST}"),
    ("6x(400m)\n  200m", "2:3", "indented, but there is no repeat above to belong to (like '6x')"),
    ("10min(400m)", "1:1", "only a repeat can hold other steps (like '6x'; a remark stands in quotes)"),
    ("6x(400m)(200m)", "1:9", f"'(' {FIRST}"),
    ("6x(400m) 200m", "1:10", "a step after ')' needs a comma or a new line before it"),
    ("6x(400m)x", "1:9", "a step after ')' needs a comma or a new line before it"),
    (
        "repeat until 20min 1min, 1min jog",
        "1:26",
        (
            "is this repeated too? (if so, use brackets: 'repeat until 20min(1min, 1min jog)'; "
            "if not, begin a new line)"
        ),
    ),
    ("1,5km", "1:2", "a comma separates steps (write decimals with a point: '1.5km')"),
    ("10min @ 12,5km/h", "1:11", "a comma separates steps (write decimals with a point: '12.5km/h')"),
    ("1.200m", "1:1", "'1.200m': a point begins the decimals here (did you mean '1200m'?)"),
    ("0x(400m)", "1:1", "repeat must be 1 to 1000: 0"),
    ("1001x(400m)", "1:1", "repeat must be 1 to 1000: 1001"),
    ("repeat until", "1:13", LIMIT),
    ("repeat until lap: 400m", "1:14", LIMIT),
    ("repeat until 5 reps\n  400m", "1:14", LIMIT),
    ("repeat until HR > 20\n  400m", "1:14", "heart rate must be 30 to 250: 20"),
    (
        "repeat until 20min, skip last rest(400m, 100m jog)",
        "1:1",
        "only a repeat with a number of times can skip its last rest",
    ),
    ("6x skip last rest(400m)", "1:1", REST),
    ("6x, skip last rest\n  400m\n  400m", "1:1", REST),
    ("6x jog\n  400m", "1:4", "'jog' does not belong before the steps of a repeat"),
    ("  400m\n 200m", "2:2", "indented less than the first line"),
    ("  400m\n200m", "2:1", "indented less than the first line"),
    ("6x\n    400m\n  200m", "3:3", "the indentation matches no line above it"),
    ("400m\n  200m", "1:1", "only a repeat can hold other steps (like '6x'; a remark stands in quotes)"),
    ("6x: 400q", "1:5", f"'400q' is not a duration ({DURATION})"),
    ("repeat until 5km: 400q", "1:19", f"'400q' is not a duration ({DURATION})"),
    ("6x(400m @ 4:00/km,\n  200q jog)", "2:3", f"'200q' is not a duration ({DURATION})"),
    ("6x, skip last rest(400m", "1:19", "'(' is never closed (write ')' after the last step)"),
]


def said_about(text: str) -> list[tuple[str, str]]:
    with pytest.raises(DocumentError) as refused:
        parse_steps(text)
    return [(f"{problem.line}:{problem.column}", problem.message) for problem in refused.value.problems]


@pytest.mark.parametrize(("text", "place", "said"), TARGETS, ids=repr)
def test_a_wrong_target(text, place, said):
    assert said_about(text) == [(place, said)]


@pytest.mark.parametrize(("text", "place", "said"), STEPS, ids=repr)
def test_a_wrong_step(text, place, said):
    assert said_about(text) == [(place, said)]


@pytest.mark.parametrize(("text", "place", "said"), BLOCKS, ids=repr)
def test_a_wrong_block(text, place, said):
    assert said_about(text) == [(place, said)]


def test_every_problem_is_told_at_once_and_in_order():
    assert [place for place, _ in said_about("6x, skip last rest\n  400q\n  200m rst\n5q\r\n7q")] == [
        "2:3",
        "3:8",
        "4:1",
        "5:1",
    ]


def test_a_problem_inside_a_repeat_is_told_once():
    assert said_about("6x, skip last rest\n  400m\n  2min rst") == [
        ("3:8", "'rst' is not part of a step (did you mean 'rest'?)")
    ]


def test_there_are_never_more_problems_than_anybody_reads():
    assert len(said_about("q\n" * 1000)) == MOST_PROBLEMS


def test_an_error_names_the_file_and_shows_the_line():
    with pytest.raises(DocumentError) as refused:
        parse_steps("10min @ easy\r\n  # comment\r\n10min @ 4:00\r\n", "six.txt")

    assert str(refused.value) == (
        "six.txt:3:9: '4:00' is not a target (a pace needs its distance: '4:00/km' or '4:00/mi')\n"
        "    10min @ 4:00\n"
        "            ^"
    )


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (4, (3, 2))], ids=str
)
def test_an_offset_is_a_line_and_a_column(offset, place):
    assert Places("a\n\nb").of(offset) == place


def test_a_line_is_shown_without_its_end():
    places = Places("a\r\n\nb")

    assert [places.line(number) for number in (1, 2, 3)] == ["a", "", "b"]
