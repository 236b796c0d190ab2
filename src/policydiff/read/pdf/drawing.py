"""Ruled lines and images of a page, as PDFium's page objects give them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Container, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

MAX_OBJECTS = 60_000
"""Page objects looked at; maps and plans have more, and no tables."""
MAX_RULES = 6_000
"""Ruled lines of one page: a table of 50 columns and 100 rows stays below it."""

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
"""Kinds of page objects (PDFium's FPDF_PAGEOBJ_…)."""
_DEEPEST_FORM = 4
_MOST_SEGMENTS = 4_000
_THICKEST, _SHORTEST, _SLANT = 3.0, 6.0, 0.8
"""Points: a shape thinner than the first and longer than the second is a ruled line; how far one may slant."""

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Rule(NamedTuple):
    """A ruled line, horizontal or vertical, in points from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def level(self) -> bool:
        """True for a horizontal one."""
        return self.x1 - self.x0 >= self.bottom - self.top


class Drawing(NamedTuple):
    """Ruled lines, the area of the images in square points, and text objects with their addresses and boxes."""

    rules: list[Rule]
    image_area: float
    texts: list[tuple[int, Box]]


def drawing(page: Any, shown: Callable[[float, float, float, float], Box], *, known: Container[int]) -> Drawing:
    """What ``page`` draws; ``shown`` turns boxes of PDF user space into boxes of the page as it is shown.

    Text objects whose addresses are ``known`` are left out.
    """
    import pypdfium2.raw as c

    rules: list[Rule] = []
    texts: list[tuple[int, Box]] = []
    area = 0.0
    for handle, matrix in _objects(c, page):
        kind = c.FPDFPageObj_GetType(handle)
        if kind == _IMAGE and (bounds := _bounds(c, handle)) is not None:
            x0, top, x1, bottom = _through(bounds, matrix)
            area += abs(x1 - x0) * abs(bottom - top)
        elif kind == _TEXT:
            address = ctypes.cast(handle, ctypes.c_void_p).value or 0
            if address not in known and (bounds := _bounds(c, handle)) is not None:
                texts.append((address, shown(*_through(bounds, matrix))))
        elif kind == _PATH and len(rules) < MAX_RULES:
            rules += [Rule(*shown(*box)) for box in _lines(c, handle, matrix)]
    long = [rule for rule in rules if max(rule.x1 - rule.x0, rule.bottom - rule.top) >= _SHORTEST]
    return Drawing(long[:MAX_RULES], area, texts)


def _objects(c: Any, page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Every object of the page and of the forms on it, with the way from its space to the page's."""
    stack: list[tuple[Any, Matrix, int]] = []
    for index in range(min(c.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        stack.append((c.FPDFPage_GetObject(page, index), _IDENTITY, 0))
    stack.reverse()
    seen = 0
    while stack and seen < MAX_OBJECTS:
        handle, matrix, depth = stack.pop()
        seen += 1
        if c.FPDFPageObj_GetType(handle) != _FORM:
            yield handle, matrix
        elif depth < _DEEPEST_FORM:
            inner = _product(_matrix(c, handle), matrix)
            count = min(c.FPDFFormObj_CountObjects(handle), MAX_OBJECTS - len(stack))
            stack += [(c.FPDFFormObj_GetObject(handle, i), inner, depth + 1) for i in range(max(0, count))]


def _matrix(c: Any, handle: Any) -> Matrix:
    m = c.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if c.FPDFPageObj_GetMatrix(handle, m) else _IDENTITY


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    u, v, w, x, y, z = then
    return (a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z)


def _point(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _through(box: Box, matrix: Matrix) -> Box:
    (xa, ya), (xb, yb) = _point(box[0], box[1], matrix), _point(box[2], box[3], matrix)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _bounds(c: Any, handle: Any) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPageObj_GetBounds(handle, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _lines(c: Any, handle: Any, matrix: Matrix) -> Iterator[Box]:
    """Straight strokes along the page's edges, and filled shapes so thin that they are lines."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(handle, mode, stroke) or not (mode.value or stroke.value):
        return
    whole = _product(_matrix(c, handle), matrix)
    for points in _subpaths(c, handle):
        placed = [_point(x, y, whole) for x, y in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        box = min(xs), min(ys), max(xs), max(ys)
        if min(box[2] - box[0], box[3] - box[1]) <= _THICKEST:
            yield box
        elif stroke.value:
            for (xa, ya), (xb, yb) in pairwise(placed):
                if abs(xa - xb) <= _SLANT or abs(ya - yb) <= _SLANT:
                    yield min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _subpaths(c: Any, handle: Any) -> Iterator[list[tuple[float, float]]]:
    """Points of each straight-sided part; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(c.FPDFPath_CountSegments(handle), _MOST_SEGMENTS)):
        segment = c.FPDFPath_GetPathSegment(handle, index)
        kind = c.FPDFPathSegment_GetType(segment)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == c.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if kind == c.FPDF_SEGMENT_LINETO and c.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points
