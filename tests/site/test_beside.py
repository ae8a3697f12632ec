"""Examples lie beside the page, and the documentation where it can be built."""

import json
from pathlib import Path

from workout_core import read_text
from workout_core.site.beside import example_files, why_no_documentation

ROOT = Path(__file__).parents[2]


def test_every_example_is_there_and_listed():
    files = example_files()
    names = sorted(path.name for path in (ROOT / "examples").glob("*.yaml"))
    assert json.loads(files.pop("examples/index.json")) == names
    assert sorted(files) == [f"examples/{name}" for name in names]
    assert read_text(files["examples/six-by-800.yaml"].decode()).name == "6 × 800 m"


def test_why_there_is_no_documentation_is_said():
    assert why_no_documentation() in ("", "needs Sphinx (install it: pip install 'workout-core[docs]')")
