"""Pages to print: all of a plan, and the splits of a race as a band to wear."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.editor.desk import Asked
from workout_core.editor.split_table import legs_of
from workout_core.editor.taking import Taken, TakenFile, stem_of
from workout_core.editor.texts import no_subject, read_whatever
from workout_core.editor.underlining import Remark, Severity
from workout_core.html.band import band_html, band_text
from workout_core.html.plan_page import plan_html
from workout_core.languages import gettext
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.phrases import say_totals
from workout_core.pipeline.export import readings_for


@frozen(kw_only=True)
class Print(Asked):
    """Ask for pages to print.

    Attributes:
        today: the day that a plan marks.
    """

    today: date | None = None


def pages(asked: Print) -> Taken:
    """Return the page of a plan, or the band of a race, as a page and as plain text."""
    desk = asked.desk
    read = read_whatever(asked, desk)
    subject = next(iter(read.documents), None)
    wrong = tuple(each for each in read.told if each.severity is Severity.ERROR)
    if isinstance(subject, Plan):
        page = plan_html(subject, readings_for(subject, desk.athlete), today=asked.today)
        return Taken(files=(_file(f"{stem_of(asked.name, subject.name)}.html", page),), problems=wrong)
    if not isinstance(subject, Workout):
        return Taken(problems=wrong or (no_subject(read.kind),))
    stem = f"{stem_of(asked.name, subject.name)}-band"
    made = _band(Readings(desk.athlete).of(subject), stem)
    no_splits = Remark(message=gettext("says no splits (a race does: 'race 10km in 47:30 by 1km')"))
    return Taken(files=made, problems=(*wrong, *(() if made else (no_splits,))))


def _band(reading: Reading, stem: str) -> tuple[TakenFile, ...]:
    legs = legs_of(reading)
    if not legs:
        return ()
    given = (reading.workout.name, say_totals(reading), legs, reading.units)
    return _file(f"{stem}.html", band_html(*given)), _file(f"{stem}.txt", band_text(*given))


def _file(name: str, text: str) -> TakenFile:
    kind = "html" if name.endswith(".html") else "plain"
    return TakenFile(name=name, format="page", media_type=f"text/{kind}", data=text.encode())
