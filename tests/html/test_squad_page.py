"""The page of a squad: a row for each athlete, a column for each week, and what is missing, as words."""

from datetime import date

from oracles.pages import read_page, words
from workout_core.analysis.totals import Amount
from workout_core.html.squad_page import squad_html
from workout_core.plans.squad_totals import MemberWeeks, WeekSum
from workout_core.units import Units

MONDAYS = (date(2026, 8, 3), date(2026, 8, 10))
WEEK = WeekSum(time=Amount(3 * 3600 + 290), distance=Amount(30000.0), load=412.4, sessions=4)
ANN = MemberWeeks(key="Ann", weeks={MONDAYS[0]: WEEK, MONDAYS[1]: WEEK})
HAL = MemberWeeks(key="<b>Hal</b>", weeks={MONDAYS[1]: WEEK}, units=Units.IMPERIAL, lacks=("needs <FTP>",))
EVA = MemberWeeks(key="Eva", problem="nothing fits")


def test_it_has_all_athletes_and_weeks():
    said = words(read_page(squad_html("Group", [ANN, HAL, EVA], {"Ann": "ann/p.html"})))

    assert "3 athletes · 2 weeks · from Mon 3 Aug 2026" in said
    assert "3:05, 30 km" in said
    assert "3:05, 18.6 mi" in said
    assert "load 412" in said
    assert "<b>Hal</b>" in said
    assert "needs <FTP>" in said
    assert "nothing fits" in said


def test_it_leads_to_the_pages_of_athletes():
    page = squad_html("Group", [ANN, HAL], {"Ann": "ann/p.html"})

    assert page.count("<a href=") == 1
    assert '<a href="ann/p.html"><bdi>Ann</bdi></a>' in page


def test_a_squad_of_which_nothing_can_be_made_is_a_page_all_the_same():
    page = squad_html("Group", [EVA])

    read_page(page)
    assert "<table" not in page
    assert "nothing fits" in page
