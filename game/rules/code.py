"""The duel code: a match, and how one player did in it, in letters that can be read out.

Crockford's base 32 (no I, L, O, U; crockford.com/base32.html), in groups of
four. The last four letters are a check over all others; where they do not fit,
the code says which single slip of the finger would explain it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORMAT = 1
# Answers are kept to a twentieth of a second; a duel's clock runs in such steps.
STEP_MS = 50
_ALIASES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_CHECK = 4
_GROUP = 4
_NO_PICK = 7
_MOST_ANSWERS = 31
_MOST_STEPS = 1023
_FIXED_BITS = 4 + 2 + 5 + 32 + 16 + 32 + 1


class CodeError(ValueError):
    """A code that cannot be used; the message says why, for the player."""


@dataclass(frozen=True, slots=True)
class Duel:
    """What a code says.

    `clock` is a number in the order of `modes.CLOCKS`, `count` the number of
    questions, `seed` eight hexadecimal digits. `pack` and `version` are the
    first bits of hashes of the pack's id and of its fingerprint. `answers` are
    (pick or None, milliseconds) for each question, None when nobody has played yet.
    """

    pack: int
    version: int
    seed: str
    clock: int
    count: int
    answers: tuple[tuple[int | None, int], ...] | None = None


def pack_mark(pack_id: str) -> int:
    """Sixteen bits that tell packs apart."""
    return int.from_bytes(hashlib.sha256(pack_id.encode()).digest()[:2])


def version_mark(fingerprint: str) -> int:
    """Thirty-two bits that tell versions of packs apart."""
    return int(fingerprint[:8] or "0", 16)


def stepped(ms: int) -> int:
    """Milliseconds as a duel counts them: whole steps, rounded up."""
    return -(-ms // STEP_MS) * STEP_MS


def write(duel: Duel) -> str:
    """The code for `duel`, in groups joined by hyphens.

    Raises:
        ValueError: for more questions or longer times than a code can hold.
    """
    bits = _Bits()
    bits.put(FORMAT, 4)
    bits.put(duel.clock, 2)
    bits.put(duel.count, 5)
    bits.put(int(duel.seed, 16), 32)
    bits.put(duel.pack, 16)
    bits.put(duel.version, 32)
    bits.put(int(duel.answers is not None), 1)
    for pick, ms in duel.answers or ():
        bits.put(_NO_PICK if pick is None else pick, 3)
        bits.put(min(stepped(ms) // STEP_MS, _MOST_STEPS), 10)
    letters = bits.letters()
    return _grouped(letters + check(letters))


def read(text: str) -> Duel:
    """What the code `text` says; case, spaces and hyphens do not matter.

    Raises:
        CodeError: with the reason, and with the likely slip where one would explain it.
    """
    letters = "".join(text.split()).replace("-", "").upper().translate(_ALIASES)
    strange = sorted({letter for letter in letters if letter not in ALPHABET})
    if not letters:
        raise CodeError("There is no code here.")
    if strange:
        raise CodeError(f"A code has only letters and digits, not “{strange[0]}”.")
    body, sum_ = letters[:-_CHECK], letters[-_CHECK:]
    if check(body) != sum_:
        raise CodeError(_explain(letters))
    bits = _Bits.of(body)
    if bits.take(4) != FORMAT:
        raise CodeError("This code was made by another version of Encore.")
    try:
        return _read(bits)
    except IndexError:
        raise CodeError("This code is not whole; some of it was left out.") from None


def _read(bits: _Bits) -> Duel:
    clock, count = bits.take(2), bits.take(5)
    seed, pack, version = f"{bits.take(32):08x}", bits.take(16), bits.take(32)
    if not bits.take(1):
        return Duel(pack, version, seed, clock, count)
    answers = []
    for _ in range(count):
        pick, steps = bits.take(3), bits.take(10)
        answers.append((None if pick == _NO_PICK else pick, steps * STEP_MS))
    return Duel(pack, version, seed, clock, count, tuple(answers))


def check(letters: str) -> str:
    """Four letters that fit `letters` and, one in a million apart, nothing else."""
    number = int.from_bytes(hashlib.sha256(letters.encode()).digest()[:3]) >> 4
    return "".join(ALPHABET[number >> shift & 31] for shift in (15, 10, 5, 0))


def _explain(letters: str) -> str:
    lengths = _FIXED_BITS + _CHECK * 5
    if len(letters) * 5 < lengths:
        return f"This code is too short: {len(letters)} characters."
    fixes = list(_slips(letters))
    if len(fixes) == 1:
        at, was, now = fixes[0]
        return f"There is a typo in group {at // _GROUP + 1}: “{was}” should be “{now}”."
    return "This code has a typo. Compare it group by group."


def _slips(letters: str) -> Sequence[tuple[int, str, str]]:
    """Every wrong letter, and every two swapped, that would explain the code: (place, is, was)."""
    found = []
    for at, letter in enumerate(letters):
        found += [
            (at, letter, other)
            for other in ALPHABET
            if other != letter and _fits(letters[:at] + other + letters[at + 1 :])
        ]
        pair = letters[at : at + 2]
        turned = pair[::-1]
        if turned != pair and _fits(letters[:at] + turned + letters[at + 2 :]):
            found.append((at, pair, turned))
    return found


def _fits(letters: str) -> bool:
    return check(letters[:-_CHECK]) == letters[-_CHECK:]


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


class _Bits:
    """Numbers one after the other in as many bits as each needs."""

    def __init__(self) -> None:
        self._bits: list[int] = []
        self._at = 0

    @classmethod
    def of(cls, letters: str) -> _Bits:
        bits = cls()
        for letter in letters:
            bits.put(ALPHABET.index(letter), 5)
        return bits

    def put(self, number: int, width: int) -> None:
        """Append `number`.

        Raises:
            ValueError: when it needs more than `width` bits.
        """
        if not 0 <= number < 1 << width:
            raise ValueError(f"{number} does not fit into {width} bits")
        self._bits += [number >> place & 1 for place in reversed(range(width))]

    def take(self, width: int) -> int:
        """The next number.

        Raises:
            IndexError: when there are not so many bits left.
        """
        if self._at + width > len(self._bits):
            raise IndexError
        number = 0
        for bit in self._bits[self._at : self._at + width]:
            number = number << 1 | bit
        self._at += width
        return number

    def letters(self) -> str:
        """All bits as letters, the last filled up with zeros."""
        padded = self._bits + [0] * (-len(self._bits) % 5)
        return "".join(
            ALPHABET[int("".join(map(str, padded[at : at + 5])), 2)]
            for at in range(0, len(padded), 5)
        )
