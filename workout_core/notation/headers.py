"""What a repeat begins with: ``6x``, ``superset 3x, rest 60s``, ``AMRAP 10:00``, ``EMOM 10``."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Time, Until
from workout_core.model.workout import Step
from workout_core.notation import grammar
from workout_core.notation.layout import Part
from workout_core.notation.ranges import read_passes
from workout_core.notation.rests import is_rest, read_rest
from workout_core.notation.suggestions import LIKE, Correction, Hint, NotationError
from workout_core.notation.until import read_until
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, SPAN, read_time

MINUTE: Final = 60.0
TURN: Final = lazy_pattern(r"(?:odd|even|min(?:ute)?\s*[0-9]+)\b", re.IGNORECASE)
"""What coaches call the minutes of exercises that take turns."""
_SPAN: Final = rf"(?:{SPAN}|{CLOCK})(?!\w|:[0-9])"
_WORD: Final = lazy_pattern(
    r"((?a:superset|circuit|AMRAP|every)|E(?P<minutes>[0-9]{0,2})MOM|for\s+(?a:time))(?![^\W\d_])\s*:?\s*",
    re.IGNORECASE,
)
_ALWAYS: Final = lazy_pattern(r"AMRAP|E[0-9]*MOM|[^:]*[0-9]", re.IGNORECASE)
"""What never names a step: words with no other meaning, and a number before the colon."""
_ROLE: Final = lazy_pattern(rf"{grammar.any_of(grammar.ROLES)}\b", re.IGNORECASE)
_SPAN_OR_MINUTES: Final = lazy_pattern(
    rf"(?P<span>{_SPAN})|(?P<minutes>[0-9]{{1,3}})(?:['\u2032]|(?!\w|[:.][0-9]))", re.IGNORECASE
)
_INTERVAL: Final = lazy_pattern(rf"(?:(?P<span>{_SPAN})|minute\b)\s*", re.IGNORECASE)
_CAP: Final = lazy_pattern(rf"(?:time\s+)?cap\s+(?P<span>{_SPAN})", re.IGNORECASE)
_COLON: Final = lazy_pattern(r":\s*|[-\u2013\u2014]\s+")
_FOR_TIME: Final = lazy_pattern(r"for\s+time\b", re.IGNORECASE)
_SETS_ALONE: Final = lazy_pattern(
    r"(?:[0-9]{1,3}[-\u2013])?[0-9]{1,3}\s*[x\u00d7]\s*([0-9]{1,2})(?:\s*[-\u2013]\s*[0-9]+)?(?=\s*(?:$|[@/\"]))"
)

_SETS_FIRST: Final = lazy_pattern(
    r"(?:[0-9]{1,3}[-\u2013])?[0-9]{1,3}\s*[x\u00d7]\s*(?P<reps>[0-9]{1,3})(?:\s*[-\u2013]\s*[0-9]+)?\s+(?P<words>[^\W\d_][^@\"0-9]*)(?=$|[@\"])"
)


class Header(NamedTuple):
    """The beginning of a repeat.

    Attributes:
        offset: where it begins.
        behind: what stands behind it on the line.
        word: superset or circuit, if it says so.
        times: how often, or how often at least; or
        until: what ends it.
        every: seconds from pass to pass.
        cap: seconds within which it is done.
        for_time: whether it needs a cap.
        rest: what is done after each pass.
        skips: whether that is left out after the last.
        most: how often at most, in a range.
    """

    offset: int
    behind: Part
    word: str = ""
    times: int | None = None
    until: Until | None = None
    every: float | None = None
    cap: float | None = None
    for_time: bool = False
    rest: Step | None = None
    skips: bool = False
    most: int | None = None


def is_of_no_exercise(text: str) -> bool:
    """Tell whether *text* begins with sets of which it is not said what is done in them."""
    return _SETS_ALONE.match(text.partition(",")[0]) is not None


def header_of(first: Part) -> Header | None:
    """Return the header that *first* begins with, if it begins with one.

    Raises:
        NotationError: it lacks what it needs.
    """
    text = first.text
    header = Header(offset=first.offset, behind=first)
    if found := _SETS_ALONE.match(text):
        end = first.offset + found.end()
        raise NotationError(
            gettext("{text} of which exercise?", text=repr(found[0])),
            first.offset,
            Hint(LIKE, (Correction(first.offset, end, f"Back squat {found[0]}"),)),
            Hint(
                gettext_noop("a time has a unit, like {choices}"),
                (Correction(first.offset, end, f"{found[0]}min"),),
            ),
        )
    if found := _SETS_FIRST.match(text):
        words = found["words"].strip()
        if not _is_duration(text, found.start("reps")):
            sets, rest = found[0][: found.start("words")].strip(), found[0][found.end("words") :]
            whole = Part(found[0].rstrip(), first.offset)
            units = tuple(Correction.of(Part(sets, first.offset), f"{sets}{unit}") for unit in ("m", "min"))
            raise NotationError(
                gettext("the exercise stands before its sets"),
                first.offset,
                Hint(LIKE, (Correction.of(whole, f"{words} {sets}{rest}"), *units), 1),
            )
    if found := grammar.COUNT.match(text):
        times, most = read_passes(found, first.offset)
        return _maybe_for_time(header._replace(times=times, most=most, behind=first.after(found.end())))
    if found := grammar.REPEAT_UNTIL.match(text):
        until, behind = read_until(first.after(found.end()))
        return header._replace(until=until, behind=behind)
    found = _WORD.match(text)
    if found and not _is_label(first):
        word = " ".join(found[1].casefold().split())
        header = header._replace(word=word, behind=first.after(found.end()))
        return _READ[word](header) if word in _READ else _emom(header, int(found["minutes"]) * MINUTE)
    return None


def _is_label(part: Part) -> bool:
    """Tell whether *part* is a step that is called like a header: ``Circuit: 20min``."""
    found = grammar.LABEL.match(part.text)
    if found is None or _ALWAYS.match(part.text):
        return False
    behind = part.after(found.end()).text
    begins_step = _is_duration(behind) or _ROLE.match(behind) is not None
    return begins_step and not grammar.COUNT.match(behind)


def _is_duration(text: str, position: int = 0) -> bool:
    found = (form.pattern.match(text, position) for form in grammar.DURATIONS)
    return any(each is not None and not text[each.end() : each.end() + 1].isalpha() for each in found)


def _maybe_for_time(header: Header) -> Header:
    found = _FOR_TIME.match(header.behind.text)
    return _past(header, found.end(), for_time=True) if found else header


def _past(header: Header, end: int, **changes: Any) -> Header:
    return header._replace(behind=header.behind.after(end), **changes)


def _rounds(header: Header) -> Header:
    found = grammar.COUNT.match(header.behind.text)
    if not found:
        raise NotationError(
            gettext(
                "how many rounds? (like '{word} 3x, rest 60s', and the exercises below)", word=header.word
            ),
            header.offset,
        )
    times, most = read_passes(found, header.behind.offset)
    return _past(header, found.end(), times=times, most=most)


def _amrap(header: Header) -> Header:
    return _lasting(header, "AMRAP 10:00", lambda seconds: {"until": Time(seconds)})


def _emom(header: Header, every: float = MINUTE) -> Header:
    def passes(seconds: float) -> dict[str, Any]:
        if not every or seconds % every:
            raise InvalidWorkout(
                gettext(
                    "{word} lasts a number of whole intervals (like 'EMOM 10', 'E2MOM 10' or 'every 90s 8x')",
                    word=header.word.upper(),
                )
            )
        return {"times": int(seconds / every), "every": every}

    return _lasting(header, "EMOM 10", passes)


def _lasting(header: Header, example: str, meaning: Callable[[float], dict[str, Any]]) -> Header:
    found = _SPAN_OR_MINUTES.match(header.behind.text)
    if not found:
        raise NotationError(gettext("for how long? (like {example})", example=repr(example)), header.offset)
    try:
        seconds = read_time(found["span"]) if found["span"] else int(found["minutes"]) * MINUTE
        return _past(header, found.end(), **meaning(seconds))
    except InvalidWorkout as error:
        raise NotationError(str(error), header.behind.offset) from None


def _every(header: Header) -> Header:
    found = _INTERVAL.match(header.behind.text)
    count = grammar.COUNT.match(header.behind.text, found.end()) if found else None
    if not found or not count:
        raise NotationError(gettext("how often, and how many times? (like 'every 90s 8x')"), header.offset)
    seconds = read_time(found["span"]) if found["span"] else MINUTE
    times, most = read_passes(count, header.behind.offset)
    return _past(header, count.end(), every=seconds, times=times, most=most)


def _for_time(header: Header) -> Header:
    found = grammar.COUNT.match(header.behind.text)
    if not found:
        return _past(header, 0, for_time=True, times=1)
    times, most = read_passes(found, header.behind.offset)
    return _past(header, found.end(), for_time=True, times=times, most=most)


_READ: Final = MappingProxyType(
    {
        "superset": _rounds,
        "circuit": _rounds,
        "amrap": _amrap,
        "emom": _emom,
        "every": _every,
        "for time": _for_time,
    }
)


def is_clause(part: Part, *, has_block: bool) -> bool:
    """Tell whether *part*, behind a comma, belongs to the header of a repeat."""
    text = part.text
    if grammar.SKIP_LAST_REST.match(text) or (text[:1] in ("c", "C", "t", "T") and _CAP.match(text)):
        return True
    return has_block and is_rest(text)


def with_clauses(header: Header, parts: list[Part], *, has_block: bool) -> tuple[Header, list[Part]]:
    """Return *header* with its rest, its cap and its skipping, and what stands behind those on the line.

    Raises:
        NotationError: a clause does not say how long, or one is missing.
    """
    behind = _past_colon(header.behind)
    while is_clause(behind, has_block=False):
        header, behind = _clause(header, behind)
        behind = _past_colon(behind)
    left = deque(parts)
    while not behind.text and left and is_clause(left[0], has_block=has_block):
        header, behind = _clause(header, left.popleft())
        behind = _past_colon(behind)
    if header.for_time and header.cap is None:
        raise NotationError(gettext("for time needs a cap (like 'for time cap 12:00')"), header.offset)
    if header.cap is not None and not header.for_time:
        raise NotationError(
            gettext("a cap belongs to 'for time' (like 'for time 3x cap 12:00')"), header.offset
        )
    return header, [*([behind] if behind.text else []), *left]


def _past_colon(part: Part) -> Part:
    """Return *part* behind the colon or the dash after a header: ``EMOM 10: …``, ``EMOM 10 - …``."""
    found = _COLON.match(part.text)
    return part.after(found.end()) if found else part


def _clause(header: Header, part: Part) -> tuple[Header, Part]:
    if skip := grammar.SKIP_LAST_REST.match(part.text):
        return header._replace(skips=True), part.after(skip.end())
    if cap := _CAP.match(part.text):
        return header._replace(cap=read_time(cap["span"])), part.after(cap.end())
    if header.rest is not None:
        raise NotationError(gettext("a second rest: {text}", text=shown(part.text)), part.offset)
    return header._replace(rest=read_rest(part)), Part("", part.offset)


def check_inside(parts: list[Part], offset: int, *, has_block: bool) -> None:
    """Refuse a repeat without steps, and one with steps both behind its header and in its block.

    Args:
        parts: what stands behind the header, and does not belong to it.
        offset: where the repeat begins.
        has_block: whether steps are in brackets or below.

    Raises:
        NotationError: it is one of these.
    """
    if has_block and parts:
        told = gettext("{text} does not belong before the steps of a repeat", text=shown(parts[0].text))
        raise NotationError(told, parts[0].offset)
    if not has_block and not parts:
        told = gettext("a repeat needs steps: indented below it, or in brackets (like '6x(400m, 200m jog)')")
        raise NotationError(told, offset)
