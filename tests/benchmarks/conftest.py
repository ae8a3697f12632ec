"""Races: several ways to do the same, in turns and in one run, so that only their ratios are looked at.

Run all of it with ``python -m pytest tests/benchmarks --benchmark-enable``.
"""

from collections.abc import Callable
from functools import partial
from timeit import repeat, timeit

import pytest

Seconds = dict[str, float]
Race = Callable[..., Seconds]

TURN = 0.01
RESULTS = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep the results for the end."""
    config.stash[RESULTS] = []


@pytest.fixture
def race(request: pytest.FixtureRequest) -> Race:
    """Return a function that lets contestants run in turns, and returns the seconds of the best turn of each.

    In a turn a contestant runs as often as fits ten milliseconds, at least once, and the mean counts. The
    best turn is what the work takes; in the others the machine did something else as well, which need not
    hit two contestants alike.
    """

    def run(contestants: dict[str, Callable[[], object]], *, rounds: int) -> Seconds:
        often = {name: _as_often_as_fits(work) for name, work in contestants.items()}
        seconds: dict[str, list[float]] = {name: [] for name in contestants}
        for _ in range(rounds):
            for name, work in contestants.items():
                seconds[name].append(timeit(work, number=often[name]) / often[name])
        best = {name: min(times) for name, times in seconds.items()}
        _report(request, best)
        return best

    return run


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[Seconds], None]:
    """Return what reports seconds that were measured otherwise."""
    return partial(_report, request)


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return what reports a line."""
    return request.config.stash[RESULTS].append


def _as_often_as_fits(work: Callable[[], object]) -> int:
    return max(1, round(TURN / min(repeat(work, number=1, repeat=3))))


def _report(request: pytest.FixtureRequest, best: Seconds) -> None:
    results = request.config.stash[RESULTS]
    (_, ours), *_ = best.items()
    results.append(request.node.name)
    for name, seconds in best.items():
        results.append(f"    {name:<44} {seconds * 1000:10.3f} ms {seconds / ours:9.2f}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print every race: the best turn of each contestant, and its ratio to the first."""
    if config.stash[RESULTS]:
        terminalreporter.section("races: the best turns, and how they compare with the first")
        for line in config.stash[RESULTS]:
            terminalreporter.line(line)
