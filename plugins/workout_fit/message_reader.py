"""The bytes of a FIT file → its messages, as raw numbers and clean texts; fitdecode finds where they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from math import isfinite
from struct import error as StructError  # noqa: N812 - an exception, which the module calls "error"
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from workout_core import (
    DocumentError,
    ImportContext,
    Problem,
    gettext,
    gettext_noop,
    pgettext,
    pgettext_noop,
)
from workout_fit.checksum import fastest
from workout_fit.file import HEADER
from workout_fit.profile_table import FILE_TYPE, MESSAGES

MARK: Final = b".FIT"
MARK_AT: Final = 8
_MOST_LISTED: Final = 5
_BEGINNING: Final = 4
"""Header, definition and message that say what a file is; then it may be too large for that."""
KnownFields: TypeAlias = "Mapping[int, tuple[str, Mapping[int, tuple[str, str]]]]"
FIELDS: Final[KnownFields] = MappingProxyType(
    {
        number: (name, {field: (called, form) for called, (field, _, form) in fields.items()})
        for name, (number, fields) in MESSAGES.items()
    }
)
"""By the number of a message: its name, and by the number of a field its name and its format."""
_FILE_TYPES: Final = MappingProxyType({number: name for name, number in FILE_TYPE.items()})
_HOUSEKEEPING: Final = frozenset({"file_id", "file_creator", "field_description", "developer_data_id"})
_BREAK: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_TRUSTING: Final = (ArithmeticError, AssertionError, LookupError, StructError, TypeError, ValueError)
"""What fitdecode raises, beside its own errors, where it trusts what is written."""
Fields: TypeAlias = dict[str, Any]


class FitMessage(NamedTuple):
    """A message of the profile.

    Attributes:
        name: what the profile calls it.
        fields: raw numbers and texts by the names of the profile; what is invalid or empty is left out.
    """

    name: str
    fields: Fields

    def number(self, field: str) -> int | None:
        """Return the number in *field*, if there is one."""
        value = self.fields.get(field)
        return value if isinstance(value, int) else None

    def text(self, field: str) -> str:
        """Return the text in *field*, which may have several lines; empty if there is none."""
        value = self.fields.get(field)
        return value if isinstance(value, str) else ""

    def line(self, field: str) -> str:
        """Return the text in *field* as one line."""
        return " ".join(filter(None, map(str.strip, self.text(field).splitlines())))


class FileKind(NamedTuple):
    """A type of files, and how large they may be.

    Attributes:
        name: what the profile calls the type.
        known: the messages that are read.
        largest: bytes.
        most_messages: of any kind.
        is_whole: what else is in it is told as a loss.
    """

    name: str
    known: KnownFields
    largest: int
    most_messages: int
    is_whole: bool = True


# the longest that a watch declares to take, 50 steps, has about 65,000 bytes in its layout
WORKOUT_FILE: Final = FileKind("workout", FIELDS, 500_000, 20_000)
_TOO_MANY: Final = {
    "workout": gettext_noop("has more than {most} messages, which no workout has"),
    "activity": gettext_noop("has more than {most} messages, which no activity has"),
}
_TOO_LARGE: Final = {
    "workout": gettext_noop("larger than {most} kB, which no workout is"),
    "activity": gettext_noop("larger than {most} kB, which no activity is"),
}


def in_thousands(number: int) -> str:
    """Return a large number as people write it."""
    return f"{number:,}".replace(",", pgettext("between the thousands of a number", ","))


def problem(message: str, offset: int | None = None) -> DocumentError:
    """Return an error about the file, at a byte of it where that is known."""
    if offset is not None:
        message = gettext("byte {number}: {told}", number=offset, told=message)
    return DocumentError([Problem(message=message)])


def read_messages(data: bytes, context: ImportContext, kind: FileKind = WORKOUT_FILE) -> list[FitMessage]:
    """Return the messages of a file that are known in its kind, in the order of the file.

    What else is in a workout is told as one loss; a checksum that does not fit is a warning, because
    all records were found whole.

    Raises:
        DocumentError: it is no FIT file, one of another type, or cut or damaged; says the byte.
    """
    body = _whole(data, context)
    messages: list[FitMessage] = []
    told: dict[str, None] = {}
    for frame in _frames(body, kind):
        message = _message(frame, kind.known, told)
        if message is None:
            continue
        if message.name == "file_id":
            _check_type(message, kind)
            if any(each.name == "file_id" for each in messages):
                continue
        messages.append(message)
    if told and kind.is_whole:
        kind_of_loss = pgettext_noop("what a format lacks", "messages and fields")
        context.lose("", kind_of_loss, gettext("{names} left out", names=_listed(told)))
    _check_sums(body, context)
    return messages


def _listed(told: Collection[str]) -> str:
    few = list(told)[:_MOST_LISTED]
    names = ", ".join(few)
    if len(told) == len(few):
        return names
    return gettext("{names} and {n} more", names=names, n=len(told) - len(few))


def _whole(data: bytes, context: ImportContext) -> bytes:
    """Return the first FIT file in *data*, with its header and its checksum."""
    if data[MARK_AT : MARK_AT + len(MARK)] != MARK or len(data) < HEADER.size:
        raise problem(gettext("is no FIT file (byte 8 begins with '.FIT' in each)"))
    header, _, _, size, _ = HEADER.unpack_from(data)
    if header not in (HEADER.size, HEADER.size + 2):
        raise problem(gettext("the header has {count} bytes (12 or 14)", count=header), 0)
    end = header + size + 2
    if len(data) < end:
        told = gettext("the file ends here, and its header says that it has {count} bytes", count=end)
        raise problem(told, len(data))
    if len(data) > end:
        told = gettext("{count} bytes from byte {start} on are left out", count=len(data) - end, start=end)
        context.lose("", pgettext_noop("what a format lacks", "rest of the file"), told)
    return data[:end]


def _frames(body: bytes, kind: FileKind) -> Iterator[Any]:
    """Yield the data messages that fitdecode finds in a whole file.

    Raises:
        DocumentError: there are too many, or one is damaged.
    """
    from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitReader
    from fitdecode.exceptions import FitError

    found = 0
    reader = FitReader(body, processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE)
    try:
        for frame in reader:
            found += 1
            if found > kind.most_messages:
                raise problem(gettext(_TOO_MANY[kind.name], most=in_thousands(kind.most_messages)))
            if isinstance(frame, FitDataMessage):
                yield frame
            if found == _BEGINNING and len(body) > kind.largest:
                raise problem(gettext(_TOO_LARGE[kind.name], most=kind.largest // 1000))
    except FitError as error:
        said = str(error).partition(": ")[2] or str(error)
        told = gettext("is damaged: {why}", why=said)
        raise problem(told, getattr(error, "offset", None)) from None
    except _TRUSTING as error:
        # the place is not public, and none of these errors has it
        told = gettext("is damaged: a record makes no sense")
        raise problem(told, reader._chunk_offset) from error  # noqa: SLF001
    finally:
        reader.close()


def _check_type(file_id: FitMessage, kind: FileKind) -> None:
    number = file_id.number("type")
    if number is None or number == FILE_TYPE[kind.name]:
        return
    name = _FILE_TYPES.get(number, "")
    wanted = repr(kind.name)
    if name:
        found = repr(name.replace("_", " "))
        raise problem(
            gettext("is a FIT file of the type {found}, and not {wanted}", found=found, wanted=wanted)
        )
    raise problem(
        gettext("is a FIT file of the unknown type {number}, and not {wanted}", number=number, wanted=wanted)
    )


def _message(frame: Any, of: KnownFields, told: dict[str, None]) -> FitMessage | None:
    """Return what the profile knows of a message; of the rest, add to *told* what says anything."""
    number = frame.def_mesg.global_mesg_num
    if number not in of:
        if frame.name not in _HOUSEKEEPING:
            told[gettext("message {name}", name=_called(frame.name))] = None
        return None
    name, known = of[number]
    fields: Fields = {}
    for field in frame.fields:
        definition = field.field_def
        if definition is None:
            continue
        if definition.is_dev:
            told[gettext("fields of another program")] = None
        elif definition.def_num in known:
            called, form = known[definition.def_num]
            value = _text(field.raw_value, definition.size) if form == "s" else _number(field, frame)
            if value is not None:
                fields[called] = value
        elif name != "file_creator" and _says_something(field.raw_value):
            told[gettext("field {name} of {message}", name=_called(field.name), message=name)] = None
    return FitMessage(name, fields)


def _called(name: str) -> str:
    number = name.removeprefix("unknown_")
    return name if number == name else gettext("number {number}", number=number)


def _says_something(value: object) -> bool:
    return any(value) if isinstance(value, tuple) else bool(value)


def _number(field: Any, frame: Any) -> int | None:
    """Return the number in a field, also where it has another size than the profile gives it."""
    value = field.raw_value
    if isinstance(value, tuple):
        if field.field_def.base_type.name != "byte":
            value = next((each for each in value if each is not None), None)
        else:
            value = int.from_bytes(bytes(value), "little" if frame.def_mesg.endian == "<" else "big")
    if isinstance(value, float):
        return round(value) if isfinite(value) else None
    return value if isinstance(value, int) else None


def _text(value: object, size: int) -> str | None:
    """Return a text without control characters; of a field of *size* bytes that it fills, whole letters.

    A watch cuts texts to the size of its fields, without a zero at the end, and in the middle of a letter.
    """
    if not isinstance(value, str):
        return None
    whole = value.rstrip("\ufffd")
    if whole != value and len(whole.encode()) + len(value) - len(whole) + 2 >= size:
        value = whole
    clean = _CONTROL.sub("", _BREAK.sub("\n", value)).strip()
    return clean or None


def _check_sums(body: bytes, context: ImportContext) -> None:
    checksum = fastest()
    of_header = int.from_bytes(body[HEADER.size : body[0]], "little")
    if of_header and of_header != checksum(body[: HEADER.size]):
        context.warn(gettext("the checksum of the header does not fit it (is the file damaged?)"))
    if int.from_bytes(body[-2:], "little") != checksum(body[:-2]):
        context.warn(
            gettext("the checksum does not fit the file: numbers in it may be wrong (copy it again)")
        )
