"""Pictures and sounds of strangers: decoded in a process of their own, kept in a plain form.

Nothing here decodes such a file in the game's own process. `worker` is that
other process, `decoder` talks to it, `keeper` remembers what it made of which
file, and `slide` is a picture or sound on its way to the screen.
"""

WORD = "decode-media"
"""With this word alone a program in one file starts itself as that other process."""
