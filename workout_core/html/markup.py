"""Elements of HTML and SVG; a text inside becomes words and never tags."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from workout_core.model.link import Link, LinkKind
from workout_core.patterns import NO_CHARACTER

BETWEEN: Final = " · "


class Markup(str):
    """Text that is HTML already; any other text is escaped where it becomes a part of it."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Return *text* as HTML: as it is if it is that already; a mark for what HTML forbids."""
    return text if isinstance(text, Markup) else Markup(escape(NO_CHARACTER.sub("\ufffd", text)))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Return *parts* behind each other; those that are empty are left out."""
    return Markup(escaped(between).join(escaped(part) for part in parts if part))


def element(tag: str, *inside: str, **attributes: str) -> Markup:
    """Return an element.

    Args:
        tag: its name.
        inside: what it holds.
        attributes: an underscore in a name is a hyphen, and one at the end is left out; so is what is empty.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value
    )
    return Markup(f"<{tag}{given}>{joined(inside)}</{tag}>")


def name_of(text: str) -> Markup:
    """Return a name inside a line; one that is written from the right does not turn the words around it."""
    return element("bdi", text)


def paragraphs(text: str, class_: str) -> Markup:
    """Return *text* with a paragraph for each blank line in it; its other lines stay lines."""
    return joined(
        (element("p", part, class_=class_, dir="auto") for part in text.split("\n\n") if part), "\n"
    )


def link_list(links: tuple[Link, ...]) -> Markup:
    """Return *links* as a list, or nothing if there are none."""
    return element("ul", *map(_link, links), class_="links") if links else Markup()


def _link(link: Link) -> Markup:
    kind = "" if link.kind is LinkKind.PAGE else f" ({link.kind.value})"
    titled = "titled" if link.title else ""
    return element("li", element("a", name_of(link.title or link.url), href=link.url, class_=titled), kind)
