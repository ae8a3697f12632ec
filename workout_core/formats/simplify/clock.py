"""Repeats by the clock: on the minute (EMOM), and for time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias, TypeGuard

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import feature_of_interval
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.steps import simplify_step
from workout_core.languages import gettext, quoted
from workout_core.model.duration import SHORTEST, LapButton, Time
from workout_core.model.paths import item_path
from workout_core.model.sets import is_between, is_send_off
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Target
from workout_core.model.workout import Intensity, Item, Repeat, Step, timed, walk
from workout_core.phrases import outline_items, say_duration, say_targets
from workout_core.units import say_time, write_exact_clock

Place: TypeAlias = Callable[[int], str]
"""From the index of an item to the place where it comes from."""


def by_the_clock(repeat: Repeat, path: str, ledger: Ledger, *, is_kept: bool) -> tuple[Repeat, Place]:
    """Return *repeat* without an interval or a cap that the format lacks, or that it loses by not being kept.

    With it come the places where its items come from.

    Where all that is done in an interval has a time, the rest that is left of it becomes a step; and in the
    water, where swimmers count lengths and read the clock on the wall. Otherwise each interval becomes one
    step, so that the watch keeps the beat, and what is done in it is told in words. A cap is told in the
    first step.
    """
    if repeat.every is not None and not (is_kept and _has_interval(repeat, ledger)):
        return _on_the_minute(repeat, repeat.every, path, ledger)
    if repeat.cap is not None and not (is_kept and Feature.TIME_CAP in ledger.supports):
        told = gettext("for time, cap {time}", time=say_time(repeat.cap))
        ledger.tell(path, Feature.TIME_CAP, told)
        ledger.say(told)
        repeat = evolve(repeat, cap=None)
    return repeat, partial(item_path, f"{path}.steps")


def _has_interval(repeat: Repeat, ledger: Ledger) -> bool:
    """Tell whether the format can begin each pass of *repeat*: that of a send-off if it stays one step."""
    if Feature.REPEAT_EVERY in ledger.supports and not is_send_off(repeat):
        return True
    only = repeat.items[0]
    stays = isinstance(only, Step) and len(tuple(simplify_step(only, "", ledger.apart()))) == 1
    return is_send_off(repeat) and Feature.SEND_OFF in ledger.supports and stays


def _on_the_minute(repeat: Repeat, seconds: float, path: str, ledger: Ledger) -> tuple[Repeat, Place]:
    if all(isinstance(item, Step) and isinstance(item.duration, Time) for item in repeat.items):
        steps, last = f"{path}.steps", len(repeat.items) - 1
        items = tuple(_with_rest(repeat.items, seconds))
        # the rest that is left of an interval comes from what is done before it
        return evolve(repeat, items=items, every=None), lambda index: item_path(steps, min(index, last))
    if ledger.sport.in_water and not any(
        isinstance(item, Step) and item.exercise for _, item in walk(repeat.items)
    ):
        return _sent_off(repeat, seconds, path, ledger)
    step, said, of = _timed(repeat, seconds, ledger)
    becomes = gettext(
        "each pass becomes a step of {time}, and {told}", time=say_time(seconds), told=ledger.told(said)
    )
    ledger.lose(path, feature_of_interval(repeat), becomes)
    ledger.say(said)
    place = next(where for where, item in walk(repeat.items, path) if item is of)
    return evolve(repeat, items=(step,), every=None, skip_last_rest=False), lambda _: place


def _sent_off(repeat: Repeat, seconds: float, path: str, ledger: Ledger) -> tuple[Repeat, Place]:
    """Return *repeat* with the rest until the next start as a step: as long as the paces tell, or open."""
    items, steps = list(repeat.items), f"{path}.steps"
    while len(items) > 1 and _is_rest(items[-1]):
        items.pop()
    reading, last = ledger.measured(*items), len(items) - 1
    times = [reading.item_totals(item).time for item in items]
    left = round(seconds - sum(each.value for each in times), 1)
    left = left if all(each.exact for each in times) else round(left)
    told = gettext("leave on {clock}", clock=write_exact_clock(seconds))
    is_known = all(each.at_least for each in times) or Feature.LAP_BUTTON not in ledger.supports
    if is_known and left < 1:
        takes = say_time(round(seconds - left))
        what = gettext("{told} (each pass takes {time})", told=ledger.told(told), time=takes)
        ledger.lose(path, feature_of_interval(repeat), what)
        ledger.say(told)
        return evolve(repeat, items=items, every=None), partial(item_path, steps)
    cue = told if Feature.CUE in ledger.supports else ""
    rest = Step(duration=Time(left) if is_known else LapButton(), intensity=Intensity.REST, cue=cue)
    becomes = (
        gettext("{what} becomes a rest of {time}", what=quoted(told), time=say_time(left))
        if is_known
        else gettext("{what} becomes a rest until the lap button", what=quoted(told))
    )
    ledger.lose(path, feature_of_interval(repeat), becomes)
    return evolve(repeat, items=(*items, rest), every=None), lambda index: item_path(steps, min(index, last))


def _with_rest(items: tuple[Item, ...], seconds: float) -> Iterator[Item]:
    """Yield *items*, which all have a time, and the rest that is left of an interval."""
    *before, last = items
    left = seconds - sum(map(timed, items))
    yield from before
    if _is_rest(last):
        yield evolve(last, duration=Time(timed(last) + left))
        return
    yield last
    if left >= SHORTEST:
        yield Step(duration=Time(left), intensity=Intensity.REST)


def _is_rest(item: Item) -> TypeGuard[Step]:
    return isinstance(item, Step) and is_between(item) and item.intensity is Intensity.REST


def _timed(repeat: Repeat, seconds: float, ledger: Ledger) -> tuple[Step, str, Step]:
    """Return the one step that a pass becomes, in words what is done in it, and where the step comes from."""
    items = list(repeat.items)
    while len(items) > 1 and _is_rest(items[-1]):
        items.pop()
    work = [item for item in items if not is_between(item)] or items
    only = work[0] if len(work) == 1 and isinstance(work[0], Step) else None
    said = [
        _how_much(item, ledger.sport) if item is only else "; ".join(outline_items((item,), ledger.sport))
        for item in items
    ]
    step = Step(duration=Time(seconds)) if only is None else _for_all(only, seconds)
    done = "; ".join(said)
    is_short = len(items) == 1 and only
    told = gettext("{work}, then rest", work=done) if is_short else gettext("{work}; then rest", work=done)
    return step, told, only or next(item for _, item in walk(repeat.items) if isinstance(item, Step))


def _for_all(step: Step, seconds: float) -> Step:
    """Return *step* for a whole interval: an effort is meant for all of it, a pace or a power is not."""
    efforts = [target for target in _targets(step) if target.quantity is Quantity.EFFORT]
    return evolve(
        step,
        duration=Time(seconds),
        target=efforts[0] if efforts else None,
        second_target=None,
        exercise=step.exercise and evolve(step.exercise, per_side=False),
    )


def _targets(step: Step) -> list[Target]:
    return [target for target in (step.target, step.second_target) if target is not None]


def _how_much(step: Step, sport: Sport) -> str:
    """Say how much of a step is to be done, for each side if so, and what to hold besides an effort."""
    amount = say_duration(step.duration)
    if step.exercise and step.exercise.per_side:
        amount = gettext("{amount} each side", amount=amount)
    held, second, *_ = *(each for each in _targets(step) if each.quantity is not Quantity.EFFORT), None, None
    words = say_targets(evolve(step, target=held, second_target=second), sport)
    return " ".join(filter(None, (amount, words)))
