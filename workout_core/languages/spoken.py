"""Which language is spoken, and how a message is said in it.

The functions have the names and the meanings of GNU gettext. A message is a text in English, with the
names of its values in braces: ``gettext("with {load}", load="60 kg")``. Without another language nothing
is looked up, and no catalogue is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gettext import NullTranslations


class Language(Enum):
    """What people are told about workouts in, by its tag (BCP 47)."""

    ENGLISH = "en"
    GERMAN = "de"


_ENGLISH: Final = Language.ENGLISH
"""To look a member of an enumeration up costs more than all else that English needs."""
_SPOKEN: Final[ContextVar[Language | None]] = ContextVar("language", default=None)
_CATALOGUE: Final[ContextVar[NullTranslations | None]] = ContextVar("catalogue", default=None)
"""Where messages are looked up; None for English, in which they are written."""
_spoken = _CATALOGUE.get


def language() -> Language:
    """Return the language that is spoken now; English where nobody has chosen one."""
    return _SPOKEN.get() or _ENGLISH


def chosen_language() -> Language | None:
    """Return the language that somebody has chosen; None where nobody has."""
    return _SPOKEN.get()


def speak(chosen: Language | None) -> None:
    """Speak *chosen* to the end of the :func:`language_scope`, unless a language is chosen already."""
    if chosen is not None and _SPOKEN.get() is None:
        _choose(chosen)


def _choose(chosen: Language) -> None:
    _SPOKEN.set(chosen)
    _CATALOGUE.set(None if chosen is Language.ENGLISH else _catalogue(chosen))


@contextmanager
def in_language(chosen: Language | str | None, *, otherwise: bool = False) -> Iterator[None]:
    """Speak *chosen* as long as the block lasts; None changes nothing.

    Args:
        chosen: the language, or its tag: ``de``.
        otherwise: only where nobody has chosen one already.

    Raises:
        ValueError: nothing is said in it here.
    """
    spoken = None if chosen is None else Language(chosen)
    with language_scope():
        if spoken is not None and not (otherwise and _SPOKEN.get() is not None):
            _choose(spoken)
        yield


@contextmanager
def language_scope() -> Iterator[None]:
    """Let no choice of the block outlast it."""
    spoken, catalogue = _SPOKEN.set(_SPOKEN.get()), _CATALOGUE.set(_CATALOGUE.get())
    try:
        yield
    finally:
        _SPOKEN.reset(spoken)
        _CATALOGUE.reset(catalogue)


@cache
def _catalogue(chosen: Language) -> NullTranslations:
    # only for another language than English
    from gettext import GNUTranslations  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    with Path(__file__).with_name(f"{chosen.value}.mo").open("rb") as file:
        return GNUTranslations(file)


def gettext(message: str, /, **values: object) -> str:
    """Say *message*, with its *values* in the places of their names."""
    catalogue = _spoken()
    said = catalogue.gettext(message) if catalogue else message
    return said.format_map(values) if values else said


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Say *one* or *many*, as the number *n* wants it, which is ``{n}`` in the message."""
    catalogue = _spoken()
    said = catalogue.ngettext(one, many, n) if catalogue else one if n == 1 else many
    return said.format_map({"n": n, **values})


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Say *message*; the *context* tells apart what is one word in English, but several elsewhere."""
    catalogue = _spoken()
    said = catalogue.pgettext(context, message) if catalogue else message
    return said.format_map(values) if values else said


def npgettext(context: str, one: str, many: str, n: int, /, **values: object) -> str:
    """Say *one* or *many* of a *context*, as the number *n* wants it."""
    catalogue = _spoken()
    said = catalogue.npgettext(context, one, many, n) if catalogue else one if n == 1 else many
    return said.format_map({"n": n, **values})


def gettext_noop(message: str) -> str:
    """Return *message* as it is; it stands in a table, and is said with :func:`gettext` later."""
    return message


def pgettext_noop(context: str, message: str) -> str:  # noqa: ARG001 - the catalogue is made from it
    """Return *message* as it is; it is said with :func:`pgettext` and the same *context* later."""
    return message


def quoted(text: str) -> str:
    """Return *text* in quotation marks and in one line, with what nobody sees spelt out."""
    spelt = repr(text)
    if _spoken() is None:
        return spelt
    return pgettext("in quotation marks", "'{text}'", text=spelt[1:-1].replace("\\'", "'"))


def decimal_sign() -> str:
    """Return what stands before the tenths of a number: ``10.5``, ``10,5``."""
    if _spoken() is None:  # numbers are said all the time
        return "."
    return pgettext("before the tenths of a number", ".")
