"""Parts of a file, which players ask for to begin in the middle (RFC 9110, section 14)."""

from __future__ import annotations

import re
from typing import Final

_ONE: Final = re.compile(rb"\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", re.IGNORECASE | re.ASCII)
_LONGEST: Final = 100
"""Bytes of a header that are looked at."""


def wanted_part(header: bytes | None, if_range: bytes | None, etag: bytes, size: int) -> range | None:
    """Return which bytes are asked for; none of them if there are none such, None if it is all of them.

    Several parts, units that are no bytes, and what cannot be read count as all of them, as a server may.

    Args:
        header: ``Range``.
        if_range: the header; the parts are sent only if it is the *etag*. A date is never believed, because
            a file may change twice in its second.
        etag: of the representation, with its quotes.
        size: of the representation in bytes.
    """
    asked = _ONE.fullmatch(header[:_LONGEST]) if header else None
    if asked is None or (if_range is not None and if_range.strip() != etag):
        return None
    first, last = asked.groups()
    if not first:
        return range(max(size - int(last), 0), size) if last else None
    start = int(first)
    if last and int(last) < start:
        return None  # which no range is
    return range(min(start, size), min(int(last) + 1, size) if last else size)
