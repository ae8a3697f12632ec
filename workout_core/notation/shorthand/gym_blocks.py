"""Rounds, supersets, intervals and work against the clock, with all that stands behind them on the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.notation.shorthand.gym_headings import says_nothing
from workout_core.notation.shorthand.gym_items import Dosed, Resting, read_items
from workout_core.notation.shorthand.gym_spelling import GymSpeller
from workout_core.notation.shorthand.pieces import Ambiguous, NotShorthand
from workout_core.patterns import lazy_pattern
from workout_core.units import SPAN, read_time

_Answers = Mapping[str, int]
_N: Final = r"[0-9]{1,2}(?:(?:-|\s?to\s?)[0-9]{1,2})?"
_TIME: Final = rf"(?:{SPAN})"
_MINUTES: Final = r"[0-9]{1,3}"
_OFTEN: Final = r"(?:rounds?|rds?|rnds?|times|laps|circuits?|supersets?|tri-?sets?|giant\s+sets?)"
_ROUND_WORD: Final = r"(?:circuits?|supersets?|super\s+sets?|tri-?sets?|giant\s+sets?|complex(?:es)?|rounds?|repeat)"
_TITLE: Final = r"(?P<title>(?:[^\W\d_][\w'&/+-]*\s+){0,3}?)"
_AFTER: Final = r"\s*(?:of|through|each(?:\s+of)?|total)?\s*"
_ROUNDS: Final = lazy_pattern(
    rf"{_TITLE}(?:(?P<n1>{_N})\s*(?:x\s*)?{_OFTEN}(?!\w)|(?P<n2>{_N})\s*x\s*(?=[(:])|(?P<n3>{_N})\s*sets?(?=\s*(?:of\s*)?[:(])"
    rf"|(?P<n4>{_N})\s*x\s*{_ROUND_WORD}(?!\w)|x\s*(?P<n7>{_N})\s*(?=[(:])|{_ROUND_WORD}\s+(?P<n8>{_N})\s*x\s*(?=[(:])"
    rf"|{_ROUND_WORD}\s*[-,:(]?\s*(?:x\s*(?P<n5>{_N})|(?P<n6>{_N})\s*(?:x(?!\w)|{_OFTEN}|sets?)(?!\w))\)?){_AFTER}",
    re.IGNORECASE,
)
_ENDS_IN_ROUNDS: Final = lazy_pattern(
    rf"(?P<inner>.+?)[\s,;.-]*\(?(?:(?:repeat(?:ed)?|do|all)\s*)*(?:x\s*|for\s+)?(?P<n>{_N})\s*(?:x\s+)?{_OFTEN}(?:\s+total)?\)?(?P<more>[\s,;-]+[^()]*(?:rest|between|recovery)[^()]*)?"
    rf"|(?P<list>[^()]+,[^()]+)\s*,\s*(?:all\s+)?x\s*(?P<k>{_N})"
    rf"|(?P<inside>\(.+\))\s*(?:x\s*|repeat(?:ed)?\s*(?:x\s*)?)(?P<m>{_N})(?:\s*(?:{_OFTEN}|sets))?(?P<tail>[\s,;].*)?",
    re.IGNORECASE,
)
_EMOM: Final = lazy_pattern(
    rf"(?:(?P<m1>{_MINUTES})\s*-?\s*min(?:ute)?s?\s*EMOM|EMOM\s*(?:x|for|of|-)?\s*(?P<m2>{_MINUTES})(?:\s*min(?:ute)?s?|(?![\w]))"
    rf"|every\s+min(?:ute)?(?:\s+on\s+the\s+min(?:ute)?)?\s*(?:for|x)\s*(?P<m3>{_MINUTES})\s*(?:min(?:ute)?s?)?)"
    r"\s*[:,-]*\s*(?:of\s+)?(?P<inner>.+)$",
    re.IGNORECASE,
)
_MINUTE: Final = lazy_pattern(r"\b(?:min(?:ute)?\s*[1-9]|odd(?:\s+min(?:ute)?s?)?|even(?:\s+min(?:ute)?s?)?)\s*[:=-]?\s+", re.IGNORECASE)
_AMRAP: Final = lazy_pattern(
    rf"(?:(?P<m1>{_MINUTES})\s*-?\s*min(?:ute)?s?\s*(?:AMRAP|as\s+many\s+rounds\s+as\s+possible)"
    rf"|(?:AMRAP|as\s+many\s+rounds\s+as\s+possible)\s*(?:x|for|of|in|-)?\s*(?P<m2>{_MINUTES})(?:\s*min(?:ute)?s?|(?!\w)))"
    r"\s*[:,-]*\s*(?:of\s+)?(?P<inner>.+)$",
    re.IGNORECASE,
)
_TABATA: Final = lazy_pattern(
    r"(?:tabata\s*(?:style)?\s*[:,(-]?\s*(?P<behind>.+?)|(?P<before>.+?)[\s,(-]+tabata(?:\s+style)?)\)?$", re.IGNORECASE
)
_TABATA_TIMES: Final = lazy_pattern(r"[(,\s]*(?:8\s*x\s*)?\(?20\s*s\w*\s*(?:on|work)?\s*/\s*10\s*s\w*\s*(?:off|rest)?\)?(?:\s*x\s*8)?[),\s]*", re.IGNORECASE)
_WORK_REST: Final = lazy_pattern(
    rf"(?:(?:of|,|-|\()\s*)?(?P<work>{_TIME}|[0-9]{{2}})\s*(?:on|work|of\s+work)?\s*(?:[/,]|\s|and)\s*"
    rf"(?P<rest>{_TIME}|[0-9]{{2}}s?)\s*(?:off|rest|of\s+rest|recovery|transition)?\)?(?:\s+(?:each|per\s+exercise))?\s*(?=$|[,:(-])",
    re.IGNORECASE,
)
_FOR_TIME: Final = lazy_pattern(
    rf"[\s,(-]*\bfor\s+time\b(?:\s*[,(]?\s*(?:(?P<cap1>{_TIME})\s*(?:time\s*)?cap|(?:time\s*)?cap\s*(?:of|:)?\s*(?P<cap2>{_TIME}))\)?)?\)?\s*",
    re.IGNORECASE,
)
_LADDER: Final = lazy_pattern(
    r"(?P<reps>[0-9]{1,3}(?:-[0-9]{1,3})+)(?:\s*reps?)?(?:\s*of)?\s*:?\s+(?P<inner>[^\W\d_].*)", re.IGNORECASE
)
_WORK_UP: Final = lazy_pattern(
    r"(?P<before>.*?)[\s,:-]*\(?(?P<said>(?:work|build|ramp)(?:ing)?(?:\s+up)?\s+to\s+(?:an?\s+|the\s+|your\s+)?"
    r"(?:(?:heavy|max|top|daily|day's)\s+)*(?:(?P<rm>[0-9]{1,2})\s?-?RM|(?P<word>single|double|triple)|(?:set\s+of\s+)?(?P<reps>[0-9]{1,2})(?:\s*reps?)?))"
    r"(?:\s+(?:of\s+|in\s+(?:the\s+)?)?(?P<behind>[^\W\d_][^\d@]*?))?\)?",
    re.IGNORECASE,
)
_SETS_OF_ALL: Final = lazy_pattern(
    r"(?:superset|super\s+set|tri-?set|giant\s+set|circuit)\s*[:-]?\s*(?P<sets>[0-9]{1,2})\s*x\s*(?P<each>[0-9]{1,3}(?:-[0-9]{1,3})?)\s*(?:reps)?"
    r"\s*[:-]\s*(?P<inner>[^0-9]+)",
    re.IGNORECASE,
)
_WORDS: Final = {"single": "1", "double": "2", "triple": "3"}
_MOST_TURNS: Final = 60


def block(text: str, answers: _Answers, speller: GymSpeller) -> str | None:
    """Return *text* as one block of the notation, if it is one.

    Raises:
        NotShorthand: it is one that is not understood.
        Ambiguous: it can be meant in several ways.
    """
    if (ladder := _ladder(text, speller)) is not None:
        return "; ".join(ladder)
    for read in (_work_up, _for_time, _tabata, _emom, _amrap, _rounds, _ends_in_rounds, _intervals, _superset):
        if (made := read(text, answers, speller)) is not None:
            return made
    return None


def _work_up(text: str, _answers: _Answers, speller: GymSpeller) -> str | None:
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


def _for_time(text: str, answers: _Answers, speller: GymSpeller) -> str | None:
    """Read what is done as fast as possible: within a cap, or with a cue that says so."""
    found = _FOR_TIME.search(text)
    if found is None:
        return None
    left = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,:-")
    lines = _ladder(left, speller)
    cap = found["cap1"] or found["cap2"]
    if lines is None:
        head = _ROUNDS.match(left)
        if head and (said := _often(head)):
            _check_title(head["title"])
            inside, often = left[head.end() :], said
        else:
            inside, often = left, ""
        lines = _inside(inside.strip(" :,-"), often or "1", speller)
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
            (item,) = read_items(f"{reps} {name}") or (None,)
            if item is None:
                raise NotShorthand
            made.append(speller.line(item))
    return made


def _tabata(text: str, answers: _Answers, speller: GymSpeller) -> str | None:
    """Read eight times 20 s with 10 s of rest, as I. Tabata had it."""
    found = _TABATA.fullmatch(text)
    if found is None:
        return None
    inner = _TABATA_TIMES.sub(" ", found["behind"] or found["before"]).strip(" :,()-")
    names = [each for each in re.split(r"\s*(?:,|\+|&|/|\band\b)\s*", inner) if each]
    if not names or any(character.isdigit() for character in inner):
        raise NotShorthand
    lines = []
    for name in names:
        item = Dosed(name=name)
        item.each = "20s"
        lines.append(speller.line(item))
    if len(lines) == 1:
        return f"8x({lines[0]}, rest 10s)"
    if "turns" not in answers:
        raise Ambiguous("turns", "are these eight times each, or in turns?", 2)
    if answers["turns"] == 0:
        return "; ".join(f"8x({line}, rest 10s)" for line in lines)
    passes, left = divmod(8, len(lines))
    if left:
        raise NotShorthand
    return f"{passes}x({', '.join(f'{line}, rest 10s' for line in lines)})"


def _emom(text: str, answers: _Answers, speller: GymSpeller) -> str | None:
    """Read what is begun each minute; of several exercises it is asked whether they take turns."""
    found = _EMOM.fullmatch(text)
    if found is None:
        return None
    minutes = int(found["m1"] or found["m2"] or found["m3"])
    if (turns := _in_turns(found["inner"], minutes, speller)) is not None:
        return turns
    lines = _inside(found["inner"], "1", speller)
    if len(lines) == 1 or minutes % len(lines):
        return f"EMOM {minutes} ({', '.join(lines)})"
    if "turns" not in answers:
        raise Ambiguous("turns", "is all of it done in each minute, or in turns?", 2)
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
    return f"{minutes // len(lines)}x({', '.join(lines)})"


def _in_minute(text: str, speller: GymSpeller) -> str:
    return f"every 60s 1x ({', '.join(_inside(text, '1', speller))})"


def _amrap(text: str, _answers: _Answers, speller: GymSpeller) -> str | None:
    found = _AMRAP.fullmatch(text)
    if found is None:
        return None
    lines = _inside(found["inner"], "1", speller)
    return f"AMRAP {found['m1'] or found['m2']}min ({', '.join(lines)})"


def _rounds(text: str, answers: _Answers, speller: GymSpeller) -> str | None:
    """Read rounds: ``3 rounds: …``, ``Core circuit x 3: …``, ``3x(…), rest 60s``."""
    found = _ROUNDS.match(text)
    if found is None or not _often(found):
        return None
    behind = text[found.end() :].strip(" ,:-")
    if not found["title"] and found["n1"] and not behind:
        return None
    _check_title(found["title"])
    if found["n5"] or found["n6"]:
        _check_several(behind)
    return _repeated(behind, _often(found), speller)


def _check_several(text: str) -> None:
    """Refuse a superset or a circuit of one exercise.

    Raises:
        NotShorthand: it is one.
    """
    if not re.search(r"[,;+&/]|\b(?:and|then)\b", text.partition(", rest")[0]):
        raise NotShorthand


def _ends_in_rounds(text: str, answers: _Answers, speller: GymSpeller) -> str | None:
    """Read rounds that are counted at the end: ``10 squats, 10 lunges, 3 rounds``, ``(…) x 3``."""
    found = _ENDS_IN_ROUNDS.fullmatch(text)
    if found is None:
        return None
    often = found["n"] or found["m"] or found["k"]
    inner = f"{found['inner'] or found['inside'] or found['list']} {found['tail'] or ''}".strip(" ,:-")
    inner = f"{inner}, {found['more'].strip(' ,;-')}" if found["more"] else inner
    return _repeated(inner, _plain(often), speller)


def _repeated(text: str, often: str, speller: GymSpeller) -> str:
    """Return what is done *often*, with the rest that stands behind it or before it."""
    if ";" in text and "," in text:
        raise NotShorthand  # it is not said what is repeated
    if interval := _WORK_REST.match(text):
        return _by_interval(text[interval.end() :], often, interval, speller)
    lines = _inside(text, often, speller)
    if not any(" reps" in each or each[:4] not in ("rest", "walk", "jog ") for each in lines):
        raise NotShorthand
    return f"{often}x({', '.join(lines)})"


def _inside(text: str, often: str, speller: GymSpeller) -> list[str]:
    """Return the lines of one round, of which a rest before or behind the brackets is the last."""
    text = text.strip(" ,:-")
    begin, end = text.find("("), text.rfind(")")
    if text.startswith("(") and _closes(text) == end:
        text = f"{text[1:end]} , {text[end + 1 :].strip(' ,;')}" if text[end + 1 :].strip(" ,;.") else text[1:end]
    elif text.startswith("("):
        raise NotShorthand
    elif 0 < begin and end == len(text) - 1 and (rest := _rest_before(text[:begin])):
        text = f"{text[begin + 1 : end]} , {rest}"
    items = read_items(text, in_rounds=True)
    if items and isinstance(items[0], Resting):
        if isinstance(items[-1], Resting):
            raise NotShorthand
        items = [*items[1:], items[0]]  # said before the exercises, and done behind them
    return speller.lines(_between(items), often=often)


def _rest_before(text: str) -> str:
    said = read_items(text.strip(" ,:-"), in_rounds=True)
    return text.strip(" ,:-") if all(isinstance(each, Resting) for each in said) else ""


def _closes(text: str) -> int:
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place
    return -1


def _between(items: Sequence[Dosed | Resting]) -> list[Dosed | Resting]:
    """Return *items* with a rest that is said to be between exercises in each of those places."""
    betweens = [each for each in items if isinstance(each, Resting) and each.between.startswith(("exer", "move", "stat"))]
    if not betweens:
        return list(items)
    made: list[Dosed | Resting] = []
    others = [each for each in items if each not in betweens]
    for number, each in enumerate(others):
        made.append(each)
        is_last = number + 1 == len(others)
        if isinstance(each, Dosed) and not (is_last or isinstance(others[number + 1], Resting)):
            made.append(betweens[0])
        elif isinstance(each, Dosed) and is_last:
            made.append(betweens[0])
    return made


def _intervals(text: str, _answers: _Answers, speller: GymSpeller) -> str | None:
    """Read one pass of exercises by the clock: ``40s on / 20s off: squats, lunges``."""
    found = _WORK_REST.match(text)
    if found is None:
        return None
    behind = text[found.end() :]
    head = _ROUNDS.match(behind.strip(" ,:-"))
    if head and _often(head):
        return _by_interval(behind.strip(" ,:-")[head.end() :], _often(head), found, speller)
    tail = _ENDS_IN_ROUNDS.fullmatch(behind)
    if tail:
        inner, often = tail["inner"] or tail["inside"] or tail["list"], tail["n"] or tail["m"] or tail["k"]
        return _by_interval(inner, _plain(often), found, speller)
    return _by_interval(behind, "1", found, speller)


def _by_interval(text: str, often: str, interval: re.Match[str], speller: GymSpeller) -> str:
    """Return exercises that last as long as the *interval* says, each with its rest."""
    work, rest = (f"{each}s" if each.isdigit() else each for each in (interval["work"], interval["rest"]))
    inner = text.strip(" ,:-()")
    items = read_items(f"{inner} {work}", in_rounds=True)
    between = [each for each in items if isinstance(each, Resting)]
    dosed = [each for each in items if isinstance(each, Dosed)]
    if any(each.each != work.casefold() for each in dosed) or len(between) > 1:
        raise NotShorthand
    lines = [part for each in dosed for part in (speller.line(each, often=often), f"rest {rest}")]
    lines = [*lines[:-1], speller.line(between[0])] if between else lines
    return f"{often}x({', '.join(lines)})" if often != "1" else "; ".join(lines)


def _superset(text: str, _answers: _Answers, speller: GymSpeller) -> str | None:
    """Read exercises of as many sets that are done in turns: ``Superset: curls 3x12, dips 3x12, rest 60s``."""
    if all_of := _SETS_OF_ALL.fullmatch(text):
        lines = _inside(f"{all_of['inner']}, {all_of['each']} reps", all_of["sets"], speller)
        return f"{all_of['sets']}x({', '.join(lines)})"
    found = re.match(r"(?:superset|super\s+set|tri-?set|giant\s+set|SS)\s*[:-]?\s+", text, re.IGNORECASE)
    joined = re.search(r"\s*,?\s+(?:superset(?:ted)?|SS|s/s)\s+(?:with\b|w/)?\s*", text, re.IGNORECASE)
    if not found and not joined:
        return None
    inner = text[found.end() :] if found else joined and f"{text[: joined.start()]} , {text[joined.end() :]}"
    items = read_items(inner or "", in_rounds=True)
    counts = {each.sets for each in items if isinstance(each, Dosed) and each.sets}
    if len(counts) != 1:
        raise NotShorthand
    (often,) = counts
    for each in items:
        if isinstance(each, Dosed):
            each.sets = ""
    return f"{often}x({', '.join(speller.lines(_between(items), often=often))})"


def _check_title(words: str) -> None:
    """Refuse a title of rounds that says what is done.

    Raises:
        NotShorthand: it may be an exercise.
    """
    if words.strip() and not says_nothing(words):
        raise NotShorthand


def _often(found: re.Match[str]) -> str:
    return next((_plain(found[name]) for name in ("n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8") if found[name]), "")


def _plain(text: str) -> str:
    return text.replace("to", "-").replace(" ", "")
