"""Steps → blocks: names, attributes and the texts in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from attrs import define

from workout_core import (
    ExportContext,
    ExportError,
    Feature,
    Intensity,
    Named,
    Quantity,
    Ramp,
    Range,
    Step,
    Target,
    Zone,
    gettext,
    ngettext,
    pgettext,
    quoted,
)
from workout_zwo.markup import MOST_ELEMENTS
from workout_zwo.numbers import write_number
from workout_zwo.options import RACE_PACES, WATT_DECIMALS, ZwoOptions
from workout_zwo.texts import TextEvent, length_of, said_in

_HEADS: Final = 10
"""The elements around blocks, but for tags."""
Attributes = dict[str, str]
_ESCAPES: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\ufffe": "\ufffd",
        "\uffff": "\ufffd",
    }
)
_UNUSUAL: Final = re.compile('[&<>"\t\ufffe\uffff]')
"""What is written otherwise than it is: in few texts, and in no number."""


class Written(NamedTuple):
    """A block as it is written."""

    name: str
    attributes: Attributes
    said: Iterable[TextEvent] = ()
    in_metres: bool = False


def escaped(text: str) -> str:
    """Return *text* as it stands in XML, in an element or in an attribute.

    What Unicode calls noncharacters XML has no room for: each becomes the sign for a lost letter.
    """
    return text.translate(_ESCAPES) if _UNUSUAL.search(text) else text


def element(block: Written) -> Iterator[str]:
    """Yield the lines of *block*."""
    head = "".join(f' {name}="{escaped(value)}"' for name, value in block.attributes.items())
    texts = list(block.said)
    if not texts:
        yield f"        <{block.name}{head}/>"
        return
    yield f"        <{block.name}{head}>"
    for said in texts:
        in_metres = said.in_metres if said.offset else block.in_metres
        offset = f'{"distoffset" if in_metres else "timeoffset"}="{write_number(said.offset)}"'
        yield f'            <textevent {offset} message="{escaped(said.text)}"/>'
    yield f"        </{block.name}>"


@define
class PartWriter:
    """Writes the parts of blocks.

    Attributes:
        context: where losses are told.
        ftp: watts that the file's shares refer to; None if that is the athlete's business.
        count: of elements so far.
    """

    context: ExportContext[ZwoOptions]
    ftp: int | None
    count: int = 0

    def spend(self, count: int) -> None:
        """Count *count* elements that are about to be written.

        Raises:
            ExportError: they are more than anybody means.
        """
        self.check(count)
        self.count += count

    def check(self, count: int) -> None:
        """Refuse to write *count* elements more, if the file could not be read again.

        Raises:
            ExportError: they are more than anybody means.
        """
        if self.count + count > MOST_ELEMENTS - _HEADS:
            told = gettext("more blocks and texts than can be read again (split the workout)")
            raise ExportError(f"steps: {told}")

    def step(self, step: Step, path: str) -> Written:
        """Return the block of *step*, the place of which in the workout is *path*."""
        target, cadence = split_targets(step)
        length, in_metres = length_of(step)
        name, attributes = self._named(step, target, path)
        return Written(
            name,
            {"Duration": write_number(length), **attributes, **self.cadence(cadence, path)},
            said_in(step),
            in_metres,
        )

    def tell_written_out(self, path: str, times: int, reason: str) -> None:
        """Tell that a repeat of *times* is written out, and why."""
        told = ngettext(
            "is written out {n} times: {reason}", "is written out {n} times: {reason}", times, reason=reason
        )
        self.context.lose(path, Feature.REPEAT, told)

    def tell_role(self, step: Step, path: str) -> None:
        """Tell that the part that *step* plays is not written."""
        if step.intensity is not Intensity.WORK:
            role = pgettext("role of a step", step.intensity.value)
            told = gettext("{what} is left out", what=quoted(role))
            self.context.lose(f"{path}.intensity", Feature.ROLE, told)

    def _named(self, step: Step, target: Target | None, path: str) -> tuple[str, Attributes]:
        """Return the kind of block, and what it asks for; the kind says a warm-up and a cool-down."""
        name = _ROLES.get(step.intensity, "")
        if target is not None and target.quantity is Quantity.EFFORT:
            self.tell_role(step, path)
            return "MaxEffort", {}
        if target is None:
            self.tell_role(step, path)
            return "FreeRide", {}
        value = target.value
        if isinstance(value, Ramp):
            falls = value.end < value.start
            if not name or falls is not (name == "Cooldown"):
                # other programs turn a cool-down that climbs
                self.tell_role(step, path)
                name = "Ramp"
            return name, self._ends(value.start, value.end)
        ends = (value.low, value.high) if isinstance(value, Range) else (1, 1)
        if not name or ends[0] != ends[1] or not isinstance(value, Range):
            self.tell_role(step, path)
            return "SteadyState", self.held(target, ("Power", "PowerLow", "PowerHigh"), "Zone")
        return name, self._ends(*ends)

    def _ends(self, low: float, high: float) -> Attributes:
        return {"PowerLow": self._share(low), "PowerHigh": self._share(high)}

    def _share(self, value: float) -> str:
        return write_number(value if self.ftp is None else round(value, WATT_DECIMALS) / self.ftp)

    def held(self, target: Target | None, names: tuple[str, str, str], zone: str) -> Attributes:
        """Return what is held evenly, by the names of one power, of a low and a high one, and of a zone."""
        if target is None:
            return {}
        one, low, high = names
        if isinstance(target.value, Zone):
            return {zone: str(target.value.number)}
        if isinstance(target.value, Named):
            return {one: "1", "pace": str(RACE_PACES.index(target.value.name))}
        if not isinstance(target.value, Range):
            raise TypeError(target)
        if target.value.low == target.value.high:
            return {one: self._share(target.value.low)}
        return {low: self._share(target.value.low), high: self._share(target.value.high)}

    def cadence(self, target: Target | None, path: str, name: str = "Cadence") -> Attributes:
        """Return the cadence to hold."""
        if target is None:
            return {}
        value = target.value
        if isinstance(value, Ramp):
            what = gettext("a cadence that changes is written as the range of it")
            self.context.lose(f"{path}.target", Feature.RAMP, what)
            ends = sorted((value.start, value.end))
        elif isinstance(value, Range):
            ends = [value.low, value.high]
        else:
            raise TypeError(target)
        if ends[0] == ends[1]:
            return {name: write_number(ends[0])}
        return {"CadenceLow": write_number(ends[0]), "CadenceHigh": write_number(ends[1])}


_ROLES: Final = {Intensity.WARMUP: "Warmup", Intensity.COOLDOWN: "Cooldown"}


def split_targets(step: Step) -> tuple[Target | None, Target | None]:
    """Return what is held, and the cadence."""
    held = cadence = None
    for target in (step.target, step.second_target):
        if target is not None and target.quantity is Quantity.CADENCE:
            cadence = target
        elif target is not None:
            held = target
    return held, cadence
