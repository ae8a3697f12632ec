"""Text → steps, by the rules and tables of the grammar; every error says where and what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from workout_core.budget import Budget, Work
from workout_core.errors import DocumentError, InvalidWorkout, Problem, TooMuchWork
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.languages import gettext, gettext_noop
from workout_core.model.workout import DEEPEST, Item, Repeat, Step
from workout_core.notation.commas import decimal_comma, question, question_rest
from workout_core.notation.exercise import head_of, name_first
from workout_core.notation.generated import gathered, is_generated, read_generated
from workout_core.notation.grouping import groups
from workout_core.notation.headers import Header, check_inside, header_of, with_clauses
from workout_core.notation.layout import LayoutError, Part, Statement, layout_of
from workout_core.notation.lengths import StepLengths
from workout_core.notation.lists import joined
from workout_core.notation.places import Places
from workout_core.notation.result import Spot, StepsRead
from workout_core.notation.rounds import check_rounds, check_turns, in_lines, in_rounds, runs, superset
from workout_core.notation.sets import Line, read_line
from workout_core.notation.step import StepRead, read_step
from workout_core.notation.suggestions import NotationError, Suggestions
from workout_core.units import Units

MOST_PROBLEMS: Final = 100
_SETS: Final = frozenset("xX\u00d7*Ss")
"""What stands behind a number of sets: a sign, or the word."""
_BEFORE_SETS: Final = frozenset("0123456789-\u2013\u2014*\u2022\u00b7")
"""What a line begins with that has its sets first: their number, or a bullet."""
ONLY_REPEATS: Final = gettext_noop(
    "only a repeat can hold other steps (like '6x'; a remark stands in quotes)"
)


def parse_steps(text: str, file: str = "", *, exercises: ExerciseBook = BOOK) -> tuple[Item, ...]:
    """Read the notation.

    Args:
        text: one step a line, or separated by ``;``.
        file: a name to say in errors.
        exercises: finds exercises by name, those of the installed plugins too when left out.

    Raises:
        DocumentError: carries every problem found, with its line and column in *text*.
    """
    return parsed(text, file, exercises).items


def parsed(text: str, file: str, exercises: ExerciseBook = BOOK, units: Units | None = None) -> StepsRead:
    """Read the notation as :func:`parse_steps` does, for who reads *units*, and return all there is to it."""
    read = read_steps(text, exercises, units=units)
    if read.problems:
        places = Places(text)
        raise DocumentError(
            Problem(message=each.message, file=file, line=line, column=column, text=places.line(line))
            for each, (line, column) in ((each, places.of(each.offset)) for each in read.problems)
        )
    return read


def read_steps(
    text: str,
    exercises: ExerciseBook = BOOK,
    budget: Budget | None = None,
    units: Units | None = None,
    *,
    in_water: bool = False,
    in_yards: bool = False,
) -> StepsRead:
    """Read the notation.

    Args:
        text: as for :func:`parse_steps`.
        exercises: as for :func:`parse_steps`.
        budget: of the document it is part of; one of its own when left out.
        units: what races are cut and said in, unless their lines say it.
        in_water: whether it is of swimming, for which the text alone need not speak.
        in_yards: whether it is swum in a pool in yards.
    """
    read = _read(text, exercises, budget or Budget(), units, in_water=in_water)
    if not read.problems:
        return read
    from workout_core.notation.shorthand.reading import read_shorthand  # noqa: PLC0415 - only what is refused pays

    again = partial(_read, book=exercises, budget=budget or Budget(), units=units, in_water=in_water)
    errors = partial(_errors, book=exercises, units=units, in_water=in_water)
    return read_shorthand(text, read, again, errors, units, in_water=in_water, in_yards=in_yards)


def can_be_read(text: str, exercises: ExerciseBook = BOOK) -> bool:
    """Tell whether :func:`parse_steps` reads *text*, in less time than it takes to say why not."""
    errors = partial(_errors, book=exercises, units=None, in_water=False)
    try:
        if not errors(text):
            return True
        from workout_core.notation.shorthand.reading import understand  # noqa: PLC0415 - as above

        understood = understand(text, errors, (), None, in_water=False)
        return bool(understood.changed) and not errors(understood.text)
    except TooMuchWork:
        return False


def _read(text: str, book: ExerciseBook, budget: Budget, units: Units | None, *, in_water: bool) -> StepsRead:
    reader = _Reader(text, book, budget, units)
    items = reader.all_items(in_water=in_water)
    if not reader.problems:
        return StepsRead(items, [], reader.generators, reader.comments, reader.said_in, tuple(reader.spots))
    suggestions = Suggestions(
        text, partial(_errors, book=book, units=units, in_water=in_water), reader.starts
    )
    once = {(error.offset, str(error)): error for error in reversed(reader.problems)}
    problems = [suggestions.told(once[key]) for key in sorted(once)]
    return StepsRead(items, problems, reader.generators, reader.comments)


def _errors(text: str, book: ExerciseBook, units: Units | None, *, in_water: bool) -> list[NotationError]:
    tried = _Reader(text, book, Budget(), units)
    tried.all_items(in_water=in_water)
    return tried.problems


class _Reader:
    """Reads statements and gathers what is wrong with them."""

    def __init__(self, text: str, book: ExerciseBook, budget: Budget, units: Units | None) -> None:
        self.text = text
        self.book = book
        self.budget = budget
        self.units = units
        self.said_in: Units | None = None
        self.generators: list[int] = []
        self.comments: list[int] = []
        self.starts: list[int] = []
        self.problems: list[NotationError] = []
        self.depth = 0
        self.known: dict[str, StepRead] = {}
        self.spots: list[Spot] = []
        self.inside: tuple[Spot, ...] = ()
        self.lengths = StepLengths()

    def all_items(self, *, in_water: bool) -> tuple[Item, ...]:
        """Return the steps of the text that can be read."""
        try:
            layout = layout_of(self.text, self.budget)
            self.comments = layout.comments
            self.starts = [each.offset for each in layout.statements if each.parts and not each.is_joined]
            items = tuple(self.items(layout.statements, self.spots))
        except LayoutError as error:
            self.problems = [NotationError(str(error), error.offset)]
            return ()
        except TooMuchWork as error:
            self.problems = [NotationError(str(error), 0)]
            return ()
        if not items and not self.problems:
            self.problems.append(NotationError(gettext("there is no step (like '10min @ easy')"), 0))
        self.problems += self.lengths.questions(self.text, in_water=in_water)
        return items

    def items(self, statements: list[Statement], spots: list[Spot]) -> Iterator[Item]:
        """Yield the items that can be read, and add their *spots*; write down what is wrong with others."""
        read: list[Spot] = []
        taken = 0
        for run in runs(self._read(statements, read)):
            here = read[taken : taken + (len(run) if isinstance(run, list) else 1)]
            taken += len(here)
            try:
                made = superset(run) if isinstance(run, list) else (run,)
            except NotationError as error:
                self.problems.append(error)
                continue
            inside = tuple(here) if len(here) > 1 else here[0].inside
            spots += [here[0]._replace(inside=inside)] * len(made)
            yield from made

    def _read(self, statements: list[Statement], spots: list[Spot]) -> Iterator[Item | Line]:
        """Yield items, and lines of exercises that may be parts of supersets, and add where they begin."""
        previous: Statement | None = None
        item: Item | Line | None = None
        for line in in_lines(map(self._named, gathered(statements))):
            before: Statement | None = None
            statement = line
            if len(statement.parts) > 1 or statement.inside is not None:
                statement = in_rounds(joined(statement))
            if comma := decimal_comma(statement.parts):
                self.problems.append(comma)
                continue
            try:
                question_rest(previous, statement, self.text, item)
            except NotationError as error:
                self.problems.append(error)
            previous, item = statement, None
            for group in groups(statement):
                if len(self.problems) >= MOST_PROBLEMS:
                    return
                self.budget.spend(Work.STEPS)
                try:
                    last, before = before, None
                    question(last, group, statement)
                    before = group
                    self.inside = ()
                    made = self._group(group)
                    spots += [Spot(group.offset, self.inside)] * len(made)
                    for item in made:
                        yield item
                except NotationError as error:
                    self.problems.append(error)
                except InvalidWorkout as error:
                    self.problems.append(NotationError(str(error), group.offset))

    def _named(self, statement: Statement) -> Statement:
        """Return *statement* with known exercises before their sets."""
        for part in statement.parts:
            text = part.text
            if text[:1] in _BEFORE_SETS and " " in text and not _SETS.isdisjoint(text[:8]):
                break
        else:
            return statement
        parts = [name_first(part, self.book) for part in statement.parts]
        return Statement(parts, statement.inside, is_joined=statement.is_joined)

    def _group(self, group: Statement) -> tuple[Item | Line, ...]:
        """Read one step, one repeat or one line that stands for several."""
        first = group.parts[0]
        is_alone = len(group.parts) == 1 and group.inside is None
        if is_alone and first.text in self.known:
            return (self._kept(self.known[first.text], first.offset),)
        if is_generated(first):
            return self._generated(group)
        if header := header_of(first):
            return (self._repeat(header, group),)
        if group.inside is not None:
            raise NotationError(gettext(ONLY_REPEATS), first.offset)
        if head := head_of(first, self.book, inside=self.depth > 0):
            line = read_line(group.parts, head)
            self._kept(StepRead(line.step, None), line.offset)
            return (line,) if line.letter else line.items()
        read = read_step(group.parts)
        if is_alone:
            self.known[first.text] = read
        return (self._kept(read, first.offset),)

    def _kept(self, read: StepRead, offset: int) -> Step:
        return self.lengths.add(read, offset, repeated=self.depth > 0)

    def _generated(self, statement: Statement) -> tuple[Item, ...]:
        """Read a line that stands for many steps; lines may be many, so that the steps are counted."""
        if statement.inside is not None:
            raise NotationError(gettext(ONLY_REPEATS), statement.offset)
        made = read_generated(statement.parts, self.units)
        self.budget.spend(Work.GENERATED, len(made.items))
        self.generators.append(statement.offset)
        self.said_in = self.said_in or made.units
        return made.items

    def _repeat(self, header: Header, statement: Statement) -> Repeat:
        has_block = statement.inside is not None
        header, parts = with_clauses(header, statement.parts[1:], has_block=has_block)
        if header.every is not None:
            check_turns(inner.parts[0] for inner in statement.inside or [Statement(parts)] if inner.parts)
        before = len(self.problems)
        items = self._inside(statement, parts)
        broken = len(self.problems) > before
        if broken and not items:
            raise self.problems.pop()
        if not broken:
            check_rounds(header, items)
        if header.rest is not None:
            items = (*items, header.rest)
        return Repeat(
            items=items,
            times=header.times,
            most=header.most,
            until=header.until,
            every=header.every,
            cap=header.cap,
            skip_last_rest=header.skips and not broken,
        )

    def _inside(self, statement: Statement, parts: list[Part]) -> tuple[Item, ...]:
        check_inside(parts, statement.offset, has_block=statement.inside is not None)
        if self.depth == DEEPEST:
            raise NotationError(
                gettext("repeats are nested more than {most} deep", most=DEEPEST), statement.offset
            )
        self.depth += 1
        spots: list[Spot] = []
        inside = [Statement(parts)] if statement.inside is None else statement.inside
        items = tuple(self.items(inside, spots))
        self.inside = tuple(spots)
        self.depth -= 1
        return items
