"""Days of a plan, as people name them."""

from datetime import date

import pytest

from workout_core import InvalidWorkout
from workout_core.watch.spans import read_span

TODAY = date(2026, 8, 2)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("next 7d", "2026-08-02", "2026-08-08"),
        ("next 1 day", "2026-08-02", "2026-08-02"),
        ("Next 2 weeks", "2026-08-02", "2026-08-15"),
        ("2026-08-03", "2026-08-03", "2026-08-03"),
        ("2026-08-03 to 2026-08-09", "2026-08-03", "2026-08-09"),
        ("2026-08-03..2026-08-09", "2026-08-03", "2026-08-09"),
    ],
)
def test_days_are_read(text, first, last):
    assert read_span(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["", "7", "next 0d", "next", "2026-02-30", "2026-08-09 to 2026-08-03", "next ٣d"]
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(InvalidWorkout, match=r"is not a time \(like 'next 7d'|no calendar has"):
        read_span(text, TODAY)


@pytest.mark.parametrize(
    ("text", "said"),
    [("next 0d", "'next 0d' has no day"), ("2026-12-13 to 2026-12-07", "ends before it begins")],
)
def test_what_is_wrong_with_a_time_is_said(text, said):
    with pytest.raises(InvalidWorkout, match=said):
        read_span(text, TODAY)


def test_the_end_of_the_calendar_is_an_end():
    assert read_span("next 9999w", date(9999, 12, 30)).last == date.max
