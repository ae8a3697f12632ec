"""Targets with one end: ``< 140 bpm``, ``under 145``, ``sub 4:00/km``."""

from __future__ import annotations

from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.kinds import Does
from workout_core.notation.shorthand.paces import PaceWalker
from workout_core.notation.shorthand.pieces import EXACT, Ambiguous, Clocked, Dimension, NotShorthand
from workout_core.notation.shorthand.tokens import TokenKind

_BEATS: Final = (90.0, 200.0)
"""Heart rates that a plain number can be."""
_FASTER: Final = 0.96
"""The other end of a pace of which only the slower one is said, as a share of its seconds."""


def read_bound(walker: PaceWalker, word: str) -> None:
    """Read the numbers behind *under*: a heart rate, watts, a share, a pace or the time of a repetition.

    Raises:
        NotShorthand: there are none.
        Ambiguous: it is a pace or a time, of which two ends are held.
    """
    of_heart = word == "hr"
    if walker.does() is Does.HEART:
        of_heart, walker.position = True, walker.position + walker.meaning()[1]
    ahead = [each for n in range(3) if (each := walker.at(n)) is not None]
    if not ahead or ahead[0].kind not in targets.NUMBERS:
        raise NotShorthand
    walker.is_aimed = False
    if ahead[0].kind is TokenKind.NUMBER and walker.kind(1) is not TokenKind.PER:
        _measured(walker, ahead[0].value, of_heart=of_heart)
        return
    before = walker.piece.clocked
    walker.number()
    said = walker.piece.clocked
    if said is None or said is before:
        raise NotShorthand
    _held(walker)


def _measured(walker: PaceWalker, number: float, *, of_heart: bool) -> None:
    piece = walker.piece
    if walker.is_text("%", 1) or walker.does(1) in (Does.UNIT, Does.HEART):
        before = list(piece.aims)
        walker.number()
        made = [each for each in piece.aims if each not in before]
        if len(made) != 1 or made[0].quantity not in ("hr", "power"):
            raise NotShorthand  # another quantity, or the same number once more
        piece.aims = [
            each if each is not made[0] else each._replace(text=f"<{each.text}") for each in piece.aims
        ]
        return
    least, most = _BEATS
    is_run = not piece.amounts or piece.amount.unit != "m" or not piece.count
    walker.position += 1
    if of_heart or (least <= number <= most and is_run):
        piece.aim("hr", EXACT, f"<{number:g}bpm")
        piece.zone = 0
        return
    if piece.amount.measure is not Dimension.DISTANCE:
        raise NotShorthand
    piece.clock(Clocked(number, number, "", is_repetition=True))
    _held(walker)


def _held(walker: PaceWalker) -> None:
    """Let a pace be held as it is, or a little faster.

    Raises:
        Ambiguous: that is not decided.
    """
    said = walker.piece.clocked
    if said is None or said.low != said.high:
        raise NotShorthand
    if "bound" not in walker.answers:
        raise Ambiguous("bound", gettext_noop("a target needs its other end too"), 2)
    if walker.answers["bound"]:
        walker.piece.clocked = said._replace(low=float(round(said.low * _FASTER)))
