"""What the words of coaches mean, as tables: roles, paces, rests, and what joins two pieces.

Uphill is RPE 8 and a hill sprint RPE 10 where nothing else is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.shorthand.joining_words import JOINING
from workout_core.notation.shorthand.kinds import Does, Meaning, all_mean

MEANINGS: Final[Mapping[str, Meaning]] = MappingProxyType(
    {
        **all_mean(
            Does.ROLE,
            "warmup",
            "wu|w/u|w.u|w.u.|warmup|warm up|warming up|easy warm up|easy warmup|warm up easy|warm up jog"
            "|warmup jog|easy jog warm up|jog warm up|jog warmup|warm up run|wup|w/up|warm up set",
        ),
        **all_mean(
            Does.ROLE,
            "cooldown",
            "cd|c/d|c.d|c.d.|cooldown|cool down|cooling down|warm down|warmdown|w/d|wd|easy cool down"
            "|easy cooldown|cool down easy|cool down jog|cooldown jog|jog cool down|jog cooldown"
            "|easy jog cool down|cool down run|cdown|c/down|w/down|cool down set|warm down set",
        ),
        **all_mean(
            Does.ROLE,
            "easy",
            "easy|ez|easy run|easy running|easy pace|easy effort|recovery run|long run|long slow run"
            "|long easy run"
            "|lsd|aerobic|aerobic run|easy aerobic|spin|easy spin|spin easy|easy spinning"
            "|spinning|easy ride"
            "|endurance ride|long ride|easy swim|swim easy|run easy|ride easy|easy long run|easy miles"
            "|shakeout|shakeout run|very easy|nice and easy|easy bike|relaxed|long|slow|slowly"
            "|slow run|slow running|endurance|endurance run|base run|foundation run|general aerobic"
            "|aerobic endurance",
        ),
        **all_mean(
            Does.ROLE,
            "jog",
            "jog|jogs|jogging|easy jog|slow jog|jog easy|jog recovery|recovery jog"
            "|jogging recovery|jog rest"
            "|jogrest|jog recov|jog rec|jg|walk/jog|jog/walk|walk jog|jog walk|walk or jog|jog or walk"
            "|light jog|float|floats|float recovery|jogged recovery|recover jog|easy jog recovery",
        ),
        **all_mean(
            Does.ROLE, "walk", "walk|walking|walk recovery|walking recovery|recovery walk|walk rest|easy walk"
        ),
        **all_mean(
            Does.ROLE,
            "recover",
            "recovery|recover|recoveries|rec|recov|off|easy recovery|active recovery"
            "|recovery easy|active rest",
        ),
        **all_mean(
            Does.ROLE,
            "rest",
            "rest|rests|standing rest|standing recovery|stand|standing|static rest"
            "|static recovery|complete rest"
            "|passive rest|passive recovery|rest interval|pause|break|rest standing|rests standing",
        ),
        **all_mean(
            Does.ROLE, "steady", "steady|steady run|steady state|steady running|steady pace|steady effort"
        ),
        **all_mean(
            Does.ROLE, "strides", "strides|stride|striders|strider|stride outs|pickups|pick ups|st|sts"
        ),
        **all_mean(Does.ROLE, "drill", "drills|drill"),
        **all_mean(Does.ROLE, "progression", "progression|progression run|progressive|progressive run"),
        **all_mean(Does.ROLE, "work", "run|running|ride|bike|swim|interval run"),
        **all_mean(Does.ON, "", "on"),
        **all_mean(
            Does.SEND_OFF,
            "",
            "so|send off|sendoff|send off of|on a send off of|with a send off of|leave on|leaving on"
            "|leave every|leaving every|leave at|leaving at|going on|go on|interval of|on an interval of"
            "|start every|starting every",
        ),
        **{word: Meaning(Does.TARGET, target) for word, target in PACE_WORDS.items() if word != "r"},
        **all_mean(
            Does.TARGET,
            "threshold",
            "tempo|tempo run|comfortably hard|comfortably hard effort|threshold|threshold run"
            "|threshold running|at tempo",
        ),
        **all_mean(Does.TARGET, "marathon", "marathon"),
        **all_mean(Does.TARGET, "interval", "interval"),
        **all_mean(Does.TARGET, "repetition", "repetition"),
        **all_mean(Does.TARGET, "goal pace", "goal pace"),
        **all_mean(Does.TARGET, "RPE 9", "hard run|strong|quick|very hard|fast"),
        **all_mean(Does.TARGET, "RPE 6", "moderately|mod|medium"),
        **all_mean(
            Does.TARGET,
            "RPE 10",
            "max|maximal|maximum|full gas"
            "|sprint|sprints|full sprint|all out sprint|hill sprint|hill sprints"
            "|uphill sprint|uphill sprints",
        ),
        **all_mean(
            Does.TARGET,
            "RPE 8",
            "uphill|up hill|hill|hills|hill rep|hill reps|hill repeat|hill repeats|uphill reps"
            "|uphill repeats",
        ),
        **all_mean(Does.RACE, "", "race|time trial|tt|parkrun|race effort"),
        **all_mean(Does.STROKE, "freestyle", "free|freestyle|fr|front crawl|crawl|fc"),
        **all_mean(Does.STROKE, "backstroke", "back|backstroke|bk"),
        **all_mean(Does.STROKE, "breaststroke", "breast|breaststroke|br"),
        **all_mean(Does.STROKE, "butterfly", "fly|butterfly"),
        **all_mean(Does.STROKE, "medley", "im|medley"),
        **all_mean(Does.STROKE, "mixed", "choice|mixed"),
        **all_mean(
            Does.STROKE,
            "with kickboard",
            "kick|with kickboard|kick with board|kick w/ board|kick with kickboard|kick w/ kickboard"
            "|with board|w/ board|and board|kickboard",
        ),
        **all_mean(
            Does.STROKE,
            "with pull buoy",
            "pull|with pull buoy|pull with buoy|pull w/ buoy|with buoy|w/ buoy|w/ pull buoy|pull buoy"
            "|buoy|and buoy|and pull buoy",
        ),
        **all_mean(Does.STROKE, "with fins", "with fins|w/ fins|and fins|fins"),
        **all_mean(Does.STROKE, "with paddles", "with paddles|w/ paddles|and paddles|paddles"),
        **all_mean(Does.STROKE, "with snorkel", "with snorkel|w/ snorkel|and snorkel|snorkel"),
        **all_mean(Does.TARGET, "CSS", "css|css pace|critical swim speed"),
        **JOINING,
        **all_mean(Does.HEART, "", "hr|heart rate|pulse"),
        **all_mean(Does.UNIT, "bpm", "bpm|beats"),
        **all_mean(Does.UNIT, "W", "w|watts|watt"),
        **all_mean(Does.UNIT, "rpm", "rpm"),
        **all_mean(Does.UNIT, "spm", "spm"),
        **all_mean(Does.UNIT, "km/h", "km/h|kph|kmh"),
        **all_mean(Does.UNIT, "mph", "mph"),
        **all_mean(
            Does.SHARE, "HRmax", "hrmax|max hr|maxhr|mhr|hr max|max heart rate|maximum heart rate|hrm"
        ),
        **all_mean(Does.SHARE, "LTHR", "lthr|lactate threshold heart rate|threshold hr|threshold heart rate"),
        **all_mean(Does.SHARE, "HRR", "hrr|heart rate reserve"),
        **all_mean(Does.SHARE, "FTP", "ftp|cp|of ftp"),
        **all_mean(Does.CADENCE, "", "cadence|cad"),
        **all_mean(Does.EFFORT, "", "rpe|effort"),
        **all_mean(Does.PACE, "power", "power"),
        **all_mean(Does.PACE, "", "pace|race pace|speed|effort level|pace effort|goal pace effort"),
        **all_mean(
            Does.HEADING,
            "",
            "main set|main|ms|session|workout|main session|main part|intervals|fartlek|pyramid|ladder"
            "|pre set|pre main|preset|mile repeats|mile reps|k repeats|track|track session|track workout"
            "|speed session|speed work|speedwork|speed|strength|speed endurance|yassos|quality|key session"
            "|hill session|track intervals|tempo intervals|cruise intervals|long intervals"
            "|short intervals|main workout|efforts|repeats|repetitions|reps|bouts"
            "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thur|thurs"
            "|fri|sat|sun",
        ),
        **all_mean(
            Does.FILLER,
            "",
            "of|the|a|for|total|each|an|in total|keep|keeping|keep it|stay|staying|straight|continuous",
        ),
    }
)
LONGEST_PHRASE: Final = max(len(phrase.split()) for phrase in MEANINGS)
