"""Pieces of a line → statements: sets with their rests, wholes with their parts, steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand import send_offs
from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.nesting import flatten, how_of, is_session
from workout_core.notation.shorthand.pieces import (
    NAME,
    Ambiguous,
    Dimension,
    Join,
    Length,
    Meant,
    NotShorthand,
    Piece,
)
from workout_core.notation.shorthand.rests import MOST_SECONDS, Rests
from workout_core.notation.shorthand.spelling import AFTER_STRIDE, StepSpeller
from workout_core.notation.shorthand.variations import variants
from workout_core.notation.shorthand.wholes import Wholes

_RESTS: Final = frozenset({*FEET, "rest"})
"""What a repeat that skips its last rest ends in."""
_HOURS: Final = 360
"""Seconds of a clock below which it can be one of hours."""


class Assembly:
    """Puts the pieces of one level together."""

    def __init__(self, speller: StepSpeller, *, is_repeated: bool = False) -> None:
        self.speller = speller
        self.is_repeated = is_repeated
        self.rests = Rests(speller)
        self.wholes = Wholes(speller, self._set)

    def statements(self, pieces: Sequence[Piece]) -> list[str]:
        """Return *pieces* as statements.

        Raises:
            NotShorthand: they do not go together.
            Ambiguous: they can be put together in several ways.
        """
        made: list[str] = []
        place = 0
        if len(pieces) == 1 and not self.is_repeated:
            self._ask_hours(pieces[0])
        while place < len(pieces):
            piece = pieces[place]
            following = pieces[place + 1 :]
            if piece.join is Join.COLON and made:
                raise NotShorthand
            if piece.count and piece.join is Join.WITH and piece.role != "strides" and made:
                raise NotShorthand  # it may be inside of what is before it
            if taken := self.wholes.read(piece, following):
                lines, used = taken
            elif piece.part:
                raise NotShorthand
            elif piece.count or len(piece.amounts) > 1:
                lines, used = self._set(piece, following)
            elif self._is_pair(piece, following):
                lines, used = self._pair(piece, following[0]), 1
            else:
                used = self.rests.clock(piece, following) if self.is_repeated else 0
                lines = self._alone(piece, pieces[place - 1] if place else None)
            made += lines
            place += used + 1
        return made

    def _ask_hours(self, piece: Piece) -> None:
        """Ask whether the clock of a whole run is in hours: ``long run 2:00``.

        Raises:
            Ambiguous: it is not decided.
        """
        is_clock = len(piece.amounts) == 1 and piece.amount.unit == "clock"
        if (
            piece.count
            or not is_clock
            or piece.amount.value >= _HOURS
            or piece.role not in ("easy", "steady", "work")
        ):
            return
        if "hours" not in self.speller.answers:
            raise Ambiguous("hours", gettext_noop("hours or minutes?"), 2)
        if self.speller.answers["hours"] == 0:
            piece.amounts = [piece.amount._replace(value=piece.amount.value * 60)]

    def _alone(self, piece: Piece, before: Piece | None) -> list[str]:
        if piece.role == "recover" and before is None and not self.is_repeated and is_session(piece):
            piece.role = "easy"
        if piece.inside is not None or piece.between or (piece.rest and not self.is_repeated):
            raise NotShorthand
        if before is not None and piece.join is Join.NONE and not piece.says_how:
            raise NotShorthand
        if piece.rest:
            if before is None:
                raise NotShorthand
            return [self.rests.written(piece, self.speller.amount(before), None)]
        if piece.join is Join.WITH and before is not None and before.count:
            raise NotShorthand  # it is of each repetition, and cannot be so
        if piece.join is Join.WITH and piece.role not in FEET and piece.role != "easy":
            if not (self.is_repeated and not piece.role and not piece.aims and before):
                raise NotShorthand
            piece.role = "recover"
        if piece.send_off:
            return [f"{send_offs.header(piece)} ({self.speller.step(piece)})"]
        return [self.speller.step(piece)]

    def _set(self, piece: Piece, following: Sequence[Piece]) -> tuple[list[str], int]:
        """Read a set and the rests that follow it, and say how many pieces those are."""
        rest = set_rest = None
        parted = self._parts(piece, following)
        following = following[parted:]
        flatten(piece, following)
        send_offs.settle(piece, self.speller)
        if following:
            self.rests.lend(piece, following[0])
        used = self.rests.clock(piece, following)
        for each in following[used : used + 2]:
            kind = self._rest_kind(each, piece, rest, set_rest)
            if kind is None:
                break
            if kind is Does.SETS:
                set_rest = each
            else:
                rest = each
            used += 1
        if rest and not set_rest and not piece.sets and self._goes_on(rest, following[used:]):
            raise NotShorthand
        if set_rest is not None and not piece.sets and not piece.inside:
            raise NotShorthand
        if piece.made_of:
            self._make_up(piece)
        return [self._spelt(each, rest, set_rest) for each in variants(piece)], used + parted

    def _rest_kind(
        self, each: Piece, piece: Piece, rest: Piece | None, set_rest: Piece | None
    ) -> Does | None:
        """Tell whether *each*, behind the set *piece*, is between repetitions or sets; None if neither."""
        if piece.send_off and each.role == "easy" and each.join is Join.COMMA:
            return None  # there is no rest where an interval is held
        if each.between is Does.SETS:
            return Does.SETS if set_rest is None and piece.count else None
        is_next = set_rest is None or each.between is Does.REPS
        if rest is None:
            return Does.REPS if is_next and self.rests.belongs(each, piece) else None
        is_of_sets = set_rest is None and bool(piece.sets) and self.rests.belongs(each, piece)
        return Does.SETS if is_of_sets else None

    def _parts(self, piece: Piece, following: Sequence[Piece]) -> int:
        """Take the parts of each repetition of *piece*, and say how many of *following* those are."""
        if not piece.is_parted:
            return 0
        whole = self.speller.settled(piece.amount, piece)
        left = whole.value
        for each in following:
            part = each.amount.like(whole)
            if part.measure is not whole.measure or part.most or each.count or len(each.amounts) != 1:
                raise NotShorthand
            piece.made_of.append(each)
            left -= part.value
            if left <= 0:
                break
        if left:
            raise NotShorthand
        return len(piece.made_of)

    def _make_up(self, piece: Piece) -> None:
        """Put the parts of each repetition in the place of it."""
        if any(each.rest or each.inside for each in piece.made_of) or not piece.says_only_strokes:
            raise NotShorthand
        whole = self.speller.settled(piece.amount, piece)
        for each in piece.made_of:
            each.amounts, each.join = [each.amount.like(whole)], Join.COMMA
            each.swum = each.swum or piece.swum
        last = piece.made_of[-1]
        piece.send_off, last.send_off = piece.send_off or last.send_off, 0.0
        times = int(whole.value / sum(each.amount.value for each in piece.made_of))
        parts = Piece()
        parts.count, parts.inside = times, piece.made_of
        piece.inside = piece.made_of if times == 1 else [parts]
        piece.amounts, piece.swum = [], []

    def _goes_on(self, rest: Piece, following: Sequence[Piece]) -> bool:
        """Tell whether another rest follows, so that both may be repeated."""
        return (
            bool(following)
            and (
                rest.join is following[0].join is Join.COMMA
                or (rest.in_brackets and following[0].in_brackets)
            )
            and following[0].role in FEET
            and self.rests.is_short(self.rests.amount(following[0], rest), following[0])
        )

    def _spelt(self, piece: Piece, rest: Piece | None, set_rest: Piece | None) -> str:
        if rest is not None and send_offs.is_interval(rest, self.speller):
            piece.send_off, rest = rest.amount.value, None
        only = piece.inside[0] if piece.inside and len(piece.inside) == 1 else None
        if only and only.send_off and not only.count and not piece.send_off:
            piece.send_off, only.send_off = only.send_off, 0.0
        inner = self._repeated(piece, rest)
        if not piece.count:
            return "; ".join(inner)
        if piece.send_off:
            return self._sent_off(piece, inner, rest, set_rest)
        if piece.inside and not piece.sets:
            if set_rest is not None:
                inner.append(self.rests.written(set_rest, None, piece))
            return f"{piece.often}x({', '.join(inner)})"
        if not piece.sets:
            return f"{piece.often}x({', '.join(inner)})"
        ends_in_rest = inner[-1].partition(" ")[0] in _RESTS
        skips = ", skip last rest " if set_rest and ends_in_rest else ""
        whole = [f"{piece.often}x{skips}({', '.join(inner)})"]
        if set_rest:
            whole.append(self.rests.written(set_rest, None, piece))
        return f"{piece.often_sets}x({', '.join(whole)})"

    def _sent_off(self, piece: Piece, inner: list[str], rest: Piece | None, set_rest: Piece | None) -> str:
        """Return repetitions that begin at an interval, in which there is no other rest, and their sets."""
        if rest or (set_rest and not piece.sets):
            raise NotShorthand
        whole = [f"{send_offs.header(piece)} ({', '.join(inner)})"]
        if not piece.sets:
            return f"{send_offs.header(piece)}: {inner[0]}" if len(inner) == 1 else whole[0]
        if set_rest:
            whole.append(self.rests.written(set_rest, None, piece))
        return f"{piece.sets}x({'; '.join(whole)})"

    def _repeated(self, piece: Piece, rest: Piece | None) -> list[str]:
        """Return what is repeated, with its rest; that of a ladder goes between its parts."""
        if piece.inside is not None:
            return self._inside(piece, rest)
        if len(piece.amounts) > 1:
            amounts = [self.speller.settled(each, piece) for each in piece.amounts]
            made: list[str] = []
            for number, amount in enumerate(amounts):
                made.append(self.speller.step(piece, amount))
                if rest and number + 1 < len(amounts):
                    made.append(self.rests.written(rest, amount, piece))
            return made
        if rest and not rest.says_how and rest.join is Join.SLASH and not piece.says_how and not rest.between:
            return self._pair(piece, rest)
        step = self.speller.step(piece)
        if rest:
            return [step, self.rests.written(rest, self.speller.amount(piece), piece)]
        if piece.role == "strides" and not piece.amounts:
            return [step, AFTER_STRIDE]
        return [step]

    def _inside(self, piece: Piece, rest: Piece | None) -> list[str]:
        inside = piece.inside or []
        if rest and len(inside) == 1 and len(inside[0].amounts) > 1:
            return self._ladder_in_sets(inside[0], rest)
        if len(inside) == 1 and not inside[0].count and len(inside[0].amounts) == 1:
            inside[0].absorb(how_of(piece))
            made = Assembly(self.speller, is_repeated=True).statements(inside)
            return [*made, self.rests.written(rest, self.speller.amount(inside[0]), piece)] if rest else made
        if piece.says_how:
            raise NotShorthand
        made = Assembly(self.speller, is_repeated=True).statements(inside)
        return [*made, self.rests.written(rest, None, piece)] if rest else made

    def _ladder_in_sets(self, ladder: Piece, rest: Piece) -> list[str]:
        """Ask whether the rest of a ladder that is repeated comes after its last part too."""
        if "ladder" not in self.speller.answers:
            raise Ambiguous("ladder", gettext_noop("is there a rest after the last part too?"), 2)
        made = self._repeated(ladder, rest)
        last = self.speller.settled(ladder.amounts[-1], ladder)
        return (
            [*made, self.rests.written(rest, last, ladder)] if self.speller.answers["ladder"] == 0 else made
        )

    def _is_pair(self, piece: Piece, following: Sequence[Piece]) -> bool:
        if not (self.is_repeated and following and following[0].join is Join.SLASH):
            return False
        other = following[0]
        return not (piece.says_how or other.says_how or other.count) and len(other.amounts) == 1

    def _pair(self, piece: Piece, other: Piece) -> list[str]:
        work, rest = piece.amount, other.amount
        work, rest = work.like(rest), rest.like(work)
        if work.measure is Dimension.PLAIN:
            if max(work.value, rest.value) > MOST_SECONDS:
                raise NotShorthand
            work, rest = (Length(Dimension.TIME, each.value) for each in (work, rest))
        piece.amounts, other.amounts = [work], [rest]
        piece.aims = [Meant("effort", NAME, "RPE 8")]
        other.role = "recover"
        return [self.speller.step(piece), self.speller.step(other)]
