"""The checksum of FIT files, CRC-16/ARC: by fastcrc where it is installed, or else by a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

POLYNOMIAL: Final = 0xA001
"""x¹⁶ + x¹⁵ + x² + 1, the lowest bit first."""


@cache
def fastest() -> Callable[[bytes], int]:
    """Return what calculates the checksum of bytes: fastcrc's function, or :func:`by_table` without it."""
    try:
        from fastcrc.crc16 import arc
    except ImportError:
        return by_table
    return arc


def by_table(data: bytes) -> int:
    """Return the CRC-16/ARC of *data*, a step for each byte (Sarwate 1988)."""
    table, crc = _table(), 0
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc


@cache
def _table() -> tuple[int, ...]:
    return tuple(map(_after_eight_bits, range(256)))


def _after_eight_bits(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (POLYNOMIAL if value & 1 else 0)
    return value
