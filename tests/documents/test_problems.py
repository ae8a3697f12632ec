"""All problems of a document are told at once, in the order of the file, and in words of bearable length."""

import pytest

from workout_core import DocumentError, Problem, read_bytes, read_document, read_text

SEVERAL = """\
plan: Form
sesions: []
description: [UTC]
sessions:
  - slot: a
    date: tomorrow
    workout:
      steps: |
        warmpu 10min
        6x
          400m @ Z11 HR
          200m jgo
      sprot: running
      workout: {name: Hills}
  - slot: b
    event: {event: Call, kind: live}
"""
TOLD = """\
plan.yaml:2:1: 'sesions' is not a key of a plan ('sessions' is given already)
    sesions: []
    ^
plan.yaml:3:14: description: must be a text
    description: [UTC]
                 ^
plan.yaml:6:11: sessions[0].date: 'tomorrow' is not a date (like '2026-08-03')
        date: tomorrow
              ^
plan.yaml:9:9: sessions[0].workout.steps: 'warmpu' is not part of a step (did you mean 'warmup'?)
            warmpu 10min
            ^
plan.yaml:11:18: sessions[0].workout.steps: zone must be 1 to 10: 11
              400m @ Z11 HR
                     ^
plan.yaml:12:16: sessions[0].workout.steps: 'jgo' is not part of a step (did you mean 'jog'?)
              200m jgo
                   ^
plan.yaml:13:7: sessions[0].workout: 'sprot' is not a key of a workout (did you mean 'sport'?)
          sprot: running
          ^
plan.yaml:14:16: sessions[0].workout.workout: must be a text
          workout: {name: Hills}
                   ^
plan.yaml:15:5: sessions[1]: a session needs 'date:'
      - slot: b
        ^
plan.yaml:16:32: sessions[1].event.kind: 'live' is not a kind of event (one of call, video, race, rest, note)
        event: {event: Call, kind: live}
                                   ^"""
LONG = "ab" * 50_000


def _error(text: str, **how: bool) -> DocumentError:
    with pytest.raises(DocumentError) as raised:
        read_text(text, "plan.yaml", **how)
    return raised.value


def test_every_problem_is_told_at_once_and_in_the_order_of_the_file():
    assert str(_error(SEVERAL)) == TOLD


def test_every_problem_carries_its_parts():
    assert _error(SEVERAL).problems[1] == Problem(
        message="must be a text",
        path="description",
        line=3,
        column=14,
        file="plan.yaml",
        text="description: [UTC]",
    )


def test_numbers_that_each_make_no_sense_are_told_together():
    error = _error("athlete: Ada\nftp: -240\nresting_heart_rate: 4\nmax_heart_rate: 900\n")

    assert [(problem.line, problem.path) for problem in error.problems] == [
        (2, "ftp"),
        (3, "resting_heart_rate"),
        (4, "max_heart_rate"),
    ]


def test_a_hundred_problems_are_enough():
    lines = [f"wrong{number}: x" for number in range(1000)]

    error = _error("\n".join(["workout: Broken", *lines, "steps: 10min"]))

    assert [problem.line for problem in error.problems] == list(range(2, 102))


@pytest.mark.parametrize(
    "document",
    [
        f"{LONG}: x\n",
        f'workout: Broken\n? "{LONG}"\n: x\nsteps: 10min\n',
        f"workout: Broken\nsport: {LONG}\nsteps: 10min\n",
        f"workout: Broken\nsteps: [{{duration: {LONG}}}]\n",
        f"workout: Broken\nsteps: [{{duration: {{time: {LONG}}}}}]\n",
        f"workout: Broken\nsteps: [{{duration: {{reps: {LONG}}}}}]\n",
        f"workout: Broken\nsteps: [{{duration: lap, target: {{{LONG}: 1}}}}]\n",
        f"workout: Broken\nsteps: [{{duration: lap, target: {{power: {{low: 1, high: 2, of: {LONG}}}}}}}]\n",
        f"workout: Broken\nsteps: [{{duration: lap, target: {{speed: {{named: 1{LONG}}}}}}}]\n",
        f"workout: Broken\nsteps: {LONG}\n",
        f"workout: Broken\nsteps: 10min @ 1{LONG}\n",
        f"workout: Broken\nlinks: [{LONG}]\nsteps: 10min\n",
        f"workout: !{LONG} Broken\n",
        f"workout: *{LONG}\n",
        f"workout: Broken\nformat: {LONG}\nsteps: 10min\n",
        f"athlete: Ada\nunits: {LONG}\n",
        f"athlete: Ada\nftp: {LONG}\n",
        f"athlete: Ada\nthreshold_pace: {LONG}\n",
        f"athlete: Ada\npaces: {{? {LONG} : slow}}\n",
        f"athlete: Ada\none_rep_max: {{? {LONG} : 9999}}\n",
        f"athlete: Ada\nzones: {{? {LONG} : [1, 2]}}\n",
        f"plan: Form\nsessions: [{{slot: a, date: {LONG}, at: {LONG}}}]\n",
    ],
    ids=lambda document: document.replace(LONG, "…").strip().replace("\n", " "),
)
def test_a_word_too_long_to_be_read_is_cut(document):
    assert all(len(str(problem)) < 500 for problem in _error(document).problems)


@pytest.mark.parametrize("name", ["large.yaml", "large.json"])
def test_a_file_larger_than_any_document_is_not_read(tmp_path, name):
    file = tmp_path / name
    with file.open("wb") as stream:
        stream.truncate(16_000_001)

    with pytest.raises(DocumentError) as error:
        read_document(file)

    assert str(error.value) == f"{file}: larger than 16 MB, which no document is"


def test_a_document_as_large_as_allowed_is_read():
    data = b"workout: Long\nsteps: 10min\n#"

    assert read_bytes(data.ljust(16_000_000, b"#")).name == "Long"
