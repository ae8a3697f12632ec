"""The records that plugins give are checked when they are made, so that a wrong one never gets further."""

import re
from datetime import UTC, date, datetime
from typing import Union
from uuid import UUID

import pytest
from attrs import evolve, frozen

from workout_core import (
    Capabilities,
    ExportContext,
    Exporter,
    Feature,
    Importer,
    InvalidWorkout,
    Loss,
    Plan,
    Session,
    Step,
    Time,
    Transform,
    Workout,
)

MINUTES = Capabilities(features={Feature.TIME, Feature.CUE})


def _write(_subject, _context):
    return b""


TEXT = Exporter(
    name="text",
    title="Plain text",
    subject=Workout,
    suffix=".txt",
    media_type="text/plain",
    supports=MINUTES,
    write=_write,
)
READ = Importer(name="text", title="Plain text", suffixes=(".txt",), read=_write)
SHOUT = Transform(name="shout", title="Cues in capitals", apply=str)


@frozen
class Without:
    """Options that may take a feature away."""

    cues: bool = False
    columns_wide: int = 80

    def narrow(self, supports, _workout):
        """Return what is left."""
        return supports if self.cues else evolve(supports, features=supports.features - {Feature.CUE})


@frozen
class Astray:
    """Options that narrow to nonsense."""

    def narrow(self, _supports, _workout):
        """Return no capabilities."""
        return {Feature.TIME}


@pytest.mark.parametrize("name", ["fit", "tcx-2", "a", "x1-y2-"])
def test_a_name_is_what_people_can_type(name):
    assert evolve(TEXT, name=name).name == name


@pytest.mark.parametrize(
    "name", ["", "Fit", "2fit", "-fit", "my format", "fït", "fit\n", "fit.gz", "fit_2", None, 3]
)
@pytest.mark.parametrize("record", [TEXT, READ, SHOUT], ids=lambda record: type(record).__name__)
def test_any_other_name_is_refused(record, name):
    message = f"{name!r} cannot be a name (use lower-case letters, digits and hyphens)"
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        evolve(record, name=name)


@pytest.mark.parametrize("suffix", [".fit", ".FIT", ".tar.gz", ".7z", ".plain-text"])
def test_a_suffix_begins_with_a_dot(suffix):
    assert evolve(TEXT, suffix=suffix).suffix == suffix


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"suffix": ""}, "text: '' is not a suffix (like '.fit')"),
        ({"suffix": "fit"}, "text: 'fit' is not a suffix (like '.fit')"),
        ({"suffix": "."}, "text: '.' is not a suffix (like '.fit')"),
        ({"suffix": ".fit."}, "text: '.fit.' is not a suffix (like '.fit')"),
        ({"suffix": "/../x.fit"}, "text: '/../x.fit' is not a suffix (like '.fit')"),
        ({"suffix": ".fit\n"}, "text: '.fit\\n' is not a suffix (like '.fit')"),
        ({"suffix": None}, "text: None is not a suffix (like '.fit')"),
        ({"media_type": "fit"}, "text: 'fit' is not a media type (like 'text/calendar')"),
        (
            {"media_type": "text/plain\nX: y"},
            "text: 'text/plain\\nX: y' is not a media type (like 'text/calendar')",
        ),
        ({"media_type": None}, "text: None is not a media type (like 'text/calendar')"),
        ({"title": ""}, "text: the title must be a line of text: ''"),
        ({"title": "Two\nlines"}, "text: the title must be a line of text: 'Two\\nlines'"),
        ({"title": 7}, "text: the title must be a line of text: 7"),
        (
            {"subject": Session},
            "text: the subject must be Workout, Plan or both: <class 'workout_core.model.plan.Session'>",
        ),
        ({"subject": "Workout"}, "text: the subject must be Workout, Plan or both: 'Workout'"),
        ({"subject": None}, "text: the subject must be Workout, Plan or both: None"),
        (
            {"subject": [Workout]},
            "text: the subject must be Workout, Plan or both: [<class 'workout_core.model.workout.Workout'>]",
        ),
        ({"supports": ["TIME"]}, "text: supports must be Capabilities: ['TIME']"),
        ({"supports": None}, "text: supports must be Capabilities: None"),
        ({"write": b"data"}, "text: write must be a function: b'data' (write def write(subject, context))"),
        ({"options": dict}, "text: options must be an attrs class: <class 'dict'>"),
        (
            {"options": Without(cues=True)},
            "text: options must be an attrs class: Without(cues=True, columns_wide=80)",
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_an_exporter_that_makes_no_sense_is_refused(change, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        evolve(TEXT, **change)


@pytest.mark.parametrize(
    ("record", "change", "message"),
    [
        (READ, {"suffixes": ".txt"}, "the suffixes cannot be '.txt' (write suffixes=('.txt',))"),
        (READ, {"suffixes": (".txt", 3)}, "text: 3 is not a suffix (like '.fit')"),
        (READ, {"title": ""}, "text: the title must be a line of text: ''"),
        (READ, {"read": None}, "text: read must be a function: None (write def read(data, context))"),
        (SHOUT, {"title": None}, "shout: the title must be a line of text: None"),
        (
            SHOUT,
            {"apply": "upper"},
            "shout: apply must be a function: 'upper' (write def apply(workout, context))",
        ),
    ],
    ids=["one suffix", "a number", "no title", "no reader", "no words", "no function"],
)
def test_an_importer_or_a_transform_that_makes_no_sense_is_refused(record, change, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        evolve(record, **change)


@pytest.mark.parametrize(
    ("subject", "takes"),
    [
        (Workout, {Workout}),
        (Plan, {Plan}),
        (Workout | Plan, {Workout, Plan}),
        (Union[Workout, Plan], {Workout, Plan}),  # noqa: UP007 - older code writes it so
    ],
    ids=["workouts", "plans", "both", "both, in the older spelling"],
)
def test_an_exporter_takes_workouts_or_plans_or_both(subject, takes):
    exporter = evolve(TEXT, subject=subject)
    assert {kind for kind in (Workout, Plan) if exporter.takes(kind)} == takes


def test_options_are_called_as_people_type_them():
    assert TEXT.option_names() == ()
    assert evolve(TEXT, options=Without).option_names() == ("cues", "columns-wide")


def test_options_may_narrow_what_a_format_carries():
    assert TEXT.capabilities(None) == MINUTES
    assert TEXT.capabilities(Without(cues=True)) == MINUTES
    assert TEXT.capabilities(Without()).features == {Feature.TIME}


def test_options_that_narrow_to_something_else_are_an_error_of_the_plugin():
    with pytest.raises(TypeError, match=r"^narrow returned set, not Capabilities$"):
        TEXT.capabilities(Astray())


@frozen
class Widening:
    """Options that add what the format has not."""

    def narrow(self, supports, workout):
        """Return more, for a workout of that name."""
        return evolve(supports, features=set(Feature)) if workout and workout.name == "More" else supports


def test_narrow_is_asked_of_each_workout_and_can_only_take_away():
    assert TEXT.capabilities(Widening()) == MINUTES
    assert TEXT.capabilities(Widening(), Workout(name="Less", items=[Step(duration=Time(60))])) == MINUTES
    with pytest.raises(ValueError, match=r"^narrow adds repeat in running \(it can only take away\)$"):
        TEXT.capabilities(Widening(), Workout(name="More", items=[Step(duration=Time(60))]))


def test_a_writer_can_report_what_nobody_foresaw():
    context = ExportContext(now=datetime(2026, 8, 4, tzinfo=UTC), day=date(2026, 8, 4), identity=UUID(int=7))
    context.lose("steps[0]", "colour", "grey")
    context.lose("steps[1]", Feature.CUE, "too funny")
    assert context.losses == [Loss("steps[0]", "colour", "grey"), Loss("steps[1]", Feature.CUE, "too funny")]


def test_contexts_of_one_export_are_equal_whatever_has_been_read_or_lost():
    once, again = (
        ExportContext(now=datetime(2026, 8, 4, tzinfo=UTC), day=date(2026, 8, 4), identity=UUID(int=7))
        for _ in range(2)
    )
    again.lose("steps[0]", "colour", "grey")
    assert once == again
