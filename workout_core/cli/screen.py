"""What commands print on: a terminal, or whatever takes its place."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from workout_core.cli.wrapping import wrapped

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 20
WIDEST = 100
BESIDE = 18


def screen() -> Console:
    """Return a console as wide as the terminal, or 80 columns when there is none."""
    from rich.console import Console

    class Quiet(Console):
        """Leaves a reader that goes away to the caller."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    width = min(shutil.get_terminal_size().columns, WIDEST)
    return Quiet(
        width=max(width, NARROWEST),
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=True,
    )


def say(console: Console, text: str, style: str = "", indent: int = 0, hanging: int = 2) -> None:
    """Print lines that go on below their own beginnings."""
    for line in text.split("\n"):
        more = len(line) - len(line.lstrip())
        for part in wrapped(line, console.width, indent + more, hanging) if line.strip() else [""]:
            console.print(part, style=style)


def say_beside(console: Console, when: str, what: str) -> None:
    """Print *what* to the right of *when*, or below it where there is little room."""
    if console.width < 2 * BESIDE:
        say(console, when)
        say(console, what, indent=2, hanging=0)
        return
    for number, line in enumerate(wrapped(what, console.width - BESIDE, hanging=0)):
        console.print(f"{'' if number else when:{BESIDE}}{line}")
