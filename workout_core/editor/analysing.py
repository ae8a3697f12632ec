"""What a text says: its picture, its steps in words, its totals, and what there is to tell of it."""

from __future__ import annotations

from typing import Final

from attrs import evolve, field, frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.analysis.totals import Amount
from workout_core.documents.source import Document
from workout_core.documents.writer import write_json, write_yaml
from workout_core.editor.board import PlanBoard, board_of, moved_in
from workout_core.editor.desk import Asked, Desk
from workout_core.editor.split_table import SplitTable, split_table
from workout_core.editor.texts import (
    NOWHERE,
    Spots,
    TextKind,
    TextRead,
    as_changed,
    lines_of,
    read_whatever,
    told_of,
)
from workout_core.editor.underlining import Remark, Severity, line_of, placed_remarks
from workout_core.errors import DocumentError, InvalidWorkout, WorkoutError
from workout_core.formats.losses import Loss
from workout_core.html.pictures import profile_svg
from workout_core.languages import quoted
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.notation.writer import format_steps
from workout_core.phrases import say_totals
from workout_core.phrases.advice import advice
from workout_core.phrases.athlete import portrait
from workout_core.phrases.meanings import lacking_notes, meanings
from workout_core.phrases.outline import outline_of
from workout_core.phrases.questions import questions
from workout_core.pipeline.export import readings_for
from workout_core.plans.checks import overlaps
from workout_core.plans.conflicts import conflicts
from workout_core.plans.squad import Squad
from workout_core.plans.week_phrases import plan_numbers
from workout_core.plans.week_totals import week_totals

NARROWEST_PICTURE: Final = 240
WIDEST_PICTURE: Final = 2_000
"""Pixels; what is asked for beyond is drawn as if it were these."""


@frozen(kw_only=True)
class Analyse(Asked):
    """Ask what a text says.

    Attributes:
        transforms: that change it first, each with its options: ``shorten to=30min``.
        canonical: whether the canonical form is wanted, which takes half of the time of a plan.
        picture: whether a picture is wanted.
        board: whether the weeks of a plan are wanted.
        width: of the picture in pixels; the usual one if it is 0.
    """

    transforms: tuple[str, ...] = ()
    canonical: bool = True
    picture: bool = True
    board: bool = True
    width: int = 0


@frozen(kw_only=True)
class OutlinedStep:
    """A line of a workout in words.

    Attributes:
        depth: in how many repeats it is.
        text: what there is to do.
        path: the place in the workout.
        line: of the text, from 1; 0 if it does not stand there, as what a recipe writes.
    """

    depth: int
    text: str
    path: str
    line: int


@frozen(kw_only=True)
class SaidAmount:
    """So many seconds or metres: at least, at most, and whether the steps say so exactly."""

    value: float
    most: float
    exact: bool
    at_least: float


@frozen(kw_only=True)
class SaidTotals:
    """How long, how far and how hard.

    Attributes:
        time: in seconds.
        distance: in metres.
        load: minutes times session RPE.
        is_hard: whether it should not follow another hard one.
        words: the time and the distance in words.
    """

    time: SaidAmount
    distance: SaidAmount
    load: float
    is_hard: bool
    words: str


@frozen(kw_only=True)
class Analysis:
    """What a text says.

    Attributes:
        kind: what it is.
        title: of the workout or the plan, or the name of the athlete.
        sport: of the workout.
        canonical: the same text in the canonical form; empty if it is wrong, or not asked for.
        document: steps as a whole document, and likewise each further workout of a message in *others*.
        problems: what is wrong, doubtful, asked and advised.
        totals: of the workout.
        steps: of the workout, in words.
        meanings: what names and zones are for the athlete, in words.
        picture: of the workout, in SVG.
        splits: of a race.
        numbers: of a plan in words; of an athlete, all that is known.
        plan: its weeks.
        others: documents of the other workouts of a message.
    """

    kind: TextKind
    title: str = ""
    sport: str | None = None
    canonical: str = ""
    document: str | None = None
    problems: tuple[Remark, ...] = ()
    totals: SaidTotals | None = None
    steps: tuple[OutlinedStep, ...] = ()
    meanings: tuple[str, ...] = ()
    picture: str = ""
    splits: SplitTable | None = None
    numbers: tuple[str, ...] = ()
    plan: PlanBoard | None = None
    others: tuple[str, ...] = field(default=())


def analyse(asked: Analyse) -> Analysis:
    """Return what a text says."""
    try:
        desk = asked.desk
    except DocumentError as error:
        without = evolve(asked, athlete="")
        found = analyse(without)
        return evolve(found, problems=(*told_of(error, asked.name), *found.problems))
    read = read_whatever(asked, desk)
    if not read.documents:
        return Analysis(kind=read.kind, problems=read.told)
    try:
        return _analysed(read, asked, desk)
    except WorkoutError as error:
        return Analysis(kind=read.kind, problems=(*read.told, *told_of(error, asked.name)))


def _analysed(read: TextRead, asked: Analyse, desk: Desk) -> Analysis:
    document, *others = read.documents
    lost: list[Loss] = []
    if isinstance(document, (Workout, Plan)):
        document = as_changed(document, asked.transforms, desk, lost)
    found = _said(document, read, asked, desk)
    more = placed_remarks(map(str, lost), Severity.WARNING, read.places, lines_of(asked.text))
    return evolve(
        found,
        canonical=_canonical(document, read) if asked.canonical else "",
        document=write_yaml(document) if read.kind is TextKind.STEPS else None,
        problems=(*read.told, *more, *found.problems),
        others=tuple(map(write_yaml, others)),
    )


def _canonical(document: Document, read: TextRead) -> str:
    if read.kind is TextKind.STEPS and isinstance(document, Workout):
        try:
            return format_steps(document.items, document.sport)
        except InvalidWorkout:  # the notation has no words for a step
            return ""
    return write_json(document) if read.is_json else write_yaml(document)


def _said(document: Document, read: TextRead, asked: Analyse, desk: Desk) -> Analysis:
    if isinstance(document, Workout):
        return _workout(Readings(desk.athlete).of(document), read, asked)
    if isinstance(document, Plan):
        return _plan(document, readings_for(document, desk.athlete), read, asked)
    if isinstance(document, Athlete):
        return Analysis(kind=read.kind, title=document.name, numbers=tuple(portrait(document)))
    return _squad(document, read)


def _workout(reading: Reading, read: TextRead, asked: Analyse) -> Analysis:
    lines = lines_of(asked.text)
    lacking = (f"{path}: {what}" for path, what in reading.lacking)
    told = (
        *placed_remarks(questions(reading), Severity.QUESTION, read.places, lines),
        *placed_remarks(lacking, Severity.WARNING, read.places, lines),
        *placed_remarks(lacking_notes([reading]), Severity.ADVICE, read.places, lines),
        *placed_remarks(advice(reading), Severity.ADVICE, read.places, lines),
    )
    return Analysis(
        kind=read.kind,
        title=reading.workout.name,
        sport=reading.sport.value,
        problems=told,
        totals=totals_of(reading),
        steps=step_lines(reading, read.places),
        meanings=tuple(each.words for each in meanings([reading])) if reading.athlete else (),
        picture=picture_of(reading, asked.width) if asked.picture else "",
        splits=split_table(reading),
    )


def step_lines(reading: Reading, places: Spots = NOWHERE) -> tuple[OutlinedStep, ...]:
    """Return a workout line by line, each with its line in the text."""
    return tuple(
        OutlinedStep(depth=each.depth, text=each.words, path=each.path, line=line_of(each.path, places)[0])
        for each in outline_of(reading)
    )


def picture_of(reading: Reading, width: int) -> str:
    """Return the picture of a workout, so many pixels wide; 0 is the usual width."""
    narrowest, widest = NARROWEST_PICTURE, WIDEST_PICTURE
    return profile_svg(reading, width=min(max(width, narrowest), widest)) if width else profile_svg(reading)


def totals_of(reading: Reading) -> SaidTotals:
    """Return how long, how far and how hard a workout is."""
    return SaidTotals(
        time=_amount(reading.totals.time),
        distance=_amount(reading.totals.distance),
        load=round(reading.load, 1),
        is_hard=reading.is_hard,
        words=say_totals(reading),
    )


def _amount(amount: Amount) -> SaidAmount:
    return SaidAmount(
        value=round(amount.value, 3),
        most=round(amount.most, 3),
        exact=amount.exact,
        at_least=round(amount.at_least, 3),
    )


def _plan(plan: Plan, readings: Readings, read: TextRead, asked: Analyse) -> Analysis:
    weeks, found = week_totals(plan, readings), conflicts(plan, readings)
    asking = (
        f"{quoted(each.name)}: {told}"
        for each in dict.fromkeys(each.activity for each in plan.sessions if not each.skipped)
        if isinstance(each, Workout)
        for told in questions(readings.of(each))
    )
    told = (
        *placed_remarks(asking, Severity.QUESTION, {}, []),
        *placed_remarks(overlaps(plan, readings), Severity.WARNING, {}, []),
        *placed_remarks(map(str, found), Severity.WARNING, {}, []),
        *placed_remarks(lacking_notes(readings.read()), Severity.ADVICE, {}, []),
    )
    moved = moved_in(asked.text, is_json=read.is_json)
    return Analysis(
        kind=read.kind,
        title=plan.name,
        problems=told,
        numbers=plan_numbers(plan, weeks),
        plan=board_of(weeks, found, readings, moved) if asked.board else None,
    )


def _squad(squad: Squad, read: TextRead) -> Analysis:
    return Analysis(
        kind=read.kind, title=squad.name, numbers=tuple(each.athlete.name for each in squad.members)
    )
