"""Reading files and folders into the library, step by step, so that it can be watched and stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from policydiff.errors import PolicyDiffError
from policydiff.library import Library
from policydiff.library.intake import files_in, understood
from policydiff.read import read_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """File ``done`` of ``total``, its name, and what is being done with it: reading, parsing or storing."""

    done: int
    total: int
    name: str
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of the documents (id, title, status) and which files failed."""

    added: tuple[tuple[str, str, str], ...]
    failed: tuple[tuple[str, Exception], ...]
    stopped: bool = False


class Importer:
    """One import; `stop` ends it between two steps, and what was stored until then stays."""

    def __init__(self, library: Library, tell: Callable[[Progress], None]) -> None:
        self._library = library
        self._tell = tell
        self._stopped = False
        self._added: list[tuple[str, str, str]] = []
        self._failed: list[tuple[str, Exception]] = []

    def stop(self) -> Report:
        """Do not go on; what was done until now. What is being read just then is thrown away."""
        self._stopped = True
        return self._report()

    def _report(self) -> Report:
        return Report(added=tuple(self._added), failed=tuple(self._failed), stopped=self._stopped)

    def run(self, path: Path) -> Report:
        """Read ``path``, or the files below it; one that fails does not stop the others."""
        files = list(files_in([path]))
        for number, file in enumerate(files):
            if self._stopped:
                break
            try:
                for result in self._one(file, number, len(files)):
                    if isinstance(result, PolicyDiffError):
                        self._failed.append((file.name, result))
                    else:
                        self._added.append(result)
            except PolicyDiffError as error:
                self._failed.append((file.name, error))
        return self._report()

    def _one(self, file: Path, number: int, total: int) -> Iterator[tuple[str, str, str] | PolicyDiffError]:
        def tell(stage: str) -> None:
            self._tell(Progress(done=number, total=total, name=file.name, stage=stage))

        tell("reading")
        for found in read_all(file):
            if self._stopped:
                return
            if isinstance(found, PolicyDiffError):
                yield found
                continue
            tell("parsing")
            for document in understood(found).documents:
                if self._stopped:
                    return
                tell("storing")
                done = self._library.add(document)
                yield done.id, document.main_title or document.title, str(done.status)
