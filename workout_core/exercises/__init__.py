"""What there is to lift, hold, drill and stretch: a catalogue, and what plugins add to it.

* :mod:`~workout_core.exercises.movement` - the record of an exercise, the same for ours and a plugin's
* :mod:`~workout_core.exercises.names` - when two names mean the same: case, hyphens, plurals, abbreviations
* :mod:`~workout_core.exercises.book` - exercises by name, alias or near spelling
* :mod:`~workout_core.exercises.saying` - exercises in the language that is spoken
* ``catalogue.csv`` - ours: what each is for, how it is done, and how much is usual
"""
