"""Whatever the text, reading it ends in a model or in a WorkoutError that points into the text."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from workout_core import (
    Athlete,
    DocumentError,
    Plan,
    Problem,
    Workout,
    WorkoutError,
    parse_steps,
    read_bytes,
    read_text,
    write_json,
    write_yaml,
)
from workout_core.documents.tree import YAML_BREAK
from workout_core.testing.strategies import athletes, plans, workouts

PIECES = (
    *(
        "workout: A",
        "athlete: A",
        "plan: A",
        "steps:",
        "steps: |",
        "sport: running",
        "sessions:",
        "repeat: 6",
    ),
    *(
        "duration:",
        "time: 4:30",
        "target:",
        "heart_rate:",
        "zone: 2",
        "low:",
        "high: 90%",
        "of: ftp",
        "tags:",
    ),
    *(
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        ": ",
        ", ",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "\\",
        "&a ",
        "*a",
        "!",
    ),
    *(
        "|",
        ">",
        "%",
        "#",
        "@",
        "`",
        "---",
        "...",
        "? ",
        "<<: ",
        "\t",
        "\r",
        "\x85",
        "\u2028",
        "\ufeff",
        "null",
    ),
    *(
        '"workout":',
        '"steps":',
        "1e999",
        "-1",
        "NaN",
        "true",
        "\\ud800",
        "\\u00e9",
        "é",
        "🙂",
        "10min",
        "400m jog",
    ),
)
WORDS = (
    *(
        "10min",
        "800m",
        "5km",
        "4:30",
        "1:10:00",
        "lap",
        "12 reps",
        "until HR < 120",
        "half marathon",
        "warmup",
    ),
    *(
        "jog",
        "rest",
        "easy",
        "@",
        "@ ",
        "4:10-4:20/km",
        "Z2 HR",
        "85-90% LTHR",
        "250W",
        "RPE 7",
        "ramp",
        "~5s",
    ),
    *(
        "~3%",
        "6x",
        "6x(",
        "(",
        ")",
        "\n",
        "\n  ",
        "\n\t",
        ";",
        ",",
        " ",
        '"',
        '"Relax"',
        "\\",
        "#",
        ":",
        "A-skip:",
    ),
    *(
        "repeat until 20min",
        "skip last rest",
        "freestyle",
        "with fins",
        "-",
        "\u2013",
        "0",
        "9" * 20,
        "²",
        "٣",
        "é",
    ),
)


def _read(text: str, *, is_json: bool) -> None:
    """Read *text*; what is wrong with it must lie inside it."""
    for problem in _problems(text, is_json=is_json):
        lines = text.split("\n") if is_json else YAML_BREAK.split(text)
        assert problem.line <= len(lines)
        assert problem.column <= len(lines[problem.line - 1]) + 1
        assert str(problem)


def _problems(text: str, *, is_json: bool) -> tuple[Problem, ...]:
    try:
        read_text(text, is_json=is_json)
    except DocumentError as error:
        return error.problems
    return ()


@given(st.text(), st.booleans())
@example("\ud800", False)  # noqa: FBT003 - whether it is JSON
def test_any_text_is_read_or_refused(text, is_json):
    _read(text, is_json=is_json)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.booleans())
def test_any_jumble_of_a_documents_pieces_is_read_or_refused(text, is_json):
    _read(text, is_json=is_json)


@given(st.binary(), st.booleans())
def test_any_bytes_are_read_or_refused(data, is_json):
    with suppress(WorkoutError):
        read_bytes(data, is_json=is_json)


@given(st.text())
def test_any_text_is_steps_or_refused(text):
    with suppress(WorkoutError):
        parse_steps(text)


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
def test_any_jumble_of_the_notations_words_is_steps_or_refused(text):
    with suppress(WorkoutError):
        parse_steps(text)


@pytest.fixture(scope="module")
def documents() -> list[Workout | Plan | Athlete]:
    """Return fifty documents, the same ones each time."""
    found = []

    @settings(
        max_examples=50, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(st.one_of(workouts(), workouts(exercises=False), plans(), athletes()))
    def collect(document: Workout | Plan | Athlete) -> None:
        found.append(document)

    collect()
    return found


@pytest.fixture(scope="module")
def in_yaml(documents: list[Workout | Plan | Athlete]) -> list[str]:
    return list(map(write_yaml, documents))


@pytest.fixture(scope="module")
def in_json(documents: list[Workout | Plan | Athlete]) -> list[str]:
    return list(map(write_json, documents))


@st.composite
def damaged(draw: DrawFn, texts: list[str]) -> str:
    """Draw a document with parts left out, doubled or replaced."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        middle = draw(
            st.just("") | st.just(2 * text[start:end]) | st.sampled_from(PIECES) | st.text(max_size=3)
        )
        text = text[:start] + middle + text[end:]
    return text


@given(data=st.data())
def test_a_damaged_document_in_yaml_is_read_or_refused(in_yaml, data):
    _read(data.draw(damaged(in_yaml)), is_json=False)


@pytest.mark.parametrize("is_json", [True, False], ids=["as JSON", "as YAML"])
@given(data=st.data())
def test_a_damaged_document_in_json_is_read_or_refused(in_json, data, is_json):
    _read(data.draw(damaged(in_json)), is_json=is_json)


@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(in_yaml, data):
    text = data.draw(damaged(in_yaml))
    with suppress(WorkoutError):
        read_bytes(text.encode("utf-8", "surrogatepass")[:-1])


MEGABYTE = 1_000_000
REFUSED = {
    "brackets": "[" * MEGABYTE,
    "braces": "{" * MEGABYTE,
    "quotes": '"' * MEGABYTE,
    "apostrophes": "'" * MEGABYTE,
    "dashes": "- " * (MEGABYTE // 2),
    "dashes with a word": "- " * (MEGABYTE // 2) + "x",
    "question marks": "? " * (MEGABYTE // 2),
    "keys in one line": "a: " * (MEGABYTE // 3),
    "keys in many lines": "a:\n" * (MEGABYTE // 3),
    "keys in brackets": "[a: " * (MEGABYTE // 4),
    "anchors and aliases": "&a *a " * (MEGABYTE // 6),
    "anchors": "&a " * (MEGABYTE // 3),
    "exclamation marks": "!" * MEGABYTE,
    "backslashes in quotes": '"' + "\\" * MEGABYTE,
    "line breaks": "\n" * MEGABYTE,
    "spaces": " " * MEGABYTE,
    "tabs": "\t" * MEGABYTE,
    "bars": "|" * MEGABYTE,
    "markers": "---\n" * (MEGABYTE // 4),
    "emoji": "🙂" * (MEGABYTE // 4),
    "a word": "x" * MEGABYTE,
    "a long key": "x" * MEGABYTE + ": y",
    "a deep list": "workout: A\nsteps: " + "[" * (MEGABYTE // 2) + "]" * (MEGABYTE // 2),
    "a deep block": "".join(f"{' ' * depth}-\n" for depth in range(1400)),
    "a hundred thousand unknown keys": "workout: A\nsteps: 10min\n"
    + "".join(f"s{n}: x\n" for n in range(100_000)),
    "a hundred thousand keys of nothing": "".join(f"s{n}: x\n" for n in range(100_000)),
    "a hundred thousand broken steps": "workout: A\nsteps:\n" + "- {a: b}\n" * 100_000,
    "a hundred thousand broken lines": "workout: A\nsteps:\n" + "- 400m jgo\n" * 100_000,
    "a hundred thousand broken tags": "workout: A\ntags:\n" + "- [x]\n" * 100_000,
    "a long line with a mistake": "workout: A\nsteps: |\n  " + "10min; " * 100_000 + "jgo\n",
    "a long line of mistakes": "workout: A\nsteps: " + "jgo; " * 100_000,
    "a long misspelt sport": "workout: A\nsteps: 10min\nsport: " + "running" * 15_000,
    "a long misspelt key": 'workout: A\nsteps: 10min\n"' + "sport" * 20_000 + '": x',
    "a long number": "athlete: A\nftp: " + "9" * 100_000,
    "a long clock": "athlete: A\nthreshold_pace: 4" + ":30" * 30_000 + "/km",
    "a long span": "workout: A\nsteps: [{duration: {time: " + "1h" * 50_000 + "}}]",
}


@pytest.mark.slow
@pytest.mark.parametrize("is_json", [False, True], ids=["yaml", "json"])
@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_text_made_to_be_slow_is_refused(text, is_json):
    with pytest.raises(DocumentError) as error:
        read_text(text, "slow", is_json=is_json)

    assert len(str(error.value)) < 60_000


def test_a_fan_of_aliases_is_refused():
    shared = ", ".join(["x"] * 1000)

    with pytest.raises(DocumentError, match="aliases make this document too large"):
        read_text(f"a: &a [{shared}]\nworkout: A\ntags: [{'*a, ' * 10_000}]\n")


LARGE = {
    "structured": "workout: A\nsteps:\n" + "- {duration: {time: 60}, target: {power: {zone: 2}}}\n" * 10_000,
    "lines in a list": "workout: A\nsteps:\n" + "- 400m @ 4:00/km\n" * 10_000,
    "lines of notation": "workout: A\nsteps: |\n" + '  400m @ 4:00/km "Relax"\n' * 10_000,
    "notation in one line": "workout: A\nsteps: " + "400m @ 4:00/km; " * 10_000,
    "aliases": "workout: A\nsteps:\n- &step {duration: {distance: 400}}\n" + "- *step\n" * 9999,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_ten_thousand_steps_are_read(text):
    assert len(read_text(text).items) == 10_000
