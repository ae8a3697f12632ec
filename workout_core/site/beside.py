"""What lies beside the page: examples to begin with, and the documentation."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final

from workout_core.documents.reader import read_document
from workout_core.files.paths import FilesRead
from workout_core.model.athlete import Athlete
from workout_core.site.tools import run_python

_CHECKOUT: Final = Path(__file__).parents[2]
"""The project's sources, if we run in them."""
EXAMPLES: Final = "examples"
DOCUMENTATION: Final = "documentation"
_COURSE: Final = "course/course.yaml"


def example_files() -> dict[str, bytes]:
    """Return workouts, plans and squads among the examples with all that they name, and ``index.json``.

    It lists them: ``[{"file": "half-marathon.yaml", "title": "…", "beside": ["strength-a.yaml"]}]``. What is
    beside a document is named as the document names it.
    """
    folder = next(
        each for each in (_CHECKOUT / EXAMPLES, Path(__file__).with_name(EXAMPLES)) if each.is_dir()
    )
    listed: list[dict[str, Any]] = []
    files: dict[str, bytes] = {}
    for path in [*sorted(folder.glob("*.yaml")), folder / _COURSE]:
        read = FilesRead()
        document = read_document(path, root=folder, files=read)
        if isinstance(document, Athlete):
            continue
        names = {each.resolve().relative_to(folder.resolve()).as_posix() for each in read.paths}
        files |= {f"{EXAMPLES}/{name}": (folder / name).read_bytes() for name in names}
        file = path.relative_to(folder).as_posix()
        beside = sorted(name.removeprefix(f"{PurePosixPath(file).parent}/") for name in names - {file})
        listed.append({"file": file, "title": document.name, "beside": beside})
    index = json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n"
    return files | {f"{EXAMPLES}/index.json": index}


def documentation_files() -> dict[str, bytes]:
    """Return the pages of the documentation; nothing where it or what builds it is not here.

    Raises:
        ToolFailure: it is here and cannot be built.
    """
    sources = _CHECKOUT / "docs"
    if why_no_documentation():
        return {}
    with TemporaryDirectory() as folder:
        run_python(
            ["sphinx", "-q", "-d", f"{folder}/doctrees", str(sources), f"{folder}/site"],
            _CHECKOUT,
            "the documentation",
            "build it by itself to see more: sphinx-build docs FOLDER",
        )
        site = Path(folder, "site")
        return {
            f"{DOCUMENTATION}/{path.relative_to(site).as_posix()}": path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file() and path.name not in {".buildinfo", "objects.inv"}
        }


def why_no_documentation() -> str:
    """Say why the documentation is left out; nothing if it is not."""
    if not (_CHECKOUT / "docs" / "conf.py").is_file():
        return "is in the project's sources, and not where it is installed"
    if find_spec("sphinx") is None:
        return "needs Sphinx (install it: pip install 'workout-core[docs]')"
    return ""
