"""Text → steps, by the rules and tables of the grammar; every error says where and what would be right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from attrs import define, field

from workout_core.errors import DocumentError, InvalidWorkout, Problem, suggestion
from workout_core.model.duration import Distance, Duration
from workout_core.model.sport import Equipment, Stroke
from workout_core.model.target import Named, Target
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.layout import LayoutError, Part, Statement, statements_of
from workout_core.notation.targets import NotationError, read_target
from workout_core.notation.until import read_until
from workout_core.resolve import PACE_NAMES
from workout_core.units import plain

MOST_PROBLEMS: Final = 100
_SPACE: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"[^\s@]+")
_WITH: Final = re.compile(r"with\s+", re.IGNORECASE)
_AT: Final = re.compile(r"@")
_QUICK: Final = re.compile(r"\s*([^@\"~]*)")
_PROBABLY_MINUTES: Final = 90
_UNHURRIED: Final = frozenset({Intensity.WARMUP, Intensity.COOLDOWN, Intensity.EASY, Intensity.STEADY})


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


_ROLE: Final = _any_of(grammar.ROLES)
_STROKE: Final = _any_of(grammar.STROKES)
_EQUIPMENT: Final = _any_of(grammar.EQUIPMENT)


def parse_steps(text: str, file: str = "") -> tuple[Item, ...]:
    """Read the notation.

    Args:
        text: one step a line, or separated by ``;``.
        file: a name to say in errors.

    Raises:
        DocumentError: carries every problem found, with its line and column in *text*.
    """
    items, found = read_steps(text)
    if found:
        places = Places(text)
        raise DocumentError(
            Problem(message=message, file=file, line=line, column=column, text=places.line(line))
            for message, (line, column) in ((message, places.of(offset)) for message, offset in found)
        )
    return items


def read_steps(text: str) -> tuple[tuple[Item, ...], list[tuple[str, int]]]:
    """Read the notation; return the steps, and the messages and offsets of what is wrong."""
    reader = _Reader()
    try:
        items = tuple(reader.items(statements_of(text)))
    except LayoutError as error:
        return (), [(str(error), error.offset)]
    if not items and not reader.problems:
        reader.problems.append(("there is no step (like '10min @ easy')", 0))
    return items, reader.problems


@define
class Places:
    """Offsets in a text as lines and columns, both from 1."""

    text: str
    starts: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of *offset*."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the text of line *number*."""
        return self.text[self.starts[number - 1] :].partition("\n")[0]


@define
class _Reader:
    """Reads statements and gathers what is wrong with them."""

    problems: list[tuple[str, int]] = field(factory=list)

    def items(self, statements: list[Statement]) -> Iterator[Item]:
        for statement in statements:
            for group in _groups(statement):
                if len(self.problems) >= MOST_PROBLEMS:
                    return
                try:
                    yield self._item(group)
                except NotationError as error:
                    self.problems.append((str(error), error.offset))
                except InvalidWorkout as error:
                    self.problems.append((str(error), group.offset))

    def _item(self, statement: Statement) -> Item:
        first = statement.parts[0]
        if found := grammar.COUNT.match(first.text):
            return self._repeat(statement, found, times=int(found[1]))
        if found := grammar.REPEAT_UNTIL.match(first.text):
            return self._repeat(statement, found)
        if statement.inside is not None:
            raise NotationError("only a repeat can hold other steps (like '6x')", first.offset)
        return read_step(statement.parts)

    def _repeat(self, statement: Statement, header: re.Match[str], times: int | None = None) -> Repeat:
        first, *others = statement.parts
        rest = Part(*_after(first, header.end()))
        until = None
        if times is None:
            until, rest = read_until(rest)
        rest = Part(rest.text.removeprefix(":").strip(), rest.offset)
        skip, parts = _skip_last_rest([*([rest] if rest.text else []), *others])
        if statement.inside is not None:
            if parts:
                raise NotationError(
                    f"{parts[0].text!r} does not belong before the steps of a repeat", parts[0].offset
                )
            items = tuple(self.items(statement.inside))
        elif parts:
            items = tuple(self.items([Statement(parts)]))
        else:
            raise NotationError(
                "a repeat needs steps: indented below it, or in brackets (like '6x(400m, 200m jog)')",
                first.offset,
            )
        if not items and self.problems:
            raise NotationError(*self.problems.pop())
        return Repeat(items=items, times=times, until=until, skip_last_rest=skip)


def _after(part: Part, end: int) -> tuple[str, int]:
    found = _SPACE.match(part.text, end)
    start = found.end() if found else end
    return part.text[start:], part.offset + start


def _skip_last_rest(parts: list[Part]) -> tuple[bool, list[Part]]:
    if parts and (found := grammar.SKIP_LAST_REST.match(parts[0].text)):
        text, offset = _after(parts[0], found.end())
        return True, [*([Part(text, offset)] if text else []), *parts[1:]]
    return False, parts


def _groups(statement: Statement) -> Iterator[Statement]:
    """Cut a statement at the commas that separate steps, not targets."""
    group: list[Part] = []
    for part in statement.parts:
        if group and not _continues(group, part):
            yield Statement(group)
            group = []
        group.append(part)
    yield Statement(group, statement.inside)


def _continues(group: list[Part], part: Part) -> bool:
    if grammar.SKIP_LAST_REST.match(part.text):
        return True
    if len(group) > 1 or "@" not in group[0].text or "@" in part.text:
        return False
    found = _QUICK.match(part.text)
    words = found[1].strip() if found else ""
    return any(form.pattern.fullmatch(words) for form in grammar.TARGETS[:-1])


@define
class _Draft:
    """What has been read of a step so far."""

    duration: Duration | None = None
    intensity: Intensity | None = None
    stroke: Stroke | None = None
    equipment: Equipment | None = None


def read_step(parts: list[Part]) -> Step:
    """Read one step from its parts between commas.

    Raises:
        NotationError: something in it is not part of a step.
        InvalidWorkout: its numbers make no sense.
    """
    first = parts[0]
    name, position = _label(first)
    draft = _Draft()
    while position < len(first.text) and first.text[position] not in '@"':
        position = _take(draft, first, position)
    targets, cue = _targets(parts, position)
    if draft.duration is None:
        raise NotationError(
            "how long? (a step needs a duration: '800m', '10min', or 'lap' for the lap button)", first.offset
        )
    intensity = draft.intensity or Intensity.WORK
    _question(draft.duration, intensity, first)
    return Step(
        duration=draft.duration,
        intensity=intensity,
        stroke=draft.stroke,
        equipment=draft.equipment,
        target=targets[0] if targets else None,
        second_target=targets[1] if len(targets) > 1 else None,
        name=name,
        cue=cue,
    )


def _label(part: Part) -> tuple[str, int]:
    found = grammar.LABEL.match(part.text)
    if not found:
        return "", 0
    name = unescape(found[1]) if found[1] is not None else found[2]
    return name, _spaces(part.text, found.end())


def _spaces(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def unescape(text: str) -> str:
    r"""Undo ``\"``, ``\\`` and ``\n`` in a cue."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def _take(draft: _Draft, part: Part, position: int) -> int:
    """Read one word of a step into *draft* and return the position after it."""
    text = part.text
    if found := _STROKE.match(text, position):
        _once(draft, "stroke", grammar.STROKES[" ".join(found[0].casefold().split())], part.offset + position)
    elif found := _ROLE.match(text, position):
        _once(draft, "intensity", grammar.ROLES[found[0].casefold()], part.offset + position)
    elif (found := _WITH.match(text, position)) and (thing := _EQUIPMENT.match(text, found.end())):
        found = thing
        _once(draft, "equipment", grammar.EQUIPMENT[thing[0].casefold()], part.offset + position)
    else:
        found, duration = _duration(part, position)
        _once(draft, "duration", duration, part.offset + position)
    return _spaces(text, found.end())


def _once(draft: _Draft, what: str, value: object, offset: int) -> None:
    if getattr(draft, what) is not None:
        noun = "role" if what == "intensity" else what
        raise NotationError(
            f"a second {noun} in one step (begin a new line, or put ',' or ';' between)", offset
        )
    setattr(draft, what, value)


def _duration(part: Part, position: int) -> tuple[re.Match[str], Duration]:
    matches = [
        (found, form)
        for form in grammar.DURATIONS
        if (found := form.pattern.match(part.text, position)) and _ends(part.text, found.end())
    ]
    if not matches:
        raise _not_a_word(part, position)
    found, form = max(matches, key=lambda match: match[0].end())
    try:
        return found, form.read(found)  # type: ignore[return-value]
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset + position) from None


def _ends(text: str, end: int) -> bool:
    return end == len(text) or not (text[end].isalnum() or text[end] in ":.-%/")


def _not_a_word(part: Part, position: int) -> NotationError:
    found = _WORD.match(part.text, position)
    word = found[0] if found else part.text[position]
    offset = part.offset + position
    if word[0].isdigit():
        if re.fullmatch(r"\d+[x×]\d+", word):
            return NotationError(f"{word!r} needs a unit or an exercise (like '6x400m')", offset)
        whole = word if re.fullmatch(r"[\d.:]+", word) else None
        unit = (
            f" (did you mean '{word}min' or '{word}m'?)"
            if whole
            else " (like '800m', '5km', '10min' or '4:30')"
        )
        return NotationError(f"{word!r} is not a duration{unit}", offset)
    if word.casefold() == "until":
        return NotationError("until what? (like 'until HR < 120' or 'until power > 300W')", offset)
    known = (*grammar.ROLES, *grammar.STROKES, "lap", *PACE_NAMES)
    close = get_close_matches(word.casefold()[:80], known, n=1)
    if word.casefold() in PACE_NAMES:
        return NotationError(f"{word!r} is a pace (write '@ {word}')", offset)
    hint = (
        f"did you mean {close[0]!r}?"
        if close
        else "a role like 'jog', a duration like '800m', or '@' and a target"
    )
    return NotationError(f"{word!r} is not part of a step ({hint})", offset)


def _targets(parts: list[Part], position: int) -> tuple[list[Target], str]:
    first = parts[0]
    targets: list[Target] = []
    cue = ""
    if _AT.match(first.text, position):
        target, cue = read_target(first, position + 1)
        targets.append(_checked(target, first.offset + _spaces(first.text, position + 1)))
    elif position < len(first.text):
        cue = read_cue(first, position)
    for part in parts[1:]:
        if cue:
            raise NotationError("a cue ends its step (put the second target before it)", part.offset)
        target, cue = read_target(part, 0)
        targets.append(target)
    return targets, cue and unescape(cue)


def read_cue(part: Part, position: int) -> str:
    """Read the quoted cue that ends a step, still escaped."""
    found = re.compile(rf"{grammar.CUE}\s*").match(part.text, position)
    if not found:
        raise NotationError("a cue is not closed (write '\"' at its end)", part.offset + position)
    if found.end() < len(part.text):
        raise NotationError("a cue ends its step (begin a new line after it)", part.offset + found.end())
    return found[1]


def _checked(target: Target, offset: int) -> Target:
    """Refuse a name that is nearly one of the known paces: a slip, not a pace of the athlete's own."""
    if isinstance(target.value, Named) and target.value.name not in PACE_NAMES:
        close = get_close_matches(target.value.name[:80], PACE_NAMES, n=1, cutoff=0.8)
        if close:
            raise NotationError(
                f"{target.value.name!r} is not a pace ({suggestion(target.value.name, close)})", offset
            )
    return target


def _question(duration: Duration, intensity: Intensity, part: Part) -> None:
    if isinstance(duration, Distance) and intensity in _UNHURRIED and duration.metres <= _PROBABLY_MINUTES:
        metres = plain(duration.metres)
        raise NotationError(
            f"'{metres}m' is {metres} metres: did you mean '{metres}min'? (if not, write '{duration.metres / 1000:g}km')",
            part.offset,
        )
