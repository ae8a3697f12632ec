"""Which piece is the rest of which set, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.pieces import (
    Ambiguous,
    Clocked,
    Dimension,
    Join,
    Length,
    NotShorthand,
    Piece,
)
from workout_core.notation.shorthand.setting import is_run
from workout_core.notation.shorthand.spelling import MILE, StepSpeller

_LONG: Final = MappingProxyType({Dimension.TIME: 300.0, Dimension.DISTANCE: 1000.0})
"""Seconds and metres; a longer jog hardly belongs between repetitions."""
_EASY: Final = MappingProxyType({Dimension.TIME: 300.0, Dimension.DISTANCE: 800.0})
"""The same of what is only said to be easy."""

_REST_OR_TIME: Final = gettext_noop("{time} can be a rest or the time of the repetition")
_REST_OR_PACE: Final = gettext_noop("{time} can be a rest or the pace")
MOST_SECONDS: Final = 90
"""Plain numbers of a pair, ``30/30``, are seconds up to this one."""


class Rests:
    """Finds and writes the rests of sets."""

    def __init__(self, speller: StepSpeller) -> None:
        self.speller = speller

    def belongs(self, piece: Piece, work: Piece) -> bool:
        """Tell whether *piece*, behind the set *work*, is what is done between its repetitions."""
        is_said = bool(piece.rest or piece.between)
        if piece.count or piece.inside or piece.part or len(piece.amounts) > 1:
            return False
        if is_said or not piece.amounts or piece.is_race:
            return is_said
        if work.role == "warmup" and piece.role != "rest":
            return False
        if not piece.role and (piece.aims or piece.clocked or piece.zone) and piece.join is not Join.SLASH:
            return self._is_lower_between(piece, work)
        if piece.join is Join.WITH:
            return piece.role in ("", "easy", *FEET)
        amount = self.amount(piece, work)
        if work.inside:  # brackets hold all that is repeated, but for what stands right behind them
            return piece.join is Join.NONE and piece.role in FEET and self.is_short(amount, piece)
        if piece.join in (Join.SLASH, Join.NONE):
            return self._is_in_turn(piece, work, amount)
        if piece.role in FEET:
            return self.is_short(amount, piece)
        is_between = self._is_easy_between if piece.role == "easy" else self._is_bare_rest
        return piece.role in ("", "easy") and piece.join is Join.COMMA and is_between(amount, work)

    def lend(self, work: Piece, rest: Piece) -> None:
        """Give *work* the target that stands behind its rest: ``10x30s/30s @ 120% FTP``.

        Raises:
            Ambiguous: it is a pace in numbers, which may be that of the rest.
        """
        is_rest = rest.is_off or rest.role == "rest"
        is_pair = is_rest or (rest.join is Join.SLASH and not rest.role)
        is_pair = is_pair and not (rest.count or rest.rest or work.says_how)
        if not (is_pair and work.count and work.amounts and (rest.aims or rest.clocked or rest.zone)):
            return
        if not (is_rest or self._is_as_short(rest.amount.like(work.amount), work)):
            return
        if (rest.clocked or rest.zone) and not is_rest:
            if "lent" not in self.speller.answers:
                raise Ambiguous("lent", gettext_noop("is the target of the work, or of the rest?"), 2)
            if self.speller.answers["lent"]:
                return
        work.aims, work.clocked, work.zone = rest.aims, rest.clocked, rest.zone
        rest.aims, rest.clocked, rest.zone = [], None, 0
        amounts = work.amount, rest.amount
        if all(each.measure is Dimension.PLAIN and each.value <= MOST_SECONDS for each in amounts):
            work.amounts, rest.amounts = ([Length(Dimension.TIME, each.value)] for each in amounts)

    def _is_lower_between(self, piece: Piece, work: Piece) -> bool:
        """Tell whether *piece*, which has a target, is what is done between.

        Raises:
            Ambiguous: it is behind a comma, and has a target like that of the work.
        """
        is_with = piece.join is Join.WITH
        if not (is_with or (piece.join is Join.COMMA and piece.is_like(work) and not work.inside)):
            return False
        amount = self.amount(piece, work)
        if is_with or amount.value > _LONG[amount.measure]:
            return amount.value <= _LONG[amount.measure]
        return 0 < piece.zone < work.zone or self._is_repeated(amount)

    def _is_in_turn(self, piece: Piece, work: Piece, amount: Length) -> bool:
        """Tell whether *piece*, behind a slash or nothing, is done in turn with *work*.

        Raises:
            Ambiguous: it is as hard, or easy and long.
        """
        if piece.join is Join.SLASH and not piece.role:
            return self._is_repeated(amount) if piece.says_how else True
        is_long = amount.value > _EASY[amount.measure] and not self._is_as_short(amount, work)
        if piece.role == "easy" and is_long:
            return self._is_repeated(amount)
        return piece.role in ("easy", *FEET)

    @staticmethod
    def _is_as_short(amount: Length, work: Piece) -> bool:
        rep = work.amount if work.amounts else None
        return rep is not None and rep.measure is amount.measure and amount.value <= rep.value

    def amount(self, piece: Piece, work: Piece) -> Length:
        """Return how long the rest *piece* is, a plain number in the unit of the *work* before it."""
        amount = piece.amount
        if amount.measure is Dimension.PLAIN and work.amounts:
            amount = self._paired(amount, work.amount)
        if amount.measure is Dimension.PLAIN:
            amount = self.speller.settled(amount, piece)
        return amount

    def _is_bare_rest(self, amount: Length, work: Piece) -> bool:
        is_far = bool(work.amounts) and self.speller.settled(work.amount, work).measure is Dimension.DISTANCE
        return is_far and amount.measure is Dimension.TIME and amount.value <= _LONG[Dimension.TIME]

    def _is_easy_between(self, amount: Length, work: Piece) -> bool:
        if self.speller.setting.is_swum and amount.measure is Dimension.DISTANCE:
            return self._is_as_short(amount, work) and self._is_repeated(amount)
        if amount.value <= _EASY[amount.measure]:
            return True
        rep = work.amount if work.amounts else None
        if rep is None or rep.measure is not amount.measure or amount.value > rep.value / 2:
            return False
        return self._is_repeated(amount)

    def is_short(self, amount: Length, piece: Piece) -> bool:
        """Tell whether *piece* is as short as what is done between repetitions.

        Raises:
            Ambiguous: it is long, and stands behind a comma.
        """
        if amount.value <= _LONG[amount.measure]:
            return True
        if piece.join is not Join.COMMA:
            return False
        return self._is_repeated(amount)

    def _is_repeated(self, amount: Length) -> bool:
        if "repeated" not in self.speller.answers:
            told = gettext_noop("is '{amount}' repeated too?")
            raise Ambiguous("repeated", told, 2, amount=self.speller.say(amount))
        return self.speller.answers["repeated"] == 0

    @staticmethod
    def _paired(amount: Length, work: Length) -> Length:
        """Return the number of a pair, ``30/30``, in the unit of the other."""
        if work.measure is Dimension.TIME and work.value < 120 and amount.value >= 10:  # noqa: PLR2004 - seconds
            return Length(Dimension.TIME, amount.value)
        return amount

    def written(self, rest: Piece, work: Length | None, piece: Piece | None) -> str:
        """Return *rest* as a step; its words may take the amount from the work before it.

        Raises:
            NotShorthand: its words do not say how long it is.
        """
        if rest.rest and rest.notes:
            raise NotShorthand
        if rest.rest:
            return self._in_words(rest, work)
        if rest.role in ("", "work") and not (
            rest.join is Join.SLASH and (rest.aims or rest.clocked or rest.zone)
        ):
            rest.role = "recover"
        if rest.amounts and piece is not None:
            rest.amounts = [self.amount(rest, piece)]
        return self.speller.step(rest)

    def _in_words(self, rest: Piece, work: Length | None) -> str:
        does = rest.rest
        if does is Does.FULL or (does is Does.BACK and (work is None or work.measure is Dimension.TIME)):
            return f"{rest.role} lap"
        if work is None or (rest.is_of_time and work.measure is Dimension.DISTANCE):
            raise NotShorthand
        if does is Does.HALF:
            work = work.half()
        if work.measure is Dimension.DISTANCE and rest.role == "rest":
            raise NotShorthand
        return f"{rest.role} {self.speller.say(work)}"

    def clock(self, piece: Piece, following: Sequence[Piece]) -> int:
        """Give *piece* the time or the pace in brackets behind it, and say how many pieces that is.

        Raises:
            Ambiguous: they can be its rest too.
        """
        if clocked := self._clocked_in_brackets(piece, following):
            piece.clock(clocked)
        return int(clocked is not None)

    def _clocked_in_brackets(self, piece: Piece, following: Sequence[Piece]) -> Clocked | None:
        """Return the time or the pace that brackets behind *piece* hold: ``8x400 (75s)``, ``3x3k (4:10)``.

        None where they hold its rest, or something else. A rest behind them rules that out.

        Raises:
            Ambiguous: they can be either.
        """
        first = following[0] if following else None
        if first is None or not first.in_brackets or piece.clocked or piece.aims or len(piece.amounts) != 1:
            return None
        if first.says_how or first.between or len(first.amounts) != 1:
            return None
        time, reps = first.amount, piece.amount
        if time.measure is not Dimension.TIME:
            return None
        is_far = reps.measure is Dimension.DISTANCE
        is_time = is_far and is_run(time.value / reps.value * 1000)
        is_pace = time.unit == "clock" and is_run(time.value / (MILE if reps.unit == "mi" else 1))
        if not (is_time or is_pace):
            return None
        said = Clocked(time.value, time.most or time.value, is_repetition=is_time)
        rest = following[1] if len(following) > 1 and self.belongs(following[1], piece) else None
        if rest and (is_time or (is_far and rest.role != "easy")):
            return said
        if not (rest or is_far):
            return None
        if "bracket" not in self.speller.answers:
            told = _REST_OR_TIME if is_time else _REST_OR_PACE
            raise Ambiguous("bracket", told, 2, time=repr(self.speller.say(time)))
        return said if self.speller.answers["bracket"] == 1 else None
