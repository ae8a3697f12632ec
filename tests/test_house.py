"""The house keeps its shape: layers, sizes, public names, plugin folders, hooks."""

import ast
import inspect
import statistics
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import workout_core
from every import every
from workout_core import hookspecs

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = [ROOT / name for name in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]
MODULES = sorted(path for package in PACKAGES for path in package.rglob("*.py"))
FLOORS = (
    ("languages", "patterns"),
    ("errors", "science"),
    ("budget", "units", "exercises", "files", "time_zones"),
    ("model",),
    ("analysis", "fields"),
    ("phrases",),
    ("formats", "plans"),
    ("recipes", "speech"),
    ("hookspecs", "html", "notation"),
    ("documents", "plugins"),
    ("pipeline",),
    ("audio", "editor", "testing"),
    ("feed", "publish", "site", "watch"),
    ("cli",),
    ("__main__",),
)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "workout_core").with_suffix("").parts).removesuffix(".__init__")


def _room(module: str) -> str:
    return module.partition(".")[0]


def _floor(module: str) -> int:
    floors = [number for number, rooms in enumerate(FLOORS) if _room(module) in rooms]
    assert floors, f"{module} has no floor in this test"
    return floors[0]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def _imports(path: Path) -> tuple[str, ...]:
    """Return every module that *path* imports, wherever it does: in functions and for type checkers too."""
    return tuple(_imported(_tree(path)))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _dotted(path: Path) -> str:
    package = next(package for package in PACKAGES if package in path.parents)
    return ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


DOTTED = {_dotted(path): path for path in MODULES if path != PACKAGES[0] / "__init__.py"}
CORE = [path for path in MODULES if "workout_core" in path.parts and path != PACKAGES[0] / "__init__.py"]


@every("path", CORE, ids=_name)
def test_imports_only_go_downwards(path):
    here = _floor(_name(path))
    for module in _imports(path):
        if module in DOTTED:
            other = module.removeprefix("workout_core.")
            same = _room(other) == _room(_name(path))
            assert same or _floor(other) < here, f"{_name(path)} imports {other}, which is not below it"


def test_no_module_imports_itself_by_way_of_others():
    imports = {name: {each for each in _imports(path) if each in DOTTED} for name, path in DOTTED.items()}
    assert [name for name in DOTTED if name in _reached(imports, name)] == []


def _reached(imports: dict[str, set[str]], start: str) -> set[str]:
    """Return every module that *start* leads to, itself only if there is a circle."""
    seen: set[str] = set()
    left = [start]
    while left:
        new = imports[left.pop()] - seen
        seen |= new
        left += new
    return seen


def test_only_the_default_book_of_exercises_asks_what_the_whole_house_offers():
    public = {f"workout_core.{name}" for name in workout_core._HOMES}
    assert [_name(path) for path in CORE if public & set(_imports(path))] == ["exercises.book"]


@pytest.mark.parametrize(
    "package", [path for path in PACKAGES if path.name != "workout_core"], ids=lambda path: path.name
)
def test_a_plugin_imports_the_public_names_and_nothing_deeper(package):
    for path in package.rglob("*.py"):
        for module in _imports(path):
            assert module not in DOTTED or module.startswith(package.name), f"{path.name} imports {module}"


def test_time_zones_come_from_one_place():
    sources = {"zoneinfo", "tzdata", "dateutil"}
    asking = [path for path in MODULES if sources & {name.partition(".")[0] for name in _imports(path)}]
    assert [path.name for path in asking] == ["time_zones.py"]


PRINTED = {"click.echo", "click.secho", "click.style", "click.echo_via_pager", "click.get_text_stream"}
STREAMS = {"sys.stdin", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}


def _printed(tree: ast.Module) -> set[str]:
    """Return the ways past the terminal that *tree* takes."""
    attributes = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return attributes & (PRINTED | STREAMS) | names & {"print"}


def test_all_printing_goes_by_the_terminal():
    printing = [path for path in MODULES if _printed(_tree(path))]
    assert [path.name for path in printing] == ["terminal.py"]


@pytest.mark.parametrize(
    "code", ["click.echo('a')", "print(a)", "sys.stdout.buffer.write(a)", "x = click.style"]
)
def test_a_way_past_the_terminal_is_found(code):
    assert _printed(ast.parse(code))


def test_commands_find_plugins_in_one_way():
    rooms = [path for path in CORE if _room(_name(path)) == "cli"]
    finding = [path for path in rooms if "Registry.discover" in {*map(ast.unparse, _attributes(path))}]
    assert [path.name for path in finding] == ["discovered.py"]


def _attributes(path: Path) -> Iterator[ast.Attribute]:
    yield from (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Attribute))


def test_no_two_classes_share_a_name():
    homes = defaultdict(set)
    for path in MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.ClassDef):
                homes[node.name.lstrip("_")].add(str(path.relative_to(ROOT)))
    assert {name: sorted(paths) for name, paths in homes.items() if len(paths) > 1} == {}


FORMATS = frozenset(PROJECT["project"]["entry-points"]["workout_core"])
LOOKED_UP = ("get", "pop", "startswith", "endswith", "removesuffix")


def _asked(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what *tree* decides by: both sides of comparisons, patterns, keys that are looked up."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
        elif isinstance(node, ast.MatchValue):
            yield node.value
        elif isinstance(node, ast.Subscript):
            yield node.slice
        elif isinstance(node, ast.Dict):
            yield from (key for key in node.keys if key is not None)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in LOOKED_UP:
            yield from node.args


OTHER_MEANINGS = {
    "fields.annotations": {"text"},  # what a parameter may be
    "fields.measures": {"text"},
    "fields.parameters": {"text"},
    "notation.layout": {"text"},  # a part of a pattern
}


def _formats_asked_for(tree: ast.Module) -> set[str]:
    constants = (
        inner for asked in _asked(tree) for inner in ast.walk(asked) if isinstance(inner, ast.Constant)
    )
    return {each.value for each in constants if isinstance(each.value, str)} & FORMATS


@every("path", CORE, ids=_name)
def test_nothing_outside_its_plugin_is_decided_by_the_name_of_a_format(path):
    assert _formats_asked_for(_tree(path)) == OTHER_MEANINGS.get(_name(path), set())


@pytest.mark.parametrize(
    "code",
    [
        "exporter.name == 'fit'",
        "'ics' != name",
        "name in ('json', 'ics')",
        "name not in {'fit'}",
        "match name:\n case 'fit' | 'ics': pass",
        "WRITERS['fit']",
        "WRITERS.get('ics', None)",
        "{'fit': 1}[name]",
    ],
)
def test_a_branch_on_the_name_of_a_format_is_found(code):
    assert _formats_asked_for(ast.parse(code))


@pytest.mark.parametrize("code", ["DEFAULT = ('fit', 'ics')", "'outfit' == name", "export(plan, 'fit')"])
def test_the_name_of_a_format_as_data_is_no_branch(code):
    assert not _formats_asked_for(ast.parse(code))


def _functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                assert node.end_lineno is not None
                yield f"{path.name}:{node.name}", node.end_lineno - node.lineno + 1


def test_modules_and_functions_are_small():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    functions = dict(_functions())
    assert {path.name: size for path, size in lengths.items() if size > 300} == {}
    assert {name: size for name, size in functions.items() if size > 50} == {}
    assert statistics.median(lengths.values()) <= 110
    assert statistics.median(functions.values()) <= 8


@every("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path):
    docstring = ast.get_docstring(_tree(path))
    assert docstring
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":"))


def test_every_public_name_is_there_and_sorted():
    assert workout_core.__all__ == sorted(workout_core.__all__)
    for name in workout_core.__all__:
        assert getattr(workout_core, name) is not None


def test_the_names_for_type_checkers_are_the_names_there_are():
    tree = ast.parse((ROOT / "workout_core" / "__init__.pyi").read_text("utf-8"))
    told = {
        (node.module or "").removeprefix("workout_core.") + "." + alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert told == {f"{module}.{name}" for name, module in workout_core._HOMES.items()}
    assert set(workout_core._HOMES) | {"__version__"} == set(workout_core.__all__)


def test_every_public_name_has_a_docstring():
    for name in workout_core.__all__:
        value = getattr(workout_core, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        workout_core.nothing  # noqa: B018
    assert "export" in dir(workout_core)


def test_plugin_folders_packages_and_entry_points_are_in_step():
    folders = {path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py")}
    assert folders == {path.name for path in PACKAGES if path.name != "workout_core"}
    assert folders == set(PROJECT["project"]["entry-points"]["workout_core"].values())
    assert PROJECT["project"]["version"] == workout_core.__version__


@pytest.mark.parametrize("hook", [name for name in vars(hookspecs) if name.startswith("workout_")])
def test_every_hook_is_documented_with_its_signature(hook):
    function = getattr(hookspecs, hook)
    signature = f"`{hook}() -> {inspect.signature(function).return_annotation}`"
    assert signature in (ROOT / "docs" / "hooks.md").read_text("utf-8")
    assert "Example::" in (inspect.getdoc(function) or "")
    with pytest.raises(NotImplementedError):
        function()
