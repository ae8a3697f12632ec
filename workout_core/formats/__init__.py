"""What a format is, and how a workout is made to fit one.

* :mod:`~workout_core.formats.capabilities` - what a format can carry
* :mod:`~workout_core.formats.features` - what a workout asks for
* :mod:`~workout_core.formats.losses` - what a format could not carry
* :mod:`~workout_core.formats.simplify` - rewrite a workout until the format can carry it
* :mod:`~workout_core.formats.context` - what a plugin's function is told besides its subject
* :mod:`~workout_core.formats.exporter` - the record a plugin gives for writing
* :mod:`~workout_core.formats.importer` - the record a plugin gives for reading
* :mod:`~workout_core.formats.transform` - the record a plugin gives for changing workouts
* :mod:`~workout_core.formats.options` - ``-O name=value`` → a plugin's own options
"""
