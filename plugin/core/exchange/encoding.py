# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which encoding a text file really has, whatever it declares, and its bytes as UTF-8.

UTF-8 that decodes is UTF-8: Korean or Japanese text in a legacy code page does not pass for it by chance.
Otherwise the code pages used on the peninsula are tried, and the one that gives plausible text is taken and
reported, so that the user can say no.
"""

from __future__ import annotations

import codecs
import re
from typing import Callable, Iterable, Iterator, Optional, Pattern, Tuple

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
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u30fa]")
_HAN = re.compile("[\u4e00-\u9fff]")
_FOREIGN = re.compile("[^\x00-\x7f]")
# What a wrong guess is full of: private use, replacement, C1 controls.
_SURROGATES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_IMPLAUSIBLE = re.compile("[\ue000-\uf8ff\ufffd\x80-\x9f]")
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


def _plausible(text: str, expected: Pattern[str]) -> float:
    foreign = len(_FOREIGN.findall(text)) or 1
    return (len(expected.findall(text)) - 4 * len(_IMPLAUSIBLE.findall(text))) / foreign


def guess(sample: bytes, hint: str = "") -> str:
    """Return the likeliest encoding of bytes that are not UTF-8.

    ``hint`` (the declared codec) is believed when the sample decodes in it.  A few broken bytes among much
    good UTF-8 stay UTF-8 (the caller replaces them).
    """
    if hint and hint != "utf-8" and is_valid((sample,), hint):
        return hint
    text = _SURROGATES.sub(b"", sample).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken or len(_FOREIGN.findall(text)) - broken > 4 * broken:
        return "utf-8"
    # Scored by EUC-KR, which holds the syllables that are used; CP949 finds one in almost any two bytes.
    scores = {
        "cp949": _plausible(sample.decode("euc_kr", "replace"), _HANGUL),
        "cp932": _plausible(sample.decode("cp932", "replace"), _KANA),
    }
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > 0.3:
        return best
    if len(_HAN.findall(sample.decode("cp949", "replace"))) > 3 and scores["cp949"] > -0.5:
        return "cp949"
    return "cp1252"


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
