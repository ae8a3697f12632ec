"""The toolkit as a folder of static files, which runs in a browser.

* :mod:`~workout_core.site.build` makes the folder: :func:`~workout_core.site.build.site_files`.
* :mod:`~workout_core.site.tools` runs npm and pip, and says what to do where they are missing.
* :mod:`~workout_core.site.python` is what Python needs in a browser: the runtime and the packages.
* :mod:`~workout_core.site.pages` is what people see, from the sources in ``web``.
* :mod:`~workout_core.site.beside` is what lies beside: examples and documentation.
* :mod:`~workout_core.site.serving` is what hosts and browsers are told: what may run, what is kept.
* :mod:`~workout_core.site.kept` is the site of this version, built once.
* :mod:`~workout_core.site.edited_file` is a file of this machine that is edited in the page.
* :mod:`~workout_core.site.editing` serves both, as ``workout edit`` does.
* :mod:`~workout_core.site.line_ends` keeps the line ends of that file as they are.
"""
