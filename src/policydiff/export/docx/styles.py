"""Styles, fonts, settings and footer of our Word documents.

Fonts and sizes follow GB/T 9704-2012 where it says something (title 小标宋 22 pt, text 仿宋, page number — 1 — 14 pt)
and published comparison tables elsewhere. Sizes are half points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.export.docx.marks import STYLE_IDS, MarkStyle
from policydiff.export.docx.wml import attribute, part
from policydiff.synopsis.marks import Mark

TITLE_FONT, TEXT_FONT, HEAD_FONT, KAI_FONT, SONG_FONT = "方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"
LATIN_FONT = "Times New Roman"

FONTS: Mapping[str, tuple[str, str]] = {
    TITLE_FONT: ("宋体", "roman"),
    TEXT_FONT: ("FangSong", "modern"),
    HEAD_FONT: ("SimHei", "swiss"),
    KAI_FONT: ("KaiTi", "modern"),
    SONG_FONT: ("SimSun", "roman"),
}
"""Another name a program may know each font by, and its family, from which it chooses one that is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """``before``, ``after`` in twentieths of a point, ``indent`` of the first line in hundredths of a character."""

    id: str
    name: str
    font: str
    size: int
    bold: bool = False
    jc: str = ""
    before: int = 0
    after: int = 0
    line: int = 240
    indent: int = 0
    outline: int | None = None
    keep: bool = False

    @property
    def xml(self) -> str:
        """The style."""
        first = f'<w:ind w:firstLineChars="{self.indent}" w:firstLine="{self.indent * self.size // 10}"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}">'
            f"<w:name w:val={attribute(self.name)}/>"
            '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
            f"{'<w:keepNext/>' if self.keep else ''}"
            f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
            f"{first if self.indent else ''}"
            f"{f'<w:jc w:val={attribute(self.jc)}/>' if self.jc else ''}"
            f"{'' if self.outline is None else f'<w:outlineLvl w:val={attribute(str(self.outline))}/>'}"
            f"</w:pPr><w:rPr>{fonts(self.font)}{'<w:b/><w:bCs/>' if self.bold else ''}"
            f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/></w:rPr></w:style>'
        )


TABLE_STYLES = (
    ParagraphStyle(id="TableTitle", name="Table title", font=TITLE_FONT, size=44, jc="center", after=120, outline=0),
    ParagraphStyle(id="TableSubtitle", name="Table subtitle", font=KAI_FONT, size=24, jc="center", after=40),
    ParagraphStyle(id="Legend", name="Legend", font=SONG_FONT, size=21, before=120, after=40),
    ParagraphStyle(id="TableNote", name="Table note", font=SONG_FONT, size=18, after=20),
    ParagraphStyle(
        id="HeadCell", name="Head cell", font=HEAD_FONT, size=21, bold=True, jc="center", before=40, after=40
    ),
    ParagraphStyle(id="CellText", name="Cell text", font=TEXT_FONT, size=21, jc="both", line=264),
    ParagraphStyle(id="CellHeading", name="Cell heading", font=KAI_FONT, size=21, line=264),
    ParagraphStyle(id="CellCentred", name="Cell centred", font=TEXT_FONT, size=21, jc="center", line=264),
    ParagraphStyle(id="Remark", name="Remark", font=TEXT_FONT, size=18, line=252),
    ParagraphStyle(id="SmallCell", name="Small cell", font=TEXT_FONT, size=18),
    ParagraphStyle(id="SmallHead", name="Small head cell", font=HEAD_FONT, size=18, jc="center"),
)


def fonts(east_asian: str) -> str:
    """The fonts of a style: Latin letters and digits in one, Chinese in ``east_asian``."""
    return (
        f'<w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:eastAsia="{east_asian}" w:cs="{LATIN_FONT}" '
        'w:hint="eastAsia"/>'
    )


def styles_part(paragraphs: tuple[ParagraphStyle, ...], marks: Mapping[Mark, MarkStyle]) -> str:
    """``styles.xml``."""
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{STYLE_IDS[mark]}">'
        f"<w:name w:val={attribute(STYLE_IDS[mark])}/><w:qFormat/><w:rPr>{style.properties}</w:rPr></w:style>"
        for mark, style in marks.items()
    )
    return part(
        "w:styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(TEXT_FONT)}<w:kern w:val='2'/><w:sz w:val='21'/>"
        "<w:szCs w:val='21'/><w:lang w:val='en-US' w:eastAsia='zh-CN' w:bidi='ar-SA'/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(style.xml for style in paragraphs)}{characters}"
        '<w:style w:type="character" w:customStyle="1" w:styleId="MoveNumber"><w:name w:val="Move number"/><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    )


def font_table_part() -> str:
    """``fontTable.xml``."""
    items = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="{family}"/>'
        "<w:pitch w:val='variable'/></w:font>"
        for name, (other, family) in FONTS.items()
    )
    return part(
        "w:fonts", f"{items}<w:font w:name='{LATIN_FONT}'><w:charset w:val='00'/><w:family w:val='roman'/></w:font>"
    )


def settings_part(extra: str = "") -> str:
    """``settings.xml``."""
    return part(
        "w:settings",
        f'<w:zoom w:percent="100"/>{extra}<w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    )


def footer_part() -> str:
    """``footer1.xml``: — 1 — in the middle."""
    dress = f"<w:rPr>{fonts(SONG_FONT)}<w:sz w:val='28'/><w:szCs w:val='28'/></w:rPr>"
    field = (
        f'<w:r>{dress}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{dress}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{dress}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{dress}<w:t>1</w:t></w:r>'
        f'<w:r>{dress}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    dash = f'<w:r>{dress}<w:t xml:space="preserve">{{}}</w:t></w:r>'
    return part(
        "w:ftr", f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{dash.format("— ")}{field}{dash.format(" —")}</w:p>'
    )
