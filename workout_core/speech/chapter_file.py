"""The steps of a script as chapters: JSON Chapters 1.2 of the podcast namespace."""

from __future__ import annotations

import json
from itertools import pairwise

from workout_core.speech.script import Script


def write_chapters(script: Script, description: str = "") -> str:
    """Return the chapters of *script* as podcast apps read them beside a track.

    Args:
        script: what is said.
        description: what the workout is for.
    """
    starts = [_seconds(chapter.at) for chapter in script.chapters]
    chapters = [
        {"startTime": start, "endTime": end, "title": chapter.title}
        for chapter, (start, end) in zip(
            script.chapters, pairwise((*starts, _seconds(script.seconds))), strict=True
        )
    ]
    about = "\n\n".join(filter(None, (description, script.note)))
    head = {"version": "1.2.0", "title": script.title, **({"description": about} if about else {})}
    return json.dumps({**head, "chapters": chapters}, ensure_ascii=False, indent=2) + "\n"


def _seconds(seconds: float) -> float:
    """Return *seconds* to the millisecond, and as a whole number where it is one."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded
