"""What a published folder is built from, so that it can be built again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.feed.layout import RECORD
from workout_core.languages import Language

_VERSION: Final = 1
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@frozen(kw_only=True)
class Record:
    """How a folder was built.

    Attributes:
        documents: plans and squads.
        athlete: the document of whom they are for; empty if nobody is named.
        formats: what sessions are written as.
        options: of the calendar.
        url: where the folder is served from; empty if that is not said.
        podcast: which sessions are spoken; empty if none is.
        voice: who speaks, with options; empty for the best that is there.
        language: what everybody is told in, whatever athletes say of themselves; None for theirs.
        secret: whether each feed is below a path that nobody can guess.
        done: activities, and folders of them, that the pages tell of.
        sources: every file that was read.
    """

    documents: tuple[Path, ...]
    athlete: Path | None = None
    formats: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default=_NONE)
    url: str = ""
    podcast: str = ""
    voice: str = ""
    language: Language | None = None
    secret: bool = False
    done: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()


def read_record(folder: Path) -> Record | None:
    """Return how *folder* was built; None if it was not.

    Raises:
        InvalidWorkout: what says so cannot be read.
        OSError: the disk would not give it.
    """
    file = folder / RECORD
    try:
        return _record(folder, json.loads(file.read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InvalidWorkout(
            f"{file}: does not say what the folder is built from (name the plans in 'workout feed build')"
        ) from None


def _record(folder: Path, said: dict[str, Any]) -> Record:
    if said["format"] != _VERSION:
        raise ValueError(said["format"])
    return Record(
        documents=_paths(folder, said["documents"]),
        athlete=folder / said["athlete"] if said["athlete"] else None,
        formats=tuple(map(str, said["formats"])),
        options={str(name): str(value) for name, value in said["options"].items()},
        url=str(said["url"]),
        podcast=str(said.get("podcast", "")),
        voice=str(said.get("voice", "")),
        language=Language(said["language"]) if "language" in said else None,
        secret=bool(said["secret"]),
        done=_paths(folder, said.get("done", ())),
        sources=_paths(folder, said["sources"]),
    )


def _paths(folder: Path, said: Iterable[str]) -> tuple[Path, ...]:
    return tuple(Path(os.path.normpath(folder / each)) for each in said)


def record_bytes(folder: Path, record: Record) -> bytes:
    """Return *record* as it is written into *folder*, with paths from there, so that both may move."""
    said = {
        "format": _VERSION,
        "documents": [_from(folder, each) for each in record.documents],
        "athlete": _from(folder, record.athlete) if record.athlete else "",
        "formats": list(record.formats),
        "options": dict(sorted(record.options.items())),
        "url": record.url,
        **{name: value for name in ("podcast", "voice") if (value := getattr(record, name))},
        **({"language": record.language.value} if record.language else {}),
        "secret": record.secret,
        "done": [_from(folder, each) for each in record.done],
        "sources": sorted({_from(folder, each) for each in record.sources}),
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def _from(folder: Path, file: Path) -> str:
    try:
        return os.path.relpath(file.absolute(), folder.absolute()).replace(os.sep, "/")
    except ValueError:  # on another drive
        return file.absolute().as_posix()
