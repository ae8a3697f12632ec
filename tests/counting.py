"""Work as the number of functions that are called: the same on every machine."""

import sys
from collections.abc import Callable

from workout_core import WorkoutError


def calls(action: Callable[[], object]) -> int:
    """Count the Python and C functions that *action* calls, whether it is refused or not."""
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        action()
    except WorkoutError:
        pass
    finally:
        sys.setprofile(before)
    return count
