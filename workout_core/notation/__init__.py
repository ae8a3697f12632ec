"""The one-line-per-step language ⇄ steps.

* :mod:`~workout_core.notation.grammar` - the words and forms, as tables
* :mod:`~workout_core.notation.layout` - lines, indentation and brackets
* :mod:`~workout_core.notation.parser` - text → steps
* :mod:`~workout_core.notation.writer` - steps → text
"""
