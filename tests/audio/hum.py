"""A voice that hums: a tone for every word, in silence, and of which the pitch tells the text."""

import math
import wave
from array import array
from io import BytesIO

from attrs import frozen

from workout_core import Voice, hookimpl, parameter

WORKOUT_API = 1
RATE = 22_050
WORD, PAUSE, AROUND = 0.22, 0.03, 0.4


@frozen(kw_only=True)
class HumOptions:
    level: float = parameter(says="how loud it is", default=0.1)


def speak(text, context):
    words = text.split()
    if not words:
        return b""
    hertz = 200 + 10 * (sum(map(ord, text)) % 40)
    peak = 32767 * context.options.level
    tone = [
        round(peak * math.sin(2 * math.pi * hertz * each / RATE) * min(1, each / 50))
        for each in range(round(WORD * RATE))
    ]
    pause, around = [0] * round(PAUSE * RATE), [0] * round(AROUND * RATE)
    samples = array("h", [*around, *(tone + pause) * len(words), *around])
    stream = BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return stream.getvalue()


@hookimpl
def workout_voices():
    return [
        Voice(
            name="hum",
            title="A tone for every word",
            language="en",
            quality=5,
            version=lambda: "hum 1",
            speak=speak,
            options=HumOptions,
        )
    ]
