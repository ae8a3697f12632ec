"""What joins two pieces of a line, says which part one is, or is kept as it is said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from workout_core.notation.shorthand.kinds import Does, Meaning, all_mean

JOINING: Final[Mapping[str, Meaning]] = MappingProxyType(
    {
        **all_mean(Does.AT, "", "at|at about|around|holding|hold|aiming for"),
        **all_mean(Does.IN, "", "in|inside"),
        **all_mean(Does.REST, "", "w/|with|with a|taking|separated by|r|ri|p"),
        **all_mean(
            Does.WITHIN,
            "",
            "incl|including|include|includes|inc|containing|within which|including a|of which|in which",
        ),
        **all_mean(
            Does.THEN,
            "",
            "then|and then|followed by|and|plus|finish with|finishing with|into|straight into"
            "|to finish|finally|after that",
        ),
        **all_mean(
            Does.BACK,
            "",
            "back|back down|down|back recovery|back recoveries|down recovery|back down recovery|back rest"
            "|back to start"
            "|downhill|down hill|down the hill|back down the hill|back for recovery|back as recovery",
        ),
        **all_mean(Does.FULL, "", "full recovery|full rest|full recoveries|complete recovery|full"),
        **all_mean(
            Does.EQUAL,
            "",
            "equal rest|equal recovery|equal time|equal time rest|equal time recovery|same rest"
            "|same recovery|equal"
            "|equal jog|equal distance|equal distance jog|equal recoveries|equal rests|same time"
            "|same distance"
            "|equal time jog|equal time jogs|equal jogs|same distance jog|equal jog recovery",
        ),
        **all_mean(
            Does.HALF,
            "",
            "half the time|half time|half the distance|half distance|half rest|half the time rest|half"
            "|half the time recovery|half the time jog|half the distance jog|half distance jog"
            "|half recovery",
        ),
        **all_mean(
            Does.REPS,
            "",
            "between|between reps|between each|between each rep|between repeats|between intervals"
            "|between them"
            "|in between|between the reps|after each|after each rep|b/w|between efforts|btw|btwn"
            "|in between reps"
            "|between repetitions|between all|between each one|between runs|between strides",
        ),
        **all_mean(
            Does.SETS,
            "",
            "between sets|between each set|between the sets|after each set|b/w sets|btw sets|between series"
            "|set rest|set rests|set break|set breaks|after every set|sr",
        ),
        **all_mean(
            Does.LAST,
            "",
            "last|the last|with the last|w/ last|w/ the last|final|the final|with final|with last"
            "|with the final|finish the last|finishing",
        ),
        **all_mean(
            Does.LAST,
            "1",
            "last one|last rep|last repeat|last interval|final rep|final one|the last one|with last one"
            "|the last rep|with the last one|with the last rep|w/ last one|w/ last rep|and the last one"
            "|last repetition|the final one|the final rep|last one is|last one at",
        ),
        **all_mean(
            Does.RAMP,
            "",
            "ramp|ramping|ramp up|ramp down|build|building|from|ramp from|ramping from|ramp up from"
            "|build from|building from|progressing from|progressive from|progression from|rising from"
            "|increasing from"
            "|progress from|progressive run from|progression run from",
        ),
        **all_mean(
            Does.UNDER,
            "",
            "under|below|sub|less than|no more than|not over|not above|no higher than|capped at|cap|cap at"
            "|cap of|max of|hr max of",
        ),
        **all_mean(Does.FIRST, "1", "first one|first rep|the first one|the first rep"),
        **all_mean(
            Does.ALL,
            "",
            "all|all of them|everything|every rep|all reps|all of it|all these|all done|all intervals"
            "|all sets",
        ),
        **all_mean(Does.FIRST, "", "first|the first|with the first|with first"),
        **all_mean(Does.AS, "", "as|broken as|done as"),
        **all_mean(Does.PLACE, "middle", "in the middle|in middle|middle|the middle"),
        **all_mean(Does.PLACE, "end", "at the end|at end"),
        **all_mean(
            Does.NOTE,
            "",
            "brisk|briskly|descend|descending|desc|neg split|negative split|negative splits|neg splits"
            "|even pace"
            "|even splits|on feel"
            "|by feel|smooth|smoothly|controlled|comfortable|good form|big gear|low cadence|high cadence"
            "|seated|aero"
            "|out of the saddle|on grass|on the track|on track|on treadmill|on the treadmill|treadmill"
            "|on the road"
            "|on trails|on trail|trail|trails|flat|on the flat|hilly|rolling|undulating|open water|sighting"
            "|bilateral"
            "|fast feet|quick feet|strong finish|with good form|best average|best effort|progressively"
            "|relaxed effort",
        ),
    }
)
