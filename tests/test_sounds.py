from __future__ import annotations

import importlib.util
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pygame
import pytest
import soundfile

from game.ui.media.plain import Samples
from game.ui.sound import CLIP_CHANNEL, LOOP, NO_DEVICE, Clip, Cue, Hush, Sound

ROOT = Path(__file__).resolve().parent.parent
SOUNDS = ROOT / "assets" / "sounds"
NAMES = sorted([*(cue.value for cue in Cue), LOOP])
LENGTHS = {
    "move": (0.03, 0.1),
    "tick": (0.05, 0.15),
    "lock": (0.15, 0.35),
    "choose": (0.3, 0.6),
    "back": (0.3, 0.6),
    "wrong": (0.4, 0.8),
    "star": (0.4, 0.8),
    "warn": (0.4, 0.8),
    "right": (0.8, 1.1),
    "needle": (0.8, 1.3),
    "fill": (1.0, 1.5),
    "crowd": (2.2, 3.0),
    "loop": (20.0, 30.0),
}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", SOUNDS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dummy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    pygame.mixer.quit()


def until(fact: Callable[[], bool]) -> bool:
    """Wait for a thread's work; the deadline only bounds a failure."""
    deadline = time.monotonic() + 20
    while not fact() and time.monotonic() < deadline:
        time.sleep(0.005)
    return fact()


def alone(code: str, driver: str = "dummy") -> str:
    """What a fresh interpreter prints; it must end well, which a crash of SDL is not."""
    environment = {"SDL_AUDIODRIVER": driver, "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(SOUNDS)],
        cwd=ROOT,
        env={"PYGAME_HIDE_SUPPORT_PROMPT": "1", "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# ---- the synthesis ------------------------------------------------------------------------------


def test_every_cue_has_its_sound_and_its_file(script: ModuleType) -> None:
    assert sorted(script.SOUNDS) == NAMES
    assert sorted(path.stem for path in SOUNDS.glob("*.ogg")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_wave(script: ModuleType, name: str) -> None:
    wave = script.render(name)
    assert wave.shape[1] == 2
    assert np.isfinite(wave).all()
    assert np.array_equal(wave, script.render(name))


@pytest.mark.parametrize("name", [name for name in NAMES if name != LOOP])
def test_an_effect_starts_and_ends_at_zero_and_has_its_loudness(
    script: ModuleType, name: str
) -> None:
    wave = script.render(name)
    assert not wave[0].any()
    assert not wave[-1].any()
    assert abs(np.diff(wave, axis=0)[: script.LEAD + 5]).max() < 0.05
    assert script.loudness(wave) == pytest.approx(script.LEVEL + script.SOUNDS[name][1], abs=0.1)


def test_the_loop_runs_into_its_start_as_smoothly_as_anywhere(script: ModuleType) -> None:
    wave = script.render(LOOP)
    bend = abs(np.diff(np.concatenate([wave[-2:], wave[:2]]), 2, axis=0)).max()
    assert bend < np.quantile(abs(np.diff(wave, 2, axis=0)), 0.99)


@pytest.mark.parametrize("frequency", [82.41, 440.0, 1174.66])
def test_a_plucked_string_is_in_tune_within_two_cents(script: ModuleType, frequency: float) -> None:
    string = script.pluck(np.random.default_rng(1), frequency, 1.0)
    spectrum = abs(np.fft.rfft(string * np.hanning(len(string)), 1 << 20))
    at = np.fft.rfftfreq(1 << 20, 1 / script.RATE)
    near = abs(at / frequency - 1) < 0.1
    heard = at[near][spectrum[near].argmax()]
    assert abs(1200 * np.log2(heard / frequency)) < 2


def test_a_string_falls_by_sixty_decibels_in_its_ring(script: ModuleType) -> None:
    string = script.pluck(np.random.default_rng(1), 220.0, 2.0, ring=1.0, soft=0.0)
    early, late = (np.sqrt(np.mean(string[s : s + 4410] ** 2)) for s in (4410, 4410 + 22050))
    assert 20 * np.log10(early / late) == pytest.approx(30, abs=3)


def test_right_is_brighter_than_wrong(script: ModuleType) -> None:
    def centre(name: str) -> float:
        wave = script.render(name).mean(axis=1)
        power = abs(np.fft.rfft(wave)) ** 2
        return float(np.sum(np.fft.rfftfreq(len(wave), 1 / script.RATE) * power) / np.sum(power))

    assert centre("right") > 2 * centre("wrong")


# ---- the files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_file_is_what_the_script_makes(script: ModuleType, name: str) -> None:
    heard, rate = soundfile.read(SOUNDS / f"{name}.ogg")
    made = script.render(name)
    assert (rate, heard.shape) == (script.RATE, made.shape)
    alike = np.sum(heard * made) / np.sqrt(np.sum(heard**2) * np.sum(made**2))
    assert alike > 0.9


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_file_has_its_length_and_never_clips(name: str) -> None:
    heard, rate = soundfile.read(SOUNDS / f"{name}.ogg")
    shortest, longest = LENGTHS[name]
    assert shortest <= len(heard) / rate <= longest
    assert 20 * np.log10(abs(heard).max()) <= -3
    if name != LOOP:
        assert abs(heard[[0, -1]]).max() < 0.001


def test_the_shipped_loop_has_no_click_at_its_join() -> None:
    heard, _ = soundfile.read(SOUNDS / f"{LOOP}.ogg")
    step = abs(heard[0] - heard[-1]).max()
    assert step < np.quantile(abs(np.diff(heard, axis=0)), 0.99)


def test_all_sounds_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in SOUNDS.glob("*.ogg")) <= 400 * 1024


# ---- the wrapper --------------------------------------------------------------------------------


@pytest.mark.usefixtures("dummy")
def test_every_cue_is_heard_without_trouble() -> None:
    sound = Sound(SOUNDS)
    assert pygame.mixer.get_init() is None
    for cue in Cue:
        sound.play(cue)
        assert pygame.mixer.get_busy()
        pygame.mixer.stop()
    assert pygame.mixer.get_init() == (44100, -16, 2)
    assert sound.trouble is None
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_play_after_close_is_silent() -> None:
    sound = Sound(SOUNDS)
    sound.play(Cue.MOVE)
    sound.close()
    sound.play(Cue.MOVE)
    sound.music(True)
    sound.retry()
    assert pygame.mixer.get_init() is None
    assert sound.trouble is None


@pytest.mark.usefixtures("dummy")
def test_muted_or_disabled_opens_nothing() -> None:
    muted, disabled = Sound(SOUNDS), Sound(SOUNDS, enabled=False)
    muted.mute(True)
    for sound in (muted, disabled):
        sound.play(Cue.RIGHT)
        sound.music(True)
        sound.preload()
        sound.retry()
        assert pygame.mixer.get_init() is None
        assert not sound.awake


@pytest.mark.usefixtures("dummy")
def test_volume_zero_opens_nothing_and_volumes_stay_within_bounds() -> None:
    sound = Sound(SOUNDS)
    sound.effects_volume, sound.music_volume = -3, 0
    sound.play(Cue.RIGHT)
    sound.music(True)
    assert pygame.mixer.get_init() is None
    sound.effects_volume, sound.music_volume = 0.5, 7
    assert (sound.effects_volume, sound.music_volume) == (0.5, 1)
    assert until(pygame.mixer.Channel(0).get_busy)
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_mute_lets_go_of_the_device_and_brings_the_music_back() -> None:
    sound = Sound(SOUNDS)
    sound.music(True)
    assert until(pygame.mixer.Channel(0).get_busy)
    sound.mute(True)
    assert pygame.mixer.get_init() is None
    sound.mute(False)
    assert until(pygame.mixer.Channel(0).get_busy)
    sound.music(False)
    assert until(lambda: not pygame.mixer.get_busy())
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_music_called_off_while_it_is_decoded_does_not_stay() -> None:
    sound = Sound(SOUNDS)
    for pause in (0, 0, 0.005, 0.02, 0.05):
        sound.music(True)
        time.sleep(pause)
        sound.music(False)
    assert until(lambda: not sound._decoding.locked() and not pygame.mixer.get_busy())
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_music_wanted_again_while_it_fades_comes_back_in_full() -> None:
    sound = Sound(SOUNDS)
    sound.music(True)
    channel = pygame.mixer.Channel(0)
    assert until(lambda: channel.get_busy() and channel.get_volume() > 0)
    sound.music(False)
    sound.music(True)
    assert until(lambda: channel.get_volume() == 1)
    assert channel.get_busy()
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_a_cue_never_takes_the_place_of_the_music() -> None:
    sound = Sound(SOUNDS)
    sound.music(True)
    assert until(pygame.mixer.Channel(0).get_busy)
    loop = pygame.mixer.Channel(0).get_sound()
    for _ in range(20):
        sound.play(Cue.CROWD)
    assert pygame.mixer.Channel(0).get_sound() is loop
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_the_device_rests_after_a_silence_and_wakes_at_the_next_sound() -> None:
    now = 100.0
    sound = Sound(SOUNDS, clock=lambda: now)
    sound.play(Cue.MOVE)
    pygame.mixer.stop()
    now += 4
    sound.rest(5)
    assert sound.awake
    now += 2
    sound.rest(5)
    assert pygame.mixer.get_init() is None
    sound.play(Cue.MOVE)
    assert pygame.mixer.get_busy()
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_the_device_does_not_rest_while_something_sounds_or_music_is_wanted() -> None:
    now = 100.0
    sound = Sound(SOUNDS, clock=lambda: now)
    sound.play(Cue.CROWD)
    now += 60
    sound.rest(5)
    assert sound.awake
    pygame.mixer.stop()
    sound.music(True)
    sound.rest(5)
    assert sound.awake
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_a_missing_folder_is_named_and_nothing_breaks(tmp_path: Path) -> None:
    sound = Sound(tmp_path / "nowhere")
    sound.play(Cue.RIGHT)
    assert sound.trouble == "The sound right.ogg is missing; Encore plays on without it."
    for cue in Cue:
        sound.play(cue)
    assert sound.trouble == "back.ogg is missing, like 11 more; Encore plays on without them."
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_an_unreadable_file_is_named_and_read_again_on_retry(tmp_path: Path) -> None:
    (tmp_path / "right.ogg").write_bytes(b"this is no sound")
    (tmp_path / "tick.ogg").mkdir()
    sound = Sound(tmp_path)
    sound.play(Cue.RIGHT)
    assert "The sound right.ogg cannot be read;" in (sound.trouble or "")
    sound.play(Cue.TICK)
    assert "right.ogg cannot be read, like 1 more" in (sound.trouble or "")
    (tmp_path / "right.ogg").write_bytes((SOUNDS / "right.ogg").read_bytes())
    sound.retry()
    sound.play(Cue.RIGHT)
    assert sound.trouble is None
    assert pygame.mixer.get_busy()
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_preload_decodes_every_cue_of_an_open_device(tmp_path: Path) -> None:
    sound = Sound(tmp_path)
    sound.preload()
    assert sound.trouble is None
    sound.retry()
    sound.preload()
    assert until(lambda: "11 more" in (sound.trouble or ""))
    sound.close()


def test_without_a_device_the_game_is_silent_and_says_so() -> None:
    code = """
        import os, sys
        from pathlib import Path
        from game.ui.sound import Cue, Sound
        sound = Sound(Path(sys.argv[1]))
        sound.play(Cue.RIGHT), sound.music(True), sound.preload(), sound.rest(0)
        print(sound.trouble)
        os.environ["SDL_AUDIODRIVER"] = "dummy"
        sound.play(Cue.RIGHT)
        print(sound.awake)
        sound.retry()
        print(sound.trouble, sound.awake)
        sound.close()
    """
    assert alone(code, "nonsense").splitlines() == [NO_DEVICE, "False", "None True"]


def test_sounds_whose_mixer_was_ended_by_another_hand_do_no_harm() -> None:
    code = """
        import sys
        from pathlib import Path
        import pygame
        from game.ui.sound import Cue, Sound
        sound = Sound(Path(sys.argv[1]))
        sound.play(Cue.RIGHT), sound.music(True)
        while not pygame.mixer.Channel(0).get_busy():
            pygame.time.wait(1)
        pygame.quit()
        sound.music_volume = 0.5
        sound.music(False), sound.rest(0), sound.preload()
        sound.play(Cue.RIGHT)
        print(sound.trouble, pygame.mixer.get_busy())
        pygame.quit()
        sound.close(), sound.play(Cue.RIGHT)
    """
    assert alone(code) == "None True"


def test_making_the_wrapper_imports_no_pygame() -> None:
    code = """
        import sys
        from pathlib import Path
        from game.ui.sound import Sound
        sound = Sound(Path(sys.argv[1]))
        sound.mute(True), sound.music(True), sound.rest(0), sound.close()
        print("pygame" in sys.modules)
    """
    assert alone(code) == "False"


@pytest.mark.usefixtures("dummy")
def test_a_packs_sound_is_heard_until_it_is_hushed() -> None:
    sound = Sound(SOUNDS)
    sound.play(Clip(Samples(b"\0\1\0\1" * 44_100)))
    channel = pygame.mixer.Channel(CLIP_CHANNEL)
    assert channel.get_busy()
    sound.play(Hush())
    assert until(lambda: not channel.get_busy())
    sound.close()


@pytest.mark.usefixtures("dummy")
def test_where_effects_are_off_nothing_is_audible() -> None:
    sound = Sound(SOUNDS)
    assert sound.audible
    sound.effects_volume = 0
    assert not sound.audible
    sound.effects_volume = 1
    sound.mute(True)
    assert not sound.audible
    sound.play(Clip(Samples(b"\0\1\0\1")))
    assert pygame.mixer.get_init() is None
