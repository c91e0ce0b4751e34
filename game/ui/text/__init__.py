"""Text of any script on the screen: cleaned, shaped, put in order, wrapped and fitted.

`clean` and `clusters` know only strings; `cmap`, `system` and `fonts` know font files;
`bidi` and `runs` cut a line into pieces that one font can draw; `lines` draws them;
`wrap` breaks paragraphs; `typeset` is what the rest of the game talks to.
"""
