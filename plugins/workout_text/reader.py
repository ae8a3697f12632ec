"""A text in the notation, with a title or without → a workout."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from workout_core import (
    DocumentError,
    ImportContext,
    Problem,
    Sport,
    Workout,
    decoded,
    parse_steps,
    say_items,
    suggestion,
)

_RULE: Final = re.compile(r"(={3,}|-{3,})\s*")
_SPORT: Final = re.compile(r"sport:\s*(.*)", re.IGNORECASE)


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


def read_text(data: bytes, context: ImportContext) -> Workout:
    """Return the workout of *data*, which is named after its steps if the text does not name it.

    Raises:
        DocumentError: a line is no step, with its place; or the data are no text.
    """
    title = head_of(decoded(data))
    items = parse_steps(title.rest, exercises=context.exercises)
    return Workout(
        name=title.name or say_items(items, title.sport),
        items=items,
        sport=title.sport,
        description=title.description,
    )


def head_of(text: str) -> TextHead:
    """Return what stands above the steps of *text*.

    Raises:
        DocumentError: the sport is none.
    """
    return _comments(text) or _underlined(text) or _plain(text) or TextHead("", text)


def _comments(text: str) -> TextHead | None:
    """Read comments above the steps: the title, the sport, and what the workout is for."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = first
    while end < len(lines) and lines[end].startswith("#"):
        end += 1
    said = [line[1:].removeprefix(" ") for line in lines[first:end]]
    if not said or not said[0].strip():
        return None
    name, *more = said
    sport = Sport.RUNNING
    if more and (found := _SPORT.fullmatch(more[0])):
        sport = _sport(found[1], first + 2)
        more = more[1:]
    return TextHead(name, text, sport, "\n".join(more))


def _sport(word: str, line: int) -> Sport:
    try:
        return Sport(word.strip().lower().replace(" ", "_"))
    except ValueError:
        hint = suggestion(word, [each.value for each in Sport])
        problem = Problem(message=f"sport: {word!r:.80} is not a sport ({hint})", line=line, column=1)
        raise DocumentError([problem]) from None


def _underlined(text: str) -> TextHead | None:
    """Read a title with a line of ``===`` or ``---`` below it."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if first + 1 < len(lines) and _RULE.fullmatch(lines[first + 1]):
        return TextHead(lines[first], _without(lines, first, 2))
    return None


def _plain(text: str) -> TextHead | None:
    """Read a title alone on its line, if it has no figures: a step that is misspelt is no title."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    alone = len(lines) > first + 1 and not lines[first + 1].strip()
    if not alone or any(map(str.isdigit, lines[first])) or _is_step(lines[first]):
        return None
    rest = _without(lines, first, 1)
    return TextHead(lines[first], rest) if rest.strip() else None


def _is_step(line: str) -> bool:
    try:
        parse_steps(line)
    except DocumentError:
        return False
    return True


def _without(lines: list[str], first: int, count: int) -> str:
    return "\n".join([*lines[:first], *[""] * count, *lines[first + count :]])
