"""One more change in a plan's text: all else stays, to the letter."""

import json

import pytest
import yaml
from hypothesis import given

from workout_core import InvalidWorkout, read_text
from workout_core.documents.append_change import with_change
from workout_core.testing.strategies.choices import lines

HEAD = "# Mine\nplan: P  # short\nstart: 2026-08-03\nweeks:\n  - {mon: easy 30min, tue: 5km}  # all\n"
MOVE = {"move": "1/mon/running", "to": "2026-08-06"}
LINE = "- {move: 1/mon/running, to: 2026-08-06}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{HEAD}changes:\n  {LINE}"),
        (HEAD.rstrip("\n"), f"{HEAD}changes:\n  {LINE}"),
        (f"{HEAD}\n# the end\n", f"{HEAD}\n# the end\nchanges:\n  {LINE}"),
        (f"{HEAD}...\n", f"{HEAD}changes:\n  {LINE}...\n"),
        (HEAD.replace("\n", "\r\n"), f"{HEAD}changes:\n  {LINE}".replace("\n", "\r\n")),
        (f"{HEAD}changes:\n", f"{HEAD}changes:\n  {LINE}"),
        (f"{HEAD}changes: []\n", f"{HEAD}changes: [{LINE[2:-1]}]\n"),
        (
            f"{HEAD}changes: [{{skip: 1/mon/running}}] # none\n",
            f"{HEAD}changes: [{{skip: 1/mon/running}}, {LINE[2:-1]}] # none\n",
        ),
        (
            f"{HEAD}changes:\n- skip: 1/mon/running  # ill\n\n# what comes last\ndescription: x\n",
            f"{HEAD}changes:\n- skip: 1/mon/running  # ill\n{LINE}\n# what comes last\ndescription: x\n",
        ),
        (
            f"{HEAD}changes:\n    - {{skip: 1/mon/running}}",
            f"{HEAD}changes:\n    - {{skip: 1/mon/running}}\n    {LINE}",
        ),
        (
            "  plan: P\n  start: 2026-08-03\n  weeks: [{mon: easy 30min}]\n",
            f"  plan: P\n  start: 2026-08-03\n  weeks: [{{mon: easy 30min}}]\n  changes:\n    {LINE}",
        ),
        (
            "{plan: P, start: 2026-08-03, weeks: [{mon: easy 30min}],}\n",
            f"{{plan: P, start: 2026-08-03, weeks: [{{mon: easy 30min}}], changes: [{LINE[2:-1]}],}}\n",
        ),
        (
            f"{HEAD}changes: [\n  {{skip: 1/tue/running}} # ill, alas,\n]\n",
            f"{HEAD}changes: [\n  {{skip: 1/tue/running}}, {LINE[2:-1]} # ill, alas,\n]\n",
        ),
        (
            "{plan: P, start: 2026-08-03, weeks: [{mon: easy 30min}] # the end\n}\n",
            (
                f"{{plan: P, start: 2026-08-03, weeks: [{{mon: easy 30min}}], changes: [{LINE[2:-1]}]"
                " # the end\n}\n"
            ),
        ),
        (
            f"{HEAD}changes:\n  - skip: |-\n      1/tue/running",
            f"{HEAD}changes:\n  - skip: |-\n      1/tue/running\n  {LINE}",
        ),
        (
            f"{HEAD}changes:\n  - skip: &x 1/tue/running\n  - keep: *x\n",
            f"{HEAD}changes:\n  - skip: &x 1/tue/running\n  - keep: *x\n  {LINE}",
        ),
        (
            f"{HEAD}changes: &c\n  - skip: 1/tue/running\n    # nice\n",
            f"{HEAD}changes: &c\n  - skip: 1/tue/running\n    # nice\n  {LINE}",
        ),
        (f"{HEAD}changes: null\n", f"{HEAD}changes:\n  {LINE}"),
        (f"{HEAD}changes: ~  # none\n", f"{HEAD}changes:  # none\n  {LINE}"),
        (
            (
                "plan:\tP\nstart: 2026-08-03\t# summer\n"
                "weeks: [{mon: easy 30min, tue: {event: why?, url: https://e.org/a?b=c}}]\n"
            ),
            (
                "plan:\tP\nstart: 2026-08-03\t# summer\n"
                "weeks: [{mon: easy 30min, tue: {event: why?, url: https://e.org/a?b=c}}]\n"
                f"changes:\n  {LINE}"
            ),
        ),
        (
            "{plan: P, changes: [], start: 2026-08-03, weeks: [{mon: easy 30min}]}",
            f"{{plan: P, changes: [{LINE[2:-1]}], start: 2026-08-03, weeks: [{{mon: easy 30min}}]}}",
        ),
    ],
)
def test_a_change_is_the_last_line_of_the_changes(before, after):
    made = with_change(before, MOVE)
    assert made == after
    moved = next(session for session in read_text(made).sessions if session.slot == "1/mon/running")
    assert moved.day.isoformat() == "2026-08-06"


JSON = '{"plan": "P", "start": "2026-08-03", "weeks": [{"mon": "easy 30min"}]}'
WRITTEN = '{"move": "1/mon/running", "to": "2026-08-06"}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{JSON}\n", f'{JSON[:-1]}, "changes": [{WRITTEN}]}}\n'),
        (
            json.dumps(json.loads(JSON), indent=1),
            f'{json.dumps(json.loads(JSON), indent=1)[:-2]},\n "changes": [{WRITTEN}]\n}}',
        ),
        (f'{JSON[:-1]}, "changes": []}}', f'{JSON[:-1]}, "changes": [{WRITTEN}]}}'),
        (
            f'{JSON[:-1]}, "changes": [{{"skip": "1/mon/running"}}\n]}}',
            f'{JSON[:-1]}, "changes": [{{"skip": "1/mon/running"}}, {WRITTEN}\n]}}',
        ),
        (
            '{"changes": [], "plan": "P", "start": "2026-08-03", "weeks": [{"mon": "easy 30min"}]}',
            f'{{"changes": [{WRITTEN}], {JSON[1:]}',
        ),
    ],
)
def test_a_change_in_json_is_json(before, after):
    made = with_change(before, MOVE, is_json=True)
    assert made == after
    assert read_text(made, is_json=True).sessions[0].day.isoformat() == "2026-08-06"


@given(lines(min_size=1))
def test_any_text_is_read_back_as_it_was(text):
    written = with_change(HEAD, {"move": text, "to": "2026-08-06"})
    assert yaml.load(written, Loader=yaml.BaseLoader)["changes"] == [{"move": text, "to": "2026-08-06"}]


def test_changes_that_are_no_list_are_refused():
    with pytest.raises(InvalidWorkout, match="'changes:' is not a list that is written there"):
        with_change(f"{HEAD}changes: {{a: b}}\n", MOVE)
