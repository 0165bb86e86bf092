"""The whole journey in a window that nobody sees, with no way out of the machine.

Run as a program of its own by `test_private`, HOME and the current folder being the test's. Prints
one JSON object: what was asked of the network or of pickle (each refused), and what went wrong.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto",
             "socket.bind", "urllib.Request", "http.client", "ftplib", "smtplib", "webbrowser",
             "pickle.find_class")  # fmt: skip
# A saved page that asks for things from elsewhere, as every one does.
PAGE = """<html><head><meta charset="utf-8"><title>عنوان</title>
<link rel="stylesheet" href="http://192.0.2.1/a.css"><script src="http://192.0.2.1/a.js"></script>
<base href="http://192.0.2.1/"></head><body><img src="http://192.0.2.1/a.png"><p>أعلنت وزارة الصحة
وصول المساعدات إلى مخيم الحسكة، وقال مسؤول محلي إن الوضع صعب هناك منذ أسابيع.</p>
<iframe src="http://192.0.2.1/b.html"></iframe></body></html>"""
asked: list[str] = []


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.bind" and str(arguments[1]).startswith(("('::1'", "('127.0.0.1'")):
        return  # urllib3, which spaCy brings, tries so whether the machine has IPv6
    if event.startswith(FORBIDDEN):
        asked.append(f"{event} {arguments!r}"[:200])
        raise PermissionError(event)


def packets() -> int:
    """How many this machine's share of the network (its own, under unshare) has tried to send."""
    try:
        lines = Path("/proc/self/net/snmp").read_text().splitlines()
    except OSError:
        return 0
    counts = {
        f"{names.split()[0]}{name}": int(value)
        for names, values in zip(lines[::2], lines[1::2], strict=True)
        for name, value in zip(names.split()[1:], values.split()[1:], strict=True)
    }
    return counts["Tcp:ActiveOpens"] + counts["Udp:OutDatagrams"] + counts["Icmp:OutMsgs"]


def main() -> None:
    sys.addaudithook(refuse)
    os.umask(0)  # so that a file made carelessly can be told
    from annotator.app import make_application, make_window
    from annotator.ui.crash import CrashReporter
    from annotator.ui.log import start_logging

    app = make_application()
    crashes = CrashReporter(app)
    crashes.install()
    window = make_window()
    window.session.jobs.crashed.connect(crashes.report)
    window.show()
    app.processEvents()
    start_logging()
    window.settle()
    work(window)
    text = window.session.project.store.text(1)
    crashes.report(ValueError(text[:300]))
    crashes.report(KeyError(text[:300]))
    app.processEvents()
    told = {"asked": asked, "packets": packets(), "text": text[:2000], "open": modes(window)}
    window.close()
    print(json.dumps(told))


def modes(window: object) -> dict[str, int]:
    """The rights of the project and of what lies beside it while it is open."""
    path = window.session.project.path
    return {p.name: p.stat().st_mode & 0o777 for p in path.parent.glob(f"{path.name}*")
            if p.is_file()}  # fmt: skip


def work(window: object) -> None:
    from PySide6.QtCore import QCoreApplication

    from annotator.formats.registry import WRITERS
    from annotator.ops.annotate import tag
    from annotator.ops.exports import export
    from annotator.ops.import_plan import plan_import
    from annotator.ops.imports import run_import
    from annotator.ops.mentions import propagate
    from annotator.store.backup import backup, save_copy
    from annotator.store.records import ArticleQuery
    from annotator.store.rescue import rescue
    from annotator.store.restoring import restore
    from annotator.ui.textview.printing import write_pdf

    session = window.session
    window.files.open_samples()
    source = Path("مقال.txt")
    source.write_text("وصل الوفد إلى الحسكة، ثم غادر الحسكة إلى دمشق.", encoding="utf-8")
    page = Path("صفحة.html")
    page.write_text(PAGE, encoding="utf-8")
    plan = plan_import([source, page], store=session.project.store)
    assert plan.articles == 2
    session.run(lambda project: run_import(project, plan))
    last = session.project.store.find_articles(ArticleQuery())[-1]
    session.open_article(last)
    start = session.article.text.index("الحسكة")
    (made,) = session.run(tag, last, start, start + 6, "location", exact=True).added
    session.run(propagate, made.id, everywhere=True)
    session.undo()
    session.redo()
    out = Path("exports")
    out.mkdir()
    for known in WRITERS:
        export(session.project, out / f"{known.key}{known.suffixes[0]}", format=known.key).close()
    write_pdf(out / "a.pdf", session.article.text, session.article.annotations, session.labels)
    kept = backup(session.project.store)
    save_copy(session.project.store, Path("copy.hashiya"))
    rescue(Path("copy.hashiya"), Path("rescued.hashiya"))
    restore(kept.path, Path("copy.hashiya"))
    for name in ("settings", "shortcuts", "about", "labels", "stats", "theme", "language"):
        window.actions_[name].trigger()
        QCoreApplication.processEvents()
    session.jobs.drain()


if __name__ == "__main__":
    main()
