"""Archives and names that would fill the disk, lead out of their folder, or be a device's."""

from __future__ import annotations

import io
import ntpath
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest
from tally import Tally

from annotator.core.article import Meta
from annotator.core.change import OperationName
from annotator.ops.exports import export
from annotator.ops.import_plan import plan_import
from annotator.ops.imports import run_import
from annotator.ops.project import Project, new_project
from annotator.store import NewArticle

pytestmark = pytest.mark.fault(15)
TEXT = "وصل الوفد إلى الحسكة."


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for itself, as this Python knows it; newer ones know more."""
    if sys.version_info >= (3, 13):
        return ntpath.isreserved(name)
    return PureWindowsPath(name).is_reserved()


def written(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def bomb(path: Path) -> None:
    written(path, {f"{n}.txt": b"\0" * 30_000_000 for n in range(4)})


def bomb_in_a_bomb(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", b"\0" * 30_000_000)
    written(path, {f"{n}.zip": inner.getvalue() for n in range(20)})


def liar(path: Path) -> None:
    """A member that says it is small."""
    written(path, {"a.txt": b"x" * 1_000_000})
    data = bytearray(path.read_bytes())
    for size in (data.rfind(b"PK\x01\x02") + 24, data.find(b"PK\x03\x04") + 22):
        data[size : size + 4] = (10).to_bytes(4, "little")
    path.write_bytes(data)


def out_of_it(path: Path) -> None:
    written(path, {"../../out.txt": TEXT.encode()})


def from_the_root(path: Path) -> None:
    written(path, {"/tmp/out.txt": TEXT.encode()})


def on_a_drive(path: Path) -> None:
    written(path, {"C:\\out.txt": TEXT.encode()})


def link(path: Path) -> None:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    entry.create_system = 3
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/hostname")


def locked(path: Path) -> None:
    written(path, {"a.txt": TEXT.encode()})
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x03\x04") + 6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)


def twice(path: Path) -> None:
    written(path, {"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})
    path.write_bytes(path.read_bytes().replace(b"b.txt", b"a.txt"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path / "p.hashiya", "ليلى")


@pytest.mark.parametrize(
    "make",
    [bomb, bomb_in_a_bomb, liar, out_of_it, from_the_root, on_a_drive, link, locked, twice],
    ids=lambda make: make.__name__,
)
def test_it_is_refused_in_words_and_leaves_nothing(
    project: Project, tmp_path: Path, make: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "hostile.zip"
    make(path)
    plan = plan_import([path], store=project.store)
    assert plan.errors
    assert plan.articles == 0
    for error in plan.errors:
        assert str(path) in str(error)
        assert error.remedy
    plan.close()
    assert list(temporary.iterdir()) == []
    assert [p.name for p in folder.iterdir()] == ["hostile.zip"]
    project.close()


NAMES = ["CON.txt", "nul.txt", "com1.txt", "COM¹.txt", "con .txt", "a. .txt", "dots..txt...",
         "ط" * 200 + ".txt", "\u202etxt.exe.txt", "ab:c.txt", "a\u0001b.txt", "folder/CON/a.txt",
         "*?.txt", "  .txt"]  # fmt: skip


def test_names_that_a_system_keeps_for_itself_come_in_under_others(
    project: Project, tmp_path: Path, tally: Tally
) -> None:
    members = {name: f"{TEXT} {n}".encode() for n, name in enumerate(NAMES)}
    plan = plan_import([written(tmp_path / "names.zip", members)], store=project.store)
    assert plan.errors == ()
    assert {item.articles for item in plan.items} == {1}
    assert len(plan.items) == len(members), [str(item.path) for item in plan.items]
    for item in plan.items:
        for part in item.source.path.relative_to(item.source.held.root).parts:
            assert not is_reserved(part)
            assert part == part.rstrip(". ")
            assert len(part.encode()) <= 255
    run_import(project, plan)
    tally(caused=len(members), lost=len(members) - project.store.count_articles())
    plan.close()
    project.close()


@pytest.mark.parametrize("form", ["brat", "webanno_tsv"])
@pytest.mark.parametrize("ending", ["", ".zip"])
def test_titles_name_no_device_and_no_other_folder_on_export(
    project: Project, tmp_path: Path, form: str, ending: str, tally: Tally
) -> None:
    hostile = ["CON", "../../out", "/etc/passwd", "nul.", "a\0b", "ط" * 10_000, "\u202egpj.txt",
               "A", "a", "", "...", "C:\\x", "a\nb", "~", "-rf"]  # fmt: skip
    with project.store.operation(OperationName("import", {"count": "1"})) as op:
        for number, name in enumerate(hostile):
            meta = Meta(title=name, source=name)
            op.add_article(NewArticle(text=f"{TEXT} {number}", meta=meta))
    project.absorb(op.changes)
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / f"set{ending}"
    export(project, out, format=form).close()
    assert [p.name for p in folder.iterdir()] == [out.name]
    if ending:
        with zipfile.ZipFile(out) as archive:
            names = archive.namelist()
    else:
        names = [str(p.relative_to(out)) for p in out.rglob("*")]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        path = PureWindowsPath(name)
        assert len(path.parts) == 1
        assert not is_reserved(name)
        assert len(name.encode()) <= 255
        assert not path.drive
    plan = plan_import([out], store=project.store, format=form)
    tally(caused=len(hostile), lost=len(hostile) - sum(item.articles for item in plan.items))
    plan.close()
    project.close()
