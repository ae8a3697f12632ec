"""A ZWO file → a workout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core import (
    DocumentError,
    ImportContext,
    Item,
    Problem,
    Quantity,
    Range,
    Sport,
    Target,
    Workout,
    gettext,
    pgettext_noop,
    quoted,
)
from workout_zwo.blocks import BlockReader, with_events
from workout_zwo.markup import Element, cleaned, one_line, read_markup
from workout_zwo.numbers import read_length
from workout_zwo.options import Durations, ZwoReading
from workout_zwo.targets import TargetReader
from workout_zwo.texts import EVENTS

SPORTS: Final = {
    "bike": Sport.CYCLING,
    "cycling": Sport.CYCLING,
    "ride": Sport.CYCLING,
    "run": Sport.RUNNING,
    "running": Sport.RUNNING,
    "swim": Sport.POOL_SWIMMING,
    "swimming": Sport.POOL_SWIMMING,
}
READ: Final = frozenset(
    {
        "name",
        "n",
        "description",
        "sporttype",
        "durationtype",
        "tags",
        "workout",
        "ftpoverride",
        "thresholdsecperkm",
    }
)
"""The elements of the root that are read; whatever else is there is told."""
_IN_METRES: Final = frozenset({"distance", "metres", "meters"})


def read_zwo(data: bytes, context: ImportContext[ZwoReading]) -> Workout:
    """Read a ZWO file of any program.

    Raises:
        DocumentError: it is no ZWO, or a block makes no sense; says the line.
        InvalidWorkout: it is longer than a workout can be.
    """
    root = read_markup(data, context)
    heads: dict[str, Element] = {}
    for child in root.children:
        heads.setdefault(child.name, child)
    found = heads.get("workout")
    if found is None:
        raise root.problem(gettext("has no workout (write its blocks in '<workout>')"))
    sport = _sport(heads, context)
    blocks = _block_reader(root, heads, sport, context)
    items = _items(found, blocks)
    workout = Workout(
        name=_name(heads, context),
        items=items,
        sport=sport,
        description=heads["description"].text if "description" in heads else "",
        tags=_tags(heads),
    )
    _tell_what_is_left(root, context, is_ride=sport.in_cycling)
    return workout


def _items(workout: Element, blocks: BlockReader) -> list[Item]:
    items: list[Item] = []
    problems: list[Problem] = []
    for element in workout.children:
        if element.name in EVENTS or element.name == "gameplayevent":
            continue
        if element.name == "restday":
            raise element.problem(gettext("is a day of rest, and no workout (a plan has days of rest)"))
        try:
            item = blocks.item(element, len(items))
        except DocumentError as error:
            problems += error.problems
            continue
        if item is not None:
            items.append(item)
    if problems:
        raise DocumentError(problems)
    if not items:
        raise workout.problem(
            gettext("the workout has no block that lasts (write a SteadyState with a Duration)")
        )
    return with_events(items, workout, blocks.context)


def _name(heads: dict[str, Element], context: ImportContext) -> str:
    for key in ("name", "n"):
        if key in heads and (name := one_line(heads[key].text)):
            return name
    # a file without a name is called by that of the file; in one language, as its identity hangs on it
    return one_line(context.file.rpartition(".")[0] or context.file) or "Workout"


def _sport(heads: dict[str, Element], context: ImportContext) -> Sport:
    element = heads.get("sporttype")
    given = element.text if element else ""
    sport = SPORTS.get(given.lower())
    if element and given and sport is None:
        told = gettext("{text} is read as a ride (bike, run or swim)", text=repr(given[:60]))
        message = f"sportType: {told}"
        context.warn(message, line=element.line, column=element.column)
    if sport is None and not given and _says_metres(heads):
        return Sport.RUNNING
    return sport or Sport.CYCLING


def _says_metres(heads: dict[str, Element]) -> bool:
    return "durationtype" in heads and heads["durationtype"].text.lower() in _IN_METRES


def _block_reader(
    root: Element, heads: dict[str, Element], sport: Sport, context: ImportContext[ZwoReading]
) -> BlockReader:
    ftp = _number(heads, "ftpoverride") if sport.in_cycling else None
    if ftp is not None:
        Target(Quantity.POWER, Range(ftp, ftp))
    threshold = _number(heads, "thresholdsecperkm") if not sport.in_cycling else None
    if threshold is not None:
        told = gettext("{pace} s/km is left to the athlete (threshold_pace)", pace=f"{threshold:g}")
        context.lose("", pgettext_noop("what a format lacks", "threshold pace"), told)
    targets = TargetReader(context, sport.in_cycling, ftp, threshold is not None)
    return BlockReader(context, targets, _in_metres(root, heads, sport, context))


def _number(heads: dict[str, Element], name: str) -> float | None:
    """Return the number in the element *name* of the root; None if there is none, or 0."""
    if name not in heads:
        return None
    head = heads[name]
    number = Element(head.name, "", {name: (head.shown, head.text)}, head.line, head.column)
    return read_length(number, name) or None


def _in_metres(
    root: Element, heads: dict[str, Element], sport: Sport, context: ImportContext[ZwoReading]
) -> bool:
    """Tell whether durations are metres: as the file says, or the user, or else as its texts say."""
    if "durationtype" in heads:
        return _says_metres(heads)
    asked = context.options.durations if context.options else Durations.AUTO
    if sport.in_cycling or asked is not Durations.AUTO:
        return asked is Durations.DISTANCE
    events = [element for element in _all(root) if element.name in EVENTS]
    places = {
        name for name in ("distoffset", "timeoffset") if any(read_length(each, name) for each in events)
    }
    if places == {"distoffset"}:
        return True
    context.warn(
        gettext(
            "does not say whether its durations are seconds or metres, and is read as seconds (durationType; "
            "or --from 'zwo durations=distance')"
        ),
        line=heads["workout"].line,
    )
    return False


def _tags(heads: dict[str, Element]) -> list[str]:
    if "tags" not in heads:
        return []
    names = [one_line(tag.value("name") or tag.text) for tag in heads["tags"].children if tag.name == "tag"]
    return [name for name in names if name]


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


def _tell_what_is_left(root: Element, context: ImportContext, *, is_ride: bool) -> None:
    """Tell of each element and attribute that nobody asked for, each name once."""
    for child in root.children:
        if child.name not in READ and (child.text or child.attributes or child.children):
            text = cleaned(child.text).partition("\n")[0][:60]
            left = gettext("{what} is left out", what=quoted(text)) if text else gettext("is left out")
            context.lose("", child.shown, left)
    told: set[str] = set()
    for element in _all(root):
        if element.name == "gameplayevent" and element.name not in told:
            told.add(element.name)
            what = gettext("what happens in the game is left out (line {line})", line=element.line)
            context.lose("", element.shown, what)
        if is_ride:
            element.used.add("pace")  # programs write one for rides too, where it says nothing
        for shown in _unread(element):
            if shown not in told:
                told.add(shown)
                context.lose("", shown, gettext("is left out (first in line {line})", line=element.line))


def _unread(element: Element) -> Iterator[str]:
    """Yield what attributes were not asked for, those of a prefix together."""
    if element.name in ("gameplayevent", "test_details"):
        return
    for key, (shown, _) in element.attributes.items():
        prefix, colon, _ = shown.partition(":")
        if colon and prefix.lower() not in ("xmlns", "xsi", "xml"):
            yield gettext("whatever begins with {prefix}", prefix=quoted(f"{prefix}:"))
        elif not colon and key not in element.used and key != "xmlns":
            yield f"{element.shown} {shown}"
