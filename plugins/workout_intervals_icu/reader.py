"""Text of the workout builder → a workout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from attrs import evolve

from workout_core import (
    DocumentError,
    ImportContext,
    Intensity,
    InvalidWorkout,
    Item,
    Problem,
    Repeat,
    Sport,
    Step,
    Workout,
    gettext,
    item_path,
    pgettext,
)
from workout_intervals_icu.headings import Heading, is_heading, is_repeat, read_heading
from workout_intervals_icu.line_reader import is_step, read_line
from workout_intervals_icu.notes import as_note
from workout_intervals_icu.options import ReadOptions
from workout_intervals_icu.settings import SETTING, read_pool_length, read_sport
from workout_intervals_icu.sports import guessed_sport, told_sport
from workout_intervals_icu.step_line import StepLine
from workout_intervals_icu.targets import pace_metres
from workout_intervals_icu.words import REPEAT

BULLET: Final = re.compile(r"\s*[-–—−•]\s*(?![-–—−])")
_RULE: Final = re.compile(r"[-–—−•_*=~#.:]{2}[-–—−•_*=~#.:\s]*|[-–—−•_*=#.:\s]*")
_BETWEEN: Final = (Intensity.REST, Intensity.RECOVERY)
_LONGEST_LINE: Final = 5_000
_MOST_STEPS: Final = 15_000
_MOST_NAME_BYTES: Final = 100


def read_text(data: bytes, context: ImportContext[ReadOptions]) -> Workout:
    """Return the workout of a text.

    The first line that is not of a step is its name; without one, the name of the file is. Lines that are
    neither steps nor headings become its description.

    Raises:
        DocumentError: it is not text, has no step, or a number in it is out of bounds.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data[: error.start].count(b"\n") + 1
        message = gettext("is not UTF-8 text (save it as UTF-8)")
        raise DocumentError([Problem(message=message, line=place, column=1)]) from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            message = gettext("has more than {most} characters (each step has a line)", most=_LONGEST_LINE)
            raise DocumentError([Problem(message=message, line=number, column=_LONGEST_LINE + 1)])
    return _TextReader(lines, context).workout()


class _TextReader:
    """Takes line after line: steps into sections, and what stands above them into headings or notes."""

    def __init__(self, lines: list[str], context: ImportContext[ReadOptions]) -> None:
        self.lines = lines
        self.context = context
        self.problems: list[Problem] = []
        self.items: list[Item] = []
        self.section: list[Step] = []
        self.heading = Heading()
        self.heading_line = 0
        self.indent = -1
        self.above: list[list[tuple[int, str]]] = [[]]
        self.notes: list[list[str]] = []
        self.name = ""
        self.pool_length: float | None = None
        self.count = 0
        self.sport = self._sport()
        self.metres = pace_metres(self.sport)

    def workout(self) -> Workout:
        for number, line in enumerate(self.lines, start=1):
            self._take(number, line)
        self._close()
        self._note_above()
        if not self.items and not self.problems:
            message = gettext("has no step (like '- 10m Z2 HR', with a dash at the beginning of the line)")
            self.problems.append(Problem(message=message, line=1, column=1, text=self.lines[0]))
        if self.problems:
            raise DocumentError(self.problems)
        return Workout(
            name=self.name or self._file_name(),
            items=self.items,
            sport=self.sport,
            description="\n\n".join("\n".join(lines) for lines in self.notes if lines),
            pool_length=self.pool_length,
        )

    def _sport(self) -> Sport:
        """Return the sport that is given or told, or else the one that the steps look like."""
        if self.context.options is not None and self.context.options.sport is not None:
            return self.context.options.sport
        for line in self.lines:
            setting = SETTING.fullmatch(line.strip())
            if setting and setting["name"].casefold() == "sport" and (sport := read_sport(setting["value"])):
                return sport
        text = "\n".join(self.lines)
        sport = guessed_sport(text)
        if told_sport(text) is None:
            self.context.warn(
                gettext(
                    "does not say its sport, and is read as {sport} (say it: --from 'intervals-icu sport=…')",
                    sport=pgettext("sport", sport.title.lower()),
                )
            )
        return sport

    def _file_name(self) -> str:
        # in one language, as the identity of a workout hangs on its name
        return PurePath(self.context.file).name.partition(".")[0].replace("_", " ").strip() or "Workout"

    def _take(self, number: int, line: str) -> None:
        if _RULE.fullmatch(line):
            self._close()
            if self.above[-1]:
                self.above.append([])
            return
        bullet = BULLET.match(line)
        setting = SETTING.fullmatch(line.strip())
        if bullet is not None:
            self._take_step(number, line, bullet.end())
        elif setting is not None and self._has_set(setting):
            self._close()
        else:
            self._close()
            self.above[-1].append((number, line.strip()))

    def _has_set(self, setting: re.Match[str]) -> bool:
        if setting["name"].casefold() == "sport":
            return read_sport(setting["value"]) is not None
        length = read_pool_length(setting["value"])
        self.pool_length = self.pool_length if length is None else length
        return length is not None

    def _take_step(self, number: int, line: str, start: int) -> None:
        indent = len(line) - len(line.lstrip())
        if self.section and indent <= self.indent:
            self._close()
        repeat = REPEAT.fullmatch(line[start:].strip(" :"))
        if repeat is not None:  # a list in a list, as some write repeats
            self._close()
            self.above[-1].append((number, repeat[0]))
            self.indent = indent
            return
        try:
            asked = read_line(line[start:], self.metres)
        except InvalidWorkout as error:
            self._refuse(number, line, start, error)
            return
        if asked is None:
            text = f"{line[start:].strip()!r:.80}"
            self._warn(number, start, gettext("{text} has no duration, and is read as a note", text=text))
            self._close()
            self.above[-1].append((number, line[start:].lstrip("-–—−• ").strip()))
            self._note_above()
            return
        for doubt in asked.doubts:
            self._warn(number, start + doubt.column, doubt.message)
        if not self.section:
            self._open(number, is_deeper=indent > self.indent)
        self._add(number, line, start, asked)

    def _warn(self, number: int, column: int, message: str) -> None:
        self.context.warn(message, line=number, column=column + 1)

    def _refuse(self, number: int, line: str, start: int, error: InvalidWorkout) -> None:
        self.problems.append(Problem(message=str(error), line=number, column=start + 1, text=line))

    def _open(self, number: int, *, is_deeper: bool) -> None:
        """Begin a section; the line above is its heading if it touches it, or can only be one."""
        if not is_deeper:
            self.indent = -1
        self.heading, self.heading_line = Heading(), number
        lines = self.above[-1] or (self.above[-2] if len(self.above) > 1 else [])
        if lines and (self.above[-1] or is_heading(lines[-1][1])):
            self.heading_line, text = lines.pop()
            if lines and (is_repeat(text) or is_repeat(lines[-1][1])):  # its title has a line of its own
                text = f"{lines.pop()[1]} {text}"
            self.heading = read_heading(text)
        self._note_above()

    def _note_above(self) -> None:
        """Make notes of what stands above steps and is no heading; the first line of all is the name."""
        for lines in self.above:
            for number, text in lines:
                if is_repeat(text):
                    told = gettext(
                        "{text} has no steps below it (they follow, each with a dash)", text=repr(text)
                    )
                    self._warn(number, 0, told)
                elif is_step(text):
                    said = f"{text!r:.80}"
                    self._warn(
                        number, 0, gettext("{text} is read as a note (a step begins with a dash)", text=said)
                    )
            texts = [as_note(text) for _, text in lines]
            is_first = not (self.items or self.section or self.notes or self.name)
            if texts and is_first and len(texts[0].encode()) <= _MOST_NAME_BYTES:
                self.name = texts.pop(0).strip("#*_ ") or "Workout"
            if texts:
                self.notes.append(texts)
        self.above = [[]]

    def _add(self, number: int, line: str, start: int, asked: StepLine) -> None:
        at = len(self.section)
        path = item_path("steps", len(self.items) + (at if self.heading.times is None else 0))
        path = path if self.heading.times is None else item_path(f"{path}.steps", at)
        for field, kind, what in asked.losses:
            self.context.lose(f"{path}.{field}" if field else path, kind, what)
        try:
            for step in self._steps(asked):
                self.count += 1
                self.section.append(step)
        except InvalidWorkout as error:
            self._refuse(number, line, start, error)
        if self.count > _MOST_STEPS:
            message = gettext("has more than {most} steps", most=_MOST_STEPS)
            raise DocumentError([Problem(message=message, line=number, column=1)])

    def _steps(self, asked: StepLine) -> Iterator[Step]:
        intensity = asked.intensity or self.heading.intensity or Intensity.WORK
        step = Step(
            duration=asked.duration,
            target=asked.target,
            second_target=asked.second,
            intensity=intensity,
            cue=asked.cue,
        )
        yield step if step.cue or intensity in _BETWEEN else evolve(step, cue=self.heading.words)
        if asked.rest is not None:
            yield Step(duration=asked.rest, intensity=Intensity.REST)

    def _close(self) -> None:
        """End the section: its steps are done as often as its heading says."""
        if not self.section:
            return
        if self.heading.words and self.heading.words not in [step.cue for step in self.section]:
            self.notes.append([as_note(self.heading.words)])
        if self.heading.times is not None:
            self._close_repeat()
        else:
            self.items.extend(self.section)
        self.section, self.heading = [], Heading()

    def _close_repeat(self) -> None:
        try:
            self.items.append(Repeat(times=self.heading.times, items=self.section))
        except InvalidWorkout as error:
            self._refuse(self.heading_line, self.lines[self.heading_line - 1], 0, error)
