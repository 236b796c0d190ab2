"""Archives: every file in them, by its name; bombs, tricks and damage cost one message each."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from policydiff.errors import InputError
from policydiff.model import Source
from policydiff.read import sources
from policydiff.read.archive import Member, members
from policydiff.read.archive.names import name_of
from policydiff.read.limits import MAX_NESTING

TEXT = "某市规划\n一、总则\n正文。\n".encode()


def archive_of(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def outcome(data: bytes) -> tuple[list[str], list[str]]:
    """The names read, and what was said of the others."""
    found = list(sources(data, name="合集.zip"))
    read = [one.origin.name for one in found if isinstance(one, Source)]
    return read, [one.what for one in found if isinstance(one, InputError)]


def test_every_document_and_nothing_else() -> None:
    files = {
        "甲/一.txt": TEXT,
        "表.xlsx": b"x",
        "__MACOSX/._一.txt": b"x",
        "~$一.docx": b"x",
        "说明": TEXT,
        "二.md": TEXT,
    }

    assert outcome(archive_of(files)) == (["一.txt", "说明", "二.md"], [])


def test_archives_in_archives_up_to_a_depth() -> None:
    data = TEXT
    for depth in range(MAX_NESTING + 1):
        data = archive_of({f"{depth}.zip" if depth else "一.txt": data, "旁.txt": TEXT})
        read, errors = outcome(data)
        assert len(read) == (depth + 2 if depth < MAX_NESTING else MAX_NESTING)
        assert bool(errors) == (depth + 1 > MAX_NESTING)


def test_names_of_chinese_windows() -> None:
    member = zipfile.ZipInfo("规划.txt".encode("gbk").decode("cp437"))
    assert name_of(member) == "规划.txt"
    member = zipfile.ZipInfo("规划.txt".encode().decode("cp437"))
    assert name_of(member) == "规划.txt", "UTF-8 without its flag"
    member.flag_bits = 0x800
    member.filename = "规划二.txt"
    assert name_of(member) == "规划二.txt"


def test_a_unicode_path_wins() -> None:
    raw = b"GUIHUA~1.TXT"
    field = b"\x01" + struct.pack("<I", zlib.crc32(raw)) + "规划.txt".encode()
    member = zipfile.ZipInfo(raw.decode())
    member.extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert name_of(member) == "规划.txt"


@pytest.mark.parametrize(
    "name", ["../../etc/规划.txt", "/etc/规划.txt", "C:\\windows\\..\\规划.txt", "a/./b/../规划.txt"]
)
def test_no_name_leads_out(name: str) -> None:
    parts = name_of(zipfile.ZipInfo(name)).split("/")
    assert parts[-1] == "规划.txt" or parts[-1].encode("cp437", "replace")
    assert not {"", ".", ".."} & set(parts)
    assert not any(part.endswith(":") for part in parts)


def test_a_bomb_is_stopped_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.read.archive.unpacking.RATIO_COUNTS_FROM", 1 << 20)
    bomb = archive_of({"弹.txt": b"\0" * (8 << 20), "好.txt": TEXT})

    read, errors = outcome(bomb)

    assert read == []
    assert ["unpacks to more than 1" in error or "unpacks to more than 2" in error for error in errors] == [True, True]


def test_a_member_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.read.archive.unpacking.MAX_MEMBER_BYTES", 1 << 20)
    read, errors = outcome(archive_of({"大.txt": bytes(range(256)) * (8 << 12), "好.txt": TEXT}))

    assert read == ["好.txt"]
    assert len(errors) == 1
    assert "too large" in errors[0]


def test_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.read.archive.unpacking.MAX_MEMBERS", 2)
    read, errors = outcome(archive_of({f"{n}.txt": TEXT for n in range(3)}))

    assert read == ["0.txt", "1.txt"]
    assert "more than 2 files" in errors[0]


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(archive_of({"密.txt": TEXT, "好.txt": TEXT}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1

    read, errors = outcome(bytes(data))

    assert read == ["好.txt"]
    assert "合集.zip/密.txt" in errors[0]
    assert "password" in errors[0]


def test_a_damaged_member_costs_only_itself() -> None:
    data = bytearray(archive_of({"坏.txt": TEXT * 50, "好.txt": TEXT}))
    start = data.index("坏.txt".encode()) + len("坏.txt".encode())
    data[start + 2 : start + 12] = b"\xff" * 10

    read, errors = outcome(bytes(data))

    assert read == ["好.txt"]
    assert "坏.txt" in errors[0]


def test_an_archive_without_documents() -> None:
    assert "no document" in outcome(archive_of({"a.xlsx": b"x"}))[1][0]


def test_a_single_document_may_come_packed() -> None:
    found = list(members(archive_of({"一.txt": TEXT}), name="合集.zip"))
    assert [one.name for one in found if isinstance(one, Member)] == ["合集.zip/一.txt"]
