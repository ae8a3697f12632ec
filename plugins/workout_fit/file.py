"""The frame of every FIT file: a header of 14 bytes before the records, a checksum after them."""

from __future__ import annotations

from struct import Struct
from typing import Final

from workout_fit.checksum import fastest
from workout_fit.profile_table import PROFILE_VERSION

HEADER: Final = Struct("<BBHI4s")
PROTOCOL_1_0: Final = 0x10


def whole_file(records: bytes) -> bytes:
    """Return the file that holds *records*, with the checksums of its header and of all."""
    checksum = fastest()
    start = HEADER.pack(14, PROTOCOL_1_0, PROFILE_VERSION, len(records), b".FIT")
    body = start + checksum(start).to_bytes(2, "little") + records
    return body + checksum(body).to_bytes(2, "little")
