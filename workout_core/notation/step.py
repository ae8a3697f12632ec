"""One statement → one step: name, role, duration, targets and cue, in the order people write them."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.analysis.minutes import LONG
from workout_core.errors import InvalidWorkout, closest, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Distance, Duration
from workout_core.model.sport import Equipment, Stroke
from workout_core.model.target import Target, both_of
from workout_core.model.workout import Intensity, Step
from workout_core.notation import grammar
from workout_core.notation.generated import FORMS, unescaped
from workout_core.notation.layout import Part
from workout_core.notation.ranges import read_range
from workout_core.notation.rests import placed
from workout_core.notation.suggestions import DID_YOU_MEAN, LIKE, Correction, Hint, NotationError
from workout_core.notation.targets import after_cue, is_target, read_rep_time, read_target
from workout_core.patterns import lazy_pattern
from workout_core.units import PLAIN_METRES

_WORD: Final = lazy_pattern(r"[^\s@]+")
_ROLE: Final = lazy_pattern(rf"{grammar.any_of(grammar.ROLES)}(?![\w-])", re.IGNORECASE)
_STROKE: Final = lazy_pattern(rf"{grammar.any_of(grammar.STROKES)}(?![\w-])", re.IGNORECASE)
_EQUIPMENT: Final = lazy_pattern(
    rf"(?a:with\s+({grammar.any_of(grammar.EQUIPMENT)}))(?![\w-])", re.IGNORECASE
)
_QUOTED: Final = lazy_pattern(grammar.CUE)
_CUE: Final = lazy_pattern(rf"{grammar.CUE}\s*")
_EXAMPLES: Final = gettext_noop("like '800m', '5km', '10min' or '4:30'")
_SECOND: Final = MappingProxyType(
    {
        "stroke": gettext_noop("a second stroke in one step (begin a new line, or put ',' or ';' between)"),
        "intensity": gettext_noop("a second role in one step (begin a new line, or put ',' or ';' between)"),
        "equipment": gettext_noop(
            "a second equipment in one step (begin a new line, or put ',' or ';' between)"
        ),
        "time": gettext_noop("a second time in one step (begin a new line, or put ',' or ';' between)"),
        "duration": gettext_noop(
            "a second duration in one step (begin a new line, or put ',' or ';' between)"
        ),
    }
)
_BARE_RANGE: Final = lazy_pattern(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)[-\u2013\u2014][0-9]{1,9}(?:\.[0-9]{1,9})?")
_MILES: Final = lazy_pattern(r"[0-9.]+\s*mi(?:les?)?", re.IGNORECASE)
_THOUSANDS: Final = lazy_pattern(r"([0-9]{1,3}\.[0-9]00)\s*m(?:et(?:re|er)s?)?")


class _StepDraft:
    """What has been read of a step so far.

    *said* is the duration as written, and *said_at* its offset; *time* and *time_at* are those of its time.
    """

    duration: Duration | None = None
    intensity: Intensity | None = None
    stroke: Stroke | None = None
    equipment: Equipment | None = None
    said: str = ""
    said_at: int = 0
    time: re.Match[str] | None = None
    time_at: int = 0


class StepRead(NamedTuple):
    """A step, and where its length begins in its first part if that is in metres with the letter m."""

    step: Step
    metres_at: int | None


def read_step(parts: list[Part]) -> StepRead:
    """Read one step from its parts between commas.

    Raises:
        NotationError: something in it is not part of a step.
        InvalidWorkout: its numbers make no sense.
    """
    first = parts[0]
    draft = _StepDraft()
    name, position = _label(first, draft)
    while position < len(first.text) and first.text[position] not in '@"':
        position = _take(draft, first, position)
    targets, cue = _targets(parts, position, draft)
    if draft.duration is None:
        raise NotationError(
            gettext("how long? (a step needs a duration: '800m', '10min', or 'lap' for the lap button)"),
            first.offset,
        )
    _question_thousands(draft)
    step = Step(
        duration=draft.duration,
        intensity=draft.intensity or Intensity.WORK,
        stroke=draft.stroke,
        equipment=draft.equipment,
        target=targets[0] if targets else None,
        second_target=targets[1] if len(targets) > 1 else None,
        name=name,
        cue=cue,
    )
    return StepRead(step, draft.said_at - first.offset if PLAIN_METRES.fullmatch(draft.said) else None)


def _label(part: Part, draft: _StepDraft) -> tuple[str, int]:
    found = grammar.LABEL.match(part.text)
    if not found:
        return "", 0
    position = part.skip_spaces(found.end())
    if found[1] is not None:
        return unescaped(found[1]), position
    name = found[2].rstrip()
    draft.intensity = grammar.ROLES.get(name.casefold())
    return "" if draft.intensity else name, position


def _take(draft: _StepDraft, part: Part, position: int) -> int:
    """Read one word of a step into *draft* and return the position after it."""
    text, offset = part.text, part.offset + position
    if found := _STROKE.match(text, position):
        _once(draft, "stroke", grammar.STROKES[found[0].casefold()], offset)
    elif found := _ROLE.match(text, position):
        _once(draft, "intensity", grammar.ROLES[found[0].casefold()], offset)
    elif found := _EQUIPMENT.match(text, position):
        _once(draft, "equipment", grammar.EQUIPMENT[found[1].casefold()], offset)
    elif text[position] in "iI" and (found := grammar.IN.match(text, position)) and _ends(text, found.end()):
        _once(draft, "time", found, offset)
        draft.time_at = offset
    else:
        found, duration = _duration(part, position)
        _once(draft, "duration", duration, offset)
        draft.said, draft.said_at = found[0], offset
    return part.skip_spaces(found.end())


def _once(draft: _StepDraft, what: str, value: object, offset: int) -> None:
    if getattr(draft, what) is not None:
        raise NotationError(gettext(_SECOND[what]), offset)
    setattr(draft, what, value)


def _duration(part: Part, position: int) -> tuple[re.Match[str], Duration]:
    matches = [
        (found, form)
        for form in grammar.DURATIONS
        if (found := form.pattern.match(part.text, position)) and _ends(part.text, found.end())
    ]
    if not matches:
        if found_range := placed(part.offset + position, lambda: read_range(part, position)):
            return found_range
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
    complain = _not_a_duration if word[0].isdigit() else _not_a_part
    message, hint = complain(Part(word, part.offset + position), part)
    return NotationError(message, part.offset + position, hint)


def _not_a_duration(word: Part, part: Part) -> tuple[str, str | Hint]:
    text = word.text
    if is_target(text):
        return gettext("{text} is a target", text=repr(text)), _as_target(word, part)
    needs_unit, examples = gettext("{text} needs a unit", text=shown(text)), gettext(_EXAMPLES)
    none_at_all = gettext("{text} is not a duration", text=shown(text))
    if re.fullmatch(r"[0-9]+[x\u00d7][0-9]+", text):
        return needs_unit, _with_units(word, LIKE, ("m", "min"), gettext("like '6x400m'"), most=1)
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text):
        units = ("m", "min") if float(text) >= LONG else ("min", "m")
        return none_at_all, _with_units(word, DID_YOU_MEAN, units, examples)
    if found := _BARE_RANGE.fullmatch(text):
        likely = ("m",) if float(found[1]) >= LONG else ("min", "km", "mi")
        return needs_unit, _with_units(word, DID_YOU_MEAN, likely, examples)
    return none_at_all, examples


def _with_units(word: Part, words: str, units: tuple[str, ...], otherwise: str, most: int = 9) -> Hint:
    corrections = tuple(Correction.of(word, f"{word.text}{unit}") for unit in units)
    return Hint(words, corrections, most, otherwise)


def _as_target(word: Part, part: Part) -> Hint:
    """Return the advice to write *word* behind ``@``: where it stands, or at the end of its *part*."""
    before = part.text[: word.offset - part.offset]
    behind = part.text[len(before) + len(word.text) :]
    rest, quote, cue = behind.partition('"')
    moved = " ".join(f"{before}{rest}".split())
    ends = (f"{moved} @ {word.text}", f"{quote}{cue}")
    corrections = Correction.of(word, f"@ {word.text}"), Correction.of(part, " ".join(filter(None, ends)))
    return Hint(
        gettext_noop("write {choices}"), corrections, 1, gettext("like '10min @ {text}'", text=word.text)
    )


def _not_a_part(word: Part, part: Part) -> tuple[str, str | Hint]:
    text = word.text.casefold()
    if text == "until":
        return gettext("until what?"), gettext("like 'until HR < 120' or 'until power > 300W'")
    if text == "in":
        return gettext("in what time?"), gettext("like '400m in 72s' or '800m in 3:20'")
    if text == "at":
        return (
            gettext("a cue at a distance belongs behind 'race …' or 'progress …'"),
            gettext("like 'at 16km \"Now race\"'"),
        )
    if text in ("race", "progress"):
        example = gettext(LIKE, choices=repr(FORMS[text].example))
        return gettext("{text} needs more", text=repr(word.text)), example
    if text in PACE_NAMES:
        return gettext("{text} is a pace", text=repr(word.text)), _as_target(word, part)
    hint = gettext("a role like 'jog', a duration like '800m', or '@' and a target")
    message = gettext("{text} is not part of a step", text=shown(word.text))
    if close := closest(text, (*grammar.ROLES, *grammar.STROKES, "lap")):
        correction = Correction.of(word, close, swaps=True)
        return message, Hint(DID_YOU_MEAN, (correction,), otherwise=hint)
    return message, hint


def continues(group: list[Part], part: Part) -> bool:
    """Tell whether *part*, after a comma, is another target of the step in *group*, not another step."""
    if "@" not in group[0].text or "@" not in _QUOTED.sub("", group[0].text):
        return False
    return is_target(re.split('["~\u00b1]', part.text, maxsplit=1)[0].strip())


def _targets(parts: list[Part], position: int, draft: _StepDraft) -> tuple[list[Target], str]:
    first = parts[0]
    targets = [] if draft.time is None else [_in_time(draft, draft.time)]
    cue = ""
    if first.text.startswith("@", position):
        target, cue = read_target(first, position + 1, in_miles=_MILES.fullmatch(draft.said) is not None)
        if targets and target.quantity is targets[0].quantity:
            raise NotationError(both_of(target.quantity), first.offset + position)
        targets.append(target)
    elif position < len(first.text):
        cue = _cue(first, position)
    for part in parts[1:]:
        if cue:
            raise NotationError(gettext("a cue ends its step (put the second target before it)"), part.offset)
        if not targets:
            raise NotationError(
                gettext(
                    "{text} is no step (a target stands behind '@'; a load and a tempo need an "
                    "exercise, like 'Back squat 3x8 @ 60kg')",
                    text=shown(part.text),
                ),
                part.offset,
            )
        if len(targets) > 1:
            raise NotationError(gettext("a step has two targets at most (begin a new line)"), part.offset)
        target, cue = read_target(part, 0)
        if target.quantity is targets[0].quantity:
            raise NotationError(both_of(target.quantity), part.offset)
        targets.append(target)
    return targets, unescaped(cue)


def _in_time(draft: _StepDraft, found: re.Match[str]) -> Target:
    """Return the time that the distance of a step takes."""
    if not isinstance(draft.duration, Distance):
        hint = gettext("like '400m in 72s', or '10min @ 72s/400m'")
        raise NotationError(gettext("a time is for a distance"), draft.time_at, hint)
    return read_rep_time(draft.duration.metres, found, draft.time_at)


def _cue(part: Part, position: int) -> str:
    found = _CUE.match(part.text, position)
    end = found.end() if found else position
    if not found or end < len(part.text):
        raise NotationError(after_cue(part.text[end]), part.offset + end)
    return found[1]


def _question_thousands(draft: _StepDraft) -> None:
    if found := _THOUSANDS.fullmatch(draft.said):
        number = found[1].replace(".", "")
        meant = Correction.of(Part(draft.said, draft.said_at), f"{number}m", swaps=True)
        raise NotationError(
            gettext("{text}: a point begins the decimals here", text=repr(draft.said)),
            draft.said_at,
            Hint(DID_YOU_MEAN, (meant,)),
        )
