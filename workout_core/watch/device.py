"""A watch: what it is, where it takes workouts, what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from workout_core.errors import WatchError
from workout_core.formats.watch_profile import WatchProfile
from workout_core.watch.fit_messages import WORKOUT, FitFile, WatchLimits, read_fit, read_limits
from workout_core.watch.garmin_device import FILE, LARGEST, checked_folder, is_touched, read_card
from workout_core.watch.profiles import limits_of, profile_of
from workout_core.watch.storage import LARGEST_FILE, Storage, find, found_folder, joined

_GARMIN: Final = "garmin"
_WORKOUTS: Final = "FIT_TYPE_5"
_SCHEDULES: Final = "FIT_TYPE_7"
_SUFFIX: Final = ".fit"


@frozen(kw_only=True)
class Watch:
    """A watch that is connected.

    Attributes:
        storage: its files.
        model: its name.
        software: its version; empty if it does not say.
        inbox: the folder that it takes workouts from; None if it takes none.
        calendar: the folder that it takes schedules from; None if it takes none.
        kept: the folder that it keeps workouts in; None if that is the inbox, or not known.
        limits: how much it takes.
        options: of the format, for this model.
        imports: whether it takes over what is in the inbox, when it is unplugged.
    """

    storage: Storage
    model: str
    software: str = ""
    inbox: str | None = None
    calendar: str | None = None
    kept: str | None = None
    limits: WatchLimits = field(factory=WatchLimits)
    options: dict[str, str] = field(factory=dict)
    imports: bool = True


@frozen(kw_only=True)
class HeldFile:
    """A workout on a watch.

    Attributes:
        path: of its file.
        file: what is known of it.
        data: its bytes.
        is_waiting: whether the watch has yet to take it over.
    """

    path: str
    file: FitFile
    data: bytes
    is_waiting: bool


def is_watch(storage: Storage) -> bool:
    """Tell whether there are the files of a watch, and of one that says what it is."""
    folder = find(storage, "", _GARMIN, is_folder=True)
    return folder is not None and find(storage, folder, FILE, is_folder=False) is not None


def open_watch(storage: Storage, profiles: Iterable[WatchProfile]) -> Watch:
    """Return the watch whose files are in *storage*.

    Args:
        storage: the files.
        profiles: the models that are known.

    Raises:
        WatchError: it is none, or what it says of itself makes no sense.
    """
    garmin = find(storage, "", _GARMIN, is_folder=True)
    card = find(storage, garmin, FILE, is_folder=False) if garmin else None
    if garmin and card:
        return _garmin(storage, garmin, card, profiles)
    with_folders = [each for each in profiles if each.folder]
    for profile in with_folders:
        if inbox := find(storage, "", profile.folder, is_folder=True):
            return _with_a_folder(storage, inbox, profile)
    known = "".join(f", and no folder {each.folder!r} of a {each.name}" for each in with_folders)
    why = f"there is no GARMIN/{FILE} in it{known}: give the folder above those"
    raise WatchError(f"{storage.place}: is not a watch ({why})")


def _with_a_folder(storage: Storage, inbox: str, profile: WatchProfile) -> Watch:
    return Watch(
        storage=storage,
        model=profile.name,
        inbox=inbox,
        limits=WatchLimits(workouts=profile.workouts, steps=profile.steps),
        options=dict(profile.options),
        imports=False,
    )


def _garmin(storage: Storage, garmin: str, path: str, profiles: Iterable[WatchProfile]) -> Watch:
    card = read_card(storage.read(path, LARGEST))
    profile = profile_of(profiles, card.model, card.product)
    device = find(storage, garmin, "DEVICE.FIT", is_folder=False)
    usual = limits_of(profile)
    limits = read_limits(storage.read(device), usual) if device else usual
    kept = checked_folder(card.gives.get(_WORKOUTS) or f"{garmin}/Workouts")
    return Watch(
        storage=storage,
        model=card.model,
        software=card.software,
        inbox=_there(storage, card.takes.get(_WORKOUTS)),
        calendar=_calendar(storage, card.takes.get(_SCHEDULES)),
        kept=found_folder(storage, kept),
        limits=limits,
        options=dict(profile.options),
    )


def _there(storage: Storage, path: str | None) -> str | None:
    if path is None:
        return None
    folder = found_folder(storage, checked_folder(path))
    if folder is None:
        raise WatchError(f"{FILE}: the folder {path} is not there, where the watch takes workouts")
    return folder


def takes_none(watch: Watch) -> str:
    """Say that *watch* takes no workouts, and how that is known."""
    return f"{watch.model} takes no workouts (its {FILE} names no folder for them: {_WORKOUTS}, InputToUnit)"


def _calendar(storage: Storage, path: str | None) -> str | None:
    """Return the folder for schedules; a watch that has none that is touched takes workouts all the same."""
    if path is None or (not is_touched(path) and ".." not in path):
        return None
    return found_folder(storage, checked_folder(path))


def held_files(watch: Watch) -> list[HeldFile]:
    """Return the workouts that a watch keeps, and those that wait to be taken over.

    Raises:
        WatchError: it does not answer.
    """
    found: list[HeldFile] = []
    for folder in dict.fromkeys((watch.kept, watch.inbox)):
        if folder is not None:
            is_waiting = folder == watch.inbox and watch.imports
            found += _workouts(watch.storage, folder, is_waiting=is_waiting)
    return found


def _workouts(storage: Storage, folder: str, *, is_waiting: bool) -> Iterable[HeldFile]:
    for each in storage.list(folder):
        is_fit = not each.is_folder and each.name.casefold().endswith(_SUFFIX)
        if is_fit and each.size <= LARGEST_FILE:
            path = joined(folder, each.name)
            data = storage.read(path)
            file = read_fit(data)
            if file is not None and file.kind == WORKOUT:
                yield HeldFile(path=path, file=file, data=data, is_waiting=is_waiting)
