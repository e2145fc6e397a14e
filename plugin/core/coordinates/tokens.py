# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From typed or pasted text to tokens: one spelling for the many signs people use for degrees and commas."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

from ..i18n import tr
from .position import CoordinateError, shown

MAX_LENGTH = 300


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
_DEGREES = r"(\d{1,3})(?:\s*°\s*|\s+)"
_PART = r"(\d{1,2}(?:[.,]\d+)?)"
_AFTER = r"(?<=[\d°'\"])\s*"
_WORDS = tuple(
    (re.compile(pattern, re.I), sign)
    for pattern, sign in (
        (r"북위|北緯|北纬|с\.?\s*ш\.?|северн\w+ широт\w+|n\.\s*br\.", " N "),
        (r"동경|東経|東經|东经|в\.?\s*д\.?|восточн\w+ долгот\w+|ö\.\s*l\.", " E "),
        (r"남위|南緯|南纬|ю\.?\s*ш\.?|южн\w+ широт\w+|s\.\s*br\.", " S "),
        (r"서경|西経|西經|西经|з\.?\s*д\.?|западн\w+ долгот\w+|w\.\s*l\.", " W "),
        (r"nördl(?:iche[rn]?|\.)?\s*(?:breite)?", " N "),
        (r"östl(?:iche[rn]?|\.)?\s*(?:länge)?", " E "),
        (r"südl(?:iche[rn]?|\.)?\s*(?:breite)?", " S "),
        (r"westl(?:iche[rn]?|\.)?\s*(?:länge)?", " W "),
        (r"위도|緯度|纬度|широта|breite", " LAT "),
        (r"경도|経度|經度|经度|долгота|länge", " LON "),
        (rf"{_AFTER}с(?!\w)", "N"),  # Cyrillic letters: север, юг, восток, запад
        (rf"{_AFTER}ю(?!\w)", "S"),
        (rf"{_AFTER}в(?!\w)", "E"),
        (rf"{_AFTER}з(?!\w)", "W"),
        (r"(?<=\d)\s*(?:[도度]|град\w*\.?)", "°"),
        (r"(?<=\d)\s*(?:[分분]|мин\w*\.?)", "'"),
        (r"(?<=\d)\s*(?:[秒초]|сек\w*\.?)", '"'),
        (r"(?<=\d)\s?[o*](?=\s*(?:\d|[NSEW](?![a-z])|$))", "°"),  # 61o50'N
        (r"(?<=\d)\s*(?:degrees?|deg\.?|d)(?![a-z])", "°"),
        (r"(?<=\d)\s*(?:minutes?|min\.?)(?![a-z])", "'"),
        (r"(?<=\d)\s*(?:seconds?|sec\.?)(?![a-z])", '"'),
        # 41d47m12s, 41 47m 12s: S is a second only after an M for minutes, anywhere else it is South
        (rf"{_DEGREES}{_PART}\s*m\s*{_PART}\s*s", "\\1°\\2'\\3\""),
        (rf"{_DEGREES}{_PART}\s*m(?![a-z])", r"\1°\2'"),
        (r"\blat(?:itude|itud|itudine)?\b\.?\s*[:=]?", " LAT "),
        (r"\b(?:long?|lng|longitude?|longitudine)\b\.?\s*[:=]?", " LON "),
        (r"\b(?:north|nord|norte)\b", "N"),
        (r"\b(?:south|süd|sud|sur)\b", "S"),
        (r"\b(?:east|ost|est|este)\b", "E"),
        (r"\b(?:west|ouest|oeste|ovest)\b", "W"),
        (r"&", ";"),
    )
)
_WORDY = re.compile(r"[^\d\s.,;:/|+\-°'\"NSEWnsew]")
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<num>\d+(?:\.\d*)?|\.\d+)"
    r"|(?P<axis>LAT|LON)|(?P<hemi>[NSEWO])|(?P<unit>''|[°'\"])|(?P<sep>[,;/|])|(?P<joint>:)|(?P<sign>[+-])"
)
_DOTTED = re.compile(r"(?<![\d.,])(\d{1,3})\.([0-5]\d)\.([0-5]\d(?:[.,]\d+)?)(?![\d.])")
_DASH = re.compile(r"(?<=[\dNSEWOnsewo°'\"])\s+-\s+(?=[\dNSEWnsew])")
_NOT_FINITE = re.compile(r"(?<![A-Z])(?:NAN|[+-]?INF(?:INITY)?|NULL|NONE)(?![A-Z])", re.I)
_EXPONENT = re.compile(r"\d+(?:\.\d*)?e[+-]?\d+", re.I)
_NOTHING = (
    "|-|--|---|.|..|...|…|?|??|???|*|/|\\|x|n/a|n.a.|n. a.|n.a|na|#n/a|none|null|nil|nan|unknown|unk|unk."
    "|tbd|tba|not known|not available|not stated|no data|미상|불명|모름|없음|不明|不詳|未詳|未知|未定|なし"
    "|無し|无|無|неизвестно|неизв.|нет|нет данных|unbekannt|k.a.|k. a.|inconnu|inconnue|desconocido"
    "|desconocida|sconosciuto|ignoto"
)
NOTHING = frozenset(_NOTHING.split("|"))
"""What people write where they have nothing to write, in lower case."""
_TIGHT = re.compile(r"(?<=\d),(?=\d)")
_BETWEEN = re.compile(r"[;/|NSEW°'\"]|LAT|LON|\d\s+[-+]?\d|,\s|\s,|,[-+]", re.I)


def says_nothing(text: str) -> bool:
    """Whether a text is empty or says that nothing is known: N/A, -, unknown, 미상, 不明."""
    kept = text.strip().strip("()[]{}<>").strip().lower()
    return kept in NOTHING or kept.translate(_SIGNS) in NOTHING


def _normalised(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    kept = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
    # Python's float() would take Arabic or Devanagari digits; a value read right to left is not guessed
    if any(c.isdigit() and not "0" <= c <= "9" for c in kept):
        raise CoordinateError(
            tr("Coordinates", "“{text}” uses digits other than 0-9.").format(text=shown(text)),
            hint=tr("Coordinates", "Write it with 0-9."),
        )
    return kept


def clean(text: str) -> str:
    """Normalise width, spaces and signs; refuse what cannot be text.  Raises CoordinateError."""
    if len(text) > MAX_LENGTH:
        raise CoordinateError(
            tr("Coordinates", "“{text}” is too long for a coordinate (%n characters).", len(text)).format(
                text=shown(text)
            )
        )
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise CoordinateError(
            tr("Coordinates", "“{text}” holds broken characters (half of a surrogate pair).").format(
                text=shown(text)
            ),
            hint=tr("Coordinates", "Type it again."),
        )
    kept = text.translate(_SIGNS)
    if not (kept.isascii() and kept.isprintable()):  # most are, and a long table has many
        kept = _normalised(kept)
    kept = kept.strip().strip("()[]{}<>").strip()
    if kept.lower() in NOTHING:
        raise CoordinateError(tr("Coordinates", "There is no coordinate in an empty text."), kind="empty")
    return kept


def _decimal_commas(text: str) -> tuple[str, list[str]]:
    """Turn decimal commas into points where that is the only reading.  Raises on ambiguity."""
    if "," not in text or "." in text:
        return text, []
    tight = _TIGHT.findall(text)
    if not tight:
        return text, []
    if _BETWEEN.search(text):
        return _TIGHT.sub(".", text), [_comma_note()]
    parts = text.split(",")
    if len(tight) == 1:
        return text, []
    if len(parts) == 4 and len(parts[1]) > 2 and len(parts[3]) > 2:
        return f"{parts[0]}.{parts[1]} {parts[2]}.{parts[3]}", [_comma_note()]
    raise two_ways_of_commas(text)


def _comma_note() -> str:
    return tr("Coordinates", "Decimal commas were read as decimal points.")


def two_ways_of_commas(text: str) -> CoordinateError:
    """Return the error of a text whose commas can be decimal signs or stand between numbers."""
    return CoordinateError(
        tr(
            "Coordinates",
            "“{text}” can be read in more than one way: commas stand for decimals or between numbers.",
        ).format(text=shown(text)),
        kind="ambiguous",
        hint=tr("Coordinates", "Write decimal points, or a semicolon between latitude and longitude."),
    )


def decimal_number(text: str) -> str:
    """Return one field's number with a decimal point (``127,520584`` → ``127.520584``)."""
    return _TIGHT.sub(".", text) if text.count(",") == 1 and "." not in text else text


def not_finite(text: str) -> CoordinateError:
    """Return the error of a number that is infinite or none at all."""
    return CoordinateError(
        tr("Coordinates", "“{text}” is not a finite number.").format(text=shown(text)), kind="nonfinite"
    )


def _plain(found: re.Match) -> str:
    # a spreadsheet's 1.2775E+02; without N, S or W in the text its E cannot be East
    value = float(found[0])
    if not math.isfinite(value):
        raise not_finite(found[0])
    return f"{value:.12f}".rstrip("0")


def tokenize(text: str, single: bool = False) -> tuple[list[Token], list[str]]:
    """Split cleaned text; ``single`` means one axis only.  Returns tokens and notes."""
    if _NOT_FINITE.search(text):
        raise not_finite(text)
    canonical = text if re.search("[nsw]", text, re.I) else _EXPONENT.sub(_plain, text)
    if _WORDY.search(canonical):
        for pattern, sign in _WORDS:
            canonical = pattern.sub(sign, canonical)
    canonical = _DOTTED.sub(r"\1:\2:\3", canonical)
    canonical = _dashes(canonical, single)
    canonical, notes = (decimal_number(canonical), []) if single else _decimal_commas(canonical)
    return _scan(canonical.upper().replace("''", '"').replace('""', '"'), text), notes


def _dashes(text: str, single: bool) -> str:
    # a dash with a space on both sides is no minus: once it parts the axes, more often the parts of angles
    between = ";" if not single and len(_DASH.findall(text)) == 1 else "-"
    return _DASH.sub(between, text)


def _scan(canonical: str, text: str) -> list[Token]:
    tokens: list[Token] = []
    at, spaced = 0, True
    while at < len(canonical):
        found = _TOKEN.match(canonical, at)
        if not found:
            raise CoordinateError(
                tr("Coordinates", "“{text}” is not a coordinate: “{part}” was not understood.").format(
                    text=shown(text), part=shown(canonical[at:])
                )
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
