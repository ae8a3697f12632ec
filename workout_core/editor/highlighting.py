"""What each piece of a text is, so that an editor can colour it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from attrs import frozen

from workout_core.editor.desk import is_json, registry, says_its_kind
from workout_core.editor.regions import IN_FLOW, LONGEST_LINE, DocumentLine, document_lines
from workout_core.notation.highlighting import Highlighted, PieceKind, pieces_of
from workout_core.notation.message.recognition import has_keys
from workout_core.patterns import lazy_pattern

LONGEST_TEXT: Final = 200_000
_COMMENT: Final = lazy_pattern(r"(?:^|\s)(#.*)")
_NUMBER: Final = lazy_pattern(r"(?<![\w.:-])[0-9][0-9.:%/-]*(?![\w])")
_QUOTED: Final = lazy_pattern(r"\"(?:[^\"\\]|\\.)*\"?|'(?:[^']|'')*'?")


@frozen(kw_only=True)
class Highlight:
    """Ask what the pieces of a text are; its name tells whether it is a document, if the text does not."""

    text: str
    name: str = ""


@frozen(kw_only=True)
class ToldPiece:
    """A piece of a text: its line and its column from 1, how long it is, and what it is."""

    line: int
    column: int
    length: int
    type: PieceKind


def highlight(asked: Highlight) -> tuple[ToldPiece, ...]:
    """Return the pieces of a text, in order; none of one that is longer than anybody reads."""
    if len(asked.text) > LONGEST_TEXT:
        return ()
    lines = asked.text.split("\n")
    if says_its_kind(asked.text) or has_keys(asked.text) or asked.name.endswith((".yaml", ".yml")):
        return tuple(_of_document(lines, in_json=is_json(asked.text, asked.name)))
    return tuple(
        _told(number, piece)
        for number, line in enumerate(lines, 1)
        for piece in _notation(line, 0, len(line))
    )


def _told(line: int, piece: Highlighted) -> ToldPiece:
    return ToldPiece(line=line, column=piece.start + 1, length=piece.end - piece.start, type=piece.kind)


def _notation(line: str, start: int, end: int) -> Iterator[Highlighted]:
    for piece in pieces_of(line[start:end], registry().exercises()):
        yield Highlighted(piece.start + start, piece.end + start, piece.kind)


def _of_document(lines: list[str], *, in_json: bool) -> Iterator[ToldPiece]:
    for number, line in enumerate(document_lines(lines), 1):
        if len(line.text) > LONGEST_LINE:
            continue
        end = 0
        for piece in sorted(_json(line) if in_json else _yaml(line), key=attrgetter("start")):
            if piece.start >= end:
                yield _told(number, piece)
                end = piece.end


def _json(line: DocumentLine) -> Iterator[Highlighted]:
    for found in _QUOTED.finditer(line.text):
        is_key = line.text[found.end() :].lstrip().startswith(":")
        yield Highlighted(*found.span(), PieceKind.KEY if is_key else PieceKind.NAME)


def _yaml(line: DocumentLine) -> Iterator[Highlighted]:
    if line.key:
        yield Highlighted(line.key_at, line.key_at + len(line.key), PieceKind.KEY)
    if line.notation is not None:
        yield from _notation(line.text, *line.notation)
        return
    text, taken = line.text, line.value_at
    comment = _COMMENT.search(text, taken)
    end = comment.start(1) if comment else len(text)
    if comment:
        yield Highlighted(*comment.span(1), PieceKind.COMMENT)
    for found in IN_FLOW.finditer(text, taken, end) if "{" in text else ():
        yield Highlighted(*found.span("key"), PieceKind.KEY)
    for found in _NUMBER.finditer(text, taken, end):
        yield Highlighted(*found.span(), PieceKind.NUMBER)
