"""Rows in aligned columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield each row with its cells below those of the row before, two spaces apart."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
