"""The Markdown of a guideline: what is understood, and that the rest stays text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.markdown_text import Block, Kind, Look, Run, blocks, runs


def test_headings_paragraphs_lists_quotes_and_rules() -> None:
    source = "# الدليل\nسطر\nيتبعه\n\n- أول\n  وبقيته\n  - فرع\n1. ثانٍ\n> قول\n---\n"
    found = list(blocks(source))
    assert [(b.kind, b.level, b.mark, b.text) for b in found] == [
        (Kind.HEADING, 1, "", "الدليل"),
        (Kind.PARAGRAPH, 0, "", "سطر يتبعه"),
        (Kind.ITEM, 0, "•", "أول وبقيته"),
        (Kind.ITEM, 1, "•", "فرع"),
        (Kind.ITEM, 0, "1.", "ثانٍ"),
        (Kind.QUOTE, 0, "", "قول"),
        (Kind.RULE, 0, "", ""),
    ]


def test_looks_inside_a_line() -> None:
    assert runs("ب[الحسكة] **لا** `x` *y*") == (
        Run("ب"), Run("[الحسكة]", Look.SPAN), Run(" "), Run("لا", Look.STRONG), Run(" "),
        Run("x", Look.CODE), Run(" "), Run("y", Look.GENTLE),
    )  # fmt: skip


def test_html_and_links_are_text() -> None:
    source = '<img src="file:///etc/passwd"> [name](http://example.org)'
    (block,) = blocks(source)
    assert block.kind is Kind.PARAGRAPH
    assert block.text == source


@given(st.text())
def test_any_text_is_taken_and_no_word_without_marks_is_lost(source: str) -> None:
    found = list(blocks(source))
    assert all(isinstance(block, Block) for block in found)
    assert all(run.text in block.text for block in found for run in block.runs)
