"""The same document as text, web page and PDF gives the same sections."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from benchmarks.quality.flat_odt import Sheet, flat_odt
from benchmarks.quality.formats import as_html, as_pdfs, as_text, equal, keys, written

from policydiff.model import Document
from policydiff.outline import parse
from policydiff.read import source

SENTENCE = "坚持统筹规划、分类指导，到2025年，基本建成统筹规范、泛在有序的感知体系，数据汇通共用水平提升20%以上。"
TASKS = "各地、各部门要加强组织领导，明确责任分工，结合实际制定具体办法，确保各项任务落到实处，重大事项及时报告。"
PLAN = f"""某市人民政府关于加强城市治理工作的意见
某政发〔2021〕5号
各区人民政府，市政府各部门：
为加快推进城市治理体系和治理能力现代化，提出以下意见。
一、总体要求
（一）指导思想。
{SENTENCE}
（二）基本原则。
{TASKS}
{SENTENCE}
二、重点任务
（三）建设感知体系。
1.加强终端建设。{TASKS}
2.推动数据共享。{SENTENCE}
（四）完善工作机制。
{TASKS * 3}
三、保障措施
{SENTENCE * 2}
"""
TABLE = (("序号", "任务", "牵头单位"), ("1", "建设感知体系", "市大数据局"), ("2", "完善工作机制", "市政府办公厅"))


@pytest.fixture(scope="module")
def document() -> Document:
    return one(PLAN.encode(), "x.txt")


def one(data: bytes, name: str) -> Document:
    (found,) = parse(source(data, name=name)).documents
    return found


def test_text_and_web_page(document: Document) -> None:
    blocks = written(document)
    assert equal(keys(document), keys(one(as_text(blocks).encode(), "x.txt"))) == 1
    assert equal(keys(document), keys(one(as_html(blocks, document.title).encode(), "x.html"))) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice, which sets the PDFs, is not installed")
def test_pdfs_that_libreoffice_set(document: Document, tmp_path: Path) -> None:
    looks = {"plain": Sheet(), "columns": Sheet(size=10.5, columns=2, header="某市公报", numbered=True)}
    blocks = [*written(document) * 1, *[("", TASKS)] * 6, TABLE, ("", SENTENCE)]
    wanted = one((as_text(blocks)).encode(), "x.txt")
    for name, look in looks.items():
        (tmp_path / f"{name}.fodt").write_text(flat_odt(blocks, look), "utf-8")
    assert as_pdfs(sorted(tmp_path.glob("*.fodt")), tmp_path)
    for name in looks:
        found = one((tmp_path / f"{name}.pdf").read_bytes(), f"{name}.pdf")
        assert equal(keys(wanted), keys(found)) == 1, name
        assert (found.title, found.doc_number) == (document.title, document.doc_number)
        assert [table.rows for section in found.walk() for table in section.tables] == [TABLE[1:]]
