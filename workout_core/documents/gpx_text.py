"""The bytes of a GPX file → its text, in which there is nothing to be expanded."""

from __future__ import annotations

import re
from typing import Final

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext

_ENCODING: Final = re.compile(
    r"(?i)utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-?8859-?[0-9]{1,2}|latin-?1|windows-?125[0-9]|cp125[0-9]"
)
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION: Final = re.compile(r"\s*<\?xml\s[^>]*\?>")
_INK: Final = re.compile(r"[^\n]")
_DOCTYPE: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def gpx_text(data: bytes, name: str) -> str:
    """Return the text of a GPX file called *name*, by its byte order mark or its declaration.

    The declaration is blank: it has served, and exporters get it wrong, or put an empty line before it.

    Raises:
        InvalidWorkout: it is no text, or none of GPX, or declares a document type or entities.
    """
    text = _decoded(data, name)
    if "gpx" not in text:
        raise no_gpx(name)
    # Without a document type there are no entities to expand, whatever the version of expat, which could
    # not be stopped in time: it reads on after a handler has raised.
    if found := _DOCTYPE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        reason = gettext("declares a document type or entities, which no course does (export it anew)")
        raise InvalidWorkout(f"{name}:{line}:{column} {reason}")
    declaration = _DECLARATION.match(text)
    return _INK.sub(" ", declaration[0]) + text[declaration.end() :] if declaration else text


def no_gpx(name: str) -> InvalidWorkout:
    """Return the error of a file that is something else."""
    return InvalidWorkout(gettext("{name} is not a GPX file (it has no '<gpx>')", name=name))


def _decoded(data: bytes, name: str) -> str:
    declared = _DECLARED.search(data[:200])
    encoding = declared[1].decode() if declared else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    if not _ENCODING.fullmatch(encoding):
        raise InvalidWorkout(
            gettext(
                "{name} is in {encoding}, which courses are not in (export it anew)",
                name=name,
                encoding=shown(encoding),
            )
        )
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        told = gettext("{name} is not a text in {encoding} (export it anew)", name=name, encoding=encoding)
        raise InvalidWorkout(told) from None
