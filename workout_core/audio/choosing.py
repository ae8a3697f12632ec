"""Which voice speaks: the one that the user names, or the best of those that can."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.errors import ExportError, WorkoutError
from workout_core.formats.context import VoiceContext
from workout_core.formats.options import fill_options, named_options
from workout_core.languages import Language, gettext, language, pgettext, pgettext_noop
from workout_core.model.value_object import ValueObject
from workout_core.plugins import Registry
from workout_core.plugins.guard import blaming
from workout_core.plugins.shelves import Offer
from workout_core.speech.voice import Voice

HOOK: Final = "workout_voices"
_CALLED: Final = MappingProxyType(
    {
        Language.ENGLISH: pgettext_noop("name of a language", "English"),
        Language.GERMAN: pgettext_noop("name of a language", "German"),
    }
)


@frozen(kw_only=True, eq=False, repr=False)
class ChosenVoice(ValueObject):
    """A voice that can be used here, and how it is to speak.

    Attributes:
        name: by which it is chosen.
        plugin: that offers it.
        voice: the record.
        options: an instance of its option class, or None.
        version: what of it is installed.
        language: in which it is to speak.
        lacks: that it does not speak this language, and who does; empty if it speaks it.
    """

    name: str
    plugin: str
    voice: Voice
    options: object
    version: str
    language: Language = Language.ENGLISH
    lacks: str = ""

    @property
    def key(self) -> str:
        """What is different if a text could sound different."""
        spoken = "" if self.language is Language.ENGLISH else f" {self.language.value}"
        return f"{self.plugin} {self.name} {self.version} {self.options!r}{spoken}"

    def speak(self, text: str, registry: Registry) -> tuple[bytes, list[str]]:
        """Return *text* as the voice gives it, and what it says that it cannot say.

        Raises:
            ExportError: it failed, or gave no bytes.
        """
        context: VoiceContext = VoiceContext(
            options=self.options, language=self.language.value, exercises=registry.exercises()
        )
        with blaming(self.plugin, self.name):
            said: object = self.voice.speak(text, context)
        if not isinstance(said, bytes):
            kind = type(said).__name__
            raise ExportError(f"{self.name}: {self.plugin} gave {kind}, not the bytes of a WAV file")
        return said, [each.what for each in context.losses]


def chosen_voice(registry: Registry, written: str = "") -> ChosenVoice:
    """Return the voice that is *written*, with options behind its name; the best one if nothing is.

    Only who is named may speak in a language that is not theirs, and that is told.

    Raises:
        UnknownFormat, PluginError: there is no such voice.
        InvalidOption: it has no such option.
        ExportError: it cannot be used here; or none can, and why.
    """
    if written:
        name, options = named_options(written, "--voice", "hibari speed=0.9")
        return _usable(name, registry.offer(HOOK, name), options, lacks=_lacks(registry, name))
    reasons = []
    offers = registry.offers(HOOK).items()
    for name, offer in sorted(offers, key=lambda pair: (-pair[1].record.quality, pair[0])):
        if offer.record.speaks(language().value):
            try:
                return _usable(name, offer, {})
            except WorkoutError as error:
                reasons.append(str(error))
    why = "; ".join(reasons) or gettext("no plugin offers one")
    if language() is Language.ENGLISH:
        raise ExportError(f"there is no voice that can speak here: {why}")
    message = gettext(
        "there is no voice here that speaks {language}: {why} (for English: --language en)",
        language=_called(language()),
        why=why,
    )
    raise ExportError(message)


def _lacks(registry: Registry, name: str) -> str:
    """Return that the voice *name* does not speak the language, and who does; nothing if it speaks it."""
    tag, called = language().value, _called(language())
    speaking = {each: offer.record.speaks(tag) for each, offer in sorted(registry.offers(HOOK).items())}
    if speaking[name]:
        return ""
    others = ", ".join(each for each, speaks in speaking.items() if speaks)
    if not others:
        return gettext("{voice} does not speak {language}, nor does another", voice=name, language=called)
    return gettext(
        "{voice} does not speak {language} (--voice: {others})", voice=name, language=called, others=others
    )


def _called(spoken: Language) -> str:
    return pgettext("name of a language", _CALLED[spoken])


def _usable(name: str, offer: Offer, options: dict[str, str], *, lacks: str = "") -> ChosenVoice:
    voice: Voice = offer.record
    with blaming(offer.plugin, name):
        filled = fill_options(name, voice.options, options, flag=f"--voice {name}")
        version = voice.version()
    return ChosenVoice(
        name=name,
        plugin=offer.plugin,
        voice=voice,
        options=filled,
        version=str(version),
        language=language(),
        lacks=lacks,
    )
