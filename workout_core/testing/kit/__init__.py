"""Conformance: what a plugin must do so that people can rely on it, as classes to subclass in tests.

::

    import workout_mine
    from workout_core.testing import ExporterKit

    class TestMine(ExporterKit):
        plugin = workout_mine
        name = "mine"

Each test has a name that says what it holds, and a message that says what is wrong. pytest collects them, and
:func:`~workout_core.testing.kit.running.faults` runs them without it.

* :mod:`~workout_core.testing.kit.base` - what every plugin is asked
* :mod:`~workout_core.testing.kit.exporters` - of formats to write
* :mod:`~workout_core.testing.kit.importers` - of formats to read
* :mod:`~workout_core.testing.kit.recipes` - of workouts that write themselves
* :mod:`~workout_core.testing.kit.transforms` - of ways to change a workout
* :mod:`~workout_core.testing.kit.voices` - of voices
* :mod:`~workout_core.testing.kit.subjects` - what they are tried on
* :mod:`~workout_core.testing.kit.writing` - a format called as the pipeline does, and watched
* :mod:`~workout_core.testing.kit.fresh` - the same in a fresh interpreter
"""
