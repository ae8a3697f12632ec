"""A name of a right-to-left script stands within a line without turning it around."""

import pytest

from workout_core import isolated, without_isolates


@pytest.mark.parametrize("name", ["Easy run", "Ćwiczenia", "6 × 800 m", "🏃", "跑步", ""])
def test_a_name_that_is_read_from_the_left_stays_as_it_is(name):
    assert isolated(name) == name


@pytest.mark.parametrize("name", ["שבת", "ריצה 5", "جري", "run \u202eback", "٣"], ids=ascii)
def test_a_name_that_turns_its_line_is_isolated_and_comes_back(name):
    assert isolated(name) == f"\u2068{name}\u2069"
    assert without_isolates(isolated(name)) == name


@pytest.mark.parametrize("name", ["\u2068open", "closed\u2069", "plain"], ids=ascii)
def test_half_of_the_isolates_is_left_alone(name):
    assert without_isolates(name) == name
