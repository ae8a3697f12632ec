"""Sets that differ: ``3x12,10,8`` and ``@ 100kg, 105kg, 110kg``, with a number for each set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workout_core.languages import gettext, gettext_noop, ngettext
from workout_core.model.duration import Duration, MaxReps, Reps, Time
from workout_core.model.exercise import Load
from workout_core.model.workout import Step
from workout_core.notation.layout import Part, Statement
from workout_core.notation.loads import read_load, write_load
from workout_core.notation.suggestions import Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import NUMBER, plain

MOST_LISTED: Final = 20
_BOTH: Final = 2
"""Equal numbers in a list may be those of both sides."""
_UNIT: Final = r"(?:kgs?|lbs?|pounds?|%(?:\s*1\s?RM)?)"
_LETTER_FIRST: Final = lazy_pattern(r"(?:[-\u2013\u2014*\u2022\u00b7]\s+)?[\"^\W\d_]*[^\W\d_]")
_ENDS_IN_COUNT: Final = lazy_pattern(r".*[^\W\d_].*(?:\s|[x\u00d7*]\s*)[0-9]{1,4}(?:\s*[,/]\s*[0-9]{1,4})*")
_TAIL: Final = 200
"""Letters in which the end of a part is looked for: to look costs the square of them."""
_COUNT: Final = lazy_pattern(r"[0-9]{1,4}(?=\s*(?:$|[@\"(]))")
_ENDS_IN_LOAD: Final = lazy_pattern(
    rf".*@\s*(?:[0-9]{{1,2}}\s*[x\u00d7]\s*)?{NUMBER}\s*{_UNIT}?(?:\s*[,/]\s*{NUMBER}\s*{_UNIT}?)*",
    re.IGNORECASE,
)
_LOAD: Final = lazy_pattern(
    rf"{NUMBER}\s*(?:(?:kgs?|lbs?|pounds?)\b|%(?:\s*1\s?RM)?(?=\s*(?:$|\"|rest\b|tempo\b)))|{NUMBER}$",
    re.IGNORECASE,
)
_HAS_UNIT: Final = lazy_pattern(rf"(?:.*@.*)?{NUMBER}\s*{_UNIT}(?!\w).*", re.IGNORECASE)
_DECIMALS: Final = lazy_pattern(r"@\s*[0-9]+$")
"""What ``12,5kg`` with a comma in it begins with: decimals, not a list."""
_BETWEEN: Final = lazy_pattern(r"\s*[,/]\s*")
_PLAIN: Final = lazy_pattern(NUMBER)
_PIECES: Final = rf"\+?\s*(?:[0-9]{{1,2}}\s*[x\u00d7*]\s*)?{NUMBER}"
_BARE: Final = lazy_pattern(rf"{_PIECES}\s*")
_SUFFIX: Final = lazy_pattern(rf"({_PIECES})\s*(.*)")
_AMOUNTS: Final = lazy_pattern(
    r"(?P<numbers>(?:[0-9]{1,4}|AMRAP|max)(?:\s*[-,/]\s*(?:[0-9]{1,4}|AMRAP|max))+)\s*(?P<unit>[a-z]*)",
    re.IGNORECASE,
)
_BETWEEN_AMOUNTS: Final = lazy_pattern(r"\s*[-,/]\s*")


def joined(statement: Statement) -> Statement:
    """Return *statement* with the numbers of sets that differ in one part, commas and all."""
    parts = statement.parts
    if len(parts) < 2 or parts[0].text[0].isdigit():  # noqa: PLR2004 - a list has two
        return statement
    if not any(part.text[0].isdigit() for part in parts[1:]) or not _LETTER_FIRST.match(parts[0].text):
        return statement
    made = [parts[0]]
    for index, part in enumerate(parts[1:], start=1):
        if _continues(made[-1], parts[index:]):
            made[-1] = _glued(made[-1], part)
        else:
            made.append(part)
    return (
        statement
        if len(made) == len(parts)
        else Statement(made, statement.inside, is_joined=statement.is_joined)
    )


def _continues(part: Part, parts: list[Part]) -> bool:
    before, text = part.text[-_TAIL:], parts[0].text
    is_glued = parts[0].offset == part.offset + len(part.text) + 1
    if "@" not in before:
        return _COUNT.match(text) is not None and _ENDS_IN_COUNT.fullmatch(before) is not None
    if _ENDS_IN_LOAD.fullmatch(before) is None or _LOAD.match(text) is None:
        return False
    if is_glued and _DECIMALS.search(before) and _HAS_UNIT.fullmatch(text):
        return False
    return _HAS_UNIT.fullmatch(before) is not None or any(
        _HAS_UNIT.fullmatch(each.text[:_TAIL]) for each in parts
    )


def _glued(before: Part, part: Part) -> Part:
    gap = part.offset - before.offset - len(before.text) - 1
    return Part(f"{before.text},{' ' * gap}{part.text}", before.offset)


def listed_amounts(text: str) -> tuple[str, ...]:
    """Return how much each set is, where *text* has a number for each: ``12/10/8``, ``30/40/50s``."""
    found = _AMOUNTS.fullmatch(text)
    if not found or ((unit := found["unit"]) and unit.casefold() == "max"):
        return ()
    unit = found["unit"] or "reps"
    numbers = _BETWEEN_AMOUNTS.split(found["numbers"])
    if "-" in found["numbers"] and len(numbers) < 3:  # noqa: PLR2004 - '8-10' is a range
        return ()
    return tuple(f"{each} {unit}" if each.isdigit() else "max reps" for each in numbers)


def read_loads(words: str) -> tuple[Load, ...]:
    """Return the load of each set, where *words* have one for each: ``100/105/110kg``; else nothing.

    Raises:
        InvalidWorkout: one is a load that nobody lifts.
    """
    texts = _BETWEEN.split(words.strip())
    last = _SUFFIX.fullmatch(texts[-1])
    if len(texts) < 2 or not last:  # noqa: PLR2004 - a list has two
        return ()
    loads = [read_load(f"{each}{last[2]}" if _BARE.fullmatch(each) else each) for each in texts]
    kept = tuple(each for each in loads if each is not None)
    return kept if len(kept) == len(loads) and len(set(map(type, kept))) == 1 else ()


def write_loads(loads: list[Load]) -> str:
    """Write the load of each set as it is read; nothing where there are no words for that."""
    found = [_SUFFIX.fullmatch(write_load(each)) for each in loads]
    if not all(found):
        return ""
    parts = [(each[1], each[2]) for each in found if each]
    suffix = parts[-1][1]
    text = "/".join(number if unit == suffix else f"{number}{unit}" for number, unit in parts[:-1])
    text = f"{text}/{parts[-1][0]}{suffix}"
    return text if read_loads(text) == tuple(loads) else ""


def write_amounts(durations: list[Duration]) -> str:
    """Write how much each set is as it is read; nothing where there are no words for that."""
    units = {
        type(each) if not isinstance(each, Reps) else each.of
        for each in durations
        if not isinstance(each, MaxReps)
    }
    if len(units) != 1:
        return ""
    texts = [text for each in durations if (text := _amount(each))]
    if len(texts) != len(durations):
        return ""
    counted = next(each for each in durations if not isinstance(each, MaxReps))
    unit = "s" if isinstance(counted, Time) else f" {counted.of.value}" if isinstance(counted, Reps) else ""
    if isinstance(counted, Time) and "AMRAP" in texts:
        return ""
    return "/".join(texts) + ("" if unit == " reps" else unit)


def _amount(duration: Duration) -> str:
    if isinstance(duration, MaxReps):
        return "AMRAP"
    if isinstance(duration, Reps) and duration.least is None:
        return str(duration.count)
    if isinstance(duration, Time) and duration.seconds < 1000 and float(duration.seconds).is_integer():  # noqa: PLR2004
        return plain(duration.seconds)
    return ""


def check_lists(sets: int | None, each: tuple[str, ...], loads: int, piece: Part, *, is_range: bool) -> int:
    """Return how many sets differ.

    Args:
        sets: as many as the line says.
        each: how much, of each set.
        loads: how many loads there are.
        piece: where the sets and how much stand.
        is_range: whether the sets are a range of them.

    Raises:
        NotationError: the numbers do not agree.
    """
    if is_range:
        raise NotationError(gettext("sets that differ are counted (like '3x12/10/8')"), piece.offset)
    counts = [count for count in (sets, len(each), loads) if count]
    if all(first == second for first, second in pairwise(counts)):
        return counts[0]
    if each and sets and sets != len(each):
        as_many = (*each, *each[-1:] * (sets - len(each)))[:sets]
        made = [_listed(texts) for texts in (each, as_many)]
        if len(each) == _BOTH and len(set(each)) == 1 and sets > _BOTH:
            made.append(f"{sets}x{each[0].removesuffix(' reps')}/side")
        corrections = (Correction.of(piece, text, swaps=True) for text in made)
        told = ngettext(
            "{n} set, and how much is said of {each}",
            "{n} sets, and how much is said of {each}",
            sets,
            each=len(each),
        )
        raise NotationError(
            told, piece.offset, Hint(gettext_noop("one for each set: {choices}"), tuple(corrections))
        )
    many = sets or len(each)
    raise NotationError(
        ngettext(
            "{n} set and {loads} loads (one for each set, like '3x5 @ 100/105/110kg')",
            "{n} sets and {loads} loads (one for each set, like '3x5 @ 100/105/110kg')",
            many,
            loads=loads,
        ),
        piece.offset,
    )


def _listed(texts: tuple[str, ...]) -> str:
    """Return the amounts of sets as they are read: ``3x30/40/50s``."""
    units = [text.rpartition(" ")[2] for text in texts if text != "max reps"]
    numbers = "/".join("AMRAP" if text == "max reps" else text.rpartition(" ")[0] for text in texts)
    return f"{len(texts)}x{numbers}{units[0] if units and units[0] != 'reps' else ''}"


def in_turn(
    step: Step, durations: tuple[Duration, ...], loads: tuple[Load, ...], count: int
) -> Iterator[Step]:
    """Yield *step* with how much and how heavy each set is."""
    from attrs import evolve  # noqa: PLC0415 - only sets that differ pay

    for number in range(count):
        exercise = step.exercise
        if loads and exercise is not None:
            exercise = evolve(exercise, load=loads[number])
        yield evolve(step, duration=durations[number] if durations else step.duration, exercise=exercise)
