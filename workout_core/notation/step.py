"""One statement → one step: name, role, duration, targets and cue, in the order people write them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from attrs import define

from workout_core.errors import InvalidWorkout, shown
from workout_core.model.duration import Distance, Duration
from workout_core.model.sport import Equipment, Stroke
from workout_core.model.target import Target
from workout_core.model.workout import Intensity, Step
from workout_core.notation import grammar
from workout_core.notation.layout import Part
from workout_core.notation.targets import NotationError, read_target
from workout_core.resolve import PACE_NAMES
from workout_core.units import plain

_WORD: Final = re.compile(r"[^\s@]+")
_ROLE: Final = re.compile(rf"(?a:{grammar.any_of(grammar.ROLES)})(?![\w-])", re.IGNORECASE)
_STROKE: Final = re.compile(rf"(?a:{grammar.any_of(grammar.STROKES)})(?![\w-])", re.IGNORECASE)
_EQUIPMENT: Final = re.compile(rf"(?a:with\s+({grammar.any_of(grammar.EQUIPMENT)}))(?![\w-])", re.IGNORECASE)
_CUE: Final = re.compile(rf"{grammar.CUE}\s*")
_PROBABLY_MINUTES: Final = 90
_UNHURRIED: Final = frozenset({Intensity.WARMUP, Intensity.COOLDOWN, Intensity.EASY, Intensity.STEADY})


@define
class _Draft:
    """What has been read of a step so far; *said* is the duration as written, and *said_at* its offset."""

    duration: Duration | None = None
    intensity: Intensity | None = None
    stroke: Stroke | None = None
    equipment: Equipment | None = None
    said: str = ""
    said_at: int = 0


def read_step(parts: list[Part]) -> Step:
    """Read one step from its parts between commas.

    Raises:
        NotationError: something in it is not part of a step.
        InvalidWorkout: its numbers make no sense.
    """
    first = parts[0]
    draft = _Draft()
    name, position = _label(first, draft)
    while position < len(first.text) and first.text[position] not in '@"':
        position = _take(draft, first, position)
    targets, cue = _targets(parts, position)
    if draft.duration is None:
        raise NotationError(
            "how long? (a step needs a duration: '800m', '10min', or 'lap' for the lap button)", first.offset
        )
    _question(draft)
    return Step(
        duration=draft.duration,
        intensity=draft.intensity or Intensity.WORK,
        stroke=draft.stroke,
        equipment=draft.equipment,
        target=targets[0] if targets else None,
        second_target=targets[1] if len(targets) > 1 else None,
        name=name,
        cue=cue,
    )


def _label(part: Part, draft: _Draft) -> tuple[str, int]:
    found = grammar.LABEL.match(part.text)
    if not found:
        return "", 0
    position = part.skip_spaces(found.end())
    if found[1] is not None:
        return unescape(found[1]), position
    name = found[2].rstrip()
    draft.intensity = grammar.ROLES.get(name.casefold())
    return "" if draft.intensity else name, position


def unescape(text: str) -> str:
    r"""Undo ``\"``, ``\\`` and ``\n`` in a cue."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def _take(draft: _Draft, part: Part, position: int) -> int:
    """Read one word of a step into *draft* and return the position after it."""
    text, offset = part.text, part.offset + position
    if found := _STROKE.match(text, position):
        _once(draft, "stroke", grammar.STROKES[found[0].casefold()], offset)
    elif found := _ROLE.match(text, position):
        _once(draft, "intensity", grammar.ROLES[found[0].casefold()], offset)
    elif found := _EQUIPMENT.match(text, position):
        _once(draft, "equipment", grammar.EQUIPMENT[found[1].casefold()], offset)
    else:
        found, duration = _duration(part, position)
        _once(draft, "duration", duration, offset)
        draft.said, draft.said_at = found[0], offset
    return part.skip_spaces(found.end())


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
        return found, form.read(found)
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset + position) from None


def _ends(text: str, end: int) -> bool:
    return end == len(text) or not (text[end].isalnum() or text[end] in ":.-%/")


def _not_a_word(part: Part, position: int) -> NotationError:
    found = _WORD.match(part.text, position)
    word = found[0] if found else part.text[position]
    return NotationError(f"{shown(word)} is not {_instead_of(word)}", part.offset + position)


def _instead_of(word: str) -> str:
    """Say what *word* is not, and what would be right."""
    if any(form.pattern.fullmatch(word) for form in grammar.TARGETS[:-1]) or word.casefold() in PACE_NAMES:
        return f"a duration (a target? write '@ {word}')"
    if re.fullmatch(r"[0-9]+[x×][0-9]+", word):
        return "a duration (it needs a unit, like '6x400m')"
    if re.fullmatch(r"[0-9.:]{1,20}", word):
        return f"a duration (did you mean '{word}min' or '{word}m'?)"
    if word[0].isdigit():
        return "a duration (like '800m', '5km', '10min' or '4:30')"
    if word.casefold() == "until":
        return "a duration alone (until what? like 'until HR < 120' or 'until power > 300W')"
    close = get_close_matches(word.casefold()[:80], (*grammar.ROLES, *grammar.STROKES, "lap"), n=1)
    hint = f"did you mean {close[0]!r}?" if close else "a role like 'jog', a duration like '800m', or '@' and a target"
    return f"part of a step ({hint})"


def _targets(parts: list[Part], position: int) -> tuple[list[Target], str]:
    first = parts[0]
    targets: list[Target] = []
    cue = ""
    if first.text.startswith("@", position):
        target, cue = read_target(first, position + 1)
        targets.append(target)
    elif position < len(first.text):
        cue = _cue(first, position)
    for part in parts[1:]:
        if cue:
            raise NotationError("a cue ends its step (put the second target before it)", part.offset)
        target, cue = read_target(part, 0)
        targets.append(target)
    return targets, unescape(cue)


def _cue(part: Part, position: int) -> str:
    found = _CUE.match(part.text, position)
    if not found:
        raise NotationError("a cue is not closed (write '\"' at its end)", part.offset + position)
    if found.end() < len(part.text):
        raise NotationError("a cue ends its step (begin a new line after it)", part.offset + found.end())
    return found[1]


def _question(draft: _Draft) -> None:
    """Ask about ``warmup 10m``, which most people mean as minutes; ``10 metres`` answers the question."""
    metres = draft.duration.metres if isinstance(draft.duration, Distance) else 0
    if draft.intensity in _UNHURRIED and 0 < metres <= _PROBABLY_MINUTES and probably_minutes(draft.said):
        number = plain(metres)
        raise NotationError(
            f"'{number}m' is {number} metres: did you mean '{number}min'? (if not, write '{number} metres')",
            draft.said_at,
        )
