"""A squad read for a command, and the athlete of it that the user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workout_core.cli import inputs
from workout_core.cli.failures import Failures
from workout_core.cli.subjects import Input
from workout_core.cli.terminal import echo
from workout_core.errors import DocumentError, Problem, shown, suggestion
from workout_core.pipeline.squads import folder_of
from workout_core.plans.members import member_plans
from workout_core.plans.squad import Member, Squad
from workout_core.plans.weeks import folded

if TYPE_CHECKING:
    from collections.abc import Iterable


def load_squad(path: str, failures: Failures) -> Squad | None:
    """Read a squad, and tell what is wrong with it; athletes who are wrong are left out of it.

    Return None if nothing of it can be read.
    """
    found: object = None
    with failures.of():
        try:
            found = inputs.load(path)
        except DocumentError as error:
            found = error.rest
            raise
        if not isinstance(found, Squad):
            raise DocumentError([Problem(message="is not a squad, though a line of it begins so", file=path)])
    failures.tell()
    return found if isinstance(found, Squad) else None


def chosen(squad: Squad, name: str | None) -> list[Member]:
    """Return the athlete called *name*: by what they go by, their name, or their folder; or all athletes.

    Raises:
        click.UsageError: there is nobody of that name.
    """
    if name is None:
        return list(squad.members)
    word = folded(name)
    found = [each for each in squad.members if word in _names_of(each)]
    if len(found) != 1:
        hint = suggestion(name, [each.key for each in squad.members])
        what = "is not in the squad" if not found else "is the name of several athletes of the squad"
        raise click.UsageError(f"--athlete: {shown(name)} {what} ({hint})")
    return found


def member_inputs(documents: tuple[str, ...], name: str | None, question: str) -> tuple[Member, list[Input]]:
    """Return the athlete called *name* of the squad that *documents* are, and their own plans.

    Raises:
        click.UsageError: there is another document, or nobody is named, which answers the *question*.
        click.exceptions.Exit: nothing of it can be read, which is told.
        InvalidWorkout: something of the athlete does not fit the plans.
    """
    if len(documents) > 1:
        raise click.UsageError("a squad is a document on its own (leave the others out)")
    failures = Failures()
    squad = load_squad(documents[0], failures)
    if squad is None:
        raise click.exceptions.Exit(failures.code)
    if name is None:
        names = ", ".join(each.key for each in squad.members)
        raise click.UsageError(f"{question} (--athlete NAME, one of {names})")
    member = chosen(squad, name)[0]

    def tell(told: str) -> None:
        echo(f"warning: {member.key}: {told}", err=True)

    return member, [Input(each.plan, each.stem) for each in member_plans(squad, member, tell)]


def _names_of(member: Member) -> Iterable[str]:
    return folded(member.key), folded(member.athlete.name), folder_of(member)
