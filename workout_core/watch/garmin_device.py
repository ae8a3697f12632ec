"""``GarminDevice.xml``: what a watch is, and where it takes workouts; its secrets are passed over."""

from __future__ import annotations

import re
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from attrs import frozen

from workout_core.errors import WatchError, shown

LARGEST: Final = 2**20
"""Bytes; real ones have some 10,000."""
FILE: Final = "GarminDevice.xml"
_SPACE: Final = "http://www.garmin.com/xmlschemas/GarminDevice/v2"
_DEEPEST: Final = 30
_LONGEST_TEXT: Final = 200
_MODEL: Final = ("Device", "Model", "Description")
_PART: Final = ("Device", "Model", "PartNumber")
_SOFTWARE: Final = ("Device", "Model", "SoftwareVersion")
_TYPE: Final = ("Device", "MassStorageMode", "DataType")
_NAME: Final = (*_TYPE, "Name")
_FILE: Final = (*_TYPE, "File")
_PATH: Final = (*_FILE, "Location", "Path")
_DIRECTION: Final = (*_FILE, "TransferDirection")
_READ: Final = frozenset({_MODEL, _PART, _SOFTWARE, _NAME, _PATH, _DIRECTION})
_PART_NUMBER: Final = re.compile(r"006-B([0-9]{4,5})-[0-9]{2}")
"""Of a model, not of one watch: 006-B2691-00 is a Forerunner 935, the product 2691."""
_TAKES: Final = ("InputToUnit", "InputOutput")
_GIVES: Final = ("OutputFromUnit", "InputOutput")
_TOUCHED: Final = ("newfiles", "workouts")
"""Folders: a real watch hung when a program looked into others."""


@frozen(kw_only=True)
class DeviceCard:
    """What a watch says of itself.

    Attributes:
        model: its name.
        product: the number of its model, as in the FIT profile; None if it is not said.
        software: its version, ``14.10``; empty if it is not said.
        takes: where it takes files, by their types, ``FIT_TYPE_5``.
        gives: where it keeps them, by their types.
    """

    model: str
    product: int | None
    software: str
    takes: dict[str, str]
    gives: dict[str, str]


def read_card(data: bytes) -> DeviceCard:
    """Read a ``GarminDevice.xml``.

    Raises:
        WatchError: it is none, or does what none does.
    """
    reader = _CardReader()
    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.refuse_doctype
    try:
        parser.Parse(data.lstrip(), True)  # noqa: FBT003 - expat takes no keyword
    except (ExpatError, LookupError, ValueError) as error:  # the latter of an encoding that it declares
        # what a file system has left behind the end says nothing
        if not reader.is_over:
            raise WatchError(f"{FILE}: is not XML: {error}") from None
    return reader.card()


class _CardReader:
    """Gathers what matters while expat reads."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._text = ""
        self._said: dict[tuple[str, ...], str] = {}
        self._files: list[tuple[str, str]] = []
        self.is_over = False
        self._takes: dict[str, str] = {}
        self._gives: dict[str, str] = {}

    def refuse_doctype(self, *_: object) -> None:
        """Refuse a document type, which could declare entities."""
        raise WatchError(f"{FILE}: has a document type, which no watch writes (it is not read)")

    def start(self, name: str, _: object) -> None:
        space, _, word = name.rpartition("}")
        if not self._path and (space, word) != (_SPACE, "Device"):
            raise WatchError(f"{FILE}: begins with {shown(name)} (a watch writes 'Device' of {_SPACE})")
        if len(self._path) >= _DEEPEST:
            raise WatchError(f"{FILE}: is nested more than {_DEEPEST} deep (it is not read)")
        self._path.append(word if space == _SPACE else name)
        self._text = ""

    def text(self, text: str) -> None:
        if len(self._text) <= _LONGEST_TEXT:
            self._text += text[: _LONGEST_TEXT + 1]

    def end(self, _: str) -> None:
        path = tuple(self._path)
        if path in _READ:
            self._said[path] = " ".join(self._text.split())
        elif path == _FILE:
            self._files.append((self._said.pop(_DIRECTION, ""), self._said.pop(_PATH, "")))
        elif path == _TYPE:
            self._add_files(self._said.pop(_NAME, ""))
        self._path.pop()
        self._text = ""
        self.is_over = not self._path

    def _add_files(self, kind: str) -> None:
        """Note where the files of a *kind* go, whatever stands first in its element."""
        for direction, where in self._files:
            if direction in _TAKES:
                self._takes.setdefault(kind, where)
            if direction in _GIVES:
                self._gives.setdefault(kind, where)
        self._files.clear()

    def card(self) -> DeviceCard:
        """Return what was read."""
        version = self._said.get(_SOFTWARE, "")
        part = _PART_NUMBER.fullmatch(self._said.get(_PART, ""))
        return DeviceCard(
            model=self._said.get(_MODEL, "")[:_LONGEST_TEXT] or "Garmin device",
            product=int(part[1]) if part else None,
            software=f"{int(version) / 100:.2f}" if version.isascii() and version.isdigit() else "",
            takes=self._takes,
            gives=self._gives,
        )


def is_touched(path: str) -> bool:
    """Tell whether the last name of *path* is that of a folder that is looked into."""
    return path.rstrip("/").rpartition("/")[2].casefold() in _TOUCHED


def checked_folder(path: str) -> str:
    """Return a folder that ``GarminDevice.xml`` names, if it is one that is looked into.

    Raises:
        WatchError: it leads elsewhere.
    """
    plain = path.strip("/")
    names = plain.split("/")
    if ".." in names or "\\" in path or not plain.isprintable() or not is_touched(plain):
        raise WatchError(f"{FILE}: names the folder {shown(path)} (only NewFiles and Workouts are touched)")
    return plain
