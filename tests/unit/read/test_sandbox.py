"""A reader that hangs, crashes, fills the memory or calls home is stopped, and the next file is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from policydiff import messages
from policydiff.errors import InputError, NotText
from policydiff.model import Change, MarkedHeading, Origin, PageMark, Source, SourceTable, Span
from policydiff.read.kinds import Kind
from policydiff.read.sandbox import wire
from policydiff.read.sandbox.client import Worker
from tests.words import Word

MISCHIEF = """
from policydiff.read.sandbox import worker
from policydiff.model import Origin, Source

class Mischief:
    def source(self, data, *, name):
        if name == "hangs":
            while True: pass
        if name == "sleeps":
            import time; time.sleep(60)
        if name == "crashes":
            import os; os._exit(3)
        if name == "aborts":
            import os; os.abort()
        if name == "fills":
            return bytes(1 << 33)
        if name == "digs":
            return self.source(data, name=name)
        if name == "fails":
            raise ZeroDivisionError("by chance")
        if name == "connects":
            import socket; socket.create_connection(("127.0.0.1", 9))
        if name == "looks up":
            import socket; socket.getaddrinfo("example.org", 80)
        if name == "runs":
            import subprocess; subprocess.run(["true"])
        if name == "prints":
            import os; os.write(1, b"noise" * 100); print("noise")
        return Source(origin=Origin(name=name, sha256="", media_type="", encoding=""), text=data.decode())

worker.reader_of = lambda kind: Mischief()
worker.main()
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A reading process whose reader does what the file's name says."""
    made = Worker((sys.executable, "-c", MISCHIEF))
    yield made
    made.stop()


def read(worker: Worker, name: str, **limits: float) -> str:
    return worker.read("正文".encode(), Kind.TEXT, name, **limits).text


def test_one_process_reads_file_after_file(worker: Worker) -> None:
    assert read(worker, "good") == "正文"
    first = worker.process_id
    assert read(worker, "prints") == "正文", "what a reader prints is no answer"
    assert worker.process_id == first is not None


@pytest.mark.parametrize(
    ("name", "said", "limits"),
    [
        pytest.param(
            "hangs", "took too long", {"cpu": 0.2}, marks=pytest.mark.skipif(sys.platform == "win32", reason="rlimits")
        ),
        ("sleeps", "took too long", {"wall": 0.3}),
        ("crashes", "crashed", {}),
        ("aborts", "crashed", {}),
        pytest.param("fills", "memory", {}, marks=pytest.mark.skipif(sys.platform != "linux", reason="rlimits")),
        ("digs", "nested too deeply", {}),
        ("fails", "ZeroDivisionError: by chance", {}),
        ("connects", "may not use socket", {}),
        ("looks up", "may not use socket", {}),
        ("runs", "may not use subprocess", {}),
    ],
)
def test_mischief_costs_only_its_file(worker: Worker, name: str, said: str, limits: dict[str, float]) -> None:
    with pytest.raises(NotText, match=said) as caught:
        read(worker, name, **limits)
    assert caught.value.cause
    assert caught.value.fix
    assert read(worker, "good") == "正文"


def test_a_reader_s_own_error_comes_through(worker: Worker) -> None:
    made = Worker()
    with pytest.raises(NotText, match="nothing in the file"):
        made.read(Word().bytes(), Kind.DOCX, "空.docx")
    messages.use("zh")
    with pytest.raises(InputError) as caught:
        made.read(b"PK", Kind.DOCX, "坏.docx")
    made.stop()
    assert "\u4e00" <= caught.value.what[0] <= "\u9fff"


def test_a_source_passes_whole() -> None:
    source = Source(
        origin=Origin(name="甲.pdf", sha256="ab", media_type="application/pdf", encoding="binary"),
        text="文\ud800\n\u2028\x00",
        markup=(Change(0, 1, "字"),),
        headings=(MarkedHeading(span=Span(start=0, end=1), depth=2),),
        pages=(PageMark(offset=1, number=-1),),
        tables=(SourceTable(span=Span(start=1, end=2), header=("甲",), rows=(("乙",), ())),),
        facts={"date": "2021-03-05"},
        problems=("p",),
    )
    assert wire.unpacked(wire.packed(source)) == source
