"""Why a picture or sound is not shown."""

from __future__ import annotations


class Refused(Exception):
    """The file cannot be used; the text goes on from its name: "is larger than ..."."""


class Unavailable(Exception):
    """No file can be decoded on this machine: the process that does it does not start."""
