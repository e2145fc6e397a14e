# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which encoding a text file really has, whatever it declares, and its bytes as UTF-8.

UTF-8 that decodes is UTF-8: Korean or Japanese text in a legacy code page does not pass for it by chance.
Otherwise the code pages of the peninsula and its neighbours are tried, and the one that yields the most
plausible text is taken and reported, with how surely, so that the user can say no.
"""

from __future__ import annotations

import codecs
import re
from typing import Callable, Iterable, Iterator, NamedTuple, Optional, Tuple

from .letters import CANDIDATES, worth_of

Chunks = Callable[[], Iterable[bytes]]
"""Starts reading the file from its beginning and gives its bytes in pieces."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_FOREIGN = re.compile("[^\x00-\x7f]")
_SURROGATES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
# EUC-KR and KS C 5601 files come from Windows: CP949 holds them all and the syllables they lack.
_WIDER = {"euc_kr": "cp949", "johab": "johab", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
          "ascii": "utf-8", "iso8859-1": "cp1252"}  # fmt: skip
SAMPLE = 4 * 1024 * 1024


def by_mark(head: bytes) -> Optional[str]:
    """Return the encoding that a byte order mark, or zeros in the first characters, give away."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if head.startswith(b"<\x00\x00\x00"):
        return "utf-32-le"
    if head.startswith(b"\x00\x00\x00<"):
        return "utf-32-be"
    if head.startswith(b"<\x00"):
        return "utf-16-le"
    if head.startswith(b"\x00<"):
        return "utf-16-be"
    return None


def declared(head: bytes) -> str:
    """Return the codec named in the XML declaration, "" where there is none that Python knows."""
    found = _DECLARED.match(head)
    if found is None:
        return ""
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return ""
    # What is read as single bytes here cannot be UTF-16, whatever it says; "rot13" and "zip" are no text.
    if name.startswith(("utf-16", "utf-32")) or not _is_text(name):
        return ""
    return _WIDER.get(name, name)


def _is_text(name: str) -> bool:
    try:
        return b"<kml>".decode(name) == "<kml>"
    except (UnicodeError, LookupError):
        return False


def is_valid(chunks: Iterable[bytes], encoding: str) -> bool:
    """Tell whether every byte decodes in ``encoding``."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for chunk in chunks:
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


class Guess(NamedTuple):
    """An encoding, the others that come into question (likeliest first, itself too), and how surely."""

    value: str
    alternatives: tuple[str, ...] = ()
    sure: bool = True


def of_text(chunks: Chunks) -> Guess:
    """Return the encoding of a text file: by its mark, as UTF-8 that decodes, else by what each yields."""
    head = next(iter(chunks()), b"")[:4096]
    marked = by_mark(head) or _by_zeros(head)
    if marked:
        return Guess("utf-8-sig" if marked == "utf-8" else marked)
    if is_valid(chunks(), "utf-8"):
        return Guess("utf-8")
    return ranked(foreign_sample(chunks()))


def _by_zeros(head: bytes) -> str:
    """UTF-16 and UTF-32 without a mark have zeros where ASCII is: between tabs, commas, digits."""
    zeros = [head[start::4].count(0) * 4 for start in range(4)]
    size = len(head)
    if size >= 8 and min(zeros[1:]) > 0.8 * size and zeros[0] < 0.5 * size:
        return "utf-32-le"
    if size >= 8 and min(zeros[:3]) > 0.8 * size and zeros[3] < 0.5 * size:
        return "utf-32-be"
    if head[1::2].count(0) > size // 8:
        return "utf-16-le"
    if head[::2].count(0) > size // 8:
        return "utf-16-be"
    return ""


SURE_BY = 0.25
SURE_FROM = 6
"""A guess is sure when it yields clearly more than the next, and from so many letters on."""


def ranked(sample: bytes, hint: str = "") -> Guess:
    """Return the likeliest encoding of bytes that are not UTF-8, judged by the text that each would give.

    ``hint`` (the declared codec) counts for something, not for everything: files lie.
    """
    text = _SURROGATES.sub(b"", sample).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # a few broken bytes among much good UTF-8 stay UTF-8: the caller replaces them
    if not broken or len(_FOREIGN.findall(text)) - broken > 4 * broken:
        return Guess("utf-8")
    worth = {name: worth_of(sample, name) + 0.3 * (name == hint) for name in CANDIDATES}
    if hint and hint not in worth and is_valid((sample,), hint):
        worth[hint] = 0.5
    order = sorted(worth, key=lambda name: -worth[name])
    best, second = order[0], order[1]
    if worth[best] <= 0.0:
        best = "cp1252" if hint not in worth else hint
        return Guess(best, tuple(dict.fromkeys([best, *order])), sure=False)
    letters = len(_FOREIGN.findall(sample.decode(best, "replace")))
    margin = worth[best] - worth[second]
    sure = margin >= SURE_BY and (letters >= SURE_FROM or margin >= 4 * SURE_BY)
    return Guess(best, tuple(name for name in order if worth[name] > -0.5 or name == best), sure)


def guess(sample: bytes, hint: str = "") -> str:
    """Return the likeliest encoding of bytes that are not UTF-8; ``hint`` is the declared codec."""
    return ranked(sample, hint).value


def foreign_sample(chunks: Iterable[bytes]) -> bytes:
    """Return up to 4 MB of the lines that hold bytes beyond ASCII (what tells encodings apart)."""
    found, size = [], 0
    for chunk in chunks:
        for line in chunk.splitlines(keepends=True):
            if not line.isascii():
                found.append(line)
                size += len(line)
        if size > SAMPLE:
            break
    return b"".join(found)[:SAMPLE]


def as_utf8(chunks: Iterable[bytes], encoding: str, replaced: Callable[[], None]) -> Iterator[bytes]:
    """Give the bytes of a file in ``encoding`` as UTF-8.

    What cannot be decoded becomes U+FFFD, and ``replaced`` is called at the first one.
    """
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    told = False
    for chunk, final in _with_end(chunks):
        text = decoder.decode(chunk, final)
        if not told and "\ufffd" in text:
            told = True
            replaced()
        yield text.encode("utf-8", "replace")


def _with_end(chunks: Iterable[bytes]) -> Iterator[Tuple[bytes, bool]]:
    for chunk in chunks:
        yield chunk, False
    yield b"", True
