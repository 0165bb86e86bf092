"""A Hugging Face data set's card: README.md, whose head tells `datasets` what there is to load.

The licence is left to whoever publishes the data: a card without one loads all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from annotator.formats.standoff import json_text

_SIZES: Final = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_NAMES: Final = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "n>10M")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the data file holds: an example is a sentence, `size` its bytes."""

    articles: int
    examples: int
    tokens: int
    spans: int
    size: int


def dataset_card(file: str, tags: Sequence[str], counts: Counts) -> str:
    """The card of a data set whose one split, `train`, is the JSON lines of `file`.

    `tags` are the names of `ner_tags`, by their numbers.
    """
    size = _NAMES[sum(counts.examples >= limit for limit in _SIZES)]
    names = "\n".join(f"          '{n}': {json_text(tag)}" for n, tag in enumerate(tags))
    return f"""\
---
# license: to be chosen by whoever publishes this
language:
- ar
task_categories:
- token-classification
task_ids:
- named-entity-recognition
size_categories:
- {size}
configs:
- config_name: default
  data_files:
  - split: train
    path: {file}
dataset_info:
  features:
  - name: tokens
    sequence: string
  - name: ner_tags
    sequence:
      class_label:
        names:
{names}
  splits:
  - name: train
    num_bytes: {counts.size}
    num_examples: {counts.examples}
---

# Annotated Arabic news

{counts.articles} articles, {counts.examples} sentences, {counts.tokens} tokens, {counts.spans}
spans, labelled with Hashiya. One sentence a line in `{file}`: `tokens` as camel-tools'
`simple_word_tokenize` makes them and `ner_tags` in IOB2; `labels.json` lists the tags by their
numbers.
"""
