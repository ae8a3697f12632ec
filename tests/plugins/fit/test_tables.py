"""What we keep of the profile is what the installed fit-tool has; checksums need no fastcrc."""

import sys

import pytest
from fit_tool.utils.crc import crc16
from hypothesis import given
from hypothesis import strategies as st

from workout_fit import fit_tool_tables
from workout_fit.checksum import by_table, fastest


@pytest.fixture
def without_fastcrc(monkeypatch):
    """Make fastcrc a package that is not installed."""
    monkeypatch.setitem(sys.modules, "fastcrc.crc16", None)
    fastest.cache_clear()
    yield
    fastest.cache_clear()


def _without_docstring(text: str) -> str:
    """Return the code of a module; its docstring tells the version of fit-tool, which may be a later one."""
    return text.split('"""\n', 1)[1]


def test_the_table_of_the_profile_is_made_anew_the_same():
    kept = fit_tool_tables.TABLE.read_text("utf-8")
    assert _without_docstring(fit_tool_tables.table()) == _without_docstring(kept)


def test_the_names_of_exercises_are_made_anew_the_same():
    assert fit_tool_tables.exercises() == fit_tool_tables.EXERCISES.read_text("utf-8")


@given(st.binary(max_size=600))
def test_both_checksums_are_that_of_fit_tool(data):
    assert by_table(data) == fastest()(data) == crc16(data)


def test_the_checksum_that_is_published_for_a_test_of_crc_16_arc():
    assert by_table(b"123456789") == 0xBB3D


def test_fastcrc_is_used_where_it_is_installed():
    assert fastest() is not by_table


@pytest.mark.usefixtures("without_fastcrc")
def test_the_table_takes_its_place_where_it_is_not():
    assert fastest() is by_table
