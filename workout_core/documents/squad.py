"""A squad as one of the kinds of documents; its keys are loaded when one is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workout_core.documents.kinds import Json
    from workout_core.documents.source import Failed, Place
    from workout_core.documents.tree import Node
    from workout_core.plans.squad import Squad


class _SquadDocument:
    """A squad."""

    def read(self, node: Node, place: Place) -> Squad | Failed:
        """Return the squad, without the athletes who are wrong, which is written down."""
        from workout_core.documents.squads import read_squad  # noqa: PLC0415 - only who has a squad pays

        return read_squad(node, place)

    def write(self, value: Squad) -> Json:
        """Return the squad with its plans and athletes."""
        from workout_core.documents.squads import write_squad  # noqa: PLC0415 - the same

        return write_squad(value)

    def schema(self) -> dict[str, Json]:
        """Describe the squad."""
        from workout_core.documents.squads import SQUAD_HEAD  # noqa: PLC0415 - the same

        return SQUAD_HEAD.schema()


SQUAD: Final = _SquadDocument()
