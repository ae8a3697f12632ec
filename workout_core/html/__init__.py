"""Pages to print and to read on a phone: a file of HTML each, without scripts, that loads nothing.

* :mod:`~workout_core.html.markup` - elements, in which every text is escaped
* :mod:`~workout_core.html.page` - what is around the body of a page
* :mod:`~workout_core.html.plan_page` - a whole plan, of the parts below
* :mod:`~workout_core.html.contents` - what is where on its page
* :mod:`~workout_core.html.overview` - its head, a line for each week, and what asks too much
* :mod:`~workout_core.html.weeks` - each week as a grid
* :mod:`~workout_core.html.details` - each session with its steps
* :mod:`~workout_core.html.dates` - days as elements of a page
* :mod:`~workout_core.html.pictures` - bars and profiles
* :mod:`~workout_core.html.style` - what it looks like
"""
