"""What lies beside the page: examples to begin with, and the documentation."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from workout_core.site.tools import run_python

_CHECKOUT: Final = Path(__file__).parents[2]
"""The project's sources, if we run in them."""
EXAMPLES: Final = "examples"
DOCUMENTATION: Final = "documentation"


def example_files() -> dict[str, bytes]:
    """Return the documents among the examples, and ``index.json``, which lists their names."""
    found = sorted((_CHECKOUT / EXAMPLES).glob("*.yaml"))
    listed = json.dumps([path.name for path in found], indent=1).encode() + b"\n"
    files = {f"{EXAMPLES}/{path.name}": path.read_bytes() for path in found}
    return files | {f"{EXAMPLES}/index.json": listed}


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
