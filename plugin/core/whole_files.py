# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Whether a file just written is whole: read again, since not every library says that a disk is full."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Callable
from xml.parsers import expat

TAIL = 2048
"""Bytes at the end of a PDF in which its end mark stands."""
PNG = b"\x89PNG\r\n\x1a\n"
SQLITE = b"SQLite format 3\x00"


def is_whole(path: Path) -> bool:
    """Tell whether a file holds all that its format asks; formats without an end are taken as they are.

    PDF: its end mark, and a cross-reference table where it says.  PNG: all pieces up to the last.  SVG and
    KML: well-formed to the end.  Archives and spreadsheets: their directory.  GeoPackage: as many pages as
    its head names.
    """
    check = CHECKS.get(path.suffix.lower())
    try:
        return check is None or check(path)
    except (OSError, ValueError, struct.error, expat.ExpatError, zipfile.BadZipFile):
        return False


def _pdf(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - TAIL))
        tail = file.read()
        if b"%%EOF" not in tail or b"startxref" not in tail:
            return False
        offset = int(tail.rpartition(b"startxref")[2].split()[0])
        file.seek(offset)
        begins = file.read(20).lstrip()
        return 0 < offset < size and (begins.startswith(b"xref") or begins[:1].isdigit())


def _png(path: Path) -> bool:
    with path.open("rb") as file:
        if file.read(len(PNG)) != PNG:
            return False
        size, kind = path.stat().st_size, b""
        while kind != b"IEND":
            length, kind = struct.unpack(">I4s", file.read(8))
            end = file.seek(length + 4, 1)
        return end == size


def _xml(path: Path) -> bool:
    with path.open("rb") as file:
        expat.ParserCreate().ParseFile(file)
    return True


def _archive(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return bool(archive.namelist())


def _database(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(100)
    page, pages = struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]
    size = pages * (65536 if page == 1 else page)
    # The head's own count holds only while it was written by the same change as the rest (SQLite, 1.3.7).
    return head.startswith(SQLITE) and (head[24:28] != head[92:96] or path.stat().st_size >= size)


CHECKS: dict[str, Callable[[Path], bool]] = {
    ".pdf": _pdf, ".png": _png, ".svg": _xml, ".kml": _xml, ".kmz": _archive, ".zip": _archive,
    ".xlsx": _archive, ".ods": _archive, ".gpkg": _database,
}  # fmt: skip
