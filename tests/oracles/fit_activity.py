"""Activities byte by byte, as watches write them after a workout: its copy, where it came from, and laps."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from attrs import frozen

from oracles.fit_bytes import UINT32Z, Record, Writer, whole
from oracles.fit_decoders import read_raw
from workout_core import Export
from workout_fit.identity import file_head

LAP, SESSION, ACTIVITY, TRAINING_FILE, RECORD, LENGTH = 19, 18, 34, 72, 20, 101
BERLIN = 7200
START = 1_154_707_200
"""2026-08-03, 16:00 UTC, in FIT seconds."""
DAY = 86400


@frozen
class Ran:
    """A lap: its step in the file of the workout, seconds, metres, bpm and watts."""

    step: int | None
    seconds: float
    metres: float | None = None
    bpm: int | None = 150
    watts: int | None = None


def head_of(data: bytes) -> tuple[int, int]:
    """Return the serial number and the creation time of a workout file."""
    file_id = dict(read_raw(data))["file_id"]
    return file_id["serial_number"], file_id["time_created"]


def activity(  # noqa: PLR0913 - what watches differ in
    laps: Iterable[Ran],
    workout: Export | bytes = b"",
    *,
    identity: tuple[int, int] | None = None,
    days: int = 0,
    sport: tuple[int, int] = (1, 0),
    big_endian: bool = False,
    is_local: bool = True,
    more: Sequence[Record] = (),
) -> bytes:
    """Return the file of an activity that began at 18:00 in Berlin on 2026-08-03, or *days* later."""
    to, start = Writer(big_endian=big_endian), START + days * DAY
    records: list[Record | bytes] = [to.file_id(kind=4)]
    if identity is not None:
        serial, created = identity
        ids = (to.number(3, serial, base_type=UINT32Z), to.number(4, created))
        records.append(to.record(TRAINING_FILE, to.byte(0, 5), to.short(1, 255), to.short(2, 0), *ids))
    if workout:
        data = workout if isinstance(workout, bytes) else workout.data
        # all but its header, its own file_id and file_creator, and its checksum
        records.append(data[14 + len(file_head(5, UUID(int=1))) : -2])
    done = list(laps)
    records += [*more, *_laps(to, done, start)]
    ended = start + round(sum(lap.seconds for lap in done))
    records.append(to.record(SESSION, to.number(2, start), to.byte(5, sport[0]), to.byte(6, sport[1])))
    local = (to.number(5, ended + BERLIN),) if is_local else ()
    records.append(to.record(ACTIVITY, to.number(253, ended), *local))
    return whole(records)


def _laps(to: Writer, laps: Iterable[Ran], start: float) -> Iterator[Record]:
    for number, lap in enumerate(laps):
        yield to.record(
            LAP,
            *(to.short(254, number), to.number(2, round(start)), to.number(8, round(lap.seconds * 1000))),
            to.number(9, 0xFFFFFFFF if lap.metres is None else round(lap.metres * 100)),
            to.byte(15, 0xFF if lap.bpm is None else lap.bpm),
            to.short(19, 0xFFFF if lap.watts is None else lap.watts),
            to.short(71, 0xFFFF if lap.step is None else lap.step),
        )
        start += lap.seconds
