"""Made-up Arabic news of any size: the same seed gives the same articles, letter for letter.

What matters for speed is as in real news: words are drawn by Zipf's law from a large vocabulary
and carry clitics, harakat are rare, articles are of 60 to 1,500 words (half of them under 300) in
paragraphs and sentences, and names, drawn by Zipf's law too, are marked where they stand. What it
says is nonsense.

`python -m tests.bench.corpus 20000 corpus.jsonl` writes 20,000 articles.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from uuid import UUID

import msgspec

from annotator.core.article import Meta, Status
from annotator.formats.article import ImportedArticle, ImportedSpan

VOCABULARY, NAMES = 60_000, 8_000
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = ("{0}{1}{2}", "{0}ا{1}{2}", "م{0}{1}و{2}", "{0}{1}ا{2}", "ت{0}{1}ي{2}", "ا{0}{1}{2}",
             "ي{0}{1}{2}ون", "{0}{1}{2}ة", "مست{0}{1}{2}", "{0}ِ{1}ا{2}ات")  # fmt: skip
_BEFORE = ("", "", "", "", "ال", "ال", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "ك", "س")
_BEHIND = ("", "", "", "", "", "", "ه", "ها", "هم", "نا")
_CLITICS = ("", "", "", "و", "ب", "ل", "ف")
_LABELS = ("actor", "location", "quantity", "source")
_STATUSES = (Status.NEW, Status.IN_PROGRESS, Status.DONE, Status.SKIPPED)
_OUTLETS = ("وكالة الأنباء", "صحيفة الصباح", "شبكة الخبر", "إذاعة المدينة", "")


class Corpus:
    """`articles(count)` yields them; each span has an id, a time and an annotator."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._words = [self._word() for _ in range(VOCABULARY)]
        self._names = [self._name() for _ in range(NAMES)]
        self._word_weights = _zipf(VOCABULARY)
        self._name_weights = _zipf(NAMES)

    def articles(self, count: int, *, spans: int = 40) -> Iterator[ImportedArticle]:
        """So many articles with about `spans` spans each; half of them have none beside."""
        for number in range(count):
            yield self.article(number, spans=spans)

    def article(self, number: int, *, spans: int) -> ImportedArticle:
        choose = self._random
        length = min(1_500, max(60, int(choose.lognormvariate(5.65, 0.55))))
        text, marked = self.text(length, spans)
        return ImportedArticle(
            text=text,
            meta=Meta(
                title=" ".join(choose.choices(self._words, cum_weights=self._word_weights, k=7)),
                outlet=choose.choice(_OUTLETS),
                date=f"20{choose.randrange(10, 26)}-{choose.randrange(1, 13):02}-03",
            ),
            uuid=self._uuid(),
            status=choose.choices(_STATUSES, (70, 5, 24, 1))[0],
            spans=tuple(marked),
            line=number + 1,
        )

    def text(self, length: int, spans: int) -> tuple[str, list[ImportedSpan]]:
        """About `length` words, and a name marked in every `length / spans` of them."""
        choose = self._random
        words = iter(choose.choices(self._words, cum_weights=self._word_weights, k=length))
        marked: list[ImportedSpan] = []
        parts: list[str] = []
        place, since, full, long = 0, 0, choose.randrange(8, 28), 0
        every = max(1, length // spans) if spans else length + 1
        for number, word in enumerate(words, 1):
            since += 1
            if number % every == 0:
                (name,) = choose.choices(self._names, cum_weights=self._name_weights)
                clitic = choose.choice(_CLITICS)
                marked.append(self._span(place + len(clitic), name))
                word = clitic + name
            end = " "
            if since == full:
                long += 1
                end = ".\n" if long % 4 == 0 else ". "
                since, full = 0, choose.randrange(8, 28)
            elif since % 7 == 0:
                end = "، "
            parts += (word, end)
            place += len(word) + len(end)
        return "".join(parts).rstrip() + ".", marked

    def _span(self, start: int, name: str) -> ImportedSpan:
        choose = self._random
        return ImportedSpan(
            start=start,
            end=start + len(name),
            label=_LABELS[len(name) % 4],
            id=self._uuid(),
            text=name,
            review=choose.random() < 0.02,
            annotator=("ليلى", "سامر", "هند")[start % 3],
            created="2026-03-01T08:30:00.250000Z",
            modified="2026-03-01T08:30:00.250000Z",
        )

    def _uuid(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def _stem(self) -> str:
        choose = self._random
        return choose.choice(_PATTERNS).format(*choose.choices(_LETTERS, k=3))

    def _word(self) -> str:
        choose = self._random
        if choose.random() < 0.02:
            return str(choose.randrange(2, 5_000))
        return choose.choice(_BEFORE) + self._stem() + choose.choice(_BEHIND)

    def _name(self) -> str:
        return " ".join(self._stem() for _ in range(self._random.choice((1, 1, 2, 2, 3))))


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) for rank in range(count)))


def json_line(article: ImportedArticle) -> bytes:
    """The article as native JSON Lines has it."""
    meta = msgspec.to_builtins(article.meta)
    return msgspec.json.encode(
        {
            "id": article.uuid,
            "text": article.text,
            "spans": article.spans,
            "meta": {**meta, "status": article.status},
        }
    )


def write(path: Path, count: int, *, spans: int = 40, seed: int = 1) -> None:
    with path.open("wb") as out:
        for article in Corpus(seed).articles(count, spans=spans):
            out.write(json_line(article) + b"\n")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
