"""What a recipe, a transform or a format is told: the fields of an attrs class, each with a sentence.

Documents, the notation, the command line and the schema take them from here. A class is described without
loading what reads and writes its values; that is loaded when the first value is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
from attrs import NOTHING, field

from workout_core.errors import InvalidParameter, InvalidWorkout, suggestion
from workout_core.fields.annotations import (
    KINDS,
    KindOfValue,
    check_types,
    hints_of,
    is_measured,
    kind_of_value,
)

if TYPE_CHECKING:
    from workout_core.fields.measure import Measure


class Parameter(NamedTuple):
    """One thing that a recipe, a transform or a format is told.

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


def parameter(
    measure: Measure[Any] | str | None = None,
    says: str = "",
    default: Any = NOTHING,
    *,
    name: str = "",
    converter: Callable[[Any], Any] | None = None,
) -> Any:
    """Return an attrs field for a parameter of a recipe, or an option of a transform or a format.

    A name that Python keeps for itself is written with an underscore behind it: ``from_`` is ``from``.

    Args:
        measure: its kind, or the name of one: ``distance``, ``time``, ``pace``, ``percentage``, ``number``,
            ``effort``, ``count``, ``whole number``, ``amount`` (a time or a distance), ``amounts``, ``part``
            (an amount, ``lap`` or none), ``flag``, ``text``, ``date``, ``span`` (a ``timedelta``),
            ``tolerance``, ``course``, ``cues`` or ``exercises``. As its annotation says if left out.
        says: what it is for.
        default: its value if left out, or a text in the units that people write: ``"5:00/km"``, ``"30min"``.
            Without a default, the parameter is required.
        name: how people write it, if not as the field is called.
        converter: called with the value, as in attrs.

    Raises:
        InvalidWorkout: there is no such kind.
    """
    if isinstance(measure, str) and measure not in KINDS:
        raise InvalidWorkout(f"{measure!r} is not a kind of parameter ({suggestion(measure, KINDS)})")
    converters = [] if converter is None else [converter]
    if isinstance(default, str) and measure != "text":
        converters.insert(0, attrs.Converter(_read, takes_self=True, takes_field=True))  # type: ignore[arg-type]
    about = {"measure": measure, "says": says, "name": name}
    more: dict[str, Any] = {"converter": converters} if converters else {}
    return field(default=default, kw_only=True, **more, metadata={"parameter": about})


def _read(given: Any, instance: Any, attribute: attrs.Attribute[Any]) -> Any:
    """Return the value of a default that is written as a text."""
    if not isinstance(given, str):
        return given
    hints = {} if is_measured(attribute) else hints_of(type(instance))
    return _default(attribute, _measure_of(attribute, hints.get(attribute.name)), given)


def _default(attribute: attrs.Attribute[Any], measure: Measure[Any], given: Any) -> Any:
    """Return the value of a default, which is read if it is a text.

    Raises:
        InvalidWorkout: it does not fit.
    """
    try:
        return measure.taken(given)
    except InvalidWorkout as error:
        raise InvalidWorkout(f"the default of {attribute.alias}: {error}") from None


def check_parameters(kind: type) -> None:
    """Refuse an attrs class whose fields are no parameters, without loading what reads them where it can.

    Raises:
        InvalidWorkout: as for :func:`parameters_of`; a default in numbers is looked at there alone.
    """
    kinds = check_types(kind)
    _check_names(kind)
    texts = [each for each in attrs.fields(kind) if isinstance(each.default, str)]
    if not all(_holds_text(each, kinds) for each in texts):
        parameters_of(kind)


def _holds_text(attribute: attrs.Attribute[Any], kinds: Mapping[str, KindOfValue]) -> bool:
    """Tell whether a field that has a text as its default holds texts, so that there is nothing to read."""
    if attribute.name in kinds:
        return kinds[attribute.name] == KindOfValue("text")
    return bool(attribute.metadata["parameter"]["measure"] == "text")


@cache
def parameters_of(kind: type) -> tuple[Parameter, ...]:
    """Return the parameters of an attrs class, in order; fields of no given kind go by their type.

    Raises:
        InvalidWorkout: a field has a type that no parameter can have, or a default that does not fit.
    """
    check_types(kind)
    _check_names(kind)
    attributes = [each for each in attrs.fields(kind) if each.init]
    hints = {} if all(map(is_measured, attributes)) else hints_of(kind)
    return tuple(_parameter(each, hints.get(each.name)) for each in attributes)


def _check_names(kind: type) -> None:
    """Refuse two parameters of one name; hyphens and underscores are the same to who types them."""
    names = [_name_of(each).replace("-", "_") for each in attrs.fields(kind) if each.init]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise InvalidWorkout(f"two parameters are called {twice!r}")


def _name_of(attribute: attrs.Attribute[Any]) -> str:
    """Return what people call a parameter: ``from`` for ``from_``."""
    return attribute.metadata.get("parameter", {}).get("name") or str(attribute.alias).rstrip("_")


def _parameter(attribute: attrs.Attribute[Any], hint: Any) -> Parameter:
    measure = _measure_of(attribute, hint)
    default: Any = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class to isinstance
        default = None if default.takes_self else default.factory()
    if default is not NOTHING and default is not None:
        default = _default(attribute, measure, default)
    return Parameter(
        name=_name_of(attribute),
        attribute=str(attribute.alias),
        measure=measure,
        says=attribute.metadata.get("parameter", {}).get("says", ""),
        required=attribute.default is NOTHING,
        default=None if default is NOTHING else default,
    )


def _measure_of(attribute: attrs.Attribute[Any], hint: Any) -> Measure[Any]:
    """Return what reads and writes a field: the kind that it says, or that of its type."""
    from workout_core.fields.measures import MEASURES, one_of, set_of  # noqa: PLC0415 - see above

    given: Measure[Any] | str | None = attribute.metadata.get("parameter", {}).get("measure")
    if given is not None:
        return MEASURES[given] if isinstance(given, str) else given
    kind = kind_of_value(attribute.name, hint)
    measure: Measure[Any] = one_of(*kind.enums) if kind.enums else MEASURES[kind.name]
    return set_of(measure) if kind.many else measure
