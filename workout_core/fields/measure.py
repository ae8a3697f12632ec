"""A kind of parameter: how its values are read, written and limited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from workout_core.errors import InvalidWorkout, say_error, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.units import read_distance

T = TypeVar("T")
A_TEXT: Final[Mapping[str, Any]] = MappingProxyType({"type": "string"})
NUMBER_OR_TEXT: Final[Mapping[str, Any]] = MappingProxyType({"type": ["number", "string"]})
_DOES_NOT_FIT: Final = gettext_noop("{value} does not fit (like {example})")
SENSIBLE: Final = 1e12
"""Numbers beyond it, or nearer to nothing than one part of it, are not written with a unit."""


@frozen(eq=False)
class Measure(Generic[T]):
    """One kind of value.

    Attributes:
        name: what it is.
        read: returns the value of a text; raises InvalidWorkout.
        example: such a text.
        write: returns a value as a text that *read* takes.
        types: what values are instances of.
        least: the smallest value, if it is a number.
        most: the largest value.
        words: all possible texts, if there are only a few.
        said: a sentence for each of the words; none if nobody says what they mean.
        many: whether the text is a list; documents and scripts can then give a list of values.
        items: the type of the items, if values are tuples.
        schema: how JSON holds it.
        bare: the value of a number without a unit, which documents may hold: SI, as machines write it.
    """

    name: str
    read: Callable[[str], T]
    example: str
    write: Callable[[T], str] = str
    types: tuple[type, ...] = (object,)
    least: float = -inf
    most: float = inf
    words: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    many: bool = False
    items: tuple[type, ...] = ()
    schema: Mapping[str, Any] = A_TEXT
    bare: Callable[[float], T] | None = None

    def taken(self, given: Any) -> Any:
        """Return the checked value of *given*, which is read if it is a text, or a list of texts and values.

        Raises:
            InvalidWorkout: it cannot be read, or does not fit.
        """
        if isinstance(given, str) and str not in self.types:
            given = self._read(given)
        elif isinstance(given, Mapping) and self.items == (tuple,):
            given = tuple(
                (read_distance(key) if isinstance(key, str) else key, cue) for key, cue in given.items()
            )
        elif isinstance(given, (list, tuple)) and self.items:
            parts = (self._read(part) if isinstance(part, str) else (part,) for part in given)
            given = tuple(each for part in parts for each in part)
        self.check(given)
        return given

    def _read(self, text: str) -> Any:
        try:
            return self.read(text)
        except InvalidWorkout:
            raise
        except Exception as error:
            raise InvalidWorkout(
                gettext("{text} cannot be read: {error}", text=shown(text), error=say_error(error))
            ) from error

    def check(self, value: Any) -> None:
        """Raise for a value of another type, or a number out of bounds.

        Raises:
            InvalidWorkout: it is one of these.
        """
        types: Any = self.types
        write: Callable[[Any], str] = self.write
        is_number = self.most < inf
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in self.types):
            told = gettext_noop("{value} is not a {name} (like {example})") if is_number else _DOES_NOT_FIT
            raise InvalidWorkout(
                gettext(told, value=f"{value!r:.60}", name=self.name, example=repr(self.example))
            )
        if self.items and not all(isinstance(each, self.items) for each in value):
            told = gettext(_DOES_NOT_FIT, value=f"{value!r:.60}", example=repr(self.example))
            raise InvalidWorkout(told)
        if is_number and not self.least <= value <= self.most:
            sensible = value == 0 or 1 / SENSIBLE < abs(value) < SENSIBLE
            said = write(value) if sensible else f"{float(value):g}"
            low, high = write(self.least), write(self.most)
            raise InvalidWorkout(
                gettext("must be {low} to {high}: {value}", low=low, high=high, value=repr(said))
            )


def number_with_unit(
    name: str,
    read: Callable[[str], float],
    example: str,
    write: Callable[[float], str],
    least: float = -inf,
    most: float = inf,
) -> Measure[float]:
    """Return the measure of a number that people write with a unit, and machines in SI units without one."""
    return Measure(name, read, example, write, (int, float), least, most, schema=NUMBER_OR_TEXT, bare=float)
