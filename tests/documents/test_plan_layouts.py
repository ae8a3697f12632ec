"""A change is added to a plan however it is laid out, and all else stays, to the letter."""

import re
import warnings

import pytest

from strategies.plan_layouts import json_layouts, plan_layouts
from workout_core import WorkoutError
from workout_core.documents.append_change import with_change
from workout_core.documents.plans.changes import is_made
from workout_core.documents.reader import read_bytes

MOVE = {"move": "1/mon/running", "to": "2026-08-06"}
LINE = "- {move: 1/mon/running, to: 2026-08-06}\n"
HEAD = "plan: P\nstart: 2026-08-03\nweeks: [{mon: easy 30min, tue: 5km, sun: easy 90min}]\n"
DEEP = HEAD.rstrip("\n").replace("\n", "\n   ")
SEED = 12
NOTHING = re.compile(r"chang\S*\s*:(?:\s|&c|#[^\r\n]*)*(?P<word>null|~)")


def outcome(text: str, *, is_json: bool = False) -> str:
    """Add a change to a plan as the command does, and tell what becomes of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            old = read_bytes(text.encode(), is_json=is_json)
        except WorkoutError:
            return "no plan"
        try:
            made = with_change(text, MOVE, is_json=is_json)
            new = read_bytes(made.encode(), is_json=is_json)
        except WorkoutError as error:
            return f"refused: {error}"
    if not is_made(MOVE, old, new):
        return "refused: the plan is another one"
    is_same = (new.name, new.description, new.weeks) == (old.name, old.description, old.weeks)
    return "done" if is_same and _is_kept(text, made) else "damaged"


def _is_kept(old: str, new: str) -> bool:
    """Tell whether *new* is *old* with something put in; a word for nothing may have made room for it."""
    kept = [old]
    if found := NOTHING.search(old):
        before, after = old[: found.start("word")], old[found.end("word") :]
        kept += [before + after, before.rstrip(" ") + after]
    return any(_is_inside(each, new) for each in kept)


def _is_inside(old: str, new: str) -> bool:
    start = next((at for at, pair in enumerate(zip(old, new, strict=False)) if len(set(pair)) > 1), len(old))
    return new.endswith(old[start:])


@pytest.mark.parametrize(
    ("layouts", "is_json"), [(plan_layouts, False), (json_layouts, True)], ids=["yaml", "json"]
)
@pytest.mark.parametrize(
    "count", [60, pytest.param(2000, marks=pytest.mark.slow)], ids=["a few", "thousands"]
)
def test_of_layouts_by_chance_none_is_refused_and_none_damaged(layouts, is_json, count):
    found = [(outcome(each.text, is_json=is_json), each.text) for each in layouts(SEED, count)]

    assert [each for each in found if each[0] not in ("done", "no plan")] == []
    assert sum(what == "done" for what, _ in found) > 0.8 * count


KINDS = {
    "a comment without an end of line behind the last item": (
        f"{HEAD}changes:\n  - {{skip: 1/tue/running}}\n    # ill",
        f"{HEAD}changes:\n  - {{skip: 1/tue/running}}\n    # ill\n  {LINE}",
    ),
    "a comment without an end of line below an empty key": (
        f"{HEAD}changes:\n   # none",
        f"{HEAD}changes:\n   # none\n  {LINE}",
    ),
    "a byte order mark": (
        f"\ufeff{HEAD}changes: [{{skip: 1/tue/running}}]\n",
        f"\ufeff{HEAD}changes: [{{skip: 1/tue/running}}, {LINE[2:-1]}]\n",
    ),
    "an item below its dash": (
        f"{HEAD}changes:\n   -\n     skip: 1/tue/running\n",
        f"{HEAD}changes:\n   -\n     skip: 1/tue/running\n   {LINE}",
    ),
    "an anchor before the list, and a dash in a comment": (
        f"{HEAD}changes: &c # - all\n - skip: 1/tue/running\n",
        f"{HEAD}changes: &c # - all\n - skip: 1/tue/running\n {LINE}",
    ),
    "null below its key": (
        f"{HEAD}changes:\n  null # none\n",
        f"{HEAD}changes:\n  [{LINE[2:-1]}] # none\n",
    ),
    "an anchor of nothing": (f"{HEAD}changes: &c ~\n", f"{HEAD}changes: &c\n  {LINE}"),
    "nothing in braces": (
        "{plan: P, changes: , start: 2026-08-03, weeks: [{mon: easy 30min}]}",
        f"{{plan: P, changes: [{LINE[2:-1]}], start: 2026-08-03, weeks: [{{mon: easy 30min}}]}}",
    ),
    "an anchor of the document": (
        f"--- &all\n   {DEEP}\n",
        f"--- &all\n   {DEEP}\n   changes:\n     {LINE}",
    ),
    "a separator of lines inside a comment": (
        f"{HEAD}# one\x0btwo\u2028# three\nchanges:\n - skip: 1/tue/running\ndescription: x\n".replace(
            "\x0b", " "
        ),
        f"{HEAD}# one two\u2028# three\nchanges:\n - skip: 1/tue/running\n {LINE}description: x\n",
    ),
    "ends of lines of an old Mac": (
        f"{HEAD}changes:\n- skip: 1/tue/running\ndescription: x\n".replace("\n", "\r"),
        f"{HEAD}changes:\n- skip: 1/tue/running\n{LINE}description: x\n".replace("\n", "\r"),
    ),
}


@pytest.mark.parametrize(("before", "after"), KINDS.values(), ids=KINDS)
def test_yaml_keeps_its_layout(before, after):
    assert with_change(before, MOVE) == after
    assert outcome(before) == "done"


JSON_HEAD = '{"plan": "P", "start": "2026-08-03",'
WEEKS = '"weeks": [{"mon": "easy 30min", "tue": "5km"}]'
WRITTEN = '{"move": "1/mon/running", "to": "2026-08-06"}'
JSON_KINDS = {
    "before other keys": (
        f'{JSON_HEAD} "changes": [ {{"skip": "1/tue/running"}} ], {WEEKS}}}\n',
        f'{JSON_HEAD} "changes": [ {{"skip": "1/tue/running"}}, {WRITTEN} ], {WEEKS}}}\n',
    ),
    "null before other keys": (
        f'{JSON_HEAD} "changes" : null, {WEEKS}}}',
        f'{JSON_HEAD} "changes" : [{WRITTEN}], {WEEKS}}}',
    ),
    "an empty list over lines": (
        f'{JSON_HEAD} "changes": [\n], {WEEKS}}}',
        f'{JSON_HEAD} "changes": [{WRITTEN}\n], {WEEKS}}}',
    ),
    "a key with an escape": (
        f'\ufeff{JSON_HEAD} "chang\\u0065s": [], {WEEKS}}}',
        f'\ufeff{JSON_HEAD} "chang\\u0065s": [{WRITTEN}], {WEEKS}}}',
    ),
    "items a line": (
        f'{JSON_HEAD}\n\t"changes": [\n\t\t{{"skip": "1/tue/running"}}\n\t],\n\t{WEEKS}\n}}',
        f'{JSON_HEAD}\n\t"changes": [\n\t\t{{"skip": "1/tue/running"}},\n\t\t{WRITTEN}\n\t],\n\t{WEEKS}\n}}',
    ),
    "keys a line": (
        f'{JSON_HEAD} "changes": [\n   {{\n     "skip": "1/tue/running"\n   }}\n ],\n {WEEKS}\n}}',
        (
            f'{JSON_HEAD} "changes": [\n   {{\n     "skip": "1/tue/running"\n   }},\n   {{\n'
            f'     "move": "1/mon/running",\n     "to": "2026-08-06"\n   }}\n ],\n {WEEKS}\n}}'
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), JSON_KINDS.values(), ids=JSON_KINDS)
def test_json_keeps_its_layout(before, after):
    assert with_change(before, MOVE, is_json=True) == after
    assert outcome(before, is_json=True) == "done"
