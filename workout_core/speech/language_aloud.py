"""How one language is read aloud: a record that its module fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen


@frozen(kw_only=True)
class LanguageAloud:
    """What :func:`~workout_core.speech.aloud.aloud` and what is said ask of a language.

    Attributes:
        spelled: writes out what is abbreviated, in a text that may be words alone otherwise.
        in_words: writes out numbers, units and abbreviations; gets plain digits in one line.
        signs: a word or a pause for each sign that is heard.
        within: a sentence as it stands after other words: ``eight hundred metres``.
        shorter: what is held, to who has heard it before: paces and efforts without their unit.
        several: more than one of what an exercise is called; the name itself where it has no such form.
        small: the name of an exercise, as it stands after a number.
    """

    spelled: Callable[[str], str]
    in_words: Callable[[str], str]
    signs: Mapping[str, str]
    within: Callable[[str], str]
    shorter: Callable[[str], str]
    several: Callable[[str], str]
    small: Callable[[str], str]
