"""Athletes and plans that make no sense."""

import pytest

from workout_core import DocumentError, read_text

BROKEN = {
    "a misspelt threshold": (
        """\
athlete: Ada
threshold_hart_rate: 168
""",
        """\
broken.yaml:2:1: 'threshold_hart_rate' is not a key of an athlete (did you mean 'threshold_heart_rate'?)
    threshold_hart_rate: 168
    ^""",
    ),
    "a pace without a distance": (
        """\
athlete: Ada
threshold_pace: 4:45
""",
        """\
broken.yaml:2:17: threshold_pace: '4:45' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')
    threshold_pace: 4:45
                    ^""",
    ),
    "heart rates the wrong way round": (
        """\
athlete: Ada
threshold_heart_rate: 190
max_heart_rate: 186
""",
        """\
broken.yaml:3:17: max_heart_rate: the threshold heart rate must be below the max one: 190 ≥ 186
    max_heart_rate: 186
                    ^""",
    ),
    "power below zero": (
        """\
athlete: Ada
ftp: -240
""",
        """\
broken.yaml:2:6: ftp: ftp must be 1 to 5000 W: -240
    ftp: -240
         ^""",
    ),
    "power that is not a number": (
        """\
athlete: Ada
ftp: .nan
""",
        """\
broken.yaml:2:6: ftp: '.nan' is not a number of W (like '250W')
    ftp: .nan
         ^""",
    ),
    "several numbers out of bounds": (
        """\
athlete: Ada
ftp: -240
resting_heart_rate: 4
max_heart_rate: 900
""",
        """\
broken.yaml:2:6: ftp: ftp must be 1 to 5000 W: -240
    ftp: -240
         ^
broken.yaml:3:21: resting_heart_rate: resting heart rate must be 20 to 150 bpm: 4
    resting_heart_rate: 4
                        ^
broken.yaml:4:17: max_heart_rate: max heart rate must be 30 to 250 bpm: 900
    max_heart_rate: 900
                    ^""",
    ),
    "a race without a time": (
        """\
athlete: Ada
race: {distance: 10km}
""",
        """\
broken.yaml:2:7: race: a race needs 'time:'
    race: {distance: 10km}
          ^""",
    ),
    "a race faster than anybody": (
        """\
athlete: Ada
race: {distance: 10km, time: 4:30}
""",
        """\
broken.yaml:2:7: race: race speed must be 1 to 12 m/s: 37.037037037
    race: {distance: 10km, time: 4:30}
          ^""",
    ),
    "zones of a misspelt quantity": (
        """\
athlete: Ada
zones: {hart_rate: [100, 120, 140]}
""",
        """\
broken.yaml:2:9: zones: 'hart_rate' has no zones (did you mean 'heart_rate'?)
    zones: {hart_rate: [100, 120, 140]}
            ^""",
    ),
    "zones that are no list": (
        """\
athlete: Ada
zones: {heart_rate: 100-120}
""",
        """\
broken.yaml:2:21: zones.heart_rate: must be a list
    zones: {heart_rate: 100-120}
                        ^""",
    ),
    "zones with one edge": (
        """\
athlete: Ada
zones: {heart_rate: [100]}
""",
        """\
broken.yaml:2:21: zones.heart_rate: must be a list of 2 or more: 1
    zones: {heart_rate: [100]}
                        ^""",
    ),
    "zones that go down": (
        """\
athlete: Ada
zones: {heart_rate: [100, 140, 120]}
""",
        """\
broken.yaml:2:21: zones.heart_rate: low must not be above high: 140 > 120
    zones: {heart_rate: [100, 140, 120]}
                        ^""",
    ),
    "an edge in words": (
        """\
athlete: Ada
zones: {heart_rate: [100, high]}
""",
        """\
broken.yaml:2:27: zones.heart_rate[1]: 'high' is not a number of bpm (like '150bpm')
    zones: {heart_rate: [100, high]}
                              ^""",
    ),
    "eleven zones": (
        """\
athlete: Ada
zones:
  power: [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210]
""",
        """\
broken.yaml:3:10: zones.power: power needs 1 to 10 zones: 11
      power: [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210]
             ^""",
    ),
    "a pace in words": (
        """\
athlete: Ada
paces: {shuffle: slow}
""",
        """\
broken.yaml:2:18: paces.shuffle: 'slow' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')
    paces: {shuffle: slow}
                     ^""",
    ),
    "a pace nobody runs": (
        """\
athlete: Ada
paces: {shuffle: 7:00-0:00/km}
""",
        """\
broken.yaml:2:18: paces.shuffle: '0:00/km' is no pace anybody runs
    paces: {shuffle: 7:00-0:00/km}
                     ^""",
    ),
    "a pace with the name of a time": (
        """\
athlete: Ada
paces: {'4:30': 7:00/km}
""",
        """\
broken.yaml:2:8: paces: '4:30' cannot be the name of a pace (use words, or '10km pace')
    paces: {'4:30': 7:00/km}
           ^""",
    ),
    "a pace given twice": (
        """\
athlete: Ada
paces: {shuffle: 7:00/km, Shuffle: 7:30/km}
""",
        """\
broken.yaml:2:27: paces: 'Shuffle' is given twice (upper and lower case are the same)
    paces: {shuffle: 7:00/km, Shuffle: 7:30/km}
                              ^""",
    ),
    "paces without names": (
        """\
athlete: Ada
paces: [7:00/km]
""",
        """\
broken.yaml:2:8: paces: must be names with values
    paces: [7:00/km]
           ^""",
    ),
    "a load in words": (
        """\
athlete: Ada
one_rep_max: {squat: heavy}
""",
        """\
broken.yaml:2:22: one_rep_max.squat: 'heavy' is not a load (like '60kg' or '135lb')
    one_rep_max: {squat: heavy}
                         ^""",
    ),
    "units there are not": (
        """\
athlete: Ada
units: metrisch
""",
        """\
broken.yaml:2:8: units: 'metrisch' is not a system of units (did you mean 'metric'?)
    units: metrisch
           ^""",
    ),
    "a session without a slot": (
        """\
plan: Form
sessions:
  - {date: 2026-08-03, workout: {workout: Easy, steps: 10min}}
""",
        """\
broken.yaml:3:5: sessions[0]: a session needs 'slot:'
      - {date: 2026-08-03, workout: {workout: Easy, steps: 10min}}
        ^""",
    ),
    "a session without anything to do": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-08-03}
""",
        """\
broken.yaml:3:5: sessions[0]: a session is either a workout or an event
      - {slot: a, date: 2026-08-03}
        ^""",
    ),
    "a session with two things to do": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-08-03, event: {event: Call}, workout: {workout: Easy, steps: 10min}}
""",
        """\
broken.yaml:3:64: sessions[0].workout: a session is either a workout or an event
      - {slot: a, date: 2026-08-03, event: {event: Call}, workout: {workout: Easy, steps: 10min}}
                                                                   ^""",
    ),
    "a session in no time": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-08-03, lasts: 10s, event: {event: Call}}
""",
        """\
broken.yaml:3:40: sessions[0].lasts: lasts must be 60 to 604800 s: 10
      - {slot: a, date: 2026-08-03, lasts: 10s, event: {event: Call}}
                                           ^""",
    ),
    "a plan of nothing": (
        """\
plan: Form
sessions: []
""",
        """\
broken.yaml:2:11: sessions: must be a list of 1 or more: 0
    sessions: []
              ^""",
    ),
    "the 30th of February": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-02-30, event: {event: Call}}
""",
        """\
broken.yaml:3:21: sessions[0].date: '2026-02-30' is not a date (like '2026-08-03')
      - {slot: a, date: 2026-02-30, event: {event: Call}}
                        ^""",
    ),
    "a date in words": (
        """\
plan: Form
sessions:
  - {slot: a, date: tomorrow, event: {event: Call}}
""",
        """\
broken.yaml:3:21: sessions[0].date: 'tomorrow' is not a date (like '2026-08-03')
      - {slot: a, date: tomorrow, event: {event: Call}}
                        ^""",
    ),
    "25 o'clock": (
        """\
plan: Form
timezone: UTC
sessions:
  - {slot: a, date: 2026-08-03, at: 25:00, event: {event: Call}}
""",
        """\
broken.yaml:4:37: sessions[0].at: '25:00' is not a time of day (like '7:00' or '18:30')
      - {slot: a, date: 2026-08-03, at: 25:00, event: {event: Call}}
                                        ^""",
    ),
    "a misspelt time zone": (
        """\
plan: Form
timezone: Europe/Warsawa
sessions: [{slot: a, date: 2026-08-03, event: {event: Call}}]
""",
        """\
broken.yaml:2:11: timezone: 'Europe/Warsawa' is not a time zone (did you mean 'Europe/Warsaw'?)
    timezone: Europe/Warsawa
              ^""",
    ),
    "a time without a zone": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-08-03, at: 7:00, event: {event: Call}}
""",
        """\
broken.yaml:1:1: a plan with times of day needs a timezone (like 'Europe/Warsaw')
    plan: Form
    ^""",
    ),
    "two sessions in one slot": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-08-03, event: {event: Call}}
  - {slot: a, date: 2026-08-04, event: {event: Call}}
""",
        """\
broken.yaml:1:1: two sessions have the slot 'a'
    plan: Form
    ^""",
    ),
    "a kind of event there is not": (
        """\
plan: Form
sessions:
  - {slot: a, date: 2026-08-03, event: {event: Call, kind: live}}
""",
        """\
broken.yaml:3:60: sessions[0].event.kind: 'live' is not a kind of event (one of call, video, race, rest, note)
      - {slot: a, date: 2026-08-03, event: {event: Call, kind: live}}
                                                               ^""",
    ),
    "a broken workout inside a plan": (
        """\
plan: Form
sessions:
  - slot: a
    date: 2026-08-03
    workout:
      workout: Easy
      steps: 10min jgo
""",
        """\
broken.yaml:7:20: sessions[0].workout.steps: 'jgo' is not part of a step (did you mean 'jog'?)
          steps: 10min jgo
                       ^""",
    ),
}


@pytest.mark.parametrize(("document", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_athlete_or_plan_is_told_at_the_key_that_is_to_blame(document, message):
    with pytest.raises(DocumentError) as error:
        read_text(document, "broken.yaml")

    assert str(error.value) == message
