"""What holds for all tests: properties are not timed, because machines differ."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("policydiff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("policydiff")
