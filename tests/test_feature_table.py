"""docs/features.md says of each feature what the code makes of it in a format that lacks it.

``pytest tests/test_feature_table.py --update-golden`` writes the tables anew.
"""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from workout_core import Capabilities, Feature, Readings, format_steps, outline, read_document, simplify
from workout_core.testing import SAMPLES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "features.md"
SOURCE = ROOT / "workout_core" / "formats" / "capabilities.py"
TABLES = re.compile(r"(?<=<!-- tables -->\n).*?(?=<!-- end of the tables -->)", re.DOTALL)
ADA = evolve(read_document(ROOT / "examples" / "ada.yaml"), one_rep_max=[("split squat", 80)])
NOBODY = evolve(ADA, threshold_speed=None, threshold_heart_rate=None, max_heart_rate=None, ftp=None)
NOBODY = evolve(NOBODY, one_rep_max=(), race=None, resting_heart_rate=None)


def _features() -> dict[str, list[tuple[Feature, str]]]:
    """Return the features with their docstrings, by the comments that group them."""
    text = SOURCE.read_text("utf-8")
    (kind,) = (
        node for node in ast.parse(text).body if isinstance(node, ast.ClassDef) and node.name == "Feature"
    )
    lines = text.splitlines()
    groups, group = {}, ""
    members = [node for node in kind.body if isinstance(node, (ast.Assign, ast.Expr))]
    for node, after in pairwise(members):
        if not isinstance(node, ast.Assign) or node.targets[0].id not in Feature.__members__:
            continue
        if above := re.fullmatch(r"    # (.+)", lines[node.lineno - 2]):
            group = above[1].capitalize()
        says = after.value.value if isinstance(after, ast.Expr) else ""
        groups.setdefault(group, []).append((Feature[node.targets[0].id], says))
    return groups


def _example(feature: Feature) -> str:
    sample = SAMPLES[feature]
    head = next(
        (name for name in ("description", "tags", "links", "pool_length") if getattr(sample, name)), ""
    )
    steps = format_steps(sample.items, sample.sport).strip().split("\n")
    inside = [line.strip() for line in steps[1:]]
    return f"`{head}:`" if head else f"`{steps[0]}`" + (f" `{'; '.join(inside)}`" if inside else "")


def _without(feature: Feature) -> str:
    sample = SAMPLES[feature]
    supports = Capabilities(features=set(Feature) - {feature})
    simple, losses = simplify(sample, supports, Readings(ADA).of(sample))
    other, lacking = simplify(sample, supports, Readings(NOBODY).of(sample))
    if losses:
        assert [each.kind for each in losses] == [each.kind for each in lacking] == [feature]
        return lacking[0].what
    ((_, words),), ((_, others),) = outline(simple), outline(other)
    if words == others:
        assert feature is Feature.REP_TIME  # which needs no athlete
        return f"becomes '{words}'"
    told = lacking[0].what.partition(": needs")[0] if lacking else f"it becomes '{others}'"
    return f"becomes '{words}'. If the athlete's number is missing, {told}"


def _table(group: str, features: list[tuple[Feature, str]]) -> str:
    rows = [f"| `{each.name}` | {says} | {_example(each)} | {_without(each)} |" for each, says in features]
    return "\n".join(
        [
            f"### {group}",
            "",
            "| feature | what it is for | example | in a format without it |",
            "|---|---|---|---|",
            *rows,
        ]
    )


def test_every_feature_says_what_it_is():
    told = [pair for pairs in _features().values() for pair in pairs]
    assert [feature for feature, _ in told] == list(Feature)
    for feature, says in told:
        assert re.fullmatch(r"[A-Z].*\.", says), feature


def test_the_page_shows_what_becomes_of_each_feature(request):
    tables = "\n\n".join(_table(group, features) for group, features in _features().items())
    if request.config.getoption("--update-golden"):
        PAGE.write_text(TABLES.sub(lambda _: f"\n{tables}\n", PAGE.read_text("utf-8")), "utf-8")
    assert TABLES.search(PAGE.read_text("utf-8"))[0].strip() == tables


@pytest.mark.parametrize("feature", Feature, ids=lambda feature: feature.name)
def test_what_a_format_lacks_is_gone_when_it_writes(feature):
    sample = SAMPLES[feature]
    supports = Capabilities(features=set(Feature) - {feature})
    simple, losses = simplify(sample, supports, Readings(ADA).of(sample))
    assert simple != sample
    for loss in losses:
        head = loss.path.partition(".")[0].partition("[")[0]
        assert head in {"steps", "description", "tags", "links", "pool_length"}
