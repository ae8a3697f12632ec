"""Something on the web that belongs to a workout or a session."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

from attrs import field, frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.bounds import one_line
from workout_core.model.value_object import ValueObject
from workout_core.patterns import lazy_pattern

_URL: Final = lazy_pattern(r"(?ai:https?)://\S+")


class LinkKind(Enum):
    """What a link leads to."""

    PAGE = "page"
    VIDEO = "video"
    AUDIO = "audio"


@frozen(eq=False, repr=False)
class Link(ValueObject):
    """Something to read, watch or listen to.

    Attributes:
        url: where it is, ``https://example.org/page``.
        title: what to call it, one line.
        kind: a page, a video or audio.
    """

    url: str = field(converter=one_line)
    title: str = field(default="", converter=one_line)
    kind: LinkKind = LinkKind.PAGE

    def __attrs_post_init__(self) -> None:
        if not _URL.fullmatch(self.url):
            raise InvalidWorkout(
                gettext("{text} is not a link (like 'https://example.org/page')", text=shown(self.url))
            )


def links_tuple(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return *links* as a tuple."""
    return tuple(links)
