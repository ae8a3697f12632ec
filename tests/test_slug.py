"""A name becomes a file name that every system takes, in the letters of whoever wrote it."""
# ruff: noqa: RUF001 - names as people write them

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Registry, Step, Workout, export, slug

RESERVED = [
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("6 × 800 m", "6-x-800-m"),
        ("City half, second half faster", "city-half-second-half-faster"),
        ("  Easy -- run_2 !", "easy-run-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("a/b", "a-b"),
        (".hidden", "hidden"),
        ("trailing.", "trailing"),
        ("Bergläufe für Füchse", "bergläufe-für-füchse"),
        ("Straße", "strasse"),
        ("ŁÓDŹ", "łódź"),
        ("cafe\u0301", "café"),
        ("ﬁt ½ Ⅷ", "fit-1-2-viii"),
        ("走る 30分", "走る-30分"),
        ("Ночной бег", "ночной-бег"),
        ("ריצה קלה", "ריצה-קלה"),
        ("जल्दी दौड़", "जल्दी-दौड़"),
        ("วิ่งเร็ว", "วิ่งเร็ว"),
        ("İstanbul", "i\u0307stanbul"),
        ("1️⃣ lap", "1-lap"),
        ("Go 🏃🏽\u200d♀️ fast", "go-fast"),
        ("🏃🏽\u200d♀️", "workout"),
        ("🇵🇱", "workout"),
        ("!!! ... ---", "workout"),
        ("\u0301\u0301", "workout"),
        ("___", "workout"),
        ("", "workout"),
        ("Con", "con-"),
        ("NUL", "nul-"),
        ("COM¹", "com1-"),
        ("nul.fit", "nul-fit"),
        ("console", "console"),
    ],
)
def test_a_name_becomes_a_file_name(name, file):
    assert slug(name) == unicodedata.normalize("NFKC", file)


@pytest.mark.parametrize("name", RESERVED)
def test_a_name_that_windows_keeps_for_itself_is_changed(name):
    assert slug(name.upper()) == f"{name}-"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a" * 300, "a" * 120),
        ("ab " * 100, "ab-" * 39 + "ab"),
        ("走" * 100, "走" * 40),
        ("𐍈" * 100, "𐍈" * 30),
        ("a" * 119 + "é", "a" * 119),
        ("a" * 118 + "q\u0303", "a" * 118),
    ],
    ids=[
        "letters",
        "words",
        "three bytes each",
        "four bytes each",
        "two bytes at the end",
        "an accent at the end",
    ],
)
def test_a_long_name_is_cut_within_what_file_systems_take(name, file):
    assert slug(name) == file


@given(st.text())
def test_every_name_becomes_a_safe_one_that_stays_as_it_is(name):
    file = slug(name)
    assert slug(file) == file
    assert 0 < len(file.encode()) <= 121
    assert not set(file) & set('/\\:*?"<>|. \t\n\x00')
    assert file.isprintable()
    assert not file.startswith("-")


@given(
    st.text(st.characters(codec="ascii")), st.sampled_from([str.upper, str.lower, str.title, str.swapcase])
)
def test_ascii_names_that_differ_in_case_are_one_file(name, change):
    assert slug(change(name)) == slug(name)


@pytest.mark.parametrize("name", ["aux", "🏃", "走" * 100])
def test_the_file_of_a_workout_is_named_so(name):
    workout = Workout(name=name, items=[Step()])
    (file,) = export(workout, "json", registry=Registry.discover({}))
    assert file.name == f"{slug(name)}.json"
