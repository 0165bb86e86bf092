"""Folders that a program synchronises and drives on a network are known by what marks them."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

from annotator.store.place import Kind, Risk, file_system, risk_of

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 22 0:35 / /home/user/my\\040drive rw - fuse.sshfs user@host:/ rw
41 22 0:36 / /net rw,relatime shared:1 - nfs4 server:/export rw
42 41 0:37 / /net/local rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (فريق)", "Dropbox"),
        ("OneDrive - Contoso", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("Library/Mobile Documents", "iCloud"),
        ("Library/CloudStorage/ProtonDrive-me", "ProtonDrive"),
        ("Nextcloud2", "Nextcloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, folder: str, name: str) -> None:
    place = tmp_path / folder / "أخبار"
    place.mkdir(parents=True)
    assert risk_of(place / "news.hashiya") == Risk(Kind.SYNCHRONISED, name)


@pytest.mark.parametrize(
    ("mark", "name"),
    [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"), (".sync_0a1b2c.db", "Nextcloud")],
)
def test_one_of_another_name_is_known_by_its_mark(tmp_path: Path, mark: str, name: str) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / mark).touch()
    assert risk_of(tmp_path / "work" / "news.hashiya") == Risk(Kind.SYNCHRONISED, name)


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    try:
        (tmp_path / "work").symlink_to(tmp_path / "Dropbox")
    except OSError:
        pytest.skip("this system lets nobody make a link")
    assert risk_of(tmp_path / "work" / "news.hashiya") == Risk(Kind.SYNCHRONISED, "Dropbox")


@pytest.mark.parametrize("folder", ["dropbox-export", "boxes", "أخبار", "drive"])
def test_any_other_folder_is_no_risk(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    assert risk_of(tmp_path / folder / "news.hashiya") is None


@pytest.mark.skipif(sys.platform == "win32", reason="reads the mounts of Linux")
def test_the_innermost_mount_tells_the_file_system() -> None:
    told = {
        folder: file_system(PurePosixPath(folder), MOUNTS.splitlines())
        for folder in (
            "/home/user",
            "/home/user/my drive/x",
            "/net/share",
            "/net/local",
            "/network",
        )
    }
    assert list(told.values()) == ["ext4", "fuse.sshfs", "nfs4", "tmpfs", "ext4"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_a_network_drive_is_a_risk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = f"{MOUNTS}43 22 0:38 / {tmp_path} rw - cifs //server/share rw\n"
    read = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda path, *a: mounts if path.name == "mountinfo" else read(path, *a)
    )
    assert risk_of(tmp_path / "news.hashiya") == Risk(Kind.NETWORK, "cifs")
