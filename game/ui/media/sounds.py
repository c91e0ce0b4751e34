"""How long a WAV, MP3, Opus or Vorbis file says it is; nothing is decoded."""

from __future__ import annotations

import struct

from game.ui.media.refused import Refused

LONGEST = 60.0
_PLAIN_WAV = {1, 3}  # whole numbers, or fractions
_EXTENSIBLE = 0xFFFE
_NO_TIME = 0xFFFFFFFFFFFFFFFF
# Bit rates (kbit/s) of layer III by MPEG 1 or 2, sample rates by version: ISO 11172-3, 13818-3.
_MPEG_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def duration(data: bytes) -> float:
    """Seconds, as declared.

    Raises:
        Refused: for another kind of file, one that is broken, or over `LONGEST`.
    """
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        found = _wav(data)
    elif data.startswith(b"OggS"):
        found = _ogg(data)
    elif data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] >= b"\xe0"):
        found = _mp3(data)
    else:
        raise Refused("is not a WAV, MP3, Opus or Vorbis sound, whatever its name")
    if found > LONGEST:
        raise Refused(f"lasts {found:.0f} seconds; {LONGEST:.0f} are the most")
    return found


def _wav(data: bytes) -> float:
    at, rate, frame = 12, 0, 0
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + min(size, 40)]
        if name == b"fmt ":
            rate, frame = _wav_format(body)
        elif name == b"data":
            if not rate or at + 8 + size > len(data):
                raise Refused("is a broken WAV: it declares more than it holds")
            return size / frame / rate
        at += 8 + size + size % 2
    raise Refused("is a broken WAV")


def _wav_format(body: bytes) -> tuple[int, int]:
    """Frames a second, and bytes a frame."""
    if len(body) < 16:
        raise Refused("is a broken WAV")
    tag, channels, rate, _, frame, bits = struct.unpack("<HHIIHH", body[:16])
    if tag == _EXTENSIBLE and len(body) >= 26:
        (tag,) = struct.unpack("<H", body[24:26])
    known = tag in _PLAIN_WAV and channels in (1, 2) and bits in (8, 16, 24, 32)
    # A rate of 1 Hz would grow to 44100 times its size when it is played.
    if not known or not 4000 <= rate <= 192_000 or frame != channels * bits // 8:
        raise Refused("is a WAV of a rare kind; save it as 16 bit PCM")
    return rate, frame


def _ogg(data: bytes) -> float:
    at, last, serial = 0, 0, data[14:18]
    while at + 27 <= len(data):
        if data[at : at + 5] != b"OggS\x00" or data[at + 14 : at + 18] != serial:
            raise Refused("is a broken Ogg, or several in one")
        granule = int.from_bytes(data[at + 6 : at + 14], "little")
        last = last if granule == _NO_TIME else max(last, granule)
        lacing = data[at + 27 : at + 27 + data[at + 26]]
        at += 27 + len(lacing) + sum(lacing)
    first = 27 + data[26] if len(data) > 26 else 0
    head = data[first : first + 19]
    if head.startswith(b"OpusHead") and len(head) == 19:
        return max(0, last - int.from_bytes(head[10:12], "little")) / 48_000
    if head.startswith(b"\x01vorbis") and len(head) == 19:
        rate, channels = int.from_bytes(head[12:16], "little"), head[11]
        if 4000 <= rate <= 192_000 and channels in (1, 2):
            return last / rate
    raise Refused("is an Ogg that holds neither Opus nor Vorbis")


def _mp3(data: bytes) -> float:
    at, found = _after_tag(data), 0.0
    while 0 <= at <= len(data) - 4:
        frame = _mp3_frame(data[at : at + 4])
        if frame is None:
            at = data.find(b"\xff", at + 1)
            continue
        length, seconds = frame
        found += seconds
        at += length
    if not found:
        raise Refused("is a broken MP3")
    return found


def _after_tag(data: bytes) -> int:
    if not data.startswith(b"ID3") or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _mp3_frame(head: bytes) -> tuple[int, float] | None:
    """Bytes and seconds of the layer III frame that begins so; None if none does."""
    if head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, rate_index, bits_index = head[1] >> 3 & 3, head[2] >> 2 & 3, head[2] >> 4
    if version not in _RATES or rate_index == 3 or not 0 < bits_index < 15:
        return None
    rate, first = _RATES[version][rate_index], version == 3
    kbits, samples = (_MPEG_1 if first else _MPEG_2)[bits_index], 1152 if first else 576
    return samples // 8 * kbits * 1000 // rate + (head[2] >> 1 & 1), samples / rate
