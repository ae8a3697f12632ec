"""What an editor asks while somebody types: from plain values to plain values, without disk or clock.

* :mod:`~workout_core.editor.answering` - a question in JSON → its answer in JSON: the one entry
* :mod:`~workout_core.editor.asking` - JSON → the record of a question, and records → JSON
* :mod:`~workout_core.editor.desk` - what every question is read with: formats, an athlete, other files
* :mod:`~workout_core.editor.texts` - a text → what is in it, and what there is to tell of it
* :mod:`~workout_core.editor.underlining` - what is told of a text, from where to where
* :mod:`~workout_core.editor.analysing`, with :mod:`~workout_core.editor.board` and
  :mod:`~workout_core.editor.split_table` - what a text says: picture, steps, totals, weeks, splits
* :mod:`~workout_core.editor.losing` - what formats cannot carry of it
* :mod:`~workout_core.editor.regions`, :mod:`~workout_core.editor.schema_places` - where in a document one is
* :mod:`~workout_core.editor.completing` - what may be written next
* :mod:`~workout_core.editor.highlighting` - what each piece of a text is
* :mod:`~workout_core.editor.taking` - files of it
* :mod:`~workout_core.editor.printing` - pages to print
* :mod:`~workout_core.editor.opening` - a file of any format → a text
* :mod:`~workout_core.editor.listing` - the formats and the recipes there are
* :mod:`~workout_core.editor.cooking` - the form of a recipe → a text
* :mod:`~workout_core.editor.athletes` - the form of an athlete → a text, and a portrait
* :mod:`~workout_core.editor.changing` - a session moved, skipped or put off → the text with one more change
* :mod:`~workout_core.editor.watch_view` - what a watch shows, step by step
* :mod:`~workout_core.editor.running` - what is said when during a workout
"""
