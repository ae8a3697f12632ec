"""The frame of every FIT file: a header of 14 bytes before the records, a checksum after them."""

from __future__ import annotations

from struct import Struct
from typing import Final

from fastcrc import crc16
from fit_tool import SDK_VERSION
from fit_tool.fit_file_header import ProfileVersion

HEADER: Final = Struct("<BBHI4s")
PROTOCOL_1_0: Final = 0x10
PROFILE: Final = ProfileVersion.from_sdk_version(SDK_VERSION).version_code


def whole_file(records: bytes) -> bytes:
    """Return the file that holds *records*, with the checksums of its header and of all."""
    start = HEADER.pack(14, PROTOCOL_1_0, PROFILE, len(records), b".FIT")
    body = start + crc16.arc(start).to_bytes(2, "little") + records
    return body + crc16.arc(body).to_bytes(2, "little")
