"""How much, how heavy, how hard, rests, tempos, sides and joins of lines of gyms, as one pattern."""

from __future__ import annotations

import re
from typing import Final

from workout_core.notation.remarks import HEIGHT
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, NUMBER, SPAN

_N: Final = r"[0-9]{1,4}"
_RANGE: Final = rf"{_N}(?:\s*(?:-|to)\s*{_N})?"
_ONE_TIME: Final = rf"(?:(?:{SPAN})(?!\w)|{CLOCK})"
_TIME: Final = rf"(?:{NUMBER}\s*(?:-|to)\s*)?{_ONE_TIME}"
_LENGTH: Final = rf"(?:{NUMBER}\s*-\s*)?{NUMBER}\s*(?:km|k|miles?|mi|yards?|yds?|met(?:re|er)s?|m)(?!\w)"
_LIMB: Final = r"(?:sides?|legs?|arms?|foot|feet|hands?|ways?|directions?|hips?|ankles?|limbs?|knees?)"
_SIDE: Final = (
    rf"(?:on\s+)?(?:per|each|ea\.?|both|either|every|a)\s+{_LIMB}(?!\w)"
    r"|/\s?(?:side|leg|arm|foot|hand|way)(?!\w)|e/?[slw](?!\w)|(?:l\s*[/&+]\s*r|r\s*[/&+]\s*l)"
    r"|left\s*(?:and|&|/|\+)\s*right|(?:of\s+)?each|ea\.?(?=\s|$)"
)
_EACH: Final = (
    r"as\s+many\s+(?:reps\s+)?as\s+(?:possible|you\s+can)(?!\s+(?:in|for)(?!\w))|AMRAP"
    r"|max(?:imum)?(?:\s+(?:reps?|effort|hold|time))?(?!\s+height)|(?:to\s+)?failure"
    rf"|{_TIME}|{_LENGTH}|{_RANGE}\s*(?:reps?|repetitions?|breaths?)"
    rf"|{_RANGE}\s*steps?(?!\s*-?\s*(?:ups?|downs?)(?!\w))|{_N}\s*(?:k?cals?|calories)"
)
_LIST: Final = (
    rf"{_N}(?:\s*/\s*{_N}){{1,20}}\s*(?:reps?|s|secs?)?(?!\w|\s*(?:kg|lb|%))"
    rf"|{_N}(?:\s*,\s*{_N}){{1,20}}(?:\s*reps?)?(?=\s*(?:$|[@;(]))"
)
_MASS: Final = r"(?:kgs?|kilos?|lbs?|pounds?|#)"
_THING: Final = (
    r"(?:\s*(?:KB|DB|BB|kettlebell|dumbbell|barbell|plate|bar|sandbag|vest|(?:med(?:icine)?\s+)?ball)s?(?!\w))?"
    r"(?:\s*(?:(?:in\s+)?(?:each|per|both)\s+hands?|each|per\s+(?:arm|side)|/\s*hand))?"
)
_HEAVY: Final = rf"(?:{NUMBER}\s*-\s*)?{NUMBER}\s*(?:{_MASS}|%)(?!\w)"
_LISTED: Final = (
    rf"{NUMBER}(?:\s*(?:{_MASS}|%))?"
    rf"(?:(?:\s*/\s*|\s*,\s+){NUMBER}(?:\s*(?:{_MASS}|%))?){{1,20}}(?<=[g%bs])(?!\w)"
)
_OF_ONE: Final = r"(?:\s*(?:of\s+)?(?:1\s?RM|one[- ]rep[- ]max|max)(?!\w))?"
_RM: Final = (
    rf"(?:(?P<of_tm>{NUMBER})\s*%\s*(?:of\s+)?(?:your\s+)?(?:TM|training\s+max)"
    rf"|(?P<share>{NUMBER})\s*%\s*(?:of\s+)?(?:your\s+|an?\s+)?(?P<rm>[2-9]|1[0-9]|20)\s?-?RM"
    r"|(?P<rm2>[1-9]|1[0-9]|20)\s?-?RM)(?!\w)"
)
COLOURS: Final = (
    *("yellow", "red", "green", "blue", "black", "silver", "gold", "purple", "orange", "grey", "gray"),
    *("light", "medium", "heavy", "thin", "thick", "mini", "loop", "long", "resistance", "pink"),
)
_BAND: Final = rf"(?P<band>(?:(?:{'|'.join(COLOURS)})\s+)*)(?:thera-?)?bands?(?!\w)"
_BODY: Final = (
    r"(?P<body>BW|body[\s-]?weight(?:\s+only)?|no\s+weight)"
    r"(?:\s*\+\s*(?P<added>[0-9.]+\s*(?:kg|lb)s?))?(?!\w)"
)
_AT: Final = (
    r"(?:(?:@|at|with|w/|using|holding|carrying|x)\s*(?:about\s+|around\s+|approx\.?\s+|a\s+|an\s+|~\s*)*)?"
)
_BETWEEN: Final = (
    r"(?P<between>\s*(?:in\s*)?(?:b/w|between|btwn?|btw|after|per)(?:\s+(?:the|each|every|all))?"
    r"(?:\s+(?P<what>sets?|rounds?|circuits?|supersets?|exercises?|moves?|stations?|reps?|efforts?|legs?|sides?))?)?"
)
_RESTING: Final = r"(?:rest(?:s|ing)?|recovery|recover|rec|pause|break|off|breather|RI)"
_REST: Final = (
    rf"(?:(?:with|w/|take|taking|then|on)\s*)?(?:a\s+|about\s+)?(?:"
    rf"{_RESTING}\s*(?:period|interval|time)?s?\s*(?:of|for|=|:|is|-)?\s*(?P<time>{_TIME})"
    rf"|(?P<time2>{_TIME})(?:\s*-?\s*{_RESTING}|(?=\s*(?:in\s*)?(?:b/w|between|btwn?|btw)(?!\w)))"
    rf"|r\s*[:=.]\s*(?P<time3>{_TIME})"
    rf"|(?P<on_foot>{_TIME})\s+(?P<foot>walk|jog)(?:ing)?\s+(?:back|recovery|rest)"
    r"|(?P<back>(?:walk|jog)(?:ing)?[\s-]+back)"
    r"(?:\s+(?:to\s+(?:the\s+)?start|down))?(?:\s+(?:recovery|rest|as\s+rest))?"
    r"|(?P<lap>rest\s+as\s+(?:long\s+as\s+)?(?:needed|required|necessary)|(?:full|complete)\s+(?:recovery|rest)"
    r"|rest\s+fully|rest\s+when\s+needed)"
    rf"|(?P<none>no\s+rest|without\s+rest|minimal\s+rest))(?!\w){_BETWEEN}"
)
_TEMPO: Final = (
    r"(?:@\s*)?(?:(?:at\s+)?tempo\s*(?:of|:|=)?\s*"
    r"(?P<t1>[0-9X](?:[-/. ]?[0-9X]){2,3})(?![\w-]|\s*(?:x|kg|reps))"
    r"|(?P<t2>[0-9](?:-[0-9X]){2,3}|[0-9]{3}|[0-9][0-9X]{3})\s+tempo"
    r"|(?P<t3>[0-9](?:-[0-9X]){3}|[0-9]-[0-9]-[0-9X])(?=\s*(?:$|[,;)@/]))"
    r"|(?P<t4>[1-9][0-4][0-6X][0-4]|[1-9][0-4]X[0-4]?)(?=\s*(?:$|[,;)@/-])))"
)
_RESERVED: Final = r"(?:RIR|reps?\s+in\s+(?:reserve|the\s+tank)|in\s+(?:the\s+)?(?:tank|reserve))"
_EFFORT: Final = (
    r"(?:@|at|about)?\s*(?:RPE\s*(?:of|:|=|~)?"
    rf"\s*(?P<rpe>{NUMBER}(?:\s*(?:-|to)\s*{NUMBER})?)(?:\s*/\s*10)?(?![\w%])"
    rf"|(?P<rpe2>{NUMBER}(?:\s*-\s*{NUMBER})?)\s*RPE(?!\w)"
    r"|RIR\s*(?:of|:|=|~)?\s*(?P<rir>[0-9](?:\s*(?:-|to)\s*[0-9])?)(?!\w)"
    r"|(?:leav(?:e|ing)\s+|with\s+|keep(?:ing)?\s+)?"
    rf"(?P<rir2>[0-9](?:\s*(?:-|to)\s*[0-9])?)\s*(?:reps?\s+)?{_RESERVED}(?!\w))"
)
_HOLD: Final = (
    rf"(?:with\s+|w/\s*)?(?:an?\s+)?(?:(?P<held>{_ONE_TIME})\s*-?"
    r"\s*(?:hold|pause|squeeze|eccentrics?|lower(?:ing|s)?|negatives?|down|up|iso)s?"
    rf"|(?:hold|pause|squeeze)(?:ing)?\s+(?:each\s+|for\s+)?(?P<held2>{_ONE_TIME}))(?!\w)"
    r"(?:\s+(?:at|in|on|each)\s+[a-z ]{1,20}(?=\s*(?:$|[,;()@])))?"
)
_LAST: Final = (
    r"(?:with\s+|w/\s*)?(?:the\s+)?last\s+(?:set|one)\s*(?:is\s+|=\s*|:\s*)?(?:as\s+)?(?:an?\s+)?"
    r"(?:(?:AMRAP|max(?:\s+reps)?|to\s+failure)(?!\w)|(?P<or_more>[0-9]{1,2})\s*\+)"
)
_OFTEN: Final = (
    r"(?:(?:once|twice|[0-9](?:-[0-9])?\s*(?:x|times))\s*(?:an?|per|each|every|/)\s*(?:day|week)"
    r"|daily|every\s+(?:other\s+)?day|per\s+day)"
)
_MORE: Final = (
    rf"(?:add(?:ing)?|increas(?:e|ing)|progress(?:ing)?)(?:\s+(?:the|load|weight|by|to|up|reps?|{NUMBER}\s*(?:{_MASS}|%)))+"
    r"(?:\s*(?:each|every|per)\s+(?:week|session|workout|time|set))?"
    rf"|\+\s*{NUMBER}\s*(?:{_MASS}|%)?\s*(?:each|every|per|an?|/)\s*(?:week|session|workout|time|set|wk)"
)
_DROP: Final = (
    r"(?:then\s+)?(?:a\s+|one\s+)?drop[\s-]?sets?(?:\s+(?:to\s+failure|on\s+(?:the\s+)?last(?:\s+set)?))?"
)
_UP: Final = (
    rf"(?:{_OFTEN}|{_MORE}|{_DROP})(?!\w|\s+[a-z])|(?:work|build|ramp)(?:ing)?\s+(?:up\s+)?to\s+(?:an?\s+|about\s+)?"
    rf"(?:{NUMBER}\s*(?:{_MASS}|%)(?:\s*1\s?RM)?|[0-9]{{1,2}}\s?RM)(?!\w)"
)
_SET_WORD: Final = r"(?:sets?|rounds?|rds?|rnds?|times)"
_DOSE: Final = (
    rf"(?P<sets>{_N}(?:\s*(?:-|to)\s*[0-9]{{1,2}})?)\s*(?:x|\*|{_SET_WORD}\s*(?:of|x|,|@|-|/)?)\s*"
    rf"(?P<each>{_LIST}|{_EACH}|{_RANGE}(?P<more>\+)?)"
    rf"(?!(?!x\s?[0-9])[\w.%]|\s*(?:{_MASS}|%|RM)|\s*x\s*[0-9]+(?![0-9.]|\s*(?:{_MASS}|%)))"
)
_TURNED: Final = (
    rf"(?P<each2>{_EACH}|{_RANGE}(?=\s*(?:{_SIDE}|(?:x|\*)\s*[0-9]{{1,2}}\s*{_SET_WORD})))"
    rf"(?:\s*(?P<side2>{_SIDE}))?"
    rf"\s*(?:x|\*|for)\s*(?P<sets2>[0-9]{{1,2}}(?:\s*(?:-|to)\s*[0-9]{{1,2}})?)"
    rf"(?:\s*(?:{_SET_WORD}|times)(?!\w)|(?=\s*(?:$|[,;@()/]|{_SIDE}|rest)))"
)
_WORD: Final = (
    r"90/90|[0-9](?:-|\s)?(?:arm|leg|point|way)(?:ed)?(?!\w)"
    r"|[^\W\d_](?:[\w'&-]|\.(?=\w))*(?:/(?!(?:side|leg|arm|foot|hand|way)(?!\w))[^\W\d_](?:[\w'-])*)*|&"
)
PATTERN: Final = lazy_pattern(
    r"\s*(?:"
    r"(?P<cue>\"[^\"]*\")"
    r"|(?P<letter>(?<!\S)(?P<l1>[A-Ea-e])(?P<l2>[1-9])(?:\s*[.):-]+)?(?=\s)"
    r"|(?<!\S)(?P<l3>[1-9])(?P<l4>[A-Ea-e])(?:\s*[.):-]+|(?=\s)))"
    rf"|(?P<tempo>{_TEMPO})"
    rf"|(?P<effort>{_EFFORT})"
    rf"|(?P<max>{_AT}{_RM})"
    rf"|(?P<up>{_UP})"
    rf"|(?P<load>{_AT}(?:(?:(?P<pieces>[0-9])\s*x\s*)?(?P<heavy>\+?\s*(?:{_LISTED}|{_HEAVY})){_OF_ONE}"
    rf"(?P<thing>{_THING})|{_BODY}|{_BAND}))"
    rf"|(?P<rest>{_REST})"
    rf"|(?P<last>{_LAST})"
    rf"|(?P<hold>{_HOLD})"
    rf"|(?P<turned>{_TURNED})"
    rf"|(?P<dose>{_DOSE})"
    rf"|(?P<side>{_SIDE})(?!\w)"
    rf"|(?P<amount>{_EACH})(?!\w)"
    rf"|(?P<set>(?P<sets3>[0-9]{{1,2}}(?:-[0-9]{{1,2}})?)\s*{_SET_WORD})(?!\w)"
    r"|(?P<times>(?:repeat(?:ed)?\s+(?:x|for)?|x|for)\s*"
    rf"(?P<n>[0-9]{{1,3}}(?:-[0-9]{{1,3}})?)(?:\s*(?:{_SET_WORD}|times))?)(?!\w)"
    r"|(?P<ladder>[0-9]{1,3}(?:-[0-9]{1,3}){2,20})(?:\s*reps)?(?!\w)"
    rf"|(?P<number>{_RANGE})(?![\w.]|-)"
    r"|(?P<join>(?:,|;|\.|\|)?\s*(?:and\s+)?(?:then|followed\s+by|superset(?:ted)?\s+with|ss\s+w/)(?!\w)\s*:?"
    r"|->|=>|(?<!\S)[A-Ea-e]\)(?=\s)|(?<=[/;,|]\s)[B-E]:(?=\s)|[,;+|>]|/|-(?=\s)|(?<=\s)-(?=[0-9])|\.(?=\s|$)|:(?=\s|$)|@)"
    r"|(?P<open>\()|(?P<close>\))"
    rf"|(?P<word>{HEIGHT}|{_WORD})"
    r")\s*",
    re.IGNORECASE,
)
"""An atom, in the group of its kind, and its parts."""
