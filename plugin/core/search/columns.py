# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites of an atlas as columns in memory: what the dock filters, counts and sorts by.

Lists of values are small integers into a vocabulary, dates day numbers, names three blocks of text.
``build`` reads them from a GeoPackage, ``cache`` keeps them, ``engine`` asks them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..dates import UNKNOWN_DAY, day_number
from ..names.names import APART, fold, search_texts
from .terms import Phrase, Terms, list_phrases
from .textblob import TextBlob

CODE_FIELDS = ("city", "category", "status", "likelihood", "confidence", "source_uuid", "folder_path")
DAY_FIELDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
TEXT_FIELDS = ("names", "latin", "other")
SORT_PREFIX = 32
DEFAULT_IMPORTANCE = 4
"""Of a site that states none, as in the table."""


class Vocabulary:
    """The distinct values of a column; code 0 is the empty value, codes are given in order of appearance."""

    def __init__(self, values: Iterable[str] = ("",)) -> None:
        self.values = list(values) or [""]
        self.codes = {value: code for code, value in enumerate(self.values)}

    def code(self, value: Optional[str]) -> int:
        """Return the code of a value, a new one for a new value."""
        key = value or ""
        code = self.codes.get(key)
        if code is None:
            code = self.codes[key] = len(self.values)
            self.values.append(key)
        return code


def day_or_unknown(iso: Optional[str]) -> int:
    """Return the day number of an ISO date, UNKNOWN_DAY for none or for what is no date."""
    if not iso:
        return UNKNOWN_DAY
    try:
        return day_number(iso)
    except ValueError:
        return UNKNOWN_DAY


def code_type(values: int) -> type:
    """The smallest unsigned integer that holds the codes of so many values."""
    return np.uint8 if values <= 2**8 else np.uint16 if values <= 2**16 else np.uint32


@dataclass
class SiteColumns:
    """All arrays have one entry per site, in the order of ``fids`` (int64, ascending).

    ``codes[field]`` into ``vocabularies[field]``; ``days[field]`` int32 days since 1970-01-01 with
    UNKNOWN_DAY; ``lon``/``lat`` float64 degrees, NaN where unlocated; ``importance`` uint8; ``names`` holds
    name and Korean name with a tab between, ``latin`` and ``other`` the search texts of ``names``.
    """

    fids: npt.NDArray[np.int64]
    codes: dict[str, npt.NDArray[Any]]
    vocabularies: dict[str, Vocabulary]
    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    days: dict[str, npt.NDArray[np.int32]]
    importance: npt.NDArray[np.uint8]
    names: TextBlob
    latin: TextBlob
    other: TextBlob
    phrases: Sequence[Phrase] = ()
    """What categories and cities are called."""
    _terms: Optional[Terms] = field(default=None, repr=False)
    _name_rank: Optional[npt.NDArray[np.int32]] = field(default=None, repr=False)
    _by_name: Optional[npt.NDArray[np.int32]] = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.fids)

    def name(self, row: int) -> tuple[str, str]:
        """Return name and Korean name ("" for none) of a row."""
        name, _, korean = self.names[row].partition(APART)
        return name, korean

    def value(self, field_name: str, row: int) -> str:
        """Return the value of a coded column in a row."""
        return self.vocabularies[field_name].values[self.codes[field_name][row]]

    @property
    def terms(self) -> Terms:
        """What words of a search mean beside being part of a name."""
        if self._terms is None:
            self._terms = Terms([*self.phrases, *list_phrases(self.vocabularies["folder_path"].values)])
        return self._terms

    def is_located(self, row: int) -> bool:
        """Tell whether the site of a row has a position."""
        return bool(np.isfinite(self.lon[row]) and np.isfinite(self.lat[row]))

    def row_of(self, fid: int) -> int:
        """Return the row of a feature id, -1 where there is none."""
        row = int(np.searchsorted(self.fids, fid))
        return row if row < len(self.fids) and self.fids[row] == fid else -1

    def rows_of(self, fids: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the rows of those ``fids`` that are there."""
        if not len(self.fids):
            return np.empty(0, np.int64)
        rows = np.minimum(np.searchsorted(self.fids, fids), len(self.fids) - 1)
        return rows[self.fids[rows] == fids]

    def name_rank(self) -> npt.NDArray[np.int32]:
        """Return every row's place in the order of names (folded, numbers by value); made once.

        Takes some two seconds for a million rows: call it in a task.
        """
        if self._name_rank is None:
            words = _sort_keys(self.names).view(">u8").astype(np.uint64)
            order = np.lexsort(words.reshape(len(self), SORT_PREFIX // 8).T[::-1])
            self._name_rank = _turned(order)
        return self._name_rank

    def by_name(self) -> npt.NDArray[np.int32]:
        """Return the rows in the order of names: ``name_rank`` turned round; made once."""
        if self._by_name is None:
            self._by_name = _turned(self.name_rank())
        return self._by_name

    def korean_keys(self) -> npt.NDArray[np.bytes_]:
        """Return what every row's Korean name is sorted by, empty for none (made anew: call it in a task)."""
        keys = _sort_keys(self.names, korean=True)
        return keys.reshape(-1).view(f"S{SORT_PREFIX}")

    def nbytes(self) -> int:
        """Memory held, in bytes."""
        arrays: list[npt.NDArray[Any]] = [
            self.fids,
            self.lon,
            self.lat,
            self.importance,
            *self.codes.values(),
            *self.days.values(),
        ]
        texts = [self.names, self.latin, self.other]
        return sum(a.nbytes for a in arrays) + sum(len(t.data) + t.starts.nbytes for t in texts)


def _turned(order: npt.NDArray[np.integer]) -> npt.NDArray[np.int32]:
    """Return the inverse of a permutation; 32 bits do for any atlas."""
    turned = np.empty(len(order), np.int32)
    turned[order] = np.arange(len(order), dtype=np.int32)
    return turned


_NUMBER = re.compile(r"\d+")


def sort_key(name: str) -> str:
    """Return what names are sorted by: folded, numbers padded so that No. 9 stands before No. 25."""
    return _padded(fold(name)).replace(" ", "\x01")


_AFTER_NAME = re.compile(r"\t[^\n]*")
_BEFORE_KOREAN = re.compile(r"^[^\t\n]*\t?", re.MULTILINE)
_ASCII_FOLD = str.maketrans({**{chr(i): None for i in range(33, 127) if not chr(i).isalnum()}, " ": "\x01"})


def _sort_keys(names: TextBlob, korean: bool = False, chunk: int = 50_000) -> npt.NDArray[np.uint8]:
    """The first bytes of every row's sort key, zero-padded: uint8 of shape (rows, SORT_PREFIX)."""
    keys = np.zeros((len(names), SORT_PREFIX), np.uint8)
    for start in range(0, len(names), chunk):
        end = min(start + chunk, len(names))
        raw = names.data[int(names.starts[start]) : int(names.starts[end])].decode("utf-8", "replace")
        text = _korean_lines(raw) if korean else _name_lines(raw)
        _fill(keys[start:end], TextBlob(text.encode("utf-8", "replace")))
    return keys


def _name_lines(raw: str) -> str:
    text = _AFTER_NAME.sub("", raw)
    if not text.isascii():
        return "".join(sort_key(line) + "\n" for line in text.split("\n")[:-1])
    return _padded(text.lower().translate(_ASCII_FOLD))


def _korean_lines(raw: str) -> str:
    # Syllables stand in the order of the alphabet as they are; folded to letters fewer of them would count.
    return _padded(unicodedata.normalize("NFC", _BEFORE_KOREAN.sub("", raw)).replace(" ", "\x01"))


def _padded(text: str) -> str:
    return _NUMBER.sub(lambda found: found[0].zfill(8), text)


def _fill(keys: npt.NDArray[np.uint8], lines: TextBlob) -> None:
    starts = lines.starts[:-1].astype(np.int64)
    sizes = np.diff(lines.starts.astype(np.int64)) - 1
    places = np.minimum(starts[:, None] + np.arange(SORT_PREFIX), len(lines.data) - 1)
    np.copyto(keys, lines.bytes[places], where=np.arange(SORT_PREFIX) < sizes[:, None])


@dataclass(frozen=True)
class EditedSite:
    """One site as the edit buffer has it; ``further`` are its other names, ``readings`` Japanese ones."""

    name: str
    name_ko: str = ""
    values: Mapping[str, Optional[str]] = field(default_factory=dict)
    lon: Optional[float] = None
    lat: Optional[float] = None
    days: Mapping[str, Optional[str]] = field(default_factory=dict)
    importance: int = DEFAULT_IMPORTANCE
    further: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


Overlay = Mapping[int, Optional[EditedSite]]
"""Edits not in the file: feature id → the site as it stands now, None for a deleted one."""


def from_rows(
    rows: Mapping[int, EditedSite],
    vocabularies: Mapping[str, Vocabulary],
    saved: Optional[SiteColumns] = None,
) -> SiteColumns:
    """Make columns of a few sites; unknown values are added to ``vocabularies``.

    A site that has its name still is searched by all its texts in ``saved``, aliases and readings too.
    """
    items = sorted(rows.items())
    sites = [site for _, site in items]
    texts = [_texts(fid, site, saved) for fid, site in items]
    codes = {
        name: np.array([vocabularies[name].code(s.values.get(name)) for s in sites], np.uint32)
        for name in CODE_FIELDS
    }
    nan = float("nan")
    return SiteColumns(
        fids=np.array([fid for fid, _ in items], np.int64),
        codes=codes,
        vocabularies=dict(vocabularies),
        lon=np.array([nan if s.lon is None else s.lon for s in sites], float),
        lat=np.array([nan if s.lat is None else s.lat for s in sites], float),
        days={n: np.array([day_or_unknown(s.days.get(n)) for s in sites], np.int32) for n in DAY_FIELDS},
        importance=np.array([s.importance for s in sites], np.uint8),
        names=TextBlob.of(
            f"{s.name.replace(APART, ' ')}{APART}{s.name_ko.replace(APART, ' ')}" for s in sites
        ),
        latin=TextBlob.of(text for text, _ in texts),
        other=TextBlob.of(text for _, text in texts),
        _terms=saved.terms if saved is not None else None,
    )


def _texts(fid: int, site: EditedSite, saved: Optional[SiteColumns]) -> tuple[str, str]:
    row = saved.row_of(fid) if saved is not None else -1
    if saved is not None and row >= 0 and saved.name(row) == (site.name, site.name_ko):
        return saved.latin[row], saved.other[row]
    return search_texts([site.name, *([site.name_ko] if site.name_ko else []), *site.further], site.readings)
