"""Before the evening: what has become of the file of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.scene import show

if TYPE_CHECKING:
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def settle(tonight: Tonight) -> Story[None]:
    """Ask about a backup on offer, and tell of a file that was put right.

    What is wrong and stays so is left as the title's notice.
    """
    records = tonight.records
    if records.offer is not None:
        from game.scenes.ask import AskScene

        backup = yield from show(
            AskScene(
                "backup",
                "hourglass",
                "Where are your scores?",
                f"{records.trouble or ''} Put the backup back?",
                (("Put the backup back", True), ("Start anew", False)),
                back=True,
            )
        )
        records.decide(backup=backup)
        tonight.settings = records.settings()
        tonight.apply(tonight.settings)
    said = records.trouble
    records.heard()
    if said and said != records.trouble:
        from game.story.breaks import tell

        yield from tell("note", "About your scores", said)
    if said:
        tonight.notice = records.trouble or ""
