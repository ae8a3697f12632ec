"""From a workout to its script: every line begins at its time, and never are there two at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.languages import language
from workout_core.model.workout import Step, Workout
from workout_core.phrases.splits import has_splits
from workout_core.speech.aloud import aloud
from workout_core.speech.chapters import chapters
from workout_core.speech.room import GAP, Room
from workout_core.speech.sayings import Sayings
from workout_core.speech.script import Script, SpokenKind, Talk
from workout_core.speech.talking import Talking
from workout_core.speech.timeline import Moment, Timeline

BREATH: Final = 0.9
SECONDS_A_LETTER: Final = 1 / 16
PAUSE: Final = 0.25
STOP: Final = 0.5


def usual_seconds(text: str) -> float:
    """Return about how many seconds it takes to say *text*, and no fewer than usual voices need.

    Measured with espeak-ng at its own rate and with hibari on 250 lines of scripts: neither takes longer,
    and the slower of the two takes 13 % less in the mean.
    So it is with espeak-ng on 300 lines in German.
    """
    pauses, stops = (sum(map(text.count, signs)) for signs in ((", ", "; ", ": "), (". ", "? ", "! ")))
    return BREATH + len(text) * SECONDS_A_LETTER + pauses * PAUSE + stops * STOP


def script_of(
    reading: Reading,
    talk: Talk | None = None,
    seconds_of: Callable[[str], float] = usual_seconds,
) -> Script:
    """Return what is said during a workout.

    Args:
        reading: the workout, for its athlete.
        talk: how much. None is as usual; but a workout in which every step has a cue speaks for itself:
            exactly its cues are said, each when its step begins, and nothing else.
        seconds_of: tells how long a voice takes to say a text.

    Raises:
        InvalidWorkout: the workout has more steps, with all passes, than a voice can announce.
    """
    timeline = Timeline(reading)
    moments = tuple(timeline.moments())
    beeps: Sequence[float] = ()
    if talk is None and speaks_for_itself(reading.workout):
        room = _only_cues(moments, Sayings(reading, Talk.FEW), seconds_of)
    else:
        talking = Talking(reading, moments, timeline.seconds, talk or Talk.USUAL, seconds_of)
        talking.run()
        room, beeps = talking.room, talking.beeps
    return Script(
        title=reading.workout.name,
        lines=tuple(room.lines),
        beeps=tuple(beeps),
        chapters=tuple(chapters(moments, reading)),
        seconds=timeline.seconds,
        is_exact=all(moment.by_time for moment in moments),
        left_out=tuple(sorted(room.left_out, key=lambda left: left.at)),
        language=language(),
    )


def speaks_for_itself(workout: Workout) -> bool:
    """Tell whether every step of *workout* has a cue of its own, so that a voice adds nothing to them.

    The splits of a race are in its cues, but they are no words of a coach.
    """
    if has_splits(workout):
        return False
    return all(aloud(item.cue) for _, item in workout.walk() if isinstance(item, Step))


def _only_cues(moments: Sequence[Moment], sayings: Sayings, seconds_of: Callable[[str], float]) -> Room:
    """Say the cues of *moments*, each when it begins, or as many of its sentences as there is time for."""
    room = Room(seconds_of)
    ends = [following.at - moment.at - GAP for moment, following in pairwise(moments)]
    for moment, seconds in zip(moments, (*ends, inf), strict=True):
        cue = sayings.cue(moment)
        said = room.longest(cue, seconds)
        if said:
            room.say(said, moment.at, SpokenKind.CUE, moment.path)
        if said != cue:
            room.tell(moment.at, moment.path, cue, said)
    return room
