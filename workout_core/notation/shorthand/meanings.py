"""What each phrase does to the piece that is being read."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from workout_core.notation.shorthand import targets
from workout_core.notation.shorthand.amounts import AMOUNTS
from workout_core.notation.shorthand.bounds import read_bound
from workout_core.notation.shorthand.kinds import FEET, Does
from workout_core.notation.shorthand.measures import (
    read_cadence,
    read_effort,
    read_heart,
    read_pace,
    read_share,
)
from workout_core.notation.shorthand.paces import PaceWalker
from workout_core.notation.shorthand.pieces import Dimension, Join, Length, NotShorthand, Piece
from workout_core.notation.shorthand.rest_words import between, merged, read_rest, recovery, say_role
from workout_core.notation.shorthand.send_offs import read_on, read_send_off
from workout_core.notation.shorthand.tokens import TokenKind
from workout_core.units import LENGTHS


def take(walker: PaceWalker) -> None:
    """Read the phrase at which *walker* is.

    Raises:
        NotShorthand: it means nothing here.
    """
    meaning, length = walker.meaning()
    walker.phrase = [token.text for n in range(length) if (token := walker.at(n))]
    walker.position += length
    _DOES[meaning.does](walker, meaning.word)


def _role(walker: PaceWalker, word: str) -> None:
    piece = walker.piece
    if walker.is_aimed:
        if word not in ("easy", "steady"):
            raise NotShorthand
        walker.is_aimed = False
        if piece.role not in ("", "work", word):  # which says what it is for, and not how fast
            targets.named(piece, walker.beside(word))
            return
    if piece.rest and not piece.amounts and word in FEET:
        say_role(piece, word)
        return
    if _begins_another(walker, word):
        walker.end(Join.WITH if word in FEET else Join.NONE)
    say_role(walker.piece, word)
    walker.piece.is_off = walker.phrase == ["off"]
    walker.piece.is_swim |= "swim" in walker.phrase


def _begins_another(walker: PaceWalker, word: str) -> bool:
    """Tell whether a role is that of the next piece: ``400m off 60s``, ``run 3 min walk 2 min``."""
    piece = walker.piece
    if not (piece.amounts or piece.inside) or (word == "progression" and not piece.says_how):
        return False
    is_back = walker.does() in (Does.BACK, Does.FULL, Does.EQUAL, Does.HALF)
    if word in FEET and is_back:
        return True
    if walker.phrase == ["off"] and walker.kind() in AMOUNTS and _is_on_foot(walker, 1):
        return True
    if walker.kind() not in AMOUNTS:
        return bool(piece.role) and piece.role != word and merged(piece.role, word) is None
    has_own = walker.kind(1) is TokenKind.WORD and walker.does(1) in (Does.ROLE, Does.TARGET)
    if piece.role:
        return True
    return not has_own


def _is_on_foot(walker: PaceWalker, ahead: int) -> bool:
    return walker.does(ahead) is Does.ROLE and walker.meaning(ahead)[0].word in FEET


def _target(walker: PaceWalker, word: str) -> None:
    piece = walker.piece
    if (
        walker.phrase == ["mile"]
        and (piece.count or piece.part)
        and not piece.amounts
        and not walker.is_aimed
    ):
        _a_mile(piece)
        return
    if walker.phrase[-1:] == ["marathon"] and piece.is_empty:
        raise NotShorthand  # it may be the distance
    if word == "easy" and not walker.is_aimed:
        _role(walker, word)
        return
    if walker.phrase == ["max"] and walker.kind() is TokenKind.NUMBER:
        read_bound(walker, "")
        return
    walker.is_aimed = False
    if piece.amounts and piece.aims and walker.kind() in AMOUNTS:
        walker.end(Join.NONE)
    targets.named(walker.piece, walker.beside(word))


def _a_mile(piece: Piece) -> None:
    piece.amounts = [Length(Dimension.DISTANCE, LENGTHS["mi"], "mi")]


def _race(walker: PaceWalker, _word: str) -> None:
    follows = walker.at()
    is_alone = follows is None or follows.kind is TokenKind.MARK or walker.does() is Does.THEN
    if not walker.piece.amounts and walker.phrase == ["parkrun"] and is_alone:
        walker.piece.amounts = [Length(Dimension.DISTANCE, 5000.0, "km")]
    if not walker.piece.amounts:
        raise NotShorthand  # 'race 10km in …' is of the grammar
    walker.piece.is_race = True


def _stroke(walker: PaceWalker, word: str) -> None:
    walker.piece.swum.append(word)


def _at(walker: PaceWalker, _word: str) -> None:
    if walker.is_aimed or walker.is_timed:
        raise NotShorthand
    walker.is_aimed = True


def _in(walker: PaceWalker, _word: str) -> None:
    if walker.is_aimed or walker.is_timed or not walker.piece.amounts:
        raise NotShorthand
    walker.is_timed = True


def _within(walker: PaceWalker, _word: str) -> None:
    """Begin a part of the whole before it: ``60 min incl 6 strides``."""
    walker.end(Join.WITH)
    walker.piece.join, walker.piece.is_within = Join.WITH, True


def _place(walker: PaceWalker, word: str) -> None:
    """Read where in the whole before it a part is; at the end is where one is anyway.

    Raises:
        NotShorthand: there is no whole before it.
    """
    is_part = walker.piece.join is Join.WITH or bool(walker.piece.part)
    if word == "middle" and not is_part:
        raise NotShorthand
    walker.piece.place = word


def _then(walker: PaceWalker, _word: str) -> None:
    walker.end(Join.THEN)


def _on(walker: PaceWalker, _word: str) -> None:
    """Read *on*: the work of on and off, or the interval of a send-off."""
    piece = walker.piece
    if not piece.amounts and not piece.inside:
        raise NotShorthand
    if walker.is_text("/") and walker.is_text("off", 1):
        walker.position += 2
        walker.end(Join.WITH)
        walker.piece.rest, walker.piece.role = Does.EQUAL, "recover"
        return
    read_on(walker)


def _send_off(walker: PaceWalker, _word: str) -> None:
    read_send_off(walker)


def _part(does: Does) -> Callable[[PaceWalker, str], None]:
    def read(walker: PaceWalker, word: str) -> None:
        walker.end(Join.COMMA)
        walker.piece.part = does
        if word:
            walker.piece.amounts = [Length(Dimension.PLAIN, float(word))]
            walker.piece.is_reps = True

    return read


def _all(walker: PaceWalker, _word: str) -> None:
    """Begin what is said of all the sets before it: ``all w/ 200 jog``."""
    walker.end(Join.COMMA)
    walker.piece.of_all = True


def _as(walker: PaceWalker, _word: str) -> None:
    """Begin the parts that each repetition is made of: ``8x50 as 25 drill/25 free``."""
    piece = walker.piece
    walker.end(Join.NONE)
    if not piece.count or len(piece.amounts) != 1:
        raise NotShorthand
    piece.is_parted = True


def _unit(walker: PaceWalker, word: str) -> None:
    if word != "W" or walker.is_aimed:
        raise NotShorthand
    read_rest(walker, word)  # w for with


def _heading(walker: PaceWalker, _word: str) -> None:
    """Read over what says only that the steps follow: ``Main set:``, ``MS 8x100``."""
    piece = walker.piece
    if walker.phrase[0] == "mile" and piece.count and not piece.amounts:
        _a_mile(piece)
        return
    if piece.count and piece.amounts and not walker.is_aimed:
        return  # '3 x 1 mile intervals'
    ahead = 0
    while walker.does(ahead) is Does.HEADING or walker.is_text("run", ahead):
        ahead += 1
    walker.position += ahead if walker.is_text(":", ahead) else 0
    if walker.is_text(":") and piece.aims and not piece.amounts:
        return  # 'Hill repetitions:'
    is_first = not walker.pieces and walker.kind() is TokenKind.COUNT
    if not (walker.is_text(":") or is_first) or not walker.piece.is_empty:
        raise NotShorthand
    walker.position += walker.is_text(":")


_UNAIMED: Final = frozenset({"build", "building"})
"""Words that say how where no numbers say from where to where."""


def _ramp(walker: PaceWalker, _word: str) -> None:
    """Read that the target changes evenly: ``ramp 10min 100-200w``, ``building from 5:30 to 5:00/km``."""
    is_from = walker.phrase[-1] == "from"
    if walker.phrase[0] in _UNAIMED and not walker.is_range():
        _note(walker, "")
        return
    if is_from and walker.kind() not in targets.NUMBERS:
        raise NotShorthand
    walker.piece.is_ramp = True
    walker.is_aimed |= is_from


def _note(walker: PaceWalker, _word: str) -> None:
    """Keep what says how in words, and has no target: ``descend``, ``negative split``.

    Raises:
        NotShorthand: it is of no step.
    """
    said = " ".join(walker.phrase)
    if walker.kind() is TokenKind.NUMBER and (walker.is_text("-", 1) or walker.is_text("to", 1)):
        ends = [each.typed for n in (0, 2) if (each := walker.at(n)) is not None]
        said, walker.position = f"{said} {'-'.join(ends)}", walker.position + len(ends) + 1
    if walker.is_aimed or (walker.piece.role in FEET and not walker.piece.amounts):
        raise NotShorthand
    walker.piece.notes.append(said)


def _filler(_walker: PaceWalker, _word: str) -> None:
    """Read over an article."""


_DOES: Final = MappingProxyType(
    {
        Does.ROLE: _role,
        Does.TARGET: _target,
        Does.RACE: _race,
        Does.STROKE: _stroke,
        Does.AT: _at,
        Does.IN: _in,
        Does.REST: read_rest,
        Does.WITHIN: _within,
        Does.PLACE: _place,
        Does.THEN: _then,
        Does.ON: _on,
        Does.SEND_OFF: _send_off,
        **{each: recovery(each) for each in (Does.BACK, Does.FULL, Does.EQUAL, Does.HALF)},
        **{each: between(each) for each in (Does.REPS, Does.SETS)},
        **{each: _part(each) for each in (Does.LAST, Does.FIRST)},
        Does.AS: _as,
        Does.ALL: _all,
        Does.RAMP: _ramp,
        Does.UNDER: read_bound,
        Does.HEART: read_heart,
        Does.EFFORT: read_effort,
        Does.CADENCE: read_cadence,
        Does.UNIT: _unit,
        Does.PACE: read_pace,
        Does.HEADING: _heading,
        Does.NOTE: _note,
        Does.FILLER: _filler,
        Does.OF: _filler,
        Does.SHARE: read_share,
    }
)
