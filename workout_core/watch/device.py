"""A watch: what it is, where it takes workouts, what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from workout_core.errors import WatchError
from workout_core.watch.fit_messages import WORKOUT, FitFile, WatchLimits, read_fit, read_limits
from workout_core.watch.garmin_device import FILE, LARGEST, checked_folder, read_card
from workout_core.watch.profiles import profile_of
from workout_core.watch.storage import LARGEST_FILE, Storage, find, found_folder, joined

_GARMIN: Final = "garmin"
_PLANS: Final = "plans"
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


def open_watch(storage: Storage) -> Watch:
    """Return the watch whose files are in *storage*.

    Raises:
        WatchError: it is none, or what it says of itself makes no sense.
    """
    garmin = find(storage, "", _GARMIN, is_folder=True)
    card = find(storage, garmin, FILE, is_folder=False) if garmin else None
    if garmin and card:
        return _garmin(storage, garmin, card)
    plans = find(storage, "", _PLANS, is_folder=True)
    if plans:
        limits = WatchLimits(workouts=None, steps=None)
        return Watch(storage=storage, model="Wahoo", inbox=plans, limits=limits, imports=False)
    raise WatchError(
        f"{storage.place}: is not a watch "
        f"(there is no GARMIN/{FILE} in it, and no folder 'plans' of a Wahoo: give the folder above those)"
    )


def _garmin(storage: Storage, garmin: str, path: str) -> Watch:
    card = read_card(storage.read(path, LARGEST))
    profile = profile_of(card.model)
    device = find(storage, garmin, "DEVICE.FIT", is_folder=False)
    limits = read_limits(storage.read(device), profile.limits) if device else profile.limits
    kept = checked_folder(card.gives.get(_WORKOUTS) or f"{garmin}/Workouts")
    return Watch(
        storage=storage,
        model=card.model,
        software=card.software,
        inbox=_there(storage, card.takes.get(_WORKOUTS)),
        calendar=_there(storage, card.takes.get(_SCHEDULES)),
        kept=found_folder(storage, kept),
        limits=limits,
        options=profile.options,
    )


def _there(storage: Storage, path: str | None) -> str | None:
    if path is None:
        return None
    folder = found_folder(storage, checked_folder(path))
    if folder is None:
        raise WatchError(f"{storage.place}: the folder {path} is not there, where the watch takes workouts")
    return folder


def takes_none(watch: Watch) -> str:
    """Say that *watch* takes no workouts, and how that is known."""
    return f"{watch.model} takes no workouts (its {FILE} names no folder for them: {_WORKOUTS}, InputToUnit)"


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
