"""What all tests share: the folder of the project, and examples that are the same in every run."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Nothing here depends on how fast a machine is, or on what else it does.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent
