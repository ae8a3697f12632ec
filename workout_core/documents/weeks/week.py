"""One week as it is written: what it says of itself, and its days."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

from workout_core.documents.keys import Key, Table, comma_slip
from workout_core.documents.scalars import LINE, LINES
from workout_core.documents.source import FAILED, Place
from workout_core.documents.tree import Mapping, Node
from workout_core.documents.weeks.activity import Named
from workout_core.documents.weeks.entry import Entry, is_nothing, read_day
from workout_core.documents.weeks.kinds import REPEAT, VOLUME
from workout_core.documents.weeks.times import WEEKDAYS
from workout_core.errors import shown, suggestion


@frozen(kw_only=True)
class Head:
    """What a week says of itself.

    Attributes:
        name: what people call it.
        like: the name or the number of the week that it is like.
        volume: so many times as much.
        repeat: how many weeks of it there are.
        note: what to say of it.
    """

    name: str = ""
    like: str = ""
    volume: float = 1.0
    repeat: int = 1
    note: str = ""


@frozen(kw_only=True)
class Written:
    """A week as it is written.

    Attributes:
        head: what it says of itself.
        days: its own entries by weekday, from Monday, 0.
        without: the weekdays of the week it is like that it leaves out.
        node: where it is written.
        place: the path to it.
    """

    head: Head
    days: dict[int, tuple[Entry, ...]]
    without: frozenset[int]
    node: Mapping
    place: Place


HEAD: Final = Table(
    "a week",
    (
        Key(name="name", kind=LINE, attribute="name", default="", says="what people call it"),
        Key(name="like", kind=LINE, attribute="like", default="", says="the name of a week that it is like"),
        Key(
            name="volume",
            kind=VOLUME,
            attribute="volume",
            default=1.0,
            says="more or less of the easy and long",
        ),
        Key(name="repeat", kind=REPEAT, attribute="repeat", default=1, says="how many such weeks"),
        Key(name="note", kind=LINES, attribute="note", default="", says="what to say of it"),
    ),
    Head,
)
_OF_HEAD: Final = tuple(key.name for key in HEAD.keys)


def read_week(node: Node, place: Place, named: Named) -> Any:
    """Return the week."""
    if not isinstance(node, Mapping):
        return place.problem(node, "must be a week (like '{name: Base, mon: strength A}')")
    own = [pair for pair in node.pairs if pair[0].text in _OF_HEAD]
    head = HEAD.read(Mapping(own, node.line, node.column), place)
    days: dict[int, Any] = {}
    without: set[int] = set()
    for key, value in node.pairs:
        if key.text in WEEKDAYS and is_nothing(value):
            without.add(WEEKDAYS.index(key.text))
        elif key.text in WEEKDAYS:
            days[WEEKDAYS.index(key.text)] = read_day(value, place.key(key.text), named)
        elif key.text not in _OF_HEAD:
            hint = comma_slip(value) or suggestion(key.text, (*WEEKDAYS, *_OF_HEAD))
            head = place.key(key.text).problem(key, f"{shown(key.text)} is not a key of a week ({hint})")
    if head is FAILED or FAILED in days.values():
        return FAILED
    return Written(head=head, days=days, without=frozenset(without), node=node, place=place)
