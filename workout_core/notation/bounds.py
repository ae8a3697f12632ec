"""Targets of which only the upper end is said: ``<140bpm``, ``<75% HRmax``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from workout_core.model.target import BOUNDS, SHARE_BOUNDS, Quantity, Range, Reference, Target
from workout_core.units import NUMBER, share

UNDER: Final = (
    rf"(?:<|under\s|below\s)\s*(?P<n>{NUMBER})\s*"
    r"(?:(?P<unit>bpm|watts|w)|%\s*(?P<of>LTHR|HR\s?max|max\s?HR|HRR|FTP|CP))"
)


def read_under(
    found: re.Match[str], units: Mapping[str, Quantity], references: Mapping[str, Reference]
) -> Target:
    """Return the target *found*, which begins with the least that its quantity can be.

    Args:
        found: by the pattern above.
        units: the words of units.
        references: the words of what shares are of.
    """
    if words := found["of"]:
        of = references["".join(words.casefold().split())]
        return Target(of.quantity, Range(SHARE_BOUNDS[of][0], share(found["n"]), of))
    quantity = units[found["unit"].casefold()]
    return Target(quantity, Range(BOUNDS[quantity][0], float(found["n"])))
