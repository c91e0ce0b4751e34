"""The house: how Encore's code is laid out, and why.

A module imports only from floors below its own. A test reads every import, those inside functions
and those for types too, and fails on an arrow upward, an arrow sideways into another room, or a
circle of modules anywhere.

::

    6  cli  __main__        the command line; the one place that knows all the rest
    5  app  terminal  tour  the window and its only loop · a game in the terminal · all scenes
    4  story/  stage        what follows what · where it is shown (no window needed)
    3  scenes/              one file, or folder, per screenful; they share only ``scene``
    2  packs/  records/     YAML into packs · what was played, in SQLite
    1  rules/  ui/          what the game is · keys in, pixels and sound out
    0  game  resources      this page and the version · where assets and questions lie

Five things hold the walls up.

- **Rules know nothing of the world.** No pygame, no YAML, no files, no clock. Dice are a
  ``random.Random`` that is handed in, time is seconds that are handed in. So a match can be tested
  fast, replayed exactly, played in a terminal and printed on paper.
- **A match is the list of its turns.** Score, lives, whose turn it is and whether it is over are
  computed from the turns, so no two of them can disagree.
- **Scenes return results; a story says what follows what.** A scene is built with all it needs,
  shows one thing and ends with a typed result; no scene imports another. ``draw`` changes nothing,
  so any instant can be photographed.
- **Data, not branches.** Modes, keys, templates and themes are tables: to add one, add a row.
- **The shipped packs are ordinary packs.** What they can do, a fan's pack can do.

Each library has one door: pygame in ``ui``, ``app`` and ``tour``, yaml in ``packs``, sqlite3 in
``records``. Nobody uses the global random generator. Importing a module does nothing. A change that
needs another layout changes this page and ``tests/layers.py`` first.
"""

__version__ = "0.1.0"
