"""A message → its workouts, what is wrong in it, and what was passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from warnings import catch_warnings, simplefilter, warn

from attrs import evolve

from workout_core.errors import DocumentError, Problem
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.languages import Language, in_language
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Workout
from workout_core.notation.message import telling
from workout_core.notation.message.head import head_of, said_below
from workout_core.notation.message.headings import title_of
from workout_core.notation.message.letters import plain_words, typed_lines
from workout_core.notation.message.likeness import is_step, quietly
from workout_core.notation.message.parting import Passage, blocks_of, border, passages_of
from workout_core.notation.message.sorting import READ, LineKind, SortedLine, Sorter
from workout_core.notation.message.sports import sport_of
from workout_core.notation.parser import parse_steps
from workout_core.patterns import lazy_pattern
from workout_core.phrases.titles import say_items

LONGEST_MESSAGE: Final = 20_000
MOST_LINES: Final = 400
"""Letters and lines of what is looked through for several workouts; a longer text is one."""
_SETS: Final = lazy_pattern(r"[0-9]{1,2}(?:\s?[x\u00d7*]|\s(?:sets|times))", re.IGNORECASE)


class Message(NamedTuple):
    """What is in a text that somebody sent.

    Attributes:
        workouts: in the order of the text, no two of one name.
        problems: what is wrong with others, in which lines.
        warnings: which lines were passed over, and what could be meant otherwise.
    """

    workouts: tuple[Workout, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_message(text: str, *, exercises: ExerciseBook = BOOK) -> Message:
    """Read the workouts of *text*: steps in the notation or as coaches type them, under headings or not.

    A text that is one workout, with a title or without, is read as that. Otherwise headings part workouts,
    such as ``Tuesday:``, ``Session 2 - hills`` or ``# Long run``, and without them blank lines between blocks
    that are complete on their own. What is neither a heading nor steps is passed over, and told.

    Args:
        text: with Unix line ends.
        exercises: finds exercises by name, those of the installed plugins too when left out.

    Raises:
        DocumentError: there is no workout in it, or it is one and wrong.
    """
    if len(text) > LONGEST_MESSAGE or text.count("\n") > MOST_LINES:
        return Message((_whole(text, exercises),))
    passages, ignored = passages_of(Sorter(typed_lines(text), exercises).sorted())
    reader = _MessageReader(exercises)
    passages = reader.parted(passages)
    refused = None
    if len(passages) <= 1 and not any(each.is_sure for each in passages):
        try:
            with catch_warnings(record=True) as doubts:
                simplefilter("always")
                workout = _whole(text, exercises)
        except DocumentError as error:  # it may be right without quotes, greetings and names of parts
            refused = error
        else:
            for each in doubts:
                warn(each.message, each.category, stacklevel=2)
            return Message((workout,), warnings=tuple(reader.warnings))
    has_prose = "\n" in text.strip() and any(each.kind is LineKind.OTHER for each in ignored)
    if not passages and has_prose:
        raise DocumentError([telling.no_workout()])
    workouts = [made for each in passages if (made := reader.workout(each))]
    if refused and not workouts and not (ignored and reader.problems):
        raise refused
    told = sorted([*reader.warnings, *telling.passed_over(ignored)], key=lambda each: each.line)
    return Message(tuple(_renamed(workouts)), tuple(reader.problems), tuple(told))


def _whole(text: str, book: ExerciseBook) -> Workout:
    """Return the one workout of *text*, which is named after its steps if the text does not name it."""
    head = head_of(text, book)
    items = parse_steps(head.rest, exercises=book)
    name = head.name or _name_of(items, head.sport)
    return Workout(name=name, items=items, sport=head.sport, description=head.description)


class _MessageReader:
    """Reads passages, and gathers what is wrong and what is told of them."""

    def __init__(self, book: ExerciseBook) -> None:
        self._book = book
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def parted(self, passages: Sequence[Passage]) -> list[Passage]:
        """Return one passage for each workout."""
        found: list[Passage] = []
        for each in (named for passage in passages for named in self._named(passage)):
            if found and each.head is not None and not each.is_sure and self._belongs(found[-1], each):
                found[-1].lines += each.lines
            else:
                found.append(each)
        if sum(each.head is not None for each in found) > 1 or any(each.is_sure for each in found):
            return [part for each in found for part in ([each] if each.head else self._cut(each))]
        return [part for each in found for part in self._cut(each)]

    def _named(self, passage: Passage) -> list[Passage]:
        """Return a passage for each line, if each has a title of its own and is complete on its own."""
        lines = [each for each in passage.lines if each.kind in READ]
        titles = [title_of(plain_words(each.words)[0]) for each in lines]
        has_parts = any(each.kind is LineKind.PART for each in passage.lines)
        if has_parts or not all(titles) or not 1 < len(lines) == len({each.casefold() for each in titles}):
            return [passage]
        items = [self._items([each]) for each in lines]
        if not all(border(*pair).parts for pair in pairwise(items)):
            return [passage]
        above = f"{passage.head.words} - " if passage.head and passage.head.words else ""
        kind = passage.head.kind if passage.head else LineKind.TITLE
        return [
            Passage(SortedLine(kind, each.line, f"{above}{title}"), [each])
            for each, title in zip(lines, titles, strict=True)
        ]

    def _belongs(self, before: Passage, after: Passage) -> bool:
        """Tell whether a title stands above a part of the workout before it."""
        first, second = self._items(before.lines), self._items(after.lines)
        between = border(first, second)
        return not between.parts and not between.is_guess

    def _cut(self, passage: Passage) -> list[Passage]:
        """Cut a passage at blank lines where other workouts begin, and tell it if that is a guess."""
        blocks = blocks_of(passage.lines)
        if len(blocks) == 1:
            return [Passage(passage.head, blocks[0])]
        parts = [Passage(passage.head, blocks[0])]
        guesses = 0
        items = self._items(blocks[0])
        for block in blocks[1:]:
            added = self._items(block)
            between = border(items, added, next((e.words for e in block if e.kind is LineKind.PART), ""))
            guesses += between.is_guess
            if between.parts:
                parts.append(Passage(passage.head, block))
                items = added
            else:
                parts[-1].lines += block
                items = [*items, *added]
        if guesses:
            line = parts[-1].lines[0].line if len(parts) > 1 else blocks[1][0].line
            self.warnings.append(telling.parted(len(parts), line.number))
        return parts

    def _items(self, lines: Iterable[SortedLine]) -> Sequence[Item]:
        """Return the steps of *lines*; of those that can be read, where some cannot."""
        lines = list(lines)
        try:
            with quietly():
                return self._parsed(lines)
        except DocumentError:
            return [
                item
                for each in lines
                if each.kind is LineKind.STEP and is_step(each.words, self._book)
                for item in parse_steps(each.words, exercises=self._book)
            ]

    def workout(self, passage: Passage) -> Workout | None:
        """Return the workout of *passage*; None if it is refused."""
        try:
            items = self._parsed(passage.lines)
            sport, description = self._said_below(passage)
        except DocumentError as error:
            self.problems += error.problems
            return None
        if sport is Sport.RUNNING and (said := self._sport_of(passage)):
            sport, word = said
            if sport is not Sport.RUNNING:
                self.warnings.append(telling.of_a_sport(sport, word, passage.lines[0].line.number))
        name = (passage.head.words if passage.head else "") or _name_of(items, sport)
        return Workout(name=name, items=items, sport=sport, description=description)

    @staticmethod
    def _sport_of(passage: Passage) -> tuple[Sport, str] | None:
        heading = passage.head.line.text.partition(":")[0] if passage.head else ""
        return sport_of(heading, (each.words for each in passage.lines if each.kind in READ))

    @staticmethod
    def _said_below(passage: Passage) -> tuple[Sport, str]:
        """Return what comments directly below a heading that is one say of the workout."""
        if passage.head is None or not passage.head.line.text.startswith("#"):
            return Sport.RUNNING, ""
        said = []
        for number, each in enumerate(passage.lines, passage.head.line.number + 1):
            if each.kind is not LineKind.COMMENT or each.line.number != number:
                break
            said.append(each.line.text.lstrip("#").removeprefix(" "))
        return said_below(said, passage.head.line.number + 1)

    def _parsed(self, lines: Iterable[SortedLine]) -> tuple[Item, ...]:
        """Read the steps of *lines* as they are indented, or, if that is refused, without indentation.

        Raises:
            DocumentError: with the places in the message.
        """
        read = _in_parts(lines, self._book)
        base = min((len(text) - len(text.lstrip()) for _, text in read), default=0)
        try:
            return parse_steps("\n".join(text[base:] for _, text in read), exercises=self._book)
        except DocumentError as error:
            try:
                return parse_steps("\n".join(text.strip() for _, text in read), exercises=self._book)
            except DocumentError:
                raise DocumentError([_placed(each, read, base) for each in error.problems]) from None


def _in_parts(lines: Iterable[SortedLine], book: ExerciseBook) -> list[tuple[SortedLine, str]]:
    """Return the texts of steps, with the role of the part that they stand in where they can take it."""
    found: list[tuple[SortedLine, str]] = []
    part, used = "", False
    lines = list(lines)
    for place, each in enumerate(lines):
        if each.kind is LineKind.PART:
            part, used = each.words.replace("main", ""), False
            if part and _stands_alone(lines[place + 1 :], part, book):
                found.append((each, f"{part} lap"))
                part = ""
        elif each.kind is LineKind.BLANK and used:
            part = ""
        elif each.kind in READ:
            words = f"{part}: {plain_words(each.words)[0].strip()}" if part else ""
            found.append((each, words if words and is_step(words, book) else each.words))
            used = True
    return found


def _stands_alone(below: Sequence[SortedLine], part: str, book: ExerciseBook) -> bool:
    """Tell whether a warm-up or a cool-down is as long as one likes: what is below it is no step of it."""
    first = next((each for each in below if each.kind in READ or each.kind is LineKind.PART), None)
    if first is None or first.kind is LineKind.PART:
        return True
    return _SETS.match(plain_words(first.words)[0].strip()) is not None and not is_step(
        f"{part}: {plain_words(first.words)[0].strip()}", book
    )


def _placed(problem: Problem, read: Sequence[tuple[SortedLine, str]], base: int) -> Problem:
    """Return *problem* of the steps that were *read* with its place in the message."""
    if not 1 <= problem.line <= len(read):
        return problem
    line = read[problem.line - 1][0].line
    column = min(problem.column + base, len(line.text) + 1)
    return evolve(problem, line=line.number, column=column + line.column - 1, text="")


def _name_of(items: tuple[Item, ...], sport: Sport) -> str:
    """Name a workout after its steps, in one language: its identity and its file hang on the name."""
    with in_language(Language.ENGLISH):
        return say_items(items, sport)


def _renamed(workouts: Sequence[Workout]) -> list[Workout]:
    """Return *workouts* with a number behind names that others have."""
    taken: set[str] = set()
    found = []
    for each in workouts:
        name, number = each.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{each.name} ({number})"
        taken.add(name.casefold())
        found.append(evolve(each, name=name) if number > 1 else each)
    return found
