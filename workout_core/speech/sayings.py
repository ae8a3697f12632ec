"""What there is to say at each moment of a workout, in the words of each level of talk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.model.duration import HeartRateAbove, HeartRateBelow, LapButton, PowerAbove, PowerBelow
from workout_core.model.workout import Intensity, Item, Step
from workout_core.phrases.outline import say_repeat
from workout_core.phrases.totals import hedged
from workout_core.phrases.totals import time_words as total_words
from workout_core.speech.aloud import aloud, sentence
from workout_core.speech.script import Talk
from workout_core.speech.step_words import StepWords, step_words, time_words
from workout_core.speech.timeline import Moment, Pass
from workout_core.units import estimated
from workout_core.units.number_words import whole_words

_OPEN_ENDED: Final = (LapButton, HeartRateAbove, HeartRateBelow, PowerAbove, PowerBelow)
_BETWEEN: Final = frozenset({Intensity.REST, Intensity.RECOVERY, Intensity.WALK})
READY: Final = "Go."
"""What is said when the time to get ready is over."""


class Sayings:
    """The words for the moments of one workout; each is worked out once, when it is first asked for."""

    def __init__(self, reading: Reading, talk: Talk) -> None:
        self._reading = reading
        self._talk = talk
        self._words: dict[str, StepWords] = {}
        self._cues: dict[str, str] = {}

    def opening(self, *, estimates: str) -> tuple[str, ...]:
        """Return what the session is and how long it takes, in shorter and shorter forms.

        Args:
            estimates: what is said of times that are estimated; empty if none is.
        """
        if self._talk is Talk.FEW:
            return (estimates,) if estimates else ()
        name = sentence(aloud(self._reading.workout.name))
        long = sentence(aloud(hedged((total_words(self._reading.totals.time)._replace(at_least=""),))))
        said = () if long[:-1].casefold() in name.casefold() else (long,)
        forms = (name, *said, estimates), (*said, estimates), (estimates,)
        return tuple(dict.fromkeys(filter(None, (_joined(form) for form in forms))))

    def ending(self, *, is_exact: bool) -> str:
        """Return what is said at the end, which may come too early where times are estimated."""
        if self._talk is Talk.FEW:
            return "Done."
        return "Well done." if is_exact else "That is all from me. Well done."

    def start(self, moment: Moment, *, was_told: bool) -> tuple[str, ...]:
        """Return what is said when *moment* begins, in shorter and shorter forms.

        Args:
            moment: which one.
            was_told: whether it was told just before what comes.
        """
        words, count = self._of(moment), _joined(map(_count, moment.begun))
        go = READY if was_told and _is_plain_work(moment.item) else ""
        is_last = any(each.is_last for each in moment.begun)
        shorter = (_joined((count, words.what)), count or words.what, words.word)
        if self._talk is Talk.FEW:
            forms: tuple[str, ...] = shorter[1:] if moment.is_again else shorter
        elif self._talk is Talk.MANY or not (moment.is_again or was_told) or (is_last and words.held):
            forms = (_joined((count, words.full)), _joined((count, words.brief)), *shorter)
        elif was_told and moment.is_again and count:
            forms = (_joined((go, count)), *shorter[1:])
        else:
            forms = (_joined((go, count, words.what)), *shorter)
        remark = "" if moment.is_again or self._talk is Talk.FEW else _remark(moment)
        return tuple(dict.fromkeys((_joined((forms[0], remark)), *forms)))

    def preview(self, moment: Moment, cue: str = "") -> tuple[str, ...]:
        """Return what is said before *moment* begins, shorter and shorter; with its *cue* if given."""
        words = self._of(moment)
        count = _joined(map(_count, moment.begun)) if moment.is_again or self._talk is Talk.MANY else ""
        said = [words.full, words.brief, words.what]
        if moment.is_again and self._talk is not Talk.MANY:
            said = [words.what]
        forms = [_joined((count, each)) for each in said]
        with_cue = [_joined((form, cue)) for form in forms] if cue else []
        return tuple(dict.fromkeys(f"Next: {_within(form)}" for form in (*with_cue, *forms)))

    def reminder(self, moment: Moment) -> str:
        """Return what to hold, said again; nothing if there is nothing to hold."""
        held = self._of(moment).held
        return f"Hold: {_within(held)}" if held else ""

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
        inside = ", then ".join((inner[0], *map(_within, inner[1:])))
        clock = aloud(say_repeat(item, self._reading.units))
        full = sentence(f"{clock}: {_within(inside)}")
        return StepWords(full, full, sentence(inside), sentence(clock), "")


def count_words(passes: tuple[Pass, ...]) -> str:
    """Return which passes begin: ``Set two of three. One of four.``."""
    return _joined(map(_count, passes))


def _count(each: Pass) -> str:
    called = each.called
    if each.is_last:
        return f"Last {called or 'one'}."
    of = f" of {whole_words(each.times)}" if each.times else ""
    return sentence(f"{called} {whole_words(each.number)}{of}".strip())


def _is_plain_work(item: Item) -> bool:
    """Tell whether *item* is a step to which one is sent off."""
    return isinstance(item, Step) and item.intensity is Intensity.WORK and item.exercise is None


def is_between_work(item: Item) -> bool:
    """Tell whether *item* is a rest or what takes its place."""
    return isinstance(item, Step) and item.intensity in _BETWEEN


def _remark(moment: Moment) -> str:
    """Return what is said of a step that only the athlete ends, which a voice cannot hear."""
    step = moment.item
    if not isinstance(step, Step) or not isinstance(step.duration, _OPEN_ENDED):
        return ""
    return f"I go on in {time_words(estimated(moment.seconds))}; pause me if you need longer."


def _cues(item: Item) -> Iterator[str]:
    if isinstance(item, Step):
        yield item.cue
    else:
        for each in item.items:
            yield from _cues(each)


def _joined(sentences: object) -> str:
    return " ".join(filter(None, sentences))  # type: ignore[call-overload]


def _without_stop(said: str) -> str:
    return said.removesuffix(".")


def _within(said: str) -> str:
    """Return a sentence as it stands after other words: ``eight hundred metres``."""
    first = said.split(" ", 1)[0]
    return said if first[1:] != first[1:].lower() else said[:1].lower() + said[1:]
