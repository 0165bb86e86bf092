"""Several files: all there or none, and names that no file system takes amiss."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from awkward import make_article

from annotator.core.article import Meta
from annotator.errors import UserError
from annotator.formats.file_set import file_stem, new_file_set


def put(path: Path, names: tuple[str, ...] = ("1.txt", "2.txt")) -> None:
    with new_file_set(path) as files:
        for name in names:
            with files.open(name) as file:
                file.write(name.encode() * 3)


def test_a_folder_holds_what_was_written(tmp_path: Path) -> None:
    put(tmp_path / "مجلد")
    assert [(p.name, p.read_bytes()) for p in sorted((tmp_path / "مجلد").iterdir())] == [
        ("1.txt", b"1.txt" * 3),
        ("2.txt", b"2.txt" * 3),
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["مجلد"]


def test_a_zip_holds_what_was_written_and_is_the_same_each_time(tmp_path: Path) -> None:
    put(tmp_path / "a.ZIP", ("خبر.txt",))
    put(tmp_path / "b.zip", ("خبر.txt",))
    with zipfile.ZipFile(tmp_path / "a.ZIP") as archive:
        assert archive.read("خبر.txt") == "خبر.txt".encode() * 3
    assert (tmp_path / "a.ZIP").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize("name", ["a", "a.zip"])
def test_nothing_is_there_when_writing_fails(name: str, tmp_path: Path) -> None:
    def fail() -> None:
        with new_file_set(tmp_path / name) as files, files.open("1.txt") as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "a" / "mine.txt"
    mine.parent.mkdir()
    put(tmp_path / "a")  # empty, it is free
    mine.write_bytes(b"work")
    with pytest.raises(UserError, match="is not empty"):
        put(tmp_path / "a")
    assert mine.read_bytes() == b"work"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_file_is_not_replaced_by_a_folder_but_a_zip_is_replaced(tmp_path: Path) -> None:
    for name in ("a", "a.zip"):
        (tmp_path / name).write_bytes(b"work")
    with pytest.raises(UserError, match="could not be written"):
        put(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"work"
    put(tmp_path / "a.zip")
    assert zipfile.is_zipfile(tmp_path / "a.zip")


def test_a_set_without_its_parent_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Make the folder first"):
        put(tmp_path / "gone" / "a")


@pytest.mark.parametrize(
    ("source", "title", "stem"),
    [
        ("خبر عاجل.txt", "", "00007-خبر-عاجل"),
        ("", "قال: «نعم»", "00007-قال-نعم"),
        ("", "", "00007"),
        ("CON.txt", "", "00007-CON"),
        ("../../etc/passwd", "", "00007-passwd"),
        ("..", "...", "00007"),
        ("a\u202etxt.exe", "", "00007-a-txt"),
        ('nul\n*?:|<>"\\.', "", "00007-nul"),
        ("00003-خبر.txt", "", "00007-خبر"),  # exported by us before
        ("", "ن" * 300, "00007-" + "ن" * 40),
        ("", "🙏🏽", "00007"),
    ],
)
def test_a_name_is_safe_everywhere(source: str, title: str, stem: str) -> None:
    article = make_article("نص", meta=Meta(title=title, source=source))
    assert file_stem(article, 7) == stem
