"""The formats and recipes of the house keep to the kit that the authors of plugins use."""

import re

import pytest
from attrs import evolve, frozen

import recipes_of_the_core
import workout_audio
import workout_fit
import workout_icalendar
import workout_intervals_icu
import workout_json
import workout_markdown
import workout_svg
import workout_text
import workout_transforms
import workout_voices
import workout_zwo
from distributions import FORMATS, READABLE
from oracles.fit_carried import carried, in_units
from workout_core import Feature, Quantity, Registry, map_steps
from workout_core.recipes.built_in import built_in
from workout_core.testing import ExporterKit, ImporterKit, RecipeKit, TransformKit, VoiceKit, faults
from workout_intervals_icu.notes import as_note
from workout_intervals_icu.words import as_words
from workout_markdown.options import MarkdownOptions, MarkdownSteps
from workout_text.options import TextOptions, TextSteps


class TestFit(ExporterKit):
    plugin = workout_fit
    name = "fit"


class TestFitRead(ImporterKit):
    plugin = workout_fit
    name = "fit"

    def comparable(self, workout):
        """Leave out what a number loses in the units of the format, and the words of a second target."""
        read = in_units(carried(evolve(workout, id="")))
        items = map_steps(
            read.items, lambda _, step: evolve(step, cue=step.cue if step.second_target is None else "")
        )
        return evolve(read, items=items)


@pytest.mark.slow
class TestFitForAnOldWatch(TestFit):
    options = {"device": "fr935"}  # noqa: RUF012 - as authors write it


class TestFitSchedule(ExporterKit):
    plugin = workout_fit
    name = "fit-schedule"


class TestCalendar(ExporterKit):
    plugin = workout_icalendar
    name = "ics"


class TestJson(ExporterKit):
    plugin = workout_json
    name = "json"


class TestJsonRead(ImporterKit):
    plugin = workout_json
    name = "json"

    def comparable(self, workout):
        """Return all of it: nothing is lost."""
        return workout


class TestIntervals(ExporterKit):
    plugin = workout_intervals_icu
    name = "intervals-icu"


def _without_paces(target):
    """Leave out paces in numbers: they are whole seconds there, which tests of their own hold."""
    is_pace = target is not None and target.quantity is Quantity.SPEED
    return None if is_pace and getattr(target.value, "of", "a zone") is None else target


class TestIntervalsRead(ImporterKit):
    plugin = workout_intervals_icu
    name = "intervals-icu"
    # plain lines with durations may be anybody's: of these, the suffix alone tells
    test_it_recognises_its_own_files_and_nothing_empty = None

    def comparable(self, workout):
        """Respell words that the builder would act on, as the documentation tells, and leave out paces."""
        items = map_steps(
            workout.items,
            lambda _, step: evolve(
                step,
                cue=as_words(step.cue),
                target=_without_paces(step.target),
                second_target=_without_paces(step.second_target),
            ),
        )
        told = "\n".join(filter(None, map(as_note, workout.description.split("\n"))))
        name = as_note(workout.name)
        return evolve(super().comparable(workout), name=name, description=told, items=items)


class TestText(ExporterKit):
    plugin = workout_text
    name = "text"


@pytest.mark.slow
class TestTextInTheNotation(TestText):
    options = {"steps": "notation"}  # noqa: RUF012 - as authors write it


@frozen(kw_only=True)
class Typed(TextOptions):
    steps: TextSteps = TextSteps.NOTATION


@pytest.mark.slow
class TestTextRead(ImporterKit):
    plugin = workout_text
    name = "text"

    def exporter(self):
        """Return the exporter with steps in the notation, since words are not read back."""
        return evolve(super().exporter(), options=Typed)

    def comparable(self, workout):
        """Leave out what the notation has no words for."""
        return evolve(workout, tolerance=None, id="", units=None)


class TestMarkdown(ExporterKit):
    plugin = workout_markdown
    name = "markdown"


@pytest.mark.slow
class TestMarkdownInTheNotation(TestMarkdown):
    options = {"steps": "notation"}  # noqa: RUF012 - as authors write it


@frozen(kw_only=True)
class Logged(MarkdownOptions):
    steps: MarkdownSteps = MarkdownSteps.NOTATION


class TestMarkdownRead(ImporterKit):
    plugin = workout_markdown
    name = "markdown"

    def exporter(self):
        """Return the exporter with steps in the notation, since words are not read back."""
        return evolve(super().exporter(), options=Logged)

    def comparable(self, workout):
        """Leave out what the notation has no words for."""
        return evolve(workout, tolerance=None, id="", units=None)


class TestSvg(ExporterKit):
    plugin = workout_svg
    name = "svg"


@pytest.mark.slow
class TestPng(ExporterKit):
    plugin = workout_svg
    name = "png"
    # each takes 40 ms: of thousands of workouts only the drawing is tried, which is that of SVG
    test_the_workout_is_not_changed = None
    test_it_prints_nothing_when_it_writes = None
    test_the_clock_does_not_change_what_it_makes = None
    test_each_claimed_feature_changes_the_bytes = None
    test_what_it_does_not_claim_is_told = None
    test_generated_workouts_are_written_or_refused_in_a_sentence = None
    test_generated_plans_are_written_or_refused_in_a_sentence = None


class TestCaptions(ExporterKit):
    plugin = workout_audio
    name = "vtt"
    examples = 10  # a whole script each


@pytest.mark.slow  # what is said is what captions say
class TestLyrics(ExporterKit):
    plugin = workout_audio
    name = "lrc"


class TestChapters(ExporterKit):
    plugin = workout_audio
    name = "chapters"


@pytest.mark.slow  # what is said is what captions say
class TestScript(ExporterKit):
    plugin = workout_audio
    name = "script"


@pytest.mark.slow  # what is said is what captions say
class TestSsml(ExporterKit):
    plugin = workout_audio
    name = "ssml"


class TestZwo(ExporterKit):
    plugin = workout_zwo
    name = "zwo"


class TestZwoRead(ImporterKit):
    plugin = workout_zwo
    name = "zwo"

    def comparable(self, workout):
        """Leave out where in a step its lines are due: whatever has no place gets one when it is written."""
        placed = re.compile(r"^at [0-9:.]+(?: m)?: ", re.MULTILINE)
        items = map_steps(workout.items, lambda _, step: evolve(step, cue=placed.sub("", step.cue)))
        return evolve(super().comparable(workout), items=items)


INTO_EFFORT = "an effort takes its place, which is what the transform is for"


class TestByEffort(TransformKit):
    plugin = workout_transforms
    name = "by-effort"
    drops = dict.fromkeys(
        (
            Feature.SPEED,
            Feature.SPEED_ZONE,
            Feature.HEART_RATE,
            Feature.HEART_RATE_ZONE,
            Feature.POWER,
            Feature.POWER_ZONE,
            Feature.SHARE_OF_THRESHOLD_PACE,
            Feature.SHARE_OF_THRESHOLD_HEART_RATE,
            Feature.SHARE_OF_MAX_HEART_RATE,
            Feature.SHARE_OF_HEART_RATE_RESERVE,
            Feature.SHARE_OF_FTP,
            Feature.REP_TIME,
            Feature.RELATIVE_PACE,
            Feature.NAMED_PACE,
        ),
        INTO_EFFORT,
    )


class TestByTime(TransformKit):
    plugin = workout_transforms
    name = "by-time"


class TestTreadmill(TransformKit):
    plugin = workout_transforms
    name = "treadmill"


class TestShorten(TransformKit):
    plugin = workout_transforms
    name = "shorten"
    options = {"to": "2min"}  # noqa: RUF012 - as authors write it


@pytest.mark.slow
class TestHibari(VoiceKit):
    plugin = workout_voices
    name = "hibari"


@pytest.mark.slow
class TestEspeak(VoiceKit):
    plugin = workout_voices
    name = "espeak-ng"


KITS = (
    (ExporterKit, "exporters", set(FORMATS)),
    (ImporterKit, "importers", set(READABLE)),
    (TransformKit, "transforms", {"by-effort", "by-time", "shorten", "treadmill"}),
    (VoiceKit, "voices", {"hibari", "espeak-ng"}),
)


@pytest.mark.parametrize(("kit", "kind", "names"), KITS, ids=[kind for _, kind, _ in KITS])
def test_whatever_the_house_offers_is_tried_above(kit, kind, names):
    tried = {each.name for each in globals().values() if isinstance(each, type) and issubclass(each, kit)}
    offered = {each.name for each in getattr(Registry.discover({}), kind)()}
    assert offered == names == tried - {""}


A_COURSE = "it is a file"
ON_A_COURSE = "it is for courses alone"
IN_MILES = "the example says what its splits are measured in"
EXCEPTIONS = {
    "even-split": {"course": A_COURSE},
    "negative-split": {"course": A_COURSE, "split_of": ON_A_COURSE},
    "block-split": {"course": A_COURSE, "units": IN_MILES},
    "race": {"course": A_COURSE, "split_of": ON_A_COURSE},
    "progressive": {"units": IN_MILES},
}
TRIALS = {
    "negative-split": {"split": {"split": "4%"}},
    "race": {"shape": {"split": "2%"}},
    "progressive": {"rest": {"kind": "cut-down"}},
    "intervals": {"set_rest": {"sets": "2"}},
    "long-run": {"times": {"kind": "race-pace-blocks"}, "rest": {"kind": "race-pace-blocks"}},
}
RECIPES = pytest.mark.parametrize("name", [recipe.name for recipe in built_in()])
MANY = pytest.mark.filterwarnings("ignore::workout_core.errors.WorkoutWarning")


class QuickKit(RecipeKit):
    """The tests that need no fresh interpreter."""

    test_importing_it_is_light = None
    test_importing_it_prints_nothing = None
    test_hash_order_does_not_change_what_it_makes = None
    test_the_clock_does_not_change_what_it_makes = None


def _faults(kit, name: str) -> dict[str, str]:
    about = {"trials": TRIALS.get(name, {}), "exceptions": EXCEPTIONS.get(name, {})}
    return faults(kit, plugin=recipes_of_the_core, name=name, **about)


@MANY
@RECIPES
def test_a_recipe_of_the_core_conforms(name):
    assert _faults(QuickKit, name) == {}


@MANY
@RECIPES
@pytest.mark.slow
def test_a_recipe_of_the_core_conforms_in_a_fresh_interpreter_too(name):
    assert _faults(RecipeKit, name) == {}
