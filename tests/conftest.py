"""The settings every property test runs with."""

import os

from hypothesis import settings

settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "100")),
    print_blob=True,
)
settings.load_profile("default")
