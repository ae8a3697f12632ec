"""What is said during a workout, with what had no room told as a loss."""

from __future__ import annotations

from typing import Any

from workout_core import ExportContext, Script, Workout, pgettext, quoted, script_of


def spoken(workout: Workout, context: ExportContext[Any]) -> Script:
    """Return the script of *workout*, and tell which lines had no room."""
    script = script_of(context.reading(workout), context.options.talk)
    for each in script.left_out:
        said = quoted(each.text)
        what = pgettext("a line", "{line} is {shortened}", line=said, shortened=each.what)
        context.lose(each.path, "voice", what)
    return script
