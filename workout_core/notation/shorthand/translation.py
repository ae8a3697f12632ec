"""One line of shorthand → one line of the notation, or the readings of one that can mean several things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Final, NamedTuple

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.assembly import Assembly
from workout_core.notation.shorthand.brackets import tree_of
from workout_core.notation.shorthand.line import pieces_of
from workout_core.notation.shorthand.pieces import Ambiguous, NotShorthand
from workout_core.notation.shorthand.questions import LineQuestion
from workout_core.notation.shorthand.setting import setting_of
from workout_core.notation.shorthand.spelling import StepSpeller
from workout_core.notation.shorthand.titles import is_said, untitled, without_title
from workout_core.notation.shorthand.tokens import Token, TokenKind, plain_looks, tokens_of
from workout_core.notation.shorthand.wording import as_typed_plainly
from workout_core.patterns import lazy_pattern
from workout_core.units import Units

LONGEST_LINE: Final = 500
"""Letters of a line that somebody types; a longer one is left to the grammar."""
LONGEST_GYM_LINE: Final = 300
"""Letters of a line that is tried in whatever order it says things."""
_BULLET: Final = lazy_pattern(r"(?:> ?)*(?:[-*\u2022] |[0-9]{1,2}[.)] (?=\S))?")
_END: Final = lazy_pattern(r"[\s.;,]*$")
_NOT_ITEMS: Final = lazy_pattern(r"(?<![0-9,])[0-9]+,[0-9]+(?![0-9,])|[0-9]\.[0-9]00 ?m")
"""Decimals with a comma, and thousands with a point."""

_CAPITAL: Final = lazy_pattern(r"(?<![\w.:-])(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)M(?!\w)")
_REPEATED: Final = lazy_pattern(
    r",?\s(?:and\s)?repeat(?:ed)?(?:\sthis)?\s(?P<times>[0-9]{1,2})(?:\sx|x|\stimes)$", re.IGNORECASE
)
_AS_LONG: Final = lazy_pattern(r"(?<![0-9:.])1:1(?![0-9:])(?= (?:rest|recover|jog))")
_ON_A: Final = r"\b(?:bike|spin|cycle|rower|rowing|elliptical|treadmill|erg)\b"
_MACHINE: Final = lazy_pattern(_ON_A, re.IGNORECASE)
_WARMS_UP: Final = lazy_pattern(rf"\s*(?:warm|cool)[\s-]?(?:up|down)\b.*{_ON_A}", re.IGNORECASE)
_SPORTS: Final = (frozenset({"swim"}), frozenset({"bike", "ride", "cycle"}), frozenset({"run"}))
"""What is said of steps of one sport, and would be lost where there are several."""
_CAPITALS: Final = ("mi", "min")
_MOST_MILES: Final = 26
"""Miles that are run, and minutes; behind a greater number a capital letter is one of metres."""


class Translation(NamedTuple):
    """What a line means.

    Attributes:
        readings: lines of the notation; several where it can mean several things.
        asks: what to ask then. It is kept in caches, and so in no language.
    """

    readings: tuple[str, ...]
    asks: LineQuestion | None = None


@lru_cache(4096)  # a line of a message is tried alone, with others, and when the steps are read at last
def translate(
    line: str, units: Units | None = None, *, in_water: bool = False, in_yards: bool = False
) -> Translation | None:
    """Return what *line* means, without the spaces before it; nothing where it is not understood."""
    if len(line) > LONGEST_LINE:
        return None
    text = plain_looks(line)
    text = text[_BULLET.match(text).end() :]  # type: ignore[union-attr]
    text = _END.sub("", text)
    read = partial(_read, units=units, in_water=in_water, in_yards=in_yards)
    try:
        return Translation((read(text, {}),))
    except Ambiguous as question:
        return _readings(text, question, read)
    except NotShorthand:
        return _as_in_gyms(line)


@lru_cache(4096)
def translate_gym(
    line: str, units: Units | None = None, *, in_water: bool = False, in_yards: bool = False
) -> Translation | None:
    """Return what *line* means if it is of a gym, in whatever order it says things.

    It is tried where the reading of :func:`translate` is none.
    """
    if len(line) > LONGEST_GYM_LINE:
        return None
    from workout_core.notation.shorthand.gym_reading import read_gym  # noqa: PLC0415 - only what is refused pays

    def steps(text: str) -> str | None:
        if _MACHINE.search(text):
            return None  # what it is done on would be lost
        try:
            return _read(text, {}, units, in_water=in_water, in_yards=in_yards)
        except (Ambiguous, NotShorthand):
            return None

    read = partial(read_gym, steps=steps)
    try:
        made = read(line, {})
        return Translation((made,)) if made != line else None  # which the grammar has refused already
    except Ambiguous as question:
        return _readings(line, question, read)
    except NotShorthand:
        return None


def _as_in_gyms(line: str) -> Translation | None:
    """Return what *line* means if it is no run: ``Plank 3 x 45"``, ``Squat 60kg x 5, 70kg x 5``."""
    from workout_core.notation.shorthand.gym import readings  # noqa: PLC0415 - only what is no run pays

    made = readings(line)
    asks = LineQuestion(gettext_noop("{line}: how many in which set?"), {"line": repr(line)})
    return Translation(made, asks) if made else None


def _readings(
    text: str, question: Ambiguous, read: Callable[[str, dict[str, int]], str]
) -> Translation | None:
    """Answer *question* in each way; whatever else is to be asked is answered with what comes first."""
    found: list[str] = []
    for answer in range(question.options):
        answers = {question.key: answer}
        while True:
            try:
                found.append(read(text, answers))
            except Ambiguous as other:
                answers[other.key] = 0
                continue
            except NotShorthand:
                pass
            break
    readings = tuple(dict.fromkeys(found))
    return Translation(readings, question.question) if readings else None


def _read(text: str, answers: dict[str, int], units: Units | None, *, in_water: bool, in_yards: bool) -> str:
    text = untitled(as_typed_plainly(text))
    text = _REPEATED.sub(r" x \g<times>", _without_capitals(text, answers))
    text = _AS_LONG.sub("equal", text)
    statements = partial(_statements, answers=answers, units=units, in_water=in_water, in_yards=in_yards)
    try:
        return statements(text)
    except NotShorthand:
        rest = without_title(text)
        if rest is None:
            raise
        return statements(rest, is_titled=True)


def _statements(
    text: str,
    answers: dict[str, int],
    units: Units | None,
    *,
    in_water: bool,
    in_yards: bool,
    is_titled: bool = False,
) -> str:
    """Return what *text* means; the work of one whose title was left out says itself how it is done."""
    tokens = tokens_of(text)
    if _is_of_several_sports(tokens):
        raise NotShorthand
    if len(tokens) < 2 or _NOT_ITEMS.search(text):  # noqa: PLR2004 - one token says nothing
        raise NotShorthand
    pieces = pieces_of(tree_of(tokens), answers)
    if not pieces or (is_titled and not is_said(pieces)):
        raise NotShorthand
    speller = StepSpeller(answers, setting_of(tokens, pieces, units, in_water=in_water, in_yards=in_yards))
    return "; ".join(Assembly(speller).statements(pieces))


def _is_of_several_sports(tokens: list[Token]) -> bool:
    words = {word for each in tokens if each.kind is TokenKind.WORD for word in each.text.split()}
    return sum(not sport.isdisjoint(words) for sport in _SPORTS) > 1


def _without_capitals(text: str, answers: dict[str, int]) -> str:
    """Return *text* with miles or minutes for a capital letter: ``2M easy``.

    Raises:
        Ambiguous: it is not said which of them it is.
    """
    found = _CAPITAL.search(text)
    if found is None or float(found["number"]) > _MOST_MILES:
        return text
    if "capital" not in answers:
        told = gettext_noop("{typed} can be miles or minutes")
        raise Ambiguous("capital", told, len(_CAPITALS), typed=repr(found[0]))
    return _CAPITAL.sub(rf"\g<number>{_CAPITALS[answers['capital']]}", text)


def translations(
    words: str, units: Units | None, *, in_water: bool, in_yards: bool
) -> Iterator[tuple[Translation, bool]]:
    """Yield what *words* can mean, the likeliest first, and whether what is wrong with it is told."""
    # a warm-up on a bike would be lost in the steps of a run
    both = (translate_gym, translate) if _WARMS_UP.match(words) else (translate, translate_gym)
    for translated in both:
        if made := translated(words, units, in_water=in_water, in_yards=in_yards):
            yield made, translated is translate
