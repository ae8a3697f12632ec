"""What a recipe or a format is told: fields of an attrs class, each with a measure, a default and a sentence.

Documents, the notation, the command line and the schema take them from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import NOTHING, field, frozen

from workout_core.errors import InvalidParameter, InvalidWorkout, suggestion
from workout_core.fields.measure import Measure
from workout_core.fields.measures import (
    AMOUNT,
    COURSE,
    DATE,
    FLAG,
    MEASURES,
    NUMBER,
    PART,
    SPAN,
    TEXT,
    TOLERANCE,
    WHOLE,
    one_of,
    set_of,
)
from workout_core.fields.tolerance import Tolerance
from workout_core.model.course import Course
from workout_core.model.duration import Distance, Duration, Time

_MEASURES: Final[Mapping[Any, Measure[Any]]] = MappingProxyType(
    {
        float: NUMBER,
        int: WHOLE,
        bool: FLAG,
        str: TEXT,
        Time | Distance: AMOUNT,
        Tolerance: TOLERANCE,
        Course: COURSE,
        date: DATE,
        timedelta: SPAN,
    }
)


@frozen
class Parameter:
    """One thing a recipe or a format is told.

    Attributes:
        name: as people write it.
        attribute: of the class.
        measure: its kind.
        says: what it is for.
        required: whether it must be given.
        default: what it is when left out.
    """

    name: str
    attribute: str
    measure: Measure[Any]
    says: str = ""
    required: bool = False
    default: Any = None

    def value(self, given: Any) -> Any:
        """Return the value of *given*, which is read if it is a text.

        Raises:
            InvalidParameter: it cannot be read, or is out of bounds.
        """
        if given is None and not self.required and self.default is None:
            return None
        try:
            return self.measure.taken(given)
        except InvalidWorkout as error:
            raise InvalidParameter(self.name, str(error)) from None
        except OverflowError:
            raise InvalidParameter(self.name, "is a number too large to write") from None


def parameter(measure: Measure[Any] | str, says: str, default: Any = NOTHING, *, name: str = "") -> Any:
    """Return an attrs field for a parameter.

    Args:
        measure: its kind, or the name of one: ``distance``, ``time``, ``pace``, ``percentage``, ``number``,
            ``effort``, ``count``, ``amount`` (a time or a distance), ``amounts``, ``part`` (an amount,
            ``lap`` or none), ``flag``, ``text``, ``tolerance``, ``course``, ``cues`` or ``exercises``.
        says: what it is for.
        default: its value if left out; without a default, the parameter is required.
        name: how people write it, if Python does not allow that as a name.
    """
    if isinstance(measure, str):
        if measure not in MEASURES:
            raise InvalidWorkout(f"{measure!r} is not a kind of parameter ({suggestion(measure, MEASURES)})")
        measure = MEASURES[measure]
    about = {"measure": measure, "says": says, "name": name}
    return field(default=default, kw_only=True, metadata={"parameter": about})


@cache
def parameters_of(kind: type) -> tuple[Parameter, ...]:
    """Return the parameters of an attrs class, in order; plain annotated fields go by their type.

    Raises:
        InvalidWorkout: a field has a type that no parameter can have.
    """
    attributes = [each for each in attrs.fields(kind) if each.init]
    plain = [each for each in attributes if "parameter" not in each.metadata]
    hints = get_type_hints(kind) if plain else {}
    made = tuple(_parameter(each, hints.get(each.name)) for each in attributes)
    names = [each.name for each in made]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise InvalidWorkout(f"two parameters are called {twice!r}")
    return made


def _parameter(attribute: Any, hint: Any) -> Parameter:
    about = attribute.metadata.get("parameter") or {"measure": _measure_of(attribute.name, hint)}
    alias = str(attribute.alias)
    default = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class to isinstance
        default = None if default.takes_self else default.factory()
    if default is not NOTHING and default is not None:
        try:
            about["measure"].check(default)
        except InvalidWorkout as error:
            raise InvalidWorkout(f"the default of {alias}: {error}") from None
    return Parameter(
        name=about.get("name") or alias,
        attribute=alias,
        measure=about["measure"],
        says=about.get("says", ""),
        required=attribute.default is NOTHING,
        default=None if default is NOTHING else default,
    )


def _measure_of(name: str, hint: Any) -> Measure[Any]:
    is_union = get_origin(hint) in (Union, UnionType)
    kinds = tuple(each for each in get_args(hint) if each is not NoneType) if is_union else ()
    if len(kinds) > 2 and set(kinds) <= set(get_args(Duration)):  # noqa: PLR2004 - more than a time or a distance
        return PART
    hint = kinds[0] if len(kinds) == 1 else Time | Distance if set(kinds) == {Time, Distance} else hint
    if get_origin(hint) is frozenset:
        return set_of(_measure_of(name, *get_args(hint)))
    if enums := _enums(hint):
        return one_of(*enums)
    if hint not in _MEASURES:
        raise InvalidWorkout(f"{name}: no parameter is of the type {hint!r} (give it with 'parameter()')")
    return _MEASURES[hint]


def _enums(hint: Any) -> tuple[type[Enum], ...]:
    """Return the enums that a value of *hint* is a member of: itself, or those of a union."""
    kinds = get_args(hint) or (hint,)
    enums = tuple(each for each in kinds if isinstance(each, type) and issubclass(each, Enum))
    return enums if len(enums) == len(kinds) else ()
