"""Whether there is anything that a window could be shown on."""

from __future__ import annotations

import os
import sys


def is_missing() -> bool:
    """Whether Qt would abort: a Unix without a display, and no other platform was asked for."""
    if sys.platform in ("win32", "darwin"):
        return False
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not any(os.environ.get(name) for name in wanted)
