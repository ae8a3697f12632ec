"""A whole and its parts: ``60 min long run last 20 at MP``, ``12 miles with 8 at MP``."""

from __future__ import annotations

from collections.abc import Sequence

from workout_core.notation.shorthand.pieces import Ambiguous, Join, NotShorthand, Piece
from workout_core.notation.shorthand.spelling import StepSpeller
from workout_core.notation.shorthand.words import FEET, Does


class Wholes:
    """Reads wholes with their parts."""

    def __init__(self, speller: StepSpeller) -> None:
        self.speller = speller

    def read(self, piece: Piece, following: Sequence[Piece]) -> tuple[list[str], int] | None:
        """Return the statements of *piece* and its parts, and how many of *following* those are.

        Raises:
            NotShorthand: the parts are not of the whole.
            Ambiguous: it is not said where in the whole a part is.
        """
        if piece.count or len(piece.amounts) != 1 or not following:
            return None
        parts: list[Piece] = []
        for each in following:
            if not each.part:
                break
            parts.append(each)
        if parts:
            return self._cut(piece, parts), len(parts)
        if self._holds(piece, following[0]):
            return self._held(piece, following[0]), 1
        if following[0].join is Join.COLON:
            return self._all_parts(piece, following), len(following)
        return None

    def _cut(self, piece: Piece, parts: Sequence[Piece]) -> list[str]:
        total = self.speller.amount(piece)
        left = total
        for part in parts:
            if part.count or len(part.amounts) != 1 or not part.says_how:
                raise NotShorthand
            part.amounts = [part.amount.like(total)]
            if part.amount.measure is not total.measure or part.amount.most:
                raise NotShorthand
            left = left.less(part.amount.value)
        if left.value < 0 or (left.value == 0 and (left.most or piece.role not in ("", "work", "easy"))):
            raise NotShorthand
        piece.amounts = [left]
        if piece.role in ("", "work", "progression") and not (piece.aims or piece.clocked or piece.zone):
            piece.role = "easy"
        first = [self.speller.step(each) for each in parts if each.part is Does.FIRST]
        last = [self.speller.step(each) for each in parts if each.part is Does.LAST]
        return [*first, *([self.speller.step(piece)] if left.value else []), *last]

    def _all_parts(self, piece: Piece, parts: Sequence[Piece]) -> list[str]:
        total = self.speller.amount(piece)
        if piece.says_how and piece.role not in ("work", "easy", "progression"):
            raise NotShorthand
        for part in parts:
            if part.count or len(part.amounts) != 1 or not part.says_how:
                raise NotShorthand
            part.amounts = [part.amount.like(total)]
        values = [part.amount for part in parts]
        if any(each.measure is not total.measure or each.most for each in (total, *values)):
            raise NotShorthand
        if abs(sum(each.value for each in values) - total.value) > 1:
            raise NotShorthand
        return [self.speller.step(part) for part in parts]

    @staticmethod
    def _holds(piece: Piece, part: Piece) -> bool:
        """Tell whether *part* is somewhere in *piece*."""
        is_whole = piece.role in ("", "work", "easy") and not (piece.aims or piece.clocked)
        has_target = bool(part.aims or part.clocked) and not part.count and part.role not in FEET
        return is_whole and has_target and part.join is Join.WITH and not part.in_brackets

    def _held(self, piece: Piece, part: Piece) -> list[str]:
        if "where" not in self.speller.answers:
            raise Ambiguous("where", "where in the whole is the part?", 2)
        part.part = Does.LAST
        last = self._cut(piece, [part])
        if self.speller.answers["where"] == 0:
            return last
        piece.amounts = [piece.amount.half()]
        return [self.speller.step(piece), last[-1], self.speller.step(piece)]
