"""Elements of HTML and SVG that are made without a template; a text inside becomes words and never tags."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from workout_core.patterns import NO_CHARACTER


class Markup(str):
    """Text that is HTML already; any other text is escaped where it becomes a part of it."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it as it is: what templates and notebooks ask for."""
        return str(self)


def without_forbidden(text: str) -> str:
    """Return *text* with a mark for each character that HTML forbids."""
    if text.isascii() and text.isprintable():  # nearly always, and found out in a tenth of the time
        return text
    return NO_CHARACTER.sub("\ufffd", text)


def escaped(text: str) -> Markup:
    """Return *text* as HTML: as it is if it is that already."""
    return text if isinstance(text, Markup) else Markup(escape(without_forbidden(text)))


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
