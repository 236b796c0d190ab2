"""What is drawn of a matrix, and where: sizes follow from how many rows there are."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from policydiff.errors import UsageError
from policydiff.export.heatmap.naming import Group, groups, row_name
from policydiff.export.svg import clipped, em
from policydiff.messages import _
from policydiff.model import Matrix
from policydiff.similarity import Clustering, clustering, reordered

ORDERS = ("library", "likeness")

MOST_ROWS = 1_000
"""More rows would be less than two pixels each."""

HOVER_ROWS = 120
"""Up to so many rows every cell says what it is when pointed at; above, every row does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """How large things are drawn, in pixels; a font size of 0 leaves the thing out."""

    cell: float
    numbers: float
    labels: float
    heads: bool
    strip: float


GRAINS = (
    (24, Grain(cell=32, numbers=12, labels=13, heads=True, strip=22)),
    (40, Grain(cell=24, numbers=10.5, labels=12.5, heads=True, strip=20)),
    (70, Grain(cell=18, numbers=9, labels=11.5, heads=True, strip=18)),
    (120, Grain(cell=14, numbers=0, labels=10.5, heads=False, strip=16)),
    (200, Grain(cell=11, numbers=0, labels=9.5, heads=False, strip=14)),
    (320, Grain(cell=5, numbers=0, labels=0, heads=False, strip=14)),
    (500, Grain(cell=3, numbers=0, labels=0, heads=False, strip=14)),
    (MOST_ROWS, Grain(cell=2, numbers=0, labels=0, heads=False, strip=14)),
)
"""Up to so many rows, this."""

LABEL_EM, HEAD_EM = 22.0, 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A matrix in the order it is drawn in. ``places`` are its rows' places in the matrix it was made from;
    ``top`` is the value of the strongest shade; ``tree`` has the joints, in the places drawn, where there is one."""

    matrix: Matrix
    order: str
    places: tuple[int, ...]
    groups: tuple[Group, ...]
    names: tuple[str, ...]
    grain: Grain
    top: float
    tree: Clustering | None

    @property
    def count(self) -> int:
        """Rows."""
        return len(self.names)

    @property
    def side(self) -> float:
        """Of the square of cells, in pixels."""
        return self.count * self.grain.cell

    @property
    def label_width(self) -> float:
        """Of the names on the left with the rows' numbers, in pixels."""
        if not self.grain.labels:
            return 0.0
        widest = max((em(name) for name in self.names), default=0.0)
        return (widest + em(str(self.count)) + 2.0) * self.grain.labels


def plan(matrix: Matrix, order: str = "library") -> Plan:
    """Lay ``matrix`` out in ``order`` (`ORDERS`); UsageError where it has too many rows, or for an unknown order."""
    count = len(matrix.labels)
    if order not in ORDERS:
        raise UsageError(f"unknown order: {order}", fix=" | ".join(ORDERS))
    if count > MOST_ROWS:
        raise UsageError(
            _("A picture of {count} rows cannot be read.").format(count=count),
            cause=_("A heat map is drawn of {most} rows at most.").format(most=MOST_ROWS),
            fix=_("Choose fewer documents, compare them as wholes (--by document), or take --format csv."),
        )
    tree = clustering(matrix) if order == "likeness" else None
    places = tree.order if tree else tuple(range(count))
    drawn = reordered(matrix, places)
    grain = next(grain for most, grain in GRAINS if count <= most)
    return Plan(
        matrix=drawn,
        order=order,
        places=places,
        groups=tuple(found[place] for place in places) if (found := groups(matrix)) else (),
        names=tuple(clipped(row_name(label), LABEL_EM) for label in drawn.labels),
        grain=grain,
        top=_top(drawn),
        tree=tree,
    )


def _top(matrix: Matrix) -> float:
    """The greatest value off the diagonal, rounded up to a tenth, so that the whole scale is used; at least 0.2."""
    greatest = max((value for n, row in enumerate(matrix.values) for value in row[:n]), default=1.0)
    return min(1.0, max(0.2, ceil(round(greatest * 10, 6)) / 10))
