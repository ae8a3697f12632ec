"""The ``workout`` command, also as ``python -m workout_core``: it starts fast, and ends fast."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    # Collecting garbage takes a sixth of the time of a short command, and finds nothing to speak of;
    # what is frozen is not searched once more when Python ends.
    gc.disable()
    from workout_core.cli.main import main as run_and_exit  # noqa: PLC0415 - click is not to be collected either

    try:
        run_and_exit()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
