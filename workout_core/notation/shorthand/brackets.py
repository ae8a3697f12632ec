"""Tokens → a tree of brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from workout_core.model.workout import DEEPEST
from workout_core.notation.shorthand.pieces import NotShorthand
from workout_core.notation.shorthand.tokens import Token, TokenKind


class Bracket:
    """What stands in brackets."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []


Node: TypeAlias = "Token | Bracket"


def tree_of(tokens: Sequence[Token]) -> list[Node]:
    """Return *tokens* with what is in brackets inside one node.

    Raises:
        NotShorthand: the brackets do not fit together.
    """
    levels = [Bracket()]
    for token in tokens:
        if token.kind is TokenKind.MARK and token.text in "([{":
            inner = Bracket()
            levels[-1].nodes.append(inner)
            levels.append(inner)
            if len(levels) > DEEPEST:
                raise NotShorthand
        elif token.kind is TokenKind.MARK and token.text in ")]}":
            levels.pop()
            if not levels:
                raise NotShorthand
        else:
            levels[-1].nodes.append(token)
    if len(levels) > 1:
        raise NotShorthand
    return levels[0].nodes
