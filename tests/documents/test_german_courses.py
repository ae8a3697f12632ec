"""What is wrong with a GPX file, and what is left out of one, in German."""

import pytest

from every import every
from workout_core import InvalidWorkout, WorkoutWarning
from workout_core.documents.gpx import course_of
from workout_core.languages import in_language

HEAD = b'<gpx version="1.1">'
FAR = b"".join(
    b'<trkpt lat="%g" lon="0"><ele>5</ele></trkpt>' % latitude for latitude in (0, 0.001, 40, 0.002, 0.003)
)
CLIFF = b"".join(
    b'<trkpt lat="%g" lon="0"><ele>%d</ele></trkpt>' % (number / 1000, height)
    for number, height in enumerate((5, 5, 5, 4000, 5, 5, 5))
)
REFUSED = [
    (b"Hallo", "weg.gpx ist keine GPX-Datei (sie hat kein '<gpx>')"),
    (HEAD + b"</gpx>", "weg.gpx enthält keinen Track (exportiere die Strecke als Track)"),
    (
        HEAD + b'<wpt lat="1" lon="1"/></gpx>',
        "weg.gpx enthält 1 Wegpunkt und keinen Track (exportiere die Strecke als Track)",
    ),
    (
        HEAD + b'<wpt lat="1" lon="1"/><wpt lat="1" lon="2"/></gpx>',
        "weg.gpx enthält 2 Wegpunkte und keinen Track (exportiere die Strecke als Track)",
    ),
    (
        HEAD + b'<trk><trkseg><trkpt lat="99" lon="0"/>',
        "weg.gpx:1:33 hat einen Punkt, der nicht auf der Erde liegt: 99.0, 0.0",
    ),
    (
        HEAD + b'<trk><trkseg><trkpt lat="1"/>',
        "weg.gpx:1:33 ist keine vollständige GPX-Datei: ein Punkt ohne 'lon' (exportiere sie neu)",
    ),
]


@every("data, said", REFUSED)
def test_a_file_is_refused_in_german(data, said):
    with in_language("de"), pytest.raises(InvalidWorkout) as caught:
        course_of(data, "weg.gpx")
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (FAR, "weg.gpx:1: die Position 40, 0 ist laufend nicht zu erreichen und entfällt"),
        (CLIFF, "weg.gpx:1: die Höhe 4000 m ist laufend nicht zu erreichen und entfällt"),
    ],
    ids=["a place", "a height"],
)
def test_what_nobody_ran_to_is_told_in_german(points, said):
    with in_language("de"), pytest.warns(WorkoutWarning) as told:
        course_of(HEAD + b"<trk><trkseg>" + points + b"</trkseg></trk></gpx>", "weg.gpx")
    assert [str(each.message) for each in told] == [said]
