"""What an export writes and how: all articles one after another, or some of them as the part that
they are of the file. A part depends on the project alone, so that any process may write it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from annotator.core.article import ArticleId
from annotator.errors import QT_TRANSLATE_NOOP, UserError
from annotator.formats.article import Document
from annotator.formats.format import Format
from annotator.formats.loss import LossReport
from annotator.formats.options import Clitics, ExportOptions
from annotator.ops.progress import Cancelled, Progress, check, ignore, never
from annotator.ops.project import segmenter_of, token_rules_of
from annotator.store import Store


class Part(msgspec.Struct, frozen=True):
    """What some articles are in a file that is its articles one after another: their bytes, and
    what was lost of them, as `LossReport.packed` gives it."""

    data: bytes
    losses: bytes


@dataclass(frozen=True)
class Writing:
    """How the articles of `store` are written in the format `target`: with the options `chosen`,
    the format's own when None. A damaged article stops it unless `skip_damaged`."""

    store: Store
    target: Format
    chosen: ExportOptions | None = None
    skip_damaged: bool = False

    @cached_property
    def options(self) -> ExportOptions:
        """With the tokens that the project wants, and what its words teach of clitics. Raises
        UserError."""
        options = self.chosen or self.target.choices.defaults()
        options = replace(options, tokens=token_rules_of(self.store))
        if options.clitics is not Clitics.SEGMENT:
            return options
        return replace(options, segmenter=segmenter_of(self.store, options.segments))

    def documents(
        self, ids: Sequence[ArticleId], progress: Progress = ignore, cancelled: Cancelled = never
    ) -> Iterator[Document]:
        """Each article with its annotations, in that order, sound or not at all. Raises UserError
        and Stopped."""
        for done, article_id in enumerate(ids):
            check(cancelled)
            loaded = self.store.load(article_id)
            if not loaded.problems:
                yield loaded.article, loaded.annotations
            elif not self.skip_damaged:
                problem = loaded.problems[0]
                raise UserError(
                    problem.template,
                    remedy=QT_TRANSLATE_NOOP(
                        "Errors", "Restore a backup, or export without damaged articles."
                    ),
                    **problem.fields,
                )
            progress(done + 1, len(ids))

    def part(self, ids: Sequence[ArticleId]) -> Part:
        """The articles as a part, in a format that has parts. Raises UserError."""
        assert self.target.write is not None  # what has parts is one file
        data = io.BytesIO()
        with LossReport(self.target.key) as losses:
            labels = self.store.label_set()
            self.target.write(self.documents(ids), data, labels, self.options, losses)
            return Part(data.getvalue(), losses.packed())
