"""Quizzes of other programs in and out: one module a foreign format.

A format's reader turns a file into entries (`items`), `sift` leaves out what
cannot be asked and says so, `build` makes a pack of the rest; `outgoing` goes
the other way. Nothing but the named file is ever read.
"""
