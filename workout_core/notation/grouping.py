"""Where a statement is cut: at the commas that part steps, not at those inside of one."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.notation.generated import is_cue, is_generated
from workout_core.notation.headers import header_of, is_clause
from workout_core.notation.layout import Part, Statement
from workout_core.notation.sets import belongs
from workout_core.notation.step import continues
from workout_core.notation.suggestions import NotationError


def is_header(part: Part) -> bool:
    """Tell whether *part* begins a repeat, or was meant to."""
    try:
        return header_of(part) is not None
    except NotationError:
        return True


def _belongs(group: list[Part], part: Part, *, has_block: bool) -> bool:
    """Tell whether *part*, after a comma, belongs to what *group* begins: a step, a header, or a race."""
    first = group[0]
    if is_generated(first):
        return is_cue(part)
    if is_clause(part, has_block=has_block) and is_header(first):
        return len(group) == 1 or is_clause(group[-1], has_block=has_block)
    return continues(group, part) or belongs(first, part)


def groups(statement: Statement) -> Iterator[Statement]:
    """Cut a statement at the commas that separate steps, not what belongs to one."""
    group: list[Part] = []
    has_block = statement.inside is not None
    for part in statement.parts:
        if group and not _belongs(group, part, has_block=has_block):
            yield Statement(group)
            group = []
        group.append(part)
    yield Statement(group, statement.inside)
