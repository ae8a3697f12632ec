"""What is known of a model of watches, and how a table of it is read."""

import pytest

from watches import PROFILES
from workout_core import Connection, InvalidWorkout, Registry, WatchProfile, hookimpl, read_watches
from workout_core.watch.fit_messages import WatchLimits
from workout_core.watch.profiles import limits_of, profile_of

FEW = WatchProfile(name="Acme", models=["Acme*"], workouts=10)
ONE = WatchProfile(name="Acme One", models=["Acme One", "Acme 1*"], products=[4711], steps=20)


@pytest.mark.parametrize(
    ("model", "product", "name"),
    [
        ("Acme", None, "Acme"),
        ("ACME two", None, "Acme"),
        ("Garmin Acme two", None, "Acme"),
        ("acme-one", None, "Acme One"),
        ("Ācmé 1 Plus", None, "Acme One"),
        ("Montre", 4711, "Acme One"),
        ("Acme two", 4711, "Acme One"),
        ("Acme two", 4712, "Acme"),
        ("Montre", None, "any watch of today"),
        ("", None, "any watch of today"),
        ("*", None, "any watch of today"),
    ],
)
def test_the_profile_that_fits_best_counts(model, product, name):
    assert profile_of([FEW, ONE], model, product).name == name
    assert profile_of([ONE, FEW], model, product).name == name


def test_a_watch_of_which_nothing_is_known_takes_what_is_usual():
    assert limits_of(profile_of([], "Forerunner 935")) == WatchLimits(workouts=25, steps=50)
    assert limits_of(FEW) == WatchLimits(workouts=10, steps=50)


def test_a_table_says_what_a_record_does():
    table = (
        "name,models,products,connects,folder,workouts,steps,options\n"
        "Acme One,Acme One; Acme 1*,4711;4712,media device,plans,10,20,device=fr935; notes_bytes=49\n"
        '"Acme, Two",,,,,,,\n'
    )
    assert read_watches(table) == (
        WatchProfile(
            name="Acme One",
            models=["Acme One", "Acme 1*"],
            products=[4711, 4712],
            connects=Connection.MEDIA_DEVICE,
            folder="plans",
            workouts=10,
            steps=20,
            options={"device": "fr935", "notes_bytes": "49"},
        ),
        WatchProfile(name="Acme, Two"),
    )


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "line 1: the column 'name' is missing"),
        ("model\nAcme\n", "line 1: 'model' is no column (did you mean 'models'?)"),
        ("name,steps\nAcme\n", "line 2: has not as many fields as line 1"),
        ("name,steps\nAcme,5,6\n", "line 2: has not as many fields as line 1"),
        ("name,steps\nAcme,many\n", "line 2: steps: 'many' is not a whole number"),
        ("name,steps\nAcme,0\n", "line 2: steps must be 1 to 10000: 0"),
        ("name,products\nAcme,1;x\n", "line 2: products: 'x' is not a whole number"),
        ("name,products\nAcme,70000\n", "line 2: products must be 1 to 65534: 70000"),
        ("name,options\nAcme,device\n", "line 2: options: 'device' gives no value (write it 'name=value')"),
        (
            "name,connects\nA,usb\n",
            "line 2: connects: 'usb' is not a way to connect (one of drive, media device)",
        ),
        ("name,folder\nA,..\n", "line 2: folder: '..' is not the name of one folder (like 'plans')"),
        ("name,folder\nA,a/b\n", "line 2: folder: 'a/b' is not the name of one folder (like 'plans')"),
        ("name\n*\n", "line 2: models: a name without letters would be that of any watch"),
        ('name\n"Acme\n', "line 2: unexpected end of data"),
        ("name,steps\n,5\n", "line 2: name is missing"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(table, message):
    with pytest.raises(InvalidWorkout) as caught:
        read_watches(table)
    assert str(caught.value) == message


def test_the_profiles_of_the_house_are_offered_by_a_plugin_like_any_other():
    class Acme:
        @hookimpl
        def workout_watches(self):
            return [ONE]

    assert Registry.of(Acme()).watches() == (ONE,)
    assert profile_of(PROFILES, "Forerunner 935").options == (("device", "fr935"),)
    assert profile_of(PROFILES, "Forerunner 935 APAC", 2833).name == "Forerunner 935"
    known = [each.name for each in PROFILES if each.connects is Connection.MEDIA_DEVICE]
    assert {"Forerunner 255", "fenix 7", "Edge 1050", "Wahoo"} <= set(known)
    assert not [each for each in PROFILES if each.name in ("Forerunner 55", "Forerunner 165")]
