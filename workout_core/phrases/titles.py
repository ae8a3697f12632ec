"""A few words for a workout that nobody has given a name: ``Easy 30 min``, ``6 × 800 m``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import evolve

from workout_core.analysis.readings import totals
from workout_core.analysis.totals import Amount
from workout_core.exercises.saying import say_exercise
from workout_core.languages import (
    Language,
    gettext,
    in_language,
    language,
    ngettext,
    pgettext,
    pgettext_noop,
)
from workout_core.model.duration import Distance, Time, is_range
from workout_core.model.sport import Sport
from workout_core.model.target import Named
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout
from workout_core.phrases.amounts import say_duration, say_load, say_passes
from workout_core.phrases.names import say_sport
from workout_core.phrases.targets import at_words, say_target
from workout_core.units import Units, say_distance, say_ends, say_time, say_total_distance

MOST: Final = 3
_MOST_CHANGES: Final = 4
SOON: Final = 1200.0
"""Seconds below which they are said too."""
_AROUND: Final = frozenset(
    {Intensity.WARMUP, Intensity.COOLDOWN, Intensity.REST, Intensity.RECOVERY, Intensity.WALK}
)
_ROLES: Final = {
    Intensity.EASY: pgettext_noop("in a title", "easy"),
    Intensity.STEADY: pgettext_noop("in a title", "steady"),
    Intensity.STRIDES: pgettext_noop("in a title", "strides"),
    Intensity.WALK: pgettext_noop("in a title", "walk"),
    Intensity.WARMUP: pgettext_noop("in a title", "warm-up"),
    Intensity.COOLDOWN: pgettext_noop("in a title", "cool-down"),
}
_RUNS: Final = frozenset({Sport.RUNNING, Sport.TRACK_RUNNING, Sport.TREADMILL_RUNNING, Sport.STRENGTH})
"""Sports that go without saying."""


def say_items(items: tuple[Item, ...], sport: Sport) -> str:
    """Say what *items* are mainly, in a line: warm-up, cool-down and rests go without saying."""
    parts = [_part(item) for item in items if not _is_around(item)] or [_part(item) for item in items]
    if all(isinstance(item, Step) and item.exercise for item in items) and len(parts) > MOST:
        count = ngettext("{n} exercises", "{n} exercises", len(parts))
        return f"{say_sport(sport)}: {count}"
    text = _in_parts(items) if len(parts) > MOST else ""
    if not text:
        more = " + \N{HORIZONTAL ELLIPSIS}" if len(parts) > MOST else ""
        text = " + ".join(parts[:MOST]) + more
    if sport not in _RUNS:
        text = f"{say_sport(sport)}, {text}"
    return text[0].upper() + text[1:]


def named_anew(before: Workout, after: Workout) -> Workout:
    """Return *after*, by a new name if *before* has the name that its steps say, however that is spelt."""
    if is_named_by_its_steps(before):
        return evolve(after, name=say_items(after.items, after.sport))
    return after


def is_named_by_its_steps(workout: Workout) -> bool:
    """Tell whether the name of a workout is what its steps say, in any language."""

    def said(spoken: Language) -> str:
        with in_language(spoken):
            return say_items(workout.items, workout.sport)

    return any(same_words(workout.name, said(spoken)) for spoken in dict.fromkeys((language(), *Language)))


def same_words(one: str, other: str) -> bool:
    """Tell whether two names are alike but for case, spaces and signs: ``easy 40min``, ``Easy 40 min``."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _in_parts(items: tuple[Item, ...]) -> str:
    """Say how far a run of many pieces goes: ``10 km in 10 parts``; nothing if they are not of one kind."""
    pieces = [item for item in items if isinstance(item, Step) and not _is_around(item)]
    if len(pieces) < len([item for item in items if not _is_around(item)]):
        return ""
    if any(is_range(piece.duration) for piece in pieces):
        return ""
    far = [piece.duration.metres for piece in pieces if isinstance(piece.duration, Distance)]
    long = [piece.duration.seconds for piece in pieces if isinstance(piece.duration, Time)]
    if len(far) == len(pieces):
        amount = say_distance(round(sum(far), 6))
    elif len(long) == len(pieces):
        amount = say_time(sum(long))
    else:
        return ""
    return ngettext("{amount} in {n} parts", "{amount} in {n} parts", len(pieces), amount=amount)


def _is_around(item: Item) -> bool:
    return isinstance(item, Step) and item.intensity in _AROUND


def _part(item: Item) -> str:
    if isinstance(item, Step):
        called = item.name or (say_exercise(item.exercise.name) if item.exercise else _role(item.intensity))
        held = item.target.value if item.target and item.exercise is None else None
        is_named = item.target and isinstance(held, Named) and not called
        at = at_words(item.target, say_target(item.target, behind=True)) if item.target and is_named else ""
        return " ".join(filter(None, (called, say_duration(item.duration), at)))
    inner = next((each for each in item.items if not _is_around(each)), item.items[0])
    often = f"{say_passes(item)} \N{MULTIPLICATION SIGN} " if item.until is None else ""
    if isinstance(inner, Step) and (inner.exercise or inner.name):
        called = say_exercise(inner.exercise.name) if inner.exercise else inner.name
        return f"{called} {often}{say_duration(inner.duration)}"
    part = _part(inner)
    return f"{often}({part})" if isinstance(inner, Repeat) else f"{often}{part}"


def _role(intensity: Intensity) -> str:
    return pgettext("in a title", _ROLES[intensity]) if intensity in _ROLES else ""


def say_change_of_volume(before: Workout, after: Workout) -> str:
    """Say from how much to how much *before* has become *after*; nothing if it is as it was."""
    if before.items == after.items:
        return ""
    old, new = totals(before), totals(after)
    if old.distance.exact and new.distance.exact and old.distance.value:
        units = Units.IMPERIAL if say_distance(new.distance.value).endswith("mi") else Units.METRIC
        return _change(old.distance, new.distance, lambda metres: say_total_distance(metres, units))
    return _change(old.time, new.time, _minutes)


def _change(old: Amount, new: Amount, say: Callable[[float], str]) -> str:
    """Say from how much to how much; what is a range becomes another one."""
    before, after = (say_ends(say(each.value), say(each.most)) for each in (old, new))
    if old.spare or new.spare:
        return gettext("{before} becomes {after}", before=before, after=after)
    return _to(before, after)


def _to(before: object, after: object) -> str:
    return pgettext("a change", "{before} to {after}", before=before, after=after)


def say_change_of_load(before: Workout, after: Workout) -> str:
    """Say what has changed in the loads and the sets of *before*; nothing if nothing has."""
    if len(before.items) != len(after.items):  # sets that differ, of which some are left out
        return _to(_minutes(totals(before).time.value), _minutes(totals(after).time.value))
    said = dict.fromkeys(
        said
        for (_, old), (_, new) in zip(before.walk(), after.walk(), strict=True)
        for said in (_change_of_load(old, new), _change_of_sets(old, new))
        if said
    )
    shown_of = list(said)[:_MOST_CHANGES]
    left = len(said) - len(shown_of)
    more = (ngettext("and {n} more", "and {n} more", left),) if left else ()
    return ", ".join((*shown_of, *more))


def _change_of_load(old: Item, new: Item) -> str:
    if not (isinstance(old, Step) and isinstance(new, Step) and old.exercise and new.exercise):
        return ""
    was, now = old.exercise.load, new.exercise.load
    if was is None or now is None or was == now:
        return ""
    return f"{say_exercise(old.exercise.name)} {_to(say_load(was), say_load(now))}"


def _change_of_sets(old: Item, new: Item) -> str:
    if not (isinstance(old, Repeat) and isinstance(new, Repeat)) or old.times == new.times:
        return ""
    first = old.items[0]
    name = f"{say_exercise(first.exercise.name)} " if isinstance(first, Step) and first.exercise else ""
    return f"{name}{gettext('{before} sets to {after}', before=old.times, after=new.times)}"


def _minutes(seconds: float) -> str:
    return say_time(round(seconds / 60) * 60 if seconds >= SOON else round(seconds))
