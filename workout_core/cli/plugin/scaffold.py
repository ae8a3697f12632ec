"""The files of a plugin to start from: text made of the templates beside this module."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

_LINE: Final = 88 + 1
"""What ruff leaves in one line, and its end."""
TEMPLATES: Final = Path(__file__).with_name("templates")


class PluginKind(Enum):
    """What a plugin offers; the value is the option that asks for it."""

    EXPORTER = "exporter"
    PLAN = "plan"
    IMPORTER = "importer"
    RECIPE = "recipe"
    TRANSFORM = "transform"
    VOICE = "voice"

    @property
    def hook(self) -> str:
        """The hook by which it is offered."""
        return f"workout_{'exporter' if self is PluginKind.PLAN else self.value}s"


class _Parts(NamedTuple):
    """What one kind brings into the files.

    Attributes:
        machine: the name of the module that does the work.
        imports: of the public names.
        kit: that tests it.
        use: how it is used, on the command line.
    """

    machine: str
    imports: str
    kit: str
    use: str


_FORMAT: Final = "Capabilities ExportContext Exporter Feature {} hookimpl"
_EXPORT: Final = "workout export --steps '30min @ 5:00/km \"relax\"' --name Easy"
_READ: Final = "printf 'Easy\\nrunning\\n\\n30min @ 5:00/km\\n' > easy.{{name}}\nworkout read easy.{{name}}"
_PARTS: Final = {
    PluginKind.EXPORTER: _Parts(
        "writer", _FORMAT.format("Workout"), "ExporterKit", f"{_EXPORT} --to {{{{name}}}} --out -"
    ),
    PluginKind.PLAN: _Parts(
        "writer", _FORMAT.format("Plan"), "ExporterKit", f"{_EXPORT} --to {{{{name}}}} --out -"
    ),
    PluginKind.IMPORTER: _Parts("reader", "ImportContext Importer Workout hookimpl", "ImporterKit", _READ),
    PluginKind.RECIPE: _Parts(
        "builder", "Recipe Workout hookimpl parameter", "RecipeKit", "workout recipes {{name}}"
    ),
    PluginKind.TRANSFORM: _Parts(
        "change",
        "Transform TransformContext Workout hookimpl",
        "TransformKit",
        f"{_EXPORT} --to json --transform {{{{name}}}} --out -",
    ),
    PluginKind.VOICE: _Parts(
        "speech",
        "Voice VoiceContext hookimpl",
        "VoiceKit",
        "workout plugins {{name}}",
    ),
}


def module_of(name: str) -> str:
    """Return the module of the plugin called *name*."""
    return f"workout_{name.replace('-', '_')}"


def files_of(name: str, kinds: Iterable[PluginKind]) -> dict[str, str]:
    """Return the texts of a distribution that offers *kinds* under *name*, by their paths in its folder."""
    module, kinds = module_of(name), list(kinds)
    package = f"src/{module}"
    texts = {
        "pyproject.toml": _template("pyproject"),
        "README.md": _template("readme").replace("{{use}}", "\n".join(_PARTS[kind].use for kind in kinds)),
        ".gitignore": _template("gitignore"),
        ".github/workflows/test.yml": _template("ci"),
        f"{package}/__init__.py": _card(kinds),
        **{f"{package}/{_PARTS[kind].machine}.py": _template(f"{kind.value}.machine") for kind in kinds},
        f"{package}/py.typed": "",
        f"tests/test_{module.removeprefix('workout_')}.py": _tests(kinds),
    }
    words = {
        "name": name,
        "title": name.replace("-", " ").capitalize(),
        "module": module,
        "distribution": f"workout-{name}",
    }
    return {file: _filled(text, words) for file, text in texts.items()}


def _card(kinds: list[PluginKind]) -> str:
    """Return the module that says what the plugin offers."""
    public = sorted({each for kind in kinds for each in _PARTS[kind].imports.split()}, key=_as_ruff_sorts)
    attrs = "from attrs import frozen\n" if PluginKind.RECIPE in kinds else ""
    head = (
        '"""{{title}}, a plugin of workout-core: what it offers."""\n\n'
        "from __future__ import annotations\n\n"
        f"from collections.abc import Iterable\n\n{attrs}{_import('workout_core', public)}\n"
        "WORKOUT_API = 1\n"
    )
    constants = [kind for kind in kinds if kind in (PluginKind.EXPORTER, PluginKind.PLAN)]
    bodies = [_template(f"{kind.value}.card") for kind in kinds]
    return head + ("" if constants and kinds[0] in constants else "\n\n") + "\n\n".join(bodies)


def _tests(kinds: list[PluginKind]) -> str:
    kits = sorted(_PARTS[kind].kit for kind in kinds)
    reads = PluginKind.IMPORTER in kinds
    types = "from types import MappingProxyType\n\nimport pytest\n" if reads else ""
    public = "from workout_core import DocumentError, Imported, Registry, import_data\n" if reads else ""
    head = (
        '"""The plugin keeps to what is asked of all plugins of workout-core."""\n\n'
        f"{types}{public}{_import_line('workout_core.testing', kits)}\nimport {{{{module}}}}\n\n"
    )
    # a constant stands one line below the imports, and a class two
    gap = "" if kinds[0] is PluginKind.IMPORTER else "\n"
    return head + gap + "\n\n".join(_template(f"{kind.value}.test") for kind in kinds)


def _import_line(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}\n"
    return line if len(line) <= _LINE else _import(module, names)


def _import(module: str, names: list[str]) -> str:
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"


def _as_ruff_sorts(name: str) -> tuple[bool, str]:
    return name.islower(), name


def _template(name: str) -> str:
    return (TEMPLATES / f"{name}.txt").read_text("utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    for word, value in words.items():
        text = text.replace(f"{{{{{word}}}}}", value)
    return text
