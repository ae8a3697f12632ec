"""Which of the models that are known a watch is."""

from __future__ import annotations

from collections.abc import Iterable

from workout_core.formats.watch_profile import WatchProfile
from workout_core.watch.fit_messages import WatchLimits

UNKNOWN_WATCH = WatchProfile(name="any watch of today")


def profile_of(profiles: Iterable[WatchProfile], model: str, product: int | None = None) -> WatchProfile:
    """Return the one of *profiles* that fits best what a watch says of itself, or one that says nothing.

    Args:
        profiles: those that are known.
        model: what the watch calls itself.
        product: the number that its maker has for it, if it is said.
    """
    fitting = [(each.match(model, product), each) for each in profiles]
    best = max((match for match, _ in fitting), default=0)
    return next((each for match, each in fitting if match == best > 0), UNKNOWN_WATCH)


def limits_of(profile: WatchProfile) -> WatchLimits:
    """Return how much a watch of Garmin takes before it says so: what is usual where nothing is known."""
    usual = WatchLimits()
    return WatchLimits(workouts=profile.workouts or usual.workouts, steps=profile.steps or usual.steps)
