"""What surrounds the program fails it: no home to write to, names that are no Unicode, pipes where
files are expected, names too long for a log beside them, a clock that was right for years and then
was not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from annotate_forever import step
from sample_project import LABELS

from annotator.core.article import ArticleId
from annotator.errors import HashiyaError, UserError
from annotator.ops import export_parts, exports, samples
from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import new_project
from annotator.store import Store
from annotator.store import backup as backing_up
from annotator.store.backup import backup, backup_folder, backups, save_copy

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse it")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")


@pytest.mark.fault(6)
@posix_only
@pytest.mark.parametrize("opened", ["project", "samples"])
def test_the_window_opens_without_a_home_to_write_to(path: Path, opened: str) -> None:
    """Whose home is gone works all the same; the samples, which lie there, say why they cannot."""
    environment = {name: v for name, v in os.environ.items() if not name.startswith("XDG_")}
    ran = subprocess.run(
        [sys.executable, "-m", "annotator", str(path) if opened == "project" else "--samples"],
        env={**environment, "HOME": "/dev/null", "HASHIYA_QUIT_WHEN_SHOWN": "1",
             "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
    assert "words left out" not in ran.stderr
    assert ran.returncode == (0 if opened == "project" else 1)


@pytest.mark.fault(1)
def test_the_samples_are_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "data" / "samples.hashiya"

    def fails(*_: object) -> None:
        raise UserError("there is no room")

    with monkeypatch.context() as patched:
        patched.setattr(samples, "run_import", fails)
        with pytest.raises(HashiyaError):
            samples.open_samples(place, annotator="ليلى")
    assert list(place.parent.iterdir()) == []
    with samples.open_samples(place, annotator="ليلى") as project:
        assert project.store.count_articles() > samples.WORKED


@pytest.mark.fault(12)
@linux_only
@pytest.mark.parametrize("name", [b"\xff\xd9.txt", "مقال.txt".encode("cp1256")])
def test_a_file_whose_name_is_no_unicode_is_imported(tmp_path: Path, name: bytes) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    source.write_text("وصل الوفد إلى الحسكة.", "utf-8")
    with new_project(tmp_path / "p.hashiya", "ليلى") as project:
        run_import(project, plan_import([source], store=project.store), report=tmp_path / "report")
        assert "\N{REPLACEMENT CHARACTER}" in project.store.article(ArticleId(1)).meta.source
        assert list(project.store.check()) == []


@pytest.mark.fault(12)
@linux_only
def test_what_was_set_right_in_a_file_whose_name_is_no_unicode_is_reported(tmp_path: Path) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.jsonl"))
    source.write_text('{"text": " دمشق ", "spans": [{"start": 0, "end": 5, "label": "actor"}]}')
    report = tmp_path / "report.txt"
    with new_project(tmp_path / "p.hashiya", "ليلى") as project:
        run_import(project, plan_import([source], store=project.store), report=report)
    assert "1 spans with moved edges" in report.read_text("utf-8")


@pytest.mark.fault(12)
@linux_only
def test_several_processes_export_a_project_in_a_folder_whose_name_is_no_unicode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    folder.mkdir()
    (folder / "a.txt").write_text("وصل الوفد إلى الحسكة.", "utf-8")
    (folder / "b.txt").write_text("عاد الوفد من الحسكة.", "utf-8")
    monkeypatch.setattr(export_parts, "_PART", 1)
    monkeypatch.setattr(exports, "workers_for", lambda writing, tokens: 1)
    with new_project(folder / "p.hashiya", "ليلى") as project:
        run_import(project, plan_import([folder], store=project.store))
        exports.export(project, folder / "out.jsonl", format="jsonl").close()
    assert len((folder / "out.jsonl").read_bytes().splitlines()) == 2


@pytest.fixture
def full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files go: a disk with no room, though there is some at the project."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount")
    (folder / "ballast").write_bytes(b"x" * 65536)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("SQLITE_TMPDIR", str(folder))
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def failed_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with a project on it that the system has made read-only, as it does when one fails:
    it says nothing of that to who asks whether the file can be written."""
    image, folder = tmp_path / "image", tmp_path / "disk"
    folder.mkdir()
    image.write_bytes(bytes(16 << 20))
    for command in (
        ["mkfs.ext4", "-q", "-F", image],
        ["mount", "-o", "loop,errors=remount-ro", image, folder],
    ):
        if shutil.which(str(command[0])) is None or subprocess.run(command, check=False).returncode:
            pytest.skip("this machine does not let us mount")
    try:
        Store.create(folder / "p.hashiya", annotator="ليلى", labels=LABELS).close()
        mounts = Path("/proc/mounts").read_text().splitlines()
        (device,) = {Path(line.split()[0]).name for line in mounts if f" {folder} " in line}
        trigger = Path("/sys/fs/ext4", device, "trigger_fs_error")
        if not os.access(trigger, os.W_OK):
            pytest.skip("this system fails no disk when asked to")
        trigger.write_text("1")
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.fault(6)
@linux_only
def test_a_project_on_a_disk_that_was_made_read_only_is_viewed(failed_disk: Path) -> None:
    project = failed_disk / "p.hashiya"
    with pytest.raises(UserError, match="Open it to view only"):
        Store.open(project)
    with Store.open(project, read_only=True) as store:
        assert [label.key for label in store.label_set()] == [label.key for label in LABELS]
        assert list(store.check()) == []


def words(count: int, moved: int = 0, *, ids: bool = False) -> str:
    """A line of JSON: an article of so many words, each a span with its end moved by so many."""
    text = "".join(f"كلمة{number:06} " for number in range(count))
    spans: list[dict[str, object]] = [
        {"start": at, "end": at + 10 + moved, "label": "actor"} for at in range(0, len(text), 11)
    ]
    for span in spans if ids else ():
        span["id"] = str(uuid.uuid4())
    return json.dumps({"text": text, "spans": spans}) + "\n"


PLAN = """
import sys
from pathlib import Path
from annotator.ops.imports import plan_import
(item,) = plan_import([Path(sys.argv[1])]).items
print(item.error)
"""


@pytest.mark.fault(5)
@linux_only
def test_ids_that_find_no_room_are_told_and_where(tmp_path: Path, full_disk: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(words(4000, ids=True) for _ in range(40)))
    ran = subprocess.run(  # SQLite looks once where temporary files go
        [sys.executable, "-c", PLAN, str(lines)], capture_output=True, text=True, check=True,
        env={**os.environ, "TMPDIR": str(full_disk), "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert "no room left on the disk that holds" in ran.stdout
    assert str(full_disk) in ran.stdout


@pytest.mark.fault(5)
@linux_only
def test_a_report_that_finds_no_room_is_told_and_where(tmp_path: Path, full_disk: Path) -> None:
    lines, out = tmp_path / "a.jsonl", tmp_path / "out.conll"
    lines.write_text(words(9000, -1))  # parts of words: widened, and reported
    with new_project(tmp_path / "p.hashiya", "ليلى") as project:
        run_import(project, plan_import([lines], store=project.store))
        with pytest.raises(UserError, match="temporary could not be written: No space"):
            exports.foresee(project, format="conll2003")
        with pytest.raises(UserError, match="temporary could not be written: No space"):
            exports.export(project, out, format="conll2003")
    assert not out.exists()
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".new")] == []


@pytest.mark.fault(5)
@linux_only
def test_an_import_that_finds_no_room_for_its_repairs_is_told_and_leaves_nothing(
    tmp_path: Path, full_disk: Path
) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text(words(9000, 1))  # with the blank behind each
    with new_project(tmp_path / "p.hashiya", "ليلى") as project:
        with pytest.raises(UserError, match="temporary could not be written: No space"):
            run_import(project, plan_import([lines], store=project.store))
        assert project.store.count_articles() == 0


@pytest.mark.fault(5)
def test_no_place_for_temporary_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", "وصل الوفد.")
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "gone")])
    (item,) = plan_import([archive]).items
    assert "No usable temporary directory" in str(item.error)


@pytest.mark.fault(10)
@posix_only
def test_a_pipe_is_refused_and_not_waited_for(path: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.hashiya"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="not a Hashiya project"):
        Store.open(pipe)
    for suffix in (".txt", ".tsv", ".json", ".zip"):
        os.mkfifo(tmp_path / f"pipe{suffix}")
        with Store.open(path) as store:
            (item,) = plan_import([tmp_path / f"pipe{suffix}"], store=store).items
        assert "a pipe" in str(item.error)


@pytest.mark.fault(17)
@posix_only
def test_a_name_with_no_room_for_a_log_beside_it_is_refused_in_words_and_viewed(path: Path) -> None:
    """A file system gives a name 255 bytes: this one has them, its log would not."""
    long = path.with_name("م" * 122 + ".hashiya")
    path.rename(long)
    with pytest.raises(UserError, match="name"):
        Store.open(long)
    with Store.open(long, read_only=True) as store:
        assert list(store.check()) == []
        save_copy(store, path)
    with Store.open(path) as store:
        step(store, 2)


@pytest.mark.fault(9)
def test_a_backup_is_kept_though_the_clock_has_gone_back_by_years(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Back(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # UTC alone is asked
            return datetime(2010, 1, 1, tzinfo=UTC)

    with Store.open(path) as store:
        step(store, 2)
        first = backup(store).path
        for weeks in range(60):  # a year and more of them
            stamp = (datetime(2024, 1, 1, tzinfo=UTC) + timedelta(weeks=weeks)).strftime(
                backing_up._STAMP
            )
            shutil.copyfile(first, backup_folder(path) / f"{stamp}.hashiya")
        step(store, 3)
        monkeypatch.setattr(backing_up, "datetime", Back)
        made = backup(store)
        assert made.path.name.startswith("2010")
        assert made.path in [each.path for each in backups(path)]
        with Store.open(made.path, read_only=True) as view:
            assert view.last_seq() == 3
