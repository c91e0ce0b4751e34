"""What the game is: banks, questions, matches and points, knowing nothing of the world.

Nothing in here opens a file, reads a clock or draws. Chance is a seed that is
handed in, time is a number that is handed in: so a match can be played again
from its seed and its turns, anywhere, and come out the same.
"""
