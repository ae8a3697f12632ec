"""What is wrong in a ``race`` or ``progress`` line is said at its place, and no text is too much for it."""

# ruff: noqa: E501 - messages stand as they are

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, WorkoutWarning, format_steps, parse_steps

pytestmark = pytest.mark.filterwarnings("ignore::workout_core.WorkoutWarning")
TEN = "race 10km in 47:30"
RACE = "(like 'race 10km in 47:30 negative 2% by 1km ~5s')"
PROGRESS = "(like 'progress 20km from 5:40/km to 4:50/km by 5km ~8s')"
DISTANCE = "(like '800m', '5km', '1mi' or 'half marathon')"
TIME = "(like '15min', '1h10min', '90s' or '4:30')"
CLOCK = "(like '4:30' or '1:10:00')"
PACE = "(like '4:10/km', '7:00/mi' or '12km/h')"
PART = "is not part of a step (a role like 'jog', a duration like '800m', or '@' and a target)"
BEHIND = "a cue at a distance belongs behind 'race …' or 'progress …' (like 'at 16km \"Now race\"')"
USUAL = "(3s to 15s are usual)"
ELAPSED = "(write hours:minutes:seconds)"
RACES = [
    ("race", "1:1", f"'race' needs more {RACE}"),
    ("race in 47:30", "1:6", f"how far? {RACE}"),
    ("race in 47:30 10km", "1:6", f"how far? {RACE}"),
    ("race negative 2% 10km in 47:30", "1:6", f"how far? {RACE}"),
    ("race 10km", "1:1", f"'in …' is needed {RACE}"),
    ("race 10km negative 2%", "1:1", f"'in …' is needed {RACE}"),
    ("race 10km in", "1:13", f"what is missing behind 'in'? {RACE}"),
    ("race 10km in by 1km", "1:14", f"what is missing behind 'in'? {RACE}"),
    (f"{TEN} negative", "1:28", f"what is missing behind 'negative'? {RACE}"),
    (f"{TEN} positive ~5s", "1:29", f"what is missing behind 'positive'? {RACE}"),
    (f"{TEN} by", "1:22", f"what is missing behind 'by'? {RACE}"),
    (f"{TEN} ~", "1:21", f"what is missing behind '~'? {RACE}"),
    (f"{TEN} even 2%", "1:25", f"'2%' does not belong behind 'even' {RACE}"),
    (f"{TEN} halves quickly", "1:27", f"'quickly' does not belong behind 'halves' {RACE}"),
    (f"{TEN} even negative 2%", "1:34", "a second 'negative' in one line"),
    (f"{TEN} in 48:00", "1:23", "a second 'in' in one line"),
    (f"{TEN} by 1km by 2km", "1:30", "a second 'by' in one line"),
    (f"{TEN} ~5s ~6s", "1:25", "a second '~' in one line"),
    ("race quickly in 47:30", "1:6", f"'quickly' is not a distance {DISTANCE}"),
    ("race 10 in 47:30", "1:6", f"'10' is not a distance {DISTANCE}"),
    ("race 1:00:00 in 47:30", "1:6", f"'1:00:00' is not a distance {DISTANCE}"),
    ("race 10,5km in 47:30", "1:8", "a comma separates steps (write decimals with a point: '10.5km')"),
    ("race 0.5m in 47:30", "1:6", "must be 1m to 1000km: '0.5m'"),
    ("race 1001km in 47:30", "1:6", "must be 1m to 1000km: '1001km'"),
    ("race 10km in 47", "1:14", f"'47' is not a time {TIME}"),
    ("race 10km in 4:75:30", "1:14", f"'4:75:30' is not a time {CLOCK}"),
    ("race 10km in 47:30 Evenly", "1:14", f"'47:30 Evenly' is not a time {CLOCK}"),
    ("race 10km in 4:45/km", "1:14", f"'4:45/km' is not a time {CLOCK}"),
    ("race 10km in 10:00", "1:14", f"10 km in 10:00 is faster than the world record {ELAPSED}"),
    ("race 10km in 0:47", "1:14", "10 km in 0:47 is faster than the world record (did you mean '47:00'?)"),
    ("race 10km in 47:30:00", "1:14", "10 km in 47:30:00 is slower than a stroll (did you mean '47:30'?)"),
    ("race 10km in 9:00:00", "1:14", f"10 km in 9:00:00 is slower than a stroll {ELAPSED}"),
    (f"{TEN} negative 2", "1:29", "'2' is not a percentage (like '2%')"),
    (f"{TEN} negative two%", "1:29", "'two%' is not a percentage (like '2%')"),
    (f"{TEN} negative -2%", "1:29", "'-2%' is not a percentage (like '2%')"),
    (f"{TEN} positive -2%", "1:29", "'-2%' is not a percentage (like '2%')"),
    (f"{TEN} negative 20%", "1:29", "20% is not a race any more (1% to 4% is usual)"),
    (f"{TEN} positive 20%", "1:29", "-20% is not a race any more (1% to 4% is usual)"),
    (f"{TEN} by 5min", "1:23", f"'5min' is not a distance {DISTANCE}"),
    (f"{TEN} by 20km", "1:23", "splits of 20km are longer than the whole of 10km"),
    (f"{TEN} by 2m", "1:23", "splits of 2m are too many (like '1km')"),
    (f"{TEN} ~fast", "1:21", "'fast' is not a tolerance (like '5s', '8s/mi' or '3%')"),
    (f"{TEN} ~5bpm", "1:21", "'5bpm' is not a tolerance (like '5s', '8s/mi' or '3%')"),
    (f"{TEN} ~500s", "1:21", f"a tolerance of '500s' is none {USUAL}"),
    (f"{TEN} ~60%", "1:21", f"a tolerance of '60%' is none {USUAL}"),
    (f"{TEN} @ Z2 HR", "1:14", f"'47:30 @ Z2 HR' is not a time {CLOCK}"),
    (f"{TEN}, positive 3%", "1:21", f"'positive' {PART}"),
    (
        f"{TEN}\n  400m jog",
        "1:1",
        "only a repeat can hold other steps (like '6x'; a remark stands in quotes)",
    ),
    (f"1km easy\n{TEN} by 1kn", "2:23", f"'1kn' is not a distance {DISTANCE}"),
    (f"2x(1km, {TEN} by 1kn)", "1:31", f"'1kn' is not a distance {DISTANCE}"),
    (f"2x\r\n  1km\r\n  {TEN} by 1kn", "3:25", f"'1kn' is not a distance {DISTANCE}"),
]
RUNS = [
    ("progress", "1:1", f"'progress' needs more {PROGRESS}"),
    ("progress by 5km", "1:10", f"how far, or how long? {PROGRESS}"),
    ("progress quickly", "1:10", f"'quickly' is not a distance {DISTANCE}"),
    ("progress 0min", "1:10", f"'0min' is not a distance {DISTANCE}"),
    ("progress 20km from", "1:19", f"what is missing behind 'from'? {PROGRESS}"),
    ("progress 20km from 5:40/km", "1:1", f"'to …' is needed beside 'from' {PROGRESS}"),
    ("progress 20km to 4:50/km", "1:1", f"'from …' is needed beside 'to' {PROGRESS}"),
    ("progress 20km from 5:40 to 4:50/km", "1:20", f"'5:40' is not a pace {PACE}"),
    (
        "progress 20km from 4:50/km to 5:40/km",
        "1:31",
        "5:40/km is not faster than 4:50/km (swap 'from' and 'to'?)",
    ),
    ("progress 20km by 10min", "1:18", "must be a distance, as the whole is: '10 min'"),
    ("progress 1h by 2km", "1:16", "must be a time, as the whole is: '2 km'"),
    ("progress 20km by 30km", "1:18", "30 km leave nothing to get faster in"),
    ("progress 20km by 100m", "1:18", "more than 50 paces (like '1km' or '10min')"),
    ("progress 20km ~", "1:16", f"what is missing behind '~'? {PROGRESS}"),
    ('progress 20km at 5km "a"', "1:15", "cues by distance need a distance, 'from' and 'to'"),
]
CUES = [
    ('at 8km "a"', "1:1", BEHIND),
    ('1km easy\nat 8km "a"', "2:1", BEHIND),
    (f'{TEN}\n1km jog\nat 8km "a"', "3:1", BEHIND),
    (f"{TEN} at 8km", "1:20", "a cue inside a generated line is like 'at 16km \"Now race\"'"),
    (f"{TEN}\nat 8km", "2:1", "a cue inside a generated line is like 'at 16km \"Now race\"'"),
    (f'{TEN} at 8km "a" b', "1:20", "a cue inside a generated line is like 'at 16km \"Now race\"'"),
    (f'{TEN} at "a"', "1:20", "a cue inside a generated line is like 'at 16km \"Now race\"'"),
    (f'{TEN} at 38:00 "a"', "1:20", f"'38:00' is not a distance {DISTANCE}"),
    (f'{TEN} at 12km "a"', "1:20", "'a' at 12km is not within 10km"),
    (f'{TEN}, at 10km "a"', "1:21", "'a' at 10km is not within 10km"),
    (f'{TEN} at 5km "a" at 12km "b"', "1:31", "'b' at 12km is not within 10km"),
    (f'{TEN}\nat 5km "a"\nat 12km "b"', "3:1", "'b' at 12km is not within 10km"),
    (f'{TEN} at 8km "a', "1:27", "a cue is not closed (write '\"' at its end)"),
    (
        '2x race 1km in 5:00, at 500m "a"',
        "1:22",
        "is this repeated too? (if so, use brackets: '2x(race 1km in 5:00, at 500m \"a\")'; if not, begin a new line)",
    ),
]


def said_about(text: str) -> list[tuple[str, str]]:
    """Return where each problem of *text* is, and what it is."""
    with pytest.raises(DocumentError) as refused:
        parse_steps(text)
    return [(f"{problem.line}:{problem.column}", problem.message) for problem in refused.value.problems]


@pytest.mark.parametrize(("text", "place", "said"), RACES, ids=repr)
def test_a_wrong_race(text, place, said):
    assert said_about(text) == [(place, said)]


@pytest.mark.parametrize(("text", "place", "said"), RUNS, ids=repr)
def test_a_wrong_progressive_run(text, place, said):
    assert said_about(text) == [(place, said)]


@pytest.mark.parametrize(("text", "place", "said"), CUES, ids=repr)
def test_a_wrong_cue(text, place, said):
    assert said_about(text) == [(place, said)]


def test_every_wrong_line_is_told_at_once():
    text = f'race 10km\n1km easy\nprogress 1q\n{TEN}, at 12km "a", 400q jog'

    assert [place for place, _ in said_about(text)] == ["1:1", "3:10", "4:21", "4:34"]


def test_a_split_beyond_the_usual_is_doubtful_and_not_wrong():
    with pytest.warns(WorkoutWarning, match=r"^split: 6% is much \(1% to 4% is usual\)$"):
        assert len(parse_steps(f"{TEN} negative 6%")) == 10


LONG = "race 1000km in 200h by 1km\n"


def test_ten_thousand_steps_may_be_generated():
    assert len(parse_steps(LONG * 10)) == 10_000


@pytest.mark.slow
@pytest.mark.parametrize("times", [11, 10_000], ids=str)
def test_more_than_ten_thousand_steps_are_refused_at_once(times):
    said = said_about(LONG * times)

    assert said[0] == ("11:1", "more than 10000 steps in all (write longer ones)")


MANY = 100_000
HOSTILE = {
    "spaces in a tolerance": f"{TEN} ~5" + " " * 1000 + "x",
    "spaces in a tolerance by distance": f"{TEN} ~5" + " " * 500 + "s" + " " * 500 + "/",
    "spaces behind at": f"{TEN} at" + " " * 3000 + "x",
    "spaces before a word": TEN + " " * 20_000 + "x",
    "cues at one place": TEN + ', at 5km "a"' * 20_000,
    "cues on lines": TEN + '\nat 5km "a"' * 20_000,
    "cues at many places": TEN + "".join(f', at {metres}m "a"' for metres in range(9000)),
    "words": TEN + " even" * MANY,
    "marks": f"{TEN} " + "~" * MANY,
    "heads": "race " * MANY,
    "signs": f"{TEN} negative " + "+-" * MANY + "2%",
    "escapes": f'{TEN} at 5km "' + '\\"' * MANY + '"',
    "digits": f"{TEN} by 1" + "0" * MANY + "km",
    "lines": "race 1km in 5:00\n" * 20_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_much_of_anything_is_read_or_refused_without_backtracking(text):
    try:
        assert parse_steps(text)
    except DocumentError as error:
        assert len(str(error)) < 30_000  # noqa: PT017 - either is right


PIECES = (
    *("race ", "progress ", "race", "in ", "by ", "from ", "to ", "at ", "negative ", "positive ", "even "),
    *("halves ", "~", "\u00b1", "10km ", "5km ", "1mi ", "half marathon ", "47:30 ", "1h ", "2% ", "-2% "),
    *("5s ", "8s/mi ", "5:40/km ", "4:50/km ", '"go" ', '"a, b; (c) \\" # d" ', '"', "\\", "6x(", ")", ", "),
    *(
        "; ",
        "\n",
        "\n  ",
        "\n    ",
        "\r\n",
        "#",
        ":",
        "@",
        "%",
        "/",
        "0 ",
        "-",
        "+",
        "1e9 ",
        "9" * 12,
        "400m jog",
    ),
    *(
        "\u0663",
        "\u017f",
        "\u0131",
        "\ud800",
        "\x00",
        "\u2028",
        "\ufeff",
        "\u00a0",
        "0km ",
        "0:00 ",
        "by 1m ",
    ),
    *(f"{TEN} ", "progress 20km from 5:40/km to 4:50/km ", 'at 8km "x" ', '\nat 5km "y"', "~0s ", "12.5m/s "),
)


@given(st.sampled_from(["race ", "progress ", TEN]), st.lists(st.sampled_from(PIECES), max_size=15))
def test_any_such_line_is_read_or_refused_at_a_place_in_it(begun, pieces):
    text = begun + "".join(pieces)
    lines = text.split("\n")
    try:
        items = parse_steps(text)
    except DocumentError as error:
        places = [(problem.line, problem.column) for problem in error.problems if str(problem).encode()]
    else:
        places = []
        assert parse_steps(format_steps(items)) == items
    assert all(1 <= column <= len(lines[line - 1]) + 1 for line, column in places)


@given(st.sampled_from(["race ", "progress "]), st.text(st.characters(codec=None)))
def test_any_text_behind_race_is_read_or_refused(begun, text):
    try:
        assert parse_steps(begun + text)
    except DocumentError as error:
        assert str(error).encode()  # noqa: PT017 - either is right
