"""A text with lines that the grammar refuses → the same text with those lines in the notation."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Final

from workout_core.errors import did_you_mean
from workout_core.languages import gettext, gettext_noop
from workout_core.notation.headers import is_of_no_exercise
from workout_core.notation.result import Spot, StepsRead
from workout_core.notation.shorthand.guesses import guess_of, is_unknown
from workout_core.notation.shorthand.neighbours import among, rest_of_sets
from workout_core.notation.shorthand.questions import OR_SECONDS, LineQuestion
from workout_core.notation.shorthand.tokens import tokens_of
from workout_core.notation.shorthand.translation import Translation, translations
from workout_core.notation.shorthand.unread import second_half, unread_part
from workout_core.notation.suggestions import Correction, NotationError, Wrong
from workout_core.patterns import lazy_pattern
from workout_core.units import Units

LONGEST_TEXT: Final = 20_000
"""Letters of a text that somebody types; a longer one is left to the grammar."""
_LONGEST_READING: Final = 300
_MOST_GUESSED: Final = 10
"""Lines of a text in which a word that is not known is looked for."""
_COMMENT: Final = lazy_pattern(r"(?:^|\s)#")
_UNKNOWN: Final = gettext_noop("{word} is not known here")
_NEEDLESS: Final = gettext_noop("{word} is not known here, and the line can be read without it")
_Read = Callable[[str], Sequence[NotationError]]
_Translate = Callable[[str], Iterator[tuple[Translation, bool]]]


class Understood:
    """A text in the notation, as far as it was understood.

    Attributes:
        text: with each line in its place.
        changed: the numbers of the lines, from 0, that are now in the notation.
        questions: what to ask of the others, by their numbers.
    """

    def __init__(self, text: str, typed: str, changed: frozenset[int], questions: dict[int, Wrong]) -> None:
        self.text = text
        self.changed = changed
        self.questions = questions
        self._now, self._before = _starts(text), _starts(typed)
        self._lines = text.split("\n")

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line that *offset* in the text is in, and the offset in what was typed."""
        now, before = self._now, self._before
        number = bisect_right(now, offset) - 1
        return number, before[number] + (0 if number in self.changed else offset - now[number])

    def wrong(self, problem: Wrong) -> Wrong:
        """Return *problem* with the text in terms of what was typed."""
        number, offset = self.place(problem.offset)
        if number in self.changed:
            read = self._lines[number].strip()
            return Wrong(_read_as(read, problem.message), offset)
        if question := self.questions.get(number):
            return question
        places = [(self.place(each.start), self.place(each.end), each) for each in problem.corrections]
        kept = tuple(
            Correction(start[1], end[1], each.text, each.swaps)
            for start, end, each in places
            if self.changed.isdisjoint(range(start[0], end[0] + 1))
        )
        return Wrong(problem.message, offset, kept)


def read_shorthand(
    text: str,
    read: StepsRead,
    again: Callable[[str], StepsRead],
    errors: _Read,
    units: Units | None,
    *,
    in_water: bool,
    in_yards: bool = False,
) -> StepsRead:
    """Read a text that the grammar refuses, and that may have lines in the shorthand of coaches.

    Args:
        text: of several lines.
        read: what the grammar says of it.
        again: reads another text in the notation.
        errors: finds all that is wrong with a text in the notation.
        units: of the athlete, for paces without a distance.
        in_water: whether all of it is swum.
        in_yards: whether that is in a pool in yards, in which numbers without a unit are those.
    """
    if len(text) > LONGEST_TEXT:
        return read
    understood = understand(text, errors, read.problems, units, in_water=in_water, in_yards=in_yards)
    if not understood.changed and not understood.questions:
        return read
    second = again(understood.text)
    if second.problems:
        told = (understood.wrong(each) for each in second.problems)
        return read._replace(problems=list(dict.fromkeys(told)))
    generators, comments = (
        [understood.place(each)[1] for each in made] for made in (second.generators, second.comments)
    )
    spots = tuple(_as_typed(each, understood) for each in second.spots)
    return second._replace(generators=generators, comments=comments, spots=spots)


def _as_typed(spot: Spot, understood: Understood) -> Spot:
    inside = tuple(_as_typed(each, understood) for each in spot.inside)
    return Spot(understood.place(spot.offset)[1], inside)


def understand(
    text: str,
    errors: _Read,
    problems: Sequence[Wrong],
    units: Units | None,
    *,
    in_water: bool,
    in_yards: bool = False,
) -> Understood:
    """Return *text* with the lines in the notation that the grammar refuses and that are understood.

    What the grammar asks well already, as *problems* say, is not asked again.
    """
    lines = text.split("\n")
    changed: set[int] = set()
    questions: dict[int, Wrong] = {}
    guessed: list[int] = []
    told = _by_lines(problems, text)
    offset = 0
    read = partial(translations, units=units, in_water=in_water, in_yards=in_yards)
    for number, line in enumerate(lines):
        words = _words_of(line)
        start = offset + len(line) - len(line.lstrip())
        offset += len(line) + 1
        found = errors(words) if words else ()
        if not found:
            continue
        here = among(lines, number, errors)
        translated, right = _meant(words, read, here)
        if translated is None:
            if problems and len(guessed) < _MOST_GUESSED:
                guessed.append(number)
                question = rest_of_sets(lines, number, start, errors)
                if question := question or _reason(words, start, told.get(number, ()), read, errors):
                    questions[number] = question
            continue
        if not right and (same := _same(found, here(translated.readings[0]))):
            if len(same) == 1 < len(found):
                questions[number] = Wrong(str(same[0]), start + same[0].offset)
            continue
        if len(right) == 1:
            lines[number] = line.replace(words, right[0], 1)
            changed.add(number)
        elif not _asks_well(told.get(number, ()), start, words, translated, errors):
            questions[number] = _question(words, start, translated, right, here)
    return Understood("\n".join(lines), text, frozenset(changed), questions)


def _by_lines(problems: Sequence[Wrong], text: str) -> dict[int, list[Wrong]]:
    starts, told = _starts(text), defaultdict[int, list[Wrong]](list)
    for each in problems:
        told[bisect_right(starts, each.offset) - 1].append(each)
    return told


def _words_of(line: str) -> str:
    """Return *line* without its comment."""
    comment = _COMMENT.search(line)
    return (line[: comment.start()] if comment else line).strip()


def _reason(
    words: str,
    start: int,
    told: Sequence[Wrong],
    read: _Translate,
    errors: _Read,
) -> Wrong | None:
    """Say what is not understood of a line, better than the grammar has *told* it."""
    if half := second_half(words):
        return half._replace(offset=start + half.offset)
    if _is_told_well(told):
        return None
    if question := _unknown_word(words, start, read, errors):
        return question

    def is_read(line: str) -> bool:
        return not errors(line) or bool(_meant(line, read, errors)[1])

    part = unread_part(words, is_read)
    if part is None:
        return None
    first = errors(part.text)
    others = f"{words[: part.start]} {words[part.end :]}"
    is_told = bool(told) and all(part.start <= each.offset - start < part.end for each in told)
    if not first or is_told or any(map(is_unknown, tokens_of(others))):
        return None
    same = (each for each in told if each.message.startswith(str(first[0])))
    unknown = [repr(each.typed) for each in tokens_of(part.text) if is_unknown(each)]
    why = str(first[0])
    if len(unknown) > 1:
        why = gettext("{words} not known here", words=", ".join(unknown))
    message = gettext("{part} is not understood: {why}", part=repr(part.text), why=why)
    return next(same, Wrong(message, start + part.start + first[0].offset))


def _is_told_well(problems: Sequence[Wrong]) -> bool:
    """Tell whether what is wrong with a line is one thing, and is said with what to write instead."""
    return len(problems) == 1 and bool(problems[0].corrections)


def _meant(words: str, read: _Translate, errors: _Read) -> tuple[Translation | None, list[str]]:
    """Return the first translation that has right readings, with those, or else the first."""
    first: Translation | None = None
    for made, is_sure in read(words):
        first = made if is_sure else first
        if right := [each for each in made.readings if not errors(each)]:
            return made, right
    return first, []


def _unknown_word(words: str, start: int, read: _Translate, errors: _Read) -> Wrong | None:
    """Say which word of a line is not known, if that is all that is wrong, and what the line is otherwise."""
    guess = guess_of(words)
    if guess is None:
        return None

    def right(line: str) -> list[str]:
        if not errors(line):
            return [line]
        return _meant(line, read, errors)[1]

    found = list(dict.fromkeys(reading for line in guess.likely for reading in right(line)))
    asks = _UNKNOWN
    if not found:
        found, asks = right(guess.without), _NEEDLESS
    if not found:
        return None
    made = Translation(tuple(found), LineQuestion(asks, {"word": repr(guess.word)}))
    return _question(words, start, made, found, errors)._replace(offset=start + guess.start)


def _question(words: str, start: int, made: Translation, right: Sequence[str], errors: _Read) -> Wrong:
    """Ask which of the readings is meant, or say what is wrong with the only one."""
    if not right:
        first = made.readings[0]
        return Wrong(_read_as(first, errors(first)[0]), start)
    asks = made.asks.said() if made.asks else ""
    if any(len(each) > _LONGEST_READING for each in right):
        return Wrong(gettext("{question} (write what is meant)", question=asks), start)
    corrections = tuple(Correction(start, start + len(words), each, swaps=True) for each in right)
    return Wrong(f"{asks} ({did_you_mean(*right)})", start, corrections)


def _read_as(line: str, why: object) -> str:
    return gettext("read as {line}: {why}", line=repr(line), why=why)


def _same(found: Sequence[NotationError], others: Sequence[NotationError]) -> list[NotationError]:
    """Return what the grammar says of a line, and says of its translation too."""
    said = {_letters(each) for each in others}
    return [each for each in found if _letters(each) in said]


def _asks_well(here: Sequence[Wrong], start: int, words: str, made: Translation, errors: _Read) -> bool:
    """Tell whether only one thing is wrong with *words*, and what may be meant is said and right.

    Where only the unit of one step is asked for, one suggestion will do.
    """
    asks = made.asks or LineQuestion("")
    if len(here) != 1 or asks.words == OR_SECONDS:
        return False
    if asks.is_of_what and is_of_no_exercise(words[here[0].offset - start :]):
        return False
    is_step = asks.is_of_what and not any(";" in each or "(" in each for each in made.readings)
    tried = (
        f"{words[: each.start - start]}{each.text}{words[each.end - start :]}" for each in here[0].corrections
    )
    enough = 1 if is_step and (len(made.readings) == 1 or asks.is_of_minutes) else 2
    return len(here[0].corrections) >= enough and not any(map(errors, tried))


def _letters(error: NotationError) -> str:
    return "".join(str(error).split())


def _starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]
