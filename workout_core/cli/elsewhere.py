"""What commands share that put plans into calendars elsewhere: whose plan, a secret, an address, an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

import click

from workout_core.cli import inputs
from workout_core.cli.failures import Failures
from workout_core.cli.squad import is_squad
from workout_core.cli.terminal import ask_secret, echo
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.phrases.dates import say_date
from workout_core.plans.week_phrases import counted

HERE: Final = ("localhost", "127.0.0.1", "::1")


def check_address(url: str, *, called: str, none: str, advice: str, secret: str) -> None:
    """Refuse what is no address, and a secret where everybody can read it.

    Args:
        url: what was given; no message quotes it, since there may be a password in it.
        called: the argument or option that it was given as.
        none: what is said of one that is no address.
        advice: where the secret belongs.
        secret: what is sent there, such as ``password``; nothing if nothing is.

    Raises:
        click.UsageError: it is refused.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise click.UsageError(f"{called}: {none}") from None
    if "@" in parts.netloc:
        raise click.UsageError(f"{called}: others can read what is on a command line ({advice})")
    if parts.scheme not in {"http", "https"} or not host:
        raise click.UsageError(f"{called}: {none}")
    if parts.scheme == "http" and secret and host not in HERE:
        echo(f"warning: all between here and {host} can read the {secret} (https:// hides it)", err=True)


def plans_of(path: str, athlete: str | None, failures: Failures) -> Iterator[tuple[Plan, Athlete | None]]:
    """Yield the plans in the document, each for whom it is.

    Raises:
        DocumentError: it cannot be read, or is no plan.
        click.UsageError: it is a squad, and nobody of it is named.
    """
    if not is_squad(path):
        person = inputs.load_athlete(athlete)
        yield inputs.load_plan_file(path, person), person
        return
    from workout_core.cli.squad.reading import chosen, load_squad
    from workout_core.plans.members import member_plans

    if athlete is None:
        raise click.UsageError("whose calendar is it? (name the athlete of the squad with --athlete)")
    if (squad := load_squad(path, failures)) is None:
        return
    for member in chosen(squad, athlete):
        for each in member_plans(squad, member, lambda told: echo(f"warning: {told}", err=True)):
            yield each.plan, member.athlete


def secret(variable: str, what: str, document: str) -> str:
    """Return a secret, which no command line, file or message has.

    Args:
        variable: of the environment, where it may be.
        what: it is, such as ``password``.
        document: the path of the document, which may take standard input.

    Raises:
        click.UsageError: there is none.
    """
    import os

    if (given := os.environ.get(variable)) is not None:
        return given
    if document == inputs.STDIN:
        raise click.UsageError(f"standard input has the plan already (give the {what} in {variable})")
    if not (read := ask_secret(f"{what}: ")):
        raise click.UsageError(f"there is no {what} (give it in {variable}, or on standard input)")
    return read


def twice(count: int) -> Iterator[str]:
    """Say that so many sessions are about to be there twice, if any are."""
    if count:
        advice = "--remove takes out those of a plan, as it was called"
        yield f"{counted(count, 'session')} would be there twice, from another plan too ({advice})"


def dated(start: str, title: str) -> str:
    """Say which event is meant: ``Mon 19 Oct 2026 18:30 Easy run``; without a time if *start* has none."""
    try:
        moment = datetime.fromisoformat(start)
    except ValueError:
        return title
    time = f" {moment:%H:%M}" if "T" in start else ""
    return f"{say_date(moment)}{time} {title}"
