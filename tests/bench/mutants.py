"""Mutants of every kind of picture and sound, decoded as a pack's would be.

`python -m tests.bench.mutants [COUNT]` takes COUNT of each kind (1,000 unless told otherwise) and
prints what became of them. The process that asks must live on; what dies is a copy of the other.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from itertools import islice
from random import Random

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.ui.media.decoder import Decoder
from game.ui.media.plain import from_bytes
from game.ui.media.refused import Refused
from game.ui.media.worker import UNREADABLE
from tests.media.samples import mutants, samples


def main(count: int) -> None:
    """Print a line for each kind."""
    decoder = Decoder()
    for name, (kind, data) in samples().items():
        fates: Counter[str] = Counter()
        slowest, begun = 0.0, time.monotonic()
        for mutant in islice(mutants(data, Random(f"{name} {count}")), count):
            at = time.monotonic()
            try:
                from_bytes(decoder.decode(mutant, kind))
                fates["decoded"] += 1
            except Refused as fault:
                fates["unreadable" if str(fault) == UNREADABLE else "refused"] += 1
            slowest = max(slowest, time.monotonic() - at)
        took = time.monotonic() - begun
        fared = ", ".join(f"{number} {fate}" for fate, number in sorted(fates.items()))
        print(f"{name:15} {count} in {took:6.1f} s, slowest {slowest:.2f} s: {fared}", flush=True)
    decoder.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
