"""One piece → one step as the notation writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.model.target import RepTime
from workout_core.notation.beside_paces import write_lap_times
from workout_core.notation.shorthand.kinds import FEET
from workout_core.notation.shorthand.pieces import (
    HABIT,
    Ambiguous,
    Clocked,
    Dimension,
    Length,
    NotShorthand,
    Piece,
)
from workout_core.notation.shorthand.questions import NUMBER_OF_WHAT
from workout_core.notation.shorthand.setting import Setting, is_run, is_swum_in
from workout_core.units import (
    LENGTHS,
    Units,
    plain,
    write_distance,
    write_distances,
    write_exact_clock,
    write_time,
    write_times,
)

_IN: Final = "in "
MILE: Final = LENGTHS["mi"] / 1000
_SHORT_RESTS: Final = (20, 180)
"""Plain numbers of a rest that are seconds."""
_LIKE_MINUTES: Final = (25.0, 50.0)
"""Metres of pools, which people could take for minutes."""
_MOST_MINUTES: Final = 300
"""A plain number beside watts is minutes up to this one."""
_STRIDE: Final = 20
STRIDE_REST: Final = 60


class StepSpeller:
    """Spells the pieces of one line, which share the answers to what is ambiguous in it."""

    def __init__(self, answers: dict[str, int], setting: Setting) -> None:
        self.answers = answers
        self.setting = setting
        self.units_asked: tuple[str, ...] = ()

    def step(self, piece: Piece, amount: Length | None = None) -> str:
        """Return *piece* as one step, of *amount* when it has several.

        Raises:
            NotShorthand: it makes no step.
            Ambiguous: it can be read in several ways.
        """
        if amount is None:
            amount = self.amount(piece)
        if piece.role == "progression" or piece.is_ramp:
            return self._ramp(piece, amount)
        if piece.role in ("warmup", "cooldown") and any(each.surety == HABIT for each in piece.aims):
            raise NotShorthand
        said = self.say(amount)
        role = "" if piece.role == "work" else piece.role
        if piece.role == "work" and not (piece.aims or piece.clocked or piece.zone):
            role = "run" if not self.setting.is_swum else ""
        swum, cue = _equipped(piece)
        text = " ".join(filter(None, [role, said, *swum]))
        targets = self._targets(piece, amount)
        in_time = targets.pop(0) if targets and targets[0].startswith(_IN) else ""
        at = f"@ {', '.join(targets)}" if targets else ""
        return " ".join(filter(None, (text, in_time, at, cue)))

    def _ramp(self, piece: Piece, amount: Length) -> str:
        """Return a step whose target changes evenly from the first number to the last.

        Raises:
            NotShorthand: it is not said from where to where.
        """
        said, role = piece.clocked, piece.role if piece.role != "work" else ""
        if said is not None:
            unit = said.unit or ("mi" if amount.unit == "mi" else "km")
            is_sure = bool(said.unit) or amount.measure is Dimension.DISTANCE
            if (
                piece.aims
                or piece.zone
                or said.low == said.high
                or role not in ("", "progression")
                or not is_sure
            ):
                raise NotShorthand
            first, last = (f"{write_exact_clock(each)}/{unit}" for each in (said.high, said.low))
            return f"progress {self.say(amount)} from {first} to {last}"
        if len(piece.aims) != 1 or "-" not in piece.aims[0].text or role == "progression":
            raise NotShorthand
        return f"{role} {self.say(amount)} @ {piece.aims[0].text} ramp".strip()

    def amount(self, piece: Piece) -> Length:
        """Return how much a step of one amount is."""
        if len(piece.amounts) == 1:
            return self.settled(piece.amount, piece)
        if not piece.amounts and piece.role == "strides" and piece.count:
            return Length(Dimension.TIME, _STRIDE)
        if not piece.amounts and piece.role in ("drill", "warmup", "cooldown") and not piece.count:
            return Length(Dimension.LAP, 0.0)
        raise NotShorthand

    def settled(self, amount: Length, piece: Piece) -> Length:
        """Return *amount* with a unit.

        Raises:
            Ambiguous: it could have several.
        """
        if self.setting.in_yards and (amount.is_bare or amount.measure is Dimension.PLAIN):
            return Length(Dimension.DISTANCE, amount.value * LENGTHS["yd"], "yd")
        if amount.measure is not Dimension.PLAIN:
            return amount
        if self.setting.is_swum:
            return Length(Dimension.DISTANCE, amount.value, "m")
        least, most = _SHORT_RESTS
        if piece.role in FEET and piece.join.value in ("with", ",", "") and least < amount.value <= most:
            return Length(Dimension.TIME, amount.value)
        if self.setting.in_minutes and amount.value <= _MOST_MINUTES:
            return Length(Dimension.TIME, amount.value * 60)
        is_paced = piece.clocked or any(each.quantity in ("speed", "hr") for each in piece.aims)
        if piece.count and not piece.letter and len(piece.amounts) == 1 and not is_paced:
            raise NotShorthand  # '3x8' is of an exercise
        return self._asked(amount, piece)

    def _asked(self, amount: Length, piece: Piece) -> Length:
        if not self.units_asked:
            is_short = piece.role in (*FEET, "work") and not self.setting.has_plain_sets
            self.units_asked = ("min", "s") if is_short else ("mi", "km", "min")
        units = self.units_asked
        if "unit" not in self.answers:
            raise Ambiguous("unit", NUMBER_OF_WHAT, len(units), number=plain(amount.value))
        unit = units[self.answers["unit"]]
        if unit in LENGTHS:
            return Length(Dimension.DISTANCE, amount.value * LENGTHS[unit], unit)
        return Length(Dimension.TIME, amount.value * (60 if unit == "min" else 1))

    @staticmethod
    def say(amount: Length) -> str:
        """Return *amount* as the notation writes it."""
        if amount.measure is Dimension.LAP:
            return "lap"
        if amount.measure is Dimension.TIME:
            return write_times(amount.value, amount.most) if amount.most else write_time(amount.value)
        if amount.unit in ("mi", "yd"):
            ends = (each / LENGTHS[amount.unit] for each in (amount.value, amount.most) if each)
            return f"{'-'.join(plain(round(end, 6)) for end in ends)}{amount.unit}"
        if amount.most:
            return write_distances(amount.value, amount.most)
        is_unsure = amount.value in _LIKE_MINUTES
        return f"{plain(amount.value)} metres" if is_unsure else write_distance(amount.value)

    def _targets(self, piece: Piece, amount: Length) -> list[str]:
        said = [each.text for each in piece.aims]
        if piece.zone:
            said.append(self._zone(piece.zone))
        if piece.clocked:
            said.insert(0, self._pace(piece.clocked, amount))
        if piece.is_race:
            if said or amount.measure is not Dimension.DISTANCE or amount.most:
                raise NotShorthand
            return [f"{self.say(amount)} pace"]
        if len(said) > 2:  # noqa: PLR2004 - as the notation has
            raise NotShorthand
        return said

    def _zone(self, number: int) -> str:
        if "zone" not in self.answers:
            raise Ambiguous("zone", gettext_noop("'Z{number}': whose zone?"), 3, number=number)
        return f"Z{number} {('HR', 'pace', 'power')[self.answers['zone']]}"

    def _pace(self, clocked: Clocked, amount: Length) -> str:
        """Return a pace, or the time of a repetition."""
        low, high, unit, is_repetition = clocked
        if unit:
            return f"{_clocks(low, high)}/{unit}"
        if amount.measure is not Dimension.DISTANCE:
            return self._pace_of_time(low, high, is_repetition=is_repetition)
        length, unit = (LENGTHS["mi"], "mi") if amount.unit == "mi" else (1000.0, "km")
        share = length / amount.value
        scale = length / 1000
        as_pace = is_run(low / scale) and is_run(high / scale)
        as_repetition = is_run(low * share / scale) and is_run(high * share / scale)
        if is_repetition or (as_repetition and not as_pace and share != 1):
            if not (as_repetition or (is_repetition and is_swum_in(low, amount.value))) or amount.most:
                raise NotShorthand
            return _in(low, high, amount)
        if not as_pace:
            raise NotShorthand
        is_swim = not self.setting.on_foot and unit == "km" and is_swum_in(low, amount.value, often=True)
        may_be_time = share != 1 and (as_repetition or is_swim) and not amount.most
        if may_be_time and self._is_repetition(_clocks(low, high)):
            return _in(low, high, amount)
        return f"{_clocks(low, high)}/{unit}"

    def _is_repetition(self, clock: str) -> bool:
        if "clock" not in self.answers:
            told = gettext_noop("'{clock}' can be the pace or the time of the repetition")
            raise Ambiguous("clock", told, 2, clock=clock)
        return self.answers["clock"] == 1

    def _pace_of_time(self, low: float, high: float, *, is_repetition: bool) -> str:
        if is_repetition or not (is_run(low) or is_run(low / MILE)):
            raise NotShorthand
        if self.setting.units is not None:
            return f"{_clocks(low, high)}/{'mi' if self.setting.units is Units.IMPERIAL else 'km'}"
        if "per" not in self.answers:
            told = gettext_noop("'{clocks}': a pace needs its distance")
            raise Ambiguous("per", told, 2, clocks=_clocks(low, high))
        return f"{_clocks(low, high)}/{('km', 'mi')[self.answers['per']]}"


def _equipped(piece: Piece) -> tuple[list[str], str]:
    """Return how *piece* is swum, and its cue, which says all equipment that is too much for a step."""
    swum = list(dict.fromkeys(piece.swum))
    more = [each for each in swum if each.startswith("with ")][1:]
    cue = ", ".join([*filter(None, [piece.cue.strip('"')]), *piece.notes, *more])
    return [each for each in swum if each not in more], f'"{cue}"' if cue else ""


def _in(low: float, high: float, amount: Length) -> str:
    return f"{_IN}{write_lap_times(RepTime(amount.value, low, high))}"


def _clocks(low: float, high: float) -> str:
    ends: Sequence[float] = (low,) if low == high else (low, high)
    return "-".join(map(write_exact_clock, ends))


AFTER_STRIDE: Final = f"recover {write_time(STRIDE_REST)}"
