"""Gold alignments as cases to score: two documents, their links, and the links nobody should be judged by.

The seed's cases are always there; laws and reports are read from the folder given with ``--data``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from policydiff.model import Document, Mode, Origin, Section, Span

SEED = Path(__file__).parent / "gold_seed"
ARTICLE = re.compile(r"^第[〇零一二两三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?=[\s\u3000]|$)")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two documents with the links a careful reader drew: 2 clear, 1 partial.

    ``scope_old`` / ``scope_new`` are the section ids the reader looked at; links that leave the scope, and
    those in ``ignored``, count neither way. Where only some pairs were read, they are ``only``; ``types`` says what is
    hard about them.
    """

    name: str
    group: str
    mode: Mode
    old: Document
    new: Document
    grades: Mapping[Pair, int]
    scope_old: frozenset[str]
    scope_new: frozenset[str]
    ignored: frozenset[Pair] = frozenset()
    only: frozenset[Pair] | None = None
    types: Mapping[Pair, str] = field(default_factory=dict)

    def judged(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The asserted ``pairs`` that count."""
        inside = [p for p in pairs if p[0] in self.scope_old and p[1] in self.scope_new and p not in self.ignored]
        return inside if self.only is None else [p for p in inside if p in self.only]


@dataclass(frozen=True, slots=True, kw_only=True)
class HardPair:
    """One article pair that was read by hand: ``aligned``, ``partial`` or ``none`` (a look-alike)."""

    mode: Mode
    old_file: str
    new_file: str
    old: str
    new: str
    label: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Laws:
    """The laws' gold: complete lists, certain pairs by file pair, hard pairs, and where the texts are."""

    folder: Path
    full: tuple[Case, ...]
    certain: Mapping[Pair, tuple[Pair, ...]]
    hard: tuple[HardPair, ...]
    manifest: Mapping[str, Any] = field(default_factory=dict)

    def document(self, name: str) -> Document:
        """The outlined law in file ``name``."""
        return law(self.folder / "texts" / name)


def document(name: str, title: str, sections: Sequence[Section], region: str | None = None, **fields: Any) -> Document:
    """A document of ``sections``, whose ids are set to their positions."""
    origin = Origin(name=name, sha256="", media_type="text/markdown", encoding="utf-8")
    numbered = tuple(
        renumbered(s, "0" if not s.label and not s.heading and n == 0 else str(n + 1)) for n, s in enumerate(sections)
    )
    return Document(
        id=name, title=title, span=Span(start=0, end=0), origin=origin, region=region, sections=numbered, **fields
    )


def renumbered(section: Section, identity: str) -> Section:
    """``section`` with ``identity`` as its id and its descendants' ids derived from it."""
    children = tuple(renumbered(c, f"{identity}.{n + 1}") for n, c in enumerate(section.children))
    return replace(section, id=identity, children=children)


def section(label: str, heading: str, text: str, children: Sequence[Section] = ()) -> Section:
    """A section whose id is still to be set."""
    return Section(id="", label=label, heading=heading, text=text, span=Span(start=0, end=0), children=tuple(children))


def seed_documents(path: Path = SEED / "structure-sample.json") -> dict[str, Document]:
    """The hand-made trees of the seed's sample, by id."""
    return {d["id"]: _seed_document(d) for d in json.loads(path.read_text(encoding="utf-8"))["documents"]}


def _seed_document(raw: Mapping[str, Any]) -> Document:
    def tree(node: Mapping[str, Any]) -> Section:
        text = "\n".join(part for part in (node.get("body"), node.get("tail")) if part)
        return section(node["label"] or "", node["heading"] or "", text, [tree(c) for c in node.get("children", ())])

    result = document(
        raw["id"], raw["title"], [tree(n) for n in raw["sections"]], raw["region"], issuers=tuple(raw["issuers"] or ())
    )
    if raw.get("preamble"):
        first = replace(section("", "", raw["preamble"]), id="0")
        result = replace(result, sections=(first, *result.sections))
    return result


def seed_cases() -> list[Case]:
    """The four pairs of the seed's alignment sample. Scope: every section without children."""
    documents = seed_documents()
    raw = json.loads((SEED / "alignment-sample.json").read_text(encoding="utf-8"))
    cases = []
    for pair in raw["pairs"]:
        old, new = documents[pair["left"]], documents[pair["right"]]
        cases.append(
            Case(
                name=f"{pair['left']} / {pair['right']}",
                group="policy",
                mode=Mode.REGION,
                old=old,
                new=new,
                grades={(x["l"], x["r"]): x["grade"] for x in pair["links"]},
                scope_old=leaves(old),
                scope_new=leaves(new),
                ignored=frozenset((x["l"], x["r"]) for x in pair.get("one_vote", ())),
            )
        )
    return cases


def leaves(doc: Document) -> frozenset[str]:
    """The ids of the sections without children, the preamble apart."""
    return frozenset(s.id for s in doc.walk() if not s.children and s.id != "0")


def law(path: Path) -> Document:
    """The law in one file, as the product reads and outlines it."""
    from policydiff.outline import parse
    from policydiff.read import read

    return replace(parse(read(path)).documents[0], id=path.name)


def articles(doc: Document) -> dict[str, str]:
    """Article number as in the gold (``第12条``) → section id."""
    from policydiff.outline.numerals import number

    found = {}
    for s in doc.walk():
        match = ARTICLE.match(s.label + " ")
        if match:
            base, _, extra = s.label[1:].partition("条")
            name = f"第{number(base)}条" + (f"之{number(extra[1:])}" if extra.startswith("之") else "")
            found.setdefault(name, s.id)
    return found


def laws(data: Path) -> Laws:
    """All of the laws' gold under ``data``/laws."""
    folder = data / "laws"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return Laws(
        folder=folder,
        full=tuple(_law_cases(folder, gold["full"])),
        certain={(c["old"], c["new"]): tuple((a, b) for a, b in c["pairs"]) for c in gold["certain"]},
        hard=tuple(_hard(h) for h in gold["hard"]),
        manifest=json.loads((folder / "manifest.json").read_text(encoding="utf-8")),
    )


def _hard(raw: Mapping[str, Any]) -> HardPair:
    region = raw["kind"] == "region"
    return HardPair(
        mode=Mode.REGION if region else Mode.VERSION,
        old_file=raw["a_file" if region else "old_file"],
        new_file=raw["b_file" if region else "new_file"],
        old=raw["a" if region else "old"],
        new=raw["b" if region else "new"],
        label=raw["label"],
        type=raw.get("type") or "region",
    )


def _law_cases(folder: Path, full: Sequence[Mapping[str, Any]]) -> Iterator[Case]:
    for raw in full:
        old, new = law(folder / "texts" / raw["left"]), law(folder / "texts" / raw["right"])
        here, there = articles(old), articles(new)
        yield Case(
            name=raw["name"] + (f" {old.region}/{new.region}" if raw["kind"] == "region" else ""),
            group=f"law-{raw['kind']}",
            mode=Mode(raw["kind"]),
            old=old,
            new=new,
            grades={(here[x["l"]], there[x["r"]]): x["grade"] for x in raw["links"]},
            scope_old=frozenset(here.values()),
            scope_new=frozenset(there.values()),
        )


def report_case(data: Path) -> Case:
    """The two provinces' reports: a paragraph of the tasks is a section, its heading line the parent."""
    folder = data / "reports"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    sides = []
    for side, key in (("left", "l"), ("right", "r")):
        lines = (folder / gold[side]).read_text(encoding="utf-8").splitlines()
        heads = {x[key] for x in gold["heading_links"]}
        sides.append(_report(gold[side], lines, gold["in_scope"][side], heads))
    (old, where), (new, there) = sides
    return Case(
        name="浙江 / 江苏 2026",
        group="policy",
        mode=Mode.REGION,
        old=old,
        new=new,
        grades={(where[x["l"]], there[x["r"]]): x["grade"] for x in gold["links"]},
        scope_old=frozenset(where.values()),
        scope_new=frozenset(there.values()),
    )


def _report(name: str, lines: Sequence[str], scope: Sequence[int], heads: set[int]) -> tuple[Document, dict[int, str]]:
    top: list[Section] = []
    where: dict[int, str] = {}
    inside = set(scope)
    group: list[Section] = []
    title = ""

    def close() -> None:
        nonlocal group
        if title:
            top.append(section("", title, "", group))
        else:
            top.extend(group)
        group = []

    for n in range(min(scope), max(scope) + 1):
        line = lines[n - 1].strip()
        if n not in inside:
            if len(line) <= 40 and line:
                close()
                title = line
            continue
        if title and len(line) > 0 and re.match(r"^[一二三四五六七八九十]+、", line):
            close()
            title = ""
        group.append(section("", "", line))
        where[n] = f"{len(top) + 1}.{len(group)}" if title else str(len(top) + len(group))
    close()
    del heads
    region = re.search(r"_(..省|..市)_", name)
    doc = document(name, name, [replace(s, heading=s.heading) for s in top], region[1] if region else None)
    if doc.sections and doc.sections[0].id == "0":
        doc = replace(doc, sections=tuple(renumbered(s, str(n + 1)) for n, s in enumerate(doc.sections)))
    return doc, where


def cases(data: Path | None) -> list[Case]:
    """Every complete link list there is: the seed's, and with ``data`` the reports' and the laws'."""
    found = seed_cases()
    if data is not None:
        found += [report_case(data), *laws(data).full]
    return found


def spot_cases(data: Path) -> list[Case]:
    """Versions of which single pairs were read: the hard ones and the certain ones, a case per pair of files."""
    found = laws(data)
    hard: dict[Pair, list[HardPair]] = {files: [] for files in found.certain}
    for h in found.hard:
        if h.mode is Mode.VERSION:
            hard.setdefault((h.old_file, h.new_file), []).append(h)
    return [_spot_case(found, files, pairs) for files, pairs in hard.items()]


def _spot_case(found: Laws, files: Pair, hard: Sequence[HardPair]) -> Case:
    old, new = found.document(files[0]), found.document(files[1])
    here, there = articles(old), articles(new)
    read = [(h.old, h.new, {"aligned": 2, "partial": 1, "none": 0}[h.label], h.type) for h in hard]
    read += [(a, b, 2, "certain") for a, b in found.certain.get(files, ())]
    known = [(here[a], there[b], grade, kind) for a, b, grade, kind in read if a in here and b in there]
    grades = {(a, b): grade for a, b, grade, _ in known}
    return Case(
        name=found_name(files),
        group="law-spot",
        mode=Mode.VERSION,
        old=old,
        new=new,
        grades=grades,
        scope_old=frozenset(here.values()),
        scope_new=frozenset(there.values()),
        only=frozenset(grades),
        types={(a, b): kind for a, b, _, kind in known},
    )


def found_name(files: Pair) -> str:
    """Two file names without their endings."""
    return " / ".join(Path(f).stem for f in files)


def akin(one: str, two: str) -> bool:
    """True where two laws' subjects share a character that says more than "regulations on the promotion of"."""
    return bool(set(one) & set(two) - set("条例办法规定管理保护促进建设的和与"))


def pages(data: Path) -> list[Document]:
    """The State Council's web pages, a paragraph a section: no outline, but texts of the genre."""
    from policydiff.similarity.build import paragraphs

    found = []
    for path in sorted((data / "html").glob("*.html")):
        texts = list(paragraphs(path))
        if len(texts) > 12:
            title = re.sub(r"^\d+_", "", path.stem)
            found.append(document(path.name, title, [section("", f"第{n}段", text) for n, text in enumerate(texts, 1)]))
    return found


def decoy_cases(data: Path, count: int, *, seed: int) -> list[Case]:
    """Unrelated documents of one genre: regional laws on different subjects, State Council notices; no links.

    Documents of the full gold lists never take part, so that a fit may use some decoys and a test others.
    """
    from random import Random

    found = laws(data)
    used = {d for case in found.full for d in (case.old.id, case.new.id)}
    regions = [r for r in found.manifest["regions"] if r["a"] not in used and r["b"] not in used]
    random = Random(seed)
    cases = []
    while len(cases) < count:
        one, two = random.sample(regions, 2)
        if akin(one["subject"], two["subject"]):
            continue
        old, new = found.document(one["a"]), found.document(two["b"])
        here, there = articles(old), articles(new)
        if min(len(here), len(there)) < 15:
            continue
        cases.append(unlinked(old, new, "decoy"))
    return cases


def unlinked(old: Document, new: Document, group: str) -> Case:
    """Two documents without a link."""
    return Case(
        name=f"{old.title} / {new.title}",
        group=group,
        mode=Mode.REGION,
        old=old,
        new=new,
        grades={},
        scope_old=frozenset(s.id for s in old.walk()),
        scope_new=frozenset(s.id for s in new.walk()),
    )
