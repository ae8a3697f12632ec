"""Files of other kinds as large as wanted: JSON, notation, courses, formats that are imported."""

from __future__ import annotations

import json
from functools import partial

from fuzz.large import Large, Row, grown
from fuzz.large_documents import day, word
from strategies.hostile import courses, notations

ZWO = "<workout_file><name>W</name><sportType>bike</sportType><workout>\n"
ZWO_END = "</workout></workout_file>\n"
PLAN = '{"plan": "P", "sessions": ['
STEADY = '<SteadyState Duration="420" Power="0.9"/>\n'
TABLE = "| Mon | Tue |\n|---|---|\n"


def _comma(number: int) -> str:
    return ",\n" if number else "\n"


def _session(number: int) -> str:
    workout = '{"workout": "R", "steps": "1km"}'
    return f'{_comma(number)}{{"slot": "s{number}", "date": "{day(number)}", "workout": {workout}}}'


OF_JSON = {
    "sessions in JSON": Row(_session, PLAN, "]}"),
    "steps in JSON": Row(
        lambda n: f'{_comma(n)}{{"duration": {{"distance": {n + 100}}}, "cue": "c{n}"}}',
        '{"workout": "W", "steps": [',
        "]}",
    ),
    "targets in JSON": Row(
        lambda n: f'{_comma(n)}{{"target": {{"speed": {{"low": 3, "high": 4}}}}}}',
        '{"workout": "W", "steps": [',
        "]}",
    ),
    "wrong values in JSON": Row(
        lambda n: f'{_comma(n)}{{"duration": {{"distance": "x{n}"}}}}', '{"workout": "W", "steps": [', "]}"
    ),
    "unknown keys in JSON": Row(lambda n: f'"{word(n)}": 1,\n', "{", '"workout": "W", "steps": "1km"}'),
    "changes in JSON": Row(
        lambda n: f'{_comma(n)}{{"skip": "{n % 900 + 1}/mon/running"}}',
        '{"plan": "P", "start": "2026-01-05", "weeks": [{"repeat": 900, "mon": "1km"}], "changes": [',
        "]}",
    ),
    "brackets in JSON": Row("["),
    "braces in JSON": Row('{"a":'),
    "escapes in JSON": Row("\\u0041", '{"workout": "W", "steps": "1km", "description": "', '"}', 99_000),
    "digits in JSON": Row("9", '{"workout": "W", "steps": [{"duration": {"time": ', "}}]}"),
    "spaces in JSON": Row(" ", '{"workout": "W", "steps": "1km"', "}"),
}
OF_ZWO = {
    "steady states": Row(STEADY, ZWO, ZWO_END),
    "intervals of Zwift": Row(
        '<IntervalsT Repeat="99" OnDuration="30" OffDuration="30" OnPower="1.2" OffPower="0.5"/>\n',
        ZWO,
        ZWO_END,
    ),
    "messages of Zwift": Row(
        lambda n: f'<textevent timeoffset="{n % 400}" message="m{n}"/>\n',
        f'{ZWO}<SteadyState Duration="420" Power="0.9">',
        f"</SteadyState>{ZWO_END}",
    ),
    "attributes of Zwift": Row(
        lambda n: f"{word(n)}='1' ", f'{ZWO}<SteadyState Duration="420" Power="0.9" ', f"/>{ZWO_END}"
    ),
    "unknown elements of Zwift": Row(lambda n: f"<{word(n)}/>\n", ZWO, ZWO_END),
    "wrong values of Zwift": Row('<SteadyState Duration="x" Power="y"/>\n', ZWO, ZWO_END),
    "nested elements of Zwift": Row("<a>", ZWO),
    "tags of Zwift": Row(
        lambda n: f'<tag name="{word(n)}"/>', "<workout_file><tags>", f"</tags><workout>{STEADY}{ZWO_END}"
    ),
    "a description of Zwift": Row(
        "&#65;", "<workout_file><description>", f"</description><workout>{STEADY}{ZWO_END}"
    ),
}
OF_TEXT = {
    "lines of text": Row("- Warm up 15 min at heart rate zone 2\n", "W\n\n"),
    "notation in text": Row("6x(800m @ 4:00/km, 400m jog)\n", "W\n\n"),
    "prose": Row("It was a fine day and we ran. ", "W\n\n"),
    "prose in lines": Row("It was a fine day and we ran.\n", "W\n\n"),
    "days in text": Row(lambda n: f"{day(n):%a %d %b %Y}\n  10km easy\n\n", "Plan\n\n"),
    "bullets": Row("- ", "W\n\n"),
    "indents": Row(lambda n: f"{' ' * (n % 300)}- 1km\n", "W\n\n"),
}
OF_MARKDOWN = {
    "items of Markdown": Row("- Warm up 15 min\n", "# W\n\n"),
    "notation in Markdown": Row("- 6x(800m @ 4:00/km, 400m jog)\n", "# W\n\n"),
    "fences": Row("```steps\n1km\n```\n", "# W\n\n"),
    "a fence of steps": Row("800m @ RPE 7\n", "# W\n\n```steps\n", "```\n"),
    "headings": Row(lambda n: f"## Week {n}\n\n- [ ] Tue 8 Sep 2026 · **R**\n\n", "# P\n\n"),
    "boxes": Row(lambda n: f"- [ ] {day(n):%a %d %b %Y} · **Run {n}**\n\n      1km\n\n", "# P\n\n"),
    "marks of Markdown": Row("*_`[", "# W\n\n"),
    "quotes of Markdown": Row("> ", "# W\n\n"),
}
OF_INTERVALS = {
    "steps of intervals.icu": Row("- 10m 90% intensity=active\n", "W\n\n"),
    "repeats of intervals.icu": Row("\n6x\n- 800mtr 4:00-3:50/km Pace\n- 400mtr intensity=recovery\n", "W\n"),
    "headings of intervals.icu": Row("Main set 6x\n\n", "W\n\n"),
    "wrong steps of intervals.icu": Row(lambda n: f"- quux {n}\n", "W\n\n"),
    "a step of intervals.icu": Row("10m ", "W\n\n- "),
}
IMPORTED = (
    ("zwo", "w.zwo", OF_ZWO),
    ("text", "w.txt", OF_TEXT),
    ("markdown", "w.md", OF_MARKDOWN),
    ("intervals-icu", "w.icu.txt", OF_INTERVALS),
)


def _notation(name: str, many: int) -> bytes:
    return json.dumps({"workout": "W", "steps": notations(many)[name]}).encode()


def notation(name: str, size: int) -> Large:
    """Return a workout of hostile notation, which YAML escapes as JSON does."""
    return Large("w.json", grown(partial(_notation, name), size))


def pasted(name: str, size: int) -> Large:
    """Return hostile notation in a file of text."""
    return Large("w.txt", grown(lambda many: notations(many)[name].encode(errors="replace"), size))


def course(name: str, size: int) -> Large:
    """Return a hostile course, and a document that names it."""
    data = grown(lambda many: courses(many)[name], size)
    even = b"workout: C\nrecipe: race\ndistance: 10km\ngoal: 47:30\ncourse: way.gpx\n"
    return Large("w.yaml", even, {"way.gpx": data})
