"""Reading what comes from anywhere opens no connection, starts no program, loads no pickle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
from pages import PARAGRAPHS, TEXT, page

_READ = """
import sys

# urllib3, which trafilatura imports, makes a socket to see whether the machine has IPv6.
UNCONNECTED = ("socket.__new__", "socket.bind")
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "pickle.", "webbrowser.", "urllib.")

def refuse(event, arguments):
    if event.startswith(FORBIDDEN) and event not in UNCONNECTED:
        raise SystemExit(f"{event} {arguments}")

sys.addaudithook(refuse)
from pathlib import Path
from annotator.ops.imports import plan_import
plan = plan_import([Path(name) for name in sys.argv[1:]])
print([str(error) for error in plan.errors], plan.articles)
"""


def test_a_page_and_a_document_are_read_with_sockets_forbidden(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), "utf-8")
    document = docx.Document()
    document.add_paragraph(PARAGRAPHS[0])
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "a.csv").write_text(f'text\n"{TEXT.replace(chr(34), chr(34) * 2)} "\n', "utf-8")
    names = [str(tmp_path / name) for name in ("a.html", "a.docx", "a.csv")]
    done = subprocess.run(
        [sys.executable, "-c", _READ, *names], capture_output=True, text=True, timeout=100
    )
    assert (done.stdout, done.stderr, done.returncode) == ("[] 3\n", "", 0)
