"""Slips in lines of exercises: halves of them, numbers hardly meant, names that are probably others."""

from __future__ import annotations

import re
from typing import Final

from workout_core.errors import shown
from workout_core.exercises.book import ExerciseBook
from workout_core.exercises.names import spoken
from workout_core.languages import gettext, gettext_noop
from workout_core.notation.layout import Part
from workout_core.notation.suggestions import DID_YOU_MEAN, IF_SO, LIKE, Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import NAMED_DISTANCES

WORDS: Final = lazy_pattern(r"[^\W\d_]{2}")
_BEHIND_AT: Final = gettext_noop("a load stands behind '@': {choices}")
MOST_SETS: Final = 1000
PLAUSIBLE_SETS: Final = 20
"""More are probably a load."""
LONGEST_HOLD: Final = 3
"""Up to so many, a number beside a hold is probably of minutes."""
_END: Final = r"\s*(?:[@\"]|$)"
_NO_AMOUNT: Final = lazy_pattern(rf"\s([0-9]{{1,4}}\s*[x\u00d7]){_END}", re.IGNORECASE)
_SETS_ALONE: Final = lazy_pattern(
    rf"\s([0-9]{{1,2}}(?:\s*[-\u2013]\s*[0-9]{{1,2}})?)\s*sets?{_END}", re.IGNORECASE
)
_NO_SETS: Final = lazy_pattern(rf"\s[x\u00d7]\s*([0-9]{{1,4}}){_END}", re.IGNORECASE)
_NO_UNIT: Final = lazy_pattern(rf"\s([0-9]{{1,4}}(?:\s*[-\u2013]\s*[0-9]{{1,4}})?){_END}")
_NAME_ALONE: Final = lazy_pattern(r"([^@\"]*?[^\W\d_)])\s*(?=$|@|\"|\s[0-9])\s*(?P<amount>[0-9][^\s@\"]*)?")
_COUNT_FIRST: Final = lazy_pattern(r"([0-9]{1,3})\s+([^\W\d_][^@\"]*)")
_NOT_IN_NAMES: Final = lazy_pattern(
    r"(?<!\S)(?:(?!90[/-]90\b)\+?[0-9]\S*|[x\u00d7](?!\S)|(?ai:then|EMOM|AMRAP)(?!\S))|[^\w\s'\u2019&/.+,()-]"
)
_LOAD_IN_NAME: Final = lazy_pattern(
    r"(?:\b(?:with|w/)\s*(?:an?\s+|the\s+)?|\(|,\s*|\s-\s+)(?P<band>(?:[^\W\d_]+\s+){0,2}(?:thera)?bands?)\)?$"
    r"|\b(?P<body>BW|body\s?weight)$",
    re.IGNORECASE,
)
"""What is a load where it ends a name that nobody knows."""
_STEP: Final = lazy_pattern(
    r"(?<!\S)[0-9]+\s*(?:min(?:ute)?s?|s|secs?|seconds?|h|km|k|mi|miles?|m)(?!\w)", re.IGNORECASE
)
_WARM_UP: Final = lazy_pattern(r"\swarm[- ]?up(?:\s+sets?)?$", re.IGNORECASE)
_BLOCK: Final = lazy_pattern(
    r"(?:AMRAP|E[0-9]*MOM|EMOM[0-9]*|tabata|for\s+time|odd|even|min(?:ute)?\s*[0-9]|superset|circuit|every|rounds?|sets?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_RUNS: Final = frozenset(
    (
        *("cruise", "easy", "fartlek", "fast", "hard", "hill", "interval", "jog", "km", "lap", "long", "max"),
        *("mile", "pace", "pick", "pickup", "race", "recovery", "repeat", "run", "slow", "speed", "sprint"),
        *("steady", "stride", "surge", "tempo", "threshold", "track", "up", "vo2", "vo2max", "yasso"),
        *("main", "preset", "pyramid", "session", "set", "swim", "workout"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("mon", "tue", "wed", "thu", "thur", "fri", "sat", "sun"),
    )
)
"""Words of which runners and swimmers make the headings of their sessions."""


def refuse_halves(part: Part, position: int, book: ExerciseBook, other: re.Pattern[str]) -> None:
    """Refuse sets of nothing, repetitions in no number of sets, and known exercises without an amount.

    Args:
        part: what has no amount that can be recognised.
        position: where its words begin.
        book: of exercises.
        other: words that are no exercise, whatever the book says.

    Raises:
        NotationError: it is one of these.
    """
    for pattern in (_NO_AMOUNT, _SETS_ALONE, _NO_SETS, _NO_UNIT):
        found = pattern.search(part.text, position)
        words = part.text[position : found.start()].strip() if found else ""
        if found is None or not WORDS.search(words) or '"' in words or "@" in words:
            continue
        number, at = found[1], part.offset + found.start() + 1
        piece = Part(part.text[found.start() + 1 : found.end()].rstrip(' @"'), at)
        if pattern in (_NO_AMOUNT, _SETS_ALONE):
            sets = number if pattern is _NO_AMOUNT else f"{''.join(number.split())}x"
            hint = _like(piece, f"{sets}8", f"{sets}30s", f"{sets}20m")
            raise NotationError(gettext("{text} of what?", text=repr(found[0].strip(" @"))), at, hint)
        if pattern is _NO_SETS:
            raise NotationError(gettext("how many sets?"), at, _like(piece, f"3x{number}", f"{number} reps"))
        if not other.fullmatch(words) and book.called(words):
            hint = _like(piece, f"{number} reps", f"{number}s", f"{number}m")
            raise NotationError(gettext("{number} of what?", number=number), at, hint)
    _ask_how_much(part, position, book, other)


def _like(piece: Part, *texts: str) -> Hint:
    corrections = tuple(Correction.of(piece, text, swaps=" set" in piece.text) for text in texts)
    return Hint(LIKE, corrections, otherwise=gettext("like '3x8', '8 reps', '40s' or '20m'"))


def _ask_how_much(part: Part, position: int, book: ExerciseBook, other: re.Pattern[str]) -> None:
    """Refuse a known exercise that has no amount, one that nobody can read, or one before it."""
    first = _COUNT_FIRST.match(part.text, position)
    if first and book.called(first[2].strip()) and not other.fullmatch(first[2].strip()):
        piece = Part(first[0].rstrip(), part.offset + position)
        hint = Hint(LIKE, (Correction.of(piece, f"{first[2].strip()} {first[1]} reps"),))
        raise NotationError(gettext("the exercise stands before how much"), part.offset, hint)
    found = _NAME_ALONE.match(part.text, position)
    words = found[1].rstrip() if found else ""
    if not found or not WORDS.search(words) or other.fullmatch(words) or words.casefold() in NAMED_DISTANCES:
        return
    if not book.called(words):
        return
    if amount := found["amount"]:
        raise NotationError(
            gettext(
                "{text} is not how much (like '3x8', '8 reps', '40s' or '20m'; sets that "
                "differ have a line each)",
                text=shown(amount),
            ),
            part.offset + found.start("amount"),
        )
    piece = Part(words, part.offset + position)
    hint = _like(piece, f"{words} 3x8", f"{words} 8 reps", f"{words} 40s")
    raise NotationError(gettext("how much?"), part.offset + position, hint)


def refuse_slip(words: Part, book: ExerciseBook) -> None:
    """Refuse a name that is nearly a known one.

    Raises:
        NotationError: it is.
    """
    if near := book.near(words.text):
        hint = Hint(DID_YOU_MEAN, (Correction.of(words, near, swaps=True),))
        message = gettext("{text} is not an exercise", text=shown(words.text))
        raise NotationError(message, words.offset, hint, gettext("one of your own is quoted"))


def check_name(words: Part) -> None:
    """Refuse a name that nobody knows and that holds what is no part of a name.

    Raises:
        NotationError: it begins like a block, or holds a number, a load or a sign.
    """
    if _BLOCK.match(words.text):
        raise NotationError(
            gettext(
                "{text} is not an exercise (a block is like 'EMOM 10: Swing 12 reps', 'AMRAP "
                "10:00' or '8x(Squat 20s, rest 10s)'; such a name is quoted)",
                text=shown(words.text),
            ),
            words.offset,
        )
    if found := _LOAD_IN_NAME.search(words.text):
        raise NotationError(
            gettext(
                "{text} in the name of an exercise (a load stands behind the sets: 'Squat 3x10 "
                "@ {load}'; such a name is quoted)",
                text=shown(found[0].strip()),
                load="BW" if found["body"] else "green band",
            ),
            words.offset + found.start(),
        )
    if found := _WARM_UP.search(words.text):
        raise NotationError(
            gettext(
                "{text} in the name of an exercise (a role stands first: 'warmup Squat 2x5 @ "
                "40kg'; such a name is quoted)",
                text=shown(found[0].strip()),
            ),
            words.offset + found.start(),
        )
    if found := _NOT_IN_NAMES.search(words.text):
        raise NotationError(
            gettext(
                "{text} in the name of an exercise (sets come first behind it, then the load: "
                "'Squat 3x10 @ 60kg'; such a name is quoted)",
                text=shown(found[0]),
            ),
            words.offset + found.start(),
        )


def refuse_runs(words: Part) -> None:
    """Refuse sets of what runners call a run, and nobody an exercise.

    Raises:
        NotationError: *words* are only of that kind: ``Intervals``.
    """
    if _RUNS.issuperset(spoken(words.text).split()):
        raise NotationError(
            gettext(
                "{text} is a kind of run (repeats are like '6x800m', a name like 'Hills: "
                "8min'; an exercise of that name is quoted)",
                text=shown(words.text),
            ),
            words.offset,
        )


def refuse_other_names(words: Part, how_much: str) -> None:
    """Refuse a name that nobody knows where neither sets nor quotes make it an exercise.

    Raises:
        NotationError: always.
    """
    raise NotationError(
        gettext(
            "{text} is neither a role nor a known exercise (one of your own has sets, like "
            "'3x{amount}', or stands in quotes)",
            text=shown(words.text),
            amount=how_much,
        ),
        words.offset,
    )


def is_21s(name: str, each: str | None) -> bool:
    """Tell whether *each* is what lifters call curls of seven low, seven high and seven whole repetitions."""
    return each == "21s" and spoken(name).endswith("curl")


def _refuse_steps(text: str, offset: int) -> None:
    """Refuse a label that holds a step: ``easy 20min + strength: Squat 3x8``."""
    label, _, rest = text.partition(":")
    if label[:1].isalpha() and rest[:1].isspace() and '"' not in label and _STEP.search(label):
        raise NotationError(
            gettext(
                "{text} before a colon (steps stand on their own line; a label with a time is quoted)",
                text=shown(label),
            ),
            offset,
        )


def check_amount(name: str, amount: re.Match[str], offset: int, *, is_hold: bool) -> None:
    """Question a label that holds a step, sets that are probably a load, and repetitions of a hold.

    Args:
        name: of the exercise.
        amount: its sets and how much each is.
        offset: where the part begins that both stand in.
        is_hold: whether the exercise is held.

    Raises:
        NotationError: it is one of these.
    """
    _refuse_steps(amount.string, offset)
    sets, each = amount["sets"], amount["each"]
    start = amount.start("each" if sets is None else "sets")
    piece = Part(amount.string[start : amount.end("each")], offset + start)
    if is_21s(name, each):
        texts = (f"{piece.text[:-1]} reps", f"{piece.text[:-1]} sec")
        raise NotationError(
            gettext("{each} can be 21 repetitions, in three parts of seven, or seconds", each=repr(each)),
            piece.offset,
            Hint(DID_YOU_MEAN, tuple(Correction.of(piece, text, swaps=True) for text in texts)),
        )
    if sets is None:
        return
    says_sets = "set" in amount[0][len(sets) :].casefold()
    if PLAUSIBLE_SETS < int(sets) <= MOST_SETS and not says_sets:
        named = amount.string.rfind(name, 0, amount.start())
        text = f"{name} 1x{each} @ {sets}kg"
        loaded = Correction(offset + max(named, 0), piece.offset + len(piece.text), text)
        raise NotationError(
            gettext("{sets} sets?", sets=sets),
            piece.offset,
            Hint(_BEHIND_AT, (loaded,), otherwise=gettext("a load stands behind '@'")),
            Hint(IF_SO, (Correction.of(piece, f"{sets} sets of {each}"),)),
        )
    if is_hold and each and each.strip().isdigit():
        timed, counted = (
            Correction.of(piece, f"{sets}x{each}{unit}", swaps=True)
            for unit in ("min" if int(each) <= LONGEST_HOLD else "s", " reps")
        )
        raise NotationError(
            gettext("{each} repetitions of {name}?", each=each, name=shown(name)),
            offset + amount.start("each"),
            Hint(gettext_noop("a time or a distance has a unit: {choices}"), (timed,)),
            Hint(IF_SO, (counted,)),
        )
