"""The athletes that a squad names: files beside it, athletes in it, or all those in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from workout_core.budget import LARGEST_DOCUMENT, Work
from workout_core.documents.athletes import ATHLETE
from workout_core.documents.linked_files import beside, read_beside
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.top import says
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import InvalidWorkout, shown
from workout_core.files.opening import read_inside
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete

SUFFIXES: Final = (".yaml", ".yml", ".json")


class NamedAthlete(NamedTuple):
    """An athlete as a squad names them.

    Attributes:
        node: what is written of them.
        place: where.
        athlete: a file, or the athlete.
        own: the keys of what is theirs.
    """

    node: Node
    place: Place
    athlete: Node
    own: MappingNode


def entries_of(node: Node, place: Place) -> list[NamedAthlete | Failed]:
    """Return every athlete that *node* names: a list, or a folder; FAILED for what cannot be one."""
    if isinstance(node, SequenceNode):
        return [
            each
            for number, item in enumerate(node.items)
            for each in _entries_of_item(item, place.index(number))
        ]
    if isinstance(node, ScalarNode) and not node.absent:
        return list(_entries_of_item(node, place))
    return [
        place.problem(node, gettext("must be a list of athletes, or a folder of them (like 'athletes/')"))
    ]


def _entries_of_item(node: Node, place: Place) -> Iterator[NamedAthlete | Failed]:
    place.spend(node, Work.ATHLETES)
    if isinstance(node, MappingNode):
        athlete = node.get("athlete")
        if athlete is None or (isinstance(athlete, ScalarNode) and athlete.absent):
            yield place.problem(node, gettext("an athlete of a squad needs 'athlete:', a file or an athlete"))
            return
        own = [pair for pair in node.pairs if pair[0].text != "athlete"]
        yield NamedAthlete(node, place, athlete, MappingNode(own, node.line, node.column))
    elif isinstance(node, ScalarNode) and not node.absent:
        nothing = MappingNode([], node.line, node.column)
        if not _is_folder(node, place):
            yield NamedAthlete(node, place, node, nothing)
            return
        for each in _files_in(node, place):
            yield each if each is FAILED else NamedAthlete(node, place, each, nothing)
    else:
        yield place.problem(
            node, gettext("must be an athlete: a file (like 'ann.yaml'), or '{athlete: ann.yaml}'")
        )


def _is_folder(node: ScalarNode, place: Place) -> bool:
    folder = place.source.folder
    if node.text.endswith(("/", "\\")):
        return True
    try:
        return folder is not None and place.source.files.is_folder(folder / node.text)
    except (OSError, ValueError):
        return False


def _files_in(node: ScalarNode, place: Place) -> Iterator[ScalarNode | Failed]:
    """Yield the names of all files in a folder that are athletes, in order of name."""
    source = place.source
    name = node.text.rstrip("/\\") or "."
    try:
        folder, _ = beside(source, name)
        names = [each for each in source.files.names_in(folder) if _may_be_document(each)]
    except InvalidWorkout as error:
        yield place.problem(node, str(error))
        return
    except OSError:
        yield place.problem(
            node, gettext("{name}: there is no such folder beside the squad", name=shown(node.text))
        )
        return
    found = 0
    for each in names:
        try:
            file, inside = beside(source, f"{name}/{each}")
            is_athlete = says(read_inside(inside, file, LARGEST_DOCUMENT, source.files), each) == "athlete"
        except InvalidWorkout as error:
            yield place.problem(node, str(error))
            continue
        except OSError:
            continue  # a folder, or gone meanwhile
        if is_athlete:
            place.spend(node, Work.ATHLETES, 1 if found else 0)  # the first is counted with the folder
            found += 1
            yield ScalarNode(f"{name}/{each}", node.line, node.column)
    if not found:
        yield place.problem(
            node, gettext("{name}: there is no athlete in this folder", name=shown(node.text))
        )


def _may_be_document(name: str) -> bool:
    return name.casefold().endswith(SUFFIXES) and not name.startswith(".")


def read_athlete(entry: NamedAthlete) -> Athlete | Failed:
    """Return the athlete of *entry*."""
    node, place = entry.athlete, entry.place
    if not isinstance(node, ScalarNode):
        return ATHLETE.read(node, place.key("athlete"))
    document = read_beside(node, place, is_of_squad=True)
    if document is FAILED or isinstance(document, Athlete):
        return document
    return place.problem(
        node, gettext("{text} is not an athlete (one begins with 'athlete:')", text=shown(node.text))
    )
