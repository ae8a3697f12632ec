"""``workout exercises``: the exercises that are known by name, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.errors import InvalidWorkout, shown
from workout_core.exercises.book import ExerciseBook
from workout_core.exercises.movement import Movement, Tier

EXAMPLES = "\b\nExamples:\n  workout exercises\n  workout exercises squat\n  workout exercises 'back squat'\n"
TIERS = {Tier.CLOSE: " (the closest)", Tier.CATEGORY: " (the category alone)"}


@click.command(help=f"{EXAMPLES}\nList the built-in exercises, or search all by name, kind or muscle.")
@click.argument("words", nargs=-1, metavar="[WORD]")
@click.option("--all", "everything", is_flag=True, help="Include exercises that only formats know.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(words: tuple[str, ...], *, everything: bool, as_json: bool) -> None:  # noqa: D103 - the help stands above

    registry = discovered()
    book = registry.exercises()
    for told in registry.told("workout_exercises"):
        echo(told, err=True)
    wanted = " ".join(words)
    one = book.called(wanted) if wanted else None
    found = _found(book, wanted, everything=everything)
    if not found:
        raise _unknown(wanted, book)
    if as_json:
        print_json([_describe(each, book) for each in found])
        return
    if one is not None:
        _echo_exercise(one, book)
    others = [each for each in found if each != one]
    if one is not None and others:
        echo("\nOthers:")
    for line in aligned(_rows(others, header=one is None)):
        echo(line)


def _found(book: ExerciseBook, wanted: str, *, everything: bool) -> tuple[Movement, ...]:
    """Return our exercises, or all, or those that *wanted* is said of, the one of that name first."""
    if wanted:
        one = book.called(wanted)
        found = book.search(wanted)
        return found if one is None else (one, *(each for each in found if each != one))
    return tuple(each for each in book.movements() if everything or not each.is_bare)


def _unknown(wanted: str, book: ExerciseBook) -> InvalidWorkout:
    near = book.near(wanted)
    hint = f"did you mean {near!r}?" if near else "one word of it may find more, and the list has all"
    return InvalidWorkout(f"no exercise is called {shown(wanted)} ({hint})")


def _rows(movements: list[Movement], *, header: bool) -> Iterator[tuple[str, ...]]:
    if header:
        yield ("NAME", "KIND", "DOSE", "WHAT FOR")
    for each in movements:
        yield each.name, each.kind.value if each.kind else "", each.dose, each.purpose


def _echo_exercise(movement: Movement, book: ExerciseBook) -> None:
    echo(movement.name + (f": {movement.purpose}" if movement.purpose else ""))
    for title, text in (
        ("cue", movement.cue),
        ("kind", movement.kind.value if movement.kind else ""),
        ("muscles", ", ".join(movement.muscles)),
        ("sides", movement.sides.value if movement.sides else ""),
        ("dose", movement.dose),
        ("also called", ", ".join(movement.aliases)),
        *((f"in {name.upper()}", _in_format(name, movement, book)) for name in book.formats()),
    ):
        if text:
            echo(f"  {title}: {text}")


def _in_format(name: str, movement: Movement, book: ExerciseBook) -> str:
    codes = (f"{each.code}{TIERS.get(each.tier, '')}" for each in book.codes(movement) if each.format == name)
    return next(codes, "by its name only")


def _describe(movement: Movement, book: ExerciseBook) -> dict[str, Any]:
    return {
        "name": movement.name,
        "aliases": list(movement.aliases),
        "kind": movement.kind.value if movement.kind else None,
        "sides": movement.sides.value if movement.sides else None,
        "muscles": list(movement.muscles),
        "dose": movement.dose,
        "purpose": movement.purpose,
        "cue": movement.cue,
        "codes": [
            {"format": each.format, "code": each.code, "tier": each.tier.value}
            for each in book.codes(movement)
        ],
    }
