"""What is said during a step: text events of a file, and lines of a cue.

A line says where in the step it is due, unless that is the beginning: ``at 1:30: Breathe`` or
``at 400 m: Relax``. What is said once in a whole set of intervals says so: ``at 3:00 of the set: Halfway``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from workout_core import Distance, ImportContext, Step, Time, gettext
from workout_zwo.markup import Element, one_line
from workout_zwo.numbers import read_length, write_number

EVENTS: Final = frozenset({"textevent", "textnotification", "text"})
_MESSAGES: Final = ("message", "mssage", "text")
"""The attributes that hold a text; one is a slip of the pen that many files have."""
SECONDS_APART: Final = 10
"""A text is shown for so long, if the file says nothing else."""
METRES_APART: Final = 50
DECIMALS: Final = 3
"""Of the seconds or metres after which a text is due."""
_NOISE: Final = 0.0015
"""What two of those that are meant to be the same may differ by."""
_LINE: Final = re.compile(
    r"at (?:(?:([0-9]+):)?([0-9]{1,2}):([0-9]{2}(?:\.[0-9]+)?)|([0-9]+(?:\.[0-9]+)?) m)( of the set)?: (.+)"
)


class TextEvent(NamedTuple):
    """A text, and where in a step or a set it is due: after so many seconds or metres."""

    text: str
    offset: float = 0.0
    in_metres: bool = False
    of_set: bool = False

    def line(self, *, first: bool = True) -> str:
        """Return the line of a cue; the place is left out if it is the beginning."""
        if not (self.offset or self.of_set) and first and not _LINE.fullmatch(self.text):
            return self.text
        place = f"{write_number(self.offset)} m" if self.in_metres else _clock(self.offset)
        return f"at {place}{' of the set' * self.of_set}: {self.text}"


def _clock(seconds: float) -> str:
    minutes, left = divmod(round(seconds, 6), 60)
    hours, minutes = divmod(int(minutes), 60)
    whole, _, part = write_number(left).partition(".")
    clock = f"{minutes:02d}:{whole:0>2}" if hours else f"{minutes}:{whole:0>2}"
    return f"{f'{hours}:' if hours else ''}{clock}{f'.{part}' if part else ''}"


def read_events(element: Element, context: ImportContext) -> list[TextEvent]:
    """Return what the events in *element* say, in the order of the file."""
    return [said for child in element.children if child.name in EVENTS for said in _event(child, context)]


def _event(event: Element, context: ImportContext) -> Iterator[TextEvent]:
    text = one_line(next(filter(None, map(event.value, _MESSAGES)), ""))
    if not text:
        told = gettext("says nothing, and is left out (message)")
        context.warn(f"{event.shown}: {told}", line=event.line, column=event.column)
        return
    seconds = read_length(event, "timeoffset")
    metres = read_length(event, "distoffset")
    if seconds is None and metres is not None:
        yield TextEvent(text, metres, in_metres=metres > 0)
    else:
        yield TextEvent(text, seconds or 0)


def cue(said: Iterable[TextEvent]) -> str:
    """Return the cue that says all of it, a line each."""
    return "\n".join(each.line(first=not index) for index, each in enumerate(said))


def said_in(step: Step) -> list[TextEvent]:
    """Return what the cue of *step* says; lines without a place are due one after the other."""
    lines = step.cue.split("\n") if step.cue else []
    return [_said(line, index, len(lines), step) for index, line in enumerate(lines) if line.strip()]


def _said(line: str, index: int, count: int, step: Step) -> TextEvent:
    if not (found := _LINE.fullmatch(line.strip())):
        length, in_metres = length_of(step)
        apart = min(METRES_APART if in_metres else SECONDS_APART, length / count)
        return TextEvent(line.strip(), float(int(index * apart)), in_metres=in_metres and index > 0)
    hours, minutes, seconds, metres, of_set, text = found.groups()
    if metres:
        return TextEvent(text, float(metres), in_metres=True, of_set=bool(of_set))
    return TextEvent(text, int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds), of_set=bool(of_set))


def length_of(step: Step) -> tuple[float, bool]:
    """Return the seconds or metres of *step*, and whether they are metres."""
    if isinstance(step.duration, Distance):
        return step.duration.metres, True
    return (step.duration.seconds if isinstance(step.duration, Time) else 0.0), False


def of_passes(
    said: Sequence[TextEvent], times: int, lengths: Sequence[float], *, in_metres: bool
) -> list[list[TextEvent]]:
    """Return what is said in each part of a pass, where a set of *times* passes says *said*.

    What is said in every pass is said in its part; if anything is not, all of it is said of the whole set, in
    the first part.

    Args:
        said: by where it is due in the whole set.
        times: how many passes there are.
        lengths: of the parts of a pass.
        in_metres: whether the lengths are metres.
    """
    once = sum(lengths)
    if not said or len(said) % times:
        return _of_set(said, lengths)
    passes: list[list[tuple[str, float]]] = [[] for _ in range(times)]
    for each in sorted(said, key=lambda each: each.offset):
        number = int((each.offset + _NOISE) / once)
        if number >= times or (each.offset and each.in_metres is not in_metres):
            break
        passes[number].append((each.text, round(max(0.0, each.offset - number * once), DECIMALS)))
    else:
        if all(_alike(one, passes[0]) for one in passes):
            return _in_parts(passes[0], lengths, in_metres=in_metres)
    return _of_set(said, lengths)


def _of_set(said: Sequence[TextEvent], lengths: Sequence[float]) -> list[list[TextEvent]]:
    """Return what is said of the whole set, in the first part."""
    return [[each._replace(of_set=True) for each in said], *([] for _ in lengths[1:])]


def _alike(one: list[tuple[str, float]], other: list[tuple[str, float]]) -> bool:
    """Tell whether the same is said in two passes."""
    return len(one) == len(other) and all(
        text == same and abs(at - there) < _NOISE
        for (text, at), (same, there) in zip(one, other, strict=True)
    )


def _in_parts(
    once: list[tuple[str, float]], lengths: Sequence[float], *, in_metres: bool
) -> list[list[TextEvent]]:
    parts: list[list[TextEvent]] = [[] for _ in lengths]
    for text, offset in once:
        at, left = 0, offset
        while at < len(lengths) - 1 and left + _NOISE >= lengths[at]:
            left = round(max(0.0, left - lengths[at]), DECIMALS)
            at += 1
        parts[at].append(TextEvent(text, left, in_metres=in_metres and left > 0))
    return parts


def of_set(steps: Sequence[Step], times: int) -> list[TextEvent]:
    """Return what is said in a set of *times* passes of *steps*, by where it is due in the whole set."""
    said: list[TextEvent] = []
    lengths = [length_of(step)[0] for step in steps]
    for part, step in enumerate(steps):
        start = sum(lengths[:part])
        for each in said_in(step):
            if each.of_set:
                said.append(each._replace(of_set=False))
                continue
            in_metres = length_of(step)[1]
            if each.offset and each.in_metres is not in_metres:
                # nobody knows when in the set that is: it is said in full where the step begins
                each = TextEvent(each.line())  # noqa: PLW2901 - the same text
            said += [
                TextEvent(each.text, number * sum(lengths) + start + each.offset, in_metres)
                for number in range(times)
            ]
    return sorted(
        (each._replace(offset=round(each.offset, DECIMALS)) for each in said), key=lambda each: each.offset
    )
