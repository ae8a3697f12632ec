"""What is said on the way through what is long: half ways, marks of time, and what to hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.languages import pgettext
from workout_core.model.duration import Distance
from workout_core.model.workout import Repeat, Step
from workout_core.speech.aloud import aloud, sentence
from workout_core.speech.race_words import is_part
from workout_core.speech.room import BEEPS, GAP, Saying
from workout_core.speech.sayings import Sayings, is_between_work
from workout_core.speech.script import SpokenKind, Talk
from workout_core.speech.step_words import time_words
from workout_core.speech.timeline import Moment
from workout_core.units import KILOMETRE, MILE, Units, say_computed_distance

MINUTE: Final = 60.0
LONG_WORKOUT: Final = 20 * MINUTE
"""From which on half of it is said."""
_LONG: Final = {Talk.USUAL: 5 * MINUTE, Talk.MANY: 40.0}
"""From which on half of a step is said."""
_FAR: Final = {Talk.USUAL: 20 * MINUTE, Talk.MANY: 2 * MINUTE}
"""The same, of a distance."""
_LAST_MINUTE: Final = {Talk.USUAL: 10 * MINUTE, Talk.MANY: 3 * MINUTE}
"""From which on it is said that a minute is left."""
_MARKED: Final = {Talk.USUAL: (40 * MINUTE, 4), Talk.MANY: (10 * MINUTE, 12)}
"""From which on times are said in a step, and how many at most."""
_SPACES: Final = tuple(minutes * MINUTE for minutes in (5, 10, 15, 20, 30, 60, 120, 240, 480, 1440, 7200))
_LAST: Final = 5 * MINUTE
"""That so much is left is said in a step of half an hour."""
_LAST_SAID_FROM: Final = 30 * MINUTE
_LONGEST_REST: Final = 10 * MINUTE
_HELD_FROM: Final = 4 * MINUTE
_APART: Final = 5 * MINUTE
"""Seconds between two half ways, so that each is known for what it is half of."""
_ROOM: Final = MINUTE
"""Seconds around a half way in which no other mark stands."""
LATE: Final = 15.0
"""Seconds by which a mark may be late."""


class Marks:
    """The marks of one workout."""

    def __init__(
        self,
        reading: Reading,
        sayings: Sayings,
        talk: Talk,
        seconds: float,
        race: tuple[float, float] | None,
    ) -> None:
        self._reading = reading
        self._sayings = sayings
        self._talk = talk
        self._whole = seconds
        self._race = race
        self._half_said = -_APART

    def of(self, moment: Moment) -> Iterator[Saying]:
        """Yield what is said while *moment* lasts, what matters most first."""
        if self._talk is Talk.FEW or self._reading.sport.in_water:
            return
        if sides := _change_of_sides(moment):
            yield _mark(moment, sides, pgettext("spoken", "Change sides."))
        of_step = list(self._of_step(moment))
        for mark in (*self._of_whole(moment, of_step), *of_step):
            if mark.kind is SpokenKind.HALFWAY and self._talk is Talk.USUAL:
                if abs(mark.at - self._half_said) < _APART:
                    continue
                self._half_said = mark.at
            yield mark

    def _of_whole(self, moment: Moment, of_step: list[Saying]) -> Iterator[Saying]:
        """Yield the half way of the race, or else of the workout, if it is in *moment*."""
        if self._race is not None:
            half, metres = self._race
            if moment.at <= half < moment.end and is_part(moment.item):
                words = f"{_half_way()} {_to_go(self._distance(metres))}"
                yield _mark(moment, half, words, SpokenKind.HALFWAY)
            return
        half = self._whole / 2
        if self._is_told(moment, half) and all(
            abs(mark.at - half) >= (_APART if mark.kind is SpokenKind.HALFWAY else MINUTE) for mark in of_step
        ):
            words = pgettext("spoken", "Half way through the workout.")
            yield _mark(moment, half, words, SpokenKind.HALFWAY)

    def _is_told(self, moment: Moment, half: float) -> bool:
        """Tell whether *half* of the workout is in *moment*, and is worth a word there."""
        is_here = moment.at <= half < moment.end and moment.seconds < self._whole
        is_quiet = self._talk is Talk.MANY or not moment.is_in_repeat
        return is_here and is_quiet and self._whole >= LONG_WORKOUT

    def _of_step(self, moment: Moment) -> Iterator[Saying]:
        step = moment.item
        if isinstance(step, Repeat):
            if step.until is not None:
                yield from _of_rounds(moment)
            return
        if step.exercise is not None or is_part(step):
            return
        far = step.duration.metres if isinstance(step.duration, Distance) else 0.0
        middle = moment.seconds / 2
        if far and moment.seconds >= _FAR[self._talk]:
            about = pgettext("spoken", "About half way.")
            words = f"{about} {_to_go(self._distance(far / 2))}"
            yield _mark(moment, moment.at + middle, words, SpokenKind.HALFWAY)
        if moment.by_time and moment.seconds >= _LONG[self._talk] and not _is_rest(moment):
            left = f" {_to_go(time_words(middle))}" if not middle % 30 else ""
            yield _mark(moment, moment.at + middle, f"{_half_way()}{left}", SpokenKind.HALFWAY)
        if moment.by_time and moment.seconds >= _LAST_MINUTE[self._talk]:
            yield _mark(moment, moment.end - MINUTE, _minute_to_go())
        if moment.by_time:
            yield from (_mark(moment, moment.at + done, words) for done, words in self._times(moment.seconds))
        if self._talk is Talk.MANY:
            yield from self._of_much_talk(moment, far)

    def _of_much_talk(self, moment: Moment, far: float) -> Iterator[Saying]:
        """Yield the last kilometre of a step of so *far*, and what to hold once more."""
        length = MILE if self._reading.units is Units.IMPERIAL else KILOMETRE
        if far >= 3 * length:
            at = moment.end - moment.seconds * length / far
            yield _mark(moment, at, _to_go(self._distance(length)))
        held = self._sayings.reminder(moment)
        if held and moment.seconds >= _HELD_FROM and not _is_rest(moment):
            yield _mark(moment, moment.at + moment.seconds / 3, held)

    def _times(self, seconds: float) -> Iterator[tuple[float, str]]:
        """Yield after how many of *seconds* it is said how many are over, and the words."""
        least, most = _MARKED[self._talk]
        left_at = seconds - _LAST if seconds >= _LAST_SAID_FROM else 0.0
        if left_at:
            yield left_at, _to_go(time_words(_LAST))
        if seconds < least:
            return
        space = next((each for each in _SPACES if seconds / each <= most + 1), _SPACES[-1])
        done = space
        while done < seconds - _LAST:
            if all(abs(done - other) >= _ROOM for other in (seconds / 2, left_at)):
                left = time_words(seconds - done) if not seconds % MINUTE else ""
                yield done, _done(time_words(done), left)
            done += space

    def _distance(self, metres: float) -> str:
        return aloud(say_computed_distance(metres, self._reading.units))


def _of_rounds(moment: Moment) -> Iterator[Saying]:
    """Yield the half way and the last minute of rounds against the clock."""
    half = moment.seconds / 2
    if moment.seconds >= 2 * MINUTE:
        words = f"{_half_way()} {_to_go(time_words(half))}"
        yield _mark(moment, moment.at + half, words, SpokenKind.HALFWAY)
    if moment.seconds >= 3 * MINUTE:
        yield _mark(moment, moment.end - MINUTE, _minute_to_go())


def _half_way() -> str:
    return pgettext("spoken", "Half way.")


def _minute_to_go() -> str:
    return pgettext("spoken", "One minute to go.")


def _to_go(left: str) -> str:
    return sentence(pgettext("spoken", "{left} to go.", left=left))


def _done(done: str, left: str) -> str:
    """Say how much is done, and how much is left if that is to be said."""
    if left:
        return sentence(pgettext("spoken", "{done}, {left} to go.", done=done, left=left))
    return sentence(pgettext("spoken", "{done} done.", done=done))


def _is_rest(moment: Moment) -> bool:
    """Tell whether *moment* is a rest, and not a walk of half an hour."""
    return is_between_work(moment) and moment.seconds < _LONGEST_REST


def _change_of_sides(moment: Moment) -> float | None:
    """Return when the second side of an exercise for a time begins, in seconds if there is one."""
    step = moment.item
    if not moment.is_hold or not isinstance(step, Step) or not step.exercise or not step.exercise.per_side:
        return None
    return moment.at + moment.set_up + (moment.seconds - moment.set_up) / 2


def _mark(moment: Moment, at: float, words: str, kind: SpokenKind = SpokenKind.MARK) -> Saying:
    before = moment.end - BEEPS[0] - GAP
    return Saying(forms=(words,), kind=kind, path=moment.path, at=at, before=before, late=LATE)
