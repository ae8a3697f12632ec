"""What is said when during a workout, for somebody who wants to hear it before they run it."""

from __future__ import annotations

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.editor.desk import Asked
from workout_core.editor.texts import read_whatever
from workout_core.editor.underlining import Remark, Severity
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.languages import gettext
from workout_core.model.workout import Workout
from workout_core.speech.script import Chapter, SpokenLine, Talk
from workout_core.speech.writing import script_of


@frozen(kw_only=True)
class Rehearse(Asked):
    """Ask what is said during a workout.

    Attributes:
        talk: how much: ``few``, ``usual`` or ``many``; what suits the workout if left out.
    """

    talk: str = ""


@frozen(kw_only=True)
class SaidLine:
    """A line that is said: when in seconds, how long it takes, what for, and of which step."""

    at: float
    lasts: float
    text: str
    kind: str
    path: str


@frozen(kw_only=True)
class SaidChapter:
    """A step that is done: when it begins in seconds, and what it is called."""

    at: float
    title: str
    path: str


@frozen(kw_only=True)
class Rehearsal:
    """What is said during a workout.

    Attributes:
        seconds: how long it takes.
        exact: whether every step ends by time.
        lines: what is said.
        beeps: when a tone counts down, in seconds.
        chapters: the steps.
        problems: why nothing is said.
    """

    seconds: float = 0.0
    exact: bool = True
    lines: tuple[SaidLine, ...] = ()
    beeps: tuple[float, ...] = ()
    chapters: tuple[SaidChapter, ...] = ()
    problems: tuple[Remark, ...] = ()


def rehearse(asked: Rehearse) -> Rehearsal:
    """Return what is said during a workout.

    Raises:
        InvalidWorkout: nobody knows how much is to be said.
    """
    talk = _talk(asked.talk)
    desk = asked.desk
    read = read_whatever(asked, desk)
    workout = next(iter(read.documents), None)
    if not isinstance(workout, Workout):
        wrong = tuple(each for each in read.told if each.severity is Severity.ERROR)
        no_workout = Remark(message=gettext("a workout can be heard, and nothing else"))
        return Rehearsal(problems=wrong or (no_workout,))
    script = script_of(Readings(desk.athlete).of(workout), talk)
    return Rehearsal(
        seconds=script.seconds,
        exact=script.is_exact,
        lines=tuple(map(_line, script.lines)),
        beeps=script.beeps,
        chapters=tuple(map(_chapter, script.chapters)),
    )


def _talk(word: str) -> Talk | None:
    known = {each.value: each for each in Talk}
    if word and word not in known:
        hint = suggestion(word, known)
        told = gettext("{word} is not how much is said ({hint})", word=shown(word), hint=hint)
        raise InvalidWorkout(f"talk: {told}")
    return known.get(word)


def _line(line: SpokenLine) -> SaidLine:
    return SaidLine(at=line.at, lasts=line.lasts, text=line.text, kind=line.kind.value, path=line.path)


def _chapter(chapter: Chapter) -> SaidChapter:
    return SaidChapter(at=chapter.at, title=chapter.title, path=chapter.path)
