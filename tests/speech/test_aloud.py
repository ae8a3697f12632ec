"""What is written is read aloud without digits, units and signs; what is only words stays as it is."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from every import every
from workout_core.speech.aloud import aloud, sentence
from workout_core.testing.strategies import texts

SAID = {
    "800 m at 3:50–4:00/km": "eight hundred metres at three fifty to four minutes per kilometre",
    "6 × 800 m": "six times eight hundred metres",
    "5 × 400s, then 30s": "five times four hundreds, then thirty seconds",
    "Yasso 800s": "Yasso eight hundreds",
    "1000s and 1200s": "thousands and twelve hundreds",
    "400 s": "four hundred seconds",
    "Marathon, 10-10-10": "Marathon, ten, ten, ten",
    "T/M run": "T M run",
    "easy -> hard": "easy to hard",
    "1/2 mi": "half a mile",
    "3x(1 min fast)": "three times, one minute fast",
    "1500 m": "fifteen hundred metres",
    "2000m": "two thousand metres",
    "1,500 m": "fifteen hundred metres",
    "1 km": "one kilometre",
    "1.5 km": "one point five kilometres",
    "21.0975 km": "twenty-one point one kilometres",
    "0.5 mi": "half a mile",
    "0.25 mi": "a quarter of a mile",
    "10km pace": "ten kilometre pace",
    "5k": "five K",
    "1:45/100 m": "one forty-five per hundred metres",
    "at 7:00/mi": "at seven minutes per mile",
    "400 m in 72 s (3:00/km)": "four hundred metres in seventy-two seconds, three minutes per kilometre",
    "143–151 bpm": "one forty-three to one fifty-one beats",
    "95–105 bpm": "ninety-five to one hundred and five beats",
    "from 120 to 180 W": "from one twenty to one eighty watts",
    "150 W": "one hundred and fifty watts",
    "85–90 % of LTHR": "eighty-five to ninety percent of threshold heart rate",
    "Z2": "zone two",
    "RPE 7": "effort seven",
    "effort 4 of 10": "effort four of ten",
    "12-13km/h": "twelve to thirteen kilometres an hour",
    "180spm": "one hundred and eighty steps a minute",
    "90 rpm": "ninety turns a minute",
    "60 kg": "sixty kilos",
    "1 kg": "one kilo",
    "tempo 3-1-1": "tempo three one one",
    "tempo 2-X-1": "tempo two explosive one",
    "90/90 hip switch": "ninety ninety hip switch",
    "30–40 min": "thirty to forty minutes",
    "70-72s": "seventy to seventy-two seconds",
    "the 2nd of 3": "the second of three",
    "1/2 mile": "half mile",
    "1 1/2 hours": "one and a half hours",
    "½ mile": "half mile",
    "marathon pace − 5 s/km": "marathon pace minus five seconds per kilometre",
    "pace + 1 s/km": "pace plus one second per kilometre",
    "and/or": "and or or",
    "< 120 bpm": "under one hundred and twenty beats",
    "80 % & easy": "eighty percent and easy",
    "#1": "one",
    "Week 2!! Go…": "Week two!! Go...",
    "Tall (and quick)": "Tall, and quick",
    "Strong 💪 and tall": "Strong and tall",
    "1️⃣ more": "one more",
    "👍🏽": "",
    "…": "",
    "see https://example.org/run?id=7 now": "see now",
    "٣ مرات": "three مرات",
    "רוץ לאט": "רוץ לאט",
    "走って": "走って",
    "Tall\nand quick": "Tall. and quick",
    "Tall,\n\nquick\n": "Tall, quick",
}


@every("written, said", SAID.items())
def test_it_is_read_aloud_as_a_person_would(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to week one. Thirty easy minutes. You should be able to talk the whole way.",
        "Halfway. Effort three out of ten. Check: can you still speak in full sentences?",
        "Ribs over hips; don’t rush, it's twenty-one minutes!",
        "Crème brûlée",
    ],
)
def test_what_is_only_words_stays_letter_for_letter(text):
    assert aloud(text) == text


@given(st.text() | texts() | st.from_regex(r"[0-9:/.,x×%–\- kmin]{0,30}", fullmatch=True))
def test_nothing_is_left_that_a_voice_needs_rules_for(text):
    said = aloud(text)

    kinds = {unicodedata.category(letter)[0] for letter in said}
    signs = {letter for letter in said if unicodedata.category(letter)[0] not in "LM"}
    assert "N" not in kinds
    assert signs <= set(" .,;:?!'-’")
    assert said == " ".join(said.split())


@given(st.text())
def test_what_was_read_aloud_once_is_read_the_same_again(text):
    assert aloud(aloud(text)) == aloud(text)


PARTS = ["1", "1:", "1/", "- ", ", ", "1-", "(", " ", ".", "1,111", "http", "X-", "z", "1 ", "1.", "m", "🏃"]


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_a_long_text_takes_no_longer_by_its_square(part):
    began = time.process_time()
    aloud(part * (100_000 // len(part)))

    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("words", "said"), [("go", "Go."), ("Go!", "Go!"), ("", ""), ("ß", "SS."), ("רוץ", "רוץ.")]
)
def test_a_sentence_has_a_capital_and_an_end(words, said):
    assert sentence(words) == said
