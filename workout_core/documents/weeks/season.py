"""The weeks of a plan in order: like another one, with more or less of it, and again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, evolve, field, frozen

from workout_core.documents.keys import Key, Table
from workout_core.documents.source import FAILED, Place
from workout_core.documents.tree import Mapping, Node, Sequence
from workout_core.documents.weeks.activity import Named, folded
from workout_core.documents.weeks.entry import Entry
from workout_core.documents.weeks.kinds import MOST_WEEKS, REPEAT
from workout_core.documents.weeks.week import Written, read_week
from workout_core.errors import shown, suggestion

LEAST, MOST = 0.01, 100.0
"""Of what is written, however long the chain of weeks that are like each other."""
Days = dict[int, tuple[Entry, ...]]
"""Entries by weekday, from Monday, 0."""


@frozen(kw_only=True)
class Row:
    """A week as it is done.

    Attributes:
        name: what people call it, and its sessions go by; or nothing.
        note: what to say of it.
        volume: so many times as much as is written.
        days: the entries by weekday, from Monday, 0.
    """

    name: str
    note: str
    volume: float
    days: Days


def read_weeks(node: Node, place: Place, named: Named) -> Any:
    """Return the rows of a plan, in order."""
    if not isinstance(node, Sequence):
        return place.problem(node, "must be a list of weeks (like '- mon: strength A')")
    if not node.items:
        return place.problem(node, "a plan needs a week")
    reader = _Reader(named)
    weeks = reader.written(node, place)
    if FAILED in weeks:
        return FAILED
    if sum(week.head.repeat for week in weeks) > MOST_WEEKS:
        return place.problem(node, f"more than {MOST_WEEKS} weeks")
    rows = [row for week in weeks for row in reader.rows(week)]
    if FAILED in rows:
        return FAILED
    numbered = tuple(_numbered(rows))
    names = Counter(row.name for row in numbered if row.name)
    if twice := [name for name, count in names.items() if count > 1]:
        return place.problem(node, f"two weeks are called {shown(twice[0])} (one by being repeated)")
    return numbered


def _numbered(rows: list[Row]) -> Iterator[Row]:
    """Yield *rows*; the second of a name is called by it and 2, and so on."""
    before: Counter[str] = Counter()
    for row in rows:
        before[row.name] += 1
        number = before[row.name]
        name = f"{row.name} {number}" if row.name and number > 1 else row.name
        yield evolve(row, name=name)


@define
class _Reader:
    """Reads weeks, and finds those that others are like."""

    named: Named
    by_name: dict[str, Written] = field(factory=dict)
    count: int = 0
    done: dict[int, Any] = field(factory=dict)

    def written(self, node: Sequence, place: Place) -> list[Any]:
        """Return every week as written, those of a block as often as it is repeated."""
        made: list[Any] = []
        for number, item in enumerate(node.items):
            here = place.index(number)
            if isinstance(item, Mapping) and item.get("weeks") is not None:
                made += self._block(item, here)
            else:
                week = read_week(item, here, self.named)
                made.append(FAILED if week is FAILED else self._known(week))
            if len(made) > MOST_WEEKS:
                return [place.problem(node, f"more than {MOST_WEEKS} weeks")]
        return made

    def _block(self, node: Mapping, place: Place) -> list[Any]:
        own = [pair for pair in node.pairs if pair[0].text != "weeks"]
        times = _BLOCK.read(Mapping(own, node.line, node.column), place)
        weeks = node.get("weeks")
        if not isinstance(weeks, Sequence) or not weeks.items:
            return [place.key("weeks").problem(weeks or node, "must be a list of weeks")]
        inside = self.written(weeks, place.key("weeks"))
        if times is FAILED or FAILED in inside:
            return [FAILED]
        if len(inside) * times > MOST_WEEKS:
            return [place.problem(node, f"more than {MOST_WEEKS} weeks")]
        repeated: list[Any] = inside * times
        return repeated

    def _known(self, week: Written) -> Any:
        """Keep *week* by its number and its name, so that others can be like it."""
        self.count += 1
        name = folded(week.head.name)
        if name and name in self.by_name:
            node = week.node.get("name") or week.node
            return week.place.key("name").problem(node, f"two weeks are called {shown(week.head.name)}")
        if name.isdigit():
            node = week.node.get("name") or week.node
            return week.place.key("name").problem(
                node, f"{shown(week.head.name)} is a number, and weeks have theirs (like 'Week {name}')"
            )
        self.by_name[str(self.count)] = week
        if name:
            self.by_name[name] = week
        return week

    def rows(self, week: Written) -> Iterator[Any]:
        """Yield *week* as often as it is repeated."""
        days = self._days(week)
        if days is FAILED:
            yield FAILED
            return
        head = week.head
        for _ in range(head.repeat):
            yield Row(name=head.name, note=head.note, volume=head.volume, days=days)

    def _days(self, week: Written) -> Any:
        """Return the entries of *week*: its own, and those of the week that it is like."""
        chain = [week]
        while chain[-1].head.like and id(chain[-1].node) not in self.done:
            other = self._like(chain[-1], chain)
            if other is FAILED:
                return FAILED
            chain.append(other)
        days: Days = {}
        for each in reversed(chain):
            if id(each.node) not in self.done:
                self.done[id(each.node)] = _with_own(each, days)
            days = self.done[id(each.node)]
        return days

    def _like(self, week: Written, chain: list[Written]) -> Any:
        """Return the week that *week* is like."""
        like = week.head.like
        node, place = week.node.get("like") or week.node, week.place.key("like")
        other = self.by_name.get(folded(like))
        if other is None:
            names = dict.fromkeys(each.head.name for each in self.by_name.values() if each.head.name)
            hint = suggestion(like, names) if names else f"there are {self.count}, by number"
            return place.problem(node, f"{shown(like)} is not a week of this plan ({hint})")
        if any(each.node is other.node for each in chain):
            return place.problem(node, f"{shown(like)} is in the end like this one (write one of them out)")
        return other


def _with_own(week: Written, like: Days) -> Days:
    factor = week.head.volume
    if not week.head.like:
        return {day: _more(entries, factor) for day, entries in week.days.items()}
    kept = {day: entries for day, entries in like.items() if day not in week.without}
    return {day: _more(entries, factor) for day, entries in kept.items()} | week.days


def _more(entries: tuple[Entry, ...], factor: float) -> tuple[Entry, ...]:
    return tuple(
        evolve(entry, factor=min(max(entry.factor * factor, LEAST), MOST), before=entry.factor)
        for entry in entries
    )


_BLOCK: Final = Table(
    "a block of weeks",
    (Key(name="repeat", kind=REPEAT, attribute="repeat", required=True, says="how often"),),
    lambda repeat: repeat,
)
