"""What a race time says: equivalent races, training paces and zones; and the splits of a race to wear.

* :mod:`~workout_core.pacing.fitness` - from a race or a threshold to paces and zones
* :mod:`~workout_core.pacing.band` - the splits of a race as a band to print and wear
"""
