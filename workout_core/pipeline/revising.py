"""A file that is about to replace an earlier one, in a format whose readers compare the two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from workout_core.errors import ExportError
from workout_core.files.publish import Output
from workout_core.formats.exporter import Export, Exporter
from workout_core.formats.revisions import Revision, RevisionContext
from workout_core.pipeline.clock import clock
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming


def revise(
    data: bytes,
    format: str,  # noqa: A002 - the word users say
    *,
    earlier: bytes | None,
    registry: Registry,
    now: datetime | None = None,
) -> Revision:
    """Return the file *data* of a format as it is published after an *earlier* one.

    Args:
        data: of :func:`~workout_core.export`.
        format: the name of its exporter.
        earlier: what was published before; None if nothing was.
        registry: where formats are looked up.
        now: the clock; the present, or ``SOURCE_DATE_EPOCH``, when left out.

    Raises:
        UnknownFormat, PluginError: no exporter has this name, or its plugin is broken or contested.
        ExportError: its exporter failed.
    """
    plugin, exporter = registry.offer("workout_exporters", format)
    known: Exporter[object] = exporter
    if earlier is None or known.revise is None:
        return Revision(data=data)
    with blaming(plugin, format):
        revision = known.revise(data, earlier, RevisionContext(now=now or clock()))
    if not isinstance(revision, Revision):
        raise ExportError(f"{format}: {plugin} revised to {type(revision).__name__}, not a Revision")
    return revision


class Revisions(NamedTuple):
    """How files are published that people have read before.

    Attributes:
        registry: where formats are looked up.
        now: the clock.
        tell: told the name of each file that follows an earlier one, and what changed, before it is written.
    """

    registry: Registry
    now: datetime
    tell: Callable[[str, Revision], object]

    def output(self, file: Export, format: str, of: str) -> Output:  # noqa: A002 - the word users say
        """Return *file* as it is to be published.

        Args:
            file: of :func:`~workout_core.export`.
            format: what it is in.
            of: what it is made of, and as what.
        """
        if self.registry.exporter(format).revise is None:
            return Output(file.name, file.data, of)

        def revised(earlier: bytes | None) -> bytes:
            revision = revise(file.data, format, earlier=earlier, registry=self.registry, now=self.now)
            self.tell(file.name, revision)
            return revision.data

        return Output(file.name, file.data, of, revised)
