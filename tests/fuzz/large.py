"""An input as large as wanted: one thing again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen


@frozen
class Large:
    """An input.

    Attributes:
        file: its name.
        data: what is in it.
        beside: other files, by name.
    """

    file: str
    data: bytes = field(repr=False)
    beside: Mapping[str, bytes] = field(factory=dict, repr=False)


@frozen
class Row:
    """One thing again and again, as often as there is room.

    Attributes:
        piece: what is repeated; a function makes each anew, by its number.
        head: what stands before.
        tail: what stands behind.
        most: pieces at most, where a limit would refuse more of them.
        beside: other files, by name.
    """

    piece: str | Callable[[int], str]
    head: str = ""
    tail: str = ""
    most: int = 10**9
    beside: Mapping[str, str] = field(factory=dict)

    def filled(self, file: str, size: int) -> Large:
        """Return the file of this name, of *size* bytes at most."""
        head, tail = self.head.encode(), self.tail.encode()
        pieces: list[bytes] = []
        room = size - len(head) - len(tail)
        for number in range(self.most):
            piece = (self.piece if isinstance(self.piece, str) else self.piece(number)).encode()
            room -= len(piece)
            if room < 0:
                break
            pieces.append(piece)
        beside = {name: text.encode() for name, text in self.beside.items()}
        return Large(file, head + b"".join(pieces) + tail, beside)


def grown(make: Callable[[int], bytes], size: int) -> bytes:
    """Return what *make* makes of so many things that it has *size* bytes or a little less."""
    many = size
    while len(data := make(many)) > size and many > 1:
        many = min(many - 1, many * size // len(data))
    return data
