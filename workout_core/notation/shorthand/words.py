"""What the words of coaches mean, as tables: roles, paces, rests, and what joins two pieces.

Uphill is RPE 8 and a hill sprint RPE 10 where nothing else is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.notation.pace_words import PACE_WORDS


class Does(Enum):
    """What a phrase does."""

    ROLE = "role"
    TARGET = "target"
    RACE = "race"
    STROKE = "stroke"
    AT = "at"
    IN = "in"
    REST = "rest follows"
    THEN = "then"
    ON = "on"
    SEND_OFF = "leave on"
    BACK = "back"
    FULL = "full"
    EQUAL = "equal"
    HALF = "half"
    REPS = "between reps"
    SETS = "between sets"
    LAST = "last"
    FIRST = "first"
    AS = "as"
    ALL = "all"
    RAMP = "ramp"
    WITHIN = "within"
    UNDER = "under"
    HEART = "heart rate"
    EFFORT = "effort"
    OF = "of"
    SHARE = "share of"
    UNIT = "unit"
    PACE = "pace"
    HEADING = "heading"
    FILLER = "filler"


class Meaning(NamedTuple):
    """What a phrase does, and with which word of the notation."""

    does: Does
    word: str = ""


def _all(does: Does, word: str, phrases: str) -> Mapping[str, Meaning]:
    return {phrase.strip(): Meaning(does, word) for phrase in phrases.split("|")}


FEET: Final = ("recover", "jog", "walk", "rest")

MEANINGS: Final[Mapping[str, Meaning]] = MappingProxyType(
    {
        **_all(
            Does.ROLE,
            "warmup",
            "wu|w/u|w.u|w.u.|warmup|warm up|warming up|easy warm up|easy warmup|warm up easy|warm up jog"
            "|warmup jog|easy jog warm up|jog warm up|jog warmup|warm up run|wup|w/up|warm up set",
        ),
        **_all(
            Does.ROLE,
            "cooldown",
            "cd|c/d|c.d|c.d.|cooldown|cool down|cooling down|warm down|warmdown|w/d|wd|easy cool down"
            "|easy cooldown|cool down easy|cool down jog|cooldown jog|jog cool down|jog cooldown"
            "|easy jog cool down|cool down run|cdown|c/down|w/down|cool down set|warm down set",
        ),
        **_all(
            Does.ROLE,
            "easy",
            "easy|easy run|easy running|easy pace|easy effort|recovery run|long run|long slow run"
            "|long easy run"
            "|lsd|aerobic|aerobic run|easy aerobic|spin|easy spin|spin easy|easy spinning"
            "|spinning|easy ride"
            "|endurance ride|long ride|easy swim|swim easy|run easy|ride easy|easy long run|easy miles"
            "|shakeout|shakeout run|very easy|nice and easy|easy bike|relaxed|long|slow|slowly"
            "|slow run|slow running|endurance|endurance run|base run|foundation run|general aerobic"
            "|aerobic endurance",
        ),
        **_all(
            Does.ROLE,
            "jog",
            "jog|jogs|jogging|easy jog|slow jog|jog easy|jog recovery|recovery jog"
            "|jogging recovery|jog rest"
            "|jogrest|jog recov|jog rec|jg|walk/jog|jog/walk|walk jog|jog walk|walk or jog|jog or walk"
            "|light jog|float|floats|float recovery|jogged recovery|recover jog|easy jog recovery",
        ),
        **_all(
            Does.ROLE, "walk", "walk|walking|walk recovery|walking recovery|recovery walk|walk rest|easy walk"
        ),
        **_all(
            Does.ROLE,
            "recover",
            "recovery|recover|recoveries|rec|recov|off|easy recovery|active recovery"
            "|recovery easy|active rest",
        ),
        **_all(
            Does.ROLE,
            "rest",
            "rest|rests|standing rest|standing recovery|stand|standing|static rest"
            "|static recovery|complete rest"
            "|passive rest|passive recovery|rest interval|pause|break|rest standing|rests standing",
        ),
        **_all(
            Does.ROLE, "steady", "steady|steady run|steady state|steady running|steady pace|steady effort"
        ),
        **_all(Does.ROLE, "strides", "strides|stride|striders|strider|stride outs|pickups|pick ups|st|sts"),
        **_all(Does.ROLE, "drill", "drills|drill"),
        **_all(Does.ROLE, "progression", "progression|progression run|progressive|progressive run"),
        **_all(Does.ROLE, "work", "run|running|ride|bike|swim|interval run"),
        **_all(Does.ON, "", "on"),
        **_all(
            Does.SEND_OFF,
            "",
            "so|send off|sendoff|send off of|on a send off of|with a send off of|leave on|leaving on"
            "|leave every|leaving every|leave at|leaving at|going on|go on|interval of|on an interval of"
            "|start every|starting every",
        ),
        **{word: Meaning(Does.TARGET, target) for word, target in PACE_WORDS.items() if word != "r"},
        **_all(
            Does.TARGET, "threshold", "tempo|tempo run|threshold|threshold run|threshold running|at tempo"
        ),
        **_all(Does.TARGET, "marathon", "marathon"),
        **_all(Does.TARGET, "interval", "interval"),
        **_all(Does.TARGET, "repetition", "repetition"),
        **_all(Does.TARGET, "goal pace", "goal pace"),
        **_all(Does.TARGET, "RPE 9", "hard run|strong|quick|very hard|fast"),
        **_all(Does.TARGET, "RPE 6", "moderately|mod|medium"),
        **_all(
            Does.TARGET,
            "RPE 10",
            "max|maximal|maximum|full gas"
            "|sprint|sprints|full sprint|all out sprint|hill sprint|hill sprints"
            "|uphill sprint|uphill sprints",
        ),
        **_all(
            Does.TARGET,
            "RPE 8",
            "uphill|up hill|hill|hills|hill rep|hill reps|hill repeat|hill repeats|uphill reps"
            "|uphill repeats",
        ),
        **_all(Does.RACE, "", "race|time trial|tt|parkrun|race effort"),
        **_all(Does.STROKE, "freestyle", "free|freestyle|fr|front crawl|crawl|fc"),
        **_all(Does.STROKE, "backstroke", "back|backstroke|bk"),
        **_all(Does.STROKE, "breaststroke", "breast|breaststroke|br"),
        **_all(Does.STROKE, "butterfly", "fly|butterfly"),
        **_all(Does.STROKE, "medley", "im|medley"),
        **_all(Does.STROKE, "mixed", "choice|mixed"),
        **_all(
            Does.STROKE,
            "with kickboard",
            "kick|with kickboard|kick with board|kick w/ board|kick with kickboard|kick w/ kickboard"
            "|with board|w/ board|and board|kickboard",
        ),
        **_all(
            Does.STROKE,
            "with pull buoy",
            "pull|with pull buoy|pull with buoy|pull w/ buoy|with buoy|w/ buoy|w/ pull buoy|pull buoy"
            "|buoy|and buoy|and pull buoy",
        ),
        **_all(Does.STROKE, "with fins", "with fins|w/ fins|and fins|fins"),
        **_all(Does.STROKE, "with paddles", "with paddles|w/ paddles|and paddles|paddles"),
        **_all(Does.STROKE, "with snorkel", "with snorkel|w/ snorkel|and snorkel|snorkel"),
        **_all(Does.TARGET, "CSS", "css|css pace|critical swim speed"),
        **_all(Does.AT, "", "at|at about|around"),
        **_all(Does.IN, "", "in|inside"),
        **_all(Does.REST, "", "w/|with|with a|taking|separated by|r|ri"),
        **_all(
            Does.WITHIN,
            "",
            "incl|including|include|includes|inc|containing|within which|including a|of which|in which",
        ),
        **_all(
            Does.THEN,
            "",
            "then|and then|followed by|and|plus|finish with|finishing with|into|straight into"
            "|to finish|finally|after that",
        ),
        **_all(
            Does.BACK,
            "",
            "back|back down|down|back recovery|down recovery|back down recovery|back rest|back to start"
            "|downhill|down hill|down the hill|back down the hill|back for recovery|back as recovery",
        ),
        **_all(Does.FULL, "", "full recovery|full rest|full recoveries|complete recovery|full"),
        **_all(
            Does.EQUAL,
            "",
            "equal rest|equal recovery|equal time|equal time rest|equal time recovery|same rest"
            "|same recovery|equal"
            "|equal jog|equal distance|equal distance jog|equal recoveries|equal rests|same time"
            "|same distance"
            "|equal time jog|same distance jog|equal jog recovery",
        ),
        **_all(
            Does.HALF,
            "",
            "half the time|half time|half the distance|half distance|half rest|half the time rest|half"
            "|half the time recovery|half the time jog|half the distance jog|half distance jog"
            "|half recovery",
        ),
        **_all(
            Does.REPS,
            "",
            "between|between reps|between each|between each rep|between repeats|between intervals"
            "|between them"
            "|in between|between the reps|after each|after each rep|b/w|between efforts|btw|btwn"
            "|in between reps"
            "|between repetitions|between all|between each one|between runs|between strides",
        ),
        **_all(
            Does.SETS,
            "",
            "between sets|between each set|between the sets|after each set|b/w sets|btw sets|between series"
            "|set rest|set rests|set break|set breaks|after every set|sr",
        ),
        **_all(
            Does.LAST,
            "",
            "last|the last|with the last|w/ last|w/ the last|final|the final|with final|with last"
            "|with the final|finish the last|finishing",
        ),
        **_all(
            Does.LAST,
            "1",
            "last one|last rep|last repeat|last interval|final rep|final one|the last one|with last one"
            "|the last rep|with the last one|with the last rep|w/ last one|w/ last rep|and the last one"
            "|last repetition|the final one|the final rep|last one is|last one at",
        ),
        **_all(
            Does.RAMP,
            "",
            "ramp|ramping|ramp up|ramp down|build|building|from|ramp from|ramping from|ramp up from"
            "|build from|building from|progressing from|progressive from|progression from|rising from"
            "|increasing from"
            "|progress from|progressive run from|progression run from",
        ),
        **_all(
            Does.UNDER,
            "",
            "under|below|sub|less than|no more than|not over|not above|no higher than|capped at|cap|cap at"
            "|cap of|max of|hr max of",
        ),
        **_all(Does.FIRST, "1", "first one|first rep|the first one|the first rep"),
        **_all(
            Does.ALL,
            "",
            "all|all of them|everything|every rep|all reps|all of it|all these|all done|all intervals"
            "|all sets",
        ),
        **_all(Does.FIRST, "", "first|the first|with the first|with first"),
        **_all(Does.AS, "", "as|broken as|done as"),
        **_all(Does.HEART, "", "hr|heart rate|pulse"),
        **_all(Does.UNIT, "bpm", "bpm|beats"),
        **_all(Does.UNIT, "W", "w|watts|watt"),
        **_all(Does.UNIT, "rpm", "rpm"),
        **_all(Does.UNIT, "spm", "spm"),
        **_all(Does.UNIT, "km/h", "km/h|kph|kmh"),
        **_all(Does.UNIT, "mph", "mph"),
        **_all(Does.SHARE, "HRmax", "hrmax|max hr|maxhr|mhr|hr max|max heart rate|maximum heart rate|hrm"),
        **_all(Does.SHARE, "LTHR", "lthr|lactate threshold heart rate|threshold hr|threshold heart rate"),
        **_all(Does.SHARE, "HRR", "hrr|heart rate reserve"),
        **_all(Does.SHARE, "FTP", "ftp|cp|of ftp"),
        **_all(Does.EFFORT, "", "rpe|effort"),
        **_all(Does.PACE, "", "pace|race pace|speed|effort level|pace effort|goal pace effort"),
        **_all(
            Does.HEADING,
            "",
            "main set|main|ms|session|workout|main session|main part|intervals|fartlek|pyramid|ladder"
            "|pre set|pre main|preset|mile repeats|mile reps|k repeats|track|track session|track workout"
            "|speed session|speed work|speedwork|speed|strength|speed endurance|yassos|quality|key session"
            "|hill session|track intervals|tempo intervals|cruise intervals|long intervals"
            "|short intervals|main workout"
            "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun",
        ),
        **_all(
            Does.FILLER,
            "",
            "of|the|a|for|total|each|an|at the end|at end|in total|keep|keeping|keep it|stay|staying",
        ),
    }
)
LONGEST_PHRASE: Final = max(len(phrase.split()) for phrase in MEANINGS)
