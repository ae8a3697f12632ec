"""A text → what is in it, a document, steps, or the workouts of a message; and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from workout_core.documents.source import Document
from workout_core.documents.tree import YAML_BREAK
from workout_core.editor.desk import Asked, Desk, heard, is_json, problems_of, says_its_kind
from workout_core.editor.underlining import Remark, Severity, placed_remarks, remarks
from workout_core.errors import DocumentError, Problem, WorkoutError
from workout_core.formats.losses import Loss
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.notation.message.head import head_of
from workout_core.notation.message.reading import read_message
from workout_core.notation.message.recognition import has_keys
from workout_core.notation.parser import read_steps
from workout_core.notation.places import Places
from workout_core.notation.result import Spot
from workout_core.pipeline.transform import transformed
from workout_core.plans.squad import Squad

Spots = Mapping[str, tuple[int, int]]
NOWHERE: Final[Spots] = MappingProxyType({})
"""Of what is not written in the text."""
_OWN: Final = (".yaml", ".yml", ".json")


class TextKind(Enum):
    """What a text is."""

    WORKOUT = "workout"
    PLAN = "plan"
    ATHLETE = "athlete"
    SQUAD = "squad"
    STEPS = "steps"
    NONE = "none"


_KINDS: Final = MappingProxyType(
    {Workout: TextKind.WORKOUT, Plan: TextKind.PLAN, Athlete: TextKind.ATHLETE, Squad: TextKind.SQUAD}
)
_NO_SUBJECTS: Final = MappingProxyType(
    {
        TextKind.WORKOUT: gettext_noop("is a workout, not a workout or a plan"),
        TextKind.PLAN: gettext_noop("is a plan, not a workout or a plan"),
        TextKind.ATHLETE: gettext_noop("is an athlete, not a workout or a plan"),
        TextKind.SQUAD: gettext_noop("is a squad, not a workout or a plan"),
        TextKind.STEPS: gettext_noop("is a steps, not a workout or a plan"),
    }
)
"""What is told of a text in which there is neither."""


@frozen(kw_only=True)
class TextRead:
    """What is in a text.

    Attributes:
        kind: what it is.
        documents: what was read; several only of a message, none if it is wrong.
        places: where the steps of the first are.
        told: what is wrong with it, and what is doubtful.
        is_json: whether it is JSON.
    """

    kind: TextKind
    documents: tuple[Document, ...] = ()
    places: Spots = field(default=NOWHERE)
    told: tuple[Remark, ...] = ()
    is_json: bool = False


def read_whatever(asked: Asked, desk: Desk) -> TextRead:
    """Return what is in the text that is *asked* about; what is wrong with it is told, and never raised."""
    if not asked.text.strip():
        return TextRead(kind=TextKind.NONE)
    if is_a_document(asked):
        return _document(asked, desk)
    return _message(asked, desk)


def is_a_document(asked: Asked) -> bool:
    """Tell whether a text is read as a document, and not as steps that somebody typed."""
    own = asked.name.casefold().endswith(_OWN)
    return own or says_its_kind(asked.text) or is_json(asked.text, asked.name) or has_keys(asked.text)


def _document(asked: Asked, desk: Desk) -> TextRead:
    said: list[str] = []
    in_json = is_json(asked.text, asked.name)
    try:
        with heard(said):
            read = desk.document(asked.text, asked.name)
    except DocumentError as error:
        told = (*remarks(error.problems, Severity.ERROR, asked.name), *_said(said))
        return TextRead(kind=_said_kind(asked.text), told=told, is_json=in_json)
    kind = _KINDS[type(read.document)]
    places = read.places if kind is TextKind.WORKOUT else NOWHERE
    return TextRead(kind=kind, documents=(read.document,), places=places, told=_said(said), is_json=in_json)


def _said(told: list[str]) -> tuple[Remark, ...]:
    return placed_remarks(told, Severity.WARNING, NOWHERE, [])


def _said_kind(text: str) -> TextKind:
    """Return what a document that is wrong says that it is."""
    first = (kind for kind in TextKind if f"{kind.value}:" in text)
    return next(first, TextKind.NONE)


def _message(asked: Asked, desk: Desk) -> TextRead:
    said: list[str] = []
    book = desk.registry.exercises()
    try:
        with heard(said):
            message = read_message(asked.text, exercises=book)
    except DocumentError as error:
        told = (*_of_lines(error.problems, Severity.ERROR, asked.text), *_said(said))
        return TextRead(kind=TextKind.STEPS, told=told)
    told = (
        *_of_lines(message.problems, Severity.ERROR, asked.text),
        *_of_lines(message.warnings, Severity.WARNING, asked.text),
        *_said(said),
    )
    places = _places(asked.text, message.workouts[0], desk) if len(message.workouts) == 1 else NOWHERE
    return TextRead(kind=TextKind.STEPS, documents=message.workouts, places=places, told=told)


def _of_lines(problems: tuple[Problem, ...], severity: Severity, text: str) -> tuple[Remark, ...]:
    """Return *problems* of a message, each with the line that it is in."""
    lines = text.split("\n")
    named = (
        Problem(
            message=each.message,
            path=each.path,
            line=each.line,
            column=each.column,
            text=lines[each.line - 1] if 0 < each.line <= len(lines) else "",
        )
        for each in problems
    )
    return remarks(named, severity)


def _places(text: str, workout: Workout, desk: Desk) -> Spots:
    """Return where the steps of the one workout of *text* are; of a letter nobody knows."""
    book = desk.registry.exercises()
    read = read_steps(head_of(text, book).rest, book)
    if read.items != workout.items:
        return NOWHERE
    places = Places(text)
    return dict(_spots(read.spots, "steps", places))


def _spots(spots: tuple[Spot, ...], path: str, places: Places) -> list[tuple[str, tuple[int, int]]]:
    found: list[tuple[str, tuple[int, int]]] = []
    for number, spot in enumerate(spots):
        here = f"{path}[{number}]"
        found += [(here, places.of(spot.offset)), *_spots(spot.inside, f"{here}.steps", places)]
    return found


def lines_of(text: str) -> list[str]:
    """Return the lines of *text*, as its remarks count them."""
    return YAML_BREAK.split(text)


def no_subject(kind: TextKind) -> Remark:
    """Return what is told of a text that is neither a workout nor a plan."""
    if kind is TextKind.NONE:
        return Remark(message=gettext("is empty (write a step, like '10min @ easy')"))
    return Remark(message=gettext(_NO_SUBJECTS[kind]))


def as_changed(
    subject: Workout | Plan, transforms: tuple[str, ...], desk: Desk, lost: list[Loss]
) -> Workout | Plan:
    """Return *subject* as *transforms* change it, and add what is *lost*; raises as ``transformed``."""
    if not transforms:
        return subject
    return transformed(subject, transforms, desk.registry, desk.athlete, lost.append)


def told_of(error: WorkoutError, name: str = "") -> tuple[Remark, ...]:
    """Return what *error* tells."""
    return remarks(problems_of(error), Severity.ERROR, name)
