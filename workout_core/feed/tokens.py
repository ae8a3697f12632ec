"""Who may fetch which calendar of a folder: secrets that are shown once, and kept as their SHA-256."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from attrs import asdict, field, frozen

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.feed.layout import TOKENS, is_hidden, variant_file
from workout_core.files.digest import digest
from workout_core.files.locks import locked
from workout_core.files.replace import replace_file

SECRET_BYTES: Final = 16
"""128 bits, which nobody guesses; written with 32 digits, so that an address stays short."""
_ID_BYTES: Final = 3
_VERSION: Final = 1
_LONGEST_NAME: Final = 80
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_ID: Final = re.compile(r"[0-9a-f]{6,}")


@frozen(kw_only=True)
class FeedToken:
    """One person's, or one program's, right to one calendar.

    Attributes:
        id: what it is called in logs and lists; it says nothing of the secret.
        holder: for whom or what it is.
        sha256: of the secret, in hexadecimal digits.
        calendar: the name of the file, relative to the folder, with slashes.
        options: of the exporter, as they are written; none for the calendar as it is published.
        made: when.
        until: the moment from which on it is worth nothing, if it ends.
    """

    id: str
    holder: str
    sha256: str
    calendar: str
    options: Mapping[str, str] = field(factory=dict)
    made: datetime
    until: datetime | None = None

    @property
    def file(self) -> str:
        """The name of the file that it opens."""
        return variant_file(self.calendar, self.options)

    def is_valid(self, now: datetime) -> bool:
        """Tell whether it opens anything at the moment *now*."""
        return self.until is None or now < self.until


class Wish(NamedTuple):
    """What a token is to be for.

    Attributes:
        holder: for whom or what.
        calendar: the name of the file.
        options: of its exporter.
        until: when it ends.
    """

    holder: str
    calendar: str
    options: Mapping[str, str]
    until: datetime | None


def read_tokens(folder: Path) -> tuple[FeedToken, ...] | None:
    """Return the tokens of *folder*; None if it has no list of them, and is open to everybody.

    Raises:
        InvalidWorkout: the list is not what was written.
        OSError: the disk would not give it.
    """
    file = folder / TOKENS
    try:
        found = json.loads(file.read_text("utf-8"))
        return tuple(_tokens(found))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InvalidWorkout(
            f"{file}: is not a list of tokens (nothing is served until it is; put back what was there)"
        ) from None


def _tokens(found: Any) -> Iterator[FeedToken]:
    if found["format"] != _VERSION:
        raise ValueError(found["format"])
    for said in found["tokens"]:
        given = {**said, "holder": said["for"], "made": _moment(said["made"])}
        del given["for"]
        token = FeedToken(**given | {"until": _moment(said["until"]) if "until" in said else None})
        texts = (token.holder, *token.options, *token.options.values())
        if not all(isinstance(each, str) for each in texts):
            raise TypeError(token.holder)
        if not _SHA256.fullmatch(token.sha256) or not _ID.fullmatch(token.id):
            raise ValueError(token.sha256)
        _check_calendar(token.calendar)
        yield token


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _written(tokens: Iterable[FeedToken]) -> bytes:
    entries = []
    for token in tokens:
        said = asdict(token) | {"options": dict(token.options), "made": token.made.isoformat()}
        said["until"] = token.until.isoformat() if token.until else None
        said["for"] = said.pop("holder")
        entries.append({key: said[key] for key in sorted(said) if said[key]})
    return (json.dumps({"format": _VERSION, "tokens": entries}, indent=1) + "\n").encode()


def add_token(
    folder: Path, wish: Wish, now: datetime, *, in_place: bool = False
) -> tuple[str, FeedToken, bool]:
    """Make a token, and return its secret, what is kept of it, and whether it is the first of *folder*.

    Args:
        folder: whose tokens are served from then on, and nothing else.
        wish: what it is for.
        now: the present.
        in_place: revoke the one that is for the same.

    Raises:
        InvalidWorkout: there is one for the same already, its name is no line of text, or somebody else is
            writing there.
        OSError: the disk would not have it.
    """
    import secrets  # noqa: PLC0415 - only who makes one pays

    _check_holder(wish.holder)
    _check_calendar(wish.calendar)
    with locked(folder):
        before = read_tokens(folder)
        others = tuple(each for each in before or () if each.holder != wish.holder)
        if before is not None and len(others) < len(before) and not in_place:
            raise InvalidWorkout(
                f"{shown(wish.holder)} has a token "
                "(give each its own name, or '--replace' revokes the old one)"
            )
        taken = {each.id for each in before or ()}
        secret = secrets.token_hex(SECRET_BYTES)
        ids = iter(lambda: secrets.token_hex(_ID_BYTES), "")
        token = FeedToken(
            id=next(each for each in ids if each not in taken),
            sha256=digest(secret.encode()),
            made=now.replace(microsecond=0),
            **wish._asdict(),
        )
        replace_file(folder / TOKENS, _written((*others, token)), is_private=True)
    return secret, token, before is None


def revoke_token(folder: Path, who: str) -> FeedToken:
    """Revoke the token that is for *who*, or that has this id, and return what it was.

    The list stays, also without a token: a folder that had one does not become open to everybody.

    Raises:
        InvalidWorkout: there is none, or somebody else is writing there.
        OSError: the disk would not have it.
    """
    with locked(folder):
        before = read_tokens(folder) or ()
        found = next((each for each in before if who in (each.holder, each.id)), None)
        if found is None:
            hint = suggestion(who, [each.holder for each in before])
            raise InvalidWorkout(f"{folder}: {shown(who)} has no token ({hint})")
        replace_file(folder / TOKENS, _written(each for each in before if each is not found), is_private=True)
    return found


def wanted_variants(folder: Path, now: datetime | None = None) -> tuple[Mapping[str, str], ...]:
    """Return the options with which calendars of *folder* are to be made, beside those without any.

    Args:
        folder: which may have no tokens.
        now: the present, if tokens that have ended are not to be asked.

    Raises:
        InvalidWorkout: the list of tokens is not what was written.
        OSError: the disk would not give it.
    """
    tokens = [each for each in read_tokens(folder) or () if now is None or each.is_valid(now)]
    wanted = {tuple(sorted(each.options.items())) for each in tokens if each.options}
    return tuple(dict(each) for each in sorted(wanted))


def _check_holder(holder: str) -> None:
    """Refuse what would not be one line of a list.

    Raises:
        InvalidWorkout: it is empty, too long or not printable.
    """
    if not holder.strip() or not holder.isprintable() or len(holder) > _LONGEST_NAME:
        raise InvalidWorkout(
            f"{shown(holder)} is not a name (a line of at most {_LONGEST_NAME} characters, like 'Ann')"
        )


def _check_calendar(name: str) -> None:
    """Refuse what is not the name of a file in the folder that could be published.

    Raises:
        InvalidWorkout: it leads elsewhere, or is hidden.
    """
    if not name or name.startswith("/") or "\\" in name or "" in name.split("/") or is_hidden(name):
        raise InvalidWorkout(f"{shown(name)} is not a file of the folder (like 'form.ics')")
