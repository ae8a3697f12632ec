"""A plan as people write it: weeks of weekdays, which become sessions on dates.

* :mod:`~workout_core.documents.weeks.head` - the keys at its top
* :mod:`~workout_core.documents.weeks.plan` - the plan they make
* :mod:`~workout_core.documents.weeks.anchor` - where it stands: from a start, or back from a race
* :mod:`~workout_core.documents.weeks.season` - the weeks: like another, with more or less, again and again
* :mod:`~workout_core.documents.weeks.week` - one week as it is written
* :mod:`~workout_core.documents.weeks.entry` - what is done on a day, and when
* :mod:`~workout_core.documents.weeks.named` - the workouts that have names in the plan
* :mod:`~workout_core.documents.weeks.activity` - a workout by name, in lines, by recipe or file; or an event
* :mod:`~workout_core.documents.weeks.times` - times of day that are usual
* :mod:`~workout_core.documents.weeks.calendar` - sessions on dates, with their slots
* :mod:`~workout_core.documents.weeks.over` - the plans that it lies over
* :mod:`~workout_core.documents.weeks.changes` - what was moved, skipped or put off since it was written
* :mod:`~workout_core.documents.weeks.doubts` - what is probably not meant
"""
