"""What a workout is: immutable values in SI units that know no format and no athlete.

* :mod:`~workout_core.model.duration` - how long a step lasts
* :mod:`~workout_core.model.target` - what to hold meanwhile
* :mod:`~workout_core.model.exercise` - what to lift
* :mod:`~workout_core.model.workout` - steps, repeats and the workout
* :mod:`~workout_core.model.plan` - sessions on dates
* :mod:`~workout_core.model.course` - the way of a race
* :mod:`~workout_core.model.athlete` - the numbers that relative targets refer to
* :mod:`~workout_core.model.identity` - who is who, whatever the clock says
"""
