"""What a document says at its top that it is, found without reading it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

KINDS: Final = ("workout", "squad", "plan", "athlete")
"""Where a document says several, it is the first of these: a plan may be for an athlete."""
KINDS_IN_JSON: Final = ("squad", "plan", "workout", "athlete")
"""Where those that are inside are found too."""
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
    is_json = name.casefold().endswith(".json")
    pattern, kinds = (_IN_JSON, KINDS_IN_JSON) if is_json else (_IN_YAML, KINDS)
    found = {each.decode() for each in pattern.findall(data)}
    return next((kind for kind in kinds if kind in found), "")
