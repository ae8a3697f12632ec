"""Amounts: one, or those of a ladder, ``400-800-400``, ``4-3-2-1 min``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.notation.shorthand.pieces import Dimension, Length, NotShorthand
from workout_core.notation.shorthand.tokens import Token, TokenKind

AMOUNTS: Final = frozenset({TokenKind.TIME, TokenKind.DISTANCE, TokenKind.CLOCK, TokenKind.NUMBER})
LONGEST_LADDER: Final = 30
_LEAST: Final = 3
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
        return Length(Dimension.DISTANCE, token.value, token.unit)
    if token.kind is TokenKind.NUMBER:
        return plain_amount(token.value)
    return Length(Dimension.TIME, token.value)


def plain_amount(number: float) -> Length:
    """Return a number without a unit, which is metres if it can only be those."""
    if number >= _METRES and number % 50 == 0:
        return Length(Dimension.DISTANCE, number, "m", is_bare=True)
    return Length(Dimension.PLAIN, number)


def amounts_at(tokens: Sequence[Token | None]) -> tuple[list[Length], int]:
    """Return the amounts at the beginning of *tokens*, and how many tokens they are.

    Raises:
        NotShorthand: there is a range.
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
