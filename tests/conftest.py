"""What every test may use: the seeds where they are at hand, and hypothesis without surprises of speed."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(params=["000", "001", "002", "003", "004"])
def seed(request: pytest.FixtureRequest) -> Path:
    """One of the five real reports; skipped where shared/ is absent."""
    path = SEEDS / f"{request.param}.txt"
    if not path.is_file():
        pytest.skip("the seeds are not here")
    return path
