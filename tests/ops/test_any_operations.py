"""Any operations in any order: what is derived is what would be counted anew, undo gives back what
was, redo what had become of it, a refusal changes nothing, and what the views are told is true."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotator.arabic.fold import folded_words
from annotator.arabic.proclitics import of_letters
from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId, Status
from annotator.core.change import Changes
from annotator.core.labels import Label, LabelSet
from annotator.core.span import OverlapPolicy
from annotator.errors import UserError
from annotator.ops import annotate, articles, edges
from annotator.ops import settings as project_settings
from annotator.ops.exports import export
from annotator.ops.history import redo, undo
from annotator.ops.imports import plan_import, run_import
from annotator.ops.labels import save_labels
from annotator.ops.mentions import propagate
from annotator.ops.project import Project, new_project, open_project
from annotator.ops.revise import plan_revision, revise
from annotator.store.search import words_of

PIECES = (
    "قال", "وزيرُ الخارجيةِ", "سيرغي لافروف", "في الحسكة", "وبالحسكة", "الـ27", 'لـ"قسد"', "٣٫٥٪",
    "12%", "«سانا»", "(رويترز)،", "دمشق\u200f", "\u200fحلب", "ﻻﺟﺌﻴﻦ", "الحـــسكة", "الحَسَكَة",
    "آً\u200fّ", "🙂", "👨‍👩‍👧", "BBC", "a\u00a0b", "ب\u200cج", "\n", "\n\n", "  ", ".",
    "السِّجْن", "لسجنهم",
)  # fmt: skip
MOVERS = (
    edges.start_out, edges.start_in, edges.end_out, edges.end_in,
    edges.start_out_letter, edges.start_in_letter, edges.end_out_letter, edges.end_in_letter,
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join)
titles = st.sampled_from(["", "قصف على الحسكة", "أخبار «سانا»", "title"])
TABLES = (
    "settings", "labels", "articles", "texts", "annotations", "label_counts", "words",
    "annotator_counts",
)  # fmt: skip
State = dict[str, list[tuple[Any, ...]]]


class AnyOperations(RuleBasedStateMachine):
    @initialize(some=st.lists(texts, min_size=1, max_size=3))
    def begin(self, some: list[str]) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="hashiya-any-")
        self.path = Path(self.folder.name) / "p.hashiya"
        self.project = new_project(self.path, "ليلى")
        self.files = 0
        for text in some:
            self._import(text, "")

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self.project.close()
            self.folder.cleanup()

    # -- what is done -------------------------------------------------------------------------

    @rule(data=st.data(), exact=st.booleans())
    def tag(self, data: st.DataObject, exact: bool) -> None:
        article = self._an_article(data)
        if article is not None:
            start, end = self._a_place(data, article)
            label = data.draw(st.sampled_from(self._keys()))
            self._do(lambda p: annotate.tag(p, article, start, end, label, exact=exact))

    @rule(data=st.data())
    def resize(self, data: st.DataObject) -> None:
        chosen = self._an_annotation(data)
        if chosen is not None:
            start, end = self._a_place(data, chosen.article)
            self._do(lambda p: annotate.resize(p, chosen.id, start, end))

    @rule(data=st.data(), mover=st.sampled_from(MOVERS))
    def move_an_edge(self, data: st.DataObject, mover: edges.Mover) -> None:
        chosen = self._an_annotation(data)
        if chosen is not None:
            self._do(lambda p: annotate.move_edge(p, chosen.id, mover))

    @rule(data=st.data())
    def relabel(self, data: st.DataObject) -> None:
        some = self._some_annotations(data)
        label = data.draw(st.sampled_from(self._keys()))
        self._do(lambda p: annotate.relabel(p, some, label))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        some = self._some_annotations(data)
        self._do(lambda p: annotate.remove(p, some))

    @rule(data=st.data(), note=st.sampled_from(["", "ملاحظة", "a\nb"]), review=st.booleans())
    def say_more(self, data: st.DataObject, note: str, review: bool) -> None:
        some = self._some_annotations(data)
        self._do(lambda p: annotate.set_review(p, some, review))
        if some:
            self._do(lambda p: annotate.set_note(p, some[0], note))

    @rule(data=st.data())
    def set_an_attribute(self, data: st.DataObject) -> None:
        chosen = self._an_annotation(data)
        if chosen is None:
            return
        known = self.project.labels[chosen.label].attributes
        if known:
            attribute = data.draw(st.sampled_from(known))
            choices = [choice.key for choice in attribute.choices]
            value = data.draw(st.sampled_from([*choices, 5, True, "نص", [1, 2]]))
            given = {**chosen.attributes, attribute.key: value}
            self._do(lambda p: annotate.set_attributes(p, chosen.id, given))

    @rule(data=st.data(), everywhere=st.booleans())
    def propagate(self, data: st.DataObject, everywhere: bool) -> None:
        chosen = self._an_annotation(data)
        if chosen is not None:
            self._do(lambda p: propagate(p, chosen.id, everywhere=everywhere))

    @rule(data=st.data(), status=st.sampled_from(Status), flag=st.booleans())
    def mark_an_article(self, data: st.DataObject, status: Status, flag: bool) -> None:
        article = self._an_article(data)
        if article is not None:
            self._do(lambda p: articles.set_status(p, article, status))
            self._do(lambda p: articles.set_flag(p, article, flag))

    @rule(data=st.data(), title=titles, outlet=titles, note=titles)
    def name_an_article(self, data: st.DataObject, title: str, outlet: str, note: str) -> None:
        article = self._an_article(data)
        if article is not None:
            self._do(lambda p: articles.set_meta(p, article, title=title, outlet=outlet))
            self._do(lambda p: articles.set_article_note(p, article, note))

    @rule(data=st.data())
    def remove_articles(self, data: st.DataObject) -> None:
        there = self.project.store.find_articles()
        if len(there) > 1:
            some = data.draw(st.lists(st.sampled_from(there), min_size=1, max_size=2, unique=True))
            self._do(lambda p: articles.remove_articles(p, some))

    @rule(text=texts, title=titles)
    def bring_in(self, text: str, title: str) -> None:
        self._import(text, title)

    @rule()
    def out_and_in_again(self) -> None:
        """Into another project: every article and annotation is the same there."""
        out, again = self._file("jsonl"), self._file("jsonl")
        export(self.project, out, format="jsonl").close()
        with new_project(self._file("hashiya"), "سامر", self.project.labels) as other:
            run_import(other, plan_import([out], store=other.store))
            export(other, again, format="jsonl").close()
        assert out.read_bytes() == again.read_bytes()

    @rule(data=st.data(), text=texts)
    def revise(self, data: st.DataObject, text: str) -> None:
        article = self._an_article(data)
        if article is None:
            return
        old = self.project.store.text(article)
        cut = data.draw(st.integers(0, len(old)))
        new = data.draw(st.sampled_from([text, old[:cut] + text + old[cut:], old[cut:] or text]))
        if new.strip():
            self._do(lambda p: revise(p, plan_revision(p.store, article, new)))

    @rule(data=st.data(), key=st.sampled_from(["event", "actor", "place"]))
    def change_the_labels(self, data: st.DataObject, key: str) -> None:
        labels = list(self.project.labels)
        what = data.draw(st.sampled_from(["add", "rename", "turn", "remove", "merge"]))
        at = data.draw(st.integers(0, len(labels) - 1))
        reassign: dict[int, int | None] = {}
        if what == "add":
            labels.append(Label(key=key, name_ar="حدث", name_en="Event", colour="#112233"))
        elif what == "rename":
            labels[at] = replace(labels[at], key=key)
        elif what == "turn":
            labels.reverse()
        elif len(labels) > 2:
            gone = labels.pop(at)
            reassign[gone.id] = labels[0].id if what == "merge" else None
        self._do(lambda p: save_labels(p, LabelSet(tuple(labels)), reassign))

    @rule(policy=st.sampled_from(OverlapPolicy), name=st.sampled_from(["ليلى", "سامر"]))
    def change_the_settings(self, policy: OverlapPolicy, name: str) -> None:
        self._do(lambda p: project_settings.set_policy(p, policy))
        self._do(lambda p: project_settings.set_annotator(p, name))

    @rule(times=st.integers(1, 4))
    def undo_some_and_go_on(self, times: int) -> None:
        for _ in range(times):
            self._told(undo)

    @rule()
    def redo(self) -> None:
        self._told(redo)

    @rule()
    def open_again(self) -> None:
        before = self._state()
        self.project.close()
        self.project = open_project(self.path)
        assert self._state() == before

    # -- what holds ---------------------------------------------------------------------------

    @invariant()
    def what_is_derived_is_what_would_be_counted_anew(self) -> None:
        if not hasattr(self, "project"):
            return
        state = self._state()
        by_label = Counter((row[2], row[0]) for row in state["annotations"])
        assert state["label_counts"] == _sorted((*key, n) for key, n in by_label.items())
        by_annotator = Counter(row[9] for row in state["annotations"])
        review = Counter(row[9] for row in state["annotations"] if row[8])
        assert state["annotator_counts"] == _sorted(
            (who, n, review[who]) for who, n in by_annotator.items()
        )
        words: Counter[str] = Counter()
        for _, text in state["texts"]:
            words.update(chain.from_iterable(folded_words(text)))
        assert state["words"] == _sorted(of_letters(words).items())
        texts_of = dict(state["texts"])
        assert self._indexed() == {
            row[0]: set(words_of(row[3], chain.from_iterable(folded_words(text))).split())
            for row in state["articles"]
            for text in [texts_of[row[0]]]
        }
        assert list(self.project.store.check()) == []

    @invariant()
    def what_is_kept_at_hand_is_what_is_stored(self) -> None:
        if not hasattr(self, "project"):
            return
        with self.project.store.reader() as reader:
            for article_id in reader.find_articles():
                loaded = reader.load(article_id)
                at_hand = self.project.article(article_id)
                assert at_hand.article == loaded.article
                assert list(at_hand.annotations) == loaded.annotations
            assert self.project.labels == reader.label_set()

    # -- how it is done and looked at ---------------------------------------------------------

    def _do(self, work: Callable[[Project], Changes]) -> None:
        """Do it, take it back and do it again; or see that a refusal changed nothing."""
        before = self._state(), self.project.store.stand()
        try:
            changes = self._told(work)
        except UserError:
            assert (self._state(), self.project.store.stand()) == before
            return
        if changes is None or changes.seq is None:
            assert (self._state(), self.project.store.stand()) == before
            return
        after = self._state()
        self._told(undo)
        assert self._state() == before[0]
        self._told(redo)
        assert self._state() == after

    def _told(self, work: Callable[[Project], Changes | None]) -> Changes | None:
        """Do it, and see that the changes that it tells of are those that can be seen."""
        before, marks = self._state(), self._annotations()
        changes = work(self.project)
        after, now = self._state(), self._annotations()
        if changes is None:
            assert before == after
            return None
        came_or_went = _ids(before) ^ _ids(after)
        assert changes.article_set or not came_or_went
        assert changes.articles >= _between(before, after, "articles") - came_or_went
        assert changes.revised >= _between(before, after, "texts") - came_or_went
        assert changes.settings >= _between(before, after, "settings")
        assert changes.labels or before["labels"] == after["labels"]
        if not changes.bulk and not changes.article_set:
            for old in (*changes.removed, *(old for old, _ in changes.replaced)):
                assert marks.pop(old.id) == old
            for new in (*changes.added, *(new for _, new in changes.replaced)):
                assert new.id not in marks
                marks[new.id] = new
            assert marks == now
        return changes

    def _state(self) -> State:
        conn = self.project.store.connection
        return {table: _sorted(conn.execute(f"SELECT * FROM {table}")) for table in TABLES}

    def _indexed(self) -> dict[int, set[str]]:
        """The words under which each article is found."""
        conn = self.project.store.connection
        conn.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS"
            " temp.vocabulary USING fts5vocab(main, article_words, row)"
        )
        found: dict[int, set[str]] = {article: set() for article in _ids(self._state())}
        for (word,) in conn.execute("SELECT term FROM temp.vocabulary").fetchall():
            sql = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
            for (article,) in conn.execute(sql, (f'"{word}"',)):
                found[article].add(word)
        return found

    def _annotations(self) -> dict[str, Annotation]:
        store = self.project.store
        return {a.id: a for article in store.find_articles() for a in store.annotations(article)}

    def _import(self, text: str, title: str) -> None:
        lines = self._file("jsonl")
        lines.write_text(json.dumps({"text": text, "meta": {"title": title}}), "utf-8")
        plan = plan_import([lines], store=self.project.store)
        if plan.items[0].error is None and not plan.items[0].all_duplicates:
            self._do(lambda p: run_import(p, plan))

    def _file(self, suffix: str) -> Path:
        self.files += 1
        return self.path.with_name(f"{self.files}.{suffix}")

    def _keys(self) -> list[str]:
        return [label.key for label in self.project.labels]

    def _an_article(self, data: st.DataObject) -> ArticleId | None:
        there = self.project.store.find_articles()
        return data.draw(st.sampled_from(there)) if there else None

    def _a_place(self, data: st.DataObject, article: ArticleId) -> tuple[int, int]:
        length = len(self.project.store.text(article))
        start = data.draw(st.integers(0, length))
        return start, data.draw(st.integers(start, min(start + 30, length)))

    def _an_annotation(self, data: st.DataObject) -> Annotation | None:
        there = list(self._annotations().values())
        return data.draw(st.sampled_from(there)) if there else None

    def _some_annotations(self, data: st.DataObject) -> list[str]:
        there = list(self._annotations())
        return data.draw(st.lists(st.sampled_from(there), unique=True, max_size=3)) if there else []


def _sorted(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """A table has no order, and its values are of any type."""
    return sorted(rows, key=repr)


def _between(before: State, after: State, table: str) -> set[Any]:
    """The keys of the rows that came, went or changed."""
    return {row[0] for row in set(before[table]) ^ set(after[table])}


def _ids(state: State) -> set[int]:
    return {row[0] for row in state["articles"]}


TestAnyOperations = AnyOperations.TestCase
TestAnyOperations.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
