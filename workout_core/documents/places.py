"""A document with the places of its steps: where in the text each of them is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import frozen

from workout_core.documents.positions import spots
from workout_core.documents.reader import read_linked, read_source
from workout_core.documents.source import Document, ReadForeign, Source, StepsPlace, nothing_foreign
from workout_core.documents.tree import ScalarNode
from workout_core.exercises.book import BOOK, ExerciseBook
from workout_core.files.paths import FilesRead
from workout_core.model.paths import item_path, key_path
from workout_core.notation.result import Spot
from workout_core.recipes.built_in import FindRecipe, recipe_called
from workout_core.units import Units


@frozen(slots=False)
class PlacedDocument:
    """A document, and where its steps are written.

    Attributes:
        document: as it was read.
        source: that it was read from.
    """

    document: Document
    source: Source

    @cached_property
    def places(self) -> Mapping[str, tuple[int, int]]:
        """The line and the column of each step and repeat, by its path: ``steps[1].steps[0]``."""
        return {path: spot for each in self.source.steps for path, spot in _places(each, self.source.lines)}


def _places(written: StepsPlace, lines: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    node, found = written.node, list(_paths(written.path, written.spots, written.first))
    if isinstance(node, ScalarNode):
        where = spots(node, [offset for _, offset in found], lines)
        yield from zip((path for path, _ in found), where, strict=True)
    else:
        yield from ((path, (node.line, node.column)) for path, _ in found)


def _paths(path: str, inside: tuple[Spot, ...], first: int = 0) -> Iterator[tuple[str, int]]:
    for number, spot in enumerate(inside, first):
        here = item_path(path, number)
        yield here, spot.offset
        yield from _paths(key_path(here, "steps"), spot.inside)


def read_placed(  # noqa: PLR0913 - what a reader may be told
    text: str,
    file: str = "",
    *,
    is_json: bool = False,
    files: FilesRead,
    recipe: FindRecipe = recipe_called,
    exercises: ExerciseBook = BOOK,
    units: Units | None = None,
    foreign: ReadForeign = nothing_foreign,
) -> PlacedDocument:
    """Read a document from *text*, and note where its steps are.

    Args:
        text: of the document.
        file: what it is called.
        is_json: whether it is JSON.
        files: those that it may name, from the folder it is in.
        recipe: as for :func:`~workout_core.read_document`.
        exercises: as for :func:`~workout_core.read_document`.
        units: as for :func:`~workout_core.read_document`.
        foreign: reads files that it names, if they are of other formats.

    Raises:
        DocumentError: as :func:`~workout_core.read_document`.
    """
    folder = Path(file).parent
    source = Source(file, [], folder, recipe, exercises, read=read_linked, units=units, foreign=foreign)
    source.files, source.opened = files, (files.real(Path(file)),) if file else ()
    return PlacedDocument(read_source(text, source, is_json=is_json), source)
