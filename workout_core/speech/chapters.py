"""The chapters of a script: a title for everything that is done, as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import LapButton
from workout_core.model.workout import Repeat, Step
from workout_core.phrases.amounts import say_duration
from workout_core.phrases.outline import say_item
from workout_core.speech.script import Chapter
from workout_core.speech.step_words import until_ready
from workout_core.speech.timeline import Moment, Pass

_NUMBERED: Final = MappingProxyType(
    {"": "{n}", "set": gettext_noop("Set {n}"), "round": gettext_noop("Round {n}")}
)
"""By what the passes are called, as in what follows."""
_NUMBERED_OF: Final = MappingProxyType(
    {
        "": gettext_noop("{n} of {times}"),
        "set": gettext_noop("Set {n} of {times}"),
        "round": gettext_noop("Round {n} of {times}"),
    }
)
SHORTEST: Final = 1.0
"""Seconds; what is shorter belongs to the chapter before it."""


def chapters(moments: Iterable[Moment], reading: Reading) -> Iterator[Chapter]:
    """Yield a chapter for each of *moments* that lasts a second or more, and for the first."""
    titles: dict[str, str] = {}
    as_written, meant = say_duration(LapButton()), until_ready()  # nobody presses a button of a voice
    for moment in moments:
        if moment.at and moment.seconds < SHORTEST:
            continue
        title = titles.get(moment.path)
        if title is None:
            title = titles[moment.path] = _title(moment, reading)
        count = ", ".join(map(_count, moment.begun))
        title = title.replace(as_written, meant)
        yield Chapter(at=moment.at, title=f"{count}: {title}" if count else title, path=moment.path)


def _title(moment: Moment, reading: Reading) -> str:
    """Return what is done in a line, without the cue; of an interval of a clock, one pass of it."""
    item = moment.item
    if isinstance(item, Step):
        return say_item(evolve(item, cue=""), reading)
    once = evolve(item, times=1, most=None) if item.every is not None else item
    return say_item(_without_cues(once), reading).removesuffix(":")


def _without_cues(repeat: Repeat) -> Repeat:
    items = (evolve(item, cue="") if isinstance(item, Step) else _without_cues(item) for item in repeat.items)
    return evolve(repeat, items=items)


def _count(each: Pass) -> str:
    n, times = each.number, each.times
    if not times:
        return gettext(_NUMBERED[each.called], n=n)
    return gettext(_NUMBERED_OF[each.called], n=n, times=times)
