"""A line of gyms, in whatever order it says things → blocks or lines of the notation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.gym_blocks import block
from workout_core.notation.shorthand.gym_headings import heading_of
from workout_core.notation.shorthand.gym_items import Dosed
from workout_core.notation.shorthand.gym_lines import whole
from workout_core.notation.shorthand.gym_reader import read_items
from workout_core.notation.shorthand.gym_spelling import GymSpeller, Steps
from workout_core.notation.shorthand.pieces import Ambiguous, NotShorthand
from workout_core.notation.shorthand.questions import NUMBER_OF_WHAT
from workout_core.notation.shorthand.tokens import plain_looks
from workout_core.patterns import lazy_pattern

_LOOKALIKES: Final = frozenset("\u0130\u0131\u017f\u212a")
"""Letters that patterns without case take for those of a word."""
_FIGURE: Final = lazy_pattern("[0-9]")
_BULLET: Final = lazy_pattern(r"(?:> ?)*(?:[-*\u2022]\s+|[0-9]{1,2}[.)]\s+(?=\S))?")
_END: Final = lazy_pattern(r"[\s.;,]*$")
_SECONDS: Final = lazy_pattern(
    r"(?<=[0-9])\s?(?:''|\")(?=\s*(?:$|[-,;/)(x@]|(?:hold|each|per|ea|e/s|rest|on|off|side|w/)))"
)
_MINUTES_SECONDS: Final = lazy_pattern(r"\b([0-9]{1,2})'([0-5][0-9])(?:\"|s(?!\w))?(?![0-9])")
_INCHES: Final = lazy_pattern(r"(?<=[0-9])\s?\"")
_SQUARE: Final = lazy_pattern(r"(?P<before>^|x\s*)\[(?P<inside>[^\[\]]*)\]", re.IGNORECASE)
_REST_IN_MINUTES: Final = lazy_pattern(r"(?<=[0-9])m(?=\s+(?:rest|break|off|between)\b)", re.IGNORECASE)
"""A letter that cannot be one of metres: nobody rests for a distance."""
_MINUTES: Final = lazy_pattern(r"(?<=[0-9])'(?!\w)")
_GLUED: Final = lazy_pattern(r"(?<=[0-9])(?=(?:ea|each|per|e/s|rest|hold)\b)", re.IGNORECASE)
_JOINS: Final = lazy_pattern(
    r"\s*(;|,?\s+(?:and\s+)?then\s*:?|,?\s+followed\s+by|\s\+|\s>|\s\|)\s+", re.IGNORECASE
)
_NO_UNIT: Final = lazy_pattern(
    r"\b[0-9]{1,2}\s?x\s?[0-9]{1,2}\s?x\s?(?P<load>[0-9]{2,3}(?:\.5)?)(?![\w.%]|\s*(?:kg|lb|%|kilo|pound))"
    r"|\b[0-9]{1,2}\s?x\s?[0-9]{1,2}\s(?P<last>[0-9]{2,3}(?:\.5)?)$",
    re.IGNORECASE,
)
_LOGGED: Final = lazy_pattern(
    r"(?<![\w.])((?:[3-9][0-9]|[1-9][0-9]{2})(?:\.5)?)\s?x\s?([1-9][0-9]?)(?![\w.]|\s?x)", re.IGNORECASE
)
"""A load and its repetitions, as in logs: ``100x5``."""
_UNITS: Final = ("kg", "lb")
_OF_THE_NOTATION: Final = lazy_pattern(
    r"skip\s+last\s+rest|repeat\s+until|\b[0-9]+,[0-9]+(?![0-9,])", re.IGNORECASE
)
"""Words of the notation, which knows better what is wrong, and decimals with a comma."""
_FEET: Final = ("jog", "walk", "run", "recover", "easy")


def read_gym(text: str, answers: Mapping[str, int], steps: Steps) -> str:
    """Return *text* in the notation.

    Args:
        text: one line.
        answers: to what was asked about it.
        steps: reads what is no exercise.

    Raises:
        NotShorthand: it is not understood.
        Ambiguous: it can be meant in several ways.
    """
    if not _LOOKALIKES.isdisjoint(text) or not (_FIGURE.search(text) or "tabata" in text.casefold()):
        raise NotShorthand
    if _OF_THE_NOTATION.search(text):
        raise NotShorthand
    text = _prepared(text)
    text = _with_units(text, answers)
    is_circuit = "circuit" in text.partition(":")[0].casefold()
    heading, text = heading_of(text)
    speller = GymSpeller(steps, heading.role, heading.kind, answers)
    answers = {**answers, "all": 0, "circuit": 0} if is_circuit else answers
    first, chunks = _leading(text, steps)
    try:
        made = [*first, *_whole(_without_heading("".join(chunks)), answers, speller)]
    except NotShorthand:
        if len(chunks) == 1:
            raise
        made = [*first]
        for chunk in chunks[::2]:
            said = steps(chunk)
            if said and said.startswith(("rest", *_FEET[:2])):
                raise NotShorthand from None  # it may be done after each round
            made += [said] if said is not None else _whole(chunk.strip(), answers, speller)
            speller.role = ""
    if not speller.exercises:
        raise NotShorthand  # it is a run, which others know better
    return "; ".join(made)


def _prepared(text: str) -> str:
    text = plain_looks(text)
    text = text[_BULLET.match(text).end() :]  # type: ignore[union-attr]
    if text.count('"') == 1:  # which begins no cue
        text = _INCHES.sub("s", text)
    text = _SQUARE.sub(r"\g<before>(\g<inside>)", text)
    text = _REST_IN_MINUTES.sub("min", text)
    text = _MINUTES_SECONDS.sub(r"\1min\2s", _SECONDS.sub("s", _END.sub("", text)))
    return _GLUED.sub(" ", _MINUTES.sub("min", text))


def _with_units(text: str, answers: Mapping[str, int]) -> str:
    """Return *text* with a unit for a load that has none: ``3x8x135``.

    Raises:
        Ambiguous: it is not said which.
    """
    if len(_LOGGED.findall(text)) > 1 and "kg" not in text and "lb" not in text:
        if "load" not in answers:
            raise Ambiguous("load", gettext_noop("kilograms or pounds?"), len(_UNITS))
        return whole(_LOGGED.sub(rf"\1{_UNITS[answers['load']]} x \2", text))[0]
    found = _NO_UNIT.search(text)
    if found is None:
        return text
    if "load" not in answers:
        raise Ambiguous("load", NUMBER_OF_WHAT, len(_UNITS), number=found["load"] or found["last"])
    return f"{text[: found.end()]}{_UNITS[answers['load']]}{text[found.end() :]}"


def _leading(text: str, steps: Steps) -> tuple[list[str], list[str]]:
    """Return the steps of a run with which *text* begins, and the pieces of what is left."""
    if "(" in text and ")" not in text:
        raise NotShorthand
    pieces = _JOINS.split(text)
    made: list[str] = []
    while len(pieces) > 2 and (said := steps(pieces[0])) is not None:  # noqa: PLR2004 - one, a join and another
        made.append(said)
        pieces = pieces[2:]
    return made, [f"{each} " if number % 2 else each for number, each in enumerate(pieces)]


def _without_heading(text: str) -> str:
    """Return *text* without a heading that says nothing: ``easy 20min + strength: squat 3x8``."""
    heading, behind = heading_of(text)
    return behind if not (heading.role or heading.kind) else text


def _whole(text: str, answers: Mapping[str, int], speller: GymSpeller) -> list[str]:
    inner = block(text, answers, speller)
    if inner is None and "circuit" in answers:
        raise NotShorthand  # a circuit of which it is not said how often
    return [inner] if inner is not None else _items(text, speller)


def _items(text: str, speller: GymSpeller) -> list[str]:
    """Return exercises one after the other."""
    made: list[str] = []
    items = read_items(text)
    has_sets = False
    for each in items:
        if not isinstance(each, Dosed) or (each.is_bare and not (each.sets or each.side) and len(items) == 1):
            raise NotShorthand
        if each.join == ";" or (each.join.endswith("then") and each.clauses.loads):
            speller.role = ""
        made.append(speller.line(each))
        has_sets |= bool(each.sets)
        if made[-1].startswith(_FEET) and each.join == "," and has_sets and not speller.role:
            raise NotShorthand  # it may be done after each set
    return made
