"""Records straight from the pages of an SQLite file, whatever has become of its trees.

SQLite reaches a row from the root down, and gives up a whole branch at a damaged page. Here every
page is looked at by itself: what is lost is what lay on the damaged ones. A write-ahead log beside
the file is read over it, as far as its checksums hold. Nothing is written.

The format: <https://www.sqlite.org/fileformat2.html>.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.closing import Closing

Value = int | float | str | bytes | None

_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_TREE_PAGES = {_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes
_WAL_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}  # byte order of the checksums
_PAGE_SIZE = 4096  # what ours have, where the header cannot say
_FAULTS = (ValueError, IndexError, struct.error)


@dataclass(frozen=True, slots=True)
class Record:
    """One row or one entry of an index. `rowid` is None for an index and a table without rowid.
    `whole` is false when its end lay on a page that is gone, or when the bytes of a text are no
    longer UTF-8 and were mended with U+FFFD."""

    page: int
    rowid: int | None
    values: tuple[Value, ...]
    whole: bool


class Pages(Closing):
    """An SQLite file as numbered pages, counted from 1. `damaged` fills while it is read."""

    def __init__(self, path: Path, *, with_log: bool = True) -> None:
        """What lies in the write-ahead log beside it is the newer, `with_log`. Raises OSError."""
        self.damaged: set[int] = set()
        with path.open("rb") as file:
            empty = not file.seek(0, 2)
            self._file = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        log = path.with_name(path.name + "-wal")
        content = log.read_bytes() if with_log and log.exists() else b""
        self._log, committed = _log_pages(content)
        self.log_is_lost = bool(content) and not self._log
        self.size = _page_size(self._log.get(1, self._file[:100]))
        self.count = max(committed, -(-len(self._file) // self.size))
        reserved = self.page(1)[20] if self.page(1).startswith(b"SQLite format 3\0") else 0
        self._usable = self.size - (reserved if reserved < 64 else 0)

    def close(self) -> None:
        if isinstance(self._file, mmap.mmap):
            self._file.close()

    def page(self, number: int) -> bytes:
        """The page, filled up with zeros where the file ends too early."""
        found = self._log.get(number)
        if found is None:
            found = self._file[(number - 1) * self.size : number * self.size]
        return found.ljust(self.size, b"\0")

    def free(self) -> set[int]:
        """The pages on the free list: what they hold was deleted. Fewer where the list is torn."""
        found: set[int] = set()
        header = self.page(1)
        trunk = int.from_bytes(header[32:36], "big") if header.startswith(b"SQLite") else 0
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            trunk, length = struct.unpack(">II", page[:8])
            if length > self._usable // 4 - 2:
                self.damaged.add(max(found))
                break
            leaves = struct.unpack(f">{length}I", page[8 : 8 + 4 * length])
            found.update(leaf for leaf in leaves if 1 < leaf <= self.count)
        return found

    def reached(self) -> set[int]:
        """The pages of every tree that the schema names, down to where each is broken."""
        schema = self._tree([1])
        rows = (record.values for number in sorted(schema) for record in self.records(number))
        return schema | self._tree([_root(row) for row in rows])

    def _tree(self, roots: list[int]) -> set[int]:
        found: set[int] = set()
        waiting = [root for root in roots if root]
        while waiting:
            number = waiting.pop()
            if number in found or not 0 < number <= self.count:
                continue
            found.add(number)
            try:
                waiting += self._children(number)
            except _FAULTS:
                self.damaged.add(number)
        return found

    def records(self, number: int) -> Iterator[Record]:
        """What can be read on one page. What is no page of a tree, such as the rest of a long
        text, has none."""
        page = self.page(number)
        start = 100 if number == 1 else 0
        kind = page[start]
        if kind not in _TREE_PAGES or kind == _TABLE_INTERIOR:
            return
        for offset in self._cells(number, page):
            try:
                yield self._record(number, page, kind, offset)
            except _FAULTS:
                self.damaged.add(number)

    def _children(self, number: int) -> list[int]:
        """Raises ValueError for a page that is none of a tree."""
        page = self.page(number)
        start = 100 if number == 1 else 0
        kind = page[start]
        if kind not in _TREE_PAGES:
            raise ValueError(number)
        if kind in (_TABLE_LEAF, _INDEX_LEAF):
            return []
        cells = [struct.unpack_from(">I", page, at)[0] for at in self._cells(number, page)]
        return [*cells, struct.unpack_from(">I", page, start + 8)[0]]

    def _cells(self, number: int, page: bytes) -> list[int]:
        """Where on the page its cells begin."""
        start = 100 if number == 1 else 0
        interior = page[start] in (_TABLE_INTERIOR, _INDEX_INTERIOR)
        first = start + (12 if interior else 8)
        (told,) = struct.unpack_from(">H", page, start + 3)
        count = min(told, (self._usable - first) // 2)
        offsets = struct.unpack_from(f">{count}H", page, first)
        sound = [at for at in offsets if first + 2 * count <= at < self._usable]
        if len(sound) != told:
            self.damaged.add(number)
        return sound

    def _record(self, number: int, page: bytes, kind: int, offset: int) -> Record:
        rowid: int | None = None
        if kind == _INDEX_INTERIOR:
            offset += 4
        length, offset = _varint(page, offset)
        if kind == _TABLE_LEAF:
            rowid, offset = _varint(page, offset)
        if length > self.count * self.size:
            raise ValueError(length)
        payload = self._payload(page, offset, length, leaf_of_table=kind == _TABLE_LEAF)
        try:
            return Record(number, rowid, _values(payload, length, "strict"), len(payload) == length)
        except UnicodeDecodeError:
            return Record(number, rowid, _values(payload, length, "replace"), False)

    def _payload(self, page: bytes, offset: int, length: int, *, leaf_of_table: bool) -> bytes:
        """As much of it as can be had: a chain of pages may be broken."""
        usable = self._usable
        least = (usable - 12) * 32 // 255 - 23
        most = usable - 35 if leaf_of_table else (usable - 12) * 64 // 255 - 23
        if length <= most:
            if offset + length > usable:
                raise ValueError(offset)
            return page[offset : offset + length]
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        parts = [page[offset : offset + local]]
        rest = length - local
        (following,) = struct.unpack_from(">I", page, offset + local)
        seen: set[int] = set()
        while rest > 0 and 1 < following <= self.count and following not in seen:
            seen.add(following)
            more = self.page(following)
            parts.append(more[4 : min(usable, 4 + rest)])
            rest -= len(parts[-1])
            (following,) = struct.unpack_from(">I", more)
        return b"".join(parts)


def _root(schema_row: tuple[Value, ...]) -> int:
    root = schema_row[3] if len(schema_row) == 5 else 0
    return root if isinstance(root, int) else 0


def _page_size(header: bytes) -> int:
    told = int.from_bytes(header[16:18], "big")
    told = 65536 if told == 1 else told
    sound = header.startswith(b"SQLite format 3\0") and told >= 512 and told & (told - 1) == 0
    return told if sound else _PAGE_SIZE


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends. Raises IndexError."""
    value = 0
    for place in range(offset, offset + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | data[offset + 8]
    return (value - (1 << 64) if value >> 63 else value), offset + 9


def _values(payload: bytes, length: int, errors: str) -> tuple[Value, ...]:
    """The columns of a record that was `length` bytes long. Raises ValueError when it is none,
    UnicodeDecodeError as `errors` says."""
    header, at = _varint(payload, 0)
    if not 0 < header <= min(len(payload), length):
        raise ValueError(header)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != header or header + sum(map(_width, kinds)) != length:
        raise ValueError(length)
    values: list[Value] = []
    for kind in kinds:
        values.append(_value(kind, payload[at : at + _width(kind)], errors))
        at += _width(kind)
    return tuple(values)


def _width(kind: int) -> int:
    """Raises ValueError for a serial type that SQLite does not write."""
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11) or kind < 0:
        raise ValueError(kind)
    return 8 if kind == 7 else _INTEGERS.get(kind, 0)


def _value(kind: int, data: bytes, errors: str) -> Value:
    if kind >= 12:
        return data.decode("utf-8", errors) if kind % 2 else data
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    return {0: None, 8: 0, 9: 1}[kind]


def _log_pages(log: bytes) -> tuple[dict[int, bytes], int]:
    """The pages that a write-ahead log holds as last committed, and how many pages the file then
    has; as far as checksums and salts hold, as SQLite reads it."""
    if len(log) < 32:
        return {}, 0
    magic, _version, size = struct.unpack(">III", log[:12])
    order = _WAL_MAGIC.get(magic)
    sums = (0, 0) if order is None else _checksum(log[:24], (0, 0), order)
    if order is None or struct.unpack(">II", log[24:32]) != sums:
        return {}, 0
    pages: dict[int, bytes] = {}
    written: dict[int, bytes] = {}
    count = 0
    for at in range(32, len(log) - size - 23, size + 24):
        head, page = log[at : at + 24], log[at + 24 : at + 24 + size]
        sums = _checksum(head[:8] + page, sums, order)
        if head[8:16] != log[16:24] or struct.unpack(">II", head[16:]) != sums:
            break
        number, committed = struct.unpack(">II", head[:8])
        written[number] = page
        if committed:
            pages |= written
            written.clear()
            count = committed
    return pages, count


def _checksum(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = before
    for x, y in struct.iter_unpack(f"{order}II", data):
        one = one + x + two & 0xFFFFFFFF
        two = two + y + one & 0xFFFFFFFF
    return one, two
