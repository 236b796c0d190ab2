"""Names of elements and attributes (ECMA-376-1 §17), and how their values are read."""

from __future__ import annotations

from policydiff.read.docx.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF = frozenset({"0", "false", "off"})


def value(element: Element | None, path: str, default: str | None = None) -> str | None:
    """The ``w:val`` of the child at ``path`` (``numPr/ilvl``); ``default`` where there is none."""
    found = child(element, path)
    return default if found is None else found.get(f"{W}val", default)


def child(element: Element | None, path: str) -> Element | None:
    """The first child at ``path``, names without prefix."""
    return None if element is None else element.find("/".join(W + name for name in path.split("/")))


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off property (§17.17.4); None where it is not said."""
    found = child(element, name)
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def whole(text: str | None, default: int | None = None) -> int | None:
    """A whole number; ``default`` where it is none."""
    try:
        return int(float(text)) if text is not None else default
    except (ValueError, OverflowError):
        return default
