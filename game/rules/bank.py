"""Tables of rows, and the paths that lead through them.

A bank holds facts, each written once. Everything is text as its author typed
it; a value may carry one or more gaps (`[golden god]`), stretches that can be
asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.rules.media import Media


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a pack's file: line and column count from 1, 0 means unknown."""

    line: int = 0
    column: int = 0


NOWHERE = Mark()


@dataclass(frozen=True, slots=True)
class Value:
    """One text of a field.

    `shown` has no brackets; `gaps` are (start, end) offsets into `shown`, in order.
    """

    shown: str
    gaps: tuple[tuple[int, int], ...] = ()
    mark: Mark = NOWHERE

    def blanked(self, gap: int | None = None) -> str:
        """The text with a blank in place of gap number `gap`, or of every gap."""
        chosen = self.gaps if gap is None else (self.gaps[gap],)
        pieces, at = [], 0
        for start, end in chosen:
            pieces += [self.shown[at:start], BLANK]
            at = end
        return "".join([*pieces, self.shown[at:]])

    def gap(self, number: int) -> str:
        """The words that gap number `number` stands for."""
        start, end = self.gaps[number]
        return self.shown[start:end]


BLANK = "____"


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One entry of a table.

    `key` names it for ever: its id, or for a row without one its label made
    into a slug. `fields` maps a field's name to its values, one or more. A row
    equals itself only: two rows that say the same are still two. `image` and `sound`
    are names of the pack's files.
    """

    table: str
    key: str
    number: int
    fields: Mapping[str, tuple[Value, ...]]
    id: str | None = None
    aka: tuple[str, ...] = ()
    art: str | None = None
    mark: Mark = NOWHERE
    image: str | None = None
    sound: str | None = None

    @property
    def name(self) -> str:
        """The row's name across the bank, `table/key`."""
        return f"{self.table}/{self.key}"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, in the author's order.

    `columns` is every field that some row has, in the order of first sight.
    """

    name: str
    rows: tuple[Row, ...]
    mark: Mark = Mark()
    columns: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = dict.fromkeys(name for row in self.rows for name in row.fields)
        object.__setattr__(self, "columns", tuple(found))

    @property
    def label(self) -> str | None:
        """The first field, which names a row: it is what facts are about, not a fact."""
        return self.columns[0] if self.columns else None

    def holds_lists(self, column: str) -> bool:
        """Whether any row gives more than one value for `column`."""
        return any(len(row.fields.get(column, ())) > 1 for row in self.rows)


@dataclass(frozen=True, slots=True)
class Bank:
    """All tables of a pack.

    `links` are the (table, column) pairs whose values are ids of rows;
    `complete` the list columns that name everyone; `decoys` maps a path below a table, such
    as `moments.place`, to wrong answers that are false for every row; `media`
    a name to the pack's file of that name, if it can be shown.
    """

    tables: Mapping[str, Table] = field(default_factory=dict)
    links: frozenset[tuple[str, str]] = frozenset()
    complete: frozenset[tuple[str, str]] = frozenset()
    decoys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ids: Mapping[str, Row] = field(default_factory=dict)
    media: Mapping[str, Media] = field(default_factory=dict)

    def linked(self, row: Row, column: str) -> tuple[Row, ...]:
        """The rows that `row` names in the link column `column`."""
        return tuple(self.ids[value.shown] for value in row.fields.get(column, ()))

    def is_link(self, table: str, column: str) -> bool:
        """Whether `column` of `table` holds ids of rows."""
        return (table, column) in self.links


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a path ends for one row: the value, and the rows passed on the way.

    `rows` starts with the row the path was followed from and ends with the row
    that holds `value`; `steps` are the field names, one for each of `rows`.
    """

    value: Value
    rows: tuple[Row, ...]
    steps: tuple[str, ...]


def follow(
    bank: Bank, row: Row, steps: tuple[str, ...], bound: Mapping[tuple[str, str], Row] | None = None
) -> Iterator[Leaf]:
    """Every value that the path `steps` leads to from `row`.

    `bound` fixes which of several linked rows is meant, by (row name, column).
    A row without the field yields nothing.
    """
    first, rest = steps[0], steps[1:]
    if not rest:
        for value in row.fields.get(first, ()):
            yield Leaf(value, (row,), steps)
        return
    meant = (bound or {}).get((row.name, first))
    for target in (meant,) if meant else bank.linked(row, first):
        for leaf in follow(bank, target, rest, bound):
            yield Leaf(leaf.value, (row, *leaf.rows), steps)


def columns_on(bank: Bank, table: str, steps: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The (table, column) pairs that a path passes; a link to several tables passes them all.

    Raises:
        KeyError: with the step that leads nowhere, as `(tables, step)`.
    """
    passed: list[tuple[str, str]] = []
    here: tuple[str, ...] = (table,)
    for place, step in enumerate(steps):
        having = tuple(name for name in here if step in bank.tables[name].columns)
        if not having:
            raise KeyError((here, step))
        passed += [(name, step) for name in having]
        if place + 1 < len(steps):
            here = _targets(bank, having, step)
            if not here:
                raise KeyError((having, steps[place + 1]))
    return tuple(passed)


def _targets(bank: Bank, tables: tuple[str, ...], column: str) -> tuple[str, ...]:
    found = (
        target.table
        for name in tables
        if bank.is_link(name, column)
        for row in bank.tables[name].rows
        for target in bank.linked(row, column)
    )
    return tuple(dict.fromkeys(found))
