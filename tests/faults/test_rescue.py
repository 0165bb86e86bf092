"""Pages overwritten one by one: what did not lie on them is saved, what is lost is named.

HASHIYA_DAMAGES says how many pages (12 unless told).
"""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from annotate_forever import expected, step
from sample_project import LABELS
from tally import Tally

from annotator.core.annotation import Annotation, AnnotationId
from annotator.core.article import Article, ArticleId, Meta, text_hash
from annotator.core.change import OperationName
from annotator.core.labels import LabelSet
from annotator.errors import UserError
from annotator.store import NewArticle, Store
from annotator.store.rescue import Rescued, rescue, survey

DAMAGES = int(os.environ.get("HASHIYA_DAMAGES", "12"))
STAMP = "2026-01-02T03:04:05.000006Z"
PAGE = 4096


def word(article: int, place: int) -> str:
    """No two articles share a word, so that a page tells whose text is on it."""
    return f"م{article:03}ق{place:03}"


@dataclass
class Sound:
    """A project as it was, and the bytes of its file."""

    path: Path
    content: bytes
    articles: dict[int, Article]
    annotations: dict[str, Annotation]
    imported: set[str]  # annotations of which the journal holds no image


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """Thirty articles of one to four pages, with annotations imported and made by hand, some of
    them changed and some removed, an article removed, and steps undone."""
    path = tmp_path_factory.mktemp("sound") / "sound.hashiya"
    chance = random.Random(8)
    with Store.create(path, annotator="ليلى", labels=LABELS) as store:
        imported: set[str] = set()
        with store.operation(OperationName("import", {"count": "30"})) as op:
            for n in range(30):
                text = " ".join(word(n, place) for place in range(chance.randrange(60, 900)))
                number = op.add_article(NewArticle(text=text, meta=Meta(title=f"عنوان {n:03}")))
                for place in range(12):
                    made = annotation(number, n, place, f"imported-{n:03}-{place:03}")
                    op.add(made)
                    imported.add(made.id)
        for n in range(30):
            for place in range(15, 25):
                with store.operation(OperationName("tag")) as op:
                    op.add(annotation(ArticleId(n + 1), n, place, f"by-hand-{n:03}-{place:03}"))
        with store.operation(OperationName("remove")) as op:
            for known in store.annotations(ArticleId(3))[:5]:
                op.remove(known)
            op.remove_article(ArticleId(9))
            op.update_article(ArticleId(4), note="ملاحظة")
        with store.operation(OperationName("tag")) as op:
            op.add(annotation(ArticleId(5), 4, 40, "undone"))
        store.undo()
    return read(path, imported)


def annotation(article: ArticleId, n: int, place: int, key: str) -> Annotation:
    start = place * len(word(n, place) + " ")
    return Annotation(
        id=AnnotationId(key), article=article, label="actor", start=start,
        end=start + len(word(n, place)), text=word(n, place), note="ملاحظة" * (place % 3),
        annotator="ليلى", created=STAMP, modified=STAMP,
    )  # fmt: skip


def read(path: Path, imported: set[str] = frozenset()) -> Sound:
    with Store.open(path, read_only=True) as store:
        ids = store.find_articles()
        return Sound(
            path,
            path.read_bytes(),
            {number: store.article(number) for number in ids},
            {a.id: a for number in ids for a in store.annotations(number)},
            imported,
        )


def lies_on(page: bytes, text: str) -> bool:
    """Whether any of the text is on that page, the last few bytes of it alone included."""
    ending = text.encode()
    if any(page[4 : 4 + n] == ending[-n:] for n in range(4, 12)):
        return True
    return text.split(" ", 1)[0][:4].encode() in page


@pytest.mark.fault(4)
@pytest.mark.parametrize("seed", range(DAMAGES))
def test_what_does_not_lie_on_an_overwritten_page_is_saved(
    sound: Sound, tmp_path: Path, seed: int, tally: Tally
) -> None:
    chance = random.Random(seed)
    count = len(sound.content) // PAGE
    number = random.Random(7).sample(range(count), count)[seed % count]
    page = sound.content[number * PAGE : (number + 1) * PAGE]
    content = bytearray(sound.content)
    content[number * PAGE : (number + 1) * PAGE] = chance.randbytes(PAGE)
    damaged = tmp_path / "damaged.hashiya"
    damaged.write_bytes(content)
    told = rescue(damaged, tmp_path / "rescued.hashiya")
    assert damaged.read_bytes() == content
    saved = read(tmp_path / "rescued.hashiya")
    with Store.open(saved.path) as store:
        assert list(store.check()) == []
        assert store.undo_name() is None
        assert store.undo() is None

    whole = {n: a for n, a in sound.articles.items() if not lies_on(page, a.text)}
    kept = [
        a
        for a in sound.annotations.values()
        if a.article in whole and (a.id.encode() not in page or a.id not in sound.imported)
    ]
    lost = sum(saved.articles[n].text != a.text for n, a in whole.items() if n in saved.articles)
    lost += len(whole.keys() - saved.articles.keys())
    lost += sum(saved.annotations.get(a.id) != a for a in kept)
    named_articles, named = named_in(told)
    half = len(sound.articles.keys() - saved.articles.keys() - named_articles)
    half += len(saved.articles.keys() - sound.articles.keys())
    for key, was in sound.annotations.items():
        if saved.annotations.get(key) != was and key not in named:
            half += was.article not in named_articles
    half += len(saved.annotations.keys() - sound.annotations.keys() - named)
    for n, article in saved.articles.items():
        half += article != sound.articles[n] and n not in named_articles
    tally(acknowledged=len(whole) + len(kept), lost=lost, half=half)


def named_in(told: Rescued) -> tuple[set[int], set[str]]:
    problems = told.lost + told.doubtful
    return {p.article for p in problems if p.article}, {
        p.annotation for p in problems if p.annotation
    }


@pytest.mark.fault(4)
def test_a_sound_project_is_rescued_whole(sound: Sound, tmp_path: Path) -> None:
    told = rescue(sound.path, tmp_path / "rescued.hashiya")
    assert (told.lost, told.doubtful, told.damaged_pages, told.from_journal) == ((), (), (), 0)
    saved = read(tmp_path / "rescued.hashiya")
    assert saved.articles == sound.articles
    assert saved.annotations == sound.annotations
    query = "SELECT seq, kind, fields, at, who, state, tbl, key FROM journal JOIN journal_rows"
    query += " USING (seq) ORDER BY seq, n"
    steps = []
    for path in (sound.path, saved.path):
        with closing(sqlite3.connect(path)) as conn:
            steps.append(conn.execute(query).fetchall())
    assert steps[0] == steps[1]
    assert len(steps[0]) > 300


@pytest.mark.fault(4)
def test_many_pages_at_once_and_the_first_of_all(sound: Sound, tmp_path: Path) -> None:
    """Without its first page SQLite does not know the file; the pages are known by their rows."""
    content = bytearray(sound.content)
    content[:PAGE] = bytes(PAGE)
    damaged = tmp_path / "damaged.hashiya"
    damaged.write_bytes(content)
    with pytest.raises(UserError):
        Store.open(damaged)
    rescue(damaged, tmp_path / "rescued.hashiya")
    saved = read(tmp_path / "rescued.hashiya")
    assert saved.articles == sound.articles
    assert saved.annotations == sound.annotations


@pytest.mark.fault(4)
def test_what_the_log_holds_is_rescued_too(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        for number in range(2, 30):
            step(store, number)
        copy = tmp_path / "crashed.hashiya"  # as a program that was killed leaves it
        for suffix in ("", "-wal"):
            Path(f"{copy}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    rescue(copy, tmp_path / "rescued.hashiya")
    assert read(tmp_path / "rescued.hashiya").annotations == expected(29)


@pytest.mark.fault(4)
def test_a_text_that_lost_its_middle_keeps_what_still_fits(sound: Sound, tmp_path: Path) -> None:
    """Words that stand in it once are found again, and need review; the article is flagged."""
    number, article = max(sound.articles.items(), key=lambda item: len(item[1].text))
    cut = article.text[50:]
    damaged = tmp_path / "damaged.hashiya"
    damaged.write_bytes(sound.content)
    conn = sqlite3.connect(damaged)
    conn.execute("UPDATE texts SET text = ? WHERE article_id = ?", (cut, number))
    conn.commit()
    conn.close()
    told = rescue(damaged, tmp_path / "rescued.hashiya")
    saved = read(tmp_path / "rescued.hashiya")
    assert saved.articles[number].flag
    assert saved.articles[number].sha256 == text_hash(cut)
    for was in (a for a in sound.annotations.values() if a.article == number):
        now = saved.annotations.get(was.id)
        if was.start < 50:
            assert now is None
            assert was.id in {p.annotation for p in told.lost}
        else:
            assert now is not None
            assert (now.text, now.start, now.review) == (was.text, was.start - 50, True)
    with Store.open(saved.path) as store:
        assert list(store.check()) == []
        assert store.history(next(a.id for a in saved.annotations.values() if a.review))


@pytest.mark.fault(4)
def test_an_unlike_row_and_a_lost_label_are_named(sound: Sound, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.hashiya"
    damaged.write_bytes(sound.content)
    conn = sqlite3.connect(damaged)
    conn.execute("UPDATE annotations SET note = 'x' WHERE id = 'by-hand-001-015'")
    conn.execute("DELETE FROM labels WHERE key = 'actor'")
    conn.execute("DELETE FROM settings WHERE key = 'project_id'")
    conn.execute("DELETE FROM journal WHERE seq = 20")
    conn.commit()
    conn.close()
    told = rescue(damaged, tmp_path / "rescued.hashiya")
    saved = read(tmp_path / "rescued.hashiya")
    assert saved.annotations["by-hand-001-015"].review
    assert {a.label for a in saved.annotations.values()} == {"label1"}
    messages = " ".join(str(p) for p in told.lost + told.doubtful)
    for words in ("not as it was last saved", "“label1”", "project_id", "history"):
        assert words in messages


@pytest.mark.fault(4)
def test_a_survey_tells_the_same_and_writes_nothing(sound: Sound, tmp_path: Path) -> None:
    content = bytearray(sound.content)
    for at in range(20 * PAGE, len(content), 9 * PAGE):
        content[at : at + PAGE] = random.Random(at).randbytes(PAGE)
    damaged = tmp_path / "damaged.hashiya"
    damaged.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    told = survey(damaged)
    assert sorted(tmp_path.iterdir()) == before
    assert told == rescue(damaged, tmp_path / "rescued.hashiya")
    assert told.lost


def test_what_cannot_be_rescued_is_refused_and_nothing_left(sound: Sound, tmp_path: Path) -> None:
    out, other = tmp_path / "rescued.hashiya", tmp_path / "other.hashiya"
    other.write_bytes(b"not a project" * 1000)
    with pytest.raises(UserError, match="Nothing of a Hashiya project"):
        rescue(other, out)
    with pytest.raises(UserError, match="no file"):
        rescue(tmp_path / "missing.hashiya", out)
    with pytest.raises(UserError, match="already"):
        rescue(sound.path, other)
    with pytest.raises(UserError, match="stopped"):
        rescue(sound.path, out, cancelled=lambda: True)
    with Store.open(sound.path), pytest.raises(UserError, match="open already"):
        rescue(sound.path, out)
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.fault(4)
def test_no_number_is_given_twice_though_none_of_them_was_left(path: Path, tmp_path: Path) -> None:
    """Else the journal would tell the story of one that is gone as that of the new one."""
    with Store.open(path) as store, store.operation(OperationName("remove_article")) as op:
        op.remove_article(ArticleId(1))
    with Store.open(path) as store, store.operation(OperationName("labels")) as op:
        op.set_labels(
            LabelSet((*store.label_set(), replace(LABELS["actor"], id=0, key="other", digit=None)))
        )
    with Store.open(path) as store:
        gone = store.label_set()["other"].id
        with store.operation(OperationName("labels")) as op:
            op.set_labels(LabelSet(tuple(each for each in store.label_set() if each.id != gone)))
    rescue(path, tmp_path / "rescued.hashiya")
    with Store.open(tmp_path / "rescued.hashiya") as store:
        with store.operation(OperationName("import", {"count": "1"})) as op:
            assert op.add_article(NewArticle(text="خبر آخر")) == 2
        with store.operation(OperationName("labels")) as op:
            another = replace(LABELS["actor"], id=0, key="another", digit=None)
            op.set_labels(LabelSet((*store.label_set(), another)))
        assert store.label_set()["another"].id > gone
        assert list(store.check()) == []
