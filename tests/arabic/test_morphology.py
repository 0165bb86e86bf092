from pathlib import Path

import pytest

from annotator.arabic.morphology import MorphologicalProclitics, camel_data, camel_proclitics

ANALYSES = {
    "وبالحسكة": "و+_ب+_ال+_حسكة",
    "للمدينة": "ل+_ال+_مدينة",
    "وَدِمَشق": "وَ+_دِمَشق",
    "بيروت": "بيروت",
    "الكتاب": "ال+_كتاب",
    "مدينتها": "مدينة_+ها",
    "كذا": "ب+_كذا",
}


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("وبالحسكة", 2),
        ("للمدينة", 1),
        ("وَدِمَشق", 2),
        ("بيروت", 0),
        ("الكتاب", 0),
        ("مدينتها", 0),
        ("كذا", 0),
    ],
)
def test_an_analysis_says_where_the_base_begins_in_the_written_word(word: str, length: int) -> None:
    assert MorphologicalProclitics(ANALYSES.__getitem__).length(word) == length


def test_without_installed_data_camel_tools_is_not_even_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert camel_data() is None
    assert camel_proclitics() is None
