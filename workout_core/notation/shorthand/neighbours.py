"""What lines beside one have to do with it: the letters of a superset, a block below, a rest of sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from workout_core.languages import gettext
from workout_core.notation.suggestions import Correction, NotationError, Wrong
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, SPAN

_Errors = Callable[[str], Sequence[NotationError]]
_LETTER: Final = lazy_pattern(r"(?P<letter>[A-Za-z])(?P<number>[1-9])(?=[.):\s])")
_BLOCK: Final = "\n  Push-up 1 reps\n  Lunge 1 reps"
"""What may stand below the header of any block."""
_TIME: Final = rf"(?:{NUMBER}\s*-\s*)?(?:{SPAN}|{CLOCK})"
_REST_OF_SETS: Final = lazy_pattern(
    rf"(?:rest\s+(?P<behind>{_TIME})|(?P<before>{_TIME})\s+rest)"
    r"\s+(?:in\s+)?(?:between|after)(?:\s+(?:the|each|every|all))*\s*(?:sets?|ones?)?[\s.]*",
    re.IGNORECASE,
)


def among(lines: Sequence[str], number: int, errors: _Errors) -> _Errors:
    """Return what finds the errors of a reading of line *number*, between those beside it."""

    def found(reading: str) -> Sequence[NotationError]:
        before = _lettered(lines, number, reading)
        return errors(f"{before}{reading}{_BLOCK if _holds_block(lines, number) else ''}")

    return found


def _lettered(lines: Sequence[str], number: int, reading: str) -> str:
    """Return the lines above that a *reading* such as ``A2 Row 3x8`` goes on with."""
    first = _LETTER.match(reading)
    before = int(first["number"]) - 1 if first else 0
    made = [line.strip() for line in lines[max(number - before, 0) : number]]
    for count, line in enumerate(made, start=1):
        found = _LETTER.match(line)
        if first is None or found is None or found[0].casefold() != f"{first['letter']}{count}".casefold():
            return ""
    return "".join(f"{line}\n" for line in made)


def _holds_block(lines: Sequence[str], number: int) -> bool:
    """Tell whether the line below is indented more."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(below.strip()) and _indent(below) > _indent(lines[number])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def is_rest_of_sets(words: str) -> bool:
    """Tell whether *words* are a rest between sets and nothing else."""
    return _REST_OF_SETS.fullmatch(words) is not None


def rest_of_sets(lines: Sequence[str], number: int, start: int, errors: _Errors) -> Wrong | None:
    """Ask whether a rest between sets, on a line of its own, is of the exercise above.

    Args:
        lines: of the text.
        number: of the line of the rest.
        start: where its words begin in the text.
        errors: finds what is wrong with a line.
    """
    words = lines[number].strip()
    found = _REST_OF_SETS.fullmatch(words)
    if found is None or number == 0:
        return None
    rest = f", rest {found['behind'] or found['before']}"
    above = lines[number - 1]
    end = start - _indent(lines[number]) - 1
    is_right = bool(above.strip()) and not errors(f"{above.strip()}{rest}")
    corrections = (Correction(end, start + len(words), rest, swaps=True),) if is_right else ()
    told = gettext(
        "{words}: between the sets of which exercise? (it stands behind its sets: {example})",
        words=repr(words),
        example=f"'{above.strip()}{rest}'" if is_right else "'Squat 3x10, rest 60s'",
    )
    return Wrong(told, start, corrections)
