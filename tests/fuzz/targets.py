"""What is attacked: any bytes give a model that writes and reads back, or a reason at a place inside them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache, partial
from itertools import pairwise
from math import isfinite
from pathlib import Path

from attrs import frozen

from fuzz.inputs import (
    EXAMPLES,
    good_courses,
    good_json,
    good_notation,
    good_yaml,
    models,
    odd_courses,
    odd_json,
    odd_notation,
    odd_yaml,
)
from workout_core import (
    Athlete,
    DocumentError,
    Importer,
    InvalidWorkout,
    Plan,
    Problem,
    Race,
    Registry,
    Workout,
    WorkoutError,
    WorkoutWarning,
    export,
    format_steps,
    import_data,
    parse_steps,
    read_bytes,
    read_message,
    write_json,
    write_yaml,
)
from workout_core.documents.gpx import course_of
from workout_core.documents.tree import YAML_BREAK

CORPUS = Path(__file__).with_name("corpus")
EMAILS = Path(__file__).parents[1] / "plugins" / "text" / "emails"
FIXTURES = Path(__file__).parents[1] / "fixtures"
NAME = "attacked"
DAY = date(2026, 8, 4)
ADA = Athlete(name="Ada", race=Race(10_000, 2850), threshold_heart_rate=168, max_heart_rate=186, ftp=240)


@frozen
class Target:
    """Something that reads what people are sent.

    Attributes:
        judge: reads any bytes, and raises if what comes of them is neither a model nor a reason.
        good: what it reads without a complaint.
        odd: what it may refuse, with a reason.
    """

    judge: Callable[[bytes], None]
    good: Callable[[], Iterable[bytes]]
    odd: Callable[[], Iterable[bytes]]

    def quietly(self, data: bytes) -> None:
        """Judge *data*; what is doubtful and not wrong is no matter."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", WorkoutWarning)
            self.judge(data)


def corpus(name: str) -> list[Path]:
    """Return the files kept for the target of this *name*: every one that ever failed."""
    return sorted(path for path in (CORPUS / name).glob("*") if path.is_file())


def seeds(name: str) -> list[bytes]:
    """Return what inputs for the target of this *name* are mutated from: good ones, odd ones, those kept."""
    return [*TARGETS[name].good(), *TARGETS[name].odd(), *(path.read_bytes() for path in corpus(name))]


def _document(data: bytes, *, is_json: bool) -> None:
    try:
        document = read_bytes(data, NAME, is_json=is_json, folder=EXAMPLES)
    except DocumentError as error:
        _judge_problems(
            error, data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").replace("\r\n", "\n")
        )
        return
    for text, as_json in ((write_json(document), True), (write_yaml(document), False)):
        assert read_bytes(text.encode(), is_json=as_json, folder=EXAMPLES) == document


def _judge_problems(error: DocumentError, text: str) -> None:
    assert error.problems
    assert len(str(error)) < 200_000
    for problem in error.problems:
        assert problem.message
        assert problem.file != NAME or _lies_inside(problem, text)


def _lies_inside(problem: Problem, text: str) -> bool:
    """Tell whether *problem* is of the whole, or has a place in *text*, in lines of YAML or of JSON."""
    return problem.line == 0 or any(
        problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        for lines in (YAML_BREAK.split(text), text.split("\n"))
    )


def _notation(data: bytes) -> None:
    text = data.decode(errors="surrogateescape")
    try:
        items = parse_steps(text, NAME)
    except DocumentError as error:
        _judge_problems(error, text)
        return
    for sport in ("running", "strength"):
        try:
            written = format_steps(items, Workout(name=NAME, items=items, sport=sport).sport)
        except InvalidWorkout:
            continue  # there are no words for it in this sport
        assert parse_steps(written) == items


def _message(data: bytes) -> None:
    text = data.decode(errors="surrogateescape")
    lines = text.split("\n")
    try:
        message = read_message(text)
    except DocumentError as error:
        _judge_problems(error, text)
        return
    for each in (*message.problems, *message.warnings):
        assert each.message
        assert _lies_inside(each, text) if each.column else each.line <= len(lines)
    names = [each.name.casefold() for each in message.workouts]
    assert len(set(names)) == len(names)
    assert names or message.problems
    for workout in message.workouts:
        assert read_bytes(write_json(workout).encode(), is_json=True) == workout


def _emails() -> Iterator[bytes]:
    """Yield what coaches write, and some of it after the rest."""
    files = sorted(EMAILS.glob("*.txt"))
    yield from (path.read_bytes() for path in files)
    yield b"\n".join(path.read_bytes() for path in files[:4])


def _exported(data: bytes) -> None:
    try:
        workout = Workout(name=NAME, items=parse_steps(data.decode(errors="replace")))
    except WorkoutError:
        return
    for exporter in registry().exporters():
        if exporter.subject is not Plan and exporter.name != "png":  # slow, and drawn as svg is
            _judge_export(workout, exporter.name)


def _judge_export(workout: Workout, name: str) -> None:
    try:
        files = export(workout, name, registry=registry(), athlete=ADA)
    except WorkoutError as error:
        assert not error.__cause__ or isinstance(error.__cause__, WorkoutError), error  # noqa: PT017
        return
    assert all(file.data for file in files)


def _course(data: bytes) -> None:
    try:
        course = course_of(data, NAME)
    except InvalidWorkout as error:
        assert str(error).startswith(NAME)  # noqa: PT017
        return
    assert all(before <= after for before, after in pairwise(course.along))
    assert all(map(isfinite, (*course.along, *course.heights)))


def _imported(data: bytes, importer: Importer) -> None:
    try:
        subject = import_data(data, importer.name, registry=registry()).subject
    except WorkoutError as error:
        assert str(error)  # noqa: PT017
        return
    assert read_bytes(write_json(subject).encode(), is_json=True) == subject


def _files(importer: Importer) -> Iterator[bytes]:
    """Yield files of a format: those of others, and what its exporter makes of the examples."""
    for suffix in importer.suffixes:
        yield from (path.read_bytes() for path in sorted((FIXTURES / importer.name).rglob(f"*{suffix}")))
    offers = registry().offers("workout_exporters")
    if importer.name not in offers:
        return
    has_steps = "steps" in offers[importer.name].record.option_names()
    write = partial(
        export,
        format=importer.name,
        registry=registry(),
        options={"steps": "notation"} if has_steps else {},
        day=DAY,
    )
    for model in models():
        if isinstance(model, (Workout, Plan)):
            with suppress(WorkoutError):  # the format has no such sport
                yield from (file.data for file in write(model))


@cache
def registry() -> Registry:
    """Return what is installed."""
    return Registry.discover()


TARGETS: dict[str, Target] = {
    "yaml": Target(partial(_document, is_json=False), good_yaml, odd_yaml),
    "json": Target(partial(_document, is_json=True), good_json, odd_json),
    "notation": Target(_notation, good_notation, odd_notation),
    "message": Target(_message, _emails, odd_notation),
    "exports": Target(_exported, good_notation, odd_notation),
    "gpx": Target(_course, good_courses, odd_courses),
    **{
        f"importer-{importer.name}": Target(
            partial(_imported, importer=importer), partial(_files, importer), odd_json
        )
        for importer in registry().importers()
    },
}
"""By name. An importer is one for each format that can be read."""
