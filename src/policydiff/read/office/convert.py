"""Conversion by LibreOffice without a window: a fresh profile and folder each time, stopped when it takes too long."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from policydiff.errors import NotText
from policydiff.messages import _
from policydiff.read.kinds import Kind
from policydiff.read.limits import CONVERSION_SECONDS, MAX_BYTES
from policydiff.read.office import profile

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_ENDINGS: Mapping[Kind, str] = {Kind.DOC: ".doc", Kind.RTF: ".rtf", Kind.ODT: ".odt", Kind.WORD_XML: ".xml"}
_FILTER = "docx:Office Open XML Text"
_WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net", "--")
"""A network namespace without any device, where the system lets users make one."""


def soffice() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((place for place in _PLACES if os.path.exists(place)), None)


def as_docx(data: bytes, kind: Kind) -> bytes:
    """``data`` as a DOCX file.

    Raises `NotText` where LibreOffice is missing, fails, or takes longer than `CONVERSION_SECONDS`; and for OFD.
    """
    if kind is Kind.OFD:
        raise NotText(
            _("OFD files are not read."),
            cause=_("There is no suitable software library for this page format."),
            fix=_("Open it in an OFD reader, export it as PDF, and give the PDF."),
        )
    program = soffice()
    if program is None:
        raise NotText(
            _("{kind} files are read through LibreOffice, which is not installed.").format(kind=kind.label),
            cause=_("There is no program “soffice” on this machine's path."),
            fix=_("Install LibreOffice Writer (libreoffice-writer), or save the file as DOCX and give that."),
        )
    with tempfile.TemporaryDirectory(prefix="policydiff-", ignore_cleanup_errors=True) as folder:
        return _converted(program, data, _ENDINGS[kind], Path(folder))


def _converted(program: str, data: bytes, ending: str, folder: Path) -> bytes:
    profile.write(folder / "profile")
    (folder / "out").mkdir()
    source = folder / f"document{ending}"
    source.write_bytes(data)
    options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard")
    _run(
        (
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *options,
            "--convert-to",
            _FILTER,
            "--outdir",
            str(folder / "out"),
            str(source),
        ),
        folder,
    )
    result = folder / "out" / "document.docx"
    if not result.exists() or result.stat().st_size > MAX_BYTES:
        raise NotText(
            _("LibreOffice cannot read the file."),
            cause=_("It is damaged, protected by a password, or of another type than its bytes say."),
            fix=_("Open it in its program, save it as DOCX, and give that file."),
        )
    return result.read_bytes()


def _run(command: tuple[str, ...], folder: Path) -> None:
    """Run ``command`` to its end; with everything it started, stop it when it takes too long."""
    quiet = {**os.environ, "HOME": str(folder), "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    process = subprocess.Popen(
        (*_shut_in(), *command),
        cwd=folder,
        env=quiet,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(CONVERSION_SECONDS)
    except subprocess.TimeoutExpired:
        raise NotText(
            _("LibreOffice took too long with the file, and was stopped."),
            cause=_("It is very large, or made so that programs hang on it."),
            fix=_("Open it in its program, save it as DOCX, and give that file."),
        ) from None
    finally:
        _end(process)


def _shut_in() -> tuple[str, ...]:
    """What keeps a program off the network; nothing where the system offers nothing."""
    if sys.platform != "linux" or shutil.which(_WITHOUT_NETWORK[0]) is None:
        return ()
    tried = subprocess.run((*_WITHOUT_NETWORK, "true"), capture_output=True, check=False)
    return _WITHOUT_NETWORK if tried.returncode == 0 else ()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop the process and its children (LibreOffice starts several)."""
    with contextlib.suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
