"""Which voice speaks: the one that the user names, or the best of those that can."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core.errors import ExportError, WorkoutError
from workout_core.formats.context import VoiceContext
from workout_core.formats.options import fill_options, named_options
from workout_core.model.value_object import ValueObject
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming
from workout_core.plugins.shelves import Offer
from workout_core.speech.voice import Voice

HOOK: Final = "workout_voices"
LANGUAGE: Final = "en"
"""Of every script."""


@frozen(kw_only=True, eq=False, repr=False)
class ChosenVoice(ValueObject):
    """A voice that can be used here, and how it is to speak.

    Attributes:
        name: by which it is chosen.
        plugin: that offers it.
        voice: the record.
        options: an instance of its option class, or None.
        version: what of it is installed.
    """

    name: str
    plugin: str
    voice: Voice
    options: object
    version: str

    @property
    def key(self) -> str:
        """What is different if a text could sound different."""
        return f"{self.plugin} {self.name} {self.version} {self.options!r}"

    def speak(self, text: str, registry: Registry) -> tuple[bytes, list[str]]:
        """Return *text* as the voice gives it, and what it says that it cannot say.

        Raises:
            ExportError: it failed, or gave no bytes.
        """
        context: VoiceContext = VoiceContext(
            options=self.options, language=LANGUAGE, exercises=registry.exercises()
        )
        with blaming(self.plugin, self.name):
            said: object = self.voice.speak(text, context)
        if not isinstance(said, bytes):
            kind = type(said).__name__
            raise ExportError(f"{self.name}: {self.plugin} gave {kind}, not the bytes of a WAV file")
        return said, [each.what for each in context.losses]


def chosen_voice(registry: Registry, written: str = "") -> ChosenVoice:
    """Return the voice that is *written*, with options behind its name; the best one if nothing is.

    Raises:
        UnknownFormat, PluginError: there is no such voice.
        InvalidOption: it has no such option.
        ExportError: it cannot be used here; or none can, and why.
    """
    if written:
        name, options = named_options(written, "--voice", "hibari speed=0.9")
        return _usable(name, registry.offer(HOOK, name), options)
    reasons = []
    offers = registry.offers(HOOK).items()
    for name, offer in sorted(offers, key=lambda pair: (-pair[1].record.quality, pair[0])):
        if offer.record.language.partition("-")[0] == LANGUAGE:
            try:
                return _usable(name, offer, {})
            except WorkoutError as error:
                reasons.append(str(error))
    why = "; ".join(reasons) or "no plugin offers one"
    raise ExportError(f"there is no voice that can speak here: {why}")


def _usable(name: str, offer: Offer, options: dict[str, str]) -> ChosenVoice:
    voice: Voice = offer.record
    with blaming(offer.plugin, name):
        filled = fill_options(name, voice.options, options, flag=f"--voice {name}")
        version = voice.version()
    return ChosenVoice(name=name, plugin=offer.plugin, voice=voice, options=filled, version=str(version))
