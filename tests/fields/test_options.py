"""``-O name=value`` fills an exporter's own option class; a mistake is told with what would be right."""

import re
from datetime import date, timedelta
from enum import Enum

import pytest
from attrs import field, frozen

from workout_core import InvalidWorkout
from workout_core.formats.options import fill_options


class Paper(Enum):
    """What to print on."""

    A4 = "a4"
    LETTER = "US letter"


class Columns(Enum):
    """How many columns."""

    ONE = 1
    TWO = 2


def _not_too_small(_instance, _attribute, size):
    if size < 6:
        raise ValueError(f"nobody can read {size:g} points")


@frozen(kw_only=True)
class Print:
    """What a printing format may be told."""

    paper: Paper = Paper.A4
    columns: Columns = Columns.ONE
    with_profile: bool = False
    copies: int = 1
    font_size: float = field(default=11.0, validator=_not_too_small)
    header: str = ""
    pages: int | None = None
    _ink: str = "black"
    dry: timedelta | None = None
    only: frozenset[Paper | Columns] = frozenset()
    since: date | None = None
    until: date = field(default=date(2026, 12, 31), alias="to_")
    class_: str = "plain"
    dots: int = field(default=0, init=False)


NAMES = (
    *("paper", "columns", "with-profile", "copies", "font-size", "header", "pages", "ink", "dry", "only"),
    *("since", "to", "class"),
)


@frozen(kw_only=True)
class Post:
    """Options of which one has to be given."""

    address: str
    copies: int = 1


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("paper", "a4", Print()),
        ("paper", "us LETTER", Print(paper=Paper.LETTER)),
        ("columns", "2", Print(columns=Columns.TWO)),
        ("with-profile", "yes", Print(with_profile=True)),
        ("with-profile", "ON", Print(with_profile=True)),
        ("with_profile", "true", Print(with_profile=True)),
        ("with-profile", "1", Print(with_profile=True)),
        ("with-profile", "no", Print()),
        ("with-profile", "Off", Print()),
        ("with-profile", "false", Print()),
        ("with-profile", "0", Print()),
        ("copies", "3", Print(copies=3)),
        ("font-size", "9.5", Print(font_size=9.5)),
        ("font-size", "12", Print(font_size=12.0)),
        ("header", "", Print()),
        ("header", "Ada = fast, yes", Print(header="Ada = fast, yes")),
        ("header", "3", Print(header="3")),
        ("pages", "2", Print(pages=2)),
        ("ink", "blue", Print(ink="blue")),
        ("since", "2026-08-03", Print(since=date(2026, 8, 3))),
        ("to", "2026-08-03", Print(to_=date(2026, 8, 3))),
        ("class", "first", Print(class_="first")),
        ("dry", "1h10min", Print(dry=timedelta(hours=1, minutes=10))),
        ("dry", "0s", Print(dry=timedelta())),
    ],
    ids=str,
)
def test_a_text_becomes_what_its_field_holds(name, text, options):
    assert fill_options("print", Print, {name: text}) == options


@pytest.mark.parametrize(
    ("text", "words"),
    [("2", {Columns.TWO}), ("us letter, A4,1, a4", {Paper.A4, Paper.LETTER, Columns.ONE})],
    ids=["one", "several"],
)
def test_words_with_commas_between_are_a_set(text, words):
    assert fill_options("print", Print, {"only": text}) == Print(only=frozenset(words))


def test_what_is_not_given_is_the_default():
    assert fill_options("print", Print, {}) == Print()


def test_a_format_without_options_has_none():
    assert fill_options("plain", None, {}) is None


@pytest.mark.parametrize(
    ("options", "given", "message"),
    [
        (None, {"paper": "a4"}, "-O paper: print has no options"),
        (Print, {"papper": "a4"}, "-O papper: print has no such option (did you mean 'paper'?)"),
        (
            Print,
            {"x": "1"},
            f"-O x: print has no such option (one of {', '.join(NAMES[:12])}, …)",
        ),
        (
            Print,
            {"dots": "1"},
            f"-O dots: print has no such option (one of {', '.join(NAMES[:12])}, …)",
        ),
        (
            Print,
            {"paper": "letter"},
            "-O paper: 'letter' is not one of the choices (did you mean 'US letter'?)",
        ),
        (Print, {"paper": "?"}, "-O paper: '?' is not one of the choices (one of a4, US letter)"),
        (Print, {"columns": "3"}, "-O columns: '3' is not one of the choices (one of 1, 2)"),
        (Print, {"with-profile": "maybe"}, "-O with-profile: 'maybe' is neither yes nor no"),
        (Print, {"copies": "2.5"}, "-O copies: '2.5' is not a whole number"),
        (Print, {"copies": "many"}, "-O copies: 'many' is not a whole number"),
        (Print, {"copies": ""}, "-O copies: '' is not a whole number"),
        (Print, {"pages": "all"}, "-O pages: 'all' is not a whole number"),
        (Print, {"font-size": "big"}, "-O font-size: 'big' is not a number"),
        (Print, {"font-size": "nan"}, "-O font-size: 'nan' is not a number"),
        (Print, {"font-size": "inf"}, "-O font-size: 'inf' is not a number"),
        (Print, {"since": "soon"}, "-O since: 'soon' is not a date (like '2026-08-03')"),
        (Print, {"to": "2026-02-30"}, "-O to: '2026-02-30' is not a date (like '2026-08-03')"),
        (Print, {"to_": "2026-02-03"}, "-O to_: print has no such option (did you mean 'to'?)"),
        (
            Print,
            {"dry": "soon"},
            "-O dry: 'soon' is not a time (like '15min', '1h10min', '90s' or '4:30')",
        ),
        (
            Print,
            {"only": "a4, letter"},
            "-O only: 'letter' is not one of the choices (did you mean 'US letter'?)",
        ),
        (Print, {"only": "a4,"}, "-O only: '' is not one of the choices (one of a4, US letter, 1, 2)"),
        (Print, {"font-size": "2"}, "-O: nobody can read 2 points"),
        (Post, {"copies": "2"}, "-O address: print needs it (give '-O address=…')"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_a_wrong_option_is_told_with_what_would_be_right(options, given, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        fill_options("print", options, given)
