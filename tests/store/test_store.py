"""What a project file keeps, answers and refuses."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sample_project import LABELS, TEXT, add_article, annotation, tag

from annotator.core.annotation import AnnotationId, Origin
from annotator.core.article import ArticleId, Meta, Status
from annotator.core.change import OperationName
from annotator.core.labels import Attribute, AttributeKind, Choice, Label, LabelSet
from annotator.errors import UserError
from annotator.store import ArticleQuery, NewArticle, SortKey, Store

RENAME = OperationName("labels", {})


def test_a_new_project_holds_its_labels_settings_and_nothing_else(path: Path) -> None:
    with Store.create(path, annotator="ليلى", labels=LABELS, settings={"snap": True}) as store:
        assert [label.key for label in store.label_set()] == ["actor", "location", "quantity"]
        assert [label.id for label in store.label_set()] == [1, 2, 3]
        assert store.annotator == "ليلى"
        assert store.setting("snap") is True
        assert store.setting("absent", 7) == 7
        assert store.settings()["overlap_policy"] == "nested"
        assert store.count_articles() == 0
        assert store.undo_name() is None
        assert not store.read_only


def test_a_project_is_never_made_over_another_file(path: Path) -> None:
    path.write_bytes(b"precious")
    with pytest.raises(UserError, match="already"):
        Store.create(path, annotator="x", labels=LABELS)
    assert path.read_bytes() == b"precious"
    assert list(path.parent.iterdir()) == [path]


def test_a_project_in_a_folder_that_is_not_there_is_refused_in_one_sentence(path: Path) -> None:
    with pytest.raises(UserError, match="cannot be made"):
        Store.create(path.parent / "nowhere" / "a.hashiya", annotator="x", labels=LABELS)


def test_everything_that_an_article_is_comes_back(store: Store) -> None:
    meta = Meta(title="عنوان", outlet="الصحيفة", url="u", date="2026-01-01", source="a.txt")
    uuid = "5f3c6f7e-0000-4000-8000-000000000001"
    text = "سطر\nفيه \x00 و\u200f و🙂 وكَلِمٌ"
    article_id = add_article(store, text, meta=meta, uuid=uuid, status=Status.DONE, flag=True)
    article = store.article(article_id)
    assert article.text == text == store.text(article_id)
    assert (article.meta, article.uuid, article.status, article.flag) == (
        meta, uuid, Status.DONE, True,
    )  # fmt: skip
    assert article.intact
    assert store.article_by_uuid(uuid) == article
    assert store.article_by_uuid("none") is None
    assert store.hashes([article.sha256, "0"]) == {article.sha256: article_id}


def test_everything_that_an_annotation_is_comes_back(store: Store, path: Path) -> None:
    article = add_article(store)
    made = annotation(
        article,
        attributes={"value": [3.5, 1e300], "unit": "نازح", "n": 3, "approximate": True},
        note="«ملاحظة»\n<b>",
        review=True,
        origin=Origin.SUGGESTED,
        score=0.1 + 0.2,
    )
    tag(store, made)
    store.close()
    with Store.open(path) as again:
        assert again.annotations(article) == [made]
        assert again.annotation(made.id) == made
        assert again.annotation(AnnotationId("none")) is None


def test_annotations_come_in_reading_order(store: Store) -> None:
    article = add_article(store)
    inner = tag(store, annotation(article, "السكان", label="actor"))
    outer = tag(store, annotation(article, "السكان إن"))
    first = tag(store, annotation(article, "قال"))
    assert store.annotations(article) == [first, outer, inner]


def test_the_first_annotation_puts_a_new_article_in_progress_in_the_same_step(store: Store) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    assert store.article(article).status is Status.IN_PROGRESS
    changes = store.undo()
    assert changes is not None
    assert changes.removed == (made,)
    assert changes.articles == {article}
    assert store.article(article).status is Status.NEW


def test_an_imported_status_stays_as_given_whatever_is_annotated(store: Store) -> None:
    with store.operation(OperationName("import")) as op:
        article = op.add_article(NewArticle(text=TEXT))
        op.add(annotation(article))
    assert store.article(article).status is Status.NEW


def test_an_operation_that_raises_leaves_nothing(store: Store) -> None:
    article = add_article(store)

    def fail() -> None:
        with store.operation(OperationName("tag")) as op:
            op.add(annotation(article))
            op.update_article(article, flag=True)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.annotations(article) == []
    assert not store.article(article).flag
    assert store.undo_name() == OperationName("import", {"count": "1"})


def test_an_operation_that_changes_nothing_is_no_step(store: Store) -> None:
    article = add_article(store)
    with store.operation(OperationName("status")) as op:
        op.update_article(article, status=Status.NEW)
        op.set_setting("annotator", "ليلى")
    assert op.changes.seq is None
    assert store.undo_name() == OperationName("import", {"count": "1"})


def test_a_stale_annotation_is_refused(store: Store) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    with pytest.raises(UserError, match="meantime"), store.operation(OperationName("note")) as op:
        op.replace(replace(made, note="never seen"), replace(made, note="b"))
    with store.operation(OperationName("remove")) as op:
        op.remove(made)
    with pytest.raises(UserError, match="meantime"), store.operation(OperationName("x")) as op:
        op.remove(made)


def test_an_unknown_label_and_a_wrong_seal_are_refused(store: Store) -> None:
    article = add_article(store)
    with pytest.raises(UserError, match="no label “x”"), store.operation(OperationName("t")) as op:
        op.add(annotation(article, label="x"))
    with pytest.raises(ValueError, match="seal"), store.operation(OperationName("t")) as op:
        op.add(replace(annotation(article), text="ا"))


def test_an_id_that_is_taken_is_refused_whole(store: Store) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    assert store.known_annotation_ids([made.id, "other"]) == {made.id}

    def add_two() -> None:
        with store.operation(OperationName("t")) as op:
            op.add(annotation(article, "دمشق"))
            op.add(replace(made, label="actor"))

    with pytest.raises(UserError, match="already"):
        add_two()
    assert store.annotations(article) == [made]


def test_a_missing_article_is_one_clear_sentence(store: Store) -> None:
    for ask in (store.article, store.text, store.load):
        with pytest.raises(UserError, match="no longer"):
            ask(ArticleId(9))
    with pytest.raises(UserError, match="no longer"), store.operation(OperationName("t")) as op:
        op.remove_article(ArticleId(9))


def test_renaming_a_label_keeps_its_annotations_and_touches_one_row(store: Store) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    labels = store.label_set()
    renamed = LabelSet(tuple(replace(la, key="place") if la.id == 2 else la for la in labels))
    with store.operation(RENAME) as op:
        op.set_labels(renamed)
    assert op.changes.labels
    assert op.changes.bulk
    assert store.annotations(article) == [replace(made, label="place")]
    store.undo()
    assert store.label_set() == labels
    assert store.annotations(article) == [made]


def test_two_labels_may_swap_keys_and_back(store: Store) -> None:
    article = add_article(store)
    tag(store, annotation(article))
    one, two, three = store.label_set()
    with store.operation(RENAME) as op:
        op.set_labels(LabelSet((replace(two, key="actor"), replace(one, key="location"), three)))
    assert [label.key for label in store.label_set()] == ["actor", "location", "quantity"]
    assert store.annotations(article)[0].label == "actor"
    store.undo()
    assert store.label_set() == LabelSet((one, two, three))
    store.redo()
    assert store.annotations(article)[0].label == "actor"


def test_a_label_is_added_and_deleted_and_its_number_never_comes_again(store: Store) -> None:
    labels = store.label_set()
    kind = Attribute(
        key="kind", name_ar="نوع", name_en="Kind", kind=AttributeKind.CHOICE,
        choices=(Choice(key="named", name_ar="مسمى", name_en="Named"),),
    )  # fmt: skip
    source = Label(
        key="source", name_ar="مصدر", name_en="Source", colour="#000000", attributes=(kind,),
        guideline_ar="من", guideline_en="who",
    )  # fmt: skip
    with store.operation(RENAME) as op:
        op.set_labels(LabelSet((*labels, source)))
    assert store.label_set()["source"] == replace(source, id=4)
    with store.operation(RENAME) as op:
        op.set_labels(labels)
    with store.operation(RENAME) as op:
        op.set_labels(LabelSet((*labels, replace(source, key="other"))))
    assert store.label_set()["other"].id == 5


def test_a_label_in_use_cannot_vanish(store: Store) -> None:
    article = add_article(store)
    tag(store, annotation(article))
    with pytest.raises(sqlite3.IntegrityError), store.operation(RENAME) as op:
        op.set_labels(LabelSet(tuple(la for la in store.label_set() if la.key != "location")))
    assert len(store.label_set()) == 3


def test_articles_are_found_by_every_filter_and_order(store: Store) -> None:
    one = add_article(store, "السِّجْن في حلب", meta=Meta(title="ب", outlet="س", date="2026-02"))
    two = add_article(store, "لا شيء هنا", meta=Meta(title="ا", outlet="ص", date="2026-01"))
    three = add_article(store, "سجون كثيرة", meta=Meta(title="سجن"), flag=True, status=Status.DONE)
    tag(store, annotation(two, "شيء", in_text="لا شيء هنا"))

    def find(**query: object) -> list[ArticleId]:
        return store.find_articles(ArticleQuery(**query))  # type: ignore[arg-type]  # any filter

    assert store.find_articles() == [one, two, three]
    assert find(descending=True) == [three, two, one]
    assert find(text="سجن") == [one, three]
    assert find(text="السجن حلب") == [one]
    assert find(text="؟!") == []
    assert find(status=Status.DONE) == [three]
    assert find(flag=True) == [three]
    assert find(flag=False) == [one, two]
    assert find(outlet="ص") == [two]
    assert find(label="location") == [two]
    assert find(label="actor") == []
    assert find(label="gone") == []
    assert find(sort=SortKey.TITLE) == [two, one, three]
    assert find(sort=SortKey.ANNOTATIONS, descending=True)[0] == two
    assert find(sort=SortKey.TOKENS)[0] == three
    assert store.outlets() == ["س", "ص"]


def test_a_title_that_changes_is_found_by_its_new_words_only(store: Store) -> None:
    article = add_article(store, meta=Meta(title="القديم"))
    with store.operation(OperationName("meta")) as op:
        op.update_article(article, title="الجديد")
    assert store.find_articles(ArticleQuery(text="القديم")) == []
    assert store.find_articles(ArticleQuery(text="الجديد")) == [article]
    store.undo()
    assert store.find_articles(ArticleQuery(text="القديم")) == [article]


def test_a_removed_article_is_found_no_more_and_comes_back_whole(store: Store) -> None:
    article = add_article(store, meta=Meta(title="عنوان"), note="n")
    made = tag(store, annotation(article))
    before = store.article(article)
    with store.operation(OperationName("remove_articles")) as op:
        op.remove_article(article)
    assert op.changes.article_set
    assert store.find_articles(ArticleQuery(text="عنوان")) == []
    assert store.count_articles() == 0
    assert store.stats().by_label["location"] == 0
    store.undo()
    assert store.article(article) == before
    assert store.annotations(article) == [made]
    assert store.find_articles(ArticleQuery(text="عنوان", label="location")) == [article]


def test_rows_of_the_list_come_in_the_order_asked_for(store: Store) -> None:
    one = add_article(store, "كلمة\n  وأخرى", meta=Meta(title="ع", outlet="س", date="2026"))
    two = add_article(store)
    tag(store, annotation(two))
    rows = store.article_rows([two, ArticleId(99), one])
    assert [(row.id, row.count) for row in rows] == [(two, 1), (one, 0)]
    assert (rows[1].title, rows[1].opening, rows[1].tokens) == ("ع", "كلمة وأخرى", 2)
    assert (rows[1].outlet, rows[1].date, rows[0].status) == ("س", "2026", Status.IN_PROGRESS)


def test_statistics_count_what_is_there(store: Store) -> None:
    one, _two = add_article(store, status=Status.DONE), add_article(store)
    tag(store, annotation(one, review=True, annotator="سعيد"))
    tag(store, annotation(one, "دمشق"))
    stats = store.stats()
    assert (stats.articles, stats.annotations, stats.to_review) == (2, 2, 1)
    assert stats.by_status == {
        Status.NEW: 1, Status.IN_PROGRESS: 0, Status.DONE: 1, Status.SKIPPED: 0,
    }  # fmt: skip
    assert stats.by_label == {"actor": 0, "location": 2, "quantity": 0}
    assert stats.by_annotator == {"سعيد": 1, "ليلى": 1}


def test_word_counts_follow_what_is_imported_and_removed(store: Store) -> None:
    article = add_article(store, "حلب حلب دمشق")
    assert store.word_counts().get("حلب") == 2
    assert "غائب" not in store.word_counts()
    with store.operation(OperationName("remove_articles")) as op:
        op.remove_article(article)
    assert dict(store.word_counts()) == {}


def test_every_article_streams_with_its_annotations(store: Store) -> None:
    one, two = add_article(store), add_article(store, "نص")
    made = tag(store, annotation(one))
    seen = [(article.id, annotations) for article, annotations in store.iter_articles()]
    assert seen == [(one, [made]), (two, [])]


def test_a_reader_sees_what_is_committed_and_cannot_write(store: Store) -> None:
    reader = store.reader()
    article = add_article(store)
    made = tag(store, annotation(article))
    assert reader.annotations(article) == [made]
    with pytest.raises(UserError, match="view only"), reader.operation(OperationName("x")):
        pass
    reader.close()


def test_a_reader_sees_labels_that_were_renamed_since(store: Store) -> None:
    with store.reader() as reader:
        assert "location" in reader.label_set()
        with store.operation(RENAME) as op:
            op.set_labels(
                LabelSet(tuple(replace(la, key=f"{la.key}2") for la in store.label_set()))
            )
        assert "location2" in reader.label_set()


@pytest.mark.parametrize("content", [b"", b"plain text, not a database at all" * 9])
def test_a_file_that_is_no_project_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(UserError, match="not a Hashiya project"):
        Store.open(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_programs_database_is_refused_untouched(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE t (a)")
    conn.commit()
    conn.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="not a Hashiya project"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_missing_file_a_folder_are_refused(path: Path) -> None:
    with pytest.raises(UserError, match="There is no file"):
        Store.open(path)
    path.mkdir()
    with pytest.raises(UserError, match="cannot be opened"):
        Store.open(path)


def test_the_views_are_there_for_anyone_with_sqlite(store: Store, path: Path) -> None:
    article = add_article(store, meta=Meta(title="عنوان"))
    made = tag(store, annotation(article))
    store.close()
    conn = sqlite3.connect(path)
    assert conn.execute('SELECT id, label, start, "end", text, title FROM annotations_readable'
                        ).fetchall() == [
        (made.id, "location", made.start, made.end, made.text, "عنوان")
    ]  # fmt: skip
    assert conn.execute("SELECT text, annotations, tokens FROM articles_readable").fetchall() == [
        (TEXT, 1, 11)
    ]
    kinds = conn.execute('SELECT kind, "table", who FROM journal_readable ORDER BY seq').fetchall()
    assert kinds[0] == ("import", "whole_article", "ليلى")
    conn.close()


def test_a_copy_of_the_closed_file_alone_is_the_whole_project(store: Store, path: Path) -> None:
    article = add_article(store)
    made = tag(store, annotation(article))
    store.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    copy = path.with_name("copy.hashiya")
    shutil.copyfile(path, copy)
    digest = hashlib.sha256(copy.read_bytes()).digest()
    with Store.open(copy) as again:
        assert again.annotations(article) == [made]
    assert hashlib.sha256(copy.read_bytes()).digest() == digest
