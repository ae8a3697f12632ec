"""``race … in …`` and ``progress … from … to …``: one line that a recipe makes many steps of.

Each word of such a line names a parameter of the recipe, which reads what stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from workout_core.errors import InvalidParameter, InvalidWorkout, shown
from workout_core.model.workout import Item
from workout_core.notation import grammar
from workout_core.notation.layout import Part, Statement
from workout_core.notation.targets import NotationError
from workout_core.recipes.book import recipe_called
from workout_core.units import read_distance, read_time


@frozen(kw_only=True)
class Form:
    """One kind of line: the recipe, what each word gives, and what must be there."""

    recipe: str
    words: Mapping[str, str]
    fixed: Mapping[str, Any]
    example: str


FORMS: Final = MappingProxyType(
    {
        "race": Form(
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
            example="race 10km in 47:30 negative 2% by 1km ~5s",
        ),
        "progress": Form(
            recipe="progressive",
            words=MappingProxyType({"from": "from", "to": "to", "by": "every", "~": "tolerance"}),
            fixed=MappingProxyType({}),
            example="progress 20km from 5:40/km to 4:50/km by 5km ~8s",
        ),
    }
)
_ALONE: Final = MappingProxyType({"even": "0%", "halves": "halves"})
"""Words that need nothing behind them, and what they give."""
_HEAD: Final = re.compile(r"(race|progress)(?=\s+[^\s:])(?!\s*:)", re.IGNORECASE)
_AT: Final = re.compile(rf"at\s+(?P<where>[^\"]*?)\s*{grammar.CUE}\s*", re.IGNORECASE)
_WITH_CUE: Final = re.compile(rf"([^\"]*?)\s*{grammar.CUE}")
_AT_WORD: Final = re.compile(r"at\b", re.IGNORECASE)


def is_generated(part: Part) -> bool:
    """Tell whether *part* begins a line that a recipe makes steps of."""
    return _HEAD.match(part.text) is not None


def is_cue(part: Part) -> bool:
    """Tell whether *part* is a cue at a distance: ``at 16km "Now race"``."""
    return _AT_WORD.match(part.text) is not None


def gathered(statements: list[Statement]) -> list[Statement]:
    """Return *statements*, with the ``at`` lines behind or below a generated one as further parts of it."""
    made: list[Statement] = []
    for statement in statements:
        first = statement.parts[0]
        if made and is_cue(first) and statement.inside is None and is_generated(made[-1].parts[0]):
            made[-1] = Statement([*made[-1].parts, *statement.parts])
        elif is_generated(first) and statement.inside is not None:
            below = [part for inner in statement.inside for part in inner.parts]
            made.append(Statement([*statement.parts, *below]))
        else:
            made.append(statement)
    return made


def read_generated(parts: list[Part]) -> tuple[Item, ...]:
    """Return the steps of a generated line and the cues behind it.

    Raises:
        NotationError: something in it does not fit.
    """
    head = _HEAD.match(parts[0].text)
    name = head[1].casefold() if head else ""
    form = FORMS[name]
    recipe = recipe_called(form.recipe)
    given: dict[str, Any] = dict(form.fixed)
    places: dict[str, int] = {}
    cues: list[tuple[float, str]] = []
    for part in [parts[0].after(len(name)), *parts[1:]]:
        for word, value in _clauses(part, form, first=part.offset < parts[0].offset + len(parts[0].text)):
            if word == "at":
                cues.append(_cue(value))
                places.setdefault("cues", value.offset)
            elif found := _WITH_CUE.fullmatch(value.text):
                _give(form, word, Part(found[1], value.offset), given, places)
                cues.append((0.0, _unescaped(found[2])))
            else:
                _give(form, word, value, given, places)
    known = recipe.known()
    try:
        values = {
            key: known[key].value(value) if isinstance(value, str) else value for key, value in given.items()
        }
        return recipe(**values, cues=tuple(cues)).items
    except InvalidParameter as error:
        at = places.get(error.parameter, parts[0].offset)
        if error.parameter in places:
            raise NotationError(error.reason, at) from None
        word = next((word for word, key in form.words.items() if key == error.parameter), error.parameter)
        reason = error.reason.partition(" (")[0]
        raise NotationError(f"'{word} …' {reason} (like {form.example!r})", at) from None


def _give(form: Form, word: str, value: Part, given: dict[str, Any], places: dict[str, int]) -> None:
    """Put what stands behind *word* where it belongs."""
    key = form.words.get(word, "distance")
    text = _ALONE.get(word, value.text)
    if word in _ALONE and value.text:
        raise NotationError(
            f"{shown(value.text)} does not belong behind {word!r} (like {form.example!r})", value.offset
        )
    if not text:
        raise NotationError(f"what is missing behind {word!r}? (like {form.example!r})", value.offset)
    if not word and form.recipe == "progressive" and _is_time(value.text):
        key = "time"
    if key in places:
        raise NotationError(f"a second {key} in one line", value.offset)
    sign = "-" if word == "positive" else ""
    given[key], places[key] = f"{sign}{text}", value.offset


def _is_time(text: str) -> bool:
    try:
        return read_time(text) > 0
    except InvalidWorkout:
        return False


def _clauses(part: Part, form: Form, *, first: bool) -> Iterator[tuple[str, Part]]:
    """Yield each word of *part* with what stands behind it; what stands before the first word has none."""
    words = "|".join(sorted((re.escape(word) for word in form.words if word != "~"), key=len, reverse=True))
    pattern = re.compile(rf"(?:(?<=\s)|^)({words}|at)(?=\s|$)|([~\u00b1])", re.IGNORECASE)
    bare = re.sub(grammar.CUE, lambda found: '"' + "_" * (len(found[0]) - 2) + '"', part.text)
    found = list(pattern.finditer(bare))
    start = found[0].start() if found else len(part.text)
    if part.text[:start].strip() or first:
        if not first:
            raise NotationError(
                f"{shown(part.text[:start].strip())} does not belong here (like {form.example!r})",
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
        raise NotationError("a cue inside a generated line is like 'at 16km \"Now race\"'", part.offset)
    try:
        return read_distance(found["where"]), _unescaped(found[2])
    except InvalidWorkout as error:
        raise NotationError(str(error), part.offset) from None


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
