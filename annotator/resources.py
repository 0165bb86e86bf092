"""Where the files that ship with the program lie: the same call in a checkout and in the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """The folder that holds `resources/` and `seeds/`.

    The wheel carries them in `annotator/_data`; in a checkout they lie beside the package.
    """
    packaged = _PACKAGE / "_data"
    return packaged if packaged.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of one shipped resource, such as `resource("labels.toml")`."""
    return _root().joinpath("resources", *parts)


def seeds() -> Path:
    """The folder of the sample articles and their gold annotations."""
    return _root() / "seeds"
