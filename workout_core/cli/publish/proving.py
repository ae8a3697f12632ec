"""What a service has made of the workouts that it was sent, told step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from workout_core.cli.discovered import for_formats
from workout_core.cli.elsewhere import dated
from workout_core.cli.terminal import echo
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export
from workout_core.plans.week_phrases import counted

if TYPE_CHECKING:
    from workout_core.analysis.readings import Readings
    from workout_core.publish.icu_events import KnownEvent, PublishedChange, WantedEvent

RETURNED: Final = "fit"
"""What services give back."""


def prove(
    events: Iterable[WantedEvent], returned: Mapping[int, bytes], shown: Mapping[int, str], readings: Readings
) -> None:
    """Tell what a service has made of workouts.

    Args:
        events: as they were sent.
        returned: the files that came back, by the service's numbers of events.
        shown: which of them are told of: their uids, by these numbers.
        readings: of whom the workouts are for.
    """
    wanted = {each.uid: each for each in events}
    same = 0
    for number, uid in shown.items():
        event = wanted[uid]
        told = list(_lost(event, returned.get(number), readings))
        same += not told
        for line in told:
            echo(f"{named(event)}: {line}", err=True)
    echo(f"{counted(same, 'workout')} of {len(shown)} came back with every step", err=True)


def _lost(event: WantedEvent, returned: bytes | None, readings: Readings) -> Iterator[str]:
    """Yield what is lost of an event, which came back as *returned*."""
    from workout_core.errors import UnknownFormat, WorkoutError
    from workout_core.pipeline.importing import import_data
    from workout_core.publish.proof import lost

    if returned is None:
        yield "no file came back (what is lost is not known)"
        return
    registry = for_formats((RETURNED,))
    try:
        (ours,) = export(event.workout, RETURNED, registry=registry, readings=readings)
        sent, back = (
            import_data(data, RETURNED, registry=registry, file=file).subject
            for data, file in ((ours.data, "what was sent"), (returned, "what came back"))
        )
    except UnknownFormat:
        yield f"no plugin reads {RETURNED} (what is lost is not known)"
    except WorkoutError as error:
        yield f"{' '.join(str(error).split())} (what is lost is not known)"
    else:
        if isinstance(sent, Workout) and isinstance(back, Workout):
            yield from lost(sent, back)


def named(event: PublishedChange | WantedEvent | KnownEvent) -> str:
    """Say which workout is meant: its day, its time if it has one, its name."""
    from workout_core.publish.icu_events import MIDNIGHT

    return dated(event.start.removesuffix(MIDNIGHT), event.title)
