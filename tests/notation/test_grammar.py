"""The grammar is a table of words and forms, and every row reads its own example."""

import pytest

from workout_core.model.sport import Equipment, Stroke
from workout_core.model.workout import Intensity
from workout_core.notation import grammar
from workout_core.notation.parser import parse_steps
from workout_core.units import LENGTHS, PACE_LENGTHS


@pytest.mark.parametrize("form", grammar.DURATIONS, ids=lambda form: form.example)
def test_the_example_of_a_duration_is_read_by_its_own_row(form):
    matches = {row.example: row.pattern.match(form.example) for row in grammar.DURATIONS}
    longest = max((found for found in matches.values() if found), key=lambda found: found.end())

    assert matches[form.example] is longest
    assert longest.end() == len(form.example)
    assert parse_steps(form.example)[0].duration == form.read(longest)


@pytest.mark.parametrize("form", grammar.TARGETS, ids=lambda form: form.example)
def test_the_example_of_a_target_is_read_by_its_own_row_first(form):
    first = next(row for row in grammar.TARGETS if row.pattern.fullmatch(form.example))

    assert first is form
    assert parse_steps(f"10min @ {form.example}")[0].target == form.read(form.pattern.fullmatch(form.example))


@pytest.mark.parametrize("form", [*grammar.DURATIONS, *grammar.TARGETS], ids=lambda form: form.example)
def test_no_row_reads_another_alphabets_digits(form):
    arabic = form.example.translate({ord(digit): chr(0x660 + int(digit)) for digit in "0123456789"})

    assert arabic == form.example or not form.pattern.fullmatch(arabic)


@pytest.mark.parametrize("word", grammar.ROLES)
def test_a_role_may_stand_before_or_after_the_duration_in_either_case_or_as_a_label(word):
    steps = [
        parse_steps(text)[0] for text in (f"{word} 15min", f"15min {word.upper()}", f"{word.title()}: 15min")
    ]

    assert {step.intensity for step in steps} == {grammar.ROLES[word]}
    assert {step.name for step in steps} == {""}


@pytest.mark.parametrize("word", grammar.STROKES)
def test_a_stroke_is_read(word):
    assert parse_steps(f"50m {word.upper()}")[0].stroke is grammar.STROKES[word]


@pytest.mark.parametrize("word", grammar.EQUIPMENT)
def test_equipment_is_read_after_with(word):
    assert parse_steps(f"with {word} 50m")[0].equipment is grammar.EQUIPMENT[word]


@pytest.mark.parametrize("word", grammar.SHARE_WORDS)
def test_a_share_is_of_what_it_says(word):
    assert parse_steps(f"10min @ 80% {word.upper()}")[0].target.value.of is grammar.SHARE_WORDS[word]


@pytest.mark.parametrize("word", grammar.ZONE_WORDS)
def test_a_zone_is_of_what_it_says(word):
    assert parse_steps(f"10min @ z2 {word}")[0].target.quantity is grammar.ZONE_WORDS[word]


@pytest.mark.parametrize("word", grammar.UNIT_WORDS)
def test_a_unit_says_what_is_measured(word):
    assert parse_steps(f"10min @ 100{word.upper()}")[0].target.quantity is grammar.UNIT_WORDS[word]


@pytest.mark.parametrize("unit", LENGTHS)
def test_every_length_can_be_a_distance(unit):
    assert parse_steps(f"strides 30{unit}")[0].duration.metres == pytest.approx(30 * LENGTHS[unit])


@pytest.mark.parametrize("unit", PACE_LENGTHS)
def test_every_pace_length_can_be_a_pace(unit):
    assert parse_steps(f"10min @ 1:40/{unit}")[0].target.value.low == PACE_LENGTHS[unit] / 100


@pytest.mark.parametrize(
    ("words", "members"),
    [(grammar.ROLES, Intensity), (grammar.STROKES, Stroke), (grammar.EQUIPMENT, Equipment)],
    ids=["roles", "strokes", "equipment"],
)
def test_every_member_has_a_word(words, members):
    assert set(words.values()) == set(members)
    assert all(word == word.casefold() for word in words)
