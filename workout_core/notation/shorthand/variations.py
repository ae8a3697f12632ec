"""What is said of all sets before it, or of some repetitions: ``all off 90s``, ``last one all out``."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Final

from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.pieces import Dimension, Join, NotShorthand, Piece

_HOW: Final = ("role", "aims", "clocked", "zone", "is_race")


def shared(pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with what is said of all of them behind each set: ``4x800, 4x400, all off 90s``.

    Raises:
        NotShorthand: there are no sets before it, or they say it themselves.
    """
    place = next((number for number, each in enumerate(pieces) if each.of_all), None)
    if place is None:
        return pieces
    said, behind = pieces[place], pieces[place + 1 :]
    rest: Piece | None = said
    how: Piece | None = None
    if not (said.amounts or said.rest):
        has_rest = bool(behind) and not behind[0].count and _is_rest(behind[0])
        rest, how = (behind.pop(0) if has_rest else None), said
    start = place
    while start and (
        _is_work(pieces[start - 1]) or (rest is None and start > 1 and _is_rest(pieces[start - 1]))
    ):
        start -= 1
    group = pieces[start:place]
    work = [each for each in group if _is_work(each)]
    if not work or said.count or any(each.of_all for each in behind):
        raise NotShorthand
    if how is not None:
        for each in work:
            if each.says_how or each.send_off:
                raise NotShorthand
            each.absorb(copy(how))
            each.send_off = how.send_off
    return [*pieces[:start], *(_with_rests(work, rest) if rest else group), *behind]


def _is_work(piece: Piece) -> bool:
    if piece.role in (*FEET, "warmup", "cooldown", "easy", "strides") or piece.rest or piece.part:
        return False
    return bool(piece.amounts or piece.inside) and piece.join in (Join.NONE, Join.COMMA, Join.PLUS, Join.THEN)


def _with_rests(work: Sequence[Piece], rest: Piece) -> list[Piece]:
    """Return *work* with *rest* between its repetitions; single steps become a ladder."""
    rest.join = Join.WITH
    if all(each.count or len(each.amounts) > 1 for each in work):
        return [made for each in work for made in (each, _copied(rest))]
    if any(each.count or len(each.amounts) != 1 for each in work):
        raise NotShorthand
    made: list[Piece] = []
    for each in work[:-1]:
        made += [each, _copied(rest)]
    return [*made, work[-1]]


def _copied(piece: Piece) -> Piece:
    made = copy(piece)
    made.amounts, made.aims, made.of_all = list(piece.amounts), list(piece.aims), False
    return made


def varied(pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with what is said of the first or the last repetitions of a set in that set.

    Raises:
        NotShorthand: the set has no such repetitions.
    """
    made: list[Piece] = []
    for each in pieces:
        group = next((one for one in reversed(made) if not _is_rest(one)), None)
        often = _reps_of(each, group) if each.part and group else 0
        if not (often and group):
            made.append(each)
            continue
        if group.varied or group.sets or group.most or not 0 < often < group.count or not each.says_how:
            raise NotShorthand
        each.count, each.amounts = often, []
        group.varied = each
    return made


def _is_rest(piece: Piece) -> bool:
    return (
        piece.role in FEET or piece.join is Join.WITH or piece.rest is not None or piece.between is not None
    )


def _reps_of(part: Piece, group: Piece) -> int:
    """Return how many repetitions of *group* the *part* is; 0 if it is no such part."""
    if not group.count or (group.inside and len(group.inside) > 1):
        return 0
    if part.count and not part.amounts:
        return part.count
    if len(part.amounts) != 1 or len(group.amounts) != 1:
        return 0
    if part.amount == group.amount:
        return 1
    is_reps = (
        part.is_reps or group.amount.unit == "m" or part.amount.like(group.amount).value > group.amount.value
    )
    return int(part.amount.value) if part.amount.measure is Dimension.PLAIN and is_reps else 0


def variants(piece: Piece) -> list[Piece]:
    """Return the repetitions of a set that has some which are done in another way, as two sets."""
    other = piece.varied
    if other is None:
        return [piece]
    usual, last = copy(piece), copy(piece)
    usual.varied = last.varied = None
    often = piece.count - other.count, other.count
    usual.count, last.count = (each if each > 1 else 0 for each in often)
    if usual.inside:
        usual.inside, last.inside = ([copy(each) for each in usual.inside] for _ in range(2))
    for name in _HOW:
        setattr(last, name, getattr(other, name))
    last.swum = other.swum or usual.swum
    return [usual, last] if other.part is Does.LAST else [last, usual]
