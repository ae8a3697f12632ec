"""What becomes of a test whose client is not installed."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skip the test and say *what* is not here, or fail where clients are required, as in ``.ci/clients``."""
    if os.environ.get("WORKOUT_REQUIRE_CLIENTS"):
        pytest.fail(what)
    pytest.skip(what)
