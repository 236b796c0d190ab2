"""Paragraph and character styles (ECMA-376-1 §17.7), each with what its ancestors say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from policydiff.read.docx.names import W, child, switch, value, whole
from policydiff.read.docx.package import Element

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])(?!\d)|([一二三四五六1-6])级标题", re.I)
_TITLE = re.compile(r"title|标题|標題|(?:公文|文件|文章|大|主|总)标题", re.I)
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*(?:\d|heading|标题)?|table of (?:contents|figures)|contents heading", re.I)
_CN = "一二三四五六"
_BLACK = re.compile(r"黑体|hei(?!ti tc)|gothic", re.I)
"""The family that official headings are printed in (GB/T 9704-2012 §7.3.3); not bold, and read as such."""

_MOST_ANCESTORS = 20
TITLE_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are printed; ``size`` in points. None: not said."""

    bold: bool | None = None
    size: float | None = None
    font: str | None = None
    hidden: bool | None = None
    raised: bool | None = None

    def under(self, upper: Look) -> Look:
        """This look where it says something, else ``upper``."""
        return Look(
            self.bold if self.bold is not None else upper.bold,
            self.size if self.size is not None else upper.size,
            self.font if self.font is not None else upper.font,
            self.hidden if self.hidden is not None else upper.hidden,
            self.raised if self.raised is not None else upper.raised,
        )

    @property
    def black(self) -> bool:
        """True for a typeface of the family headings are printed in."""
        return self.font is not None and _BLACK.search(self.font) is not None


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's form: ``level`` 1 for a title, 2 to 6 for headings, 0 for text; its list; its characters' look."""

    level: int = 0
    centred: bool | None = None
    number: str | None = None
    number_level: int | None = None
    contents: bool = False
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id, and the one of paragraphs that name none."""

    paragraphs: Mapping[str, Style]
    characters: Mapping[str, Look]
    usual: str
    lists: Mapping[str, str]

    def of_paragraph(self, properties: Element | None) -> tuple[Style, str]:
        """The form of a paragraph with these ``w:pPr``, and its style's id."""
        name = value(properties, "pStyle") or self.usual
        return _direct(self.paragraphs.get(name, Style()), properties), name

    def of_run(self, properties: Element | None, paragraph: Style) -> Look:
        """The look of a run with these ``w:rPr`` in a paragraph of that form."""
        named = self.characters.get(value(properties, "rStyle") or "", Look())
        return look(properties).under(named).under(paragraph.look)


def styles(root: Element | None) -> Styles:
    """The styles of the styles part."""
    if root is None:
        return Styles({}, {}, "", {})
    elements = {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
    base = look(child(root, "docDefaults/rPrDefault/rPr"))
    usual = next(
        (
            name
            for name, one in elements.items()
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") == "1"
        ),
        "",
    )
    paragraphs: dict[str, Style] = {}
    characters: dict[str, Look] = {}
    lists: dict[str, str] = {}
    for name, one in elements.items():
        kind = one.get(f"{W}type")
        if kind == "character":
            found = Look()
            for ancestor in _line(elements, name):
                found = look(child(ancestor, "rPr")).under(found)
            characters[name] = found
        elif kind == "numbering":
            lists[name] = value(one, "pPr/numPr/numId") or ""
        else:
            paragraphs[name] = _paragraph(_line(elements, name), base)
    return Styles(paragraphs, characters, usual, lists)


def look(properties: Element | None) -> Look:
    """What ``w:rPr`` says."""
    if properties is None:
        return Look()
    fonts = child(properties, "rFonts")
    size = whole(value(properties, "sz"))
    raised = value(properties, "vertAlign")
    return Look(
        switch(properties, "b"),
        size / 2 if size else None,
        fonts.get(f"{W}eastAsia") if fonts is not None else None,
        switch(properties, "vanish"),
        None if raised is None else raised == "superscript",
    )


def _line(elements: Mapping[str, Element], name: str) -> list[Element]:
    """A style's ancestors and itself, the oldest first."""
    found: list[Element] = []
    while name in elements and len(found) < _MOST_ANCESTORS:
        found.insert(0, elements[name])
        name = value(elements[name], "basedOn") or ""
    return found


def _paragraph(ancestors: list[Element], base: Look) -> Style:
    found = Style(look=base)
    for one in ancestors:
        found = _direct(found, child(one, "pPr"))
        named = value(one, "name", "") or ""
        level = _level(named)
        found = replace(
            found,
            level=found.level if level is None else level,
            contents=found.contents or _CONTENTS.fullmatch(named.strip()) is not None,
            look=look(child(one, "rPr")).under(found.look),
        )
    return found


def _direct(style: Style, properties: Element | None) -> Style:
    """``style`` with what ``w:pPr`` says itself."""
    if properties is None:
        return style
    outline = whole(value(properties, "outlineLvl"))
    aligned = value(properties, "jc")
    level = whole(value(properties, "numPr/ilvl"))
    return replace(
        style,
        level=style.level if outline is None else min(outline + 2, 6) if outline < 9 else 0,
        centred=style.centred if aligned is None else aligned == "center",
        number=value(properties, "numPr/numId", style.number),
        number_level=style.number_level if level is None else level,
    )


def _level(name: str) -> int | None:
    """The level that a style's name tells; None where it tells none."""
    name = name.strip()
    if m := _HEADING.fullmatch(name):
        digit = m[1] or m[2]
        return min(6, (_CN.index(digit) + 1 if digit in _CN else int(digit)) + 1)
    return TITLE_LEVEL if _TITLE.fullmatch(name) else None
