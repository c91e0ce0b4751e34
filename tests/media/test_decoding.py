"""Strangers' pictures and sounds: decoded elsewhere, and whatever they do, nothing happens here."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from random import Random

import numpy as np
import pytest

from game.ui.media import plain, sounds, worker
from game.ui.media.decoder import Decoder, Kind
from game.ui.media.plain import Picture, Samples, from_bytes, to_bytes
from game.ui.media.refused import Refused, Unavailable
from tests.media import samples as made

GOOD = made.samples()
MUTANTS = 60
GIF = b"GIF89a\x40\x00\x28\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with_process = Decoder()
    yield with_process
    with_process.close()


def refusal(decoder: Decoder, data: bytes, kind: Kind) -> str:
    with pytest.raises(Refused) as caught:
        decoder.decode(data, kind)
    return str(caught.value)


@pytest.mark.parametrize("name", GOOD)
def test_every_kind_that_is_allowed_is_decoded(decoder: Decoder, name: str) -> None:
    kind, data = GOOD[name]
    plainly = from_bytes(decoder.decode(data, kind))
    assert isinstance(plainly, Picture) == (kind == "image")


def test_a_picture_keeps_its_pixels(decoder: Decoder) -> None:
    red = made.png(2, 1, b"\x00\xff\x40")
    picture = from_bytes(decoder.decode(red, "image"))
    assert picture == Picture(2, 1, b"\xff\xff\xff\xff\x40\x40\x40\xff")


def test_a_large_picture_is_scaled_and_keeps_its_shape(decoder: Decoder) -> None:
    picture = from_bytes(decoder.decode(made.raster(".jpg", (3000, 3000)), "image"))
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (1080, 1080)


@pytest.mark.parametrize("level", [0.01, 0.1, 0.9])
def test_loud_and_quiet_sounds_come_out_about_as_loud_as_the_games_own(
    decoder: Decoder, level: float
) -> None:
    heard = from_bytes(decoder.decode(made.tone("WAV", "PCM_16", level=level), "sound"))
    assert isinstance(heard, Samples)
    wave = np.frombuffer(heard.frames, "<i2") / 32768
    loudness = 20 * np.log10(np.sqrt(np.mean(wave**2)))
    assert -30 < loudness < -22
    assert np.max(np.abs(wave)) < 0.81


BOMBS: dict[str, tuple[Kind, bytes, str]] = {
    "a GIF": ("image", GIF, "is not a PNG"),
    "a GIF with a drawing inside": ("image", GIF + made.SVG, "is not a PNG"),
    "a huge size": ("image", made.png(60_000, 60_000), "pixels"),
    "many pixels": ("image", made.png(16_000, 16_000), "pixels"),
    "no pixels": ("image", made.png(0, 0), "pixels"),
    "a size without its pixels": ("image", made.png(4_000, 4_000), worker.UNREADABLE),
    "half a PNG": ("image", GOOD["png"][1][:60], worker.UNREADABLE),
    "half a JPEG": ("image", GOOD["jpeg"][1][:40], "is a broken JPEG"),
    "nothing": ("image", b"", "is not a PNG"),
    "text": ("image", b"hello", "is not a PNG"),
    "two kinds at once": ("image", made.WEBP + made.SVG, "two kinds"),
    "a sound as a picture": ("image", GOOD["wav"][1], "is not a PNG"),
    "a picture as a sound": ("sound", GOOD["png"][1], "is not a WAV"),
    "a drawing as a sound": ("sound", made.SVG, "is not a WAV"),
    "a moving WebP": (
        "image",
        b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0" + b"\x01\0\0" * 2 + b"\0" * 8,
        "moves",
    ),
    "a WAV of 1 GB": ("sound", made.wav(44_100, b"\0" * 64, 2**30), "declares more"),
    "a WAV at 1 Hz": ("sound", made.wav(1, b"\0" * 100), "rare kind"),
    "a WAV of 61 s": ("sound", made.wav(4_000, b"\0" * 4_000 * 2 * 61), "lasts 61 seconds"),
    "an odd WAV": ("sound", made.wav(44_100, b"\0" * 64, tag=17), "rare kind"),
    "a MIDI file": ("sound", b"MThd\0\0\0\x06\0\0\0\x01\0\x60", "is not a WAV"),
    "a module": ("sound", b"IMPM" + b"\0" * 200, "is not a WAV"),
    "an Ogg of nothing": ("sound", b"OggS" + b"\0" * 60, "Ogg"),
    "laughter": (
        "image",
        b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>' + made.drawing("&c;"),
        "DOCTYPE",
    ),
    "too many elements": ("image", made.drawing("<g/>" * 6_000), "elements"),
    "too deep": ("image", made.drawing("<g>" * 60 + "</g>" * 60), "elements"),
    "a number beyond all": (
        "image",
        made.drawing('<rect width="1e30" height="3" fill="black"/>'),
        "number",
    ),
    "dashes without end": (
        "image",
        made.drawing('<path d="M0,0 L9,9" stroke="black" stroke-dasharray="0.0001"/>'),
        "dasharray",
    ),
    "a drawing like a line": ("image", made.drawing("", "0 0 9000 1"), "twenty times"),
    "a drawing without size": ("image", made.drawing("", "0 0 0 0"), "four numbers"),
    "a script": ("image", made.drawing("<script>1</script>"), "<script>"),
    "a link to a file": ("image", made.drawing('<image href="/etc/passwd"/>'), "<image>"),
    "broken XML": ("image", b"<svg", "is not an SVG"),
    "a drawing in Latin-1": ("image", b"<svg>\xe9</svg>", "is not an SVG"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_may_not_be_is_refused_by_name(decoder: Decoder, name: str) -> None:
    kind, data, said = BOMBS[name]
    assert said in refusal(decoder, data, kind)


def test_a_file_larger_than_the_bound_is_not_even_handed_over() -> None:
    nobody = Decoder([sys.executable, "-c", "1/0"])
    assert "8 MB" in refusal(nobody, b"\0" * (worker.LARGEST + 1), "image")


def test_sixty_seconds_are_allowed_and_not_one_more() -> None:
    assert sounds.duration(made.wav(4_000, b"\0" * 8_000 * 60)) == 60
    with pytest.raises(Refused):
        sounds.duration(made.wav(4_000, b"\0" * (8_000 * 60 + 2_000 * 2)) + b"")


@pytest.mark.parametrize(("form", "subtype"), [("MP3", "MPEG_LAYER_III"), ("OGG", "OPUS")])
def test_the_length_of_a_packed_sound_is_known_before_it_is_decoded(
    form: str, subtype: str
) -> None:
    assert sounds.duration(made.tone(form, subtype, 2.0)) == pytest.approx(2.0, abs=0.1)


@pytest.mark.parametrize("name", GOOD)
def test_mutants_are_decoded_or_refused_and_nothing_else(decoder: Decoder, name: str) -> None:
    kind, data = GOOD[name]
    for mutant in islice(made.mutants(data, Random(name)), MUTANTS):
        with suppress(Refused):
            plainly = from_bytes(decoder.decode(mutant, kind))
            assert isinstance(plainly, Picture) == (kind == "image")
    assert decoder.decode(data, kind)


FAKE = """
import sys, os, time
out = sys.stdout.buffer
out.write({hello!r}); out.flush()
sys.stdin.buffer.read(5)
{then}
"""


def fake(then: str) -> Decoder:
    """A process that says hello, reads a head and then does something else."""
    script = FAKE.format(hello=worker.HELLO, then=then)
    return Decoder([sys.executable, "-c", script], patience=0.2)


@pytest.mark.parametrize(
    "then",
    [
        "os.kill(os.getpid(), 9)",
        "sys.exit()",
        "time.sleep(600)",
        "out.write(b'+' + b'\\xff' * 4); out.flush(); time.sleep(600)",
        "out.write(b'+\\0\\0\\0\\x04abcd'); out.flush(); time.sleep(600)",
        "out.write(b'?\\0\\0\\0\\0'); out.flush(); time.sleep(600)",
        "out.write(b'+\\0\\0'); out.flush(); sys.exit()",
    ],
    ids=["killed", "gone", "hangs", "too long", "no plain form", "no verdict", "half a head"],
)
def test_a_process_that_dies_or_lies_is_a_picture_that_cannot_be_read(then: str) -> None:
    decoder = fake(then)
    assert refusal(decoder, made.SVG, "image") == worker.UNREADABLE
    decoder.close()


def test_after_a_death_the_next_file_is_decoded(decoder: Decoder) -> None:
    decoder.decode(made.SVG, "image")
    assert decoder._process is not None
    decoder._process.kill()
    decoder._process.wait()
    assert refusal(decoder, made.SVG, "image") == worker.UNREADABLE
    assert decoder.decode(made.SVG, "image")


@pytest.mark.parametrize(
    "words",
    [["/no/such/program"], [sys.executable, "-c", "1/0"], [sys.executable, "-c", "print('hi')"]],
    ids=["missing", "fails", "somebody else"],
)
def test_a_process_that_does_not_start_is_unavailable(words: list[str]) -> None:
    with pytest.raises(Unavailable):
        Decoder(words).decode(made.SVG, "image")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies here")
def test_closing_leaves_no_process_behind() -> None:
    decoder = Decoder()
    decoder.decode(made.SVG, "image")
    process = decoder._process
    assert process is not None
    decoder.close()
    assert process.poll() is not None


def test_a_folder_called_game_in_the_current_one_is_not_ours(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path_factory.mktemp("trap")
    (trap / "game").mkdir()
    (trap / "game" / "__init__.py").write_text("raise SystemExit(3)", "utf-8")
    monkeypatch.chdir(trap)
    decoder = Decoder()
    assert decoder.decode(made.SVG, "image")
    decoder.close()


def test_many_threads_may_ask_at_once(decoder: Decoder) -> None:
    answers: list[bytes] = []
    kinds = [GOOD["png"], GOOD["svg"], GOOD["wav"]] * 3

    def ask(kind: Kind, data: bytes) -> None:
        answers.append(decoder.decode(data, kind))

    threads = [threading.Thread(target=ask, args=each) for each in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({*answers}) == 3


def test_without_copies_every_file_has_a_process_of_its_own() -> None:
    decoder = Decoder(copies=False)
    assert decoder.decode(made.SVG, "image")
    assert "PNG" in refusal(decoder, GIF, "image")
    assert decoder.decode(GOOD["wav"][1], "sound")
    decoder.close()


@pytest.mark.parametrize("thing", [Picture(2, 1, b"abcdefgh"), Samples(b"12345678")])
def test_the_plain_form_goes_there_and_back(thing: plain.Plain) -> None:
    assert from_bytes(to_bytes(thing)) == thing


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello" * 20,
        to_bytes(Picture(2, 1, b"abcdefgh"))[:-2],
        to_bytes(Picture(3, 1, b"abcdefgh")),
        to_bytes(Picture(0, 0, b"")),
        to_bytes(Samples(b"123")),
        to_bytes(Samples(b"\0" * 4 * (plain.LONGEST + 1) * plain.RATE)),
    ],
)
def test_what_is_not_the_plain_form_is_not_taken_for_it(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"plain|damaged"):
        from_bytes(data)
