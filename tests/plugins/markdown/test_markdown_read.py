"""A log reads back: what was written with steps in the notation, and what people write by hand."""

from datetime import date, time
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from workout_core import (
    DocumentError,
    Event,
    EventKind,
    Feature,
    Importer,
    Link,
    Plan,
    Readings,
    Registry,
    Session,
    Sport,
    Week,
    Workout,
    export,
    import_data,
    parse_steps,
    read_document,
    week_totals,
)
from workout_core.testing.strategies import plans, workouts

EXAMPLES = Path(__file__).parents[3] / "examples"
REGISTRY = Registry.discover()
STEPS = parse_steps("40min easy")


def read(text):
    return import_data(text.encode(), "markdown", registry=REGISTRY, file="log.md")


def problems(text):
    with pytest.raises(DocumentError) as caught:
        read(text)
    return [(each.line, each.message) for each in caught.value.problems]


def written(subject, **options):
    (file,) = export(subject, "markdown", registry=REGISTRY, options={"steps": "notation", **options})
    return file


BY_HAND = """\
# Autumn

*3 August 2026 · Europe/Warsaw*

Slow and steady.

## Base

Sleep well.

- [x] Tue 4 Aug, 18:00 · Easy run · 40 min
  - 40min easy
- [ ] 2026-08-05, 7:30 - Tempo
  Hold back at first.
  ```
  15min easy
  20min @ threshold
  ```
  https://example.org/not-a-link-of-its-own
  [Why](https://example.org/why)
- [ ] Fri 7 Aug · Ride · cycling
  * 1h @ 200W
- [ ] Fri 7 Aug · **A · B** · strength
  1. Squat 3x10
- Sat 8 Aug · Rest · rest
- [X] Sunday 9 August: Call · call · 1 h 30 min
"""


def test_a_log_that_was_written_by_hand_is_read():
    plan = read(BY_HAND).subject
    assert plan == Plan(
        name="Autumn",
        timezone="Europe/Warsaw",
        description="Slow and steady.",
        weeks=[Week(start=date(2026, 8, 4), name="Base", note="Sleep well.")],
        sessions=[
            Session(
                slot="2026-08-04",
                day=date(2026, 8, 4),
                at=time(18),
                activity=Workout(name="Easy run", items=STEPS),
            ),
            Session(
                slot="2026-08-05",
                day=date(2026, 8, 5),
                at=time(7, 30),
                activity=Workout(
                    name="Tempo",
                    items=parse_steps("15min easy; 20min @ threshold"),
                    description="Hold back at first.\nhttps://example.org/not-a-link-of-its-own",
                    links=[Link("https://example.org/why", "Why")],
                ),
            ),
            Session(
                slot="2026-08-07",
                day=date(2026, 8, 7),
                activity=Workout(name="Ride", items=parse_steps("1h @ 200W"), sport=Sport.CYCLING),
            ),
            Session(
                slot="2026-08-07-2",
                day=date(2026, 8, 7),
                activity=Workout(name="A · B", items=parse_steps("Squat 3x10"), sport=Sport.STRENGTH),
            ),
            Session(
                slot="2026-08-08", day=date(2026, 8, 8), activity=Event(name="Rest", kind=EventKind.REST)
            ),
            Session(
                slot="2026-08-09",
                day=date(2026, 8, 9),
                lasts=5400,
                activity=Event(name="Call", kind=EventKind.CALL),
            ),
        ],
    )


def test_how_many_sessions_are_ticked_is_told():
    (loss,) = read(BY_HAND).losses
    assert str(loss) == "ticks: 2 of 6 sessions are ticked; a plan does not keep that"


def test_steps_in_words_are_a_note_and_that_is_told():
    read_back = read("# A\n\n- [ ] Tue 4 Aug 2026 · Swim\n  - Some laps\n    - and more\n")
    (session,) = read_back.subject.sessions
    assert session.activity == Event(name="Swim", description="- Some laps\n  - and more")
    assert [str(loss) for loss in read_back.losses] == [
        "sessions[0]: steps: kept as a note, since there are none in the notation"
    ]


def test_what_is_said_of_a_workout_without_sessions_is_a_workout():
    ride = "# Ride\n\n*indoor cycling · 1 h*\n\nSteady.\n\n```steps\n1h @ 200W\n```\n"
    assert read(f"{ride}\n## Numbers of Ada\n\n- FTP: 240 W\n").subject == Workout(
        name="Ride", items=parse_steps("1h @ 200W"), sport=Sport.INDOOR_CYCLING, description="Steady."
    )


def test_a_year_that_is_not_written_is_that_of_the_weeks_around():
    text = "# A\n\n*Mon 28 Dec 2026*\n\n- Thu 31 Dec · Old\n- Fri 1 Jan · New\n- Sat 2 Jan 2027 · Newer\n"
    assert [session.day for session in read(text).subject.sessions] == [
        date(2026, 12, 31),
        date(2027, 1, 1),
        date(2027, 1, 2),
    ]


def test_weeks_begin_on_the_day_that_they_are_written_with():
    text = "# A\n\n## Week 1 of 1\n\n*Sun 2 Aug 2026 to Sat 8 Aug 2026*\n\n- Tue 4 Aug · Easy\n"
    assert read(text).subject.first_weekday == 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n- [ ] Tue 4 Aug · Easy\n", [(3, "'Tue 4 Aug' has no year (like 'Tue 4 Aug 2026')")]),
        (
            "# A\n\n- [ ] 31 Feb 2026 · Easy\n- 2026-13-01 · B\n",
            [(3, "'31 Feb 2026' is no day of the calendar"), (4, "'2026-13-01' is no day of the calendar")],
        ),
        (
            "# A\n\n- [ ] Tue 4 Aug 2026, 25:00 · Easy\n",
            [(3, "has a time of day that is none (like '18:30')")],
        ),
        (
            "# A\n\n- 4 Aug 1500 · Easy\n",
            [(3, "a session's day must be 1601-01-01 to 9600-12-31: 1500-08-04")],
        ),
        (
            "# A\n\n- Tue 4 Aug 2026, 18:00 · Easy\n",
            [(0, "a plan with times of day needs a timezone (like 'Europe/Warsaw')")],
        ),
    ],
    ids=["year", "day", "time", "far", "zone"],
)
def test_what_is_wrong_with_a_session_is_told_with_its_line(text, expected):
    assert problems(text) == expected


def test_steps_that_are_wrong_are_told_with_their_line_in_the_log():
    steps = "  ```steps\n  10min easy\n  15min warmpu\n  ```\n"
    ((line, message),) = problems(f"# A\n\n- Tue 4 Aug 2026 · B\n\n{steps}")
    assert line == 7
    assert "'warmup'" in message


def test_a_text_without_a_session_and_without_steps_is_told_what_is_missing():
    ((_, message),) = problems("# A\n\nNothing.\n")
    assert message.startswith("has no session and no steps (a session is a line like '- [ ] Tue 4 Aug 2026")


def test_data_that_are_no_text_are_refused_with_the_line():
    with pytest.raises(DocumentError, match=r"log\.md:2:1: not UTF-8: byte 0xff"):
        import_data(b"# A\n\xff\n", "markdown", registry=REGISTRY, file="log.md")


def test_a_log_may_not_have_more_sessions_than_a_plan():
    text = "# A\n\n" + "- 4 Aug 2026 · B\n" * 7_001
    assert problems(text) == [(0, "more than 7000 sessions (divide the log)")]


def test_a_log_may_not_have_more_steps_than_a_plan(monkeypatch):
    monkeypatch.setattr("workout_markdown.reader._MOST_STEPS", 5)
    text = "# A\n\n" + "- 4 Aug 2026 · B\n  - 2x\n    - 1min\n    - 1min walk\n" * 2
    assert problems(text) == [(0, "more than 5 steps in all sessions (divide the log)")]


def test_lines_that_belong_to_no_session_are_warned_of():
    (warning,) = read("# A\n\n- 4 Aug 2026 · B\nhello\n").warnings
    assert (warning.line, warning.message) == (
        4,
        "is not read (indent it if it belongs to the session above)",
    )


def test_a_day_on_another_weekday_is_warned_of():
    (warning,) = read("# A\n\n- Wed 4 Aug 2026 · B\n").warnings
    assert (warning.line, warning.message) == (3, "'Wed 4 Aug 2026' is another weekday in 2026")


def test_a_log_and_steps_are_recognised_and_other_texts_are_not():
    (importer,) = [each for each in REGISTRY.importers() if each.name == "markdown"]
    assert isinstance(importer, Importer)
    assert importer.recognises(b"# A\n\n- [ ] Tue 4 Aug 2026 \xc2\xb7 B\n")
    assert importer.recognises(written(Workout(name="A", items=STEPS), steps="words").data)
    assert importer.recognises(b"# A\n\n```steps\n40min easy\n```\n")
    assert not importer.recognises(b"# A\n40min easy\n")
    assert not importer.recognises(b"workout: A\n")


WORKOUTS = [path for path in sorted(EXAMPLES.rglob("*.yaml")) if isinstance(read_document(path), Workout)]
PLANS = [path for path in sorted(EXAMPLES.rglob("*.yaml")) if isinstance(read_document(path), Plan)]


@pytest.mark.parametrize("path", WORKOUTS, ids=lambda path: path.stem)
def test_an_example_in_the_notation_reads_back(path):
    workout = read_document(path)
    assert read(written(workout).data.decode()).subject == carried(workout)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_in_the_notation_reads_back(path):
    plan = read_document(path)
    read_back = read(written(plan, coach_notes="yes").data.decode())
    assert read_back.subject.sessions == tuple(map(carried_session, with_new_slots(plan)))
    assert read_back.subject.name == plan.name
    assert read_back.subject.timezone == plan.timezone
    assert weeks_of(read_back.subject) == weeks_of(plan)
    assert read_back.losses == ()
    assert read_back.warnings == ()


def has_no_exercises_left(file):
    return Feature.EXERCISE in {loss.kind for loss in file.losses}


@given(workouts())
def test_any_workout_in_the_notation_reads_back(workout):
    file = written(workout)
    read_back = read(file.data.decode()).subject
    assert (read_back.name, read_back.sport) == (workout.name, workout.sport)
    assert read_back == carried(workout) or has_no_exercises_left(file)


@given(plans())
def test_any_plan_in_the_notation_reads_back(plan):
    file = written(plan)
    read_back = read(file.data.decode())
    assert [loss for loss in read_back.losses if loss.kind == "steps"] == []
    assert [
        (each.day, each.at, each.name, each.skipped, each.is_race) for each in read_back.subject.sessions
    ] == [(each.day, each.at, each.name, each.skipped, each.is_race) for each in plan.sessions]
    if not has_no_exercises_left(file):
        assert [
            each.activity for each in read_back.subject.sessions if isinstance(each.activity, Workout)
        ] == [carried(each.activity) for each in plan.sessions if isinstance(each.activity, Workout)]


def weeks_of(plan):
    return [(week.start, week.name, week.note, week.coach_note) for week in week_totals(plan, Readings())]


def carried(workout):
    """Return what Markdown says of a workout: not its tags, or spaces at the ends of lines."""
    return evolve(
        workout,
        tags=(),
        pool_length=None,
        tolerance=None,
        goal=None,
        id="",
        units=None,
        description=without_indents(workout.description),
        links=[
            Link(each.url, "" if each.title == each.url else each.title, each.kind) for each in workout.links
        ],
    )


def without_indents(text):
    return "\n".join(map(str.strip, text.split("\n")))


def with_new_slots(plan):
    """Yield the sessions with the slots of their days."""
    seen = []
    for session in plan.sessions:
        seen.append(session.day)
        number = seen.count(session.day)
        yield evolve(session, slot=f"{session.day}-{number}" if number > 1 else f"{session.day}")


def carried_session(session):
    """Return what a log says of a session: not what volume has made of it, or how long it is booked."""
    what = session.activity
    if isinstance(what, Workout):
        return evolve(session, activity=carried(what), lasts=None, volume=None, plan="")
    return evolve(session, plan="")
