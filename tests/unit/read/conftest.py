"""What readers say is compared in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from policydiff import messages


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    messages.use("en")
    yield
    messages.use(None)
