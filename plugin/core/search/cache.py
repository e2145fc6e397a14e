# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""SiteColumns kept in a file, so that a big atlas opens at once; used only while it fits the atlas exactly.

The file is a JSON header and raw arrays.  They are read into memory, not mapped: a mapped file that is cut
short under us would end the program, and Windows would not let it be replaced.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO, Callable, Optional

import numpy as np
import numpy.typing as npt

from ..errors import AtlasError
from ..files import replacing
from ..i18n import tr
from .build import build, open_readonly
from .columns import CODE_FIELDS, DAY_FIELDS, TEXT_FIELDS, SiteColumns, Vocabulary
from .terms import Phrase
from .textblob import TextBlob

FORMAT = 4
"""Raised with every change of what is kept or of how names are folded."""
_MAGIC = b"DPRKATLASCOLUMNS"
_MAX_HEADER = 64 * 1024 * 1024


def identity(path: Path) -> dict[str, Any]:
    """Return what tells one state of an atlas file from another.

    Size and time of the file and of its write-ahead log, SQLite's change counter (file format, 1.3.7) and
    the atlas's own id.
    """
    path = Path(path)
    try:
        state = path.stat()
        with path.open("rb") as file:
            head = file.read(28)
    except OSError as error:
        raise AtlasError(
            tr("SiteColumns", "The atlas {file} could not be read.").format(file=path), detail=str(error)
        ) from error
    wal = path.with_name(path.name + "-wal")
    log: Optional[list[int]] = None
    with contextlib.suppress(OSError):
        log_state = wal.stat()
        log = [log_state.st_size, log_state.st_mtime_ns] if log_state.st_size else None
    return {
        "format": FORMAT,
        "byteorder": sys.byteorder,
        "atlas": _atlas_id(path),
        "size": state.st_size,
        "mtime_ns": state.st_mtime_ns,
        "changes": int.from_bytes(head[24:28], "big"),
        "wal": log,
    }


def _atlas_id(path: Path) -> str:
    with closing(open_readonly(path)) as db:
        try:
            row = db.execute("SELECT value FROM atlas_meta WHERE key = 'uuid'").fetchone()
        except sqlite3.Error:
            return ""  # a table of sites without the atlas around it: size, time and counter have to do
    return str(row[0]) if row else ""


def cache_file(path: Path, folder: Path) -> Path:
    """Return where the columns of an atlas file are kept."""
    name = hashlib.sha256(str(Path(path).resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:20]
    return Path(folder) / f"{name}.columns"


def open_columns(
    path: Path,
    folder: Optional[Path] = None,
    cancelled: Optional[Callable[[], bool]] = None,
    progress: Optional[Callable[[float], None]] = None,
    partial: Optional[Callable[[SiteColumns], None]] = None,
) -> SiteColumns:
    """Return the columns of an atlas, from the cache where it fits, else built and kept.

    ``partial`` gets what has been read so far while they are built.  Without a ``folder`` nothing is kept.
    A cache that cannot be written is no error.
    """
    before = identity(path)
    if folder is not None:
        kept = load(cache_file(path, folder), before)
        if kept is not None:
            return kept
    columns = build(path, cancelled, progress, partial)
    if folder is not None and identity(path) == before:
        columns.name_rank()
        with contextlib.suppress(AtlasError, OSError):
            Path(folder).mkdir(parents=True, exist_ok=True)
            save(columns, cache_file(path, folder), before)
    return columns


def _arrays(columns: SiteColumns) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    yield "fids", columns.fids
    yield "lon", columns.lon
    yield "lat", columns.lat
    yield "importance", columns.importance
    yield "name_rank", columns.name_rank()
    for name in CODE_FIELDS:
        yield f"code:{name}", columns.codes[name]
    for name in DAY_FIELDS:
        yield f"day:{name}", columns.days[name]
    for name in TEXT_FIELDS:
        yield f"text:{name}", getattr(columns, name).bytes


def save(columns: SiteColumns, target: Path, key: dict[str, Any]) -> None:
    """Write the columns whole or not at all.  Raises AtlasError when the place cannot be written to."""
    arrays = list(_arrays(columns))
    header = {
        "key": key,
        "vocabularies": {name: v.values for name, v in columns.vocabularies.items()},
        "phrases": columns.phrases,
        "arrays": [[name, array.dtype.str, len(array)] for name, array in arrays],
    }
    encoded = json.dumps(header).encode("ascii")
    with replacing(target) as partial, partial.open("wb") as file:
        file.write(_MAGIC + len(encoded).to_bytes(8, "little") + encoded)
        for _, array in arrays:
            file.write(np.ascontiguousarray(array).tobytes())


def load(source: Path, key: dict[str, Any]) -> Optional[SiteColumns]:
    """Return the kept columns; None where there are none or they belong to another state of the atlas."""
    try:
        with source.open("rb") as file:
            return _read(file, source.stat().st_size, key)
    except (OSError, ValueError, KeyError, TypeError, MemoryError):
        return None  # no cache, or a damaged one: it is only a copy and will be made anew


def _read(file: BinaryIO, size: int, key: dict[str, Any]) -> Optional[SiteColumns]:
    if file.read(len(_MAGIC)) != _MAGIC:
        return None
    length = int.from_bytes(file.read(8), "little")
    if length > min(size, _MAX_HEADER):
        return None
    header = json.loads(file.read(length))
    if header["key"] != key:
        return None
    expected = sum(np.dtype(kind).itemsize * count for _, kind, count in header["arrays"])
    if file.tell() + expected != size:
        return None
    arrays: dict[str, Any] = {}
    for name, kind, count in header["arrays"]:
        raw = file.read(np.dtype(kind).itemsize * count)
        arrays[name] = raw if name.startswith("text:") else np.frombuffer(raw, kind)
    vocabularies = {name: Vocabulary(v) for name, v in header["vocabularies"].items()}
    phrases = [Phrase(text, field, tuple(values)) for text, field, values in header["phrases"]]
    return _columns(arrays, vocabularies, phrases)


def _columns(
    arrays: dict[str, Any], vocabularies: dict[str, Vocabulary], phrases: list[Phrase]
) -> Optional[SiteColumns]:
    texts = {name: TextBlob(arrays[f"text:{name}"]) for name in TEXT_FIELDS}
    count = len(arrays["fids"])
    if any(len(text) != count for text in texts.values()):
        return None
    return SiteColumns(
        fids=arrays["fids"],
        codes={name: arrays[f"code:{name}"] for name in CODE_FIELDS},
        vocabularies=vocabularies,
        lon=arrays["lon"],
        lat=arrays["lat"],
        days={name: arrays[f"day:{name}"] for name in DAY_FIELDS},
        importance=arrays["importance"],
        names=texts["names"],
        latin=texts["latin"],
        other=texts["other"],
        phrases=phrases,
        _name_rank=arrays["name_rank"],
    )
