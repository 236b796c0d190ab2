"""Count which words end headings and begin sentences: the table by which `policydiff.outline.boundaries` parts a
heading from the text that runs on behind it.

    python -m benchmarks.quality.heading_words FOLDER… > src/policydiff/outline/heading_words.json

Folders hold texts with line breaks (.txt, .md, .html). Only counts leave this program.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

import rjieba

_HEADED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|第[一二三四五六七八九十百]{1,4}[编篇章节][ \u3000]+"
    r"|\d{1,2}[.．、])"
    r"[ \u3000]*(?P<heading>[^。；\n]{4,40}?)(?:。(?P<text>.*))?$"
)
_CLAUSE = re.compile(r"[\u4e00-\u9fff“”《》A-Za-z0-9、（）()+%\-]+")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百零〇]+|[0-9A-Za-z]")
_SHRINK = 0.6
"""Counts this small are added to both sides of a ratio."""


def texts(folder: Path) -> list[str]:
    """Plain texts of every readable file below ``folder``."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md", ".html"}:
            text = path.read_text("utf-8", errors="ignore")
            if path.suffix == ".html":
                text = re.sub(r"<script.*?</script>|<style.*?</style>", "", text, flags=re.S)
                text = re.sub(r"<(?:p|br|/p|div|tr)[^>]*>", "\n", text)
                text = re.sub(r"&[a-z]+;", " ", re.sub(r"<[^>]+>", "", text))
            found.append(re.sub(r"[ \u3000*#]+", " ", text))
    return found


def table(folders: list[Path]) -> dict[str, dict[str, float]]:
    """Log-odds of words at heading ends, anywhere in headings, and at sentence starts, against sentences."""
    ends: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for text in (text for folder in folders for text in texts(folder)):
        for line in map(str.strip, text.split("\n")):
            body = line
            if m := _HEADED.match(line):
                words = rjieba.cut(m["heading"])
                ends[words[-1]] += 1
                inside.update(words)
                body = m["text"] or ""
            for sentence in re.split("[。！？；]", body):
                clause = _CLAUSE.search(sentence)
                if clause and len(clause[0]) >= 4 and not _NUMBERED.match(clause[0]):
                    starts[rjieba.cut(clause[0])[0]] += 1
                    anywhere.update(rjieba.cut(sentence))
    return {
        "ends": _odds(ends, anywhere, 2),
        "inside": _odds(inside, anywhere, 3),
        "starts": _odds(starts, anywhere, 6),
    }


def _odds(part: Counter[str], whole: Counter[str], fewest: int) -> dict[str, float]:
    p, w = part.total(), whole.total()
    odds = {
        word: round(math.log((part[word] + _SHRINK) / p) - math.log((whole[word] + _SHRINK) / w), 1)
        for word in {*part, *(x for x, n in whole.most_common(3000))}
        if part[word] >= fewest or whole[word] >= 150
    }
    return {
        word: max(-4.0, min(4.0, value))
        for word, value in sorted(odds.items())
        if abs(value) >= 0.3 and not word.isspace()
    }


if __name__ == "__main__":
    json.dump(table([Path(a) for a in sys.argv[1:]]), sys.stdout, ensure_ascii=False, indent=0, sort_keys=True)
