"""Weeks begin on the day that a plan says: in its grids, its totals, its anchors and its changes."""

from datetime import date

import pytest

from calendars import events, feed
from oracles.pages import of_class, read_page, words
from workout_core import (
    DocumentError,
    Readings,
    Week,
    combine,
    conflicts,
    read_document,
    read_text,
    week_totals,
    write_json,
    write_yaml,
)
from workout_core.html.plan_page import plan_html

WEEKS = """\
weeks:
  - {name: Base, mon: easy 30min, sat: easy 60min, sun: easy 40min}
  - {name: Build, like: Base, volume: +10%}
"""


def plan(starts, head="start: 2026-08-05\n", weeks=WEEKS):
    return read_text(f"plan: P\n{head}week_starts: {starts}\n{weeks}")


def days(made):
    return [f"{session.slot} {session.day:%a} {session.day}" for session in made.sessions]


@pytest.mark.parametrize(
    ("starts", "first", "second", "slots"),
    [
        (
            "sunday",
            "2026-08-02",
            "2026-08-09",
            ["Base/sun", "Base/mon", "Base/sat", "Build/sun", "Build/mon", "Build/sat"],
        ),
        (
            "saturday",
            "2026-08-01",
            "2026-08-08",
            ["Base/sat", "Base/sun", "Base/mon", "Build/sat", "Build/sun", "Build/mon"],
        ),
        (
            "Mon",
            "2026-08-03",
            "2026-08-10",
            ["Base/mon", "Base/sat", "Base/sun", "Build/mon", "Build/sat", "Build/sun"],
        ),
    ],
)
def test_the_days_of_a_week_are_those_from_its_first_on_in_whatever_order_they_are_written(
    starts, first, second, slots
):
    made = plan(starts, head=f"start: {first}\n")
    assert [session.slot.removesuffix("/running") for session in made.sessions] == slots
    assert made.sessions[0].day.isoformat() == first
    assert [week.start.isoformat() for week in week_totals(made, Readings())] == [first, second]


def test_a_start_may_be_any_day_of_the_first_week_and_nothing_is_before_it():
    made = plan("sunday", weeks="weeks: [{wed: easy 30min}, {sun: easy 30min}]\n")
    assert days(made) == ["1/wed/running Wed 2026-08-05", "2/sun/running Sun 2026-08-09"]
    with pytest.raises(DocumentError, match="2026-08-02 is before the start on 2026-08-05"):
        plan("sunday", weeks="weeks: [{sun: easy 30min}]\n")


@pytest.mark.parametrize(
    ("starts", "first"),
    [("monday", "Mon 2026-10-12"), ("saturday", "Sat 2026-10-17"), ("sunday", "Sun 2026-10-18")],
)
def test_the_last_week_is_the_one_that_has_the_race_in_it_whatever_its_first_day(starts, first):
    day = first[:3].casefold()
    weeks = f"weeks: [{{{day}: easy 30min}}, {{{day}: easy 20min}}]\n"
    made = plan(starts, head="race: {name: Cup, date: 2026-10-25}\n", weeks=weeks)
    assert days(made)[0] == f"race-1/{day}/running {first}"


def test_a_plan_keeps_its_first_day_when_it_is_written_and_read():
    made = plan("saturday", head="start: 2026-08-01\n")
    assert made.first_weekday == 5
    assert read_text(write_yaml(made)) == made
    assert read_text(write_json(made), is_json=True) == made
    assert "week_starts" not in write_json(plan("monday", head="start: 2026-08-03\n"))


def test_totals_and_calendars_and_pages_count_the_days_of_these_weeks():
    made = plan("sunday", head="start: 2026-08-02\n")
    assert [round(week.time.value / 60) for week in week_totals(made, Readings())] == [130, 142]
    weeks = [event for title, event in events(feed(made, week_summaries="yes")).items() if "Week" in title]
    assert [event.start for event in weeks] == [date(2026, 8, 2), date(2026, 8, 9)]
    heads = [words(each).strip() for each in of_class(read_page(plan_html(made, Readings())), "date")]
    assert heads[:2] == ["Sun 2 Aug", "Mon 3 Aug"]
    assert heads[6:8] == ["Sat 8 Aug", "Sun 9 Aug"]


@pytest.mark.parametrize(("start", "is_compared"), [("2026-08-03", True), ("2026-08-04", False)])
def test_a_first_week_of_which_two_days_are_over_is_none_to_be_compared_with(start, is_compared):
    made = plan(
        "sunday",
        head=f"start: {start}\n",
        weeks=f"weeks: [{{{date.fromisoformat(start):%a}: easy 30min}}, {{thu: easy 80min}}]\n".lower(),
    )
    assert bool(conflicts(made, Readings())) is is_compared


@pytest.mark.parametrize(
    ("below", "above", "start"),
    [
        ("monday", "sunday", "2026-08-02"),
        ("sunday", "monday", "2026-08-03"),
        ("saturday", "monday", "2026-08-03"),
        ("saturday", "sunday", "2026-08-02"),
        ("sunday", "saturday", "2026-08-01"),
    ],
)
def test_what_a_lower_plan_says_of_a_week_goes_to_the_upper_one_with_most_of_its_days(
    tmp_path, below, above, start
):
    low = plan(below, head="start: 2026-08-05\n", weeks="weeks: [{name: Low, wed: easy 30min}]\n")
    high = plan(above, head="id: top\nstart: 2026-08-05\n", weeks="weeks: [{name: High, wed: easy 30min}]\n")
    both = combine(low, high)
    assert both.weeks == (Week(start=date.fromisoformat(start), name="High + Low"),)
    assert both.first_weekday == high.first_weekday

    (tmp_path / "low.yaml").write_text(write_yaml(low))
    (tmp_path / "high.yaml").write_text(write_yaml(high))
    text = f"plan: Both\nweek_starts: {below}\nover: [low.yaml, high.yaml]\n"
    (tmp_path / "both.yaml").write_text(text)
    made = read_document(tmp_path / "both.yaml")
    assert made.first_weekday == low.first_weekday
    assert [week.name for week in week_totals(made, Readings())] == ["High + Low"]


def test_a_week_may_begin_on_any_weekday_and_on_nothing_else():
    assert plan("wednesday", weeks="weeks: [{wed: easy 30min}]\n").first_weekday == 2
    with pytest.raises(
        DocumentError, match=r"3:14: week_starts: 'sundy' is not a weekday \(did you mean 'sunday'"
    ):
        plan("sundy")
