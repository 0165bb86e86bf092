"""The made-up news that the benchmarks are run on."""

from __future__ import annotations

from itertools import islice

from corpus import Corpus, json_line

from annotator.formats.article import Source
from annotator.formats.native_jsonl import read


def test_a_seed_gives_the_same_articles_and_another_gives_others() -> None:
    lines = [[json_line(a) for a in Corpus(seed).articles(3)] for seed in (1, 1, 2)]
    assert lines[0] == lines[1]
    assert lines[0] != lines[2]


def test_its_spans_cover_what_they_say_and_are_read_as_they_are(tmp_path) -> None:
    made = list(islice(Corpus().articles(20, spans=40), 20))
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"".join(json_line(article) + b"\n" for article in made))
    assert [article.spans for article in read(Source(path=path))] == [a.spans for a in made]
    assert 20 * 30 < sum(len(article.spans) for article in made) < 20 * 60
