"""A calendar after the one that was published before: stamps only rise, and only where something changed.

Clients update an event if it is later or has a higher number than the one they have, and some keep the old
one for ever if not (RFC 5545 3.8.7.2 to 3.8.7.4, RFC 5546 2.1.4). What was published says what they have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from workout_core import Revision, RevisionContext
from workout_icalendar.content_lines import content_line, date_line

MAKER: Final = "-//workout-core//"
"""What the PRODID of each of our calendars begins with."""
IDENTITY: Final = "X-WORKOUT-IDENTITY"
"""What the UID of an event is made of."""
GONE: Final = "X-WORKOUT-GONE"
"""An event that was there once: its UID, its last SEQUENCE, and when it was last modified."""
_EVENT: Final = re.compile(
    rb"^BEGIN:VEVENT\r\n(?:(?!(?:BEGIN|END):VEVENT\r\n).*\r\n)*END:VEVENT\r\n", re.MULTILINE
)
_STAMPS: Final = re.compile(rb"^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n", re.MULTILINE)
_OWN: Final = re.compile(rb"^(?:UID|X-WORKOUT-IDENTITY):.*\r\n(?: .*\r\n)*", re.MULTILINE)
_NAME: Final = re.compile(rb"^SUMMARY:.*\r\n(?: .*\r\n)*", re.MULTILINE)
_TIMES: Final = re.compile(rb"^DT(?:START|END)[;:].*\r\n", re.MULTILINE)
_MOMENT: Final = "%Y%m%dT%H%M%SZ"
_GONE_PARTS: Final = 3
_HIGHEST: Final = 2**31 - 2
"""An INTEGER (RFC 5545 3.3.8) that has a next one."""
_STAMPS_OF_EVENT: Final = 3
_DIGITS: Final = len(str(_HIGHEST))
_LAST: Final = datetime.max.replace(microsecond=0, tzinfo=UTC) - timedelta(days=1)


class Stamp(NamedTuple):
    """The number of a revision, and when it was made (in UTC, in whole seconds)."""

    sequence: int
    at: datetime

    @classmethod
    def first(cls, now: datetime) -> Stamp:
        """Return that of an event which nobody has seen."""
        return cls(0, now.astimezone(UTC).replace(microsecond=0))

    def next(self, now: datetime) -> Stamp:
        """Return that of the next revision: a higher number, and later, even if a clock was put back."""
        return Stamp(self.sequence + 1, max(Stamp.first(now).at, self.at + timedelta(seconds=1)))

    @property
    def stamped(self) -> bytes:
        """DTSTAMP, which is LAST-MODIFIED where there is no METHOD."""
        return date_line("DTSTAMP", self.at)

    @property
    def modified(self) -> bytes:
        """LAST-MODIFIED."""
        return date_line("LAST-MODIFIED", self.at)

    @property
    def counted(self) -> bytes:
        """SEQUENCE."""
        return content_line("SEQUENCE", str(self.sequence))


class _SeenEvent(NamedTuple):
    """An event as it was published; *data* is empty if it was removed since."""

    data: bytes
    stamp: Stamp

    @property
    def is_whole(self) -> bool:
        """Whether its stamps are as we write them, and not damaged since."""
        return len(_STAMPS.findall(self.data)) == _STAMPS_OF_EVENT and (
            _stamped(self.data, self.stamp) == self.data
        )


def revise(data: bytes, earlier: bytes, context: RevisionContext) -> Revision:
    """Return the calendar *data* as it replaces *earlier*.

    An event that says what it said keeps its bytes. One that says something else gets the next number and
    the clock of *context*. One that is gone is noted, so that it counts on if it returns. If *earlier* is no
    calendar of ours, all is new.

    Args:
        data: of :func:`calendar.calendar`.
        earlier: what was published, and maybe damaged since.
        context: with the clock.
    """
    known = dict(_published(earlier))
    counts: Counter[str] = Counter()
    written: dict[str, bytes] = {}

    def revised(match: re.Match[bytes]) -> bytes:
        event = match[0]
        uid = _first(event, b"UID")
        before = known.get(uid)
        written[uid] = event
        if before is None:
            counts["added"] += 1
            return event
        if _said(before.data) == _said(event) and before.is_whole:
            counts["kept"] += 1
            return before.data
        counts["changed" if before.data else "added"] += 1
        return _stamped(event, before.stamp.next(context.now))

    body = _EVENT.sub(revised, data)
    gone = {uid: event for uid, event in known.items() if uid not in written}
    removed = {uid: event.data for uid, event in gone.items() if event.data}
    return Revision(
        data=_with_gone(body, gone),
        kept=counts["kept"],
        changed=counts["changed"],
        added=counts["added"],
        removed=len(removed),
        renamed=tuple(_renamed(removed, {uid: each for uid, each in written.items() if uid not in known})),
    )


def _published(earlier: bytes) -> Iterator[tuple[str, _SeenEvent]]:
    """Yield the UID and the last revision of all that a calendar of ours holds, and has ever held."""
    if not _first(earlier, b"PRODID").startswith(MAKER):
        return
    for line in re.findall(rf"^{GONE}:(.*)\r\n".encode(), earlier.replace(b"\r\n ", b""), re.MULTILINE):
        parts = line.decode("utf-8", "replace").split(" ")
        if len(parts) == _GONE_PARTS:
            yield parts[0], _SeenEvent(b"", Stamp(_number(parts[1]), _moment(parts[2])))
    for match in _EVENT.finditer(earlier):
        event = match[0]
        at = max(_moment(_first(event, name)) for name in (b"DTSTAMP", b"LAST-MODIFIED"))
        yield _first(event, b"UID"), _SeenEvent(event, Stamp(_number(_first(event, b"SEQUENCE")), at))


def _first(lines: bytes, name: bytes) -> str:
    """Return the value of the first property of that name that is in one line; empty if there is none."""
    found = re.search(rb"^%b:(.*)\r\n" % name, lines, re.MULTILINE)
    return found[1].decode("utf-8", "replace") if found else ""


def _number(text: str) -> int:
    return min(int(text[:_DIGITS]), _HIGHEST) if text.isascii() and text.isdigit() else 0


def _moment(text: str) -> datetime:
    """Return a moment in UTC; the first of all if it is none."""
    try:
        return min(datetime.strptime(text, _MOMENT).replace(tzinfo=UTC), _LAST)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _said(event: bytes) -> bytes:
    return _STAMPS.sub(b"", event)


def _stamped(event: bytes, stamp: Stamp) -> bytes:
    lines = {b"DTSTAMP": stamp.stamped, b"LAST-MODIFIED": stamp.modified, b"SEQUENCE": stamp.counted}
    return _STAMPS.sub(lambda match: lines[match[0].partition(b":")[0]], event)


def _with_gone(calendar: bytes, gone: Mapping[str, _SeenEvent]) -> bytes:
    """Return *calendar* with a line for each event that is *gone*, before its first component."""
    lines = b"".join(
        content_line(GONE, f"{uid} {event.stamp.sequence} {event.stamp.at.strftime(_MOMENT)}")
        for uid, event in sorted(gone.items())
    )
    place = calendar.index(b"\r\nBEGIN:V") + 2
    return calendar[:place] + lines + calendar[place:]


def _renamed(removed: Mapping[str, bytes], added: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield what identities were and are made of, for events that are the same but for who they are.

    Those that are the same in all else come first, then those of another name, then those of another day.
    """
    old, new = dict(removed), dict(added)
    for besides in (_OWN, _NAME, _TIMES):
        by_content: dict[bytes, list[str]] = {}
        for uid, event in old.items():
            by_content.setdefault(besides.sub(b"", _OWN.sub(b"", _said(event))), []).append(uid)
        for uid, event in list(new.items()):
            if same := by_content.get(besides.sub(b"", _OWN.sub(b"", _said(event)))):
                yield _identity(old.pop(same.pop(0))), _identity(new.pop(uid))


def _identity(event: bytes) -> str:
    """Return what the identity of an event is made of; empty if it does not tell."""
    text = _first(event.replace(b"\r\n ", b""), IDENTITY.encode())
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)
