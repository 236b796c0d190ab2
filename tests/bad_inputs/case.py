"""What a bad input is, and what is expected of the program that meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TITLE = "甲市智慧城市建设规划"

SENTENCE = "坚持以人民为中心，推进数字化转型。"

PLAN = f"{TITLE}\n一、总体要求\n{SENTENCE}\n二、主要任务\n到2025年，数据共享率达到80%以上。\n"
"""What every file that can be read holds."""

Make = Callable[[], bytes]
Build = Callable[[Path], Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One bad input.

    ``build`` makes it in a folder and gives its path. ``refused`` is what the error says, "" where there is none;
    ``text`` what stands in the library afterwards, "" where nothing does; ``problem`` what that document's list of
    problems says. ``needs`` is what the machine must have for that outcome. ``slow`` inputs take seconds until a limit
    stops them.
    """

    name: str
    about: str
    build: Build
    refused: str = ""
    text: str = ""
    problem: str = ""
    needs: str = ""
    slow: bool = False

    @property
    def exit_code(self) -> int:
        """How an import of it ends."""
        return 2 if self.refused else 0


class Corpus(list[Case]):
    """Cases, gathered by the decorators of the modules of this package."""

    def file(
        self,
        name: str,
        *,
        refused: str = "",
        text: str | None = None,
        problem: str = "",
        needs: str = "",
        slow: bool = False,
    ) -> Callable[[Make], Make]:
        """A function that gives the bytes of the file called ``name``; its docstring says what is bad about it."""

        def add(make: Make) -> Make:
            def build(folder: Path) -> Path:
                path = folder / name
                path.write_bytes(make())
                return path

            self._add(make, build, refused, text, problem, needs, slow)
            return make

        return add

    def place(
        self, *, refused: str = "", text: str | None = None, problem: str = "", needs: str = "", slow: bool = False
    ) -> Callable[[Build], Build]:
        """A function that makes something in a folder and gives its path."""

        def add(build: Build) -> Build:
            self._add(build, build, refused, text, problem, needs, slow)
            return build

        return add

    def _add(
        self,
        function: Callable[..., object],
        build: Build,
        refused: str,
        text: str | None,
        problem: str,
        needs: str,
        slow: bool,
    ) -> None:
        about = " ".join((function.__doc__ or "").split()).rstrip(".")
        kept = text if text is not None else "" if refused else SENTENCE
        name = function.__name__.rstrip("_")
        self.append(
            Case(
                name=name, about=about, build=build, refused=refused, text=kept, problem=problem, needs=needs, slow=slow
            )
        )
