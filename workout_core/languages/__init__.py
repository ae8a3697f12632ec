"""The languages in which people are told about workouts: English in the code, the others in catalogues.

* :mod:`~workout_core.languages.spoken` - which one is spoken now, and how a message is said in it
* ``de.po`` - the messages in German; ``de.mo`` - the same, compiled

Documents, the notation and commands are in English in every language.
"""

from workout_core.languages.spoken import (
    Language,
    chosen_language,
    decimal_sign,
    gettext,
    gettext_noop,
    in_language,
    language,
    language_scope,
    ngettext,
    npgettext,
    pgettext,
    pgettext_noop,
    quoted,
    speak,
)

__all__ = [
    "Language",
    "chosen_language",
    "decimal_sign",
    "gettext",
    "gettext_noop",
    "in_language",
    "language",
    "language_scope",
    "ngettext",
    "npgettext",
    "pgettext",
    "pgettext_noop",
    "quoted",
    "speak",
]
