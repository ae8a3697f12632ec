"""Workouts and plans that the tests of several formats share: drawn once, the same ones each time."""

from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from workout_core import Plan, Workout
from workout_core.testing.strategies import plans, workouts

Value = TypeVar("Value")


def drawn(strategy: SearchStrategy[Value], count: int) -> list[Value]:
    """Return *count* values of *strategy*, without looking for the smallest that fails."""
    values = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Value) -> None:
        values.append(value)

    collect()
    return values


@pytest.fixture(scope="session")
def many_workouts() -> list[Workout]:
    """Return so many workouts that 500 remain when those with too many steps for a watch are taken away."""
    return drawn(workouts(), 600)


@pytest.fixture(scope="session")
def many_plans() -> list[Plan]:
    """Return a hundred plans and some."""
    return drawn(plans(), 150)


FRESH = ("test_hash_order_does_not_change_what_it_makes", "test_the_clock_does_not_change_what_it_makes")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what starts an interpreter three times or more for each of our own formats."""
    for item in items:
        if item.path.name == "test_conformance.py" and item.name in FRESH:
            item.add_marker(pytest.mark.slow)
