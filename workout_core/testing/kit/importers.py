"""What a format that is read is asked."""

from __future__ import annotations

import random
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, ClassVar, Final
from unittest import SkipTest

from attrs import evolve, fields, has

from workout_core.analysis.readings import Readings
from workout_core.documents.reader import read_text
from workout_core.documents.writer import write_json
from workout_core.errors import WorkoutError
from workout_core.exercises.book import BOOK
from workout_core.formats.context import ImportContext
from workout_core.formats.exporter import Exporter
from workout_core.formats.losses import Loss
from workout_core.formats.options import fill_options
from workout_core.formats.simplify import simplify
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.testing.kit import subjects
from workout_core.testing.kit.base import PluginKit, refuse_crash, silence
from workout_core.testing.kit.writing import written

NO_SAMPLES: Final[Mapping[str, bytes]] = MappingProxyType({})
HEAD: Final = 4096
"""So many bytes an importer gets to recognise."""
CUTS: Final = 300
"""Places at which files are cut, and bytes that are changed, in all samples together."""


class ImporterKit(PluginKit):
    """The tests of a format that is read.

    Attributes:
        samples: files of the format by their names, ``{"easy.min": b"30 easy"}``; what the plugin's own
            exporter writes, if left out.
    """

    hook: ClassVar[str] = "workout_importers"
    samples: ClassVar[Mapping[str, bytes]] = NO_SAMPLES

    def comparable(self, workout: Workout) -> object:
        """Return what must come back of a workout that is written and read; all of it, but for its id.

        Override it to leave out, or to round, what the format does not hold and no feature names.
        """
        return evolve(workout, id="")

    def exporter(self) -> Exporter[Any] | None:
        """Return the exporter of the same name, if the plugin offers one."""
        name = self.record().name
        offered = self.loaded().records.get("workout_exporters", ())
        return next((each for each in offered if each.name == name), None)

    @classmethod
    @lru_cache(4)  # most tests ask for them
    def _round_trips(cls) -> tuple[tuple[Workout, bytes, tuple[Loss, ...]], ...]:
        """Return each workout that the exporter takes, its file, and what is lost."""
        exporter = cls().exporter()
        if exporter is None:
            return ()
        made: list[tuple[Workout, bytes, tuple[Loss, ...]]] = []
        for workout in subjects.WORKOUTS:
            here = subjects.in_a_sport_of(exporter, workout)
            with suppress(WorkoutError):
                files, losses = written(here, exporter, {})
                made.append((here, files[0], losses))
        return tuple(made)

    def files(self) -> dict[str, bytes]:
        """Return the samples.

        Raises:
            AssertionError: there are none.
        """
        if self.samples:
            return dict(self.samples)
        exporter = self.exporter()
        if exporter is None:
            raise AssertionError("there is nothing to read (set 'samples' to files of the format by name)")
        return {f"{number}{exporter.suffix}": data for number, (_, data, _) in enumerate(self._round_trips())}

    def read(self, data: bytes, file: str = "") -> tuple[Any, ImportContext[Any]]:
        """Return what the importer makes of *data*, and what it told.

        Raises:
            AssertionError: it raises something else than a WorkoutError, or gives something else.
            WorkoutError: it refuses the data.
        """
        context = ImportContext(options=self.filled(), file=file, exercises=BOOK)
        what = file or repr(data[:40])
        subject: object = refuse_crash(f"{what}: read", lambda: self.record().read(data, context))
        if not isinstance(subject, (Workout, Plan)):
            raise AssertionError(f"{what}: read gives {type(subject).__name__}, not a workout or a plan")
        return subject, context

    def task(self) -> dict[str, Any]:
        """Return what a fresh interpreter is told, and the samples with it."""
        return super().task() | {
            "samples": {name: b64encode(data).decode() for name, data in self.files().items()}
        }

    def test_every_sample_is_read(self) -> None:
        """Each file becomes a workout or a plan, which is a document, too."""
        for name, data in self.files().items():
            try:
                subject, _ = self.read(data, name)
            except WorkoutError as error:
                raise AssertionError(f"{name}: is refused: {error}") from error
            if read_text(write_json(subject), is_json=True) != subject:
                raise AssertionError(f"{name}: what is read is another thing as a document")

    def test_the_same_file_gives_the_same_workout(self) -> None:
        """Reading twice gives the same workout, losses and warnings."""
        for name, data in self.files().items():
            one, other = self.read(data, name), self.read(data, name)
            if (one[0], one[1].losses, one[1].warnings) != (other[0], other[1].losses, other[1].warnings):
                raise AssertionError(f"{name}: the second time something else is read")

    def test_it_prints_nothing_when_it_reads(self) -> None:
        """The reader prints nothing: stdout may be the document."""
        for name, data in self.files().items():
            with silence("read"):
                self.read(data, name)

    def test_damaged_files_are_refused_in_a_sentence(self) -> None:
        """Bytes that are cut, changed or of another format give a workout, or a WorkoutError."""
        files = self.files().values()
        for data in (each for file in files for each in damaged(file, 1 + CUTS // len(files))):
            try:
                self.read(data)
            except WorkoutError as error:
                if not str(error).strip():
                    raise AssertionError(f"{data[:40]!r} is refused without a word") from error

    def test_it_recognises_its_own_files_and_nothing_empty(self) -> None:
        """What is recognised by its first bytes is a file of the format; no bytes are too strange to ask."""
        recognises = self.record().recognises
        if recognises is None:
            return
        for name, data in self.files().items():
            if not recognises(data[:HEAD]):
                raise AssertionError(f"{name}: is not recognised by its first bytes")
            for each in damaged(data, 1):
                refuse_crash(f"{each[:40]!r}: recognises", partial(recognises, each[:HEAD]))
        if recognises(b""):
            raise AssertionError("an empty file is recognised, which no format is")

    def test_what_its_exporter_writes_is_read_back(self) -> None:
        """A workout that is written and read is what the format could carry of it."""
        exporter = self._exporter_or_skip()
        compared = 0
        for workout, data, losses in self._round_trips():
            read, context = self.read(data, workout.name)
            if context.losses or not isinstance(read, Workout):
                continue
            here = exporter.capabilities(fill_options(exporter.name, exporter.options, {}), workout)
            carried, declared = simplify(workout, here, Readings().of(workout))
            if len(losses) > len(declared):
                continue  # the writer told more, and nobody knows what is left
            compared += 1
            one, other = self.comparable(read), self.comparable(carried)
            if one != other:
                raise AssertionError(
                    f"{workout.name[:40]!r} comes back with {_difference(one, other)} "
                    "(read it, tell the loss, or override 'comparable')"
                )
        if not compared:
            raise AssertionError("not one workout comes back without a loss")

    def test_what_was_read_is_written_the_same(self) -> None:
        """A file that is read and written again says the same as before."""
        exporter = self._exporter_or_skip()
        for workout, data, _ in self._round_trips():
            again, _ = written(self.read(data, workout.name)[0], exporter, {})
            third, _ = written(self.read(again[0], workout.name)[0], exporter, {})
            if again != third:
                raise AssertionError(f"{workout.name[:40]!r}: what is read and written changes each time")

    def _exporter_or_skip(self) -> Exporter[Any]:
        exporter = self.exporter()
        if exporter is None:
            raise SkipTest(f"the plugin writes no {self.record().name}, so nothing of it can be read back")
        return exporter


def _difference(one: Any, other: Any, path: str = "") -> str:
    """Return the first thing that is not the same, with its place."""
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        pairs = [(f"{path}[{index}]", *pair) for index, pair in enumerate(zip(one, other, strict=True))]
    elif type(one) is type(other) and has(type(one)):
        names = [each.name for each in fields(type(one))]
        pairs = [(f"{path}.{name}".lstrip("."), getattr(one, name), getattr(other, name)) for name in names]
    else:
        return f"{path}: {one!r}, not {other!r}".removeprefix(": ")
    return next((_difference(a, b, where) for where, a, b in pairs if a != b), f"{path}: {one!r}")


def damaged(data: bytes, cuts: int) -> Iterator[bytes]:
    """Yield what may become of a file: doubled, in another encoding, *cuts* times cut; the same each time."""
    yield from (b"", b"\x00", b" \n", b"\xef\xbb\xbf", b"\xff\xfe\x00", b"PK\x03\x04", b"<a/>", b"{}", b"[]")
    yield from (data + data, data[::-1], b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n"), data.upper())
    yield from (data.decode("latin-1").encode(encoding) for encoding in ("utf-16", "utf-32"))
    chance = random.Random(len(data))  # noqa: S311 - the same damage each time, and no secret
    for _ in range(cuts if data else 0):
        at = chance.randrange(len(data))
        yield data[:at]
        yield data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        yield data[:at] + data[min(len(data), at + chance.randrange(1, 20)) :]
