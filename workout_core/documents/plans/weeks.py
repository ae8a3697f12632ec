"""The weeks of a plan: what each says of itself, its days, and blocks that are repeated."""

from __future__ import annotations

from typing import Any, Final

from workout_core.documents.keys import Key, Table, comma_slip
from workout_core.documents.plans.activities import NamedActivities
from workout_core.documents.plans.days import is_nothing, read_day
from workout_core.documents.plans.numbers import LOAD_CHANGE, REPEAT, VOLUME
from workout_core.documents.scalars import LINE, LINES
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node, SequenceNode
from workout_core.documents.weekdays import with_weekdays
from workout_core.errors import shown
from workout_core.languages import gettext, gettext_noop
from workout_core.plans.weeks import InvalidWeeks, PlannedWeek, WeekBlock, WrittenWeek, planned_weeks
from workout_core.units import WEEKDAYS

WEEK_HEAD: Final[Table[dict[str, Any]]] = Table(
    gettext_noop("a week"),
    (
        Key(name="name", kind=LINE, attribute="name", default="", says="what people call it"),
        Key(
            name="id",
            kind=LINE,
            attribute="id",
            default="",
            says="what identifies it, whatever it is called",
        ),
        Key(name="like", kind=LINE, attribute="like", default="", says="the name of a week that it is like"),
        Key(
            name="volume",
            kind=VOLUME,
            attribute="volume",
            default=1.0,
            says="more or less of the easy and long",
        ),
        Key(name="load", kind=LOAD_CHANGE, attribute="load", says="more or less on the bar, or a deload"),
        Key(name="repeat", kind=REPEAT, attribute="repeat", default=1, says="how many such weeks"),
        Key(name="note", kind=LINES, attribute="note", default="", says="what to say of it"),
    ),
    dict,
)
_OF_WEEK_HEAD: Final = tuple(key.name for key in WEEK_HEAD.keys)


def _read_week(node: Node, place: Place, named: NamedActivities, *, after_race: bool) -> WrittenWeek | Failed:
    """Return the week."""
    if not isinstance(node, MappingNode):
        return place.problem(node, gettext("must be a week (like '{name: Base, mon: strength A}')"))
    week = with_weekdays(node, place)
    if week is FAILED:
        return FAILED
    own = [pair for pair in week.pairs if pair[0].text in _OF_WEEK_HEAD]
    head = WEEK_HEAD.read(MappingNode(own, week.line, week.column), place)
    days: dict[int, Any] = {}
    without: set[int] = set()
    for key, value in week.pairs:
        if key.text in WEEKDAYS and is_nothing(value):
            without.add(WEEKDAYS.index(key.text))
        elif key.text in WEEKDAYS:
            days[WEEKDAYS.index(key.text)] = read_day(value, place.key(key.text), named)
        elif key.text not in _OF_WEEK_HEAD:
            hint = comma_slip(value) or week.suggestion(key.text, (*WEEKDAYS, *_OF_WEEK_HEAD))
            head = place.key(key.text).problem(
                key, gettext("{text} is not a key of a week ({hint})", text=shown(key.text), hint=hint)
            )
    if head is FAILED or FAILED in days.values():
        return FAILED
    return WrittenWeek(
        days=days, without=frozenset(without), after_race=after_race, origin=(week, place), **head
    )


_BLOCK: Final = Table(
    gettext_noop("a block of weeks"),
    (Key(name="repeat", kind=REPEAT, attribute="repeat", required=True, says="how often"),),
    lambda repeat: repeat,
)


def read_weeks(
    written: tuple[Node, Place], after_race: tuple[Node, Place] | None, named: NamedActivities
) -> tuple[PlannedWeek, ...] | Failed:
    """Return the weeks of a plan, in order: those that are *written*, and those *after_race*."""
    weeks = _list_of_weeks(*written, named, after_race=False)
    after = [] if after_race is None else _list_of_weeks(*after_race, named, after_race=True)
    if weeks is FAILED or after is FAILED:
        return FAILED
    try:
        return planned_weeks([*weeks, *after])
    except InvalidWeeks as error:
        return say_problems(error, written)


def _list_of_weeks(
    node: Node, place: Place, named: NamedActivities, *, after_race: bool
) -> list[Any] | Failed:
    if not isinstance(node, SequenceNode):
        return place.problem(node, gettext("must be a list of weeks (like '- mon: strength A')"))
    if not node.items:
        return place.problem(node, gettext("a plan needs a week"))
    weeks = _written(node, place, named, after_race=after_race)
    return FAILED if FAILED in weeks else weeks


def _written(node: SequenceNode, place: Place, named: NamedActivities, *, after_race: bool) -> list[Any]:
    """Return every week and block as it is written."""
    return [
        _read_block(item, place.index(number), named, after_race=after_race)
        if isinstance(item, MappingNode) and item.get("weeks") is not None
        else _read_week(item, place.index(number), named, after_race=after_race)
        for number, item in enumerate(node.items)
    ]


def _read_block(
    node: MappingNode, place: Place, named: NamedActivities, *, after_race: bool
) -> WeekBlock | Failed:
    own = [pair for pair in node.pairs if pair[0].text != "weeks"]
    times = _BLOCK.read(MappingNode(own, node.line, node.column), place)
    weeks = node.get("weeks")
    if not isinstance(weeks, SequenceNode) or not weeks.items:
        return place.key("weeks").problem(weeks or node, gettext("must be a list of weeks"))
    inside = _written(weeks, place.key("weeks"), named, after_race=after_race)
    if times is FAILED or FAILED in inside:
        return FAILED
    return WeekBlock(weeks=tuple(inside), repeat=times, origin=(node, place))


def say_problems(error: InvalidWeeks, whole: tuple[Node, Place]) -> Failed:
    """Write down what is wrong with weeks and entries where they are written, or else with the *whole*."""
    for message, origin, key in error.problems:
        node, place = origin if isinstance(origin, tuple) else whole
        named = node.get(key) if key and isinstance(node, MappingNode) else None
        (place.key(key) if key else place).problem(named or node, message)
    return FAILED
