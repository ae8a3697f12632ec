"""The full picture of a workout: effort over time, with its repeats, its zones, its words and a clock."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from workout_core.analysis.chart import Chart, ChartSpan, chart, say_width
from workout_core.analysis.intensities import effort_of_zone, zone_of_effort
from workout_core.analysis.palette import ZONE_COLOURS
from workout_core.analysis.reading import Reading
from workout_core.html.lettering import first_that_fits, shortened, text_width
from workout_core.html.markup import Markup, element
from workout_core.html.profile_shapes import ProfileScale, bar_paths, digits, level, line
from workout_core.html.profile_words import repeat_options, step_options
from workout_core.html.sport_marks import has_zones
from workout_core.languages import gettext
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity
from workout_core.model.workout import Repeat
from workout_core.phrases import say_totals
from workout_core.units import say_time

SIZE: Final = 11.0
"""Of letters, in the unit of the picture; what is below is a multiple of it."""
NAME_SIZE: Final = 13.0
THRESHOLD_ZONE: Final = 4
_RIGHT: Final = 10.0
_EFFORT: Final = 13.0
"""How high one of the ten efforts is, in every picture."""
_HIGH: Final = 8.0
"""An easy workout leaves room up to this effort, so that it looks easy."""
_LANE: Final = 19.0
_LANES: Final = 3
"""So many repeats inside each other have a bracket."""
_MOST_BRACKETS: Final = 120
_NARROWEST: Final = 6.0
_TICKS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200)
_MOST_TICKS: Final = 40
_DAY: Final = 86_400


Box: TypeAlias = tuple[float, float, float, float]


class Lettering(NamedTuple):
    """A text, where its line is, and which end of it, or its middle, is there."""

    text: str
    x: float
    y: float
    anchor: str = "middle"
    kind: str = ""

    @property
    def size(self) -> float:
        """How large its letters are."""
        return NAME_SIZE if self.kind == "name" else SIZE

    @property
    def box(self) -> Box:
        """Where it is: left, top, right, bottom."""
        width = text_width(self.text, self.size, bold=self.kind == "name")
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - self.size * 0.8, left + width, self.y + self.size * 0.25

    def element(self) -> Markup:
        """Return it as SVG."""
        where = {"x": digits(self.x), "y": digits(self.y), "text_anchor": self.anchor}
        return element("text", self.text, class_=self.kind, **where)


@frozen(kw_only=True)
class Profile:
    """A drawn workout.

    Attributes:
        width: of the whole picture.
        height: likewise.
        shapes: what is drawn, the lowest first.
        letterings: what is written.
        chart: what it shows.
    """

    width: float
    height: float
    shapes: tuple[Markup, ...]
    letterings: tuple[Lettering, ...]
    chart: Chart


def profile(reading: Reading, width: float, *, heading: bool) -> Profile:
    """Draw the workout of *reading*.

    Args:
        reading: of the workout.
        width: of the picture.
        heading: whether its name and its totals stand above.
    """
    made = chart(reading)
    hardest = max(_HIGH, *(bar.hardest for bar in made.bars))
    in_zones = has_zones(reading.sport)
    marks = _marks(made, in_zones=in_zones)
    left = max(text_width(name, SIZE) for name in (*marks.values(), "Z4")) + 6
    room = width - left - _RIGHT
    lanes = list(_lanes(made, room))
    top = (NAME_SIZE * 1.8 if heading else 2.0) + _LANE * len(lanes)
    scale = ProfileScale(
        seconds=made.seconds,
        left=left,
        width=room,
        top=top + SIZE * 1.4,
        height=_EFFORT * hardest,
        hardest=hardest,
    )
    words = list(_heading(reading, made, scale)) if heading else []
    brackets: list[Markup] = []
    told: set[int] = set()
    for number, lane in enumerate(reversed(lanes)):
        over = top - 4 - _LANE * number
        for span in lane:
            brackets.append(line("bracket", _bracket(span, scale, over)))
            words += _over_repeat(span, scale, over, reading, told)
    words += _over_steps(made, scale, reading, told)
    clock, ticks = _clock(scale)
    words += clock
    words += (Lettering(name, left - 4, scale.y(at) + SIZE * 0.35, "end") for at, name in marks.items())
    threshold = _effort_of(THRESHOLD_ZONE) if has_threshold(made, reading.sport) else None
    if threshold is not None:
        words += _legend(made, scale, words, threshold)
    axis = line("", level(scale.base, scale)), line("", ticks)
    shapes = (*_levels(marks, scale, threshold), *bar_paths(made, scale), *axis, *brackets)
    return Profile(
        width=width, height=scale.base + SIZE * 1.9, shapes=shapes, letterings=tuple(words), chart=made
    )


def has_threshold(made: Chart, sport: Sport) -> bool:
    """Tell whether a picture has a line for the threshold: not unless it is known what is above it."""
    return made.is_known and has_zones(sport)


def _heading(reading: Reading, made: Chart, scale: ProfileScale) -> Iterator[Lettering]:
    """Yield the name and the totals in a line; of a long name the beginning."""
    room, baseline = scale.right, NAME_SIZE * 1.2
    said = say_totals(reading)
    if not made.is_whole:
        said = gettext("{part} of {whole}", part=say_width(made.bars), whole=said)
    totals = first_that_fits([said, said.partition(", ")[0]], room / 2, SIZE)
    left = room - text_width(totals, SIZE) - 2 * SIZE
    yield Lettering(
        shortened(reading.workout.name, left, NAME_SIZE, bold=True), 2.0, baseline, "start", "name"
    )
    if totals:
        yield Lettering(totals, scale.right, baseline, "end")


def _lanes(made: Chart, room: float) -> Iterator[list[ChartSpan[Repeat]]]:
    """Yield the repeats side by side that have a bracket, the outermost first."""
    seen = [
        span
        for span in made.repeats
        if span.item.times != 1 and room * (span.end - span.start) / made.seconds >= _NARROWEST
    ]
    depths = sorted({span.depth for span in seen})[:_LANES]
    for depth in depths:
        lane = [span for span in seen if span.depth == depth]
        if len(lane) <= _MOST_BRACKETS:
            yield lane


def _bracket(span: ChartSpan[Repeat], scale: ProfileScale, y: float) -> str:
    left, right = scale.x(span.start) + 1, scale.x(span.end) - 2
    return f"M{digits(left)} {digits(y + 4)}V{digits(y)}H{digits(right)}V{digits(y + 4)}"


def _over_repeat(
    span: ChartSpan[Repeat], scale: ProfileScale, y: float, reading: Reading, told: set[int]
) -> Iterator[Lettering]:
    """Yield the words over a bracket, and add to *told* the steps that they tell."""
    room = scale.x(span.end) - scale.x(span.start) - 4
    if room < SIZE:
        return
    options = list(repeat_options(span.item, reading))
    text = first_that_fits((option for option, _ in options), room, SIZE)
    if not text:
        return
    if dict(options)[text]:
        told.update(id(item) for item in span.item.items)
    yield Lettering(text, scale.x((span.start + span.end) / 2), y - 4)


def _over_steps(made: Chart, scale: ProfileScale, reading: Reading, told: set[int]) -> Iterator[Lettering]:
    """Yield the words over steps with room for them; in a repeat over those of its first pass."""
    left = {id(item) for _, item in reading.workout.walk()} - told
    for bar, span in zip(made.bars, made.steps, strict=True):
        room = scale.x(span.end) - scale.x(span.start) - 4
        if room < SIZE or id(span.item) not in left:
            continue
        if span.depth:
            left.discard(id(span.item))
        text = first_that_fits(step_options(span.item, reading), room, SIZE)
        if text:
            yield Lettering(text, scale.x((span.start + span.end) / 2), scale.y(bar.hardest) - 3)


def _clock(scale: ProfileScale) -> tuple[list[Lettering], str]:
    """Return the times below the picture, as many as have room, and the path of their ticks."""
    y, edge = scale.base + SIZE * 1.3, scale.right + _RIGHT - 2
    for each in _steps_of_clocks():
        if scale.seconds > _MOST_TICKS * each:
            continue
        times = range(0, int(scale.seconds) + 1, each)
        words = [Lettering(say_time(time) if time else "0", scale.x(time), y) for time in times]
        if words[-1].box[2] > edge:
            words[-1] = words[-1]._replace(x=edge, anchor="end")
        if len(words) > 1 and words[-2].box[2] + SIZE > words[-1].box[0]:
            words.pop()
        if all(one.box[2] + SIZE <= other.box[0] for one, other in pairwise(words)):
            break
    return words, "".join(f"M{digits(scale.x(time))} {digits(scale.base)}v3" for time in times)


def _steps_of_clocks() -> Iterator[int]:
    """Yield the seconds that may lie between two times that are written, the shortest first."""
    yield from _TICKS
    yield from (_DAY * 2**power for power in count())


def _marks(made: Chart, *, in_zones: bool) -> dict[float, str]:
    """Return the marks at the left by their efforts: zones, or efforts where zones mean nothing.

    The threshold is among them, unless nobody knows what is above it.
    """
    ends = [each for bar in made.bars if bar.is_known for each in (bar.effort, bar.effort + bar.rise)]
    if not in_zones:
        return {float(effort): f"{effort}/10" for effort in map(round, ends) if effort > 1}
    zones = {zone_of_effort(each) for each in ends} | ({THRESHOLD_ZONE} if made.is_known else set())
    return {_effort_of(zone): ZONE_COLOURS[zone].name for zone in sorted(zones) if zone}


def _levels(marks: dict[float, str], scale: ProfileScale, threshold: float | None) -> Iterator[Markup]:
    """Yield the lines of the marks; that of the *threshold* is dashed."""
    for effort in sorted(marks):
        yield line("threshold" if effort == threshold else "", level(scale.y(effort), scale))


def _effort_of(zone: int) -> float:
    """Return how hard *zone* is, from 1 to 7."""
    return effort_of_zone(Quantity.POWER, zone) or 0.0


def _legend(made: Chart, scale: ProfileScale, words: list[Lettering], effort: float) -> Iterator[Lettering]:
    """Yield what the dashed line at *effort* is, at one of its ends if there is room for it."""
    for x, anchor in ((scale.right, "end"), (scale.left + 3, "start")):
        word = Lettering(gettext("threshold"), x, scale.y(effort) - 3, anchor)
        if not any(_meet(word.box, each.box) for each in words) and not any(
            bar.hardest > effort and scale.x(span.end) > word.box[0] and scale.x(span.start) < word.box[2]
            for bar, span in zip(made.bars, made.steps, strict=True)
        ):
            yield word
            return


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
