"""A whole and its parts: ``60 min long run last 20 at MP``, ``12 miles with 8 at MP``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from types import MappingProxyType
from typing import Final, TypeAlias

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.pieces import Ambiguous, Dimension, Join, Length, NotShorthand, Piece
from workout_core.notation.shorthand.spelling import STRIDE_REST, StepSpeller
from workout_core.units import LENGTHS

_SECONDS_A_METRE: Final = 0.3
"""Of running, where the whole is in one and a part in the other, and a question is asked."""
_ROUND: Final = MappingProxyType({"mi": LENGTHS["mi"] / 2, "distance": 500.0, "time": 300.0})
"""What is left of a whole is rounded to then, on both sides."""
_OF_STRIDES: Final = gettext_noop("are the strides part of it?")
_OF_REPETITIONS: Final = gettext_noop("where in the whole are the repetitions?")
SetReader: TypeAlias = "Callable[[Piece, Sequence[Piece]], tuple[list[str], int]]"
"""Returns the statements of a set and its rests, and how many pieces those are."""


class Wholes:
    """Reads wholes with their parts."""

    def __init__(self, speller: StepSpeller, sets: SetReader) -> None:
        self.speller = speller
        self.sets = sets

    def read(self, piece: Piece, following: Sequence[Piece]) -> tuple[list[str], int] | None:
        """Return the statements of *piece* and its parts, and how many of *following* those are.

        Raises:
            NotShorthand: the parts are not of the whole.
            Ambiguous: it is not said where in the whole a part is.
        """
        if piece.count or len(piece.amounts) != 1 or not following or piece.part:
            return None
        parts: list[Piece] = []
        if following[0].join is Join.WITH and following[0].role == "strides" and piece.role in ("", "work"):
            piece.role = "" if piece.says_how and piece.role != "work" else "easy"
        for each in following:
            if not each.part:
                break
            parts.append(each)
        if parts:
            return self._cut(piece, parts), len(parts)
        if self._holds(piece, following[0]):
            return self._held(piece, following[0]), 1
        if self._holds_set(piece, following[0]):
            return self._with_set(piece, following)
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
        is_whole = piece.role in ("", "work", "easy", "steady") and not (piece.aims or piece.clocked)
        has_target = bool(part.aims or part.clocked) and not part.count and part.role not in FEET
        return is_whole and has_target and part.join is Join.WITH and not part.in_brackets

    @staticmethod
    def _holds_set(piece: Piece, part: Piece) -> bool:
        """Tell whether *part* is repetitions somewhere in *piece*: ``1 hr ride w/ 3x10 min @ FTP``."""
        is_whole = piece.role in ("", "work", "easy", "steady") and not (piece.clocked or piece.amount.most)
        is_set = bool(part.count) and part.join is Join.WITH and not part.in_brackets
        return is_whole and is_set and (part.is_within or part.role != "strides")

    def _with_set(self, piece: Piece, following: Sequence[Piece]) -> tuple[list[str], int]:
        """Return a whole with repetitions in it, and how many of *following* those and their rests are.

        Raises:
            Ambiguous: it is not said where they are, or what is between them.
        """
        total, part = self.speller.amount(piece), following[0]
        part.join = Join.COMMA
        is_strides = part.role == "strides"
        work, used = self.sets(part, following[1:])
        rests = following[1 : used + 1]
        taken, is_sure = self._length(part, rests, total)
        if piece.role in ("", "work"):
            piece.role = "easy" if not piece.aims else ""
        is_round = total.unit != "mi" or bool(part.amounts and part.amount.unit == "mi")
        if is_strides and not (is_sure and is_round):
            return [self.speller.step(piece), *work], used + 1
        left = total.less(taken)
        if not is_sure:
            step = _ROUND[total.unit if total.unit in _ROUND else total.measure.value]
            left = left._replace(value=round(left.value / 2 / step) * step * 2)
        if left.value < 0 or part.most or part.inside or part.send_off:
            raise NotShorthand
        if not left.value:
            return work, used + 1
        return self._placed(piece, part, work, left, is_spread=not rests and is_sure), used + 1

    def _length(self, part: Piece, rests: Sequence[Piece], total: Length) -> tuple[float, bool]:
        """Return how much of *total* the repetitions with their rests are, and whether that is sure."""
        amounts = [self.speller.amount(part), *(each.amount for each in rests if each.amounts)]
        if part.role == "strides" and not part.amounts:
            amounts.append(Length(Dimension.TIME, STRIDE_REST))
        amounts = [each.like(total) for each in amounts]
        if any(each.measure not in (Dimension.TIME, Dimension.DISTANCE) for each in (total, *amounts)):
            raise NotShorthand
        is_sure = len(amounts) > len(rests) and all(
            each.measure is total.measure and not each.most for each in amounts
        )
        in_time = total.measure is Dimension.TIME
        values = (
            each.value
            if each.measure is total.measure
            else (each.value * _SECONDS_A_METRE if in_time else each.value / _SECONDS_A_METRE)
            for each in amounts
        )
        return part.count * sum(values), is_sure

    def _placed(
        self, piece: Piece, part: Piece, work: list[str], left: Length, *, is_spread: bool
    ) -> list[str]:
        """Return the whole with its repetitions where they may be: spread over it, in its middle, at its end.

        Raises:
            Ambiguous: it is not decided where.
        """
        is_strides = part.role == "strides"
        if part.place and not is_strides:
            self.speller.answers["inside"] = ("middle", "end").index(part.place) + is_spread
        if "inside" not in self.speller.answers:
            told = _OF_STRIDES if is_strides else _OF_REPETITIONS
            raise Ambiguous("inside", told, 3 if is_spread and not is_strides else 2)
        answer = self.speller.answers["inside"]
        if is_strides:
            piece.amounts = [left] if answer == 0 else piece.amounts
            return [self.speller.step(piece), *work]
        if is_spread and answer == 0:
            gap = copy(piece)
            gap.amounts = [left._replace(value=left.value / (part.count + 1))]
            step = self.speller.step(gap)
            only = self.speller.step(part)
            return [step, f"{part.often}x({only}, {step})"]
        if answer == (1 if is_spread else 0):
            piece.amounts = [left.half()]
            return [self.speller.step(piece), *work, self.speller.step(piece)]
        piece.amounts = [left]
        return [self.speller.step(piece), *work]

    def _held(self, piece: Piece, part: Piece) -> list[str]:
        if part.place:
            self.speller.answers["where"] = ("end", "middle").index(part.place)
        if "where" not in self.speller.answers:
            raise Ambiguous("where", gettext_noop("where in the whole is the part?"), 2)
        part.part = Does.LAST
        last = self._cut(piece, [part])
        if self.speller.answers["where"] == 0:
            return last
        piece.amounts = [piece.amount.half()]
        return [self.speller.step(piece), last[-1], self.speller.step(piece)]
