"""Readers and the outline fed with spoilt files: does anything crash or hang?

    python -m benchmarks.fuzz [--cases N] [--seed S] [--keep FOLDER]    writes benchmarks/results/fuzz.md

Small valid files of every type are spoilt (`benchmarks.spoiling`) and read, repaired and outlined in a child process,
with an alarm for each case; texts for the outline are made of labels, numbers and blanks besides. A crash is any
exception but `policydiff.errors.PolicyDiffError`, and the end of the child; a hang takes more than five seconds of
processor time, or a minute by the clock. The child reads without the sandbox, so that nothing is hidden by it; only
what the sandbox tells of as such, nesting and memory, counts as a refusal there. LibreOffice's own types are left out.
"""

from __future__ import annotations

import argparse
import multiprocessing
import signal
import sys
import time
import traceback
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from benchmarks.spoiling import SEEDS, case

RESULT = Path(__file__).parent / "results" / "fuzz.md"
HANG_SECONDS, CLOCK_SECONDS = 5, 60
LIFE_CASES = 500
"""A child is replaced after so many, as a reading process is not in use for ever."""


class Finding(NamedTuple):
    """A case that went wrong: its number, its type, and how."""

    number: int
    kind: str
    how: str


class Hung(BaseException):
    """The alarm went off; nothing catches it by chance."""


def attempt(kind: str, data: bytes) -> str:
    """What becomes of ``data``: "read", "refused", or how it went wrong."""
    from policydiff.errors import PolicyDiffError
    from policydiff.library import markdown
    from policydiff.outline import parse
    from policydiff.read.archive import Member, members
    from policydiff.read.dispatch import CONVERTED_FIRST, RISKY, reader_of
    from policydiff.read.kinds import Kind, kind_of

    name = f"规划.{kind}"
    try:
        real = kind_of(data)
        inside = members(data, name=name) if real is Kind.ZIP else [Member(name, data, real)]
        read = 0
        for one in inside:
            if not isinstance(one, Member) or one.kind in CONVERTED_FIRST:
                continue
            try:
                found = reader_of(one.kind).source(one.data, name=one.name)
            except (RecursionError, MemoryError):
                if one.kind in RISKY:
                    continue
                raise
            for document in parse(found).documents:
                if markdown.load(markdown.dump(document)) != document:
                    return "the library's file says something else"
            read += 1
    except PolicyDiffError as error:
        return "refused" if error.what and error.cause and error.fix else f"no help: {error!r}"
    except Hung:
        return "hang\n" + traceback.format_exc()
    except Exception:
        return traceback.format_exc()
    return "read" if read else "refused"


def run(cases: int, seed: int, keep: Path | None = None) -> tuple[Counter[tuple[str, str]], list[Finding]]:
    """Outcomes by type, and what went wrong."""
    outcomes: Counter[tuple[str, str]] = Counter()
    findings: list[Finding] = []
    number = 0
    while number < cases:
        ours, theirs = multiprocessing.Pipe()
        last = min(number + LIFE_CASES, cases)
        child = multiprocessing.get_context("spawn").Process(target=_child, args=(theirs, number, last, seed))
        child.start()
        theirs.close()
        while number < last:
            kind, data = case(number, seed)
            how = _answer(ours, child)
            outcomes[kind, how if how in ("read", "refused") else "wrong"] += 1
            if how not in ("read", "refused"):
                findings.append(Finding(number, kind, how))
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{number}.{kind}").write_bytes(data)
            number += 1
            if not child.is_alive() and how.startswith("the process"):
                break
        child.kill()
        child.join()
    return outcomes, findings


def _answer(ours: Connection, child: multiprocessing.process.BaseProcess) -> str:
    try:
        if ours.poll(CLOCK_SECONDS):
            return str(ours.recv())
    except EOFError:
        child.join()
        return f"the process ended: {child.exitcode}"
    child.kill()
    child.join()
    return "the process hung where no signal reaches it"


def _child(answers: Connection, first: int, last: int, seed: int) -> None:
    signal.signal(signal.SIGPROF, _ring)
    attempt("txt", SEEDS["txt"] + b"?;\xef\xbf\xbd")
    for number in range(first, last):
        kind, data = case(number, seed)
        signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
        try:
            how = attempt(kind, data)
        except Hung:
            how = "hang\n" + traceback.format_exc()
        signal.setitimer(signal.ITIMER_PROF, 0)
        answers.send(how)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise Hung


def report(
    outcomes: Counter[tuple[str, str]], findings: list[Finding], arguments: argparse.Namespace, seconds: float
) -> str:
    """The page of results."""
    lines = [
        "# Fuzz",
        "",
        f"`python -m benchmarks.fuzz --cases {arguments.cases} --seed {arguments.seed}`: spoilt files read, repaired,",
        f"outlined, written as library files and read again ({seconds:.0f} s).",
        "",
        "| type | cases | read | refused with a message | crashed or hung |",
        "|---|---:|---:|---:|---:|",
    ]
    for kind in [*SEEDS, "outline"]:
        counts = [outcomes[kind, how] for how in ("read", "refused", "wrong")]
        lines.append(f"| {kind} | {sum(counts)} | {' | '.join(map(str, counts))} |")
    lines += ["", *(f"- case {f.number} ({f.kind}): {f.how.strip().splitlines()[-1]}" for f in findings)]
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Run it; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that went wrong")
    arguments = parser.parse_args()
    start = time.perf_counter()
    outcomes, findings = run(arguments.cases, arguments.seed, arguments.keep)
    page = report(outcomes, findings, arguments, time.perf_counter() - start)
    RESULT.write_text(page, encoding="utf-8")
    print(page)
    for finding in findings[:20]:
        print(f"== {finding.number} {finding.kind}\n{finding.how[-1500:]}")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
