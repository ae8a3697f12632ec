"""Weekdays and times of day are read as people write them, by one reader, and written in one way."""

import json
import re
from datetime import time

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, InvalidWorkout, document_schema, read_text, write_json
from workout_core.cli.main import cli
from workout_core.testing.strategies.plans import times_of_day
from workout_core.units import (
    TIME_OF_DAY_PATTERN,
    WEEKDAY_NAMES,
    read_time_of_day,
    read_weekday,
    weekday_of,
    weekday_pattern,
    write_time_of_day,
    write_weekday,
)

SPELT = {
    "mon": "mon Mon MON mon. Monday MONDAY Mondays",
    "tue": "tue tues Tues. Tuesday",
    "wed": "wed Weds Wednesday",
    "thu": "thu thur thurs THURS. Thursday",
    "fri": "fri Fri. friday",
    "sat": "sat Saturdays",
    "sun": "sun Sunday",
}
SPELLINGS = [(word, day) for day, words in SPELT.items() for word in words.split()]
TIMES = {
    "18:30": ["18:30", "18.30", "18h30", "18 h 30", "6:30pm", "6.30 pm", "06:30 P.M.", "6:30\u00a0p.m."],
    "07:00": ["7:00", "07:00", "7am", "7 AM", "7h", "07 a.m."],
    "18:00": ["6pm", "18h"],
    "12:00": ["noon", "Midday", "12 noon", "12pm"],
    "00:15": ["12:15am", "0:15", "0h15"],
    "18:30:15": ["18:30:15", "6:30:15 pm"],
}
READ = [(text, said) for said, texts in TIMES.items() for text in texts]
PLAN = "plan: P\ntimezone: Europe/Warsaw\nstart: 2026-08-03\nweeks:\n  - {name: Base, %s}\n"


@pytest.mark.parametrize(("text", "day"), SPELLINGS)
def test_weekdays_are_read_as_people_write_them(text, day):
    number = read_weekday(text)
    assert write_weekday(number) == day
    assert re.search(weekday_pattern(number), text)


@pytest.mark.parametrize("text", ["", "mo", "m", "monn", "mon..", "sundy", "thursd ay", "mon!", "tue wed"])
def test_what_is_no_weekday_is_refused(text):
    with pytest.raises(InvalidWorkout, match=r"is not a weekday \((did you mean|one of) "):
        read_weekday(text)
    assert not any(re.search(weekday_pattern(number), text) for number in range(7))


@given(st.sampled_from(WEEKDAY_NAMES), st.integers(3, 9), st.booleans(), st.booleans(), st.booleans())
def test_a_weekday_may_be_cut_short_and_the_schema_knows_it(name, length, upper, plural, point):
    word = name[:length] + "s" * plural + "." * point
    word = word.upper() if upper else word
    assert WEEKDAY_NAMES[weekday_of(word)] == name
    assert [n for n in range(7) if re.search(weekday_pattern(n), word)] == [WEEKDAY_NAMES.index(name)]


@pytest.mark.parametrize(("text", "said"), READ)
def test_times_are_read_as_people_write_them(text, said):
    assert write_time_of_day(read_time_of_day(text)) == said
    assert re.search(TIME_OF_DAY_PATTERN, text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("6", "write '6:00' or '18:00'"),
        ("06", "write '6:00' or '18:00'"),
        ("0", "write '0:00' or '12:00'"),
        ("18", "write '18:00'"),
        ("1830", "write '18:30'"),
        ("midnight", "write '0:00' for the beginning of a day"),
        ("24:00", "like '7:00' or '18:30'"),
        ("13pm", "like '7:00' or '18:30'"),
        ("0am", "like '7:00' or '18:30'"),
        ("18.3", "like '7:00' or '18:30'"),
        ("18:60", "like '7:00' or '18:30'"),
        ("7h30pm", "like '7:00' or '18:30'"),
        ("99", "like '7:00' or '18:30'"),
        ("\u0661\u0668:\u0663\u0660", "like '7:00' or '18:30'"),
        ("soon", "like '7:00' or '18:30'"),
        ("", "like '7:00' or '18:30'"),
    ],
)
def test_what_is_no_time_or_may_be_two_says_what_would_be_right(text, right):
    with pytest.raises(InvalidWorkout) as caught:
        read_time_of_day(text)
    assert str(caught.value).endswith(f"is not a time of day ({right})")
    for suggested in re.findall(r"'([0-9:]+)'", right):
        assert isinstance(read_time_of_day(suggested), time)


@given(times_of_day())
def test_a_time_is_written_as_it_is_read(at):
    assert read_time_of_day(write_time_of_day(at)) == at
    assert read_time_of_day(f"{at:%I:%M %p}") == read_time_of_day(f"{at:%Hh%M}") == at


@given(st.text(st.sampled_from("0123456789:.hampn ") | st.characters(), max_size=9))
def test_any_text_is_a_time_or_refused(text):
    try:
        at = read_time_of_day(text)
    except InvalidWorkout:
        return
    assert re.search(TIME_OF_DAY_PATTERN, text)
    assert read_time_of_day(write_time_of_day(at)) == at


def test_weeks_and_times_of_a_plan_take_any_spelling():
    text = PLAN % "Monday: easy 30min, 'thurs.': {steps: easy 40min, at: 6pm}, SAT: easy 60min"
    text += "times: {default: 18.30, Saturdays: 9am, sun: noon}\nweek_starts: Mon\n"
    text += "changes:\n  - {skip: Base/Monday/running}\n"
    text += "  - {swap: Base/Thurs/running, with: Base/SAT/running}\n"
    plan = read_text(text)
    assert [(s.slot, s.day.day, f"{s.at:%H:%M}", s.skipped) for s in plan.sessions] == [
        ("Base/mon/running", 3, "18:30", True),
        ("Base/sat/running", 6, "18:00", False),
        ("Base/thu/running", 8, "09:00", False),
    ]
    same = text.replace("Monday:", "mon:").replace("'thurs.'", "thu").replace("SAT:", "sat:")
    assert read_text(same) == plan
    assert '"at": "18:30"' in write_json(plan)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (
            PLAN % "mon: easy 30min, Monday: easy 40min",
            "5:35: weeks[0].mon: 'Monday' is given twice (as 'mon' in line 5)",
        ),
        (
            PLAN % "mon: easy 30min" + "times: {Thurs: 7am, thu: 8am}\n",
            "6:21: times.thu: 'thu' is given twice (as 'Thurs' in line 6)",
        ),
    ],
    ids=["a week", "times"],
)
def test_a_day_in_two_spellings_is_given_twice(body, where):
    with pytest.raises(DocumentError) as caught:
        read_text(body)
    assert where in str(caught.value)


def test_a_time_of_which_the_half_of_the_day_is_not_said_is_asked():
    with pytest.raises(DocumentError, match=r"'6' is not a time of day \(write '6:00' or '18:00'\)"):
        read_text(PLAN % "mon: {steps: easy 30min, at: 6}")


@pytest.mark.slow
def test_the_schema_takes_the_same_spellings_and_no_others():
    schema = document_schema()
    week = {"name": "Base", "Monday": "easy 30min", "tues.": {"steps": "easy 30min", "at": "6:30 pm"}}
    good = {
        "plan": "P",
        "timezone": "UTC",
        "start": "2026-08-03",
        "weeks": [week],
        "times": {"Weds": "7am"},
        "week_starts": "Sun",
    }
    jsonschema.validate(good, schema)
    read_text(json.dumps(good))
    for change in (
        {"weeks": [{"moonday": "easy 30min"}]},
        {"times": {"wedday": "7am"}},
        {"week_starts": "sundy"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(good | change, schema)


def test_commands_take_the_same_spellings_and_write_the_canonical_ones(tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN % "mon: easy 30min, tue: easy 40min", "utf-8")
    done = CliRunner().invoke(cli, ["plan", "move", str(plan), "Base/Tuesday", "Thurs.", "--at", "6pm"])
    assert done.exit_code == 0, done.output
    assert plan.read_text("utf-8").endswith("to: 2026-08-06, at: 18:00}\n")
    assert f"{read_text(plan.read_text('utf-8')).sessions[1].day}" == "2026-08-06"
