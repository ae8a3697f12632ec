"""The languages in which people are told about workouts: English in the code, the others in catalogues.

* :mod:`~workout_core.languages.spoken` - which one is spoken now, and how a message is said in it
* ``de.po`` - the messages in German; ``de.mo`` - the same, compiled

Documents, the notation and commands are in English in every language.
"""

from workout_core.languages.spoken import (
    Language,
    decimal_sign,
    gettext,
    gettext_noop,
    in_language,
    language,
    ngettext,
    npgettext,
    pgettext,
    pgettext_noop,
    speak,
)

__all__ = [
    "Language",
    "decimal_sign",
    "gettext",
    "gettext_noop",
    "in_language",
    "language",
    "ngettext",
    "npgettext",
    "pgettext",
    "pgettext_noop",
    "speak",
]
