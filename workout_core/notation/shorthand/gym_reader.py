"""Atoms of a line of gyms → exercises with all that is said of them, in whatever order it is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core.notation.remarks import is_remark
from workout_core.notation.shorthand.gym_atoms import Atom, AtomKind, atoms_of
from workout_core.notation.shorthand.gym_clauses import Clauses, band_of
from workout_core.notation.shorthand.gym_items import (
    THINGS,
    Dosed,
    Resting,
    amount_of,
    is_half_of,
    is_other_side,
    kinds_of,
    letter_of,
    name_of,
    plain_range,
    says_how,
    says_name,
    share_doses,
    tell_sides,
)
from workout_core.notation.shorthand.pieces import NotShorthand

_CLAUSES: Final = frozenset(
    (
        *(AtomKind.CUE, AtomKind.TEMPO, AtomKind.EFFORT, AtomKind.MAX, AtomKind.LOAD, AtomKind.REST),
        *(AtomKind.HOLD, AtomKind.LAST, AtomKind.UP),
    )
)
_DOSES: Final = frozenset((AtomKind.DOSE, AtomKind.TURNED, AtomKind.AMOUNT, AtomKind.NUMBER, AtomKind.LADDER))
_OF_DOSES: Final = _DOSES | {AtomKind.HOLD, AtomKind.SIDE, AtomKind.TIMES, AtomKind.SETS}
_NOTHING: Final = frozenset({"on", "work", "hold", "holds", "total", "reps", "in", "at", "with", "of", "for"})
"""What says nothing more behind how much."""
_SETS_FOLLOW: Final = ([AtomKind.TIMES], [AtomKind.DOSE])
_LISTS: Final = frozenset({",", "/"})


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
                is_within = atom.kind is AtomKind.LOAD and bool(self.item.name) and not self.join
                while end < len(atoms) and atoms[end].kind is AtomKind.WORD:
                    end += 1
                dosed = end < len(atoms) and atoms[end].kind in (*_DOSES, AtomKind.TIMES)
                words = [each.text for each in atoms[place:end]]
                if is_within:
                    self.item.name = " ".join((self.item.name, *words))
                else:
                    self._words(words, is_dosed=dosed)
                place = end
                continue
            is_same = atom.kind in _DOSES and bool(self.item.name) and says_how(atoms[place + 1 :])
            self._one(atom, [] if is_same else kinds_of(atoms[place + 1 : place + 3]))
            place += 1
        self._close()
        share_doses(self.made)
        return self.made

    def _begins_name(self, atoms: Sequence[Atom], place: int) -> bool:
        """Tell whether a band or body weight begins a name: ``band pull-aparts``, ``BW squats``."""
        is_free = bool(self.join) or not (self.item.name and self.item.each)
        return is_free and says_name(atoms[place:])

    def _one(self, atom: Atom, following: Sequence[AtomKind]) -> None:
        kind = atom.kind
        if kind is AtomKind.JOIN:
            self._joined(atom.text, following)
        elif kind is AtomKind.LETTER:
            self._close()
            self.item, self.join = Dosed(letter_of(atom)), ""
        elif kind in _CLAUSES:
            is_heavier = kind is AtomKind.LOAD and bool(self.join and self.item.clauses.loads)
            if is_heavier and following[:1] in _SETS_FOLLOW:
                self._begin(self.item.name.split())
            self._clause(atom)
        elif kind in _DOSES:
            self._dose(atom, is_named=following[:1] == [AtomKind.WORD])
        elif kind is AtomKind.SIDE:
            self.item.side, self.join = atom.text.casefold(), ""
        elif kind is AtomKind.SETS and not self.item.sets and self.join in ("", ",", "/"):
            self.item.sets, self.join = plain_range(atom.parts["sets3"]), ""
            self.item.is_in_words = True
        elif kind is AtomKind.TIMES and not (self.item.sets and self.item.each):
            self._times(plain_range(atom.parts["n"]))
        else:
            raise NotShorthand

    def _times(self, often: str) -> None:
        """Take a number behind a sign: how often, or how much where that is not said: ``leg swings x10``."""
        item, join, self.join = self.item, self.join, ""
        if not item.each:
            item.each, item.is_times = often, True
            return
        is_third = item.is_times and not (item.side or item.clauses.loads)
        if is_third or (join and self.made):
            raise NotShorthand
        item.sets = often

    def _joined(self, text: str, following: Sequence[AtomKind]) -> None:
        word = text.strip(" :").casefold()
        if (text == ":" and self.item.is_times) or (word == "@" and following[:1] != [AtomKind.WORD]):
            raise NotShorthand
        if word == "-" or (text == ":" and self.item.name):
            self.item.has_colon |= text == ":"
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
        elif atom.kind is AtomKind.MAX and not self.item.each and "rm2" in atom.parts:
            self.item.each = atom.parts["rm2"]
            self.item.clauses.take(atom, self.item.each)
        elif atom.kind is AtomKind.HOLD and not self.item.each:
            self.item.each = amount_of(atom.parts.get("held") or atom.parts["held2"])
        else:
            self.item.clauses.take(atom, self.item.each)
            is_of_all = self.is_of_all or atom.parts.get("between", "").casefold().endswith("all")
            for each in self.made if is_of_all else ():
                if isinstance(each, Dosed):
                    each.clauses.take(atom, each.each)
            self.is_of_all = False
        self.join = ""

    def _dose(self, atom: Atom, *, is_named: bool) -> None:
        if atom.text.casefold() == "max effort" and self.item.each:
            self.item.clauses.say_effort(atom.text)
            return
        if not is_named and self.item.is_followed_by_rest(atom):
            self.item.clauses.rest, self.join = amount_of(atom.text), ""
            return
        if self.join == "list":
            self.item.each, self.join = f"{self.item.each}/{atom.text}", ""
            return
        before, join = self.item, self.join
        if before.each or (before.sets and atom.kind in (AtomKind.DOSE, AtomKind.TURNED)):
            if is_other_side(before, atom, join):
                before.is_twice, self.join = True, ""
                return
            is_more = atom.kind is AtomKind.DOSE or (
                "rep" in atom.text.casefold() and bool(before.clauses.loads)
            )
            if not before.name or not (is_named or (join and is_more)):
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
        if parts.get("more") and parts["sets"] != "1":
            raise NotShorthand  # in the last set or in each
        if atom.kind is AtomKind.DOSE:
            item.sets, item.each = plain_range(parts["sets"]), amount_of(parts["each"])
            item.is_in_words = "set" in atom.text.casefold()
            if parts.get("more"):
                item.clauses.notes.append(f"{item.each.rstrip('+')} or more")
                item.each = "AMRAP"
        elif atom.kind is AtomKind.TURNED:
            item.sets, item.each = plain_range(parts["sets2"]), amount_of(parts["each2"])
            item.side = parts.get("side2", "").casefold() or item.side
        elif atom.kind is AtomKind.LADDER:
            item.each = atom.text.casefold().removesuffix("reps").strip().replace("-", "/")
            item.sets = str(item.each.count("/") + 1)
        else:
            item.is_bare = atom.kind is AtomKind.NUMBER and bool(item.name) and not item.has_colon
            item.each = amount_of(atom.text)

    def _words(self, words: list[str], *, is_dosed: bool) -> None:
        item, text = self.item, " ".join(words)
        if item.name and item.each and self.join and is_dosed:
            self._begin(words)
        elif item.each and item.name:
            if text.casefold() == "all" and self.join:
                self.is_of_all = True
            elif self.item.takes_manner(text):
                pass
            elif self.join and not self.join.startswith("@"):
                self._begin(words)
            elif not _NOTHING.issuperset(text.casefold().split()):
                raise NotShorthand
        elif item.name:
            if text.casefold() in THINGS or not self.item.takes_manner(text):
                if not self.join:
                    raise NotShorthand
                self._begin(words)
        else:
            item.is_first = item.is_dosed
            item.name = name_of(words)
        self.join = ""

    def _begin(self, words: list[str]) -> None:
        join = self.join
        self._close()
        self.item = Dosed(name=name_of(words), join=join)

    def _in_brackets(self, atoms: Sequence[Atom]) -> None:
        """Take what stands in brackets behind an exercise: clauses, how much, sides, or the manner."""
        text = " ".join(each.text for each in atoms)
        said = [each for each in atoms if each.kind is not AtomKind.JOIN]
        kinds = {each.kind for each in said}
        if not self.item.name or not said:
            raise NotShorthand
        if said[0].text.casefold() == "all" and kinds - {AtomKind.WORD} <= _CLAUSES:
            for each in said[1:]:
                self.is_of_all = True
                self._clause(each)
        elif not self.item.each and kinds <= _OF_DOSES:
            for place, each in enumerate(said):
                self._one(each, [other.kind for other in said[place + 1 : place + 3]])
        elif kinds <= _CLAUSES:
            for each in said:
                self.item.clauses.take(each, self.item.each)
        else:
            self._in_words(said, text, kinds)

    def _in_words(self, atoms: Sequence[Atom], text: str, kinds: set[AtomKind]) -> None:
        """Take words in brackets, or sides."""
        if kinds == {AtomKind.SIDE}:
            self.item.side = text.casefold()
        elif (band := band_of(text)) and "band" in self.item.name.casefold():
            self.item.clauses.loads.append(band)
        elif not self.item.each and kinds == {AtomKind.WORD} and not is_remark(text):
            self.item.name = f"{self.item.name} ({text})"
        elif kinds <= {AtomKind.WORD, AtomKind.HOLD, AtomKind.SIDE} or is_half_of(atoms, self.item.each):
            self.item.clauses.notes.append(text)
        elif (
            atoms[0].kind is AtomKind.WORD
            and kinds <= {AtomKind.WORD, AtomKind.AMOUNT}
            and is_remark(atoms[0].text)
        ):
            self.item.clauses.notes.append(text.replace(" ,", ","))
        else:
            raise NotShorthand

    def _close(self) -> None:
        item = self.item
        if "/" in item.each and not item.sets:
            tell_sides(item)
        if item.is_begun:
            self.made.append(item)
        self.item, self.join = Dosed(), ""


def read_items(text: str, *, in_rounds: bool = False) -> list[Dosed | Resting]:
    """Return the exercises and rests of *text*.

    Raises:
        NotShorthand: it is not understood.
    """
    return GymReader(in_rounds=in_rounds).read(atoms_of(text))
