"""FIT workouts whose frame is whole: only what stands in the rows of their steps is attacked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from struct import Struct

from oracles.fit_bytes import Writer, whole
from workout_fit.message_layout import layout

SIZES = (16, 24)
"""Bytes of the name and the notes of a step."""
FIELDS = (
    *("message_index", "wkt_step_name", "duration_type", "duration_value", "target_type", "target_value"),
    *("custom_target_value_low", "custom_target_value_high", "intensity", "notes", "equipment"),
    *("exercise_category", "exercise_name", "exercise_weight", "weight_display_unit"),
    *("secondary_target_type", "secondary_target_value"),
    *("secondary_custom_target_value_low", "secondary_custom_target_value_high"),
)
TITLE_SIZE = 20
MOST = 60
NO_SECOND = (255, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
NO_EXERCISE = (0xFFFF,) * 4
_ROWS = layout("workout_step", FIELDS, SIZES)
_TITLES = layout(
    "exercise_title", ("message_index", "exercise_category", "exercise_name", "wkt_step_name"), (20,)
)
_HEAD = Struct("<BBHB")
"""Sport, sub-sport, length and unit of the pool."""


def as_file(data: bytes) -> bytes:
    """Return the file in which *data* are the sport, rows of steps, and the title of an exercise."""
    head, rows = data[: _HEAD.size].ljust(_HEAD.size, b"\0"), data[_HEAD.size :]
    size = _ROWS.row.size - 1
    chunks = [rows[at : at + size] for at in range(0, len(rows), size)][:MOST]
    title = chunks.pop() if len(chunks) > 1 else b""
    sport, sub_sport, length, unit = _HEAD.unpack(head)
    to = Writer()
    workout = to.workout(
        len(chunks), "Attacked", sport, to.byte(11, sub_sport), to.short(14, length), to.byte(15, unit)
    )
    steps = (b"\0" + chunk.ljust(size, b"\xff") for chunk in chunks)
    titled = _TITLES.definition + b"\0" + title[: _TITLES.row.size - 1].ljust(_TITLES.row.size - 1, b"\0")
    return whole([to.file_id(), workout, _ROWS.definition, *steps, titled])


def good_rows() -> Iterator[bytes]:
    """Yield steps of every type of duration with every type of target, and repeats that lead back to them."""
    numbers = count()
    for sport, sub_sport in ((1, 0), (2, 6), (5, 17), (10, 20)):
        head = _HEAD.pack(sport, sub_sport, 2500, 0)
        rows = [
            _row(place, kind, *_target(target))
            for place, (kind, target) in enumerate(
                (kind, (next(numbers) * 5) % 14) for kind in (0, 1, 2, 3, 4, 5, 14, 15, 16, 22, 25, 29, 31)
            )
        ]
        rows += [_row(13 + place, kind, first, times) for place, (kind, first, times) in enumerate(REPEATS)]
        yield head + b"".join(rows)
    swim = [_row(0, 1, *_target(11)), _row(1, 28, *_target(2)), _row(2, 6, 0, 10)]
    yield _HEAD.pack(5, 17, 2286, 1) + b"".join(swim)
    lift = (0, b"A1 Squat", 29, 8, 2, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, b"Squat\nDeep", 255, 28, 6, 4536, 2)
    title = _TITLES.row.pack(0, 28, 6, b"Squat")[1:]
    yield _HEAD.pack(10, 20, 0, 0) + _ROWS.row.pack(*lift, *NO_SECOND)[1:] + title


REPEATS = (
    (6, 11, 3),
    (7, 9, 600_000),
    (8, 7, 500_000),
    (9, 5, 300),
    (10, 4, 220),
    (13, 2, 1300),
    (17, 1, 9),
    (6, 0, 2),
)
AMOUNTS = {
    0: 90_000,
    1: 80_000,
    2: 220,
    3: 250,
    14: 1150,
    15: 1300,
    22: 1200,
    25: 1200,
    28: 120_000,
    31: 60_000,
}
RANGES = {0: (3704, 4000), 1: (250, 260), 12: (3333, 3600), 13: (85, 90), 3: (85, 95)}


def _target(kind: int) -> tuple[int, int, int, int]:
    low, high = RANGES.get(kind, (1158, 1205))
    return (kind, 3, 0, 0) if kind in (5, 6, 9, 11) else (kind, 0, low, high)


def _row(index: int, kind: int, *more: int) -> bytes:
    """Return the row of a step with its target, or that of a repeat with where it leads and how often."""
    if len(more) == 2:
        first, times = more
        amount, target = first, (255, times, 0xFFFFFFFF, 0xFFFFFFFF)
    else:
        amount, target = AMOUNTS.get(kind, 12), more
    second = (1, 0, 250, 260) if index % 3 else NO_SECOND
    texts = (index % 5, b"Relax \xc3\xa9", 255)
    return _ROWS.row.pack(index, b"Step", kind, amount, *target, *texts, *NO_EXERCISE, *second)[1:]
