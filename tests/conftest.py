"""What holds for all tests: properties are not timed, because machines differ; the seed is parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from policydiff.model import Parsed, Source

settings.register_profile("policydiff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("policydiff")

SEED = Path(__file__).parents[1] / "corpus" / "sources" / "smart-city-policy-compilation.txt"
"""The compilation the corpus is made of, as it was received."""


@pytest.fixture(scope="session")
def seed_source() -> Source:
    """The compilation as it was received."""
    from policydiff.read import read

    return read(SEED)


@pytest.fixture(scope="session")
def seed_text(seed_source: Source) -> str:
    """Its raw text."""
    return seed_source.text


@pytest.fixture(scope="session")
def seed(seed_source: Source) -> Parsed:
    """The documents in it."""
    from policydiff.outline import parse

    return parse(seed_source)
