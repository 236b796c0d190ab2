"""What is shown of a document beside the library: its facts, its damage, its outline; and the same for reading."""

from __future__ import annotations

from collections import Counter

from policydiff.messages import _, ngettext
from policydiff.model import Document, Section
from policydiff.synopsis.names import level_name, repair_name
from policydiff.synopsis.sections import page_name, period_name, section_title
from policydiff_tui.desk.naming import one_line

Part = tuple[str, str]

CLASSES_A_LINE = 3
"""More damage classes than these do not fit a preview's line."""


def preview(document: Document) -> list[list[Part]]:
    """Lines of styled parts: facts, damage report, outline."""
    return [*_facts(document), *damage(document), [("", "")], *outline(document)]


def _facts(document: Document) -> list[list[Part]]:
    lines: list[list[Part]] = [[(one_line(document.main_title or document.title), "strong")]]
    place = " · ".join(part for part in (document.region, level_name(document.level), document.kind) if part)
    groups = (
        ((_("Number"), document.doc_number), (_("Date"), document.date)),
        ((_("Issuers"), "、".join(document.issuers)),),
        ((_("Region"), place), (_("Period"), period_name(document.period))),
        ((_("Excerpt"), _("only a part of the document") if document.excerpt else None),),
        ((_("Source"), document.origin.name),),
    )
    for group in groups:
        line = [part for name, value in group if value for part in ((f"{name} ", "dim"), (f"{one_line(value)}  ", ""))]
        if line:
            lines.append(line)
    return lines


def damage(document: Document) -> list[list[Part]]:
    """How often each damage class was repaired, what is left to a person, what was odd."""
    mended = Counter(repair.kind for repair in document.repairs if not repair.flagged)
    flagged = [repair for repair in document.repairs if repair.flagged]
    if not mended and not flagged and not document.problems:
        return [[("✓ ", "good"), (_("No damage found."), "dim")]]
    lines: list[list[Part]] = []
    if mended:
        listed = [f"{repair_name(kind)} {count}" for kind, count in mended.most_common()]
        rows = [listed[n : n + CLASSES_A_LINE] for n in range(0, len(listed), CLASSES_A_LINE)]
        lines += [[(f"{_('Repaired')} ", "dim"), ("、".join(row), "")] for row in rows]
    if flagged:
        count = ngettext("{count} place to look at", "{count} places to look at", len(flagged))
        lines.append([("! ", "warn"), (count.format(count=len(flagged)), "warn")])
        lines += [
            [("  ", ""), (one_line(repair.before)[:40], "bad"), *_readings(repair.candidates)] for repair in flagged
        ]
    lines += [[("? ", "warn"), (one_line(_(p.message) or p.code), "dim")] for p in document.problems]
    return lines


def _readings(candidates: tuple[str, ...]) -> list[Part]:
    return [(" → " + " | ".join(map(one_line, candidates[:3])), "dim")] if candidates else []


def outline(document: Document) -> list[list[Part]]:
    """A line per section, indented by its depth."""
    return [outline_line(section) for section in document.walk()]


def outline_line(section: Section) -> list[Part]:
    """Depth, title, page."""
    depth = section.id.count(".")
    page = page_name(section.page)
    parts: list[Part] = [("  " * depth, ""), (one_line(section_title(section)), "strong" if depth == 0 else "")]
    return [*parts, (f"  {page}", "dim")] if page else parts
