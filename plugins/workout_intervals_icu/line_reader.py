"""One line of a step → what it asks for; parts are taken from it until words are left."""

from __future__ import annotations

import re
from typing import Final

from workout_core import (
    Distance,
    Feature,
    Intensity,
    LapButton,
    Quantity,
    Ramp,
    Target,
    Time,
    gettext,
    pgettext_noop,
    quoted,
)
from workout_intervals_icu.lengths import read_distance, read_time, write_time
from workout_intervals_icu.parts import TIME_UNITS, LinePart, PartKind, parts_of
from workout_intervals_icu.roles import INTENSITIES, said_role, says_only
from workout_intervals_icu.step_line import LAP_SECONDS, Doubt, StepLine
from workout_intervals_icu.targets import TARGETS, read_target
from workout_intervals_icu.words import as_words

_LONG_MINUTES: Final = 180
_LOOSE_TIME: Final = re.compile(
    rf"(?<![\w.,:/=+-])[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?\s?{TIME_UNITS}"
    rf"(?:\s?[0-9]{{1,4}}\s?{TIME_UNITS})?(?![\w/])",
    re.IGNORECASE,
)
_BARE_MINUTES: Final = re.compile(r"([0-9]+)m", re.IGNORECASE)
_EDGES: Final = " \t,;:@()[]|–—-"
_CONNECTORS: Final = re.compile(r"(?:^|\s+)(?:at|@|in|with|of|to)$", re.IGNORECASE)
_REST: Final = re.compile(r"\s*rest(?!\w)", re.IGNORECASE)
_FREE: Final = re.compile(r"(?<!\w)free(?!\w)", re.IGNORECASE)


def read_line(line: str, metres: float) -> StepLine | None:
    """Return what *line* asks for, without the dash at its beginning; None where it has no duration.

    Args:
        line: of the text.
        metres: what a pace is of that does not say so.

    Raises:
        InvalidWorkout: a number is out of bounds.
    """
    reader = _LineReader(line)
    duration = reader.duration()
    if duration is None:
        return None
    reader.take_settings()
    first, second = reader.targets(metres)
    rest = reader.rest()
    cue, role = reader.words()
    return StepLine(
        duration=duration,
        target=first,
        second=second,
        intensity=role,
        cue=cue,
        rest=rest,
        doubts=tuple(reader.doubts),
        losses=tuple(reader.losses),
    )


def is_step(line: str) -> bool:
    """Tell whether *line* begins with its one duration and has a target, so that it is hardly a note."""
    parts = list(parts_of(line.lstrip("*+ ")))
    lengths = [part for part in parts if part.kind in (PartKind.TIME, PartKind.DISTANCE)]
    begins = len(lengths) == 1 and lengths[0].match.start() == 0
    return begins and any(part.kind in TARGETS for part in parts)


class _LineReader:
    """A line, of which one part after another is taken; what is left are words."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.parts = list(parts_of(line))
        self.taken: list[tuple[int, int]] = []
        self.said: list[str] = []
        self.doubts: list[Doubt] = []
        self.losses: list[tuple[str, Feature | str, str]] = []
        self.intensity: Intensity | None = None
        self.begins = len(line)

    def doubt(self, column: int, message: str) -> None:
        self.doubts.append(Doubt(column, message))

    def take(self, part: LinePart) -> None:
        self.parts.remove(part)
        self.taken.append(part.match.span())

    def of(self, *kinds: PartKind) -> list[LinePart]:
        return [part for part in self.parts if part.kind in kinds]

    def duration(self) -> Time | Distance | LapButton | None:
        """Take how long the step is; what is until the lap button loses its time."""
        measured = self._measured()
        laps = self.of(PartKind.LAP)
        for part in laps:
            self.take(part)
        if not laps:
            return measured and measured[0]
        if measured is None:
            self.begins = laps[0].match.start()
        elif measured[0] != Time(LAP_SECONDS):
            planned = quoted(measured[1])
            told = gettext("the lap button ends it, and the planned {time} is left out", time=planned)
            self.losses.append(("duration", Feature.LAP_BUTTON, told))
        return LapButton()

    def _measured(self) -> tuple[Time | Distance, str] | None:
        """Take the first time or distance; return it, and how it is written."""
        for part in self.of(PartKind.TIME, PartKind.DISTANCE):
            self.take(part)
            self.begins = part.match.start()
            minutes = _BARE_MINUTES.fullmatch(part.text)
            if minutes and int(minutes[1]) >= _LONG_MINUTES:
                told = gettext(
                    "{text} are {number} minutes (for metres, write '{number}mtr')",
                    text=repr(part.text),
                    number=minutes[1],
                )
                self.doubt(self.begins, told)
            return (read_distance if part.kind is PartKind.DISTANCE else read_time)(part.text), part.text
        found = _LOOSE_TIME.search(self.line)
        if found is None:
            return None
        self.taken.append(found.span())
        self.begins = found.start()
        duration = read_time(found[0])
        spelt = write_time(round(duration.seconds))
        self.doubt(self.begins, _for_words(found[0], spelt))
        return duration, found[0]

    def take_settings(self) -> None:
        """Take ``intensity=rest`` and the like."""
        for part in self.of(PartKind.SETTING):
            self.take(part)
            value = part.group("set_value")
            if part.group("set_name") == "intensity" and value in INTENSITIES:
                self.intensity = INTENSITIES[value]
            elif part.group("set_name") == "intensity":
                told = gettext("{text} is not an intensity (like 'rest')", text=repr(value))
                self.doubt(part.match.start(), told)
                self.said.append(as_words(part.text))
            else:
                told = gettext("{what} is left out", what=quoted(part.text))
                self.losses.append(("", part.group("set_name"), told))

    def targets(self, metres: float) -> tuple[Target | None, Target | None]:
        """Take the targets, one of each quantity; words say the others."""
        climbing = self._climbing()
        found = [
            (part, read_target(part, climbs=part in climbing, metres=metres))
            for part in self.of(*TARGETS)
            if part.kind is not PartKind.BEATS
            or part.match.start() > self.begins  # else words before the duration
        ]
        for part in climbing:
            if any(each is part and not isinstance(target.value, Ramp) for each, target in found):
                self.doubt(part.match.start(), gettext("a ramp needs two ends (like 'ramp 50-75%')"))
        chosen: dict[Quantity, LinePart] = {}
        # zones were words once, and still stand before the duration of old steps
        for part, target in sorted(found, key=lambda each: each[0].match.start() < self.begins):
            if len(chosen) < 2:  # noqa: PLR2004 - a step has two targets
                chosen.setdefault(target.quantity, part)
        for part, target in found:
            if chosen.get(target.quantity) is part:
                self._check(part)
                self.take(part)
            elif part.kind is not PartKind.BEATS:  # which often explain a share, in brackets
                told = gettext("{text} is one target too many, and is read as words", text=repr(part.text))
                self.doubt(part.match.start(), told)
                self._say(part)
        self._say_others()
        first, second, *_ = *(each for part, each in found if chosen.get(each.quantity) is part), None, None
        return first, second

    def _say_others(self) -> None:
        """Take what only the builder knows, and free riding, which is no target."""
        for part in self.of(PartKind.MEAN_MAXIMUM, PartKind.CUSTOM_ZONE):
            told = gettext("{what} becomes words", what=quoted(part.text))
            self.losses.append(("target", part.kind.value.replace("_", " "), told))
            self._say(part)
        for part in self.of(PartKind.ALL_OUT):
            self._say(part)
        for part in self.of(PartKind.FREE):
            self.take(part)

    def _climbing(self) -> list[LinePart]:
        """Take the word ``ramp``; return the targets that become one: that behind it, or before it."""
        climbing = []
        for ramp in self.of(PartKind.RAMP):
            self.take(ramp)
            able = [each for each in self.of(*TARGETS) if each.kind not in (PartKind.CADENCE, PartKind.ZONE)]
            behind = [each for each in able if each.match.start() > ramp.match.start()]
            if able:
                climbing.append(behind[0] if behind else able[-1])
            else:
                told = gettext("a ramp needs two ends in numbers (like 'ramp 50-75%')")
                self.doubt(ramp.match.start(), told)
        return climbing

    def _check(self, part: LinePart) -> None:
        if part.kind is PartKind.PACE and not (part.group("pace_word") or part.group("pace_bare")):
            told = gettext(
                "intervals.icu takes {text} for words (write '{words} Pace')",
                text=repr(part.text),
                words=part.text,
            )
            self.doubt(part.match.start(), told)
        if part.kind is PartKind.BEATS:
            told = gettext(
                "intervals.icu takes {text} for words (it has shares and zones)", text=repr(part.text)
            )
            self.doubt(part.match.start(), told)
        if part.kind is PartKind.ZONE and part.group("zone_high") not in ("", part.group("zone_low")):
            told = gettext(
                "{before} becomes {after} (a step holds one zone)",
                before=quoted(part.text),
                after=quoted(f"Z{part.group('zone_low')}"),
            )
            self.losses.append(("target", pgettext_noop("what a format lacks", "zones"), told))

    def _say(self, part: LinePart) -> None:
        self.take(part)
        self.said.append(as_words(part.text))

    def rest(self) -> Time | None:
        """Take ``30s rest`` behind the step."""
        for part in self.of(PartKind.TIME):
            word = _REST.match(self.line, part.match.end())
            if word is not None:
                self.take(part)
                self.taken.append(word.span())
                return read_time(part.text)
        return None

    def words(self) -> tuple[str, Intensity | None]:
        """Return the words that are left, and the part that they say the step plays."""
        for part in self.of(*PartKind):
            if part.kind is not PartKind.BEATS:
                told = gettext("{text} is read as words (a step has one duration)", text=repr(part.text))
                self.doubt(part.match.start(), told)
        before = " ".join(self._left(0, self.begins).split())
        after = _trimmed(_FREE.sub(" ", self._left(self.begins, len(self.line))))
        texts = [before, after, *self.said]
        cue = as_words(" ".join(filter(None, texts)))
        role = self.intensity or said_role(cue)
        return ("" if role is not None and says_only(cue, role) else cue), role

    def _left(self, start: int, end: int) -> str:
        letters = list(self.line)
        for begin, stop in self.taken:
            letters[begin:stop] = "\n" * (stop - begin)
        return re.sub("\n+", " ", "".join(letters[start:end]))


def _for_words(text: str, spelt: str) -> str:
    return gettext("intervals.icu takes {text} for words (write {spelt})", text=repr(text), spelt=repr(spelt))


def _trimmed(text: str) -> str:
    """Return *text* without the marks and the small words that led to what was taken from it."""
    words, before = " ".join(text.split()), ""
    while words != before:
        before = words
        words = _CONNECTORS.sub("", words.strip(_EDGES) if not _is_closed(words) else words)
    return words


def _is_closed(words: str) -> bool:
    """Tell whether brackets around *words*, or in them, are pairs."""
    return words.endswith(")") and words.count("(") == words.count(")") and not words.startswith("()")
