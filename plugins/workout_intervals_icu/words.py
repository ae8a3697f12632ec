"""Words that stay words: texts in which the workout builder finds no part of a step, and no repeat."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workout_core import Language, gettext, gettext_noop, language, pgettext
from workout_intervals_icu.parts import PartKind, parts_of

_SPACED_TIME: Final = re.compile(r"(?<![\w.,])([0-9]+(?:[.,][0-9]+)?)\s([hmsy])(?!\w)", re.IGNORECASE)
"""Nothing says that the builder needs a unit right behind its number."""
REPEAT: Final = re.compile(r"(?<![\w.,])([0-9]{1,6})\s?(?:x(?!\w)|×\W*$)", re.IGNORECASE)
"""A sign of multiplication is one only at the end, so that 6 × 800 m stays a name."""
_OPEN_END: Final = re.compile(r"(?<=[^,;.:!?…–])\n")
_SETTING: Final = re.compile(r"([A-Za-z_]{2,20})=(?=[^\s,;])")
_SIMPLE: Final = {
    PartKind.RAMP: gettext_noop("climb"),
    PartKind.FREE: gettext_noop("free riding"),
    PartKind.ALL_OUT: gettext_noop("maximal effort"),
    PartKind.LAP: gettext_noop("use the lap button"),
}
_DASHES: Final = "-–—−• \t"
"""With one of these, a line begins a step."""
_LEADS: Final = " \t:@-–—"
"""What leads to the duration behind the words."""
_MOST_ROUNDS: Final = 8


def as_words(text: str) -> str:
    """Return *text* on one line, with everything respelt that the workout builder would act on.

    It reads the same to an athlete: ``30s`` becomes ``30-s``, ``75%`` becomes ``75 per cent``, ``Z2`` becomes
    ``zone 2``, and ``6x`` becomes ``6 times``. What is respelt once is not respelt again.
    """
    return _as_words(text, language())


@lru_cache(maxsize=1024)
def _as_words(text: str, _language: Language) -> str:
    line = _OPEN_END.sub(
        "; ", "\n".join(filter(None, (" ".join(each.split()) for each in text.splitlines())))
    )
    line = line.replace("\n", " ").lstrip(_DASHES)
    for _ in range(_MOST_ROUNDS):  # what was taken apart may make a part with what is beside it
        before = line
        for part in reversed([each for each in parts_of(line) if each.kind is not PartKind.BEATS]):
            line = line[: part.match.start()] + _respelt(part.kind, part.text) + line[part.match.end() :]
        line = _SETTING.sub(r"\1 = ", _SPACED_TIME.sub(r"\1-\2", REPEAT.sub(times, line)))
        line = line.lstrip(_DASHES).rstrip(_LEADS)
        if line == before:
            break
    return line


def times(found: re.Match[str]) -> str:
    """Return in words how often what is *found* is done."""
    return gettext("{times} times", times=found[1])


def _respelt(kind: PartKind, text: str) -> str:
    if kind in _SIMPLE:
        return gettext(_SIMPLE[kind])
    if kind in (PartKind.SHARE, PartKind.MEAN_MAXIMUM):
        percent = gettext("per cent")
        return re.sub(r"\s?%", f" {percent}", text)
    if kind in (PartKind.ZONE, PartKind.CUSTOM_ZONE):
        custom, plain = gettext("custom zone"), gettext("zone")
        return re.sub(r"(?i)(C?)Z(?=[0-9])", lambda found: f"{custom if found[1] else plain} ", text)
    if kind is PartKind.PACE:
        per, pace = pgettext("a pace: so many minutes … kilometre", "per"), gettext("pace")
        return re.sub(r"(?i)\s?pace", f"-{pace}", re.sub(r"\s?/\s?", f" {per} ", text))
    if kind is PartKind.SETTING:
        return text.replace("=", " = ", 1)
    return re.sub(r"(?<=[0-9])\s?(?=[A-Za-z'’′\"”″])", "-", text)  # noqa: RUF001 - as people paste them
