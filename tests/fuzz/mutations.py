"""Good inputs, damaged: the same ones for the same seed, on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

LONGEST = 20_000
_TOKEN = re.compile(rb"[\w.]+|\s+|[^\w\s]+")
_NUMBER = re.compile(rb"\d+(?:\.\d+)?")
_NUMBERS = (
    *(b"0", b"-1", b"1e999", b"NaN", b"-0.0", b"00", b"1e-999", b"2147483648", b"99999999999999999999"),
    *(b"0.1", b"9999-12-31", b"0001-01-01", b"2026-02-30", b"24:00", b"4:60", b"\xd9\xa3", b"\xc2\xb2"),
)
PIECES = (
    *(b"\n", b"\r", b"\r\n", b"\t", b" ", b"\n  ", b"\n- ", b": ", b", ", b"{", b"}", b"[", b"]", b"(", b")"),
    *(
        b'"',
        b"'",
        b"\\",
        b"&a ",
        b"*a",
        b"!",
        b"|",
        b">",
        b"%",
        b"#",
        b"@",
        b"---\n",
        b"...\n",
        b"? ",
        b"<<: ",
    ),
    *(b"\xff", b"\x00", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xed\xa0\x80"),
    *("\U0001f642".encode(), "é".encode(), "e\u0301".encode(), "\uffff".encode(), "\U0010ffff".encode()),
    *(
        b"\\ud800",
        b"\\u0000",
        b"null",
        b"true",
        b"repeat: 6",
        b"like: 1",
        b"over: x.yaml",
        b"course: .",
        b"6x",
    ),
    *(
        b"skip last rest",
        b"repeat until 20min",
        b"@ Z2 HR",
        b"~3%",
        b"half marathon",
        b"lap",
        b"volume: +900%",
    ),
    *(
        b"<a>",
        b"</a>",
        b"<a/>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?x",
        b"&amp;",
        b"&#0;",
        b"xmlns:a='b'",
    ),
)
Damage = Callable[[bytes, Random, Sequence[bytes]], bytes]


def mutations(seeds: Sequence[bytes], seed: int) -> Iterator[bytes]:
    """Yield mutated *seeds* without end."""
    random = Random(seed)
    while True:
        data = random.choice(seeds)
        for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
            data = random.choice(_DAMAGES)(data, random, seeds)[:LONGEST]
        yield data


def _span(data: bytes, random: Random, longest: int = 40) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(0, longest))


def _token(data: bytes, random: Random) -> tuple[int, int]:
    """Return where a token of *data* near a place at random begins and ends."""
    found = _TOKEN.search(data, random.randint(0, len(data)))
    return found.span() if found else (len(data), len(data))


def _cut(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[end:]


def _end(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    return data[: random.randint(0, len(data))]


def _insert(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    start, _ = _span(data, random)
    return data[:start] + random.choice(PIECES) + data[start:]


def _replace(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    start, end = _token(data, random)
    return data[:start] + random.choice(PIECES) + data[end:]


def _exchange(data: bytes, random: Random, seeds: Sequence[bytes]) -> bytes:
    other = random.choice(seeds)
    (start, end), (left, right) = _token(data, random), _token(other, random)
    return data[:start] + other[left:right] + data[end:]


def _number(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    found = _NUMBER.search(data, random.randint(0, len(data)))
    return data[: found.start()] + random.choice(_NUMBERS) + data[found.end() :] if found else data


def _again(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[start:end] * random.choice((2, 2, 3, 20, 500)) + data[end:]


def _bit(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    start, _ = _span(data, random)
    return (
        data[:start]
        + bytes(each ^ 1 << random.randrange(8) for each in data[start : start + 1])
        + data[start + 1 :]
    )


def _line(data: bytes, random: Random, seeds: Sequence[bytes]) -> bytes:
    """Put a line of another input between two of this one."""
    lines, others = data.split(b"\n"), random.choice(seeds).split(b"\n")
    lines.insert(random.randint(0, len(lines)), random.choice(others))
    return b"\n".join(lines)


def _indent(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = b" " * random.randint(1, 4) + lines[at] if random.random() < 0.5 else lines[at].lstrip()
    return b"\n".join(lines)


def _move(data: bytes, random: Random, _seeds: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
    return b"\n".join(lines)


_DAMAGES: tuple[Damage, ...] = (
    *(_cut, _end, _insert, _insert, _replace, _replace, _exchange, _exchange),
    *(_number, _number, _again, _bit, _line, _line, _indent, _move),
)
