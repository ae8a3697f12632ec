"""Atoms of a line of gyms → exercises with all that is said of them, in whatever order it is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.exercises.book import BOOK
from workout_core.notation.remarks import is_remark
from workout_core.notation.shorthand.gym_atoms import Atom, AtomKind, atoms_of
from workout_core.notation.shorthand.gym_clauses import Clauses, band_of, is_effort
from workout_core.notation.shorthand.pieces import NotShorthand

_CLAUSES: Final = frozenset(
    (
        *(AtomKind.CUE, AtomKind.TEMPO, AtomKind.EFFORT, AtomKind.MAX, AtomKind.LOAD, AtomKind.REST),
        *(AtomKind.HOLD, AtomKind.LAST, AtomKind.UP),
    )
)
_DOSES: Final = frozenset(
    (AtomKind.DOSE, AtomKind.TURNED, AtomKind.AMOUNT, AtomKind.NUMBER, AtomKind.LADDER)
)
_OF_DOSES: Final = _DOSES | {AtomKind.HOLD, AtomKind.SIDE, AtomKind.TIMES, AtomKind.SETS}
_BEFORE: Final = frozenset({"of", "x", "the", "a", "an", "do", "and", "then", "now", "finish", "with"})
_BEHIND: Final = frozenset({"of", "with", "w", "at", "for", "using", "holding", "x", "and", "do", "sets"})
_NOTHING: Final = frozenset({"on", "work", "hold", "holds", "total", "reps", "in", "at", "with", "of", "for"})
"""What says nothing more behind how much."""
PACES: Final = frozenset({"easy", "steady", "light", "gentle", "slow", "brisk", "relaxed", "quick"})
"""Words for how fast something is done, or how hard."""
_LISTS: Final = frozenset({",", "/"})


class Dosed:
    """An exercise, or one of those that share how much they are done.

    Attributes:
        join: what stands before it.
        letter: of a superset: A1.
        is_bare: whether how much it is is a number and nothing else, behind its name; or
        is_times: that stands behind a sign: ``x10``; or
        is_first: that it stands before the name.
        name: of the exercise, as it was typed.
        sets: how many, as the notation has it: ``3``, ``3-4``.
        each: how much one set is: ``8-10``, ``AMRAP``, ``45s``.
        side: what was typed for each side, if anything was.
        pace: a word for how fast or hard, behind how much: ``bike 5 min easy``.
        clauses: what else is said.
    """

    def __init__(self, letter: str = "", name: str = "", join: str = "") -> None:
        self.join = join
        self.letter = letter
        self.is_bare = self.is_times = self.is_first = False
        self.name = name
        self.sets = ""
        self.each = ""
        self.side = ""
        self.pace = ""
        self.clauses = Clauses()

    @property
    def is_dosed(self) -> bool:
        """Whether it is said how much."""
        return bool(self.each)

    @property
    def is_begun(self) -> bool:
        """Whether anything is said."""
        return bool(self.name or self.each or self.sets)


class Resting:
    """A rest that stands between exercises.

    Attributes:
        text: as the notation has it.
        between: what it is said to be between; nothing where that is not said.
    """

    def __init__(self, text: str, between: str) -> None:
        self.text = text
        self.between = between


class GymReader:
    """Reads atoms, one after the other.

    Attributes:
        in_rounds: whether what is read is repeated as a whole, so that a rest stands by itself.
        made: what was read.
        is_of_all: whether what follows is said of all exercises.
    """

    def __init__(self, *, in_rounds: bool) -> None:
        self.in_rounds = in_rounds
        self.made: list[Dosed | Resting] = []
        self.item = Dosed()
        self.join = ""
        self.is_of_all = False

    def read(self, atoms: Sequence[Atom]) -> list[Dosed | Resting]:
        """Return the exercises and rests that *atoms* are.

        Raises:
            NotShorthand: they do not go together.
        """
        place = 0
        while place < len(atoms):
            atom = atoms[place]
            if atom.kind is AtomKind.OPEN:
                end = next((at for at in range(place, len(atoms)) if atoms[at].kind is AtomKind.CLOSE), 0)
                if not end:
                    raise NotShorthand
                self._in_brackets(atoms[place + 1 : end])
                place = end + 1
                continue
            if atom.kind is AtomKind.WORD or self._begins_name(atoms, place):
                end = place + 1
                while end < len(atoms) and atoms[end].kind is AtomKind.WORD:
                    end += 1
                self._words([each.text for each in atoms[place:end]])
                place = end
                continue
            self._one(atom, [each.kind for each in atoms[place + 1 : place + 3]])
            place += 1
        self._close()
        _share(self.made)
        return self.made

    def _begins_name(self, atoms: Sequence[Atom], place: int) -> bool:
        """Tell whether a band or body weight begins a name: ``band pull-aparts``, ``BW squats``."""
        if atoms[place].kind is not AtomKind.LOAD or (self.item.name and not self.join):
            return False
        parts, following = atoms[place].parts, atoms[place + 1 : place + 2]
        return bool({"band", "body"} & set(parts)) and bool(following) and following[0].kind is AtomKind.WORD

    def _one(self, atom: Atom, following: Sequence[AtomKind]) -> None:
        kind = atom.kind
        if kind is AtomKind.JOIN:
            self._joined(atom.text, following)
        elif kind is AtomKind.LETTER:
            self._close()
            self.item, self.join = Dosed(_letter(atom)), ""
        elif kind in _CLAUSES:
            self._clause(atom)
        elif kind in _DOSES:
            self._dose(atom, is_named=following[:1] == [AtomKind.WORD])
        elif kind is AtomKind.SIDE:
            self.item.side, self.join = atom.text.casefold(), ""
        elif kind is AtomKind.SETS and not self.item.sets:
            self.item.sets, self.join = _plain(atom.parts["sets3"]), ""
        elif kind is AtomKind.TIMES and not (self.item.sets and self.item.each):
            what, self.join = _plain(atom.parts["n"]), ""
            if not self.item.each:
                self.item.each, self.item.is_times = what, True
            elif (self.item.is_times and not (self.item.side or self.item.clauses.loads)) or (self.join and len(self.made) > 0):
                raise NotShorthand
            else:
                self.item.sets = what
        else:
            raise NotShorthand

    def _joined(self, text: str, following: Sequence[AtomKind]) -> None:
        word = text.strip(" :").casefold()
        if (text == ":" and self.item.is_times) or (word == "@" and following[:1] != [AtomKind.WORD]):
            raise NotShorthand
        if word == "-" or (text == ":" and self.item.is_begun):
            return
        if text == ":":
            raise NotShorthand
        is_list = word in _LISTS and following[:1] == [AtomKind.NUMBER] and self.item.each[-1:].isdigit()
        is_list = is_list and AtomKind.WORD not in following[1:]
        self.join = "" if word == "@" else "list" if is_list else word

    def _clause(self, atom: Atom) -> None:
        if atom.kind is AtomKind.REST and (self.in_rounds or not self.item.is_begun):
            self._close()
            self.made.append(Resting(Clauses.rest_of(atom), atom.parts.get("what", "")))
        elif not self.item.is_begun:
            raise NotShorthand
        elif atom.kind is AtomKind.MAX and not self.item.each and "share" not in atom.parts:
            self.item.each = atom.parts["rm2"]
            self.item.clauses.take(atom, self.item.each)
        elif atom.kind is AtomKind.HOLD and not self.item.each:
            self.item.each = _amount(atom.parts.get("held") or atom.parts["held2"])
        else:
            self.item.clauses.take(atom, self.item.each)
            for each in self.made if self.is_of_all else ():
                if isinstance(each, Dosed):
                    each.clauses.take(atom, each.each)
            self.is_of_all = False
        self.join = ""

    def _dose(self, atom: Atom, *, is_named: bool) -> None:
        if self.join == "list":
            self.item.each, self.join = f"{self.item.each}/{atom.text}", ""
            return
        before, join = self.item, self.join
        if before.each or (before.sets and atom.kind in (AtomKind.DOSE, AtomKind.TURNED)):
            if _is_other_side(before, atom, join):
                before.side, self.join = "/side", ""
                return
            if not before.name or not (is_named or (join and atom.kind is AtomKind.DOSE)):
                raise NotShorthand
            self._close()
            self.item = Dosed(name="" if is_named else before.name, join=join)
        elif join and before.name and is_named:
            self._close()
        elif join.startswith("then") or join.endswith("then"):
            raise NotShorthand
        self.join = ""
        self._amount(atom)

    def _amount(self, atom: Atom) -> None:
        parts, item = atom.parts, self.item
        if parts.get("more"):
            raise NotShorthand
        if atom.kind is AtomKind.DOSE:
            item.sets, item.each = _plain(parts["sets"]), _amount(parts["each"])
        elif atom.kind is AtomKind.TURNED:
            item.sets, item.each = _plain(parts["sets2"]), _amount(parts["each2"])
            item.side = parts.get("side2", "").casefold() or item.side
        elif atom.kind is AtomKind.LADDER:
            item.each = atom.text.casefold().removesuffix("reps").strip().replace("-", "/")
            item.sets = str(item.each.count("/") + 1)
        else:
            item.is_bare = atom.kind is AtomKind.NUMBER and bool(item.name)
            item.each = _amount(atom.text)

    def _words(self, words: list[str]) -> None:
        item, text = self.item, " ".join(words)
        if item.each and item.name:
            if text.casefold() == "all" and self.join:
                self.is_of_all = True
            elif self._says_how(text):
                pass
            elif self.join and not self.join.startswith("@"):
                self._begin(words)
            elif not _NOTHING.issuperset(text.casefold().split()):
                raise NotShorthand
        elif item.name:
            if not self._says_how(text):
                if not self.join:
                    raise NotShorthand
                self._begin(words)
        else:
            item.is_first = item.is_dosed
            item.name = _name(words)
        self.join = ""

    def _begin(self, words: list[str]) -> None:
        join = self.join
        self._close()
        self.item = Dosed(name=_name(words), join=join)

    def _says_how(self, text: str) -> bool:
        """Take words that say how hard or in which manner, if they do."""
        if is_effort(text):
            self.item.clauses.say_effort(text)
            return True
        if PACES.issuperset(text.casefold().split()) and not self.item.pace:
            self.item.pace = text
            return True
        if BOOK.called(text) is None and is_remark(text):
            self.item.clauses.notes.append(text)
            return True
        return False

    def _in_brackets(self, atoms: Sequence[Atom]) -> None:
        """Take what stands in brackets behind an exercise."""
        text = " ".join(each.text for each in atoms)
        if not self.item.name or not atoms:
            raise NotShorthand
        kinds = {each.kind for each in atoms if each.kind is not AtomKind.JOIN}
        if not self.item.each and kinds <= _OF_DOSES:
            for place, each in enumerate(atoms):
                if each.kind is not AtomKind.JOIN:
                    self._one(each, [other.kind for other in atoms[place + 1 : place + 3]])
            return
        if kinds <= _CLAUSES:
            for each in atoms:
                if each.kind is not AtomKind.JOIN:
                    self.item.clauses.take(each, self.item.each)
        elif kinds == {AtomKind.SIDE}:
            self.item.side = text.casefold()
        elif (band := band_of(text)) and "band" in self.item.name.casefold():
            self.item.clauses.loads.append(band)
        elif not self.item.each and kinds == {AtomKind.WORD} and not is_remark(text):
            self.item.name = f"{self.item.name} ({text})"
        elif kinds <= {AtomKind.WORD, AtomKind.HOLD, AtomKind.SIDE} or self._is_half(atoms):
            self.item.clauses.notes.append(text)
        else:
            raise NotShorthand

    def _is_half(self, atoms: Sequence[Atom]) -> bool:
        """Tell whether *atoms* only say how much of it is of each side: ``12 (6 each leg)``."""
        kinds = [each.kind for each in atoms]
        half = atoms[0].text
        return kinds == [AtomKind.NUMBER, AtomKind.SIDE] and half.isdigit() and str(2 * int(half)) == self.item.each

    def _close(self) -> None:
        item = self.item
        if "/" in item.each and not item.sets:
            _tell_sides(item)
        if item.is_begun:
            self.made.append(item)
        self.item, self.join = Dosed(), ""


def _share(made: Sequence[Dosed | Resting]) -> None:
    """Give exercises in a list what is said of the last of them: ``A skip, B skip 2x20m each``.

    Raises:
        NotShorthand: of some it is not said how much.
    """
    waiting: list[Dosed] = []
    for each in made:
        if not isinstance(each, Dosed):
            continue
        if not each.name:
            raise NotShorthand
        if not each.each:
            waiting.append(each)
            continue
        if waiting and each.side in ("each", "ea", "of each"):
            each.side = ""
        for other in waiting:
            other.sets, other.each, other.side = other.sets or each.sets, each.each, each.side
        waiting.clear()
    if waiting:
        raise NotShorthand


def _tell_sides(item: Dosed) -> None:
    """Take a number that is said twice as that of both sides: ``bird dog 10/10``; more are of sets."""
    numbers, item.is_bare = item.each.split("/"), False
    if len(numbers) == len("lr") and len(set(numbers)) == 1:
        item.each, item.side = numbers[0], "/side"
    else:
        item.sets = str(len(numbers))


def _is_other_side(item: Dosed, atom: Atom, join: str) -> bool:
    """Tell whether the same amount once more is that of the other side: ``side plank 30s/30s``."""
    return join == "/" and atom.kind is AtomKind.AMOUNT and _amount(atom.text) == item.each


def _letter(atom: Atom) -> str:
    parts = atom.parts
    if "l1" in parts:
        return f"{parts['l1'].upper()}{parts['l2']}"
    return f"{'ABCDEFGHI'[int(parts['l3']) - 1]}{'ABCDE'.index(parts['l4'].upper()) + 1}"


def _plain(text: str) -> str:
    """Return a number, or a range of numbers, as the notation has it."""
    return "-".join(text.replace("to", "-").replace(" ", "").split("-"))


def _amount(text: str) -> str:
    """Return how much one set is as the notation has it."""
    said = " ".join(text.casefold().replace(" to ", "-").replace(" - ", "-").split())
    if said.startswith(("max", "amrap", "failure", "to failure")):
        return "AMRAP"
    if said.rstrip("s").endswith(("cal", "calorie")):
        return f"{said.split()[0].rstrip('kcals')}kcal"
    for typed, meant in (("repetitions", "reps"), ("repetition", "reps"), (" , ", "/"), (", ", "/"), (",", "/")):
        said = said.replace(typed, meant)
    said = said.removesuffix("reps").removesuffix("rep").strip()
    return f"{said}m" if said.endswith("k") else said


def _name(words: list[str]) -> str:
    if BOOK.called(" ".join(words)):
        return " ".join(words)  # A skip
    while words and words[0].casefold() in _BEFORE:
        words = words[1:]
    while words and words[-1].casefold() in _BEHIND:
        words = words[:-1]
    if not words:
        raise NotShorthand
    return " ".join(words)


def read_items(text: str, *, in_rounds: bool = False) -> list[Dosed | Resting]:
    """Return the exercises and rests of *text*.

    Raises:
        NotShorthand: it is not understood.
    """
    return GymReader(in_rounds=in_rounds).read(atoms_of(text))
