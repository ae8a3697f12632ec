"""Which kind of value a plain annotated field holds, found without loading what reads and writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

import attrs

from workout_core.errors import InvalidWorkout
from workout_core.model.duration import Distance, Duration, Time

_PLAIN: Final[Mapping[Any, str]] = MappingProxyType(
    {
        float: "number",
        int: "whole number",
        bool: "flag",
        str: "text",
        date: "date",
        timedelta: "span",
        Time | Distance: "amount",
    }
)
KINDS: Final = (
    "distance",
    "time",
    "pace",
    "pace or name",
    "percentage",
    "number",
    "effort",
    "count",
    "whole number",
    "amount",
    "amounts",
    "part",
    "flag",
    "text",
    "date",
    "span",
    "tolerance",
    "course",
    "cues",
    "exercises",
)
"""What a parameter may be said to be; each is a key of ``MEASURES``, which is loaded when a value is read."""
_LISTS: Final = (list, tuple, set)


class KindOfValue(NamedTuple):
    """The kind of value that a type stands for.

    Attributes:
        name: of a measure; empty for a choice.
        enums: what members are chosen from.
        many: whether it is a set of such values.
    """

    name: str = ""
    enums: tuple[type[Enum], ...] = ()
    many: bool = False


def hints_of(kind: type) -> dict[str, Any]:
    """Return the types of the fields of an attrs class.

    Raises:
        InvalidWorkout: one is not known where the class is.
    """
    try:
        return get_type_hints(kind)
    except (AttributeError, NameError, SyntaxError, TypeError) as error:
        raise InvalidWorkout(f"{kind.__name__}: {error} (import it where the class is written)") from None


def check_types(kind: type) -> dict[str, KindOfValue]:
    """Return the kinds of the fields of an attrs class that go by their type, by attribute.

    Raises:
        InvalidWorkout: no parameter has such a type, or nobody reads a default; it says what to write.
    """
    plain = [each for each in attrs.fields(kind) if each.init and not is_measured(each)]
    hints = hints_of(kind) if plain else {}
    kinds = {each.name: kind_of_value(each.name, hints.get(each.name)) for each in plain}
    for each in plain:
        found = kinds[each.name]
        is_read = found.name == "text" or "parameter" in each.metadata
        if isinstance(each.default, str) and not is_read:
            right = f"{each.name} = parameter(says='…', default={each.default!r})"
            raise InvalidWorkout(f'{each.name}: a default that is a text is not read (write "{right}")')
    return kinds


def is_measured(attribute: attrs.Attribute[Any]) -> bool:
    """Tell whether a field says what kind it is of itself."""
    return attribute.metadata.get("parameter", {}).get("measure") is not None


def kind_of_value(name: str, hint: Any) -> KindOfValue:
    """Return the kind of value that the type *hint* of the field *name* stands for.

    Raises:
        InvalidWorkout: no parameter has this type.
    """
    is_union = get_origin(hint) in (Union, UnionType)
    kinds = tuple(each for each in get_args(hint) if each is not NoneType) if is_union else ()
    if len(kinds) > 2 and set(kinds) <= set(get_args(Duration)):  # noqa: PLR2004 - more than a time or a distance
        return KindOfValue("part")
    one = kinds[0] if len(kinds) == 1 else Time | Distance if set(kinds) == {Time, Distance} else hint
    if get_origin(one) is frozenset and get_args(one):
        return kind_of_value(name, *get_args(one))._replace(many=True)
    if enums := _enums(one):
        return KindOfValue(enums=enums)
    found = _name_of(one)
    if found is None:
        raise InvalidWorkout(_refusal(name, hint, one))
    return KindOfValue(found)


def _name_of(hint: Any) -> str | None:
    """Return the name of a kind; the two types of our own that are seldom used are loaded when needed."""
    try:
        if hint in _PLAIN:
            return _PLAIN[hint]
    except TypeError:  # what has no hash is no type
        return None
    from workout_core.fields.tolerance import Tolerance  # noqa: PLC0415 - few fields hold one
    from workout_core.model.course import Course  # noqa: PLC0415 - the same

    return "tolerance" if hint is Tolerance else "course" if hint is Course else None


def _refusal(name: str, hint: Any, one: Any) -> str:
    """Say that a field cannot be of the type *hint*, and what to write."""
    said = hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint)
    if get_origin(one) in _LISTS or one in _LISTS:
        inner = next((each for each in get_args(one) if each is not ...), str)
        right = f"'frozenset[{getattr(inner, '__name__', inner)}]' for several values"
    else:
        right = (
            "float, int, bool, str, date, timedelta, an Enum, 'Time | Distance', or a frozenset of one; "
            "or name the kind, like \"parameter('pace', …)\""
        )
    return f"{name}: no parameter is of the type '{said}' (write {right})"


def _enums(hint: Any) -> tuple[type[Enum], ...]:
    """Return the enums that a value of *hint* is a member of: itself, or those of a union."""
    kinds = get_args(hint) or (hint,)
    enums = tuple(each for each in kinds if isinstance(each, type) and issubclass(each, Enum))
    return enums if len(enums) == len(kinds) else ()
