"""A voice that leads through a workout: what it says at each moment, and what gives way to what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.languages import pgettext
from workout_core.model.duration import Distance
from workout_core.model.sets import BETWEEN
from workout_core.model.workout import Intensity, Repeat, Step
from workout_core.speech.aloud import sentence
from workout_core.speech.marks import Marks
from workout_core.speech.race_words import half_of_race, is_part
from workout_core.speech.room import BEEPS, GAP, Room, Saying
from workout_core.speech.sayings import Sayings, is_between_work, ready_word
from workout_core.speech.script import SpokenKind, Talk
from workout_core.speech.timeline import Moment

LEAD: Final = 15.0
"""Seconds before a change at which it is told what comes, or more if that takes longer."""
LEAD_TO_AN_EXERCISE: Final = 20.0
LEAD_IN_WATER: Final = 8.0
"""By then a swimmer is at the wall."""
EARLIEST: Final = 60.0
"""Seconds by which that may be earlier still."""
COUNTED_FROM: Final = 10.0
"""Seconds before a change at which they are said."""
BEEP: Final = 0.3
"""Seconds that are kept free for it."""
SHORTEST_TOLD: Final = 20.0
"""Seconds that a step lasts, at least, in which it is said what comes next."""
SHORTEST_TOLD_IN_WATER: Final = 15.0
SHORTEST_COUNTED: Final = 30.0
"""The same, before whose end seconds are said."""
SHORTEST_WITH_TONES: Final = 10.0
_EASY: Final = frozenset({Intensity.EASY, Intensity.WARMUP, Intensity.COOLDOWN})


class _Foretold(NamedTuple):
    """What was said of a moment before it began: what it is, and its cue."""

    what: bool = False
    cue: bool = False


class Talking:
    """Says what there is to say of a workout, moment by moment.

    Attributes:
        room: the lines, and what had no room among them.
        beeps: when a tone is heard, in seconds from the start.
    """

    def __init__(
        self,
        reading: Reading,
        moments: Sequence[Moment],
        seconds: float,
        talk: Talk,
        seconds_of: Callable[[str], float],
    ) -> None:
        self.room = Room(seconds_of)
        self.beeps: list[float] = []
        self._talk = talk
        self._in_water = reading.sport.in_water
        self._sayings = Sayings(reading, talk)
        self._end = seconds
        self._marks = Marks(reading, self._sayings, talk, self._end, half_of_race(moments))
        self._is_exact = all(moment.by_time for moment in moments)
        self._estimates = _estimates(moments)
        self._moments = [moment for moment in moments if self._is_audible(moment)]

    def run(self) -> None:
        """Say everything, first to last."""
        told = _Foretold()
        opening = self._sayings.opening(seconds=self._end, estimates=self._estimates)
        if opening and self._start_after(-1) > 0:  # what the workout begins with is too short for a word
            before = self._start_after(-1) - GAP
            self.room.place(Saying(forms=opening, kind=SpokenKind.OPENING, path="", at=0.0, before=before))
        for index, moment in enumerate(self._moments):
            until = self._start_after(index) - GAP
            self._begin(moment, until, told, opening if moment.at == 0 else ())
            told = self._before(index + 1, moment)
            following = self._moments[index + 1] if index + 1 < len(self._moments) else None
            self._count_down(moment, following, told)
            for mark in self._marks.of(moment):
                self.room.place(mark)
            self.room.settle()
        ending = self._sayings.ending(is_exact=self._is_exact)
        self.room.say(ending, self._end, SpokenKind.ENDING, "")

    def _is_audible(self, moment: Moment) -> bool:
        """Tell whether *moment* lasts as long as its shortest words; tell it where not."""
        forms = self._sayings.start(moment, was_told=True)
        if self._shortest(moment) <= moment.seconds:
            return True
        self.room.tell(moment.at, moment.path, forms[0])
        if cue := self._sayings.cue(moment):
            self.room.tell(moment.at, moment.path, cue)
        return False

    def _shortest(self, moment: Moment) -> float:
        return min(map(self.room.together, self._sayings.start(moment, was_told=True)))

    def _start_after(self, index: int) -> float:
        """Return when the next one that is announced begins, or when all is over."""
        return self._moments[index + 1].at if index + 1 < len(self._moments) else self._end

    def _begin(self, moment: Moment, until: float, told: _Foretold, opening: tuple[str, ...]) -> None:
        """Say what begins, and the coach's cue; at the very start what the session is."""
        start = self._sayings.start(moment, was_told=told.what, is_first=bool(opening))
        cue = "" if told.cue else sentence(self._sayings.cue(moment))
        wanted = opening[0] if opening else "", start[0], cue
        if not self._set_up(moment, wanted, until):
            said = self._fitting(opening, start, cue, until + GAP - moment.at)
            self._say(moment, said)
            for text, whole in zip(said, wanted, strict=True):
                if text != whole:
                    self.room.tell(moment.at, moment.path, whole, text)

    def _set_up(self, moment: Moment, said: tuple[str, str, str], until: float) -> bool:
        """Say what begins while one gets ready for it, and send off; return whether there is time for it."""
        opening, start, cue = said
        ready = moment.at + moment.set_up
        if (
            self.room.together(opening, start) > moment.set_up
            or self.room.together(ready_word(), cue) > until + GAP - ready
        ):
            return False
        self._say(moment, (opening, start, ""))
        self._count_to(ready)
        self.room.say(ready_word(), ready, SpokenKind.COUNTDOWN, moment.path)
        if cue:
            self.room.say(cue, self.room.free_from, SpokenKind.CUE, moment.path)
        return True

    def _say(self, moment: Moment, said: tuple[str, str, str]) -> None:
        """Say an opening, what begins and a cue one after the other, as far as there are such."""
        at = moment.at
        for text, kind in zip(said, (SpokenKind.OPENING, SpokenKind.STEP, SpokenKind.CUE), strict=True):
            if text:
                self.room.say(text, at, kind, "" if kind is SpokenKind.OPENING else moment.path)
                at = self.room.free_from

    def _fitting(
        self, opening: tuple[str, ...], start: tuple[str, ...], cue: str, seconds: float
    ) -> tuple[str, str, str]:
        """Return what there is time for: first the opening becomes shorter, then the start, then the cue."""
        choices = [(each, start[0], cue) for each in (*opening, "")] + [("", each, cue) for each in start[1:]]
        for choice in choices:
            if self.room.together(*choice) <= seconds:
                return choice
        least = min(start, key=self.room.lasts)
        kept = self.room.longest(cue, seconds - self.room.together(least) - GAP)
        return next(
            ("", each, kept)
            for each in (*start, least)
            if self.room.together(each, kept) <= seconds or each is least
        )

    def _before(self, index: int, moment: Moment) -> _Foretold:
        """Say in *moment* what comes next, if that is new, or has a cue that needs more time."""
        if index >= len(self._moments):
            return _Foretold()
        following = self._moments[index]
        cue = sentence(self._sayings.cue(following))
        seconds = self._start_after(index) - following.at
        is_urgent = bool(cue) and self.room.together(cue) + self._shortest(following) > seconds
        runs_on = is_part(moment.item) and is_part(following.item)
        if not is_urgent and (runs_on or (self._talk is Talk.USUAL and _stays(moment, following))):
            return _Foretold(what=True)
        if not (is_urgent or self._is_told(moment, following)):
            return _Foretold()
        is_first_pass = following.is_in_repeat and not following.is_again
        counted = COUNTED_FROM if self._talk is Talk.MANY and _is_counted(moment) else 0
        beeped = BEEPS[0] if _has_tones(moment, following) else 0
        ready = moment.at + moment.set_up
        at = max(ready, moment.end - self._lead_to(following))
        saying = Saying(
            forms=self._sayings.preview(
                following, cue if is_urgent or is_first_pass else "", keeps_cue=is_urgent
            ),
            kind=SpokenKind.PREVIEW,
            path=following.path,
            at=at,
            before=moment.end - max(counted, beeped) - GAP,
            late=LEAD_TO_AN_EXERCISE,
            early=at - ready if moment.set_up else EARLIEST,
        )
        said = self.room.place(saying)
        return _Foretold(bool(said), is_urgent and said.endswith(cue))

    def _lead_to(self, following: Moment) -> float:
        if self._in_water:
            return LEAD_IN_WATER
        is_exercise = isinstance(following.item, Step) and following.item.exercise is not None
        return LEAD_TO_AN_EXERCISE if is_exercise else LEAD

    def _is_told(self, moment: Moment, following: Moment) -> bool:
        """Tell whether it is said in *moment* what *following* is: not of a rest, and not under water."""
        if self._talk is Talk.FEW:
            return False
        if self._in_water:
            at_the_wall = isinstance(moment.item, Repeat) or moment.item.intensity is Intensity.REST
            return at_the_wall and moment.seconds >= SHORTEST_TOLD_IN_WATER
        if is_between_work(following):
            return self._talk is Talk.MANY and moment.seconds >= SHORTEST_COUNTED
        needs_it = following.is_hold and not following.set_up  # one gets ready now
        return moment.seconds >= (SHORTEST_WITH_TONES if needs_it else SHORTEST_TOLD)

    def _count_down(self, moment: Moment, following: Moment | None, told: _Foretold) -> None:
        """Count down to the end of *moment*, if it ends by time and something else begins."""
        if not _has_tones(moment, following):
            return
        is_counted = _is_counted(moment) and not _is_gentle(moment, following)
        if is_counted and (self._talk is Talk.MANY or (self._talk is Talk.USUAL and not told.what)):
            at, before = moment.end - COUNTED_FROM, moment.end - BEEPS[0] - GAP
            ten = pgettext("spoken", "Ten seconds.")
            self.room.place(
                Saying(forms=(ten,), kind=SpokenKind.COUNTDOWN, path=moment.path, at=at, before=before)
            )
        self._count_to(moment.end)

    def _count_to(self, change: float) -> None:
        """Have tones before a *change*, where nothing is said."""
        tones = (change - before for before in BEEPS)
        self.beeps += (at for at in tones if self.room.is_silent(at, at + BEEP))


def _has_tones(moment: Moment, following: Moment | None) -> bool:
    """Tell whether tones count down to the end of *moment*: not to what goes on as it is."""
    if not moment.by_time or moment.seconds - moment.set_up < SHORTEST_WITH_TONES:
        return False
    return following is None or not _goes_on(moment, following)


def _goes_on(moment: Moment, following: Moment) -> bool:
    """Tell whether one rests, walks or jogs on in the same way."""
    one, other = moment.item, following.item
    if not isinstance(one, Step) or not isinstance(other, Step) or not is_between_work(moment):
        return False
    return (one.intensity, one.target, one.name) == (other.intensity, other.target, other.name)


def _stays(moment: Moment, following: Moment) -> bool:
    """Tell whether what is to be held stays the same, as from one kilometre of a race to the next."""
    one, other = moment.item, following.item
    if not isinstance(one, Step) or not isinstance(other, Step) or one.target is None or following.begun:
        return False
    return (one.intensity, one.target, one.exercise) == (other.intensity, other.target, other.exercise)


def _is_gentle(moment: Moment, following: Moment | None) -> bool:
    """Tell whether *moment* ends in what is no harder: nobody waits for the end of a walk, or for a walk."""
    is_rest = isinstance(moment.item, Step) and moment.item.intensity in BETWEEN
    if following is None:
        return is_rest
    is_easy = isinstance(moment.item, Step) and moment.item.intensity in _EASY
    return (is_rest or is_easy) and is_between_work(following)


def _is_counted(moment: Moment) -> bool:
    return moment.by_time and moment.seconds - moment.set_up >= SHORTEST_COUNTED


def _estimates(moments: Sequence[Moment]) -> str:
    """Return what is said of steps that do not end by time; nothing if all do."""
    estimated = [moment for moment in moments if not moment.by_time]
    if not estimated:
        return ""
    if any(isinstance(each.item, Step) and isinstance(each.item.duration, Distance) for each in estimated):
        return pgettext("spoken", "Times are estimated from your pace.")
    return pgettext("spoken", "Times are estimated: pause me if you need longer.")
