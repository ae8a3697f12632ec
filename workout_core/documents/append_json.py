"""Where one more change can stand in a plan in JSON, laid out as what is there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from workout_core.patterns import lazy_pattern

_BETWEEN: Final = lazy_pattern(r"[ \t\r\n,:]*")
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str)
"""Numbers stay texts: Python does not make a number of more than some thousand digits."""


class _JsonMember(NamedTuple):
    """A value, and where it begins and ends."""

    value: Any
    start: int
    end: int


def appended_to_json(text: str, name: str, change: Mapping[str, str]) -> Iterator[str]:
    """Yield *text*, which can be read, with one more *change* in its list *name*."""
    members = _inside(text, 0)
    pairs = zip(members[::2], members[1::2], strict=True)
    changes = next((value for key, value in pairs if key.value == name), None)
    if changes is None:
        yield _appended(text, 0, f'"{name}": [{_written(change)}]')
    elif not changes.value:
        kept = text[changes.start + 1 : changes.end - 1] if changes.value == [] else ""
        yield f"{text[: changes.start]}[{_written(change)}{kept}]{text[changes.end :]}"
    else:
        yield _appended(text, changes.start, _like_the_last(text, changes, change))


def _inside(text: str, start: int) -> list[_JsonMember]:
    """Return what is in the brackets that open next from *start* on: items, or keys and values in turns."""
    spans: list[_JsonMember] = []
    at = _behind(text, start) + 1
    while text[at := _behind(text, at)] not in "]}":
        value, end = _DECODER.raw_decode(text, at)
        spans.append(_JsonMember(value, at, end))
        at = end
    return spans


def _behind(text: str, start: int) -> int:
    found = _BETWEEN.match(text, start)
    return found.end() if found else start


def _appended(text: str, start: int, written: str) -> str:
    """Put *written* behind the last thing in brackets, set off as the first one is."""
    inside = _inside(text, start)
    gap = text[_behind(text, start) + 1 : inside[0].start]
    return f"{text[: inside[-1].end]},{gap or ' '}{written}{text[inside[-1].end :]}"


def _like_the_last(text: str, changes: _JsonMember, change: Mapping[str, str]) -> str:
    """Write *change* over several lines if the last change is written so."""
    last = _inside(text, changes.start)[-1]
    inside = _inside(text, last.start)
    gap = text[last.start + 1 : inside[0].start]
    if "\n" not in gap:
        return _written(change)
    pairs = ",".join(f"{gap}{_written({name: value})[1:-1]}" for name, value in change.items())
    return f"{{{pairs}{text[inside[-1].end : last.end]}"


def _written(change: Mapping[str, str]) -> str:
    return json.dumps(dict(change), ensure_ascii=False)
