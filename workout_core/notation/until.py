"""What ends an open repeat: ``20min``, ``5km``, ``300kcal``, ``HR > 160``."""

from __future__ import annotations

import re
from typing import Final, get_args

from workout_core.analysis.minutes import LONG
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.duration import Distance, Duration, Until
from workout_core.notation import grammar
from workout_core.notation.layout import Part
from workout_core.notation.suggestions import NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import PLAIN_METRES, ask_for_minutes

_LIMIT: Final = lazy_pattern(grammar.UNTIL_LIMIT, re.IGNORECASE | re.ASCII)
_FORMS: Final[tuple[grammar.Form[Duration], ...]] = (
    *grammar.DURATIONS,
    grammar.Form("HR > 160", _LIMIT, grammar.DURATIONS[-1].read),
)


def read_until(part: Part) -> tuple[Until, Part]:
    """Read what ends a repeat from the start of *part*; return it and what is left.

    Raises:
        NotationError: nothing there can end a repeat.
    """
    matches = [(found, form) for form in _FORMS if (found := form.pattern.match(part.text))]
    if matches:
        found, form = max(matches, key=lambda match: match[0].end())
        try:
            until = form.read(found)
        except InvalidWorkout as error:
            raise NotationError(str(error), part.offset) from None
        if isinstance(until, Distance) and until.metres < LONG and PLAIN_METRES.fullmatch(found[0]):
            raise NotationError(ask_for_minutes(found[0]), part.offset)
        if isinstance(until, get_args(Until)):
            return until, part.after(found.end())
    raise NotationError(
        gettext("repeat until what? (like '20min', '5km', '300kcal', 'HR > 160' or 'power < 200W')"),
        part.offset,
    )
