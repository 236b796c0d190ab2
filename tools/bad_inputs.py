"""The bad inputs of the tests: written down in docs/bad-inputs.md, or written into a folder to be tried by hand.

python tools/bad_inputs.py             writes docs/bad-inputs.md
python tools/bad_inputs.py --check     says whether it is up to date
python tools/bad_inputs.py FOLDER      makes each input in a folder of its own below FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.bad_inputs import CASES, GROUPS, Case  # noqa: E402 - the tests are no package that is installed

PAGE = ROOT / "docs" / "bad-inputs.md"


def page() -> str:
    """The table of all of them."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Bad inputs"
    yield ""
    yield f"What `policydiff import` makes of {len(CASES)} bad inputs. Written by `python tools/bad_inputs.py` from"
    yield "`tests/bad_inputs`; `tests/cli/test_bad_inputs.py` imports each and checks what is said here. An error"
    yield "is one message with the cause and what to do, and exit code 2; it costs only the file it is about."
    for title, group in GROUPS.items():
        yield from ("", f"## {title}", "", "| input | outcome |", "|---|---|")
        yield from (f"| {case.about} | {outcome(case)} |" for case in group)


def outcome(case: Case) -> str:
    """What becomes of it, in words."""
    said = f"error: “{case.refused.strip('“”')}”" if case.refused else ""
    read = "read" if case.text else ""
    if said and read:
        read = "the others are read"
    if case.problem:
        read += f", with the note “{case.problem}”"
    needs = f" (needs {case.needs})" if case.needs else " (after some seconds)" if case.slow else ""
    return "; ".join(part for part in (said, read) if part) + needs


def write(folder: Path) -> None:
    """Make every input."""
    for case in CASES:
        place = folder / case.name
        place.mkdir(parents=True)
        print(case.build(place))


def main(arguments: list[str]) -> int:
    """Do what was asked; 1 where the page is not up to date."""
    if arguments == ["--check"]:
        return int(PAGE.read_text(encoding="utf-8") != page())
    if arguments:
        write(Path(arguments[0]))
    else:
        PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
