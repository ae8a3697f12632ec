"""From the sources to the folder: all files of the site, by their names."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workout_core.files.publish import Output
from workout_core.site.beside import documentation_files, example_files
from workout_core.site.pages import SOURCES, page_files, prepared
from workout_core.site.python import folder_name, python_files
from workout_core.site.serving import HEADERS, PAGE, WORKER, headers, keeping, protected

OF: Final = "site"
"""What its files are made of, in the list of what was written."""


def site_files(sources: Path = SOURCES, *, documentation: bool = True) -> list[Output]:
    """Return the files of the site.

    Args:
        sources: of the page.
        documentation: whether the documentation is wanted, where it can be built.

    Raises:
        ToolFailure: npm or pip is missing, or cannot do what it is asked.
        InvalidWorkout: the sources of the page have no place for what is put into them.
    """
    with prepared(sources) as web:
        python = python_files(web)
        name = folder_name(python)
        pages = page_files(web, name)
    kept = pages | {f"{name}/{path}": data for path, data in python.items()} | example_files()
    worker = kept.pop(WORKER)
    kept[PAGE] = protected(kept[PAGE])
    told = {WORKER: keeping(worker, kept), HEADERS: headers()}
    files = kept | told | (documentation_files() if documentation else {})
    return [Output(path, data, OF) for path, data in sorted(files.items())]
