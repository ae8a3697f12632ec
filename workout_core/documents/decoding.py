"""The bytes of a document as text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workout_core.budget import refuse_larger
from workout_core.errors import DocumentError, Problem, TooMuchWork
from workout_core.languages import gettext

_WIDE: Final = (((b"\xff\xfe\0\0", b"\0\0\xfe\xff"), "UTF-32"), ((b"\xff\xfe", b"\xfe\xff"), "UTF-16"))


def decoded(data: bytes, file: str = "") -> str:
    """Return *data* of *file*, a text in UTF-8, with Unix line ends and without a byte order mark.

    Raises:
        DocumentError: it is too large, or no UTF-8; the place of the first byte that is not is told.
    """
    try:
        refuse_larger(data)
    except TooMuchWork as error:
        raise unreadable(str(error), file) from None
    for marks, name in _WIDE:
        if data.startswith(marks):
            raise unreadable(gettext("is {name} text (save it as UTF-8)", name=name), file)
    if b"\0" in data:
        raise unreadable(gettext("is not a text but binary data"), file)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start, file) from None


def _not_utf8(data: bytes, start: int, file: str) -> DocumentError:
    line_start = data.rfind(b"\n", 0, start) + 1
    problem = Problem(
        message=gettext("not UTF-8: byte 0x{byte} (save it as UTF-8)", byte=f"{data[start]:02x}"),
        line=data.count(b"\n", 0, start) + 1,
        column=len(data[line_start:start].decode()) + 1,
        file=file,
        text=data[line_start:].partition(b"\n")[0].decode(errors="replace").rstrip("\r"),
    )
    return DocumentError([problem])


def unreadable(message: str, file: str) -> DocumentError:
    """Return the error of a *file* of which nothing can be read."""
    return DocumentError([Problem(message=message, file=file)])


def not_a_document(file: str) -> DocumentError:
    """Return the error of a *file* of another format where only a document will do."""
    told = gettext(
        "is of another format, not a document (convert it first: '{command}')",
        command=f"workout read {file} -o {Path(file).stem}.yaml",
    )
    return unreadable(told, file)
