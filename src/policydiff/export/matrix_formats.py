"""Our formats for matrices and timelines beyond JSON and CSV: where each is made, loaded when first asked for."""

from __future__ import annotations

from policydiff.export.format import Format, Option
from policydiff.messages import N_
from policydiff.model import Matrix, Timeline

HEATMAP = "policydiff.export.heatmap"

ORDERS = ("library", "likeness")

ORDER = Option(
    name="order",
    help=N_("Rows as the library has them, or like beside like."),
    type=str,
    default="library",
    choices=ORDERS,
)

FONT = Option(
    name="font", help=N_("A font file with Chinese characters, where the machine has none."), type=str, default=None
)

XLSX, HTML = N_("XLSX, numbers with a colour scale"), N_("HTML, one page that needs nothing else")

SVG, PNG = N_("SVG, a picture that stays sharp"), N_("PNG, a picture")

MATRIX = (
    Format(
        name="xlsx",
        takes=Matrix,
        suffixes=(".xlsx",),
        label=XLSX,
        render=f"{HEATMAP}.workbook:matrix_xlsx",
        options=(ORDER,),
        binary=True,
    ),
    Format(
        name="html",
        takes=Matrix,
        suffixes=(".html", ".htm"),
        label=HTML,
        render=f"{HEATMAP}:matrix_html",
        options=(ORDER,),
    ),
    Format(name="svg", takes=Matrix, suffixes=(".svg",), label=SVG, render=f"{HEATMAP}:matrix_svg", options=(ORDER,)),
    Format(
        name="png",
        takes=Matrix,
        suffixes=(".png",),
        label=PNG,
        render=f"{HEATMAP}:matrix_png",
        options=(ORDER, FONT),
        binary=True,
    ),
)

TIMELINE = (
    Format(
        name="json",
        takes=Timeline,
        suffixes=(".json",),
        label=N_("JSON, everything, for programs"),
        render="policydiff.export.timeline_json:timeline_json",
    ),
    Format(
        name="csv",
        takes=Timeline,
        suffixes=(".csv",),
        label=N_("CSV, a line per row"),
        render="policydiff.export.timeline_json:timeline_csv",
    ),
    Format(
        name="xlsx",
        takes=Timeline,
        suffixes=(".xlsx",),
        label=XLSX,
        render=f"{HEATMAP}.workbook:timeline_xlsx",
        binary=True,
    ),
    Format(name="html", takes=Timeline, suffixes=(".html", ".htm"), label=HTML, render=f"{HEATMAP}:timeline_html"),
    Format(name="svg", takes=Timeline, suffixes=(".svg",), label=SVG, render=f"{HEATMAP}:timeline_svg"),
    Format(
        name="png",
        takes=Timeline,
        suffixes=(".png",),
        label=PNG,
        render=f"{HEATMAP}:timeline_png",
        options=(FONT,),
        binary=True,
    ),
)
