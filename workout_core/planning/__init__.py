"""What a whole plan asks, and where it asks too much.

* :mod:`~workout_core.planning.totals` - time, distance and load by week
* :mod:`~workout_core.planning.said` - the same in words
* :mod:`~workout_core.planning.distance` - what of a run is run
* :mod:`~workout_core.planning.conflicts` - hard days in a row, a session on the race day, a jump of load
* :mod:`~workout_core.planning.layers` - one plan over another
* :mod:`~workout_core.planning.settling` - what to do where that is too much
"""
