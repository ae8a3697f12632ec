"""Many files in one, as the page takes them apart, and Python compiled beforehand.

At build time this module is also run by the Python of the browser, whose byte code it is to be. So it imports
the standard library alone.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Mapping
from importlib.util import MAGIC_NUMBER, source_hash
from itertools import accumulate
from types import CodeType
from typing import Final

_NUMBER: Final = 4
"""Bytes of the length in front, big end first."""
_NEVER_LOOKED_UP: Final = 0b01
"""The mark of byte code that is known by the hash of its source, and is not compared with it (PEP 552)."""

_WITHOUT_DOCSTRINGS: Final = 2
"""The level of optimisation that leaves them out, and assertions."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return *files*, by their paths, as one: how long the list is, the list, and what they hold."""
    ordered = sorted(files.items())
    listed = json.dumps([[path, len(data)] for path, data in ordered], separators=(",", ":")).encode()
    return b"".join([len(listed).to_bytes(_NUMBER), listed, *(data for _, data in ordered)])


def unpack(packed: bytes) -> dict[str, bytes]:
    """Return the files that were packed."""
    start = _NUMBER + int.from_bytes(packed[:_NUMBER])
    listed = json.loads(packed[_NUMBER:start])
    ends = accumulate((length for _, length in listed), initial=start)
    return {path: packed[at : at + length] for (path, length), at in zip(listed, ends, strict=False)}


def compiled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *files* with byte code of this Python in the place of sources (``a/b.pyc`` for ``a/b.py``)."""
    return dict(
        (f"{path}c", _byte_code(path, data)) if path.endswith(".py") else (path, data)
        for path, data in files.items()
    )


def _byte_code(path: str, source: bytes) -> bytes:
    code = compile(source, path, "exec", dont_inherit=True, optimize=_WITHOUT_DOCSTRINGS)
    head = MAGIC_NUMBER + _NEVER_LOOKED_UP.to_bytes(4, "little") + source_hash(source)
    return head + marshal.dumps(_without_lines(code))


def _without_lines(code: CodeType) -> CodeType:
    """Return *code* without the table of its lines, which is a third of it and tells only tracebacks."""
    inner = (_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inner))
