"""What is written reads back as the same steps, and nothing that is read raises anything but our errors."""

import re

from hypothesis import given
from hypothesis import strategies as st

from workout_core.errors import DocumentError, InvalidWorkout
from workout_core.model.exercise import Band
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Repeat, Step, Workout, walk
from workout_core.notation.parser import parse_steps
from workout_core.notation.writer import format_steps
from workout_core.testing.strategies import items, lines, workouts
from workout_core.testing.strategies.strength import strength_items

PIECES = (
    *(
        "6x",
        "(",
        ")",
        ",",
        ";",
        "\n",
        "\n  ",
        "\n\t",
        "\r\n",
        "@",
        '"',
        "\\",
        "#",
        ":",
        "~",
        " ",
        "\u00a0",
        "-",
        "/",
    ),
    *(
        "800m",
        "10min",
        "4:10/km",
        "lap",
        "Z2 HR",
        "85%",
        "easy",
        "jog",
        "rest",
        "until HR < 120",
        "~5s",
        "ramp",
    ),
    *(
        "~200%",
        "repeat until 20min",
        "skip last rest",
        '"cue"',
        "with fins",
        "drill stroke",
        "12 reps",
        "0x",
        "1e9",
    ),
    *(
        "\u0663",
        "\u017f",
        "\u0131",
        "\ud800",
        "\x00",
        "\u2028",
        "\ufeff",
        "'easy'",
        "RPE 11",
        "9" * 11,
        "Hills:",
    ),
    *(
        "Back squat",
        "Plank",
        "3x8",
        "3x40s",
        "/side",
        "@ 60kg",
        "80% 1RM",
        "+10kg",
        "green band",
        "RIR 2",
        "rest 60s",
        "walk back",
        "tempo 3-1-1",
    ),
    *(
        "A1 ",
        "A2 ",
        "superset 3x",
        "circuit",
        "AMRAP 10",
        "EMOM 5",
        "every 90s",
        "for time",
        "cap 9:00",
        "8-10 reps",
    ),
)


@given(workouts(exercises=False))
def test_steps_that_are_written_read_back_the_same(workout: Workout) -> None:
    assert parse_steps(format_steps(workout.items, workout.sport)) == workout.items


def _can_be_written(items: tuple[Item, ...]) -> bool:
    """Tell whether the notation has words for *items*: not for exercises in the water, nor for odd bands."""
    try:
        format_steps(items)
    except InvalidWorkout:
        return False
    return True


@given(strength_items().filter(_can_be_written))
def test_strength_that_is_written_reads_back_the_same(items) -> None:
    assert parse_steps(format_steps(items)) == items


@given(workouts().map(lambda workout: workout.items).filter(_can_be_written))
def test_exercises_that_can_be_written_read_back_the_same(items) -> None:
    assert parse_steps(format_steps(items)) == items


@given(strength_items())
def test_only_odd_bands_cannot_be_written(items) -> None:
    bands = [step.exercise.load for step in _steps(items) if step.exercise]
    odd = [
        load.resistance
        for load in bands
        if isinstance(load, Band) and not _RESISTANCE.fullmatch(load.resistance)
    ]
    assert odd or _can_be_written(items)


_RESISTANCE = re.compile(r"|[a-z]+", re.ASCII | re.IGNORECASE)


def _steps(items):
    return [item for _, item in walk(items) if isinstance(item, Step)]


@given(workouts(exercises=False), st.sampled_from(Sport))
def test_the_sport_chooses_units_but_never_changes_the_steps(workout: Workout, sport: Sport) -> None:
    assert parse_steps(format_steps(workout.items, sport)) == workout.items


@given(workouts(exercises=False))
def test_the_canonical_form_is_its_own_canonical_form(workout: Workout) -> None:
    text = format_steps(workout.items, workout.sport)

    assert format_steps(parse_steps(text), workout.sport) == text


@given(items(exercises=False))
def test_windows_line_ends_change_nothing(item: Repeat) -> None:
    text = format_steps([item])

    assert parse_steps(text.replace("\n", "\r\n")) == (item,)


@given(workouts(exercises=False), lines())
def test_comments_and_empty_lines_change_nothing(workout: Workout, comment: str) -> None:
    text = format_steps(workout.items, workout.sport)

    assert parse_steps(f"# {comment}\n" + text.replace("\n", f" # {comment}\n\n")) == workout.items


def is_read_or_refused(text: str) -> None:
    """Assert that *text* is refused at places in it, or read as steps whose canonical form says the same."""
    try:
        items, problems = parse_steps(text), ()
    except DocumentError as error:
        items, problems = (), error.problems
    lines = text.split("\n")
    for problem in problems:
        assert str(problem).encode()
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    if not problems:
        canonical = format_steps(items)
        assert parse_steps(canonical) == items
        assert format_steps(parse_steps(canonical)) == canonical


@given(st.text(st.characters(codec=None)))
def test_any_text_is_read_or_refused(text: str) -> None:
    is_read_or_refused(text)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_pieces_of_the_notation_are_read_or_refused(text: str) -> None:
    is_read_or_refused(text)


@given(workouts(exercises=False), st.data())
def test_damaged_notation_is_read_or_refused(workout: Workout, data: st.DataObject) -> None:
    text = format_steps(workout.items, workout.sport)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 5, len(text))))

    is_read_or_refused(text[:start] + data.draw(st.sampled_from(("", *PIECES))) + text[end:])
