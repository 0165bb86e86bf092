"""For every test: Qt without a screen, and nothing of this machine's user read or written.

The environment is set before anything imports Qt. A test that needs a real window starts its own
display (tests/window).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes is the machine's affair, and no test's.
settings.register_profile("any-pace", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-pace")

_OUTER = dict(os.environ)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="hashiya-tests-")
for _name, _folder in {
    "HOME": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
}.items():
    _place = Path(_HOME.name, _folder)
    _place.mkdir(parents=True, exist_ok=True)
    os.environ[_name] = str(_place)


def pytest_configure(config: pytest.Config) -> None:
    # The screenless platform says so whenever a window with a minimum size is shown.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins in its own empty folder."""
    monkeypatch.chdir(tmp_path)
    return


@pytest.fixture(scope="session")
def outer_environment() -> dict[str, str]:
    """The environment as it was, for a test that runs an installer."""
    return dict(_OUTER)
