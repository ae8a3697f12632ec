"""A plan as a page: all of it is there, once and escaped, for every reader, in light, dark and on paper."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from oracles.pages import SVG, of_class, of_id, policy_source, read_page, shape, words
from workout_core import (
    Athlete,
    Event,
    Link,
    Plan,
    Session,
    Sport,
    Units,
    Workout,
    parse_steps,
    read_document,
    read_text,
)
from workout_core.analysis.readings import Readings
from workout_core.html.plan_page import plan_html
from workout_core.html.rendering import part_of_page
from workout_core.model.plan import Week
from workout_core.testing.strategies import plans

EXAMPLES = Path(__file__).parents[2] / "examples"
HALF = read_document(EXAMPLES / "half-marathon.yaml")
TINY = read_text("""\
plan: Spring
description: |
  Two weeks.
  No more.

  Then rest.
links: [{url: "https://example.org/spring", title: All of it}]
timezone: Europe/Warsaw
start: 2026-08-03
times: {default: 18:30}
workouts:
  Hard one: {steps: 'warmup 15min; 5x(1km @ RPE 8 "Tall", 400m jog)', links: ["https://example.org/5"]}
weeks:
  - name: Base
    note: Slow & steady.
    mon: easy 30min
    tue: Hard one
    wed:
      - {steps: easy 20min, at: 7:00}
      - {event: Call, kind: call, url: "https://example.org/call", at: 19:00}
    thu: rest
  - name: Build
    mon: easy 30min
    sat: Hard one
    sun: {event: "City 10 km", kind: race, description: Bring a jacket., at: 10:00}
changes:
  - skip: Base/wed/running
""")
STYLE = part_of_page("style.css")
ADA = Athlete(name="Ada", threshold_speed=1000 / 285)


def page(plan, athlete=None, **more):
    return read_page(plan_html(plan, Readings(athlete or plan.athlete), **more))


def shown(element):
    """Return the words of an element but those of its pictures, with single spaces."""
    if element.tag == f"{SVG}svg" or element.get("class") == "thumb":
        return ""
    inside = (part for each in element for part in (shown(each), each.tail or ""))
    return " ".join("".join((element.text or "", *inside)).split())


def cells(tree, week):
    """Return the words of each day of a week, without its date."""
    return [
        " ".join(filter(None, (shown(each) for each in cell.iter("li") if each is not cell)))
        for cell in of_class(of_id(tree, f"week-{week}"), "day")
    ]


def test_a_tiny_plan_is_a_page_as_it_always_was(golden):
    text = plan_html(TINY, Readings())
    golden("pages/tiny.html", re.sub(r"<style>.*?</style>|'sha256-.*?'", "", text, flags=re.DOTALL))


def test_the_same_plan_gives_the_same_bytes():
    assert plan_html(HALF, Readings(ADA)) == plan_html(
        read_document(EXAMPLES / "half-marathon.yaml"), Readings(ADA)
    )


def test_the_head_says_what_the_plan_is():
    header = page(TINY, ADA).find(".//header")
    assert [" ".join(words(each).split()) for each in header] == [
        "Spring",
        "Mon 3 Aug 2026 to Sun 16 Aug 2026 · 2 weeks · 8 sessions · Europe/Warsaw · for Ada",
        "Two weeks. No more.",
        "Then rest.",
        "All of it",
    ]
    assert header.find(".//a").get("href") == "https://example.org/spring"


def test_each_week_is_a_line_in_numbers():
    rows = [[words(cell) for cell in row] for row in of_class(page(TINY), "loads")[0].iter("tr")]
    assert rows == [
        ["Week", "From", "Time", "Distance", "Load"],
        ["Week 1, Base", "Mon 3 Aug 2026", "about 1 h 23 min", "about 13.9 km", "443"],
        ["Week 2, Build", "Mon 10 Aug 2026", "about 1 h 23 min", "about 13.9 km", "443"],
    ]


def bars(tree):
    """Return the name of each phase of the season, with the words and the height of the bar of each week."""
    return [
        (
            words(of_class(phase, "phase-name")[0]),
            [
                (words(of_class(link, "sr")[0]), link.get("href"), of_class(link, "bar")[0].get("height"))
                for link in phase.iter("a")
            ],
        )
        for phase in of_class(tree, "phase")
    ]


def test_the_season_is_a_bar_of_load_for_each_week_with_the_race_in_it():
    assert bars(page(TINY)) == [
        ("Base", [("Week 1, Base, load 443", "#week-1", "100")]),
        ("Build", [("Week 2, Build, load 443, race: City 10 km", "#week-2", "100")]),
    ]


def test_the_season_has_phases():
    found = bars(page(HALF))
    assert [(name, len(weeks)) for name, weeks in found] == [
        ("Base", 4),
        ("Build", 4),
        ("Sharpen", 2),
        ("Taper", 1),
        ("Race week", 1),
    ]
    heights = [int(height) for _, weeks in found for _, _, height in weeks]
    assert max(heights) == heights[9] == 100
    assert heights[3] < heights[2]
    assert [said for _, weeks in found for said, *_ in weeks if "race:" in said] == [
        "Week 12, Race week, load 979, race: City half marathon"
    ]


def test_a_week_is_a_grid_of_days_with_all_that_is_to_do():
    tree = page(TINY)
    heads = [shown(each) for each in of_class(of_id(tree, "week-1"), "date")]
    assert " ".join(heads) == "Mon 3 Aug Tue 4 Aug Wed 5 Aug Thu 6 Aug Fri 7 Aug Sat 8 Aug Sun 9 Aug"
    assert cells(tree, 1) == [
        "running 18:30 Easy 30 min 30 min, about 4.6 km",
        "running · hard 18:30 Hard one about 53 min, about 9.3 km",
        "running · skipped 07:00 Easy 20 min 20 min, about 3.1 km call 19:00 Call",
        "rest Rest",
        "",
        "",
        "",
    ]
    assert cells(tree, 2)[5:] == [
        "running · hard 18:30 Hard one about 53 min, about 9.3 km",
        "race 10:00 City 10 km",
    ]
    assert next(words(each) for each in tree.iter("s")) == "Easy 20 min"
    assert words(of_class(tree, "note")[0]) == "Slow & steady."


def test_a_kind_has_a_shape_of_its_own_and_a_workout_a_small_picture():
    kinds = [each.get("class").split() for each in of_class(page(TINY), "session")]
    assert [each[1] for each in kinds] == [
        f"kind-{name}" for name in ("move", "tough", "move", "call", "rest", "move", "tough", "race")
    ]
    assert [number for number, each in enumerate(kinds) if "skipped" in each] == [2]
    assert len(of_class(page(TINY), "thumb")) == 5
    gym = Workout(name="Gym", sport=Sport.STRENGTH, items=parse_steps("Squat 3x8", Sport.STRENGTH))
    sessions = [Session(slot="a", day=date(2026, 8, 3), activity=gym)]
    assert of_class(page(Plan(name="Gym", sessions=sessions)), "kind-gym")


def test_this_week_comes_first_with_today_marked():
    tree = page(HALF, today=date(2026, 9, 9))
    weeks = [each.get("id") for each in of_class(tree, "week")]
    assert weeks == [f"week-{number}" for number in (6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5)]
    (today,) = [each for each in tree.iter() if each.get("aria-current") == "date"]
    assert shown(of_class(today, "date")[0]) == "Wed 9 Sep today"
    assert [words(each) for each in of_id(tree, "main").findall("section/h2")] == [
        "This week",
        "The season at a glance",
        "Weeks to come",
        "Sessions",
        "Weeks that are over",
    ]
    assert "As of Wed 9 Sep 2026." in words(of_id(tree, "now"))
    (bar,) = [each for each in tree.iter() if each.get("aria-current") == "true"]
    assert "Week 6, this week, Build 2, load" in words(bar)


def test_the_sessions_of_this_week_come_first():
    tree = page(HALF, today=date(2026, 9, 9))
    first = [words(each[0]) for each in tree.iter("article")][:5]
    assert first == ["Cruise intervals 4 × 6 min", "Strength B", "Strides", "Easy run", "Long run 16 km"]
    assert words(list(tree.iter("article"))[-1][0]) == "Long run 15 km"


@pytest.mark.parametrize("day", [date(2026, 8, 2), date(2026, 10, 26), date(1970, 1, 1)], ids=str)
def test_a_day_outside_of_the_plan_changes_nothing(day):
    assert plan_html(HALF, Readings(), today=day) == plan_html(HALF, Readings())


def test_what_is_done_on_several_days_is_told_once_and_linked_from_each():
    tree = page(TINY)
    articles = list(tree.iter("article"))
    assert [words(article[0]) for article in articles] == [
        "Easy 30 min",
        "Hard one",
        "Easy 20 min",
        "Call",
        "City 10 km",
    ]
    hard = articles[1]
    assert hard.get("id") == "session-2"
    assert sum(each.get("href") == "#session-2" for each in tree.iter("a")) == 2
    assert words(of_class(hard, "numbers")[0]) == "Running · about 53 min, about 9.3 km · load 353 · hard"
    assert [words(each) for each in of_class(hard, "dates")[0]] == ["Tue 4 Aug, 18:30", "Sat 15 Aug, 18:30"]
    assert [" ".join(words(each).split()) for each in hard.find("ol")] == [
        "Warm up 15 min",
        "5 times: 1 km at effort 8 of 10 – Tall Recover 400 m",
    ]
    assert [words(each) for each in hard.find("ol").iter("li")][2:] == [
        "1 km at effort 8 of 10 – Tall",
        "Recover 400 m",
    ]
    assert len(list(hard.iter(f"{SVG}svg"))) == 1
    assert [link.get("href") for link in of_class(hard, "links")[0].iter("a")] == ["https://example.org/5"]


def test_what_asks_too_much_is_told_and_leads_to_its_week():
    found = of_id(page(TINY), "mind")
    assert [" ".join(words(each).split()) for each in found.iter("li")] == [
        "Sun 16 Aug: 'City 10 km' is hard, and so is 'Hard one' the day before"
    ]
    assert found.find(".//a").get("href") == "#week-2"
    assert not [each for each in page(HALF).iter() if each.get("id") == "mind"]


def test_a_plan_of_days_without_anything_to_tell_has_no_details():
    rest = Plan(name="Rest", sessions=[Session(slot="a", day=date(2026, 8, 3), activity=Event(name="Rest"))])
    tree = page(rest)
    assert not [each for each in tree.iter() if each.get("id") == "sessions"]
    assert cells(tree, 1)[0] == "note Rest"
    assert "1 week · 1 session" in words(tree.find(".//header"))


def test_of_many_days_the_next_is_told_and_the_others_on_demand():
    day = date(2026, 8, 3)
    easy = Workout(name="Easy", items=parse_steps("30min @ RPE 3"))
    sessions = [
        Session(slot=str(number), day=day + timedelta(days=number), activity=easy, skipped=number == 5)
        for number in range(8)
    ]
    plan = Plan(name="Daily", sessions=sessions)
    for today, said in ((day + timedelta(days=5), "Next: Sun 9 Aug"), (None, "Mon 3 Aug")):
        (card,) = page(plan, today=today).iter("article")
        first, every = of_class(card, "dates")
        assert [words(each) for each in first] == [said]
        assert words(card.find("details/summary")) == "All 8 days"
        assert len(every) == 8
        assert words(every[5]) == "Sat 8 Aug (skipped)"


def test_numbers_are_the_athletes_own():
    said = words(page(HALF, ADA).find("body"))
    assert "Easy 45 min at easy pace (5:" in said


def test_units_are_the_athletes_own():
    said = shown(page(TINY, Athlete(units=Units.IMPERIAL)).find("body")).replace("City 10 km", "")
    assert re.findall(r"[0-9.]+ k?m\b|/km", said) == ["1 km", "400 m"]  # as they are written
    assert re.findall(r"[0-9.]+ mi\b", said) == [
        *("8.6 mi", "2.9 mi", "5.8 mi", "1.9 mi"),
        *("8.6 mi", "2.9 mi", "5.8 mi"),
        *("2.9 mi", "5.8 mi", "1.9 mi"),
    ]


def test_where_the_athlete_lacks_a_number_there_is_how_hard_it_is():
    said = words(page(HALF, Athlete(name="Bob")).find("body"))
    assert "Easy 45 min at easy pace (effort 3 of 10)" in said


HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    'Tom & Jerry\'s "run" &amp; &lt;',
    "{body} {0} %s --> ]]> <!-- `",
    "🏃‍♀️ 走る é",
    "ריצה קלה \u202e123\u202c",
]
ANY = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"), min_size=1
).filter(str.strip)


def named(text):
    """Return a plan in which every text is *text*, and the athlete who is called so too."""
    link = Link("https://example.org/" + "".join(text.split()), text)
    (step,) = parse_steps("10min @ RPE 5")
    items = [evolve(step, cue=text), evolve(step, name=text)]
    run = Workout(name=text, description=text, items=items, links=[link])
    call = Event(name=text, description=text, links=[link])
    day = date(2026, 8, 3)
    sessions = [
        Session(slot="a", day=day, activity=run),
        Session(slot="b", day=day, activity=call, skipped=True),
    ]
    week = Week(start=day, name=text, note=text)
    plan = Plan(name=text, description=text, links=[link], sessions=sessions, weeks=[week])
    return page(plan, Athlete(name=text))


TAME = list(shape(named("Easy")))


def expect_only_words(text):
    tree, said = named(text), text.strip()
    assert list(shape(tree)) == TAME
    assert words(tree.find(".//title")) == said
    for name, count in {"words": 3, "note": 1}.items():
        assert [words(each) for each in of_class(tree, name)] == [said] * count
    assert [words(each) for each in tree.iter("h3")] == [f"Week 1, {said}", said, said]
    assert [words(each) for each in of_id(tree, "week-1").iter("a")] == [said, said]
    links = [link for each in of_class(tree, "links") for link in each.iter("a")]
    assert [(each.get("href"), words(each)) for each in links] == [
        ("https://example.org/" + "".join(text.split()), said)
    ] * 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_words_and_never_tags(text):
    expect_only_words(text)


@given(ANY)
def test_any_text_is_words_and_never_tags(text):
    expect_only_words(text)


@given(plans())
def test_any_plan_is_a_page_with_every_name_and_note(plan):
    tree = page(evolve(plan, athlete=None))
    names = [words(each.find(".//bdi")) for each in of_class(tree, "session")]
    assert names == [session.name for session in plan.sessions]
    notes = "\n".join(words(each) for each in of_class(tree, "note"))
    for week in plan.weeks:
        for line in filter(None, week.note.split("\n")):
            assert line in notes
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    inner = [each.get("href") for each in tree.iter("a")]
    assert {each.removeprefix("#") for each in inner if each.startswith("#")} <= set(ids)


@pytest.mark.parametrize("plan", [TINY, HALF], ids=["tiny", "half"])
def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing(plan):
    text = plan_html(plan, Readings())
    tree = read_page(text)
    tags = {each.tag for each in tree.iter()}
    assert not tags & {"script", "img", "iframe", "object", "embed", "base", "form", f"{SVG}image"}
    assert not {
        name for each in tree.iter() for name in each.attrib if name.startswith("on") or name == "src"
    }
    assert not re.search(r"@import|url\(", STYLE)
    policy = [each.get("content") for each in tree.iter("meta") if each.get("http-equiv")]
    (style,) = tree.iter("style")
    nothing_else = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:"
    assert policy == [f"{nothing_else}; style-src {policy_source(style)}"]
    assert [(each.get("rel"), each.get("href")) for each in tree.iter("link")] == [("icon", "data:,")]
    assert not [each for each in tree.iter() if each.get("style")]
    for each in tree.iter("a"):
        assert re.match(r"https?://|#", each.get("href"))


def test_a_page_is_read_by_its_headings_and_its_pictures_have_words():
    tree = page(HALF)
    assert tree.get("lang") == "en"
    assert len(list(tree.iter("h1"))) == 1
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    pictures = [svg for article in tree.iter("article") for svg in article.iter(f"{SVG}svg")]
    assert pictures
    for svg in pictures:
        assert svg.get("role") == "img"
        assert words(svg.find(f"{SVG}title"))
    for svg in set(tree.iter(f"{SVG}svg")) - set(pictures):
        assert any(svg in each.iter() for each in tree.iter() if each.get("aria-hidden") == "true")
    for table in tree.iter("table"):
        assert all(head.get("scope") in ("col", "row") for head in table.iter("th"))
    for section in tree.iter("section"):
        if label := section.get("aria-labelledby"):
            assert words(of_id(tree, label))


def _luminance(colour):
    if len(colour) == 4:
        colour = "#" + "".join(2 * letter for letter in colour[1:])
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    darker, lighter = sorted((one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_words_and_pictures_stand_out_from_the_paper(number):
    """WCAG 2.2, 1.4.3 and 1.4.11: 4.5 to 1 for words, 3 to 1 for pictures."""
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", re.findall(r":root \{([^}]*)\}", STYLE)[number]))
    grounds = [_luminance(colours.pop(name)) for name in ("paper", "card", "now")]
    del colours["line"]
    assert _contrast(_luminance(colours.pop("on-link")), _luminance(colours["link"])) >= 4.5
    assert len(colours) == 10
    for name, colour in colours.items():
        needed = 4.5 if name in ("ink", "faint", "link") else 3
        assert all(_contrast(ground, _luminance(colour)) >= needed for ground in grounds), name


def test_a_page_is_made_for_paper_and_for_phones():
    assert "@page { size: A4;" in STYLE
    for media in ("print", "screen and (prefers-color-scheme: dark)", "screen and (max-width: 34rem)"):
        assert f"@media {media} {{" in STYLE
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in plan_html(
        TINY, Readings()
    )


@pytest.mark.slow
def test_a_year_of_different_sessions_is_a_page_of_reasonable_size():
    first = date(2026, 1, 5)
    sessions = [
        Session(
            slot=str(number),
            day=first + timedelta(days=number),
            activity=Workout(
                name=f"Session {number}",
                items=parse_steps(f"warmup 15min; 12x({200 + number}m @ RPE 8, 200m jog); cooldown 10min"),
            ),
        )
        for number in range(364)
    ]
    text = plan_html(Plan(name="A year", sessions=sessions), Readings())
    tree = read_page(text)
    assert len(of_class(tree, "week")) == 52
    assert len(list(tree.iter("article"))) == 364
    assert len(text.encode()) < 2_000_000
