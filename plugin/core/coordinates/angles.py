# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From tokens to two angles: which numbers belong together, which axis they are, what they are worth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..i18n import tr
from .position import CoordinateError, shown
from .tokens import Token, not_finite

_AXES = {"N": "lat", "S": "lat", "LAT": "lat", "E": "lon", "W": "lon", "O": "lon", "LON": "lon"}


@dataclass
class Angle:
    """One axis as written: signed degrees, the size of its last digit in degrees, its name if it has one."""

    value: float
    step: float
    parts: int
    axis: str = ""  # "lat", "lon" or unknown
    east_or_west: bool = False  # marked O: Ost in German, ouest, oeste, ovest elsewhere


def decimals(number: str) -> int:
    """How many decimals a number was given with."""
    return len(number.partition(".")[2])


def split_axes(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the tokens into one list per axis (or more, when the text has too many)."""
    marks = [t.kind for t in tokens if t.kind in ("axis", "hemi")]
    if marks[:1] == ["hemi"]:
        tokens = [t for i, t in enumerate(tokens) if not _says_again(tokens, i)]
    tags = [i for i, t in enumerate(tokens) if t.kind in ("axis", "hemi")]
    if any(t.kind == "axis" for t in tokens):
        cuts = [i for i, t in enumerate(tokens) if t.kind == "axis"]
    elif tags and not any(t.kind == "num" for t in tokens[: tags[0]]):
        cuts = tags
    elif tags:
        cuts = [0, *[i + 1 for i in tags if i + 1 < len(tokens)]]
    else:
        return _split_by_shape(list(tokens))
    if cuts[0] != 0 and any(t.kind == "num" for t in tokens[: cuts[0]]):
        cuts.insert(0, 0)
    pieces = [list(tokens[a:b]) for a, b in zip(cuts, [*cuts[1:], len(tokens)])]
    groups = [[t for t in piece if t.kind != "sep"] for piece in pieces]
    return [g for group in groups if group for g in (_split_if_pair(group, len(groups)))]


def _says_again(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the word of "39°55′ north latitude": the letter before it has said it."""
    before = tokens[at - 1] if at else None
    return (
        tokens[at].kind == "axis"
        and before is not None
        and before.kind == "hemi"
        and _AXES[before.text] == _AXES[tokens[at].text]
    )


def _split_if_pair(group: list[Token], count: int) -> list[list[Token]]:
    # "39.9 127.5 E" has a letter on one axis only: the numbers before it belong to two
    numbers = [i for i, t in enumerate(group) if t.kind == "num"]
    plain = all(t.kind in ("num", "hemi", "sign") for t in group)
    if count == 1 and len(numbers) == 2 and plain and any(t.kind == "hemi" for t in group):
        return [group[: numbers[1]], group[numbers[1] :]]
    return [group]


def _split_by_shape(tokens: list[Token]) -> list[list[Token]]:
    parts = _separated(tokens)
    if has_height(tokens):
        return parts[:2]  # the height plays no part in a site's point
    if len(parts) != 1:
        return parts
    second = _second_start(tokens)
    return [tokens[:second], tokens[second:]] if second else [tokens]


def _separated(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "sep":
            parts.append([])
        else:
            parts[-1].append(token)
    return [p for p in parts if p]


def has_height(tokens: Sequence[Token]) -> bool:
    """Whether the text is three plain numbers with separators: a position and its height."""
    parts = _separated(tokens)
    return len(parts) == 3 and all(_is_plain(p) for p in parts)


def _second_start(tokens: Sequence[Token]) -> int:
    """Where the second axis begins in unseparated tokens; 0 where that is not clear."""
    numbers = [i for i, t in enumerate(tokens) if t.kind == "num"]
    degrees = [i for i, t in enumerate(tokens) if t.text == "°"]
    joints = [i for i, t in enumerate(tokens) if t.kind == "joint"]
    if len(degrees) == 2:
        second = max((n for n in numbers if n < degrees[1]), default=0)
    elif joints and not degrees:
        loose = [i for i in numbers[1:] if tokens[i - 1].kind != "joint"]
        second = loose[0] if len(loose) == 1 else 0
    elif len(numbers) in (2, 4, 6) and not degrees:
        second = numbers[len(numbers) // 2]
    else:
        second = 0
    return second - 1 if second and tokens[second - 1].kind == "sign" else second


def _is_plain(part: Sequence[Token]) -> bool:
    return sum(t.kind == "num" for t in part) == 1 and all(t.kind in ("num", "sign") for t in part)


def two_angles(tokens: Sequence[Token], text: str) -> tuple[Angle, Angle]:
    """Return both angles of a position in the order of the text.  Raises CoordinateError."""
    groups = split_axes(tokens)
    numbers = sum(t.kind == "num" for t in tokens)
    if len(groups) == 2:
        return read_angle(groups[0], text), read_angle(groups[1], text)
    if len(groups) == 1 and numbers <= 3:
        raise CoordinateError(
            tr(
                "Coordinates",
                "“{text}” holds one number or angle; a position needs latitude and longitude.",
            ).format(text=shown(text)),
            kind="incomplete",
        )
    raise CoordinateError(
        tr("Coordinates", "“{text}” can be read in more than one way (%n numbers).", numbers).format(
            text=shown(text)
        ),
        kind="ambiguous",
        hint=tr("Coordinates", "Separate latitude and longitude by a comma or mark them N and E."),
    )


def read_angle(group: Sequence[Token], text: str) -> Angle:
    """Read one axis: decimal, degrees-minutes or degrees-minutes-seconds.  Raises CoordinateError."""
    hemis = [t.text for t in group if t.kind == "hemi"]
    axes = {_AXES[t.text] for t in group if t.kind in ("hemi", "axis")}
    signs = [t.text for t in group if t.kind == "sign"]
    numbers = [t.text for t in group if t.kind == "num"]
    _check_marks(axes, hemis, signs, text)
    if not numbers or len(numbers) > 3:
        raise CoordinateError(
            tr(
                "Coordinates",
                "“{text}” has %n numbers where degrees, minutes and seconds belong.",
                len(numbers),
            ).format(text=shown(text)),
            kind="ambiguous" if numbers else "incomplete",
        )
    _check_signs(group, text)
    _check_units(group, text)
    axis = axes.pop() if axes else ""
    if len(numbers) == 1 and hemis and (packed := packed_parts(numbers[0], axis)):
        numbers = packed
    value, step = sexagesimal(numbers, text)
    negative = "-" in signs or bool(hemis and hemis[0] in "SW")
    return Angle(-value if negative else value, step, len(numbers), axis, hemis == ["O"])


def _check_marks(axes: set[str], hemis: list[str], signs: list[str], text: str) -> None:
    if len(axes) > 1 or len(hemis) > 1 or len(signs) > 1:
        raise CoordinateError(
            tr("Coordinates", "“{text}” contradicts itself in its letters or signs.").format(
                text=shown(text)
            ),
            kind="ambiguous",
        )
    if "-" in signs and hemis:
        raise CoordinateError(
            tr("Coordinates", "“{text}” has both a minus sign and the letter {letter}.").format(
                text=shown(text), letter=hemis[0]
            ),
            kind="ambiguous",
            hint=tr("Coordinates", "Use one of them."),
        )


def _check_signs(group: Sequence[Token], text: str) -> None:
    seen_number = False
    for token in group:
        seen_number = seen_number or token.kind == "num"
        if token.kind == "sign" and seen_number:
            raise CoordinateError(
                tr("Coordinates", "“{text}” has a sign after its number.").format(text=shown(text))
            )
    if group[-1].kind in ("sign", "joint"):
        raise CoordinateError(tr("Coordinates", "“{text}” ends in a stray sign.").format(text=shown(text)))


def _check_units(group: Sequence[Token], text: str) -> None:
    """Units, where given, must come in the order ° ′ ″, each after a number."""
    expected = "°'\""
    position = -1
    previous = ""
    for token in group:
        if token.kind == "num":
            position += 1
        elif token.kind == "unit" and (previous != "num" or position > 2 or token.text != expected[position]):
            raise CoordinateError(
                tr("Coordinates", "“{text}” has {unit} in the wrong place.").format(
                    text=shown(text), unit=token.text
                )
            )
        previous = token.kind


def packed_parts(number: str, axis: str) -> list[str] | None:
    """DDMM, DDMMSS (latitude) or DDDMM, DDDMMSS (longitude), as in 395507N 1273114E; else None."""
    whole, dot, fraction = number.partition(".")
    width = 2 if axis == "lat" else 3
    if len(whole) not in (width + 2, width + 4):
        return None
    parts = [whole[:width], *[whole[i : i + 2] for i in range(width, len(whole), 2)]]
    parts[-1] += dot + fraction
    return parts


def sexagesimal(numbers: Sequence[str], text: str) -> tuple[float, float]:
    """Return degrees and the size of the last digit in degrees.  Raises CoordinateError."""
    value = 0.0
    for place, number in enumerate(numbers):
        if "." in number and place < len(numbers) - 1:
            raise CoordinateError(
                tr(
                    "Coordinates",
                    "“{text}”: only the last of degrees, minutes and seconds can have decimals.",
                ).format(text=shown(text))
            )
        part = float(number)
        if place and part >= 60:
            many = (
                tr("Coordinates", "“{text}” has {number} minutes; they run to 59.")
                if place == 1
                else tr("Coordinates", "“{text}” has {number} seconds; they run to 59.")
            )
            raise CoordinateError(many.format(text=shown(text), number=number), kind="range")
        value += part / 60.0**place
    if not math.isfinite(value):
        raise not_finite(text)
    return value, 10.0 ** -decimals(numbers[-1]) / 60.0 ** (len(numbers) - 1)
