"""A word that a message about a document suggests is right where it suggests it."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workout_core import DocumentError, read_document

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
MEANT = re.compile(r"^(?P<q>['\"])(?P<wrong>.+?)(?P=q).*did you mean '(?P<meant>[^']+)'\?")
WORD = re.compile(r"(?<![\w.])[A-Za-z_]{4,}(?![\w.])")


def _problems(path, text):
    path.write_text(text, encoding="utf-8")
    try:
        read_document(path)
    except DocumentError as refused:
        return refused.problems
    return ()


@given(data=st.data())
def test_what_is_suggested_for_a_slip_is_right_there(tmp_path_factory, data):
    text = data.draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8")
    word = data.draw(st.sampled_from(list(WORD.finditer(text))))
    at = data.draw(st.integers(word.start(), word.end() - 2))
    slip = data.draw(st.sampled_from([text[at + 1] + text[at], text[at], text[at] + text[at : at + 2]]))
    path = tmp_path_factory.getbasetemp() / "example.yaml"

    wrong = f"{text[:at]}{slip}{text[at + 2 :]}"
    for problem in _problems(path, wrong):
        found = MEANT.match(problem.message)
        line = wrong.splitlines()[problem.line - 1] if problem.line else ""
        start = problem.column - 1
        if not found or line[start : start + len(found["wrong"])] != found["wrong"]:
            continue
        mended = f"{line[:start]}{found['meant']}{line[start + len(found['wrong']) :]}"
        lines = wrong.splitlines()
        lines[problem.line - 1] = mended
        places = [(each.line, each.column) for each in _problems(path, "\n".join(lines))]
        assert (problem.line, problem.column) not in places, (problem.message, mended)
