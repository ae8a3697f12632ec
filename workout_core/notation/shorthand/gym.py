"""A line as gyms and physiotherapists type it → the same line in the notation, as far as tables can tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from workout_core.notation.amounts import SIDE
from workout_core.notation.grammar import CUE
from workout_core.notation.remarks import REMARK
from workout_core.notation.shorthand.gym_lines import HEAVY, TIMES, whole
from workout_core.notation.shorthand.neighbours import is_rest_of_sets
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, SPAN

_DOSE: Final = (
    rf"[0-9]{{1,2}}(?:{TIMES}|\s*sets?\s*(?:of|x)\s*)[0-9]{{1,3}}(?:\s*-\s*[0-9]{{1,3}})?"
    rf"(?:\s*(?:reps?|steps?|breaths?|s|secs?|seconds?|min|m)\b)?(?:\s*{SIDE})?"
)
_TIME: Final = rf"(?:{SPAN}|{CLOCK})"
_MINUTES: Final = r"([0-9]{1,3})\s*-?\s*(?:min(?:ute)?s?\b|['\u2032\u2019])"
_THING: Final = r"\s+(?:KB|DB|BB|kettlebell|dumbbell|barbell|plate)s?\b"
_BAND: Final = r"(?:the\s+|an?\s+)?((?:[^\W\d_]+\s+){0,2})(?:thera-?)?band"
_PIECES: Final = lazy_pattern(rf"(?P<kept>{CUE}|;)|[^\";]+|\"")
_HOW_LONG: Final = rf"(?:{NUMBER}\s*(?:-|to)\s*)?{_TIME}"
_EACH_TIME: Final = (
    r"\s+(?:in\s+)?(?:between|after)\b(?:\s+(?:the|each|every))?(?:\s+(?:sets?|rounds?)\b|(?=$|,))"
)
_ENDS: Final = r"(?=\s*(?:$|[,@(]))"
_SECONDS: Final = lazy_pattern(
    r"(?<=[0-9])\s?(?:''|[\"\u2033\u201d])(?=\s*(?:$|[,;/@)]|(?:hold|each|per|ea|e/s|rest)\b))"
)
_BANDS: Final = (
    *("yellow", "red", "green", "blue", "black", "silver", "gold", "purple", "orange", "grey"),
    *("light", "medium", "heavy"),
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


def _band(found: re.Match[str]) -> str:
    """Return a colour or a strength in brackets as that of the band that stands before it."""
    return f", {found[1]} band" if "band" in found.string[: found.start()].casefold() else found[0]


_SPELLINGS: Final[tuple[tuple[re.Pattern[str], _Sub], ...]] = (
    _rule(r"^([A-Z][1-9])\)\s*", r"\1 "),
    _rule(r"^([1-9])([a-e])\s*[.):]?\s+(?=[^\W\d_]{2})", _letter),
    _rule(r"\b([0-9]{1,2})['\u2032\u2019]([0-5][0-9])(?![0-9])", r"\1min\2s"),
    _rule(r"(?<=[0-9])['\u2032\u2019](?!\w)", "min"),
    _rule(r"(?<=[0-9])(?=(?:ea|each|per|e/s)\b)", " "),
    _rule(r"\b(?:per|each)\s+direction\b|\bboth\s+(?:sides|ways|directions)\b", "each way"),
    _rule(r"\bon\s+(?=each\s+(?:side|leg|arm|foot)\b)", ""),
    _rule(r"^([^@\",0-9]+?)\s+warm[- ]?up(?:\s+sets?)?\s*:?\s+(?=[0-9])", r"warmup \1 "),
    _rule(rf"(?<=,)\s*R\s*[:=]\s*(?={_TIME})", " rest "),
    _rule(rf"\bholding\s+(?=(?:[0-9]{TIMES})?{HEAVY})", "@ "),
    _rule(r"(?<=[a-z:]\s)([0-9]{1,2})\s*rounds\s+(?:of|x)\s+(?=[0-9])", r"\1x"),
    _rule(r"(?<=[a-z:]\s)([0-9]{1,2})\s*sets\s*[,/]\s*(?=[0-9]{1,3}(?:\s*-\s*[0-9]{1,3})?\s*reps\b)", r"\1x"),
    _rule(r"^([0-9]{1,2})\s*RFT\b", r"\1 rounds for time"),
    _rule(
        rf"^(superset|circuit)\s*[:,-]?\s*([0-9]{{1,2}})\s*(?:rounds|x)\s*,\s*({_TIME}\s+rest|rest\s+{_TIME})\s*:\s*(.+)$",
        r"\1 \2x, \3 (\4)",
    ),
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
        rf"(?<=\s)([0-9]{{1,3}})(?:\s*reps?(\s+{SIDE})?|(\s*{SIDE})){TIMES}([0-9]{{1,2}})(?:\s*sets?)?{_ENDS}",
        _turned,
    ),
    _rule(rf"(?<=\s)([0-9]{{1,3}})()(){TIMES}([0-9]{{1,2}})\s*sets?{_ENDS}", _turned),
    _rule(
        rf"(?<=[a-z]\s)((?:{SPAN}))((?:\s*hold)?(?:\s*{SIDE})?)(){TIMES}([0-9]{{1,2}})(?:\s*sets?)?{_ENDS}",
        _turned,
    ),
    _rule(rf"^([^@\",0-9]+),\s*({REMARK}),\s*({_DOSE})", r"\1 \3, \2"),
    _rule(
        r"^(?!.*\b(?:ladder|pyramid)s?\b)(?:(?P<before>[^\W\d_][^@\",0-9]*?)\s*:?\s+(?<!tempo )"
        r"(?P<up>[0-9]{1,2}(?:-[0-9]{1,2}){2,})(?=\s*(?:$|[@,]))"
        r"|(?P<down>[0-9]{1,2}(?:-[0-9]{1,2}){2,})\s+(?P<behind>(?![^@,\"]*(?:\band\b|[&+]))"
        r"[^\W\d_][^@\",0-9]*?)(?=\s*(?:$|[@,])))",
        _set_by_set,
    ),
    _rule(rf"^([^@\",0-9(]+?)\s*\(({REMARK})\)[\s:-]+({_DOSE})", r"\1 \3, \2"),
    _rule(rf"(?<=[\w%])\s+-\s+(?={HEAVY}|{_TIME}\s+rest\b|(?:rest|RPE|RIR|tempo|BW)\b)", ", "),
    _rule(rf"({_DOSE}.*?)\s+/\s+(?={_TIME}$)", r"\1, rest "),
    _rule(rf"({_DOSE}.*?)\s+/\s+(?=[0-9@]|(?:rest|tempo|RPE|RIR|BW)\b)", r"\1, "),
    _rule(rf"({_DOSE}.*?)\s+/\s+(?=[0-9@]|(?:rest|tempo|RPE|RIR|BW)\b)", r"\1, "),
    _rule(r"(?<=,)\s*(?=[0-6X]{4}\s*(?:$|,))", " tempo "),
    _rule(r"\s*,?\s*\(((?:tempo|RPE|RIR)\b[^()]*)\)\s*(?=$|[@,])", r", \1 "),
    _rule(rf"(?<=\w)\s*\(({'|'.join(_BANDS)})\)", _band),
    _rule(
        rf"^([^@\"0-9]*(?:[^\W\d_]|\)))[\s,-]+({HEAVY}(?:{_THING})?|BW|bodyweight|body\s+weight)\s*[,:]?\s+({_DOSE})",
        r"\1 \3 @ \2",
    ),
    _rule(rf"({NUMBER}(?:\s*-\s*{NUMBER})?)\s*(RIR|RPE)\b(?!\s*[0-9])", r"\2 \1"),
    _rule(rf"({NUMBER}(?:\s*-\s*{NUMBER})?)\s*reps?\s+in\s+(?:reserve|the\s+tank)\b", r"RIR \1"),
    _rule(rf"\bRPE\s*(?:of\s+|:\s*)(?={NUMBER})", "RPE "),
    _rule(rf"({HEAVY}(?:{_THING})?|\bBW)\s+(?=(?:RPE|RIR)\b)", r"\1, "),
    _rule(rf"({HEAVY})\s+(?={_TIME}$)", r"\1, "),
    _rule(rf"(\b(?:RPE|RIR)\s*{NUMBER}(?:\s*-\s*{NUMBER})?)\s+(?=(?:rest|tempo)\b)", r"\1, "),
    _rule(rf"({TIMES}[0-9]{{1,3}})\s*[x\u00d7*]\s*(?={HEAVY})", r"\1 @ "),
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
    _rule(rf"([0-9]\s*(?:reps?)?){TIMES}(?=(?:{SPAN})\s+(?:holds?|pause)\b)", r"\1, "),
    _rule(rf"(?<=\brest\b)\s+(?:of|for|=)\s+(?={_TIME})", " "),
    _rule(rf"(?<=,)\s*({_HOW_LONG}){_EACH_TIME}", r" rest \1"),
    _rule(
        rf"^([0-9]{{1,2}})\s*(?:rounds|x)\s*,\s*({_TIME}\s+rest|rest\s+{_TIME})\s*:\s*(.+)$", r"\1x, \2 (\3)"
    ),
    _rule(rf"\b({_HOW_LONG})\s+rest{_EACH_TIME}", r"rest \1"),
    _rule(rf"\brest\s+({_HOW_LONG}){_EACH_TIME}", r"rest \1"),
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
    if is_rest_of_sets(line):
        return ()  # of which exercise is not said
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
    return whole(text)
