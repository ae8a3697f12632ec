"""A place in the nodes of one level, and the piece that is being read there."""

from __future__ import annotations

from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.brackets import Bracket, Node
from workout_core.notation.shorthand.pieces import Join, NotShorthand, Piece
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.notation.shorthand.words import LONGEST_PHRASE, MEANINGS, Does, Meaning

_AFTER_A_PACE = frozenset({"race", "goal", "pace", "effort", "intensity"})
_OF_TEN = 10


class Walker:
    """Walks over the nodes of one level.

    Attributes:
        is_aimed: whether ``@`` or *at* was read, and a target follows.
        is_timed: whether *in* was read, and the time of a repetition follows.
        phrase: the words that were read last.
    """

    def __init__(self, nodes: list[Node], answers: dict[str, int]) -> None:
        self.nodes = nodes
        self.answers = answers
        self.position = 0
        self.pieces: list[Piece] = []
        self.piece = Piece()
        self.is_aimed = False
        self.is_timed = False
        self.phrase: list[str] = []

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
        self.pieces.append(self.piece)
        self.piece = Piece(join)

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

    def race_pace(self, token: Token) -> None:
        """Read a distance as the pace of a race over it, and the words that say so."""
        targets.named(self.piece, targets.race_pace(token))
        self.is_aimed = False
        self.position += 1
        while (word := self.at()) and word.text in _AFTER_A_PACE:
            self.position += 1
        self.refuse_range()

    def refuse_range(self) -> None:
        """Refuse two names of paces, or one and an offset, which the notation does not hold.

        Raises:
            NotShorthand: such a thing stands here.
        """
        mark, following = self.at(), self.at(1)
        if mark is None or following is None:
            return
        is_range = (mark.text == "-" and mark.unit != "spaced") or mark.text in ("to", "minus", "plus", "or")
        is_offset = mark.text in ("+", "-") and following.kind is TokenKind.TIME and self.does(2) is None
        if is_range or is_offset:
            raise NotShorthand

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

    def is_of_ten(self, ahead: int = 0) -> bool:
        """Tell whether ``/10`` stands so many places ahead."""
        ten = self.at(ahead + 1)
        is_ten = ten is not None and ten.kind is TokenKind.NUMBER and ten.value == _OF_TEN
        return self.is_text("/", ahead) and is_ten

    def _share(self, numbers: targets.TargetNumbers) -> None:
        if self.is_text("of"):
            self.position += 1
        meaning, length = self.meaning()
        self.position += length
        if meaning.does is Does.SHARE:
            targets.measured(self.piece, numbers, meaning)
        elif meaning == Meaning(Does.TARGET, "threshold"):
            self.piece.aim("speed", 2, f"{numbers}% threshold")
        else:
            raise NotShorthand
