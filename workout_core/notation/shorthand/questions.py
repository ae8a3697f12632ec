"""What is asked of a line that can mean several things, before it is said in any language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.languages import gettext, gettext_noop

OR_SECONDS: Final = gettext_noop("'{numbers}' can be seconds beside the pace or another step")
NUMBER_OF_WHAT: Final = gettext_noop("'{number}' of what?")
SHARE_OF_WHAT: Final = gettext_noop("'{numbers}%' of what?")
_MOST_MILES: Final = 20
"""Miles that people type without their unit; more are minutes."""


class LineQuestion(NamedTuple):
    """A question. It is kept with what a line means, and said when it is told.

    Attributes:
        words: the message.
        values: that it holds.
    """

    words: str
    values: Mapping[str, object] = MappingProxyType({})

    def said(self) -> str:
        """Return the question in the language that is spoken."""
        return gettext(self.words, **self.values)

    @property
    def is_of_what(self) -> bool:
        """Whether it asks what a number is of."""
        return self.words in (NUMBER_OF_WHAT, SHARE_OF_WHAT)

    @property
    def is_of_minutes(self) -> bool:
        """Whether the number of which the unit is asked is too great for miles: ``easy 30``."""
        number = str(self.values.get("number", ""))
        return number.isdecimal() and int(number) > _MOST_MILES
