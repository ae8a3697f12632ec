"""Plugins are found by their entry points, and the environment says which of them are loaded."""

import re
from zipfile import ZipFile

import pytest

from distributions import FORMATS, READABLE, Site, offering
from workout_core import PluginError, Registry, Status, UnknownFormat, WorkoutWarning

BUILT_IN = set(FORMATS)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of distributions on the path of this interpreter."""
    monkeypatch.syspath_prepend(tmp_path)
    site = Site(tmp_path)
    yield site
    site.forget()


def names(records) -> list[str]:
    return [record.name for record in records]


def test_the_built_in_formats_are_plugins_like_any_other():
    registry = Registry.discover({})
    assert {"workout-core:fit", "workout-core:ics", "workout-core:json", "workout-core:zwo"} <= {
        plugin.name for plugin in registry.plugins
    }
    assert set(names(registry.exporters())) >= BUILT_IN
    assert set(names(registry.importers())) >= set(READABLE)


def test_an_installed_plugin_is_found_by_distribution_and_entry_point(site):
    site.install("acme", offering("[exporter()]"), entry_point="training-center")
    (plugin,) = [each for each in Registry.discover({}).plugins if each.name.startswith("acme:")]
    assert (plugin.name, plugin.short_name, plugin.version) == (
        "acme:training-center",
        "training-center",
        "1.0",
    )
    assert plugin.status is Status.LOADED
    assert site.run("export", "--steps", "10min", "--to", "tcx", "--out", "-").stdout == "written"


def test_two_distributions_may_use_one_entry_point_name(site):
    site.install("acme", offering("[exporter('tcx')]"), entry_point="format")
    site.install("bolt", offering("[exporter('mrc')]"), entry_point="format")
    assert set(names(Registry.discover({}).exporters())) >= {"tcx", "mrc", *BUILT_IN}


def test_two_distributions_that_offer_one_format_make_it_unusable_and_are_both_named(site):
    site.install("acme", offering("[exporter('tcx'), exporter('gpx')]"))
    site.install("bolt", offering("[exporter('tcx')]"))
    registry = Registry.discover({})
    assert set(names(registry.exporters())) == {"gpx", *BUILT_IN}
    message = "'tcx' is offered by acme:acme and bolt:bolt (say which: acme:tcx or bolt:tcx)"
    with pytest.raises(PluginError, match=f"^{re.escape(message)}$"):
        registry.exporter("tcx")
    assert Registry.discover({"WORKOUT_DISABLE": "bolt:bolt"}).exporter("tcx").name == "tcx"
    listed = {line.split()[0]: line for line in site.run("plugins").stdout.splitlines()}
    assert listed["acme:acme"].endswith("exporters: tcx, gpx; 'tcx' is contested by bolt:bolt")
    assert listed["bolt:bolt"].endswith("exporters: tcx; 'tcx' is contested by acme:acme")
    assert (
        "tcx: offered by acme:acme and bolt:bolt (say which: acme:tcx or bolt:tcx)"
        in site.run("formats").stderr
    )


def test_a_plugin_that_offers_a_built_in_format_does_not_take_its_name(site):
    site.install("fitter", offering("[exporter('fit')]"), entry_point="fit")
    registry = Registry.discover({})
    assert set(names(registry.exporters())) == BUILT_IN
    assert registry.offer("workout_exporters", "fit").plugin == "workout-core:fit"
    assert registry.exporter("fitter:fit").title == "FIT"
    assert list(registry.told("workout_exporters")) == [
        "fit: is the core's; that of fitter:fit is called fitter:fit"
    ]
    assert site.run("export", "--steps", "10min", "--to", "fitter:fit", "--out", "-").stdout == "written"
    listed = {line.split()[0]: line for line in site.run("plugins").stdout.splitlines()}
    assert listed["fitter:fit"].endswith("exporters: fit; 'fit' is the core's, and this one 'fitter:fit'")


def test_a_name_that_no_plugin_has_draws_a_warning(site):
    site.install("acme", offering("[exporter('tcx')]"))
    told = "WORKOUT_DISABLE: 'acne' is not a plugin (did you mean 'acme'?)"
    with pytest.warns(WorkoutWarning, match=f"^{re.escape(told)}$"):
        assert "tcx" in names(Registry.discover({"WORKOUT_DISABLE": "acne"}).exporters())
    done = site.run("formats", WORKOUT_PLUGINS="tcx,json")
    assert done.stderr == "warning: WORKOUT_PLUGINS: 'tcx' is not a plugin ('workout plugins' lists them)\n"


def test_a_copy_further_down_the_path_is_not_loaded_as_well(site, tmp_path_factory, monkeypatch):
    older = Site(tmp_path_factory.mktemp("older"))
    older.install("acme", offering("[exporter('tcx')]"), metadata="Metadata-Version: 2.1\nName: Acme\n")
    older.describe("extra", metadata="Name: ACME\n", entry_points="[workout_core]\nold = acme\n")
    monkeypatch.syspath_prepend(older.folder)
    site.install("acme", offering("[exporter('mrc')]"))
    monkeypatch.syspath_prepend(site.folder)
    found = [each.name for each in Registry.discover({}).plugins if "acme" in each.name.lower()]
    assert found == ["acme:acme"]


@pytest.mark.parametrize(
    ("environ", "loaded", "reasons"),
    [
        ({}, {"acme:acme", "bolt:mrc"}, set()),
        ({"WORKOUT_DISABLE": ""}, {"acme:acme", "bolt:mrc"}, set()),
        ({"WORKOUT_DISABLE": "acme"}, {"bolt:mrc"}, {"named in WORKOUT_DISABLE"}),
        ({"WORKOUT_DISABLE": "acme:acme , mrc,"}, set(), {"named in WORKOUT_DISABLE"}),
        ({"WORKOUT_DISABLE": "bolt"}, {"acme:acme"}, {"named in WORKOUT_DISABLE"}),
        ({"WORKOUT_PLUGINS": "Bolt, workout_core"}, {"bolt:mrc"}, {"not named in WORKOUT_PLUGINS"}),
        ({"WORKOUT_PLUGINS": "mrc,fit"}, {"bolt:mrc"}, {"not named in WORKOUT_PLUGINS"}),
        ({"WORKOUT_PLUGINS": ""}, set(), {"not named in WORKOUT_PLUGINS"}),
        (
            {"WORKOUT_PLUGINS": "acme:acme,bolt:mrc", "WORKOUT_DISABLE": "acme"},
            {"bolt:mrc"},
            {"named in WORKOUT_DISABLE"},
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_the_environment_excludes_plugins_which_are_then_never_imported(site, environ, loaded, reasons):
    site.install("acme", offering("[exporter('tcx')]"))
    site.install("bolt", offering("[exporter('mrc')]"), entry_point="mrc")
    ours = [each for each in Registry.discover(environ).plugins if not each.name.startswith("workout-core:")]
    assert {each.name for each in ours if each.status is Status.LOADED} == loaded
    assert {each.reason for each in ours if each.status is Status.DISABLED} == reasons
    assert site.imported() == {name.partition(":")[0] for name in loaded}


def test_what_is_disabled_says_so_when_it_is_asked_for():
    registry = Registry.discover({"WORKOUT_DISABLE": "fit,ics"})
    left = names(registry.exporters())
    assert set(left) == BUILT_IN - {"fit", "fit-schedule", "ics"}
    disabled = "'fit' is not available: workout-core:fit is disabled: named in WORKOUT_DISABLE"
    with pytest.raises(PluginError, match=f"^{disabled}$"):
        registry.exporter("fit")
    unknown = (
        f"'tcx' is not a format (one of {', '.join(left)}); "
        "not loaded: workout-core:fit, workout-core:ics ('workout plugins' says why)"
    )
    with pytest.raises(UnknownFormat, match=f"^{re.escape(unknown)}$") as caught:
        registry.exporter("tcx")
    assert caught.value.not_loaded == ("workout-core:fit", "workout-core:ics")


def test_the_environment_of_the_process_counts_when_none_is_given(monkeypatch):
    monkeypatch.setenv("WORKOUT_PLUGINS", "json")
    assert names(Registry.discover().exporters()) == ["json"]


def test_a_plugin_in_an_archive_on_the_path_is_found(tmp_path, monkeypatch):
    code = "import workout_core\n\n@workout_core.hookimpl\ndef workout_exporters():\n    return []\n"
    with ZipFile(archive := tmp_path / "acme.zip", "w") as file:
        file.writestr("packed.py", code)
        file.writestr("packed-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: packed\nVersion: 1.0\n")
        file.writestr("packed-1.0.dist-info/entry_points.txt", "[workout_core]\nmine = packed\n")
    monkeypatch.syspath_prepend(archive)
    (plugin,) = [each for each in Registry.discover({}).plugins if each.name == "packed:mine"]
    assert (plugin.status, plugin.version) == (Status.LOADED, "1.0")


def test_a_format_of_the_house_needs_no_other_plugin(site):
    site.install("acme", offering("[exporter('tcx')]"))
    done = site.run("export", "--steps", "10min", "--to", "fit", "--to", "json", "--out", "out")
    assert (done.returncode, site.imported()) == (0, set())
    done = site.run("export", "--steps", "10min", "--to", "fit", "--to", "tcx", "--out", "out")
    assert (done.returncode, site.imported()) == (0, {"acme"})


def test_a_format_of_the_house_knows_the_exercises_of_other_plugins(site):
    site.install(
        "gym",
        "@hookimpl\ndef workout_exercises():\n"
        "    codes = [('fit', 'shoulder_press.arnold_press', 'exact')]\n"
        "    return [Movement(name='Landmine press', codes=codes)]\n",
    )
    done = site.run_alone(
        "export", "--steps", "Landmine press 3x8", "--sport", "strength", "--to", "fit", "--strict"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_wrong_choice_of_plugins_is_told_once(site):
    for steps in ("10min", "Turkish get-up with a kettlebell 3x8"):
        done = site.run("export", "--steps", steps, "--to", "fit", "--out", "out", WORKOUT_DISABLE="nobody")
        assert done.stderr.count("'nobody' is not a plugin") == 1
