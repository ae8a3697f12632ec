"""``race … in …`` and ``progress … from … to …``: one line that a recipe makes many steps of.

Each word of such a line names a parameter of the recipe, which reads what stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from workout_core.errors import InvalidParameter, InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.workout import Workout
from workout_core.notation import grammar
from workout_core.notation.layout import Part, Statement
from workout_core.notation.suggestions import NotationError
from workout_core.patterns import lazy_pattern
from workout_core.recipes.built_in import recipe_called
from workout_core.units import Units, read_distance, read_time


class GeneratedLine(NamedTuple):
    """One kind of line.

    Attributes:
        recipe: that makes steps of it.
        words: and the parameter that each gives.
        fixed: parameters that such a line never has.
        asks: what to ask when nothing stands before the words, a message with its ``{example}``.
        example: of such a line.
    """

    recipe: str
    words: Mapping[str, str]
    fixed: Mapping[str, Any]
    asks: str
    example: str


FORMS: Final = MappingProxyType(
    {
        "race": GeneratedLine(
            recipe="race",
            words=MappingProxyType(
                {
                    "in": "goal",
                    "negative": "split",
                    "positive": "split",
                    "even": "split",
                    "halves": "shape",
                    "by": "every",
                    "~": "tolerance",
                }
            ),
            fixed=MappingProxyType({"warmup": None, "cooldown": None}),
            asks=gettext_noop("how far? (like {example})"),
            example="race 10km in 47:30 negative 2% by 1km ~5s",
        ),
        "progress": GeneratedLine(
            recipe="progressive",
            words=MappingProxyType({"from": "from", "to": "to", "by": "every", "~": "tolerance"}),
            fixed=MappingProxyType({}),
            asks=gettext_noop("how far, or how long? (like {example})"),
            example="progress 20km from 5:40/km to 4:50/km by 5km ~8s",
        ),
    }
)
_ALONE: Final = MappingProxyType({"even": "0%", "halves": "halves"})
"""Words that need nothing behind them, and what they give."""
SIGNED: Final = ("negative", "positive")
_HEAD: Final = lazy_pattern(r"(race|progress)(?=\s+[^\s:])", re.IGNORECASE)
_AT: Final = lazy_pattern(rf"at\s+(?P<where>[^\s\"][^\"]*){grammar.CUE}\s*", re.IGNORECASE)
_WITH_CUE: Final = lazy_pattern(rf"([^\"]*){grammar.CUE}")
_AT_WORD: Final = lazy_pattern(r"at\b", re.IGNORECASE)


def is_generated(part: Part) -> bool:
    """Tell whether *part* begins a line that a recipe makes steps of."""
    return _HEAD.match(part.text) is not None and grammar.LABEL.match(part.text) is None


def is_cue(part: Part) -> bool:
    """Tell whether *part* is a cue at a distance: ``at 16km "Now race"``."""
    return _AT_WORD.match(part.text) is not None


def gathered(statements: list[Statement]) -> list[Statement]:
    """Return *statements*, with the ``at`` lines behind or below a generated one as further parts of it."""
    made: list[Statement] = []
    takes_cues = False
    for statement in statements:
        cues = _cues_of(statement)
        if takes_cues and cues:
            made[-1].parts += cues
            continue
        made.append(statement)
        takes_cues = _ends_generated(statement)
        below = [_cues_of(inner) for inner in statement.inside or ()]
        if takes_cues and below and all(below):
            made[-1] = Statement([*statement.parts, *(cue for cues in below for cue in cues)])
    return made


def _ends_generated(statement: Statement) -> bool:
    """Tell whether the last step of *statement* is a generated one."""
    steps = [part for part in statement.parts if not is_cue(part)]
    return bool(steps) and is_generated(steps[-1])


def _cues_of(statement: Statement) -> list[Part]:
    """Return the cues that *statement* and those inside it are; nothing if they are anything else."""
    parts = list(statement.parts)
    for inner in statement.inside or ():
        below = _cues_of(inner)
        if not below:
            return []
        parts += below
    return parts if all(map(is_cue, parts)) else []


def read_generated(parts: list[Part], units: Units | None = None) -> Workout:
    """Return the steps of a generated line and the cues behind it, as the workout that they make.

    Args:
        parts: of the line.
        units: what it is cut and said in, unless it says so; metric when left out.

    Raises:
        NotationError: something in it does not fit.
    """
    head = _HEAD.match(parts[0].text)
    name = head[1].casefold() if head else ""
    form = FORMS[name]
    recipe = recipe_called(form.recipe)
    given: dict[str, Any] = dict(form.fixed)
    if units is Units.IMPERIAL:  # recipes write metric steps anyway, and what they write may be read in miles
        given["units"] = units
    places: dict[str, int] = {}
    cues: list[tuple[float, str]] = []
    cue_places: list[int] = []
    for number, part in enumerate([parts[0].after(len(name)), *parts[1:]]):
        for word, value in _clauses(part, form, first=number == 0):
            if word == "at":
                cues.append(_cue(value))
                cue_places.append(value.offset)
            elif found := _WITH_CUE.fullmatch(value.text):
                _give(form, word, Part(found[1].rstrip(), value.offset), given, places)
                cues.append((0.0, unescaped(found[2])))
                cue_places.append(value.offset)
            else:
                _give(form, word, value, given, places)
    known = recipe.known()
    try:
        values = {key: known[key].value(text) for key, text in given.items() if isinstance(text, str)}
        return recipe(**(given | values), cues=tuple(cues))
    except InvalidParameter as error:
        if error.parameter == "cues":
            raise NotationError(error.reason, cue_places[error.item or 0]) from None
        raise _placed(error, form, places, parts[0].offset) from None


def _placed(
    error: InvalidParameter, form: GeneratedLine, places: dict[str, int], start: int
) -> NotationError:
    """Say what is wrong at the place of the parameter, or what is missing at the *start* of the line."""
    if error.parameter in places:
        return NotationError(error.reason, places[error.parameter])
    word = next((word for word, key in form.words.items() if key == error.parameter), error.parameter)
    reason = error.reason.partition(" (")[0]
    return NotationError(
        gettext("'{word} …' {reason} (like {example})", word=word, reason=reason, example=repr(form.example)),
        start,
    )


def _give(form: GeneratedLine, word: str, value: Part, given: dict[str, Any], places: dict[str, int]) -> None:
    """Put what stands behind *word* where it belongs."""
    key = form.words.get(word, "distance")
    text = _ALONE.get(word, value.text)
    if word in _ALONE and value.text:
        raise NotationError(
            gettext(
                "{text} does not belong behind {word} (like {example})",
                text=shown(value.text),
                word=repr(word),
                example=repr(form.example),
            ),
            value.offset,
        )
    if not text:
        missing = gettext_noop("what is missing behind {word}? (like {example})")
        told = gettext(missing if word else form.asks, word=repr(word), example=repr(form.example))
        raise NotationError(told, value.offset)
    if not word and form.recipe == "progressive" and _is_time(value.text):
        key = "time"
    if key in places:
        raise NotationError(gettext("a second {word} in one line", word=repr(word or key)), value.offset)
    if word in SIGNED and text[0] in "+-\u2212":
        raise NotationError(gettext("{text} is not a percentage (like '2%')", text=shown(text)), value.offset)
    sign = "-" if word == "positive" else ""
    given[key], places[key] = f"{sign}{text}", value.offset


def _is_time(text: str) -> bool:
    try:
        return read_time(text) > 0
    except InvalidWorkout:
        return False


def _clauses(part: Part, form: GeneratedLine, *, first: bool) -> Iterator[tuple[str, Part]]:
    """Yield each word of *part* with what stands behind it; what stands before the first word has none."""
    words = "|".join(sorted((re.escape(word) for word in form.words if word != "~"), key=len, reverse=True))
    pattern = re.compile(rf"(?:(?<=\s)|^)({words}|at)(?=\s|$)|([~\u00b1])", re.IGNORECASE)
    bare = re.sub(grammar.CUE, lambda found: '"' + "_" * (len(found[0]) - 2) + '"', part.text)
    found = list(pattern.finditer(bare))
    start = found[0].start() if found else len(part.text)
    if part.text[:start].strip() or first:
        if not first:
            raise NotationError(
                gettext(
                    "{text} does not belong here (like {example})",
                    text=shown(part.text[:start].strip()),
                    example=repr(form.example),
                ),
                part.offset,
            )
        yield "", _cut(part, 0, start)
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(part.text)
        word = (match[1] or "~").casefold()
        begin = match.start() if word == "at" else match.end()
        yield word, _cut(part, begin, end)


def _cut(part: Part, start: int, end: int) -> Part:
    cut = Part(part.text[:end], part.offset).after(start)
    return Part(cut.text.rstrip(), cut.offset)


def _cue(part: Part) -> tuple[float, str]:
    found = _AT.fullmatch(part.text)
    if not found:
        raise NotationError(
            gettext("a cue inside a generated line is like 'at 16km \"Now race\"'"), part.offset
        )
    try:
        return read_distance(found["where"].strip()), unescaped(found[2])
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset) from None


def unescaped(text: str) -> str:
    r"""Undo ``\"``, ``\\`` and ``\n`` in a cue."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
