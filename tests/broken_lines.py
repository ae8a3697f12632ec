"""Every line with something wrong in it of the tests of the notation."""

import runpy
from pathlib import Path

NOTATION = Path(__file__).with_name("notation")
BROKEN_LINES = sorted(
    {
        text
        for module in ("test_wrong_notation.py", "test_wrong_strength.py", "test_wrong_generated.py")
        for rows in runpy.run_path(str(NOTATION / module)).values()
        if isinstance(rows, list)
        for text, *_ in rows
        if isinstance(text, str)
    }
)
