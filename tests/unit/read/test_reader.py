"""A file becomes a source, or an error that says what, why, and what to do."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from policydiff import messages
from policydiff.errors import NotText, PolicyDiffError, UnreadableFile
from policydiff.read import MAX_BYTES, read, source

TEXT = "某市智慧城市规划\n一、总体要求\n到2025年，数据共享率达到90%以上。\n"


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "规划.txt"
    path.write_bytes(TEXT.encode("gb18030"))

    found = read(path)

    assert found.text == TEXT
    assert (found.origin.name, found.origin.media_type, found.origin.encoding) == ("规划.txt", "text/plain", "gb18030")
    assert found.origin.sha256 == hashlib.sha256(TEXT.encode("gb18030")).hexdigest()
    assert found.markup == found.headings == found.pages == ()


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_line_ends_become_one(line_end: str) -> None:
    assert source(TEXT.replace("\n", line_end).encode(), name="x.txt").text == TEXT


def test_markdown_is_told_by_its_ending() -> None:
    data = "# 总则\n正文。\n".encode()

    assert source(data, name="x.MD").origin.media_type == "text/markdown"
    assert source(data, name="x.MD").headings
    assert not source(data, name="x.txt").headings


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\u3000\u200b\n".encode(), b"\xef\xbb\xbf"])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(NotText, match="nothing in the file"):
        source(data, name="x.txt")


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (b"\x89PNG\r\n", "PNG", "OCR"),
        (b"\xff\xd8\xff\xe0", "JPEG", "OCR"),
        (b"Rar!\x1a\x07", "RAR", "Unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "XLS", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password", "password"),
    ],
)
def test_what_holds_no_text_is_called_by_its_name(tmp_path: Path, data: bytes, kind: str, remedy: str) -> None:
    path = tmp_path / "规划.txt"
    path.write_bytes(data)

    with pytest.raises(NotText, match=kind) as caught:
        read(path)

    assert "规划.txt" in caught.value.what
    assert remedy in caught.value.fix


def test_a_package_cut_short() -> None:
    with pytest.raises(NotText, match="damaged"):
        source(b"PK\x03\x04....", name="规划.docx")


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no file"):
        read(tmp_path / "没有.txt")


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a directory"):
        read(tmp_path)


def test_a_path_no_system_knows() -> None:
    with pytest.raises(UnreadableFile):
        read("规划\0.txt")


def test_a_directory_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "规划.txt").write_text(TEXT, "utf-8")

    with pytest.raises(UnreadableFile, match="cannot be read"):
        read(tmp_path / "规划.txt" / "内")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_not_permitted(tmp_path: Path) -> None:
    path = tmp_path / "规划.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)

    with pytest.raises(UnreadableFile, match="cannot be read"):
        read(path)


def test_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(NotText, match="too large: 134 MB"):
        read(path)


def test_errors_speak_chinese(tmp_path: Path) -> None:
    messages.use("zh")

    with pytest.raises(PolicyDiffError) as caught:
        read(tmp_path / "没有.txt")

    assert all("\u4e00" <= part[0] <= "\u9fff" for part in (caught.value.cause, caught.value.fix))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("# 总则\n正文。\n".encode())))

    found = read("-")

    assert found.origin.name == "stdin"
    assert found.origin.media_type == "text/markdown", "without an ending, headings tell Markdown"


def test_a_mislabelled_file_is_read_as_what_it_is() -> None:
    found = source(TEXT.encode(), name="规划.doc")

    assert found.text == TEXT
    assert found.problems == ("the file is named .doc, but it is TXT; it was read as that",)
    assert not source(TEXT.encode(), name="规划.md").problems
