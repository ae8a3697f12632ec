"""``workout plan show --html``: one file, whole or not at all, and never instead of a document."""

from pathlib import Path

import pytest

from done_plans import save_done
from oracles.pages import of_class, read_page, words
from workout_core import read_document
from workout_core.analysis.readings import Readings
from workout_core.documents.top import says
from workout_core.html.plan_page import plan_html

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANS = ("course/course", "half-marathon", "first-5km", "course-over-half")


@pytest.fixture
def form(folder):
    return plan_html(read_document(folder / "form.yaml"), Readings())


@pytest.mark.parametrize("name", ["form.html", "form.htm", "FORM.HTML", "made/for/me/form.html"])
def test_a_page_is_written_and_its_place_told(workout, folder, form, name):
    done = workout("plan", "show", "form.yaml", "--html", name)

    assert (done.code, done.out, done.err) == (0, f"{name}\n", "")
    assert (folder / name).read_bytes() == form.encode()


def test_a_page_that_is_there_is_replaced_whole(workout, folder, form, listing):
    before = listing()
    (folder / "form.html").write_text(form + "old\n" * 100_000, "utf-8")
    workout("plan", "show", "form.yaml", "--html", "form.html")

    assert (folder / "form.html").read_bytes() == form.encode()
    assert listing() == sorted([*before, "form.html"])


def test_a_minus_prints_the_page_in_utf_8(process, form):
    for environ in (
        {"PYTHONIOENCODING": "ascii", "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1"},
    ):
        done = process("plan", "show", "form.yaml", "--html", "-", environ=environ)
        assert (done.returncode, done.stdout, done.stderr) == (0, form.encode(), b"")


def test_today_is_marked_and_the_clock_can_be_fixed(workout, monkeypatch):
    pages = set()
    for hour in (0, 23):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1785801600 + hour * 3600))  # Tue 4 Aug 2026, UTC
        done = workout("plan", "show", "form.yaml", "--html", "-")
        pages.add(done.out)
        (today,) = [each for each in read_page(done.out).iter() if each.get("aria-current") == "date"]
        assert words(today.find(".//time")) == "Tue 4 Aug"
    assert len(pages) == 1


def test_a_plan_from_standard_input_is_a_page_too(workout, folder, form):
    plan = (folder / "form.yaml").read_bytes()

    assert workout("plan", "show", "-", "--html", "form.html", stdin=plan).code == 0
    assert (folder / "form.html").read_bytes() == form.encode()


def test_a_page_is_for_the_athlete(workout):
    done = workout("plan", "show", "form.yaml", "--athlete", "ada.yaml", "--html", "-")
    assert words(read_page(done.out).find(".//header")).strip().endswith(" · for Ada")


@pytest.mark.parametrize("other", ["json", "slots"])
def test_two_outputs_are_wrong_usage(workout, folder, other):
    done = workout("plan", "show", "form.yaml", "--html", "form.html", f"--{other}")

    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"\n\nError: --html and --{other} are two outputs (give one)\n")
    assert not (folder / "form.html").exists()


@pytest.mark.parametrize("name", ["form.pdf", "form", ".html", "form.html.gz", "six.yaml", ""])
def test_another_kind_of_file_is_wrong_usage(workout, folder, name):
    before = (folder / "six.yaml").read_bytes()
    done = workout("plan", "show", "form.yaml", "--html", name)

    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"\n\nError: --html: '{name}' must end in .html\n")
    assert (folder / "six.yaml").read_bytes() == before


@pytest.mark.parametrize("link", [False, True], ids=["file", "symbolic link"])
def test_the_plan_is_never_written_over(workout, folder, link):
    plan = folder / "form.html"
    (folder / "form.yaml").rename(plan)
    before = plan.read_bytes()
    if link:
        (folder / "page.html").symlink_to(plan)
    name = "page.html" if link else "form.html"
    done = workout("plan", "show", "form.html", "--html", name)

    assert (done.code, done.out) == (1, "")
    assert (
        done.err
        == f"error: {name}: is one of the files that were read (write to another file with '--html')\n"
    )
    assert plan.read_bytes() == before


def test_an_athlete_is_never_written_over(workout, folder):
    (folder / "ada.yaml").rename(folder / "ada.html")
    done = workout("plan", "show", "form.yaml", "--athlete", "ada.html", "--html", "ada.html")

    assert done.code == 1
    assert (
        done.err
        == "error: ada.html: is one of the files that were read (write to another file with '--html')\n"
    )


def test_what_the_disk_would_not_have_is_a_failure_of_the_outside(workout, folder, listing):
    (folder / "form.html").mkdir()
    before = listing()
    done = workout("plan", "show", "form.yaml", "--html", "form.html")

    assert (done.code, done.out, done.err) == (4, "", "error: form.html: Is a directory\n")
    assert workout("plan", "show", "form.yaml", "--html", "six.yaml/form.html").code == 4
    assert listing() == before


def test_numbers_the_athlete_lacks_are_told_each_once(workout, folder):
    week = "{mon: 30min @ Z2 HR, tue: 20min @ Z3 HR, wed: 1km @ Z2 pace}"
    (folder / "zones.yaml").write_text(f"plan: Zones\nstart: 2026-08-03\nweeks: [{week}]\n")
    (folder / "bob.yaml").write_text("athlete: Bob\n")
    done = workout("plan", "show", "zones.yaml", "--athlete", "bob.yaml", "--html", "zones.html")

    assert (done.code, done.out) == (0, "zones.html\n")
    assert done.err.splitlines() == [
        (
            "note: needs the athlete's threshold heart rate (give 'threshold_heart_rate: 168'); "
            "until then heart rate zone 2 is effort 3 of 10 (on Foster's scale) (and 1 like it)"
        ),
        (
            "note: needs the athlete's threshold pace (give 'threshold_pace: 4:45/km', or a recent 'race'); "
            "until then pace zone 2 is effort 3 of 10 (on Foster's scale)"
        ),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("athlete", [(), ("--athlete", str(EXAMPLES / "ada.yaml"))], ids=["nobody", "Ada"])
@pytest.mark.parametrize("name", PLANS)
def test_the_plans_among_the_examples_are_pages(workout, folder, name, athlete):
    done = workout("plan", "show", str(EXAMPLES / f"{name}.yaml"), *athlete, "--html", "page.html")

    assert (done.code, done.out, done.err) == (0, "page.html\n", "")
    tree = read_page((folder / "page.html").read_text("utf-8"))
    plan = read_document(EXAMPLES / f"{name}.yaml")
    names = [words(each.find(".//bdi")) for each in of_class(tree, "session")]
    assert names == [session.name for session in plan.sessions]


def test_every_plan_among_the_examples_is_in_this_test():
    plans = {path for path in EXAMPLES.rglob("*.yaml") if says(path.read_bytes(), path.name) == "plan"}
    assert plans == {EXAMPLES / f"{name}.yaml" for name in PLANS}


def test_what_was_done_is_told_on_the_page_if_it_is_asked_for(workout, folder):
    save_done(folder)
    plain = workout("plan", "show", "form.yaml", "--html", "-").out
    done = workout("plan", "show", "form.yaml", "--html", "-", "--done", "done")

    assert (done.code, done.err) == (0, "Form: activities that are none of its sessions: 1\n")
    assert of_class(read_page(plain), "outcome") == []
    assert len(of_class(read_page(done.out), "done")) == 5
    assert workout("plan", "show", "form.yaml", "--html", "-", "--done", "done").out == done.out


def test_an_activity_that_cannot_be_read_is_told_and_the_others_are_on_the_page(workout, folder):
    (save_done(folder) / "2.fit").write_bytes(b"no activity")
    done = workout("plan", "show", "form.yaml", "--html", "form.html", "--done", "done")

    assert (done.code, done.out) == (1, "form.html\n")
    assert "2.fit: is no FIT file" in done.err
    assert len(of_class(read_page((folder / "form.html").read_text("utf-8")), "done")) == 4


def test_a_folder_without_activities_tells_nothing(workout, folder, form):
    (folder / "done").mkdir()
    assert workout("plan", "show", "form.yaml", "--html", "-", "--done", "done").out == form


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("form.yaml", "--done", "."), "--done is told on a page (give --html, or see 'workout match')"),
        (
            ("squad.yaml", "--html", "-", "--done", "."),
            "--done is of one athlete's plan, not of a squad (leave it out)",
        ),
    ],
)
def test_what_was_done_is_refused_where_no_page_could_tell_it(workout, folder, arguments, message):
    (folder / "squad.yaml").write_text("squad: Club\nplan: form.yaml\nathletes: [{athlete: ada.yaml}]\n")
    done = workout("plan", "show", *arguments)

    assert done.code == 2
    assert message in " ".join(done.err.split())
