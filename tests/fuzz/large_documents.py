"""Documents as large as wanted, and little ones that ask for as much as they may."""

from __future__ import annotations

from datetime import date, timedelta

from fuzz.large import Row

FIRST = date(2026, 1, 5)
LAST = date(9600, 12, 31)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STEPS = "workout: W\nsteps: |\n"
LIST = "workout: W\nsteps:\n"
LINE = "workout: W\nsteps: "
FIELD = f"{LINE}1km\n"
PLAN = "plan: P\nstart: 2026-01-05\n"
WEEKS = f"{PLAN}weeks:\n"
TIMED = "timezone: Europe/Berlin\ntimes: {default: 7:00}\n"
SESSIONS = "plan: P\nsessions:\n"
_LETTERS = str.maketrans("0123456789", "abcdefghij")


def word(number: int) -> str:
    """Return a word for each number."""
    return f"{number:05}".translate(_LETTERS)


def day(number: int) -> date:
    """Return a day for each number; after the last one there is, the first one again."""
    return FIRST + timedelta(days=number % (LAST - FIRST).days)


def session(number: int, activity: str) -> str:
    """Return a session in a list of sessions."""
    return f"  - {{slot: s{number}, date: {day(number)}, {activity}}}\n"


def every_day(activity: str) -> str:
    """Return the days of a week that has the same on each."""
    return ", ".join(f"{name}: {activity}" for name in DAYS)


def often(days: str, weeks: int, head: str = "") -> str:
    """Return a plan of one week, so many times."""
    return f"{PLAN}{head}weeks:\n  - {{repeat: {weeks}, {days}}}\n"


def _nested(number: int) -> str:
    depth = number % 17
    return "  " * (depth + 1) + ("2x\n" if depth < 16 else "1km\n")


def _week_of_names(number: int) -> str:
    return ", ".join(f"{name}: {word(7 * number + place)}" for place, name in enumerate(DAYS))


def _slot(number: int) -> str:
    return f"{number // 7 % 900 + 1}/{DAYS[number % 7]}/running"


GPX = '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
HILL = (
    f"{GPX}<trk><trkseg>"
    + "".join(f'<trkpt lat="50.{n:04}" lon="20"><ele>{100 + n % 60}</ele></trkpt>' for n in range(1000))
    + "</trkseg></trk></gpx>"
)
FULL = often(every_day("1km"), 900)
THIN = often("mon: 1km, thu: 1km", 250)
HARD = 'mon: easy 30min, tue: "5x(1km @ RPE 8, 400m jog)", thu: 10km @ RPE 9'
HARDER = 'mon: easy 15min, wed: "6x(400m @ RPE 8, 200m jog)", fri: 10km @ RPE 9'
TEN = "; ".join(f"{n}km" for n in range(1, 11))
EVEN = "{recipe: even-split, distance: 100km, goal: 10:00:00, every: 200m}"
UPHILL = "{recipe: even-split, distance: 10km, goal: 50:00, course: h.gpx}"
SETTLED = "conflicts: {two runs: drop easy, hard days: move, hard sessions: move, load: drop easy}\n"

OF_STEPS = {
    "steps": Row(lambda n: f"  {n + 100}m\n", STEPS),
    "steps with targets and cues": Row(lambda n: f'  800m @ 4:00-4:10/km, RPE 7 "cue {n}"\n', STEPS),
    "steps with names": Row(lambda n: f"  Part {n}: 10min @ easy\n", STEPS),
    "repeats": Row("  2x(400m @ threshold, 200m jog)\n", STEPS),
    "repeats in repeats": Row(_nested, STEPS),
    "many repeats of many repeats": Row("  30x(30x(30x(1s, 1s jog)))\n", STEPS),
    "last rests skipped": Row("  99x, skip last rest (400m, 200m jog)\n", STEPS),
    "shorthand": Row(lambda n: f"  6 x 800 w/ {60 + n % 60}s rest\n", STEPS),
    "shorthand of wholes": Row("  10 miles, last 4 at MP\n", STEPS),
    "minutes or metres": Row("  8x(1m @ RPE 8, 1m jog)\n", STEPS),
    "wrong lines": Row(lambda n: f"  quux {n}\n", STEPS),
    "slips of words": Row(lambda n: f"  10min @ treshold {n}\n", STEPS),
    "names of paces": Row(lambda n: f"  10min @ '{word(n)}'\n", STEPS),
    "exercises": Row("  Back squat 3x8 @ 60kg, rest 60s\n", STEPS),
    "shares of a one-rep maximum": Row("  Back squat 3x8 @ 70% 1RM\n", STEPS),
    "new exercises": Row(lambda n: f"  Q{word(n)}x 3x8\n", STEPS),
    "slips of exercises": Row(lambda n: f"  Bak squat {word(n)} 3x8\n", STEPS),
    "supersets": Row(lambda n: f"  {chr(65 + n // 2 % 26)}{n % 2 + 1} Back squat 3x8\n", STEPS),
    "races": Row("  race 100km in 10:00:00 even by 100m\n", STEPS),
    "progressions": Row("  progress 100km from 6:00/km to 4:00/km by 100m\n", STEPS),
    "steps in a list": Row("  - {duration: {distance: 800}, target: {effort: 7}}\n", LIST),
    "texts in a list": Row("  - 800m @ RPE 7\n", LIST),
    "wrong durations": Row("  - {duration: {time: x}}\n", LIST),
    "unknown keys of steps": Row(lambda n: f"  - {{{word(n)}: 1}}\n", LIST),
    "repeats in a list": Row("  - {repeat: 2, steps: [1km, 2km]}\n", LIST),
}
OF_FIELDS = {
    "unknown keys": Row(lambda n: f"{word(n)}: 1\n", FIELD),
    "one key again": Row("sport: running\n", FIELD),
    "tags": Row(lambda n: f"  - {word(n)}\n", f"{FIELD}tags:\n"),
    "links": Row(lambda n: f"  - https://example.org/{n}\n", f"{FIELD}links:\n"),
    "a name": Row("a", 'workout: "', '"\nsteps: 1km\n', 99_990),
    "a description": Row("ab ", f'{FIELD}description: "', 'a"\n', 33_000),
    "a description in one word": Row("a", f"{FIELD}description: ", "\n", 99_990),
    "a description of wide letters": Row("走", f"{FIELD}description: ", "\n", 99_990),
    "a description of lines": Row("  a\n", f"{FIELD}description: |\n", "", 49_990),
    "a description of signs": Row("<&*_[`\\;,", f"{FIELD}description: |\n  ", "\n", 11_000),
    "a cue": Row("cue ", 'workout: W\nsteps: 1km "', '"\n', 24_000),
    "a long key": Row("k", FIELD, ": 1\n"),
    "comments": Row("# note\n", FIELD),
    "empty lines": Row("\n", FIELD),
    "escapes": Row("\\x41", f'{FIELD}description: "', '"\n', 99_000),
    "brackets": Row("["),
    "braces": Row("{a: "),
    "lists in lists": Row(lambda n: f"{' ' * (n % 900)}-\n", LIST),
    "documents": Row("---\nworkout: W\n"),
    "anchors": Row(lambda n: f"  - &a{n} 1km\n", LIST),
    "aliases": Row("  - *a\n", f"{LIST}  - &a 1km\n"),
    "aliases of many": Row("  - {repeat: 2, steps: *a}\n", f"{LIST}  - &a [{', '.join(['1km'] * 500)}]\n"),
    "aliases of a workout": Row(
        lambda n: session(n + 1, "workout: *w"),
        SESSIONS + session(0, "workout: &w {workout: W, steps: 1km}"),
    ),
    "marks of YAML": Row("!a &b *c "),
    "control characters": Row("\\e\\0", 'workout: "', '"\nsteps: 1km\n', 49_000),
}
OF_ATHLETES = {
    "paces": Row(lambda n: f"  {word(n)}: 4:50/km\n", "athlete: A\nthreshold_pace: 4:45/km\npaces:\n"),
    "wrong paces": Row(lambda n: f"  {word(n)}: quick\n", "athlete: A\npaces:\n"),
    "zones": Row(lambda n: f"{100 + n}, ", "athlete: A\nzones: {heart_rate: [", "9999999]}\n"),
    "loads": Row(lambda n: f"  {word(n)}: 80kg\n", "athlete: A\none_rep_max:\n"),
    "loads of one exercise": Row("  back squat: 80kg\n", "athlete: A\none_rep_max:\n"),
    "unknown keys of an athlete": Row(lambda n: f"{word(n)}: 1\n", "athlete: A\n"),
}
OF_PLANS = {
    "sessions": Row(lambda n: session(n, f"workout: {{workout: Run {n}, steps: 30min easy}}"), SESSIONS),
    "sessions alike": Row(lambda n: session(n, "workout: {workout: R, steps: 1km}"), SESSIONS),
    "sessions of ten steps": Row(lambda n: session(n, f'workout: {{workout: R, steps: "{TEN}"}}'), SESSIONS),
    "sessions with descriptions": Row(
        lambda n: session(n, f"workout: {{workout: R{n}, steps: 1km, description: {'ab ' * 600}}}"), SESSIONS
    ),
    "sessions on one day": Row(
        lambda n: f"  - {{slot: s{n}, date: 2026-01-05, workout: {{workout: R, steps: 1km @ RPE 9}}}}\n",
        SESSIONS,
    ),
    "events": Row(lambda n: session(n, "event: {event: Call, kind: call}"), SESSIONS),
    "events at a time": Row(
        lambda n: session(n, "at: 7:00, lasts: 45min, event: {event: Call}"),
        "plan: P\ntimezone: Europe/Berlin\nsessions:\n",
    ),
    "wrong sessions": Row(lambda n: f"  - {{slot: s{n}, date: 2026-13-01}}\n", SESSIONS),
    "one slot again": Row(
        "  - {slot: s, date: 2026-01-05, workout: {workout: R, steps: 1km}}\n",
        SESSIONS,
    ),
    "entries of a day": Row("1km,", f"{WEEKS}  - mon: [", "1km]\n"),
    "as many entries of a day": Row("1km,", f"{WEEKS}  - mon: [", "1km]\n", 6990),
    "as many weeks": Row(f"  - {{{every_day('1km')}}}\n", WEEKS, most=999),
    "as many workouts with a name": Row(
        lambda n: f"  {word(n)}: 1km\n",
        f"{PLAN}workouts:\n",
        f"weeks:\n  - {{repeat: 990, {every_day('aaaaa')}}}\n",
        1990,
    ),
    "weeks": Row("  - {mon: 1km}\n", WEEKS),
    "full weeks": Row(f"  - {{{every_day('1km')}}}\n", WEEKS),
    "weeks with notes": Row(lambda n: f"  - {{name: W{n}, note: {'note ' * 20}, mon: 1km}}\n", WEEKS),
    "weeks like others": Row(
        lambda n: f"  - {{like: {n + 1}, volume: +1%}}\n", f"{WEEKS}  - {{mon: easy 10km, sun: easy 20km}}\n"
    ),
    "wrong weeks": Row(lambda n: f"  - {{like: {word(n)}}}\n", WEEKS),
    "unknown days": Row(lambda n: f"  - {{{word(n)}: 1km}}\n", WEEKS),
    "workouts with a name": Row(
        lambda n: f"  {word(n)}: 1km\n",
        f"{PLAN}workouts:\n",
        "weeks:\n  - {repeat: 900, mon: aaaaa}\n",
    ),
    "workouts with a name, each done": Row(
        lambda n: f"  {word(n)}: 1km\n",
        f"{PLAN}workouts:\n",
        "weeks:\n" + "".join(f"  - {{{_week_of_names(week)}}}\n" for week in range(285)),
        1999,
    ),
    "names that nobody knows": Row(
        lambda n: f"  - {{mon: {word(n)}x}}\n",
        f"{PLAN}workouts: {{{', '.join(f'{word(n)}: 1km' for n in range(999))}}}\nweeks:\n",
    ),
    "wrong workouts with a name": Row(
        lambda n: f"  {word(n)}: quux\n",
        f"{PLAN}workouts:\n",
        "weeks: []\n",
    ),
    "recipes": Row("  - {mon: {recipe: long-run, distance: 25km}}\n", WEEKS),
    "recipes of many steps": Row(f"  - {{mon: {EVEN}}}\n", WEEKS),
    "wrong recipes": Row("  - {mon: {recipe: quux, a: 1}}\n", WEEKS),
    "courses": Row(f"  - {{mon: {UPHILL}}}\n", WEEKS, beside={"h.gpx": HILL}),
    "files": Row(
        lambda n: f"  - {{mon: w{n % 500}.yaml}}\n",
        WEEKS,
        most=990,
        beside={f"w{n}.yaml": "workout: W\nsteps: 1km\n" for n in range(500)},
    ),
    "files that are not there": Row(lambda n: f"  - {{mon: x{n}.yaml}}\n", WEEKS),
    "plans over one another": Row(
        "p.yaml, ",
        "plan: O\nover: [",
        "p.yaml]\n",
        beside={"p.yaml": often(every_day("1km @ RPE 9"), 150)},
    ),
    "conflicts to settle": Row(
        "#\n",
        f"plan: O\nover: [a.yaml, b.yaml]\n{SETTLED}",
        most=1,
        beside={"a.yaml": often(HARD, 900), "b.yaml": often(HARDER, 900).replace("plan: P", "plan: Q")},
    ),
}
OF_CHANGES = {
    "skips": Row(lambda n: f"  - {{skip: {_slot(n)}}}\n", f"{FULL}changes:\n"),
    "moves": Row(lambda n: f"  - {{move: {_slot(n)}, to: {day(n)}}}\n", f"{FULL}changes:\n"),
    "swaps": Row(lambda n: f"  - {{swap: {_slot(n)}, with: {_slot(n + 1)}}}\n", f"{FULL}changes:\n"),
    "shifts": Row("  - {shift: 1}\n", f"{THIN}changes:\n", most=1900),
    "shifts of many": Row("  - {shift: 1}\n", f"{FULL}changes:\n", most=150),
    "pauses": Row(lambda n: f"  - {{pause: {day(7 * n)}, for: 1 week}}\n", f"{THIN}changes:\n", most=1900),
    "changes of nothing": Row(lambda n: f"  - {{skip: {word(n)}}}\n", f"{FULL}changes:\n"),
    "wrong changes": Row(lambda n: f"  - {{{word(n)}: 1}}\n", f"{THIN}changes:\n"),
}
OF_MESSAGES = {
    "message: exercises": Row(lambda n: f"A2-Dumbbell{n} 3x10\n", most=500),
    "message: sets of nothing": Row(lambda n: f"{n}x{n}\n", most=500),
    "message: wrong words": Row(lambda n: f'"A2"sh-up{n} 3x10\n~0s\n', most=250),
    "message: amounts": Row(lambda n: f"10 \nkm at {n}:30 min/km0 km at 5:30 mi\n", most=250),
}
"""Messages that are looked through for several workouts, as long as those may be."""
LITTLE = {
    "as many sessions as there may be": often(every_day("1km"), 1000),
    "as many steps of sessions": often(every_day(f'"400m; 1min; 7x(400m, 1min jog); {TEN}"'), 570),
    "as many sessions for an athlete": often(
        every_day('"6x(800m @ threshold, 400m jog)"'), 1000, f"athlete: ada.yaml\n{TIMED}"
    ),
    "as many sessions of strength": often(every_day('"Back squat 3x8 @ 60kg, rest 60s; Plank 3x30s"'), 1000),
    "as many hard days": often("mon: 10km @ RPE 9, tue: 10km @ RPE 9, sat: 10km @ RPE 9", 1000),
    "as many files": often("mon: 1km, tue: 2km", 740, TIMED),
    "as many steps of fifty sessions": often(
        "mon: b", 50, f"workouts: {{b: {'; '.join(['1min'] * 1990)}}}\n"
    ),
    "as many steps of a recipe": (
        "workout: W\nrecipe: even-split\ndistance: 100km\ngoal: 10:00:00\nevery: 100m\n"
    ),
    "as many repeats in repeats": f"{LINE}{'2x(' * 15}400m{', 200m jog)' * 15}\n",
    "as many rounds": f"{LINE}1000x(49x(1s @ RPE 9, 1s jog))\n",
}
