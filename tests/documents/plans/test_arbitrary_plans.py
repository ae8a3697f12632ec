"""Whatever a plan of weeks says, it is read or refused; and no session changes another's identity."""

import json
import warnings
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from workout_core import DocumentError, Plan, WorkoutWarning, read_text, session_identity, write_json

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENTRIES = st.sampled_from(
    (
        *(
            "easy 30min",
            "5x(1km @ RPE 8, 400m jog)",
            "hard",
            "Hard",
            "rest",
            "none",
            "hrad",
            "",
            "10min @ Z9 HR",
        ),
        {"steps": "easy 20min", "at": "7:00"},
        {"steps": "easy 20min", "at": "all day", "lasts": "45min"},
        {"workout": "hard", "slot": "a"},
        {"workout": "New", "sport": "strength", "steps": "Squat 3x10", "skipped": "yes"},
        {"recipe": "long-run", "distance": "16km"},
        {"recipe": "long-run", "distance": "far"},
        {"event": "Call", "at": "19:00", "url": "https://example.org"},
        {"event": "Note", "kind": "party"},
        {"workout": "hard", "sport": "running"},
        [],
        7,
    )
)
WEEK = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(("Base", "Build", "base", "")),
        "like": st.sampled_from(("Base", "Build", "1", "2", "9")),
        "volume": st.sampled_from(("+10%", "-20%", "10%", "+900%")),
        "repeat": st.sampled_from((1, 2, 3, 0, "x", 10**9)),
        "note": st.just("Mind."),
    }
    | dict.fromkeys(DAYS, ENTRIES | st.lists(ENTRIES, max_size=3)),
)
BLOCK = st.fixed_dictionaries({"repeat": st.sampled_from((1, 2, 50, 0)), "weeks": st.lists(WEEK, max_size=3)})
CHANGES = st.sampled_from(
    (
        {"move": "1/mon/running", "to": "2026-09-01"},
        {"swap": "1/mon/running", "with": "1/tue/hard"},
        {"skip": "Base/mon/hard"},
        {"keep": "1/mon/hard"},
        {"shift": "9 days", "from": "2026-08-05"},
        {"shift": "36525"},
        {"pause": "2026-08-05", "for": "1 week"},
        {"drop": "x"},
    )
)
RACE = st.sampled_from(
    (
        {"name": "R", "date": "2026-09-06", "time": "10:00", "distance": "10km", "goal": "47:00"},
        {"name": "R", "date": "2026-08-06"},
        {"name": "R", "date": "0001-01-02"},
        {"name": "R"},
    )
)
PLAN = st.fixed_dictionaries(
    {"plan": st.just("P"), "weeks": st.lists(WEEK | BLOCK, max_size=4)},
    optional={
        "start": st.sampled_from(("2026-08-03", "2026-08-05", "9999-12-30", "soon")),
        "race": RACE,
        "timezone": st.sampled_from(("Europe/Warsaw", "Europe/Warszawa")),
        "times": st.sampled_from(({"default": "2:30"}, {"strength": "7:00", "sat": "25:00"})),
        "workouts": st.just({"hard": "warmup 15min; 5x(1km @ RPE 8, 400m jog)"}),
        "changes": st.lists(CHANGES, max_size=3),
        "conflicts": st.just({"two runs": "move"}),
    },
)


def _read(document: dict) -> Plan | None:
    with warnings.catch_warnings(), suppress(DocumentError):
        warnings.simplefilter("ignore", WorkoutWarning)
        return read_text(json.dumps(document), is_json=True)
    return None


@given(PLAN)
def test_any_plan_of_weeks_is_read_or_refused_and_reads_back_from_json(document):
    plan = _read(document)
    if plan is not None:
        assert read_text(write_json(plan), is_json=True) == plan


SOUND = st.sampled_from(
    (
        "easy 30min",
        "hard",
        {"steps": "easy 20min", "at": "7:00"},
        {"workout": "New", "steps": "5km"},
        {"recipe": "long-run", "distance": "16km"},
        {"event": "Call", "at": "19:00"},
    )
)
SEASON = st.lists(
    st.fixed_dictionaries({"mon": SOUND}, optional=dict.fromkeys(DAYS[1:], SOUND)), min_size=1, max_size=3
)


def _plan(weeks: list[dict], **more: object) -> Plan:
    head = {"plan": "P", "start": "2026-08-03", "timezone": "Europe/Warsaw", "workouts": {"hard": "5x1km"}}
    plan = _read({**head, "weeks": weeks, **more})
    assert plan is not None
    return plan


def _identities(plan: Plan) -> dict[str, object]:
    return {str(session_identity(plan, session)): session for session in plan.sessions}


@st.composite
def _with_one_more(draw: DrawFn) -> tuple[list[dict], list[dict]]:
    """Draw the weeks of a plan, and the same with a session more, of a kind that its day does not have."""
    weeks = draw(SEASON)
    number, day = draw(st.integers(0, len(weeks) - 1)), draw(st.sampled_from(DAYS))
    new = draw(st.sampled_from(({"workout": "More", "steps": "3km"}, {"event": "Talk"})))
    there = weeks[number].get(day)
    week = weeks[number] | {day: new if there is None else draw(st.permutations([there, new]))}
    return weeks, [*weeks[:number], week, *weeks[number + 1 :]]


@given(_with_one_more())
def test_a_session_more_changes_no_other(pair):
    before, after = (_identities(_plan(weeks)) for weeks in pair)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


@given(SEASON, st.data())
def test_a_week_more_at_the_end_changes_no_other(weeks, data):
    more = data.draw(SEASON)
    assert _identities(_plan(weeks)).items() <= _identities(_plan([*weeks, *more])).items()


@given(SEASON, st.data())
def test_a_session_that_moves_stays_itself_and_so_do_all_others(weeks, data):
    before = _plan(weeks)
    moved = data.draw(st.sampled_from(before.sessions))
    after = _plan(weeks, changes=[{"move": moved.slot, "to": "2026-12-24"}])
    old, new = _identities(before), _identities(after)
    assert old.keys() == new.keys()
    assert [uid for uid in old if old[uid] != new[uid]] == [str(session_identity(before, moved))]


@given(SEASON)
def test_two_plans_never_share_an_identity(weeks):
    one, other = _plan(weeks), _plan(weeks, plan="Q")
    assert not _identities(one).keys() & _identities(other).keys()
