"""What a simplification knows and writes down on its way."""

from __future__ import annotations

from enum import Enum

from workout_core.budget import Budget
from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.losses import Loss
from workout_core.model.sport import Sport


class Ledger:
    """The format's capabilities, the workout's sport, the losses so far, each once, and words to be told.

    Attributes:
        budget: what writing out has cost.
        unechoed: the features that are carried with nothing to say in words.
    """

    def __init__(self, supports: Capabilities, sport: Sport) -> None:
        self.supports = supports
        self.sport = sport
        self.losses: dict[Loss, None] = {}
        self.unsaid: list[str] = []
        self.budget = Budget()
        self.unechoed = supports.features - supports.echoes

    def say(self, words: str) -> None:
        """Keep *words* of a repeat for the cue of its first step."""
        self.unsaid.append(words)

    def take_unsaid(self) -> list[str]:
        """Return the words that the next step has to tell."""
        words, self.unsaid = self.unsaid, []
        return words

    def lose(self, path: str, kind: Enum | str, what: str) -> None:
        """Write down one change."""
        self.losses[Loss(path, kind, what)] = None

    def tell(self, path: str, kind: Enum | str, what: str) -> None:
        """Write down that *what* is only told in words, if the format has room for words."""
        told = "is told in words" if Feature.CUE in self.supports else "is left out"
        self.lose(path, kind, f"{what!r} {told}")
