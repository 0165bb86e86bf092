"""The desktop of the tests that need one; they say so where it cannot be had."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop import TOOLS, Desktop


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} (the README's test command installs them)")
    home = tmp_path / "home"
    home.mkdir()
    desktop = Desktop(home)
    try:
        yield desktop
    finally:
        desktop.close()
