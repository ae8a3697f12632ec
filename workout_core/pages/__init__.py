"""Pages to print and to read on a phone: a file of HTML each, without scripts, that loads nothing.

* :mod:`~workout_core.pages.markup` - elements, in which every text is escaped
* :mod:`~workout_core.pages.frame` - what is around the body of a page
* :mod:`~workout_core.pages.plan` - a whole plan, of the parts below
* :mod:`~workout_core.pages.contents` - what is where on its page
* :mod:`~workout_core.pages.overview` - its head, a line for each week, and what asks too much
* :mod:`~workout_core.pages.weeks` - each week as a grid
* :mod:`~workout_core.pages.details` - each session with its steps
* :mod:`~workout_core.pages.dates` - days as people write them
* :mod:`~workout_core.pages.pictures` - bars and profiles
* :mod:`~workout_core.pages.style` - what it looks like
"""
