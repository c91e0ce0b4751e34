"""How the packs are told: the rack, the workbench, problems, and a pack that was handed in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from game.scenes.drop import Decision
from game.scenes.packs import Errand, Job
from game.scenes.workbench import POLL, Hand, Page
from game.terminal.talk import Command, choose, go_on, listen, picked
from game.terminal.terminal import sentence, spoken
from game.ui.actions import Action, Letter

if TYPE_CHECKING:
    from game.scenes.drop import DropScene, Parcel
    from game.scenes.packs import Choice, PacksScene
    from game.scenes.problems import ProblemsScene
    from game.scenes.workbench import Bench, WorkbenchScene
    from game.terminal.terminal import Terminal
    from game.ui.props.bench import Fault
    from game.ui.props.coverage import Count

_JOBS = {
    Job.PROBLEMS: ("problems", "read its problems"),
    Job.WORKBENCH: ("workbench", "watch its file while you write"),
    Job.FOLDER: ("folder", "open its folder"),
    Job.REMOVE: ("remove", "take it off the rack"),
}
# Only for a thread to come to an end: seconds.
_MOMENT = 0.02
_PATIENCE = 500
# So long the rack is waited for: seconds.
_SOON = 10.0


def packs(scene: PacksScene, terminal: Terminal) -> str | Errand | None:
    """The packs on the rack; a broken one says why and is not taken."""

    def tell() -> None:
        terminal.gap()
        terminal.say("The packs on the rack.")
        terminal.number([_line(choice, scene.hand) for choice in scene.choices])
        if any(scene.jobs(choice) for choice in scene.choices):
            words = ", ".join(word for word, _ in _JOBS.values())
            terminal.say(
                f"With a number behind it, such as problems 2, you can also type: {words}."
            )

    if scene.said:
        terminal.say(scene.said)
    _wait_for(scene, terminal)
    tell()
    while True:
        names = [choice.name for choice in scene.choices]
        typed = listen(terminal, "Which pack? (q goes back)", tell)
        if isinstance(typed, Command):
            return None
        if errand := _errand(scene, typed):
            return errand
        at = picked(typed, names)
        if at is None:
            terminal.say(f"Please type a number from 1 to {len(names)}, or ? for help.")
            continue
        choice = scene.choices[at]
        if not choice.trouble:
            return choice.id
        terminal.say(f"{choice.name} cannot be played. {sentence(choice.trouble)}")


def _wait_for(scene: PacksScene, terminal: Terminal) -> None:
    """Nobody hears a pack come in later: they are told once all are read, if that is soon."""
    until = terminal.clock() + _SOON
    news = scene.news or (lambda: scene.choices)
    while unread := tuple(each.id for each in scene.choices if not each.read):
        scene.want(unread)
        if terminal.clock() > until:
            break
        time.sleep(_MOMENT)
        scene.choices = news()
    scene.arrange()


def _line(choice: Choice, hand: Choice | None) -> str:
    parts = [f"{choice.name}: {spoken(choice.note)}"]
    parts += ["yours"] if choice.own else []
    parts += [f"{choice.known} percent known"] if choice.known is not None else []
    parts += ["in hand"] if hand and choice.id == hand.id else []
    return ", ".join(parts)


def _errand(scene: PacksScene, typed: str) -> Errand | None:
    """`remove 3`, `problems night sky`: a job, and which pack."""
    word, _, which = typed.partition(" ")
    job = next((each for each, (name, _) in _JOBS.items() if name == word.casefold()), None)
    at = picked(which.strip(), [choice.name for choice in scene.choices]) if which else None
    if job is None or at is None or job not in scene.jobs(scene.choices[at]):
        return None
    return Errand(job, scene.choices[at].id)


def problems(scene: ProblemsScene, terminal: Terminal) -> None:
    """All of them, one after the other."""

    def tell() -> None:
        terminal.gap()
        terminal.say(f"What is wrong with {scene.title}.")
        for number, fault in enumerate(scene.faults, 1):
            terminal.say(f"{number}. {_fault(fault)}")

    tell()
    go_on(terminal, "Press Enter to go back.", tell)


def _fault(fault: Fault) -> str:
    kind = "" if fault.severity == "error" else "Could be better: "
    return " ".join(filter(None, (f"{fault.place}. {kind}{fault.message}", fault.help)))


def drop(scene: DropScene, terminal: Terminal) -> Decision:
    """A pack that was handed in, and what is to happen with it."""
    parcel = _waited(scene)
    if parcel is None:
        return Decision.NOT_NOW

    def tell() -> None:
        terminal.gap()
        terminal.say(f"A pack: {parcel.title}.", parcel.about)
        terminal.say(*(f"{name}: {value}." for name, value in parcel.lines), parcel.said)
        terminal.number([decision.value for decision in parcel.decisions])

    tell()
    words = [decision.value for decision in parcel.decisions]
    typed = choose(terminal, "What shall become of it?", words, tell)
    return Decision.NOT_NOW if isinstance(typed, Command) else parcel.decisions[typed]


def _waited(scene: DropScene) -> Parcel | None:
    for _ in range(_PATIENCE):
        scene.tick(_MOMENT)
        if scene.parcel is not None:
            break
        time.sleep(_MOMENT)
    return scene.parcel


def workbench(scene: WorkbenchScene, terminal: Terminal) -> None:
    """What the file makes; Enter looks again, letters do what they do in the window."""

    def tell() -> None:
        bench = _looked(scene)
        terminal.gap()
        if bench is None:
            terminal.say("The file is still being read.")
        elif scene.page is Page.COVERAGE:
            _tell_coverage(bench, terminal)
        else:
            _tell_bench(scene, bench, terminal)

    terminal.say(
        "The workbench. Save the file, then press Enter. n: the next question, t: the next "
        "template, d: deal the options anew, c: coverage or questions, q: back."
    )
    tell()
    while True:
        typed = listen(terminal, "Enter looks again.", tell)
        if isinstance(typed, Command):
            return
        word = typed.casefold()
        if word == "n":
            scene.handle(Action.RIGHT)
        elif word in ("t", "c", "a"):
            scene.handle(Letter(word))
        elif word == "d":
            scene.handle(Letter("r"))
        tell()


def _looked(scene: WorkbenchScene) -> Bench | None:
    """The newest save: one look to begin it, and one to fetch what it has found."""
    for _ in range(_PATIENCE):
        scene.age += POLL
        scene.tick(POLL)
        time.sleep(_MOMENT)
        scene.age += POLL
        scene.tick(POLL)
        if scene.bench is not None:
            break
    return scene.bench


def _tell_bench(scene: WorkbenchScene, bench: Bench, terminal: Terminal) -> None:
    count = len(bench.slips)
    terminal.say(f"{bench.file}: {count} question{'' if count == 1 else 's'}.")
    for fault in bench.faults[:_MOST_FAULTS]:
        terminal.say(_fault(fault))
    if len(bench.faults) > _MOST_FAULTS:
        terminal.say(f"And {len(bench.faults) - _MOST_FAULTS} more problems.")
    terminal.say(*(note.words for note in bench.notes))
    if scene.here is None:
        return
    shown = bench.show(scene.here.id, scene.deal)
    stale = "As it was before this save: " if bench.stale else ""
    what = f" ({bench.what})" if scene.hand is Hand.CHANGED and bench.what else ""
    terminal.say(f"{stale}{shown.stem}{what}", sentence(spoken(shown.print)))
    for told in shown.options:
        terminal.say(f"{'Right' if told.right else 'Wrong'}: {told.words}. {told.why}")


def _tell_coverage(bench: Bench, terminal: Terminal) -> None:
    coverage = bench.coverage()
    for heading, counts in (
        ("By level", coverage.levels),
        ("By table", coverage.tables),
        ("By template", coverage.templates),
    ):
        if counts:
            terminal.say(f"{heading}: {'; '.join(map(_count, counts))}.")


def _count(count: Count) -> str:
    return f"{count.name} {count.figure}" + (f", {count.note}" if count.note else "")


_MOST_FAULTS = 5
