"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from workout_core.errors import InvalidWorkout
from workout_core.formats.exporter import Export


def write_all(folder: Path, exports: Iterable[Export], inputs: Iterable[Path]) -> list[Path]:
    """Write every export below *folder*, each to a file beside it first, and rename them when all are there.

    Returns:
        The files written, in order.

    Raises:
        InvalidWorkout: two exports have one name, or a file would take the place of a document it is made of.
        OSError: the disk would not have it; no file is left half written.
    """
    files = _targets(folder, exports, {path.resolve() for path in inputs})
    drafts: list[tuple[Path, Path]] = []
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            drafts.append((draft_of(target), target))
            _write(drafts[-1][0], data)
        while drafts:
            drafts[0][0].replace(drafts[0][1].resolve())
            drafts.pop(0)
    finally:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)
    return list(files)


def draft_of(target: Path) -> Path:
    """Return the name of the file beside *target* that is written first."""
    return target.resolve().with_name(f".{target.name}.{os.getpid()}.part")


def _targets(folder: Path, exports: Iterable[Export], inputs: set[Path]) -> Mapping[Path, bytes]:
    files: dict[Path, bytes] = {}
    for export in exports:
        target = folder / export.name
        if target in files:
            raise InvalidWorkout(
                f"{target}: two documents would be written to it (write them to two folders)"
            )
        if target.resolve() in inputs:
            raise InvalidWorkout(f"{target}: is a document itself (write to another folder with '--out')")
        files[target] = export.data
    return files


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
