"""Who a file is, and who wrote it: what a watch knows a workout by, in its own file and on the calendar."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from workout_core import __version__
from workout_fit.message_layout import layout
from workout_fit.profile_table import MANUFACTURER

FIRST_CREATION: Final = 800_000_000
"""Creation times derived from identities lie between May 2015 and November 2023, in FIT seconds."""
IDENTITY_FIELDS: Final = ("manufacturer", "product", "serial_number", "time_created")

_MANUFACTURER: Final = MANUFACTURER["development"]
_PRODUCT: Final = 0
_FILE_ID: Final = layout("file_id", ("type", *IDENTITY_FIELDS), ())
_CREATOR: Final = layout("file_creator", ("software_version",), ())
_MAJOR, _MINOR = (int(part) for part in __version__.split(".")[:2])
_FILE_CREATOR: Final = _CREATOR.definition + _CREATOR.row.pack(_MAJOR * 100 + _MINOR)


def file_identity(identity: UUID) -> tuple[int, int, int, int]:
    """Return the manufacturer, the product, the serial number and the creation time of *identity*."""
    return _MANUFACTURER, _PRODUCT, serial_number(identity), creation_time(identity)


def file_head(kind: int, identity: UUID) -> bytes:
    """Return the messages file_id and file_creator, each with its definition; *kind* is of files."""
    file_id = _FILE_ID.row.pack(kind, *file_identity(identity))
    return _FILE_ID.definition + file_id + _FILE_CREATOR


def serial_number(identity: UUID) -> int:
    """Return the serial number of *identity*, which is never 0 or invalid."""
    return identity.int % 0xFFFFFFFE + 1


def creation_time(identity: UUID) -> int:
    """Return the creation time of *identity* in FIT seconds: as stable as the identity is."""
    return FIRST_CREATION + (identity.int >> 96) % 2**28
