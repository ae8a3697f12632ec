"""A plugin that goes wrong harms nobody else, and says why when it is asked for."""

import re

import pytest

from distributions import FORMATS, PRELUDE, Site, offering
from workout_core import PluginError, Registry, Status

LAST_LINE = PRELUDE.count("\n") + 1
HOSTILE = {
    "import-error": ("import nowhere", "broken: ModuleNotFoundError: No module named 'nowhere'"),
    "syntax-error": ("def (", f"broken: SyntaxError: invalid syntax (syntax_error.py, line {LAST_LINE})"),
    "exits": ("raise SystemExit('no thanks')", "broken: SystemExit: no thanks"),
    "exits-in-silence": ("import sys; sys.exit()", "broken: SystemExit"),
    "talks-for-long": (
        "raise RuntimeError('well\\n\\t' * 1000)",
        f"broken: RuntimeError: {('well ' * 60)[:300]}…",
    ),
    "paints": ("raise RuntimeError('\\x1b[31mred')", "broken: RuntimeError: \ufffd[31mred"),
    "cannot-speak": (
        "class Mute(Exception):\n    def __str__(self):\n        raise ValueError('mute')\nraise Mute",
        "broken: Mute",
    ),
    "untouchable": (
        "def __getattr__(name):\n    raise RuntimeError(name)",
        "broken: RuntimeError: WORKOUT_API",
    ),
    "misspelt": (
        offering("[exporter()]").replace("exporters", "exporter"),
        "broken: 'workout_exporter' is not a hook (did you mean 'workout_exporters'?)",
    ),
    "misspelt-elsewhere": (
        offering("[exporter()]").replace("@hookimpl", "@hookimpl(specname='workout_formats')"),
        "broken: 'workout_formats' is not a hook (did you mean 'workout_transforms'?)",
    ),
    "without-hooks": ("", "broken: it implements no hook (is '@hookimpl' missing?)"),
    "without-a-mark": (
        offering("[exporter()]").removeprefix("@hookimpl\n"),
        "broken: it implements no hook (is '@hookimpl' missing?)",
    ),
    "asks": (
        offering("[exporter()]").replace("()", "(config, registry, verbose=False)", 1),
        "broken: workout_exporters asks for config, registry (hooks get no arguments)",
    ),
    "raises": (offering("1 / 0"), "broken: ZeroDivisionError: division by zero"),
    "raises-late": (
        "@hookimpl\ndef workout_exporters():\n    yield exporter()\n    raise RuntimeError('late')\n",
        "broken: RuntimeError: late",
    ),
    "gives-none": (
        offering("None"),
        "broken: workout_exporters returns None (give a list of Exporter records)",
    ),
    "gives-one": (
        offering("exporter()"),
        "broken: workout_exporters returns Exporter (give a list of Exporter records)",
    ),
    "gives-text": (offering("'tcx'"), "broken: workout_exporters offers 'str' (give Exporter records)"),
    "gives-a-dict": (
        offering("[exporter(), {'name': 'tcx'}]"),
        "broken: workout_exporters offers 'dict' (give Exporter records)",
    ),
    "gives-a-class": (
        offering("[Exporter]"),
        "broken: workout_exporters offers 'type' (give Exporter records)",
    ),
    "gives-an-importer": (
        offering("[Importer(name='tcx', title='TCX', suffixes=['.tcx'], read=bytes)]"),
        "broken: workout_exporters offers 'Importer' (give Exporter records)",
    ),
    "gives-the-unshowable": (
        "class Mute:\n    def __repr__(self):\n        raise ValueError('mute')\n" + offering("[Mute()]"),
        "broken: workout_exporters offers 'Mute' (give Exporter records)",
    ),
    "gives-twice": (offering("[exporter(), exporter()]"), "broken: workout_exporters offers 'tcx' twice"),
    "badly-named": (
        offering("[exporter('my format')]"),
        "broken: 'my format' cannot be a name (use lower-case letters, digits and hyphens)",
    ),
    "badly-optioned": (
        offering("[exporter(options=dict)]"),
        "broken: tcx: options must be an attrs class: <class 'dict'>",
    ),
    "from-the-future": (
        "WORKOUT_API = 99\n" + offering("[exporter()]"),
        "incompatible: it is written for plugin API 99, and this is 1",
    ),
    "from-a-text": (
        "WORKOUT_API = '1'\n" + offering("[exporter()]"),
        "incompatible: it is written for plugin API '1', and this is 1",
    ),
}
BUILT_IN = set(FORMATS)
EXPORT = ("export", "--steps", "10min", "--out", "-")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of distributions on the path of this interpreter."""
    monkeypatch.syspath_prepend(tmp_path)
    site = Site(tmp_path)
    yield site
    site.forget()


def formats(registry: Registry) -> set[str]:
    return {exporter.name for exporter in registry.exporters()}


@pytest.mark.parametrize(
    ("name", "code", "reason"), [(name, *row) for name, row in HOSTILE.items()], ids=list(HOSTILE)
)
def test_a_hostile_plugin_stands_alone_and_says_why(site, name, code, reason):
    site.install(name, code)
    registry = Registry.discover({})
    (plugin,) = [each for each in registry.plugins if each.name == f"{name}:{name}"]
    assert f"{plugin.status.value}: {plugin.reason}" == reason
    assert plugin.records == {}
    assert formats(registry) == BUILT_IN
    message = f"'{name}' is not available: {name}:{name} is {reason}"
    with pytest.raises(PluginError, match=f"^{re.escape(message)}$") as caught:
        registry.exporter(name)
    assert caught.value.plugins == (f"{name}:{name}",)
    assert caught.value.__cause__ is plugin.error


@pytest.mark.slow
def test_all_of_them_together_are_explained_without_a_traceback(tmp_path):
    site = Site(tmp_path)
    for name, (code, _) in HOSTILE.items():
        site.install(name, code)
    listed = site.run("plugins")
    assert (listed.returncode, listed.stderr) == (0, "")
    lines = {
        line.split(":")[0]: re.sub(r" [0-9]+ ms", "", " ".join(line.split()))
        for line in listed.stdout.splitlines()
    }
    for name, (_, reason) in HOSTILE.items():
        status, _, why = reason.partition(": ")
        assert lines[name] == f"{name}:{name} 1.0 {status} {why}"
    for format_name in BUILT_IN:
        written = site.run(*EXPORT, "--to", format_name)
        assert (written.returncode, written.stderr) == (0, "")
    refused = site.run(*EXPORT, "--to", "raises-late")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        "error: 'raises-late' is not available: raises-late:raises-late is broken: RuntimeError: late\n"
    )


@pytest.mark.parametrize(
    "code",
    ["raise KeyboardInterrupt", offering("[1 for _ in iter(int, 1)]").replace("1 for", "interrupt() for")],
    ids=["at import", "in a hook"],
)
def test_an_interrupt_is_not_swallowed(site, code):
    site.install("slow", "def interrupt():\n    raise KeyboardInterrupt\n" + code)
    with pytest.raises(KeyboardInterrupt):
        Registry.discover({})
    stopped = site.run("plugins")
    assert (stopped.returncode, stopped.stdout, stopped.stderr.strip()) == (130, "", "interrupted")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("hollow:nothing", "AttributeError: module 'hollow' has no attribute 'nothing'"),
        ("hollow_elsewhere", "ModuleNotFoundError: No module named 'hollow_elsewhere'"),
    ],
    ids=["no such attribute", "no such module"],
)
def test_an_entry_point_that_leads_nowhere_is_a_broken_plugin(site, value, reason):
    site.install("hollow", entry_points=f"[workout_core]\nhollow = {value}\n")
    registry = Registry.discover({})
    assert [(each.status, each.reason) for each in registry.plugins if each.name == "hollow:hollow"] == [
        (Status.BROKEN, reason)
    ]
    assert formats(registry) == BUILT_IN


@pytest.mark.parametrize("value", ["not a module!", "", "hollow:", "hollow [extra"])
def test_an_entry_point_that_makes_no_sense_is_a_broken_plugin(site, value):
    site.install("hollow", entry_points=f"[workout_core]\nhollow = {value}\n")
    registry = Registry.discover({})
    assert [each.status for each in registry.plugins if each.name.startswith("hollow:")] == [Status.BROKEN]
    assert formats(registry) == BUILT_IN


@pytest.mark.parametrize(
    ("files", "name", "version"),
    [
        ({"metadata": "Metadata-Version: 2.1\nVersion: 1.0\n"}, "unknown:tcx", "1.0"),
        ({"metadata": "Metadata-Version: 2.1\nName: acme\n"}, "acme:tcx", ""),
        ({"metadata": ""}, "unknown:tcx", ""),
        ({}, "unknown:tcx", ""),
        ({"metadata": "Metadata-Version: 2.1\nName: café\nVersion: 1.0\n"}, "unknown:tcx", ""),
    ],
    ids=["no name", "no version", "empty", "no metadata", "another encoding"],
)
def test_metadata_that_are_missing_or_unreadable_do_not_matter(site, files, name, version):
    site.install("acme", offering("[exporter()]"), entry_points="[console_scripts]\n")
    site.describe("other", entry_points="[workout_core]\ntcx = acme\n", **files)
    registry = Registry.discover({})
    assert [(each.name, each.version) for each in registry.plugins if each.short_name == "tcx"] == [
        (name, version)
    ]
    assert formats(registry) == BUILT_IN | {"tcx"}


def test_entry_points_that_cannot_be_read_are_a_broken_plugin_only_if_they_are_ours(site):
    site.install("acme", entry_points="[workout_core]\nno equals sign\n")
    site.install("stranger", entry_points="[console_scripts]\nno equals sign\n")
    site.install("foreigner", entry_points="[workout_core]\ncafé\n")
    registry = Registry.discover({})
    broken = {each.name: each.status for each in registry.plugins if each.status is not Status.LOADED}
    assert broken == {"acme:entry_points.txt": Status.BROKEN}
    assert formats(registry) == BUILT_IN
    assert site.run("plugins").returncode == 0
