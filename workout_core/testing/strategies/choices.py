"""What other strategies are made of: choices, numbers and texts."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
NAMES = (
    *("Hills", "6x", "lap", "warmup", "until x", "repeat until 20min", "skip last rest", "Z2", "5k", "#1"),
    *(
        "back\\slash",
        "ends\\",
        "a:b",
        "a: b",
        "x  y",
        'say "go"',
        "a, b; c",
        "(in)",
        "naïve — café",
        "走る",
        "🏃\u200d♀️",
    ),
)
CUES = (
    *("Relax the shoulders", "one\ntwo", 'a "quoted" word', "ends with \\", "\\n is no line", "# no comment"),
    *("; , ( ) @ ~", "🏃\u200d♀️", "עברית", "tab\there"),
)


@cache
def maybe(make: Callable[..., SearchStrategy[T]], *args: object) -> SearchStrategy[T | None]:
    """Draw None, or what *make* draws."""
    return st.none() | make(*args)


@cache
def any_of(members: Iterable[T]) -> SearchStrategy[T]:
    """Draw one of *members*."""
    return st.sampled_from(tuple(members))


@cache
def up_to(count: int, make: Callable[..., SearchStrategy[T]], *args: object) -> SearchStrategy[tuple[T, ...]]:
    """Draw at most *count* of what *make* draws."""
    return st.lists(make(*args), max_size=count).map(tuple)


@cache
def round_or_any(low: float, high: float, step: float = 1.0) -> SearchStrategy[float]:
    """Draw a number as people write it, in multiples of *step*, or any float from *low* to *high*."""
    steps = st.integers(min_value=-int(-low // step), max_value=int(high // step))
    return st.one_of(
        steps.map(lambda count: min(max(low, round(count * step, 6)), high)), st.floats(low, high)
    )


@cache
def _letters() -> SearchStrategy[str]:
    return st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029")


@cache
def lines(max_size: int = 8, min_size: int = 0) -> SearchStrategy[str]:
    """Draw a text on one line, such as names are."""
    odd = st.sampled_from("a1 \t\"\\:#;,()@~'\u00d7")
    found = st.one_of([st.text(each, min_size=min_size, max_size=max_size) for each in (odd, _letters())])
    return found.filter(lambda text: len(text.strip()) >= min_size)


@cache
def names() -> SearchStrategy[str]:
    """Draw a name, often one that looks like another part of the notation."""
    return st.sampled_from(NAMES) | lines(min_size=1)


@cache
def optional_names() -> SearchStrategy[str]:
    """Draw a name, or none."""
    return st.just("") | names()


@cache
def texts() -> SearchStrategy[str]:
    """Draw a text of several lines, such as cues and descriptions are, often empty."""
    some = st.lists(lines(), max_size=2).map("\n".join)
    return st.just("") | st.sampled_from(CUES) | some
