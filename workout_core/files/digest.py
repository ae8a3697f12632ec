"""SHA-256 of what was written (FIPS 180-4)."""

from __future__ import annotations

from importlib import import_module


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal digits.

    :mod:`hashlib` asks OpenSSL, whose loading takes longer than writing a workout.
    """
    for module in ("_sha2", "_sha256", "hashlib"):  # since Python 3.12, until then, and where it lacks both
        try:
            made: str = import_module(module).sha256(data).hexdigest()
        except ImportError:
            continue
        return made
    raise AssertionError("hashlib is part of Python")
