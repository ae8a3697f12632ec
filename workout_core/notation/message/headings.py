"""Which lines are the heading of a workout, and which name a part of one."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from workout_core.patterns import lazy_pattern

_DAY: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)s?(?:['\u2019]s)?\.?(?!\w)"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NTH: Final = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE: Final = (
    rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}[./-][0-9]{{1,2}}(?:[./-](?:[0-9]{{4}}|[0-9]{{2}})?)?|"
    rf"(?:the\s+)?{_NTH}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_NTH}|[0-9]{{1,2}}(?:st|nd|rd|th))(?!\w)"
)
_PART_OF_DAY: Final = r"(?:a\.?m\.?|p\.?m\.?|morning|lunch(?:time)?|afternoon|evening|night)(?!\w)"
_TIME: Final = r"(?:at\s+)?[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m|h|o['\u2019]clock)(?!\w)"
_WHERE: Final = r"(?:@|at)\s+(?:the\s+)?[^\W\d_][^:0-9@]{0,40}?(?=\s*:)"
_WHEN: Final = (
    rf"(?:,?\s*(?:{_DATE}|{_PART_OF_DAY}|{_TIME}|{_WHERE})|\s*\((?:{_DATE}|{_PART_OF_DAY}|{_TIME})\))*"
)
_DAYS: Final = rf"{_DAY}(?:\s*(?:[/&+,]|or|and|to|-|\u2013)\s*{_DAY})*"
_NUMBERED: Final = (
    r"(?:(?:key\s+)?session|workout|day|week|training(?:\s+session)?|wk)\s*(?:[0-9]{1,2}|[A-H])(?!\w)"
    r"(?:,?\s*(?:day|session)\s*[0-9]{1,2}(?!\w))?"
)
_STRONG: Final = lazy_pattern(
    rf"(?P<label>(?:{_DAYS}|{_NUMBERED}|(?=[0-9a-z]+[\s./-]){_DATE}){_WHEN})"
    r"(?P<part>\s*(?::|[-\u2013\u2014=|>](?=\s|$)|\.(?=\s|$))|\s*$|(?=\s))\s*",
    re.IGNORECASE,
)
_HALF_DAY: Final = lazy_pattern(
    rf"(?P<label>{_PART_OF_DAY})\s*(?::|[-\u2013\u2014](?=\s)|$)\s*", re.IGNORECASE
)
_HALVES: Final = lazy_pattern(
    rf"(?:^|[,;|/+.]\s*|\s(?:and\s)?)(?P<label>{_PART_OF_DAY})\s*(?:[:\u2013\u2014-]\s*|(?<=[m.]\s)(?=[0-9]))",
    re.IGNORECASE,
)
_ITEM: Final = lazy_pattern(r"[0-9]{1,2}[.)]\s+(?=\S)")
_REST: Final = lazy_pattern(
    r"(?:complete\s+|full\s+)?(?:rest(?:\s+day)?|day\s+off|off|free|nothing|none|[-\u2013\u2014])[\s.!]*",
    re.IGNORECASE,
)
_PART: Final = lazy_pattern(
    r"(?P<warmup>warm(?:ing)?[\s-]?up|wu|w/u)|(?P<cooldown>(?:cool(?:ing)?|warm)[\s-]?down|cd|c/d)|"
    r"(?P<main>main(?:\s+(?:set|part|session))?|ms|drills|strides|(?:the\s+)?(?:session|workout))",
    re.IGNORECASE,
)
_CLOSED: Final = lazy_pattern(r"[.,!?;]['\")\u2019\u201d]*$")
_GREETING: Final = lazy_pattern(
    r"(?:hi|hello|hey|dear|good\s+(?:morning|evening|afternoon|luck)|morning|thanks|thank\s+you|cheers|regards|"
    r"(?:kind|best|warm)\s+(?:regards|wishes)|best|all\s+the\s+best|see\s+you|yours|have\s+fun|enjoy|bye|x+)(?!\w)",
    re.IGNORECASE,
)
MOST_WORDS: Final = 8
"""Of a heading that nothing but its place makes one."""


class Headed(NamedTuple):
    """The beginning of a line that names what follows.

    Attributes:
        label: the day, or the number of the session.
        rest: what follows in the line.
        is_parted: whether a colon or a dash, or nothing, stands between them.
    """

    label: str
    rest: str
    is_parted: bool


def day_of(words: str) -> Headed | None:
    """Read a weekday, with a date and a time or without, or ``Session 2``, at the start of a line."""
    found = _STRONG.match(words)
    if not found:
        return None
    return Headed(found["label"].strip(" .,"), words[found.end() :].strip(), bool(found["part"].strip()))


def half_day_of(words: str) -> Headed | None:
    """Read ``AM:`` or ``Evening:`` at the start of a line."""
    found = _HALF_DAY.match(words)
    return Headed(found["label"].strip(), words[found.end() :].strip(), is_parted=True) if found else None


def half_days_in(words: str) -> list[Headed]:
    """Return the halves of a day that are in one line: ``AM: 40min easy, PM: 6x400``; none if it is one."""
    found = list(_HALVES.finditer(words))
    if len(found) < 2 or found[0].start():  # noqa: PLR2004 - halves
        return []
    ends = [*(each.start() for each in found[1:]), len(words)]
    return [
        Headed(each["label"].strip(), words[each.end() : end].strip(" ,;/+|"), is_parted=True)
        for each, end in zip(found, ends, strict=True)
    ]


def is_day_off(words: str) -> bool:
    """Tell whether *words* behind a day say that there is no workout."""
    return _REST.fullmatch(words) is not None


def part_of(words: str) -> str:
    """Return ``warmup``, ``main`` or ``cooldown`` if *words* are only the name of a part of a workout."""
    found = _PART.fullmatch(words.rstrip(" :."))
    return (found.lastgroup or "") if found else ""


def item_title(words: str) -> str:
    """Return what stands behind the number of a list: ``Hills`` of ``1) Hills``."""
    found = _ITEM.match(words)
    return words[found.end() :] if found else ""


def is_greeting(words: str) -> bool:
    """Tell whether *words* begin as letters do."""
    return _GREETING.match(words) is not None


def title_of(words: str) -> str:
    """Return what stands before a colon and steps, if it could be the title of a workout."""
    title, colon, rest = words.partition(":")
    is_titled = bool(colon) and rest[:1].isspace() and bool(rest.strip()) and not part_of(title)
    return title.strip() if is_titled and is_plain_title(title) else ""


def is_colon_title(words: str) -> bool:
    """Tell whether *words* are few, and a colon ends them."""
    return words.endswith(":") and len(words.split()) <= MOST_WORDS and not _GREETING.match(words)


def is_plain_title(words: str) -> bool:
    """Tell whether *words* could be a title above steps: few, no figures, no sentence, no greeting."""
    return (
        len(words.split()) <= MOST_WORDS
        and not any(map(str.isdigit, words))
        and not _CLOSED.search(words)
        and not _GREETING.match(words)
        and any(map(str.isalpha, words))
    )
