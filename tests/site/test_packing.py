"""Files go into one and come out again, and what is compiled runs without its source."""

import sys
from importlib import import_module

from hypothesis import given
from hypothesis import strategies as st

from workout_core.site.packing import compiled, pack, unpack

SOURCE = b'''"""What it is."""


def double(number):
    """Return twice as much."""
    return sum(each for each in (number, number))
'''


@given(st.dictionaries(st.text(min_size=1), st.binary()))
def test_files_come_out_as_they_went_in(files):
    assert unpack(pack(files)) == files


def test_the_same_files_in_another_order_are_the_same_bytes():
    files = {"b": b"2", "a": b"1"}
    assert pack(files) == pack(dict(reversed(files.items())))


def test_compiled_modules_are_imported_without_their_source(tmp_path, monkeypatch):
    for name, data in compiled({"doubling_of_a_test.py": SOURCE, "table.csv": b"a,b"}).items():
        (tmp_path / name).write_bytes(data)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["doubling_of_a_test.pyc", "table.csv"]
    monkeypatch.syspath_prepend(tmp_path)
    try:
        module = import_module("doubling_of_a_test")
        assert (module.double(21), module.__doc__) == (42, None)
    finally:
        sys.modules.pop("doubling_of_a_test", None)


def test_compiling_again_gives_the_same_bytes():
    assert compiled({"a.py": SOURCE}) == compiled({"a.py": SOURCE})
