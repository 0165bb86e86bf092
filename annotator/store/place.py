"""Where a project lies, when that is a place in which a database can come to harm.

A folder that a program synchronises is copied while it is written, and its log without it; a lock
on a network drive is only as good as its server.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath


class Kind(Enum):
    SYNCHRONISED = "synchronised"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Risk:
    """`name` is the service's, or the file system's."""

    kind: Kind
    name: str


# Names of folders that these programs make, whole.
_FOLDERS = {
    "Dropbox": r"dropbox( \(.*\))?",
    "OneDrive": r"onedrive( - .*)?",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Google Drive": r"google ?drive.*|my drive",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud\d*",
    "Box": r"box( sync|-box)?",
    "MEGA": r"mega|megasync( downloads)?",
    "pCloud": r"pcloud ?drive",
    "Yandex Disk": r"yandex\.?disk",
    "Seafile": r"seafile",
    "Syncthing": r"syncthing",
}
# Files and folders by which each marks the top of what it synchronises.
_MARKS = {
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "Nextcloud": (".nextcloudsync.log",),
    "ownCloud": (".owncloudsync.log",),
    "Google Drive": (".tmp.drivedownload",),
    "Seafile": ("_seafile_settings",),
    "Syncthing": (".stfolder",),
}
_SYNC_DATABASE = re.compile(r"\.?_?sync_[0-9a-f]+\.db")  # Nextcloud's and ownCloud's
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # set by it on Windows
_NETWORK = re.compile(
    r"(nfs\d?|cifs|smb\w*|ncpfs?|afs|9p|ceph|glusterfs|lustre|davfs|webdav|afpfs|"
    r"fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|glusterfs|ceph.*|s3fs|onedriver|.*drive.*))"
)


def risk_of(project: Path) -> Risk | None:
    """What to warn of, or None. Reads names and the list of mounts; asks nobody."""
    folder = Path(os.path.realpath(project)).parent
    service = _service(folder)
    if service is not None:
        return Risk(Kind.SYNCHRONISED, service)
    system = _network_system(project, folder)
    return None if system is None else Risk(Kind.NETWORK, system)


def _service(folder: Path) -> str | None:
    tops = {Path(top): "OneDrive" for name in _ONEDRIVE if (top := os.environ.get(name))}
    for place in (folder, *folder.parents):
        if place in tops:
            return tops[place]
        for name, pattern in _FOLDERS.items():
            if re.fullmatch(pattern, place.name, re.IGNORECASE):
                return name
        if place.parent.name == "CloudStorage":  # macOS: ~/Library/CloudStorage/OneDrive-Personal
            return place.name.partition("-")[0]
        marked = _marked(place)
        if marked is not None:
            return marked
    return None


def _marked(place: Path) -> str | None:
    for name, marks in _MARKS.items():
        if any((place / mark).exists() for mark in marks):
            return name
    try:
        names = os.listdir(place) if place != Path(place.anchor) else []
    except OSError:
        return None
    return "Nextcloud" if any(map(_SYNC_DATABASE.fullmatch, names)) else None


def _network_system(project: Path, folder: Path) -> str | None:
    if sys.platform == "win32":
        return _windows_share(project)
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return None  # macOS has no such list
    system = file_system(folder, mounts.splitlines())
    return system if system and _NETWORK.fullmatch(system) else None


def file_system(folder: PurePath, mountinfo: Iterable[str]) -> str | None:
    """The type of the file system that holds `folder`, by lines as in /proc/self/mountinfo."""
    found: tuple[int, str | None] = (-1, None)
    for point, system in _mounts(mountinfo):
        inside = folder == point or point in folder.parents
        if inside and len(point.parts) >= found[0]:  # of two on one place the later one counts
            found = len(point.parts), system
    return found[1]


def _mounts(mountinfo: Iterable[str]) -> Iterator[tuple[PurePath, str]]:
    for line in mountinfo:
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) > 4 and after:
            point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[4])
            yield PurePath(point), after.split(" ", 1)[0]


def _windows_share(project: Path) -> str | None:
    drive = project.absolute().drive
    if drive.startswith("\\\\"):
        return drive
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == 4:  # DRIVE_REMOTE
            return drive
    return None
