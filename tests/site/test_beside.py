"""Examples lie beside the page, and the documentation where it can be built."""

import json
from pathlib import Path

from workout_core.editor.desk import Desk
from workout_core.site.beside import example_files, why_no_documentation

ROOT = Path(__file__).parents[2]


def test_every_example_is_listed_with_what_it_names():
    files = example_files()
    listed = {each["file"]: each for each in json.loads(files["examples/index.json"])}
    names = {path.name for path in (ROOT / "examples").glob("*.yaml")} - {"ada.yaml"}
    assert set(listed) == {*names, "course/course.yaml"}
    assert listed["six-by-800.yaml"] == {"file": "six-by-800.yaml", "title": "6 × 800 m", "beside": []}
    assert "ann.yaml" in " ".join(listed["squad.yaml"]["beside"])
    assert "strength-a-1.yaml" in listed["course/course.yaml"]["beside"]


def test_an_example_can_be_read_with_the_files_beside_it_alone():
    files = example_files()
    for each in json.loads(files["examples/index.json"]):
        folder = each["file"].rpartition("/")[0]
        inside = {name: files["/".join(filter(None, ("examples", folder, name)))] for name in each["beside"]}
        text = files[f"examples/{each['file']}"].decode()
        desk = Desk(files={name: data.decode() for name, data in inside.items()})
        document = desk.document(text, each["file"].rpartition("/")[2]).document
        assert document.name == each["title"]


def test_why_there_is_no_documentation_is_said():
    assert why_no_documentation() in ("", "needs Sphinx (install it: pip install 'workout-core[docs]')")
