"""What would be lost if a document were replaced by its canonical form, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any, Final

from workout_core.documents.positions import spots
from workout_core.documents.source import Source, Unkept
from workout_core.documents.tree import ScalarNode
from workout_core.errors import Problem
from workout_core.patterns import lazy_pattern

_COMMENT: Final = lazy_pattern("#[^\n]*")


def lost_by_rewriting(source: Source, *, is_json: bool) -> dict[Unkept, Problem]:
    """Return the first of each kind of thing that the canonical form of *source* does not keep.

    Args:
        source: a document that has been read.
        is_json: whether it is JSON, which has no comments of its own.
    """
    found = [*_remembered(source), *(() if is_json else _in_yaml("\n".join(source.lines)))]
    first = {which: (path, spot) for which, path, spot in sorted(found, key=itemgetter(2), reverse=True)}
    return {
        which: source.described(which.value, path, *spot)
        for which, (path, spot) in sorted(first.items(), key=lambda each: each[1][1])
    }


def _remembered(source: Source) -> Iterator[tuple[Unkept, str, tuple[int, int]]]:
    """Yield what the reader met: what generates, and the comments of the notation."""
    for which, path, node, offsets in source.unkept:
        if offsets and isinstance(node, ScalarNode):
            for spot in spots(node, list(offsets), source.lines):
                yield which, path, spot
        else:
            yield which, path, (node.line, node.column)


def _in_yaml(text: str) -> Iterator[tuple[Unkept, str, tuple[int, int]]]:
    """Yield the first comment, which stands where no token does, and the aliases."""
    import yaml  # noqa: PLC0415 - only who writes YAML pays

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    end = 0
    has_comment = False
    for token in yaml.scan(text, Loader=loader):
        gaps = [(end, token.start_mark.index)]
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            header_end = text.find("\n", token.start_mark.index)
            gaps.append((token.start_mark.index, header_end if header_end >= 0 else len(text)))
        for gap in gaps:
            comment = None if has_comment else _COMMENT.search(text, *gap)
            if comment:
                has_comment = True
                line_start = text.rfind("\n", 0, comment.start()) + 1
                line = text.count("\n", 0, line_start)
                yield Unkept.COMMENT, "", (line + 1, comment.start() - line_start + 1)
        if isinstance(token, yaml.AliasToken):
            yield Unkept.ALIAS, "", (token.start_mark.line + 1, token.start_mark.column + 1)
        end = max(end, token.end_mark.index)
