"""A calendar in German: what an athlete reads, and that it replaces one in English as the same events."""

from datetime import time, timedelta

import pytest

from calendars import (
    CALL,
    MONDAY,
    NOTE,
    NOW,
    RACE,
    REST,
    RUN,
    STRENGTH,
    events,
    feed,
    plan_of,
    revised,
    session,
)
from workout_core import InvalidOption, Week, in_language

PLAN = plan_of(
    session(RUN, MONDAY, time(18, 30)),
    session(STRENGTH, MONDAY + timedelta(days=2)),
    weeks=[Week(start=MONDAY, name="Base")],
)


def german(plan, **options):
    with in_language("de"):
        return feed(plan, **options)


@pytest.mark.parametrize(
    ("activity", "category"),
    [
        (RUN, "Laufen"),
        (STRENGTH, "Krafttraining"),
        (RACE, "Wettkampf"),
        (CALL, "Gespräch"),
        (REST, "Ruhetag"),
        (NOTE, "Termin"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_category_is_a_word_for_people(activity, category):
    (event,) = events(german(plan_of(session(activity)))).values()
    assert event["CATEGORIES"].cats == [category]


def test_a_name_stays_and_a_description_ends_with_the_sum():
    event = events(german(PLAN))["Easy run"]
    assert str(event["DESCRIPTION"]).split("\n\n")[-1].startswith("Gesamt: 40 min")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"before": "20min"}, "Beginnt um 18:30 Uhr"),
        ({"after": "10min"}, "Endet um 19:10 Uhr"),
        ({"before": "20min", "after": "10min"}, "Beginnt um 18:30 Uhr, endet um 19:10 Uhr"),
    ],
    ids=["before", "after", "both"],
)
def test_a_session_says_its_own_times(options, expected):
    event = events(german(PLAN, **options))["Easy run"]
    assert str(event["DESCRIPTION"]).split("\n\n")[0] == expected


def test_a_week_is_an_event_of_its_own_category():
    categories = [event["CATEGORIES"].cats for event in events(german(PLAN, week_summaries="yes")).values()]
    assert categories == [["Woche"], ["Laufen"], ["Krafttraining"]]


def test_a_calendar_in_another_language_changes_texts_and_no_identities():
    english = feed(PLAN, week_summaries="yes")
    later = NOW + timedelta(hours=1)
    revision = revised(german(PLAN, week_summaries="yes"), english, later)

    assert (revision.kept, revision.changed, revision.added, revision.removed) == (0, 3, 0, 0)
    assert revision.renamed == ()
    before, after = (
        [str(event["UID"]) for event in events(data).values()] for data in (english, revision.data)
    )
    assert before == after
    assert "Gesamt: 40 min" in str(events(revision.data)["Easy run"]["DESCRIPTION"])
    assert [int(event["SEQUENCE"]) for event in events(revision.data).values()] == [1, 1, 1]
    assert revised(german(PLAN, week_summaries="yes"), revision.data, later).data == revision.data


def test_what_is_wrong_with_the_options():
    with pytest.raises(InvalidOption, match="-O kinds: von 'Summer' bleibt nichts für den Kalender übrig"):
        german(PLAN, kinds="yoga")
