"""Rounds, supersets and intervals of a line of gyms, with all that is repeated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.gym_headings import says_nothing
from workout_core.notation.shorthand.gym_items import Dosed, Resting
from workout_core.notation.shorthand.gym_reader import read_items
from workout_core.notation.shorthand.gym_spelling import GymSpeller
from workout_core.notation.shorthand.pieces import Ambiguous, NotShorthand
from workout_core.patterns import lazy_pattern
from workout_core.units import SPAN

Answers = Mapping[str, int]
_N: Final = r"[0-9]{1,2}(?:(?:-|\s?to\s?)[0-9]{1,2})?"
TIME: Final = rf"(?:{SPAN})"
_OFTEN: Final = r"(?:rounds?|rds?|rnds?|times|laps|circuits?|supersets?|tri-?sets?|giant\s+sets?)"
_ROUND_WORD: Final = (
    r"(?:circuits?|supersets?|super\s+sets?|tri-?sets?|giant\s+sets?|complex(?:es)?|rounds?|repeat)"
)
_TITLE: Final = r"(?P<title>(?:[^\W\d_][\w'&/+-]*\s+){0,3}?)"
_AFTER: Final = r"\s*(?:of|through|each(?:\s+of)?|total)?\s*"
ROUNDS: Final = lazy_pattern(
    rf"{_TITLE}(?:(?P<n1>{_N})\s*(?:x\s*)?{_OFTEN}(?!\w)|(?P<n2>{_N})\s*x\s*(?=[(:])|(?P<n3>{_N})\s*sets?(?=\s*(?:of\s*)?[:(])"
    rf"|(?P<n4>{_N})\s*x\s*{_ROUND_WORD}(?!\w)|x\s*(?P<n7>{_N})\s*(?=[(:])|{_ROUND_WORD}\s+(?P<n8>{_N})\s*x\s*(?=[(:])"
    rf"|{_ROUND_WORD}\s*[-,:(]?\s*(?:x\s*(?P<n5>{_N})|(?P<n6>{_N})\s*(?:x(?!\w)|{_OFTEN}|sets?)(?!\w))\)?){_AFTER}",
    re.IGNORECASE,
)
_ENDS_IN_ROUNDS: Final = lazy_pattern(
    rf"(?P<inner>.+?)[\s,;.-]*\(?(?:(?:repeat(?:ed)?|do|all)\s*)*(?:x\s*|for\s+)?(?P<n>{_N})\s*(?:x\s+)?{_OFTEN}(?:\s+total)?\)?(?P<more>[\s,;-]+[^()]*(?:rest|between|recovery)[^()]*)?"
    rf"|(?P<list>[^()]+,[^()]*?)\s*(?:all\s+)?x\s*(?P<k>{_N})"
    rf"|(?P<inside>\(.+\))\s*(?:x\s*|repeat(?:ed)?\s*(?:x\s*)?)(?P<m>{_N})(?:\s*(?:{_OFTEN}|sets))?(?P<tail>[\s,;].*)?",
    re.IGNORECASE,
)
_WORK_REST: Final = lazy_pattern(
    rf"(?:(?:of|,|-|\()\s*)?(?P<work>{TIME}|[0-9]{{2}})\s*(?:on|work|of\s+work)?\s*(?:[/,]|\s|and)\s*"
    rf"(?P<rest>{TIME}|[0-9]{{2}}s?)\s*(?:off|rest|of\s+rest|recovery|transition)?\)?(?:\s+(?:each|per\s+exercise))?\s*(?=$|[,:(x-])",
    re.IGNORECASE,
)
_SETS_OF_ALL: Final = lazy_pattern(
    r"(?:superset|super\s+set|tri-?set|giant\s+set|circuit)\s*[:-]?\s*(?P<sets>[0-9]{1,2})\s*x\s*(?P<each>[0-9]{1,3}(?:-[0-9]{1,3})?)\s*(?:reps)?"
    r"\s*[:-]\s*(?P<inner>[^0-9]+)",
    re.IGNORECASE,
)
_IN_SETS: Final = lazy_pattern(r"[0-9]\s*x|x\s*[0-9]|\bsets?\b", re.IGNORECASE)
_COUNTED: Final = lazy_pattern(r"[0-9]")
_SETS_OF_EACH: Final = lazy_pattern(
    rf"(?P<sets>{_N})\s*sets?\s*(?:of\s+)?(?:each|all)(?:\s+exercise)?\s*[:-]\s*(?P<inner>.+)", re.IGNORECASE
)
_DOSE_FIRST: Final = lazy_pattern(
    rf"(?:all|everything|each)?\s*(?P<dose>(?:[0-9]{{1,2}}\s*(?:x|sets?\s*of)\s*)?[0-9]{{1,3}}(?:-[0-9]{{1,3}})?\s*(?:reps?|s|secs?|seconds?|min|m)?)"
    rf"\s*(?:of\s+)?(?:each|all)?(?:\s+(?:of\s+)?(?:exercise|the\s+following))?(?:\s*,?\s*x?\s*(?P<often>{_N})\s*{_OFTEN})?\s*:\s*(?P<inner>[^0-9]+)",
    re.IGNORECASE,
)


def of_all(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read how much is done of each exercise of a list: ``3x10 of each: squats, lunges``."""
    if sets := _SETS_OF_EACH.fullmatch(text):
        items = read_items(sets["inner"])
        for each in items:
            if not isinstance(each, Dosed) or each.sets:
                raise NotShorthand
            each.sets = _plain(sets["sets"])
        return "; ".join(speller.lines(items))
    found = _DOSE_FIRST.fullmatch(text)
    if found is None:
        return None
    items = read_items(f"{found['inner'].strip(' ,;')}, {found['dose']} each", in_rounds=bool(found["often"]))
    lines = speller.lines(items, often=_plain(found["often"] or ""))
    return f"{_plain(found['often'])}x({', '.join(lines)})" if found["often"] else "; ".join(lines)


def rounds(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read rounds: ``3 rounds: …``, ``Core circuit x 3: …``, ``3x(…), rest 60s``."""
    found = ROUNDS.match(text)
    if found is None or not often_of(found):
        return None
    behind = text[found.end() :].strip(" ,:-")
    if not found["title"] and found["n1"] and not behind:
        return None
    check_title(found["title"])
    if found["n5"] or found["n6"] or found["n8"]:
        _check_several(behind)
    return _repeated(behind, often_of(found), speller)


def _check_several(text: str) -> None:
    """Refuse a superset or a circuit of one exercise.

    Raises:
        NotShorthand: it is one.
    """
    if not re.search(r"[,;+&/]|\b(?:and|then)\b", text.partition(", rest")[0]):
        raise NotShorthand


def ends_in_rounds(text: str, answers: Answers, speller: GymSpeller) -> str | None:
    """Read rounds that are counted at the end: ``10 squats, 10 lunges, 3 rounds``, ``(…) x 3``."""
    found = _ENDS_IN_ROUNDS.fullmatch(text)
    if found is None:
        return None
    if found["inner"] and found["inner"].count("(") != found["inner"].count(")"):
        return None
    if found["list"] and not found["list"].endswith(","):
        if _IN_SETS.search(found["list"]) or not _COUNTED.match(found["list"]):
            return None
        if "all" not in answers:
            raise Ambiguous(
                "all", gettext_noop("is all of it done {times} times, or the last?"), 2, times=found["k"]
            )
        if answers["all"]:
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
    lines = inside(text, often, speller)
    if not any(" reps" in each or each[:4] not in ("rest", "walk", "jog ") for each in lines):
        raise NotShorthand
    return f"{often}x({', '.join(lines)})"


def inside(text: str, often: str, speller: GymSpeller) -> list[str]:
    """Return the lines of one round, of which a rest before or behind the brackets is the last."""
    text = text.strip(" ,:-")
    begin, end = text.find("("), text.rfind(")")
    if text.startswith("(") and _closes(text) == end:
        text = (
            f"{text[1:end]} , {text[end + 1 :].strip(' ,;')}"
            if text[end + 1 :].strip(" ,;.")
            else text[1:end]
        )
    elif text.startswith("("):
        raise NotShorthand
    elif begin > 0 and end == len(text) - 1 and (rest := _rest_before(text[:begin])):
        text = f"{text[begin + 1 : end]} , {rest}"
    items = read_items(text, in_rounds=True)
    if items and isinstance(items[0], Resting):
        if isinstance(items[-1], Resting):
            raise NotShorthand
        items = [*items[1:], items[0]]  # said before the exercises, and done behind them
    if not items:
        raise NotShorthand
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
    betweens = [
        each
        for each in items
        if isinstance(each, Resting) and each.between.startswith(("exer", "move", "stat"))
    ]
    if not betweens:
        return list(items)
    made: list[Dosed | Resting] = []
    others = [each for each in items if each not in betweens]
    for each, following in zip_longest(others, others[1:]):
        made.append(each)
        if isinstance(each, Dosed) and not isinstance(following, Resting):
            made.append(betweens[0])
    return made


def intervals(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read one pass of exercises by the clock: ``40s on / 20s off: squats, lunges``."""
    found = _WORK_REST.match(text)
    if found is None:
        return None
    behind = text[found.end() :]
    head = ROUNDS.match(behind.strip(" ,:-"))
    if head and often_of(head):
        return _by_interval(behind.strip(" ,:-")[head.end() :], often_of(head), found, speller)
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


def superset(text: str, _answers: Answers, speller: GymSpeller) -> str | None:
    """Read exercises of as many sets, done in turns: ``Superset: curls 3x12, dips 3x12``."""
    if all_of := _SETS_OF_ALL.fullmatch(text):
        lines = inside(f"{all_of['inner']}, {all_of['each']} reps", all_of["sets"], speller)
        return f"{all_of['sets']}x({', '.join(lines)})"
    found = re.match(r"(?:superset|super\s+set|tri-?set|giant\s+set|SS)\s*[:-]?\s+", text, re.IGNORECASE)
    joined = re.search(r"\s*,?\s+(?:superset(?:ted)?|SS|s/s)\s+(?:with\b|w/)?\s*", text, re.IGNORECASE)
    if not found and not joined:
        return None
    inner = text[found.end() :] if found else joined and f"{text[: joined.start()]} , {text[joined.end() :]}"
    items = read_items(inner or "", in_rounds=True)
    counts = {each.sets for each in items if isinstance(each, Dosed) and each.sets}
    exercises = sum(isinstance(each, Dosed) for each in items)
    if len(counts) != 1 or exercises < 2:  # noqa: PLR2004 - a superset is of two or more
        raise NotShorthand
    (often,) = counts
    for each in items:
        if isinstance(each, Dosed):
            each.sets = ""
    return f"{often}x({', '.join(speller.lines(_between(items), often=often))})"


def check_title(words: str) -> None:
    """Refuse a title of rounds that says what is done.

    Raises:
        NotShorthand: it may be an exercise.
    """
    if words.strip() and not says_nothing(words):
        raise NotShorthand


def often_of(found: re.Match[str]) -> str:
    """Return how often rounds are done, or nothing if that is not said."""
    return next(
        (_plain(found[name]) for name in ("n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8") if found[name]), ""
    )


def _plain(text: str) -> str:
    return text.replace("to", "-").replace(" ", "")
