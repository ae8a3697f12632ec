"""Steps → text in the canonical form, which reads back as the same steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from workout_core.analysis.minutes import may_be_asked
from workout_core.model.sets import varied_sets
from workout_core.model.sport import Sport
from workout_core.model.workout import Item, Step
from workout_core.notation import grammar
from workout_core.notation.exercise_writer import exercise_line, header, repeat_lines, varied_line
from workout_core.notation.words import escaped, write_duration, write_label, write_rep_clause, write_targets
from workout_core.units import PLAIN_METRES

_STROKE_WORDS: Final = MappingProxyType({stroke: word for word, stroke in grammar.STROKES.items()})


def format_steps(items: Iterable[Item], sport: Sport = Sport.RUNNING) -> str:
    """Write *items* in the canonical form, a step a line, each line ended.

    Raises:
        InvalidWorkout: the notation has no words for a step (an exercise with a stroke, say).
    """
    return "".join(f"{line}\n" for line in _lines(items, sport, ""))


def _lines(items: Iterable[Item], sport: Sport, indent: str) -> Iterator[str]:
    items, position = tuple(items), 0
    while position < len(items):
        item = items[position]
        position += 1
        if (
            isinstance(item, Step)
            and item.exercise is not None
            and (varied := varied_sets(items, position - 1))
        ):
            line = varied_line(varied, sport)
            position += varied.length - 1 if line else 0
            yield indent + (line or _step(item, sport))
        elif isinstance(item, Step):
            yield indent + _step(item, sport)
        elif lines := repeat_lines(item, sport):
            yield from (indent + line for line in lines)
        else:
            yield indent + header(item, sport)
            yield from _lines(item.items, sport, indent + "  ")


def _step(step: Step, sport: Sport) -> str:
    if step.exercise is not None:
        return exercise_line(step, sport)
    in_time = write_rep_clause(step)
    targets = write_targets(step, sport)[bool(in_time) :]
    words = [
        f"{write_label(step.name)}:" if step.name else "",
        grammar.ROLE_WORDS[step.intensity],
        _duration(step),
        _STROKE_WORDS[step.stroke] if step.stroke else "",
        f"with {step.equipment.value.replace('_', ' ')}" if step.equipment else "",
        in_time,
        f"@ {', '.join(targets)}" if targets else "",
        f'"{escaped(step.cue)}"' if step.cue else "",
    ]
    return " ".join(filter(None, words))


def _duration(step: Step) -> str:
    text = write_duration(step.duration)
    return f"{text[:-1]} metres" if PLAIN_METRES.fullmatch(text) and may_be_asked(step) else text
