"""From the bytes of any readable format to a workout or a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, reduce
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.budget import LARGEST_DOCUMENT
from workout_core.documents.reader import is_document
from workout_core.errors import DocumentError, InvalidWorkout, PluginError, Problem, WorkoutError, shown
from workout_core.files.paths import STANDARD_INPUT
from workout_core.formats.context import ImportContext
from workout_core.formats.importer import Importer
from workout_core.formats.losses import Loss, in_order
from workout_core.formats.options import fill_options, named_options
from workout_core.languages import gettext
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming
from workout_core.plugins.shelves import Offer

BEGINNING: Final = 4096
"""Bytes of a file by which an importer recognises it."""
_OWN: Final = (".yaml", ".yml", ".json")
_FROM: Final = "--from"


class Imported(NamedTuple):
    """What was read from a file of another format.

    Attributes:
        subject: the workout or the plan.
        losses: what the model could not hold, each once, in the order of their places.
        warnings: what is likely to be a mistake.
        format: the name of the importer.
        file: where it was read from, as people know it.
    """

    subject: Workout | Plan
    losses: tuple[Loss, ...] = ()
    warnings: tuple[Problem, ...] = ()
    format: str = ""
    file: str = ""


def import_data(
    data: bytes,
    format: str,  # noqa: A002 - the word users say
    *,
    registry: Registry,
    file: str = "",
    options: Mapping[str, str] | None = None,
) -> Imported:
    """Read *data* with the importer called *format*.

    Args:
        data: the whole file.
        format: the name of an importer.
        registry: where formats are looked up.
        file: where the data come from, as people know it; messages begin with it.
        options: the importer's own options, as text.

    Raises:
        UnknownFormat: no importer has this name.
        PluginError: its plugin is broken or contested, or fails.
        DocumentError: the data are not of the format, or make no sense.
        InvalidOption: the importer has no such option, or its value does not fit.
    """
    (imported,), problems = _import(data, format, registry, file, options, reads_all=False)
    if problems:
        raise DocumentError(problems)
    return imported


def _import(
    data: bytes,
    format: str,  # noqa: A002 - the word users say
    registry: Registry,
    file: str,
    options: Mapping[str, str] | None,
    *,
    reads_all: bool,
) -> tuple[tuple[Imported, ...], tuple[Problem, ...]]:
    """Return what is in *data*, and what is wrong in them besides; several workouts only if it *reads all*.

    What was lost, and what is doubtful, comes with the first.
    """
    plugin, importer = registry.offer("workout_importers", format)
    doing = f"{file}: {format}" if file else format
    with blaming(plugin, doing, reads=True):
        context = ImportContext(
            options=fill_options(format, importer.options, options or {}, flag=f"{_FROM} {format}"),
            file="" if file == STANDARD_INPUT else _name(file),
            exercises=registry.exercises(),
        )
        try:
            subjects = _subjects(importer, data, context, reads_all=reads_all)
        except InvalidWorkout as error:
            raise DocumentError([Problem(message=str(error), file=file)]) from None
        except DocumentError as error:
            raise DocumentError(_told(error.problems, file, data)) from None
    warnings, problems = _told(context.warnings, file, data), _told(context.problems, file, data)
    if not subjects:
        raise DocumentError(problems)
    first = Imported(subjects[0], in_order(context.losses), warnings, format, file)
    return (first, *(Imported(each, format=format, file=file) for each in subjects[1:])), problems


def _subjects(
    importer: Importer, data: bytes, context: ImportContext, *, reads_all: bool
) -> tuple[Workout | Plan, ...]:
    """Return what an importer reads.

    Raises:
        TypeError: it gave something else, or nothing without a reason.
    """
    if reads_all and importer.read_all is not None:
        subjects: tuple[object, ...] = tuple(importer.read_all(data, context))
        kinds: tuple[type, ...] = (Workout,)
    else:
        subjects, kinds = (importer.read(data, context),), (Workout, Plan)
    if not subjects and not context.problems:
        raise TypeError("it gave no workout, and no problem")
    for each in subjects:
        if not isinstance(each, kinds):
            raise TypeError(f"it gave {type(each).__name__}, not a workout or a plan")
    return subjects  # type: ignore[return-value]  # as was just looked at


def _name(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2]


def _told(problems: Iterable[Problem], file: str, data: bytes) -> tuple[Problem, ...]:
    """Return *problems* in the order of the file, each with what is known of its place."""
    placed = [_placed(problem, file, data) for problem in problems]
    return tuple(sorted(placed, key=lambda each: (each.file, each.line, each.column)))


def _placed(problem: Problem, file: str, data: bytes) -> Problem:
    """Return *problem* with its file, and with the line that it is in."""
    problem = problem if problem.file else evolve(problem, file=file)
    if (
        not problem.line or problem.text or b"\0" in data[:BEGINNING]
    ):  # which is no text, or of another encoding
        return problem
    lines = data.split(b"\n", problem.line)
    text = lines[problem.line - 1] if problem.line <= len(lines) else b""
    return evolve(problem, text=text.decode(errors="replace").rstrip("\r"))


class Importers:
    """Reads files of other formats: what readers of documents take as *foreign*.

    Plugins are loaded when the first file is none that says what it is, as documents do::

        importers = Importers(Registry.discover)
        workout = read_document("sweet-spot.zwo", foreign=importers)
        for each in importers.read:
            print(each.file, each.losses)

    Attributes:
        read: what was read of each file, in order; of one with several workouts, each.
        refused: what is wrong with workouts beside others that were read.
    """

    def __init__(
        self,
        registry: Callable[[], Registry],
        format: str = "",  # noqa: A002 - as above
        *,
        all_of: str = "",
    ) -> None:
        """Read whatever the importers of a registry do.

        Args:
            registry: gives it, ``Registry.discover``.
            format: the importer that reads every file, and its options, ``zwo ftp=250``; by suffix, and by
                what importers recognise, when left out.
            all_of: the file that may hold several workouts; the first is returned, and all are in ``read``.
        """
        self._find = registry
        self._format = format
        self._all_of = all_of
        self.read: list[Imported] = []
        self.refused: list[Problem] = []

    @cached_property
    def _registry(self) -> Registry:
        return self._find()

    def __call__(self, data: bytes, file: str) -> Workout | Plan | None:
        """Return what is in *data* of the file called *file*; None if it is a document, or nobody's.

        Raises:
            DocumentError, PluginError, UnknownFormat, InvalidOption: as :func:`import_data`; or several
                importers read such files, or none.
        """
        if len(data) > LARGEST_DOCUMENT or (not self._format and is_document(data)):
            return None
        name, options = (
            named_options(self._format, _FROM, "zwo ftp=250")
            if self._format
            else (self._chosen(data, file), {})
        )
        if name is None:
            return None
        if file != self._all_of:
            imported = import_data(data, name, registry=self._registry, file=file, options=options)
            self.read.append(imported)
            return imported.subject
        found, problems = _import(data, name, self._registry, file, options, reads_all=True)
        self.read += found
        self.refused += problems
        return found[0].subject

    def _chosen(self, data: bytes, file: str) -> str | None:
        """Return the importer of the file's suffix, or else the one that recognises it.

        What has the suffix of a document is only read by those that have it too.
        """
        offers = self._registry.offers("workout_importers")
        by_suffix, is_special = _longest(offers, file)
        if len(by_suffix) == 1 and (is_special or by_suffix[0][1].recognises is None):
            return by_suffix[0][0]
        asked = dict(by_suffix) if file.casefold().endswith(_OWN) else offers
        known = [name for name in asked if _recognises(offers[name], name, data)]
        found = [name for name, _ in by_suffix if name in known] or known or [name for name, _ in by_suffix]
        if len(found) > 1:
            told = _rivals({name: offers[name].plugin for name in found})
            raise PluginError(f"{file}: {told}", [offers[name].plugin for name in found])
        if found:
            return found[0]
        self._refuse_unknown(file)
        return None

    def _refuse_unknown(self, file: str) -> None:
        """Refuse a file of a suffix that is neither a document's nor any importer's."""
        _, dot, suffix = _name(file).rpartition(".")
        if dot and f".{suffix}".casefold() not in _OWN:
            known = sorted({each for importer in self._registry.importers() for each in importer.suffixes})
            message = gettext(
                "is no document, and no format that can be read has {suffix} (there are {known})",
                suffix=shown(f".{suffix}"),
                known=", ".join(dict.fromkeys((*_OWN, *known))),
            )
            raise DocumentError([Problem(message=message, file=file)])


def _rivals(plugins: Mapping[str, str]) -> str:
    """Say that several importers read a file, by their names, each with its plugin."""
    named = [f"{name} ({plugin})" for name, plugin in plugins.items()]
    flags = [f"{_FROM} {name}" for name in plugins]
    return gettext(
        "{names} read such files (say which: {choices})",
        names=_joined(named, gettext("{first} and {second}")),
        choices=_joined(flags, gettext("{first} or {second}")),
    )


def _joined(words: list[str], two: str) -> str:
    """Return *words* as a list, of which *two* are joined at a time."""
    return reduce(lambda first, second: two.format_map({"first": first, "second": second}), words)


def _longest(offers: Mapping[str, Offer], file: str) -> tuple[list[tuple[str, Importer]], bool]:
    """Return the importers of the longest suffix that the name of *file* ends with.

    With them comes whether it is a special case of another's suffix, as ``.icu.txt`` is of ``.txt``.
    """
    name = file.casefold()
    fits = [
        (len(suffix), called, offer.record)
        for called, offer in offers.items()
        for suffix in offer.record.suffixes
        if name.endswith(suffix.casefold())
    ]
    lengths = sorted({length for length, _, _ in fits}, reverse=True)
    return [(called, record) for length, called, record in fits if length == lengths[0]], len(lengths) > 1


def _recognises(offer: Offer, name: str, data: bytes) -> bool:
    """Tell whether an importer says that *data* are of its format; one that fails does not."""
    recognises = offer.record.recognises
    if recognises is None:
        return False
    try:
        with blaming(offer.plugin, name, reads=True):
            return bool(recognises(data[:BEGINNING]))
    except WorkoutError:
        return False
