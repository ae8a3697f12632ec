"""Message layouts, compiled once each from the profile's table: a definition, and a struct to pack rows with.

Rows are raw integers and bytes as they stand on the wire, so no conversions take part.
All messages use local type 0, and a definition is written again when the layout changes.
"""

from __future__ import annotations

from functools import lru_cache
from struct import Struct, calcsize, pack
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_fit.profile_table import MESSAGES

# Garmin's own encoders write this field as an enum, although fit-tool's profile has a bool.
OTHER_TYPES: Final = MappingProxyType({("schedule", "completed"): (0, "B")})
STRING: Final = "s"


class MessageLayout(NamedTuple):
    """The fields of one message, compiled.

    Attributes:
        definition: the definition record.
        row: packs the record header, a zero, then the values in the order of the fields.
    """

    definition: bytes
    row: Struct


@lru_cache(maxsize=1024)
def layout(message: str, names: tuple[str, ...], sizes: tuple[int, ...]) -> MessageLayout:
    """Return the layout of *message* with the fields *names*; *sizes* are those of its strings, in order."""
    message_number, fields = MESSAGES[message]
    left = iter(sizes)
    definitions, formats = [], []
    for name in names:
        number = fields[name][0]
        base_type, form = OTHER_TYPES.get((message, name), fields[name][1:])
        form = f"{next(left)}s" if form == STRING else form
        definitions.append(bytes((number, calcsize(f"<{form}"), base_type)))
        formats.append(form)
    start = pack("<BBBHB", 0x40, 0, 0, message_number, len(names))
    return MessageLayout(start + b"".join(definitions), Struct("<x" + "".join(formats)))
