"""The one-line-per-step language ⇄ steps.

* :mod:`~workout_core.notation.grammar` - the words and forms, as tables
* :mod:`~workout_core.notation.layout` - lines, indentation and brackets
* :mod:`~workout_core.notation.parser` - text → steps
* :mod:`~workout_core.notation.writer` - steps → text
"""

from workout_core.notation.parser import parse_steps
from workout_core.notation.writer import format_steps

__all__ = ["format_steps", "parse_steps"]
