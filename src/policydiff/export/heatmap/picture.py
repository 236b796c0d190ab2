"""A picture as PNG, drawn from its SVG by resvg with the fonts of this machine."""

from __future__ import annotations

from pathlib import Path

from policydiff.errors import InputError, UnreadableFile
from policydiff.export.heatmap.svg import matrix_svg
from policydiff.export.heatmap.timeline import timeline_svg
from policydiff.export.svg import FONTS, element
from policydiff.messages import _
from policydiff.model import Matrix, Timeline

ZOOM = 2.0
"""Pixels of a PNG for one of the SVG."""

MOST_PIXELS = 8_000
"""Of a side; more do not open everywhere."""

PROBE = "国"


def matrix_png(matrix: Matrix, *, order: str = "library", font: Path | str | None = None) -> bytes:
    """The heat map as PNG, in the fonts of the machine or in that of the file ``font``.

    Raises InputError where no font has Chinese characters, UnreadableFile where ``font`` cannot be read.
    """
    return png(matrix_svg(matrix, order=order), font)


def timeline_png(timeline: Timeline, *, font: Path | str | None = None) -> bytes:
    """The chart as PNG; errors as `matrix_png`."""
    return png(timeline_svg(timeline), font)


def png(svg: str, font: Path | str | None = None) -> bytes:
    """``svg`` as PNG, twice as large as it says where that is not too much."""
    import resvg_py

    files = _files(font)
    if not _has_chinese(files):
        raise InputError(
            _("No font with Chinese characters was found, so a PNG would show none."),
            cause=_("A PNG holds no text: it is drawn with the fonts of this machine."),
            fix=_(
                "Install one of Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei or SimSun (on Debian: "
                "fonts-noto-cjk), name a font file with --font, or take --format svg."
            ),
        )
    head = svg[: svg.index(">")]
    sides = [float(head.split(f' {name}="')[1].split('"')[0]) for name in ("width", "height")]
    zoom = min(ZOOM, MOST_PIXELS / max(sides))
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, font_files=files))


def _files(font: Path | str | None) -> list[str] | None:
    if font is None:
        return None
    path = Path(font)
    if not path.is_file():
        raise UnreadableFile(
            _("Cannot read the font {path}.").format(path=path),
            cause=_("There is no file of that name."),
            fix=_("Name a .ttf, .otf or .ttc file."),
        )
    return [str(path)]


def _has_chinese(files: list[str] | None) -> bool:
    """True where a Chinese character leaves a trace; whatever font it comes from."""
    import resvg_py

    def drawn(text: str) -> bytes:
        svg = element(
            "svg",
            element("text", text, y=20.0, font_size=20.0, font_family=FONTS),
            xmlns="http://www.w3.org/2000/svg",
            width=24.0,
            height=24.0,
        )
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=files))

    return drawn(PROBE) != drawn("")
