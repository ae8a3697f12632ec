"""Plans: weeks on dates, changes, layers, and what they ask; everything gives a new plan or a number.

* :mod:`~workout_core.plans.weeks` - weeks like each other, with more or less, repeated
* :mod:`~workout_core.plans.anchors` - from a start, or back from a race
* :mod:`~workout_core.plans.usual_times` - times of day
* :mod:`~workout_core.plans.dates` - weeks become sessions on dates
* :mod:`~workout_core.plans.changes` - move, swap, skip, keep, shift, pause
* :mod:`~workout_core.plans.layers` - combine: one plan over another
* :mod:`~workout_core.plans.checks` - what is probably not meant
* :mod:`~workout_core.plans.week_totals` - what weeks ask, in numbers
* :mod:`~workout_core.plans.week_phrases` - the same in words
* :mod:`~workout_core.plans.session_phrases` - a session in words
* :mod:`~workout_core.plans.conflicts` - hard days in a row, a session on the race day, a jump of load
* :mod:`~workout_core.plans.settling` - what to do about conflicts
"""
