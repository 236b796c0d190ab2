"""Simple rules of a page's style sheets: what a class, an id or a tag says of weight, size, alignment and showing."""

from __future__ import annotations

import re
from collections.abc import Mapping

MAX_SHEET_CHARS = 500_000
"""Characters of style sheets looked at."""
_SHEET = re.compile(r"<style\b[^<>]*>(.*?)</style", re.I | re.S)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:(?P<kind>[.#])(?P<name>[\w\-\u4e00-\u9fff]+))?", re.I)
_TOLD = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-(?:weight|size)\s*:|text-align\s*:)[^;]{0,40}", re.I
)

Rules = Mapping[str, str]
"""Declarations by selector: ``p``, ``.title``, ``#zoom``, ``p.title``."""


def rules(markup: str) -> Rules:
    """Rules whose selector is one tag, class or id, or a tag with one of them."""
    found: dict[str, str] = {}
    sheets = " ".join(m[1] for m in _SHEET.finditer(markup))[:MAX_SHEET_CHARS]
    for rule in _RULE.finditer(_COMMENT.sub(" ", sheets)):
        told = ";".join(m[0].strip() for m in _TOLD.finditer(rule[2]))
        if told and "@" not in rule[1]:
            for selector in rule[1].split(","):
                m = _SELECTOR.fullmatch(selector.strip())
                if m and m[0]:
                    name = (m["tag"] or "").lower() + (f"{m['kind']}{m['name']}" if m["kind"] else "")
                    found[name] = f"{found[name]};{told}" if name in found else told
    return found


def style(tag: str, attributes: Mapping[str, str | None], known: Rules) -> str:
    """An element's declarations: its own before all, then those of more exact selectors."""
    own = attributes.get("style") or ""
    if not known:
        return own
    parts = [own]
    for kind, attribute in (("#", "id"), (".", "class")):
        for name in (attributes.get(attribute) or "").split():
            parts += [known.get(f"{tag}{kind}{name}", ""), known.get(f"{kind}{name}", "")]
    parts.append(known.get(tag, ""))
    return ";".join(filter(None, parts))
