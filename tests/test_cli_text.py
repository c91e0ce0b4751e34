"""`encore text` as a program of its own, and the options of a night."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli import main
from game.cli.exits import UserError
from game.cli.night import plan, seeds
from game.records import Records, Settings
from game.rules.house import USUAL
from game.rules.modes import CLOCKS

ROOT = Path(__file__).resolve().parent.parent
# From a magazine to the title, past the patches there may be, and out.
HOME = b"back to the title\n\n6\n"
# As where pygame cannot even be imported, and no screen is.
WITHOUT_PYGAME = (
    "import sys; sys.modules['pygame'] = None; from game.cli import main; "
    "raise SystemExit(main(sys.argv[1:]))"
)


def encore(*words: str, typed: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_AUDIODRIVER")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_PYGAME, "text", *words],
        input=typed,
        capture_output=True,
        cwd=ROOT,
        env={**env, "PYTHONIOENCODING": "utf-8", **variables},
        timeout=60,
        check=False,
    )


def test_a_match_is_played_without_a_screen_and_without_pygame() -> None:
    played = encore("--mode", "setlist", "--seed", "x", typed=b"1\n\n" * 10 + HOME)
    assert (played.returncode, played.stderr) == (0, b"")
    assert b"\nTrack 10 of 10.\n" in played.stdout
    assert b"\nThe music paper writes: " in played.stdout
    assert played.stdout.endswith(b"Good night.\n")


def test_a_party_is_played_through_a_pipe() -> None:
    played = encore("--players", "Mia,Ben", "--seed", "x", typed=b"n\n1\n" * 80)
    assert (played.returncode, played.stderr) == (0, b"")
    assert b"\nTonight only, one keyboard, two acts.\n" in played.stdout
    # No picture is offered where nothing can draw one.
    assert b"A text to share" in played.stdout
    assert b"picture" not in played.stdout
    assert played.stdout.endswith(b"Good night.\n")


def settings_in(home: Path) -> Settings:
    records = Records.open(home / "encore", now=time.time)
    try:
        return records.settings()
    finally:
        records.close()


def test_what_a_table_plays_against_is_what_its_lobby_shows(tmp_path: Path) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path)}
    first = encore("--mode", "party", "--seed", "x", typed=b"Mia\nBen\n\n\n", **home).stdout
    assert b"Clock: Untimed." in first
    assert b"time no clock" in first
    asked = encore("--mode", "party", "--clock", "quick", typed=b"clock\nrelaxed\n\n", **home)
    assert b"Clock: Quick, 12 s." in asked.stdout
    assert b"time 40 seconds" in asked.stdout
    # What nobody chose is not kept, what was chosen is.
    assert settings_in(tmp_path).house.clock == "relaxed"


def test_a_clock_that_no_table_chose_is_not_kept(tmp_path: Path) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path)}
    encore("--mode", "party", "--clock", "quick", typed=b"Mia\nBen\n\n\n", **home)
    assert settings_in(tmp_path).names == ("Mia", "Ben")
    assert settings_in(tmp_path).house == USUAL


def test_the_same_seed_gives_the_same_transcript_whatever_the_hash_seed(tmp_path: Path) -> None:
    typed = b"1\n\n" * 10
    told = set()
    for seed in ("0", "1"):
        # Scores of their own: the second night is not told of the first.
        home = {"PYTHONHASHSEED": seed, "XDG_DATA_HOME": str(tmp_path / seed)}
        told.add(encore("--mode", "setlist", "--seed", "x", typed=typed, **home).stdout)
    assert len(told) == 1


def test_the_same_seed_asks_the_same_questions_on_another_evening() -> None:
    typed = b"1\n\n" * 10
    told = [
        encore("--mode", "setlist", "--seed", "x", typed=typed).stdout.split(b"The music paper")[0]
        for _ in range(2)
    ]
    assert told[0].count(b"\nTrack ") == 10
    assert told[0] == told[1]


@pytest.mark.parametrize("mode", ["marathon", "daily", "soundcheck", "duel"])
def test_every_way_to_play_alone_is_played_from_first_to_last(mode: str) -> None:
    # A marathon has three misses in it long before the lines run out.
    played = encore("--mode", mode, "--seed", "x", typed=b"1\n\n" * 100)
    assert (played.returncode, played.stderr) == (0, b"")
    assert b"\nThe music paper writes: " in played.stdout
    assert played.stdout.endswith(b"Good night.\n")


def test_a_match_that_is_left_is_carried_on_another_evening() -> None:
    first = encore("--mode", "setlist", "--seed", "x", typed=b"1\n\nq\n2\nq\n").stdout
    assert b"1. Carry on: Setlist, track 2\n" in first
    second = encore(typed=b"carry on\n" + b"1\n\n" * 9).stdout
    assert b"\nTrack 2 of 10.\n" in second
    assert b"\nTrack 1 of 10.\n" not in second
    assert b"\nThe music paper writes: " in second


def test_bytes_that_are_no_text_are_a_wrong_line() -> None:
    played = encore("--mode", "setlist", typed=b"\xff\xfe\x00\n" + b"\x93" * 100_000 + b"\n")
    assert (played.returncode, played.stderr) == (0, b"")
    assert played.stdout.count(b"Please type a number from 1 to ") == 2


def test_a_terminal_without_curly_quotes_gets_straight_ones() -> None:
    played = encore("--mode", "setlist", "--seed", "x", typed=b"", PYTHONIOENCODING="ascii")
    assert played.returncode == 0
    assert b'Whose "Sparks" is heard' in played.stdout


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["text", "--help"])
    assert left.value.code == 0
    assert "encore text --players Mia,Ben,Zoe --seed friday" in capsys.readouterr().out


def test_control_c_says_good_night_and_is_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> str | None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.text._read", interrupted)
    assert main(["text"]) == 130
    assert capsys.readouterr().out.endswith("\nGood night.\n")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"pack": "almost-famos"}, "there is no pack 'almost-famos' (did you mean"),
        ({"pack": "\x1b[2J"}, "there is no pack '[2J'"),
        ({"mode": "parti"}, "there is no mode 'parti' (did you mean 'party'?)"),
        ({"clock": "standart"}, "there is no clock 'standart' (did you mean 'standard'?)"),
        ({"players": " , "}, "--players has no name in it"),
        ({"players": "a,b,c,d,e,f,g,h,i"}, "--players has 9 names; there are 8 seats."),
        ({"mode": "setlist", "players": "a,b"}, "(did you mean --mode party?)"),
        ({"mode": "party", "players": "a"}, "(did you mean --mode setlist?)"),
    ],
)
def test_what_cannot_be_asked_for_is_one_sentence(options: dict[str, str], sentence: str) -> None:
    with pytest.raises(UserError) as fault:
        plan(**options)
    assert sentence in str(fault.value)
    assert str(fault.value).isprintable()


@pytest.mark.parametrize(
    ("options", "mode", "players"),
    [
        ({}, None, ()),
        ({"mode": "party"}, "party", ()),
        ({"players": "Mia"}, "setlist", ("Mia",)),
        ({"mode": "setlist", "players": "Mia"}, "setlist", ("Mia",)),
        ({"players": "Mia,,Ben, "}, "party", ("Mia", "Ben")),
        ({"players": "Mia,mia"}, "party", ("Mia", "mia 2")),
        ({"players": "Mi\x00a\x1b,\udcffBen"}, "party", ("Mia", "\ufffdBen")),
    ],
)
def test_names_make_the_mode(
    options: dict[str, str], mode: str | None, players: tuple[str, ...]
) -> None:
    assert plan(**options)[1:] == (mode, players)


def test_a_seed_is_numbered_from_the_second_match() -> None:
    seed = seeds("friday")
    assert [seed(), seed(), seed()] == ["friday", "friday#2", "friday#3"]


def test_a_seed_that_is_no_text_can_still_be_digested() -> None:
    assert seeds("x\udcff")().encode() == b"x?"


def test_without_a_seed_every_match_has_a_fresh_one() -> None:
    seed = seeds(None)
    assert len({seed() for _ in range(50)}) == 50


def test_a_clock_is_the_one_that_is_named() -> None:
    assert plan(clock="quick")[0].clock == CLOCKS["quick"]
    assert plan()[0].clock is None
