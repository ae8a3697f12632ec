"""What there is to say at each moment of a workout, in the words of each level of talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.analysis.totals import Amount
from workout_core.languages import pgettext
from workout_core.model.duration import HeartRateAbove, HeartRateBelow, LapButton, PowerAbove, PowerBelow
from workout_core.model.sets import BETWEEN
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.phrases.splits import without_split
from workout_core.phrases.totals import time_words as total_words
from workout_core.speech.aloud import aloud, sentence, spoken_rules
from workout_core.speech.counts import count_words, done_words, next_words
from workout_core.speech.race_words import race_words
from workout_core.speech.repeat_words import repeat_words
from workout_core.speech.script import Talk
from workout_core.speech.step_words import StepWords, step_words, time_words
from workout_core.speech.timeline import Moment
from workout_core.units import estimated

_OPEN_ENDED: Final = (LapButton, HeartRateAbove, HeartRateBelow, PowerAbove, PowerBelow)
SHORT: Final = 15.0
"""Seconds; what is shorter is begun with as few words as there are, once it is known."""
LONG: Final = 600.0
"""Seconds of a workout whose time is said in whole minutes."""
SHORT_PASS: Final = 45.0
"""Seconds; of what is shorter it is not said twice which pass it is."""


def ready_word() -> str:
    """Return what is said when the time to get ready is over."""
    return pgettext("spoken", "Go.")


class Sayings:
    """The words for the moments of one workout; each is worked out once, when it is first asked for."""

    def __init__(self, reading: Reading, talk: Talk) -> None:
        self._reading = reading
        self._talk = talk
        self._in_water = reading.sport.in_water
        first, *others = reading.workout.items
        self._has_more = bool(others) or isinstance(first, Repeat)
        self._words: dict[str, StepWords] = {}
        self._cues: dict[str, str] = {}
        self._race = race_words(reading)

    def opening(self, *, seconds: float, estimates: str) -> tuple[str, ...]:
        """Return what the session is and how long it takes, in shorter and shorter forms.

        Args:
            seconds: how long the script is, in which one gets ready while one rests.
            estimates: what is said of times that are estimated; empty if none is.
        """
        if self._talk is Talk.FEW:
            return (estimates,) if estimates else ()
        name = sentence(aloud(self._reading.workout.name))
        long = sentence(_how_long(self._reading.totals.time, seconds))
        said = () if long[:-1].casefold() in name.casefold() else (long,)
        forms = (name, *said, estimates), (*said, estimates), (estimates,)
        return tuple(dict.fromkeys(filter(None, (_joined(form) for form in forms))))

    def ending(self, *, is_exact: bool) -> str:
        """Return what is said at the end, which may come too early where times are estimated."""
        if self._talk is Talk.FEW:
            return pgettext("spoken", "Done.")
        if is_exact:
            return pgettext("spoken", "Done. Good work.")
        return pgettext("spoken", "That is all from me. Well done.")

    def start(self, moment: Moment, *, was_told: bool, is_first: bool = False) -> tuple[str, ...]:
        """Return what is said when *moment* begins, in shorter and shorter forms.

        Args:
            moment: which one.
            was_told: whether it was told just before what it is.
            is_first: whether the workout begins with it.
        """
        if moment.path in self._race:
            return self._race[moment.path]
        words, count = self._of(moment), count_words(moment)
        if self._talk is Talk.FEW:
            what = () if moment.is_again else (_joined((count, words.brief)), _joined((count, words.what)))
            return _distinct(*what, count or words.word, words.word)
        is_ready = moment.is_hold and not moment.set_up
        ready = ready_word()
        go = ready if is_ready or (words.word == ready and not words.goes_on) else ""
        if was_told and moment.is_again and moment.seconds <= SHORT_PASS and self._talk is Talk.USUAL and go:
            count = ""
        is_first = is_first and self._has_more and not go
        count = _joined((go, count))
        if is_ready and moment.is_again and self._talk is not Talk.MANY:
            return _distinct(count if was_told else _joined((count, words.word)), count, ready)
        if moment.is_again and moment.seconds < SHORT:
            said = words.word if is_between_work(moment) else count or words.word
            done = done_words(moment) if is_between_work(moment) else ""
            return _distinct(_joined((said, done)), said, words.word)
        if is_between_work(moment):
            said = words.full if self._talk is Talk.MANY or not moment.is_again else words.what
            done = done_words(moment)
            forms = [_joined((said, _remark(moment), done)), _joined((said, done)), said]
        elif self._in_water and was_told:
            return (words.word,)
        elif self._talk is not Talk.MANY and moment.is_again:
            forms = [_joined((count, words.again))]
        elif self._talk is not Talk.MANY and was_told:
            forms = [_joined((count, words.what, _remark(moment)))]
        else:
            forms = [_joined((count, words.full, _remark(moment))), _joined((count, words.brief))]
        forms += [_joined((count, words.what)), count or words.what]
        return _distinct(*(_first(form) if is_first else form for form in forms), words.word)

    def preview(self, moment: Moment, cue: str = "", *, keeps_cue: bool = False) -> tuple[str, ...]:
        """Return what is said before *moment* begins, in shorter and shorter forms.

        Args:
            moment: which one.
            cue: of it, if that is to be said too.
            keeps_cue: whether the rest becomes shorter before the cue goes.
        """
        words, count = self._of(moment), next_words(moment)
        if self._talk is Talk.MANY:
            forms = [_joined((count, each)) for each in (words.full, words.brief, words.what)]
        elif self._in_water:
            said = words.again if moment.is_again else words.full
            forms = [_joined((count, said)), _joined((count, words.what)), words.what]
        elif moment.is_again:
            forms = [count or words.what]
        else:
            forms = [words.full, words.brief, words.what]
        with_cue = [_joined((form, cue)) for form in forms[: None if keeps_cue else 1]] if cue else []
        told = (*with_cue, *forms)
        return _distinct(*(pgettext("spoken", "Next: {what}", what=_within(form)) for form in told))

    def reminder(self, moment: Moment) -> str:
        """Return what to hold, said again; nothing if there is nothing to hold."""
        return self._of(moment).reminder

    def cue(self, moment: Moment) -> str:
        """Return the coach's own words for *moment*, as they are read aloud."""
        known = self._cues.get(moment.path)
        if known is None:
            first, *others = dict.fromkeys(filter(None, map(aloud, _cues(moment.item)))) or ("",)
            known = self._cues[moment.path] = (
                " ".join((sentence(first), *map(sentence, others))) if others else first
            )
        return known

    def _of(self, moment: Moment) -> StepWords:
        known = self._words.get(moment.path)
        if known is None:
            known = self._words[moment.path] = self._new(moment.item)
        return known

    def _new(self, item: Item) -> StepWords:
        if isinstance(item, Step):
            return step_words(item, self._reading)
        inner = [_without_stop(self._new(each).full) for each in item.items]
        said = inner[0]
        for each in inner[1:]:
            said = pgettext("spoken", "{first}, then {second}", first=said, second=_within(each))
        inside = sentence(said)
        clock = repeat_words(item, self._reading.units)
        if item.every is None:
            full = sentence(f"{clock}: {_within(inside)}")
        else:
            full = sentence(f"{_without_stop(inside)}, {_within(clock)}")
        return StepWords(full, full, inside, inside, ready_word(), "", goes_on=False)


def _how_long(time: Amount, seconds: float) -> str:
    """Say how long a workout takes, which nobody says to the second."""
    if not time.spare:
        time = time._replace(value=seconds)
    if time.exact and seconds >= LONG and seconds % 60:
        time = time._replace(exact=False)
    said = total_words(time)
    long = aloud(said.text)
    return long if said.exact else pgettext("spoken", "about {time}", time=long)


def is_between_work(moment: Moment) -> bool:
    """Tell whether *moment* is a rest or what takes its place, as an easy step does in a repeat."""
    if not isinstance(moment.item, Step):
        return False
    role = moment.item.intensity
    return role in BETWEEN or (role is Intensity.EASY and moment.is_in_repeat)


def _remark(moment: Moment) -> str:
    """Return what is said, once, of a step that only the athlete ends, which a voice cannot hear."""
    item = moment.item
    is_open = isinstance(item.duration, _OPEN_ENDED) if isinstance(item, Step) else item.cap is not None
    if moment.is_again or not is_open:
        return ""
    time = time_words(estimated(moment.seconds))
    return pgettext("spoken", "I go on in {time}; pause me if you need longer.", time=time)


def _cues(item: Item) -> Iterator[str]:
    if isinstance(item, Step):
        yield without_split(item.cue)
    else:
        for each in item.items:
            yield from _cues(each)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, sentences))


def _distinct(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))


def _without_stop(said: str) -> str:
    return said.removesuffix(".")


def _first(form: str) -> str:
    return pgettext("spoken", "First: {what}", what=_within(form))


def _within(said: str) -> str:
    """Return a sentence as it stands after other words: ``eight hundred metres``."""
    return spoken_rules().within(said)
