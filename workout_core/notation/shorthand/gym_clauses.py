"""What is said of an exercise beside how much: loads, efforts, rests, tempos and the manner."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.notation.shorthand.gym_atoms import Atom, AtomKind
from workout_core.notation.shorthand.gym_forms import COLOURS
from workout_core.notation.shorthand.pieces import NotShorthand
from workout_core.patterns import lazy_pattern
from workout_core.science.strength import TRAINING_MAX, share_of_most
from workout_core.units import NUMBER

_EFFORTS: Final = MappingProxyType(
    {
        "hard": "RPE 9",
        "moderate": "RPE 6",
        "all out": "RPE 10",
        "max effort": "RPE 10",
        "to failure": "RPE 10",
    }
)
"""What words for an effort mean, as for runs."""
_RANGE: Final = lazy_pattern(rf"(\+?\s*{NUMBER})\s*-\s*({NUMBER})\s*(.*)")
_POUNDS: Final = lazy_pattern(r"(?:#|kilos?\b)")
_HANDS: Final = lazy_pattern(
    r"(?:in\s+)?(?:each|per|both)\s+hands?|/\s*hand|each$|per\s+(?:arm|side)", re.IGNORECASE
)
_UNITS: Final = MappingProxyType({"#": "lb", "kilo": "kg", "kilos": "kg"})
_MOST_RESERVE: Final = 4
"""Repetitions in reserve up to which a set is of a load that is given by how often it can be lifted."""


_BETWEEN_NUMBERS: Final = lazy_pattern(r"[^0-9X]")


def _once(before: str, said: str) -> str:
    if before:
        raise NotShorthand
    return said


class Clauses:
    """What is said of one exercise.

    Attributes:
        loads: and
        efforts: and
        rest: and
        tempo: and
        last: of the last set, as the notation has them.
        notes: words that become the cue.
    """

    def __init__(self) -> None:
        self.loads: list[str] = []
        self.efforts: list[str] = []
        self.rest = ""
        self.tempo = ""
        self.last = ""
        self.notes: list[str] = []

    def take(self, atom: Atom, each: str) -> None:
        """Take what *atom* says of an exercise of which a set is *each*.

        Raises:
            NotShorthand: the same is said twice, or it makes no sense.
        """
        if atom.kind is AtomKind.REST:
            self.rest = _once(self.rest, self.rest_of(atom))
        elif atom.kind is AtomKind.TEMPO:
            said = next(atom.parts[name] for name in ("t1", "t2", "t3", "t4") if name in atom.parts)
            self.tempo = _once(self.tempo, "-".join(_BETWEEN_NUMBERS.sub("", said.upper())))
        elif atom.kind is AtomKind.EFFORT:
            self._effort(atom)
        elif atom.kind is AtomKind.MAX:
            self._of_most(atom, each)
        elif atom.kind is AtomKind.LOAD:
            self._load(atom)
        elif atom.kind is AtomKind.LAST:
            self.last = "last set AMRAP"
            least = atom.parts.get("or_more")
            self.notes += [f"last set: {least} or more"] if least else []
        else:
            self.notes.append(" ".join(atom.text.strip('"').split()))

    def say_effort(self, words: str) -> None:
        """Take a word for an effort."""
        self.efforts.append(_EFFORTS[words.casefold()])

    def text(self) -> str:
        """Return all of it as the notation has it behind an exercise."""
        held = ", ".join((*self.loads, *self.efforts))
        clauses = (
            f"rest {self.rest}" if self.rest[:1].isdigit() else self.rest,
            f"tempo {self.tempo}" if self.tempo else "",
            self.last,
        )
        cue = ", ".join(dict.fromkeys(self.notes)).replace('"', "'")
        said = ", ".join(filter(None, (f" @ {held}" if held else "", *clauses)))
        return f"{said if held or not said else f', {said}'}{f' {chr(34)}{cue}{chr(34)}' if cue else ''}"

    @staticmethod
    def rest_of(atom: Atom) -> str:
        """Return a rest as the notation has it.

        Raises:
            NotShorthand: there is none.
        """
        parts = atom.parts
        if "none" in parts:
            raise NotShorthand
        if "on_foot" in parts:
            return f"{parts['foot'].casefold()} {' '.join(parts['on_foot'].split())}"
        if "back" in parts:
            return f"{parts['back'][:4].rstrip('i').casefold()} back"
        if "lap" in parts:
            return "rest lap"
        time = next(parts[name] for name in ("time", "time2", "time3") if name in parts)
        return " ".join(time.replace(" to ", "-").replace(" - ", "-").split())

    def _effort(self, atom: Atom) -> None:
        parts = atom.parts
        rpe = parts.get("rpe") or parts.get("rpe2")
        said = f"RPE {rpe}" if rpe else f"RIR {parts.get('rir') or parts.get('rir2')}"
        said = " ".join(said.replace(" to ", "-").replace(" - ", "-").split())
        is_same = {
            f"RPE {10 - int(each[4:])}"
            for each in (said, *self.efforts)
            if each[:4] == "RIR " and each[4:].isdigit()
        }
        if said not in self.efforts and is_same.isdisjoint((said, *self.efforts)):
            self.efforts.append(said)

    def _of_most(self, atom: Atom, each: str) -> None:
        """Take a load that is said by how often it can be lifted: ``@ 85% 5RM``, ``@ 8RM``."""
        parts = atom.parts
        most = int(parts.get("rm") or parts.get("rm2") or 1)
        said = atom.text.lstrip("@ ")
        if "of_tm" in parts:
            self.loads.append(f"{TRAINING_MAX * float(parts['of_tm']):.0f}% 1RM")
        elif "share" in parts:
            self.loads.append(f"{100 * share_of_most(most) * float(parts['share']) / 100:.0f}% 1RM")
        else:
            reps = each.partition("-")[0]
            if not reps.isdigit() or not 0 <= most - int(reps) <= _MOST_RESERVE:
                raise NotShorthand
            self.efforts.append(f"RIR {most - int(reps)}")
        self.notes.append(said)

    def _load(self, atom: Atom) -> None:
        parts = atom.parts
        if "heavy" not in parts:
            self.loads.append(
                band_of(atom.text) if "band" in parts else f"+{parts['added']}" if "added" in parts else "BW"
            )
            return
        heavy = _POUNDS.sub(lambda found: _UNITS[found[0].casefold()], parts["heavy"].strip())
        thing = parts.get("thing", "").strip()
        if found := _RANGE.fullmatch(heavy):
            self.notes.append(" ".join(f"{heavy} {thing}".split()))
            heavy = f"{found[1]}{found[3]}"
        if hands := _HANDS.search(thing):
            thing = _HANDS.sub("", thing).strip()
            thing = f"{thing} each hand".strip() if "pieces" not in parts and hands else thing
        pieces = f"{parts['pieces']}x" if "pieces" in parts else ""
        percent = heavy.removesuffix("%").strip()
        heavy = f"{percent}% 1RM" if heavy.endswith("%") and "/" not in heavy and "," not in heavy else heavy
        self.loads.append(" ".join(f"{pieces}{heavy} {thing}".replace(", ", "/").replace(",", "/").split()))


def is_effort(words: str) -> bool:
    """Tell whether *words* are one for an effort."""
    return words.casefold() in _EFFORTS


def band_of(words: str) -> str:
    """Return *words* as a band of that colour or strength, or nothing if they say none."""
    said = [each for each in words.casefold().split() if each in COLOURS]
    rest = [each for each in words.casefold().split() if each not in COLOURS]
    is_band = {
        "@",
        "w/",
        "with",
        "a",
        "at",
        "using",
        "band",
        "bands",
        "theraband",
        "thera-band",
        "the",
    }.issuperset(rest)
    return f"{' '.join(said)} band".strip() if is_band and (said or rest) else ""
