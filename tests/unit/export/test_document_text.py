from __future__ import annotations

from policydiff.export.document_text import text
from policydiff.model import Table
from tests import samples
from tests.factory import document, preamble, section


def test_a_document_reads_from_top_to_bottom() -> None:
    assert text(samples.old()) == (
        "甲市人民政府关于印发《甲市智慧城市规划》的通知\n甲市智慧城市规划\n"
        "甲政发〔2021〕1号  甲市人民政府  2021-03-05\n"
        "\n为推进智慧城市建设，制定本规划。\n\n一、总体要求\n坚持以人民为中心。\n\n二、主要任务\n"
        "\n（一）数据治理\n到2025年，数据共享率达到80%以上。\n\n（二）旧平台\n清理旧平台。\n"
    )


def test_tables_stand_in_their_place_and_closing_text_after_the_children() -> None:
    table = Table(at=3, header=("指标", "2025年"), rows=(("共享率", "80%"),))
    plain = document(
        preamble("序"),
        section("一、", "目标", "前文\n后文\n尾文", section("（一）", "子节", "子文"), tail=6, tables=(table,)),
        closing="抄送：乙局。",
    )
    assert text(plain) == (
        "测试市智慧城市规划\n\n序\n\n一、目标\n前文\n指标 | 2025年\n共享率 | 80%\n后文\n"
        "\n（一）子节\n子文\n尾文\n\n抄送：乙局。\n"
    )


def test_no_control_characters() -> None:
    assert not set(text(samples.new())) & set("\x1b\x07\x9b")
