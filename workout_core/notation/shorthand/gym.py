"""A line as gyms and physiotherapists type it → the same line in the notation, as far as tables can tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from workout_core.notation.amounts import SIDE
from workout_core.notation.grammar import CUE
from workout_core.notation.remarks import REMARK
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, SPAN, read_time

_TIMES: Final = r"\s*[x\u00d7*]\s*"
_HEAVY: Final = rf"(?:{NUMBER}\s*(?:kgs?|lbs?|pounds?)\b|{NUMBER}\s*%(?:\s*(?:of\s+)?1\s?RM)?)"
_DOSE: Final = (
    rf"[0-9]{{1,2}}(?:{_TIMES}|\s*sets?\s*(?:of|x)\s*)[0-9]{{1,3}}(?:\s*-\s*[0-9]{{1,3}})?"
    rf"(?:\s*(?:reps?|steps?|breaths?|s|secs?|seconds?|min|m)\b)?(?:\s*{SIDE})?"
)
_TIME: Final = rf"(?:{SPAN}|{CLOCK})"
_MINUTES: Final = r"([0-9]{1,3})\s*-?\s*(?:min(?:ute)?s?\b|['\u2032\u2019])"
_THING: Final = r"\s+(?:KB|DB|BB|kettlebell|dumbbell|barbell|plate)s?\b"
_BAND: Final = r"(?:the\s+|an?\s+)?((?:[^\W\d_]+\s+){0,2})(?:thera-?)?band"
_AND: Final = r"\s*[,;&+/]?\s*"
_LOAD_FIRST: Final = rf"{_HEAVY}{_TIMES}[0-9]{{1,3}}\+?"
_REPS_FIRST: Final = rf"[0-9]{{1,3}}\+?(?:\s*@\s*|{_TIMES}){_HEAVY}"
_LINE_OF_SETS: Final = lazy_pattern(
    r"(?P<name>[^@\"0-9,;:]*(?:[^\W\d_]|\)))[\s:,-]+"
    rf"(?P<sets>{_LOAD_FIRST}(?:{_AND}{_LOAD_FIRST})*|{_REPS_FIRST}(?:{_AND}{_REPS_FIRST})*)"
    r"(?P<rest>\s*(?:[,(\"].*|rest\b.*)?)",
    re.IGNORECASE,
)
_ONE_SET: Final = lazy_pattern(
    rf"(?P<heavy>{_HEAVY}){_TIMES}(?P<reps>[0-9]+)(?P<more>\+?)"
    rf"|(?P<count>[0-9]+)(?P<most>\+?)(?:\s*@\s*|{_TIMES})(?P<load>{_HEAVY})",
    re.IGNORECASE,
)
_OR_MORE: Final = lazy_pattern(
    rf"(?P<begin>[^\"]*?)(?P<sets>[0-9]{{1,2}}){_TIMES}(?P<reps>[0-9]{{1,3}})\+(?!\w)(?P<rest>[^\"]*)"
)
_SUPERSET: Final = lazy_pattern(
    r"(?:superset|SS)\s*:?\s+(?P<first>[^,;@:+&]+?)\s*(?:[+&/]|\b(?:and|with)\b|\bw/)\s*(?P<second>[^,;@:+&]+)"
    r"|(?P<one>[^,;@:+&]+?)\s+(?:superset(?:ted)?|SS)\s+(?:with\b|w/)\s*(?P<two>[^,;@:+&]+)",
    re.IGNORECASE,
)
_OF_SUPERSET: Final = lazy_pattern(
    rf"(?P<name>[^0-9]*[^\W\d_])\s+(?P<sets>[0-9]{{1,2}}){_TIMES}(?P<each>[0-9]{{1,3}}(?:\s*-\s*[0-9]{{1,3}})?)"
    r"(?P<unit>s(?:ecs?)?\b|\s+reps\b)?(?P<rest>(?:\s.*)?)",
    re.IGNORECASE,
)
_TABATA: Final = lazy_pattern(
    r"tabata\s*[:-]?\s+(?P<name>[^\W\d_][^0-9:,;@\"(]*?)\s*[:,-]?\s*(?:\(?"
    rf"(?:8{_TIMES})?20\s*s?\w*\s*/\s*10\s*s?\w*(?:{_TIMES}8)?\)?)?",
    re.IGNORECASE,
)
_MINUTE: Final = r"(?:\s+min(?:ute)?s?)?\s*[:=-]?\s+"
_TURNS: Final = lazy_pattern(
    r"EMOM\s+(?:x\s*)?(?P<minutes>[0-9]{1,2})\s*(?:min(?:ute)?s?)?\s*[:,-]?\s+"
    rf"odd{_MINUTE}(?P<odd>[^;,/]+?)\s*[;,/]\s*even{_MINUTE}(?P<even>[^;,/]+)",
    re.IGNORECASE,
)
_SETS_BY_MINUTE: Final = lazy_pattern(
    rf"(?P<name>[^\W\d_][^0-9@\",;:]*?)\s+(?P<minutes>[0-9]{{1,2}}){_TIMES}(?P<reps>[0-9]{{1,3}})\s*,?\s*"
    r"(?:EMOM|every\s+min(?:ute)?)\b(?P<rest>[^\"]*)"
    r"|(?P<exercise>[^\W\d_][^0-9@\",;:]*?)\s+(?P<count>[0-9]{1,3})\s*(?:reps?)?\s*,?\s*"
    r"(?:EMOM|every\s+min(?:ute)?)\s+(?:for|x)\s*(?P<long>[0-9]{1,2})\s*(?:min(?:ute)?s?\b)?(?P<more>[^\"]*)",
    re.IGNORECASE,
)
_PIECES: Final = lazy_pattern(rf"(?P<kept>{CUE}|;)|[^\";]+|\"")
_TIMES_TO_REST: Final = rf"(?:{NUMBER}\s*(?:-|to)\s*)?{_TIME}"
_EACH_TIME: Final = (
    r"\s+(?:in\s+)?(?:between|after)\b(?:\s+(?:the|each|every))?(?:\s+(?:sets?|rounds?)\b|(?=$|,))"
)
_ENDS: Final = r"(?=\s*(?:$|[,@(]))"
_EVERY: Final = lazy_pattern(
    rf"every\s+(?P<each>{SPAN})\s+for\s+(?P<all>{SPAN})\s*[:,-]?\s+(?P<rest>.+)", re.IGNORECASE
)
_SECONDS: Final = lazy_pattern(
    r"(?<=[0-9])\s?(?:''|[\"\u2033\u201d])(?=\s*(?:$|[,;/@)]|(?:hold|each|per|ea|e/s|rest)\b))"
)
_Sub = Callable[[re.Match[str]], str] | str


def _rule(pattern: str, sub: _Sub) -> tuple[re.Pattern[str], _Sub]:
    return lazy_pattern(pattern, re.IGNORECASE), sub


def _letter(found: re.Match[str]) -> str:
    return f"{'ABCDEFGHI'[int(found[1]) - 1]}{'abcde'.index(found[2].casefold()) + 1} "


def _turned(found: re.Match[str]) -> str:
    """Return how much and how often with the sets first: ``8 reps x 4 sets``."""
    each, side, other, sets = found.groups()
    return f"{sets}x{each}{side or other or ''}"


def _set_by_set(found: re.Match[str]) -> str:
    """Return sets with a number each: ``Back squat 5-5-3``, ``10-8-6 thrusters``."""
    name, typed = found["before"] or found["behind"], found["up"] or found["down"]
    reps = typed.split("-")
    return f"{name} {len(reps)}x{'/'.join(reps) if len(set(reps)) > 1 else reps[0]}"


_SPELLINGS: Final[tuple[tuple[re.Pattern[str], _Sub], ...]] = (
    _rule(r"^([A-Z][1-9])\)\s*", r"\1 "),
    _rule(r"^([1-9])([a-e])\s*[.):]?\s+(?=[^\W\d_]{2})", _letter),
    _rule(r"\b([0-9]{1,2})['\u2032\u2019]([0-5][0-9])(?![0-9])", r"\1min\2s"),
    _rule(r"(?<=[0-9])['\u2032\u2019](?!\w)", "min"),
    _rule(r"(?<=[0-9])(?=(?:ea|each|per|e/s)\b)", " "),
    _rule(r"\b(?:per|each)\s+direction\b|\bboth\s+(?:sides|ways|directions)\b", "each way"),
    _rule(r"\bon\s+(?=each\s+(?:side|leg|arm|foot)\b)", ""),
    _rule(r"\bea\.(?=\s|,|$)", "each"),
    _rule(rf"(?<=[a-z])\s+[x\u00d7]\s*(?=(?:[0-9]{{1,3}}\s*reps?|{SPAN})\b)", " "),
    _rule(r"\brest\s+as\s+(?:long\s+as\s+)?(?:needed|required)\b|\bfull\s+(?:recovery|rest)\b", "rest lap"),
    _rule(
        rf"\bleav(?:e|ing)\s+({NUMBER}(?:\s*-\s*{NUMBER})?)\s+(?:reps?\s+)?in\s+(?:the\s+)?(?:tank|reserve)\b",
        r"RIR \1",
    ),
    _rule(r"(?<=[0-9])\s*(?:rds?|rnds?)\b", " rounds"),
    _rule(r"\b(?:b/w|btwn?)(?=\s)", "between"),
    _rule(
        rf"(?<=\s)([0-9]{{1,3}})(?:\s*reps?(\s+{SIDE})?|(\s*{SIDE})){_TIMES}([0-9]{{1,2}})(?:\s*sets?)?{_ENDS}",
        _turned,
    ),
    _rule(rf"(?<=\s)([0-9]{{1,3}})()(){_TIMES}([0-9]{{1,2}})\s*sets?{_ENDS}", _turned),
    _rule(
        rf"(?<=[a-z]\s)((?:{SPAN}))((?:\s*hold)?(?:\s*{SIDE})?)(){_TIMES}([0-9]{{1,2}})(?:\s*sets?)?{_ENDS}",
        _turned,
    ),
    _rule(rf"^([^@\",0-9]+),\s*({REMARK}),\s*({_DOSE})", r"\1 \3, \2"),
    _rule(
        r"^(?P<before>[^\W\d_][^@\",0-9]*?)\s*:?\s+(?P<up>[0-9]{1,3}(?:-[0-9]{1,3}){2,})(?=\s*(?:$|[@,]))"
        r"|^(?P<down>[0-9]{1,3}(?:-[0-9]{1,3}){2,})\s+(?P<behind>(?![^@,\"]*(?:\band\b|[&+]))"
        r"[^\W\d_][^@\",0-9]*?)(?=\s*(?:$|[@,]))",
        _set_by_set,
    ),
    _rule(rf"^([^@\",0-9(]+?)\s*\(({REMARK})\)[\s:-]+({_DOSE})", r"\1 \3, \2"),
    _rule(rf"(?<=[\w%])\s+-\s+(?={_HEAVY}|{_TIME}\s+rest\b|(?:rest|RPE|RIR|tempo|BW)\b)", ", "),
    _rule(rf"({_DOSE}.*?)\s+/\s+(?={_TIME}$)", r"\1, rest "),
    _rule(rf"({_DOSE}.*?)\s+/\s+(?=\S)", r"\1, "),
    _rule(rf"({_DOSE}.*?)\s+/\s+(?=\S)", r"\1, "),
    _rule(r"(?<=,)\s*(?=[0-6X]{4}\s*(?:$|,))", " tempo "),
    _rule(r"\s*,?\s*\(((?:tempo|RPE|RIR)\b[^()]*)\)\s*(?=$|[@,])", r", \1 "),
    _rule(
        r"(\bband.*[0-9].*?)\s*\((yellow|red|green|blue|black|silver|gold|purple|orange|grey|light|medium|heavy)\)",
        r"\1, \2 band",
    ),
    _rule(rf"({NUMBER}(?:\s*-\s*{NUMBER})?)\s*(RIR|RPE)\b(?!\s*[0-9])", r"\2 \1"),
    _rule(rf"({NUMBER}(?:\s*-\s*{NUMBER})?)\s*reps?\s+in\s+(?:reserve|the\s+tank)\b", r"RIR \1"),
    _rule(rf"\bRPE\s*(?:of\s+|:\s*)(?={NUMBER})", "RPE "),
    _rule(rf"({_HEAVY}(?:{_THING})?|\bBW)\s+(?=(?:RPE|RIR)\b)", r"\1, "),
    _rule(rf"({_HEAVY})\s+(?={_TIME}$)", r"\1, "),
    _rule(rf"(\b(?:RPE|RIR)\s*{NUMBER}(?:\s*-\s*{NUMBER})?)\s+(?=(?:rest|tempo)\b)", r"\1, "),
    _rule(rf"({_TIMES}[0-9]{{1,3}})\s*[x\u00d7*]\s*(?={_HEAVY})", r"\1 @ "),
    _rule(
        rf"^([^@\"0-9]*[^\W\d_)])[\s,-]+({_HEAVY}(?:{_THING})?|BW|bodyweight|body\s+weight)\s*[,:]?\s+({_DOSE})",
        r"\1 \3 @ \2",
    ),
    _rule(
        rf"^([^@\"0-9]*?)\s*(?:\(|\b(?:with|w/)\s*|\bw/){_BAND}s?\)?\s*[:-]?\s+({_DOSE})", r"\1 \3 @ \2band"
    ),
    _rule(rf"(?<=\w)\s*,?\s*\({_BAND}s?\)", r", \1band"),
    _rule(rf"\s*,?\s*\(({REMARK})\)\s*(?=rest\b)", r", \1, "),
    _rule(rf"(?<=[0-9a-z])\s*,?\s*\(({REMARK})\)(?=\s*(?:$|[,@]))", r", \1"),
    _rule(
        rf"^({_DOSE})\s+([^\W\d_][^@\",]*?)\s+(?=(?:off|on|from|against|over)\s)({REMARK})(?=\s*(?:$|,))",
        r"\2 \1, \3",
    ),
    _rule(r"\s*\((?:BW|body\s?weight)\)(?=\s*(?:$|,))", ", BW"),
    _rule(r"\bthera-?band", "band"),
    _rule(rf"([0-9]\s*(?:reps?)?){_TIMES}(?=(?:{SPAN})\s+(?:holds?|pause)\b)", r"\1, "),
    _rule(rf"(?<=\brest\b)\s+(?:of|for|=)\s+(?={_TIME})", " "),
    _rule(rf"\b({_TIMES_TO_REST})\s+rest{_EACH_TIME}", r"rest \1"),
    _rule(rf"\brest\s+({_TIMES_TO_REST}){_EACH_TIME}", r"rest \1"),
    _rule(rf"\b({NUMBER}\s*(?:-|to)\s*{_TIME})\s+rest\b", r"rest \1"),
    _rule(rf"((?:{SPAN}))\s*on\s*[/,]?\s*((?:{SPAN}))\s*off\b", r"\1, rest \2"),
    _rule(rf"^{_MINUTES}\s*(AMRAP|EMOM)\s*[:,-]?\s+", r"\2 \1: "),
    _rule(r"^E([0-9]{1,2})MOM\s*x\s*([0-9]{1,2})\s*(?:rounds|sets)?\s*(?=:)", r"every \1min \2x"),
    _rule(r"^EMOM\s*(?:x|for)\s*(?=[0-9])", "EMOM "),
    _rule(rf"^AMRAP\s+in\s+{_MINUTES}", r"AMRAP \1"),
    _rule(rf"^(every\s+{_TIME})\s*x\s*([0-9]{{1,2}})\s*:", r"\1 \2x:"),
    _rule(r"^(superset|circuit)\s*x\s*([0-9]{1,2})(?![0-9])", r"\1 \2x"),
    _rule(
        r"^(superset|circuit)\s*[:,-]?\s*([0-9]{1,2})\s*(?:rounds|times|sets)(?:\s+of)?\s*:?\s+", r"\1 \2x: "
    ),
    _rule(r"^([0-9]{1,2})\s*(?:x|rounds?)?\s+(superset|circuit)\s*(?:of\b|:)\s*", r"\2 \1x: "),
)
"""What is read as the notation has it, in this order."""


def readings(line: str) -> tuple[str, ...]:
    """Return *line* in the notation, in each way that it can be meant; nothing where there is none other."""
    made = [_both(found) for found in _PIECES.finditer(_SECONDS.sub("s", line))]
    lines = ("".join(each[way] for each in made) for way in (0, 1))
    return tuple(dict.fromkeys(each for each in lines if each != line))


def _both(found: re.Match[str]) -> tuple[str, str]:
    """Return what a piece between cues and semicolons can mean, with the spaces around it."""
    text = found[0].strip()
    if found["kept"] or not text:
        return found[0], found[0]
    begin, _, end = found[0].partition(text)
    first, second = _spelled(text)
    return f"{begin}{first}{end}", f"{begin}{second}{end}"


def _spelled(text: str) -> tuple[str, str]:
    for pattern, sub in _SPELLINGS:
        text = pattern.sub(sub, text)
    for whole in (_sets, _superset, _tabata, _turns, _by_minute, _every):
        if (made := whole(text)) is not None:
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
    passes = read_time(found["all"]) / read_time(found["each"])
    return (
        f"every {found['each']} {int(passes)}x: {found['rest']}"
        if passes >= 1 and passes == int(passes)
        else None
    )


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
