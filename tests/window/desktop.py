"""A real desktop for the tests that need one: an X server, a window manager, real key presses."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main

TOOLS = ("Xvfb", "openbox", "xdotool", "setxkbmap")
PATIENCE = 30.0  # seconds until a thing that should happen counts as not happening


def wait_for(what: str, condition: Callable[[], object], patience: float = PATIENCE) -> object:
    """The first true result of `condition`, polled; fails the test naming `what` when late."""
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        pause.wait(0.05)
    pytest.fail(f"never happened: {what}")


class Desktop:
    """One X display with a window manager, and one Hashiya on it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.program: subprocess.Popen[bytes] | None = None
        self.log = home / "program.log"
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write_end),
                "-screen",
                "0",
                "1600x1000x24",
                "-nolisten",
                "tcp",
            ],
            pass_fds=(write_end,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            self.display = ":" + pipe.readline().strip()
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "QT_", "LC_"))},
            "DISPLAY": self.display,
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
        }
        self._manager = subprocess.Popen(
            ["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def run(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        ).stdout.strip()

    def start(self, *arguments: str) -> None:
        """Start the program on a project, and wait until its first article can take keys.

        `eyes` in it tell where things are on the screen, see `see`.
        """
        with self.log.open("ab") as log:
            self.program = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("eyes.py")), *arguments],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        wait_for("the window with its project", lambda: self.windows(" — Hashiya"))
        wait_for("its first article", lambda: self.see("article"))

    def see(self, *what: object) -> Any:
        """What the eyes tell of it; None while it is not to be seen."""
        assert self.program is not None
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.write(json.dumps(what).encode() + b"\n")
        self.program.stdin.flush()
        return json.loads(self.program.stdout.readline())

    def windows(self, name: str) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def layout(self, name: str) -> None:
        self.run("setxkbmap", name)

    def key(self, *keys: str) -> None:
        """Press keys, by keysym name or by the number of the physical key (any layout)."""
        self.run("xdotool", "key", "--clearmodifiers", *keys)

    def click(self, x: int, y: int, button: int = 1) -> None:
        self.run("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        assert self.program is not None
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()
        self._close_pipes()

    def close(self) -> None:
        for process in (self.program, self._manager, self._server):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(timeout=20)
        self._close_pipes()

    def _close_pipes(self) -> None:
        for pipe in (self.program.stdin, self.program.stdout) if self.program else ():
            if pipe is not None:
                pipe.close()


def rows(project: Path, query: str) -> list[tuple[object, ...]]:
    """What another program sees in the project file while Hashiya has it open."""
    connection = sqlite3.connect(f"file:{project}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def hashiya(*arguments: object) -> int:
    """Run a command line in this process; its exit code."""
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    code = stop.value.code
    return code if isinstance(code, int) else 0
