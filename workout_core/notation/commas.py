"""Commas that nobody meant, and commas that can be read in two ways."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import Final

from workout_core.languages import gettext, gettext_noop
from workout_core.model.sets import is_between, is_of_exercises
from workout_core.model.workout import Intensity, Item, Repeat
from workout_core.notation import grammar
from workout_core.notation.exercise import cut
from workout_core.notation.headers import Header, header_of, with_clauses
from workout_core.notation.layout import Part, Statement
from workout_core.notation.rests import is_rest
from workout_core.notation.sets import Line
from workout_core.notation.suggestions import IF_SO, Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern

_WHOLE: Final = lazy_pattern(r"[0-9]+$")
_DECIMALS: Final = lazy_pattern(r"[0-9][\w/]*")
_POINT: Final = gettext_noop("write decimals with a point: '1.5km'")
_BRACKETS: Final = gettext_noop("if so, use brackets")
_EACH_ROUND: Final = gettext_noop("if so, it stands before the brackets")
_ENDS: Final = [
    word for word, role in grammar.ROLES.items() if role in (Intensity.WARMUP, Intensity.COOLDOWN)
]
_AROUND: Final = lazy_pattern(rf"(?:.*\s)?{grammar.any_of(_ENDS)}(?![\w-]).*", re.IGNORECASE)


def decimal_comma(parts: list[Part]) -> NotationError | None:
    """Return what is wrong with a comma between two digits, which somebody meant as a decimal point."""
    for before, after in pairwise(parts):
        glued = after.offset == before.offset + len(before.text) + 1
        whole, decimals = _WHOLE.search(before.text), _DECIMALS.match(after.text)
        if glued and whole and decimals:
            start, end = before.offset + whole.start(), after.offset + decimals.end()
            meant = Correction(start, end, f"{whole[0]}.{decimals[0]}")
            hint = Hint(
                gettext_noop("write decimals with a point: {choices}"), (meant,), otherwise=gettext(_POINT)
            )
            return NotationError(gettext("a comma separates steps"), after.offset - 1, hint)
    return None


def question(before: Statement | None, group: Statement, statement: Statement) -> None:
    """Refuse a step after a comma when it is open whether what stands before it means it too."""
    if before is None or before.inside is not None:
        return
    head, first = before.parts[0], group.parts[0]
    if grammar.SKIP_LAST_REST.match(first.text):
        return
    label = grammar.LABEL.match(head.text)
    is_role = label is not None and (label[2] or "").rstrip().casefold() in grammar.ROLES
    if (
        label
        and is_role
        and cut(head).is_named
        and cut(first).is_named
        and not grammar.LABEL.match(first.text)
    ):
        raise NotationError(
            gettext(
                "does {label} mean this too? (a role stands before each line)", label=repr(label[0].strip())
            ),
            first.offset,
        )
    header = header_of(head)
    if header is not None:
        hint = Hint(
            gettext_noop("if so, use brackets: {choices}"),
            (_bracketed(header, head, statement),),
            otherwise=gettext(_BRACKETS),
        )
        raise NotationError(
            gettext("is this repeated too?"), first.offset, hint, gettext("if not, begin a new line")
        )


def _bracketed(header: Header, head: Part, statement: Statement) -> Correction:
    """Return all that stands behind *header* in brackets, but for a warm-up or a cool-down."""
    _, behind = with_clauses(header, [], has_block=False)
    inner = behind[0] if behind else header.behind
    begins = head.text[: inner.offset - head.offset].strip(" :")
    parts = [part for part in statement.parts if part.offset > head.offset]
    repeated = list(takewhile(lambda part: not _AROUND.fullmatch(part.text), parts))
    behind = parts[len(repeated) :]
    inside = ", ".join(part.text for part in (inner, *repeated))
    text = ", ".join((f"{begins}({inside})", *(part.text for part in behind)))
    return Correction(head.offset, parts[-1].offset + len(parts[-1].text), text)


def _is_open(rounds: Statement, text: str) -> bool:
    """Tell whether *rounds* hold what follows a colon, and no brackets say where they end."""
    head = rounds.parts[-1]
    return text[head.offset + len(head.text) :].lstrip()[:1] == ":"


def _is_rounds(item: Item | Line | None) -> bool:
    """Tell whether *item* is a number of rounds of exercises that do not end in a rest."""
    if not isinstance(item, Repeat) or item.times is None or item.every is not None or item.cap is not None:
        return False
    return is_of_exercises(item) and not is_between(item.items[-1])


def question_rest(
    before: Statement | None, statement: Statement, text: str, item: Item | Line | None
) -> None:
    """Refuse a rest behind the brackets of rounds of exercises, which most people mean for each round.

    Args:
        before: the statement before it.
        statement: that may be a rest.
        text: of which both are.
        item: what was read of *before*.
    """
    if before is None or before.inside is None:
        return
    is_on_line = "\n" not in text[before.offset : statement.offset]
    if not statement.is_joined and not (is_on_line and before.inside[0].parts and _is_open(before, text)):
        return
    header = header_of(before.parts[0])
    if header is None or not (header.word or _is_rounds(item)):
        return
    if is_rest(statement.parts[0].text):
        head, rest = before.parts[-1], statement.parts[0]
        end = head.offset + len(head.text)
        rounds = text[end : rest.offset].rstrip(" ,;\n\t").lstrip()
        start = before.offset
        if not rounds.startswith("("):
            rounds = f"({rounds.lstrip(': ')})"
        whole = f"{text[start:end]}, {rest.text} {rounds}"
        correction = Correction(start, rest.offset + len(rest.text), whole)
        hint = Hint(IF_SO, (correction,), otherwise=gettext(_EACH_ROUND))
        raise NotationError(
            gettext("is this after each round?"), statement.offset, hint, gettext("if not, begin a new line")
        )
