"""What holds for all tests: properties are not timed, because machines differ; the seed is parsed once."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from policydiff.model import Parsed, Source
from tests import seed as compilation

# What is merged must not hang on luck: CI tries the same examples every time, developers' machines new ones.
settings.register_profile(
    "policydiff", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("policydiff")


@pytest.fixture(scope="session")
def seed_source() -> Source:
    """The compilation as it was received."""
    return compilation.source()


@pytest.fixture(scope="session")
def seed_text(seed_source: Source) -> str:
    """Its raw text."""
    return seed_source.text


@pytest.fixture(scope="session")
def seed() -> Parsed:
    """The documents in it."""
    return compilation.seed()
