"""The title, the sport and the description above the steps of one workout."""

from __future__ import annotations

from typing import Final, NamedTuple

from workout_core.errors import DocumentError, Problem, suggestion
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.languages import gettext
from workout_core.model.sport import Sport
from workout_core.notation.message.likeness import is_step
from workout_core.patterns import lazy_pattern

_RULE: Final = lazy_pattern(r"(={3,}|-{3,})\s*")
_SPORT: Final = lazy_pattern(r"(?i:sport):\s*(.*)")


class TextHead(NamedTuple):
    """What stands above the steps.

    Attributes:
        name: of the workout; nothing if it is not said.
        rest: the text with empty lines in the place of the title, so that every other line keeps its number.
        sport: of the workout.
        description: what it is for.
    """

    name: str
    rest: str
    sport: Sport = Sport.RUNNING
    description: str = ""


def head_of(text: str, book: ExerciseBook = BOOK) -> TextHead:
    """Return what stands above the steps of *text*.

    Raises:
        DocumentError: the sport is none.
    """
    return _comments(text) or _underlined(text) or _plain(text, book) or TextHead("", text)


def _comments(text: str) -> TextHead | None:
    """Read comments above the steps: the title, the sport, and what the workout is for."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = first
    while end < len(lines) and lines[end].startswith("#"):
        end += 1
    name, *more = [line.lstrip("#").removeprefix(" ") for line in lines[first:end]] or [""]
    if not name.strip():
        return None
    sport, description = said_below(more, first + 2)
    return TextHead(name, text, sport, description)


def said_below(comments: list[str], line: int) -> tuple[Sport, str]:
    """Return the sport and the description that *comments* below a title say; *line* is that of the first.

    Raises:
        DocumentError: the sport is none.
    """
    sport = Sport.RUNNING
    if comments and (found := _SPORT.fullmatch(comments[0])):
        sport = _sport(found[1], line)
        comments = comments[1:]
    return sport, "\n".join(comments)


def _sport(word: str, line: int) -> Sport:
    try:
        return Sport(word.strip().lower().replace(" ", "_"))
    except ValueError:
        hint = suggestion(word, [each.value for each in Sport])
        told = gettext("sport: {word} is not a sport ({hint})", word=f"{word!r:.80}", hint=hint)
        raise DocumentError([Problem(message=told, line=line, column=1)]) from None


def _underlined(text: str) -> TextHead | None:
    """Read a title with a line of ``===`` or ``---`` below it."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if first + 1 < len(lines) and _RULE.fullmatch(lines[first + 1]):
        return TextHead(lines[first], _without(lines, first, 2))
    return None


def _plain(text: str, book: ExerciseBook) -> TextHead | None:
    """Read a title alone on its line, if it has no figures: a step that is misspelt is no title."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    alone = len(lines) > first + 1 and not lines[first + 1].strip()
    if not alone or any(map(str.isdigit, lines[first])) or is_step(lines[first], book):
        return None
    rest = _without(lines, first, 1)
    return TextHead(lines[first], rest) if rest.strip() else None


def _without(lines: list[str], first: int, count: int) -> str:
    return "\n".join([*lines[:first], *[""] * count, *lines[first + count :]])
