"""What commands draw on: a terminal, or whatever takes its place."""

from __future__ import annotations

import os
from typing import NamedTuple

from workout_core.cli.terminal import echo, output_encoding, styled, terminal_columns, visible
from workout_core.cli.wrapping import wrapped

NARROWEST = 20
WIDEST = 100
BESIDE = 18


class Screen(NamedTuple):
    """What lines are fitted to.

    Attributes:
        width: in cells.
        encoding: of standard output, in lower case.
        colour: whether to use colours and bold; where it is None, a terminal has them and a file has not.
    """

    width: int
    encoding: str
    colour: bool | None

    @property
    def is_plain(self) -> bool:
        """Whether blocks and dots cannot be shown."""
        return not self.encoding.startswith("utf")

    def echo(self, line: str = "") -> None:
        """Print a line, which may be styled."""
        echo(line, colour=self.colour)

    def echo_wrapped(self, text: str, indent: int = 0, hanging: int = 2, *, bold: bool = False) -> None:
        """Print lines that go on below their own beginnings."""
        for line in visible(text).split("\n"):
            more = len(line) - len(line.lstrip())
            for part in wrapped(line, self.width, indent + more, hanging) if line.strip() else [""]:
                self.echo(styled(part, bold=True) if bold else part)

    def echo_beside(self, when: str, what: str) -> None:
        """Print *what* to the right of *when*, or below it where there is little room."""
        if self.width < 2 * BESIDE:
            self.echo_wrapped(when)
            self.echo_wrapped(what, indent=2, hanging=0)
            return
        for number, line in enumerate(wrapped(visible(what), self.width - BESIDE, hanging=0)):
            self.echo(f"{'' if number else when:{BESIDE}}{line}")


def screen() -> Screen:
    """Return a screen as wide as the terminal, or of 80 columns when there is none."""
    width = min(terminal_columns(), WIDEST)
    return Screen(max(width, NARROWEST), output_encoding(), _colour())


def _colour() -> bool | None:
    """Tell what the environment wishes, if it does."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
