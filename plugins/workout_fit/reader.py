"""A FIT workout file → its workout, or the workouts of a multisport one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from workout_core import Feature, ImportContext, Sport, Workout, gettext, pgettext, pgettext_noop, quoted
from workout_fit.exercise_reader import ExerciseReader
from workout_fit.message_reader import FitMessage, problem, read_messages
from workout_fit.profile_table import SPORT, SUB_SPORT
from workout_fit.sports import READ_SPORTS
from workout_fit.step_reader import StepReader
from workout_fit.structure import INDEX, grouped, in_order, places
from workout_fit.target_reader import speeds_of
from workout_fit.value_reader import is_repeat
from workout_fit.values import PER_METRE
from workout_fit.workout_message import YARD

_GENERIC: Final = SUB_SPORT["generic"]
_NO_MESSAGE: Final = FitMessage("workout", {})


def read_one(data: bytes, context: ImportContext) -> Workout:
    """Return the workout of a file.

    Raises:
        DocumentError: it holds several, for several sports; or as :func:`read_fit`.
    """
    workouts = read_fit(data, context)
    if len(workouts) > 1:
        names = ", ".join(repr(each.name) for each in workouts)
        raise problem(
            gettext(
                "holds {count} workouts: {names} (one is wanted here: a file for each)",
                count=len(workouts),
                names=names,
            )
        )
    return workouts[0]


def read_fit(data: bytes, context: ImportContext) -> tuple[Workout, ...]:
    """Return the workout of a file, or one for each sport of a multisport workout.

    Raises:
        DocumentError: it is no workout file, it is damaged, or a number in it is out of bounds.
    """
    return workouts_of(read_messages(data, context), context, {})


def workouts_of(
    messages: Sequence[FitMessage], context: ImportContext, paths: dict[int, str]
) -> tuple[Workout, ...]:
    """Return the workouts that *messages* say, and put the place of each step into *paths*, by its number.

    Raises:
        DocumentError: there is no step, or a number is out of bounds.
    """
    rows = in_order([each for each in messages if each.name == "workout_step"], context)
    if not rows:
        raise problem(
            gettext("has no workout step") if messages else gettext("is no workout: the file has no messages")
        )
    heads = [each for each in messages if each.name == "workout"]
    if not heads:
        context.warn(gettext("has no message about the workout: its name and its sport are not known"))
    head = heads[0] if heads else _NO_MESSAGE
    _check_count(head, rows, context)
    titles = [each for each in messages if each.name == "exercise_title"]
    exercises = ExerciseReader(titles, context)
    sessions = [each for each in messages if each.name == "workout_session"]
    parts = list(_sessions(sessions, rows, context)) or [(head, rows, "")]
    return tuple(
        _workout(
            head,
            part,
            name,
            of,
            StepReader(speeds_of(of, _sport(part, of, context)), exercises, context, paths),
        )
        for part, of, name in parts
    )


def _check_count(head: FitMessage, rows: Sequence[FitMessage], context: ImportContext) -> None:
    told, steps = head.number("num_valid_steps"), sum(not is_repeat(row) for row in rows)
    # the oldest samples of the profile's own makers do not count repeats
    if told is not None and told not in (len(rows), steps):
        context.warn(
            gettext(
                "says that it has {told} steps, and has {count}, which are all read",
                told=told,
                count=len(rows),
            )
        )


def _sessions(
    sessions: Sequence[FitMessage], rows: Sequence[FitMessage], context: ImportContext
) -> Iterator[tuple[FitMessage, list[FitMessage], str]]:
    """Yield each session of a multisport workout, its rows, and what it adds to the name."""
    place_of, used = places(rows), 0
    for number, session in enumerate(sorted(sessions, key=_index), 1):
        first = place_of.get((session.number("first_step_index") or 0) & INDEX)
        count = session.number("num_valid_steps") or 0
        if first is None or not rows[first : first + count]:
            kind = gettext("session {number}", number=number)
            context.lose("", kind, gettext("has no steps, and is left out"))
            continue
        of = list(rows[first : first + count])
        used += len(of)
        yield session, of, f"{number}" if len(sessions) > 1 else ""
    if sessions and used < len(rows):
        told = gettext("{count} are in no session, and are left out", count=len(rows) - used)
        context.lose("", pgettext_noop("what a format lacks", "steps"), told)


def _index(session: FitMessage) -> int:
    return (session.number("message_index") or 0) & INDEX


def _workout(
    head: FitMessage, part: FitMessage, number: str, rows: list[FitMessage], steps: StepReader
) -> Workout:
    parts = grouped(rows, places(rows), steps.context)
    items = steps.items(parts)
    if not items:
        raise problem(gettext("has no workout step that is not a repeat"))
    name = head.line("wkt_name") or _file_name(steps.context)
    return Workout(
        name=f"{name} ({number}: {steps.sport.title.lower()})" if number else name,
        items=items,
        sport=steps.sport,
        description=head.text("wkt_description"),
        pool_length=_pool(part, steps),
    )


def _file_name(context: ImportContext) -> str:
    # a file without a name is called by that of the file; in one language, as its identity hangs on it
    return " ".join((context.file.rpartition(".")[0] or context.file).split()) or "Workout"


def _sport(part: FitMessage, rows: Sequence[FitMessage], context: ImportContext) -> Sport:
    sport, sub_sport = part.number("sport"), part.number("sub_sport") or _GENERIC
    if sport is None:
        if part is not _NO_MESSAGE:
            context.warn(gettext("does not say its sport, and is read as running"))
        return Sport.RUNNING
    if (sport, sub_sport) == (SPORT["training"], _GENERIC) and any(
        row.number("exercise_category") is not None for row in rows
    ):
        return Sport.STRENGTH
    if found := READ_SPORTS.get((sport, sub_sport)):
        return found
    found = READ_SPORTS.get((sport, _GENERIC), Sport.OTHER)
    said = _called("sport", sport) if sub_sport == _GENERIC else _called("sub_sport", sub_sport)
    told = gettext(
        "{what} is read as {sport}", what=quoted(said), sport=pgettext("sport", found.title.lower())
    )
    context.lose("sport", pgettext_noop("what a format lacks", "sport"), told)
    return found


def _called(kind: str, number: int) -> str:
    """Return what the profile calls a sport or a sub-sport that the model does not have."""
    from fitdecode.profile import FIELD_TYPES

    names: Any = FIELD_TYPES[kind].enum
    return str(names.get(number, f"{kind} {number}")).replace("_", " ")


def _pool(part: FitMessage, steps: StepReader) -> float | None:
    """Return the length of the pool in metres, whole yards where it is written in those."""
    raw = part.number("pool_length")
    if not raw:
        return None
    if steps.sport is not Sport.POOL_SWIMMING:
        told = gettext("left out: only pool swimming has one")
        steps.context.lose("pool_length", Feature.POOL_LENGTH, told)
        return None
    yards = round(raw / PER_METRE / YARD) * YARD
    return (
        yards if part.number("pool_length_unit") and int(yards * PER_METRE + 0.5) == raw else raw / PER_METRE
    )
