"""What the values of the model share: attrs writes how they compare and print when that is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import field, fields, make_class

if TYPE_CHECKING:
    from attrs import AttrsInstance


class ValueObject:
    """The base of classes that are made with ``frozen(eq=False, repr=False)``, and are values all the same.

    What attrs generates is compiled whenever the program starts, and few classes are compared in a short run.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        _complete(type(self))
        return self == other

    def __hash__(self) -> int:
        _complete(type(self))
        return hash(self)

    def __repr__(self) -> str:
        _complete(type(self))
        return repr(self)


def _complete(cls: type[ValueObject]) -> None:
    """Give *cls* the methods of a class with the same attributes, of which attrs writes all."""
    known = fields(cast("type[AttrsInstance]", cls))
    twin = make_class(
        cls.__name__,
        {each.name: field(eq=each.eq_key or each.eq, hash=each.hash, repr=each.repr) for each in known},
        frozen=True,
    )
    for name in ("__eq__", "__hash__", "__repr__"):
        setattr(cls, name, getattr(twin, name))
