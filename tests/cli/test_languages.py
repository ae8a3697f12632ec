"""Which language somebody is told in: the one that is chosen, or else the athlete's own."""

import json

import pytest

from workout_core.editor.answering import answer
from workout_core.feed.record import read_record

TONGUE = """\
from workout_core import Export, Exporter, Workout, Feature, Capabilities, hookimpl, language

def write(workout, context):
    return language().value.encode()

@hookimpl
def workout_exporters():
    return [Exporter(name="tongue", title="Tongue", suffix=".txt", media_type="text/plain",
                     subject=Workout, supports=Capabilities(features=set(Feature)), write=write)]
"""
DOCUMENTS = {
    "tongue.py": TONGUE,
    "ada.yaml": "athlete: Ada\nlanguage: de\n",
    "bo.yaml": "athlete: Bo\n",
    "run.yaml": "workout: Run\nsteps: easy 30min\n",
    "plan.yaml": "plan: Try\nstart: 2026-08-03\nweeks:\n  - tue: easy 30min\n",
    "hers.yaml": "plan: Hers\nathlete: ada.yaml\nstart: 2026-08-03\nweeks:\n  - tue: easy 30min\n",
    "squad.yaml": "squad: Two\nplan: plan.yaml\nathletes:\n  - ada.yaml\n"
    "  - {athlete: bo.yaml}\n  - {athlete: bo.yaml, id: Beau, language: de}\n",
}


@pytest.fixture(autouse=True)
def documents(folder):
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("command", "spoken"),
    [
        ("export run.yaml", "en"),
        ("export run.yaml --athlete bo.yaml", "en"),
        ("export run.yaml --athlete ada.yaml", "de"),
        ("export run.yaml --language de", "de"),
        ("--language de export run.yaml", "de"),
        ("export run.yaml --athlete ada.yaml --language en", "en"),
        ("export hers.yaml", "de"),
        ("export hers.yaml --language en", "en"),
    ],
)
def test_a_file_is_in_the_language_of_who_reads_it(workout, command, spoken):
    done = workout(*command.split(), "--to", "tongue", "--plugin", "tongue.py", "--out", "-")
    assert (done.err, done.out.strip()) == ("", spoken)


def test_each_document_is_in_the_language_of_its_own_athlete(workout, folder):
    workout("export", "hers.yaml", "plan.yaml", "--to", "tongue", "--plugin", "tongue.py", "--out", "o")
    said = {file: file.read_text() for file in (folder / "o").rglob("*.txt")}
    assert sorted(said.values()) == ["de", "en"]


def test_each_athlete_of_a_squad_is_told_in_their_own(workout, folder):
    workout("export", "squad.yaml", "--to", "tongue", "--plugin", "tongue.py", "--out", "o")
    said = {file.parts[-3]: file.read_text() for file in (folder / "o").rglob("*.txt")}
    assert said == {"ada": "de", "bo": "en", "beau": "de"}


def test_a_feed_remembers_the_language_that_was_chosen(workout, folder):
    ours = ("feed", "build", "--to", "tongue", "--plugin", "tongue.py", "--out", "site")

    def told(*more):
        workout(*ours, *more)
        # a session without a name is called what its steps say, and so is its file
        return [file.read_text() for file in (folder / "site").rglob("*.txt")]

    assert told("plan.yaml", "--language", "de") == ["de"]
    assert read_record(folder / "site").language.value == "de"
    assert told() == ["de"]
    assert told("--language", "en") == ["en"]


def test_a_feed_without_a_choice_is_in_the_language_of_the_athlete(workout, folder):
    workout(
        "feed", "build", "hers.yaml", "plan.yaml", "--to", "tongue", "--plugin", "tongue.py", "--out", "s"
    )
    assert sorted(file.read_text() for file in (folder / "s").rglob("*.txt")) == ["de", "en"]
    assert read_record(folder / "s").language is None


def test_an_unknown_language_is_refused(workout):
    done = workout("show", "run.yaml", "--language", "xx")
    assert done.code == 2
    assert "'xx' is not one of 'en', 'de'" in done.err


@pytest.mark.parametrize(
    ("more", "told"),
    [({"language": "de"}, None), ({"language": "xx"}, "language: 'xx' is not spoken here (one of en, de)")],
)
def test_a_question_of_an_editor_says_its_language(more, told):
    said = json.loads(answer("analyse", json.dumps({"text": "easy 30min", **more})))
    assert [each["message"] for each in said["problems"]] == ([told] if told else [])
