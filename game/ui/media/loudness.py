"""One loudness for all: a stranger's sound about as loud as the game's own effects."""

from __future__ import annotations

import math
import sys
from array import array
from operator import mul

# The game's effects have a root mean square of -22 to -29 dB below full scale while they sound.
_WANTED = 32_767 * 10 ** (-24 / 20)
_PEAK = 32_767 * 0.8
# More would make a hiss of a quiet recording.
_MOST = 8.0
# Every eleventh number tells the loudness as well as all of them, from both channels in turn.
_STEP = 11
_BLOCK = 400  # of those: 50 ms
_SILENT = 0.1


def matched(frames: bytes) -> bytes:
    """The same sound (16 bits, little-endian) with the wanted loudness, its peaks never cut."""
    samples = array("h", frames[: len(frames) // 4 * 4])
    if sys.byteorder == "big":
        samples.byteswap()
    peak = max(max(samples, default=0), -min(samples, default=0))
    level = _level(samples[::_STEP])
    if not level or not peak:
        return samples.tobytes()
    gain = min(_WANTED / level, _PEAK / peak, _MOST)
    louder = array("h", map(int, map(gain.__mul__, samples)))
    if sys.byteorder == "big":
        louder.byteswap()
    return louder.tobytes()


def _level(samples: array[int]) -> float:
    """Root mean square of what sounds: silent stretches say nothing about loudness."""
    blocks = (samples[at : at + _BLOCK] for at in range(0, len(samples), _BLOCK))
    powers = [sum(map(mul, block, block)) / len(block) for block in blocks]
    loudest = max(powers, default=0.0)
    heard = [power for power in powers if power > loudest * _SILENT**2]
    return math.sqrt(sum(heard) / len(heard)) if heard else 0.0
