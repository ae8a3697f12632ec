"""Who guesses finds nothing, and learns nothing from how long it takes."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime
from statistics import median
from time import perf_counter_ns

import pytest

from asking import Asking
from workout_core.feed.server import app
from workout_core.feed.tokens import Wish, add_token, revoke_token

NOW = datetime(2026, 8, 2, 20, tzinfo=UTC)
GUESSES = 100_000
PAIRS = 5_000
"""10,000 requests, half of which ask for what was revoked."""
SHUFFLES = 400
INVISIBLE = 200
"""Nanoseconds, of the twenty thousand that an answer takes."""
VISIBLE = 3_000
"""Nanoseconds that this test would see."""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "form.ics").write_bytes(b"BEGIN:VCALENDAR\r\n" * 100)
    return tmp_path


def new(root, holder):
    return add_token(root, Wish(holder, "form.ics", {}, None), NOW)[0]


def guesses(kept: list[str], dice: random.Random):
    """Yield addresses: of random tokens, and of tokens there are with something changed."""
    while True:
        secret = dice.choice(kept)
        place = dice.randrange(len(secret))
        yield f"/f/{dice.randbytes(16).hex()}.ics"
        yield f"/f/{dice.randbytes(dice.randrange(64)).hex()}"
        yield f"/f/{''.join(map(chr, (dice.randrange(0x3000) for _ in range(dice.randrange(40)))))}.ics"
        yield f"/f/{secret[:place]}{'0' if secret[place] != '0' else '1'}{secret[place + 1 :]}.ics"
        yield f"/f/{secret[:place]}.ics"
        yield f"/f/{secret}{dice.choice('0aZ.~ ')}.ics"
        yield f"/{secret}.ics"


@pytest.mark.slow
def test_a_hundred_thousand_guesses_find_nothing(root):
    kept = [new(root, f"{number}") for number in range(50)]
    site = Asking(app(root))
    nothing = site.get("/nothing")
    asked = guesses(kept, random.Random(7))

    async def ask_all() -> Counter[str]:
        return Counter([str(await site.asked(next(asked), "GET", [])) for _ in range(GUESSES)])

    assert asyncio.run(ask_all()) == {str(nothing): GUESSES}


@pytest.mark.slow
def test_how_long_it_takes_tells_nobody_what_was_revoked(root):
    """Ten thousand requests, in turns: a test by permutation sees no difference of the medians."""
    revoked = [new(root, f"{number}") for number in range(100)]
    for number in range(100):
        revoke_token(root, f"{number}")
    new(root, "kept")
    site = Asking(app(root))
    dice = random.Random(7)

    async def timed(secret: str) -> int:
        start = perf_counter_ns()
        await site.asked(f"/f/{secret}.ics", "GET", [])
        return perf_counter_ns() - start

    async def ask_all() -> list[tuple[int, int]]:
        times = []
        for _ in range(PAIRS):
            pair = [dice.choice(revoked), dice.randbytes(16).hex()]
            first = dice.randrange(2)  # whoever comes first has the colder cache
            took = {first: await timed(pair[first]), 1 - first: await timed(pair[1 - first])}
            times.append((took[0], took[1]))
        return times

    differences = [of_revoked - of_unknown for of_revoked, of_unknown in asyncio.run(ask_all())]
    assert chance(differences, dice) > 0 or abs(median(differences)) < INVISIBLE
    assert chance([each + VISIBLE for each in differences], dice) == 0


def chance(differences: list[int], dice: random.Random) -> float:
    """Return how often a median as far from nothing comes about when it is chance who is slower."""
    seen = abs(median(differences))
    shuffled = (median(each * dice.choice((-1, 1)) for each in differences) for _ in range(SHUFFLES))
    return sum(abs(each) >= seen for each in shuffled) / SHUFFLES
