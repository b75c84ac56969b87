"""Keeps every test away from the network and from the user's own cache, and makes every run the same."""

import os
import shutil
import tempfile

import pytest
from hypothesis import settings

from tests.no_network import sitecustomize  # noqa: F401  refuses the network to this process, too

CACHE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Before collection: test modules load the built-in rules when they are imported."""
    config.stash[CACHE] = tempfile.mkdtemp(prefix="redmark-tests-")
    os.environ["REDMARK_CACHE_DIR"] = config.stash[CACHE]
    # No deadline: a busy machine is no fault of the code. Derandomised: a red run can be had again.
    settings.register_profile("redmark", deadline=None, derandomize=True)
    settings.load_profile("redmark")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[CACHE], ignore_errors=True)
