"""Every importer, fed with damaged files: a sentence that names the file, and nothing changed.

Seeds are what the tool itself exports, and a page, a document and tables; each is damaged by seeded
mutations. HASHIYA_FUZZ_CASES asks for more cases a format, HASHIYA_FUZZ_SEED for others.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import uuid
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import docx
import pytest
from tally import Tally

from annotator.errors import DataError
from annotator.formats.format import Format
from annotator.formats.registry import READERS
from annotator.ops.checks import check_project
from annotator.ops.exports import export
from annotator.ops.imports import plan_import, run_import
from annotator.ops.project import Project, new_project

CASES: Final = int(os.environ.get("HASHIYA_FUZZ_CASES", "12"))
SEED: Final = int(os.environ.get("HASHIYA_FUZZ_SEED", "1"))
TEXT: Final = (
    'دمشق - قال مسؤول لـ"قسد" 🙏🏽 إنّ السِّجْن\u200f تعرّض لهجومٍ، وﻻ صحّة لخبر ١٬٢٠٠\u00a0نازح.\n'
    "وأضاف: «لن نتراجع» عن COVID-19 في الحسكة!\n"
)
TOKENS: Final = (
    b"[", b"{", b'"', b"\t", b"\n", b"\r\n", b"\0", b"-1", b"9" * 40, b"1e400", b"NaN", b"null",
    b"\\ud800", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\xf0\x9f\x99\x8f", b"\xe2\x80\xa8",
    b"[" * 3000, b"<div>" * 3000, b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&#0;&#xD800;", b"../../x",
)  # fmt: skip
CONLLU: Final = "".join(
    f"{number}\t{word}{8 * chr(9) + '_'}\n".replace("\t\t", "\t_\t").replace("\t\t", "\t_\t")
    for number, word in ((1, "قال"), (2, "زيد"))
)
TABLES: Final = (
    "articles", "texts", "annotations", "labels", "settings", "journal", "journal_rows",
)  # fmt: skip
OF_THE_WHOLE: Final = {  # what is wrong with a file in no line of it
    "This file is not text.",
    "This file is not text in any encoding known here.",
    "No article was found in this page.",
    "There is no web page in it.",
    "This file is damaged: it cannot be unpacked.",
    "This is not a Word document, or it is damaged.",
    "There is no article in it.",
    "There is no text in it.",
    "This archive would unpack to {count} files and {megabytes} MB out of {packed} MB: too much to"
    " be articles.",
    "A row of this format has at least {least} columns, here it has {found}.",
    "This is no UIMA CAS in JSON: {reason}.",
    "This is no DocBin of spaCy's: {reason}.",
}

pytestmark = pytest.mark.fault(10)
Mutation = Callable[[random.Random, bytes], bytes]


def flipped(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 30))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def without(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.choice((1, 3, 50)) :]


def doubled(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    end = start + rng.choice((1, 20, 400))
    return data[:end] + data[start:]


def with_token(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(TOKENS) + data[at:]


def with_other_number(rng: random.Random, data: bytes) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return with_token(rng, data)
    at = rng.choice(digits)
    return data[:at] + rng.choice((b"9", b"0", b"-", b"99999", b"1.5")) + data[at + 1 :]


def in_other_encoding(rng: random.Random, data: bytes) -> bytes:
    encoding = rng.choice(("utf-16", "utf-16-be", "cp1256", "utf-8-sig", "utf-32"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


MUTATIONS: Final[tuple[Mutation, ...]] = (
    flipped, cut, without, doubled, with_token, with_other_number, in_other_encoding,
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = new_project(tmp_path / "p.hashiya", "ليلى")
    yield made
    made.close()


@pytest.fixture(scope="session")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project of three awkward articles with nested, crossing and equal spans."""
    folder = tmp_path_factory.mktemp("annotated")
    rows = []
    for number in range(3):
        text = TEXT * (number + 1) + str(number)
        spans = [
            {"start": text.index(word), "end": text.index(word) + len(word), "label": label}
            for word, label in (
                ("السِّجْن", "location"), ("مسؤول", "source"), ("قال مسؤول", "actor"),
                ("١٬٢٠٠\u00a0نازح", "quantity"), ("الحسكة", "location"), ("الحسكة", "actor"),
            )
        ]  # fmt: skip
        rows.append({"id": str(uuid.UUID(int=number + 1)), "text": text, "spans": spans})
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    project = new_project(folder / "p.hashiya", "ليلى")
    run_import(project, plan_import([folder / "a.jsonl"], store=project.store))
    yield project
    project.close()


def seed_of(form: Format, annotated: Project, folder: Path) -> Path:
    """A file, or a folder of files, that the format's reader takes."""
    folder.mkdir()
    path = folder / f"seed{form.suffixes[0]}"
    if form.write is not None or form.write_files is not None:
        out = path if form.write is not None else folder / "set"
        export(annotated, out, format=form.key).close()
        return out
    if form.key == "docx":
        document = docx.Document()
        document.add_heading("عنوان", 1)
        document.add_paragraph(TEXT)
        document.add_table(2, 2).cell(0, 0).text = "خلية"
        document.save(str(path))
        return path
    page = f"<html><head><meta charset=utf-8><title>عنوان</title></head><body><p>{TEXT}</p></body>"
    made = {
        "html": page,
        "mhtml": f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}\n",
        "articles_csv": f'text,title,date\n"{TEXT.replace(chr(34), chr(34) * 2)}",عنوان,2026\n',
        "articles_json": json.dumps([{"text": TEXT, "title": "عنوان"}], ensure_ascii=False),
        "text": TEXT,
        "conll_nested": "قال\tO\tO\nوزير\tB-actor\tO\nالأردن\tI-actor\tB-location\n\n",
        "conllu_plus": "# global.columns = ID FORM NER\n1\tقال\tO\n2\tزيد\tB-actor\n\n",
        "conllu": f"# newdoc id = a\n# text = قال زيد\n{CONLLU}\n",
    }
    path.write_text(made[form.key], "utf-8")
    return path


def rows_of(project: Project) -> list[list[object]]:
    """Everything that a person put into the project, and its journal."""
    with closing(sqlite3.connect(f"file:{project.path}?mode=ro", uri=True)) as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]


def tried(project: Project, what: Path, key: str, tally: Tally) -> None:
    """Import `what`: either the project takes it and is whole, or it is refused and unchanged."""
    before = rows_of(project)
    plan = plan_import([what], store=project.store, format=key)
    for error in plan.errors:
        assert str(what) in str(error)
        assert error.remedy
        if isinstance(error, DataError):
            assert error.line is not None or error.template in OF_THE_WHOLE, str(error)
    after = rows_of(project)
    tally(half=sum(len(new) != len(old) for new, old in zip(after, before, strict=True)))
    assert after == before
    if not plan.articles:
        return
    run_import(project, plan)  # what was planned can be imported: nothing changed since
    assert check_project(project) == []
    plan.close()


@pytest.mark.timeout(max(120, CASES))
@pytest.mark.parametrize("form", READERS, ids=lambda form: form.key)
def test_damaged_files_are_refused_in_words_or_taken_whole(
    form: Format, annotated: Project, project: Project, tmp_path: Path, tally: Tally
) -> None:
    rng = random.Random(f"{SEED} {form.key}")
    seed = seed_of(form, annotated, tmp_path / "seed")
    plan = plan_import([seed], store=project.store, format=form.key)
    assert plan.errors == ()
    assert plan.articles
    for number in range(CASES):
        what = tmp_path / f"case-{number}{seed.suffix}"
        if seed.is_dir():
            shutil.copytree(seed, what)
            victim = rng.choice(sorted(path for path in what.rglob("*") if path.is_file()))
        else:
            shutil.copy(seed, what)
            victim = what
        data = victim.read_bytes()
        for _ in range(rng.choice((1, 1, 2, 5))):
            data = rng.choice(MUTATIONS)(rng, data or b" ")
        victim.write_bytes(data)
        tried(project, what, rng.choice((form.key, "auto")), tally)
        (shutil.rmtree if what.is_dir() else Path.unlink)(what)


@pytest.mark.parametrize("member", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_documents_damaged_inside_are_refused_in_words_or_taken_whole(
    member: str, annotated: Project, project: Project, tmp_path: Path, tally: Tally
) -> None:
    """A flipped bit in a package is found by its checksum: here the parts are damaged before."""
    rng = random.Random(f"{SEED} {member}")
    form = next(form for form in READERS if form.key == "docx")
    with zipfile.ZipFile(seed_of(form, annotated, tmp_path / "seed")) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for number in range(CASES):
        what = tmp_path / f"case-{number}.docx"
        with zipfile.ZipFile(what, "w") as package:
            for name, data in parts.items():
                package.writestr(name, rng.choice(MUTATIONS)(rng, data) if name == member else data)
        tried(project, what, "docx", tally)


def test_a_document_whose_style_has_no_name_is_refused_in_words(
    annotated: Project, project: Project, tmp_path: Path, tally: Tally
) -> None:
    form = next(form for form in READERS if form.key == "docx")
    with zipfile.ZipFile(seed_of(form, annotated, tmp_path / "seed")) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styled = parts["word/document.xml"]
    parts["word/document.xml"] = styled.replace(b'<w:pStyle w:val="Heading1"/>', b"<w:pStyle/>")
    assert parts["word/document.xml"] != styled
    what = tmp_path / "case.docx"
    with zipfile.ZipFile(what, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    tried(project, what, "docx", tally)


def test_archives_damaged_anywhere_are_refused_in_words_or_taken_whole(
    project: Project, tmp_path: Path, tally: Tally
) -> None:
    rng = random.Random(f"{SEED} zip")
    seed = tmp_path / "seed.zip"
    with zipfile.ZipFile(seed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"خبر-{number}.txt", TEXT + str(number))
    for number in range(CASES):
        what = tmp_path / f"case-{number}.zip"
        what.write_bytes(rng.choice(MUTATIONS)(rng, seed.read_bytes()))
        tried(project, what, "auto", tally)


@pytest.mark.parametrize("key", ["doccano", "prodigy", "label_studio", "jsonl", "spacy_json"])
def test_a_key_that_is_no_unicode_costs_no_more_than_itself(
    annotated: Project, project: Project, tmp_path: Path, key: str, tally: Tally
) -> None:
    form = next(form for form in READERS if form.key == key)
    seed = seed_of(form, annotated, tmp_path / "seed")
    text = seed.read_text("utf-8").replace("{", '{"\\ud800x": 1, ')
    seed.write_text(text.replace(", }", "}"), "utf-8")
    tried(project, seed, key, tally)
    assert project.store.count_articles() == 3


@pytest.mark.parametrize(
    "key", ["jsonl", "doccano", "prodigy", "label_studio", "spacy_json", "hugging_face", "cas_json",
            "articles_json"],
)  # fmt: skip
def test_json_too_deep_to_be_read_is_refused_in_words(
    annotated: Project, project: Project, tmp_path: Path, key: str, tally: Tally
) -> None:
    form = next(form for form in READERS if form.key == key)
    seed = seed_of(form, annotated, tmp_path / "seed")
    for file in seed.rglob("*") if seed.is_dir() else [seed]:
        text = file.read_text("utf-8")
        file.write_text(text.replace("{", '{"x": ' + "[" * 9000 + "]" * 9000 + ", ", 1), "utf-8")
    tried(project, seed, key, tally)
