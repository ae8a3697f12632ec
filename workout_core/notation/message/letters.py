"""The lines of a message without what mail programs put before and around them."""

from __future__ import annotations

from typing import Final, NamedTuple

from workout_core.patterns import lazy_pattern

_ENTITY: Final = lazy_pattern(r"&nbsp;|&#160;|&#xA0;")
_ODD_SPACE: Final = lazy_pattern(r"[^\S\n\t ]|[\u200b\u2060\ufeff]")
_QUOTED: Final = lazy_pattern(r"(?: {0,3}>)+ ?")
_BULLET: Final = lazy_pattern(r"\s*(?:[-*+\u2022\u25cf\u25e6\u2023\u00b7\u2013\u2014]\s+(?=\S))?")
_EMPHASIS: Final = lazy_pattern(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")


class TypedLine(NamedTuple):
    """One line as it was typed.

    Attributes:
        number: in the text, from 1.
        text: without the ``>`` of a quoted e-mail; every space in it is a plain one, or a tab.
        column: of its first letter, from 1.
    """

    number: int
    text: str
    column: int = 1

    def tail(self, text: str) -> TypedLine:
        """Return what *text*, a part of this line, is as a line of its own."""
        return TypedLine(self.number, text, self.column + max(self.text.find(text), 0))


def typed_lines(text: str) -> list[TypedLine]:
    """Return the lines of *text*."""
    text = _ENTITY.sub(lambda found: " " * len(found[0]), text)
    lines = []
    for number, line in enumerate(_ODD_SPACE.sub(" ", text).split("\n"), 1):
        found = _QUOTED.match(line)
        start = found.end() if found else 0
        lines.append(TypedLine(number, line[start:].rstrip(), start + 1))
    return lines


def plain_words(text: str) -> tuple[str, bool]:
    """Return *text* without a bullet and emphasis, and whether all of it was emphasised."""
    found = _BULLET.match(text)
    words = text[found.end() :] if found else text
    if emphasis := _EMPHASIS.match(words):
        tail = words[emphasis.end() :]
        return f"{emphasis[2]}{tail}", not tail.strip(" :")
    return words, False
