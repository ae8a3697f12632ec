"""``workout plan combine``: plans on one calendar, each session with the identity it has in its own."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.failures import Failures
from workout_core.cli.terminal import echo, print_document
from workout_core.cli.written import write_told
from workout_core.documents.plans.numbers import read_rise
from workout_core.documents.writer import write_json, write_yaml
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.plans.conflicts import RISE, ConflictKind
from workout_core.plans.layers import combine as combine_plans
from workout_core.plans.layers import identity_of
from workout_core.plans.settling import Policy, settled

EXAMPLES = """\
\b
Examples:
  workout plan combine half-marathon.yaml course.yaml -o both.yaml
  workout plan combine half-marathon.yaml course.yaml --on 'two runs' 'drop easy'
"""
KINDS = ", ".join(f"'{kind.value}'" for kind in ConflictKind)
POLICIES = ", ".join(f"'{policy.value}'" for policy in Policy)


@click.command(
    help=f"{EXAMPLES}\nCombine plans on one calendar, the first as base. Conflicts are reported on stderr."
)
@click.argument("plans", nargs=-1, type=click.Path(readable=False), metavar="PLAN PLAN…")
@click.option("-o", "output", metavar="FILE", type=click.Path(), help="Output file; default: print.")
@click.option("--name", metavar="TEXT", help="Name of the combined plan; default: the names of all.")
@click.option(
    "--on",
    "chosen",
    nargs=2,
    multiple=True,
    metavar="KIND POLICY",
    help=f"How to resolve a kind of conflict ({KINDS}): {POLICIES}. Dropped sessions are skipped.",
)
@click.option("--rise", metavar="SHARE", help="Increase in weekly load that is no conflict, like '+25%'.")
@inputs.athlete_option
@inputs.root_option
def combine(  # noqa: D103 - click passes every option; the help stands above
    plans: tuple[str, ...],
    output: str | None,
    name: str | None,
    chosen: tuple[tuple[str, str], ...],
    rise: str | None,
    athlete: str | None,
) -> None:
    if len(plans) < 2:  # noqa: PLR2004 - of one there is nothing to combine
        raise click.UsageError("which plans? (the one you have, and those to lay over it)")
    policies = _policies(chosen)
    failures = Failures()
    whose: Athlete | None = None
    with failures.of():
        whose = inputs.load_athlete(athlete)
    read: list[Plan] = []
    for path in plans:
        with failures.of():
            read.append(inputs.load_plan_file(path, whose))
    failures.stop()
    first, *over = read
    together = combine_plans(first, *over, name=name or "")
    readings = Readings(whose or together.athlete)
    share = RISE if rise is None else read_rise(rise)
    made, told = settled(together, policies, readings, share, [identity_of(plan) for plan in over])
    for line in told:
        echo(str(line), err=True)
    _write(made, output)


def _policies(chosen: tuple[tuple[str, str], ...]) -> dict[ConflictKind, Policy]:
    policies: dict[ConflictKind, Policy] = {}
    for kind, policy in (_choice(*each) for each in chosen):
        if policies.setdefault(kind, policy) is not policy:
            raise click.UsageError(f"--on {kind.value!r} is given with two policies (give one)")
    return policies


def _choice(kind: str, policy: str) -> tuple[ConflictKind, Policy]:
    kinds = {each.value: each for each in ConflictKind}
    policies = {each.value: each for each in Policy}
    for word, words, what in ((kind, kinds, "a kind of conflict"), (policy, policies, "a policy")):
        if word not in words:
            raise InvalidWorkout(f"{shown(word)} is not {what} ({suggestion(word, words)})")
    return kinds[kind], policies[policy]


def _write(plan: Plan, output: str | None) -> None:
    is_json = output is not None and Path(output).suffix.casefold() == ".json"
    text = write_json(plan) if is_json else write_yaml(plan)
    if output is None:
        print_document(text)
        return
    write_told(Path(output), text.encode(), "write to another file with '-o'")
