"""From a workout or a plan to files: lift, resolve, simplify, write."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from attrs import evolve, field, frozen

from workout_core.analysis.resolve import resolve
from workout_core.errors import ExportError, InvalidWorkout, MissingThreshold
from workout_core.exercises.book import ExerciseBook
from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.exporter import Export, ExportContext, Exporter
from workout_core.formats.losses import Loss, LossyExport
from workout_core.formats.options import fill_options
from workout_core.formats.simplify import simplify
from workout_core.formats.simplify.text import cut
from workout_core.model.athlete import Athlete
from workout_core.model.identity import plan_identity, session_identity, workout_identity
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming

_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST_NAME: Final = 120
"""Bytes of UTF-8; file systems take 255, and a date and a suffix are added."""
_EMOJI_SELECTORS: Final = "\ufe0e\ufe0f"


def clock(environ: Mapping[str, str] | None = None) -> datetime:
    """Return the present, or the moment that ``SOURCE_DATE_EPOCH`` names, in UTC.

    Raises:
        InvalidWorkout: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    text = (os.environ if environ is None else environ).get("SOURCE_DATE_EPOCH", "")
    if not text:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise InvalidWorkout(f"SOURCE_DATE_EPOCH is not a number of seconds: {text!r}") from None


def today(now: datetime, environ: Mapping[str, str] | None = None) -> date:
    """Return the date of *now*: where the user is, or in UTC when ``SOURCE_DATE_EPOCH`` fixes the clock."""
    fixed = (os.environ if environ is None else environ).get("SOURCE_DATE_EPOCH", "")
    return now.date() if fixed else now.astimezone().date()


def slug(name: str) -> str:
    """Return *name* as a file name every system takes: ``6 × 800 m`` becomes ``6-x-800-m``."""
    text = unicodedata.normalize("NFKC", name.replace("\N{MULTIPLICATION SIGN}", "x")).casefold()
    words = re.sub("-+", "-", "".join(_letters_or_hyphens(text))).strip("-")
    short = cut(words, _LONGEST_NAME).strip("-")
    return f"{short}-" if _RESERVED.fullmatch(short) else short or "workout"


def _letters_or_hyphens(text: str) -> Iterator[str]:
    """Yield letters, digits and the vowel signs and accents on them; a hyphen for anything else."""
    on_letter = False
    for character in text:
        on_letter = character.isalnum() or (on_letter and _is_mark(character))
        yield character if on_letter else "-"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc") and character not in _EMOJI_SELECTORS


@frozen(kw_only=True)
class Request:
    """What is asked of one format.

    Attributes:
        exporter: the format.
        athlete: whose numbers to put in, if known.
        options: an instance of the exporter's option class, or None.
        stem: the file name without its suffix.
        day: the date a single workout is meant for.
        now: the clock.
        plugin: who offers the format, for messages.
        exercises: finds exercises by name.
        step: called after each session of a plan.
    """

    exporter: Exporter[Any]
    athlete: Athlete | None
    options: object
    stem: str
    day: date
    now: datetime
    plugin: str
    exercises: ExerciseBook
    step: Callable[[], object]
    supports: Capabilities = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "supports", self.exporter.capabilities(self.options))


def export(  # noqa: PLR0913 - one keyword for each thing a user may say
    subject: Workout | Plan,
    format: str,  # noqa: A002 - the word users say
    *,
    registry: Registry,
    athlete: Athlete | None = None,
    options: Mapping[str, str] | None = None,
    name: str = "",
    day: date | None = None,
    now: datetime | None = None,
    strict: bool = False,
    step: Callable[[], object] = lambda: None,
) -> tuple[Export, ...]:
    """Write *subject* in a format: a file for a workout; for a plan one, or one for each of its workouts.

    Args:
        subject: a workout or a plan.
        format: the name of an exporter.
        registry: where formats are looked up.
        athlete: whose numbers relative targets become, a plan's own if left out.
        options: the exporter's own options, as text.
        name: of the files, without suffix; made from the subject's name when left out.
        day: the date of a single workout; today when left out.
        now: the clock; the present, or ``SOURCE_DATE_EPOCH``, when left out.
        strict: refuse to lose anything.
        step: called after each session of a plan, for a bar.

    Raises:
        UnknownFormat: no exporter has this name.
        PluginError: the exporter's plugin is broken or contested.
        MissingThreshold: the athlete lacks a number.
        ExportError: the format cannot take it, or its exporter failed; LossyExport: *strict*, and it loses.
    """
    _refuse_others(subject)
    exporter = registry.exporter(format)
    plugin = registry.plugin_of("workout_exporters", format)
    now = now or clock()
    with blaming(plugin, format):
        request = Request(
            exporter=exporter,
            athlete=athlete or _own_athlete(subject),
            options=fill_options(format, exporter.options, options or {}),
            stem=name or slug(subject.name),
            day=day or today(now),
            now=now,
            plugin=plugin,
            exercises=registry.exercises(),
            step=step,
        )
    return _without_losses(tuple(_exports(subject, request)), exporter, strict=strict)


def _own_athlete(subject: Workout | Plan) -> Athlete | None:
    return subject.athlete if isinstance(subject, Plan) else None


def _refuse_others(subject: object) -> None:
    if not isinstance(subject, (Workout, Plan)):
        raise InvalidWorkout(f"a workout or a plan can be exported, not {type(subject).__name__}")


def _exports(subject: Workout | Plan, request: Request) -> Iterator[Export]:
    if isinstance(subject, Workout):
        if request.exporter.takes(Workout):
            yield _workout_export(subject, request, workout_identity(subject), request.stem)
        else:
            yield _plan_export(_lifted(subject, request.day), request)
    elif request.exporter.takes(Plan):
        yield _plan_export(subject, request)
    else:
        yield from _session_exports(subject, request)


def _lifted(workout: Workout, day: date) -> Plan:
    """Return a plan of one session, whose identity is that of the workout."""
    session = Session(slot="workout", day=day, activity=workout)
    return Plan(name=workout.name, sessions=(session,), id=workout.id)


def _session_exports(plan: Plan, request: Request) -> Iterator[Export]:
    used: set[str] = set()
    for session in plan.sessions:
        if isinstance(session.activity, Workout) and not session.skipped:
            stem = _unused(f"{session.day.isoformat()}-{slug(session.name)}", used)
            identity = session_identity(plan, session)
            yield _workout_export(
                session.activity, evolve(request, day=session.day), identity, f"{request.stem}/{stem}"
            )
        request.step()


def _unused(stem: str, used: set[str]) -> str:
    number, candidate = 1, stem
    while candidate in used:
        number += 1
        candidate = f"{stem}-{number}"
    used.add(candidate)
    return candidate


def _workout_export(workout: Workout, request: Request, identity: UUID, stem: str) -> Export:
    simple, losses = _fitted(workout, request)
    return _written(simple, request, identity, stem, losses)


def _plan_export(plan: Plan, request: Request) -> Export:
    sessions, losses = [], []
    for index, session in enumerate(plan.sessions):
        if isinstance(session.activity, Workout):
            simple, lost = _fitted(session.activity, request)
            losses += [evolve(loss, path=f"sessions[{index}].{loss.path}") for loss in lost]
            sessions.append(evolve(session, activity=simple))
        else:
            sessions.append(session)
        request.step()
    fitted = evolve(plan, sessions=tuple(sessions))
    return _written(fitted, request, plan_identity(plan), request.stem, tuple(losses))


def _fitted(workout: Workout, request: Request) -> tuple[Workout, tuple[Loss, ...]]:
    try:
        if request.athlete is not None:
            resolved = resolve(workout, request.athlete)
            workout = workout if Feature.RELATIVE in request.supports else resolved
        return simplify(workout, request.supports)
    except MissingThreshold as error:
        raise MissingThreshold(f"{workout.name}: {error}", error.threshold) from None
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{workout.name}: {error}") from None
    except ExportError as error:
        raise ExportError(f"{workout.name}: {request.exporter.name}: {error}") from None


def _written(
    subject: Workout | Plan, request: Request, identity: UUID, stem: str, losses: tuple[Loss, ...]
) -> Export:
    context = ExportContext(
        now=request.now,
        day=request.day,
        identity=identity,
        athlete=request.athlete,
        options=request.options,
        exercises=request.exercises,
    )
    data = _call_writer(subject, request, context)
    return Export(f"{stem}{request.exporter.suffix}", data, (*losses, *context.losses))


def _call_writer(subject: Workout | Plan, request: Request, context: ExportContext) -> bytes:
    with blaming(request.plugin, request.exporter.name):
        data = request.exporter.write(subject, context)
    if not isinstance(data, bytes):
        raise ExportError(f"{request.exporter.name}: {request.plugin} wrote {type(data).__name__}, not bytes")
    return data


def _without_losses(
    exports: tuple[Export, ...], exporter: Exporter[Any], *, strict: bool
) -> tuple[Export, ...]:
    losses = [loss for file in exports for loss in file.losses] if strict else []
    if losses:
        count = f"{len(losses)} thing{'s' * (len(losses) > 1)}"
        raise LossyExport(f"{exporter.name}: {count} would be lost", losses)
    return exports
