"""What is known of models before they say it themselves: ``watches.csv``."""

from __future__ import annotations

import re
from csv import DictReader
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from workout_core.watch.fit_messages import WatchLimits


class WatchProfile(NamedTuple):
    """What is known of a model: how files are made for it, and how much it takes."""

    options: dict[str, str]
    limits: WatchLimits


def profile_of(model: str) -> WatchProfile:
    """Return the profile of *model*, or what fits any watch of today."""
    return _profiles().get(_plain(model), WatchProfile({}, WatchLimits()))


@cache
def _profiles() -> dict[str, WatchProfile]:
    with (files(__package__) / "watches.csv").open("r", encoding="utf-8") as rows:
        return {
            _plain(row["model"]): WatchProfile(
                {"device": row["device"]} if row["device"] else {},
                WatchLimits(workouts=int(row["workouts"]), steps=int(row["steps"])),
            )
            for row in DictReader(rows)
        }


def _plain(model: str) -> str:
    return re.sub(r"[^a-z0-9]", "", model.casefold().replace("ē", "e").removeprefix("garmin"))
