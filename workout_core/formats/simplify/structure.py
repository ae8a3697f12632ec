"""Repeats: kept, counted, or written out pass by pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Final

from attrs import evolve

from workout_core.budget import Work
from workout_core.errors import ExportError, TooMuchWork
from workout_core.formats.capabilities import Feature
from workout_core.formats.features import feature_of_duration, feature_of_interval
from workout_core.formats.simplify.clock import Place, by_the_clock
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.steps import fits, simplify_step
from workout_core.languages import Language, gettext, language, ngettext, quoted
from workout_core.model.items import count_items
from workout_core.model.paths import item_path
from workout_core.model.workout import Item, Repeat, Step, timed
from workout_core.phrases import say_passes, say_repeat
from workout_core.units import say_time

MOST_PASSES: Final = 1000


def simplify_items(items: tuple[Item, ...], ledger: Ledger) -> tuple[Item, ...]:
    """Return what the format can carry of a workout's *items*.

    Raises:
        ExportError: written out, its repeats would fill a book.
    """
    return _joined(_parts(items, partial(item_path, "steps"), ledger, inside=False), items)


def _joined(parts: Iterable[tuple[Item, ...]], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return *parts* as one tuple, which is *items* themselves if nothing has changed."""
    joined = tuple(chain.from_iterable(parts))
    return items if joined == items else joined


def _parts(items: tuple[Item, ...], place: Place, ledger: Ledger, *, inside: bool) -> list[tuple[Item, ...]]:
    """Return what becomes of each item, which comes from *place* of its index; *inside* a repeat or not."""
    parts: list[tuple[Item, ...]] = []
    for index, item in enumerate(items):
        if isinstance(item, Repeat):
            made = tuple(_simplify_repeat(item, place(index), ledger, inside=inside))
        elif fits(item, ledger):
            made = (item,)
        else:
            made = tuple(simplify_step(item, place(index), ledger))
        if ledger.origins is not None:  # places are spelt only where somebody asks for them
            ledger.note((item, *made), place(index))
        parts.append(made)
    return parts


def _simplify_repeat(repeat: Repeat, path: str, ledger: Ledger, *, inside: bool) -> Iterator[Item]:
    lacking = _lacking(ledger, inside=inside)
    is_cut = repeat.skip_last_rest and not _skips_rest(repeat.items[-1], ledger)
    had_cap = repeat.cap is not None
    repeat, place = by_the_clock(repeat, path, ledger, is_kept=not lacking and not is_cut)
    counted = _counted(repeat, path, ledger, lacking)
    if lacking or is_cut or Feature.REPEAT_RANGE not in ledger.supports:
        counted = _without_range(counted, path, ledger)
    parts = _parts(repeat.items, place, ledger, inside=True)
    items, rest = _joined(parts, repeat.items), len(parts[-1])
    times, skips = counted.times or 1, counted.skip_last_rest
    if had_cap and repeat.cap is None and times == 1 and not skips:
        yield from items
    elif lacking:
        _write_out(items, times - 1, ledger)
        told = ngettext("{n} pass is written out", "{n} passes are written out", times)
        ledger.lose(path, lacking, told)
        written = items * times
        yield from written[:-rest] if skips else written
    elif is_cut:
        told = gettext("the last pass is written out without its rest")
        ledger.lose(path, Feature.SKIP_LAST_REST, told)
        _write_out(items[:-rest], 1, ledger)
        yield from items * (times - 1) if times <= 2 else [Repeat(items=items, times=times - 1)]  # noqa: PLR2004
        yield from items[:-rest]
    else:
        yield _kept(counted, items, path, ledger)


def _skips_rest(rest: Item, ledger: Ledger) -> bool:
    """Tell whether the format can leave out the last *rest* of a repeat: it does so with one step only."""
    is_one = isinstance(rest, Step) and len(tuple(simplify_step(rest, "", ledger.apart()))) == 1
    return is_one and Feature.SKIP_LAST_REST in ledger.supports


def _kept(repeat: Repeat, items: tuple[Item, ...], path: str, ledger: Ledger) -> Repeat:
    """Return *repeat* of what became of its items, in an interval that is long enough for them."""
    if items is repeat.items:
        return repeat
    if repeat.every is None or (seconds := sum(map(timed, items))) <= repeat.every:
        return evolve(repeat, items=items)
    told = gettext("{before} become {after}", before=say_time(repeat.every), after=say_time(seconds))
    ledger.lose(path, feature_of_interval(repeat), told)
    return evolve(repeat, items=items, every=seconds)


def _lacking(ledger: Ledger, *, inside: bool) -> Feature | None:
    """Return the feature for want of which a repeat is written out, if there is one."""
    if Feature.REPEAT not in ledger.supports:
        return Feature.REPEAT
    return Feature.NESTED_REPEAT if inside and Feature.NESTED_REPEAT not in ledger.supports else None


def _counted(repeat: Repeat, path: str, ledger: Ledger, lacking: Feature | None) -> Repeat:
    """Return *repeat* with a number of times, unless the format knows its until."""
    if repeat.until is None:
        return repeat
    needed = {Feature.REPEAT_UNTIL, feature_of_duration(repeat.until)}
    if lacking is None and needed <= ledger.supports.features:
        return repeat
    counted = evolve(repeat, times=min(ledger.measured(repeat).passes(repeat), MOST_PASSES), until=None)
    said, becomes = _within(say_repeat(repeat)), _within(say_repeat(counted))
    told = gettext("{before} becomes {after}", before=quoted(said), after=quoted(becomes))
    ledger.lose(path, Feature.REPEAT_UNTIL, told)
    return counted


def _without_range(repeat: Repeat, path: str, ledger: Ledger) -> Repeat:
    """Return *repeat* with its least number of passes, the range told in the cue of its first step."""
    if repeat.most is None:
        return repeat
    one, said = evolve(repeat, most=None), gettext("{passes} times", passes=say_passes(repeat))
    becomes = _within(say_repeat(one))
    told = gettext("{before} becomes {after}", before=quoted(said), after=quoted(becomes))
    ledger.lose(path, Feature.REPEAT_RANGE, told)
    ledger.say(said)
    return one


def _within(said: str) -> str:
    """Return what begins a line as it stands within a sentence; German nouns keep their capitals."""
    return said.lower() if language() is Language.ENGLISH else said


def _write_out(items: tuple[Item, ...], times: int, ledger: Ledger) -> None:
    """Count *items* that are about to be written *times* more."""
    try:
        ledger.budget.spend(Work.WRITTEN_OUT, count_items(items) * times)
    except TooMuchWork as error:
        hint = gettext(ledger.supports.too_many_steps)
        raise ExportError(f"steps: {error} ({hint})") from None
