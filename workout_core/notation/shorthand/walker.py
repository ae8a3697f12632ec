"""A place in the nodes of one level, and the piece that is being read there."""

from __future__ import annotations

from typing import Final

from workout_core.notation.shorthand.brackets import Bracket, Node
from workout_core.notation.shorthand.kinds import Does, Meaning
from workout_core.notation.shorthand.pieces import Join, NotShorthand, Piece
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.notation.shorthand.words import LONGEST_PHRASE, MEANINGS

_NUMBERS: Final = frozenset({TokenKind.NUMBER, TokenKind.CLOCK, TokenKind.TIME})
_OF_TEN: Final = 10


class Walker:
    """Walks over the nodes of one level.

    Attributes:
        is_aimed: whether ``@`` or *at* was read, and a target follows.
        holds_all: whether sets and a colon were read, of which all that follows is.
        is_timed: whether *in* was read, and the time of a repetition follows.
        phrase: the words that were read last.
        title: what was read before a colon at the start of the line.
    """

    def __init__(self, nodes: list[Node], answers: dict[str, int]) -> None:
        self.nodes = nodes
        self.answers = answers
        self.position = 0
        self.pieces: list[Piece] = []
        self.piece = Piece()
        self.is_aimed = False
        self.is_timed = False
        self.holds_all = False
        self.phrase: list[str] = []
        self.title: Piece | None = None

    def at(self, ahead: int = 0) -> Token | None:
        """Return the token so many places ahead; none where a bracket or the end is."""
        place = self.position + ahead
        node = self.nodes[place] if 0 <= place < len(self.nodes) else None
        return None if isinstance(node, Bracket) else node

    def is_text(self, text: str, ahead: int = 0) -> bool:
        """Tell whether *text* stands so many places ahead."""
        token = self.at(ahead)
        return token is not None and token.text == text

    def kind(self, ahead: int = 0) -> TokenKind | None:
        """Return what kind of token stands so many places ahead."""
        token = self.at(ahead)
        return token.kind if token else None

    def end(self, join: Join) -> None:
        """End the piece, and begin one that is joined to it."""
        if self.is_aimed or self.is_timed:
            raise NotShorthand
        if self.piece.is_empty:
            if join is not Join.NONE:
                self.piece.join = join
            return
        if self._is_behind_brackets():
            self.pieces[-2].absorb(self.piece)
        elif not (self._is_behind_one() and self.pieces[-1].take_how(self.piece)):
            self.pieces.append(self.piece)
        self.piece = Piece(join)

    def _is_behind_brackets(self) -> bool:
        """Tell whether the piece is only how a set is done, with its rest in brackets before it."""
        if len(self.pieces) < 2 or not self.pieces[-1].in_brackets or self.piece.join.is_strong:  # noqa: PLR2004
            return False
        is_how = bool(self.piece.aims or self.piece.clocked or self.piece.zone) and not self.piece.amounts
        work = self.pieces[-2]
        return is_how and not self.piece.count and bool(work.count) and not work.says_how

    def _is_behind_one(self) -> bool:
        """Tell whether the piece is behind a comma, and behind no list to all of which it might belong."""
        if not self.pieces or self.piece.join is not Join.COMMA or self.piece.of_all:
            return False
        return len(self.pieces) == 1 or self.pieces[-2].says_how or bool(self.pieces[-2].count)

    def meaning(self, ahead: int = 0) -> tuple[Meaning, int]:
        """Return what the longest phrase here means, and of how many words it is.

        Raises:
            NotShorthand: there is none.
        """
        words: list[str] = []
        for place in range(ahead, ahead + LONGEST_PHRASE):
            token = self.at(place)
            if token is None or token.kind is not TokenKind.WORD:
                break
            words.append(token.text)
        for length in range(len(words), 0, -1):
            if meaning := MEANINGS.get(" ".join(words[:length])):
                return meaning, length
        raise NotShorthand

    def does(self, ahead: int = 0) -> Does | None:
        """Return what the phrase so many places ahead does, if there is one."""
        try:
            return self.meaning(ahead)[0].does
        except NotShorthand:
            return None

    def is_range(self) -> bool:
        """Tell whether numbers with two ends stand here."""
        first, mark = self.at(), self.at(1)
        is_number = first is not None and first.kind in _NUMBERS
        return is_number and mark is not None and mark.text in ("-", "to", "w", "/", "%")

    def is_of_ten(self, ahead: int = 0) -> bool:
        """Tell whether ``/10`` stands so many places ahead."""
        ten = self.at(ahead + 1)
        is_ten = ten is not None and ten.kind is TokenKind.NUMBER and ten.value == _OF_TEN
        return self.is_text("/", ahead) and is_ten
