"""A project with one long article, as `annotate_forever` expects it; and the table at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from annotate_forever import TEXT
from sample_project import LABELS
from tally import Account, Tally, table

from annotator.core.change import OperationName
from annotator.store import NewArticle, Store

_ACCOUNTS: dict[int, Account] = {}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.hashiya"
    with (
        Store.create(path, annotator="ليلى", labels=LABELS) as store,
        store.operation(OperationName("import", {"count": "1"})) as op,
    ):
        op.add_article(NewArticle(text=TEXT))
    return path


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """Counts for the fault that the test is marked with."""
    return _tally_of(request.node)


def _tally_of(item: pytest.Item) -> Tally:
    mark = item.get_closest_marker("fault")
    assert mark is not None, "a test that counts says which fault of the design it causes"
    if not hasattr(item, "tally"):
        item.tally = Tally(_ACCOUNTS.setdefault(mark.args[0], Account()))
    made: Tally = item.tally  # type: ignore[attr-defined]  # kept with the item it belongs to
    return made


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    mark = item.get_closest_marker("fault")
    if mark is not None:
        account = _ACCOUNTS.setdefault(mark.args[0], Account())
        if report.skipped:
            account.skipped.append(str(call.excinfo.value) if call.excinfo else "")
        elif report.failed:
            account.failed += 1
        elif report.when == "call" and not _tally_of(item).used:
            account.caused += 1
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _ACCOUNTS:
        terminalreporter.section("faults")
        for line in table(_ACCOUNTS):
            terminalreporter.write_line(line)
