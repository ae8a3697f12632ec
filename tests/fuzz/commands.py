"""The commands that are tried on an input, by its kind; ``#`` is the name of its file."""

from __future__ import annotations

FORMATS = (
    *("chapters", "fit", "fit-schedule", "ics", "intervals-icu", "json", "markdown", "svg", "text", "vtt"),
    "zwo",
)
"""What is written; what a voice says is the same in ``lrc``, ``script`` and ``ssml`` as in ``vtt``."""
REFUSED = (
    *("check #", "check # --to fit --to ics --to json", "fmt #", "read #"),
    *("plan skip # 2026-01-05", "export # --out o"),
)
"""Of what ``show`` refuses: the others would say the same."""
_OF_ALL = (
    *("check #", "check # --to fit --to ics --to json", "check # --athlete ada.yaml --all --json", "fmt #"),
    *("show # --json", "show # --athlete ada.yaml", "export # --out o"),
    *(f"export # --out o --athlete ada.yaml --to {name}" for name in FORMATS),
)
OF_TEXTS = ("show #", "read #", "check #")
OF_WORKOUTS = ("read #", "show # --transform 'shorten to=30min'", "show # --transform by-effort", *_OF_ALL)
OF_PLANS = (
    *_OF_ALL,
    *("plan show #", "plan show # --slots", "plan show # --json", "plan show # --html -"),
    *("plan skip # 2026-01-05", "plan move # 2026-01-05 +1d", "plan swap # 2026-01-05 2026-01-12"),
    *("plan keep # 2026-01-05", "plan shift # 1", "plan pause # 2026-01-12 --for '1 week'"),
    *("plan combine # half.yaml", "plan show # --html - --athlete ada.yaml"),
)
OF_ATHLETES = (
    *("show # --json", "check #", "fmt #", "pace --athlete #", "export six.yaml --out o --athlete #"),
    *("show six.yaml --athlete #", "plan show half.yaml --athlete #", "check half.yaml --to ics --athlete #"),
)
OF_COURSES = (
    *("check #", "fmt #", "export # --out o", "pace --distance 10km --goal 50:00 --course way.gpx"),
    *(
        f"pace --distance 10km --goal 50:00 --course way.gpx {more}"
        for more in ("--by-climb", "--band b.html")
    ),
)
