"""A plan as people and machines write it.

* :mod:`~workout_core.documents.plans.plan` - either form
* :mod:`~workout_core.documents.plans.sessions` - sessions on dates, as machines write them
* :mod:`~workout_core.documents.plans.plan_of_weeks` - weeks of weekdays, as people do, of the parts below
* :mod:`~workout_core.documents.plans.head` - the keys at its top
* :mod:`~workout_core.documents.plans.race`, :mod:`~workout_core.documents.plans.usual_times` - two of them
* :mod:`~workout_core.documents.plans.named_workouts` - the workouts that have names in the plan
* :mod:`~workout_core.documents.plans.weeks`, :mod:`~workout_core.documents.plans.days` - weeks and their days
* :mod:`~workout_core.documents.plans.activities` - a workout by name, in lines, by recipe or file; an event
* :mod:`~workout_core.documents.plans.layers` - the plans that it lies over
* :mod:`~workout_core.documents.plans.changes` - what was moved, skipped or put off since it was written
"""
