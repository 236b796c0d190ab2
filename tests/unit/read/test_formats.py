"""One document in every format gives the same sections; LibreOffice is started a few times in all."""

from __future__ import annotations

import contextlib
import io
import shutil
import socket
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest

from policydiff.errors import NotText
from policydiff.keys import key
from policydiff.model import Document
from policydiff.outline import parse
from policydiff.read import source
from policydiff.read.kinds import Kind, kind_of
from policydiff.read.office import as_docx
from tests.words import Word

SOFFICE = shutil.which("soffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

CONVERTED = ("odt", "rtf", "doc", "txt:Text (encoded):UTF8")


def plan() -> Word:
    """A plan with automatic numbers, a table and a signature."""
    word = Word()
    word.add("某市智慧城市发展规划", bold=True, size=22, centred=True)
    n = word.list(("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    word.add("总体要求", numbered=(n, 0))
    word.add("指导思想", numbered=(n, 1))
    word.add("坚持创新引领、数据驱动，建设智慧城市，提升治理能力和公共服务水平。")
    word.add("发展目标", numbered=(n, 1))
    word.add("到2025年，主要指标如下：")
    word.table([["指标", "单位", "目标值"], ["公共数据共享率", "%", "90"], ["政务服务网办率", "%", "95"]])
    word.add("主要任务", numbered=(n, 0))
    word.add("建设数据平台", numbered=(n, 1))
    for text in ("建设全市统一的数据共享交换平台。", "制定数据资源目录。"):
        word.add(text, numbered=(n, 2))
    word.add("开放公共数据", numbered=(n, 1))
    word.add("依法有序开放公共数据，鼓励社会化利用。")
    word.add("保障措施", numbered=(n, 0))
    word.add("加强组织领导，落实资金保障，强化监督考核。")
    return word


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan as DOCX, and as what LibreOffice makes of it."""
    made = tmp_path_factory.mktemp("formats")
    (made / "plan.docx").write_bytes(plan().bytes())
    for form in CONVERTED if SOFFICE else ():
        profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
        subprocess.run(
            [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(made), str(made / "plan.docx")],
            check=True,
            capture_output=True,
        )
    return made


def parsed(path: Path) -> Document:
    (document,) = parse(source(path.read_bytes(), name=path.name)).documents
    return document


def sections(document: Document) -> list[tuple[str, str, list[str]]]:
    """Title, text and tables' cells of every section, as keys."""
    return [
        (
            key(section.title),
            key(section.text),
            [key(cell) for table in section.tables for row in (table.header, *table.rows) for cell in row],
        )
        for section in document.walk()
    ]


def test_the_structure_is_the_known_one(folder: Path) -> None:
    found = parsed(folder / "plan.docx")
    assert found.title == "某市智慧城市发展规划"
    assert [(s.id, s.label, s.heading) for s in found.walk()] == [
        ("1", "一、", "总体要求"),
        ("1.1", "（一）", "指导思想"),
        ("1.2", "（二）", "发展目标"),
        ("2", "二、", "主要任务"),
        ("2.1", "（一）", "建设数据平台"),
        ("2.1.1", "1.", "建设全市统一的数据共享交换平台"),
        ("2.1.2", "2.", "制定数据资源目录"),
        ("2.2", "（二）", "开放公共数据"),
        ("3", "三、", "保障措施"),
    ]
    (table,) = next(s for s in found.walk() if s.heading == "发展目标").tables
    assert table.header == ("指标", "单位", "目标值")


@needs_soffice
@pytest.mark.parametrize("form", ["odt", "rtf", "doc"])
def test_the_same_sections_from_every_format(folder: Path, form: str) -> None:
    path = folder / f"plan.{form}"
    found = parsed(path)
    assert sections(found) == sections(parsed(folder / "plan.docx"))
    assert found.origin.media_type == kind_of(path.read_bytes()).media_type
    assert any("LibreOffice" in problem.message for problem in found.problems)


@needs_soffice
def test_the_same_sections_from_plain_text(folder: Path) -> None:
    found, known = parsed(folder / "plan.txt"), parsed(folder / "plan.docx")
    plain = [(title, text + "".join(cells)) for title, text, cells in sections(known)]
    assert [(title, text) for title, text, _cells in sections(found)] == plain


def linking(address: str) -> bytes:
    """An ODT file with a picture that is somewhere else."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0"'
        f' xmlns:draw="{names}:drawing:1.0" xmlns:svg="{names}:svg-compatible:1.0"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text><text:p>正文'
        '<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">'
        f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        "</draw:frame></text:p></office:text></office:body></office:document-content>"
    )
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    manifest = (
        f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0" manifest:version="1.2">'
        f"{entry.format('/', Kind.ODT.media_type)}{entry.format('content.xml', 'text/xml')}</manifest:manifest>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", Kind.ODT.media_type)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


@needs_soffice
def test_nothing_is_fetched_while_converting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A listener on this machine stands for the network; LibreOffice's settings alone keep it off."""
    monkeypatch.setattr("policydiff.read.office.convert._shut_in", tuple)
    asked: list[bytes] = []
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)

        def listen() -> None:
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    caller = server.accept()[0]
                    asked.append(caller.recv(100))
                    caller.close()

        listener = threading.Thread(target=listen)
        listener.start()
        try:
            converted = as_docx(linking(f"http://127.0.0.1:{server.getsockname()[1]}/a.png"), Kind.ODT)
        finally:
            done.set()
            listener.join()
    assert "正文" in source(converted, name="x.docx").text
    assert not asked


class TestWithoutLibreOffice:
    @pytest.fixture(autouse=True)
    def _none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("policydiff.read.office.convert.soffice", lambda: None)

    @pytest.mark.parametrize(
        ("data", "kind"), [(b"{\\rtf1 a}", "RTF"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC/WPS")]
    )
    def test_the_error_names_what_to_install(self, data: bytes, kind: str) -> None:
        with pytest.raises(NotText, match=kind) as caught:
            source(data, name="x")
        assert "libreoffice-writer" in caught.value.fix


def test_a_conversion_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("policydiff.read.office.convert.soffice", lambda: str(program))
    monkeypatch.setattr("policydiff.read.office.convert.CONVERSION_SECONDS", 0.2)
    with pytest.raises(NotText, match="took too long"):
        as_docx(b"{\\rtf1 a}", Kind.RTF)


def test_a_type_is_told_at_once_whatever_stands_before_the_markup() -> None:
    """Comments and blanks without end, and no element behind them: no other way of parting them is tried."""
    assert kind_of(b" <!-- @1-2 -->" * 250 + "一、总则".encode()) is Kind.TEXT
    assert kind_of(b" <!-- @1-2 -->" * 250 + b"<p>x") is Kind.HTML
