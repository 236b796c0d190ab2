"""Tables that text extraction ran together into one line (damage class D11), and the list of documents among them.

The row numbers 1, 2, 3 … are the anchor; the header tells the columns.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.model import Listed
from policydiff.outline.issuers import ENDINGS, issuers_at_start, split_names
from policydiff.outline.kinds import KINDS
from policydiff.outline.numbers import NUMBER

KIND = "table"

_FEWEST_ROWS = 3
_LONGEST_ROW_CHARS = 400
_HEADER = re.compile(r"序号(?P<columns>[\u4e00-\u9fff（）()、/\d%年 ]{2,60}?)(?=1[\u4e00-\u9fff“《])")
_COLUMN_NAMED = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}（[^）]{1,8}）)?(?:发文部门|发文机关|文件名称|责任单位|完成时限|名称|部门|单位|文号|年份|属性|指标|类别|内容|任务|项目|时间|时限|备注|地区|领域|目标值?|\d{4}年)"
)
_AREA = re.compile(r"^(.{2,8}?(?:市|州|地区|盟))(.+)$")


class FlatTable(NamedTuple):
    """A table found at ``[start, end)``."""

    start: int
    end: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def lists_documents(self) -> bool:
        """True for a list of documents with their numbers."""
        return any("文件" in column for column in self.header) and any("文号" in column for column in self.header)


def find(text: str) -> list[FlatTable]:
    """Every flattened table with a header that begins 序号 and at least three numbered rows."""
    found: list[FlatTable] = []
    for m in _HEADER.finditer(text):
        if found and m.start() < found[-1].end:
            continue
        columns = tuple(c[0] for c in _COLUMN_NAMED.finditer(m["columns"]))
        if len(columns) < 1 or sum(map(len, columns)) < 0.7 * len(m["columns"].replace(" ", "")):
            continue
        rows, end = _rows(text, m.end(), header=m[0])
        if len(rows) >= _FEWEST_ROWS:
            cells = tuple((str(n), *_cells(row, columns)) for n, row in enumerate(rows, 1))
            found.append(FlatTable(m.start(), end, ("序号", *columns), cells))
    return found


def _rows(text: str, start: int, header: str) -> tuple[list[str], int]:
    """Rows 1, 2, 3 … from ``start``; header rows repeated at page breaks are dropped."""
    rows: list[str] = []
    position, value = start, 1
    while True:
        begin = position + len(str(value))
        following = re.compile(
            rf"(?<!\d)(?P<year>(?:19|20)\d\d)?(?:{re.escape(header)})?{value + 1}(?=[\u4e00-\u9fff“《])(?![号年月日个项家条])"
        )
        m = following.search(text, begin, begin + _LONGEST_ROW_CHARS)
        if m is None:
            end = _last_row_end(text, begin, rows)
            rows.append(text[begin:end])
            return [row.replace(header, "").replace("\n", " ").strip() for row in rows], end
        stop = m.end("year") if m["year"] else m.start()
        rows.append(text[begin:stop])
        position, value = m.end() - len(str(value + 1)), value + 1


def _last_row_end(text: str, begin: int, rows: list[str]) -> int:
    """The last row ends at a line's end, at its year where the others end so, or before a sentence that is none of it."""
    line = text.find("\n", begin)
    line = len(text) if line == -1 else line
    if rows and all(re.search(r"(?:19|20)\d\d$", row.strip()) for row in rows):
        m = re.compile(r"(?:号|/)(?:19|20)\d\d").search(text, begin, line)
        return m.end() if m else line
    m = re.compile(r"(?=(?:到|至)?\d{4}年|[。：]|[一二三四五六七八九十]、|（[一二三四五六七八九十]+）)").search(
        text, begin, line
    )
    return m.start() if m else line


def _cells(row: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Cells of a row as far as they can be told apart; what cannot stays together in the last cell told."""
    if any("文号" in c for c in columns):
        body, number, year = _numbered(row)
        return (body, number, year) if len(columns) <= 3 else (*_issuers_and_title(body), number, year)
    if len(columns) == 2 and (m := _AREA.match(row)):
        return (m[1], m[2])
    return (row,)


def _numbered(row: str) -> tuple[str, str, str]:
    year = ""
    if m := re.search(r"(?:19|20)\d\d$", row):
        row, year = row[: m.start()].rstrip(), m[0]
    if row.endswith("/"):
        return row[:-1].rstrip(), "", year
    matches = list(NUMBER.finditer(row))
    if not matches or matches[-1].end() < len(row):
        return row, "", year
    start = _number_start(row, matches[-1])
    return row[:start].rstrip(), row[start:], year


def _number_start(row: str, match: re.Match[str]) -> int:
    """Where the issuer's code begins: behind the title's last word (…的通知|国办函〔2022〕102号)."""
    year = match.start("year") - 1
    window = row[max(0, year - 14) : year]
    ends = [
        i + len(kind)
        for kind in KINDS
        if len(kind) > 1
        for i in _finds(window, kind)
        if len(window) - i - len(kind) >= 2
    ]
    ends += [m.end() for m in re.finditer(r"[）)》]", window)]
    return year - len(window) + (max(ends) if ends else 0)


def _finds(text: str, part: str) -> list[int]:
    return [m.start() for m in re.finditer(re.escape(part), text)]


def _issuers_and_title(body: str) -> tuple[str, str]:
    about = body.find("关于")
    if about > 0:
        return body[:about].strip(), body[about:].strip()
    _, end = issuers_at_start(body)
    if end:
        return body[:end].strip(), body[end:].strip()
    m = re.match(rf"^(.{{2,30}}?(?:{'|'.join(ENDINGS)}))(?=.)", body)
    return (m[1], body[m.end() :].strip()) if m else ("", body)


def listed(table: FlatTable) -> list[Listed]:
    """The documents a list of documents names."""
    result = []
    for number, row in enumerate(table.rows, 1):
        _, issuers, title, doc_number, year = (row + ("",) * 5)[:5]
        m = NUMBER.search(doc_number)
        result.append(
            Listed(
                number=number,
                issuers=split_names(issuers),
                title=title.replace(" ", ""),
                doc_number=f"{m['org']}〔{m['year']}〕{m['serial']}号" if m else None,
                year=int(year) if year else int(m["year"]) if m else None,
            )
        )
    return result
