"""Workbooks."""

from policydiff.export.xlsx.workbook import comparison_xlsx

__all__ = ["comparison_xlsx"]
