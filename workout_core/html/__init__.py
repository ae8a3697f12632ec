"""Pages to print and to read on a phone: a file of HTML each, without scripts, that loads nothing.

* :mod:`~workout_core.html.markup` - elements, in which every text is escaped
* :mod:`~workout_core.html.page` - what is around the body of a page
* :mod:`~workout_core.html.plan_page` - a whole plan, of the parts below
* :mod:`~workout_core.html.contents` - what is where on its page
* :mod:`~workout_core.html.overview` - its head, a line for each week, and what asks too much
* :mod:`~workout_core.html.weeks` - each week as a grid
* :mod:`~workout_core.html.details` - each session with its steps
* :mod:`~workout_core.html.dates` - days as elements of a page
* :mod:`~workout_core.html.pictures` - a workout in full and at a glance, and the load of a week
* :mod:`~workout_core.html.profile` - the full picture of a workout, of the parts below
* :mod:`~workout_core.html.profile_shapes` - its bars, lines and brackets
* :mod:`~workout_core.html.profile_words` - what stands over its steps and repeats
* :mod:`~workout_core.html.lettering` - how wide a text is
* :mod:`~workout_core.html.sport_marks` - the mark of a sport beside a small picture
* :mod:`~workout_core.html.picture_style` - what pictures look like
* :mod:`~workout_core.html.style` - what it looks like
"""
