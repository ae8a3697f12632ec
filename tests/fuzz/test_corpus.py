"""Every input that ever failed is read or refused, and so are good ones, damaged; atheris is not needed."""

from itertools import islice

import pytest

from fuzz.mutations import mutations
from fuzz.targets import CORPUS, TARGETS, corpus, seeds

KEPT = [(name, path) for name in TARGETS for path in corpus(name)]


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name}/{path.name}" for name, path in KEPT])
def test_what_once_failed_is_a_model_or_a_reason(name, path):
    TARGETS[name].quietly(path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_a_hundred_good_inputs_damaged_are_models_or_reasons(name):
    for data in islice(mutations(seeds(name), seed=0), 100):
        TARGETS[name].quietly(data)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_good_inputs_are_models(name):
    for data in TARGETS[name].good():
        TARGETS[name].quietly(data)


def test_the_same_seed_gives_the_same_inputs():
    good = seeds("notation")
    one, same, other = ([*islice(mutations(good, seed), 50)] for seed in (1, 1, 2))

    assert one == same
    assert one != other


def test_every_file_of_the_corpus_belongs_to_a_target():
    assert {path.name for path in CORPUS.iterdir()} <= set(TARGETS)
