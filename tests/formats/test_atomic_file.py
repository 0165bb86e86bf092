"""A file that is written is whole, or as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.formats.atomic_file import AtomicFile


def test_the_file_is_there_only_when_the_block_has_ended_well(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with AtomicFile(path) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError):
        _half_written(path, ZeroDivisionError())
    assert path.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["a.txt"]


def _half_written(path: Path, error: Exception) -> None:
    with AtomicFile(path) as file:
        file.write(b"half")
        raise error


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Make room on the disk"):
        _half_written(tmp_path / "a", OSError(errno.ENOSPC, "No space left on device"))
    assert os.listdir(tmp_path) == []


def test_a_link_is_written_through_and_permissions_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"before")
    real.chmod(0o640)
    link.symlink_to(real)
    with AtomicFile(link) as file:
        file.write(b"after")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"after", 0o640)


def test_folders_devices_and_missing_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"), AtomicFile(tmp_path):
        pass
    with pytest.raises(UserError, match="not a regular file"), AtomicFile(Path(os.devnull)):
        pass
    with pytest.raises(UserError, match="Make the folder first"), AtomicFile(tmp_path / "x" / "a"):
        pass
