"""The form of a recipe → the document it stands for, its picture and its splits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve, field, frozen

from workout_core.analysis.readings import Readings
from workout_core.documents.yaml_writer import yaml_of
from workout_core.editor.analysing import OutlinedStep, SaidTotals, picture_of, step_lines, totals_of
from workout_core.editor.desk import Desk, athlete_of, heard, problems_of
from workout_core.editor.split_table import SplitTable, split_table
from workout_core.errors import Problem, WorkoutError
from workout_core.languages import pgettext
from workout_core.model.workout import Workout
from workout_core.patterns import lazy_pattern
from workout_core.recipes.built_in import written

_KEY: Final = lazy_pattern(r"'([^':]+):'")
"""A key, as it is quoted in messages of every language."""


@frozen(kw_only=True)
class Cook:
    """Ask what a recipe writes.

    Attributes:
        name: of the recipe.
        values: of its parameters, as typed; what is empty is left out.
        title: of the workout; as the recipe calls it if left out.
        sport: of the workout, if it is another than the recipe's.
        athlete: a document of one.
        files: that the values may name.
        width: of the picture in pixels; the usual one if it is 0.
    """

    name: str
    values: Mapping[str, str] = field(factory=dict)
    title: str = ""
    sport: str = ""
    athlete: str = ""
    files: Mapping[str, str] = field(factory=dict)
    width: int = 0


@frozen(kw_only=True)
class FormProblem:
    """What is wrong with a form.

    Attributes:
        parameter: what it is wrong with; empty for all of it.
        message: what is wrong (what would be right).
        severity: ``error``, or ``warning`` for what is doubtful.
    """

    parameter: str
    message: str
    severity: str = "error"


@frozen(kw_only=True)
class Dish:
    """What a recipe writes.

    Attributes:
        text: the document with the recipe and its parameters; empty if the recipe does not exist.
        title: of the workout.
        picture: in SVG; empty if something is wrong.
        totals: how long, how far and how hard.
        steps: in words.
        splits: of a race.
        problems: what is wrong, by parameter.
    """

    text: str = ""
    title: str = ""
    picture: str = ""
    totals: SaidTotals | None = None
    steps: tuple[OutlinedStep, ...] = ()
    splits: SplitTable | None = None
    problems: tuple[FormProblem, ...] = ()


def cook(asked: Cook) -> Dish:
    """Return what a recipe writes."""
    desk = Desk(athlete=athlete_of(asked.athlete), files=asked.files)
    name = desk.registry.recipe(written(asked.name)).name
    title = asked.title.strip() or pgettext("workout of a recipe", usual_title(name))
    given = {key: value for key, value in asked.values.items() if value.strip()}
    sport = {"sport": asked.sport} if asked.sport else {}
    text = yaml_of({"workout": title, "recipe": name, **given, **sport})
    said: list[str] = []
    try:
        with heard(said):
            document = desk.document(text, "recipe.yaml").document
            dish = (
                _dish(document, text, desk, asked.width) if isinstance(document, Workout) else Dish(text=text)
            )
    except WorkoutError as error:
        return Dish(text=text, title=title, problems=tuple(map(_wrong, problems_of(error))))
    doubts = tuple(FormProblem(parameter="", message=each, severity="warning") for each in said)
    return evolve(dish, problems=doubts)


def usual_title(recipe: str) -> str:
    """Return what a workout of the *recipe* is called, in English, as long as nobody calls it otherwise."""
    return recipe.replace("-", " ").capitalize()


def _dish(workout: Workout, text: str, desk: Desk, width: int) -> Dish:
    reading = Readings(desk.athlete).of(workout)
    return Dish(
        text=text,
        title=workout.name,
        picture=picture_of(reading, width),
        totals=totals_of(reading),
        steps=step_lines(reading),
        splits=split_table(reading),
    )


def _wrong(problem: Problem) -> FormProblem:
    """Return *problem* of the parameter that it is about: it begins the path, or a missing one is named."""
    parameter = problem.path.partition(".")[0].partition("[")[0]
    if not parameter and (named := _KEY.search(problem.message)):
        parameter = named[1]
    return FormProblem(parameter=parameter, message=problem.message)
