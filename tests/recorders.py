"""Formats that write down what they are told, and plugins made of them."""

from workout_core import Capabilities, Exporter, Feature, Workout, hookimpl, outline

EVERYTHING = frozenset(Feature)


def write_list(subject, context) -> bytes:
    """Write everything a writer is told, a line each."""
    steps = (
        outline(subject) if isinstance(subject, Workout) else ((0, each.name) for each in subject.sessions)
    )
    words = (subject.name, context.identity, context.day, context.now.isoformat(), context.options)
    return "\n".join(map(str, [*words, *(text for _, text in steps)])).encode()


def record(name: str, subject=Workout, write=write_list, features=EVERYTHING, **more) -> Exporter:
    """Return a format for tests."""
    return Exporter(
        name=name,
        title=name,
        subject=subject,
        suffix=f".{name}",
        media_type="text/plain",
        supports=Capabilities(features=features),
        write=write,
        **more,
    )


def offering(*records: Exporter):
    """Return a plugin that offers *records*."""

    class Offering:
        @hookimpl
        def workout_exporters(self):
            return records

    return Offering()
