"""Decoders of FIT that we did not write, each shown as a list of messages in the profile's units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import fitdecode  # type: ignore[import-untyped]
from garmin_fit_sdk import Decoder, Profile, Stream

Fields = dict[str, Any]
Messages = list[tuple[str, Fields]]

TEXTS = {"wkt_name", "wkt_description", "wkt_step_name", "notes"}
OFFSETS = {"bpm_offset": 100, "watts_offset": 1000}
"""The profile has a name for the number 100 in a heart rate, and for 1000 in a power."""
RAW_TWINS = {
    "duration_value": r"duration_(?!type|value).*",
    "target_value": r"(target|repeat)_(?!type|value).*",
    "custom_target_value_low": r"custom_target_(?!value).*_low",
    "custom_target_value_high": r"custom_target_(?!value).*_high",
    "secondary_target_value": r"secondary_target_(?!type|value).*",
    "secondary_custom_target_value_low": r"secondary_custom_target_(?!value).*_low",
    "secondary_custom_target_value_high": r"secondary_custom_target_(?!value).*_high",
}
"""Garmin's decoders show a number twice: raw, and beside it with the name and the unit its type gives it."""


def read_with_garmin(data: bytes) -> Messages:
    """Read with garmin-fit-sdk, in the order of the file: it must be whole and without errors."""
    decoder = Decoder(Stream.from_byte_array(bytearray(data)))
    assert decoder.is_fit()
    assert decoder.check_integrity()
    messages: Messages = []

    def listen(number: int, fields: Fields) -> None:
        # a field that no profile has goes by its number
        known = {name: value for name, value in fields.items() if isinstance(name, str)}
        messages.append((Profile["messages"][number]["name"], _in_units(known)))

    decoder = Decoder(Stream.from_byte_array(bytearray(data)))
    _, errors = decoder.read(mesg_listener=listen)
    assert errors == [], errors
    return messages


def read_raw(data: bytes) -> Messages:
    """Read with garmin-fit-sdk the numbers as they stand on the wire; what is invalid is left out."""
    messages: Messages = []
    _, errors = Decoder(Stream.from_byte_array(bytearray(data))).read(
        apply_scale_and_offset=False,
        convert_datetimes_to_dates=False,
        convert_types_to_strings=False,
        expand_sub_fields=False,
        merge_heart_rates=False,
        mesg_listener=lambda number, fields: messages.append((Profile["messages"][number]["name"], fields)),
    )
    assert errors == [], errors
    return messages


def read_with_fitdecode(data: bytes) -> Messages:
    """Read with fitdecode at its strictest: what is odd is an error, and both checksums must hold."""
    strict = {"check_crc": fitdecode.CrcCheck.RAISE, "error_handling": fitdecode.ErrorHandling.RAISE}
    with fitdecode.FitReader(data, **strict) as reader:
        frames = list(reader)
    assert isinstance(frames[-1], fitdecode.FitCRC)
    assert frames[-1].matched
    return [
        (
            frame.name,
            _without_offset_names(
                {field.name: field.value for field in frame.fields if field.value is not None}
            ),
        )
        for frame in frames
        if isinstance(frame, fitdecode.FitDataMessage)
    ]


def from_garmin_js(messages: Iterable[Fields]) -> Messages:
    """Return the messages of Garmin's JavaScript SDK with the names that its Python one gives them."""
    return [
        (_snake(message["name"]), _in_units(dict(_from_js(*field) for field in message["fields"].items())))
        for message in messages
    ]


def _in_units(fields: Fields) -> Fields:
    """Return *fields* without the raw numbers that stand beside their twins in units."""
    twice = {raw for raw, twin in RAW_TWINS.items() if any(re.fullmatch(twin, name) for name in fields)}
    return _without_offset_names({name: value for name, value in fields.items() if name not in twice})


def _without_offset_names(fields: Fields) -> Fields:
    return {
        name: OFFSETS.get(value, value) if isinstance(value, str) and name not in TEXTS else value
        for name, value in fields.items()
    }


def _from_js(name: str, value: Any) -> tuple[str, Any]:
    name = _snake(name)
    if name == "time_created":
        return name, datetime.fromisoformat(value)
    return name, _snake(value) if isinstance(value, str) and name not in TEXTS else value


def _snake(name: str) -> str:
    """Return ``wktStepName`` as ``wkt_step_name``."""
    return re.sub("(?=[A-Z])", "_", name).lower()
