"""The files that a document names: beside it or below, or below the root that the user has declared."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from workout_core.documents.source import Document, Failed, Place, Source, Unkept
from workout_core.documents.tree import ScalarNode
from workout_core.errors import DocumentError, InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop

LONGEST_NAME: Final = 200
"""Bytes; file systems take a little more."""


def beside(source: Source, name: str) -> tuple[Path, Path]:
    """Return the file of that *name*, which a document may name, and the folder it must not be outside of.

    Raises:
        InvalidWorkout: the document is no file, or the file is elsewhere.
    """
    folder = source.folder
    if folder is None:
        raise InvalidWorkout(
            gettext("{name} is beside a document, and this one is not a file", name=shown(name))
        )
    try:
        is_too_long = len(os.fsencode(name)) > LONGEST_NAME
        home = None if is_too_long else source.home_of(folder / name)
    except ValueError:
        raise InvalidWorkout(gettext("{name} is not the name of a file", name=shown(name))) from None
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise InvalidWorkout(gettext("{name} is not the name of a file", name=shown(name))) from None
    if is_too_long:
        raise InvalidWorkout(gettext("{name} is too long to be the name of a file", name=shown(name)))
    if home is None:
        raise InvalidWorkout(_outside(name, source.root))
    if Path(name).is_absolute():
        raise InvalidWorkout(
            gettext("{name} is an absolute name (say it from the folder of the document)", name=shown(name))
        )
    return folder / name, home


def _outside(name: str, root: Path | None) -> str:
    if root is None:
        return gettext(
            "{name} is outside the folder of the document "
            "(put it beside it, or allow a folder above both with '--root DIR')",
            name=shown(name),
        )
    return gettext(
        "{name} is outside the folder of the document, and of {root}, the root that is allowed "
        "(put it in one of them)",
        name=shown(name),
        root=shown(str(root)),
    )


def read_beside(node: ScalarNode, place: Place, *, is_of_squad: bool = False) -> Document | Failed:
    """Return the document in the file beside a plan, or a squad, that *node* names; or FAILED."""
    source = place.source
    place.not_kept(node, Unkept.FILE)
    try:
        path, home = beside(source, node.text)
        return source.open(path, home)
    except InvalidWorkout as error:
        return place.problem(node, str(error))
    except DocumentError as error:
        if not source.is_there(node.text):
            beside_squad = gettext_noop("{name}: there is no such file beside the squad")
            beside_plan = gettext_noop("{name}: there is no such file beside the plan")
            told = beside_squad if is_of_squad else beside_plan
            return place.problem(node, gettext(told, name=shown(node.text)))
        return source.problems_elsewhere(error)
