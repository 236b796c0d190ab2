"""What the readers make of real files: titles, numbers, dates, sections, tables, and furniture left in the text.

    python -m benchmarks.quality.readers FOLDER

``FOLDER`` holds ``html`` (web pages whose own table names title, 发文字号 and 成文日期), ``pdf`` and ``reports`` (text
copied from pages), any of which may be missing. What a page's table says is the measure for pages, the file's name for
the others: the title's words stand in it. Furniture is counted by telltale words that no policy document has.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from policydiff.errors import PolicyDiffError
from policydiff.keys import key
from policydiff.model import Document, Parsed
from policydiff.outline.parse import parse
from policydiff.read import source

TELLTALES = (
    "打印",
    "扫一扫",
    "二维码",
    "字号：",
    "【字体",
    "分享到",
    "相关链接",
    "版权所有",
    "网站标识码",
    "ICP备",
    "上一篇",
    "下一篇",
    "关闭窗口",
    "当前位置",
    "加入收藏",
    "责任编辑",
    "浏览次数",
    "主办单位：",
    "未处理",
    "getElementById",
    "javascript",
    "&nbsp;",
    "索引号",
    "主题分类",
    "发布日期",
)
"""Words of sites, printed around texts."""
_PAGE_NUMBER = re.compile(r"^\s*[—\-–·]*\s*\d{1,4}\s*[—\-–·]*\s*$", re.M)
_LABELS = {"title": "标题", "doc_number": "发文字号", "date": "成文日期"}
_CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.I | re.S)
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Score:
    """What was right in one file; None where nothing tells what would be right."""

    name: str
    title: bool | None
    doc_number: bool | None
    date: bool | None
    furniture: tuple[str, ...]
    sections: int
    tables: int
    seconds: float


def told(markup: str) -> dict[str, str]:
    """What the page's own table says, by the names of `Document`'s fields; read without the reader under test."""
    cells = [re.sub(r"<[^>]+>|&nbsp;|[\s\u3000]", "", cell) for cell in _CELL.findall(markup)]
    values = dict(pairwise(cells))
    found = {field: values.get(f"{label}：", "") for field, label in _LABELS.items()}
    if day := _DAY.search(found["date"]):
        found["date"] = f"{int(day[1]):04d}-{int(day[2]):02d}-{int(day[3]):02d}"
    return found


def furniture(document: Document) -> tuple[str, ...]:
    """Telltale words in the document's texts and headings, and lines that are a page number."""
    text = "\n".join(f"{section.heading}\n{section.text}" for section in document.walk())
    found = [word for word in TELLTALES if word in text]
    return (*found, *(f"page {m[0].strip()}" for m in _PAGE_NUMBER.finditer(text)))


def scored(path: Path, wanted: dict[str, str]) -> Score:
    """One file read and parsed; its first document is measured."""
    start = time.perf_counter()
    parsed: Parsed = parse(source(path.read_bytes(), name=path.name))
    seconds = time.perf_counter() - start
    document = parsed.documents[0]
    title = key(wanted["title"]) == key(document.title) if wanted else _named(document.title, path.stem)
    return Score(
        name=path.name,
        title=title and len(parsed.documents) == 1,
        doc_number=_same(wanted.get("doc_number", ""), document.doc_number),
        date=_same(wanted.get("date", ""), document.date),
        furniture=furniture(document),
        sections=sum(1 for _ in document.walk()),
        tables=sum(len(section.tables) for section in document.walk()),
        seconds=seconds,
    )


def _same(wanted: str, found: str | None) -> bool | None:
    return key(wanted) == key(found or "") if wanted else None


def _named(title: str, stem: str) -> bool:
    """At least half the words of a file's name stand in the title."""
    words = re.findall(r"[\u4e00-\u9fff]{2,}", stem)
    return sum(word in title for word in words) >= len(words) / 2


def scores(folder: Path, endings: Sequence[str]) -> Iterator[Score]:
    """Every file of ``folder`` with such an ending."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in endings:
            markup = path.read_bytes().decode("utf-8", "replace") if path.suffix.lower().startswith(".htm") else ""
            try:
                yield scored(path, told(markup) if markup else {})
            except PolicyDiffError as error:
                print(f"  {path.name[:40]}: {error.what}")


def _share(values: Sequence[bool | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{sum(known)}/{len(known)}" if known else "–"


def report(name: str, found: Sequence[Score]) -> None:
    """A line of sums, and one for each file with something wrong."""
    if not found:
        return
    print(
        f"{name:8} {len(found):3} files  title {_share([s.title for s in found])}  number"
        f" {_share([s.doc_number for s in found])}  date {_share([s.date for s in found])}  furniture in"
        f" {sum(bool(s.furniture) for s in found)}  sections {sum(s.sections for s in found)}  tables"
        f" {sum(s.tables for s in found)}  {1000 * sum(s.seconds for s in found) / len(found):.0f} ms/file"
    )
    for score in found:
        wrong = [field for field in ("title", "doc_number", "date") if getattr(score, field) is False]
        if wrong or score.furniture:
            print(f"  {score.name[:40]}: {', '.join((*wrong, *score.furniture))}")


def main() -> int:
    """Print the figures of every kind there is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for name, endings in (("html", (".html", ".htm")), ("pdf", (".pdf",)), ("reports", (".txt",))):
        if (folder / name).is_dir():
            report(name, list(scores(folder / name, endings)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
