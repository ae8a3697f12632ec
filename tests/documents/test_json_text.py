"""JSON is written as Python's own library writes it, only faster."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import to_json
from workout_core.documents.json_text import json_text
from workout_core.testing.samples import kitchen_sink_plan

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


def _theirs(value):
    return json.dumps(value, ensure_ascii=False, indent=2)


@given(VALUES)
def test_any_value_is_written_the_same(value):
    assert json_text(value) == _theirs(value)


@pytest.mark.parametrize("value", [{}, [], (), {"a": {}}, [[], ()], {"a": []}, -0.0, 1e300, float("nan")])
def test_what_is_empty_or_odd_is_written_the_same(value):
    assert json_text(value) == _theirs(value)


def test_a_plan_with_everything_is_written_the_same():
    value = to_json(kitchen_sink_plan())
    assert json_text(value) == _theirs(value)
