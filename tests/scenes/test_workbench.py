"""The scenes of who writes packs, by what is meant to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from game.scenes.drop import Decision, DropScene
from game.scenes.packs import COLUMNS, SHOWN, Errand, Job, PacksScene, Sort
from game.scenes.problems import SHOWN as LINES
from game.scenes.problems import ProblemsScene
from game.scenes.workbench import POLL, Bench, Hand, Page, Slip, WorkbenchScene
from game.ui.actions import Action, Choose, Dropped, Letter, Typed
from game.ui.media.plain import Samples
from game.ui.media.slide import Exhibit, Slide
from game.ui.props.bench import Fault
from game.ui.sound import Clip, Cue
from tests.scenes import bench_page
from tests.scenes.look import described, reading
from tests.scenes.watch import Watch

if TYPE_CHECKING:
    from game.scenes.scene import Scene
    from game.ui.actions import Meaning

SLIPS = tuple(Slip(f"q{n}", n * 10, "says" if n % 2 else "plays") for n in range(1, 7))
SAMPLES = Samples(b"\0" * 8)
FAULTS = tuple(Fault("error", f"Line {n}, column 1", f"Fault {n}.") for n in range(30))


def old(scene: Scene[Any]) -> Watch:
    watch = Watch(scene)
    watch.wait(3)
    return watch


def bench(*, changed: tuple[str, ...] = (), slips: tuple[Slip, ...] = SLIPS) -> Bench:
    return Bench("pack.yaml", slips, changed, "line 20" if changed else "", FAULTS[:3])


def workbench(first: Bench | None = None) -> tuple[WorkbenchScene, Watch]:
    saves = [bench() if first is None else first]
    scene = WorkbenchScene(lambda: saves.pop() if saves else None)
    return scene, old(scene)


# -- the workbench ------------------------------------------------------------------


def test_the_file_is_looked_at_twice_a_second_and_no_more() -> None:
    looks: list[int] = []

    def look() -> Bench | None:
        looks.append(1)
        return bench() if len(looks) == 1 else None

    scene = WorkbenchScene(look)
    watch = Watch(scene)
    watch.wait(0.1)
    assert (len(looks), scene.state) == (1, "problems")
    watch.wait(10 * POLL)
    assert 9 <= len(looks) <= 11


def test_at_rest_the_workbench_asks_for_no_pictures() -> None:
    scene, watch = workbench()
    assert scene.pace == 0
    watch.mean(Action.RIGHT)
    assert scene.pace > 0
    watch.wait(1)
    assert scene.pace == 0


def test_flipping_goes_through_what_is_in_hand_and_round() -> None:
    scene, watch = workbench(bench(changed=("q2", "q5")))
    assert (scene.hand, scene.here) == (Hand.CHANGED, SLIPS[1])
    watch.mean(Action.RIGHT)
    assert scene.here == SLIPS[4]
    watch.mean(Action.RIGHT)
    assert scene.here == SLIPS[1]
    watch.mean(Letter("a"), Action.LEFT)
    assert (scene.hand, scene.here) == (Hand.ALL, SLIPS[0])


def test_a_save_without_the_place_in_it_leads_to_the_nearest_line() -> None:
    scene, watch = workbench()
    watch.mean(Action.RIGHT, Action.RIGHT)
    assert scene.here == SLIPS[2]
    scene.take(bench(slips=(SLIPS[0], SLIPS[3], SLIPS[5])))
    assert scene.here == SLIPS[3]


def test_a_stale_save_leaves_the_place_alone() -> None:
    scene, watch = workbench()
    watch.mean(Action.RIGHT)
    here = scene.here
    scene.take(replace(bench(), stale=True))
    assert (scene.here, scene.state) == (here, "broken")


def test_escape_closes_the_coverage_first_and_then_the_workbench() -> None:
    scene, watch = workbench()
    watch.mean(Letter("c"))
    assert (scene.page, scene.state) == (Page.COVERAGE, "coverage")
    watch.mean(Action.BACK)
    assert (scene.page, watch.over) == (Page.QUESTIONS, False)
    watch.mean(Action.BACK)
    assert watch.over


def test_nothing_that_can_be_meant_breaks_an_empty_workbench() -> None:
    for first in (bench(slips=()), Bench("pack.yaml")):
        scene, watch = workbench(first)
        arrows = (Action.LEFT, Action.RIGHT, Action.UP, Action.DOWN, Action.READY, Action.NEXT)
        watch.mean(*arrows, *map(Letter, "rtpcac"), *arrows, Choose(3), Typed("x"))
        assert (watch.over, scene.here) == (False, None)


@pytest.mark.usefixtures("hidden_window")
def test_the_line_is_shown_where_the_fault_is_however_long_it_is() -> None:
    painter, _ = reading()
    line = "x" * 300 + "HERE" + "y" * 300
    fault = Fault("error", "Line 7, column 301", "Wrong.", source=line, column=301)
    scene, _watch = workbench(replace(bench(), faults=(fault,)))
    scene.age = 9
    assert any("xHEREy" in seen.words for seen in described(painter, scene, (960, 540)))


def test_a_picture_is_waited_for_and_a_sound_is_played_when_it_is_asked_for() -> None:
    sound, picture = Slide("a", lambda: SAMPLES), Slide("b", lambda: None)
    scene, watch = workbench(replace(bench(), exhibit=lambda _id: Exhibit(picture, sound)))
    watch.mean(Letter("l"))
    assert scene.pace > 0
    assert Clip(SAMPLES) not in watch.cues
    sound.fetch()
    picture.fetch()
    watch.wait(1)
    watch.mean(Letter("l"))
    assert (Clip(SAMPLES) in watch.cues, scene.pace) == (True, 0)


# -- the rack -----------------------------------------------------------------------


def rack(count: int = 200, chosen: int = 0) -> tuple[PacksScene, Watch]:
    scene = PacksScene(bench_page.choices(count), chosen)
    return scene, old(scene)


def test_search_begins_with_a_stroke_and_finds_parts_of_names() -> None:
    scene, watch = rack()
    watch.mean(Letter("/"))
    watch.wait(0.1)
    watch.mean(Typed("TOPEKA 1973"))
    assert (scene.state, len(scene.shown)) == ("search", 1)
    watch.mean(Action.ERASE)
    assert len(scene.shown) == 10
    watch.mean(Action.BACK)
    assert (watch.over, scene.typing, len(scene.shown)) == (False, False, 200)


def test_the_stroke_that_begins_the_search_is_not_looked_for() -> None:
    scene, watch = rack()
    watch.mean(Letter("/"), Typed("/"))
    assert scene.sought == ""


def test_the_pack_in_hand_stays_in_hand_when_it_is_found_sorted_or_let_go() -> None:
    scene, watch = rack(chosen=73)
    hand = scene.hand
    watch.mean(Letter("/"))
    watch.wait(0.1)
    watch.mean(Typed("1973"))
    assert scene.hand == hand
    watch.mean(Action.BACK, Letter("s"), Letter("s"), Letter("s"))
    assert (scene.hand, scene.sort) == (hand, Sort.KNOWN)


def test_every_order_is_what_it_says() -> None:
    scene, watch = rack()
    watch.mean(Letter("s"))
    assert [c.name for c in scene.shown] == sorted(c.name for c in scene.shown)
    watch.mean(Letter("s"))
    counts = [choice.questions for choice in scene.shown]
    assert counts == sorted(counts, reverse=True)
    watch.mean(Letter("s"))
    known = [-1 if choice.known is None else choice.known for choice in scene.shown]
    assert known == sorted(known, reverse=True)
    watch.mean(Letter("s"))
    assert scene.shown == scene.choices


def test_a_search_without_a_find_takes_nothing_and_says_so() -> None:
    scene, watch = rack()
    watch.mean(Letter("/"))
    watch.wait(0.1)
    watch.mean(Typed("nothing like it"), Action.CONFIRM)
    assert (watch.over, scene.hand, watch.cues[-1]) == (False, None, Cue.WRONG)
    watch.mean(Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.REMOVE)
    assert not watch.over


@pytest.mark.parametrize("step", [Action.RIGHT, Action.LEFT, Action.DOWN, Action.UP])
def test_the_pass_in_hand_is_in_sight_wherever_one_goes(step: Action) -> None:
    scene, watch = rack(chosen=100)
    for _ in range(60):
        watch.mean(step)
        assert scene.first <= scene.chosen < scene.first + SHOWN
        assert scene.first % COLUMNS == 0


def test_pointing_at_a_pass_in_sight_moves_no_pass() -> None:
    from game.ui.actions import Aim

    scene, watch = rack(chosen=50)
    first = scene.first
    for number in range(first, first + SHOWN):
        watch.mean(Aim(number))
        assert (scene.first, scene.chosen) == (first, number)


def test_the_pack_in_hand_is_read_first() -> None:
    unread = tuple(replace(each, read=False) for each in bench_page.choices(200))
    asked: list[str] = []
    PacksScene(unread, 5, lambda: unread, asked.extend)
    assert asked[0] == unread[5].id


def test_only_what_comes_into_sight_is_read() -> None:
    unread = tuple(replace(each, read=False) for each in bench_page.choices(200))
    asked: list[str] = []
    scene = PacksScene(unread, 0, lambda: unread, asked.extend)
    assert set(asked) == {each.id for each in unread[:SHOWN]}
    old(scene).mean(Action.DOWN, Action.DOWN)
    assert set(asked) == {each.id for each in unread[: SHOWN + COLUMNS]}
    old(scene).mean(Letter("s"), Letter("s"))
    assert set(asked) == {each.id for each in unread}


@pytest.mark.parametrize(
    ("meaning", "job"),
    [
        (Letter("w"), Job.WORKBENCH),
        (Letter("o"), Job.FOLDER),
        (Action.REMOVE, Job.REMOVE),
        (Letter("p"), Job.PROBLEMS),
    ],
)
def test_a_pack_of_ones_own_can_be_worked_on_and_a_shipped_one_only_read(
    meaning: Meaning, job: Job
) -> None:
    scene, watch = rack(chosen=3)
    assert scene.hand
    assert (scene.hand.own, scene.hand.problems > 0) == (True, True)
    watch.mean(meaning)
    assert watch.result == Errand(job, scene.hand.id)
    _, shipped = rack(chosen=7)
    shipped.mean(meaning)
    assert shipped.over == (job is Job.PROBLEMS)


def test_what_is_handed_in_at_the_rack_is_a_result() -> None:
    for given in (Dropped("/tmp/pack.zip"), Typed("format: 1\ntitle: A")):
        _, watch = rack()
        watch.mean(given)
        assert watch.result == given


def test_a_pack_pasted_into_the_search_is_no_search() -> None:
    scene, watch = rack()
    watch.mean(Letter("/"))
    watch.wait(0.1)
    watch.mean(Typed("format: 1\ntitle: A\n"))
    assert (watch.result, scene.sought) == (Typed("format: 1\ntitle: A\n"), "")


# -- problems, and what is handed in ------------------------------------------------


def test_problems_scroll_and_the_one_in_hand_is_in_sight() -> None:
    scene = ProblemsScene("A pack", FAULTS)
    watch = old(scene)
    for meaning in [Action.DOWN] * 40 + [Action.UP] * 40 + [Action.RIGHT] * 6 + [Action.LEFT] * 6:
        watch.mean(meaning)
        assert scene.first <= scene.chosen < scene.first + LINES
    watch.mean(Action.BACK)
    assert watch.over


def drop(name: str) -> tuple[DropScene, Watch]:
    scene = bench_page.gallery()[f"drop {name}"]
    assert isinstance(scene, DropScene)
    return scene, old(scene)


def test_a_new_pack_is_kept_by_one_key_and_an_old_one_replaced_by_two() -> None:
    _, watch = drop("new")
    watch.mean(Action.CONFIRM)
    assert watch.result is Decision.KEEP
    _, watch = drop("there")
    watch.mean(Action.CONFIRM)
    assert watch.result is Decision.NOT_NOW
    _, watch = drop("there")
    watch.mean(Action.RIGHT, Action.CONFIRM)
    assert watch.result is Decision.REPLACE


def test_a_pack_that_was_just_handed_in_is_not_kept_by_a_key_that_was_on_its_way() -> None:
    scene = DropScene("pack.yaml", lambda: None)
    watch = Watch(scene)
    watch.mean(Action.CONFIRM, Action.READY)
    assert (watch.over, scene.state) == (False, "reading")
    other, _ = drop("new")
    scene.news = lambda: other.parcel
    watch.tick(0.05)
    watch.mean(Action.CONFIRM)
    assert (watch.over, scene.state) == (False, "new")


def test_a_pack_that_cannot_be_kept_offers_nothing_but_to_go() -> None:
    scene, watch = drop("bad")
    watch.mean(Action.CONFIRM)
    assert (watch.result, scene.state) == (Decision.NOT_NOW, "bad")


def test_what_is_dropped_meanwhile_is_not_lost() -> None:
    scene, watch = drop("new")
    watch.mean(Dropped("/tmp/b.yaml"), Dropped("/tmp/c.zip"))
    assert scene.more == [Dropped("/tmp/b.yaml"), Dropped("/tmp/c.zip")]
