"""Boxes in a space of 1280 x 720 units, whatever the window's size."""

from __future__ import annotations

from dataclasses import dataclass, replace

WIDTH, HEIGHT = 1280.0, 720.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in design units, y downward."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """The box without a margin of `dx` left and right and `dy` (or `dx`) above and below."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def moved(self, dx: float = 0, dy: float = 0) -> Box:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def rows(self, count: int, gap: float = 0) -> list[Box]:
        """`count` boxes of equal height, one under the other, `gap` apart."""
        tall = (self.h - gap * (count - 1)) / count
        return [Box(self.x, self.y + n * (tall + gap), self.w, tall) for n in range(count)]

    def columns(self, count: int, gap: float = 0) -> list[Box]:
        """`count` boxes of equal width, side by side, `gap` apart."""
        wide = (self.w - gap * (count - 1)) / count
        return [Box(self.x + n * (wide + gap), self.y, wide, self.h) for n in range(count)]

    def grid(self, columns: int, rows: int, gap_x: float, gap_y: float) -> list[Box]:
        """Boxes row by row."""
        return [box for row in self.rows(rows, gap_y) for box in row.columns(columns, gap_x)]

    def left_part(self, width: float) -> Box:
        return replace(self, w=width)

    def right_part(self, width: float) -> Box:
        return Box(self.right - width, self.y, width, self.h)

    def top_part(self, height: float) -> Box:
        return replace(self, h=height)

    def bottom_part(self, height: float) -> Box:
        return Box(self.x, self.bottom - height, self.w, height)


def around(x: float, y: float, w: float, h: float) -> Box:
    """A box with its centre at `x`, `y`."""
    return Box(x - w / 2, y - h / 2, w, h)
