"""Small valid files of every type, and ways of spoiling them: the same number and seed give the same bytes.

Bytes are flipped, cut, doubled, moved and spliced with other files; in packages (ZIP) that happens to a part, most
often to the elements, attributes and texts of its XML, so that what is spoilt is the document and not its wrapping.
"""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping

from tests.bad_inputs import archives, library_files, packages, pages
from tests.bad_inputs.case import PLAN
from tests.pdf_maker import Page, pdf

Spoil = Callable[[bytes, random.Random], bytes]

_TABLE = (
    "<table><tr><th>指标</th><th>2025年</th></tr><tr><td rowspan=2>共享率</td><td>80%</td></tr>"
    "<tr><td>9</td></tr></table>"
)
_FACTS = "<table><tr><td>文号：</td><td>甲政发〔2021〕1号</td><td>发布日期：</td><td>2021-03-05</td></tr></table>"
_PAGE = pages.PAGE.replace("</body>", f"{_TABLE}</body>")
_MARKDOWN = (
    "# 总则\n\n**第一条** 为了*规范*，制定[本法](a)。\n\n| 指标 | 值 |\n|---|---|\n| 甲 | 1 |\n\n> 引用 <br> &lt;\n"
)
_FRONT = "doc_number: 甲政发〔2021〕1号\nperiod: [2021, 2025]\nissuers:\n  - 甲市\n"


def _word() -> bytes:
    """A Word document with a list, a style, a table, changes, fields and a note."""
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    numbered = '<w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>'
        "<w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc>"
    )
    changes = (
        '<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
        '<w:r><w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        '<w:fldChar w:fldCharType="end"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>注释。</w:t></w:r></w:p></w:footnote>'
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    body = f"{packages.paragraphs()}{packages.paragraphs(inside=numbered)}{table}{changes}"
    return packages.docx(body, parts={"numbering": lists, "styles": style, "footnotes": note})


def _pdf() -> bytes:
    page = Page()
    page.lines(PLAN.splitlines())
    page.grid([90, 250, 400], [400, 430, 460], [["指标", "值"], ["甲", "80%"]])
    page.text(280, 800, "— 1 —", size=10)
    return pdf([page, page], bookmarks=[("总体要求", 0)])


SEEDS: Mapping[str, bytes] = {
    "txt": (PLAN * 2).encode(),
    "md": library_files.document(_FRONT) + _MARKDOWN.encode(),
    "html": _PAGE.replace("<body>", f"<body><div class=nav>首页</div>{_FACTS}").encode(),
    "mht": pages.web_archive_with_broken_coding(),
    "pdf": _pdf(),
    "docx": _word(),
    "zip": packages.zipped(
        {"规划.txt": archives.TEXT, "a/规划.docx": _word(), "b.zip": packages.zipped({"c.md": _MARKDOWN})}
    ),
}

_LABELS = (
    "一、 （一） 1. (1) 第一章 第一条 第二节 附件 附件1： 目录 —— …… ① 1 十 零 第九百九十九条 99999999999999999999."
)
_LINES = (
    "关于印发《规划》的通知 甲市人民政府 各县人民政府： 到2025年达到80%以上。 〔2021〕1号 2021年3月5日 此件公开发布 "
    "抄送： 印发 ---\\n <!--@1-2--> ( （ ） 《 》 “ ” # | * \\ é 𠮷"
)
WORDS = (
    *_LABELS.split(),
    *_LINES.replace("\\n", "\n").split(" "),
    *("\t", "\n", "\n\n", "\u3000\u3000", "— 3 —", "<!-- @1-2 -->", "---\n"),
    *("\u200b", "\ufeff", "\u202e", "\x1b[2J", "\x00", "\u2028", "\r", "\ud83d"),
)
_TAG = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"", b"NaN")

_VALUES = (
    "",
    "-1",
    "0",
    "1",
    "x",
    "true",
    "%9",
    "2147483648",
    "99999999999999999999",
    "1.5",
    "一",
    "\u202e",
    "none",
    "A",
)


def case(number: int, seed: int) -> tuple[str, bytes]:
    """The type and the bytes of one case."""
    luck = random.Random(f"{seed} {number}")
    kinds = [*SEEDS, "outline"]
    kind = kinds[number % len(kinds)]
    if kind == "outline":
        return kind, outline(luck)
    data = SEEDS[kind]
    for _ in range(luck.choice((1, 1, 2, 3, 8))):
        data = spoilt(kind, data, luck)
    return kind, data


def outline(luck: random.Random) -> bytes:
    """A text of labels, numbers, names, blanks and stray marks."""
    words = luck.sample(WORDS, luck.randint(2, 12))
    text = "".join(luck.choice(words) * luck.choice((1, 1, 1, 2, 30)) for _ in range(luck.randint(1, 120)))
    return text.encode("utf-8", "surrogatepass")


def spoilt(kind: str, data: bytes, luck: random.Random) -> bytes:
    """``data`` with one thing done to it."""
    if kind in ("docx", "zip") and luck.random() < 0.9:
        return _inside(kind, data, luck)
    if kind == "part" and luck.random() < 0.9:
        return _tree(data, luck)
    ways = (*_BYTES, *_TAGS) if kind in ("html", "part") else (*_BYTES, _number) if kind == "pdf" else _BYTES
    return luck.choice(ways)(data, luck)


def _inside(kind: str, data: bytes, luck: random.Random) -> bytes:
    """A member of a package spoilt."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            files = {info.filename: package.read(info) for info in package.infolist()}
    except Exception:  # it was spoilt before
        return luck.choice(_BYTES)(data, luck)
    if not files:
        return data
    name = luck.choice([*files, *[name for name in files if name.endswith("document.xml")] * 3])
    member = files[name]
    files[name] = spoilt("docx", member, luck) if member[:2] == b"PK" else spoilt("part", member, luck)
    if luck.random() < 0.05:
        files.pop(luck.choice([*files]))
    return packages.zipped(files)


def _place(data: bytes, luck: random.Random) -> tuple[int, int]:
    start = luck.randrange(len(data) + 1)
    return start, min(len(data), start + luck.choice((1, 2, 8, 64, 512)))


def _flip(data: bytes, luck: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(luck.choice((1, 3, 20)) if data else 0):
        changed[luck.randrange(len(changed))] = luck.randrange(256)
    return bytes(changed)


def _cut(data: bytes, luck: random.Random) -> bytes:
    return data[: luck.randrange(len(data) + 1)]


def _drop(data: bytes, luck: random.Random) -> bytes:
    start, end = _place(data, luck)
    return data[:start] + data[end:]


def _double(data: bytes, luck: random.Random) -> bytes:
    start, end = _place(data, luck)
    return data[:end] + data[start:end] * luck.choice((1, 1, 3, 50)) + data[end:]


def _move(data: bytes, luck: random.Random) -> bytes:
    start, end = _place(data, luck)
    rest = data[:start] + data[end:]
    place = luck.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def _splice(data: bytes, luck: random.Random) -> bytes:
    start, _end = _place(data, luck)
    other = luck.choice([*SEEDS.values()])
    first, last = _place(other, luck)
    return data[:start] + other[first:last] + data[start:]


def _odd(data: bytes, luck: random.Random) -> bytes:
    start, _end = _place(data, luck)
    return data[:start] + luck.choice(WORDS).encode("utf-8", "surrogatepass") + data[start:]


def _tag(data: bytes, luck: random.Random) -> bytes:
    """One tag taken out, doubled, nested many times, or put in another's place."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    one, other = luck.choice(tags), luck.choice(tags)
    new = luck.choice((b"", one[0] * 2, one[0] * 300, other[0], other[0] + one[0]))
    return data[: one.start()] + new + data[one.end() :]


def _element(data: bytes, luck: random.Random) -> bytes:
    """What stands between two tags taken out, doubled, or moved."""
    tags = list(_TAG.finditer(data))
    if len(tags) < 3:
        return data
    first = luck.randrange(len(tags) - 1)
    start, end = tags[first].start(), tags[min(len(tags) - 1, first + luck.randint(1, 6))].end()
    piece, rest = data[start:end], data[:start] + data[end:]
    place = luck.choice([m.start() for m in _TAG.finditer(rest)] or [0])
    return luck.choice(
        (rest, data[:end] + piece * luck.choice((1, 40)) + data[end:], rest[:place] + piece + rest[place:])
    )


def _tree(data: bytes, luck: random.Random) -> bytes:
    """Elements of XML taken out, repeated, moved, wrapped in themselves; values made others."""
    from lxml import etree

    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    every = [one for one in root.iter(etree.Element) if one.getparent() is not None]
    if not every:
        return data
    one, other = luck.choice(every), luck.choice(every)
    way = luck.randrange(6)
    if way == 0:
        one.getparent().remove(one)
    elif way == 1:
        for _ in range(luck.choice((1, 5, 60))):
            one.addnext(copy.deepcopy(one))
    elif way == 2:
        other.append(copy.deepcopy(one))
    elif way == 3:
        for _ in range(luck.choice((1, 5, 250))):
            outer = etree.Element(one.tag, one.attrib)
            one.getparent().replace(one, outer)
            outer.append(one)
    elif way == 4 and one.attrib:
        one.set(luck.choice(sorted(one.attrib)), luck.choice((*_VALUES, *other.attrib.values())))
    else:
        one.text = luck.choice(_VALUES)
    written: bytes = etree.tostring(root)
    return written


def _number(data: bytes, luck: random.Random) -> bytes:
    """A number made another."""
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    one = luck.choice(numbers)
    new = luck.choice((*_NUMBERS, luck.choice(numbers)[0]))
    return data[: one.start()] + new + data[one.end() :]


_BYTES: tuple[Spoil, ...] = (_flip, _cut, _drop, _double, _move, _splice, _odd)
_TAGS: tuple[Spoil, ...] = (_tag, _tag, _element, _element, _number, _number)
