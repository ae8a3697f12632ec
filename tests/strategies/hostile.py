"""Texts that somebody might paste, made of one thing written again and again."""

GREAT = 100_000


def notations(many: int = GREAT) -> dict[str, str]:
    """Return what would be slow to read as steps if a pattern went back or a list were searched."""
    return {
        "letters": "a" * many,
        "digits": "1" * many,
        "at signs": "@" * many,
        "open brackets": "(" * many,
        "closed brackets": ")" * many,
        "nested repeats": "6x(" * many,
        "repeats in a row": "6x " * many + "400m",
        "repeats of repeats": "2x" * many + "400m",
        "quotes": '"' * many,
        "one quote more": '"' * (many + 1),
        "a quote and letters": '"' + "a" * many,
        "escaped quotes": '"' + '\\"' * many,
        "backslashes": '"' + "\\" * many + '"',
        "spaces": " " * many,
        "spaces in a name": "a" + " " * many + "b",
        "spaces before a colon": "a" + " " * many + ":b",
        "spaces in a target": "10min @ a" + " " * many + "b!",
        "spaces before a cue": "10min @ easy" + " " * many + '"a" b',
        "spaces in a range": "10min @ 1" + " " * many + "- 2",
        "spaces in a time": "1h" + " " * many + "x",
        "odd spaces": "\u00a0" * many + "x",
        "tildes": "10min @ easy" + "~" * many,
        "commas": "," * many,
        "steps between commas": "400m," * many,
        "steps that differ": ",".join(f"{metres}m" for metres in range(100, 100 + many // 5)),
        "targets between commas": "10min @ 150bpm" + ", 150bpm" * many,
        "skipped rests": "6x" + ", skip last rest" * many,
        "semicolons": "400m;" * many,
        "counts before a list": "a" + " 1" * many + ", 10, 12",
        "loads before a list": "a" + "@1" * many + ", 10kg, 12",
        "lines": "\n" * many,
        "windows lines": "\r\n" * many,
        "comments": "#\n" * many,
        "hashes": "a#" * many,
        "wrong lines": "q\n" * many,
        "indented deeper and deeper": "\n".join(" " * depth + "2x" for depth in range(many // 250)),
        "a comment as long": "400m #" + "x" * many,
        "dashes": "10min @ 4:00" + "-4:00" * many + "/km",
        "colons": "1:" * many,
        "points": "1." * many,
        "a long share": "10min @ 1." + "0" * many + "% FTP",
        "pace names": "10min @ " + "easy " * many,
        "roles": "easy " * many,
        "until": "until " * many,
        "sets": "Back squat 3x8 " * many,
        "lines of sets": "Back squat 3x8 @ 60kg, rest 60s\n" * (many // 10),
        "lettered lines": "A1 Back squat 3x8\nA2 Plank 3x30s\n" * (many // 10),
        "letters out of order": "A2 Back squat 3x8\n" * (many // 10),
        "exercises that nobody knows": "".join(
            f"Quux {chr(97 + number % 26) * 4} 3x8\n" for number in range(many // 10)
        ),
        "new words": "".join(
            f"Q{number:05}x 3x8\n".translate(str.maketrans("0123456789", "abcdefghij"))
            for number in range(many // 10)
        ),
        "slips of exercises": "Bak squat 3x8\n" * (many // 10),
        "a long name": "a" * many + " 3x8",
        "a name of many words": "abc " * many + "3x8",
        "a name of many numbers": "abc 12 " * many + "3x8",
        "rests of one line": "Back squat 3x8" + ", rest 60s" * many,
        "rests without commas": "Back squat 3x8" + " rest 60s" * many,
        "loads": "Back squat 3x8" + " @ 60kg" * many,
        "tempos": "Back squat 3x8" + ", tempo 3-1-1" * many,
        "bands": "Back squat 3x8 @ " + "green " * many + "band",
        "spaces before sets": "Back squat" + " " * many + "3x8",
        "spaces behind sets": "Back squat 3x8" + " " * many + "x",
        "spaces in sets": "Back squat 3" + " " * many + "x8",
        "dashes before sets": "Back squat " + "- " * many + "3x8",
        "colons before sets": "Back squat " + ": " * many + "3x8",
        "bullets": "- " * many + "Back squat 3x8",
        "supersets": "superset 3x (Plank 30s, Dead bug 10 reps)\n" * (many // 20),
        "headers in a row": "EMOM 10 " * many,
        "caps": "for time" + " cap 10:00" * many,
        "clauses of a header": "superset 3x" + ", rest 60s" * many + " (Plank 30s, Dead bug 10 reps)",
        "sides": "Back squat 3x8" + "/side" * many,
        "spaces before between sets": "Back squat 3x8, rest 60s" + " " * many + "x",
        "spaces in a rest of a header": "circuit 3x, rest 9" + " " * many + "x (Plank 30s, Dead bug 10 reps)",
        "spaces in a rest before its word": "Back squat 3x8, 9" + " x" * 10 + " " * many + "y",
        "rests behind a long name": "Back squat "
        + "squat " * (many // 50)
        + "3x8"
        + ", rest 60s" * (many // 10),
        "quoted names": '"a" ' * many + "3x8",
    }


def feeds(feed: bytes, many: int = GREAT) -> dict[str, bytes]:
    """Return what would be slow to look at as a calendar; *feed* is a good one with an event."""
    event = feed[feed.rindex(b"BEGIN:VEVENT") : feed.rindex(b"END:VCALENDAR")]
    return {
        "parameter": b"A;B=" + 10 * many * b"x",
        "names": 5 * many * b"A;",
        "quoted": b'A;B="' + 5 * many * b"x,",
        "rule": b"RRULE:" + 2 * many * b"FREQ=;",
        "escapes": b"SUMMARY:" + (10 * many - 1) * b"\\",
        "nesting": many // 2 * b"BEGIN:X\r\n" + many // 2 * b"END:Y\r\n",
        "events": feed.replace(b"END:VCALENDAR", many // 20 * event + b"END:VCALENDAR"),
    }


def courses(many: int = GREAT) -> dict[str, bytes]:
    """Return what would be slow to read as a GPX file, or take much memory, or the stack."""
    names = range(many)
    point = '<trkpt lat="0" lon="1"/>'
    made = {
        "nested": "<a>" * many,
        "nested and closed": "<a>" * many + "</a>" * many,
        "nested points": '<trk><trkseg><trkpt lat="0" lon="1">' * many,
        "closed": "</a>" * many,
        "name spaces in a comment": f"<!--{' xmlns' * many}-->",
        "name spaces in a text": ' xmlns:a="b"' * many,
        "name spaces one after the other": '<a xmlns:b="c"/>' * many,
        "a name space as long": f'<g:a xmlns:g="urn:{"a" * 10 * many}">{"<g:b/>" * many}</g:a>',
        "names of elements": "".join(f"<a{each}/>" for each in names),
        "names of attributes": "<a " + " ".join(f"b{each}=''" for each in names) + "/>",
        "one name of attributes": "<a " + "b='' " * many + "/>",
        "a long name": f"<{'a' * 10 * many}/>",
        "a long attribute": f'<a b="{"c" * 10 * many}"/>',
        "a long attribute left open": f'<a b="{"c" * 10 * many}',
        "a long comment": f"<!--{'-' * 10 * many}-->",
        "a long comment left open": "<!--" + " -" * 5 * many,
        "a long instruction": f"<?a {'?' * 10 * many}?>",
        "a long text": "a" * 10 * many,
        "a long section": f"<![CDATA[{']' * 10 * many}]]>",
        "a long height": f'<trk><trkseg><trkpt lat="0" lon="1"><ele>{"1" * 10 * many}</ele>',
        "a long latitude": f'<trk><trkseg><trkpt lat="{"1" * 10 * many}" lon="1">',
        "a long name of a track": f"<trk><name>{'&#65;' * many}</name><trkseg>{2 * point}</trkseg></trk>",
        "names of one track": f"<trk>{'<name>a</name>' * many}</trk>",
        "heights of one point": '<trk><trkseg><trkpt lat="0" lon="1">' + "<ele>1</ele>" * many,
        "tracks": "<trk/>" * many,
        "tracks of two points": f"<trk><trkseg>{2 * point}</trkseg></trk>" * (many // 10),
        "segments": f"<trk>{'<trkseg/>' * many}</trk>",
        "waypoints": '<wpt lat="0" lon="1"/>' * many,
        "points in one place": f"<trk><trkseg>{point * many}</trkseg></trk>",
        "points": "<trk><trkseg>"
        + "".join(f'<trkpt lat="0" lon="{each / many}"><ele>{each % 99}</ele></trkpt>' for each in names)
        + "</trkseg></trk>",
        "points of which the heights are missing": "<trk><trkseg>"
        + "".join(
            f'<trkpt lat="0" lon="{each / many}">{"<ele>1</ele>" * (each % 2)}</trkpt>' for each in names
        )
        + "</trkseg></trk>",
        "ampersands": "&" * many,
        "entities": "&a;" * many,
        "letters by number": "&#65;" * many,
        "document types": "<!DOCTYPE a>" * many,
        "what begins like a document type": "<!" * many,
    }
    texts = {name: f"<gpx>{text}</gpx>" for name, text in made.items()}
    extensions = '<a x="/>">' * 2 * many + "</a>" * 2 * many
    texts["nested, as if closed"] = f'<gpx version="1.1"><extensions>{extensions}</extensions></gpx>'
    texts["a long declaration"] = f"<?xml {' ' * many}?><gpx/>"
    texts["name spaces"] = "<gpx " + " ".join(f"xmlns:a{each}='u:{each}'" for each in names) + "/>"
    texts["line breaks"] = "\r\n" * many + "<gpx/>"
    return {name: text.encode() for name, text in texts.items()}
