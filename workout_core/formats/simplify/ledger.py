"""What a simplification knows and writes down on its way."""

from __future__ import annotations

from enum import Enum

from attrs import define, field

from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.losses import Loss
from workout_core.model.sport import Sport


@define
class Ledger:
    """The format's capabilities, the workout's sport, and the losses so far, each once."""

    supports: Capabilities
    sport: Sport
    losses: dict[Loss, None] = field(factory=dict)

    def lose(self, path: str, kind: Enum | str, what: str) -> None:
        """Write down one change."""
        self.losses[Loss(path, kind, what)] = None

    def tell(self, path: str, kind: Enum | str, what: str) -> None:
        """Write down that *what* is only told in words, if the format has room for words."""
        told = "is told in words" if Feature.CUE in self.supports else "is left out"
        self.lose(path, kind, f"{what!r} {told}")
