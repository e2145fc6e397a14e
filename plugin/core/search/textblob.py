# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A million short texts in one block of bytes, searched at memory speed.

Every row ends in a newline.  A literal is found by comparing the whole block with its bytes, the rarest
first; where it starts is kept as one bit per byte of text, and a row is found by the bits in its stretch.
So a letter that a million rows hold costs what a word costs that none holds.  A class of characters (a
Hangul syllable still being typed) goes through ``re``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ..errors import Cancelled
from ..i18n import tr

Stop = Optional[Callable[[], bool]]
Mask = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]
"""One bit per byte of the block, the lowest first; a word more than needed at the end."""
_BLOCK = 1 << 18
_ROWS = 1 << 14
_WORD = 64
_FEW = 8
"""Fewer words of bits than one for so many rows are looked at one by one."""
_APART = 16
"""Fewer rows than one in so many are copied out and searched by themselves."""
_KEPT = 16
"""Words of which the rows are kept: the text typed so far."""
_KEPT_BITS = 2
"""Words of which the places are kept: the next letter, and the whole text, are looked for there."""


class TextBlob:
    """Rows of UTF-8 text; ``data`` holds them with a newline after each."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.bytes = np.frombuffer(data, np.uint8)
        self.starts = np.empty(0, np.uint32)
        self._index()
        self._recent: dict[str, npt.NDArray[np.uint8]] = {}
        self._found: dict[bytes, Bits] = {}
        self._texts: dict[str, Bits] = {}

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

    def rows_with(
        self, pattern: re.Pattern[str], cancelled: Stop = None, among: Optional[Mask] = None
    ) -> Mask:
        """Return which rows match a pattern of ``names.word_pattern``; of ``among`` where that is given."""
        known = self._recent.pop(pattern.pattern, None)
        if known is None and among is not None and np.count_nonzero(among) * _APART < len(self):
            mask = np.zeros(len(self), bool)
            mask[among] = self._part(np.flatnonzero(among)).rows_with(pattern, cancelled)
            return mask
        if known is None:
            known = np.packbits(self._rows(self._places(pattern, cancelled)))
        self._recent[pattern.pattern] = known
        while len(self._recent) > _KEPT:
            self._recent.pop(next(iter(self._recent)))
        found = np.unpackbits(known, count=len(self)).view(bool)
        return found if among is None else found & among

    def _part(self, rows: npt.NDArray[np.int64]) -> TextBlob:
        """Return a block of these rows only."""
        starts = self.starts[rows].astype(np.int64)
        sizes = self.starts[rows + 1] - starts
        ends = np.cumsum(sizes)
        places = np.repeat(starts - (ends - sizes), sizes)
        places += np.arange(len(places))
        return TextBlob(self.bytes[places].tobytes())

    def rows_starting(self, pattern: re.Pattern[str], size: int, apart: str) -> tuple[Mask, Mask]:
        """Return the rows in which a text is the pattern, and those in which one starts with it.

        ``apart`` (one byte) stands between the texts of a row, ``size`` is how many bytes a match has.
        """
        texts = self._starts_of_texts(apart)
        starting = self._places(pattern, None) & texts
        whole = starting & _ahead(texts, size + 1)
        return self._rows(whole), self._rows(starting & ~whole)

    def forget(self) -> None:
        """Drop what is kept of the words searched for."""
        self._recent.clear()
        self._found.clear()

    def _starts_of_texts(self, apart: str) -> Bits:
        if apart not in self._texts:
            bits = self._no_bits()
            packed = bits.view(np.uint8)
            for start in range(0, len(self.bytes), _BLOCK):
                block = self.bytes[start : start + _BLOCK]
                _put(packed, start, (block == 10) | (block == ord(apart)))
            # a text starts one byte after
            carried = np.concatenate([np.ones(1, np.uint64), bits[:-1] >> np.uint64(_WORD - 1)])
            self._texts[apart] = (bits << np.uint64(1)) | carried
        return self._texts[apart]

    def _places(self, pattern: re.Pattern[str], cancelled: Stop) -> Bits:
        """Return where the pattern starts."""
        literal = _literal(pattern.pattern)
        if literal is None:
            return self._find_class(pattern, cancelled)
        for size in range(len(literal), 0, -1):
            known = self._found.get(literal[:size])
            if known is not None:
                found = self._verified(known, literal, range(size, len(literal)))
                break
        else:
            found = self._find(literal, cancelled)
        self._found.pop(literal, None)
        self._found[literal] = found
        while len(self._found) > _KEPT_BITS:
            self._found.pop(next(iter(self._found)))
        return found

    def _no_bits(self) -> Bits:
        return np.zeros(len(self.bytes) // _WORD + 2, "<u8")

    def _find(self, literal: bytes, cancelled: Stop) -> Bits:
        order = sorted(range(len(literal)), key=lambda i: int(self._often[literal[i]]))
        bits = self._holding(literal, order[:2], cancelled)
        for number in range(2, len(order)):
            if np.count_nonzero(bits) * 2 < len(bits):
                return self._verified(bits, literal, order[number:])
            bits &= self._holding(literal, order[number : number + 1], cancelled)
        return bits

    def _holding(self, literal: bytes, offsets: list[int], cancelled: Stop) -> Bits:
        """Return from which bytes on the block has the literal's bytes at the ``offsets``."""
        bits = self._no_bits()
        packed, data = bits.view(np.uint8), self.bytes
        stop = len(data) - len(literal) + 1
        for start in range(0, stop, _BLOCK):
            if cancelled and cancelled():
                raise Cancelled(tr("TextSearch", "The search"))
            end = min(start + _BLOCK, stop)
            hits = data[start + offsets[0] : end + offsets[0]] == literal[offsets[0]]
            for offset in offsets[1:]:
                hits &= data[start + offset : end + offset] == literal[offset]
            _put(packed, start, hits)
        return bits

    def _verified(self, bits: Bits, literal: bytes, offsets: Iterable[int]) -> Bits:
        """Return those ``bits`` from which on the literal's bytes stand at the ``offsets``, one by one."""
        if not offsets:
            return bits
        found = self._no_bits()
        words = np.flatnonzero(bits)
        for places in _places_in(bits[words], words):
            places = places[places + len(literal) <= len(self.bytes)]
            for offset in offsets:
                places = places[self.bytes[places + offset] == literal[offset]]
            found[places // _WORD] |= np.uint64(1) << (places % _WORD).astype(np.uint64)
        return found

    def _find_class(self, pattern: re.Pattern[str], cancelled: Stop) -> Bits:
        compiled = re.compile(_byte_pattern(pattern.pattern))
        found = []
        for number, match in enumerate(compiled.finditer(self.data)):
            if number % 4096 == 0 and cancelled and cancelled():
                raise Cancelled(tr("TextSearch", "The search"))
            found.append(match.start())
        places = np.array(found, np.int64)
        bits = self._no_bits()
        packed = bits.view(np.uint8)
        for bit in range(8):  # no two places share a bit, so none is lost where indexes repeat
            packed[places[places & 7 == bit] >> 3] |= np.uint8(1 << bit)
        return bits

    def _rows(self, bits: Bits) -> Mask:
        """Return the rows that have a bit in their stretch."""
        mask = np.zeros(len(self), bool)
        words = np.flatnonzero(bits)
        if len(words) * _FEW < len(self):
            for places in _places_in(bits[words], words):
                mask[np.searchsorted(self.starts, places.astype(self.starts.dtype), side="right") - 1] = True
            return mask
        for row in range(0, len(self), _ROWS):
            ends = self.starts[row : row + _ROWS + 1]
            first, sizes = ends[:-1], np.diff(ends)
            part = mask[row : row + _ROWS]
            part[:] = _any(bits, first, sizes)
            longer = np.flatnonzero(sizes > _WORD)
            done = _WORD
            while len(longer):
                part[longer] |= _any(bits, first[longer] + done, sizes[longer] - done)
                done += _WORD
                longer = longer[sizes[longer] > done]
        return mask


def _put(packed: npt.NDArray[np.uint8], start: int, hits: Mask) -> None:
    """Write flags of the bytes from ``start`` (a multiple of eight) on."""
    found = np.packbits(hits, bitorder="little")
    packed[start // 8 : start // 8 + len(found)] = found


def _places_in(left: Bits, words: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.int64]]:
    """Yield the places of the lowest bit of every word, then of the next, until there are none."""
    while len(left):
        without = left & (left - np.uint64(1))
        lowest = (left ^ without).astype(float)  # exact: a power of two
        yield words * _WORD + (np.frexp(lowest)[1] - 1)
        more = np.flatnonzero(without)
        left, words = without[more], words[more]


def _ahead(bits: Bits, by: int) -> Bits:
    """Return the bits ``by`` places further on; beyond the end there are none."""
    whole, part = divmod(by, _WORD)
    moved = np.zeros_like(bits)
    moved[: max(len(bits) - whole, 0)] = bits[whole:]
    if part:
        following = np.append(moved[1:], np.uint64(0))
        moved = (moved >> np.uint64(part)) | (following << np.uint64(_WORD - part))
    return moved


def _any(bits: Bits, first: npt.NDArray[np.integer], sizes: npt.NDArray[np.integer]) -> Mask:
    """Whether any of the ``sizes`` bits (of more than 64 the first 64) from ``first`` on is set."""
    # in place: what is slow here is fetching memory, not reckoning
    word = (first >> 6).astype(np.intp)
    shift = (first & 63).astype(np.uint64)
    found = bits.take(word)
    found >>= shift
    following = bits.take(word + 1)
    # up by 64 - shift, in two steps, for a shift by 64 is not defined
    following <<= np.uint64(1)
    shift ^= np.uint64(_WORD - 1)
    following <<= shift
    found |= following
    spare = (_WORD - np.minimum(sizes, _WORD)).astype(np.uint64)
    found &= np.uint64(2**64 - 1) >> spare
    hit: Mask = found != 0
    return hit


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
