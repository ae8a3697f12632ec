"""The files that a document names: beside it or below, never elsewhere."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from workout_core.documents.source import Document, Failed, Place, Unkept
from workout_core.documents.tree import ScalarNode
from workout_core.errors import DocumentError, InvalidWorkout, shown
from workout_core.files.paths import real

LONGEST_NAME: Final = 200
"""Bytes; file systems take a little more."""


def beside(folder: Path | None, name: str) -> Path:
    """Return the file that a document in *folder* may name: in its folder, or below.

    Raises:
        InvalidWorkout: the document is no file, or the file is elsewhere.
    """
    if folder is None:
        raise InvalidWorkout(f"{shown(name)} is beside a document, and this one is not a file")
    try:
        is_too_long = len(os.fsencode(name)) > LONGEST_NAME
        inside = is_too_long or real(folder / name).is_relative_to(real(folder))
    except ValueError:
        raise InvalidWorkout(f"{shown(name)} is not the name of a file") from None
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise InvalidWorkout(f"{shown(name)} is not the name of a file") from None
    if is_too_long:
        raise InvalidWorkout(f"{shown(name)} is too long to be the name of a file")
    if not inside or Path(name).is_absolute():
        raise InvalidWorkout(f"{shown(name)} is outside the folder of the document (put it beside it)")
    return folder / name


def read_beside(node: ScalarNode, place: Place) -> Document | Failed:
    """Return the document in the file beside a plan that *node* names; FAILED if it cannot be read."""
    source = place.source
    place.not_kept(node, Unkept.FILE)
    try:
        return source.open(beside(source.folder, node.text))
    except InvalidWorkout as error:
        return place.problem(node, str(error))
    except DocumentError as error:
        if not source.is_there(node.text):
            return place.problem(node, f"{shown(node.text)}: there is no such file beside the plan")
        return source.problems_elsewhere(error)
