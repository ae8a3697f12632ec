"""What the words of heart rate, effort and pace do to the piece that is being read."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.bounds import read_bound
from workout_core.notation.shorthand.kinds import Does, Meaning
from workout_core.notation.shorthand.paces import PaceWalker
from workout_core.notation.shorthand.pieces import EXACT, NotShorthand
from workout_core.notation.shorthand.tokens import TokenKind

_STEPS: Final = 140
"""A cadence from here on is one of steps."""
_HELD: Final = MappingProxyType({"FTP": "power", "LTHR": "hr"})


def read_heart(walker: PaceWalker, _word: str) -> None:
    """Read a heart rate behind its name, or the name behind a zone: ``HR 150-160``, ``Z2 HR``."""
    piece = walker.piece
    if piece.zone and walker.kind() is not TokenKind.NUMBER:
        piece.aim("hr", EXACT, f"Z{piece.zone} HR")
        piece.zone = 0
        return
    if walker.kind() is TokenKind.ZONE and (zone := walker.at()):
        piece.aim("hr", EXACT, f"Z{int(zone.value)} HR")
        walker.position += 1
        walker.is_aimed = False
        return
    if walker.does() is Does.UNDER or walker.is_text("<"):
        walker.position += walker.meaning()[1] if walker.does() else 1
        read_bound(walker, "hr")
        return
    if walker.kind() is not TokenKind.NUMBER:
        raise NotShorthand
    numbers = targets.TargetNumbers([each for n in range(3) if (each := walker.at(n)) is not None])
    walker.position += numbers.length
    if walker.does() is Does.UNIT:
        walker.position += 1
    walker.is_aimed = False
    targets.measured(piece, numbers, Meaning(Does.HEART))


def read_effort(walker: PaceWalker, _word: str) -> None:
    """Read the number behind *RPE* or *effort*."""
    numbers = [each for n in range(3) if (each := walker.at(n)) is not None]
    if walker.kind() is not TokenKind.NUMBER:
        raise NotShorthand
    read = targets.TargetNumbers(numbers)
    walker.position += read.length
    if walker.is_of_ten():
        walker.position += 2
    walker.is_aimed = False
    targets.effort(walker.piece, read)


def read_cadence(walker: PaceWalker, _word: str) -> None:
    """Read the numbers behind *cadence*: those of a bike, or of steps.

    Raises:
        NotShorthand: there are none.
    """
    ahead = [each for n in range(3) if (each := walker.at(n)) is not None]
    if walker.kind() is not TokenKind.NUMBER:
        raise NotShorthand
    numbers = targets.TargetNumbers(ahead)
    walker.position += numbers.length
    unit = "rpm" if numbers.high < _STEPS else "spm"
    if walker.does() is Does.UNIT:
        unit = walker.meaning()[0].word
        walker.position += walker.meaning()[1]
    walker.is_aimed = False
    walker.piece.aim("cadence", EXACT, f"{numbers}{unit}")


def read_pace(walker: PaceWalker, word: str) -> None:
    """Read the word *pace* behind what already is one, or behind a zone, of which it may be *power* too."""
    piece = walker.piece
    is_said = bool(piece.clocked or piece.aims)
    if piece.zone:
        what, quantity = ("power", "power") if word else ("pace", "speed")
        piece.aim(quantity, EXACT, f"Z{piece.zone} {what}")
        piece.zone = 0
    elif (
        not (piece.clocked or piece.aims)
        and not word
        and walker.kind() in (TokenKind.CLOCK, TokenKind.NUMBER)
    ):
        walker.is_aimed = True  # its number follows
    elif not is_said or word:
        raise NotShorthand


def read_share(walker: PaceWalker, word: str) -> None:
    """Read the number of an athlete's own that is held as it is: ``@ FTP``, ``at LTHR``.

    Raises:
        NotShorthand: it is no target, or nobody holds it.
    """
    if word == "HRmax" and walker.phrase[0] == "max" and walker.kind() is TokenKind.NUMBER:
        read_bound(walker, "hr")
        return
    if not walker.is_aimed or word not in _HELD:
        raise NotShorthand
    walker.is_aimed = False
    walker.piece.aim(_HELD[word], EXACT, f"100% {word}")
