"""What other programs got wrong, and this one does not."""

import pytest

from workout_core import (
    Distance,
    Feature,
    Registry,
    Repeat,
    Sport,
    Time,
    Workout,
    export,
    import_data,
    parse_steps,
)

REGISTRY = Registry.discover()


def there_and_back(steps: str, sport: Sport):
    """Return what is read of what is written, the text in between, and what is lost."""
    workout = Workout(name="W", items=parse_steps(steps), sport=sport)
    (file,) = export(workout, "zwo", registry=REGISTRY)
    return import_data(file.data, "zwo", registry=REGISTRY).subject, file.data.decode(), file.losses


@pytest.mark.parametrize("sport", [Sport.RUNNING, Sport.CYCLING])
@pytest.mark.parametrize(
    "steps", ["800m", "800m\n5min", "6x (800m, recover 2min)", "6x (800m, recover 400m)"]
)
def test_eight_hundred_metres_are_never_eight_hundred_seconds(steps, sport):
    back, _, _ = there_and_back(steps, sport)
    durations = [item.duration for _, item in back.walk() if not isinstance(item, Repeat)]
    assert Time(800) not in durations
    assert all(isinstance(each, (Time, Distance)) for each in durations)


def test_a_repeat_stays_before_the_cool_down():
    steps = "warmup 10min @ 40-60% FTP ramp\n3x (1min @ 110% FTP, recover 1min @ 50% FTP)\n"
    back, text, losses = there_and_back(f"{steps}cooldown 5min @ 60-40% FTP ramp", Sport.CYCLING)
    assert losses == ()
    assert [type(item).__name__ for item in back.items] == ["Step", "Repeat", "Step"]
    assert text.index("<Warmup") < text.index("<IntervalsT") < text.index("<Cooldown")


def test_a_heart_rate_is_never_a_power():
    for steps in ("5min @ Z2 HR", "5min @ 140-150bpm", "5min @ 75% max HR"):
        back, text, losses = there_and_back(steps, Sport.CYCLING)
        assert "Power" not in text
        assert "Zone" not in text
        (item,) = back.items
        assert item.target is None
        assert item.cue
        assert len(losses) == 1


def test_an_end_by_heart_rate_is_told_and_is_no_number_of_a_file():
    back, _, losses = there_and_back("until HR < 125", Sport.CYCLING)
    (item,) = back.items
    assert "125 bpm" in item.cue
    assert [loss.kind for loss in losses] == [Feature.HEART_RATE_LIMIT]


def test_metres_that_another_program_wrote_as_seconds_are_read_as_metres():
    data = (
        b'<workout_file xmlns:k="http://kaiord.dev/x"><name>K</name><sportType>bike</sportType><workout>'
        b'<SteadyState Duration="500" k:originalDurationType="distance" k:originalDurationMeters="500"'
        b' Power="0.9"/></workout></workout_file>'
    )
    found = import_data(data, "zwo", registry=REGISTRY, file="k.zwo")
    assert found.subject.items[0].duration == Distance(500)
    assert [str(each).partition("\n")[0] for each in found.warnings] == [
        "k.zwo:1:95: SteadyState Duration: 500 is metres, as is said beside it, and not seconds"
    ]


def test_an_assumed_ftp_is_never_written():
    _, text, losses = there_and_back("5min @ 50% FTP\n5min @ 220W", Sport.CYCLING)
    assert 'message="220 W"' in text
    assert [loss.kind for loss in losses] == [Feature.POWER]


def test_the_rounds_of_a_nested_repeat_are_all_there():
    back, _, losses = there_and_back(
        "3x (4x (30s @ 120% FTP, recover 30s @ 50% FTP), recover 5min @ 50% FTP)", Sport.CYCLING
    )
    seconds = sum(
        item.times * sum(each.duration.seconds for each in item.items)
        if isinstance(item, Repeat)
        else item.duration.seconds
        for item in back.items
    )
    assert seconds == 3 * (4 * 60 + 300)
    assert Feature.NESTED_REPEAT in {loss.kind for loss in losses}
