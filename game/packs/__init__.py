"""Question packs: strangers' YAML in, questions and problems in plain words out.

`library` is the only opener of pack files, `reader` turns text into nodes that
know their line, `parse` gives a `Pack` with all its `Problem`s.
"""
