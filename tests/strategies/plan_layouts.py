"""One plan in the many ways in which people lay out YAML and JSON, drawn from a seed."""

import json
from collections.abc import Iterator
from random import Random
from textwrap import indent as indented

from attrs import frozen

SKIP = ("skip", "1/tue/running")
MOVE = ("move", "1/sun/running")
FORMS = (
    "absent",
    "empty",
    "null",
    "tilde",
    "null below",
    "no items",
    "flow",
    "flow of lines",
    "block",
    "block",
    "block",
)
STYLES = (
    "flow",
    "flow of lines",
    "block",
    "below its dash",
    "quoted",
    "literal",
    "folded",
    "kept",
    "anchor",
    "alias",
    "explicit",
    "empty time",
)
ENDS = (
    "\n",
    "",
    "\n\n\n",
    "\n  ",
    " \t",
    "\n# the end",
    "\n# the end\n",
    "\n  # the end",
    "\n...\n",
    "\n... # x",
)
STARTS = (
    "",
    "# Mine\n",
    "\n\n",
    "---\n",
    "--- # x\n",
    "%YAML 1.1\n---\n",
    "# x\n%YAML 1.1\n# y\n---\n",
    "--- &root\n",
)
REMARKS = (
    "# ill",
    "#",
    "# a 'quote",
    "# {brace, [bracket",
    "# - dash",
    "# changes: none",
    "# \ttab",
    "# łąka 🙂",
)


@frozen
class PlanLayout:
    """A plan as somebody laid it out, and what is odd about it."""

    text: str
    oddities: tuple[str, ...]


def plan_layouts(seed: int, count: int) -> Iterator[PlanLayout]:
    """Yield *count* layouts in YAML; the same for the same seed."""
    for number in range(count):
        yield _Drawn(Random(f"{seed}/{number}")).layout()


def json_layouts(seed: int, count: int) -> Iterator[PlanLayout]:
    """Yield *count* layouts in JSON; the same for the same seed."""
    for number in range(count):
        yield _json_layout(Random(f"{seed}/{number}"))


class _Drawn:
    """One layout being drawn."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.odd: list[str] = []

    def some(self, share: float, oddity: str = "") -> bool:
        """Tell whether to do something that is done in a *share* of layouts."""
        done = self.random.random() < share
        if done and oddity:
            self.odd.append(oddity)
        return done

    def one(self, kind: str, choices: tuple[str, ...]) -> str:
        """Draw one of *choices*, and remember which."""
        choice = self.random.choice(choices)
        self.odd.append(f"{kind}: {choice!r}")
        return choice

    def remark(self, share: float = 0.25) -> str:
        """Draw a comment behind something, often none."""
        if not self.some(share):
            return " " * self.random.choice((0, 0, 0, 2)) if self.some(0.1) else ""
        return self.random.choice((" ", "  ", "\t", " \t")) + self.random.choice(REMARKS)

    def between(self, column: int) -> str:
        """Draw lines without anything between two things, often none."""
        lines = []
        while self.some(0.15, "comments between"):
            lead = self.random.choice(("", " " * column, " " * (column + 2), " " * 9, "\t"))
            lines.append(self.random.choice(("", "   ", lead + self.random.choice(REMARKS))))
        return "".join(f"{line}\n" for line in lines)

    def layout(self) -> PlanLayout:
        """Draw the whole."""
        form = self.one("changes", FORMS)
        root = "flow" if self.some(0.15, "root in braces") else "block"
        pairs = self._pairs(form, is_flow=root == "flow")
        body = self._flow_root(pairs) if root == "flow" else self._block_root(pairs)
        start = self.one("start", STARTS) if self.some(0.4) else ""
        text = start + body.rstrip("\n") + (self.one("end", ENDS) if self.some(0.6) else "\n")
        if text.startswith("---") and self.some(0.1, "a longer first line"):
            text = "# " + "x" * 5000 + "\n" + text
        return PlanLayout(self._breaks(text), tuple(self.odd))

    def _breaks(self, text: str) -> str:
        if self.some(0.2, "CRLF"):
            text = text.replace("\n", "\r\n")
        elif self.some(0.02, "CR"):
            text = text.replace("\n", "\r")
        return "\ufeff" + text if self.some(0.1, "byte order mark") else text

    def _pairs(self, form: str, *, is_flow: bool) -> list[str]:
        """Draw the keys and values in the order of the document."""
        others = [
            f"{self._key('plan')}P",
            f"{self._key('start')}2026-08-03",
            self._key("weeks") + self._weeks(),
        ]
        if self.some(0.4, "a description"):
            others.append(self._description(is_flow=is_flow))
            self.random.shuffle(others)
        if form == "absent":
            return others
        where = self.one("stands", ("first", "middle", "last"))
        at = {"first": 0, "middle": self.random.randint(1, len(others) - 1), "last": len(others)}[where]
        changes = self._flow_changes(form) if is_flow else self._block_changes(form)
        return [*others[:at], changes, *others[at:]]

    def _key(self, name: str) -> str:
        quote = self.random.choice(("", "", "", "'", '"'))
        gap = " " if self.some(0.05) else ""
        return f"{quote}{name}{quote}{gap}:{self.random.choice((' ', ' ', '  '))}"

    def _weeks(self) -> str:
        long = ", wed: '" + "; ".join(["easy 10min"] * 60) + "'" if self.some(0.05, "a long line") else ""
        return f"[{{mon: easy 30min, tue: 5km, sun: easy 90min{long}}}]"

    def _description(self, *, is_flow: bool) -> str:
        key = self._key("description")
        styles = ("plain", "quoted") if is_flow else ("plain", "quoted", "|", "|-", "|+", ">", ">-", "|2")
        style = self.one("description", styles)
        if style == "plain":
            return f"{key}one two"
        if style == "quoted":
            return f'{key}"one # two\n   three"'
        return f"{key}{style}{self.remark()}\n  one # two\n\n  three\n" + "\n" * self.random.choice((0, 0, 2))

    def _changes_key(self) -> str:
        return self.random.choice(
            ("changes:", "changes:", "changes:", '"changes":', "'changes':", "changes :")
        )

    def _flow_changes(self, form: str) -> str:
        key = self._changes_key()
        if form in ("empty", "null", "tilde", "null below"):
            return key + {"empty": " ", "null": " null", "tilde": " ~", "null below": "\n null"}[form]
        return f"{key} {self._flow_list(form)}"

    def _flow_list(self, form: str) -> str:
        if form == "no items":
            return self.random.choice(("[]", "[ ]", "[\n  ]", "[ # none\n  ]"))
        items = [self._flow_item(name, is_bare=True) for name in self._named()]
        if form != "flow of lines":
            return "[" + ", ".join(items) + self.random.choice(("]", " ]", ",]", ", ]"))
        joined = f",{self.remark()}\n      ".join(items)
        return f"[{self.remark()}\n      {joined}{self.random.choice(('', ',', ' ,'))}{self.remark()}\n    ]"

    def _named(self) -> list[tuple[str, str]]:
        return [self.random.choice((SKIP, MOVE)) for _ in range(self.random.choice((1, 1, 2, 3)))]

    def _flow_item(self, change: tuple[str, str], *, is_bare: bool = False) -> str:
        kind, slot = change
        quote = self.random.choice(("", "", "'", '"'))
        slot = f"{quote}{slot}{quote}"
        if is_bare and kind == "skip" and self.some(0.2, "a pair without braces"):
            return f"{kind}: {slot}"
        rest = ", to: 2026-08-08" if kind == "move" else ""
        return f"{{{kind}: {slot}{rest}}}"

    def _block_changes(self, form: str) -> str:
        key = self._changes_key()
        anchor = " &c" if self.some(0.1, "an anchor of the changes") else ""
        if self.some(0.05, "an anchor of the key"):
            key = f"&k {key}"
        elif self.some(0.04, "an explicit key"):
            key = "? changes\n:"
        if form in ("empty", "null", "tilde"):
            word = {"empty": "", "null": " null", "tilde": " ~"}[form]
            return f"{key}{anchor}{word}{self.remark()}\n{self.between(0)}"
        if form == "null below":
            return f"{key}{anchor}{self.remark()}\n{self.between(2)}  null{self.remark()}\n"
        if form != "block":
            below = "\n  " if self.some(0.1, "a list below its key") else " "
            return f"{key}{anchor}{below}{self._flow_list(form)}{self.remark()}\n{self.between(0)}"
        column = self.random.choice((0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8))
        self.odd.append(f"dashes in {column}")
        items = "".join(
            self._block_item(change, column, number) for number, change in enumerate(self._named())
        )
        return f"{key}{anchor}{self.remark()}\n{self.between(column)}{items}"

    def _block_item(self, change: tuple[str, str], column: int, number: int) -> str:
        kind, slot = change
        style = self.one("item", STYLES)
        rest = "to: 2026-08-08\n" if kind == "move" else ""
        if style in ("flow", "flow of lines"):
            item = self._flow_item(change)
            item = item.replace(": ", f":{self.remark(0.5)}\n   ") if style == "flow of lines" else item
        else:
            gap = self.random.choice(("", "\n", "\n\n"))
            texts = {
                "quoted": f'"{slot}"',
                "literal": f"|-\n  {slot}{gap}",
                "folded": f">\n  {slot}{gap}",
                "kept": f"|+\n  {slot}{gap}",
                "anchor": f"&a{number} {slot}",
            }
            below = style in ("literal", "folded", "kept")
            item = f"{kind}: {texts.get(style, slot)}" + ("" if below else self.remark()) + "\n" + rest
            if style == "alias":
                item = f"&i{number} {{skip: {slot}}}\n- *i{number}"
            elif style == "explicit":
                item = f"? {kind}\n: {slot}\n{rest}"
            elif style == "empty time" and rest:
                item += f"at:{self.remark()}\n"
        lead = self.random.choice((" ", "  ", "   "))
        if style == "below its dash":
            text = f"-{self.remark()}\n" + indented(item.rstrip("\n"), " " * (1 + len(lead)))
        elif style == "alias":
            text = f"-{lead}{item}"
        else:
            text = f"-{lead}" + indented(item.rstrip(" \n"), " " * (1 + len(lead))).lstrip(" ")
        text = indented(text, " " * column)
        ends_in_text = style in ("literal", "folded", "kept") and not rest
        return text + ("" if ends_in_text else self.remark()) + "\n" + self.between(column)

    def _block_root(self, pairs: list[str]) -> str:
        column = self.random.choice((0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8)) if self.some(0.5) else 0
        if column:
            self.odd.append(f"keys in {column}")
        text = "".join(
            f"{pair}{'' if pair.endswith(chr(10)) else self.remark() + chr(10)}{self.between(0)}"
            for pair in pairs
        )
        return indented(text, " " * column)

    def _flow_root(self, pairs: list[str]) -> str:
        if self.some(0.5, "braces over lines"):
            comma = f",{self.remark()}\n  "
            last = self.random.choice(("", ",", " ,"))
            return f"{{{self.remark()}\n  {comma.join(pairs)}{last}{self.remark()}\n}}{self.remark()}\n"
        return f"{{{', '.join(pairs)}{self.random.choice(('', ' ', ',', ', '))}}}{self.remark()}\n"


def _json_layout(random: Random) -> PlanLayout:
    weeks = [{"mon": "easy 30min", "tue": "5km", "sun": "easy 90min"}]
    pairs = [("plan", 'P "], }'), ("start", "2026-08-03"), ("weeks", weeks), ("description", "changes: ]}")]
    random.shuffle(pairs)
    changes = random.choice(("absent", None, [], [dict([SKIP])], [dict([SKIP]), {"keep": SKIP[1]}]))
    if changes != "absent":
        pairs.insert(random.randint(0, len(pairs)), ("changes", changes))
    indent = random.choice((None, None, 0, 1, 2, 3, 4, 8, "\t"))
    separators = random.choice((None, (",", ":"), (" , ", " : ")))
    text = json.dumps(dict(pairs), indent=indent, separators=separators, ensure_ascii=random.random() < 0.5)
    if random.random() < 0.2:
        text = text.replace('"changes":', random.choice(('"chang\\u0065s" :', '"changes"\n:')))
    if random.random() < 0.2:
        text = text.replace("[", "[ ").replace("{", "{\n")
    text = random.choice(("", "\ufeff", "\n ")) + text + random.choice(("", "\n", "\n\n", "  "))
    if random.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return PlanLayout(text, (f"changes: {changes!r}", f"indent: {indent!r}", f"separators: {separators!r}"))
