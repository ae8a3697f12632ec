"""``workout feed token new``: a secret address, shown once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import click

from workout_core.cli.discovered import for_formats
from workout_core.cli.options import calendar_options, given_options
from workout_core.cli.terminal import echo
from workout_core.errors import InvalidWorkout, listed, shown
from workout_core.feed.addresses import CALENDAR, FOLDER_OF_TOKENS
from workout_core.feed.layout import RECORD
from workout_core.feed.tokens import FeedToken, Wish, add_token
from workout_core.formats.options import fill_options, options_of
from workout_core.model.bounds import plannable
from workout_core.pipeline.clock import clock
from workout_core.units.times import read_days

LONGEST_URL: Final = 255
"""Characters; Google Calendar takes no more, and does not say so."""
_FORMAT: Final = "ics"

EXAMPLES = """\
\b
Examples:
  workout feed token new public --for Ann --url https://example.com/training
  workout feed token new public --for 'work calendar' -O busy=yes --expires 90d
"""


@click.command(help=f"{EXAMPLES}\nMake a secret address; from the first one on, only these are served.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--for", "holder", required=True, metavar="NAME", help="For whom or what it is; one each.")
@click.option(
    "--expires", default="", metavar="DAY", help="Last day, like '2026-12-31', or days from now, like '30d'."
)
@click.option(
    "--only", "calendar", default="", metavar="FILE", help="Calendar that it opens, like 'form.ics'."
)
@click.option(
    "--url", default="", metavar="URL", help="Where the folder is on the web; prints whole addresses."
)
@click.option("--replace", is_flag=True, help="Revoke the address that NAME has.")
@calendar_options
def command(  # noqa: D103 - click passes every option; the help stands above
    folder: Path,
    holder: str,
    expires: str,
    calendar: str,
    url: str,
    options: tuple[str, ...],
    *,
    replace: bool,
) -> None:
    base = _base(url)
    now = clock()
    wish = Wish(holder, _calendar(folder, calendar), _spelt(given_options(options)), _until(expires, now))
    secret, token, is_first = add_token(folder, wish, now, in_place=replace)
    address = f"{base}/{FOLDER_OF_TOKENS}/{secret}{CALENDAR}"
    echo(address)
    _echo_notes(folder, token, address, is_first=is_first, is_whole=bool(base))


def _calendar(folder: Path, given: str) -> str:
    """Return the calendar that is meant: what was *given*, or the only one there is.

    Raises:
        InvalidWorkout: there is no such calendar, there are several, or it belongs to another folder.
    """
    found = sorted(_calendars(folder))
    if not given and len(found) == 1:
        return found[0]
    if not given:
        hint = f"choose one with '--only': {listed(found)}" if found else "publish one: 'workout feed build'"
        raise InvalidWorkout(f"{folder}: has {len(found) or 'no'} calendars ({hint})")
    if given not in found:
        home = folder / Path(given).parent
        if home != folder and (home / RECORD).is_file():
            raise InvalidWorkout(f"{shown(given)} is of another feed (make its token there: {home})")
        raise InvalidWorkout(f"{shown(given)} is not a calendar of {folder} ({listed(found)})")
    return given


def _calendars(folder: Path) -> list[str]:
    """Return the calendars of a folder, and of those in it that are not feeds themselves."""
    inner = [each for each in folder.iterdir() if each.is_dir() and not (each / RECORD).is_file()]
    files = [file for each in (folder, *inner) for file in each.glob(f"*{CALENDAR}")]
    names = [file.relative_to(folder) for file in files]
    return [name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts)]


def _spelt(given: dict[str, str]) -> dict[str, str]:
    """Return options as the format writes them, so that ``busy=true`` and ``busy=yes`` are one.

    Raises:
        InvalidOption: there is no such option, or its value does not fit.
    """
    if not given:
        return {}
    options = for_formats([_FORMAT]).exporter(_FORMAT).options
    fill_options(_FORMAT, options, given)
    known = options_of(options)
    named = {name.replace("_", "-"): text for name, text in given.items()}
    return {name: known[name].measure.write(known[name].value(text)) for name, text in sorted(named.items())}


def _until(text: str, now: datetime) -> datetime | None:
    """Return the moment after the last day *text*, in UTC, or so many days from *now*.

    Raises:
        InvalidWorkout: it is neither, or is over.
    """
    if not text:
        return None
    try:
        day = plannable("--expires", date.fromisoformat(text))
    except InvalidWorkout:
        raise
    except ValueError:
        try:
            until = now.replace(microsecond=0) + timedelta(days=read_days(text))
        except InvalidWorkout:
            raise InvalidWorkout(
                f"--expires {shown(text)}: is not a day (like '2026-12-31' or '30d')"
            ) from None
    else:
        until = datetime.combine(day + timedelta(days=1), time(), UTC)
    if until <= now:
        raise InvalidWorkout(f"--expires {shown(text)}: is over (give a day to come)")
    return until


def _base(url: str) -> str:
    """Return the address of the folder without a slash at its end.

    Raises:
        click.UsageError: it is not one.
    """
    if not url:
        return ""
    try:
        found = urlsplit(url)
        is_base = found.scheme in ("http", "https") and found.hostname and not found.query + found.fragment
    except ValueError:
        is_base = False
    if not is_base or not url.isascii() or not url.isprintable() or " " in url:
        raise click.UsageError(
            f"--url {url!r} is not the address of a folder (like 'https://example.com/training')"
        )
    return url.rstrip("/")


def _echo_notes(folder: Path, token: FeedToken, address: str, *, is_first: bool, is_whole: bool) -> None:
    """Say on stderr what follows from a token."""
    until = f" until {token.until:%Y-%m-%d %H:%M} UTC" if token.until else ""
    notes = [
        f"{token.calendar} for {token.holder}{until}; the address is not shown again",
        f"'workout feed token revoke {folder} {token.id}' ends it",
    ]
    if is_first:
        notes.append(f"from now on 'workout feed serve {folder}' serves nothing without such an address")
    if not (folder / token.file).is_file():
        notes.append(f"'workout feed build' makes the calendar that it opens ({token.file})")
    if is_whole and len(address) > LONGEST_URL:
        notes.append(f"the address has {len(address)} characters, and Google Calendar takes {LONGEST_URL}")
    for note in notes:
        echo(note, err=True)
