"""Files of other formats, which commands read with what importers plugins offer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from workout_core.cli.discovered import discovered
from workout_core.cli.terminal import echo

if TYPE_CHECKING:
    from workout_core.errors import Problem
    from workout_core.formats.losses import Loss
    from workout_core.model.plan import Plan
    from workout_core.model.workout import Workout
    from workout_core.pipeline.importing import Importers

Read: TypeAlias = "Callable[[bytes, str], Workout | Plan | None]"


class Foreign:
    """Files of other formats: read, and what is doubtful in them told.

    Attributes:
        losses: what the model could not hold: the file, the importer, the loss.
        others: the workouts beside the first of the file that may hold several.
        refused: what is wrong with further ones in it.
    """

    def __init__(self, source: str = "", *, all_of: str = "") -> None:
        """Read files.

        Args:
            source: the importer that reads every file, and its options; whoever reads such files if left out.
            all_of: the file that may hold several workouts.
        """
        self._source = source
        self._all_of = all_of
        self.losses: list[tuple[str, str, Loss]] = []
        self.others: list[Workout | Plan] = []
        self.refused: list[Problem] = []

    @cached_property
    def _importers(self) -> Importers:
        from workout_core.pipeline.importing import Importers

        return Importers(discovered, self._source, all_of=self._all_of)

    def __call__(self, data: bytes, file: str) -> Workout | Plan | None:
        """Return what is in *data*; None if it is a document."""
        from workout_core.documents.reader import is_document

        if not self._source and is_document(data):
            return None
        before = len(self._importers.read)
        subject = self._importers(data, file)
        if file == self._all_of:
            self.others = [each.subject for each in self._importers.read[before + 1 :]]
            self.refused = self._importers.refused
        for imported in self._importers.read[before:]:
            for warning in imported.warnings:
                echo(f"warning: {warning}", err=True)
            self.losses += [(imported.file, imported.format, loss) for loss in imported.losses]
        return subject


def only_named(path: str) -> Callable[[bytes, str], Workout | Plan | None]:
    """Return what reads the files of other formats that the document *path* names, but for itself."""
    from workout_core.documents.decoding import not_a_document

    foreign = Foreign()

    def read(data: bytes, file: str) -> Workout | Plan | None:
        subject = foreign(data, file)
        if subject is not None and file == path:
            raise not_a_document(path)
        return subject

    return read
