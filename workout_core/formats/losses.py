"""What a format could not carry: the honest account."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from workout_core.errors import ExportError
from workout_core.languages import ngettext, pgettext
from workout_core.model.value_object import ValueObject


@frozen(eq=False, repr=False)
class Loss(ValueObject):
    """One change that a format asked for.

    Attributes:
        path: the place in the workout, ``steps[1].target``; empty for the workout as a whole.
        kind: the :class:`Feature` that the format lacks or limits, or a plugin's own word; in English.
        what: what became of it, in words.
        needs: what the athlete has to give, where it is lost for want of that; *what* says it as well.
    """

    path: str = field(converter=str)
    kind: Enum | str
    what: str = field(converter=str)
    needs: str = ""

    @property
    def title(self) -> str:
        """The kind as people read it."""
        kind = self.kind.name.replace("_", " ").lower() if isinstance(self.kind, Enum) else str(self.kind)
        return pgettext("what a format lacks", kind) if kind else ""

    def __str__(self) -> str:
        """Spell the loss as ``where: kind: what``."""
        return ": ".join(part for part in (self.path, self.title, self.what) if part)


_PART: Final = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


def in_order(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """Return *losses* each once, in the order of their places; those of one place stay as they are."""
    once = dict.fromkeys(losses)
    return tuple(sorted(once, key=lambda loss: _parts(loss.path)) if len(once) > 1 else once)


@lru_cache(1024)  # the same few places recur in every workout of a plan
def _parts(path: str) -> tuple[tuple[str, int], ...]:
    """Return what a place is sorted by: names as letters, and what is counted as numbers."""
    return tuple((name, int(index or -1)) for name, index in _PART.findall(path))


class LossyExport(ExportError):  # noqa: N818 - the public name says what strict mode met
    """Strict mode met something that the format cannot carry.

    Attributes:
        losses: everything that would have been lost.
    """

    def __init__(self, message: str, losses: Iterable[Loss]) -> None:
        self.losses = tuple(losses)
        super().__init__(message)


def refuse_losses(by: str, losses: Iterable[Loss]) -> None:
    """Refuse to lose anything *by* a format or a transform, as strict mode does.

    Raises:
        LossyExport: something would be lost.
    """
    if told := list(losses):
        lost = ngettext("{n} thing would be lost", "{n} things would be lost", len(told))
        raise LossyExport(f"{by}: {lost}", told)
