"""The blocks of a ZWO file → the steps and repeats of a workout."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from attrs import define, evolve

from workout_core import (
    Distance,
    Duration,
    ImportContext,
    Intensity,
    InvalidWorkout,
    Item,
    Repeat,
    Step,
    Target,
    Time,
    gettext,
    item_path,
)
from workout_zwo.markup import Element
from workout_zwo.numbers import read_count, read_length
from workout_zwo.options import ALL_OUT
from workout_zwo.targets import BlockPlace, Ends, TargetReader
from workout_zwo.texts import EVENTS, TextEvent, cue, length_of, of_passes, read_events

POWER: Final = ("power", "powerlow", "powerhigh")
ON: Final = ("onpower", "poweronlow", "poweronhigh")
OFF: Final = ("offpower", "powerofflow", "poweroffhigh")
STEADY: Final = frozenset({"steadystate", "solidstate"})
RAMPS: Final = {
    "warmup": Intensity.WARMUP,
    "cooldown": Intensity.COOLDOWN,
    "ramp": Intensity.WORK,
}
_METRES_BESIDE: Final = ":originaldurationmeters"
FREE: Final = frozenset({"freeride", "freerun"})


@define
class BlockReader:
    """Reads the blocks of one workout.

    Attributes:
        context: where losses and warnings are told.
        targets: reads what blocks ask for.
        in_metres: whether durations are metres.
    """

    context: ImportContext
    targets: TargetReader
    in_metres: bool

    def item(self, element: Element, index: int) -> Item | None:
        """Return what the block *element* becomes as the item *index*; None if that is nothing.

        Raises:
            DocumentError: it makes no sense.
        """
        path = item_path("steps", index)
        if element.name in ("intervalst", "intervals"):
            return self._intervals(element, path)
        place = BlockPlace(element, path)
        if element.name in STEADY:
            return self._step(place, self.targets.steady(place, POWER, "zone"))
        if element.name in RAMPS:
            return self._step(place, self._ramp(place), RAMPS[element.name])
        if element.name in FREE:
            return self._step(place, None)
        if element.name == "maxeffort":
            return self._step(place, ALL_OUT)
        return self._unknown(place)

    def _unknown(self, place: BlockPlace) -> Item | None:
        element = place.element
        if not element.has("duration"):
            told = gettext(
                "{name} is not a block, and is left out (SteadyState is one)", name=repr(element.shown)
            )
            self._warn(element, told)
            return None
        told = gettext(
            "{name} is not a block, and is read as a steady one (SteadyState)", name=repr(element.shown)
        )
        self._warn(element, told)
        return self._step(place, self.targets.steady(place, POWER, "zone"))

    def _ramp(self, place: BlockPlace) -> Target | None:
        ends = self.targets.ends(place.element, POWER)
        if ends is None:
            return self.targets.steady(place, POWER, "zone")
        if place.element.name == "cooldown" and ends.start < ends.end:
            # some programs write a cool-down from its beginning to its end, and some from low to high
            ends = Ends(ends.end, ends.start)
        return self.targets.ramp(place, ends)

    def _step(
        self, place: BlockPlace, target: Target | None, intensity: Intensity = Intensity.WORK
    ) -> Step | None:
        element = place.element
        duration = self._duration(element, "duration")
        if duration is None:
            told = gettext("has no duration, and is left out (Duration)")
            self._warn(element, f"{element.shown}: {told}")
            return None
        cadence = self.targets.cadence(element, "cadence", "cadencelow", "cadencehigh")
        said = cue(read_events(element, self.context))
        return self._made(element, duration, (target, cadence), intensity, said)

    def _made(
        self,
        element: Element,
        duration: Duration,
        targets: tuple[Target | None, Target | None],
        intensity: Intensity,
        said: str,
    ) -> Step:
        first, second, *_ = *filter(None, targets), None, None
        try:
            return Step(duration=duration, target=first, second_target=second, intensity=intensity, cue=said)
        except InvalidWorkout as error:
            raise element.problem(f"{element.shown}: {error}") from None

    def _duration(self, element: Element, name: str) -> Duration | None:
        length = read_length(element, name)
        if not length:
            return None
        try:
            return Distance(length) if self._is_in_metres(element, length) else Time(length)
        except InvalidWorkout as error:
            raise element.problem(f"{element.shown} {element.attributes[name][0]}: {error}") from None

    def _is_in_metres(self, element: Element, length: float) -> bool:
        """Tell whether *length* is metres: Kaiord writes them as seconds and says so beside it."""
        if self.in_metres:
            return True
        notes = [value for key, (_, value) in element.attributes.items() if key.endswith(_METRES_BESIDE)]
        if not notes or notes[0] not in (f"{length:g}", element.value("duration")):
            return False
        told = gettext("{length} is metres, as is said beside it, and not seconds", length=f"{length:g}")
        self._warn(element, f"{element.shown} Duration: {told}")
        return True

    def _intervals(self, element: Element, path: str) -> Item | None:
        times = read_count(element, "repeat", 1)
        durations = [self._duration(element, name) for name in ("onduration", "offduration")]
        lengths = [length_of(Step(duration=each))[0] for each in durations if each is not None]
        if not times or not lengths:
            told = gettext("repeats nothing, and is left out (Repeat, OnDuration)")
            self._warn(element, f"{element.shown}: {told}")
            return None
        if times > 1000:  # noqa: PLR2004 - as Repeat has it, and before a text is looked for in each
            told = gettext("{number} is more than {most}", number=times, most=1000)
            raise element.problem(f"{element.shown} Repeat: {told}")
        said = of_passes(read_events(element, self.context), times, lengths, in_metres=self.in_metres)
        steps: list[Step] = []
        for is_off, duration in enumerate(durations):
            if duration is not None:
                place = BlockPlace(element, item_path(f"{path}.steps", len(steps)))
                targets = self._off(place) if is_off else self._on(place)
                over_under = element.value("overunder") in ("1", "true")
                intensity = Intensity.RECOVERY if is_off and not over_under else Intensity.WORK
                text = cue(said[len(steps)])
                steps.append(self._made(element, duration, targets, intensity, text))
        return Repeat(times=times, items=steps)

    def _on(self, place: BlockPlace) -> tuple[Target | None, Target | None]:
        target = self.targets.steady(place, ON, "poweronzone")
        return target, self.targets.cadence(place.element, "cadence", "cadencelow", "cadencehigh")

    def _off(self, place: BlockPlace) -> tuple[Target | None, Target | None]:
        target = self.targets.steady(place, OFF, "poweroffzone")
        return target, self.targets.cadence(place.element, _resting(place.element))

    def _warn(self, element: Element, message: str) -> None:
        self.context.warn(message, line=element.line, column=element.column)


def _resting(element: Element) -> str:
    """Return the name of the cadence of the second part; some programs cut it short."""
    return "cadenceresting" if element.has("cadenceresting") else "cadencerest"


def with_events(items: list[Item], loose: Element, context: ImportContext) -> list[Item]:
    """Return *items* with the events that stand between blocks, each in the block that it falls into."""
    events = Element("", "", {}, 0, 0, [child for child in loose.children if child.name in EVENTS])
    ends = list(accumulate(map(_length, items)))
    lines: dict[int, list[TextEvent]] = {}
    for said in read_events(events, context):
        at = min(bisect_right(ends, said.offset), len(items) - 1)
        left = said.offset - (ends[at - 1] if at else 0)
        lines.setdefault(at, []).append(said._replace(offset=left))
    return [_with_texts(item, lines[at]) if at in lines else item for at, item in enumerate(items)]


def _with_texts(item: Item, said: list[TextEvent]) -> Item:
    """Return *item* with more texts; what falls into a set is said in its first step, and says so."""
    step = item.items[0] if isinstance(item, Repeat) else item
    if not isinstance(step, Step):
        raise TypeError(step)
    here = [each._replace(of_set=step is not item) for each in said]
    more = [each.line(first=not (step.cue or index)) for index, each in enumerate(here)]
    changed = evolve(step, cue="\n".join(filter(None, [step.cue, *more])))
    return evolve(item, items=(changed, *item.items[1:])) if isinstance(item, Repeat) else changed


def _length(item: Item) -> float:
    if isinstance(item, Step):
        return length_of(item)[0]
    return (item.times or 1) * sum(map(_length, item.items))
