# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From typed or pasted text to tokens: one spelling for the many signs people use for degrees and commas."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

from ..errors import AtlasError

MAX_LENGTH = 300


class CoordinateError(AtlasError):
    """A text that is not a usable position.

    ``kind`` is one of ``empty, unreadable, nonfinite, range, swapped, ambiguous, grid, incomplete``;
    ``suggestion`` is the position that was probably meant (a ``Coordinate``), never used by itself.
    """

    def __init__(self, message: str, *, kind: str = "unreadable", hint: str = "", suggestion=None) -> None:
        super().__init__(message, hint=hint)
        self.kind = kind
        self.suggestion = suggestion


class Token(NamedTuple):
    """``kind``: num, sign, joint, unit, hemi, axis or sep; ``text`` its canonical spelling."""

    kind: str
    text: str
    spaced: bool  # white space stood before it


# before NFKC, which would turn º into the letter o, ″ into two primes and ´ into a space and an accent
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("º˚ᵒ∘゜⁰", "°"),
        **dict.fromkeys("′’‘‛´`ʹʼˈ＇‵", "'"),
        **dict.fromkeys("″”“„‟˝ʺ＂〃‶", '"'),
        **dict.fromkeys("−‐‑‒–—―﹣－⁻", "-"),
        **dict.fromkeys("，、﹐٫", ","),
        **dict.fromkeys("；", ";"),
    }
)
_WORDS = (
    (re.compile(r"북위|北緯|北纬"), " N "),
    (re.compile(r"동경|東経|東經|东经"), " E "),
    (re.compile(r"남위|南緯|南纬"), " S "),
    (re.compile(r"서경|西経|西經|西经"), " W "),
    (re.compile(r"위도|緯度|纬度"), " LAT "),
    (re.compile(r"경도|経度|經度|经度"), " LON "),
    (re.compile(r"(?<=\d)\s*[도度]"), "°"),
    (re.compile(r"(?<=\d)\s*分|(?<=\d)\s*분"), "'"),
    (re.compile(r"(?<=\d)\s*秒|(?<=\d)\s*초"), '"'),
    # 41d47m12s: S is a second only after an M for minutes, anywhere else it is South
    (re.compile(r"(?<=\d)\s*(?:DEGREES?|DEG\.?|D)(?![A-Z])", re.I), "°"),
    (re.compile(r"(?<=\d)\s*(?:MINUTES?|MIN\.?)(?![A-Z])", re.I), "'"),
    (re.compile(r"(?<=\d)\s*(?:SECONDS?|SEC\.?)(?![A-Z])", re.I), '"'),
    (re.compile(r"(°\s*[\d.,]+)\s*M\s*(\d+(?:[.,]\d+)?)\s*S", re.I), "\\1'\\2\""),
    (re.compile(r"(°\s*[\d.,]+)\s*M(?![A-Z])", re.I), r"\1'"),
    (re.compile(r"\bLAT(?:ITUDE)?\b\.?\s*[:=]?", re.I), " LAT "),
    (re.compile(r"\b(?:LONG?|LNG|LONGITUDE)\b\.?\s*[:=]?", re.I), " LON "),
    (re.compile(r"\bNORTH\b", re.I), "N"),
    (re.compile(r"\bSOUTH\b", re.I), "S"),
    (re.compile(r"\bEAST\b", re.I), "E"),
    (re.compile(r"\bWEST\b", re.I), "W"),
)
_WORDY = re.compile(r"[^\d\s.,;:/|+\-°'\"NSEWnsew]")
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<num>\d+(?:\.\d*)?|\.\d+)"
    r"|(?P<axis>LAT|LON)|(?P<hemi>[NSEW])|(?P<unit>''|[°'\"])|(?P<sep>[,;/|])|(?P<joint>:)|(?P<sign>[+-])"
)
_NOT_FINITE = re.compile(r"(?<![A-Z])(?:NAN|[+-]?INF(?:INITY)?|NULL|NONE)(?![A-Z])", re.I)
_EXPONENT = re.compile(r"\d+(?:\.\d*)?e[+-]?\d+", re.I)
_TIGHT = re.compile(r"(?<=\d),(?=\d)")
_BETWEEN = re.compile(r"[;/|NSEW°'\"]|LAT|LON|\d\s+[-+]?\d|,\s|\s,|,[-+]", re.I)


def shown(text: str) -> str:
    """Return the text safe for a message: short, printable, encodable."""
    safe = "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text[:60])
    return safe + ("…" if len(text) > 60 else "")


def _normalised(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    kept = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
    # Python's float() would take Arabic or Devanagari digits; a value read right to left is not guessed
    if any(c.isdigit() and not "0" <= c <= "9" for c in kept):
        raise CoordinateError(f"“{shown(text)}” uses digits other than 0-9.", hint="Write it with 0-9.")
    return kept


def clean(text: str) -> str:
    """Normalise width, spaces and signs; refuse what cannot be text.  Raises CoordinateError."""
    if len(text) > MAX_LENGTH:
        raise CoordinateError(f"“{shown(text)}” is too long for a coordinate ({len(text)} characters).")
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise CoordinateError(
            f"“{shown(text)}” holds broken characters (half of a surrogate pair).", hint="Type it again."
        )
    kept = text.translate(_SIGNS)
    if not (kept.isascii() and kept.isprintable()):  # most are, and a long table has many
        kept = _normalised(kept)
    kept = kept.strip().strip("()[]{}<>").strip()
    if not kept:
        raise CoordinateError("There is no coordinate in an empty text.", kind="empty")
    return kept


def _decimal_commas(text: str) -> tuple[str, list[str]]:
    """Turn decimal commas into points where that is the only reading.  Raises on ambiguity."""
    if "," not in text or "." in text:
        return text, []
    tight = _TIGHT.findall(text)
    if not tight:
        return text, []
    if _BETWEEN.search(text):
        return _TIGHT.sub(".", text), ["Decimal commas were read as decimal points."]
    parts = text.split(",")
    if len(tight) == 1:
        return text, []
    if len(parts) == 4 and len(parts[1]) > 2 and len(parts[3]) > 2:
        return f"{parts[0]}.{parts[1]} {parts[2]}.{parts[3]}", ["Decimal commas were read as decimal points."]
    raise CoordinateError(
        f"“{shown(text)}” can be read in more than one way: commas stand for decimals or between numbers.",
        kind="ambiguous",
        hint="Write decimal points, or a semicolon between latitude and longitude.",
    )


def decimal_number(text: str) -> str:
    """Return one field's number with a decimal point (``127,520584`` → ``127.520584``)."""
    return _TIGHT.sub(".", text) if text.count(",") == 1 and "." not in text else text


def _plain(found: re.Match) -> str:
    # a spreadsheet's 1.2775E+02; without N, S or W in the text its E cannot be East
    value = float(found[0])
    if not math.isfinite(value):
        raise CoordinateError(f"“{shown(found[0])}” is not a finite number.", kind="nonfinite")
    return f"{value:.12f}".rstrip("0")


def tokenize(text: str, single: bool = False) -> tuple[list[Token], list[str]]:
    """Split cleaned text; ``single`` means one axis only.  Returns tokens and notes."""
    if _NOT_FINITE.search(text):
        raise CoordinateError(f"“{shown(text)}” is not a finite number.", kind="nonfinite")
    canonical = text if re.search("[nsw]", text, re.I) else _EXPONENT.sub(_plain, text)
    if _WORDY.search(canonical):
        for pattern, sign in _WORDS:
            canonical = pattern.sub(sign, canonical)
    canonical, notes = (decimal_number(canonical), []) if single else _decimal_commas(canonical)
    return _scan(canonical.upper().replace("''", '"').replace('""', '"'), text), notes


def _scan(canonical: str, text: str) -> list[Token]:
    tokens: list[Token] = []
    at, spaced = 0, True
    while at < len(canonical):
        found = _TOKEN.match(canonical, at)
        if not found:
            raise CoordinateError(
                f"“{shown(text)}” is not a coordinate: “{shown(canonical[at:])}” was not understood."
            )
        kind = found.lastgroup or ""
        if kind == "space":
            spaced = True
        else:
            if kind == "sign" and found[0] == "-" and _is_joint(tokens, spaced, canonical, found.end()):
                kind = "joint"
            tokens.append(Token(kind, found[0], spaced))
            spaced = False
        at = found.end()
    return tokens


def _is_joint(tokens: list[Token], spaced: bool, text: str, end: int) -> bool:
    # 129-49: a hyphen glued between two parts of one value is no minus sign
    glued = not spaced and bool(tokens) and tokens[-1].kind in ("num", "unit")
    return glued and end < len(text) and text[end].isdigit()
