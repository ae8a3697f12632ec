"""YAML and JSON files ⇄ model, with errors that point at the line.

* :mod:`~workout_core.documents.tree` - what both kinds of file are read as
* :mod:`~workout_core.documents.yaml_tree`, :mod:`~workout_core.documents.json_tree` - text → tree
* :mod:`~workout_core.documents.kinds` - how one kind of value is read, written and described
* :mod:`~workout_core.documents.scalars` - single values: what measures read, texts, times of day
* :mod:`~workout_core.documents.keys` - a mapping with known keys
* :mod:`~workout_core.documents.source`, :mod:`~workout_core.documents.positions` - where a problem is
* :mod:`~workout_core.documents.workouts`, with :mod:`~workout_core.documents.durations` and
  :mod:`~workout_core.documents.targets` - the keys of a workout
* :mod:`~workout_core.documents.recipes` - those of a workout that a recipe writes
* :mod:`~workout_core.documents.athletes`, :mod:`~workout_core.documents.plans` - the keys of the others
* :mod:`~workout_core.documents.reader` - file → model
* :mod:`~workout_core.documents.linked_files` - files beside a document
* :mod:`~workout_core.documents.gpx`, with :mod:`~workout_core.documents.gpx_reader` and
  :mod:`~workout_core.documents.gpx_text` - a course of a GPX file
* :mod:`~workout_core.documents.writer` - model → file
* :mod:`~workout_core.documents.rewriting` - what a document would lose if that took its place
* :mod:`~workout_core.documents.append_change`, with :mod:`~workout_core.documents.append_yaml`,
  :mod:`~workout_core.documents.yaml_spans` and :mod:`~workout_core.documents.append_json` - one more change
  at the end of a plan's text
* :mod:`~workout_core.documents.schema` - the same tables as a JSON Schema
"""
