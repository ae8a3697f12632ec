"""Steps in the structured form that make no sense: wrong keys, wrong numbers, targets that contradict themselves."""

# ruff: noqa: E501 - documents and messages stand as they are

import pytest

from workout_core import DocumentError, read_text

BROKEN = {
    "no duration": (
        """\
workout: Broken
steps:
  - {target: {effort: {low: 7, high: 7}}}
""",
        """\
broken.yaml:3:5: steps[0]: a step needs 'duration:'
      - {target: {effort: {low: 7, high: 7}}}
        ^""",
    ),
    "two durations": (
        """\
workout: Broken
steps:
  - duration: {time: 60, distance: 100}
""",
        """\
broken.yaml:3:15: steps[0].duration: must be a duration with exactly one key (like '{time: …}' or '{distance: …}')
      - duration: {time: 60, distance: 100}
                  ^""",
    ),
    "a misspelt duration": (
        """\
workout: Broken
steps:
  - duration: {tiem: 60}
""",
        """\
broken.yaml:3:16: steps[0].duration: 'tiem' is not a duration (did you mean 'time'?)
      - duration: {tiem: 60}
                   ^""",
    ),
    "a duration without a key": (
        """\
workout: Broken
steps:
  - duration: 15min
""",
        """\
broken.yaml:3:15: steps[0].duration: '15min' is not a duration (like '{time: …}' or '{distance: …}')
      - duration: 15min
                  ^""",
    ),
    "a time below zero": (
        """\
workout: Broken
steps:
  - duration: {time: -60}
""",
        """\
broken.yaml:3:22: steps[0].duration.time: time must be 0.001 to 2592000 s: -60
      - duration: {time: -60}
                         ^""",
    ),
    "no distance at all": (
        """\
workout: Broken
steps:
  - duration: {distance: 0m}
""",
        """\
broken.yaml:3:26: steps[0].duration.distance: distance must be 0.01 to 10000000 m: 0
      - duration: {distance: 0m}
                             ^""",
    ),
    "a time beyond all numbers": (
        """\
workout: Broken
steps:
  - duration: {time: 1e999}
""",
        """\
broken.yaml:3:22: steps[0].duration.time: '1e999' is not a number
      - duration: {time: 1e999}
                         ^""",
    ),
    "a time that is not a number": (
        """\
workout: Broken
steps:
  - duration: {time: .nan}
""",
        """\
broken.yaml:3:22: steps[0].duration.time: '.nan' is not a time (like '15min', '1h10min', '90s' or '4:30')
      - duration: {time: .nan}
                         ^""",
    ),
    "more digits than any time has": (
        """\
workout: Broken
steps:
  - duration: {time: 999999999999999999999999999999999999999999999999999999999999}
""",
        """\
broken.yaml:3:22: steps[0].duration.time: '999999999999999999999999999999999999999999999999999999999999' is not a time (like '15min', '1h10min', '90s' or '4:30')
      - duration: {time: 999999999999999999999999999999999999999999999999999999999999}
                         ^""",
    ),
    "half a repetition": (
        """\
workout: Broken
steps:
  - duration: {reps: 2.5}
""",
        """\
broken.yaml:3:22: steps[0].duration.reps: '2.5' is not a whole number
      - duration: {reps: 2.5}
                         ^""",
    ),
    "a heart rate limit below life": (
        """\
workout: Broken
steps:
  - duration: {until: {heart_rate: {below: 12}}}
""",
        """\
broken.yaml:3:36: steps[0].duration.until.heart_rate: heart rate must be 30 to 250: 12
      - duration: {until: {heart_rate: {below: 12}}}
                                       ^""",
    ),
    "two limits at once": (
        """\
workout: Broken
steps:
  - duration: {until: {heart_rate: {below: 120, above: 160}}}
""",
        """\
broken.yaml:3:36: steps[0].duration.until.heart_rate: must be a limit of heart_rate with exactly one key (like '{above: …}' or '{below: …}')
      - duration: {until: {heart_rate: {below: 120, above: 160}}}
                                       ^""",
    ),
    "no repeats": (
        """\
workout: Broken
steps:
  - {repeat: 0, steps: 400m}
""",
        """\
broken.yaml:3:5: steps[0]: repeat must be 1 to 1000: 0
      - {repeat: 0, steps: 400m}
        ^""",
    ),
    "more repeats than a day holds": (
        """\
workout: Broken
steps:
  - {repeat: 1001, steps: 400m}
""",
        """\
broken.yaml:3:5: steps[0]: repeat must be 1 to 1000: 1001
      - {repeat: 1001, steps: 400m}
        ^""",
    ),
    "a repeat of nothing": (
        """\
workout: Broken
steps:
  - repeat: 6
""",
        """\
broken.yaml:3:5: steps[0]: a repeat needs 'steps:'
      - repeat: 6
        ^""",
    ),
    "a repeat until repetitions": (
        """\
workout: Broken
steps:
  - {repeat: {until: {reps: 6}}, steps: 400m}
""",
        """\
broken.yaml:3:23: steps[0].repeat.until: 'reps' is not what a repeat can last until (one of time, distance, calories, heart_rate, power)
      - {repeat: {until: {reps: 6}}, steps: 400m}
                          ^""",
    ),
    "a last rest that is skipped perhaps": (
        """\
workout: Broken
steps:
  - {repeat: 6, skip_last_rest: maybe, steps: 400m}
""",
        """\
broken.yaml:3:33: steps[0].skip_last_rest: 'maybe' is neither true nor false
      - {repeat: 6, skip_last_rest: maybe, steps: 400m}
                                    ^""",
    ),
    "a last rest that is not there": (
        """\
workout: Broken
steps:
  - {repeat: 6, skip_last_rest: true, steps: 400m}
""",
        """\
broken.yaml:3:33: steps[0].skip_last_rest: skip_last_rest needs a rest after the other steps of the repeat
      - {repeat: 6, skip_last_rest: true, steps: 400m}
                                    ^""",
    ),
    "low above high": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {low: 260, high: 250}}}
""",
        """\
broken.yaml:3:37: steps[0].target.power: low must not be above high: 260 > 250
      - {duration: lap, target: {power: {low: 260, high: 250}}}
                                        ^""",
    ),
    "speeds the wrong way round": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {speed: {low: 4.2, high: 4}}}
""",
        """\
broken.yaml:3:37: steps[0].target.speed: low must not be above high: 4.2 > 4
      - {duration: lap, target: {speed: {low: 4.2, high: 4}}}
                                        ^""",
    ),
    "paces without a distance": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {speed: {low: 4:20, high: 4:10}}}
""",
        """\
broken.yaml:3:43: steps[0].target.speed.low: '4:20' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')
      - {duration: lap, target: {speed: {low: 4:20, high: 4:10}}}
                                              ^
broken.yaml:3:55: steps[0].target.speed.high: '4:10' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')
      - {duration: lap, target: {speed: {low: 4:20, high: 4:10}}}
                                                          ^""",
    ),
    "a unit of something else": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {low: 140W, high: 150W}}}
""",
        """\
broken.yaml:3:48: steps[0].target.heart_rate.low: '140W' is not a number of bpm (like '150bpm')
      - {duration: lap, target: {heart_rate: {low: 140W, high: 150W}}}
                                                   ^
broken.yaml:3:60: steps[0].target.heart_rate.high: '150W' is not a number of bpm (like '150bpm')
      - {duration: lap, target: {heart_rate: {low: 140W, high: 150W}}}
                                                               ^""",
    ),
    "a heart rate beyond life": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {low: 140, high: 300}}}
""",
        """\
broken.yaml:3:42: steps[0].target.heart_rate: heart_rate must be 30 to 250 bpm: 300
      - {duration: lap, target: {heart_rate: {low: 140, high: 300}}}
                                             ^""",
    ),
    "zone 0": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {zone: 0}}}
""",
        """\
broken.yaml:3:49: steps[0].target.heart_rate.zone: zone must be 1 to 10: 0
      - {duration: lap, target: {heart_rate: {zone: 0}}}
                                                    ^""",
    ),
    "zone 11": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {zone: 11}}}
""",
        """\
broken.yaml:3:49: steps[0].target.heart_rate.zone: zone must be 1 to 10: 11
      - {duration: lap, target: {heart_rate: {zone: 11}}}
                                                    ^""",
    ),
    "a zone of what has none": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {cadence: {zone: 2}}}
""",
        """\
broken.yaml:3:39: steps[0].target.cadence: cadence has no zones (speed, heart_rate and power have)
      - {duration: lap, target: {cadence: {zone: 2}}}
                                          ^""",
    ),
    "a zone as a word": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: Z2}}
""",
        """\
broken.yaml:3:42: steps[0].target.heart_rate: must be 'low' and 'high', 'from' and 'to', 'zone' or 'named'
      - {duration: lap, target: {heart_rate: Z2}}
                                             ^""",
    ),
    "a named power": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {named: easy}}}
""",
        """\
broken.yaml:3:37: steps[0].target.power: only a speed can be named: 'easy'
      - {duration: lap, target: {power: {named: easy}}}
                                        ^""",
    ),
    "low without high": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {low: 250}}}
""",
        """\
broken.yaml:3:37: steps[0].target.power: needs 'low' and 'high', or 'from' and 'to', or 'zone', or 'named'
      - {duration: lap, target: {power: {low: 250}}}
                                        ^""",
    ),
    "a range and a zone": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {low: 250, high: 260, zone: 2}}}
""",
        """\
broken.yaml:3:37: steps[0].target.power: needs 'low' and 'high', or 'from' and 'to', or 'zone', or 'named'
      - {duration: lap, target: {power: {low: 250, high: 260, zone: 2}}}
                                        ^""",
    ),
    "a zone of a threshold": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {zone: 2, of: ftp}}}
""",
        """\
broken.yaml:3:51: steps[0].target.power: 'of' does not go with 'zone'
      - {duration: lap, target: {power: {zone: 2, of: ftp}}}
                                                      ^""",
    ),
    "a misspelt threshold": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {low: 0.85, high: 0.9, of: treshold_heart_rate}}}
""",
        """\
broken.yaml:3:69: steps[0].target.heart_rate.of: 'treshold_heart_rate' is not a reference of heart_rate (did you mean 'threshold_heart_rate'?)
      - {duration: lap, target: {heart_rate: {low: 0.85, high: 0.9, of: treshold_heart_rate}}}
                                                                        ^""",
    ),
    "the threshold of another quantity": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {low: 0.85, high: 0.9, of: max_heart_rate}}}
""",
        """\
broken.yaml:3:64: steps[0].target.power.of: 'max_heart_rate' is not a reference of power (one of ftp)
      - {duration: lap, target: {power: {low: 0.85, high: 0.9, of: max_heart_rate}}}
                                                                   ^""",
    ),
    "a threshold of what has none": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {cadence: {low: 0.85, high: 0.9, of: ftp}}}
""",
        """\
broken.yaml:3:66: steps[0].target.cadence.of: 'ftp' is not a reference of cadence (there are none)
      - {duration: lap, target: {cadence: {low: 0.85, high: 0.9, of: ftp}}}
                                                                     ^""",
    ),
    "a share that should be below one": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {low: 85, high: 90, of: max_heart_rate}}}
""",
        """\
broken.yaml:3:42: steps[0].target.heart_rate: heart_rate must be 0.1 to 1 of max_heart_rate: 85
      - {duration: lap, target: {heart_rate: {low: 85, high: 90, of: max_heart_rate}}}
                                             ^""",
    ),
    "a misspelt bound": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {low: 250, hihg: 260}}}
""",
        """\
broken.yaml:3:48: steps[0].target.power: 'hihg' is not a key of a target (did you mean 'high'?)
      - {duration: lap, target: {power: {low: 250, hihg: 260}}}
                                                   ^""",
    ),
    "a misspelt quantity": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {hart_rate: {zone: 2}}}
""",
        """\
broken.yaml:3:30: steps[0].target: 'hart_rate' is not a target (did you mean 'heart_rate'?)
      - {duration: lap, target: {hart_rate: {zone: 2}}}
                                 ^""",
    ),
    "a target in the notation": (
        """\
workout: Broken
steps:
  - {duration: lap, target: Z2 HR}
""",
        """\
broken.yaml:3:29: steps[0].target: 'Z2 HR' is not a target (like '{speed: …}' or '{heart_rate: …}')
      - {duration: lap, target: Z2 HR}
                                ^""",
    ),
    "a ramp that does not rise": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {power: {from: 200, to: 200}}}
""",
        """\
broken.yaml:3:37: steps[0].target.power: a ramp needs two different ends: 200
      - {duration: lap, target: {power: {from: 200, to: 200}}}
                                        ^""",
    ),
    "a second target without a first": (
        """\
workout: Broken
steps:
  - {duration: lap, second_target: {heart_rate: {zone: 2}}}
""",
        """\
broken.yaml:3:36: steps[0].second_target: a second target needs a first one
      - {duration: lap, second_target: {heart_rate: {zone: 2}}}
                                       ^""",
    ),
    "two targets of one quantity": (
        """\
workout: Broken
steps:
  - {duration: lap, target: {heart_rate: {zone: 2}}, second_target: {heart_rate: {zone: 3}}}
""",
        """\
broken.yaml:3:69: steps[0].second_target: both targets are of heart_rate
      - {duration: lap, target: {heart_rate: {zone: 2}}, second_target: {heart_rate: {zone: 3}}}
                                                                        ^""",
    ),
    "a misspelt part": (
        """\
workout: Broken
steps:
  - {duration: lap, intensity: warmpu}
""",
        """\
broken.yaml:3:32: steps[0].intensity: 'warmpu' is not an intensity (did you mean 'warmup'?)
      - {duration: lap, intensity: warmpu}
                                   ^""",
    ),
    "a misspelt key": (
        """\
workout: Broken
steps:
  - {duration: lap, que: Relax}
""",
        """\
broken.yaml:3:21: steps[0]: 'que' is not a key of a step (did you mean 'cue'?)
      - {duration: lap, que: Relax}
                        ^""",
    ),
    "a stroke there is not": (
        """\
workout: Broken
steps:
  - {duration: lap, stroke: crawl}
""",
        """\
broken.yaml:3:29: steps[0].stroke: 'crawl' is not a stroke (one of freestyle, backstroke, breaststroke, butterfly, drill, mixed, medley)
      - {duration: lap, stroke: crawl}
                                ^""",
    ),
    "a misspelt load": (
        """\
workout: Broken
steps:
  - {duration: {reps: 5}, exercise: {name: Squat, load: {kilos: 80}}}
""",
        """\
broken.yaml:3:58: steps[0].exercise.load: 'kilos' is not a load (did you mean 'kilograms'?)
      - {duration: {reps: 5}, exercise: {name: Squat, load: {kilos: 80}}}
                                                             ^""",
    ),
    "a tempo in words": (
        """\
workout: Broken
steps:
  - {duration: {reps: 5}, exercise: {name: Squat, tempo: slow}}
""",
        """\
broken.yaml:3:58: steps[0].exercise.tempo: 'slow' is not a tempo (like '3-1-1': lower, pause, lift)
      - {duration: {reps: 5}, exercise: {name: Squat, tempo: slow}}
                                                             ^""",
    ),
    "an exercise without a name": (
        """\
workout: Broken
steps:
  - {duration: {reps: 5}, exercise: {load: {kilograms: 80}}}
""",
        """\
broken.yaml:3:37: steps[0].exercise: an exercise needs 'name:'
      - {duration: {reps: 5}, exercise: {load: {kilograms: 80}}}
                                        ^""",
    ),
    "a step deep inside": (
        """\
workout: Broken
steps:
  - repeat: 2
    steps:
      - 10min
      - repeat: 3
        steps:
          - {duration: {distance: 800 parsecs}}
""",
        """\
broken.yaml:8:35: steps[0].steps[1].steps[0].duration.distance: '800 parsecs' is not a distance (like '800m', '5km', '1mi' or 'half marathon')
              - {duration: {distance: 800 parsecs}}
                                      ^""",
    ),
}


@pytest.mark.parametrize(("document", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_step_is_told_with_its_path(document, message):
    with pytest.raises(DocumentError) as error:
        read_text(document, "broken.yaml")

    assert str(error.value) == message
