"""Inputs made to fail: what is attacked, inputs mutated from good ones, and those that a fuzzer finds.

* :mod:`fuzz.targets` - what is attacked, and how an answer is judged
* :mod:`fuzz.mutations` - good inputs, damaged, the same ones for the same seed
* :mod:`fuzz.attack` - the mutated inputs at any scale: ``PYTHONPATH=tests python -m fuzz.attack``
* :mod:`fuzz.night` - guided by coverage, with atheris: ``PYTHONPATH=tests python -m fuzz.night``
"""
