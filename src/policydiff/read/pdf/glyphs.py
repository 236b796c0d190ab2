"""What stands on a page: its characters with their places and print, its ruled lines, how much of it is images.

Coordinates are points from the page's upper left corner as a reader sees it (rotation undone), y downwards.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Any, NamedTuple

from policydiff.read.pdf.drawing import Box, Rule, drawing

MAX_CHARS_OF_PAGE = 20_000
"""Characters read of one page; a newspaper page of the smallest print holds fewer."""
_FILL_AND_STROKE = 2
"""The text rendering mode in which programs fake bold (ISO 32000-1, 9.3.6)."""
_BOLD_WEIGHT = 600
_BOLD_NAMES = re.compile(r"bold|heavy|black|demi|小标宋|大标宋|xbs|dbs|biaosong", re.I)
_SANS_NAMES = re.compile(r"hei(?:ti)?(?:[-_,]|$|sc|tc)|simhei|黑|sans|gothic|yahei|dengxian|arial|helvetica", re.I)
"""Fonts that print darker than a text's Song, FangSong or Kai, and those without serifs, in which headings are set."""
PLAIN, SANS, BOLD = 0, 1, 2
"""How heavy a font prints."""
_UPRIGHT_DEGREES = 3.0
_SMALLEST_POINTS, _LARGEST_POINTS = 1.0, 400.0
"""Print outside these sizes is nothing a reader reads."""
_ROW = 20.0
"""Points of the strips by which boxes are looked up."""


class Font(NamedTuple):
    """A font's name without its subset tag, and how heavy it prints: `PLAIN`, `SANS` or `BOLD`."""

    name: str
    weight: int


class Glyph(NamedTuple):
    """A character: its box, its baseline, its size in points; ``x1`` is where the next one would begin."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    font: Font


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. ``image_share`` is the part of it that images cover; ``turned`` how many characters stand askew."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    image_share: float
    turned: int = 0
    truncated: bool = False
    broken: bool = False


def sheet(page: Any) -> Sheet:
    """Everything of a PDFium ``page`` that reading needs."""
    width, height = page.get_size()
    turn = _Turn(page)
    text = page.get_textpage()
    try:
        glyphs, turned, truncated, objects = _glyphs(text.raw, turn)
    finally:
        text.close()
    drawn = drawing(page.raw, turn.box, known=objects)
    glyphs = _doubled(glyphs, [box for _, box in drawn.texts])
    covered = min(1.0, drawn.image_area / max(1.0, width * height))
    return Sheet(width, height, tuple(glyphs), tuple(drawn.rules), covered, turned, truncated)


class _Turn:
    """From PDF user space to the page as it is shown."""

    def __init__(self, page: Any) -> None:
        self.degrees = page.get_rotation()
        self.left, self.bottom, self.right, self.top = page.get_cropbox()

    def point(self, x: float, y: float) -> tuple[float, float]:
        across, up = x - self.left, y - self.bottom
        wide, high = self.right - self.left, self.top - self.bottom
        return {90: (up, across), 180: (wide - across, up), 270: (high - up, wide - across)}.get(
            self.degrees, (across, high - up)
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


class _Object(NamedTuple):
    """What the characters of one text object share."""

    font: Font
    scale: float
    upright: bool
    shown: bool


def _doubled(glyphs: list[Glyph], boxes: list[Box]) -> list[Glyph]:
    """The glyphs, bold where a second print lies over them: PDFium leaves those out of a page's text."""
    if not boxes:
        return glyphs
    rows: dict[int, list[Box]] = {}
    for box in (box for box in boxes if box[3] - box[1] <= 2 * _LARGEST_POINTS):
        for row in range(int(box[1] // _ROW), int(box[3] // _ROW) + 1):
            rows.setdefault(row, []).append(box)
    return [
        glyph._replace(font=glyph.font._replace(weight=BOLD))
        if any(_lies_on(box, glyph) for box in rows.get(int(((glyph.top + glyph.bottom) / 2) // _ROW), ()))
        else glyph
        for glyph in glyphs
    ]


def _lies_on(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3] and box[3] - box[1] <= 2 * glyph.size


def _glyphs(text: Any, turn: _Turn) -> tuple[list[Glyph], int, bool, Container[int]]:
    import pypdfium2.raw as c

    count = c.FPDFText_CountChars(text)
    box, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    objects: dict[int, _Object] = {}
    found: list[Glyph] = []
    turned = 0
    for index in range(min(count, MAX_CHARS_OF_PAGE)):
        code = c.FPDFText_GetUnicode(text, index)
        if code in (0, 0xFFFE, 0xFFFF, 13, 10, 2) or c.FPDFText_IsGenerated(text, index) == 1:
            continue
        handle = c.FPDFText_GetTextObject(text, index)
        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        shared = objects.get(address)
        if shared is None:
            shared = objects[address] = _object(c, text, index, handle, turn)
        if not shared.upright or not shared.shown:
            turned += shared.shown
            continue
        c.FPDFText_GetLooseCharBox(text, index, box)
        c.FPDFText_GetCharOrigin(text, index, x, y)
        x0, top, x1, bottom = turn.box(box.left, box.bottom, box.right, box.top)
        size = c.FPDFText_GetFontSize(text, index) * shared.scale
        if not _SMALLEST_POINTS <= size <= _LARGEST_POINTS:
            continue
        found.append(Glyph(_char(code), x0, top, x1, bottom, turn.point(x.value, y.value)[1], size, shared.font))
    return found, turned, count > MAX_CHARS_OF_PAGE, objects


def _char(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _object(c: Any, text: Any, index: int, handle: Any, turn: _Turn) -> _Object:
    matrix = c.FS_MATRIX()
    if not c.FPDFText_GetMatrix(text, index, matrix):
        return _Object(Font("", PLAIN), 1.0, True, True)
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) - turn.degrees
    off = abs((angle + 180) % 360 - 180)
    mode = c.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return _Object(_font(c, text, index, mode), scale, off <= _UPRIGHT_DEGREES, True)


def _font(c: Any, text: Any, index: int, mode: int) -> Font:
    flags = ctypes.c_int()
    length = c.FPDFText_GetFontInfo(text, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(1, length))
    c.FPDFText_GetFontInfo(text, index, buffer, length, flags)
    name = re.sub(r"^[A-Z]{6}\+", "", _named(buffer.value))
    weight = c.FPDFText_GetFontWeight(text, index)
    if mode == _FILL_AND_STROKE or weight >= _BOLD_WEIGHT or _BOLD_NAMES.search(name):
        return Font(name, BOLD)
    return Font(name, SANS if _SANS_NAMES.search(name) else PLAIN)


def _named(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
