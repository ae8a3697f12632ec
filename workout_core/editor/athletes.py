"""The form of an athlete → a document and a portrait."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from workout_core.documents.yaml_writer import yaml_of
from workout_core.editor.desk import ATHLETE, athlete_of, problems_of
from workout_core.editor.underlining import Remark, Severity, remarks
from workout_core.errors import DocumentError, InvalidWorkout
from workout_core.languages import gettext
from workout_core.phrases.athlete import portrait


@frozen(kw_only=True)
class Portray:
    """Ask who an athlete is.

    Attributes:
        text: a document; or
        values: its keys, as typed: a race is ``race.distance`` and ``race.time``. What is empty is left out.
    """

    text: str = ""
    values: Mapping[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Portrayed:
    """An athlete.

    Attributes:
        text: the document.
        name: of the athlete.
        portrait: a line for each number that is known.
        problems: what is wrong; its *path* is the key that it is of.
    """

    text: str
    name: str = ""
    portrait: tuple[str, ...] = ()
    problems: tuple[Remark, ...] = ()


def portray(asked: Portray) -> Portrayed:
    """Return who an athlete is."""
    text = asked.text or yaml_of(_document(asked.values))
    try:
        athlete = athlete_of(text)
    except (DocumentError, InvalidWorkout) as error:
        return Portrayed(text=text, problems=remarks(problems_of(error), Severity.ERROR, ATHLETE))
    if athlete is None:
        return Portrayed(text=text)
    return Portrayed(text=text, name=athlete.name, portrait=tuple(portrait(athlete)))


def _document(values: Mapping[str, str]) -> dict[str, object]:
    """Return *values* as a document: ``race.distance`` is the key ``distance`` of ``race``."""
    made: dict[str, object] = {"athlete": values.get("athlete", "").strip() or gettext("Me")}
    for name, value in values.items():
        key, _, inner = name.partition(".")
        if not value.strip() or key == "athlete":
            continue
        if not inner:
            made[key] = value
        elif isinstance(held := made.setdefault(key, {}), dict):
            held[inner] = value
    return made
