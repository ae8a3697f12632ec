"""What a name, a zone or a share means to an athlete: their own word, their best number, or an effort."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.analysis.intensities import EFFORT_WORDS, PACE_NAMES
from workout_core.analysis.meanings import _SCALES, _WORDS
from workout_core.analysis.reading import Reading
from workout_core.analysis.resolve import resolve_target
from workout_core.errors import InvalidWorkout
from workout_core.model.athlete import SAME_AS, Athlete, Race
from workout_core.model.sport import Sport
from workout_core.model.target import BOUNDS, Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Workout
from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.parser import parse_steps
from workout_core.phrases import say_target
from workout_core.testing.strategies import athletes

SPEED, HEART_RATE, POWER, EFFORT = Quantity.SPEED, Quantity.HEART_RATE, Quantity.POWER, Quantity.EFFORT
RUNNING, CYCLING, SWIMMING = Sport.RUNNING, Sport.CYCLING, Sport.POOL_SWIMMING
KNOWN = (*PACE_NAMES, *SAME_AS, *EFFORT_WORDS, "1mi pace", "3km pace", "5k pace", "10km pace", "15km pace")
KNOWN += ("half marathon pace", "30km pace", "marathon pace", "50mi pace")
RUNNER = Athlete(threshold_speed=1000 / 285)
RIDER = Athlete(ftp=200)
LTHR, MAXIMUM = Athlete(threshold_heart_rate=200), Athlete(max_heart_rate=200)
NOBODY = Athlete()


def target(text: str) -> Target:
    return parse_steps(f"10min @ {text}")[0].target


def said(text: str, athlete: Athlete, sport: Sport = RUNNING) -> str:
    return say_target(resolve_target(target(text), athlete, sport=sport), sport)


@pytest.mark.parametrize(
    ("name", "daniels", "friel", "coggan", "stryd", "effort"),
    [
        # of 200 bpm Daniels' E, M, T and I, and Friel's zones 2 to 5b; of 200 W Coggan's zones, and Stryd's
        ("easy", "130–158 bpm", "170–180 bpm", "110–150 W", "130–160 W", 3),
        ("steady", "160–178 bpm", "180–190 bpm", "150–180 W", "160–180 W", 5),
        ("marathon", "160–178 bpm", "180–190 bpm", "150–180 W", "160–180 W", 5),
        ("threshold", "176–184 bpm", "190–200 bpm", "180–210 W", "180–200 W", 7),
        ("tempo", "176–184 bpm", "190–200 bpm", "180–210 W", "180–200 W", 7),
        ("interval", "195–200 bpm", "200–212 bpm", "210–240 W", "200–230 W", 8),
        ("repetition", "effort 8 of 10", "effort 8 of 10", "240–300 W", "230–260 W", 8),
        ("5km pace", "195–200 bpm", "200–212 bpm", "210–240 W", "200–230 W", 8),
        ("1mi pace", "effort 8 of 10", "effort 8 of 10", "240–300 W", "230–260 W", 8),
        # half way between the rows above and below
        ("10km pace", "186–192 bpm", "195–206 bpm", "195–225 W", "190–215 W", 8),
        ("half marathon pace", "168–181 bpm", "185–195 bpm", "165–195 W", "170–190 W", 6),
    ],
)
def test_the_table_has_the_published_numbers(name, daniels, friel, coggan, stryd, effort):
    assert said(name, MAXIMUM) == daniels
    assert said(name, LTHR) == friel
    assert said(name, RIDER, CYCLING) == coggan
    assert said(name, RIDER) == stryd
    assert said(name, NOBODY) == f"effort {effort} of 10"


def test_the_best_that_the_athlete_has_counts():
    everything = Athlete(threshold_speed=1000 / 285, threshold_heart_rate=168, max_heart_rate=186, ftp=240)
    assert said("threshold", everything) == "4:45/km"
    assert said("threshold", everything, CYCLING) == "216–252 W"
    assert said("threshold", everything, SWIMMING) == "160–168 bpm"
    assert said("threshold", Athlete(threshold_heart_rate=168, ftp=240)) == "160–168 bpm"
    assert said("threshold", Athlete(race=Race(10_000, 2850)), CYCLING) == "effort 7 of 10"


@pytest.mark.parametrize(
    ("text", "athlete", "meant"),
    [
        ("Z2 HR", RUNNER, "5:25–6:08/km"),
        ("Z2 HR", NOBODY, "effort 3 of 10"),
        ("Z4 pace", LTHR, "190–200 bpm"),
        ("Z6 power", LTHR, "effort 9 of 10"),
        ("76.9-87% threshold", LTHR, "168–179 bpm"),
        ("88-92% FTP", LTHR, "189–191 bpm"),
        ("65-79% HRmax", LTHR, "170–180 bpm"),
        ("65-79% HRmax", NOBODY, "effort 3 of 10"),
        ("85-90% LTHR", MAXIMUM, "130–158 bpm"),
        ("59-74% HRR", MAXIMUM, "130–158 bpm"),
        ("50-75% FTP ramp", LTHR, "from 162 to 180 bpm"),
        ("50-75% FTP ramp", NOBODY, "from effort 2 to 5 of 10"),
        ("76-78% FTP ramp", NOBODY, "effort 5 of 10"),
        ("114-118% threshold", MAXIMUM, "effort 8 of 10"),
    ],
)
def test_a_zone_and_a_share_are_the_same_place_in_what_is_known(text, athlete, meant):
    assert said(text, athlete) == meant


@pytest.mark.parametrize("text", ["4:00/km", "150bpm", "250W", "RPE 7", "180spm", "100-200W ramp"])
def test_what_is_in_numbers_stays(text):
    written = target(text)
    assert resolve_target(written, NOBODY) is written


def test_zones_of_the_athletes_own_are_the_scale_if_they_are_as_many():
    edges = (100, 120, 140, 150, 160, 170)
    own = Athlete(zones=[(HEART_RATE, [Range(*ends) for ends in pairwise(edges)])])
    assert said("easy", own) == "120–140 bpm"
    assert said("10km pace", own) == "155–165 bpm"
    three = Athlete(zones=[(HEART_RATE, [Range(100, 140), Range(140, 160), Range(160, 180)])])
    assert said("easy", three) == "effort 3 of 10"


OWN = Athlete(
    threshold_speed=1000 / 285,
    threshold_heart_rate=168,
    means=(
        ("easy", Target(HEART_RATE, Zone(2))),
        ("threshold", Target(EFFORT, Range(7, 7))),
        ("marathon", Target(SPEED, Named("shuffle"))),
        ("10km pace", Target(POWER, Range(0.95, 1.0, Reference.FTP))),
        ("hard", Target(SPEED, Range(4, 4.2))),
        ("hill", Target(SPEED, Range(3, 3))),
    ),
    paces=(("shuffle", Range(2, 2.5)),),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("easy", "143–151 bpm"),
        ("threshold", "effort 7 of 10"),
        ("tempo", "effort 7 of 10"),
        ("MP", "6:40–8:20/km"),
        ("steady", "6:40–8:20/km"),
        ("10k pace", "4:49–4:55/km"),
        ("hard", "3:58–4:10/km"),
        ("hill", "5:33/km"),
        ("hill ~10s", "5:24–5:44/km"),
        ("threshold ~0", "effort 7 of 10"),
        ("interval", "4:22/km"),
    ],
)
def test_what_the_athlete_says_counts_first(text, meant):
    assert said(text, OWN) == meant


def test_a_set_of_strength_stays_an_effort():
    assert said("hard", OWN, Sport.STRENGTH) == "effort 9 of 10"


def test_effort_and_load_are_those_of_what_it_means():
    def effort(text: str, athlete: Athlete) -> float | None:
        reading = Reading(Workout(name="W", items=parse_steps(f"10min @ {text}")), athlete)
        return reading.known_effort(reading.workout.items[0])

    assert effort("easy", Athlete(means=(("easy", Target(EFFORT, Range(4, 4))),))) == 4
    assert effort("easy", Athlete(ftp=240, means=(("easy", Target(POWER, Range(240, 250))),))) == 7
    assert effort("65-79% HRmax", NOBODY) == 3


def test_a_meaning_in_speed_is_how_fast_a_part_of_that_name_is_run():
    own = Athlete(means=(("easy", Target(SPEED, Range(2.5, 2.5))),))
    reading = Reading(Workout(name="W", items=parse_steps("easy 3km")), own)
    assert reading.totals.time.value == 1200


@pytest.mark.parametrize("text", ["shufle", "Z9 pace", "0km pace"])
def test_an_unknown_name_stays_unknown(text):
    written = Target(SPEED, Zone(9)) if text.startswith("Z") else Target(SPEED, Named(text))
    with pytest.raises(InvalidWorkout):
        resolve_target(written, NOBODY)


def test_the_words_for_efforts_are_those_of_the_notation():
    assert {word: target(PACE_WORDS[word]) for word in _WORDS.values()} == {
        word: held for held, word in _WORDS.items()
    }


@st.composite
def partly_known(draw) -> Athlete:
    """Draw an athlete of whom any part is known."""
    whole = draw(athletes())
    lacks = draw(
        st.sets(st.sampled_from(("pace", "race", "lthr", "maximum", "ftp", "zones", "paces", "means")))
    )
    return Athlete(
        threshold_speed=None if "pace" in lacks else whole.threshold_speed,
        race=None if "race" in lacks else whole.race,
        threshold_heart_rate=None if "lthr" in lacks else whole.threshold_heart_rate,
        max_heart_rate=None if "maximum" in lacks else whole.max_heart_rate,
        ftp=None if "ftp" in lacks else whole.ftp,
        zones=() if "zones" in lacks else whole.zones,
        paces=() if "paces" in lacks else whole.paces,
        means=() if "means" in lacks else whole.means,
    )


@given(partly_known(), st.sampled_from(KNOWN), st.sampled_from(Sport))
def test_every_known_name_means_something_to_everybody(athlete, name, sport):
    found = resolve_target(Target(SPEED, Named(name)), athlete, sport=sport)

    low, high, _ = BOUNDS[found.quantity]
    assert isinstance(found.value, Range)
    assert found.value.of is None
    assert low <= found.value.low <= found.value.high <= high


SHARE = st.floats(0.5, 1)


@given(partly_known(), st.sampled_from(Reference), SHARE, SHARE, st.sampled_from(Sport))
def test_every_share_means_something_to_everybody(athlete, of, one, other, sport):
    ramps = [Ramp(one, other, of)] if one != other else []
    for value in (Range(min(one, other), max(one, other), of), *ramps):
        found = resolve_target(Target(of.quantity, value), athlete, sport=sport)
        assert getattr(found.value, "of", None) is None


@pytest.mark.parametrize("of", _SCALES)
def test_a_scale_climbs(of):
    assert list(_SCALES[of]) == sorted(set(_SCALES[of]))


def test_words_may_mean_each_other_and_themselves():
    """A meaning in numbers is not looked up as a word again: there is no end to hard, moderate, hard."""
    athlete = Athlete(
        name="Ed",
        ftp=250,
        means=(
            ("hard", target("RPE 9")),
            ("moderate", target("RPE 10")),
            ("all out", target("RPE 6")),
            ("sweet spot", target("RPE 9")),
        ),
    )
    for words, means in (("RPE 9", 9), ("RPE 6", 10), ("RPE 10", 6), ("88-94% FTP", 9)):
        assert resolve_target(target(words), athlete) == Target(Quantity.EFFORT, Range(means, means))


def test_what_is_beside_a_name_is_as_wide_as_the_name_and_on_its_side():
    for athlete in (Athlete(name="Max", max_heart_rate=186), Athlete(name="Pip", ftp=250)):
        slower, name, faster = (
            resolve_target(target(f"10km pace{each}"), athlete).value
            for each in (" + 10s/km", "", " - 10s/km")
        )
        assert slower.low < name.low
        assert slower.high < name.high < faster.high
        assert slower.low < slower.high


def test_what_is_beside_a_name_that_means_no_pace_is_what_the_name_means():
    athlete = Athlete(name="Ida", threshold_heart_rate=168, means=(("10km pace", target("88-90% LTHR")),))
    assert resolve_target(target("10km pace + 10s/km"), athlete) == resolve_target(
        target("10km pace"), athlete
    )
