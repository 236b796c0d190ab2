"""Whether a document is printed whole or in part."""

from __future__ import annotations

import re

from policydiff.outline.labels import label_at

_CUT = re.compile(r"(?:^|[。\n])[ ]*[.…]{1,6}\s*$")


def is_excerpt(opening: str, first_label: str | None) -> bool:
    """True where the uppermost numbering does not begin at one, or dots show where the ``opening`` was cut.

    ``opening`` is the text before the first heading, ``first_label`` the first section's label.
    """
    label = label_at(first_label) if first_label else None
    return (label is not None and label.value != 1) or _CUT.search(opening) is not None
