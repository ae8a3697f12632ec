"""Pages to print and to read on a phone: a file of HTML each, which loads nothing.

* :mod:`~workout_core.html.rendering` - the files in ``templates`` filled in, and what a page may do
* :mod:`~workout_core.html.markup` - what HTML forbids in a text, and elements without a template
* :mod:`~workout_core.html.plan_page` - a whole plan, of the parts below
* :mod:`~workout_core.html.contents` - what is where on its page
* :mod:`~workout_core.html.season` - the load of each week, in phases
* :mod:`~workout_core.html.weeks` - each week with its days
* :mod:`~workout_core.html.cards` - each session with its steps
* :mod:`~workout_core.html.pictures` - a workout in full and at a glance, and the load of a week
* :mod:`~workout_core.html.profile` - the full picture of a workout, of the parts below
* :mod:`~workout_core.html.profile_shapes` - its bars, lines and brackets
* :mod:`~workout_core.html.profile_words` - what stands over its steps and repeats
* :mod:`~workout_core.html.lettering` - how wide a text is
* :mod:`~workout_core.html.sport_marks` - the mark of a sport beside a small picture
* :mod:`~workout_core.html.picture_style` - what pictures look like
* :mod:`~workout_core.html.subscription` - how to subscribe to its calendar, and what there is to download
* :mod:`~workout_core.html.squad_page` - the athletes of a squad side by side
* :mod:`~workout_core.html.notebook` - a workout, a reading or a plan in a notebook
* :mod:`~workout_core.html.band` - the splits of a race to wear
"""
