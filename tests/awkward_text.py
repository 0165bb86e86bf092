"""Text as awkward as real news, for Hypothesis."""

from hypothesis import strategies as st

PIECES = [
    "السِّجْنِ", "سجن", "لـ\"قسد\"", "الـ27", "٣٫٥", "1,250", "COVID-19", "ﻻ", "ﷺ", "ی", "ک", "😀",
    "👩‍👩‍👧", "🇸🇾",
    "\u00a0", "\u200f", "\u200c", "\u2067", "\u2069", "«", "»", "،", "؟", ".", " ", "\n",
    "وَلِلَّهِ", "مُحَمَّدٌ", "é", "e\u0301", "\ufeff", "ـ", "\u0651", "لآ", "مئة", "%", "٪",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)
