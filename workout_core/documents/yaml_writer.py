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
_PLAIN_OR_QUOTED: Final = ((True, False), (False, True))
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

    def _tag(self, text: str, implicit: tuple[bool, bool]) -> Any:
        return self.resolve(yaml.ScalarNode, text, implicit)  # type: ignore[no-untyped-call]

    def _made(self, value: Json) -> yaml.ScalarEvent:
        node: Any = self.represent_data(value)
        plain, quoted = (self._tag(node.value, implicit) == node.tag for implicit in _PLAIN_OR_QUOTED)
        tag = node.tag if len(node.value) > _SHORT else None  # it counts for what a long key looks like
        return yaml.ScalarEvent(None, tag, (plain, quoted), node.value, style=node.style)


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(_TEXT, text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent)


def yaml_of(value: dict[str, Json]) -> str:
    """Return a document as YAML text, with keys in the order that they have."""
    stream = StringIO()
    dumper = _Dumper(stream)
    for event in _document(dumper.events_of(value)):
        dumper.emit(event)
    return stream.getvalue()


def _document(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from events
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()
