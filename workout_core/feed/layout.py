"""Where things are in a folder that is published: what everybody may fetch, and what nobody may."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workout_core.patterns import lazy_pattern
from workout_core.pipeline.file_names import slug

RECORD: Final = ".workout-feed.json"
"""What the folder is built from, and how."""
TOKENS: Final = ".workout-tokens.json"
"""Who may fetch what."""
_ASIDE: Final = lazy_pattern(r"~[0-9]*$")
"""What files are called that made room for ours."""
VARIANTS: Final = ".variants"
"""The folder of calendars that only those with a token may fetch."""


def is_hidden(name: str) -> bool:
    """Tell whether a file of that name, relative to the folder, is for nobody who fetches."""
    return any(part.startswith(".") or _ASIDE.search(part) for part in name.split("/"))


def variant_file(calendar: str, options: Mapping[str, str]) -> str:
    """Return where the calendar named *calendar* (``form.ics``) is as it is with *options* of its exporter.

    Without options that is the calendar itself: ``form.ics``, and else ``.variants/form.busy-yes.ics``.
    """
    if not options:
        return calendar
    folder, _, file = calendar.rpartition("/")
    stem, _, suffix = file.rpartition(".")
    said = ".".join(f"{slug(name)}-{slug(value)}" for name, value in sorted(options.items()))
    return "/".join(filter(None, (folder, VARIANTS, f"{stem}.{said}.{suffix}")))
