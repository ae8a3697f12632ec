"""Whether a client has what it asks for already, and which encoding it takes (RFC 9110, 12.5.3 and 13.1)."""

from __future__ import annotations

import re
from datetime import UTC
from functools import lru_cache
from typing import Final

_TAG: Final = re.compile(rb'"[\x21\x23-\x7e\x80-\xff]*"')
_WEIGHT: Final = re.compile(rb"q\s*=\s*([01](?:\.[0-9]{0,3})?)", re.IGNORECASE)
_GZIP: Final = (b"gzip", b"x-gzip", b"*")
_REMEMBERED: Final = 256
_LONGEST: Final = 200
"""Bytes of a header that are looked at, where more would only be kept."""


def is_unchanged(
    if_none_match: bytes | None, if_modified_since: bytes | None, etag: bytes, modified: int, now: float
) -> bool:
    """Tell whether a client has the present representation.

    Args:
        if_none_match: the header, several lines joined by commas; it counts alone if it is there.
        if_modified_since: the header.
        etag: of the representation, with its quotes.
        modified: when it changed, in seconds since 1970.
        now: the present; a date after it is not believed (a client whose clock is ahead would never update).
    """
    if if_none_match is not None:
        # RFC 9110, 13.1.2: the comparison is weak, so that W/ does not matter, which proxies add.
        return if_none_match.strip() == b"*" or etag in _TAG.findall(if_none_match)
    if if_modified_since is not None:
        since = _seconds(if_modified_since[:_LONGEST])
        return since is not None and modified <= since <= now
    return False


@lru_cache(_REMEMBERED)
def _seconds(text: bytes) -> float | None:
    """Read a date in one of the three forms of RFC 9110, 5.6.7; None if it is none."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - only who is asked for a date pays

    try:
        found = parsedate_to_datetime(text.decode("ascii"))
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def accepts_gzip(header: bytes) -> bool:
    """Tell whether ``Accept-Encoding`` takes gzip, by name or by ``*``; a weight of 0 refuses it."""
    return _takes_gzip(header[:_LONGEST])


@lru_cache(_REMEMBERED)
def _takes_gzip(header: bytes) -> bool:
    weights: dict[bytes, float] = {}
    for part in header.split(b","):
        name, _, parameters = part.partition(b";")
        weight = _WEIGHT.search(parameters)
        weights[name.strip().lower()] = float(weight[1]) if weight else 1.0
    named = next((weights[name] for name in _GZIP if name in weights), 0.0)
    return named > 0
