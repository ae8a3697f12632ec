"""Where in a document the reader is, and what it found wrong there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

from attrs import define, field

from workout_core.budget import Budget, Work
from workout_core.documents.positions import spots
from workout_core.documents.tree import Node, ScalarNode
from workout_core.errors import DocumentError, InvalidWorkout, Problem, TooMuchWork, shown
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.files.paths import FilesRead
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete
from workout_core.model.paths import item_path, key_path
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.notation.result import Spot
from workout_core.notation.suggestions import Wrong
from workout_core.recipes.built_in import FindRecipe, recipe_called
from workout_core.units import Units

if TYPE_CHECKING:
    from workout_core.plans.anchors import RaceGoal
    from workout_core.plans.squad import Squad

T = TypeVar("T")
Document: TypeAlias = "Workout | Plan | Athlete | Squad"
ReadForeign: TypeAlias = Callable[[bytes, str], Workout | Plan | None]
"""Reads data of another format, from a file of that name; None for what is a document, or nobody's."""
MOST_PROBLEMS: Final = 100
LONGEST_NAME: Final = 60
MOST_OPENED: Final = 20
"""Documents that name one another in a row."""


class TooManyError(Exception):
    """There are more problems than anybody reads at once, or it is too much work; those told are enough."""


class Unkept(Enum):
    """What a document has and its canonical form has not."""

    COMMENT = "the canonical form does not keep comments"
    STEPS = "steps would take the place of what writes them"
    SESSIONS = "sessions on dates would take the place of what writes them"
    CHANGES = "the changes would be made, and no longer be changes"
    FILE = "what is in the file would take the place of its name"
    ALIAS = "what this repeats would be written a second time"


class StepsPlace(NamedTuple):
    """Where steps are written.

    Attributes:
        path: of the list that they are in.
        node: that they are written in.
        spots: of each, in the text of *node*; of a step that is a mapping, one.
        first: the number of the first in the list.
    """

    path: str
    node: Node
    spots: tuple[Spot, ...]
    first: int = 0


class Failed(Enum):
    """Stands for a value that could not be read; the problem is written down already."""

    FAILED = "failed"


FAILED: Final = Failed.FAILED


def nothing_foreign(_data: bytes, _file: str) -> None:
    """Read no other format: every file is a document."""


def all_or_failed(values: list[T | Failed]) -> tuple[T, ...] | Failed:
    """Return *values*, or FAILED if one of them is; by then each has told its problems."""
    kept = [value for value in values if value is not FAILED]
    return tuple(kept) if len(kept) == len(values) else FAILED


@define
class Source:
    """One document: its name, its lines, and the problems found so far.

    Attributes:
        file: its name, as people gave it.
        lines: its text.
        folder: where the files that it names lie, or below, if it is a file.
        recipe: gives the recipe of a name.
        exercises: finds exercises by name.
        problems: what is wrong with it.
        budget: what reading it has cost.
        read: reads another document.
        opened: the documents that are being read, from the first to this one.
        documents: those that have been read because another names them.
        unkept: what its canonical form would not keep: which, its path, its node, and offsets in that.
        athlete: who the plan is for, whose thresholds say what is hard.
        in_water: whether the workout that is being read is of swimming; and
        in_yards: whether that is in a pool in yards.
        files: those that were read.
        root: where the files that it names may lie as well, or below: the user's word, never the document's.
        units: of who is going to read it; a plan's own athlete says it where nobody else does.
        foreign: reads files of other formats.
        goal: what somebody aims at in the race of a plan, instead of what the plan says.
        entries: what lines of steps on the days of a plan say, and what reading them has cost.
        steps: where they are written.
    """

    file: str
    lines: list[str]
    folder: Path | None = None
    recipe: FindRecipe = recipe_called
    exercises: ExerciseBook = BOOK
    problems: list[Problem] = field(factory=list)
    budget: Budget = field(factory=Budget)
    read: Callable[[Path, Path, Source], Document] | None = None
    opened: tuple[Path, ...] = ()
    documents: dict[Path, Document] = field(factory=dict)
    unkept: list[tuple[Unkept, str, Node, Sequence[int]]] = field(factory=list)
    athlete: Athlete | None = None
    in_water: bool = False
    in_yards: bool = False
    files: FilesRead = field(factory=FilesRead)
    root: Path | None = None
    units: Units | None = None
    foreign: ReadForeign = nothing_foreign
    goal: RaceGoal | None = None
    entries: dict[str, tuple[Any, dict[Work, int]]] = field(factory=dict)
    steps: list[StepsPlace] = field(factory=list)

    def open(self, path: Path, home: Path) -> Document:
        """Return the document in the file *path*, which this one names and which is in *home*, or below.

        Raises:
            DocumentError: it cannot be read; its problems are at places of its own.
            InvalidWorkout: it is being read already, because it names this one; or too many lead to it.
        """
        file = self.files.real(path)
        if file in self.opened:
            raise InvalidWorkout(
                gettext("{name} is this document, or one that names it", name=shown(path.name))
            )
        if self.read is None:
            raise InvalidWorkout(
                gettext("{name} is beside a document, and this one is not a file", name=shown(path.name))
            )
        if len(self.opened) > MOST_OPENED:
            raise InvalidWorkout(
                gettext(
                    "{name}: more than {most} documents name one another",
                    name=shown(path.name),
                    most=MOST_OPENED,
                )
            )
        if file not in self.documents:
            self.documents[file] = self.read(path, home, self)
        return self.documents[file]

    def home_of(self, path: Path) -> Path | None:
        """Return the folder, or else the root, that *path* is in or below; links count for where they lead.

        Raises:
            OSError: a link leads in a circle.
        """
        real = self.files.real
        place = real(path)
        homes = (each for each in (self.folder, self.root) if each is not None)
        return next((home for home in homes if place.is_relative_to(real(home))), None)

    def is_there(self, name: str) -> bool:
        """Tell whether there is a file of that *name* beside the document."""
        try:
            return self.folder is not None and self.files.is_there(self.folder / name)
        except OSError:  # no file can have such a name, or nobody may look
            return False

    def problems_elsewhere(self, error: DocumentError) -> Failed:
        """Write down the problems of another document, which this one names, and return FAILED."""
        for problem in error.problems:
            self.problems.append(problem)
            if len(self.problems) == MOST_PROBLEMS:
                raise TooManyError
        return FAILED

    def problem(self, message: str, path: str, line: int, column: int) -> None:
        """Write down one problem.

        Raises:
            TooManyError: there are as many as can be told.
        """
        self.problems.append(self.described(message, path, line, column))
        if len(self.problems) == MOST_PROBLEMS:
            raise TooManyError

    def described(self, message: str, path: str, line: int, column: int) -> Problem:
        """Return what there is to say of a place in this document, with its line."""
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        text = self.lines[line - 1].rstrip("\r") if line else ""
        return Problem(message=message, path=path, line=line, column=column, file=self.file, text=text)


class Place:
    """A source and the path of the value that is being read."""

    __slots__ = ("path", "source")

    def __init__(self, source: Source, path: str = "") -> None:
        self.source = source
        self.path = path

    def key(self, name: str) -> Place:
        """Return the place of key *name*; a name that would not fit into a line is quoted and cut."""
        name = name if len(name) <= LONGEST_NAME and name.isprintable() else shown(name)
        return Place(self.source, key_path(self.path, name))

    def index(self, number: int) -> Place:
        """Return the place of item *number*."""
        return Place(self.source, item_path(self.path, number))

    def problem(self, node: Node, message: str) -> Failed:
        """Write down what is wrong with *node*, and return FAILED."""
        self.source.problem(message, self.path, node.line, node.column)
        return FAILED

    def not_kept(self, node: Node, which: Unkept, offsets: Sequence[int] | None = None) -> None:
        """Remember that the canonical form does not keep *node*, or what is at *offsets* of its text."""
        if offsets is None or offsets:
            self.source.unkept.append((which, self.path, node, offsets or ()))

    def spend(self, node: Node, work: Work, amount: int = 1) -> None:
        """Count work that *node* asks for.

        Raises:
            TooManyError: it is too much, which is written down; nothing more is read.
        """
        try:
            self.source.budget.spend(work, amount)
        except TooMuchWork as error:
            self.problem(node, str(error))
            raise TooManyError from None

    def attempt(self, node: Node, action: Callable[[], T]) -> T | Failed:
        """Return what *action* returns; write down what it refuses."""
        try:
            return action()
        except InvalidWorkout as error:
            return self.problem(node, str(error))

    def problems_inside(self, node: ScalarNode, problems: Sequence[Wrong]) -> Failed:
        """Write down what is wrong at offsets of the text of *node*, and return FAILED."""
        places = spots(node, [each.offset for each in problems], self.source.lines)
        for each, (line, column) in zip(problems, places, strict=True):
            self.source.problem(each.message, self.path, line, column)
        return FAILED
