"""Our exercises: what each is for, and what the FIT profile calls it."""

import csv
import re
from pathlib import Path

import pytest

from every import every
from workout_core import DocumentError, MovementKind, Sides, parse_steps
from workout_core.exercises.book import BOOK, catalogue
from workout_core.exercises.movement import Tier
from workout_core.exercises.names import key
from workout_fit.profile_exercises import EQUIPMENT, ours

TABLE = Path(__file__).parents[1] / "fixtures" / "exercises.csv"
EACH = every("movement", catalogue(), ids=lambda movement: movement.name)


def _table():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _code(movement):
    return BOOK.codes(movement)[0]


def test_the_codes_of_the_plugin_are_of_our_exercises_each():
    assert list(ours()) == [movement.name for movement in catalogue()]
    assert all(code.format == "fit" for codes in ours().values() for code in codes)


def test_there_are_ninety_three_and_no_name_stands_for_two():
    assert len(catalogue()) == 93
    owners = {}
    for movement in catalogue():
        for name in (movement.name, *movement.aliases):
            assert owners.setdefault(key(name), movement.name) == movement.name, name


def test_the_profile_has_each_where_the_table_says():
    found = [(each.name, _code(each).code, _code(each).tier) for each in catalogue()]
    theirs = [
        (
            row["exercise"],
            row["fit_category"] + (f".{row['fit_name']}" if row["fit_name"] != "generic" else ""),
            Tier(row["tier"]),
        )
        for row in _table()
    ]
    assert found == theirs


def test_so_many_fit_exactly_nearly_and_by_their_category_alone():
    tiers = [_code(movement).tier for movement in catalogue()]
    assert [tiers.count(tier) for tier in Tier] == [69, 16, 8]


@EACH
def test_each_is_told_whole(movement):
    assert isinstance(movement.kind, MovementKind)
    assert isinstance(movement.sides, Sides)
    assert movement.muscles
    assert 10 <= len(movement.purpose) <= 70
    assert 10 <= len(movement.cue) <= 60
    assert movement.aliases


@EACH
def test_the_dose_is_a_line_of_the_notation_and_says_each_side_where_sides_take_turns(movement):
    try:
        items = parse_steps(f'"{movement.name}" {movement.dose}')
    except DocumentError as error:
        pytest.fail(str(error))
    assert items
    assert ("/side" in movement.dose) == (movement.sides is Sides.EACH)


def _plural(name):
    """Return *name* with its last word in the plural, where that is one with an s."""
    last = name.split()[-1]
    if not re.fullmatch(r"[\w-]{3,}[a-z]", last) or last.endswith("s"):
        return name
    return f"{name}{'es' if last.endswith(('ch', 'sh')) else 's'}"


@EACH
def test_each_is_found_by_its_name_its_aliases_and_their_plurals(movement):
    for name in (movement.name, movement.name.upper(), *movement.aliases):
        assert BOOK.called(name) == movement
        assert BOOK.called(_plural(name)) == movement
        assert BOOK.called(re.sub(r"[ -]+", "  ", name)) == movement


@EACH
def test_an_exercise_that_the_profile_names_exactly_is_found_by_that_name(movement):
    code = _code(movement)
    if code.tier is Tier.EXACT:
        category, _, term = code.code.partition(".")
        words = () if category in EQUIPMENT else (term.replace("_", " "),)
        for name in (code.code, *words):
            found = BOOK.called(name)
            assert found is not None
            assert _code(found) == code
