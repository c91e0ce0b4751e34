"""Make every sound of the game: ``python assets/sounds/make.py`` writes ``NAME.ogg`` beside itself.

For development only (numpy and soundfile); the game ships and plays the OGG files. Each sound is a
pure function of a seeded generator that returns a wave: floats at 44100 Hz, shape (n, 2), before
its level is set. ``render(name)`` gives the finished wave. The same numpy gives the same wave; the
bytes of an OGG differ from one writing to the next (random stream number).

Methods: strings are plucked after Karplus and Strong, "Digital Synthesis of Plucked-String and Drum
Timbres", Computer Music Journal 7(2), 1983, tuned with a Lagrange fractional delay. Levels are
matched with the K-weighting of ITU-R BS.1770-4 over the loudest fifth of a second.
"""

# ruff: noqa: INP001 (a script beside its files, no package)
from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import soundfile
from numpy.random import Generator
from numpy.typing import NDArray

Wave = NDArray[np.float64]

RATE = 44100
SEED = 1973
PEAK = 10 ** (-4 / 20)
"""Highest sample before encoding; Vorbis adds up to a decibel, and -3 dBFS is promised."""
LEVEL = -20.0
"""Loudness of an effect in dB, see ``loudness``; ``SOUNDS`` gives each sound's distance from it."""
LEAD = round(0.004 * RATE)
"""Samples of silence before an effect, and half of those after it: room for Vorbis to ring in."""


# ---- pieces -------------------------------------------------------------------------------------


def seconds(duration: float) -> Wave:
    """The times of the samples of ``duration`` seconds, shape (n,)."""
    return np.arange(round(duration * RATE)) / RATE


def hertz(note: float) -> float:
    """Frequency of a MIDI note number (69 is A4, 440 Hz)."""
    return float(440.0 * 2 ** ((note - 69) / 12))


def shaped(wave: Wave, gain: Callable[[Wave], Wave]) -> Wave:
    """``wave`` filtered, without delay, by ``gain(frequencies in hertz)``."""
    size = 2 * len(wave)
    frequencies = np.asarray(np.fft.rfftfreq(size, 1 / RATE), dtype=np.float64)
    spectrum = np.fft.rfft(wave, size) * gain(frequencies)
    return np.fft.irfft(spectrum, size)[: len(wave)]


def band(wave: Wave, low: float, high: float, order: int = 4) -> Wave:
    """``wave`` between two frequencies in hertz, with Butterworth slopes."""

    def gain(f: Wave) -> Wave:
        bottom = 1 / np.sqrt(1 + (low / np.maximum(f, 1.0)) ** (2 * order))
        return np.asarray(bottom / np.sqrt(1 + (f / high) ** (2 * order)))

    return shaped(wave, gain)


def faded(wave: Wave, end: float, start: float = 0.001) -> Wave:
    """``wave`` with its first and last seconds eased from and to zero."""
    out = wave.copy()
    for size, side in ((round(start * RATE), 1), (round(end * RATE), -1)):
        ease = 0.5 - 0.5 * np.cos(np.pi * np.arange(size) / size)
        out[::side][:size] *= ease.reshape(-1, *[1] * (wave.ndim - 1))
    return out


def mix(duration: float, parts: Iterable[tuple[float, Wave]]) -> Wave:
    """Waves of one shape laid over each other, each at its time; what runs over is cut."""
    laid = list(parts)
    out = np.zeros((round(duration * RATE), *laid[0][1].shape[1:]))
    for at, wave in laid:
        start = round(at * RATE)
        end = min(start + len(wave), len(out))
        out[start:end] += wave[: end - start]
    return out


def pan(wave: Wave, place: float) -> Wave:
    """A mono wave put between left (-1) and right (1) at constant power, shape (n, 2)."""
    angle = (place + 1) * np.pi / 4
    return np.asarray(wave[:, None] * np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2))


def room(
    rng: Generator, wave: Wave, wet: float, decay: float = 0.35, *, ring: bool = False
) -> Wave:
    """A stereo wave in a small warm room; ``ring`` lets the tail run round into the start."""
    t = seconds(decay * 3)
    out = wave.copy()
    size = len(wave) if ring else len(wave) + len(t)
    for side in (0, 1):
        echo = band(rng.standard_normal(len(t)) * np.exp(-t * 6.9 / (decay * 2)), 180, 4500, 2)
        echo[: round(0.008 * RATE)] = 0
        echo /= np.sqrt(np.sum(echo**2))
        tail = np.fft.irfft(np.fft.rfft(wave[:, side], size) * np.fft.rfft(echo, size), size)
        out[:, side] += wet * tail[: len(wave)]
    return out


def pluck(
    rng: Generator,
    frequency: float,
    duration: float,
    *,
    ring: float = 2.0,
    soft: float = 0.25,
    bright: float = 5000.0,
) -> Wave:
    """A plucked string, mono, peak 1.

    ``ring`` is the seconds in which it falls by 60 dB, ``soft`` (0 to 0.5) how fast its overtones
    go, ``bright`` the hertz up to which the pick excites it.
    """
    period = RATE / frequency
    whole = int(period - 2)
    delay = period - 1 - whole  # between 1 and 2, where four Lagrange points are flattest
    points = range(4)
    lagrange = [np.prod([(delay - j) / (i - j) for j in points if j != i]) for i in points]
    taps = np.convolve(lagrange, [soft / 2, 1 - soft, soft / 2]) * 10 ** (-3 / (frequency * ring))
    burst = rng.standard_normal(whole + 5)
    burst -= np.roll(burst, max(1, whole // 5))  # plucked at a fifth of its length
    burst = band(np.tile(burst, 3), frequency / 2, bright, 2)[len(burst) : 2 * len(burst)]
    out = np.zeros(round(duration * RATE) + 2 * whole + 5)
    out[: whole + 5] = burst - burst.mean()
    for start in range(whole + 5, len(out), whole):
        block = np.convolve(out[start - whole - 5 : start], taps, "valid")
        out[start : start + whole] = block[: len(out) - start]
    string = band(out[: round(duration * RATE)], frequency / 3, 20000, 2)
    return faded(string / np.max(np.abs(string)), duration / 4, 0.0005)


def body(wave: Wave) -> Wave:
    """A string heard through the top of a guitar: its air and wood resonances, in hertz."""

    def gain(f: Wave) -> Wave:
        peaks = ((102, 0.9, 22), (205, 1.1, 35), (390, 0.6, 80), (2600, 0.3, 900))
        return np.asarray(0.8 + sum(g * np.exp(-(((f - at) / w) ** 2)) for at, g, w in peaks))

    return shaped(wave, gain)


def bell(frequency: float, duration: float, decay: float) -> Wave:
    """A small glass bell: a sine and two overtones that are not in tune with it."""
    t = seconds(duration)
    partials = ((1.0, 1.0, 1.0), (2.76, 0.35, 0.5), (5.4, 0.12, 0.25))
    tones = [
        a * np.sin(2 * np.pi * frequency * r * t) * np.exp(-t / (decay * d)) for r, a, d in partials
    ]
    return faded(np.asarray(sum(tones)), duration / 3, 0.002)


def drum(rng: Generator, frequency: float, duration: float, *, skin: float = 0.25) -> Wave:
    """A tom or a kick: a sine that falls to ``frequency``, its skin a breath of noise."""
    t = seconds(duration)
    sweep = frequency * (t + 0.9 * 0.03 * (1 - np.exp(-t / 0.03)))
    tone = np.sin(2 * np.pi * sweep) + 0.4 * np.sin(2 * np.pi * 1.59 * sweep) * np.exp(-t / 0.06)
    stick = band(rng.standard_normal(len(t)), 300, 3500, 2) * np.exp(-t / 0.02) * 2
    return faded(tone * np.exp(-t * 4.6 / duration) + skin * stick, duration / 3)


def snare(rng: Generator, duration: float = 0.25) -> Wave:
    """A snare drum: two modes of the head and the rattle of the wires."""
    t = seconds(duration)
    head = np.sin(2 * np.pi * 185 * t) + 0.6 * np.sin(2 * np.pi * 330 * t)
    wires = band(rng.standard_normal(len(t)), 1200, 8000, 2) * 1.6
    return np.asarray(0.7 * head * np.exp(-t / 0.045) + wires * np.exp(-t / 0.06))


# ---- the sounds ---------------------------------------------------------------------------------


def move(rng: Generator) -> Wave:
    """The highlight moves: a fingertip on wood."""
    t = seconds(0.06)
    knock = np.sin(2 * np.pi * 1150 * t) * np.exp(-t / 0.009)
    touch = band(rng.standard_normal(len(t)), 900, 3200, 2) * np.exp(-t / 0.004)
    return pan(knock + 0.8 * touch, 0)


def choose(rng: Generator) -> Wave:
    """A choice is made: one bright string, its octave under it."""
    high = pluck(rng, hertz(76), 0.45, ring=0.8, bright=4500)
    low = pluck(rng, hertz(64), 0.45, ring=0.8, bright=3000)
    return room(rng, pan(body(mix(0.45, [(0.0, low * 0.6), (0.018, high)])), 0), 0.15)


def back(rng: Generator) -> Wave:
    """One step back: the same string, lower and softer."""
    string = pluck(rng, hertz(57), 0.4, ring=0.6, soft=0.5, bright=1600)
    return room(rng, pan(body(string), 0), 0.12)


def lock(rng: Generator) -> Wave:
    """The pick locks: a string struck under the palm."""
    string = pluck(rng, hertz(52), 0.26, ring=0.16, soft=0.5, bright=2600)
    fifth = pluck(rng, hertz(59), 0.26, ring=0.14, soft=0.5, bright=2600)
    palm = drum(rng, 150, 0.12, skin=0.5)
    return pan(mix(0.26, [(0, body(string)), (0.004, 0.6 * body(fifth)), (0, 0.35 * palm)]), 0)


def right(rng: Generator) -> Wave:
    """The right answer: a D major chord, strummed upward and open."""
    notes = (50, 57, 62, 66, 69, 74, 78)
    strings = [
        (
            0.042 * i,
            pan(
                body(pluck(rng, hertz(note), 1.0, ring=1.6, soft=0.12, bright=6500))
                * (0.55 + 0.08 * i),
                -0.35 + 0.7 * i / len(notes),
            ),
        )
        for i, note in enumerate(notes)
    ]
    return room(rng, mix(0.95, strings), 0.2)


def wrong(rng: Generator) -> Wave:
    """Not this time: two low strings stopped by the hand, and the wood of the guitar."""
    first = pluck(rng, hertz(47), 0.5, ring=0.30, soft=0.5, bright=1100)
    second = pluck(rng, hertz(43), 0.5, ring=0.38, soft=0.5, bright=900)
    wood = drum(rng, 110, 0.2, skin=0.35)
    parts = [(0.0, body(first)), (0.11, body(second)), (0.0, 0.5 * wood), (0.11, 0.5 * wood)]
    return room(rng, pan(mix(0.55, parts), 0), 0.1, 0.2)


def tick(rng: Generator) -> Wave:
    """One of the last five seconds: two drumsticks."""
    t = seconds(0.09)
    modes = ((1720, 1.0, 0.014), (2890, 0.5, 0.008), (4300, 0.2, 0.004))
    wood = sum(a * np.sin(2 * np.pi * f * t) * np.exp(-t / d) for f, a, d in modes)
    return pan(wood + band(rng.standard_normal(len(t)), 1500, 6000) * np.exp(-t / 0.003), 0)


def warn(rng: Generator) -> Wave:
    """Ten seconds are left: two notes, the second a fourth below the first."""
    notes = [
        body(pluck(rng, hertz(note), 0.5, ring=0.7, soft=0.2, bright=4000)) for note in (81, 76)
    ]
    bells = [0.25 * bell(hertz(note), 0.4, 0.12) for note in (81, 76)]
    parts = [(0.0, notes[0]), (0.17, notes[1]), (0.0, bells[0]), (0.17, bells[1])]
    return room(rng, pan(mix(0.6, parts), 0), 0.18)


def fill(rng: Generator) -> Wave:
    """A round begins: once round the drums, and the crash that the song would start on."""
    step = 0.115
    taps = ((0, 0.7), (1, 0.45), (1.5, 0.6), (2, 0.8))
    strokes = [(i, pan(snare(rng) * v, 0.0)) for i, v in taps]
    toms = ((3, 165, -0.4), (3.5, 165, -0.4), (4, 130, 0.0), (5, 98, 0.4), (5.5, 98, 0.4))
    strokes += [(i, pan(drum(rng, f, 0.4), place)) for i, f, place in toms]
    t = seconds(0.65)
    crash = np.stack([band(rng.standard_normal(len(t)), 2500, 11000, 2) for _ in "lr"], axis=1)
    strokes += [
        (6.5, pan(drum(rng, 62, 0.4, skin=0.5) * 1.1, 0)),
        (6.5, crash * 0.55 * np.exp(-t / 0.16)[:, None]),
    ]
    return room(rng, mix(1.35, [(i * step, stroke) for i, stroke in strokes]), 0.16)


def voice(rng: Generator, duration: float) -> Wave:
    """One throat of the crowd: a cry on "woo" or "yeah" that rises and falls."""
    t = seconds(duration)
    pitch = rng.uniform(190, 480) * (
        1 + rng.uniform(0.1, 0.35) * np.sin(np.pi * t / duration) ** 0.7
    )
    phase = np.cumsum(pitch * (1 + 0.012 * np.sin(2 * np.pi * rng.uniform(4, 6.5) * t))) / RATE
    source = sum(np.sin(2 * np.pi * k * phase) / k for k in range(1, 11))
    formants = ((420, 900), (650, 1150), (760, 1400))[int(rng.integers(3))]

    def gain(f: Wave) -> Wave:
        return np.asarray(sum(np.exp(-(((f - at) / 170) ** 2)) for at in (*formants, 2600)) + 0.03)

    return shaped(np.asarray(source), gain) * np.sin(np.pi * t / duration) ** 0.8


def crowd(rng: Generator) -> Wave:
    """An encore: an arena that roars, claps and whistles, and dies away."""
    length = 2.6
    t = seconds(length)
    swell = np.minimum(1, t / 0.35) ** 1.5 * np.minimum(1, (length - t) / 1.3) ** 1.4
    sides = []
    for _ in "lr":
        breath = band(rng.standard_normal(len(t)), 0.5, 6, 2)
        roar = band(rng.standard_normal(len(t)), 380, 2400, 1)
        hiss = band(rng.standard_normal(len(t)), 2500, 7000, 2)
        sides.append((roar + 0.35 * hiss) * (1 + 0.25 * breath / np.std(breath)))
    parts = [(0.0, np.stack(sides, axis=1) * 0.45 / np.std(sides))]
    for _ in range(46):
        cry = voice(rng, rng.uniform(0.5, 1.3))
        place = rng.uniform(-0.9, 0.9)
        parts.append((rng.uniform(0, 1.5), pan(cry * rng.uniform(0.05, 0.16), place)))
    hand = seconds(0.03)
    for _ in range(420):
        slap = band(rng.standard_normal(len(hand)), rng.uniform(700, 1100), 3400, 2)
        slap *= np.exp(-hand / 0.006) * rng.uniform(0.2, 0.9)
        parts.append((rng.uniform(0.1, 2.3), pan(slap, rng.uniform(-1, 1))))
    for at, low in ((0.55, 1900), (1.05, 2250)):
        w = seconds(0.5)
        glide = low * (1 + 0.22 * np.sin(np.pi * w / 0.5))
        whistle = np.sin(2 * np.pi * np.cumsum(glide) / RATE) * np.sin(np.pi * w / 0.5) ** 2
        parts.append((at, pan(0.12 * whistle, rng.uniform(-0.6, 0.6))))
    return room(rng, mix(length, parts) * swell[:, None], 0.5, 0.6)


def needle(rng: Generator) -> Wave:
    """A needle comes down on a record: the knock, the groove, a few crackles."""
    t = seconds(1.1)
    groove = band(rng.standard_normal(len(t)), 60, 5500, 1) * 0.018
    dust = np.zeros(len(t))
    at = rng.integers(round(0.12 * RATE), len(t), 34)
    dust[at] = rng.uniform(0.3, 1.1, 34) * rng.choice([-1, 1], 34)
    crackle = band(dust, 900, 7000, 1) * 1.4
    knock = mix(1.1, [(0.03, drum(rng, 85, 0.22, skin=0.9)), (0.115, 0.3 * drum(rng, 140, 0.1))])
    rest = np.minimum(1, t / 0.05) * np.minimum(1, (1.1 - t) / 0.45)
    wave = pan(0.35 * knock + crackle * rest, 0)
    return np.asarray(wave + np.stack([groove, np.roll(groove, 997)], axis=1) * rest[:, None])


def star(rng: Generator) -> Wave:
    """A star: four little bells going up."""
    notes = [(0.055 * i, bell(hertz(n), 0.45, 0.13)) for i, n in enumerate((86, 90, 93, 98))]
    places = (-0.4, 0.3, -0.1, 0.2)
    panned = [(at, pan(b, place)) for (at, b), place in zip(notes, places, strict=True)]
    return room(rng, mix(0.65, panned), 0.25)


CHORDS = (
    # bass, its alternate, and the four notes under the fingers
    (43, 50, (55, 59, 62, 66)),  # G major 7
    (40, 47, (55, 59, 62, 67)),  # E minor 7
    (36, 43, (55, 60, 62, 67)),  # C added 9
    (38, 45, (57, 62, 64, 67)),  # D 9 suspended
    (43, 50, (55, 59, 62, 67)),  # G
    (42, 50, (57, 62, 66, 69)),  # D over F sharp
    (40, 47, (55, 59, 64, 66)),  # E minor added 9
    (36, 43, (55, 59, 64, 67)),  # C major 7
)
BEAT = 60 / 84
PATTERN = ((0, 0), (0.5, 2), (1, 1), (1.5, 3), (2, 0), (2.5, 2), (3, 3), (3.5, 1))
"""Beat of the bar and finger (an index into the chord's four notes)."""


def loop(rng: Generator) -> Wave:
    """The menu: eight bars of fingerpicked guitar over a light bass, whose end is its start."""
    length = round(len(CHORDS) * 4 * BEAT * RATE)
    out = np.zeros((length, 2))

    def lay(at: float, wave: Wave) -> None:
        start = round((at + 0.05) * RATE)  # the join falls where the last bar dies away
        np.add.at(out, np.arange(start, start + len(wave)) % length, wave)

    for bar, (root, other, fingers) in enumerate(CHORDS):
        start = bar * 4 * BEAT
        for beat, note in ((0, root), (1.5, root), (2, other)):
            bass = pluck(rng, hertz(note), 1.6, ring=1.5, soft=0.5, bright=500)
            weight = 0.28 if beat == 1.5 else 0.55
            lay(start + beat * BEAT, pan(bass * weight, 0))
        for beat, finger in PATTERN:
            swing = rng.normal(0, 0.006) + (0.018 if beat % 1 else 0)
            touch = (0.42 if beat % 1 else 0.5) * rng.uniform(0.8, 1.1)
            bright = 2600 if finger == 3 else 1900
            string = pluck(rng, hertz(fingers[finger]), 1.9, ring=2.4, soft=0.3, bright=bright)
            place = (-0.25, -0.05, 0.1, 0.25)[finger]
            lay(start + beat * BEAT + max(swing, -0.01), pan(body(string) * touch, place))
    return room(rng, out, 0.22, 0.5, ring=True)


# ---- level, check, file -------------------------------------------------------------------------

SOUNDS: dict[str, tuple[Callable[[Generator], Wave], float]] = {
    "move": (move, -12.0),
    "choose": (choose, -2.0),
    "back": (back, -4.0),
    "lock": (lock, -3.0),
    "right": (right, 0.0),
    "wrong": (wrong, -1.0),
    "tick": (tick, -5.0),
    "warn": (warn, -1.0),
    "fill": (fill, 0.0),
    "crowd": (crowd, 0.0),
    "needle": (needle, -3.0),
    "star": (star, -3.0),
    "loop": (loop, -11.0),
}
"""Every sound, and how many dB it stands from ``LEVEL`` on purpose."""


def k_weight(f: Wave) -> Wave:
    """Gain of BS.1770-4's two filters (its tables 1 and 2, for 48 kHz) at frequencies in hertz."""
    z = np.exp(-2j * np.pi * f / 48000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    low_cut = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return np.asarray(np.abs(shelf * low_cut))


def loudness(wave: Wave) -> float:
    """K-weighted level in dB of the loudest 0.2 seconds of a wave of shape (n, 2)."""
    power = sum(shaped(wave[:, side], k_weight) ** 2 for side in (0, 1)) / 2
    window = round(0.2 * RATE)
    padded = np.concatenate([np.zeros(1), np.cumsum(power), np.full(window, np.sum(power))])
    return float(10 * np.log10(np.max(padded[window:] - padded[:-window]) / window))


def render(name: str) -> Wave:
    """The finished wave of a sound: floats, shape (n, 2), at its level, free of clicks."""
    make, distance = SOUNDS[name]
    wave = make(np.random.default_rng([SEED, *name.encode()]))
    if name != "loop":
        wave = faded(wave, min(0.2, len(wave) / RATE / 3))
        wave = np.pad(wave, ((LEAD, 2 * LEAD), (0, 0)))
    wave = wave * 10 ** ((LEVEL + distance - loudness(wave)) / 20)
    return np.asarray(wave * min(1.0, PEAK / np.max(np.abs(wave))))


def write(name: str, folder: Path) -> Path:
    """Write a sound as OGG Vorbis in ``folder``."""
    path = folder / f"{name}.ogg"
    wave = render(name)
    tight = 0.8 if name == "loop" else 0.7  # of 1; the loop has few overtones to lose
    with soundfile.SoundFile(
        path, "w", RATE, 2, format="OGG", subtype="VORBIS", compression_level=tight
    ) as file:
        for start in range(0, len(wave), RATE):  # libsndfile overflows its stack on one long block
            file.write(wave[start : start + RATE])
    return path


def main(names: Iterable[str]) -> None:
    """Write the sounds that are named, or all, beside this file."""
    for name in list(names) or SOUNDS:
        path = write(name, Path(__file__).parent)
        sys.stdout.write(f"{path.name:12} {path.stat().st_size:7} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
