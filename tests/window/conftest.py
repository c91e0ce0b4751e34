from __future__ import annotations

import pytest

from tests.window.needs import why_not


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what is marked ``window`` where there is no screen to be had."""
    if item.get_closest_marker("window") and (reason := why_not()):
        pytest.skip(reason)
