"""Small PDFs for tests, written by hand: every character where a test wants it, no font file needed.

The fonts are Adobe's predefined Chinese ones (ISO 32000-1 §9.7.5.2, UniGB-UCS2-H): each character is one em wide.
Coordinates are points from the upper left corner of an A4 page, ``y`` being the baseline.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
SONG, HEI = "F1", "F2"
LEFT, TOP, SIZE, PITCH = 90.0, 90.0, 16.0, 28.0


@dataclass
class Page:
    """What is drawn on a page, in order."""

    operators: list[str] = field(default_factory=list)
    rotate: int = 0

    def text(
        self, x: float, y: float, text: str, *, size: float = SIZE, font: str = SONG, mode: int = 0, slant: float = 0
    ) -> Page:
        """One run of characters from ``x`` on; ``mode`` 2 is the fake bold of ISO 32000-1 §9.3.6."""
        code = text.encode("utf-16-be").hex()
        matrix = f"0.7 0.7 -0.7 0.7 {x} {HEIGHT - y}" if slant else f"1 0 0 1 {x} {HEIGHT - y}"
        self.operators.append(f"BT /{font} {size} Tf {mode} Tr {matrix} Tm <{code}> Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """A stroked line."""
        self.operators.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def image(self, x: float, y: float, width: float, height: float) -> Page:
        """A grey image; ``y`` is its upper edge."""
        self.operators.append(f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /I Do Q")
        return self

    def lines(
        self,
        lines: Sequence[str],
        *,
        x: float = LEFT,
        y: float = TOP,
        size: float = SIZE,
        pitch: float = PITCH,
        font: str = SONG,
    ) -> float:
        """Lines below each other; a leading full-width blank moves its line in. Returns the next baseline."""
        for line in lines:
            bare = line.lstrip("\u3000")
            self.text(x + size * (len(line) - len(bare)), y, bare, size=size, font=font)
            y += pitch
        return y

    def grid(
        self, xs: Sequence[float], ys: Sequence[float], cells: Sequence[Sequence[str]], *, size: float = 10.0
    ) -> None:
        """A fully ruled table, its cells' lines parted by LF."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for top, row in zip(ys, cells, strict=False):
            for left, cell in zip(xs, row, strict=False):
                for number, part in enumerate(cell.split("\n")):
                    self.text(left + 4, top + 15 + 14 * number, part, size=size)


def wrapped(text: str, chars: int, *, first: int = 2) -> list[str]:
    """A paragraph's lines of ``chars`` characters, the first moved in by ``first``."""
    whole = "\u3000" * first + text
    return [whole[i : i + chars] for i in range(0, len(whole), chars)]


def pdf(pages: Sequence[Page], *, bookmarks: Sequence[tuple[str, int]] = (), compress: bool = False) -> bytes:
    """The file; ``bookmarks`` are titles with the page (from 0) they lead to."""
    objects = _Objects()
    catalog, tree = objects.add(""), objects.add("")
    fonts = " ".join(
        f"/{name} {_font(face, objects)} 0 R" for name, face in ((SONG, "STSong-Light"), (HEI, "STHeiti-Bold"))
    )
    image = objects.add(
        _stream(
            b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        )
    )
    kids = []
    for page in pages:
        data = "\n".join(page.operators).encode("latin-1")
        content = objects.add(_stream(zlib.compress(data), "/Filter /FlateDecode") if compress else _stream(data, ""))
        kids.append(
            objects.add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.rotate} "
                f"/Contents {content} 0 R /Resources << /Font << {fonts} >> /XObject << /I {image} 0 R >> >> >>"
            )
        )
    outlines = f"/Outlines {_outlines(bookmarks, kids, objects)} 0 R" if bookmarks else ""
    objects.put(catalog, f"<< /Type /Catalog /Pages {tree} 0 R {outlines} >>")
    objects.put(tree, f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>")
    return _file(objects.bodies)


@dataclass
class _Objects:
    """Indirect objects; their numbers begin at 1."""

    bodies: list[bytes] = field(default_factory=list)

    def add(self, body: str | bytes) -> int:
        self.bodies.append(b"")
        self.put(len(self.bodies), body)
        return len(self.bodies)

    def put(self, number: int, body: str | bytes) -> None:
        self.bodies[number - 1] = body.encode("latin-1") if isinstance(body, str) else body


def _font(face: str, objects: _Objects) -> int:
    system = "<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
    descriptor = objects.add(
        f"<< /Type /FontDescriptor /FontName /{face} /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 "
        f"/Descent -120 /CapHeight 700 /StemV {160 if 'Bold' in face else 80} >>"
    )
    inner = objects.add(
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{face} /CIDSystemInfo {system} /DW 1000 "
        f"/W [1 95 500 814 939 500] /FontDescriptor {descriptor} 0 R >>"
    )
    return objects.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{face} /Encoding /UniGB-UCS2-H /DescendantFonts [{inner} 0 R] >>"
    )


def _outlines(bookmarks: Sequence[tuple[str, int]], kids: Sequence[int], objects: _Objects) -> int:
    root = objects.add("")
    numbers = [objects.add("") for _ in bookmarks]
    for place, (title, page) in enumerate(bookmarks):
        code = ("\ufeff" + title).encode("utf-16-be").hex()
        following = f"/Next {numbers[place + 1]} 0 R" if place + 1 < len(numbers) else ""
        objects.put(
            numbers[place], f"<< /Title <{code}> /Dest [{kids[page]} 0 R /Fit] /Parent {root} 0 R {following} >>"
        )
    objects.put(root, f"<< /Type /Outlines /First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(numbers)} >>")
    return root


def _stream(data: bytes, extra: str) -> bytes:
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
