"""Every broken document of the tests of documents, by what it is called."""

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

DOCUMENTS = Path(__file__).with_name("documents")
NAMES = {
    "test_broken": "broken.yaml",
    "test_broken_json": "broken.json",
    "test_broken_notation": "broken.yaml",
    "test_broken_people": "broken.yaml",
    "test_broken_steps": "broken.yaml",
    "test_broken_yaml": "broken.yaml",
}


def broken_documents() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each that a file can hold."""
    for module, name in NAMES.items():
        spec = spec_from_file_location(module, DOCUMENTS / f"{module}.py")
        assert spec is not None
        assert spec.loader is not None
        found = module_from_spec(spec)
        spec.loader.exec_module(found)
        for text, _ in found.BROKEN.values():
            if "\ud800" not in text:
                yield name, text
