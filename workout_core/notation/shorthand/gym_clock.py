"""Work against the clock in a line of gyms: EMOM, AMRAP, Tabata, for time, and up to a maximum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.gym_items import Dosed
from workout_core.notation.shorthand.gym_reader import read_items
from workout_core.notation.shorthand.gym_rounds import ROUNDS, TIME, Answers, check_title, inside, often_of
from workout_core.notation.shorthand.gym_spelling import GymSpeller
from workout_core.notation.shorthand.pieces import Ambiguous, NotShorthand
from workout_core.patterns import lazy_pattern

_MINUTES: Final = r"[0-9]{1,3}"
_EMOM: Final = lazy_pattern(
    rf"(?:(?P<m1>{_MINUTES})\s*-?\s*min(?:ute)?s?\s*EMOM|EMOM\s*(?:x|for|of|-)?\s*(?P<m2>{_MINUTES})(?:\s*min(?:ute)?s?|(?![\w]))"
    rf"|every\s+min(?:ute)?(?:\s+on\s+the\s+min(?:ute)?)?\s*(?:for|x)\s*(?P<m3>{_MINUTES})\s*(?:min(?:ute)?s?)?)"
    r"\s*[:,-]*\s*(?:of\s+)?(?P<inner>.+)$",
    re.IGNORECASE,
)
_MINUTE: Final = lazy_pattern(
    r"\b(?:min(?:ute)?\s*[1-9]|odd(?:\s+min(?:ute)?s?)?|even(?:\s+min(?:ute)?s?)?)\s*[:=-]?\s+", re.IGNORECASE
)
_AMRAP: Final = lazy_pattern(
    rf"(?:(?P<m1>{_MINUTES})\s*-?\s*min(?:ute)?s?\s*(?:AMRAP|as\s+many\s+rounds\s+as\s+possible|:?\s*max\s+rounds)"
    rf"|(?:AMRAP|as\s+many\s+rounds\s+as\s+possible)\s*(?:x|for|of|in|-)?\s*(?P<m2>{_MINUTES})(?:\s*min(?:ute)?s?|(?!\w)))"
    r"\s*[:,-]*\s*(?:of\s+)?(?P<inner>.+)$",
    re.IGNORECASE,
)
_TABATA: Final = lazy_pattern(
    r"(?:tabata\s*(?:style)?\s*[:,(-]?\s*(?P<behind>.+?)|(?P<before>.+?)[\s,(-]+tabata(?:\s+style)?)\)?$",
    re.IGNORECASE,
)
_TABATA_TIMES: Final = lazy_pattern(
    r"[(,\s]*(?:8\s*x\s*)?\(?20\s*s\w*\s*(?:on|work)?\s*/\s*10\s*s\w*\s*(?:off|rest)?\)?(?:\s*x\s*8)?[),\s]*",
    re.IGNORECASE,
)
_FOR_TIME: Final = lazy_pattern(
    rf"[\s,(-]*\bfor\s+time\b(?:\s*[,(]?\s*(?:(?P<cap1>{TIME})\s*(?:time\s*)?cap|(?:time\s*)?cap\s*(?:of|:)?\s*(?P<cap2>{TIME}))\)?)?\)?\s*",
    re.IGNORECASE,
)
_LADDER: Final = lazy_pattern(
    r"(?P<reps>[0-9]{1,3}(?:-[0-9]{1,3}){2,})(?:\s*reps?)?(?:\s*of)?\s*:?\s+(?P<inner>[^\W\d_].*)",
    re.IGNORECASE,
)
_WORK_UP: Final = lazy_pattern(
    r"(?P<before>.*?)[\s,:-]*\(?(?P<said>(?:work|build|ramp)(?:ing)?(?:\s+up)?\s+to\s+(?:an?\s+|the\s+|your\s+)?"
    r"(?:(?:heavy|max|top|daily|day's)\s+)*(?:(?P<rm>[0-9]{1,2})\s?-?RM|(?P<word>single|double|triple)|(?:set\s+of\s+)?(?P<reps>[0-9]{1,2})(?:\s*reps?)?))"
    r"(?:\s+(?:of\s+|in\s+(?:the\s+)?)?(?P<behind>[^\W\d_][^\d@]*?))?\)?",
    re.IGNORECASE,
)
_MOST_OF_TABATA: Final = 8
_WORDS: Final = {"single": "1", "double": "2", "triple": "3"}


def work_up(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read a set that one works up to: ``Squat: work up to a 5RM``."""
    found = _WORK_UP.fullmatch(text)
    name = (found["before"] or found["behind"] or "").strip() if found else ""
    if not found or not name or (found["before"].strip() and found["behind"]):
        return None
    item = Dosed(name=name)
    item.each = found["rm"] or found["reps"] or _WORDS[found["word"].casefold()]
    if found["rm"]:
        item.clauses.efforts.append("RPE 10")
    item.clauses.notes.append(" ".join(found["said"].split()))
    return speller.line(item)


def for_time(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read what is done as fast as possible: within a cap, or with a cue that says so."""
    found = _FOR_TIME.search(text)
    if found is None:
        return None
    left = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,:-")
    lines = _ladder(left, speller)
    cap = found["cap1"] or found["cap2"]
    if lines is None:
        head = ROUNDS.match(left)
        if head and (said := often_of(head)):
            check_title(head["title"])
            behind, often = left[head.end() :], said
        else:
            behind, often = left, ""
        lines = inside(behind.strip(" :,-"), often or "1", speller)
        if cap:
            return f"for time {f'{often}x ' if often else ''}cap {cap} ({', '.join(lines)})"
        lines = _told(lines, "for time")
        return f"{often}x({', '.join(lines)})" if often else "; ".join(lines)
    return f"for time cap {cap} ({', '.join(lines)})" if cap else "; ".join(_told(lines, "for time"))


def _told(lines: Sequence[str], what: str) -> list[str]:
    """Return *lines* with a cue for the first."""
    first = lines[0]
    return [f'{first[:-1]}, {what}"' if first.endswith('"') else f'{first} "{what}"', *lines[1:]]


def _ladder(text: str, speller: GymSpeller) -> list[str] | None:
    """Read exercises of which each round has fewer, or more: ``21-15-9 thrusters and pull-ups``."""
    found = _LADDER.fullmatch(text)
    if found is None:
        return None
    names = re.split(r"\s*(?:,|\+|&|/|\band\b)\s*", found["inner"])
    made: list[str] = []
    if len(names) == 1:
        return None
    for reps in found["reps"].split("-"):
        for name in names:
            items = read_items(f"{reps} {name}")
            if len(items) != 1:
                raise NotShorthand
            made.append(speller.line(items[0]))
    return made


def by_steps(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read exercises of which each round has fewer, or more, and no clock: ``21-15-9 squats, dips``."""
    lines = _ladder(text, speller)
    return "; ".join(lines) if lines is not None else None


def tabata(text: str, answers: Answers, speller: GymSpeller) -> str | None:
    """Read eight times 20 s with 10 s of rest, as I. Tabata had it."""
    found = _TABATA.fullmatch(text)
    if found is None:
        return None
    inner = _TABATA_TIMES.sub(" ", found["behind"] or found["before"]).strip(" :,()-")
    names = [each for each in re.split(r"\s*(?:,|\+|&|/|\band\b)\s*", inner) if each]
    if not 0 < len(names) <= _MOST_OF_TABATA or any(character.isdigit() for character in inner):
        raise NotShorthand
    lines = []
    for name in names:
        item = Dosed(name=name)
        item.each = "20s"
        lines.append(speller.line(item))
    if len(lines) == 1:
        return f"8x({lines[0]}, rest 10s)"
    if "turns" not in answers:
        raise Ambiguous("turns", gettext_noop("are these eight times each, or in turns?"), 2)
    if answers["turns"] == 0:
        return "; ".join(f"8x({line}, rest 10s)" for line in lines)
    passes, left = divmod(8, len(lines))
    if left:
        raise NotShorthand
    return f"{passes}x({', '.join(f'{line}, rest 10s' for line in lines)})"


def emom(text: str, answers: Answers, speller: GymSpeller) -> str | None:
    """Read what is begun each minute; of several exercises it is asked whether they take turns."""
    found = _EMOM.fullmatch(text)
    if found is None:
        return None
    minutes = int(found["m1"] or found["m2"] or found["m3"])
    if (turns := _in_turns(found["inner"], minutes, speller)) is not None:
        return turns
    lines = inside(found["inner"], "1", speller)
    if len(lines) == 1 or minutes % len(lines):
        return f"EMOM {minutes} ({', '.join(lines)})"
    if "turns" not in answers:
        raise Ambiguous("turns", gettext_noop("is all of it done in each minute, or in turns?"), 2)
    if answers["turns"] == 0:
        return f"EMOM {minutes} ({', '.join(lines)})"
    return f"{minutes // len(lines)}x({', '.join(f'every 60s 1x ({line})' for line in lines)})"


def _in_turns(text: str, minutes: int, speller: GymSpeller) -> str | None:
    """Read what is said minute by minute: ``min 1: 10 swings, min 2: 10 burpees, min 3: rest``."""
    said = [each.strip(" ,;/:-") for each in _MINUTE.split(text)]
    if len(said) < 3 or said[0]:  # noqa: PLR2004 - nothing before the first, and two
        return None
    if minutes % (len(said) - 1):
        raise NotShorthand
    lines = ["rest 60s" if each.casefold() == "rest" else _in_minute(each, speller) for each in said[1:]]
    return f"{minutes // len(lines)}x({'; '.join(lines)})"


def _in_minute(text: str, speller: GymSpeller) -> str:
    return f"every 60s 1x ({', '.join(inside(text, '1', speller))})"


def amrap(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read as many rounds as possible in some minutes."""
    found = _AMRAP.fullmatch(text)
    if found is None:
        return None
    lines = inside(found["inner"], "1", speller)
    return f"AMRAP {found['m1'] or found['m2']}min ({', '.join(lines)})"
