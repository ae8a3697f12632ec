"""What every question is read with: the formats there are, an athlete, and the files beside the text."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, TypeVar

from attrs import field, frozen

from workout_core.documents.places import PlacedDocument, read_placed
from workout_core.documents.reader import is_document
from workout_core.errors import DocumentError, InvalidWorkout, Problem, WorkoutWarning
from workout_core.files.held import HeldFiles
from workout_core.languages import gettext, gettext_noop, speak
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.patterns import lazy_pattern
from workout_core.pipeline.importing import Importers
from workout_core.plans.squad import Squad
from workout_core.plugins import Registry

T = TypeVar("T")
ATHLETE: Final = "athlete"
"""What the text of the athlete is called in messages."""
_JSON: Final = lazy_pattern(r'\ufeff?\s*\{\s*"')
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_NO_ATHLETES: Final[Mapping[type, str]] = MappingProxyType(
    {
        Workout: gettext_noop("is a workout, not an athlete (an athlete begins with 'athlete:')"),
        Plan: gettext_noop("is a plan, not an athlete (an athlete begins with 'athlete:')"),
        Squad: gettext_noop("is a squad, not an athlete (an athlete begins with 'athlete:')"),
    }
)


@frozen(kw_only=True)
class Asked:
    """What most questions say.

    Attributes:
        text: a document, steps, or a message of somebody.
        name: what the text is called: ``six-by-800.yaml``.
        athlete: a document of one.
        files: those that the text may name, beside it.
    """

    text: str
    name: str = ""
    athlete: str = ""
    files: Mapping[str, str] = field(default=_NONE)

    @property
    def desk(self) -> Desk:
        """What it is read with; what follows is said in the athlete's language, if no other is asked for.

        Raises:
            DocumentError: the athlete is wrong.
        """
        athlete = athlete_of(self.athlete)
        speak(athlete.language if athlete else None)
        return Desk(athlete=athlete, files=self.files)


@frozen(kw_only=True)
class Desk:
    """What a text is read with.

    Attributes:
        athlete: for whom, if that is known.
        files: those beside the text.
    """

    athlete: Athlete | None = None
    files: Mapping[str, str] = field(default=_NONE)

    @property
    def registry(self) -> Registry:
        """The formats, the recipes and the exercises there are."""
        return registry()

    def document(self, text: str, name: str = "") -> PlacedDocument:
        """Read a document.

        Raises:
            DocumentError: it is wrong.
        """
        found = registry()
        return read_placed(
            text,
            name,
            is_json=is_json(text, name),
            files=HeldFiles({each: held.encode() for each, held in self.files.items()}),
            recipe=found.recipe,
            exercises=found.exercises(),
            units=self.athlete.units if self.athlete else None,
            foreign=Importers(registry),
        )


@cache
def registry() -> Registry:
    """Return what the installed plugins offer; they are loaded once."""
    return Registry.discover()


def is_json(text: str, name: str = "") -> bool:
    """Tell whether a document is JSON: its name says so, or else it begins as such."""
    file = name.casefold()
    return file.endswith(".json") or (not file.endswith((".yaml", ".yml")) and _JSON.match(text) is not None)


def says_its_kind(text: str) -> bool:
    """Tell whether *text* says, as documents do, what it is."""
    return is_document(text.encode())


@lru_cache(maxsize=8)
def athlete_of(text: str) -> Athlete | None:
    """Return the athlete whose document *text* is; None for nothing.

    Raises:
        DocumentError: it is wrong, or of something else.
    """
    if not text.strip():
        return None
    document = Desk().document(text, ATHLETE).document
    if not isinstance(document, Athlete):
        message = gettext(_NO_ATHLETES[type(document)])
        raise DocumentError([Problem(message=message, file=ATHLETE)])
    return document


@contextmanager
def heard(told: list[str]) -> Iterator[None]:
    """Add every WorkoutWarning to *told*."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", WorkoutWarning)
        yield
    told += [str(each.message) for each in caught if issubclass(each.category, WorkoutWarning)]


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """Return what is wrong, with its places if it has some."""
    return error.problems if isinstance(error, DocumentError) else (Problem(message=str(error)),)


def needed(what: str, value: T | None) -> T:
    """Return *value*; refuse a question without it.

    Raises:
        InvalidWorkout: there is none.
    """
    if value is None:
        is_needed = gettext("is needed")
        raise InvalidWorkout(f"{what}: {is_needed}")
    return value
