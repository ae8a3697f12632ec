"""Content lines (RFC 5545 3.1): a name and a value, folded, between BEGIN and END of a component."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from workout_core import fold_content_line

_TO_THE_SECOND: Final = len("2026-08-04T18:30:00")


def component(name: str, content: bytes) -> bytes:
    """Return the *content*, lines and components, of a component between its BEGIN and its END."""
    return b"BEGIN:%b\r\n%bEND:%b\r\n" % (name.encode(), content, name.encode())


def content_line(name: str, value: str) -> bytes:
    """Return one property in UTF-8, folded, with its line end.

    Args:
        name: with its parameters, ``DTSTART;VALUE=DATE``.
        value: as it is written, ``20260804``.
    """
    return fold_content_line(f"{name}:{value}".encode()) + b"\r\n"


def text_line(name: str, text: str) -> bytes:
    r"""Return a property that is a TEXT (RFC 5545 3.3.11), in which nothing but a line break means one.

    Even ``\N``, which icalendar takes for a line break, is read as it was written.
    """
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return content_line(name, escaped)


def date_line(name: str, at: date) -> bytes:
    """Return a property that is a day, or a moment in UTC, on the clock of its zone or on any clock."""
    text = at.isoformat()[:_TO_THE_SECOND].replace("-", "").replace(":", "")
    if not isinstance(at, datetime):
        return content_line(f"{name};VALUE=DATE", text)
    if at.tzinfo is UTC:
        return content_line(name, f"{text}Z")
    return content_line(f"{name};TZID={at.tzinfo}" if at.tzinfo else name, text)


def duration(span: timedelta) -> str:
    """Write a span of whole seconds: ``-PT1H30M``."""
    length = abs(span)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    time = "".join(
        (
            f"{hours}H" if hours else "",
            f"{minutes}M" if minutes or (hours and seconds) else "",
            f"{seconds}S" if seconds else "",
        )
    )
    days = f"{length.days}D" if length.days or not time else ""
    return f"{'-' if span < timedelta() else ''}P{days}{'T' if time else ''}{time}"


def utc_offset(offset: timedelta) -> str:
    """Write how far a clock is from UTC: ``+0530``, with seconds where there are some."""
    minutes, seconds = divmod(round(abs(offset).total_seconds()), 60)
    text = f"{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")
    return f"{'-' if offset < timedelta() else '+'}{text}"
