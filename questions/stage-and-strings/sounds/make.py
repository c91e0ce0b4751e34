# ruff: noqa: INP001  (a script, no package)
"""Makes the sounds of this pack: `python questions/stage-and-strings/sounds/make.py`.

Everything is synthesised, mono, and needs numpy and soundfile (the `dev` extra).
The game does not need this script; how loud a file is does not matter to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import soundfile
from numpy.typing import NDArray

Wave: TypeAlias = NDArray[np.float64]

RATE = 44_100
SEED = 1973


def seconds(length: float) -> Wave:
    """The times of all samples of `length` seconds."""
    return np.arange(round(length * RATE)) / RATE


def hertz(note: float) -> float:
    """The pitch of a MIDI note; 69 is A at 440 Hz."""
    return float(440 * 2 ** ((note - 69) / 12))


def noise(length: float, part: int = 0) -> Wave:
    """White noise; another `part` is other noise."""
    return np.random.default_rng(SEED + part).uniform(-1, 1, round(length * RATE))


def string(note: float, length: float = 2.4, bright: float = 1.0) -> Wave:
    """A plucked string as a sum of partials that fade the faster the higher they are."""
    t, pitch = seconds(length), hertz(note)
    wave = np.zeros_like(t)
    for n in range(1, 25):
        partial = pitch * n * np.sqrt(1 + 0.00006 * n * n)
        if partial < 12_000:
            # Plucked at a sixth of its length: every sixth partial is missing.
            level = abs(np.sin(np.pi * n / 6)) / n**1.3 * bright ** (n / 6)
            wave += level * np.sin(2 * np.pi * partial * t) * np.exp(-t * (0.9 + 0.35 * n))
    return wave * np.minimum(1, t / 0.004)


def organ(notes: Sequence[float], length: float = 2.2) -> Wave:
    """A held chord of soft pipes."""
    t = seconds(length)
    wave = np.zeros_like(t)
    for note in notes:
        for n, level in ((1, 1.0), (2, 0.45), (3, 0.25), (4, 0.15)):
            wave += level * np.sin(2 * np.pi * hertz(note) * n * t)
    return wave * np.minimum(1, t / 0.03) * np.minimum(1, (length - t) / 0.25)


def laid(length: float, parts: Sequence[tuple[float, Wave]]) -> Wave:
    """Waves, each from its own second on; what runs over is cut."""
    out = np.zeros(round(length * RATE))
    for at, wave in parts:
        start = round(at * RATE)
        end = min(len(out), start + len(wave))
        out[start:end] += wave[: end - start]
    return out


def interval(low: float, steps: int) -> Wave:
    """Two notes, one after the other, then both at once."""
    a, b = string(low, 2.0), string(low + steps, 2.0)
    return laid(3.6, [(0, a[: RATE * 7 // 8]), (0.85, b[: RATE * 7 // 8]), (1.7, a), (1.7, b)])


def lick(shape: Callable[[float], Wave] = string) -> Wave:
    """Four notes of a guitar, the last one held: the same for every effect."""
    return laid(3.6, [(0.3 * i, shape(note)) for i, note in enumerate((52, 59, 64, 67))])


def tremolo() -> Wave:
    """The loudness goes up and down."""
    wave = lick()
    return wave * (0.5 + 0.5 * np.cos(2 * np.pi * 6.5 * np.arange(len(wave)) / RATE))


def vibrato() -> Wave:
    """The pitch goes up and down: the samples are read faster and slower."""
    wave = lick()
    at = np.arange(len(wave), dtype=np.float64)
    bent = at + 62 * np.sin(2 * np.pi * 5.6 * at / RATE)
    return np.asarray(np.interp(np.clip(bent, 0, len(wave) - 1), at, wave))


def reverb() -> Wave:
    """The tail of a large hall, dense from its beginning."""
    wave = np.concatenate([lick()[: round(2.2 * RATE)], np.zeros(round(1.8 * RATE))])
    hall = noise(2.6, 1) * np.exp(-seconds(2.6) * 2.2)
    size = len(wave) + len(hall)
    wet = np.fft.irfft(np.fft.rfft(wave, size) * np.fft.rfft(hall, size), size)[: len(wave)]
    return np.asarray(0.5 * wave + 0.9 * wet / np.max(np.abs(wet)) * np.max(np.abs(wave)))


def echo() -> Wave:
    """One short note that comes back four times, each time fainter."""
    note = string(64, 0.5) * np.minimum(1, (0.5 - seconds(0.5)) / 0.2)
    return laid(3.4, [(0.62 * n, note * 0.62**n) for n in range(5)])


def distortion() -> Wave:
    """Far more than the amplifier can take."""
    return np.tanh(14 * lick()) * 0.6


def power_chord() -> Wave:
    """Root, fifth and octave, each note through the same hot amplifier."""
    chord = sum(
        (string(note, 2.6, 1.1) for note in (40, 47, 52)), start=np.zeros(round(2.6 * RATE))
    )
    return np.tanh(6 * chord) * np.minimum(1, (2.6 - seconds(2.6)) / 0.3)


def struck(length: float, tones: Sequence[tuple[float, float, float]]) -> Wave:
    """Decaying tones: (hertz, level, how fast it fades)."""
    t = seconds(length)
    parts = (level * np.sin(2 * np.pi * f * t) * np.exp(-t * fade) for f, level, fade in tones)
    return sum(parts, start=np.zeros_like(t))


def highs(wave: Wave, above: float) -> Wave:
    """What `wave` has above a frequency in hertz."""
    found = np.fft.rfft(wave)
    bins = np.fft.rfftfreq(len(wave), 1 / RATE)
    return np.fft.irfft(found / (1 + (above / np.maximum(bins, 1)) ** 6), len(wave))


def snare(level: float = 1.0, part: int = 2, fade: float = 22) -> Wave:
    """One stroke on skin and wires."""
    rattle = highs(noise(0.35, part), 1200) * np.exp(-seconds(0.35) * fade)
    return level * (struck(0.35, [(185, 0.7, 26), (330, 0.4, 30)]) + 0.8 * rattle)


def rimshot() -> Wave:
    """Skin and rim at once, three times: a crack over the drum."""
    rim = struck(0.35, [(1680, 1.0, 55), (2410, 0.7, 70), (820, 0.6, 40)])
    return laid(2.2, [(at, snare() + 1.3 * rim) for at in (0.0, 0.7, 1.4)])


def drum_roll() -> Wave:
    """Strokes too fast to count, growing louder."""
    at = np.arange(0, 2.5, 1 / 23)
    return laid(2.9, [(t, snare(0.25 + 0.3 * t, 3 + i % 7, 30)) for i, t in enumerate(at)])


def shaker() -> Wave:
    """Seeds thrown forth and back, eight to a bar."""
    parts = []
    for i in range(14):
        t = seconds(0.16)
        swell = np.sin(np.pi * np.minimum(1, t / 0.13)) ** (1.6 if i % 2 else 0.9)
        parts.append((0.19 * i, highs(noise(0.16, 20 + i), 5200) * swell * (1.0, 0.6)[i % 2]))
    return laid(2.9, parts)


def cowbell() -> Wave:
    """Two clashing tones of sheet metal."""
    bell = struck(0.6, [(562, 1, 9), (845, 0.9, 11), (1690, 0.3, 22), (2535, 0.2, 30)])
    return laid(2.4, [(0.4 * i, np.tanh(1.6 * bell)) for i in range(5)])


def claps() -> Wave:
    """Many hands, never quite together."""
    hands = np.random.default_rng(SEED)
    parts = []
    for beat in (0.1, 0.7, 1.3, 1.9):
        for n in range(9):
            hand = highs(noise(0.09, 100 + n), 900) * np.exp(-seconds(0.09) * 62)
            parts.append((beat + float(hands.uniform(0, 0.03)), hand * hands.uniform(0.4, 1)))
    return laid(2.6, parts)


def feedback() -> Wave:
    """A microphone hears its own loudspeaker: a howl that grows until somebody runs."""
    t = seconds(2.8)
    howl = np.sin(2 * np.pi * 1180 * t + 0.6 * np.sin(2 * np.pi * 3.1 * t))
    return np.asarray(
        np.tanh(howl * np.minimum(1.6, 0.02 * np.exp(2.3 * t))) * np.minimum(1, (2.8 - t) / 0.06)
    )


SOUNDS: dict[str, Callable[[], Wave]] = {
    "second": lambda: interval(57, 1),
    "third": lambda: interval(57, 4),
    "tritone": lambda: interval(57, 6),
    "fifth": lambda: interval(57, 7),
    "octave": lambda: interval(57, 12),
    "major": lambda: organ((57, 61, 64)),
    "minor": lambda: organ((57, 60, 64)),
    "diminished": lambda: organ((57, 60, 63)),
    "augmented": lambda: organ((57, 61, 65)),
    "tremolo": tremolo,
    "vibrato": vibrato,
    "reverb": reverb,
    "echo": echo,
    "distortion": distortion,
    "rimshot": rimshot,
    "drum-roll": drum_roll,
    "shaker": shaker,
    "cowbell": cowbell,
    "claps": claps,
    "feedback": feedback,
    "power-chord": power_chord,
}


def made(name: str) -> Wave:
    """The sound `name`, its peak at half of full scale, its ends at zero."""
    wave = SOUNDS[name]()
    edge = np.minimum(1, np.minimum(np.arange(len(wave)), np.arange(len(wave))[::-1]) / 200)
    return np.asarray(0.5 * wave / np.max(np.abs(wave)) * edge)


def main() -> None:
    """Write every sound beside this file."""
    for name in SOUNDS:
        path = Path(__file__).with_name(f"{name}.ogg")
        soundfile.write(path, made(name), RATE, format="OGG", subtype="VORBIS")


if __name__ == "__main__":
    main()
