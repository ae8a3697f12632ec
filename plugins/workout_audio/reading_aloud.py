"""A script as plain text: who reads it aloud has a clock beside it."""

from __future__ import annotations

from workout_audio.options import SpeechOptions
from workout_audio.speech import spoken
from workout_core import ExportContext, Workout, say_totals


def read_aloud(workout: Workout, context: ExportContext[SpeechOptions]) -> str:
    """Return *workout* with its title, its totals, what it is for, and each line behind its time."""
    script = spoken(workout, context)
    head = "\n".join(filter(None, (script.title, say_totals(context.reading(workout)))))
    wide = max((len(line.clock) for line in script.lines), default=0)
    lines = "\n".join(f"{line.clock:>{wide}}  {' '.join(line.sentences)}" for line in script.lines)
    return "\n\n".join(filter(None, (head, workout.description, script.note, lines))) + "\n"
