"""Every string of the interface is translated, and what ships is what the sources say."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import annotator
from annotator.resources import resource

PACKAGE = Path(annotator.__file__).parent
FOLDER = resource("translations")
FIELDS = re.compile(r"\{\w*\}")


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed with PySide6 here")
    return found


def messages(ts: Path) -> list[ET.Element]:
    return list(ET.parse(ts).getroot().iter("message"))


def test_no_string_waits_for_its_arabic(tmp_path: Path) -> None:
    """lupdate finds nothing in the code that the Arabic file does not have."""
    ts = tmp_path / "hashiya_ar.ts"
    shutil.copy(FOLDER / "hashiya_ar.ts", ts)
    sources = [str(path) for path in sorted(PACKAGE.rglob("*.py"))]
    command = [tool("pyside6-lupdate"), *sources, "-ts", str(ts), "-no-obsolete"]
    subprocess.run([*command, "-locations", "none", "-silent"], check=True)
    waiting = [
        message.findtext("source")
        for message in messages(ts)
        if message.find("translation").get("type") == "unfinished"
    ]
    assert waiting == []


def test_no_string_stands_where_lupdate_does_not_look() -> None:
    """Inside an f-string it is not found, and stays English in the Arabic interface."""
    known = {message.findtext("source") for message in messages(FOLDER / "hashiya_ar.ts")}
    called = [
        (path.name, call.args[0].value)
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and isinstance(call.args[0], ast.Constant)
    ]
    assert called
    assert [(where, text) for where, text in called if text not in known] == []


def test_a_translation_keeps_the_fields_of_its_source() -> None:
    for message in messages(FOLDER / "hashiya_ar.ts"):
        source, translation = message.findtext("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        if message.get("numerus") == "yes":
            assert len(forms) == 6, source
        for text in forms or [translation.text or ""]:
            assert set(FIELDS.findall(text)) == set(FIELDS.findall(source)), source


def test_tanwin_is_spelt_one_way() -> None:
    """On the letter before its alef, as the dictionaries have it; news writes both ways."""
    assert "\u0627\u064b" not in (FOLDER / "hashiya_ar.ts").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_ships_is_compiled_from_what_is_written(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    ts = FOLDER / f"hashiya_{language}.ts"
    subprocess.run([tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(made)], check=True)
    assert made.read_bytes() == ts.with_suffix(".qm").read_bytes()
