"""Every error this package raises on purpose.

::

    WorkoutError                   printed without a traceback
    ├── InvalidWorkout(ValueError) a value makes no sense
    │   ├── InvalidOption          an option of a format does not fit
    │   ├── InvalidParameter       a parameter of a recipe does not fit; names it
    │   └── TooMuchWork            an input asks for more work than anybody means
    ├── DocumentError              a document cannot be read; carries every Problem
    ├── MissingThreshold           a number the athlete does not have
    ├── UnknownFormat(LookupError) no such format; carries what there is
    ├── ExportError                an exporter failed; the original is ``__cause__``
    │   └── LossyExport            strict mode met a loss; carries the losses
    ├── WatchError                 no watch, no room on it, or it does not hold what was written
    └── PluginError                broken, incompatible or contested; names the distributions

``WorkoutWarning`` is for what is doubtful and not wrong; it goes through :mod:`warnings`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.languages import gettext, gettext_noop


class WorkoutError(Exception):
    """Something the user can understand and mend."""


class InvalidWorkout(WorkoutError, ValueError):  # noqa: N818 - the public name says what is wrong
    """A value makes no sense in a workout, a plan or an athlete."""


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong with a document, and where.

    Attributes:
        message: what is wrong (what would be right).
        path: the place in the document, ``steps[1].target``; empty for the document as a whole.
        line: the line in the file, from 1; 0 when the file as a whole is meant.
        column: the column in that line, from 1; 0 when the whole line is meant.
        file: the file's name as the user gave it.
        text: the line itself, for the caret.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    file: str = ""
    text: str = ""

    def __str__(self) -> str:
        """Spell the problem as ``file:line:column: where: what``, with the line and a caret."""
        place = ":".join(part for part in (self.file, *self._position()) if part)
        head = ": ".join(part for part in (place, self.path, self.message) if part)
        if not self.text.strip():
            return head
        if not self.column:
            return f"{head}\n    {_printable(_window(self.text, 1)[0])}"
        line, column = _window(self.text, self.column)
        line = _printable(line)
        pointer = "".join(map(_blank, line[: column - 1]))
        return f"{head}\n    {line}\n    {pointer}^"

    def _position(self) -> tuple[str, ...]:
        """Return the numbers that are known: a line may be told without a column."""
        return tuple(str(number) for number in (self.line, self.line and self.column) if number)


def _printable(text: str) -> str:
    """Return *text* with a mark for every character that a terminal could not show in its place."""
    return "".join(letter if letter.isprintable() or letter == "\t" else "\ufffd" for letter in text)


def _blank(letter: str) -> str:
    """Return white space as wide as *letter* is in a terminal."""
    if letter == "\t":
        return letter
    if unicodedata.category(letter) in ("Mn", "Me"):
        return ""
    return "  " if unicodedata.east_asian_width(letter) in ("W", "F") else " "


def _window(text: str, column: int, width: int = 100) -> tuple[str, int]:
    """Return the part of a long line around *column*, and the column in it."""
    if len(text) <= width:
        return text, max(column, 1)
    start = max(0, min(column - 1 - width // 2, len(text) - width))
    return text[start : start + width], max(column - start, 1)


class InvalidOption(InvalidWorkout):
    """An option of a format that it does not have, or with a value that does not fit."""


class InvalidParameter(InvalidWorkout):
    """A parameter of a recipe is missing, or has a value that does not fit.

    Attributes:
        parameter: its name, as people write it.
        reason: what is wrong with it.
        item: which of several values is meant, from 0.
    """

    def __init__(self, parameter: str, reason: str, item: int | None = None) -> None:
        self.parameter = parameter
        self.reason = reason
        self.item = item
        super().__init__(f"{parameter}: {reason}")


class TooMuchWork(InvalidWorkout):
    """An input asks for more work than anybody means."""


class WorkoutWarning(UserWarning):
    """Something is doubtful, and was done all the same."""


class DocumentError(WorkoutError):
    """A document cannot be read.

    Attributes:
        problems: everything that is wrong, in the order of the file.
        rest: what could be read all the same: a squad without the athletes who are wrong.
    """

    def __init__(self, problems: Iterable[Problem], rest: object = None) -> None:
        self.problems = tuple(problems)
        self.rest = rest
        super().__init__("\n".join(map(str, self.problems)))


class MissingThreshold(WorkoutError):  # noqa: N818 - the public name says what is missing
    """A target is relative to a number that the athlete does not have.

    Attributes:
        threshold: the field of the athlete that is missing.
    """

    def __init__(self, message: str, threshold: str) -> None:
        self.threshold = threshold
        super().__init__(message)


_UNKNOWN: Final = MappingProxyType(
    {
        "exercise": gettext_noop("{name} is not a exercise"),
        "format": gettext_noop("{name} is not a format"),
        "plugin": gettext_noop("{name} is not a plugin"),
        "recipe": gettext_noop("{name} is not a recipe"),
        "suffix of sound files": gettext_noop("{name} is not a suffix of sound files"),
        "transform": gettext_noop("{name} is not a transform"),
        "voice": gettext_noop("{name} is not a voice"),
        "watch": gettext_noop("{name} is not a watch"),
    }
)
"""What is said of a name that nothing of a kind has; the article is another one for each elsewhere."""
_UNKNOWN_OTHERWISE: Final = gettext_noop("{name} is not a {what}")


class UnknownFormat(WorkoutError, LookupError):  # noqa: N818 - the public name says what is unknown
    """No exporter or importer, or whatever else was asked for, has this name.

    Attributes:
        name: what was asked for.
        available: the names there are.
        not_loaded: the plugins that may have offered it, had they been loaded.
    """

    def __init__(
        self, name: str, available: Iterable[str], *, what: str = "format", not_loaded: Iterable[str] = ()
    ) -> None:
        self.name = name
        self.available = tuple(sorted(available))
        self.not_loaded = tuple(not_loaded)
        unknown = gettext(_UNKNOWN.get(what, _UNKNOWN_OTHERWISE), name=shown(name), what=what)
        message = f"{unknown} ({suggestion(name, self.available)})"
        if self.not_loaded:
            names = ", ".join(self.not_loaded)
            why_not = gettext("not loaded: {names} ('workout plugins' says why)", names=names)
            message = f"{message}; {why_not}"
        super().__init__(message)


class ExportError(WorkoutError):
    """An exporter failed; what it raised is the ``__cause__``."""


class WatchError(WorkoutError):
    """There is no watch, it has no room, or it does not do what it is told."""


class PluginError(WorkoutError):
    """A plugin is broken, incompatible with this version, or contested by another.

    Attributes:
        plugins: the names of the plugins concerned, each ``distribution:name``.
    """

    def __init__(self, message: str, plugins: Iterable[str]) -> None:
        self.plugins = tuple(plugins)
        super().__init__(message)


def shown(text: str, limit: int = 60) -> str:
    """Quote *text* for a message, cut where it is too long to be read."""
    return repr(text if len(text) <= limit else f"{text[:limit]}…")


def say_error(error: BaseException, limit: int = 300) -> str:
    """Say any exception in one line, even one that cannot speak for itself."""
    text = ""
    with suppress(Exception, SystemExit):
        text = _printable(" ".join(str(error).split()))
    text = text if len(text) <= limit else f"{text[:limit]}…"
    return text if isinstance(error, WorkoutError) else f"{type(error).__name__}: {text}".removesuffix(": ")


MOST_LOOKED_AT: Final = 50
"""Words that are compared letter by letter; those that share most letters come first."""


def suggestion(word: str, choices: Iterable[str], limit: int = 12) -> str:
    """Say what *word* may have been meant to be, or else what there is."""
    known = list(choices)
    near = nearest(word, known)
    return did_you_mean(near) if near else listed(known, limit)


def did_you_mean(*meant: str) -> str:
    """Ask whether one of the words *meant* is what somebody meant; they are quoted."""
    return gettext("did you mean {choices}?", choices=either(map(repr, meant)))


def either(choices: Iterable[str]) -> str:
    """Say *choices* one after another: ``a, b or c``."""
    *first, last = choices
    return gettext("{first} or {last}", first=", ".join(first), last=last) if first else last


def listed(choices: Iterable[str], limit: int = 12) -> str:
    """Say what there is."""
    known = list(choices)
    if not known:
        return gettext("there are none")
    more = ["…"] if len(known) > limit else []
    return gettext("one of {choices}", choices=", ".join([*known[:limit], *more]))


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the one of *choices* that *word* is probably a slip of, as it is written there, or nothing."""
    known = {choice.casefold(): choice for choice in reversed(list(choices))}
    return known.get(closest(word, list(known)), "")


def closest(word: str, choices: Iterable[str], alike: float = 0.6) -> str:
    """Return the one of *choices* that *word* is probably a slip of, or nothing.

    Args:
        word: the first 80 letters are looked at; case does not matter.
        choices: in lower case.
        alike: how much the two must have in common, from 0 to 1.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a slip of the pen pays
    from heapq import nlargest  # noqa: PLC0415 - the same

    sought = word.casefold()[:80]
    matcher = SequenceMatcher(b=sought)
    shares: list[tuple[float, str]] = []
    for choice in choices:
        if 2 * min(len(sought), len(choice)) >= alike * (len(sought) + len(choice)):
            matcher.set_seq1(choice)
            if (share := matcher.quick_ratio()) >= alike:
                shares.append((share, choice))
    best = (alike, "")
    # no pair has more in common than it shares letters
    for share, choice in nlargest(MOST_LOOKED_AT, shares):
        if share < best[0]:
            break
        matcher.set_seq1(choice)
        best = max(best, (matcher.ratio(), choice))
    return best[1]
