"""The bytes of a ZWO file → its elements, by expat, with nothing to expand and with their places.

Files of Zwift's own are often in Windows-1252, or have a bare ``&``; both are read as they are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import define, field

from workout_core import DocumentError, ImportContext, Problem, gettext, pgettext

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

ROOT: Final = "workout_file"
DEEPEST: Final = 50
MOST_ELEMENTS: Final = 100_000
PIECE: Final = 2**20
"""Letters given to expat at once: after a refusal it reads to the end of the piece."""
_ENCODING: Final = re.compile(
    r"(?i)utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-?8859-?[0-9]{1,2}|latin-?1|windows-?125[0-9]|cp125[0-9]"
)
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION: Final = re.compile(r"\s*<\?xml\s[^>]*\?>")
_INK: Final = re.compile(r"[^\n]")
_DOCTYPE: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BARE: Final = re.compile(r"&(?!(?:#[0-9]+|#x[0-9A-Fa-f]+|amp|lt|gt|quot|apos);)")
_LITERAL: Final = re.compile(r"<!\[CDATA\[|<!--")
"""What begins a part in which nothing is markup."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")


@define(eq=False)
class Element:
    """An element: its name and its attributes in lower case, and the place where it begins.

    Attributes:
        name: in lower case, without a prefix.
        shown: as it is written.
        attributes: by their names in lower case, each with its name as it is written and its value.
        line: from 1.
        column: from 1.
        children: the elements in it.
        letters: its own text, in pieces.
        used: the attributes that were asked for.
    """

    name: str
    shown: str
    attributes: dict[str, tuple[str, str]]
    line: int
    column: int
    children: list[Element] = field(factory=list)
    letters: list[str] = field(factory=list)
    used: set[str] = field(factory=set)

    @property
    def text(self) -> str:
        """Its own text, trimmed."""
        return cleaned("".join(self.letters))

    def has(self, name: str) -> bool:
        """Tell whether there is an attribute *name* with something in it."""
        return bool(self.value(name))

    def value(self, name: str) -> str:
        """Return the value of the attribute *name*; empty if there is none."""
        self.used.add(name)
        return self.attributes.get(name, ("", ""))[1].strip()

    def problem(self, message: str) -> DocumentError:
        """Return the error that *message* is wrong here."""
        return DocumentError([Problem(message=message, line=self.line, column=self.column)])


def cleaned(text: str) -> str:
    """Return *text* trimmed, without control characters, which no workout can hold."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def one_line(text: str) -> str:
    """Return *text* in one line."""
    return " ".join(filter(None, map(str.strip, cleaned(text).splitlines())))


def read_markup(data: bytes, context: ImportContext) -> Element:
    """Return the root element of a ZWO file.

    Raises:
        DocumentError: it is no ZWO, or damaged, or made to keep its reader busy; says the line and column.
    """
    return _MarkupReader().read(_text(data, context))


def _text(data: bytes, context: ImportContext) -> str:
    """Return the text, with its declaration blank, and each bare ``&`` as it should have been written."""
    text = _decoded(data, context)
    if ROOT not in text.lower():
        raise _no_root()
    # without a document type there are no entities to expand, whatever the version of expat
    for start, end, is_literal in _parts(text):
        if not is_literal and (found := _DOCTYPE.search(text, start, end)):
            message = gettext("declares a document type or entities, which no workout needs (remove it)")
            raise _error(text, found.start(), message)
    if declaration := _DECLARATION.match(text):
        text = _INK.sub(" ", declaration[0]) + text[declaration.end() :]
    return "".join(
        text[start:end] if is_literal else _BARE.sub("&amp;", text[start:end])
        for start, end, is_literal in _parts(text)
    )


def _no_root() -> DocumentError:
    return DocumentError([Problem(message=gettext("is not a ZWO file (it has no '<{name}>')", name=ROOT))])


def _parts(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the beginning and the end of each part of *text*, and whether nothing in it is markup."""
    start = 0
    while found := _LITERAL.search(text, start):
        yield start, found.start(), False
        close = "-->" if found[0] == "<!--" else "]]>"
        end = text.find(close, found.end())
        start = len(text) if end < 0 else end + len(close)
        yield found.start(), start, True
    yield start, len(text), False


def _error(text: str, at: int, message: str) -> DocumentError:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return DocumentError([Problem(message=message, line=line, column=column)])


def _decoded(data: bytes, context: ImportContext) -> str:
    declared = _DECLARED.search(data[:200])
    encoding = declared[1].decode() if declared else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16le" if data.startswith(b"<") else "utf-16be"
    elif data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8"
    if not _ENCODING.fullmatch(encoding):
        message = gettext(
            "is in {encoding}, which workouts are not in (save it in UTF-8)", encoding=repr(encoding)
        )
        raise DocumentError([Problem(message=message)])
    for each in (encoding, "utf-8", "cp1252"):
        try:
            text = data.decode(each)
        except (UnicodeError, LookupError):
            continue
        if each != encoding:
            context.warn(
                gettext(
                    "is not a text in {encoding}, and is read as {other} (save it in UTF-8)",
                    encoding=encoding,
                    other=_TITLES[each],
                )
            )
        return text.removeprefix("\ufeff")
    told = gettext("is not a text in {encoding} (save it in UTF-8)", encoding=encoding)
    raise DocumentError([Problem(message=told)])


_TITLES: Final = {"utf-8": "UTF-8", "cp1252": "Windows-1252"}


class _MarkupReader:
    """What is done where an element begins and where it ends."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0

    def read(self, text: str) -> Element:
        """Read the whole *text*."""
        from xml.parsers import expat

        self.parser = self._watched(expat.ParserCreate())
        try:
            for start in range(0, len(text), PIECE):
                self.parser.Parse(text[start : start + PIECE], False)  # noqa: FBT003 - it has no keywords
            self.parser.Parse("", True)  # noqa: FBT003 - the same
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            problem = gettext("is not a whole ZWO file: {reason} (export it anew)", reason=reason)
            raise DocumentError(
                [Problem(message=problem, line=error.lineno, column=error.offset + 1)]
            ) from None
        if self.root is None:
            raise _no_root()
        return self.root

    def _watched(self, parser: XMLParserType) -> XMLParserType:
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        return parser

    def _begin(self, shown: str, attributes: dict[str, str]) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        name = shown.rpartition(":")[2].lower()
        element = Element(name, shown, {}, line, column)
        self.count += 1
        if self.count > MOST_ELEMENTS:
            most = f"{MOST_ELEMENTS:,}".replace(",", pgettext("between the thousands of a number", ","))
            raise element.problem(gettext("has more than {most} elements, which no workout has", most=most))
        if len(self.open) == DEEPEST:
            raise element.problem(
                gettext("is nested more than {most} deep, which no workout is", most=DEEPEST)
            )
        for key, value in attributes.items():
            element.attributes.setdefault(key.lower(), (key, value))
        if self.open:
            self.open[-1].children.append(element)
        elif name == ROOT:
            self.root = element
        else:
            told = gettext(
                "is not a ZWO file: it begins with '<{shown}>' (not '<{name}>')", shown=shown, name=ROOT
            )
            raise element.problem(told)
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _say(self, letters: str) -> None:
        self.open[-1].letters.append(letters)
