"""The record a plugin gives for each format it writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from inspect import signature
from types import UnionType
from typing import Any, Final, Generic, TypeVar, get_args

from attrs import field, frozen, has

from workout_core.errors import InvalidWorkout
from workout_core.fields.parameters import check_parameters
from workout_core.formats.capabilities import Capabilities
from workout_core.formats.context import ExportContext
from workout_core.formats.losses import Loss
from workout_core.formats.options import options_of
from workout_core.formats.revisions import Revision, RevisionContext
from workout_core.model.plan import Plan
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout

Subject = TypeVar("Subject")
NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
SUFFIX: Final = re.compile(r"(?:\.[A-Za-z0-9_-]+)+")
MEDIA_TYPE: Final = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+")


def check_name(_instance: object, _attribute: object, name: str) -> None:
    """Refuse a name that people could not type.

    Raises:
        InvalidWorkout: it is not lower-case letters, digits and hyphens.
    """
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InvalidWorkout(f"{name!r} cannot be a name (use lower-case letters, digits and hyphens)")


def check_title(name: str, title: object) -> None:
    """Refuse a title that is not a line to read."""
    if not isinstance(title, str) or not title or len(title.splitlines()) > 1:
        raise InvalidWorkout(f"{name}: the title must be a line of text: {title!r}")


def check_suffix(name: str, suffix: object) -> None:
    """Refuse a suffix that no file name ends with."""
    if not isinstance(suffix, str) or not SUFFIX.fullmatch(suffix):
        raise InvalidWorkout(f"{name}: {suffix!r} is not a suffix (like '.fit')")


def check_function(owner: str, name: str, function: object, *arguments: str) -> None:
    """Refuse the function *name* of a record that cannot be called with *arguments*."""
    signature_wanted = f"def {name}({', '.join(arguments)})"
    if not callable(function):
        raise InvalidWorkout(f"{owner}: {name} must be a function: {function!r} (write {signature_wanted})")
    try:
        takes = signature(function)
    except ValueError:  # what is written in C need not tell
        return
    try:
        takes.bind(*arguments)
    except TypeError:
        raise InvalidWorkout(f"{owner}: {name} takes {takes} (write {signature_wanted})") from None


def check_options(name: str, options: object) -> None:
    """Refuse options that ``name=value`` could not fill."""
    if options is None:
        return
    if not (isinstance(options, type) and has(options)):
        raise InvalidWorkout(f"{name}: options must be an attrs class: {options!r}")
    try:
        check_parameters(options)
    except InvalidWorkout as error:
        raise InvalidWorkout(f"{name}: {error}") from None


@frozen(kw_only=True, eq=False, repr=False)
class Exporter(ValueObject, Generic[Subject]):
    """A format that can be written.

    Attributes:
        name: what people type, ``[a-z][a-z0-9-]*``.
        title: what people read.
        subject: Workout or Plan, or ``Workout | Plan`` for a format that takes each as it is; the core
            makes a plan of one session from a workout, and takes a plan's workouts one by one.
        suffix: of the file names, ``.fit``.
        media_type: of the bytes.
        supports: what the format can carry.
        write: the one function, from a simplified subject to bytes.
        options: an attrs class, filled from ``-O name=value``. If it has a method
            ``narrow(supports, workout) -> Capabilities``, that lowers what the format can carry with these
            options, and for the workout; it is None where the format is only described.
        revise: for a format whose readers compare a file with an earlier one: from the bytes of ``write`` and
            those of the file that they are about to replace, to what is published. Without it a file
            replaces another as it is.
    """

    name: str = field(validator=check_name)
    title: str
    subject: type[Subject] | UnionType
    suffix: str
    media_type: str
    supports: Capabilities
    write: Callable[[Subject, ExportContext[Any]], bytes]
    options: type | None = None
    revise: Callable[[bytes, bytes, RevisionContext], Revision] | None = None

    def __attrs_post_init__(self) -> None:
        kinds = get_args(self.subject) or (self.subject,)
        if not all(kind in (Workout, Plan) for kind in kinds):
            raise InvalidWorkout(f"{self.name}: the subject must be Workout, Plan or both: {self.subject!r}")
        check_title(self.name, self.title)
        check_suffix(self.name, self.suffix)
        if not isinstance(self.media_type, str) or not MEDIA_TYPE.fullmatch(self.media_type):
            raise InvalidWorkout(
                f"{self.name}: {self.media_type!r} is not a media type (like 'text/calendar')"
            )
        if not isinstance(self.supports, Capabilities):
            raise InvalidWorkout(f"{self.name}: supports must be Capabilities: {self.supports!r}")
        check_function(self.name, "write", self.write, "subject", "context")
        check_options(self.name, self.options)
        if self.revise is not None:
            check_function(self.name, "revise", self.revise, "data", "earlier", "context")

    def takes(self, kind: type) -> bool:
        """Tell whether the writer takes a subject of *kind* as it is."""
        return kind is self.subject or kind in get_args(self.subject)

    def option_names(self) -> tuple[str, ...]:
        """Return the names of the options as people type them."""
        return tuple(options_of(self.options))

    def capabilities(self, options: object, workout: Workout | None = None) -> Capabilities:
        """Return what the format can carry with *options*, of *workout* if one is given."""
        narrow = getattr(options, "narrow", None)
        narrowed = narrow(self.supports, workout) if narrow else self.supports
        if narrowed is self.supports:
            return self.supports
        if not isinstance(narrowed, Capabilities):
            raise TypeError(f"narrow returned {type(narrowed).__name__}, not Capabilities")
        if more := narrowed.beyond(self.supports):
            raise ValueError(f"narrow adds {more} (it can only take away)")
        return narrowed


@frozen(eq=False, repr=False)
class Export(ValueObject):
    """One file, ready to be written.

    Attributes:
        name: its file name, with ``/`` before it when it belongs into a folder.
        data: its bytes.
        losses: what the format could not carry, each once, in the order of their places; where the workouts
            of a plan are written one by one, the first file also tells which of them have none.
    """

    name: str
    data: bytes
    losses: tuple[Loss, ...] = ()
