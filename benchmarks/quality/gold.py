"""Gold alignments as cases to score: two documents, their links, and the links nobody should be judged by.

The seed's cases are always there; laws and reports are read from the folder given with ``--data``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from policydiff.model import Document, Mode, Origin, Section, Span

SEED = Path(__file__).parent / "gold_seed"
OWN = Path(__file__).parent / "gold_own" / "alignment.json"
CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
ARTICLE = re.compile(r"^第[〇零一二两三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?=[\s\u3000]|$)")
SHORT_LINE = 12
"""Characters; a longer line that a page prints twice is dropped the second time."""

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


def own_cases() -> list[Case]:
    """Five more pairs of policy texts, drawn by one reader: group ``policy-own``, never pooled with the given gold."""
    documents = seed_documents()
    cases = []
    for pair in json.loads(OWN.read_text(encoding="utf-8"))["pairs"]:
        old, new = (documents.get(pair[side]) or bundled(pair[side]) for side in ("left", "right"))
        cases.append(
            Case(
                name=f"{pair['left']} / {pair['right']}",
                group="policy-own",
                mode=Mode.REGION,
                old=old,
                new=new,
                grades={(x["l"], x["r"]): x["grade"] for x in pair["links"]},
                scope_old=leaves(old),
                scope_new=leaves(new),
                ignored=frozenset((x["l"], x["r"]) for x in pair["unsure"]),
            )
        )
    return cases


def bundled(name: str) -> Document:
    """A document of the bundled corpus."""
    from policydiff.library.markdown import load

    return load((CORPUS / f"{name}.md").read_text(encoding="utf-8"))


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
    for side in ("left", "right"):
        lines = (folder / gold[side]).read_text(encoding="utf-8").splitlines()
        sides.append(_report(gold[side], lines, gold["in_scope"][side]))
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


CHAPTER_LINE = re.compile(r"^[一二三四五六七八九十]+、")
HEADING_LINE_MOST = 40


def _report(name: str, lines: Sequence[str], scope: Sequence[int]) -> tuple[Document, dict[int, str]]:
    """Lines in ``scope`` as sections; short lines between them are headings, （一） below 一、."""
    where: dict[int, str] = {}
    inside = set(scope)
    top: list[_Branch] = []
    chapter: _Branch | None = None
    here = top
    path: tuple[int, ...] = ()
    for n in range(min(scope), max(scope) + 1):
        line = lines[n - 1].strip()
        if n in inside:
            here.append(_Branch(text=line))
            where[n] = ".".join(map(str, (*path, len(here))))
        elif line and len(line) <= HEADING_LINE_MOST:
            branch = _Branch(heading=line)
            above = chapter.children if chapter is not None and not CHAPTER_LINE.match(line) else top
            above.append(branch)
            here = branch.children
            if above is top:
                chapter, path = branch, (len(top),)
            else:
                path = (len(top), len(above))
    region = re.search(r"_(..省|..市)_", name)
    doc = document(name, name, [], region[1] if region else None)
    return replace(doc, sections=tuple(renumbered(b.section(), str(n + 1)) for n, b in enumerate(top))), where


@dataclass(slots=True)
class _Branch:
    heading: str = ""
    text: str = ""
    children: list[_Branch] = field(default_factory=list)

    def section(self) -> Section:
        return section("", self.heading, self.text, [b.section() for b in self.children])


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


PAGE_SECTIONS = 10
"""A page with fewer sections than this is a letter, not a policy."""

NEIGHBOURS = (
    {"农业机械化", "消费扶贫"},
    {"职业教育", "促进就业"},
    {"综合保税区", "自由贸易试验区"},
    {"双随机", "行政执法", "规范性文件"},
)
"""Subjects of pages that a reader would lay side by side: no decoys for each other. Chosen by title alone."""


def pages(data: Path) -> list[Document]:
    """The State Council's web pages as texts, tags stripped and what is printed twice dropped, as the product outlines
    them; letters are left out."""
    from policydiff.align.units import units

    found = (_page(path) for path in sorted((data / "html").glob("*.html")))
    return [document for document in found if len(units(document)) >= PAGE_SECTIONS]


def _page(path: Path) -> Document:
    from policydiff.outline import parse
    from policydiff.read import read
    from policydiff.similarity.build import TAG

    text = TAG.sub("\n", path.read_text(encoding="utf-8", errors="ignore")).replace("&nbsp;", " ")
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    short = [line for n, line in enumerate(lines) if len(line) <= SHORT_LINE or line not in lines[:n]]
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "page.txt"
        plain.write_text("\n".join(short), encoding="utf-8")
        title = re.sub(r"^\d+_", "", path.stem)
        return replace(parse(read(plain)).documents[0], id=path.name, title=title)


def neighbours(one: Document, two: Document) -> bool:
    """True where both titles name subjects of one of the `NEIGHBOURS`."""
    return any(any(x in one.title for x in near) and any(x in two.title for x in near) for near in NEIGHBOURS)


def decoy_laws(data: Path, half: int) -> list[Mapping[str, Any]]:
    """Half (0 or 1) of the manifest's regional pairs: one half is for fitting, the other for testing. Documents of the
    full gold lists are in neither."""
    found = laws(data)
    used = {d for case in found.full for d in (case.old.id, case.new.id)}
    regions = [r for r in found.manifest["regions"] if r["a"] not in used and r["b"] not in used]
    subjects = sorted({r["subject"] for r in regions})
    return [r for r in regions if subjects.index(r["subject"]) % 2 == half]


def decoy_pages(data: Path, half: int) -> list[tuple[Document, Document]]:
    """All pairs of one half of the pages that are no neighbours."""
    mine = [page for n, page in enumerate(pages(data)) if n % 2 == half]
    return [(a, b) for n, a in enumerate(mine) for b in mine[n + 1 :] if not neighbours(a, b)]


def decoy_cases(data: Path, count: int, *, seed: int) -> list[Case]:
    """Unrelated documents of one genre, none used for fitting: ``count`` pairs of regional laws on different subjects;
    State Council documents with each other, and with the seed's policies."""
    from random import Random

    found = laws(data)
    regions, random = decoy_laws(data, 1), Random(seed)
    cases: list[Case] = []
    while len(cases) < count:
        one, two = random.sample(regions, 2)
        if akin(one["subject"], two["subject"]):
            continue
        old, new = found.document(one["a"]), found.document(two["b"])
        if min(len(articles(old)), len(articles(new))) < 15:
            continue
        cases.append(unlinked(old, new, "decoy"))
    cases += [unlinked(old, new, "decoy-pages") for old, new in decoy_pages(data, 1)]
    mine = [page for n, page in enumerate(pages(data)) if n % 2]
    policies = [d for d in seed_documents().values() if sum(1 for _ in d.walk()) >= PAGE_SECTIONS]
    return cases + [unlinked(policy, page, "decoy-policies") for policy in policies for page in mine]


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
