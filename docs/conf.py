"""The site that Sphinx builds of these pages: ``sphinx-build -W -d build/doctrees docs build/site``.

The pages are plain Markdown, to be read where they lie as well. Three things are made when the site is built:
its contents from the lists of ``index.md``, the links of the names in ``api.md``, and the reference from the
docstrings of those names.
"""

from __future__ import annotations

import builtins
import re
import sys
from enum import Enum
from importlib import import_module
from inspect import getdoc, isclass, isroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from pygments.lexers.special import TextLexer
from sphinx.addnodes import desc_signature, pending_xref
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

import workout_core

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "workout-core"
author = "The workout-core authors"
version = release = workout_core.__version__
language = "en"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "index"
nitpicky = True

myst_heading_anchors = 4
myst_links_external_new_tab = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_attr_annotations = True
napoleon_use_rtype = False
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = f"workout-core {release}"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
pygments_style = "friendly"
# our own languages, and what people type at a prompt, are shown as they are
highlight_language = "text"

DOCS: Final = Path(__file__).parent
ROW: Final = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
TYPES: Final = ("date",)
"""Types of the standard library in classes of which others are only known to a type checker."""
SECTION: Final = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def names_of(section: str) -> dict[str, str]:
    """Return the public names that a section of api.md lists, in its order, and what it says of each."""
    sections = dict(SECTION.findall((DOCS / "api.md").read_text("utf-8")))
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", sections[section], re.MULTILINE)
    return {name: re.sub(r"\[(.+?)\]\(.+?\)", r"\1", says).replace("`", "``") for name, says in rows}


class PublicNames(SphinxDirective):
    """Document every name of a section of api.md, or those that a module exports, from the docstrings."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the documentation of the names."""
        what = self.arguments[0]
        if what.startswith("workout_core."):
            named = dict.fromkeys(import_module(what).__all__, "")
        else:
            what, named = "workout_core", names_of(what)
            self.env.note_dependency(str(DOCS / "api.md"))
        lines = [line for name, says in named.items() for line in entry(what, name, says)]
        return self.parse_text_to_nodes("\n".join(["```{eval-rst}", *lines, "```"]))


def entry(module: str, name: str, says: str) -> list[str]:
    """Return the directive of a name; a value has no docstring of its own, so api.md says what it is."""
    value = getattr(import_module(module), name)
    if isclass(value):
        kind = "exception" if issubclass(value, BaseException) else "class"
        told = re.findall(r"^    (\w+): ", getdoc(value) or "", re.MULTILINE)
        options = ["members:", f"exclude-members: {', '.join(told)}"]
        if issubclass(value, Enum):
            options.append("undoc-members:")
        return [f".. auto{kind}:: {module}.{name}", *(f"   :{each}" for each in options), ""]
    if isroutine(value):
        return [f".. autofunction:: {module}.{name}", ""]
    if isinstance(value, workout_core.Recipe):
        known = value.known().values()
        takes = ", ".join(each.attribute for each in known)
        says = f"{value.title}. Returns a :class:`Workout`."
        fields = [f"   :param {each.attribute}: {each.says} ({each.measure.name})" for each in known]
        return [f".. py:function:: {module}.{name}(*, {takes})", "", f"   {says}", "", *fields, ""]
    return [f".. py:data:: {module}.{name}", "", *(f"   {line}" for line in told_of(value, name, says)), ""]


def told_of(value: object, name: str, says: str) -> list[str]:
    """Return what api.md *says* of a value, or else the text below it in the module where it is made."""
    if says:
        return [says]
    homes = [each for each in list(sys.modules.values()) if vars(each).get(name) is value]
    texts = (ModuleAnalyzer.for_module(each.__name__).find_attr_docs().get(("", name)) for each in homes)
    return next(filter(None, texts), [])


class SentencesOfProperties:
    """Keep napoleon from reading the words before a colon in a property's first sentence as its type."""

    def __init__(self) -> None:
        self.written: dict[str, list[str]] = {}

    def remember(self, *told: Any) -> None:
        """Write down the docstring of *told*, before napoleon sees it."""
        _app, what, name, _value, _options, lines = told
        if what in ("attribute", "property"):
            self.written[name] = list(lines)

    def restore(self, *told: Any) -> None:
        """Put back what a docstring was, after napoleon."""
        _app, _what, name, _value, _options, lines = told
        lines[:] = self.written.pop(name, lines)


def lead_to_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement
) -> nodes.Node | None:
    """Return a link to a public name that is called by its module, and the words for what is elsewhere.

    What a docstring refers to, and is nowhere, stays a warning.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    last = target.rpartition(".")[2]
    names = [f"workout_core.{last}", f"workout_core.testing.{last}"]
    found = next((name for name in names if name in known_to(env)), None)
    if found is not None:
        place = known_to(env)[found]
        return make_refnode(app.builder, node["refdoc"], place.docname, place.node_id, shown, found)
    return shown if is_elsewhere(target) or target in TYPES or is_in_signature(node) else None


def known_to(env: BuildEnvironment) -> dict[str, Any]:
    """Return where every documented name of Python is."""
    return env.domains.python_domain.objects


def is_elsewhere(target: str) -> bool:
    """Tell whether *target* is a module, or something in a module, that is not on the site."""
    module, _, name = target.rpartition(".")
    try:
        return hasattr(import_module(module), name) if module else name in dir(builtins)
    except ImportError:
        return False


def is_in_signature(node: nodes.Node) -> bool:
    """Tell whether *node* is in a signature, where types are that only a type checker knows by that name."""
    while node is not None and not isinstance(node, desc_signature):
        node = node.parent
    return node is not None


def link_public_names(_app: Sphinx, page: str, source: list[str]) -> None:
    """Link each public name of api.md to its docstring, and make the contents of the lists of index.md."""
    if page == "api":
        source[0] = ROW.sub(r"| {py:obj}`\1 <workout_core.\1>` |", source[0])
    if page == root_doc:
        source[0] = SECTION.sub(with_contents, source[0])


def with_contents(section: re.Match[str]) -> str:
    """Return a section of index.md with the pages of its list in the contents of the site."""
    pages = re.findall(r"^\* \[([^]]+)\]\(([\w/-]+)\.md\)", section[2], re.MULTILINE)
    entries = [f"{title} <{page}>" for title, page in pages]
    contents = ["```{toctree}", ":hidden:", f":caption: {section[1]}", "", *entries, "```", ""]
    return "\n".join([section[0], *contents] if pages else [section[0]])


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what makes the site of the pages."""
    app.add_directive("public-names", PublicNames)
    app.connect("missing-reference", lead_to_public_name)
    app.connect("source-read", link_public_names)
    sentences = SentencesOfProperties()
    app.connect("autodoc-process-docstring", sentences.remember, priority=499)
    app.connect("autodoc-process-docstring", sentences.restore, priority=501)
    app.add_lexer("steps", TextLexer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
