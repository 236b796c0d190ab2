"""Pictures of the Word documents for the manual, laid out by LibreOffice from the bundled corpus.

    python tools/export_pictures.py          writes docs/images/export-*.png

Needs LibreOffice (soffice), pdftoppm and Chinese fonts; without the programs it says so and changes nothing. The fonts
official documents use are not free: 宋体, 仿宋, 楷体 and 小标宋 are drawn as Noto Serif CJK, 黑体 as Noto Sans CJK.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from policydiff import messages
from policydiff.compare import compare
from policydiff.export.docx import comparison_docx, comparison_tracked_docx
from policydiff.library import Library

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"

DOTS_PER_INCH = 72

PROGRAMS = ("soffice", "pdftoppm")

SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
FONTS = {"宋体": SERIF, "仿宋": SERIF, "楷体": SERIF, "方正小标宋简体": SERIF, "黑体": SANS, "Times New Roman": SERIF}

FONTS_FILE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{}</fontconfig>
"""
FONT = """<match target="pattern"><test name="family"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>"""


class Picture(NamedTuple):
    """A picture's name, the documents compared and how, whether changes are tracked, and the page shown."""

    name: str
    old: str
    new: str
    mode: str
    tracked: bool = False
    page: int = 1


REGIONS = ("京大数据发〔2021〕1号", "津政办发〔2021〕52号", "region")
YEARS = ("鲁政办字〔2020〕136号", "数字强省办发〔2022〕5号", "version")
SURVEYS = ("发改办高技〔2016〕2476号", "发改办高技〔2018〕1688号", "version")

PICTURES = (
    Picture("export-beijing-tianjin", *REGIONS),
    Picture("export-shandong", *YEARS),
    Picture("export-surveys", *SURVEYS, page=3),
    Picture("export-tracked", *SURVEYS, tracked=True, page=3),
)


def main() -> int:
    """Draw every picture; 0 also where the programs are missing, for `make docs`."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"not drawn, missing: {', '.join(missing)}", file=sys.stderr)
        return 0
    messages.use("zh")
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            print(drawn(picture, Path(folder)))
    return 0


def drawn(picture: Picture, folder: Path) -> Path:
    """Draw one picture; where it is."""
    library = Library(folder / "library", ROOT / "corpus" / "documents")
    old, new = (library[library.by_number(number)[0].id] for number in (picture.old, picture.new))
    value = compare(old, new, mode=picture.mode)
    made = folder / "made.docx"
    made.write_bytes(comparison_tracked_docx(value) if picture.tracked else comparison_docx(value))
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS_FILE.format("".join(FONT.format(*pair) for pair in FONTS.items())), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(made)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)})
    target = IMAGES / picture.name
    page = ["-f", str(picture.page), "-l", str(picture.page), "-singlefile", "-r", str(DOTS_PER_INCH)]
    grey = [] if picture.tracked else ["-gray"]
    subprocess.run(["pdftoppm", "-png", *grey, *page, str(folder / "made.pdf"), str(target)], check=True)
    return target.with_suffix(".png")


if __name__ == "__main__":
    sys.exit(main())
