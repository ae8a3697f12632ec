"""What the words of rests do to the piece that is being read, and which role two words say together."""

from __future__ import annotations

from collections.abc import Callable

from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.amounts import AMOUNTS
from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.paces import PaceWalker
from workout_core.notation.shorthand.pieces import Join, NotShorthand, Piece


def merged(first: str, second: str) -> str | None:
    """Return the one role that two words say together: an easy warm-up is a warm-up, an easy jog a jog."""
    if "work" in (first, second):
        return second if first == "work" else first
    for role in ("warmup", "cooldown", "strides", "rest", "walk", "jog", "recover", "progression"):
        if role in (first, second):
            other = second if role == first else first
            return role if other in ("easy", "jog", "recover", "walk") else None
    return None


def say_role(piece: Piece, word: str) -> None:
    """Give *piece* a role, beside the one it has.

    Raises:
        NotShorthand: they do not go together.
    """
    if piece.role and piece.role != word:
        together = merged(piece.role, word)
        if together is None:
            raise NotShorthand
        word = together
    piece.role = word


def read_rest(walker: PaceWalker, _word: str) -> None:
    """Begin what is done with or after each: ``w/ 90s jog``, ``r=2'``; or else read the letter of a pace."""
    before = walker.at(-1)
    letter = before.text if before else ""
    if letter == "ri" and walker.piece.amounts and not walker.piece.count and walker.kind() not in AMOUNTS:
        say_role(walker.piece, "rest")
        return
    if letter == "p" and not (walker.is_text("=") or walker.is_text(":")):
        raise NotShorthand
    if letter in ("r", "ri"):
        has_amount = walker.kind() in AMOUNTS or (walker.is_text("=") or walker.is_text(":"))
        if not has_amount or walker.is_aimed:
            if letter == "ri":
                raise NotShorthand
            walker.is_aimed = False
            targets.named(walker.piece, "repetition")
            return
    walker.end(Join.WITH)
    walker.piece.join = Join.WITH
    if letter in ("r", "ri", "p"):
        if walker.is_text("=") or walker.is_text(":"):
            walker.position += 1
        if walker.does(1) is not Does.ROLE:
            walker.piece.role = "rest"


def recovery(does: Does) -> Callable[[PaceWalker, str], None]:
    """Return what reads a rest as long as the work makes it: ``jog back``, ``equal rest``."""

    def read(walker: PaceWalker, _word: str) -> None:
        piece = walker.piece
        if walker.phrase == ["back"] and piece.amounts and not piece.role:
            piece.swum.append("backstroke")
            return
        if piece.amounts or piece.inside or piece.rest:
            walker.end(Join.WITH)
            piece = walker.piece
        piece.rest = does
        piece.is_of_time = _says(walker, "time")
        if not piece.role:
            piece.role = "rest" if does is Does.FULL or _says(walker, "rest") else "recover"
            piece.role = "jog" if _says(walker, "jog") else piece.role
        if does is Does.BACK and piece.role not in ("jog", "walk"):
            raise NotShorthand
        piece.join = Join.WITH

    return read


def _says(walker: PaceWalker, word: str) -> bool:
    return any(word in words.split() or f"{word}s" in words.split() for words in walker.phrase)


def between(does: Does) -> Callable[[PaceWalker, str], None]:
    """Return what reads that a rest is between repetitions, or between sets."""

    def read(walker: PaceWalker, _word: str) -> None:
        piece = walker.piece
        if does is Does.SETS and not piece.rest and (piece.count or not piece.amounts):
            if piece.role not in FEET or piece.count:
                walker.end(Join.WITH)
            piece = walker.piece
        elif not (piece.amounts or piece.rest) or piece.count:
            raise NotShorthand
        piece.between = does
        piece.join = Join.WITH
        piece.role = piece.role or "rest"

    return read
