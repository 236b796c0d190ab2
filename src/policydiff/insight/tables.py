"""Targets of indicator tables (专栏, 指标表): a row an indicator, a column a year.

Columns are told by their headers: the indicator, its unit, its base year's figure, the figure of the target year, the
average or cumulative change, and whether it binds (约束性, 预期性). A figure in square brackets is cumulative, as plans
print it (domain notes §4.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydiff.insight import frames
from policydiff.insight.folding import folded
from policydiff.insight.lexicon import Lexicon
from policydiff.insight.places import Places
from policydiff.insight.quantities import Quantity, covered, grammar, quantities
from policydiff.insight.records import Comparator, DeadlineFrom, Due, Located, Period, Target
from policydiff.model import Section, Table

_YEAR = re.compile(r"(20[0-4]\d)")
_NAME = re.compile("指标|名称|项目|内容|任务")
_UNIT = re.compile("单位(?!名称)")
_BASE = re.compile("现状|基期|基准|基础|完成|实际|实绩|当前")
_GOAL = re.compile("目标|预期|规划值|计划|到20|末")
_CHANGE = re.compile("年均|累计|增速|增长|变化")
_ATTRIBUTE = re.compile("属性|性质|类型|类别")
_IN_NAME = re.compile(r"[((]([^()()]{1,12})[))]\s*$")
_CUMULATIVE = re.compile(r"^\[(.+)\]$")
_EMPTY = re.compile(r"^[-—/\s]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    name: int
    unit: int | None
    base: int | None
    base_year: int | None
    goals: tuple[tuple[int, str | None], ...]
    change: int | None
    attribute: int | None


@dataclass(frozen=True, slots=True)
class _Place:
    where: Located
    header: Sequence[str]


def table_targets(section: Section, lexicon: Lexicon, places: Places) -> Iterator[Target]:
    """The targets of a section's tables, row by row."""
    for table in section.tables:
        header, rows = _headed(table)
        columns = _columns([folded(cell) for cell in header])
        if columns is None:
            continue
        place = _Place(places.located(section, table.at, table.at), header)
        for row in rows:
            if len(row) == len(header):
                yield from _row(place, row, columns, lexicon)


def _headed(table: Table) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Header and rows; a table without a header may have one in its first row."""
    if any(cell.strip() for cell in table.header) or not table.rows:
        return table.header, table.rows
    return table.rows[0], table.rows[1:]


def _columns(header: Sequence[str]) -> _Columns | None:
    years = {index: match[1] for index, cell in enumerate(header) if (match := _YEAR.search(cell))}
    names = [
        index
        for index, cell in enumerate(header)
        if _NAME.search(cell) and index not in years and not _ATTRIBUTE.search(cell)
    ]
    if not names:
        return None
    change = next((i for i, cell in enumerate(header) if _CHANGE.search(cell) and not _BASE.search(cell)), None)
    dated = [index for index in years if index != change]
    base = next((i for i, cell in enumerate(header) if _BASE.search(cell) and not _GOAL.search(cell)), None)
    if base is None and len(dated) > 1 and not _GOAL.search(header[dated[0]]):
        base = dated[0]
    goals = [index for index in dated if index != base]
    goals += [i for i, cell in enumerate(header) if _GOAL.search(cell) and i not in (*goals, base, change, *names)]
    if not goals:
        return None
    return _Columns(
        name=names[-1],
        unit=next((i for i, cell in enumerate(header) if _UNIT.search(cell) and i not in names), None),
        base=base,
        base_year=int(years[base]) if base in years else None,
        goals=tuple((index, years.get(index)) for index in sorted(goals)),
        change=change,
        attribute=next((i for i, cell in enumerate(header) if _ATTRIBUTE.search(cell)), None),
    )


def _row(place: _Place, row: Sequence[str], columns: _Columns, lexicon: Lexicon) -> Iterator[Target]:
    cells = [folded(cell).strip() for cell in row]
    name = cells[columns.name]
    unit = cells[columns.unit] if columns.unit is not None else ""
    inside = _IN_NAME.search(name)
    if inside and inside[1] == unit:
        name = name[: inside.start()].strip()
    elif not unit and inside and (inside[1] in grammar(lexicon).kinds or _is_unit(inside[1], lexicon)):
        unit, name = inside[1], name[: inside.start()].strip()
    base = _cell(cells[columns.base], unit, lexicon) if columns.base is not None else None
    for index, year in columns.goals:
        found = _cell(cells[index], unit, lexicon)
        if found is None or not name:
            continue
        quantity, comparator, period = found
        yield Target(
            where=replace(place.where, text="\t".join(row)),
            sentence="\t".join(row),
            indicator=frames.trimmed(re.sub(r"^\d{1,3}[.、]", "", name)),
            comparator=comparator,
            value=quantity.value,
            value2=quantity.value2,
            unit=quantity.unit,
            kind=quantity.kind,
            value_text=row[index].strip(),
            base_value=base[0].value if base else None,
            base_year=columns.base_year,
            due=Due(iso=year, text=place.header[index], source=DeadlineFrom.SECTION) if year else None,
            attribute=_attribute(cells, columns, lexicon),
            period=period,
        )


def _is_unit(text: str, lexicon: Lexicon) -> bool:
    found = quantities(f"1{text}", lexicon)
    return len(found) == 1 and bool(found[0].unit) and found[0].end == len(text) + 1


def _cell(cell: str, unit: str, lexicon: Lexicon) -> tuple[Quantity, Comparator, Period | None] | None:
    """The one figure of a cell, with the unit of its row where it has none."""
    if _EMPTY.match(cell):
        return None
    cumulative = _CUMULATIVE.match(cell)
    text = cumulative[1] if cumulative else cell
    figures = re.sub(r"\s", "", text)
    whole = f"{figures}{unit}" if re.search(r"\d(?:以上|以下|以内|左右)?$", figures) else figures
    bound = re.search("(以上|以下|以内|左右)$", figures)
    if bound and unit:
        whole = f"{figures[: bound.start()]}{unit}{bound[0]}"
    found = quantities(covered(whole, lexicon), lexicon)
    if len(found) != 1:
        return None
    quantity = found[0]
    before = frames.before(whole[: quantity.start], lexicon, share=True)
    comparator = before.comparator or Comparator.EQUAL
    if quantity.after and comparator in (Comparator.EQUAL, Comparator.MORE):
        comparator = Comparator(quantity.after)
    return quantity, comparator, Period.CUMULATIVE if cumulative else before.period


def _attribute(cells: Sequence[str], columns: _Columns, lexicon: Lexicon) -> str | None:
    if columns.attribute is None:
        return None
    words = (*lexicon.words("targets", "obligatory"), *lexicon.words("targets", "expected"))
    return next((word for word in words if word in cells[columns.attribute]), None)
