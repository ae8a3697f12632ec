"""JSON values → YAML text, as ``yaml.dump`` writes it, in half of the time: its emitter is given the events.

Most texts of a long document come again and again, such as its keys; what PyYAML makes of each is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any, Final

import yaml

from workout_core.documents.kinds import Json

_WIDEST: Final = 2**31
"""No line is folded."""
_SHORT: Final = 100
_TEXT: Final = "tag:yaml.org,2002:str"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and looks at each text once."""

    def __init__(self, stream: Any) -> None:
        """Write to *stream*."""
        super().__init__(stream, allow_unicode=True, width=_WIDEST)
        self.known_analyses: dict[str, Any] = {}
        self.known_scalars: dict[str, yaml.ScalarEvent] = {}

    def analyze_scalar(self, scalar: str) -> Any:
        """Return how *scalar* can be written."""
        if scalar not in self.known_analyses:
            self.known_analyses[scalar] = super().analyze_scalar(scalar)
        return self.known_analyses[scalar]

    def events_of(self, value: Json) -> Iterator[yaml.Event]:
        """Yield what the emitter needs to know of *value*."""
        if isinstance(value, dict):
            yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
            for key, inner in value.items():
                yield self._scalar(key)
                yield from self.events_of(inner)
            yield yaml.MappingEndEvent()
        elif isinstance(value, (list, tuple)):
            yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
            for inner in value:
                yield from self.events_of(inner)
            yield yaml.SequenceEndEvent()
        else:
            yield self._scalar(value)

    def _scalar(self, value: Json) -> yaml.ScalarEvent:
        if not isinstance(value, str):  # 0.0 and -0.0 are equal, and so are 1 and True
            return self._made(value)
        if value not in self.known_scalars:
            self.known_scalars[value] = self._made(value)
        return self.known_scalars[value]

    def _made(self, value: Json) -> yaml.ScalarEvent:
        node = self.represent_data(value)
        plain = self.resolve(yaml.ScalarNode, node.value, (True, False)) == node.tag
        quoted = self.resolve(yaml.ScalarNode, node.value, (False, True)) == node.tag
        tag = node.tag if len(node.value) > _SHORT else None  # it counts for what a long key looks like
        return yaml.ScalarEvent(None, tag, (plain, quoted), node.value, style=node.style)


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(_TEXT, text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent)


def yaml_of(value: dict[str, Json]) -> str:
    """Return a document as YAML text, with keys in the order that they have."""
    stream = StringIO()
    dumper = _Dumper(stream)
    for event in (yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=False)):
        dumper.emit(event)
    for event in dumper.events_of(value):
        dumper.emit(event)
    for event in (yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent()):
        dumper.emit(event)
    return stream.getvalue()
