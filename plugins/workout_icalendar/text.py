"""Texts that every reader gets as they are."""

from __future__ import annotations

import re
from typing import Final

from icalendar import vText

_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_UNSAFE_IN_NAMES: Final = re.compile(r"[,;\\\s]+")


class Escaped(vText):
    r"""A TEXT value (RFC 5545, 3.3.11); the library's own escaper takes a literal ``\N`` for a line break."""

    def to_ical(self) -> bytes:
        """Return the escaped bytes."""
        return str(self).translate(_ESCAPES).encode()


def calendar_name(name: str) -> str:
    """Return *name* without what readers disagree about: commas, semicolons and backslashes."""
    return _UNSAFE_IN_NAMES.sub(" ", name).strip()
