"""The three standard streams, which nothing else touches: words for people, made safe, and exact data."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import MappingProxyType
from typing import Any, BinaryIO, Final, TextIO

import click

_USUAL: Final = 80
_HELP: Final = (50, 80)
"""The narrowest and the widest that click writes help."""
_SPELT: Final = MappingProxyType(
    str.maketrans(
        {
            "\N{HORIZONTAL ELLIPSIS}": "...",
            "\N{MULTIPLICATION SIGN}": "x",
            "\N{MIDDLE DOT}": "-",
            "\N{EN DASH}": "-",
            "\N{EM DASH}": "-",
            "\N{MINUS SIGN}": "-",
            "\N{RIGHT SINGLE QUOTATION MARK}": "'",
            "\N{GREATER-THAN OR EQUAL TO}": ">=",
            "\N{LESS-THAN OR EQUAL TO}": "<=",
            "\N{RIGHTWARDS ARROW}": "->",
            "\N{FULL BLOCK}": "#",
        }
    )
)
"""The signs of our own sentences, for a terminal that has no more than ASCII."""
_VISIBLE: Final = "workout-visible"
_kept: list[TextIO | None] = []
"""Standard output, while what others print goes elsewhere."""


class Styled(str):
    """Text with escape codes of our own, in which everything else is safe already."""

    __slots__ = ()


def styled(text: str, **style: Any) -> Styled:
    """Return *text* in the *style* that :func:`click.style` knows."""
    return Styled(click.style(visible(text), **style))


def visible(text: str) -> str:
    r"""Return *text* with what a terminal would obey, or turn around, spelt as Python does: ``\x1b``."""
    if isinstance(text, Styled) or text.isprintable():
        return text
    from workout_core.patterns import OBEYED

    return OBEYED.sub(lambda found: _spelt(found[0]), text)


def _spelt(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004


def echo(text: str = "", *, err: bool = False, end: str = "\n", colour: bool | None = None) -> None:
    """Print words for people, on stdout or on stderr.

    Args:
        text: what a terminal would obey in it is shown instead, unless it is :class:`Styled`.
        err: on stderr, which may be closed.
        end: what follows.
        colour: whether colours and bold are kept; where it is None, a terminal has them and a file has not.

    Raises:
        OSError: stdout is closed, or the disk is full.
    """
    stream = sys.stderr if err else _output()
    if stream is not None:
        # click would write UTF-8 to a stream of ASCII if it were to find standard output itself.
        click.echo(f"{visible(text)}{end}", file=stream, nl=False, color=colour)


def clear_screen() -> bool:
    """Clear the terminal that stdout is, and tell whether it is one.

    Raises:
        OSError: stdout is closed.
    """
    stream = _output()
    if not stream.isatty():
        return False
    echo(Styled("\x1b[2J\x1b[H"), end="")
    return True


def print_data(data: bytes) -> None:
    """Write *data* to stdout, to the byte.

    Raises:
        OSError: stdout is closed, or the disk is full.
    """
    stream = _output()
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def print_document(text: str) -> None:
    r"""Write a document to stdout: UTF-8 with ``\n``, whatever the code page; safe where a terminal shows it.

    Raises:
        OSError: stdout is closed, or the disk is full.
    """
    print_data((visible(text) if _output().isatty() else text).encode())


def print_json(value: Any) -> None:
    """Write *value* to stdout as JSON, in which escapes stand for what a terminal would obey.

    Raises:
        OSError: stdout is closed, or the disk is full.
    """
    import json

    from workout_core.documents.json_text import json_text
    from workout_core.patterns import OBEYED

    print_data(f"{OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], json_text(value))}\n".encode())


def log_json(value: Any) -> None:
    """Write *value* to stderr as a line of JSON, if there is a stderr; a server does so for each request.

    Raises:
        OSError: the disk is full, or nobody reads it any more.
    """
    import json

    if sys.stderr is not None:
        sys.stderr.write(json.dumps(value).replace("\x7f", "\\u007f") + "\n")
        sys.stderr.flush()


def standard_input() -> BinaryIO:
    """Return stdin.

    Raises:
        OSError: it is closed.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, "is closed", "standard input")
    return sys.stdin.buffer


def ask_secret(question: str) -> str:
    """Return what somebody types after *question*, unseen; or else the first line of stdin.

    Raises:
        OSError: stdin is closed.
    """
    stream = standard_input()
    if not stream.isatty():
        return stream.readline().decode(errors="replace").rstrip("\r\n")
    from getpass import getpass

    return getpass(question)


@contextmanager
def others_aside() -> Iterator[None]:
    """Send to stderr what anybody else prints meanwhile, such as a plugin: stdout carries data."""
    _kept.append(sys.stdout if not _kept else _kept[0])
    before, sys.stdout = sys.stdout, sys.stderr
    try:
        yield
    finally:
        sys.stdout = before
        _kept.pop()


def set_others_aside() -> None:
    """Send to stderr for good what anybody prints: of several processes, one prints on stdout."""
    sys.stdout = sys.stderr


def _stdout() -> TextIO | None:
    return _kept[0] if _kept else sys.stdout


def _output() -> TextIO:
    stream = _stdout()
    if stream is None:
        raise OSError(errno.EBADF, "is closed", "standard output")
    return stream


def error_terminal() -> TextIO | None:
    """Return stderr if it is a terminal."""
    return sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None


def output_encoding() -> str:
    """Return the encoding of stdout, in lower case."""
    return (getattr(_stdout(), "encoding", None) or "utf-8").lower()


def show_what_cannot_be_encoded() -> None:
    r"""Let stdout and stderr spell what their encoding lacks, ``\u0142``: a ``?`` could be content."""
    codecs.register_error(_VISIBLE, _in_ascii)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_VISIBLE)


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_SPELT)
    return "".join(letter if letter.isascii() else _spelt(letter) for letter in text), error.end


def flush_output() -> None:
    """Write out what is left.

    Raises:
        OSError: that failed; nothing is left then.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
    except OSError:
        drop_output()
        raise


def drop_output() -> None:
    """Drop what is left to print; that a reader goes away, as ``head`` does, is no failure."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def terminal_columns() -> int:
    """Return what ``COLUMNS`` says, or else the terminal, or 80 where there is none.

    This is what :func:`shutil.get_terminal_size` does; importing that takes longer than printing a help.
    """
    with suppress(KeyError, ValueError):
        if (columns := int(os.environ["COLUMNS"])) > 0:
            return columns
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL  # type: ignore[union-attr]
    return _USUAL


def help_columns() -> int:
    """Return the width of helps, as click would find it."""
    narrowest, widest = _HELP
    return max(min(terminal_columns(), widest) - 2, narrowest)
