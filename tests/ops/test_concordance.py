"""Every place where words stand is found, folded, in its context, and can be marked in one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.core.article import ArticleId
from annotator.ops import concordance as module
from annotator.ops.annotate import tag
from annotator.ops.concordance import Hit, concordance, labelled_again, tag_hits
from annotator.ops.history import undo
from annotator.ops.progress import Stopped
from annotator.ops.project import Project

Adder = Callable[..., ArticleId]


def search(project: Project, query: str) -> list[Hit]:
    found: list[Hit] = []
    concordance(project.store, query, found.extend)
    return found


def test_hits_are_folded_whole_and_in_their_context(project: Project, add: Adder) -> None:
    one = add("😀 زار السِّجْنَ أمس.\nثم السجن ثانيةً.", "الأول")
    add("لا شيء.")
    two = add("وبالسجن\u00a0المركزي")
    tag(project, one, 7, 15, "location", exact=True)
    hits = search(project, "سجن")
    assert [(h.article, h.text, h.title) for h in hits] == [
        (one, "سِّجْنَ", "الأول"), (one, "سجن", "الأول"), (two, "سجن", "وبالسجن المركزي"),
    ]  # fmt: skip
    assert all(h.before + h.text + h.after == project.article(h.article).text for h in hits)
    assert [h.labels for h in hits] == [("location",), (), ()]
    assert search(project, " \u200f") == []


def test_hits_are_marked_by_the_rules_in_one_step(project: Project, add: Adder) -> None:
    one = add("وصل إلى حمص. وفي حمص قال، وبحمص أيضا.")
    tag(project, one, 8, 11, "location")
    hits = search(project, "حمص")
    changes = tag_hits(project, [*hits, hits[1]], "location")
    assert [a.text for a in changes.added] == ["حمص", "حمص"]
    assert [h.labels for h in labelled_again(project.store, hits)] == [("location",)] * 3
    undo(project)
    assert [h.labels for h in labelled_again(project.store, hits)] == [("location",), (), ()]


def test_it_stops_when_asked_and_where_nobody_reads_on(
    project: Project, add: Adder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        add("حمص حمص")
    with pytest.raises(Stopped):
        concordance(project.store, "حمص", [].extend, cancelled=lambda: True)
    found: list[Hit] = []
    assert concordance(project.store, "حمص", found.extend)
    monkeypatch.setattr(module, "MOST", 3)
    found.clear()
    assert not concordance(project.store, "حمص", found.extend)
    assert len(found) == 3
