"""The keys of the times of day that are usual in a plan."""

from __future__ import annotations

from datetime import time
from types import MappingProxyType
from typing import Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json
from workout_core.documents.scalars import TIME_OF_DAY
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.documents.weekdays import weekday_keys, with_weekdays
from workout_core.documents.words import SPORT
from workout_core.languages import gettext_noop
from workout_core.model.plan import EventKind
from workout_core.plans.changes import ALL_DAY
from workout_core.plans.usual_times import UsualTimes
from workout_core.plans.weeks import folded
from workout_core.units import WEEKDAYS


class _TimeOrAllDay:
    """A time of day, or ``all day`` for none at all."""

    def read(self, node: Node, place: Place) -> time | str | Failed:
        """Return the time, or the words."""
        if isinstance(node, ScalarNode) and folded(node.text.replace("-", " ")) == ALL_DAY:
            return ALL_DAY
        return TIME_OF_DAY.read(node, place)

    def write(self, value: time | str) -> Json:
        """Return the time, or the words."""
        return value if isinstance(value, str) else TIME_OF_DAY.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [TIME_OF_DAY.schema(), {"const": ALL_DAY}]}


TIME_OR_ALL_DAY: Final = _TimeOrAllDay()


def _times(**given: time | str) -> UsualTimes:
    by_weekday = {WEEKDAYS.index(name): at for name, at in given.items() if name in WEEKDAYS}
    by_kind = {name: at for name, at in given.items() if name not in (*WEEKDAYS, "default")}
    return UsualTimes(MappingProxyType(by_kind), MappingProxyType(by_weekday), given.get("default"))


def _key(name: str, attribute: str, says: str = "") -> Key:
    return Key(name=name, kind=TIME_OR_ALL_DAY, attribute=attribute, says=says)


class _Times(Table[UsualTimes]):
    """Times by weekday, in any spelling, and by sport and kind."""

    def read(self, node: Node, place: Place) -> UsualTimes | Failed:
        """Return the times."""
        read = with_weekdays(node, place) if isinstance(node, MappingNode) else node
        return FAILED if read is FAILED else super().read(read, place)

    def schema(self) -> dict[str, Json]:
        """Describe the keys, weekdays in any spelling."""
        return super().schema() | {"patternProperties": weekday_keys(TIME_OR_ALL_DAY.schema())}


TIMES: Final = _Times(
    gettext_noop("times of day"),
    (
        _key("default", "default", "of workouts on days that have no other"),
        *(_key(name, name) for name in WEEKDAYS),
        *(_key(name, sport.value) for name, sport in SPORT.words.items()),
        *(_key(kind.value, kind.value) for kind in EventKind if kind is not EventKind.REST),
    ),
    _times,
)


def written_times(times: UsualTimes) -> Json:
    """Return *times* as an object."""
    by_day = {WEEKDAYS[day]: at for day, at in sorted(times.by_weekday.items())}
    default = {} if times.default is None else {"default": times.default}
    said = default | by_day | dict(times.by_kind)
    return {name: TIME_OR_ALL_DAY.write(at) for name, at in said.items()}
