"""The settings every property test runs with, and golden files."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).with_name("golden")

# Containers often forbid byte code. Each of the processes that tests start would then compile the project
# anew, which is half of its time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

EXAMPLES_OF_A_PROPERTY = {"quick": 10, "slow": 50}
for name, count in EXAMPLES_OF_A_PROPERTY.items():
    settings.register_profile(
        name,
        deadline=None,
        derandomize=True,
        max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", count)),
        print_blob=True,
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the golden files anew, and to run what takes long."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--slow", action="store_true", help="run the tests marked as slow too")


def pytest_configure(config: pytest.Config) -> None:
    """Try a few examples of every property, or many if there is time, before any module is imported."""
    settings.load_profile("slow" if config.getoption("--slow") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long, and let the summary count it, unless it is asked for."""
    if config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)


def pytest_collection_finish() -> None:
    """Leave out of every search for garbage what stays to the end: modules, and the tests themselves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say what is left out."""
    if config.getoption("--slow"):
        return None
    return "slow tests are left out, and properties get few examples: --slow runs them all, with many"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of this name below ``golden``, or write it there if so asked."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert text == file.read_text("utf-8")

    return compare
