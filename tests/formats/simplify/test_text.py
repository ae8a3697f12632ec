"""Texts are cut where the eye sees a character end, within what the format takes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Capabilities, Feature, Loss, Sport
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.text import cut, fitted

LIMITS = (15, 31, 159, 199)
RUNNER = "🏃🏽\u200d♀️"
FAMILY = "👨\u200d👩\u200d👧\u200d👦"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Relax", 5, "Relax"),
        ("Relax", 15, "Relax"),
        ("", 4, ""),
        ("Relax the shoulders", 15, "Relax the shoul"),
        ("Relax the   shoulders", 12, "Relax the"),
        ("Relax\nthe shoulders", 6, "Relax"),
        ("Bergläufe am Hang", 5, "Bergl"),
        ("Bergläufe am Hang", 6, "Bergl"),
        ("Bergläufe am Hang", 7, "Berglä"),
        ("走る走る", 8, "走る"),
        ("cafe\u0301s", 5, "caf"),
        ("cafe\u0301s", 6, "cafe\u0301"),
        ("cafe\u0323\u0302s", 7, "caf"),
        ("cafe\u0323\u0302s", 8, "cafe\u0323\u0302"),
        ("दौड़ लगाओ", 11, "दौ"),
        ("दौड़ लगाओ", 12, "दौड़"),
        ("วิ่งเร็ว", 10, "วิ่"),
        ("วิ่งเร็ว", 12, "วิ่ง"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", 17, "\u1112\u1161\u11ab"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", 18, "\u1112\u1161\u11ab\u1100\u1173\u11af"),
        (f"Go {RUNNER} fast", 15, "Go"),
        (f"Go {RUNNER} fast", 3 + len(RUNNER.encode()), f"Go {RUNNER}"),
        (f"Go {FAMILY}", 20, "Go"),
        ("Go 🏃🏽 now", 8, "Go"),
        ("Go 🏃🏽 now", 11, "Go 🏃🏽"),
        ("Go ❤️ now", 6, "Go"),
        ("Go ❤️ now", 9, "Go ❤️"),
        ("Lap 1️⃣ now", 8, "Lap"),
        ("Go 🇵🇱🇩🇪", 7, "Go"),
        ("Go 🇵🇱🇩🇪", 11, "Go 🇵🇱"),
        ("Go 🇵🇱🇩🇪", 15, "Go 🇵🇱"),
        ("Go 🇵🇱🇩🇪", 19, "Go 🇵🇱🇩🇪"),
        ("Go \U0001f3c3\U0001f3fb x", 7, "Go"),
        ("Go\U0001f3fa", 2, "Go"),
        ("ab\u200cc", 2, "a"),
        ("ab\u200ec", 2, "ab"),
        ("\u1112\u1112\ud7b0", 6, "\u1112"),
        ("\u1112\u1112\ud7fb", 6, "\u1112"),
        ("\u1112\u1112\u1160", 6, "\u1112"),
        ("\u1112\u1112\u1112", 6, "\u1112\u1112"),
        (f"Go {WALES} x", 15, "Go"),
        (f"Go {WALES} x", 3 + len(WALES.encode()), f"Go {WALES}"),
    ],
)
def test_a_text_keeps_only_whole_characters(text, most, kept):
    assert cut(text, most) == kept


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        (FAMILY, 15, "👨\u200d👩\u200d"),
        ("e" + "\u0301" * 40, 15, "e" + "\u0301" * 7),
        (WALES, 15, WALES[:3]),
        ("\u200d" * 9, 4, "\u200d"),
    ],
    ids=["family", "many accents", "region", "only joiners"],
)
def test_a_first_character_that_is_too_long_is_cut_rather_than_the_text_lost(text, most, kept):
    assert cut(text, most) == kept


@given(st.text(), st.sampled_from(LIMITS) | st.integers(4, 60))
def test_what_is_kept_is_the_beginning_and_fits(text, most):
    kept = cut(text.strip(), most)
    assert text.strip().startswith(kept)
    assert len(kept.encode()) <= most
    assert kept or not text.strip()
    assert cut(kept, most) == kept


@given(st.text(st.characters(categories=["Lu", "Ll", "Zs"], max_codepoint=0x2FF)), st.sampled_from(LIMITS))
def test_no_room_is_wasted_on_plain_letters(text, most):
    text = unicodedata.normalize("NFC", text).strip()
    kept = cut(text, most)
    left = text.removeprefix(kept).lstrip()
    assert not left or len((text[: len(text) - len(left)] + left[0]).encode()) > most


def test_a_cut_is_written_down_with_what_was_kept():
    ledger = Ledger(Capabilities(features={Feature.TIME}), Sport.RUNNING)
    assert fitted("Relax the shoulders", 15, "steps[0].cue", Feature.CUE, ledger) == "Relax the shoul"
    assert list(ledger.losses) == [Loss("steps[0].cue", Feature.CUE, "cut to 15 bytes: 'Relax the shoul'")]


@pytest.mark.parametrize("most", [None, 5, 199])
def test_a_text_that_fits_is_no_loss(most):
    ledger = Ledger(Capabilities(features={Feature.TIME}), Sport.RUNNING)
    assert fitted("Relax", most, "steps[0].cue", Feature.CUE, ledger) == "Relax"
    assert not ledger.losses
