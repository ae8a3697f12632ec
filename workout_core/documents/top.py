"""What a document says at its top that it is, found without reading it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

KINDS: Final = ("squad", "plan", "workout", "athlete")
"""Where a document says several, it is the first of these: a plan may be for an athlete."""
_IN_YAML: Final = re.compile(
    rb"""(?:\A(?:\xef\xbb\xbf)?|[\r\n])(?:\{[ \t]*)?["']?(%b)["']?[ \t]*:""" % "|".join(KINDS).encode()
)
_IN_JSON: Final = re.compile(rb"""[{,]\s*"(%b)"\s*:""" % "|".join(KINDS).encode())


_BEGINNING: Final = 65_536
"""Bytes within which a document says what it is."""


def is_squad(path: str) -> bool:
    """Tell whether the file *path* is the document of a squad; a pipe, which is read only once, is none."""
    file = Path(path)
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            return says(stream.read(_BEGINNING), path) == "squad"
    except (OSError, ValueError):  # whoever reads it will say so
        return False


def says(data: bytes, name: str) -> str:
    """Return what the document in *data*, a file called *name*, seems to be; nothing if it does not say."""
    pattern = _IN_JSON if name.casefold().endswith(".json") else _IN_YAML
    found = {each.decode() for each in pattern.findall(data)}
    return next((kind for kind in KINDS if kind in found), "")
