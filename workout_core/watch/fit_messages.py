"""What FIT files of a watch say: who a file is, what it is called, how much the watch has room for."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final, NamedTuple

from attrs import frozen

from workout_core.files.digest import digest

WORKOUT: Final = 5
SCHEDULE: Final = 7
"""Kinds of files, as file_id says."""
_FILE_ID: Final = 0
_WORKOUT: Final = 26
_WORKOUT_STEP: Final = 27
_SCHEDULE: Final = 28
_FILE_CAPABILITIES: Final = 37
_MESSAGE_CAPABILITIES: Final = 38
"""Numbers of messages of the profile."""
_MOST_PER_FILE: Final = 1
_WORKOUT_NAME: Final = 8


class FitIdentity(NamedTuple):
    """What a watch knows a file by, whatever it is called; nothing of it is of the watch."""

    manufacturer: int
    product: int
    serial_number: int
    time_created: int


@frozen(kw_only=True)
class FitFile:
    """What is known of a FIT file.

    Attributes:
        kind: of the file, ``WORKOUT`` or ``SCHEDULE`` for those that matter here.
        identity: what a watch knows it by.
        name: of the workout; empty if it has none.
        steps: how many it has, as watches count them: with the repeats.
        content: the digest of everything but the identity; equal workouts of one writer have the same.
    """

    kind: int
    identity: FitIdentity
    name: str
    steps: int
    content: str


@frozen(kw_only=True)
class WatchLimits:
    """How much a watch takes.

    Attributes:
        workouts: that it keeps; it silently drops what is over.
        steps: of a workout, with the repeats.
        scheduled: days on its calendar.
    """

    workouts: int | None = 25
    steps: int | None = 50
    scheduled: int = 30


def read_fit(data: bytes) -> FitFile | None:
    """Return what is known of a FIT file; None if it is none, or broken."""
    head: dict[int, Any] = {}
    name, steps = "", 0
    rest: list[bytes] = []
    try:
        for number, fields, raw in _messages(data):
            if number == _FILE_ID:
                head = head or fields
                continue
            rest.append(raw)
            steps += number == _WORKOUT_STEP
            if number == _WORKOUT:
                name = str(fields.get(_WORKOUT_NAME) or "")
        identity = FitIdentity(*(int(head.get(number) or 0) for number in (1, 2, 3, 4)))
        kind = int(head.get(0) or 0)
    except Exception:  # noqa: BLE001 - whatever the file of a stranger does to the decoder
        return None
    if not head:
        return None
    return FitFile(kind=kind, identity=identity, name=name, steps=steps, content=digest(b"".join(rest)))


def read_limits(data: bytes, usual: WatchLimits) -> WatchLimits:
    """Return what a DEVICE.FIT declares; what it does not say is as *usual*."""
    workouts, steps, scheduled = usual.workouts, usual.steps, usual.scheduled
    try:
        for number, fields, _ in _messages(data):
            if number == _FILE_CAPABILITIES and fields.get(0) == WORKOUT:
                workouts = _count(fields.get(3)) or workouts
            elif number == _MESSAGE_CAPABILITIES and fields.get(2) == _MOST_PER_FILE:
                of = fields.get(0), fields.get(1)
                if of == (WORKOUT, _WORKOUT_STEP):
                    steps = _count(fields.get(3)) or steps
                elif of == (SCHEDULE, _SCHEDULE):
                    scheduled = min(scheduled, _count(fields.get(3)) or scheduled)
    except Exception:  # noqa: BLE001 - the same
        return usual
    return WatchLimits(workouts=workouts, steps=steps, scheduled=scheduled)


def _count(value: object) -> int:
    """Return a count, or 0 for what is none: a damaged definition makes texts and lists of numbers."""
    return value if isinstance(value, int) and value > 0 else 0


def _messages(data: bytes) -> Iterator[tuple[int, dict[int, Any], bytes]]:
    """Yield each message: its number, its raw fields by their numbers, and its bytes."""
    from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitReader  # noqa: PLC0415 - 70 ms

    reader = FitReader(
        BytesIO(data),
        check_crc=CrcCheck.DISABLED,
        error_handling=ErrorHandling.IGNORE,
        keep_raw_chunks=True,
    )
    with reader:
        for frame in reader:
            if isinstance(frame, FitDataMessage):
                fields = {each.def_num: each.raw_value for each in frame.fields if each.field_def is not None}
                yield frame.global_mesg_num, fields, frame.chunk.bytes
