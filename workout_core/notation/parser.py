"""Text → steps, by the rules and tables of the grammar; every error says where and what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from workout_core.budget import Budget, Work
from workout_core.errors import DocumentError, InvalidWorkout, Problem, shown
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.model.workout import DEEPEST, Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.exercise import cut, head_of
from workout_core.notation.generated import gathered, is_cue, is_generated, read_generated
from workout_core.notation.headers import Header, header_of, is_clause, with_clauses
from workout_core.notation.layout import LayoutError, Part, Statement, layout_of
from workout_core.notation.lengths import StepLengths
from workout_core.notation.places import Places
from workout_core.notation.rests import is_rest
from workout_core.notation.rounds import check_rounds, check_turns, runs, superset
from workout_core.notation.sets import Line, belongs, read_line
from workout_core.notation.step import StepRead, continues, read_step
from workout_core.notation.targets import NotationError

MOST_PROBLEMS: Final = 100
ONLY_REPEATS: Final = "only a repeat can hold other steps (like '6x'; a remark stands in quotes)"


def parse_steps(text: str, file: str = "", *, exercises: ExerciseBook = BOOK) -> tuple[Item, ...]:
    """Read the notation.

    Args:
        text: one step a line, or separated by ``;``.
        file: a name to say in errors.
        exercises: finds exercises by name, those of the installed plugins too when left out.

    Raises:
        DocumentError: carries every problem found, with its line and column in *text*.
    """
    read = read_steps(text, exercises)
    if read.problems:
        places = Places(text)
        raise DocumentError(
            Problem(message=message, file=file, line=line, column=column, text=places.line(line))
            for message, (line, column) in ((message, places.of(offset)) for message, offset in read.problems)
        )
    return read.items


class StepsRead(NamedTuple):
    """What a text in the notation says.

    Attributes:
        items: the steps.
        problems: the messages and offsets of what is wrong.
        generators: the offsets of the lines that recipes have made steps of.
        comments: the offsets of the comments.
    """

    items: tuple[Item, ...]
    problems: list[tuple[str, int]]
    generators: list[int]
    comments: list[int]


def read_steps(
    text: str, exercises: ExerciseBook = BOOK, budget: Budget | None = None, *, in_water: bool = False
) -> StepsRead:
    """Read the notation.

    Args:
        text: as for :func:`parse_steps`.
        exercises: as for :func:`parse_steps`.
        budget: of the document it is part of; one of its own when left out.
        in_water: whether it is of swimming, for which the text alone need not speak.
    """
    reader = _Reader(exercises, budget or Budget())
    try:
        layout = layout_of(text, reader.budget)
        items = tuple(reader.items(layout.statements))
    except LayoutError as error:
        return StepsRead((), [(str(error), error.offset)], [], [])
    if not items and not reader.problems:
        reader.problems.append(("there is no step (like '10min @ easy')", 0))
    reader.problems += reader.lengths.questions(text, in_water=in_water)
    problems = sorted(reader.problems, key=itemgetter(1))
    return StepsRead(items, problems, reader.generators, layout.comments)


class _Reader:
    """Reads statements and gathers what is wrong with them."""

    def __init__(self, book: ExerciseBook, budget: Budget) -> None:
        self.book = book
        self.budget = budget
        self.generators: list[int] = []
        self.problems: list[tuple[str, int]] = []
        self.depth = 0
        self.known: dict[str, StepRead] = {}
        self.lengths = StepLengths()

    def items(self, statements: list[Statement]) -> Iterator[Item]:
        """Yield the items that can be read; write down what is wrong with the others."""
        for run in runs(self._read(statements)):
            if not isinstance(run, list):
                yield run
                continue
            try:
                yield from superset(run)
            except NotationError as error:
                self.problems.append((str(error), error.offset))

    def _read(self, statements: list[Statement]) -> Iterator[Item | Line]:
        """Yield items, and lines of exercises that may be parts of supersets."""
        previous: Statement | None = None
        for statement in gathered(statements):
            before: Statement | None = None
            if comma := _decimal_comma(statement.parts):
                self.problems.append(
                    ("a comma separates steps (write decimals with a point: '1.5km')", comma)
                )
                continue
            try:
                _question_rest(previous, statement)
            except NotationError as error:
                self.problems.append((str(error), error.offset))
            previous = statement
            for group in _groups(statement):
                if len(self.problems) >= MOST_PROBLEMS:
                    return
                try:
                    _question(before, group)
                    before = group
                    yield from self._group(group)
                except NotationError as error:
                    self.problems.append((str(error), error.offset))
                except InvalidWorkout as error:
                    self.problems.append((str(error), group.offset))

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
            raise NotationError(ONLY_REPEATS, first.offset)
        if head := head_of(first, self.book):
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
            raise NotationError(ONLY_REPEATS, statement.offset)
        items = read_generated(statement.parts)
        self.budget.spend(Work.GENERATED, len(items))
        self.generators.append(statement.offset)
        return items

    def _repeat(self, header: Header, statement: Statement) -> Repeat:
        has_block = statement.inside is not None
        header, parts = with_clauses(header, statement.parts[1:], has_block=has_block)
        if header.every is not None:
            check_turns(inner.parts[0] for inner in statement.inside or [Statement(parts)] if inner.parts)
        before = len(self.problems)
        items = self._inside(statement, parts)
        broken = len(self.problems) > before
        if broken and not items:
            raise NotationError(*self.problems.pop())
        if not broken:
            check_rounds(header, items)
        if header.rest is not None:
            items = (*items, header.rest)
        return Repeat(
            items=items,
            times=header.times,
            until=header.until,
            every=header.every,
            cap=header.cap,
            skip_last_rest=header.skips and not broken,
        )

    def _inside(self, statement: Statement, parts: list[Part]) -> tuple[Item, ...]:
        if statement.inside is not None and parts:
            raise NotationError(
                f"{shown(parts[0].text)} does not belong before the steps of a repeat", parts[0].offset
            )
        if statement.inside is None and not parts:
            raise NotationError(
                "a repeat needs steps: indented below it, or in brackets (like '6x(400m, 200m jog)')",
                statement.offset,
            )
        if self.depth == DEEPEST:
            raise NotationError(f"repeats are nested more than {DEEPEST} deep", statement.offset)
        self.depth += 1
        items = tuple(self.items([Statement(parts)] if statement.inside is None else statement.inside))
        self.depth -= 1
        return items


def _decimal_comma(parts: list[Part]) -> int | None:
    """Return the offset of a comma between two digits, which somebody meant as a decimal point."""
    for before, after in pairwise(parts):
        glued = after.offset == before.offset + len(before.text) + 1
        if glued and before.text[-1:].isdigit() and after.text[:1].isdigit():
            return after.offset - 1
    return None


def _question(before: Statement | None, group: Statement) -> None:
    """Refuse a step after a comma when it is open whether what stands before it means it too."""
    if before is None or before.inside is not None:
        return
    head, first = before.parts[0], group.parts[0]
    if grammar.SKIP_LAST_REST.match(first.text):
        return
    label = grammar.LABEL.match(head.text)
    is_role = label is not None and (label[2] or "").rstrip().casefold() in grammar.ROLES
    if (
        label
        and is_role
        and cut(head).is_named
        and cut(first).is_named
        and not grammar.LABEL.match(first.text)
    ):
        raise NotationError(
            f"does {label[0].strip()!r} mean this too? (a role stands before each line)", first.offset
        )
    header = header_of(head)
    if header is not None:
        _, behind = with_clauses(header, [], has_block=False)
        inner = behind[0] if behind else header.behind
        begins = head.text[: inner.offset - head.offset].strip(" :")
        example = f"{begins}({inner.text}, {first.text})"
        raise NotationError(
            f"is this repeated too? (if so, use brackets: {shown(example)}; if not, begin a new line)",
            first.offset,
        )


def _question_rest(before: Statement | None, statement: Statement) -> None:
    """Refuse a rest behind the brackets of a superset or a circuit, which most people mean for each round."""
    if before is None or not statement.is_joined or before.inside is None:
        return
    header = header_of(before.parts[0])
    if header is not None and header.word and is_rest(statement.parts[0].text):
        rest = statement.parts[0].text
        raise NotationError(
            f"is this after each round? (if so, write '{before.parts[0].text}, {rest} (…)'; if not, begin a "
            "new line)",
            statement.offset,
        )


def _is_header(part: Part) -> bool:
    try:
        return header_of(part) is not None
    except NotationError:
        return True


def _belongs(group: list[Part], part: Part, *, has_block: bool) -> bool:
    """Tell whether *part*, after a comma, belongs to what *group* begins: a step, a header, or a race."""
    first = group[0]
    if is_generated(first):
        return is_cue(part)
    if is_clause(part, has_block=has_block) and _is_header(first):
        return len(group) == 1 or is_clause(group[-1], has_block=has_block)
    return continues(group, part) or belongs(first, part)


def _groups(statement: Statement) -> Iterator[Statement]:
    """Cut a statement at the commas that separate steps, not what belongs to one."""
    group: list[Part] = []
    has_block = statement.inside is not None
    for part in statement.parts:
        if group and not _belongs(group, part, has_block=has_block):
            yield Statement(group)
            group = []
        group.append(part)
    yield Statement(group, statement.inside)
