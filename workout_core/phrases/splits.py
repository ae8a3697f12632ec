"""What the cue of a part of a race says: how long the part takes, and what the clock shows at its end."""

from __future__ import annotations

from typing import Final

from workout_core.languages import gettext, pgettext
from workout_core.model.workout import Step, Workout
from workout_core.patterns import lazy_pattern
from workout_core.units import clock_seconds, write_clock
from workout_core.units.numbers import with_sign

_CLOCK: Final = r"[0-9]{1,6}(?::[0-5][0-9]){0,2}(?:\.[0-9]{1,6})?"
_SPLIT: Final = lazy_pattern(rf"Split ({_CLOCK}), (?:clock|gesamt) ({_CLOCK})(?![0-9:])")
"""The cue in every language that it is said in: what is said in one is read in another."""
_TO: Final = lazy_pattern(r"(?:to|bis) (.+)")


def say_split(seconds: float, clock: float) -> str:
    """Say a part of so many *seconds*, at whose end *clock* seconds are over: ``Split 5:10, clock 10:25``."""
    split, over = write_clock(seconds), write_clock(clock)
    return gettext("Split {split}, clock {clock}", split=split, clock=over)


def say_part(mark: str) -> str:
    """Say a part by the *mark* where it ends, as its name: ``to 5 km``."""
    return pgettext("a part of a race", "to {mark}", mark=mark)


def mark_in(name: str) -> str:
    """Return the mark that the *name* of a part says, in whatever language; the name if it says none.

    Its number has the sign of the language that is spoken now.
    """
    found = _TO.fullmatch(name)
    return with_sign(found[1].replace(",", ".")) if found else name


def split_in(cue: str) -> tuple[float, float] | None:
    """Return the seconds that a *cue* says its part takes, and those on the clock; None if it says none."""
    found = _SPLIT.search(cue)
    return (clock_seconds(found[1]), clock_seconds(found[2])) if found else None


def without_split(cue: str) -> str:
    """Return what *cue* says besides the split of its part."""
    return _SPLIT.sub("", cue).strip()


def has_splits(workout: Workout) -> bool:
    """Tell whether the cues of *workout* say its splits, which fit no other lengths."""
    return any(isinstance(item, Step) and _SPLIT.search(item.cue) for _, item in workout.walk())
