"""Which annotation layers of UIMA programs (INCEpTION, WebAnno) hold labelled spans.

Ours is DKPro Core's named entity with its feature `value`: each INCEpTION project has that layer
from the start, so that a file is imported with no set-up; `webanno.custom.Span` would have to be
made by hand first. It has no feature for attributes or notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

NAMED_ENTITY: Final = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
LABEL_FEATURE: Final = "value"
# What these hold is an analysis of the language or of the document, made by programs.
_ANALYSIS: Final = ("de.tudarmstadt.ukp.dkpro.core.api.", "uima.")


def holds_spans(layer: str) -> bool:
    """Whether a layer (a UIMA type) is one that people mark spans in."""
    return layer == NAMED_ENTITY or not layer.startswith(_ANALYSIS)


def label_feature(features: Sequence[str]) -> str | None:
    """Which of a layer's features says what a span is: `value`, else the first; None of none."""
    if LABEL_FEATURE in features:
        return LABEL_FEATURE
    return features[0] if features else None


def short_name(layer: str) -> str:
    """What a layer is called, without its package: the label where no feature says one."""
    return layer.rpartition(".")[2]
