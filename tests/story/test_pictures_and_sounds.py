"""A night with a pack that shows pictures and plays sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.scenes.question import QuestionScene
from game.stage import Stage
from game.story.home import evening
from game.story.rack import Rack
from game.story.tonight import Tonight
from game.ui.actions import Action, Choose
from game.ui.sound import Clip
from tests.conftest import ROOT

if TYPE_CHECKING:
    from game.rules.question import Question

PACK = "stage-and-strings"


def night(*, sees: bool, hears: bool) -> Tonight:
    tonight = Tonight(Rack(ROOT / "questions", None), PACK, lambda: "a night of pictures")
    tonight.sees, tonight.hears = sees, lambda: hears
    return tonight


def asked(tonight: Tonight, mode: str) -> list[Question]:
    """The questions of a whole match, each shown with what goes with it."""
    stage, found = Stage(evening(tonight, mode, ())), list[QuestionScene]()
    heard = 0
    for _ in range(2_000):
        scene = stage.scene
        if isinstance(scene, QuestionScene):
            if scene not in found:
                found.append(scene)
                for each in (scene.exhibit.picture, scene.exhibit.sound):
                    if each is not None:
                        each.fetch()
            stage.handle(Action.READY if scene.state == "read" else Choose(scene.card.key))
        elif scene.name == "reveal":
            stage.handle(Action.READY)
        else:
            break
        stage.tick(0.25)
        heard += sum(isinstance(cue, Clip) for cue in stage.cues)
        stage.cues.clear()
    assert heard == sum(scene.card.question.sound is not None for scene in found)
    for scene in found:
        question, exhibit = scene.card.question, scene.exhibit
        assert (exhibit.picture is not None) == (question.image is not None)
        assert (exhibit.sound is not None) == (question.sound is not None)
    return [scene.card.question for scene in found]


def test_pictures_and_sounds_are_part_of_the_night() -> None:
    questions = asked(night(sees=True, hears=True), "marathon")
    assert any(question.image for question in questions)
    assert any(question.sound for question in questions)


def test_without_sound_no_question_needs_it() -> None:
    questions = asked(night(sees=True, hears=False), "marathon")
    assert any(question.image for question in questions)
    assert not any(question.sound for question in questions)


@pytest.mark.parametrize("mode", ["daily", "duel"])
def test_what_is_the_same_for_everyone_asks_in_words_alone(mode: str) -> None:
    everywhere = [
        [question.id for question in asked(night(sees=sees, hears=hears), mode)]
        for sees, hears in ((True, True), (False, False))
    ]
    assert everywhere[0] == everywhere[1]
    assert len(everywhere[0]) == 10
