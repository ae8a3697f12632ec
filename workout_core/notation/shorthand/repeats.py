"""Counts that repeat more than the step behind them: at the end of a line, and of sets with a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.amounts import range_at
from workout_core.notation.shorthand.kinds import FEET, Does, Meaning
from workout_core.notation.shorthand.pieces import Ambiguous, Join, NotShorthand, Piece
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.notation.shorthand.walker import Walker
from workout_core.notation.shorthand.words import MEANINGS

_MOST_STRIDES: Final = 30
"""A greater number before them is how long they are."""


def repeat_before(walker: Walker, token: Token) -> None:
    """Repeat what stands before a count at its end: all up to a comma, and the work before a rest."""
    if token.value < 1:
        raise NotShorthand
    last = walker.at(2)
    if last and last.kind is TokenKind.NUMBER:
        ends = [token._replace(kind=TokenKind.NUMBER), walker.at(1), last._replace(kind=TokenKind.COUNT)]
        counted = range_at([*ends, None])
        token, walker.position = counted or token, walker.position + (2 if counted else 0)
    walker.position += 1
    walker.end(Join.NONE)
    start = len(walker.pieces) - 1
    while start > 0 and (not walker.pieces[start].join.is_strong or _is_recovery(walker.pieces, start)):
        start -= 1
    if start > 0 and _are_alike(walker.pieces):
        if "reach" not in walker.answers:
            raise Ambiguous("reach", gettext_noop("is all of it repeated?"), 2)
        start = start if walker.answers["reach"] else 0
    group = walker.pieces[max(start, 0) :]
    if not group or any(each.part for each in group):
        raise NotShorthand
    if len(group) == 1 and not group[0].count:
        group[0].count, group[0].most = int(token.value), int(token.most)
        return
    whole = Piece(group[0].join)
    whole.count, whole.most, whole.inside = int(token.value), int(token.most), group
    del walker.pieces[max(start, 0) :]
    walker.pieces.append(whole)


def _are_alike(pieces: Sequence[Piece]) -> bool:
    """Tell whether *pieces* are equally long, so that a count behind the last may be of all of them."""
    amounts = [each.amounts for each in pieces]
    return (
        bool(amounts[0])
        and not any(each.count for each in pieces)
        and all(each == amounts[0] for each in amounts)
    )


def hold_all(pieces: list[Piece]) -> list[Piece]:
    """Return the sets that all of *pieces* are in: ``4 sets: 400 hard, 100 jog, 200 hard, 3 min rest``.

    Raises:
        NotShorthand: something of it is hardly repeated, or has repeats of its own.
    """
    first = pieces[0]
    work = [each for each in pieces if each.amounts and each.role not in FEET and each.join is not Join.WITH]
    if len(work) < 2 or work[1].between:  # noqa: PLR2004 - one with its rest is read as without the colon
        return pieces
    for each in pieces:
        if each.sets or each.role in ("warmup", "cooldown") or each.between is Does.SETS or each.part:
            raise NotShorthand
    if any(each.count for each in pieces[1:]) or first.inside:
        raise NotShorthand
    whole = Piece(first.join)
    whole.count, whole.most, whole.inside = first.count, first.most, pieces
    first.count = first.most = 0
    return [whole]


def _is_recovery(pieces: Sequence[Piece], place: int) -> bool:
    piece, before = pieces[place], pieces[place - 1]
    return (piece.role in FEET or piece.role == "easy") and not (before.count or before.inside)


def counts_strides(walker: Walker, ahead: int = 0) -> bool:
    """Tell whether the number so many places ahead is one of strides: ``6 strides``."""
    number = walker.at(ahead)
    if number is not None and number.value > _MOST_STRIDES:
        return False
    if (word := walker.at(ahead + 1)) is None or word.kind is not TokenKind.WORD:
        return False
    following = walker.at(ahead + 2)
    words = [word.text, f"{word.text} {following.text}" if following else ""]
    return any(MEANINGS.get(each) == Meaning(Does.ROLE, "strides") for each in words)


def part_in_sets(walker: Walker, token: Token) -> None:
    """Read ``in 3 sets of 4`` behind ``12x400``."""
    number = walker.at()
    piece = walker.piece
    if token.unit != "sets" or number is None or number.kind is not TokenKind.NUMBER or piece.sets:
        raise NotShorthand
    if token.value * number.value != piece.count or token.most or piece.most:
        raise NotShorthand
    piece.sets, piece.count = int(token.value), int(number.value)
    walker.is_timed = False
    walker.position += 1
