"""``--transform``: workouts and plans changed before they are shown, checked or written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click

from workout_core.cli.discovered import discovered
from workout_core.formats.losses import Loss
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout


def complete_transform(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the names of transforms to the shell."""
    return [each.name for each in discovered(ctx).transforms() if each.name.startswith(incomplete)]


transform_option = click.option(
    "--transform",
    "transforms",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_transform,
    help="Change each workout first, such as 'shorten to=30min'; repeat for more, applied in order.",
)


def changed(
    subject: Workout | Plan,
    transforms: Iterable[str],
    athlete: Athlete | None,
    lost: Callable[[Loss], object],
) -> Workout | Plan:
    """Return *subject* as the *transforms* that the user names change it; plugins are loaded if one is named.

    Args:
        subject: a workout or a plan.
        transforms: each a name, and its options.
        athlete: for whom.
        lost: called with each loss that a transform tells.

    Raises:
        WorkoutError: as :func:`transformed` raises it.
    """
    names = tuple(transforms)
    if not names:
        return subject
    from workout_core.pipeline.transform import transformed

    return transformed(subject, names, discovered(), athlete, lost)
