"""Amounts: one, or those of a ladder, ``400-800-400``, ``4-3-2-1 min``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.pieces import Ambiguous, Dimension, Length, NotShorthand
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.patterns import lazy_pattern
from workout_core.units import LENGTHS, NUMBER

AMOUNTS: Final = frozenset({TokenKind.TIME, TokenKind.DISTANCE, TokenKind.CLOCK, TokenKind.NUMBER})
LONGEST_LADDER: Final = 30
_FIRST_NUMBER: Final = lazy_pattern(NUMBER)
_LEAST: Final = 3
_BEHIND_A_LIST: Final = frozenset({"@", "at", "w/", "with"})
"""What is behind a list, and may be of all of it."""
_METRES: Final = 100
"""A plain number from here on is the metres of a track, if hundreds or fifties."""


def amount_of(token: Token) -> Length:
    """Return what *token* says.

    Raises:
        NotShorthand: it is nothing, ``0m``.
    """
    if not token.value > 0:
        raise NotShorthand
    if token.kind is TokenKind.DISTANCE:
        return Length(Dimension.DISTANCE, token.value, token.unit, token.most)
    if token.kind is TokenKind.NUMBER:
        return plain_amount(token.value)
    return Length(Dimension.TIME, token.value, "clock" if token.kind is TokenKind.CLOCK else "", token.most)


def range_at(tokens: Sequence[Token | None]) -> Token | None:
    """Return the range at the beginning of *tokens* as one token: ``30-40min``, ``3 to 4 miles``, ``4-6x``.

    The beginning of a ladder, ``4-3-2-1 min``, is none.

    Raises:
        NotShorthand: it does not go upwards.
    """
    first, mark, last, *behind = tokens
    if first is None or mark is None or last is None or mark.text not in ("-", "to"):
        return None
    if first.kind is not TokenKind.NUMBER and (first.kind is not last.kind or mark.unit):
        return None
    if last.kind not in (TokenKind.COUNT, TokenKind.TIME, TokenKind.DISTANCE):
        return None
    if behind[0] and behind[0].text == "-" and behind[1] and behind[1].kind in AMOUNTS:
        return None
    low = first.value * (_unit_of(last) if first.kind is TokenKind.NUMBER else 1)
    if not 0 < low < last.value:
        raise NotShorthand
    return last._replace(value=low, most=last.value)


def _unit_of(token: Token) -> float:
    """Return how many seconds or metres the first unit of *token* has; of a count, one."""
    if token.kind is TokenKind.DISTANCE:
        return LENGTHS[token.unit]
    number = _FIRST_NUMBER.match(token.typed)
    if token.kind is TokenKind.COUNT or number is None:
        return 1.0
    return next(unit for unit in (3600.0, 60.0, 1.0) if unit * float(number[0]) <= token.value)


def plain_amount(number: float) -> Length:
    """Return a number without a unit, which is metres if it can only be those."""
    if number >= _METRES and number % 50 == 0:
        return Length(Dimension.DISTANCE, number, "m", is_bare=True)
    return Length(Dimension.PLAIN, number)


def amounts_at(tokens: Sequence[Token | None]) -> tuple[list[Length], int]:
    """Return the amounts at the beginning of *tokens*, and how many tokens they are.

    Raises:
        NotShorthand: there is a range without a unit.
    """
    first = tokens[0]
    if first is None:
        raise NotShorthand
    found = [first]
    mark = tokens[1].text if len(tokens) > 1 and tokens[1] is not None else ""
    if mark in ("-", "/", ","):
        place = 1
        while place + 1 < len(tokens) and (joined := tokens[place]) and joined.text == mark:
            following = tokens[place + 1]
            if following is None or following.kind not in AMOUNTS or joined.unit == "spaced":
                break
            found.append(following)
            place += 2
    if len(found) < _LEAST or (mark != "-" and any(each.kind is not TokenKind.NUMBER for each in found[:-1])):
        if mark == "-" and len(found) > 1:
            raise NotShorthand
        return [amount_of(first)], 1
    amounts = [amount_of(each) for each in found]
    return [each.like(amounts[-1]) for each in amounts], 2 * len(found) - 1


def listed_at(tokens: Sequence[Token | None], answers: Mapping[str, int]) -> tuple[list[Length], int] | None:
    """Return the amounts of a list at the beginning of *tokens*, if it is a ladder: ``1k, 2k, 1k @ T``.

    Raises:
        Ambiguous: only the last of them may be meant by what is behind it.
    """
    first = tokens[0]
    found = [first] if first and first.kind in (TokenKind.TIME, TokenKind.DISTANCE) else []
    while found and (mark := tokens[2 * len(found) - 1]) and mark.text == ",":
        following = tokens[2 * len(found)] if 2 * len(found) + 1 < len(tokens) else None
        if following is None or following.kind is not found[0].kind:
            return None
        found.append(following)
    behind = tokens[2 * len(found) - 1]
    if len(found) < _LEAST or behind is None or behind.text not in _BEHIND_A_LIST:
        return None
    if "listed" not in answers:
        said = ", ".join(each.typed for each in found)
        raise Ambiguous(
            "listed", gettext_noop("{typed} can be a ladder or steps of their own"), 2, typed=repr(said)
        )
    return ([amount_of(each) for each in found], 2 * len(found) - 1) if answers["listed"] == 0 else None
