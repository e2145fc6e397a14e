# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Read the columns of the sites dock straight from a GeoPackage, in chunks, without QGIS."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

from ..atlas.store.blob import points_of
from ..atlas.store.geopackage import open_for_reading
from ..atlas.store.quoting import sql
from ..errors import AtlasError, Cancelled
from ..i18n import tr
from ..names import hangul
from ..names.citynames import CityNames, city_names
from ..names.names import APART, is_latin, search_texts, squeeze
from .columns import (
    CODE_FIELDS,
    DAY_FIELDS,
    DEFAULT_IMPORTANCE,
    SiteColumns,
    Vocabulary,
    code_type,
    day_or_unknown,
)
from .terms import Phrase, category_phrases, city_phrases
from .textblob import TextBlob

CHUNK = 4_000
PARTIAL_AT = (5 * CHUNK, 25 * CHUNK)
"""After so many sites the dock can be used with those read so far."""
PATIENCE_SECONDS = 5.0
"""How long reading, which is in the background, waits for somebody who writes."""
JAPANESE_READINGS = ("ja-Latn",)
_SCALARS = ("fid", "geom", "name", "name_ko", "importance")
_OPTIONAL = ("name_ko", "importance", *CODE_FIELDS, *DAY_FIELDS)


def open_readonly(path: Path) -> sqlite3.Connection:
    """Open a GeoPackage for reading only.  Raises AtlasError when that cannot be done."""
    db = open_for_reading(Path(path), PATIENCE_SECONDS)
    try:
        db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.Error as error:
        db.close()
        raise AtlasError(
            tr("SiteColumns", "The atlas {file} could not be read.").format(file=path), detail=str(error)
        ) from error
    return db


def build(
    path: Path,
    cancelled: Optional[Callable[[], bool]] = None,
    progress: Optional[Callable[[float], None]] = None,
    partial: Optional[Callable[[SiteColumns], None]] = None,
) -> SiteColumns:
    """Return the columns of the sites that are not deleted.

    ``progress`` gets the share read, ``partial`` the columns of the first sites while the rest is being read.
    Raises AtlasError for a file that is no atlas, Cancelled when stopped.
    """
    with closing(open_readonly(path)) as db:
        try:
            return _Builder(db, cancelled, progress).run(partial)
        except sqlite3.OperationalError as error:
            if "decode" not in str(error).lower():
                raise _unread(path, error) from error
        except sqlite3.Error as error:
            raise _unread(path, error) from error
        # some text is not UTF-8: read once more, showing the broken characters as such
        db.rollback()
        db.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return _Builder(db, cancelled, progress).run()


def _unread(path: Path, error: sqlite3.Error) -> AtlasError:
    text = tr("SiteColumns", "The sites of {file} could not be read.").format(file=path)
    return AtlasError(text, detail=str(error))


class _Days(dict):
    """ISO text → day number, each text parsed once."""

    def __missing__(self, iso: Optional[str]) -> int:
        day = self[iso] = day_or_unknown(iso)
        return day


class _Builder:
    def __init__(
        self,
        db: sqlite3.Connection,
        cancelled: Optional[Callable[[], bool]],
        progress: Optional[Callable[[float], None]],
    ) -> None:
        self.db, self.cancelled, self.progress = db, cancelled, progress
        self.vocabularies = {name: Vocabulary() for name in CODE_FIELDS}
        self.day_of = _Days()
        # Made as long as they will be: a million rows in parts leave 90 MB of holes in the heap.
        self.arrays: dict[str, npt.NDArray[Any]] = {}
        self.total = self.done = 0
        self.texts = {name: io.BytesIO() for name in ("names", "latin", "other")}
        self.speller = Speller()
        self.cities: list[CityNames] = []
        self.categories: list[Phrase] = []
        self.complete = False

    def run(self, partial: Optional[Callable[[SiteColumns], None]] = None) -> SiteColumns:
        self.db.execute("BEGIN")
        further = self._further_names()
        self.cities = city_names(self.db)
        self.categories = category_phrases(self.db)
        self.total = self._count()
        for rows in self._chunks():
            self._take(dict(zip(self._columns, zip(*rows))), further)
            self.done += len(rows)
            if self.cancelled and self.cancelled():
                raise Cancelled(tr("SiteColumns", "Reading the sites"))
            if self.progress:
                self.progress(self.done / max(1, self.total))
            if partial and self.done in PARTIAL_AT and self.done < self.total:
                partial(self._columns_made())
        self.complete = True
        return self._columns_made()

    def _count(self) -> int:
        return int(self.db.execute("SELECT count(*) FROM sites").fetchone()[0])

    def _chunks(self) -> Iterator[Sequence[tuple]]:
        present = {row[1] for row in self.db.execute("PRAGMA table_info(sites)")}
        if not {"fid", "geom", "name"} <= present:
            raise AtlasError(
                tr("SiteColumns", "The file has no table of sites."),
                hint=tr("SiteColumns", "It is not an atlas of this plugin."),
            )
        wanted = (*_SCALARS, *CODE_FIELDS, *DAY_FIELDS)
        self._columns = wanted
        there = [name in present or name not in _OPTIONAL for name in wanted]
        listed = ", ".join(sql("{n}" if ok else "NULL AS {n}", n=n) for n, ok in zip(wanted, there))
        kept = "deleted = 0" if "deleted" in present else "1"
        cursor = self.db.execute(
            sql("SELECT {listed:sql} FROM sites WHERE {kept:sql} ORDER BY fid", listed=listed, kept=kept)
        )
        while rows := cursor.fetchmany(CHUNK):
            yield rows

    def _further_names(self) -> dict[int, list[tuple[str, bool]]]:
        if not self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'names'").fetchone():
            return {}
        present = {row[1] for row in self.db.execute("PRAGMA table_info(names)")}
        kept = "n.deleted = 0" if "deleted" in present else "1"
        language = "n.language" if "language" in present else "NULL"
        found: dict[int, list[tuple[str, bool]]] = {}
        rows = self.db.execute(
            sql(
                "SELECT s.fid, n.text, {language:sql} FROM names n "
                "JOIN sites s ON s.uuid = n.site_uuid WHERE {kept:sql}",
                language=language,
                kept=kept,
            )
        )
        for fid, text, tag in rows:
            if text:
                found.setdefault(fid, []).append((text, tag in JAPANESE_READINGS))
        return found

    def _take(self, columns: dict[str, tuple], further: dict[int, list[tuple[str, bool]]]) -> None:
        size = len(columns["fid"])
        self._add("fids", np.array(columns["fid"], np.int64))
        lon, lat = points_of(columns["geom"])
        self._add("lon", lon)
        self._add("lat", lat)
        self._add(
            "importance",
            np.fromiter(
                (DEFAULT_IMPORTANCE if v is None else v for v in columns["importance"]), np.uint8, size
            ),
        )
        for name in CODE_FIELDS:
            codes = {value: self.vocabularies[name].code(value) for value in set(columns[name])}
            self._add(name, _mapped(columns[name], codes, np.uint32))
        for name in DAY_FIELDS:
            days = {value: self.day_of[value] for value in set(columns[name])}
            self._add(name, _mapped(columns[name], days, np.int32))
        english, korean = ([text or "" for text in columns[name]] for name in ("name", "name_ko"))
        self._take_names(columns["fid"], english, korean, further)

    def _add(self, name: str, values: npt.NDArray[Any]) -> None:
        if name not in self.arrays:
            self.arrays[name] = np.empty(self.total, values.dtype)
        self.arrays[name][self.done : self.done + len(values)] = values

    def _take_names(
        self,
        fids: Sequence[int],
        english: Sequence[str],
        korean: Sequence[str],
        further: dict[int, list[tuple[str, bool]]],
    ) -> None:
        latin, other = self.speller.texts(english, korean)
        if further:
            for row, fid in enumerate(fids):
                if fid in further:
                    latin[row], other[row] = _with_further(english[row], korean[row], further[fid])
        for city in self.cities:
            city.add_to(latin, other)
        self.texts["latin"].write(_lines(latin))
        self.texts["other"].write(_lines(other))
        shown = [f"{a}\t{b}" for a, b in zip(english, korean)]
        if any(text.count("\t") != 1 for text in shown):
            shown = [f"{a.replace(APART, ' ')}\t{b.replace(APART, ' ')}" for a, b in zip(english, korean)]
        self.texts["names"].write(_lines(shown))

    def _joined(self, name: str, kind: type) -> npt.NDArray[Any]:
        if self.complete and self.done == self.total:
            return self.arrays.pop(name, np.empty(0, kind)).astype(kind, copy=False)
        return self.arrays.get(name, np.empty(0, kind))[: self.done].astype(kind)

    def _columns_made(self) -> SiteColumns:
        """Return what has been read so far as columns of their own."""
        vocabularies = {name: Vocabulary(known.values) for name, known in self.vocabularies.items()}
        sizes = {name: code_type(len(known.values)) for name, known in vocabularies.items()}
        return SiteColumns(
            fids=self._joined("fids", np.int64),
            codes={name: self._joined(name, sizes[name]) for name in CODE_FIELDS},
            vocabularies=vocabularies,
            lon=self._joined("lon", np.float64),
            lat=self._joined("lat", np.float64),
            days={name: self._joined(name, np.int32) for name in DAY_FIELDS},
            importance=self._joined("importance", np.uint8),
            names=TextBlob(self.texts["names"].getvalue()),
            latin=TextBlob(self.texts["latin"].getvalue()),
            other=TextBlob(self.texts["other"].getvalue()),
            phrases=[*self.categories, *city_phrases(vocabularies["city"].values, self.cities)],
        )


def _mapped(values: Sequence[Optional[str]], table: dict[Optional[str], int], kind: type) -> npt.NDArray[Any]:
    if len(table) == 1:
        return np.full(len(values), next(iter(table.values())), kind)
    return np.fromiter(map(table.__getitem__, values), kind, len(values))


def _lines(rows: list[str]) -> bytes:
    data = ("\n".join(rows) + "\n").encode("utf-8", "replace")
    if data.count(b"\n") != len(rows):
        data = ("\n".join(row.replace("\n", " ") for row in rows) + "\n").encode("utf-8", "replace")
    return data


def _with_further(english: str, korean: str, names: list[tuple[str, bool]]) -> tuple[str, str]:
    plain = [english, *([korean] if korean else []), *(text for text, reading in names if not reading)]
    return search_texts(plain, [text for text, reading in names if reading])


class Speller:
    """``names.search_texts`` for many rows at once: ASCII folded in bulk, every Korean word spelled once."""

    _TABLE = {i: None for i in range(128) if not chr(i).isalnum() and i != 10}

    def __init__(self) -> None:
        # Korean text → itself folded, its initial consonants, its distinct spellings
        self._heads: dict[str, tuple[str, str, tuple[str, ...]]] = {}

    def texts(self, english: Sequence[str], korean: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the Latin and the other search text of every row."""
        latin: list[str] = []
        other: list[str] = []
        for name, folded, name_ko in zip(english, self._folded(english), korean):
            if folded is None or (name_ko and "\t" in name_ko):
                texts = search_texts([name, name_ko] if name_ko else [name])
                latin.append(texts[0])
                other.append(texts[1])
            elif name_ko:
                self._add(folded, name_ko, latin, other)
            else:
                latin.append(folded)
                other.append("")
        return latin, other

    def _folded(self, names: Sequence[str]) -> Sequence[Optional[str]]:
        joined = "\n".join(names)
        if joined.isascii() and joined.count("\n") == len(names) - 1:
            return joined.lower().translate(self._TABLE).split("\n")
        return [squeeze(name) if name.isascii() else None for name in names]

    def _add(self, folded: str, name_ko: str, latin: list[str], other: list[str]) -> None:
        # a number at the end makes names unique; what stands before it is spelled once for all of them
        head, _, tail = name_ko.rpartition(" ")
        if not (tail.isascii() and tail.isdigit()):
            head, tail = name_ko, ""
        korean, initials, spellings = self._heads.get(head) or self._learn(head)
        tail = tail.lower()
        text = folded
        for spelling in spellings:
            if spelling + tail != folded:
                text = f"{text}{APART}{spelling}{tail}" if text else spelling + tail
        latin.append(text)
        if not korean:
            other.append("")
        else:
            other.append(f"{korean}{tail}{APART}{initials}" if initials else korean + tail)

    def _learn(self, head: str) -> tuple[str, str, tuple[str, ...]]:
        if len(self._heads) > 100_000:
            self._heads.clear()
        korean = squeeze(head)
        known: tuple[str, str, tuple[str, ...]]
        if is_latin(korean):
            known = ("", "", (korean,))
        else:
            latin, other = search_texts([head])
            spellings = tuple(latin.split(APART)) if latin else ()
            known = (korean, hangul.initials(korean), spellings)
        self._heads[head] = known
        return known
