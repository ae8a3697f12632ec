"""A table of watches → their profiles: the data file that a plugin brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from csv import DictReader, Error
from typing import Any, Final

from attrs import fields

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.formats.watch_profile import WatchProfile

_COLUMNS: Final = tuple(each.name for each in fields(WatchProfile))
_SEPARATOR: Final = ";"
_MOST_DIGITS: Final = 9


def read_watches(text: str) -> tuple[WatchProfile, ...]:
    """Read profiles of watches from comma-separated lines, the first of which names the columns.

    The columns are the fields of :class:`WatchProfile`; all but ``name`` may be left out, and be empty where
    nothing is known. What is several is separated by semicolons; options are ``name=value``.

    Raises:
        InvalidWorkout: a line is wrong; says which.
    """
    rows = DictReader(text.splitlines(), strict=True)
    try:
        columns = rows.fieldnames or ()
        for column in columns:
            if column not in _COLUMNS:
                raise InvalidWorkout(f"line 1: {shown(column)} is no column ({suggestion(column, _COLUMNS)})")
        if "name" not in columns:
            raise InvalidWorkout("line 1: the column 'name' is missing")
        return tuple(_profiles(rows))
    except Error as error:
        raise InvalidWorkout(f"line {rows.reader.line_num}: {error}") from None


def _profiles(rows: DictReader[str]) -> Iterator[WatchProfile]:
    for row in rows:
        try:
            yield WatchProfile(**dict(_given(row)))
        except InvalidWorkout as error:
            raise InvalidWorkout(f"line {rows.line_num}: {error}") from None


def _given(row: Mapping[str | Any, str | Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields that *row* has, and their values."""
    if None in row or None in row.values():
        raise InvalidWorkout("has not as many fields as line 1")
    if not row["name"].strip():
        raise InvalidWorkout("name is missing")
    for column, text in row.items():
        several = [each.strip() for each in text.split(_SEPARATOR) if each.strip()]
        if column == "models":
            yield column, several
        elif column == "products":
            yield column, [_number(column, each) for each in several]
        elif column == "options":
            yield column, [_option(each) for each in several]
        elif text.strip():
            yield column, _number(column, text) if column in ("workouts", "steps") else text


def _number(column: str, text: str) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise InvalidWorkout(f"{column}: {shown(text)} is not a whole number")
    return int(digits)


def _option(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise InvalidWorkout(f"options: {shown(text)} gives no value (write it 'name=value')")
    return name.strip(), value.strip()
