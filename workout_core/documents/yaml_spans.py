"""Where the parts of a YAML document begin and end, as the parser saw them."""

from __future__ import annotations

from typing import Any, TypeAlias

from workout_core.documents.tree import TreeError
from workout_core.languages import gettext

Mark: TypeAlias = Any
"""A place: ``index``, ``line`` and ``column``, all from 0."""


class Marked:
    """A part of a document.

    Attributes:
        start: where it begins.
        end: where it ends; a block ends where the next thing begins.
        text: of a scalar.
        style: of a scalar: a quote, ``|`` or ``>``; of an alias ``*``.
        is_list: whether it is a sequence.
        is_flow: whether it stands in brackets or braces.
        inside: the items, or keys and values in turns.
    """

    def __init__(
        self,
        start: Mark,
        end: Mark,
        text: str = "",
        style: str = "",
        *,
        is_list: bool = False,
        is_flow: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.style = style
        self.is_list = is_list
        self.is_flow = is_flow
        self.inside: list[Marked] = []

    @property
    def is_plain(self) -> bool:
        """Whether it is a scalar without quotes."""
        return not (self.style or self.is_list or self.is_flow or self.inside)

    @property
    def is_block_text(self) -> bool:
        """Whether it is a text of several lines below its key."""
        return self.style in ("|", ">")


def marked(text: str) -> tuple[Marked, Mark | None]:
    """Return the root of the document *text*, which can be read, and the mark of its end if it has one."""
    import yaml  # noqa: PLC0415 - only who edits YAML pays

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    open_now: list[Marked] = []
    root: Marked | None = None
    end: Mark | None = None
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionEndEvent):
            open_now.pop().end = event.end_mark
        elif isinstance(event, yaml.DocumentEndEvent):
            end = event.start_mark if event.explicit else None
        elif isinstance(event, yaml.NodeEvent):
            part = _part(event)
            if open_now:
                open_now[-1].inside.append(part)
            root = root or part
            if isinstance(event, yaml.CollectionStartEvent):
                open_now.append(part)
    if root is None:
        raise TreeError(gettext("the document is empty"))
    return root, end


def _part(event: Any) -> Marked:
    import yaml  # noqa: PLC0415 - it is there by now

    is_alias = isinstance(event, yaml.AliasEvent)
    style = "*" if is_alias else getattr(event, "style", "") or ""
    return Marked(
        start=event.start_mark,
        end=event.end_mark,
        text=getattr(event, "value", ""),
        style="" if isinstance(event, yaml.CollectionStartEvent) else style,
        is_list=isinstance(event, yaml.SequenceStartEvent),
        is_flow=bool(getattr(event, "flow_style", False)),
    )
