"""A paragraph's content → its characters with their look, as a reader of the accepted text sees it.

Deleted and hidden text, comments and page numbers are left out, and counted; text boxes and notes are handed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from policydiff.read.docx.names import COMPATIBILITY, MATH, W, child, switch
from policydiff.read.docx.package import Element
from policydiff.read.docx.styles import Look, Style, Styles
from policydiff.read.docx.symbols import symbol
from policydiff.read.limits import MAX_DEPTH

ACCEPTED, HIDDEN, PICTURES, EMBEDDED, EQUATIONS, CONTENTS, COMMENTS, NESTED = (
    *("accepted", "hidden", "pictures", "embedded", "equations", "contents", "comments", "nested"),
)
"""What is counted."""

_SUPERSCRIPTS = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_NUMBERS_OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_DROPPED = frozenset(
    W + name
    for name in (
        *("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "delInstrText", "bookmarkStart", "bookmarkEnd"),
        *("proofErr", "commentRangeStart", "commentRangeEnd", "annotationRef", "lastRenderedPageBreak"),
        *("footnoteRef", "endnoteRef", "separator", "continuationSeparator", "rt", "rubyPr", "sdtPr", "sdtEndPr"),
    )
)
_PLAIN = {W + "noBreakHyphen": "-", W + "cr": "\n", W + "tab": " ", W + "ptab": " ", W + "softHyphen": ""}


@dataclass(slots=True)
class Field:
    """A field between its beginning and its end: what it is, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def word(self) -> str:
        """The field's name."""
        return (self.instruction.split() or [""])[0].upper()


@dataclass(slots=True)
class Taken:
    """What a paragraph holds: its runs, and the text boxes and notes anchored in it, in order."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(text for text, _look in self.runs)


@dataclass(slots=True)
class Reading:
    """Where reading stands: fields open over paragraphs, notes numbered so far, things counted."""

    styles: Styles
    fields: list[Field] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def in_contents(self) -> bool:
        """True inside a table of contents."""
        return any(one.word == "TOC" for one in self.fields)

    def paragraph(self, element: Element, style: Style) -> Taken:
        """The content of a ``w:p``."""
        taken = Taken()
        self._walk(element, style, Look(), taken, 0)
        return taken

    def _walk(self, element: Element, style: Style, look: Look, taken: Taken, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise RecursionError
        for one in element:
            name = one.tag
            if not isinstance(name, str):
                continue
            if name == W + "r":
                self._run(one, style, taken, depth)
            elif name in (W + "del", W + "moveFrom"):
                self.counted[ACCEPTED] += 1
            elif name in (W + "ins", W + "moveTo"):
                self.counted[ACCEPTED] += 1
                self._walk(one, style, look, taken, depth + 1)
            elif name == MATH + "oMath" or name == MATH + "oMathPara":
                self._equation(one, taken)
            elif name == W + "fldSimple":
                if Field(one.get(W + "instr", "")).word not in _NUMBERS_OF_PAGES:
                    self._walk(one, style, look, taken, depth + 1)
            elif name == COMPATIBILITY + "AlternateContent":
                self._walk(chosen(one), style, look, taken, depth + 1)
            elif name not in _DROPPED:
                self._walk(one, style, look, taken, depth + 1)

    def _run(self, run: Element, style: Style, taken: Taken, depth: int) -> None:
        look = self.styles.of_run(child(run, "rPr"), style)
        before = len(taken.runs)
        for one in run:
            self._piece(one, look, style, taken, depth)
        if look.hidden:
            self.counted[HIDDEN] += sum(len(text) for text, _look in taken.runs[before:])
            del taken.runs[before:]

    def _piece(self, one: Element, look: Look, style: Style, taken: Taken, depth: int) -> None:
        name = one.tag
        if name == W + "fldChar":
            self._field(one)
        elif name == W + "instrText":
            self._instruction(one)
        elif not isinstance(name, str) or name in _DROPPED or self._unseen():
            return
        elif (signs := _signs(one, look)) is not None:
            taken.runs.append((signs, look))
        elif name in (W + "footnoteReference", W + "endnoteReference"):
            self._note(one, look, taken)
        elif name == W + "commentReference":
            self.counted[COMMENTS] += 1
        elif name in (W + "drawing", W + "pict", W + "object"):
            self._drawing(one, taken)
        elif name == COMPATIBILITY + "AlternateContent":
            for inner in chosen(one):
                self._piece(inner, look, style, taken, depth + 1)
        elif name == W + "ruby":
            self._walk(one, style, look, taken, depth + 1)

    def _instruction(self, text: Element) -> None:
        if self.fields and not self.fields[-1].result:
            self.fields[-1].instruction += text.text or ""

    def _field(self, mark: Element) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _unseen(self) -> bool:
        """Inside a field's instruction, or the number of a page."""
        return any(not one.result or one.word in _NUMBERS_OF_PAGES for one in self.fields)

    def _note(self, reference: Element, look: Look, taken: Taken) -> None:
        kind = "footnote" if reference.tag == W + "footnoteReference" else "endnote"
        self.notes[kind] += 1
        mark = str(self.notes[kind]).translate(_SUPERSCRIPTS)
        taken.runs.append((mark, look))
        taken.notes.append((f"{kind} {reference.get(W + 'id', '')}", mark))

    def _drawing(self, drawing: Element, taken: Taken) -> None:
        boxes = [
            box
            for box in drawing.iter(W + "txbxContent")
            if not any(True for _ in box.iterancestors(W + "txbxContent"))
        ]
        taken.boxes += boxes
        tags = {one.tag.rpartition("}")[2] for one in drawing.iter() if isinstance(one.tag, str)}
        if tags & {"OLEObject", "chart", "relIds"}:
            self.counted[EMBEDDED] += 1
        elif tags & {"blip", "imagedata"} and not boxes:
            self.counted[PICTURES] += 1

    def _equation(self, element: Element, taken: Taken) -> None:
        if not self._unseen():
            self.counted[EQUATIONS] += 1
            taken.runs.append(("".join(one.text or "" for one in element.iter(MATH + "t", W + "t")), Look()))


def _signs(one: Element, look: Look) -> str | None:
    """The characters that an element of a run stands for; None where it is something else."""
    name = one.tag
    if name == W + "t":
        text = str(one.text or "")
        return text.translate(_SUPERSCRIPTS) if look.raised else text
    if name == W + "br":
        return "\n" if one.get(W + "type", "textWrapping") == "textWrapping" else ""
    if name == W + "sym":
        return symbol(one.get(W + "font", ""), one.get(W + "char", ""))
    return _PLAIN.get(name)


def chosen(alternatives: Element) -> Element:
    """The first alternative: what new programs show; old ones' fallback where there is no other."""
    for name in ("Choice", "Fallback"):
        if (found := alternatives.find(COMPATIBILITY + name)) is not None:
            return found
    return ()


def mark_deleted(paragraph: Element) -> bool:
    """True where the paragraph's end was deleted, so that the next one goes on in it."""
    return child(paragraph, "pPr/rPr/del") is not None


def row_deleted(row: Element) -> bool:
    """True where a table's row was deleted."""
    return child(row, "trPr/del") is not None


def is_header(row: Element) -> bool:
    """True for a row that is repeated on every page."""
    return bool(switch(child(row, "trPr"), "tblHeader"))


def contents(element: Element, wanted: Callable[[str], bool]) -> Iterator[Element]:
    """The children that ``wanted`` takes by name, those in content controls and the like included."""
    for one in element:
        name = one.tag if isinstance(one.tag, str) else ""
        if wanted(name):
            yield one
        elif name in (W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag", W + "ins", W + "moveTo"):
            yield from contents(one, wanted)
        elif name == COMPATIBILITY + "AlternateContent":
            yield from contents(chosen(one), wanted)
