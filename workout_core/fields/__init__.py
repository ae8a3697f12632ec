"""One way to describe a field that people fill in: of a recipe, of a format's options, of a document.

* :mod:`~workout_core.fields.measure` - what a kind of value is: read from text, written, bounded
* :mod:`~workout_core.fields.measures` - the kinds there are: distances, paces, dates, choices and so on
* :mod:`~workout_core.fields.amounts` - reading the times and distances of them
* :mod:`~workout_core.fields.quantities` - numbers with units that documents hold of an athlete
* :mod:`~workout_core.fields.annotations` - the kind that the type of a plain field stands for
* :mod:`~workout_core.fields.parameters` - the fields of an attrs class, each with a measure and a sentence
* :mod:`~workout_core.fields.tolerance` - how far a pace may be off
"""
