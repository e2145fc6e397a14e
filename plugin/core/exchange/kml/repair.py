# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Mends the slips that make real KML files unreadable for an XML parser, and only those.

Bare ampersands, HTML entities, ``<`` before a blank or a digit, characters that XML forbids.  Bytes inside
CDATA sections and comments stay, but for forbidden characters.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Callable, Iterable, Iterator, Match

_TOKEN = re.compile(
    rb"<!\[CDATA\[|<!--|&(?:#(?P<number>x[0-9a-fA-F]{1,8}|[0-9]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});)?"
    rb"|<(?=[\s0-9=<&;,.)])|[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
)
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_FIVE = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_REPLACEMENT = "\ufffd".encode()
_HOLD = 64
_DOUBLE_DASH = re.compile(rb"-(?=-(?!>))")
MOST = 2_000_000
MOST_CHARACTERS = 50_000
"""More slips, or forbidden characters, than any map has: another kind of file, or one made to cost time."""

Report = Callable[[str, int], None]
"""Called with a code (ampersand, entity, less-than, character) and the line."""


def allowed(number: int) -> bool:
    """Tell whether XML 1.0 allows the character with this number."""
    return (
        number in (9, 10, 13)
        or 0x20 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )


class TooBroken(ValueError):
    """Raised where there is too much to mend; ``line`` is where it was given up."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Mender:
    """Mends a UTF-8 byte stream piece by piece, in bounded memory."""

    def __init__(self, report: Report) -> None:
        self._tell = report
        self._slips = self._characters = 0
        self._until = b""
        self._comment = False
        self._line = 1

    def _report(self, code: str, line: int) -> None:
        self._slips += 1
        self._characters += code == "character"
        if self._slips > MOST or self._characters > MOST_CHARACTERS:
            raise TooBroken(line)
        self._tell(code, line)

    def mend(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the mended bytes of ``chunks``."""
        rest = b""
        for chunk in chunks:
            data = rest + chunk
            # A token may straddle two pieces: the last bytes wait for the next one.
            ready = max(len(data) - _HOLD, 0)
            done, rest = self._piece(data, ready)
            yield done
        done, rest = self._piece(rest, len(rest))
        yield done + rest

    def _piece(self, data: bytes, ready: int) -> tuple[bytes, bytes]:
        out, position = [], 0
        while position < ready:
            if self._until:
                text, position = self._inside(data, position, ready)
            else:
                text, position = self._outside(data, position, ready)
            out.append(text)
        return b"".join(out), data[position:]

    def _inside(self, data: bytes, position: int, ready: int) -> tuple[bytes, int]:
        end = data.find(self._until, position)
        stop = ready if end < 0 or end >= ready else end + len(self._until)
        if stop != ready or (end >= 0 and end < ready):
            self._until = b""
        piece = data[position:stop]
        if self._comment:  # whether two dashes may stand depends on what follows, even behind this piece
            piece = _DOUBLE_DASH.sub(b" ", data[position : stop + 2])[: len(piece)]
        mended = _FORBIDDEN.sub(self._character, piece)
        self._line += piece.count(b"\n")
        return mended, stop

    def _outside(self, data: bytes, position: int, ready: int) -> tuple[bytes, int]:
        found = _TOKEN.search(data, position)
        if found is None or found.start() >= ready:
            self._line += data.count(b"\n", position, ready)
            return data[position:ready], ready
        self._line += data.count(b"\n", position, found.start())
        if found.group() in (b"<![CDATA[", b"<!--"):
            self._comment = found.group() == b"<!--"
            self._until = b"-->" if self._comment else b"]]>"
            return data[position : found.end()], found.end()
        return data[position : found.start()] + self._token(found), found.end()

    def _token(self, found: Match[bytes]) -> bytes:
        text = found.group()
        if text == b"<":
            self._report("less-than", self._line)
            return b"&lt;"
        if text[:1] != b"&":
            return self._character(found)
        if found.group("number"):
            return self._number(found)
        name = found.group("name")
        if name in _FIVE:
            return text
        if name:
            character = html5.get(name.decode("ascii") + ";")
            if character is not None:
                self._report("entity", self._line)
                return character.encode()
        self._report("ampersand", self._line)
        return b"&amp;" + text[1:]

    def _number(self, found: Match[bytes]) -> bytes:
        digits = found.group("number")
        number = int(digits[1:], 16) if digits[:1] == b"x" else int(digits)
        return found.group() if allowed(number) else self._character(found)

    def _character(self, _found: Match[bytes]) -> bytes:
        self._report("character", self._line)
        return _REPLACEMENT
