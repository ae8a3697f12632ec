"""A file or a text → a workout, a plan, an athlete or a squad, with every problem told at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from workout_core.budget import LARGEST_DOCUMENT, Budget
from workout_core.documents.athletes import ATHLETE
from workout_core.documents.decoding import decoded, not_a_document, unreadable
from workout_core.documents.json_tree import read_json
from workout_core.documents.kinds import Kind
from workout_core.documents.plans.plan import PLAN
from workout_core.documents.source import (
    FAILED,
    MOST_PROBLEMS,
    Document,
    Failed,
    Place,
    ReadForeign,
    Source,
    TooManyError,
    Unkept,
    nothing_foreign,
)
from workout_core.documents.squad import SQUAD
from workout_core.documents.tree import YAML_BREAK, MappingNode, Node, TreeError
from workout_core.documents.workouts import FORMAT_KEY, WORKOUT
from workout_core.errors import DocumentError, Problem, closest, shown, suggestion
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.files.opening import read_file, read_inside
from workout_core.files.paths import FilesRead, real
from workout_core.languages import gettext, gettext_noop
from workout_core.recipes.built_in import FindRecipe, recipe_called
from workout_core.units import Units

TABLES: Final[Mapping[str, Kind[Any]]] = MappingProxyType(
    {"workout": WORKOUT, "plan": PLAN, "athlete": ATHLETE, "squad": SQUAD}
)
_SAYS_ITS_KIND: Final = re.compile(
    rb"""(?:\A(?:\xef\xbb\xbf)?|[\r\n{,])[ \t]*["']?(?:%b)["']?[ \t]*:""" % "|".join(TABLES).encode()
)


def is_document(data: bytes) -> bool:
    """Tell whether *data* say, as documents do, what they are: ``workout:``, ``plan:`` and so on."""
    return _SAYS_ITS_KIND.search(data) is not None


def read_document(
    path: str | os.PathLike[str],
    *,
    root: Path | None = None,
    recipe: FindRecipe = recipe_called,
    exercises: ExerciseBook = BOOK,
    files: FilesRead | None = None,
    units: Units | None = None,
    foreign: ReadForeign = nothing_foreign,
) -> Document:
    """Read a YAML or JSON document, or a file of another format.

    Args:
        path: a file; JSON when its name ends in ``.json``, YAML otherwise.
        root: a folder in which, or below, it may name files too, not only in its own.
        recipe: gives the recipe of a name; ``registry.recipe`` knows those of plugins too.
        exercises: finds exercises by name, those of the installed plugins too when left out.
        files: notes the file, and those that it names.
        units: of the athlete it is read for: what recipes cut distances and say paces in, unless the
            document says it; those of a plan's own athlete, or else metric, when left out.
        foreign: reads files of other formats, this one or those that it names: an ``Importers``.

    Returns:
        A Workout, a Plan, an Athlete or a Squad, as the document says at its top.

    Raises:
        DocumentError: carries every problem, each with line and column; or there is no such file.
        OSError: the disk would not give it.
    """
    file = Path(path)
    source = Source(str(path), [], file.parent, recipe, exercises, read=read_linked, opened=(real(file),))
    source.files, source.root, source.units = files or source.files, root, units
    source.foreign = foreign
    return _read_file(file, source, lambda: read_file(file, LARGEST_DOCUMENT, source.files))


@frozen
class Rewritable:
    """A document that may be replaced by its canonical form.

    Attributes:
        document: as it was read.
        data: that it was read from.
        lost: the first of each kind of thing that the canonical form does not keep.
    """

    document: Document
    data: bytes
    lost: Mapping[Unkept, Problem]


def read_rewritable(  # noqa: PLR0913 - as for read_document
    name: str,
    data: bytes | None = None,
    *,
    is_json: bool = False,
    root: Path | None = None,
    recipe: FindRecipe = recipe_called,
    exercises: ExerciseBook = BOOK,
    files: FilesRead | None = None,
    foreign: ReadForeign = nothing_foreign,
) -> Rewritable:
    """Read a document, and find what its canonical form would not keep.

    Args:
        name: of a file; or what to call the data.
        data: to read instead of a file.
        is_json: whether the data is JSON; of a file, its name says so.
        root: as for :func:`read_document`.
        recipe: as for :func:`read_document`.
        exercises: as for :func:`read_document`.
        files: as for :func:`read_document`.
        foreign: as for :func:`read_document`, but that the document itself must be none of them.

    Raises:
        DocumentError: as :func:`read_document`.
        OSError: the disk would not give it.
    """
    from workout_core.documents.rewriting import lost_by_rewriting  # noqa: PLC0415 - only who rewrites pays

    source = Source(name, [], None, recipe, exercises, read=read_linked)
    source.files, source.root, source.foreign = files or source.files, root, foreign
    if data is None:
        file = Path(name)
        source.folder, source.opened, is_json = file.parent, (real(file),), _is_json(file)
        data = _data_of(lambda: read_file(file, LARGEST_DOCUMENT, source.files), name)
    if source.foreign(data, name) is not None:
        raise not_a_document(name)
    document = read_source(decoded(data, name), source, is_json=is_json)
    return Rewritable(document, data, lost_by_rewriting(source, is_json=is_json))


def _is_json(file: Path) -> bool:
    return file.suffix.casefold() == ".json"


def _data_of(contents: Callable[[], bytes], name: str) -> bytes:
    try:
        return contents()
    except FileNotFoundError:
        raise unreadable(gettext("there is no such file"), name) from None
    except IsADirectoryError:
        raise unreadable(gettext("is a folder, not a document"), name) from None


def _read_file(file: Path, source: Source, contents: Callable[[], bytes]) -> Document:
    data = _data_of(contents, source.file)
    if (read := source.foreign(data, source.file)) is not None:
        return read
    return read_source(decoded(data, source.file), source, is_json=_is_json(file))


def read_linked(path: Path, home: Path, before: Source) -> Document:
    """Read a document in *home* that another one names, as the other is read."""
    opened = (*before.opened, before.files.real(path))
    source = Source(
        str(path),
        [],
        path.parent,
        before.recipe,
        before.exercises,
        read=read_linked,
        opened=opened,
        documents=before.documents,
        files=before.files,
        root=before.root,
        units=before.units,
        foreign=before.foreign,
        goal=before.goal,
    )
    try:
        return _read_file(path, source, lambda: read_inside(home, path, LARGEST_DOCUMENT, before.files))
    except NotADirectoryError:
        raise unreadable(gettext("there is no such file"), str(path)) from None


def read_bytes(  # noqa: PLR0913 - what a reader may be told
    data: bytes,
    file: str = "",
    *,
    is_json: bool = False,
    folder: Path | None = None,
    root: Path | None = None,
    recipe: FindRecipe = recipe_called,
    exercises: ExerciseBook = BOOK,
    files: FilesRead | None = None,
    units: Units | None = None,
    foreign: ReadForeign = nothing_foreign,
) -> Document:
    """Read a document from bytes, UTF-8 with or without a byte order mark, or data of another format.

    Raises:
        DocumentError: as :func:`read_document`.
    """
    source = Source(file, [], folder, recipe, exercises, read=read_linked, units=units, foreign=foreign)
    source.files, source.root = files or source.files, root
    if (read := source.foreign(data, source.file)) is not None:
        return read
    return read_source(decoded(data, file), source, is_json=is_json)


def read_text(
    text: str,
    file: str = "",
    *,
    is_json: bool = False,
    folder: Path | None = None,
    recipe: FindRecipe = recipe_called,
    exercises: ExerciseBook = BOOK,
    units: Units | None = None,
) -> Document:
    """Read a document from text.

    Raises:
        DocumentError: as :func:`read_document`.
    """
    return read_source(
        text, Source(file, [], folder, recipe, exercises, read=read_linked, units=units), is_json=is_json
    )


def read_source(text: str, source: Source, *, is_json: bool) -> Document:
    """Read *text*, and gather in *source* what there is to tell of it; raises as :func:`read_document`."""
    text = text.removeprefix("\ufeff")
    source.lines = text.split("\n") if is_json else YAML_BREAK.split(text)
    document: Document | Failed = FAILED
    try:
        node = read_json(text, source.budget) if is_json else _yaml(text, source.budget)
        document = _document(node, Place(source))
    except TreeError as error:
        source.problem(str(error), "", error.line, error.column)
    except TooManyError:
        pass
    if source.problems or document is FAILED:
        rest = None if document is FAILED else document
        raise DocumentError(sorted(source.problems, key=_place_of), rest)
    return document


def _place_of(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def _yaml(text: str, budget: Budget) -> Node:
    from workout_core.documents.yaml_tree import read_yaml  # noqa: PLC0415 - only who reads YAML pays

    return read_yaml(text, budget)


def _document(node: Node, place: Place) -> Document | Failed:
    if not isinstance(node, MappingNode):
        begin = gettext("a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'")
        return place.problem(node, begin)
    kinds = [name for name in TABLES if node.get(name) is not None]
    if "squad" in kinds and "workout" not in kinds:
        kinds = ["squad"]  # which has plans
    elif "plan" in kinds and "workout" not in kinds:
        kinds = ["plan"]  # which may be for an athlete
    if len(kinds) != 1:
        return _no_kind(node, kinds, place)
    version = node.get("format")
    if version is not None:
        FORMAT_KEY.read(version, place.key("format"))
    body = MappingNode([pair for pair in node.pairs if pair[0].text != "format"], node.line, node.column)
    document: Document | Failed = TABLES[kinds[0]].read(body, place)
    return document


def _no_kind(node: MappingNode, kinds: list[str], place: Place) -> Document | Failed:
    if kinds:
        second = [key for key, _ in node.pairs if key.text in kinds][1]
        told = gettext_noop("says both {first} and {second} at its top (a document is one thing)")
        return place.problem(second, gettext(told, first=repr(kinds[0]), second=repr(kinds[1])))
    for key, _ in node.pairs[:MOST_PROBLEMS]:
        if closest(key.text, TABLES):
            hint = suggestion(key.text, TABLES)
            told = gettext_noop("{text} says nothing of what the document is ({hint})")
            return place.problem(key, gettext(told, text=shown(key.text), hint=hint))
    told = gettext("must say what it is: 'workout:', 'athlete:', 'plan:' or 'squad:' at the top")
    return place.problem(node, told)
