"""The links of a workout or a plan: an address, or an address with a title and a kind."""

from __future__ import annotations

from typing import Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, ListOf
from workout_core.documents.scalars import LINE, choice
from workout_core.documents.source import Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.languages import gettext_noop
from workout_core.model.link import Link, LinkKind

_LINK_TABLE: Final = Table(
    gettext_noop("a link"),
    (
        Key(name="url", kind=LINE, attribute="url", required=True),
        Key(name="title", kind=LINE, attribute="title", default=""),
        Key(
            name="kind",
            kind=choice(LinkKind, gettext_noop("a kind of link")),
            attribute="kind",
            default=LinkKind.PAGE,
        ),
    ),
    Link,
)


class _LinkOrUrl:
    """A link: its address alone, or with a title and a kind."""

    def read(self, node: Node, place: Place) -> Link | Failed:
        """Return the link."""
        if isinstance(node, ScalarNode):
            return place.attempt(node, lambda: Link(node.text))
        return _LINK_TABLE.read(node, place)

    def write(self, value: Link) -> Json:
        """Return the address if it is all there is."""
        return value.url if value == Link(value.url) else _LINK_TABLE.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [{"type": "string", "format": "uri"}, _LINK_TABLE.schema()]}


LINKS: Final = ListOf(_LinkOrUrl())
