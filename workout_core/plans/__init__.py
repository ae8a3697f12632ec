"""What a whole plan asks, and where it asks too much.

* :mod:`~workout_core.plans.week_totals` - time, distance and load by week
* :mod:`~workout_core.plans.week_phrases` - the same in words
* :mod:`~workout_core.analysis.distance` - what of a run is run
* :mod:`~workout_core.plans.conflicts` - hard days in a row, a session on the race day, a jump of load
* :mod:`~workout_core.plans.layers` - one plan over another
* :mod:`~workout_core.plans.settling` - what to do where that is too much
"""
