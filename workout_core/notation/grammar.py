"""The grammar of the notation: its rules, and its words and forms as tables with an example each.

::

    steps     = { statement (newline | ";" | ",") }
    statement = repeat | exercise | step
    repeat    = header { "," clause } ( "(" steps ")" | indented steps | step )
    header    = count "x" | "repeat until" until | ( "superset" | "circuit" ) count "x" | "AMRAP" time
              | "EMOM" MINUTES | "every" time count "x" | "for time" [ count "x" ] "cap" time
    count     = COUNT [ "-" COUNT ]
    clause    = rest | "skip last rest"
    exercise  = [ LETTER | name ":" ] [ role ] ( words | '"' text '"' ) amount [ "@" load or targets ]
                { "," ( rest | "tempo" TEMPO | "skip last rest" ) } [ cue ]
    amount    = [ COUNT "x" ] ( REPS | duration ) [ "/side" ]
    rest      = ( "rest" | "walk" | "jog" ) ( duration | "back" )
    step      = [ name ":" ] { role | duration | stroke | "with" equipment | in } [ "@" targets ] [ cue ]
    in        = "in" time [ "-" time ] [ "~" tolerance ]
    name      = words | '"' text '"'
    targets   = target [ "ramp" ] [ "~" tolerance ] [ "," target ]
    cue       = '"' text '"'

A comma separates steps, unless what follows it can only belong to what stands before it: a second target,
and in lines of exercises a rest, a load, a tempo. A name is an exercise if the book knows it, if it stands in
quotes, or if it has sets, repetitions or sides; lines lettered A1 and A2 are a superset. ``#`` begins a
comment. Words may be written in either case. A role may stand in the place of a name, unless it is quoted.
A pace's name is put in single quotes as a second target, and where it would be taken for a slip of a known
one (``'intervals'``). Roles, durations and targets are the rows below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final, Generic, NamedTuple, TypeVar

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.duration import (
    Calories,
    Counted,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.sport import Equipment, Stroke
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Intensity
from workout_core.notation import beside_paces, bounds
from workout_core.notation.beside_paces import LENGTH, PACE_NAME
from workout_core.notation.pace_words import known_pace
from workout_core.patterns import lazy_pattern
from workout_core.units import (
    CLOCK,
    HOURS_MINUTES,
    NAMED_DISTANCES,
    NUMBER,
    PACE_LENGTHS,
    SPAN,
    read_clock,
    read_distance,
    read_time,
    share,
    speed_in,
)

ROLES: Final = MappingProxyType(
    {
        "warmup": Intensity.WARMUP,
        "warm-up": Intensity.WARMUP,
        "warm up": Intensity.WARMUP,
        "wu": Intensity.WARMUP,
        "w/u": Intensity.WARMUP,
        "cooldown": Intensity.COOLDOWN,
        "cool-down": Intensity.COOLDOWN,
        "cool down": Intensity.COOLDOWN,
        "cd": Intensity.COOLDOWN,
        "c/d": Intensity.COOLDOWN,
        "work": Intensity.WORK,
        "run": Intensity.WORK,
        "walk": Intensity.WALK,
        "jog": Intensity.RECOVERY,
        "recover": Intensity.RECOVERY,
        "recovery": Intensity.RECOVERY,
        "rest": Intensity.REST,
        "easy": Intensity.EASY,
        "steady": Intensity.STEADY,
        "strides": Intensity.STRIDES,
        "drill": Intensity.DRILL,
    }
)
ROLE_WORDS: Final = MappingProxyType(
    {intensity: intensity.value for intensity in Intensity}
    | {Intensity.WORK: "", Intensity.RECOVERY: "recover"}
)
STROKES: Final = MappingProxyType(
    {
        "freestyle": Stroke.FREESTYLE,
        "backstroke": Stroke.BACKSTROKE,
        "breaststroke": Stroke.BREASTSTROKE,
        "butterfly": Stroke.BUTTERFLY,
        "drill stroke": Stroke.DRILL,
        "mixed": Stroke.MIXED,
        "medley": Stroke.MEDLEY,
    }
)
EQUIPMENT: Final = MappingProxyType({item.value.replace("_", " "): item for item in Equipment})
ZONE_WORDS: Final = MappingProxyType(
    {
        "hr": Quantity.HEART_RATE,
        "heart rate": Quantity.HEART_RATE,
        "pace": Quantity.SPEED,
        "power": Quantity.POWER,
    }
)
SHARE_WORDS: Final = MappingProxyType(
    {
        "lthr": Reference.THRESHOLD_HEART_RATE,
        "hrmax": Reference.MAX_HEART_RATE,
        "maxhr": Reference.MAX_HEART_RATE,
        "hrr": Reference.HEART_RATE_RESERVE,
        "ftp": Reference.FTP,
        "cp": Reference.FTP,
        "threshold": Reference.THRESHOLD_PACE,
    }
)
UNIT_WORDS: Final = MappingProxyType(
    {
        "bpm": Quantity.HEART_RATE,
        "w": Quantity.POWER,
        "watts": Quantity.POWER,
        "spm": Quantity.CADENCE,
        "rpm": Quantity.CADENCE,
    }
)
CUE: Final = r'"((?:[^"\\\n]|\\.)*)"'
COUNT: Final = lazy_pattern(
    r"(?P<times>[0-9]{1,9})(?:(?:[-\u2013\u2014]|\s+to\s+)(?P<most>[0-9]{1,9}))?"
    r"\s*(?:[x\u00d7](?![^\W\d_])|\*|(?:times|rounds?|sets?)\b(?:\s+of\b)?)",
    re.IGNORECASE,
)
IN: Final = lazy_pattern(
    rf"in\s+{beside_paces.REP_TIMES}(?P<by>\s*[~\u00b1]\s*[0-9.]+\s*(?:s|%)?)?", re.IGNORECASE | re.ASCII
)
"""The time that the distance of a step takes."""
REPEAT_UNTIL: Final = lazy_pattern(r"repeat\s+until\b", re.IGNORECASE)
SKIP_LAST_REST: Final = lazy_pattern(r"skip\s+last\s+rest", re.IGNORECASE)
LABEL: Final = lazy_pattern(rf"(?:{CUE}\s*|([^\W\d_][^:\"@(),;#~\n]*)):(?=\s|$)")


Read = TypeVar("Read")


class Form(NamedTuple, Generic[Read]):
    """One way to write a duration or a target: an *example*, a *pattern*, and what a match means."""

    example: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Read]


def _form(example: str, pattern: str, read: Callable[[re.Match[str]], Read]) -> Form[Read]:
    return Form(example, lazy_pattern(pattern, re.IGNORECASE | re.ASCII), read)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of *words*, the longest first, which are looked up by what was found."""
    # Without (?a:…) an 'i' in any case is also a dotless or a dotted one, whose word is in no table.
    return f"(?a:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def _until(found: re.Match[str]) -> Duration:
    below, above = (HeartRateBelow, HeartRateAbove) if found["hr"] else (PowerBelow, PowerAbove)
    return (below if found["sign"] == "<" else above)(int(found["limit"]))


def _reps(found: re.Match[str]) -> Duration:
    if not found[2]:
        return MaxReps()
    return Reps(int(found[2]), int(found[1]) if found[1] else None, Counted(f"{found[3].casefold()}s"))


def _range(found: re.Match[str], unit: Callable[[str], float]) -> tuple[float, float]:
    first = unit(found["a"])
    return first, unit(found["b"]) if found["b"] else first


def _between(
    quantity: Quantity, ends: tuple[float, float], found: re.Match[str], of: Reference | None = None
) -> Target:
    if found["ramp"]:
        if not found["b"]:
            raise InvalidWorkout(gettext("a ramp needs two ends (like '50-75% FTP ramp')"))
        return Target(quantity, Ramp(*ends, of))
    return Target(quantity, Range(min(ends), max(ends), of))


def _pace(found: re.Match[str]) -> Target:
    unit = "".join(found["per"].casefold().split())
    length = PACE_LENGTHS["mi" if unit == "mile" else unit]
    return _between(Quantity.SPEED, _range(found, lambda text: length / _some_seconds(text)), found)


def _some_seconds(clock: str) -> float:
    seconds = read_clock(clock)
    if seconds == 0:
        raise InvalidWorkout(gettext("nobody runs at {clock}", clock=repr(clock)))
    return seconds


def _speed(found: re.Match[str]) -> Target:
    unit = found["unit"].casefold()
    return _between(Quantity.SPEED, _range(found, lambda text: speed_in(float(text), unit)), found)


def _measured(found: re.Match[str]) -> Target:
    return _between(UNIT_WORDS[found["unit"].casefold()], _range(found, _number), found)


def _shares(found: re.Match[str]) -> Target:
    of = SHARE_WORDS["".join(found["of"].casefold().split())]
    return _between(of.quantity, _range(found, share), found, of)


def _effort(found: re.Match[str]) -> Target:
    return _between(Quantity.EFFORT, _range(found, _number), found)


def _zone(found: re.Match[str]) -> Target:
    return Target(ZONE_WORDS[" ".join(found["of"].casefold().split())], Zone(int(found["zone"])))


def _named(found: re.Match[str]) -> Target:
    return Target(Quantity.SPEED, Named(found["name"]))


def _named_or_known(found: re.Match[str]) -> Target:
    """Return the pace of a name without quotes, which may be what coaches call one of ours."""
    if known := known_pace(found["name"]):
        read = ((form.pattern.fullmatch(known), form) for form in TARGETS)
        return next(form.read(match) for match, form in read if match)
    return _named(found)


def _number(text: str) -> float:
    number = float(text)
    return int(number) if number.is_integer() else number


def _from_to(piece: str) -> str:
    return rf"(?P<a>{piece})(?:\s*[-\u2013\u2014]\s*(?P<b>{piece}))?"


_RAMP = r"(?P<ramp>\s+ramp)?"
_PER = r"(?P<per>km|mile|mi|100\s?m|100\s?yd|500\s?m)"
_OF = r"(?P<of>LTHR|HR\s?max|max\s?HR|HRR|FTP|CP|threshold)"
UNTIL_LIMIT: Final = r"(?:(?P<hr>HR)|power)\s*(?P<sign>[<>])\s*(?P<limit>[0-9]{1,5})(?:\s*(?(hr)bpm|W)\b)?"

_MAX_REPS = r"max(?:imum)?\s+reps?|AMRAP|as\s+many\s+(?:reps\s+)?as\s+possible|to\s+failure"

DURATIONS: Final[tuple[Form[Duration], ...]] = (
    _form("15min", SPAN, lambda found: Time(read_time(found[0]))),
    _form("1h10", HOURS_MINUTES, lambda found: Time(read_time(found[0]))),
    _form("1:10:00", CLOCK, lambda found: Time(read_clock(found[0]))),
    _form("800m", LENGTH, lambda found: Distance(read_distance(found[0]))),
    _form("half marathon", any_of(NAMED_DISTANCES), lambda found: Distance(read_distance(found[0]))),
    _form("lap", r"lap(?:\s+button)?", lambda _: LapButton()),
    _form(
        "12 reps",
        rf"(?:([0-9]{{1,9}})\s*[-\u2013]\s*)?([0-9]{{1,9}})\s*(rep|step|breath)s?|{_MAX_REPS}",
        _reps,
    ),
    _form("200kcal", r"([0-9]{1,9})\s*kcal", lambda found: Calories(int(found[1]))),
    _form("until HR < 120", rf"until\s+{UNTIL_LIMIT}", _until),
)
TARGETS: Final[tuple[Form[Target], ...]] = (
    _form("4:10-4:20/km", rf"{_from_to(CLOCK)}\s*(?:min\s*)?/\s*{_PER}{_RAMP}", _pace),
    _form("12-13km/h", rf"{_from_to(NUMBER)}\s*(?P<unit>km/h|mph|m/s){_RAMP}", _speed),
    _form("150-160bpm", rf"{_from_to(NUMBER)}\s*(?P<unit>bpm|watts|w|spm|rpm){_RAMP}", _measured),
    _form("85-90% LTHR", rf"{_from_to(NUMBER)}\s*%\s*{_OF}{_RAMP}", _shares),
    _form("<140bpm", bounds.UNDER, lambda found: bounds.read_under(found, UNIT_WORDS, SHARE_WORDS)),
    _form("Z2 HR", r"(?:Z|zone\s)\s*(?P<zone>[0-9]{1,3})\s+(?P<of>HR|heart\s+rate|pace|power)", _zone),
    _form("RPE 7", rf"RPE\s*{_from_to(NUMBER)}(?:\s*/\s*10)?{_RAMP}", _effort),
    _form("72s/400m", beside_paces.REP_TIME, beside_paces.rep_time),
    Form("'shuffle'", lazy_pattern(rf"'(?P<name>{PACE_NAME})'", re.IGNORECASE), _named),
    Form("95% 10km pace", lazy_pattern(beside_paces.SHARE, re.IGNORECASE), beside_paces.share_of_pace),
    Form("10km pace + 20s/km", lazy_pattern(beside_paces.OFFSET, re.IGNORECASE), beside_paces.offset_pace),
    Form(
        "10km pace", lazy_pattern(rf"(?!Z[0-9]|RPE\b)(?P<name>{PACE_NAME})", re.IGNORECASE), _named_or_known
    ),
)
