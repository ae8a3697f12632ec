"""Tokens of a line → pieces: what belongs to one step, set or rest, in whatever order it is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.amounts import (
    AMOUNTS,
    LONGEST_LADDER,
    amount_of,
    amounts_at,
    listed_at,
    range_at,
)
from workout_core.notation.shorthand.bounds import read_bound
from workout_core.notation.shorthand.brackets import Bracket, Node
from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.meanings import take
from workout_core.notation.shorthand.paces import PaceWalker
from workout_core.notation.shorthand.pieces import Ambiguous, Dimension, Join, NotShorthand, Piece
from workout_core.notation.shorthand.repeats import counts_strides, hold_all, part_in_sets, repeat_before
from workout_core.notation.shorthand.titles import entitle
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.notation.shorthand.variations import shared, varied
from workout_core.notation.shorthand.words import MEANINGS

_JOINS: Final = MappingProxyType(
    {
        **dict.fromkeys(",;.\u2022", Join.COMMA),
        **dict.fromkeys("+&", Join.PLUS),
        ">": Join.THEN,
        "/": Join.SLASH,
    }
)
_LETTERS: Final = MappingProxyType(
    {"e": "easy", "m": "marathon", "t": "threshold", "i": "interval", "r": "repetition"}
)
_WAITING: Final = frozenset({"warmup", "cooldown", "easy", "steady"})
"""Roles that may stand alone before what they are of."""
_OF_TEN: Final = 10
_RANGE: Final = 5
"""Tokens of a range, and those by which it would be a ladder."""


def pieces_of(nodes: list[Node], answers: dict[str, int]) -> list[Piece]:
    """Read *nodes* as pieces, one after the other.

    Raises:
        NotShorthand: a word or a mark means nothing, or two that exclude each other are said.
        Ambiguous: it can be read in several ways, of which *answers* says none.
    """
    return _ShorthandReader(nodes, answers).run()


class _ShorthandReader(PaceWalker):
    """Reads the nodes of one level."""

    def run(self) -> list[Piece]:
        takes = self._takes()
        while self.position < len(self.nodes):
            node = self.nodes[self.position]
            if isinstance(node, Bracket):
                self.position += 1
                self._bracket(node)
            elif self.piece.cue and node.text not in _JOINS:
                raise NotShorthand  # a cue ends its step
            else:
                takes[node.kind](node)
        if self.piece.is_empty and self.piece.join is Join.COLON:
            raise NotShorthand
        self.end(Join.NONE)
        if self.title is not None:
            entitle(self.title, self.pieces)
        pieces = varied(shared(self.pieces))
        return hold_all(pieces) if self.holds_all else pieces

    def _takes(self) -> dict[TokenKind, Callable[[Token], None]]:
        return {
            **dict.fromkeys(AMOUNTS, self._amount),
            TokenKind.COUNT: self._count,
            TokenKind.TIMES: partial(repeat_before, self),
            TokenKind.PER: self._per,
            TokenKind.ZONE: self._zone,
            TokenKind.WORD: self._word,
            TokenKind.CUE: self._cue,
            TokenKind.MARK: self._mark,
        }

    def _word(self, _token: Token) -> None:
        take(self)

    def _per(self, _token: Token) -> None:
        raise NotShorthand

    def _zone(self, token: Token) -> None:
        self.position += 1
        if self.piece.zone or self.is_text("-"):
            raise NotShorthand
        self.is_aimed = self.is_timed = False
        self.piece.zone = int(token.value)

    def _cue(self, token: Token) -> None:
        self.position += 1
        if self.piece.cue or not self.piece.amounts:
            raise NotShorthand
        self.piece.cue = token.typed

    def _bracket(self, bracket: Bracket) -> None:
        piece = self.piece
        inner = pieces_of(bracket.nodes, self.answers)
        if not inner:
            raise NotShorthand
        if not piece.amounts and not piece.inside and not piece.says_how:
            piece.inside = inner
        elif len(inner) == 1 and inner[0].part and not piece.part:
            self.end(Join.NONE)
            self.pieces += inner
        elif len(inner) == 1 and not inner[0].amounts and not inner[0].count and not inner[0].rest:
            is_rest = inner[0].role in FEET
            if is_rest or inner[0].between:
                raise NotShorthand
            piece.absorb(inner[0])
        elif piece.is_made_of(inner):
            piece.made_of = inner
        elif (piece.inside and not all(each.says_how for each in inner)) or any(
            each.count or each.inside or each.part for each in inner
        ):
            raise NotShorthand
        else:
            self.end(Join.WITH)
            for each in inner:
                each.join, each.in_brackets = Join.WITH, True
            self.pieces += inner

    def _amount(self, token: Token) -> None:
        if not self.is_timed and self.than():
            return
        if self.is_timed or (self.is_aimed and token.kind in targets.NUMBERS):
            self.number()
            return
        if self.is_aimed or self._names_race(token):
            self.race_pace(token)
            return
        if token.kind in (TokenKind.NUMBER, TokenKind.CLOCK) and self._begins_target():
            self.number()
            return
        if token.kind is TokenKind.NUMBER and counts_strides(self):
            self._count(token._replace(kind=TokenKind.COUNT))
            return
        whole = self._range()
        if whole and whole.kind is TokenKind.COUNT:
            self._count(whole)
            return
        self.refuse_list(token)
        if self.piece.amounts or self.piece.rest or self.piece.inside:
            self.end(Join.NONE)
        if whole:
            self.position += 1
            self.piece.amounts = [amount_of(whole)]
            return
        ahead = [self.at(n) for n in range(LONGEST_LADDER)]
        amounts, length = listed_at(ahead, self.answers) or amounts_at(ahead)
        if length > 1 and self.is_text("tempo", -1):
            raise NotShorthand  # of an exercise: 3-1-1
        self.position += length
        self.piece.amounts = amounts
        self.piece.letter = self._letter()

    def _range(self) -> Token | None:
        """Return the range that begins here as one token, and go to its upper end.

        Raises:
            Ambiguous: with spaces around the dash it may be two steps.
        """
        ahead = [self.at(n) for n in range(_RANGE)]
        last = ahead[2]
        if last and last.kind is TokenKind.NUMBER and counts_strides(self, 2):
            ahead[2] = last._replace(kind=TokenKind.COUNT)
        whole = range_at(ahead)
        if whole and self.is_text("-", 1) and (mark := self.at(1)) and mark.unit:
            if whole.kind is TokenKind.COUNT:
                return None
            if "range" not in self.answers:
                said = " ".join(each.typed for each in ahead[:3] if each)
                raise Ambiguous(
                    "range", gettext_noop("{typed} can be a range or two steps"), 2, typed=repr(said)
                )
            if self.answers["range"]:
                return None
        self.position += 2 if whole else 0
        return whole

    def _names_race(self, token: Token) -> bool:
        """Tell whether a distance is that of a race whose pace is meant: ``5k pace``."""
        following = self.at(1)
        if token.kind is not TokenKind.DISTANCE or following is None or following.kind is not TokenKind.WORD:
            return False
        return following.text in ("pace", "effort") or (following.text == "race" and self.is_text("pace", 2))

    def _begins_target(self) -> bool:
        """Tell whether the numbers here have a unit of targets behind them: ``150-160 bpm``, ``88%``."""
        ahead = 3 if self.is_text("-", 1) or self.is_text("to", 1) else 1
        token = self.at(ahead)
        if token is None:
            return False
        if token.kind is TokenKind.PER or token.text == "%":
            return True
        if (number := self.at()) is not None and number.kind is TokenKind.CLOCK:
            return token.text == "pace"
        if self.is_of_ten(ahead):
            return (number := self.at()) is not None and number.value < _OF_TEN
        meaning = MEANINGS.get(token.text)
        return meaning is not None and meaning.does in (Does.UNIT, Does.HEART)

    def _letter(self) -> bool:
        """Read a letter of a pace directly behind a number: ``2E``."""
        amount, token = self.piece.amounts[-1], self.at()
        if amount.measure is not Dimension.PLAIN or token is None or token.text not in _LETTERS:
            return False
        word = _LETTERS[token.text]
        self.position += 1
        if word == "easy":
            self.piece.role = self.piece.role or word
        else:
            targets.named(self.piece, word)
        return True

    def _count(self, token: Token) -> None:
        if token.value < 1:
            raise NotShorthand
        self.position += 1
        piece = self.piece
        if self.is_text(":"):
            self.position += 1
            self.holds_all |= token.unit == "sets" and not self.pieces and piece.is_empty
        if self.is_timed:
            part_in_sets(self, token)
            return
        if piece.count and not piece.amounts and not piece.inside:
            if piece.sets:
                raise NotShorthand
            piece.sets, piece.most_sets = piece.count, piece.most
            piece.count, piece.most = int(token.value), int(token.most)
            return
        if piece.amounts or piece.inside or piece.count or piece.rest:
            self.end(Join.NONE)
        self.piece.count, self.piece.most = int(token.value), int(token.most)

    def _mark(self, token: Token) -> None:
        self.position += 1
        only_how = (
            self.piece.says_how and not self.piece.amounts and not self.piece.count and not self.piece.rest
        )
        if token.text == ":" and only_how and self._is_title():
            self.title, self.piece = self.piece, Piece()
            return
        if token.text in (":", "=") and (only_how or self.piece.join is Join.WITH):
            return
        if token.text == ":" and self.piece.amounts and not self.piece.count:
            self.end(Join.COLON)
        elif token.text == "@":
            self.is_aimed = True
        elif token.text in ("<", "\u2264"):
            read_bound(self, "")
        elif token.text == "-" and token.unit == "spaced":
            if not only_how:
                self.end(Join.COLON if self.piece.role == "progression" and not self.pieces else Join.COMMA)
        elif join := _JOINS.get(token.text):
            if not (only_how and self._waits(join)):
                self.end(join)
        else:
            raise NotShorthand

    def _is_title(self) -> bool:
        """Tell whether the first words of the line may be of all of it: ``VO2max: WU, 5x3min, CD``."""
        piece = self.piece
        if piece.role == "easy" and piece.aims:
            raise NotShorthand  # 'Long hills:'
        is_of_all = (bool(piece.aims) and piece.role in ("", "work")) or piece.role == "progression"
        return is_of_all and not (self.pieces or self.title or self.is_aimed or piece.clocked or piece.zone)

    def _waits(self, join: Join) -> bool:
        """Tell whether the role that has been read is of what follows: ``WU, 2k``, and not ``WU, 6x800``."""
        is_first = not self.pieces
        if join is Join.SLASH or self.piece.aims or self.piece.role not in _WAITING:
            return False
        is_amount = self.kind() in AMOUNTS
        if self.piece.role in ("easy", "steady"):
            return is_first and is_amount and len(self.nodes) == self.position + 1
        is_aimed = self.is_text("@", 1) or self.does(1) in (Does.TARGET, Does.AT, Does.RACE)
        return self.kind() is TokenKind.WORD or (is_amount and not is_aimed)
