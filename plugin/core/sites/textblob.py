# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A million short texts in one block of bytes, searched at memory speed.

Every row ends in a newline.  A literal is found by comparing its two rarest bytes over the whole block with
NumPy and the rest at the few places left, which costs the same for no hit and for a hundred thousand; a
class of characters (a Hangul syllable still being typed) goes through ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ..errors import Cancelled

Stop = Optional[Callable[[], bool]]
_BLOCK = 1 << 18
_KEPT = 16


class TextBlob:
    """Rows of UTF-8 text; ``data`` holds them with a newline after each."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.bytes = np.frombuffer(data, np.uint8)
        self.starts = np.empty(0, np.uint32)
        self._index()
        # the hits of what was typed a letter ago are all there is to look at for the next letter
        self._recent: dict[bytes, npt.NDArray[np.int64]] = {}

    def _index(self) -> None:
        ends = np.flatnonzero(self.bytes == 10)
        kind = np.uint32 if len(self.data) < 2**32 else np.uint64
        self.starts = np.zeros(len(ends) + 1, kind)
        self.starts[1:] = ends + 1
        sample = self.bytes[:: max(1, len(self.data) // (1 << 20))]
        self._often = np.bincount(sample, minlength=256)

    @classmethod
    def of(cls, rows: Iterable[str]) -> TextBlob:
        """Make a block of texts; newlines in them become spaces."""
        text = "".join(row.replace("\n", " ") + "\n" for row in rows)
        return cls(text.encode("utf-8", "replace"))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> str:
        return self.data[int(self.starts[row]) : int(self.starts[row + 1]) - 1].decode("utf-8")

    def rows_with(self, pattern: re.Pattern[str], cancelled: Stop = None) -> npt.NDArray[np.bool_]:
        """Return which rows match: a pattern made by ``names.word_pattern``."""
        mask = np.zeros(len(self), bool)
        mask[self._rows_at(self._places(pattern, cancelled))] = True
        return mask

    def rows_starting(
        self, pattern: re.Pattern[str], size: int, apart: str
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return the rows in which a text is the pattern, and those in which one starts with it.

        ``apart`` (one byte) stands between the texts of a row, ``size`` is how many bytes a match has.
        """
        places = self._places(pattern, None)
        before = self.bytes[np.maximum(places - 1, 0)]
        places = places[(places == 0) | (before == 10) | (before == ord(apart))]
        after = self.bytes[places + size]
        whole = (after == 10) | (after == ord(apart))
        return self._rows_at(places[whole]), self._rows_at(places[~whole])

    def _places(self, pattern: re.Pattern[str], cancelled: Stop) -> npt.NDArray[np.int64]:
        literal = _literal(pattern.pattern)
        return self._find_class(pattern, cancelled) if literal is None else self._find(literal, cancelled)

    def _rows_at(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        return np.searchsorted(self.starts, places.astype(self.starts.dtype), side="right") - 1

    def _find(self, literal: bytes, cancelled: Stop) -> npt.NDArray[np.int64]:
        for size in range(len(literal), 0, -1):
            known = self._recent.get(literal[:size])
            if known is not None:
                found = self._narrow(known, literal, range(size, len(literal)))
                break
        else:
            found = self._scan(literal, cancelled)
        self._recent[literal] = found
        while len(self._recent) > _KEPT or sum(map(len, self._recent.values())) > max(len(self), 1000):
            self._recent.pop(next(iter(self._recent)))
        return found

    def forget(self) -> None:
        """Drop the hits kept for the next letter."""
        self._recent.clear()

    def _narrow(
        self, places: npt.NDArray[np.int64], literal: bytes, offsets: Iterable[int]
    ) -> npt.NDArray[np.int64]:
        if len(places):
            places = places[places + len(literal) <= len(self.bytes)]
        for offset in offsets:
            places = places[self.bytes[places + offset] == literal[offset]]
        return places

    def _scan(self, literal: bytes, cancelled: Stop) -> npt.NDArray[np.int64]:
        order = sorted(range(len(literal)), key=lambda i: int(self._often[literal[i]]))
        first, second = order[0], order[min(1, len(order) - 1)]
        data, stop = self.bytes, len(self.bytes) - len(literal) + 1
        found = [np.empty(0, np.int64)]
        for start in range(0, stop, _BLOCK):
            if cancelled and cancelled():
                raise Cancelled("The search")
            end = min(start + _BLOCK, stop)
            hits = data[start + first : end + first] == literal[first]
            if second != first:
                hits &= data[start + second : end + second] == literal[second]
            found.append(np.flatnonzero(hits) + start)
        return self._narrow(np.concatenate(found), literal, order[2:])

    def _find_class(self, pattern: re.Pattern[str], cancelled: Stop) -> npt.NDArray[np.int64]:
        compiled = re.compile(_byte_pattern(pattern.pattern))
        places = []
        for number, match in enumerate(compiled.finditer(self.data)):
            if number % 4096 == 0 and cancelled and cancelled():
                raise Cancelled("The search")
            places.append(match.start())
        return np.array(places, np.int64)


_CLASS = re.compile(r"\[(.?)(.)-(.)\]$")


def _literal(pattern: str) -> Optional[bytes]:
    return None if _CLASS.search(pattern) else re.sub(r"\\(.)", r"\1", pattern).encode("utf-8", "replace")


def _byte_pattern(pattern: str) -> bytes:
    """Write a pattern that ends in a class of Hangul syllables for UTF-8 bytes."""
    found = _CLASS.search(pattern)
    if not found:
        return pattern.encode()
    by_lead: dict[bytes, list[int]] = {}
    for code in range(ord(found[2]), ord(found[3]) + 1):
        encoded = chr(code).encode()
        by_lead.setdefault(encoded[:2], []).append(encoded[2])
    choices = [
        re.escape(lead) + b"[" + re.escape(bytes([min(last)])) + b"-" + re.escape(bytes([max(last)])) + b"]"
        for lead, last in by_lead.items()
    ]
    if found[1]:
        choices.append(re.escape(found[1].encode()))
    return pattern[: found.start()].encode() + b"(?:" + b"|".join(choices) + b")"
