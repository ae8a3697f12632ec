"""What may be written next: keys, recipes and words of a document; roles, targets and exercises of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import islice
from typing import Final

from attrs import frozen

from workout_core.analysis.intensities import PACE_NAMES
from workout_core.documents.reader import TABLES
from workout_core.editor.desk import Asked, athlete_of, registry, says_its_kind
from workout_core.editor.exercise_names import exercises_like
from workout_core.editor.regions import DocumentLine, document_lines
from workout_core.editor.schema_places import keys_at, words_at
from workout_core.errors import WorkoutError
from workout_core.exercises.saying import say_what_it_is
from workout_core.languages import gettext, pgettext
from workout_core.model.athlete import Athlete
from workout_core.model.workout import Intensity
from workout_core.notation import grammar
from workout_core.notation.generated import FORMS
from workout_core.notation.message.recognition import has_keys
from workout_core.patterns import lazy_pattern

MOST: Final = 80
_MOST_EXERCISES: Final = 30
_NEARBY: Final = 2_000
"""Lines above the cursor that are looked at."""
_WORD: Final = lazy_pattern(r"[^\W\d_][\w'/ -]*$|[\w'%]*$")
_LAST_WORD: Final = lazy_pattern(r"[\w'%-]*$")
_AMOUNT: Final = lazy_pattern(r"(?:^|[\s@(,])[0-9]+(?:[.:][0-9]+)?(?P<unit>[^\W\d]*)$")
_TARGET_BEGINS: Final = lazy_pattern(r"@[^;()\"]*$")
_PART: Final = lazy_pattern(r"[^;(,\n]*$")
_UNITS: Final = ("min", "s", "m", "km", "mi", " reps", "x")
_TARGET_UNITS: Final = (
    "/km",
    "/mi",
    "bpm",
    "W",
    "% LTHR",
    "% HRmax",
    "% FTP",
    "% threshold",
    "spm",
    "kg",
    "% 1RM",
)
_HEADERS: Final = (
    "6x",
    "repeat until 20min",
    "superset 3x, rest 60s",
    "circuit 3x, rest 60s",
    "EMOM 10",
    "AMRAP 10:00",
)


class OfferKind(Enum):
    """What is offered."""

    KEY = "key"
    ROLE = "role"
    TARGET = "target"
    EXERCISE = "exercise"
    RECIPE = "recipe"
    UNIT = "unit"
    WORD = "word"
    REPEAT = "repeat"


@frozen(kw_only=True)
class Complete(Asked):
    """Ask what may be written at a place: a line and a column, both from 1."""

    line: int
    column: int


@frozen(kw_only=True)
class Suggested:
    """Something that may be written.

    Attributes:
        label: what it is called.
        insert: what is written in the place of what stands there.
        detail: what it is for.
        kind: what it is.
    """

    label: str
    insert: str
    detail: str = ""
    kind: OfferKind


@frozen(kw_only=True)
class TextPlace:
    """A line and a column, both from 1."""

    line: int
    column: int


@frozen(kw_only=True)
class Completion:
    """What may be written, in the place of what stands from *from_* up to the cursor."""

    from_: TextPlace
    items: tuple[Suggested, ...]


def complete(asked: Complete) -> Completion:
    """Return what may be written at a place."""
    lines = asked.text.split("\n")
    number = min(max(asked.line, 1), len(lines))
    column = min(max(asked.column, 1), len(lines[number - 1]) + 1)
    before = lines[number - 1][: column - 1]
    if _is_document(asked):
        start, offers = _in_document(lines[:number], before, asked)
    else:
        start, offers = _in_notation(before, asked)
    typed = before[start:].casefold()
    fitting = (each for each in offers if _fits(each, typed))
    return Completion(
        from_=TextPlace(line=number, column=start + 1), items=tuple(islice(_once(fitting), MOST))
    )


def _is_document(asked: Complete) -> bool:
    own = asked.name.casefold().endswith((".yaml", ".yml"))
    return own or says_its_kind(asked.text) or has_keys(asked.text)


def _fits(offer: Suggested, typed: str) -> bool:
    label = offer.label.casefold()
    return not typed or label.startswith(typed) or (len(typed) > 1 and f" {typed}" in f" {label}")


def _once(offers: Iterable[Suggested]) -> Iterator[Suggested]:
    return iter({each.insert: each for each in offers}.values())


def _whose(asked: Asked) -> Athlete | None:
    try:
        return athlete_of(asked.athlete)
    except WorkoutError:  # told where the athlete is shown
        return None


def _in_document(lines: list[str], before: str, asked: Complete) -> tuple[int, Iterable[Suggested]]:
    told = list(document_lines(lines))
    here = told[-1]
    if here.notation is not None and here.notation.start <= len(before):
        start, offers = _in_notation(before[here.notation.start :], asked)
        return start + here.notation.start, offers
    tops = frozenset(
        each.key for each in document_lines(asked.text.split("\n")) if each.key and each.key_at == 0
    )
    above, start = _path(told), len(before) - len(before.lstrip(" \t-"))
    if here.key and here.value_at <= len(before):
        words = words_at([*above, here.key], tops, "")
        kind = OfferKind.RECIPE if here.key == "recipe" else OfferKind.WORD
        if here.key == "recipe":
            words = ((each.name, pgettext("recipe", each.title)) for each in registry().recipes())
        return here.value_at, (
            Suggested(label=word, insert=word, detail=says, kind=kind) for word, says in words
        )
    if not tops & TABLES.keys() and not above:
        return start, (Suggested(label=kind, insert=f"{kind}: ", kind=OfferKind.KEY) for kind in TABLES)
    return start, _keys(above, tops, told)


def _keys(above: Sequence[str], tops: frozenset[str], told: Sequence[DocumentLine]) -> Iterator[Suggested]:
    recipe, given = _beside(told)
    is_top = not above
    for key in keys_at(above, tops, recipe):
        if key.name not in given and not (is_top and key.name in tops):
            says = gettext("{key} (needed)", key=key.says) if key.required else key.says
            yield Suggested(label=key.name, insert=f"{key.name}: ", detail=says, kind=OfferKind.KEY)


def _indent(line: DocumentLine) -> int:
    return len(line.text) - len(line.text.lstrip(" \t-"))


def _path(told: Sequence[DocumentLine]) -> list[str]:
    """Return the keys that the last of the lines is inside of, ``-`` for an item of a list."""
    path: list[str] = []
    here = told[-1]
    at = here.key_at if here.key else _indent(here)
    is_item = here.text.lstrip(" \t").startswith("-")
    for line in reversed(told[-_NEARBY:-1]):
        if not line.text.strip() or line.text.lstrip().startswith("#"):
            continue
        dash = line.text.lstrip(" \t").startswith("- ")
        if line.key and line.key_at == at and dash and not is_item:
            is_item = True  # the first key of the item that this one is in
        elif line.key and line.key_at < at and not (is_item and dash and line.key_at >= at):
            path[:0] = [line.key, *(["-"] if is_item else [])]
            at, is_item = line.key_at, dash
        if at == 0:
            break
    return path


def _beside(told: Sequence[DocumentLine]) -> tuple[str, frozenset[str]]:
    """Return the recipe that the mapping of the last line names, and the keys that it has above that line."""
    here = told[-1]
    at = here.key_at if here.key else _indent(here)
    recipe, given = "", set[str]()
    for line in reversed(told[-_NEARBY:-1]):
        if not line.text.strip():
            continue
        if _indent(line) < at:
            break
        if line.key and line.key_at == at:
            given.add(line.key)
            recipe = line.text[line.value_at :].strip() if line.key == "recipe" else recipe
            if line.text.lstrip(" \t").startswith("- "):
                break
    return recipe, frozenset(given)


def _in_notation(before: str, asked: Complete) -> tuple[int, Iterable[Suggested]]:
    """Return where what is typed begins, and what may stand there in a line of steps."""
    if before.count('"') % 2:
        return len(before), ()
    amount = _AMOUNT.search(before)
    in_target = _TARGET_BEGINS.search(before)
    if amount:
        units = _TARGET_UNITS if in_target else _UNITS
        return amount.start("unit"), (
            Suggested(label=unit.strip(), insert=unit, kind=OfferKind.UNIT) for unit in units
        )
    if in_target:
        found = _LAST_WORD.search(before)
        return found.start() if found else len(before), _targets(_whose(asked))
    part = _PART.search(before)
    start = part.start() if part else 0
    start += len(before[start:]) - len(before[start:].lstrip())
    typed = before[start:]
    if " " in typed and not exercises_like(typed):
        start = len(before) - len(typed.rpartition(" ")[2])
        return start, _roles()
    return start, (*_roles(), *_headers(), *_exercises(typed))


def _roles() -> Iterator[Suggested]:
    for role in Intensity:
        if word := grammar.ROLE_WORDS[role]:
            yield Suggested(label=word, insert=f"{word} ", kind=OfferKind.ROLE)
    for word in ("jog", "run", "lap"):
        yield Suggested(label=word, insert=f"{word} ", kind=OfferKind.ROLE)


def _headers() -> Iterator[Suggested]:
    for header in _HEADERS:
        yield Suggested(
            label=header, insert=header, detail=gettext("the steps below it, indented"), kind=OfferKind.REPEAT
        )
    for form in FORMS.values():
        yield Suggested(label=form.example, insert=form.example, kind=OfferKind.REPEAT)


def _exercises(typed: str) -> Iterator[Suggested]:
    for each in exercises_like(typed)[:_MOST_EXERCISES]:
        yield Suggested(
            label=each.name, insert=f"{each.name} ", detail=say_what_it_is(each), kind=OfferKind.EXERCISE
        )


def _targets(athlete: Athlete | None) -> Iterator[Suggested]:
    for name in dict.fromkeys(
        (*dict(athlete.paces if athlete else ()), *dict(athlete.means if athlete else ()))
    ):
        yield Suggested(label=name, insert=name, detail=gettext("the athlete's own"), kind=OfferKind.TARGET)
    for quantity in ("HR", "pace", "power"):
        for zone in range(1, 6):
            yield Suggested(label=f"Z{zone} {quantity}", insert=f"Z{zone} {quantity}", kind=OfferKind.TARGET)
    for name in PACE_NAMES:
        yield Suggested(label=name, insert=name, detail=gettext("a pace by its name"), kind=OfferKind.TARGET)
    for form in grammar.TARGETS:
        yield Suggested(
            label=form.example, insert=form.example, detail=gettext("like this"), kind=OfferKind.TARGET
        )
