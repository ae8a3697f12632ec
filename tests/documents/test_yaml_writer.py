"""YAML is written as PyYAML's own ``dump`` writes it, whatever a document holds."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from workout_core.documents.yaml_writer import yaml_of

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=140) | st.sampled_from(
    ["", "no", "1km", "4:30", "~", "2026-08-04", "- a", "a: b", "a\nb", " a ", "łąka 🙂", "# a", "a" * 130]
)
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
)


class Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and what comes twice twice."""

    def ignore_aliases(self, data):  # noqa: ARG002 - its signature
        return True


Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
@example({})
@example({"a": [{"b": [], "c": {}}], "d": [["e"]]})
@example({"k" * length: length for length in range(95, 132)})
@example({"a b" * 42: {"c": 1}})
@example({"a": ["1", 1, 1.0, True, "True", None, "null", 1e16, "1e16", ""]})
def test_the_bytes_are_those_of_pyyaml(value):
    expected = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=2**31)
    assert yaml_of(value) == expected
