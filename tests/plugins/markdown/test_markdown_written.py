"""A plan as a training log in Markdown, and a workout; nothing that people write becomes markup."""

from datetime import date, time
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from markdown_it import MarkdownIt

from workout_core import (
    Athlete,
    Event,
    EventKind,
    Link,
    LinkKind,
    Plan,
    Registry,
    Session,
    Units,
    Week,
    Workout,
    export,
    parse_steps,
    read_document,
)
from workout_core.testing import false_claims
from workout_core.testing.strategies import plans, workouts
from workout_markdown.options import MarkdownSteps

EXAMPLES = Path(__file__).parents[3] / "examples"
REGISTRY = Registry.discover()
ADA = read_document(EXAMPLES / "ada.yaml")
EASY = Workout(name="Easy run", items=parse_steps("40min easy"))
COMMON_MARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(subject, athlete=None, **options):
    (file,) = export(subject, "markdown", registry=REGISTRY, athlete=athlete, options=options)
    return file.data.decode()


def a_plan(**changes):
    call = Event(name="Call", kind=EventKind.CALL, links=[Link("https://example.org/live")])
    video = Link("https://example.org/drills", "The drills")
    sessions = [
        Session(slot="a", day=date(2026, 8, 4), at=time(18), activity=evolve(EASY, links=[video])),
        Session(slot="b", day=date(2026, 8, 5), at=time(19), activity=call, lasts=1800),
        Session(slot="c", day=date(2026, 8, 6), activity=EASY, skipped=True),
        Session(slot="d", day=date(2026, 8, 9), activity=Event(name="Nothing", kind=EventKind.REST)),
        Session(slot="e", day=date(2026, 8, 15), activity=EASY, race=True),
    ]
    about = {
        "name": "Two weeks",
        "timezone": "Europe/Warsaw",
        "description": "For a first race.",
        "weeks": [Week(start=date(2026, 8, 3), name="Base", note="Run easy.", coach_note="As last year.")],
        "sessions": sessions,
    }
    return Plan(**(about | changes))


LOG = """\
# Two weeks

*Tue 4 Aug 2026 to Sat 15 Aug 2026 · 2 weeks · 5 sessions · Europe/Warsaw*

For a first race.

## Week 1 of 2: Base

*Mon 3 Aug 2026 to Sun 9 Aug 2026 · 40 min · about 6.2 km*

> Run easy.

- [ ] Tue 4 Aug, 18:00 · **Easy run** · 40 min, about 6.2 km

  - Easy 40 min

  [The drills](https://example.org/drills)

- [ ] Wed 5 Aug, 19:00 · **Call** · call · 30 min

  <https://example.org/live>

- ~~Thu 6 Aug · **Easy run**~~ · skipped

- Sun 9 Aug · **Nothing** · rest

## Week 2 of 2

*Mon 10 Aug 2026 to Sun 16 Aug 2026 · 40 min · about 6.2 km*

- [ ] Sat 15 Aug · **Easy run** · race · 40 min, about 6.2 km

  - Easy 40 min
"""


def test_a_plan_is_a_log_with_boxes_to_tick():
    assert written(a_plan()) == LOG


def test_steps_in_the_notation_are_code():
    assert "\n\n  ```steps\n  easy 40min\n  ```\n" in written(a_plan(), steps="notation")


def test_without_steps_the_sessions_of_a_week_are_one_list():
    assert (
        "\n\n- [ ] Tue 4 Aug, 18:00 · **Easy run** · 40 min, about 6.2 km\n"
        "- [ ] Wed 5 Aug, 19:00 · **Call** · call · 30 min\n"
        "- ~~Thu 6 Aug · **Easy run**~~ · skipped\n"
    ) in written(a_plan(), steps="no")


def test_what_was_done_in_a_week_is_for_whoever_coaches_and_only_if_it_is_asked_for():
    assert "As last year" not in written(a_plan())
    assert "\n> Run easy.\n\n> **For the coach:** As last year.\n" in written(a_plan(), coach_notes="yes")


def test_the_numbers_of_the_athlete_are_told_unless_they_are_not_wanted():
    told = written(a_plan(), ADA)
    assert "· Europe/Warsaw · for Ada*\n" in told
    assert "\n## Numbers of Ada\n\n- Threshold pace: 4:45/km\n- Threshold heart rate: 168 bpm\n" in told
    assert "168 bpm" not in written(a_plan(), ADA, numbers="no")


def test_all_distances_are_in_the_units_of_the_athlete():
    assert " km" not in written(a_plan(athlete=Athlete(name="Bea", units=Units.IMPERIAL)))


def test_a_workout_has_its_numbers_below_its_title():
    assert written(read_document(EXAMPLES / "six-by-800.yaml"), ADA, numbers="no") == (
        "# 6 × 800 m\n"
        "\n"
        "*about 58 min, about 11.5 km*\n"
        "\n"
        "Hold the form when it gets hard.\n"
        "\n"
        "- Warm up 15 min at heart rate zone 2 (143–151 bpm)\n"
        "- 6 times:\n"
        "  - 800 m at 3:50–4:00/km – Relax the shoulders\n"
        "  - Recover 400 m\n"
        "- Cool down 10 min at easy pace (5:29–6:12/km)\n"
    )


HOSTILE = [
    "*bold* _it_ **b** __b__ ~~no~~",
    "# heading",
    "Title #",
    "<script>alert(1)</script> <!-- x",
    "[click](javascript:alert(1)) ![i](http://x/y.png)",
    "a | b | c",
    "- [x] ticked",
    "1. one",
    "2) two",
    "+ plus",
    "> quoted",
    "=====",
    "-----",
    "* * *",
    "`code` ``` fence",
    "~~~",
    "\\*escaped\\*",
    "back\\",
    "&lt;b&gt; &amp; &#42; A&B",
    "==mark== %%hidden%% $x$ ^block",
    "[ref]: https://example.org",
    "[^1]: foot",
    "**",
    "` `",
    "A: https://example.org/a_b_c?x=*1*, and (https://example.org/(x)).",
    "<https://example.org>",
    "שבת 5 km",
    "(brackets)",
    "“Hills”",
    "🏃🏽‍♀️ run",
    "e\u0301\u200d",
    "[",
    "]]",
    "!",
    ":::",
    "10.",
]


def visible(text):
    """Return the blocks that a reader sees: for each the kinds that it is within, and its text."""
    blocks, within = [], []
    for token in COMMON_MARK.parse(text):
        if token.nesting == 1:
            within.append(token.tag)
        elif token.nesting == -1:
            within.pop()
        elif token.type == "inline":
            blocks.append((" ".join(within), shown(token)))
        else:
            blocks.append((token.type, token.content))
    return blocks


def shown(token):
    """Return what is shown of a line, with a line feed for each line break."""
    return "".join("\n" if each.tag == "br" else each.content for each in token.children or ())


def marks(text):
    """Return the markup within lines, but for links."""
    inline = [token for token in COMMON_MARK.parse(text) if token.type == "inline"]
    kinds = {each.type for token in inline for each in token.children or ()}
    return {kind.removesuffix("_open").removesuffix("_close") for kind in kinds} - {"text", "link"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is_written_and_is_no_markup(text):
    about = f"{text}\n{text}\n\n{text}"
    workout = evolve(EASY, name=text, description=about, links=[Link("https://x.org", text)])
    plan = a_plan(
        name=text,
        description=text,
        weeks=[Week(start=date(2026, 8, 3), name=text, note=f"{text}\n{text}")],
        sessions=[Session(slot="a", day=date(2026, 8, 4), activity=workout)],
    )
    log = written(plan)
    name = f"\u2068{text}\u2069" if "שבת" in text else text
    assert visible(log) == [
        ("h1", text),
        ("p", "Tue 4 Aug 2026 · 1 week · 1 session · Europe/Warsaw"),
        ("p", text),
        ("h2", f"Week 1 of 1: {text}"),
        ("p", "Mon 3 Aug 2026 to Sun 9 Aug 2026 · 40 min · about 6.2 km"),
        ("blockquote p", f"{text}\n{text}"),
        ("ul li p", f"[ ] Tue 4 Aug · {name} · 40 min, about 6.2 km"),
        ("ul li p", f"{text}\n{text}"),
        ("ul li p", text),
        ("ul li ul li p", "Easy 40 min"),
        ("ul li p", text),
    ]
    assert marks(log) == {"em", "strong", "hardbreak"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cue_or_a_name_of_a_step_is_no_markup(text):
    steps = parse_steps("5min easy; 1min")
    workout = evolve(EASY, items=[evolve(steps[0], name=text), evolve(steps[1], cue=text)])
    assert visible(written(workout))[2:] == [
        ("ul li p", f"{text} (easy): 5 min"),
        ("ul li p", f"1 min – {text}"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        Link("https://example.org/a_b?x=1&y=2"),
        Link("https://example.org/(x)", "A [title] *of* `it`"),
        Link("https://example.org/a\\b<c>?x=&copy;", "x"),
        Link("https://example.org/a<b>"),
        Link("HTTP://example.org/*", "y"),
        Link("https://example.org/v", "Watch", LinkKind.VIDEO),
    ],
)
def test_a_link_leads_where_it_should(link):
    token = COMMON_MARK.parse(written(evolve(EASY, links=[link])))[-2]
    opened, *_ = token.children
    assert opened.type == "link_open"
    expected = COMMON_MARK.normalizeLink(link.url)
    assert opened.attrs["href"] == expected
    kind = " (video)" if link.kind is LinkKind.VIDEO else ""
    assert shown(token) == (link.title or link.url) + kind


@given(plans())
def test_any_plan_has_its_sessions_in_a_list_and_its_names_as_they_are(plan):
    log = written(plan)
    blocks = visible(log)
    assert blocks[0] == ("h1", plan.name)
    told = [text for within, text in blocks if within == "ul li p"]
    for session in plan.sessions:
        assert any(session.name in text for text in told)
    assert "html_inline" not in marks(log)
    assert not any(within.startswith("html") or "table" in within for within, _ in blocks)


@given(workouts())
def test_any_workout_has_a_list_of_its_steps(workout):
    blocks = visible(written(workout))
    assert blocks[0] == ("h1", workout.name)
    assert any(within.startswith("ul li") for within, _ in blocks)


def test_steps_in_the_notation_cannot_end_their_block_of_code():
    workout = evolve(EASY, items=[evolve(EASY.items[0], cue="``` and ````")])
    ((kind, code),) = visible(written(workout, steps="notation"))[2:]
    assert kind == "fence"
    assert code == 'easy 40min "``` and ````"\n'


@pytest.mark.parametrize("steps", ["words", "notation"])
def test_what_is_claimed_is_written_and_the_rest_is_told(steps):
    (exporter,) = [each for each in REGISTRY.exporters() if each.name == "markdown"]
    assert false_claims(exporter, exporter.options(steps=MarkdownSteps(steps))) == []
