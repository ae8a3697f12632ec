"""Whole lines of gyms: a load for each set, supersets of two, Tabata, EMOM → lines of the notation."""

from __future__ import annotations

import re
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.patterns import lazy_pattern
from workout_core.units import NUMBER, SPAN, read_time

TIMES: Final = r"\s*[x\u00d7*]\s*"
HEAVY: Final = rf"(?:{NUMBER}\s*(?:kgs?|lbs?|pounds?)\b|{NUMBER}\s*%(?:\s*(?:of\s+)?1\s?RM)?)"
_LOAD_FIRST: Final = rf"{HEAVY}{TIMES}[0-9]{{1,3}}\+?"
_REPS_FIRST: Final = rf"[0-9]{{1,3}}\+?(?:\s*@\s*|{TIMES}){HEAVY}"
_AND: Final = r"\s*[,;&+/]?\s*"
_LINE_OF_SETS: Final = lazy_pattern(
    r"(?P<name>[^@\"0-9,;:]*(?:[^\W\d_]|\)))[\s:,-]+"
    rf"(?P<sets>{_LOAD_FIRST}(?:{_AND}{_LOAD_FIRST})*|{_REPS_FIRST}(?:{_AND}{_REPS_FIRST})+)"
    r"(?P<rest>\s*(?:[,(\"].*|rest\b.*)?)",
    re.IGNORECASE,
)
_ONE_SET: Final = lazy_pattern(
    rf"(?P<heavy>{HEAVY}){TIMES}(?P<reps>[0-9]+)(?P<more>\+?)"
    rf"|(?P<count>[0-9]+)(?P<most>\+?)(?:\s*@\s*|{TIMES})(?P<load>{HEAVY})",
    re.IGNORECASE,
)
_OR_MORE: Final = lazy_pattern(
    rf"(?P<begin>[^\"]*?)(?P<sets>[0-9]{{1,2}}){TIMES}(?P<reps>[0-9]{{1,3}})\+(?!\w)(?P<rest>[^\"]*)"
)
_LAST_OR_MORE: Final = lazy_pattern(
    rf"(?P<begin>[^\"0-9]*)(?:(?P<sets>[0-9]){TIMES})?(?P<reps>[0-9]{{1,2}}(?:/[0-9]{{1,2}})+)/(?P<last>[0-9]{{1,2}})\+(?P<rest>[^\"]*)"
)
_SUPERSET: Final = lazy_pattern(
    r"(?:superset|SS)\s*:?\s+(?P<first>[^,;:+&]+?)\s*(?:[+&]|\s/\s|\b(?:and|with)\b|\bw/)\s*(?P<second>[^,;:+&]+)"
    r"|(?P<one>[^,;:+&]+?)\s+(?:superset(?:ted)?|SS)\s+(?:with\b|w/)\s*(?P<two>[^,;:+&]+)",
    re.IGNORECASE,
)
_OF_SUPERSET: Final = lazy_pattern(
    rf"(?P<name>[^0-9]*[^\W\d_])\s+(?P<sets>[0-9]{{1,2}}){TIMES}(?P<each>[0-9]{{1,3}}(?:\s*-\s*[0-9]{{1,3}})?)"
    r"(?P<unit>s(?:ecs?)?\b|\s+reps\b)?(?P<rest>(?:[\s/].*)?)",
    re.IGNORECASE,
)
_TABATA: Final = lazy_pattern(
    r"tabata\s*[:-]?\s+(?P<name>[^\W\d_][^0-9:,;@\"(]*?)\s*[:,-]?\s*(?:\(?"
    rf"(?:8{TIMES})?20\s*s?\w*\s*/\s*10\s*s?\w*(?:{TIMES}8)?\)?)?",
    re.IGNORECASE,
)
_MINUTE: Final = r"(?:\s+min(?:ute)?s?)?\s*[:=-]?\s+"
_TURNS: Final = lazy_pattern(
    r"EMOM\s+(?:x\s*)?(?P<minutes>[0-9]{1,2})\s*(?:min(?:ute)?s?)?\s*[:,-]?\s+"
    rf"odd{_MINUTE}(?P<odd>[^;,/]+?)\s*[;,/]\s*even{_MINUTE}(?P<even>[^;,/]+)",
    re.IGNORECASE,
)
_SETS_BY_MINUTE: Final = lazy_pattern(
    rf"(?P<name>[^\W\d_][^0-9@\",;:]*?)\s+(?P<minutes>[0-9]{{1,2}}){TIMES}(?P<reps>[0-9]{{1,3}})\s*,?\s*"
    r"(?:EMOM|every\s+min(?:ute)?)\b(?P<rest>[^\"]*)"
    r"|(?P<exercise>[^\W\d_][^0-9@\",;:]*?)\s+(?P<count>[0-9]{1,3})\s*(?:reps?)?\s*,?\s*"
    r"(?:EMOM|every\s+min(?:ute)?)\s+(?:for|x)\s*(?P<long>[0-9]{1,2})\s*(?:min(?:ute)?s?\b)?(?P<more>[^\"]*)",
    re.IGNORECASE,
)
_EVERY: Final = lazy_pattern(
    rf"every\s+(?P<each>{SPAN})\s+for\s+(?P<all>{SPAN})\s*[:,-]?\s+(?P<rest>.+)", re.IGNORECASE
)


def whole(text: str) -> tuple[str, str]:
    """Return the two ways in which *text* can be meant, mostly the same."""
    for read in (_sets, _last_or_more, _superset, _tabata, _turns, _by_minute, _every):
        if (made := read(text)) is not None:
            return made, made
    return _or_more(text)


def _sets(text: str) -> str | None:
    """Read sets with a load each: ``Squat 60kg x 5, 70kg x 5``, ``Squat 5 @ 65%, 5+ @ 75%``."""
    found = _LINE_OF_SETS.fullmatch(text)
    if not found:
        return None
    sets = [
        (each["reps"] or each["count"], each["heavy"] or each["load"], each["more"] or each["most"])
        for each in _ONE_SET.finditer(found["sets"])
    ]
    counts = [reps if not more else "AMRAP" for reps, _, more in sets]
    amounts = counts[0] if len(counts) == 1 else "/".join(counts)
    loads = "/".join("".join(load.split()) for _, load, _ in sets)
    more = [f"set {number}: {each[0]} or more" for number, each in enumerate(sets, 1) if each[2]]
    cue = f' "{", ".join(more)}"' if more else ""
    if cue and '"' in found["rest"]:
        return None
    return f"{found['name'].rstrip(' -')} {len(sets)}x{amounts} @ {loads}{found['rest'].rstrip()}{cue}"


def _last_or_more(text: str) -> str | None:
    """Read sets that differ, with as many as one can in the last: ``Squat 5/3/1+``."""
    found = _LAST_OR_MORE.fullmatch(text)
    count = found["reps"].count("/") + 2 if found else 0
    if not found or int(found["sets"] or count) != count:
        return None
    cue = f'"last set: {found["last"]} or more"'
    return f"{found['begin']}{count}x{found['reps']}/AMRAP{found['rest'].rstrip()} {cue}"


def _superset(text: str) -> str | None:
    """Read two exercises of as many sets: ``Superset: Curls 3x12 + Dips 3x8``."""
    found = _SUPERSET.fullmatch(text)
    if not found:
        return None
    both = [
        _OF_SUPERSET.fullmatch(each.strip())
        for each in (found["first"] or found["one"], found["second"] or found["two"])
    ]
    if not all(both) or len({each["sets"] for each in both if each}) != 1:
        return None
    lines = (
        f"{each['name'].strip()} {each['each']}{each['unit'] or ' reps'}{each['rest']}"
        for each in both
        if each
    )
    return f"superset {both[0]['sets']}x ({', '.join(lines)})" if both[0] else None


def _tabata(text: str) -> str | None:
    """Read eight times 20 s with 10 s of rest, as I. Tabata had it."""
    found = _TABATA.fullmatch(text)
    return f"8x({found['name']} 20s, rest 10s)" if found else None


def _turns(text: str) -> str | None:
    """Read exercises that take turns from minute to minute."""
    found = _TURNS.fullmatch(text)
    if not found or int(found["minutes"]) % 2:
        return None
    inside = ", ".join(f"every 60s 1x ({found[each].strip()})" for each in ("odd", "even"))
    return f"{int(found['minutes']) // 2}x({inside})"


def _by_minute(text: str) -> str | None:
    """Read sets that begin each minute: ``KB swings 10x10 EMOM``."""
    found = _SETS_BY_MINUTE.fullmatch(text)
    if not found:
        return None
    minutes, name = found["minutes"] or found["long"], found["name"] or found["exercise"]
    reps, rest = found["reps"] or found["count"], found["rest"] or found["more"] or ""
    return f"EMOM {minutes}: {name} {reps} reps{rest}"


def _every(text: str) -> str | None:
    """Read passes by how long they take in all: ``every 2 min for 10 min: …``."""
    found = _EVERY.fullmatch(text)
    if not found:
        return None
    try:
        passes, left = divmod(read_time(found["all"]), read_time(found["each"]))
    except (InvalidWorkout, ZeroDivisionError):
        return None
    return f"every {found['each']} {passes:.0f}x: {found['rest']}" if passes and not left else None


def _or_more(text: str) -> tuple[str, str]:
    """Read ``3x5+``: five or more in the last set, or in each, which is the same where there is one."""
    found = _OR_MORE.fullmatch(text)
    if not found:
        return text, text
    cue = f' "{found["reps"]} or more"'
    begin, rest = found["begin"], found["rest"].rstrip()
    each = f"{begin}{found['sets']}xAMRAP{rest}{cue}"
    if found["sets"] == "1":
        return each, each
    last = f'{begin}{found["sets"]}x{found["reps"]}{rest}, last set AMRAP "last set: {found["reps"]} or more"'
    return last, each
