"""What stands behind the amount of an exercise: loads and targets, rests, a tempo, warm-up sets, a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workout_core.errors import shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Duration
from workout_core.model.exercise import Exercise, Load
from workout_core.model.target import Named, Target, both_of
from workout_core.model.workout import Step
from workout_core.notation import grammar
from workout_core.notation.generated import unescaped
from workout_core.notation.layout import Part
from workout_core.notation.lists import read_loads
from workout_core.notation.loads import is_held, read_load, read_reserve
from workout_core.notation.remarks import is_remark
from workout_core.notation.rests import is_time, placed, read_rest
from workout_core.notation.suggestions import IF_SO, Correction, Hint, NotationError
from workout_core.notation.targets import (
    NotATargetError,
    is_target,
    needs_quotes_beside,
    own_pace,
    read_target,
)
from workout_core.notation.warm_ups import WARM_UP_TO, is_warm_up, read_top
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, SPAN

_LOADS: Final = gettext_noop("like '60kg', '80% 1RM', 'BW' or 'RPE 7'")
_EXAMPLE: Final = gettext_noop("like 'Back squat 3x8 @ 60kg, rest 2min \"Chest up\"'")
_AT: Final = r"at\b(?=\s+(?:[0-9+]|RPE\b|RIR\b|BW\b|body))"
_TEMPO_FIRST: Final = r"[0-9X](?:-[0-9X]){2,3}\s+tempo\b"
_PIECE: Final = lazy_pattern(
    rf"@|{grammar.CUE}|(?<![^\s,])(?:{_TEMPO_FIRST}|{WARM_UP_TO}|{_AT}|(?:(?:w/|with\b)\s*)?(?:(?:{SPAN}|{CLOCK})\s*)?"
    r"(?:rest|walk|jog|recover(?:y)?)\b|tempo\b|skip\s+last\s+rest\b)",
    re.IGNORECASE,
)
_WITH: Final = lazy_pattern(
    rf"(?:w/|with\b)\s*(?:an?\s+)?(?=.*(?:rest|walk|jog|recover|band)\b|{NUMBER}\s*(?:kg|lb))", re.IGNORECASE
)
_SAID_AT: Final = lazy_pattern(_AT, re.IGNORECASE)
_WHERE: Final = r"(?:\s+[a-z ]{1,30})?"
_HOLD: Final = lazy_pattern(
    rf"(?:{SPAN})\s+(?:hold|pause|squeeze)s?{_WHERE}|(?:hold|pause|squeeze)\s+(?:for\s+)?(?:{SPAN}){_WHERE}",
    re.IGNORECASE,
)
_LAST_MAX: Final = lazy_pattern(
    r"last\s+(?:set|one)\s+(?:is\s+)?(?:AMRAP|max(?:\s+reps)?|to\s+failure)", re.IGNORECASE
)
_BEFORE_CUE: Final = lazy_pattern(r"[^\"@]*")
_CUE: Final = lazy_pattern(rf"{grammar.CUE}\s*")
_TEMPO: Final = lazy_pattern(r"tempo\b\s*:?\s*(?P<tempo>.*)", re.IGNORECASE)
_TEMPO_BEFORE: Final = lazy_pattern(_TEMPO_FIRST, re.IGNORECASE)
_TEMPO_LETTERS: Final = lazy_pattern("[0-9xX-]*")
_TOLERANCE: Final = lazy_pattern("[~\u00b1]")
_NO_LOAD: Final = lazy_pattern(
    rf"({NUMBER})|{NUMBER}\s*[-\u2013]\s*{NUMBER}\s*(?:kg|lbs?|%(?:\s*1\s?RM)?)", re.IGNORECASE
)
_COMPACT: Final = lazy_pattern(r"[0-9X]{3,4}")


class ExerciseDraft:
    """What has been read of a line so far."""

    load: Load | None = None
    loads: tuple[Load, ...] = ()
    top: tuple[Load, int] | None = None
    last_is_max: bool = False
    note: str = ""
    rest: Step | None = None
    tempo: str = ""
    skips: bool = False
    cue: str | None = None

    def __init__(self) -> None:
        self.targets: list[Target] = []


def words_of(part: Part) -> str:
    """Return what stands before the cue and the first ``@``."""
    found = _BEFORE_CUE.match(part.text)
    return found[0].strip() if found else ""


def is_clause_of_exercise(words: str) -> bool:
    """Tell whether *words*, behind a comma, can only belong to the exercise before it."""
    forms = (_HOLD, _LAST_MAX, _TEMPO_BEFORE)
    if any(form.fullmatch(words) for form in forms) or is_warm_up(words) or is_remark(words):
        return True
    return _WITH.match(words) is not None


def pieces(part: Part) -> Iterator[Part]:
    """Cut *part* before every ``@``, rest, tempo and cue; commas between those may be left out."""
    ends = [found.start() for found in _PIECE.finditer(part.text)]
    for start, end in pairwise([0, *(end for end in ends if end), len(part.text)]):
        piece = Part(part.text[:end].rstrip(), part.offset).after(start)
        if piece.text:
            yield piece


def take(draft: ExerciseDraft, piece: Part, duration: Duration) -> None:
    """Read one piece behind the amount: a load or a target, a rest, a tempo, or a cue."""
    if prefix := _WITH.match(piece.text):
        piece = piece.after(prefix.end())
    text = piece.text
    if draft.cue is not None:
        raise NotationError(
            gettext("a cue ends its line (put it behind {text})", text=shown(text)), piece.offset
        )
    if cue := _CUE.fullmatch(text):
        draft.cue = unescaped(cue[1])
    elif text.startswith("@") or _SAID_AT.match(text):
        _hold(draft, piece.after(1 if text[0] == "@" else 2))
    elif rest := read_rest(piece, duration):
        if draft.rest is not None:
            raise NotationError(gettext("a second rest in one exercise (begin a new line)"), piece.offset)
        draft.rest = rest
    elif is_time(text):
        raise NotationError(
            gettext("is {text} a rest?", text=repr(text)),
            piece.offset,
            Hint(IF_SO, (Correction.of(piece, f"rest {text}"),)),
            gettext("if not, begin a new line"),
        )
    elif is_held(text) or ((draft.load or draft.targets) and is_target(_TOLERANCE.split(text)[0].strip())):
        _hold(draft, piece)
    elif not _take_own(draft, piece):
        corrections = (Correction.of(piece, f"@ {text}"),) if is_target(text) else ()
        hint = Hint(gettext_noop("write {choices}"), corrections, otherwise=gettext(_EXAMPLE))
        raise NotationError(
            gettext("{text} does not belong to an exercise", text=shown(text)), piece.offset, hint
        )


def _take_own(draft: ExerciseDraft, piece: Part) -> bool:
    """Read what only exercises have: a tempo, a hold or a manner, the last set or its rest, warm-up sets."""
    if _HOLD.fullmatch(piece.text) or is_remark(piece.text):
        draft.note = ", ".join(filter(None, (draft.note, piece.text)))
    elif _LAST_MAX.fullmatch(piece.text):
        draft.last_is_max = True
    elif top := read_top(piece):
        draft.top = (top, piece.offset)
    elif grammar.SKIP_LAST_REST.fullmatch(piece.text):
        draft.skips = True
    elif tempo := _TEMPO.match(piece.text):
        _read_tempo(draft, piece.after(tempo.start("tempo")), piece.offset)
    elif _TEMPO_BEFORE.fullmatch(piece.text):
        _read_tempo(draft, Part(piece.text.split()[0], piece.offset), piece.offset)
    else:
        return False
    return True


def _hold(draft: ExerciseDraft, words: Part) -> None:
    """Read a load or a target."""
    if not words.text:
        raise NotationError(
            gettext("what follows '@'? (a load or an effort, like '60kg', '80% 1RM' or 'RPE 7')"),
            words.offset,
        )
    load: Load | None = placed(words.offset, lambda: read_load(words.text))
    loads: tuple[Load, ...] = () if load else placed(words.offset, lambda: read_loads(words.text))
    if loads:
        load, draft.loads = loads[0], loads
    if load is None:
        _add_target(draft, words)
    elif draft.load is None:
        draft.load = load
    else:
        raise NotationError(gettext("a second load in one exercise"), words.offset)


def _add_target(draft: ExerciseDraft, words: Part) -> None:
    reserve: Target | None = placed(words.offset, lambda: read_reserve(words.text))
    target = reserve or _target(words)
    if len(draft.targets) > 1:
        raise NotationError(gettext("a step has two targets at most (begin a new line)"), words.offset)
    if draft.targets and draft.targets[0].quantity is target.quantity:
        raise NotationError(both_of(target.quantity), words.offset)
    draft.targets.append(target)


def _target(words: Part) -> Target:
    if found := _NO_LOAD.fullmatch(words.text):
        units = ("kg", "% 1RM") if found[1] else ()
        corrections = tuple(Correction.of(words, f"{words.text}{unit}") for unit in units)
        hint = Hint(
            gettext_noop("which unit? {choices}"), corrections, otherwise=gettext("one number, like '60kg'")
        )
        raise NotationError(gettext("{text} is not a load", text=shown(words.text)), words.offset, hint)
    try:
        target = read_target(words, 0)[0]
    except NotATargetError as error:
        if error.words != words.text:
            raise
        told = gettext("{text} is not a load or an effort", text=shown(words.text))
        raise NotationError(told, error.offset, gettext(_LOADS)) from None
    if isinstance(target.value, Named) and "'" not in words.text and needs_quotes_beside(target.value.name):
        raise NotationError(
            gettext("{text} is not a load", text=shown(words.text)),
            words.offset,
            gettext(_LOADS),
            own_pace(target.value.name, words),
        )
    return target


def _read_tempo(draft: ExerciseDraft, part: Part, offset: int) -> None:
    if draft.tempo:
        raise NotationError(gettext("a second tempo in one exercise"), offset)
    text = part.text.upper() if _TEMPO_LETTERS.fullmatch(part.text) else part.text
    if not text:
        raise NotationError(gettext("which tempo? (like 'tempo 3-1-1': lower, pause, lift)"), offset)
    tempo = "-".join(text) if _COMPACT.fullmatch(text) else text
    draft.tempo = placed(part.offset, lambda: Exercise(name="any", tempo=tempo)).tempo
