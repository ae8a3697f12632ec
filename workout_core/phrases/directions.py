"""Names of right-to-left scripts within a line of left-to-right words."""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional

_OPEN, _CLOSE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_TURNS: Final = frozenset({"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def isolated(name: str) -> str:
    """Return *name* so that it does not turn the words and numbers beside it around.

    A name in Hebrew or Arabic is set between the isolates of the Unicode Bidirectional Algorithm (UAX 9,
    2.2); any other is returned as it is.
    """
    turns = not name.isascii() and any(bidirectional(letter) in _TURNS for letter in name)
    return f"{_OPEN}{name}{_CLOSE}" if turns else name


def without_isolates(text: str) -> str:
    """Return *text* without what :func:`isolated` has put around names."""
    inner = text.removeprefix(_OPEN).removesuffix(_CLOSE)
    return inner if len(inner) == len(text) - 2 else text
