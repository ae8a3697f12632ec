"""``workout fmt``: the canonical form of a document, printed or written back."""

import pytest

from workout_core import read_document, read_text

LOOSE = """\
steps: "warmup 15min; 6x(800m @ 4:00/km, 400m jog)"
workout:   'Six'
"""
CANONICAL = """\
workout: Six
sport: running
steps: |
  warmup 15min
  6x
    800m @ 4:00/km
    recover 400m
"""


@pytest.fixture(autouse=True)
def loose(folder):
    """A document that is not in its canonical form."""
    file = folder / "loose.yaml"
    file.write_text(LOOSE, "utf-8")
    return file


def test_the_canonical_form_is_printed_and_the_file_left_alone(workout, loose):
    done = workout("fmt", "loose.yaml")

    assert (done.code, done.out, done.err) == (0, CANONICAL, "")
    assert loose.read_text("utf-8") == LOOSE


def test_the_canonical_form_is_written_back(workout, loose):
    done = workout("fmt", "--write", "loose.yaml")

    assert (done.code, done.out, done.err) == (0, "loose.yaml\n", "")
    assert loose.read_text("utf-8") == CANONICAL


def test_a_file_in_canonical_form_is_not_written_again(workout, loose):
    loose.write_text(CANONICAL, "utf-8")
    before = loose.stat().st_ino

    done = workout("fmt", "-w", "loose.yaml")

    assert (done.out, loose.stat().st_ino) == ("", before)


@pytest.mark.parametrize("comment", ["# at the start\n" + LOOSE, LOOSE + "tags: [a] # at an end\n"])
def test_comments_are_never_thrown_away(workout, loose, comment):
    loose.write_text(comment, "utf-8")

    done = workout("fmt", "--write", "loose.yaml")

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("loose.yaml:1:1: " if comment.startswith("#") else "loose.yaml:3:11: ")
    assert "the canonical form does not keep comments (print it instead: leave out '--write')\n" in done.err
    assert loose.read_text("utf-8") == comment


def test_json_stays_json(workout, folder):
    file = folder / "a.json"
    file.write_text('{"steps": "800m", "workout": "#1 # one"}', "utf-8")

    done = workout("fmt", "--write", "a.json")

    assert done.out == "a.json\n"
    assert file.read_text("utf-8") == (
        '{\n  "format": 1,\n  "workout": "#1 # one",\n  "sport": "running",\n  "steps": [\n    {\n'
        '      "duration": {\n        "distance": 800\n      }\n    }\n  ]\n}\n'
    )


@pytest.mark.parametrize("name", ["six.yaml", "easy.yaml", "ada.yaml", "form.yaml"])
def test_the_canonical_form_is_the_same_document_and_canonical(workout, name):
    once = workout("fmt", name).out

    assert read_text(once) == read_document(name)
    assert workout("fmt", "-", stdin=once.encode()).out == once


def test_several_documents_are_printed_one_after_another(workout):
    assert workout("fmt", "loose.yaml", "loose.yaml").out == 2 * CANONICAL


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "byte order mark"])
def test_line_ends_and_marks_of_windows_are_canonical_afterwards(workout, loose, mark):
    loose.write_bytes((mark + LOOSE.replace("\n", "\r\n")).encode())

    workout("fmt", "--write", "loose.yaml")

    assert loose.read_bytes() == CANONICAL.encode()


def test_a_symbolic_link_is_followed(workout, folder, loose):
    (folder / "link.yaml").symlink_to("loose.yaml")

    done = workout("fmt", "--write", "link.yaml")

    assert done.out == "link.yaml\n"
    assert (folder / "link.yaml").is_symlink()
    assert loose.read_text("utf-8") == CANONICAL


def test_a_broken_document_is_left_as_it_is(workout, folder):
    before = (folder / "broken.yaml").read_bytes()

    assert workout("fmt", "--write", "broken.yaml").code == 1
    assert (folder / "broken.yaml").read_bytes() == before


def test_nothing_to_format_is_wrong_usage(workout):
    done = workout("fmt")

    assert (done.code, done.err.splitlines()[-1]) == (
        2,
        "Error: what should be formatted? (give a document)",
    )


def test_every_document_is_formatted_or_refused_on_its_own(workout, folder):
    (folder / "easy.json").write_text('{"workout": "Easy", "steps": "30min @ 5:00/km"}')
    (folder / "noted.yaml").write_text("workout: Easy # calm\nsteps: easy 30min\n")

    done = workout("fmt", "--write", "broken.yaml", "noted.yaml", "easy.json")

    assert (done.code, done.out) == (1, "easy.json\n")
    assert done.err.startswith("broken.yaml:2:1: ")
    assert "\nnoted.yaml:1:" in done.err
