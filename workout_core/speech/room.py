"""Lines that follow each other without ever two at once: what has no room is shortened or left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from attrs import frozen

from workout_core.languages import gettext, quoted
from workout_core.speech.script import SENTENCE_END, LeftOut, SpokenKind, SpokenLine

GAP: Final = 0.3
"""Seconds of silence between two lines, at least."""
BEEPS: Final = (3.0, 2.0, 1.0)
"""Seconds before a change at which a tone is heard."""


@frozen(kw_only=True, eq=False)
class Saying:
    """Something to say.

    Attributes:
        forms: of the same, longest first; one is said.
        kind: what it is for.
        path: the place in the workout.
        at: when it is due, in seconds from the start.
        before: when it must be over.
        late: how many seconds later it may begin.
        early: how many seconds earlier, where it would not be over in time.
    """

    forms: tuple[str, ...]
    kind: SpokenKind
    path: str
    at: float
    before: float
    late: float = 0.0
    early: float = 0.0


class Room:
    """What is said so far, and what had no room.

    Attributes:
        lines: in order, but for those of :meth:`place` since the last :meth:`settle`.
        left_out: what was shortened or left out.
    """

    def __init__(self, seconds_of: Callable[[str], float]) -> None:
        self.lines: list[SpokenLine] = []
        self.left_out: list[LeftOut] = []
        self._settled = 0
        self._seconds_of = seconds_of
        self._lasts: dict[str, float] = {}
        self._beginnings: dict[str, Beginnings] = {}

    @property
    def free_from(self) -> float:
        """When the next line may begin, after all lines that there are."""
        return self.lines[-1].at + self.lines[-1].lasts + GAP if self.lines else 0.0

    def lasts(self, text: str) -> float:
        """Return how many seconds it takes to say *text*."""
        known = self._lasts.get(text)
        if known is None:
            known = self._lasts[text] = self._seconds_of(text)
        return known

    def say(self, text: str, at: float, kind: SpokenKind, path: str) -> None:
        """Add a line that is known to have room."""
        self.lines.append(SpokenLine(at=at, lasts=self.lasts(text), text=text, kind=kind, path=path))

    def tell(self, at: float, path: str, text: str, said: str = "") -> None:
        """Tell that *text* is not said, or shortened to what is *said*."""
        if said:
            what = gettext("shortened to {said}", said=quoted(said))
        else:
            what = gettext("left out, as there is no time for it")
        self.left_out.append(LeftOut(at=at, path=path, text=text, what=what))

    def together(self, *texts: str) -> float:
        """Return how long it takes to say *texts* one after the other, each with the silence after it."""
        return sum(self.lasts(text) + GAP for text in texts if text)

    def longest(self, text: str, seconds: float) -> str:
        """Return as many of the first sentences of *text* as *seconds* hold; maybe none."""
        if self.lasts(text) <= seconds:
            return text
        if text not in self._beginnings:
            self._beginnings[text] = Beginnings(text)
        return self._beginnings[text].longest(seconds, self._seconds_of)

    def place(self, saying: Saying) -> str:
        """Say *saying* where there is room since the last :meth:`settle`; return what was said of it."""
        for form in saying.forms:
            at = self._gap(self.lasts(form), saying)
            if at is not None:
                self.say(form, at, saying.kind, saying.path)
                if form != saying.forms[0]:
                    self.tell(at, saying.path, saying.forms[0], form)
                return form
        self.tell(saying.at, saying.path, saying.forms[0])
        return ""

    def _gap(self, lasts: float, saying: Saying) -> float | None:
        """Return when *saying* can begin, if it *lasts* so long; None if it has no room."""
        at = max(saying.at - saying.early, min(saying.at, saying.before - lasts))
        for line in sorted(self.lines[self._settled :], key=lambda each: each.at):
            if at + lasts + GAP > line.at and at < line.at + line.lasts + GAP:
                at = line.at + line.lasts + GAP
        is_in_time = at <= saying.at + saying.late and at + lasts <= saying.before
        return at if is_in_time else None

    def is_silent(self, start: float, end: float) -> bool:
        """Tell whether nothing is said from *start* to *end*, which is after the last :meth:`settle`."""
        return not any(line.at < end and start < line.at + line.lasts for line in self.lines[self._settled :])

    def settle(self) -> None:
        """Put the lines since the last time in order; nothing comes between them any more."""
        self.lines[self._settled :] = sorted(self.lines[self._settled :], key=lambda line: line.at)
        self._settled = max(len(self.lines) - 1, 0)


class Beginnings:
    """The first sentence of a text, the first two, and so on: how long they take is asked once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [found.start() for found in SENTENCE_END.finditer(text)]
        self._lasts: dict[int, float] = {}

    def longest(self, seconds: float, seconds_of: Callable[[str], float]) -> str:
        """Return as many sentences as *seconds* hold, in which a voice reads as *seconds_of* says."""

        def lasts(number: int) -> float:
            if number not in self._lasts:
                self._lasts[number] = seconds_of(self._text[: self._ends[number]])
            return self._lasts[number]

        many = bisect_right(range(len(self._ends)), seconds, key=lasts)
        return self._text[: self._ends[many - 1]] if many else ""
