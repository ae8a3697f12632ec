"""FIT files byte by byte, as watches of several generations write them: any layout, order and size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import pack

from attrs import field, frozen
from fit_tool.utils.crc import crc16

FILE_ID, FILE_CREATOR, WORKOUT, STEP, SESSION, TITLE = 0, 49, 26, 27, 158, 264
ENUM, BYTE, STRING, UINT16, UINT32, UINT32Z = 0x00, 0x0D, 0x07, 0x84, 0x86, 0x8C
DEVELOPER_DATA_ID, FIELD_DESCRIPTION = 207, 206


@frozen
class Value:
    """A field on the wire: its number, its base type, and the bytes that stand there."""

    number: int
    base_type: int
    data: bytes


@frozen
class Record:
    """A message with its definition; a developer field is a number, the index of its program, and bytes."""

    message: int
    values: Sequence[Value]
    big_endian: bool = False
    local: int = 0
    developer: Sequence[tuple[int, int, bytes]] = field(default=())

    def __bytes__(self) -> bytes:
        order = ">" if self.big_endian else "<"
        flags = 0x20 if self.developer else 0
        definition = pack(
            f"{order}BBBHB", 0x40 | flags | self.local, 0, self.big_endian, self.message, len(self.values)
        )
        definition += b"".join(bytes((each.number, len(each.data), each.base_type)) for each in self.values)
        if self.developer:
            definition += bytes([len(self.developer)])
            definition += b"".join(bytes((number, len(data), of)) for number, of, data in self.developer)
        data = b"".join(each.data for each in self.values) + b"".join(data for *_, data in self.developer)
        return definition + bytes([self.local]) + data


@frozen
class Writer:
    """Makes values in one byte order."""

    big_endian: bool = False

    def number(self, field: int, value: int, size: int = 4, base_type: int = UINT32) -> Value:
        return Value(field, base_type, value.to_bytes(size, "big" if self.big_endian else "little"))

    def byte(self, field: int, value: int) -> Value:
        return Value(field, ENUM, bytes([value]))

    def short(self, field: int, value: int) -> Value:
        return self.number(field, value, 2, UINT16)

    def text(self, field: int, text: str | bytes, size: int) -> Value:
        data = text.encode() if isinstance(text, str) else text
        return Value(field, STRING, data.ljust(size, b"\0")[:size])

    def record(self, message: int, *values: Value, **more) -> Record:
        return Record(message, values, big_endian=self.big_endian, **more)

    def file_id(self, kind: int = 5) -> Record:
        return self.record(
            FILE_ID,
            self.byte(0, kind),
            self.short(1, 1),
            self.short(2, 65534),
            self.number(3, 129330220, base_type=UINT32Z),
            self.number(4, 915_894_187),
        )

    def workout(self, steps: int, name: str | bytes = "Run", sport: int = 1, *more: Value) -> Record:
        return self.record(WORKOUT, self.byte(4, sport), self.short(6, steps), self.text(8, name, 16), *more)

    def step(self, index: int, kind: int, value: int = 0xFFFFFFFF, *more: Value) -> Record:
        """Return a step of a type and an amount; it is open unless *more* says a target."""
        target = () if any(each.number == 3 for each in more) else (self.byte(3, 2), self.number(4, 0))
        return self.record(
            STEP, self.short(254, index), self.byte(1, kind), self.number(2, value), *target, *more
        )

    def target(
        self, kind: int, zone: int, low: int = 0xFFFFFFFF, high: int = 0xFFFFFFFF
    ) -> tuple[Value, ...]:
        return (self.byte(3, kind), self.number(4, zone), self.number(5, low), self.number(6, high))

    def repeat(self, index: int, first: int, times: int, kind: int = 6) -> Record:
        return self.record(
            STEP,
            *(self.short(254, index), self.byte(1, kind), self.number(2, first), self.number(4, times)),
            *(self.byte(3, 0xFF), self.byte(7, 0xFF)),
        )


def whole(records: Iterable[Record | bytes], *, header: int = 14, crc: int | None = None) -> bytes:
    """Return the file of *records*: with a header of so many bytes, and the right checksum or another one."""
    body = b"".join(map(bytes, records))
    start = pack("<BBHI4s", header, 0x10, 2112, len(body), b".FIT")
    start += crc16(start).to_bytes(2, "little") if header == 14 else b""
    return start + body + (crc16(start + body) if crc is None else crc).to_bytes(2, "little")
