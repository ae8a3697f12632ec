"""A text as people send it, with one workout or several, headings and greetings → workouts.

* :mod:`~workout_core.notation.message.head` - the title above the steps of one workout
* :mod:`~workout_core.notation.message.letters` - quotes of e-mails, spaces, emphasis and bullets
* :mod:`~workout_core.notation.message.headings` - which lines name a workout, or a part of one
* :mod:`~workout_core.notation.message.likeness` - which lines are steps, or meant to be
* :mod:`~workout_core.notation.message.sorting` - each line → what it is
* :mod:`~workout_core.notation.message.sports` - the sport that a heading or the first word of steps says
* :mod:`~workout_core.notation.message.parting` - lines → the workouts that they belong to
* :mod:`~workout_core.notation.message.telling` - what is told beside the workouts
* :mod:`~workout_core.notation.message.reading` - the text → workouts, what is wrong, and what was passed over
* :mod:`~workout_core.notation.message.recognition` - whether a text without a telling name is one
"""
