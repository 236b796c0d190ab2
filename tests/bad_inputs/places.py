"""What stands at a path: nothing, a folder, a link, a device, a pipe, a name no terminal should see."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tests.bad_inputs.case import PLAN, Corpus

CORPUS = Corpus()
bad = CORPUS.place


def _text(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN, encoding="utf-8")
    return path


@bad(refused="There is no file")
def missing(folder: Path) -> Path:
    """No such file."""
    return folder / "missing.txt"


@bad(refused="cannot be read")
def file_as_folder(folder: Path) -> Path:
    """A file taken for a folder."""
    return _text(folder / "file.txt") / "inside.txt"


@bad(refused=".txt")
def name_too_long(folder: Path) -> Path:
    """A name longer than file systems know."""
    return folder / ("长" * 300 + ".txt")


@bad(refused="There is no file")
def link_to_nothing(folder: Path) -> Path:
    """A link whose target is gone."""
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    return folder / "broken.txt"


@bad(refused="cannot be read")
def links_in_a_circle(folder: Path) -> Path:
    """Two links that lead to each other."""
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    return folder / "one.txt"


@bad()
def folder_in_itself(folder: Path) -> Path:
    """A folder with a link to itself; its files are read once."""
    _text(folder / "loop" / "规划.txt")
    (folder / "loop" / "again").symlink_to(folder / "loop")
    return folder / "loop"


@bad(refused="There is no file to import")
def folder_of_nothing(folder: Path) -> Path:
    """An empty folder."""
    (folder / "nothing").mkdir()
    return folder / "nothing"


@bad()
def folder_with_a_pipe(folder: Path) -> Path:
    """A folder with a pipe that nobody writes to, beside a good file."""
    _text(folder / "pipes" / "规划.txt")
    os.mkfifo(folder / "pipes" / "pipe.txt")
    return folder / "pipes"


@bad(refused="cannot be read", needs="socket")
def socket_(folder: Path) -> Path:
    """A socket."""
    here = os.getcwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket.txt")
    finally:
        os.chdir(here)
    return folder / "socket.txt"


@bad(refused="There is nothing in the file.")
def device_without_content(_folder: Path) -> Path:
    """The device that holds nothing."""
    return Path("/dev/null")


@bad(refused="is too large")
def device_without_end(_folder: Path) -> Path:
    """The device that never ends."""
    return Path("/dev/zero")


@bad(refused="is too large: 1000000 MB.")
def sparse(folder: Path) -> Path:
    """A file of a terabyte, all holes."""
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(10**12)
    return folder / "sparse.txt"


@bad(refused="cannot be read", needs="a user who is not root")
def not_permitted(folder: Path) -> Path:
    """A file that may not be read."""
    path = _text(folder / "secret.txt")
    path.chmod(0)
    return path


@bad()
def name_with_escapes(folder: Path) -> Path:
    """A name that would colour a terminal and break a line."""
    return _text(folder / "\x1b[31mred\nline\u202e.txt")


@bad()
def name_that_is_an_option(folder: Path) -> Path:
    """A name that begins with a dash, in a folder."""
    return _text(folder / "dash" / "--library=x.txt").parent


@bad()
def name_that_is_no_text(folder: Path) -> Path:
    """A name that is not UTF-8."""
    return _text(Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")))


@bad()
def name_of_255_bytes(folder: Path) -> Path:
    """The longest name there is."""
    return _text(folder / ("长" * 83 + "xx.txt"))
