"""The record of a model of watches: what is known of it before one that is connected says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from fnmatch import fnmatchcase
from typing import Final
from unicodedata import normalize

from attrs import field, frozen

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.model.bounds import one_line, whole

_LONGEST_NAME: Final = 80
_MOST_WORKOUTS: Final = 10_000
_HIGHEST_PRODUCT: Final = 0xFFFE


class Connection(Enum):
    """How a watch appears on a computer; the value is what people call it."""

    DRIVE = "drive"
    MEDIA_DEVICE = "media device"


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    if isinstance(texts, str):
        raise InvalidWorkout(f"several texts are needed: [{texts!r}]")
    return tuple(map(one_line, texts))


def _connection(value: Connection | str | None) -> Connection | None:
    if value is None or isinstance(value, Connection):
        return value
    for each in Connection:
        if each.value == value:
            return each
    choices = suggestion(str(value), [each.value for each in Connection])
    raise InvalidWorkout(f"connects: {value!r:.80} is not a way to connect ({choices})")


def _options(options: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pairs = options.items() if isinstance(options, Mapping) else options
    return tuple((one_line(name), one_line(value)) for name, value in pairs)


@frozen(kw_only=True)
class WatchProfile:
    """What is known of a model of watches.

    Attributes:
        name: what people call it.
        models: what it calls itself, where ``*`` stands for anything; its *name* when left out.
        products: the numbers that its maker has for it, of Garmin those of the FIT profile.
        connects: how it appears on a computer; None if that is not known.
        folder: the folder at its top that it takes workouts from, by which it is known as well; empty for
            watches that describe themselves in a ``GarminDevice.xml``.
        workouts: how many it keeps; None if that is not known.
        steps: how many a workout may have, with its repeats; None if that is not known.
        options: of the FIT format, by name: how files are made for it.
    """

    name: str = field(converter=one_line)
    models: tuple[str, ...] = field(default=(), converter=_texts)
    products: tuple[int, ...] = field(default=(), converter=tuple)
    connects: Connection | None = field(default=None, converter=_connection)
    folder: str = field(default="", converter=one_line)
    workouts: int | None = None
    steps: int | None = None
    options: tuple[tuple[str, str], ...] = field(default=(), converter=_options)

    def __attrs_post_init__(self) -> None:
        if not self.name or len(self.name) > _LONGEST_NAME:
            raise InvalidWorkout(f"name: must have 1 to {_LONGEST_NAME} letters: {shown(self.name)}")
        if not all(plain_model(each.replace("*", "")) for each in self.called):
            raise InvalidWorkout("models: a name without letters would be that of any watch")
        if self.folder in (".", "..") or "/" in self.folder or "\\" in self.folder:
            raise InvalidWorkout(f"folder: {shown(self.folder)} is not the name of one folder (like 'plans')")
        for what in ("workouts", "steps"):
            if (most := getattr(self, what)) is not None:
                whole(what, most, 1, _MOST_WORKOUTS)
        for number in self.products:
            whole("products", number, 1, _HIGHEST_PRODUCT)

    @property
    def called(self) -> tuple[str, ...]:
        """What it calls itself."""
        return self.models or (self.name,)

    def match(self, model: str, product: int | None = None) -> int:
        """Return how well a watch that calls itself *model* fits: 0 not at all, and the more the better.

        The number of its maker tells more than any name, and a longer name more than a shorter one.
        """
        if product is not None and product in self.products:
            return _HIGHEST_PRODUCT
        plain = plain_model(model)
        patterns = (plain_model(each) for each in self.called)
        return max((len(each) for each in patterns if fnmatchcase(plain, each)), default=0)


def plain_model(model: str) -> str:
    """Return the letters, digits and stars of *model*, without case, accents, and the name of Garmin."""
    return re.sub(r"[^a-z0-9*]", "", normalize("NFKD", model).casefold()).removeprefix("garmin")
