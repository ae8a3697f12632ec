"""SHA-256 of what was written (FIPS 180-4)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

_PIECE: Final = 1 << 20


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal digits."""
    made: str = _sha256()(data).hexdigest()
    return made


def file_digest(path: Path) -> str:
    """Return the SHA-256 of what a file holds, which is never in memory all at once."""
    made = _sha256()()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            made.update(piece)
    digits: str = made.hexdigest()
    return digits


@cache
def _sha256() -> Callable[..., Any]:
    """Find the function; :mod:`hashlib` asks OpenSSL, whose loading takes longer than writing a workout."""
    for module in ("_sha2", "_sha256"):  # since Python 3.12, and until then
        try:
            found: Callable[..., Any] = import_module(module).sha256
        except ImportError:
            continue
        return found
    from hashlib import sha256  # noqa: PLC0415 - Python may be built without its own

    return sha256
