"""The numbers and the names of targets, and what is beside a pace that has a name."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.kinds import Does, Meaning
from workout_core.notation.shorthand.pieces import EXACT, Ambiguous, Join, NotShorthand
from workout_core.notation.shorthand.questions import OR_SECONDS, SHARE_OF_WHAT
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.notation.shorthand.walker import Walker

_AFTER_A_PACE: Final = frozenset({"race", "goal", "pace", "effort", "intensity"})
_SIGNS: Final = MappingProxyType({"+": "+", "plus": "+", "-": "-", "minus": "-"})
_BETWEEN: Final = frozenset({"to", "or", "minus", "plus"})
"""Words between two paces."""
_SHORTEST_RACE: Final = 3000.0
"""Metres that nobody jogs between repetitions."""
_THAN: Final = MappingProxyType({"slower": "+", "faster": "-"})
CSS: Final = "CSS"
"""A pace of the swimmer's own, beside which seconds are for 100 m."""
_MOST_BESIDE: Final = 45
"""Seconds behind a sign; more of them may be a rest."""
_MOST_THAN: Final = 180
_NEAR: Final = 0.12
"""How near, as a share, the times of a list are to each other."""
_SHARED: Final = (("power", "FTP"), ("hr", "LTHR"), ("hr", "HRmax"), ("speed", "threshold"))
"""What a share can be of where it is not said."""
_SLOPES: Final = frozenset({"incline", "grade", "gradient", "slope", "hill"})
"""What a share is no target of."""
_GOES_ON: Final = frozenset({Does.REST, Does.THEN, Does.ROLE})
"""What can stand behind a share that ends its target."""


class PaceWalker(Walker):
    """Walks over the nodes of one level, and reads the paces there."""

    def race_pace(self, token: Token) -> None:
        """Read a distance as the pace of a race over it, the words that say so, and what is beside it."""
        targets.named(self.piece, self.beside(self._race_name(token)))

    def _race_name(self, token: Token) -> str:
        name = targets.race_pace(token)
        self.is_aimed = False
        self.position += 1
        while (word := self.at()) and word.text in _AFTER_A_PACE:
            self.position += 1
        return name

    def beside(self, name: str) -> str:
        """Return the pace *name* with the seconds that stand behind it: ``MP + 10s``, ``10K minus 5 sec/mi``.

        Raises:
            NotShorthand: something else is behind it that would be lost.
        """
        mark = self.at()
        sign = _SIGNS.get(mark.text) if mark is not None else None
        found = self._seconds(1, _MOST_BESIDE)
        if mark is None or sign is None or found is None or not targets.is_pace(name):
            return self._between(name)
        numbers, ahead = found
        per = self.at(ahead)
        is_per = per is not None and per.kind is TokenKind.PER
        is_bare = numbers.last.kind is TokenKind.NUMBER and mark.unit == "spaced" and not is_per
        if not is_per and (
            self.does(ahead) is Does.ROLE or (is_bare and not self._means_seconds(per, numbers))
        ):
            return self._between(name)
        self.position += ahead + is_per
        unit = per.unit if per is not None and is_per else ""
        if name == CSS:
            name, unit = f"'{CSS}'", unit or "100m"
        return f"{name} {sign} {numbers}s{f'/{unit}' if unit else ''}"

    def _seconds(self, ahead: int, most: float) -> tuple[targets.TargetNumbers, int] | None:
        """Return the seconds so many places ahead, and where what follows them is."""
        dash = self.at(ahead + 1)
        is_range = dash is not None and dash.text in ("-", "to") and dash.unit != "spaced"
        tokens = [each for n in range(3 if is_range else 1) if (each := self.at(ahead + n)) is not None]
        if not tokens or any(each.kind is TokenKind.CLOCK or each.unit == "min" for each in tokens):
            return None
        if tokens[0].kind not in targets.NUMBERS:
            return None
        numbers = targets.TargetNumbers(tokens)
        return (numbers, ahead + numbers.length) if 0 < numbers.low <= numbers.high <= most else None

    def _means_seconds(self, following: Token | None, numbers: targets.TargetNumbers) -> bool:
        """Tell whether a plain number behind a sign is seconds, and no step of its own: ``MP + 10``.

        Raises:
            Ambiguous: it can be both.
        """
        if following is not None and following.kind is not TokenKind.MARK:
            return False
        if "beside" not in self.answers:
            raise Ambiguous("beside", OR_SECONDS, 2, numbers=str(numbers))
        return self.answers["beside"] == 0

    def than(self) -> bool:
        """Read a pace that is slower or faster than another, if it stands here: ``20s slower than MP``."""
        found = self._seconds(0, _MOST_THAN)
        if found is None:
            return False
        numbers, ahead = found
        per = self.at(ahead)
        is_per = per is not None and per.kind is TokenKind.PER
        word = self.at(ahead + is_per)
        if word is None or word.text not in _THAN or not self.is_text("than", ahead + is_per + 1):
            return False
        self.position += ahead + is_per + 2
        name = self._pace_name()
        self.is_aimed = False
        unit = f"/{per.unit}" if per is not None and is_per else ""
        targets.named(self.piece, f"{name} {_THAN[word.text]} {numbers}s{unit}")
        return True

    def _pace_name(self) -> str:
        """Read the name of a pace that another one is beside.

        Raises:
            NotShorthand: there is none.
        """
        token = self.at()
        if token is not None and token.kind is TokenKind.DISTANCE:
            return self._race_name(token)
        meaning, length = self.meaning()
        if meaning.does is not Does.TARGET or not targets.is_pace(meaning.word):
            raise NotShorthand
        self.position += length
        if self.does() is Does.PACE:
            self.position += self.meaning()[1]
        return meaning.word

    def _between(self, name: str) -> str:
        """Return the one of two paces that is held, if another follows *name*: ``3k-5k pace``, ``MP to HMP``.

        Raises:
            NotShorthand: what follows is neither a pace nor another step.
            Ambiguous: it is not decided which.
        """
        mark, following = self.at(), self.at(1)
        if mark is None or following is None:
            return name
        is_range = (mark.text == "-" and mark.unit != "spaced") or mark.text in _BETWEEN
        is_offset = mark.text in ("+", "-") and following.kind is TokenKind.TIME and self.does(2) is None
        if mark.text == "/" and self._is_pace_behind(following):
            is_range = True
        if is_offset or (is_range and mark.text in _SIGNS and mark.text != "-"):
            raise NotShorthand
        if not is_range:
            return name
        self.position += 1
        other = self._pace_name()
        if "between" not in self.answers:
            told = gettext_noop("a step has one pace: '{first}' or '{second}'?")
            raise Ambiguous("between", told, 2, first=name, second=other)
        return other if self.answers["between"] else name

    def _is_pace_behind(self, following: Token) -> bool:
        """Tell whether a pace is behind a slash, and neither a rest nor the next step."""
        if following.kind is TokenKind.DISTANCE:
            word = self.at(2)
            is_called = word is not None and word.text in _AFTER_A_PACE
            return is_called or (following.value >= _SHORTEST_RACE and self.does(2) is not Does.ROLE)
        return self.does(1) is Does.TARGET and targets.is_pace(self.meaning(1)[0].word)

    def number(self) -> None:
        """Read the numbers of a target, and the unit behind them."""
        ahead = [each for n in range(3) if (each := self.at(n)) is not None]
        numbers = targets.TargetNumbers(ahead)
        self.position += numbers.length
        is_timed, self.is_timed, self.is_aimed = self.is_timed, False, False
        unit, does = self.at(), self.does()
        if unit is not None and unit.kind is TokenKind.PER:
            self.position += 1
            targets.per(self.piece, numbers, unit.unit, self.answers)
            if self.does() is Does.PACE:
                self.position += 1
        elif self.is_text("%"):
            self.position += 1
            self._share(numbers)
        elif self.is_of_ten():
            self.position += 2
            targets.effort(self.piece, numbers)
        elif does in (Does.UNIT, Does.HEART):
            meaning, length = self.meaning()
            self.position += length
            targets.measured(self.piece, numbers, meaning)
        else:
            if does is Does.PACE:
                self.position += self.meaning()[1]
            targets.bare(self.piece, numbers, is_repetition=is_timed)

    def _share(self, numbers: targets.TargetNumbers) -> None:
        """Read what a share is of: a number of the athlete's, or a pace that has a name."""
        if self.is_text("of"):
            self.position += 1
        token = self.at()
        if token is None or token.text in ("/", ",") or self.does() in _GOES_ON:
            quantity, of = self._of_what(numbers)
            self.piece.aim(quantity, EXACT, f"{numbers}% {of}")
            return
        if token is not None and token.text in _SLOPES:
            self.position += 1
            self.is_aimed = False
            self.piece.notes.append(f"{numbers}% {token.text}")
            return
        is_race = token is not None and token.kind is TokenKind.DISTANCE
        meaning, length = (Meaning(Does.TARGET), 0) if is_race else self.meaning()
        if meaning.does is Does.SHARE:
            self.position += length
            targets.measured(self.piece, numbers, meaning)
            return
        if (token is not None and token.text.startswith("vo2")) or numbers.is_clock:
            raise NotShorthand  # a share of oxygen is none of a pace
        self.piece.aim("speed", EXACT, f"{numbers}% {self._pace_name()}")

    def _of_what(self, numbers: targets.TargetNumbers) -> tuple[str, str]:
        """Return of what a share is of which it is not said: its quantity and its name.

        Raises:
            Ambiguous: that was not answered.
        """
        if "share" not in self.answers:
            raise Ambiguous("share", SHARE_OF_WHAT, len(_SHARED), numbers=str(numbers))
        return _SHARED[self.answers["share"]]

    def refuse_list(self, token: Token) -> None:
        """Refuse a time that is the next one of a list, ``3x1k @ 3:45, 3:40, 3:35``, and no rest.

        Raises:
            NotShorthand: it is so near to the time or the pace before it.
        """
        before = self.pieces[-1].clocked if self.pieces and self.piece.join is Join.COMMA else None
        is_bare = self.piece.is_empty and token.kind is TokenKind.CLOCK and self.does(1) is None
        if before is not None and is_bare and abs(token.value / before.low - 1) < _NEAR:
            raise NotShorthand
