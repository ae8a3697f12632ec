r"""Texts of others within Markdown, and back: nothing in them is taken for markup.

What CommonMark takes for markup can be escaped with a backslash if it is ASCII punctuation (CommonMark 0.31,
2.4), also what the dialects of GitHub and Obsidian add: ``~``, ``|``, ``$``, ``==``, ``%%``.
"""

from __future__ import annotations

import re
from typing import Final

from workout_core import Link, LinkKind
from workout_markdown.vocabulary import say_link_kind, vocabulary

BETWEEN: Final = " \N{MIDDLE DOT} "
_KIND: Final = re.compile(r" \(([^()]+)\)$")
_URL: Final = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?'\"()*_~\[\]]", re.IGNORECASE)
_NOT_PLAIN: Final = re.compile(r"[()\\<>]|&(?=[#\w]+;)")
_NOT_PLAIN_INSIDE: Final = re.compile(r"[\\<>&]")
_ESCAPED: Final = r"\\\g<0>"
_MARKUP: Final = re.compile(r"[\\`*_\[\]<#|~$]|==|%%|&(?=[#\w]+;)")
_START: Final = re.compile(r"(?:[-+=>:]|[0-9]+(?=[.)]))")
_WRITTEN: Final = re.compile(r"\\([!-/:-@\[-`{-~])|<(https?://[^\s<>]+)>", re.IGNORECASE)
_TITLED: Final = re.compile(r"\[((?:[^\\\[\]]|\\.)*)\]\((?:<((?:[^\\<>]|\\.)*)>|([^\s()]*))\)")


def escaped(text: str) -> str:
    """Return *text*, a line of it at most, as it is written in Markdown; addresses become links."""
    parts: list[str] = []
    end = 0
    for found in _URL.finditer(text):
        parts += _without_markup(text[end : found.start()]), f"<{found[0]}>"
        end = found.end()
    return "".join((*parts, _without_markup(text[end:])))


def _without_markup(text: str) -> str:
    return _MARKUP.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), text)


def line_start(text: str) -> str:
    """Return *text*, which is escaped, so that it does not begin a list, a quotation or a rule."""
    text = text.lstrip()
    found = _START.match(text)
    if not found:
        return text
    place = found.end() if found[0].isdigit() else 0
    return f"{text[:place]}\\{text[place:]}"


def paragraphs(text: str) -> list[str]:
    """Return the lines of *text* in Markdown, with the line breaks that it has; [] if there is nothing."""
    lines = [line_start(escaped(line.strip())) for line in text.split("\n")] if text else []
    return [
        f"{line}\\" if line and number + 1 < len(lines) and lines[number + 1] else line
        for number, line in enumerate(lines)
    ]


def link(given: Link) -> str:
    """Return a link, by its title if it has one, and what it leads to if that is no page."""
    kind = "" if given.kind is LinkKind.PAGE else f" ({say_link_kind(given.kind)})"
    if not given.title and _URL.fullmatch(given.url):
        return f"<{given.url}>{kind}"
    is_plain = not _NOT_PLAIN.search(given.url)
    target = given.url if is_plain else f"<{_NOT_PLAIN_INSIDE.sub(_ESCAPED, given.url)}>"
    return f"[{_without_markup(given.title or given.url)}]({target}){kind}"


def read_inline(text: str) -> str:
    """Return what *text* says, as it was before it was escaped."""
    return _WRITTEN.sub(lambda found: found[1] or found[2], text)


def read_paragraphs(lines: list[str]) -> str:
    """Return the text of *lines*, which are paragraphs with line breaks."""
    return "\n".join(read_inline(_without_break(line.strip())) for line in lines).strip()


def _without_break(line: str) -> str:
    """Return *line* without the backslash that breaks it; one that is itself escaped stays."""
    backslashes = len(line) - len(line.rstrip("\\"))
    return line[:-1] if backslashes % 2 else line


def read_link(line: str) -> Link | None:
    """Return the link that is all of *line*, if it is one."""
    said = _KIND.search(line)
    kind = vocabulary().links.get(said[1]) if said else None
    if said and kind:
        line = line[: said.start()]
    kind = kind or LinkKind.PAGE
    if (found := _WRITTEN.fullmatch(line)) and found[2]:
        return Link(found[2], kind=kind)
    if found := _TITLED.fullmatch(line):
        title, url = read_inline(found[1]), read_inline(found[2] or found[3] or "")
        if _URL.match(url):
            return Link(url, "" if title == url else title, kind)
    return None
