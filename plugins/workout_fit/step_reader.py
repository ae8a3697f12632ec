"""Rows of a FIT workout → the items of a workout, and what of them the model cannot hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Any, Final

from attrs import define, evolve, field

from workout_core import (
    DocumentError,
    Feature,
    ImportContext,
    Intensity,
    InvalidWorkout,
    Item,
    Language,
    Problem,
    Repeat,
    Sport,
    Step,
    Target,
    gettext,
    in_language,
    item_path,
    pgettext,
    pgettext_noop,
    quoted,
    say_target,
    say_time,
)
from workout_fit.exercise_reader import ExerciseReader
from workout_fit.message_reader import FitMessage
from workout_fit.profile_table import INTENSITY, WORKOUT_EQUIPMENT
from workout_fit.round_numbers import Speeds
from workout_fit.sports import EQUIPMENT, PARTS, named_parts
from workout_fit.structure import INDEX, Group, Part
from workout_fit.target_reader import ReadTarget, read_target
from workout_fit.value_reader import read_duration, read_until
from workout_fit.values import PER_SECOND, SEND_OFF, TIMES

_PARTS: Final = MappingProxyType(
    {number: intensity for intensity, (number, name) in PARTS.items() if not name}
    | {INTENSITY["interval"]: Intensity.WORK, INTENSITY["other"]: Intensity.WORK}
)
_EQUIPMENT: Final = MappingProxyType({number: each for each, number in EQUIPMENT.items()})
_DEEPEST: Final = 16


@define
class StepReader:
    """Reads the steps of one workout.

    Attributes:
        speeds: how they are measured, and in which sport.
        exercises: finds out what exercises are called.
        context: where losses and warnings are told.
        paths: the place of each step in the workout, by the number of its row.
        problems: what is wrong with steps, with their places.
        alike: the kinds of things that were read as similar ones, and told.
    """

    speeds: Speeds
    exercises: ExerciseReader
    context: ImportContext
    paths: dict[int, str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    alike: set[str] = field(factory=set)

    @property
    def sport(self) -> Sport:
        """What the workout is for."""
        return self.speeds.sport

    def items(self, parts: Sequence[Part]) -> tuple[Item, ...]:
        """Return what *parts* are.

        Raises:
            DocumentError: numbers are out of bounds.
        """
        items = tuple(self._items(parts, "steps", 0))
        if self.problems:
            raise DocumentError(self.problems)
        return items

    def _items(self, parts: Sequence[Part], steps: str, depth: int) -> Iterator[Item]:
        place, at = 0, 0
        while at < len(parts):
            part, path = parts[at], item_path(steps, place)
            rest = _rest_of(part, parts[at + 1] if at + 1 < len(parts) else None)
            at += 1 if rest is None else 2
            try:
                if isinstance(part, Group):
                    yield self._repeat(part, path, depth)
                elif rest is not None:
                    yield self._sent_off(part, rest, 1, path)
                else:
                    yield self._step(part, path)
                place += 1
            except InvalidWorkout as error:
                self.problems.append(Problem(message=str(error), path=path))

    def _repeat(self, group: Group, path: str, depth: int) -> Item:
        if depth == _DEEPEST:
            raise InvalidWorkout(gettext("repeats are nested more than {most} deep", most=_DEEPEST))
        until, words = None, ""
        times: int | None = 1
        if group.row.number("duration_type") == TIMES:
            times = group.row.number("target_value") or 1
            if not group.row.number("target_value"):
                self._lose(path, Feature.REPEAT, gettext("does not say how often, and is read as once"))
        else:
            found = read_until(group.row)
            if isinstance(found, str):
                words = gettext("repeat {until}", until=found.removeprefix("repeat "))
                told = gettext("{what} is told in words, and done once", what=quoted(words))
                self._lose(path, Feature.REPEAT_UNTIL, told)
            else:
                until, times = found, None
        if times and len(group.parts) == 2:  # noqa: PLR2004 - what is swum, and the rest
            step, rest = group.parts[0], _rest_of(*group.parts)
            if isinstance(step, FitMessage) and rest is not None:
                return self._sent_off(step, rest, times, path)
        items = tuple(self._items(group.parts, f"{path}.steps", depth + 1))
        if not items:  # which are all wrong, and told
            return Step()
        first = items[0]
        if words and isinstance(first, Step):
            items = (evolve(first, cue="\n".join(filter(None, (words, first.cue)))), *items[1:])
        return Repeat(items=items, times=times, until=until)

    def _sent_off(self, row: FitMessage, rest: FitMessage, times: int, path: str) -> Item:
        """Return what is begun every so many seconds: a step and the rest until they have passed."""
        step = self._step(row, f"{path}.steps[0]")
        self._place(rest, path)
        if words := rest.text("notes"):
            self._lose(path, Feature.CUE, gettext("{what} of the rest is left out", what=quoted(words)))
        return Repeat(items=(step,), times=times, every=_seconds(rest))

    def _place(self, row: FitMessage, path: str) -> None:
        number = row.number("message_index")
        if number is not None:
            self.paths[number & INDEX] = path

    def _step(self, row: FitMessage, path: str) -> Step:
        self._place(row, path)
        if _is_send_off(row):
            return self._rest(row, path)
        length = read_duration(row)
        first, second = self._targets(row, path)
        if length.lost:
            self._lose(path, pgettext_noop("what a format lacks", "duration"), length.lost)
        self._tell_alike(path, length.is_like)
        words = [each for each in (length.words, first.words, second.words) if each]
        made = {
            **self._texts(row, path),
            "duration": length.duration,
            "target": first.target,
            "second_target": second.target,
            "stroke": first.stroke or second.stroke,
            "equipment": self._equipment(row, path),
        }
        made["cue"] = self._cue(made, words)
        return Step(**made)

    def _cue(self, made: dict[str, Any], words: list[str]) -> str:
        """Return the cue with *words* before it, and without the second target, which ours say there too."""
        cue, second = made["cue"], made["second_target"]
        if cue and second is not None:
            cue = _without_echo(cue, second, self.sport)
        return "\n".join(filter(None, (", ".join(words), cue)))

    def _targets(self, row: FitMessage, path: str) -> tuple[ReadTarget, ReadTarget]:
        """Return both targets of a step, the only one first; two of a quantity are one and words."""
        first, second = (read_target(row, self.speeds, prefix) for prefix in ("", "secondary_"))
        for place, found in (("target", first), ("second_target", second)):
            if found.lost:
                self._lose(f"{path}.{place}", pgettext_noop("what a format lacks", "target"), found.lost)
            if found.doubt:
                self.context.warn(found.doubt, path=f"{path}.{place}")
            self._tell_alike(f"{path}.{place}", found.is_like)
        if first.target is None:
            target = second.target
            return first._replace(target=target), second._replace(target=None)
        if second.target is not None and second.target.quantity is first.target.quantity:
            words = say_target(second.target, self.sport)
            told = gettext("{what} is told in words", what=quoted(words))
            self._lose(f"{path}.second_target", Feature.SECOND_TARGET, told)
            return first, second._replace(target=None, words=words)
        return first, second

    def _texts(self, row: FitMessage, path: str) -> dict[str, Any]:
        """Return the exercise, the name, the cue and the part of a step."""
        number = row.number("intensity")
        if number is not None and number not in _PARTS:
            lost = gettext("number {number} is read as work", number=number)
            self._lose(f"{path}.intensity", Feature.ROLE, lost)
        intensity = _PARTS.get(-1 if number is None else number, Intensity.WORK)
        found = self.exercises.read(row)
        if found is not None:
            exercise, called = found
            if called.lost:
                self._lose(f"{path}.exercise", Feature.EXERCISE, called.lost)
            texts = {"exercise": exercise, "name": called.label, "cue": called.notes, "intensity": intensity}
            return texts | _told_part(number, called.notes)
        name, notes = row.line("wkt_step_name"), row.text("notes")
        if name and (told := _told_part(number, notes)):
            return {"name": name, **told}
        part = named_parts().get((-1 if number is None else number, name))
        if part is not None:
            return {"intensity": part, "cue": notes}
        return {"name": name, "cue": notes, "intensity": intensity}

    def _equipment(self, row: FitMessage, path: str) -> Any:
        number = row.number("equipment")
        if number is None or number == WORKOUT_EQUIPMENT["none"]:
            return None
        if number not in _EQUIPMENT:
            told = gettext("number {number} is left out", number=number)
            self._lose(f"{path}.equipment", Feature.EQUIPMENT, told)
        return _EQUIPMENT.get(number)

    def _rest(self, row: FitMessage, path: str) -> Step:
        """Return the rest until an interval is over of which nobody knows when it began."""
        seconds = _seconds(row)
        words = (
            gettext("leave on {clock}", clock=say_time(seconds))
            if seconds
            else pgettext("start of a repetition", "leave")
        )
        told = gettext("{what} becomes the lap button, as no step that fits is before it", what=quoted(words))
        self._lose(path, Feature.SEND_OFF, told)
        texts = self._texts(row, path)
        cue = "\n".join(filter(None, (words, texts["cue"])))
        return Step(**{**texts, "cue": cue})

    def _tell_alike(self, path: str, kind: str) -> None:
        """Tell once of a *kind* of duration or target which one it is read as."""
        if kind and kind not in self.alike:
            self.alike.add(kind)
            told = gettext("what it is an average of is left out, here and in all steps")
            self._lose(path, kind, told)

    def _lose(self, path: str, kind: Feature | str, what: str) -> None:
        self.context.lose(path, kind, what)


def _without_echo(cue: str, second: Target, sport: Sport) -> str:
    """Return *cue* without the *second* target in its first line, where ours say it in any language."""
    first, _, rest = cue.partition("\n")
    for each in Language:
        with in_language(each):
            echo = say_target(second, sport)
        if first == echo:
            return rest
        if first.endswith(f", {echo}"):
            return f"{first.removesuffix(f', {echo}')}\n{rest}".strip()
    return cue


def _told_part(number: int | None, notes: str) -> dict[str, Any]:
    """Return the part that the first line of *notes* tells beside the intensity *number*, and the rest."""
    first, _, rest = notes.partition("\n")
    part = named_parts().get((-1 if number is None else number, first)) if first else None
    return {} if part is None else {"intensity": part, "cue": rest}


def _is_send_off(part: Part | None) -> bool:
    """Tell whether *part* is the rest until an interval is over."""
    return isinstance(part, FitMessage) and part.number("duration_type") == SEND_OFF


def _seconds(rest: FitMessage) -> float:
    return (rest.number("duration_value") or 0) / PER_SECOND


def _rest_of(part: Part, following: Part | None) -> FitMessage | None:
    """Return the rest until the interval that *part* begins is over, if that is what is *following* it."""
    if not isinstance(following, FitMessage) or not _is_send_off(following):
        return None
    if not isinstance(part, FitMessage) or _is_send_off(part):
        return None
    try:
        step = Step(duration=read_duration(part).duration)
        Repeat(items=(step,), times=1, every=_seconds(following))
    except InvalidWorkout:
        return None
    return following
