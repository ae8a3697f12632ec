"""YAML and JSON files ⇄ model, with errors that point at the line.

* :mod:`~workout_core.documents.tree` - what both kinds of file are read as
* :mod:`~workout_core.documents.yaml_tree`, :mod:`~workout_core.documents.json_tree` - text → tree
* :mod:`~workout_core.documents.kinds` - how one kind of value is read, written and described
* :mod:`~workout_core.documents.scalars` - texts, numbers with units, dates
* :mod:`~workout_core.documents.keys` - a mapping with known keys
* :mod:`~workout_core.documents.source`, :mod:`~workout_core.documents.positions` - where a problem is
* :mod:`~workout_core.documents.workouts`, with :mod:`~workout_core.documents.durations` and
  :mod:`~workout_core.documents.targets` - the keys of a workout
* :mod:`~workout_core.documents.athletes`, :mod:`~workout_core.documents.plans` - the keys of the others
* :mod:`~workout_core.documents.reader` - file → model
* :mod:`~workout_core.documents.writer` - model → file
* :mod:`~workout_core.documents.schema` - the same tables as a JSON Schema
"""
