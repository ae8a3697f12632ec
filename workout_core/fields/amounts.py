"""Times and distances as people write the parts of a workout: ``10min``, ``2km``, ``lap`` or ``none``."""

from __future__ import annotations

from typing import Final, TypeAlias

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.duration import Distance, LapButton, Time
from workout_core.units import (
    PLAIN_METRES,
    ask_for_minutes,
    read_distance,
    read_time,
    write_distance,
    write_time,
)

Amount: TypeAlias = Time | Distance
PROBABLY_MINUTES: Final = 90.0


def read_amount(text: str) -> Amount:
    """Read a time or a distance: ``10min`` or ``2km``.

    Raises:
        InvalidWorkout: it is neither.
    """
    for make, read in ((Time, read_time), (Distance, read_distance)):
        try:
            number = read(text)
        except InvalidWorkout:
            continue
        return make(number)
    raise InvalidWorkout(
        gettext("{text} is neither a time nor a distance (like '10min' or '2km')", text=shown(text))
    )


def write_amount(amount: Amount | LapButton | None) -> str:
    """Write an amount as :func:`read_amount` reads it, ``lap`` or ``none``."""
    if isinstance(amount, Time):
        return write_time(amount.seconds)
    if isinstance(amount, Distance):
        text = write_distance(amount.metres)
        return f"{text[:-1]} metres" if amount.metres <= PROBABLY_MINUTES and text.endswith("m") else text
    return "none" if amount is None else "lap"


def read_part(text: str) -> Amount | LapButton | None:
    """Read an amount, ``lap`` or ``none``; raises as :func:`read_work`."""
    word = text.strip().casefold()
    if word in ("none", "no"):
        return None
    return LapButton() if word == "lap" else _questioned(text, read_amount(text), PROBABLY_MINUTES)


def read_work(text: str) -> Amount:
    """Read the amount of one piece of work.

    Raises:
        InvalidWorkout: it is none, or probably of minutes.
    """
    return _questioned(text, read_amount(text), PROBABLY_MINUTES / 3)


def _questioned(text: str, amount: Amount, below: float) -> Amount:
    """Refuse ``15m``, by which most people mean minutes."""
    clean = text.strip()
    if isinstance(amount, Distance) and amount.metres <= below and PLAIN_METRES.fullmatch(clean):
        raise InvalidWorkout(ask_for_minutes(clean))
    return amount


def read_works(text: str) -> tuple[Amount, ...]:
    """Read amounts with commas between; raises as :func:`read_work`."""
    return tuple(read_work(part.strip()) for part in text.split(",") if part.strip())
