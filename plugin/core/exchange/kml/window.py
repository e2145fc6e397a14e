# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The bytes that expat was given last: the XML of a record is a slice of them, and nothing more is kept."""

from __future__ import annotations

from typing import Tuple


class ByteWindow:
    """A window on the bytes of a document, from the record that is being read, or from what is unread, on.

    Offsets are those of expat: bytes since the parser began.
    """

    __slots__ = ("_at", "_data", "fed", "start", "unread")

    def __init__(self) -> None:
        self._data = b""
        self._at = 0
        self.start = -1
        """Where the present record begins; -1 between records."""
        self.unread = 0
        """Up to where expat has looked."""
        self.fed = 0
        """How many bytes expat was given."""

    def add(self, data: bytes) -> None:
        """Take further bytes and forget those that nobody will ask for."""
        keep = (self.unread if self.start < 0 else self.start) - self._at
        self._at += keep
        self._data = self._data[keep:] + data
        self.fed += len(data)

    def restart(self, fed: int) -> None:
        """Begin anew with a parser that was given ``fed`` bytes of its own."""
        self._data = b""
        self._at = self.fed = self.unread = fed
        self.start = -1

    def between(self, start: int, end: int) -> bytes:
        """Return the bytes from one offset to another inside the present record."""
        return self._data[start - self._at : end - self._at]

    def record(self, index: int) -> Tuple[str, int]:
        """Return the XML of the record whose end tag expat is at (``index``), and the offset behind it."""
        start, at = self.start - self._at, index - self._at
        data = self._data
        if data[at - 2 : at] == b"/>" and data.find(b">", start) == at - 1:
            return data[start:at].decode(), index  # <Placemark/>: expat stands behind it already
        end = data.find(b">", at) + 1
        return data[start:end].decode(), end + self._at
