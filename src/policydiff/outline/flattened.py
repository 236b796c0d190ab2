"""Tables that text extraction ran together into one line (damage class D11), and the list of documents among them.

The row numbers 1, 2, 3 … are the anchor; the header tells the columns.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.model import Listed
from policydiff.outline.issuers import ENDINGS, issuers_at_start, split_names
from policydiff.outline.kinds import KINDS
from policydiff.outline.numbers import NUMBER, printed

KIND = "table"

_FEWEST_ROWS = 3
_LONGEST_ROW_CHARS = 400
_NAMED_SHARE = 0.7
"""Share of a header's characters that must be names of columns."""
_YEAR = r"(?:19|20)\d\d"
_HEADER = re.compile(r"序号(?P<columns>[\u4e00-\u9fff（）()、/\d%年 ]{2,60}?)(?=1[\u4e00-\u9fff“《])")
_COLUMN_NAME = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}（[^）]{1,8}）)?"  # 目标（2025年）
    r"(?:发文部门|发文机关|文件名称|责任单位|完成时限|名称|部门|单位|文号|年份"
    r"|属性|指标|类别|内容|任务|项目|时间|时限|备注|地区|领域|目标值?|\d{4}年)"
)
_AREA = re.compile(r"^(.{2,8}?(?:市|州|地区|盟))(.+)$")
_YEAR_AT_END = re.compile(rf"{_YEAR}$")
_NUMBER_AND_YEAR = re.compile(rf"(?:号|/){_YEAR}")
_PROSE = re.compile(r"(?=(?:到|至)?\d{4}年|[。：]|[一二三四五六七八九十]、|（[一二三四五六七八九十]+）)")
"""What a last row is not: a sentence, or a section's label."""
_CN = "[一二三四五六七八九十百]{1,4}"
_NO_ROW = re.compile(rf"\n\s*(?:{_CN}、|[（(]{_CN}[）)]|第{_CN}[编篇章节条])|序号")
_SHORTEST_CODE_CHARS, _LONGEST_CODE_CHARS = 2, 14
"""Characters of an issuer's code in a document number (国办函)."""
_ISSUER = re.compile(rf"^(.{{2,30}}?(?:{'|'.join(ENDINGS)}))(?=.)")

_ISSUERS, _TITLE, _NUMBER, _YEARS = "部门|机关|单位", "文件|名称", "文号", "年"
_DOCUMENT_COLUMNS = (_NUMBER, _TITLE, _ISSUERS, _YEARS)
"""What columns of a list of documents are called."""


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
    for header in _HEADER.finditer(text):
        columns = _columns(header["columns"])
        if not columns or (found and header.start() < found[-1].end):
            continue
        rows, end = _rows(text, header.end(), header=header[0])
        if len(rows) >= _FEWEST_ROWS:
            cells = tuple((str(n), *_cells(row, columns)) for n, row in enumerate(rows, 1))
            found.append(FlatTable(header.start(), end, ("序号", *columns), cells))
    return found


def _columns(header: str) -> tuple[str, ...]:
    """The names a header consists of; nothing where much of it is none."""
    names = tuple(name[0] for name in _COLUMN_NAME.finditer(header))
    return names if sum(map(len, names)) >= _NAMED_SHARE * len(header.replace(" ", "")) else ()


def _rows(text: str, start: int, header: str) -> tuple[list[str], int]:
    """Rows 1, 2, 3 … from ``start``, and where the last ends; header rows repeated at page breaks are dropped."""
    rows: list[str] = []
    begin = start + len("1")
    while (m := _next_row(header, len(rows) + 2).search(text, begin, _reach(text, begin, header))) is not None:
        rows.append(text[begin : m.end("year") if m["year"] else m.start()])
        begin = m.end()
    end = _last_row_end(text, begin, rows)
    rows.append(text[begin:end])
    return [row.replace(header, "").replace("\n", " ").strip() for row in rows], end


def _reach(text: str, begin: int, header: str) -> int:
    """How far a row may go: not into a section with a label on a line of its own, nor into another table."""
    end = begin + _LONGEST_ROW_CHARS
    ends = (m.start() for m in _NO_ROW.finditer(text, begin, end) if not text.startswith(header, m.start()))
    return next(ends, end)


def _next_row(header: str, number: int) -> re.Pattern[str]:
    """A row's number, perhaps behind the year that ends the row before it, and behind a repeated header."""
    return re.compile(
        rf"(?<!\d)(?P<year>{_YEAR})?(?:{re.escape(header)})?{number}(?=[\u4e00-\u9fff“《])(?![号年月日个项家条])"
    )


def _last_row_end(text: str, begin: int, rows: list[str]) -> int:
    """Behind its year where the others end so, before a sentence that is none of it, or at the line's end."""
    line = text.find("\n", begin)
    line = len(text) if line == -1 else line
    if rows and all(_YEAR_AT_END.search(row.strip()) for row in rows):
        m = _NUMBER_AND_YEAR.search(text, begin, line)
        return m.end() if m else line
    m = _PROSE.search(text, begin, line)
    return m.start() if m else line


def _cells(row: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Cells of a row as far as they can be told apart; what cannot stays together in the last cell told."""
    if any("文号" in column for column in columns):
        return _document(row, columns)
    if len(columns) == 2 and (m := _AREA.match(row)):
        return (m[1], m[2])
    return (row,)


def _document(row: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """A row of a list of documents: a cell per column, empty where the column is of another kind."""
    body, number, year = _numbered(row)
    of = [next((kind for kind in _DOCUMENT_COLUMNS if re.search(kind, column)), "") for column in columns]
    issuers, title = _issuers_and_title(body) if _ISSUERS in of else ("", body)
    values = {_ISSUERS: issuers, _TITLE: title, _NUMBER: number, _YEARS: year}
    return tuple(values.get(kind, "") for kind in of)


def _numbered(row: str) -> tuple[str, str, str]:
    """What stands before the document number, the number, the year; ``/`` stands for a missing number."""
    year = ""
    if m := _YEAR_AT_END.search(row):
        row, year = row[: m.start()].rstrip(), m[0]
    if row.endswith("/"):
        return row[:-1].rstrip(), "", year
    number = next((m for m in NUMBER.finditer(row) if m.end() == len(row)), None)
    if number is None:
        return row, "", year
    start = _code_start(row, number.start("year") - 1)
    return row[:start].rstrip(), row[start:], year


def _code_start(row: str, bracket: int) -> int:
    """Where the issuer's code before ``bracket`` begins: behind the title's last word (…的通知|国办函〔2022〕102号)."""
    window = row[max(0, bracket - _LONGEST_CODE_CHARS) : bracket]
    latest = len(window) - _SHORTEST_CODE_CHARS
    ends = [m.end() for kind in KINDS if len(kind) > 1 for m in re.finditer(re.escape(kind), window)]
    ends = [end for end in ends if end <= latest] + [m.end() for m in re.finditer(r"[）)》]", window)]
    return bracket - len(window) + max(ends, default=0)


def _issuers_and_title(body: str) -> tuple[str, str]:
    about = body.find("关于")
    end = about if about > 0 else issuers_at_start(body)[1]
    if not end:
        issuer = _ISSUER.match(body)
        end = issuer.end() if issuer else 0
    return body[:end].strip(), body[end:].strip()


def listed(table: FlatTable) -> list[Listed]:
    """The documents a list of documents names."""
    return [_listed(number, table.header, row) for number, row in enumerate(table.rows, 1)]


def _listed(number: int, header: tuple[str, ...], row: tuple[str, ...]) -> Listed:
    def cell(kind: str) -> str:
        return next((cell for column, cell in zip(header, row, strict=False) if re.search(kind, column)), "")

    m = NUMBER.search(cell(_NUMBER))
    year = cell(_YEARS) or (m["year"] if m else "")
    return Listed(
        number=number,
        issuers=split_names(cell(_ISSUERS)),
        title=cell(_TITLE).replace(" ", ""),
        doc_number=printed(m) if m else None,
        year=int(year) if year else None,
    )
