"""The first lines of a new pack: they play as they stand, and say what to put in their place."""

from __future__ import annotations

from collections.abc import Mapping

from game.packs.schema import MODELINE
from game.packs.writer import scalar

_HEADER = """{modeline}
# A question pack for Encore. What stands behind a # like this one is for you alone.
# Change a line, save, and ask the game what it thinks:  encore pack check {word}

format: 1
title: {title}
about: One line about what is asked here.
language: en
authors: [Your name]
licence: CC-BY-4.0  # others may use it and say that it is yours; CC0-1.0 asks for nothing

"""
_SIMPLE = """# Each question begins with a dash; the lines below it stand under its first word.
# `answer` is right and `wrong` is not: two at least, three are usual, twelve are the most.
questions:
  - ask: Who sings on the album Horses?
    answer: Patti Smith
    wrong: [Joni Mitchell, Carole King, Stevie Nicks]
    why: It came out in 1975 and was her first.  # shown after the answer

  # `level` is 1 (easy, where nothing is said), 2 or 3.
  - ask: In which year did Pet Sounds come out?
    answer: 1966
    wrong: [1964, 1968, 1970, 1972]
    level: 3

  # Several answers are right? List them: each is asked for, none is ever offered as wrong.
  - ask: Which of these played in The Beatles?
    answer: [George Harrison, Ringo Starr]
    wrong: [Keith Moon, Brian Jones, Jimmy Page]
    level: 2

  # Text with a colon, a # or a comma in a list goes between quotes.
  - ask: "Finish the title: A Hard Day’s what?"
    answer: Night
    wrong: [Work, Dream, Song]
"""
_BANK = """# Write a fact once, be asked it in many ways. A bank is tables; their rows have fields.
# A table called `songs` with these fields is asked by itself: whose song is it, when did it come
# out, which of these is by whom. The wrong answers come from the other rows.
bank:
  songs:
    - {title: "[Wuthering] Heights", artist: Kate Bush, year: 1978}
    - {title: "Dancing [Queen]", artist: ABBA, year: 1976}
    - {title: "Purple [Rain]", artist: Prince, year: 1984}
    - {title: "Born to [Run]", artist: Bruce Springsteen, year: 1975}
    - {title: Graceland, artist: Paul Simon, year: 1986}

# More wrong answers for a column. They must be false for every row.
decoys:
  songs.artist: [Carole King, Elton John]

# Questions in your own words: one for each row of the table. {title} is the title of the row;
# {title|blank} leaves out what stands in [ ], and the answer `title|gap` asks for it.
templates:
  - each: songs
    ask: "Finish the title of a song by {artist}: “{title|blank}”"
    answer: title|gap
    fact: “{title}” is by {artist}.
    level: 2

# Questions that fit no table are written by hand.
questions:
  - ask: Who sings on the album Horses?
    answer: Patti Smith
    wrong: [Joni Mitchell, Carole King, Stevie Nicks]
    why: It came out in 1975 and was her first.
"""
KINDS: Mapping[str, tuple[str, str]] = {
    "simple": ("a list of questions", _SIMPLE),
    "bank": ("a bank of facts that the game asks in many ways", _BANK),
}
"""What a new pack may be: by the word on the command line, what it is, and its text."""


def starter(word: str, title: str, kind: str) -> str:
    """The text of a new pack; `word` names it on the command line, `kind` is one of `KINDS`."""
    header = _HEADER.format(modeline=MODELINE, word=word, title=scalar(title))
    return header + KINDS[kind][1]


def title_of(name: str) -> str:
    """A title out of a pack's id: "my-first-pack" is "My first pack"."""
    return name.replace("-", " ").capitalize()
