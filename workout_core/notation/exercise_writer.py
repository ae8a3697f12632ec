"""Exercises → lines as coaches write them: sets, supersets, rounds against the clock."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from workout_core.analysis.minutes import Told, asked
from workout_core.errors import InvalidWorkout
from workout_core.exercises.book import BOOK
from workout_core.languages import gettext
from workout_core.model.duration import Calories, Distance, LapButton, MaxReps, Reps, Time
from workout_core.model.sets import (
    BETWEEN,
    LETTERED,
    Sets,
    VariedSets,
    is_between,
    is_of_exercises,
    is_way_back,
    rounds_of,
    sets_of,
)
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Repeat, Step
from workout_core.notation import grammar
from workout_core.notation.corrections import PLAUSIBLE_SETS, is_21s
from workout_core.notation.exercise import head_of
from workout_core.notation.headers import MINUTE, header_of
from workout_core.notation.layout import Part
from workout_core.notation.lists import write_amounts, write_loads
from workout_core.notation.loads import write_load
from workout_core.notation.rests import is_long_way
from workout_core.notation.suggestions import NotationError
from workout_core.notation.words import escaped, write_duration, write_label, write_targets, write_until
from workout_core.patterns import lazy_pattern
from workout_core.units import PLAIN_METRES, write_exact_clock, write_time

_IN_SETS: Final = (Reps, MaxReps, Time, Distance)
_ONCE: Final = (*_IN_SETS, LapButton, Calories)
_MOST_MINUTES: Final = 999
_NEEDS_QUOTES: Final = lazy_pattern(r'["(),;#\\@~]|[^\S ]')


def repeat_lines(repeat: Repeat, sport: Sport) -> Iterator[str] | None:
    """Return the lines of *repeat* if coaches have shorter ones for it than a header and a block."""
    sets = sets_of(repeat)
    if sets and _passes(repeat) != "1" and _fits_line(sets):
        return iter([_line(sets.step, sport, repeat, _between(sets, skips=repeat.skip_last_rest))])
    if not _is_rounds(repeat):
        return None
    lettered = _lettered(repeat)
    in_lines = _passes(repeat) != "1" and all(map(_fits_line, lettered))
    return _letters(lettered, repeat, sport) if lettered and in_lines else _rounds(repeat, sport)


def varied_line(varied: VariedSets, sport: Sport) -> str:
    """Return the line of sets that differ, or nothing where there is none for them."""
    steps, first = varied.steps, varied.steps[0]
    if (varied.rest and is_long_way(varied.rest)) or LETTERED.fullmatch(first.name.upper()):
        return ""
    loads = [step.exercise.load for step in steps if step.exercise and step.exercise.load]
    durations = [step.duration for step in steps]
    each = write_duration(first.duration) if len(set(durations)) == 1 else write_amounts(durations)
    load = write_loads(loads) if len(set(loads)) > 1 else ""
    if not each or (len(set(loads)) > 1 and not load):
        return ""
    between = _between(Sets(first, varied.rest), skips=varied.skips)
    return _line(first, sport, len(steps), between, listed=(_in_sets(first, each), load))


def header(repeat: Repeat, sport: Sport) -> str:
    """Return the first line of *repeat*, whose items stand below."""
    often = _passes(repeat)
    if repeat.every is not None:
        head = _interval(repeat, sport)
    elif repeat.cap is not None:
        times = "" if often == "1" else f" {often}x"
        head = f"for time{times} cap {write_time(repeat.cap)}"
    elif isinstance(repeat.until, Time) and is_of_exercises(repeat):
        head = f"AMRAP {write_time(repeat.until.seconds)}"
    else:
        head = f"{often}x" if repeat.until is None else f"repeat until {write_until(repeat.until)}"
    return f"{head}, skip last rest" if repeat.skip_last_rest else head


def _passes(repeat: Repeat) -> str:
    """Return how often: ``4``, or ``4-6``."""
    return f"{repeat.times}" if repeat.most is None else f"{repeat.times}-{repeat.most}"


def _interval(repeat: Repeat, sport: Sport) -> str:
    """Return how passes are begun: ``EMOM 10``, ``every 90s 8x``; in water as the clock there shows it."""
    seconds, often = repeat.every or 0.0, _passes(repeat)
    if sport.in_water and seconds >= MINUTE and seconds == int(seconds):
        return f"every {write_exact_clock(seconds)} {often}x"
    is_emom = seconds == MINUTE and (repeat.times or 0) <= _MOST_MINUTES and repeat.most is None
    return f"EMOM {repeat.times}" if is_emom else f"every {write_time(seconds)} {often}x"


def exercise_line(step: Step, sport: Sport) -> str:
    """Return the line of one set.

    Raises:
        InvalidWorkout: the notation has no words for something in it.
    """
    return _line(step, sport)


def _fits_line(sets: Sets) -> bool:
    """Tell whether *sets* can be written as ``3x8, rest 60s``."""
    is_short = sets.rest is None or not is_long_way(sets.rest)
    return is_short and isinstance(sets.step.duration, _IN_SETS)


def _is_rounds(repeat: Repeat) -> bool:
    """Tell whether *repeat* is a superset or a circuit: several exercises, rests, and nothing else."""
    is_plain = repeat.until is None and repeat.every is None and repeat.cap is None
    return is_plain and rounds_of(repeat) is not None and all(_is_of_rounds(item) for item in repeat.items)


def _is_of_rounds(item: Item) -> bool:
    return isinstance(item, Step) and (item.exercise is not None or is_between(item))


def _lettered(repeat: Repeat) -> tuple[Sets, ...]:
    """Return the sets of a superset whose exercises are called A1, A2 and so on; nothing if they are not."""
    made: list[Sets] = []
    for item in repeat.items:
        if isinstance(item, Step) and item.exercise is not None:
            made.append(Sets(item, None))
        elif made and made[-1].rest is None and isinstance(item, Step):
            made[-1] = Sets(made[-1].step, item)
        else:
            return ()
    letters = [LETTERED.fullmatch(sets.step.name) for sets in made]
    same = {found[1] for found in letters if found}
    in_order = all(
        found and int(found[2]) == number for found, number in zip(letters, count(1), strict=False)
    )
    return tuple(made) if len(same) == 1 and in_order else ()


def _letters(lettered: tuple[Sets, ...], repeat: Repeat, sport: Sport) -> Iterator[str]:
    for sets in lettered:
        skips = repeat.skip_last_rest and sets is lettered[-1]
        yield _line(sets.step, sport, repeat, _between(sets, skips=skips), letter=sets.step.name)


def _rounds(repeat: Repeat, sport: Sport) -> Iterator[str]:
    last = repeat.items[-1]
    rest = last if isinstance(last, Step) and is_between(last) else None
    items = [item for item in (repeat.items[:-1] if rest else repeat.items) if isinstance(item, Step)]
    exercises = sum(item.exercise is not None for item in items)
    word = "superset" if exercises == 2 else "circuit"  # noqa: PLR2004 - of two
    clauses = [_rest(rest, None)] if rest else []
    clauses += ["skip last rest"] if repeat.skip_last_rest else []
    yield ", ".join((f"{word} {_passes(repeat)}x", *clauses))
    has_letters = bool(_lettered(repeat)) and all(item.exercise for item in items)
    for item in items:
        if item.exercise is None:
            yield f"  {_rest(item, None)}"
        else:
            yield f"  {_line(item, sport, letter=item.name if has_letters else '')}"


def _between(sets: Sets, *, skips: bool) -> tuple[str, ...]:
    if sets.rest is None:
        return ()
    return (_rest(sets.rest, sets.step), *(("skip last rest",) if skips else ()))


def _rest(rest: Step, step: Step | None) -> str:
    word = BETWEEN[rest.intensity]
    return f"{word} back" if step and is_way_back(rest, step) else f"{word} {_amount(rest)}"


def _amount(step: Step) -> str:
    text = write_duration(step.duration)
    if step.exercise and is_21s(step.exercise.name, text):
        return f"{text[:-1]} sec"
    is_unsure = PLAIN_METRES.fullmatch(text) and asked([Told(step, in_metres=True, repeated=True)])
    return f"{text[:-1]} metres" if is_unsure else text


def _line(
    step: Step,
    sport: Sport,
    sets: Repeat | int | None = None,
    between: tuple[str, ...] = (),
    letter: str = "",
    listed: tuple[str, str] | None = None,
) -> str:
    """Return one line.

    *letter* is written without a colon, which makes it part of a superset; *listed* is how much and how
    heavy each set is, where they differ.
    """
    exercise = step.exercise
    if exercise is None or step.stroke or step.equipment or not isinstance(step.duration, _ONCE):
        raise InvalidWorkout(
            gettext(
                "the notation has no words for such an exercise: {name}",
                name=repr(exercise and exercise.name),
            )
        )
    amount = _amount(step)
    if sets is not None:
        each = listed[0] if listed else _in_sets(step, amount)
        often, most = (_passes(sets), sets.times or 1) if isinstance(sets, Repeat) else (f"{sets}", sets)
        amount = f"{often}x{each}" if most <= PLAUSIBLE_SETS else f"{often} sets of {each}"
    if exercise.per_side:
        amount += "/side"
    role = grammar.ROLE_WORDS[step.intensity]
    load = (listed and listed[1]) or (write_load(exercise.load) if exercise.load else "")
    held = (*((load,) if load else ()), *write_targets(step, sport))
    clauses = [f"@ {', '.join(held)}"] if held else []
    tempo = (f"tempo {exercise.tempo}",) if exercise.tempo else ()
    words = [
        letter or (f"{_label(step.name)}:" if step.name else ""),
        _named(role, exercise.name, amount),
        ", ".join((*clauses, *between, *tempo)) if clauses else "",
    ]
    line = " ".join(filter(None, words))
    if not clauses and (between or tempo):
        line = ", ".join((line, *between, *tempo))
    return f'{line} "{escaped(step.cue)}"' if step.cue else line


def _in_sets(step: Step, amount: str) -> str:
    """Return *amount* as it stands behind the number of sets."""
    if isinstance(step.duration, MaxReps):
        return amount.replace("max reps", "AMRAP")
    known = BOOK.called(step.exercise.name) if step.exercise else None
    is_hold = known is not None and known.is_hold and isinstance(step.duration, Reps)
    return amount if is_hold else amount.removesuffix(" reps")


def _label(name: str) -> str:
    """Return *name* before a colon; in quotes where it would make the line part of a superset."""
    return f'"{name}"' if LETTERED.fullmatch(name.upper()) else write_label(name)


def _named(role: str, name: str, amount: str) -> str:
    """Return the role, the name and the amount; the name in quotes unless the book has it and it reads so."""
    plain = f"{role} {name} {amount}".lstrip()
    return plain if _reads_as(plain, role, name) else f'{role} "{escaped(name)}" {amount}'.lstrip()


def _reads_as(text: str, role: str, name: str) -> bool:
    if BOOK.called(name) is None or _NEEDS_QUOTES.search(name):
        return False
    try:
        part = Part(text, 0)
        head = None if header_of(part) else head_of(part, BOOK)
    except NotationError:
        return False
    meant = grammar.ROLES[role] if role else None
    return head is not None and (head.name, head.role, head.label) == (name, meant, "")
