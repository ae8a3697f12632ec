"""What a simplification knows and writes down on its way."""

from __future__ import annotations

from enum import Enum

from workout_core.analysis.reading import Reading
from workout_core.budget import Budget
from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.losses import Loss
from workout_core.languages import gettext, quoted
from workout_core.model.exercise import Exercise
from workout_core.model.sport import Sport
from workout_core.model.target import Target
from workout_core.model.workout import Item, Step


class Ledger:
    """What the format carries in the workout's sport, the losses so far, each once, and words to be told.

    Attributes:
        reading: of the workout, for the athlete whose numbers take the place of what is relative.
        budget: what writing out has cost.
        origins: by what was made, which is kept so that nothing else takes its place in memory, where in the
            workout it comes from; None where nobody asks.
        unechoed: the features that are carried with nothing to say in words.
    """

    def __init__(self, supports: Capabilities, sport: Sport, reading: Reading | None = None) -> None:
        self.format = supports
        self.supports = supports.in_sport(sport)
        self.sport = sport
        self.reading = reading
        self.losses: dict[Loss, None] = {}
        self.unsaid: list[str] = []
        self.budget = Budget()
        self.unechoed = self.supports.features - supports.echoes
        self.origins: dict[int, tuple[Item, str]] | None = None
        self._unknown: set[object] = set()

    def note(self, items: tuple[Item, ...], path: str) -> None:
        """Remember that *items* come from *path*, but for those of which it is known where they come from."""
        if self.origins is None:
            return
        for item in items:
            self.origins.setdefault(id(item), (item, path))

    def apart(self) -> Ledger:
        """Return a ledger that knows the same, for a try of which nothing is written down."""
        other = Ledger(self.format, self.sport, self.reading)
        other._unknown = self._unknown
        return other

    def measured(self, *items: Item) -> Reading:
        """Return what *items* are for the athlete."""
        return Reading.of_items(items, self.sport, self.reading.athlete if self.reading else None)

    def lack(self, what: Target | Exercise, loss: Loss) -> None:
        """Write down that the athlete lacks the number which *what* refers to, so that it becomes words."""
        self._unknown.add(what if isinstance(what, Target) else (what.name, what.load))
        self.losses[loss] = None

    def lacks(self, what: Target | Exercise) -> bool:
        """Tell whether *what* refers to a number that the format needs and the athlete lacks."""
        if not self._unknown:
            return False
        return (what if isinstance(what, Target) else (what.name, what.load)) in self._unknown

    def lacks_for(self, step: Step) -> bool:
        """Tell whether anything of *step* refers to a number that the athlete lacks."""
        return bool(self._unknown) and any(
            part is not None and self.lacks(part) for part in (step.target, step.second_target, step.exercise)
        )

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
        self.lose(path, kind, self.told(what))

    def told(self, what: str) -> str:
        """Say what becomes of *what* in a format that has no place for it."""
        if Feature.CUE in self.supports:
            return gettext("{what} is told in words", what=quoted(what))
        return gettext("{what} is left out", what=quoted(what))
