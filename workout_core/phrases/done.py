"""What was done of a workout, in words."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.analysis.done import UNTIL_START, Comparison, Done, StepDone, StepsFoundBy
from workout_core.analysis.reading import Reading
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.model.target import Quantity
from workout_core.phrases.amounts import say_speed
from workout_core.phrases.step_lines import say_step
from workout_core.units import say_computed_distance, write_clock


def say_done(done: Done, reading: Reading) -> str:
    """Say time, distance, pace, heart rate and power, as far as they are known: ``3:14, 800 m, 4:03/km``."""
    parts = [write_clock(round(done.seconds))]
    if done.metres:
        parts.append(say_computed_distance(done.metres, reading.units))
    if done.speed:
        parts.append(say_speed(done.speed, reading.sport, reading.units))
    if done.heart_rate:
        parts.append(f"{done.heart_rate:.0f} bpm")
    if done.power:
        parts.append(f"{done.power:.0f} W")
    return ", ".join(parts)


def say_planned(step: StepDone, reading: Reading) -> str:
    """Say what was planned in one line."""
    if step.step is UNTIL_START:
        return gettext("Rest until the next start")
    return say_step(step.step, reading.sport, reading.athlete, reading.units)


def say_beside(step: StepDone, reading: Reading) -> str:
    """Say what is not as planned: cut short, longer, faster or slower than the target; or nothing."""
    how_much = pgettext("than planned", _HOW_MUCH[step.how_much]) if step.how_much else ""
    target = step.step.target
    if not step.beside or target is None:
        return how_much
    is_pace = reading.known(target).quantity is Quantity.SPEED
    return ", ".join(filter(None, (how_much, gettext((_PACES if is_pace else _BESIDE)[step.beside]))))


_HOW_MUCH: Final = MappingProxyType(
    {
        "cut short": pgettext_noop("than planned", "cut short"),
        "longer": pgettext_noop("than planned", "longer"),
    }
)
_PACES: Final = MappingProxyType(
    {"above": gettext_noop("faster than the target"), "below": gettext_noop("slower than the target")}
)
_BESIDE: Final = MappingProxyType(
    {"above": gettext_noop("above the target"), "below": gettext_noop("below the target")}
)


class SaidStep(NamedTuple):
    """A step in words.

    Attributes:
        planned: what was planned.
        done: what was done, and what of it is not as planned; ``missed``, or empty where nothing tells.
    """

    planned: str
    done: str


def say_steps(comparison: Comparison, reading: Reading) -> Iterator[SaidStep]:
    """Yield each step of *comparison* in words."""
    for each in comparison.steps:
        done = "" if comparison.found_by is StepsFoundBy.NOTHING else pgettext("step", "missed")
        if each.done is not None:
            beside = say_beside(each, reading)
            done = f"{say_done(each.done, reading)}{f' ({beside})' if beside else ''}"
        yield SaidStep(say_planned(each, reading), done)


def say_found_by(comparison: Comparison) -> str:
    """Say by what laps were put beside steps, where that is not what they say themselves."""
    if comparison.found_by is StepsFoundBy.ORDER:
        return gettext("The laps do not say their steps; there are as many, and they are compared in order.")
    if comparison.found_by is StepsFoundBy.NOTHING:
        return gettext(
            "The laps do not say their steps, and there are not as many: only the sums are compared."
        )
    return ""


def say_missed(comparison: Comparison) -> str:
    """Say how many steps were missed; nothing if none was."""
    missed, steps = len(comparison.missed), len(comparison.steps)
    return gettext("Missed: {missed} of {steps} steps", missed=missed, steps=steps) if missed else ""


def say_comparison(comparison: Comparison, reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield lines, each with how far it is indented: each step, below it what was done, and the sums."""
    if doubt := say_found_by(comparison):
        yield 0, doubt
    for number, each in enumerate(say_steps(comparison, reading), 1):
        yield 0, f"{number}. {each.planned}"
        if each.done:
            yield 3, each.done
    if comparison.more:
        is_more = comparison.found_by is StepsFoundBy.STEPS
        yield 0, gettext("More laps") if is_more else gettext("Laps")
        yield from ((3, say_done(each, reading)) for each in comparison.more)
    yield 0, gettext("In all {done}", done=say_done(comparison.total, reading))
    if missed := say_missed(comparison):
        yield 0, missed
