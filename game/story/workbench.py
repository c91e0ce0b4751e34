"""The workbench: a pack's file is read whenever it is saved, and shown as it will be played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenes.scene import show
from game.scenes.workbench import Bench, Slip, WorkbenchScene
from game.story.faults import fault_of
from game.story.provenance import Provenance
from game.ui.media.slide import NOTHING
from game.ui.props.bench import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    from game.packs.changes import Change
    from game.packs.pack import Pack
    from game.packs.problem import Problem
    from game.packs.reading import Reading
    from game.rules.question import Question
    from game.scenes.scene import Story
    from game.story.tonight import Tonight
    from game.ui.media.slide import Exhibit
    from game.ui.props.bench import Fault

    Exhibits: TypeAlias = Callable[[Pack, Question], Exhibit]

_MOST_NOTES = 3
# An editor that writes in pieces is given so long to come to an end: seconds.
_SETTLES = 0.08
_STILL_WRITING = 10


def workbench(tonight: Tonight, path: Path) -> Story[None]:
    """Show what is made of the pack in the file or folder `path`, save by save, until Esc."""
    yield from show(WorkbenchScene(Watch(path, tonight.exhibit).look))
    tonight.rack.look_again()


def nothing(_pack: Pack, _question: Question) -> Exhibit:
    """No question has a picture or a sound."""
    return NOTHING


class Watch:
    """Sees when a file is saved. Looking and reading happen in a thread of their own."""

    def __init__(self, path: Path, exhibit: Exhibits = nothing) -> None:
        from threading import Lock

        self.path = path
        self.piece = Workpiece(exhibit)
        self._lock = Lock()
        self._seen: tuple[int, int, int] | None = None
        self._missed = self._begun = self._busy = False
        self._found: Bench | None = None

    def look(self) -> Bench | None:
        """What the newest save gives, once; another look at the file is begun."""
        from threading import Thread

        with self._lock:
            found, self._found = self._found, None
            if not self._busy:
                self._busy = True
                Thread(target=self._guarded, name="workbench", daemon=True).start()
        return found

    def _guarded(self) -> None:
        try:
            new = self._new()
        finally:
            self._busy = False
        if new is not None:
            with self._lock:
                self._found = new

    def _new(self) -> Bench | None:
        now = self._settled()
        if now == self._seen and self._begun:
            return self.piece.again()
        # Some editors take the file away for a moment while they save it.
        if now is None and self._begun and not self._missed:
            self._missed = True
            return None
        from game.packs.reading import read_checked

        reading = read_checked(self.path)
        if reading.fault == "changed":
            return None
        self._missed, self._begun, self._seen = False, True, now
        return self.piece.take(reading)

    def _settled(self) -> tuple[int, int, int] | None:
        """The file's size, time and number, once they have stopped changing."""
        import time

        before = self._stamp()
        for _ in range(_STILL_WRITING):
            if before == self._seen:
                break
            time.sleep(_SETTLES)
            now = self._stamp()
            if now == before:
                break
            before = now
        return before

    def _stamp(self) -> tuple[int, int, int] | None:
        from game.packs.library import INSIDE

        try:
            found = self.path.stat()
            if self.path.is_dir():
                found = (self.path / INSIDE).stat()
        except (OSError, ValueError):
            return None
        return found.st_size, found.st_mtime_ns, found.st_ino


@dataclass(frozen=True, slots=True)
class Save:
    """A save whose questions are shown: its text, its pack, and what was made of them."""

    text: str
    pack: Pack
    bench: Bench


class Workpiece:
    """The pack in hand, save by save: what was good last is kept while the file is broken.

    `exhibit` gives the picture and the sound of a pack's question.
    """

    def __init__(self, exhibit: Exhibits = nothing) -> None:
        self.exhibit = exhibit
        self.good: Save | None = None
        self._half: Reading | None = None

    def take(self, reading: Reading) -> Bench:
        """What a save gives; `stale` where the last good one is still to be shown."""
        good, self._half = self.good, None
        if good and not reading.fault and _is_half(reading.text, good.text):
            # The rest may be on its way: it is believed when nothing comes any more.
            self._half = reading
            return self._kept(good, reading, (), _HALF)
        return self._taken(reading)

    def again(self) -> Bench | None:
        """Nothing more has come: what looked like half a file is all there is."""
        half, self._half = self._half, None
        return self._taken(half) if half else None

    def _taken(self, reading: Reading) -> Bench:
        from game.packs.changes import Change, compared

        good, pack = self.good, reading.pack
        change = compared(good.text, reading.text) if good else Change()
        origin = Provenance(pack, reading.text, change.lines)
        changed = _made(origin, good)
        notes = tuple(_notes(origin))
        if good and (not pack.questions or (not changed and _broken_in(pack, change))):
            return self._kept(good, reading, notes, "")
        bench = Bench(
            file=_file_name(pack.path),
            slips=_slips(pack),
            changed=changed,
            what=lines_named(change.lines) if changed else "",
            faults=faults(pack, change),
            notes=notes,
            figures=origin.figures(),
            show=origin.show,
            exhibit=lambda each: self._exhibit(origin, each),
            moved=change.moved,
            coverage=origin.coverage,
        )
        self.good = Save(reading.text, pack, bench)
        return bench

    def _exhibit(self, origin: Provenance, question_id: str) -> Exhibit:
        question = origin.question(question_id)
        return self.exhibit(origin.pack, question) if question else NOTHING

    def _kept(self, good: Save, reading: Reading, notes: tuple[Note, ...], instead: str) -> Bench:
        """The good save's questions, greyed, with what is wrong now."""
        from dataclasses import replace

        from game.packs.changes import compared

        wrong = () if instead else faults(reading.pack, compared(good.text, reading.text))
        said = (Note(instead, good=False),) if instead else notes
        return replace(good.bench, faults=wrong, notes=said, stale=True)


def _file_name(path: Path) -> str:
    """The file as its author knows it: in a folder of its own the folder's name says which."""
    from game.packs.library import INSIDE

    return f"{path.parent.name}/{path.name}" if path.name == INSIDE else path.name


_HALF = "The file ends early: it is being saved, or its end was cut off."


def _is_half(text: str, whole: str) -> bool:
    """Whether `text` is only the beginning of `whole`."""
    return len(text) < len(whole) and whole.startswith(text)


def _slips(pack: Pack) -> tuple[Slip, ...]:
    found = (Slip(each.id, each.mark.line, each.template) for each in pack.questions)
    return tuple(sorted(found, key=lambda slip: slip.line))


def _made(origin: Provenance, good: Save | None) -> tuple[str, ...]:
    """The questions of the entries that were changed, else those that were not there before."""
    if good is None:
        return ()
    if mine := origin.of_changed():
        return mine
    known = {question.id for question in good.pack.questions}
    return tuple(each.id for each in origin.pack.questions if each.id not in known)


def _broken_in(pack: Pack, change: Change) -> bool:
    """Whether what was changed just now is what cannot be read."""
    lines = set(change.lines)
    return any(p.severity == "error" and p.line in lines for p in pack.problems)


def faults(pack: Pack, change: Change) -> tuple[Fault, ...]:
    """The pack's problems: what was just changed first, then errors, then what could be better."""
    lines = set(change.lines)

    def rank(problem: Problem) -> tuple[bool, bool]:
        return problem.severity != "error", problem.line not in lines

    return tuple(fault_of(problem) for problem in sorted(pack.problems, key=rank))


def _notes(origin: Provenance) -> Iterator[Note]:
    """What each changed entry makes, and why one makes nothing; those that make nothing first."""
    found = [Note(words, good) for words, good in origin.told()]
    yield from sorted(found, key=lambda note: note.good)[:_MOST_NOTES]


def lines_named(lines: tuple[int, ...]) -> str:
    """The lines in words: "line 42", "lines 42 to 45", "7 lines"."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    if lines and lines[-1] - lines[0] == len(lines) - 1:
        return f"lines {lines[0]} to {lines[-1]}"
    return f"{len(lines)} lines" if lines else "this save"
