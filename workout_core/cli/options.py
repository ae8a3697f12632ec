"""``-O name=value``: the options of formats."""

from __future__ import annotations

from collections.abc import Iterable

import click

from workout_core.formats.options import read_pairs

format_options = click.option(
    "-O",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="Option of the format, such as device=fr935; repeat for more.",
)


calendar_options = click.option(
    "-O",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="Option of the calendar, such as busy=yes; repeat for more.",
)


def given_options(pairs: Iterable[str]) -> dict[str, str]:
    """Read ``name=value`` pairs.

    Raises:
        InvalidOption: one has no ``=``, or is given twice.
    """
    return read_pairs(pairs, "-O", "device=fr935")
