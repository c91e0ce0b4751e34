from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from game.records import Settings
from game.records.settings import from_texts, to_texts
from game.scenes.keys import ACTIONS, DONE, RESET, SPOKEN_FOR, KeysScene
from game.scenes.settings import DIALS, Changed, Dial, Errand, SettingsScene
from game.ui.actions import Action, Aim, Choose, Meaning, Pressed
from game.ui.bindings import Bindings
from game.ui.sound import NO_DEVICE
from tests.scenes.look import described, reading
from tests.scenes.watch import Watch

NAMES = [dial.name for dial in DIALS]


def page(settings: Settings | None = None, trouble: str = "") -> Watch:
    return Watch(SettingsScene(lambda: settings or Settings(), lambda: trouble))


def having(name: str, value: object) -> Settings:
    return replace(Settings(), **{name: value})  # type: ignore[arg-type]


def after(*meanings: Meaning, settings: Settings | None = None, trouble: str = "") -> object:
    watch = page(settings, trouble)
    watch.mean(*meanings)
    return watch.result


def on(name: str) -> Aim:
    return Aim(NAMES.index(name))


@pytest.mark.parametrize("dial", DIALS, ids=NAMES)
def test_every_choice_is_one_that_is_kept(dial: Dial) -> None:
    for value, words in dial.choices:
        changed = having(dial.name, value)
        assert words
        assert getattr(from_texts(to_texts(changed)), dial.name) == value


@pytest.mark.parametrize("dial", DIALS, ids=NAMES)
def test_right_goes_through_every_choice_and_left_back(dial: Dial) -> None:
    values = [value for value, _ in dial.choices]
    for before, following in pairwise(values):
        settings = having(dial.name, before)
        back = having(dial.name, following)
        assert after(on(dial.name), Action.RIGHT, settings=settings) == Changed(
            dial.name, following
        )
        assert after(on(dial.name), Action.LEFT, settings=back) == Changed(dial.name, before)


def test_a_volume_ends_at_its_ends_and_enter_goes_round() -> None:
    loud, quiet = Settings(effects=100), Settings(effects=0)
    assert after(on("effects"), Action.RIGHT, settings=loud) == Changed("effects", 100)
    assert after(on("effects"), Action.LEFT, settings=quiet) == Changed("effects", 0)
    assert after(on("effects"), Action.CONFIRM, settings=loud) == Changed("effects", 0)


def test_values_that_are_no_choice_stand_at_the_nearest() -> None:
    assert after(on("music"), Action.RIGHT, settings=Settings(music=47)) == Changed("music", 60)
    gone = Settings(theme="no more")
    assert after(on("theme"), Action.RIGHT, settings=gone) == Changed("theme", "high-contrast")


@pytest.mark.usefixtures("hidden_window")
def test_every_line_and_arrow_can_be_clicked() -> None:
    scene = SettingsScene(Settings)
    scene.age = 9
    painter, _ = reading()
    described(painter, scene, (1280, 720))
    pressed = [target.press for target in painter.targets]
    arrows = [each for each in pressed if isinstance(each, Choose) and each.index >= len(NAMES) + 2]
    assert len(arrows) == 2 * len(NAMES)
    results = [after(arrow) for arrow in arrows]
    assert all(isinstance(each, Changed) for each in results)
    assert [each.name for each in results if isinstance(each, Changed)] == [
        name for name in NAMES for _ in range(2)
    ]
    assert after(arrows[2]) == Changed("theme", "daylight")
    assert after(arrows[3]) == Changed("theme", "high-contrast")


@pytest.mark.usefixtures("hidden_window")
def test_the_sample_cannot_be_clicked() -> None:
    scene = SettingsScene(Settings)
    scene.age = 9
    painter, _ = reading()
    described(painter, scene, (1280, 720))
    right_half = pygame.Rect(700, 0, 580, 660)
    assert not [each for each in painter.targets if right_half.contains(each.rect)]


def test_looking_for_the_sound_is_offered_only_in_trouble() -> None:
    assert Errand.RETRY not in SettingsScene(Settings).errands
    last = len(NAMES) + 1
    assert after(Choose(last), trouble="No device.") is Errand.RETRY
    assert after(Choose(last)) is Errand.BACK


def test_a_line_that_goes_away_under_the_highlight_breaks_nothing() -> None:
    trouble = ["No device."]
    scene = SettingsScene(Settings, lambda: trouble[0])
    scene.chosen = len(scene.lines) - 1
    trouble[0] = ""
    watch = Watch(scene)
    watch.mean(Action.CONFIRM)
    assert watch.result is Errand.BACK


@pytest.mark.parametrize("meaning", [Action.BACK, Aim(len(NAMES) + 1), Choose(len(NAMES) + 1)])
def test_escape_and_the_last_line_go_back(meaning: Meaning) -> None:
    watch = page()
    watch.mean(meaning)
    if not watch.over:
        watch.mean(Action.CONFIRM)
    assert watch.result is Errand.BACK


# -- keys ---------------------------------------------------------------------------


def keys(*meanings: Meaning, bindings: Bindings | None = None) -> KeysScene:
    scene = KeysScene(bindings or Bindings())
    for meaning in meanings:
        scene.handle(meaning)
    return scene


def test_a_key_is_changed_by_choosing_its_line_and_pressing_it() -> None:
    watch = Watch(KeysScene(Bindings()))
    watch.mean(Choose(ACTIONS.index(Action.MUTE)))
    assert watch.scene.catching
    watch.mean(Pressed("F9"))
    assert watch.result == {"mute": "F9"}
    assert not watch.scene.catching


def test_a_key_with_a_meaning_changes_places_and_that_is_said() -> None:
    scene = keys(Choose(ACTIONS.index(Action.CONFIRM)), Pressed("Space"))
    assert scene.bindings.overrides == {"confirm": "Space", "ready": "Return"}
    assert scene.said == "Confirm is Space now. Ready is Enter."


@pytest.mark.parametrize("name", ["Tab", "3", *SPOKEN_FOR])
def test_a_key_that_is_not_free_is_refused_and_another_awaited(name: str) -> None:
    scene = keys(Choose(0), Pressed(name))
    assert scene.bindings == Bindings()
    assert scene.said.endswith("Press another key, or Esc.")
    assert scene.catching


def test_the_letters_that_scenes_take_as_commands_are_not_free() -> None:
    # Lifelines; the dispute; the ledger, the table and its desk; the poster.
    assert set(SPOKEN_FOR) == set("HXS" + "D" + "LTDCONUS" + "SCL")


def test_escape_keeps_the_old_key_and_a_second_one_goes_back() -> None:
    watch = Watch(KeysScene(Bindings()))
    watch.mean(Choose(0), Action.BACK)
    assert (watch.over, watch.scene.catching) == (False, False)
    watch.mean(Action.BACK)
    assert watch.over
    assert watch.result is None


def test_reset_puts_every_key_back() -> None:
    scene = KeysScene(Bindings.of({"up": "I", "mute": "F9"}))
    watch = Watch(scene)
    watch.mean(Choose(RESET))
    assert watch.result == {}
    assert scene.bindings == Bindings()


def test_a_key_pressed_when_none_is_awaited_changes_nothing() -> None:
    assert keys(Pressed("X")).bindings == Bindings()


def test_the_last_line_is_done() -> None:
    watch = Watch(KeysScene(Bindings()))
    watch.mean(Choose(DONE))
    assert watch.over
    assert watch.result is None


# -- how it looks -------------------------------------------------------------------


def pages() -> list[SettingsScene | KeysScene]:
    """Both pages with the longest texts that they may have to show."""
    found: list[SettingsScene | KeysScene] = []
    for line in range(len(DIALS) + 3):
        page = SettingsScene(Settings, lambda: NO_DEVICE)
        page.chosen = line
        found.append(page)
    found.append(keys(Choose(7), Pressed("Keypad Enter")))
    found.append(keys(Choose(7), Pressed("Keypad Divide")))
    for each in found:
        each.age = 9
    return found


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("size", [(960, 540), (1024, 768), (1260, 540), (1280, 720)])
@pytest.mark.usefixtures("hidden_window")
def test_no_text_is_cut_or_outside_or_on_another(size: tuple[int, int], text_scale: float) -> None:
    painter, reader = reading(text_scale=text_scale)
    for scene in pages():
        seen = described(painter, scene, size)
        inks = [line.ink for line in seen]
        assert [text for text, block in reader.said if block.cut] == []
        assert all(pygame.Rect((0, 0), size).contains(ink) for ink in inks)
        assert all(ink.collidelist(inks[:n]) == -1 for n, ink in enumerate(inks))
