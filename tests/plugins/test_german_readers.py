"""Files of others in German: what is told of them is, and what the workouts are called is not."""

import pytest

from workout_core import DocumentError, Registry, import_data, in_language

REGISTRY = Registry.discover()
ZWO = b"""<workout_file>
<sportType>yoga</sportType>
<workout>
<SteadyState Duration="600" Power="85"/>
<FreeRide/>
</workout>
</workout_file>
"""
NAMELESS = {
    "zwo": b'<workout_file><workout><FreeRide Duration="600"/></workout></workout_file>',
    "intervals-icu": b"- 10m Z2 HR\n",
}


def _imported(data, name, file="", language="de"):
    with in_language(language):
        return import_data(data, name, registry=REGISTRY, file=file)


def test_what_is_doubtful_in_a_zwo_file_is_told_in_german():
    told = [f"{each.line}: {each.message}" for each in _imported(ZWO, "zwo").warnings]
    assert told == [
        "2: sportType: 'yoga' wird als Radfahren gelesen (bike, run oder swim)",
        "4: SteadyState Power: '85' wird als Prozentsatz gelesen (1.0 ist die ganze Schwelle)",
        "5: FreeRide: hat keine Dauer und entfällt (Duration)",
    ]


def test_a_text_of_intervals_icu_without_a_step_is_refused_in_german():
    with pytest.raises(DocumentError) as caught:
        _imported(b"Hallo", "intervals-icu")
    (problem,) = caught.value.problems
    assert problem.message == "hat keinen Schritt (etwa '- 10m Z2 HR', mit einem Strich am Anfang der Zeile)"


@pytest.mark.parametrize("name", NAMELESS)
def test_a_workout_without_a_name_is_called_the_same_in_every_language(name):
    """Its identity hangs on its name, and so does the name of the file that it becomes."""
    german, english = (_imported(NAMELESS[name], name, language=each).subject for each in ("de", "en"))
    assert german == english
