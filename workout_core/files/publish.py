"""A set of files written as one: all of it is old, or all of it is new.

First every file is written beside its place. Then the list of them is written, and from that moment the new
set is valid. Then each takes its place. A run that is killed before that moment has changed nothing; what one
that is killed later has left to do, the next run does first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from workout_core.errors import InvalidWorkout
from workout_core.files import disk
from workout_core.files.digest import digest, file_digest
from workout_core.files.drafts import Root, make_folders, named, remove_empty, unused_beside
from workout_core.files.locks import locked
from workout_core.files.manifest import NAME, FileRecord, Manifest, manifest_bytes, read_manifest
from workout_core.files.paths import FilesRead, is_plain, refuse_strange, status_of
from workout_core.languages import gettext, gettext_noop

ELSEWHERE: Final = gettext_noop("write to another folder with '--out'")


class Output(NamedTuple):
    """A file to be written.

    Attributes:
        name: relative to the folder, with slashes.
        data: what it is to hold.
        of: what it is made of, and as what; the files of the same are one set.
        revise: what it is to hold, after what is there now, for a file that must agree with an earlier one;
            None where nothing is there. Nobody else writes while it is asked.
        file: what holds its data instead, where they are many: beside its place, where it is moved to.
        made: what is the same whenever the file would be, for one that takes long to make.
    """

    name: str
    data: bytes
    of: str
    revise: Callable[[bytes | None], bytes] | None = None
    file: Path | None = None
    made: str = ""

    def after(self, place: Path) -> Output:
        """Return it as it follows what is at *place*."""
        if self.revise is None:
            return self
        status = status_of(place)
        earlier = place.read_bytes() if status is not None and is_plain(status) else None
        return self._replace(data=self.revise(earlier), revise=None)

    @property
    def sha256(self) -> str:
        """The digest of its data."""
        return digest(self.data) if self.file is None else file_digest(self.file)

    def write(self, draft: Path, like: os.stat_result | None) -> None:
        """Write its data into a new file, which is to be *like* another."""
        if self.file is None:
            disk.create(draft, self.data, like)
        else:
            disk.rename(self.file, draft)


class Published(NamedTuple):
    """What became of a set.

    Attributes:
        written: its files, in order.
        changed: those of them that were not there, or not the same.
        aside: files that were there and not written here, with the names that they have now.
        removed: files of an earlier set of the same that were not among these, and are gone now.
        stale: those that are still there; where they were to be removed, they have been changed since.
    """

    written: list[Path]
    changed: list[Path]
    aside: list[tuple[Path, Path]]
    removed: list[Path]
    stale: list[Path]


def publish(
    folder: Path,
    outputs: Iterable[Output],
    read: FilesRead,
    *,
    prune: bool = False,
    elsewhere: str = ELSEWHERE,
    same: Callable[[str], bool] | None = None,
) -> Published:
    """Write *outputs* into *folder*, all of them or none.

    Args:
        folder: made when it is not there.
        outputs: the files.
        read: the files they are made of, which are never replaced.
        prune: remove the files of earlier sets of the same that are not among them.
        elsewhere: what to do if one of them would replace what was read.
        same: tells by what a file was made of whether it is of their set, if that is more than what is made
            of the same; there may be no outputs then.

    Raises:
        InvalidWorkout: two outputs have one name, one would replace what was read or is no plain file, or
            somebody else is writing there.
        OSError: the disk would not have it.
    """
    root = Root(folder)
    files = _targets(root, outputs, read, elsewhere)
    if not files and same is None:
        return Published([], [], [], [], [])
    made = make_folders(folder)
    try:
        with locked(folder):
            before = _recovered(root, files)
            files = {name: output.after(root.place(name)) for name, output in files.items()}
            stale = [name for name in _stale(before, files, same) if status_of(folder / name)]
            found = {name: _digest_of(root.place(name)) for name in files}
            after = _listed(root, before, files, found, stale if prune else ())
            changed = [name for name in files if found[name] != after[name].sha256]
            _put(root, before, after, {name: files[name] for name in changed})
            left = [name for name in stale if status_of(folder / name)]
    except BaseException:
        remove_empty(made)
        raise
    return Published(
        written=[folder / name for name in files],
        changed=[folder / name for name in changed],
        aside=[(folder / name, _aside(root, name, after[name])) for name in files if after[name].aside],
        removed=[folder / name for name in stale if name not in left],
        stale=[folder / name for name in left],
    )


def _targets(root: Root, outputs: Iterable[Output], read: FilesRead, elsewhere: str) -> Mapping[str, Output]:
    files: dict[str, Output] = {}
    taken: set[Path] = set()
    for output in outputs:
        target = root.folder / output.name
        place = root.place(output.name)
        if place in taken:
            raise InvalidWorkout(
                gettext(
                    "{file}: two documents would be written to it (write them to two folders)", file=target
                )
            )
        status = status_of(place)
        if status is not None:
            read.refuse(target, status, elsewhere)
            refuse_strange(target, status)
        taken.add(place)
        files[output.name] = output
    return files


def _recovered(root: Root, files: Iterable[str]) -> Manifest:
    """Finish what a run before has left, sweep its drafts, and return what was written."""
    entries = read_manifest(root.folder)
    folders = {root.folder, *((root.folder / name).parent for name in (*entries, *files))}
    drafts = {draft for each in folders for draft in root.drafts_in(each)}
    left = [name for name in entries if root.draft(name) in drafts] if drafts else []
    _finish(root, [name for name in left if _digest_of(root.draft(name)) == entries[name].sha256], entries)
    entries = _pruned(root, entries)
    for draft in sorted(drafts):
        disk.remove(draft)
    return entries


def _finish(root: Root, names: Iterable[str], entries: Manifest) -> None:
    """Put the drafts of the files *names*, which are what the list says, in their places."""
    folders = set()
    for name in names:
        place, aside = root.place(name), _aside(root, name, entries[name])
        with named(root.folder / name):
            if aside != place and status_of(place) and not status_of(aside):
                disk.rename(place, aside)
            disk.rename(root.draft(name), place)
        folders.add(place.parent)
    for each in sorted(folders):
        disk.sync_folder(each)


def _pruned(root: Root, entries: Manifest) -> Manifest:
    """Remove what is no longer part of its set and was not changed since it was written."""
    folder = root.folder
    gone = {name: entry for name, entry in entries.items() if entry.remove}
    if not gone:
        return entries
    for name, entry in gone.items():
        if _digest_of(folder / name) == entry.sha256:
            with named(folder / name):
                disk.remove(folder / name)
    kept = {name: entry for name, entry in entries.items() if not entry.remove}
    if kept:
        root.put(NAME, manifest_bytes(kept))
    else:
        disk.remove(folder / NAME)
    remove_empty(sorted({(folder / name).parent for name in gone} - {folder}, reverse=True))
    return kept


def _stale(before: Manifest, files: Mapping[str, Output], is_same: Callable[[str], bool] | None) -> list[str]:
    """Return what an earlier set of the same has that this one has not."""
    is_same = is_same or {output.of for output in files.values()}.__contains__
    return [name for name, entry in before.items() if is_same(entry.of) and name not in files]


def _listed(
    root: Root,
    before: Manifest,
    files: Mapping[str, Output],
    found: Mapping[str, str | None],
    gone: Iterable[str],
) -> Manifest:
    """Return the list as it is going to be; *found* has what is there."""
    new = {name: _entry(root, name, output, before.get(name), found[name]) for name, output in files.items()}
    removed = {name: before[name]._replace(remove=True) for name in gone}
    kept = {name: entry for name, entry in before.items() if status_of(root.folder / name)}
    return kept | removed | new


def _entry(root: Root, name: str, output: Output, known: FileRecord | None, found: str | None) -> FileRecord:
    sha256 = output.sha256
    is_ours = found in (None, sha256, known and known.sha256)
    aside = "" if is_ours else unused_beside(root.place(name)).name
    return FileRecord(sha256, output.of, aside, made=output.made)


def _aside(root: Root, name: str, entry: FileRecord) -> Path:
    """Return where a file goes that makes room for *name*; where *name* leads, if none does."""
    place = root.place(name)
    return place.with_name(entry.aside) if entry.aside else place


def _put(root: Root, before: Manifest, after: Manifest, changed: Mapping[str, Output]) -> None:
    """Write the drafts and the list, and put them in their places."""
    drafts = {name: root.draft(name) for name in changed}
    made: list[Path] = []
    try:
        for parent in sorted({(root.folder / name).parent for name in changed}):
            made = [*make_folders(parent), *made]
        for name, draft in drafts.items():
            with named(root.folder / name):
                changed[name].write(draft, status_of(root.place(name)))
        for name, draft in drafts.items():  # after all were written, when the disk takes them together
            with named(root.folder / name):
                disk.sync_file(draft)
        for parent in sorted({draft.parent for draft in drafts.values()}):
            disk.sync_folder(parent)
        if after != before:
            root.put(NAME, manifest_bytes(after))
    except BaseException:
        for draft in drafts.values():
            with suppress(OSError):
                disk.remove(draft)
        remove_empty(made)
        raise
    disk.sync_folder(root.folder)
    _finish(root, changed, after)
    _pruned(root, after)


def _digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a plain file, None if there is no such file."""
    status = status_of(path)
    return file_digest(path) if status is not None and is_plain(status) else None
