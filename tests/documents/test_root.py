"""Files that a document names outside its folder: only below a root that the user has declared."""

import re
import threading
from pathlib import Path

import pytest

from workout_core import DocumentError, read_document
from workout_core.files.paths import FilesRead

PLAN = "plan: P\nstart: 2026-08-03\nathlete: {}\nweeks:\n  - {{mon: easy 30min}}\n"
ANNA = "athlete: Anna\nthreshold_pace: 4:45/km\n"
COURSE = (
    '<gpx><trk><trkseg><trkpt lat="0" lon="0"><ele>9</ele></trkpt>'
    '<trkpt lat="0" lon="0.0899322"><ele>9</ele></trkpt></trkseg></trk></gpx>'
)
RACE = "workout: R\nrecipe: race\ndistance: 10km\ngoal: 50:00\ncourse: {}\n"
BY_ROOT = {
    "an athlete": PLAN.format("../athletes/anna.yaml"),
    "a course": RACE.format("../courses/city.gpx"),
    "a workout": "plan: P\nworkouts: {A: ../shared/easy.yaml}\nstart: 2026-08-03\nweeks:\n  - {mon: A}\n",
    "a plan": "plan: P\nstart: 2026-08-03\nover: ../shared/base.yaml\nweeks:\n  - {tue: easy 30min}\n",
    "a workout with a course of its own": (
        "plan: P\nworkouts: {A: ../shared/race.yaml}\nstart: 2026-08-03\nweeks:\n  - {mon: A}\n"
    ),
    "a link into another folder": PLAN.format("anna-link.yaml"),
    "by way of a link to a folder": PLAN.format("people/anna.yaml"),
}
LEADS_OUT = {
    "above": "../../secret.yaml",
    "a link": "../athletes/out.yaml",
    "a folder that is a link": "../away/secret.yaml",
    "a link beside the document": "out.yaml",
    "round about": "../athletes/../../secret.yaml",
}


@pytest.fixture
def coach(tmp_path, monkeypatch):
    """Work above a coach's folder, with plans in one of its folders, and secrets outside."""
    files = {
        "secret.yaml": ANNA,
        "coach/athletes/anna.yaml": ANNA,
        "coach/courses/city.gpx": COURSE,
        "coach/shared/easy.yaml": "workout: Easy\nsteps: easy 30min\n",
        "coach/shared/base.yaml": PLAN.replace("plan: P", "plan: Base").replace("athlete: {}\n", "").format(),
        "coach/shared/race.yaml": RACE.format("../courses/city.gpx"),
        "coach/plans/other.yaml": ANNA,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    links = {
        "coach/athletes/out.yaml": "../../secret.yaml",
        "coach/away": "..",
        "coach/plans/out.yaml": "../../secret.yaml",
        "coach/plans/anna-link.yaml": "../athletes/anna.yaml",
        "coach/plans/people": "../athletes",
        "mine": "coach",
    }
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    monkeypatch.chdir(tmp_path)


def _plan(text):
    Path("coach/plans/plan.yaml").write_text(text, "utf-8")
    return "coach/plans/plan.yaml"


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("root", ["coach", "mine", "."])
@pytest.mark.parametrize("text", BY_ROOT.values(), ids=BY_ROOT)
def test_a_document_may_name_files_below_the_root_that_the_user_declares(text, root):
    read_document(_plan(text), root=Path(root))


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("text", BY_ROOT.values(), ids=BY_ROOT)
def test_without_a_root_it_may_not_and_the_message_says_how_to_allow_it(text):
    advice = re.escape("(put it beside it, or allow a folder above both with '--root DIR')")
    with pytest.raises(DocumentError, match=f"' is outside the folder of the document {advice}"):
        read_document(_plan(text))


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("name", LEADS_OUT.values(), ids=LEADS_OUT)
def test_nothing_leads_out_of_the_root(name):
    told = f"{name!r} is outside the folder of the document, and of 'coach', the root that is allowed"
    with pytest.raises(DocumentError, match=re.escape(f"athlete: {told} (put it in one of them)")):
        read_document(_plan(PLAN.format(name)), root=Path("coach"))


@pytest.mark.usefixtures("coach")
def test_a_document_outside_the_root_still_names_files_of_its_own_folder():
    for name in ("other.yaml", "../athletes/anna.yaml"):
        assert read_document(_plan(PLAN.format(name)), root=Path("coach/athletes")).athlete.name == "Anna"


@pytest.mark.usefixtures("coach")
def test_no_name_is_absolute_not_even_of_a_file_below_the_root():
    name = Path("coach/athletes/anna.yaml").absolute()
    with pytest.raises(
        DocumentError, match=r"' is an absolute name \(say it from the folder of the document\)"
    ):
        read_document(_plan(PLAN.format(name)), root=Path("coach"))


@pytest.mark.usefixtures("coach")
def test_what_was_read_below_the_root_is_not_written_over():
    files = FilesRead()
    read_document(_plan(PLAN.format("../athletes/anna.yaml")), root=Path("coach"), files=files)

    anna = Path("coach/athletes/anna.yaml")
    with pytest.raises(ValueError, match="is one of the files that were read"):
        files.refuse(anna, anna.stat(), "elsewhere")


@pytest.mark.slow
@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("name", ["../swapped/anna.yaml", "../athletes/swapped.yaml"])
def test_a_link_that_is_swapped_meanwhile_never_leads_out_of_the_root(name):
    """Somebody puts a link to a secret in the place of an athlete, or of the folder, again and again."""
    Path("anna.yaml").write_text("athlete: Secret\n", "utf-8")
    swapped, spare = Path("coach/plans", name), Path("coach/spare")
    swapped = swapped.parent if swapped.name == "anna.yaml" else swapped
    targets = ["..", "athletes"] if swapped.name == "swapped" else ["../../anna.yaml", "anna.yaml"]
    document = _plan(PLAN.format(name))
    is_over = threading.Event()

    def swap():
        while not is_over.is_set():
            for target in targets:
                spare.symlink_to(target)
                spare.replace(swapped)

    writer = threading.Thread(target=swap)
    writer.start()
    told = {"Anna": 0, "refused": 0}
    try:
        for _ in range(1500):
            try:
                told[read_document(document, root=Path("coach")).athlete.name] += 1
            except (DocumentError, OSError):
                told["refused"] += 1
    finally:
        is_over.set()
        writer.join()
    assert sum(told.values()) == 1500
    assert min(told.values()) > 0
