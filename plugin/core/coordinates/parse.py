# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Read a position from free text: decimal degrees, DMS, degrees-minutes, MGRS, UTM, US Army grid, links.

The one reader of coordinate text: of every box, table, locator and algorithm.  Nothing is guessed in
silence.  Numbers without letters are latitude first (as in Google Earth and the article) unless the caller
says otherwise; where one of them can be no latitude the other order is the only one, and a note says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Optional

from ..i18n import tr
from .angles import Angle, decimals, has_height, read_angle, two_angles
from .format import format_decimal
from .grids import read_grid
from .links import read_link
from .position import (
    DEGREE_M,
    KOREA,
    Coordinate,
    CoordinateError,
    Reading,
    Spelling,
    inside,
    shown,
)
from .tokens import clean, tokenize, two_ways_of_commas

__all__ = [
    "KOREA",
    "Coordinate",
    "CoordinateError",
    "Reading",
    "Spelling",
    "parse",
    "parse_angle",
    "parse_pair",
]


def parse(text: str, reading: Optional[Reading] = None) -> Coordinate:
    """Read one position from ``text``.  Raises CoordinateError, which says what is wrong.

    A text that states a position in several forms (``39°55′07″N 127°31′14″E / 39.9186, 127.5206``) is read
    where they agree; the most precise one counts.
    """
    reading = reading or Reading()
    cleaned = clean(text)
    try:
        return _plausible(_read(cleaned, text, reading), reading)
    except CoordinateError as error:
        found = _several_forms(cleaned, text, reading) if error.kind != "empty" else None
        if found is None:
            raise
        return found


def parse_pair(first: str, second: str, reading: Optional[Reading] = None) -> Coordinate:
    """Read a position from two fields, in the order of ``reading.order`` unless letters name the axes.

    The fields state the order: values that make sense only the other way round are an error with a
    suggestion.
    """
    reading = replace(reading or Reading(), strict=True)
    text = f"{first} {second}"
    angles = _plain_angle(first) or _one_angle(first, text), _plain_angle(second) or _one_angle(second, text)
    return _plausible(_from_angles(angles[0], angles[1], [], text, reading), reading)


def parse_angle(text: str, axis: str) -> float:
    """Read one latitude or longitude (``axis`` "lat" or "lon") in degrees.  Raises CoordinateError."""
    angle = _plain_angle(text) or _one_angle(text, text)
    if angle.axis and angle.axis != axis:
        raise CoordinateError(
            tr("Coordinates", "“{text}” is a latitude where a longitude belongs.").format(text=shown(text))
            if axis == "lon"
            else tr("Coordinates", "“{text}” is a longitude where a latitude belongs.").format(
                text=shown(text)
            ),
            kind="ambiguous",
        )
    _check_range(axis, angle.value, text)
    return angle.value


def _read(cleaned: str, text: str, reading: Reading) -> Coordinate:
    found = read_link(cleaned, text) or read_grid(cleaned, text, reading)
    if found:
        return found
    tokens, notes = tokenize(cleaned)
    if _LONE_COMMA.fullmatch(cleaned) and not _pair_in_region(cleaned, reading):
        raise two_ways_of_commas(text)
    if has_height(tokens):
        notes = [*notes, tr("Coordinates", "The third number was taken for a height and left out.")]
    return _from_angles(*two_angles(tokens, text), notes, text, reading)


_LONE_COMMA = re.compile(r"[-+]?\d{1,3},\d+")


def _pair_in_region(cleaned: str, reading: Reading) -> bool:
    """Whether ``39,127`` is a place of the region, so that the comma is no decimal sign."""
    first, second = (float(part) for part in cleaned.split(","))
    return reading.region is not None and (
        inside(second, first, reading.region) or inside(first, second, reading.region)
    )


_BETWEEN_FORMS = (re.compile(r"[/|=()（）]+|\s~\s"), re.compile(";"))
COARSEST_FORM_M = 12_000.0
"""Two coarser positions agree too easily: 39.9, 127.5 and 40, 128 are two places."""


def _several_forms(cleaned: str, text: str, reading: Reading) -> Optional[Coordinate]:
    """Return the position that all parts of a text state, None where a part alone is no position."""
    forms = next(filter(None, (_forms(p.split(cleaned), text, reading) for p in _BETWEEN_FORMS)), None)
    if forms is None:
        return None
    best = min(forms, key=lambda form: form.precision_m)
    for form in forms:
        apart = _planar_m(best, form)
        if apart > best.precision_m + form.precision_m + 0.1:
            raise CoordinateError(
                tr("Coordinates", "“{text}” states positions that lie {metres:,.0f} m apart.").format(
                    text=shown(text), metres=apart
                ),
                kind="ambiguous",
                hint=tr("Coordinates", "Keep the one that is right."),
            )
    return best


def _forms(parts: list[str], text: str, reading: Reading) -> list[Coordinate]:
    parts = [part for part in parts if part.strip()]
    if len(parts) < 2:
        return []
    try:
        forms = [_plausible(_read(clean(part), text, reading), reading) for part in parts]
    except CoordinateError:
        return []
    return forms if all(form.precision_m < COARSEST_FORM_M for form in forms) else []


def _planar_m(a: Coordinate, b: Coordinate) -> float:
    east = (a.lon - b.lon) * DEGREE_M * math.cos(math.radians(a.lat))
    return math.hypot(east, (a.lat - b.lat) * DEGREE_M)


_PLAIN = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,12})?")


def _plain_angle(part: str) -> Optional[Angle]:
    """Read what most fields of most tables are, plain degrees; None sends it the long way."""
    if not _PLAIN.fullmatch(part):
        return None
    return Angle(float(part), 10.0 ** -decimals(part), 1)


def _one_angle(part: str, text: str) -> Angle:
    tokens, _ = tokenize(clean(part), single=True)
    if any(token.kind == "sep" for token in tokens):
        raise CoordinateError(
            tr("Coordinates", "“{text}” should be one latitude or longitude.").format(text=shown(part)),
            kind="ambiguous",
        )
    return read_angle(tokens, text)


def _from_angles(
    first: Angle, second: Angle, notes: Iterable[str], text: str, reading: Reading
) -> Coordinate:
    axes = (first.axis, second.axis)
    if axes[0] and axes[0] == axes[1]:
        twice = (
            tr("Coordinates", "“{text}” names two latitudes.")
            if axes[0] == "lat"
            else tr("Coordinates", "“{text}” names two longitudes.")
        )
        raise CoordinateError(twice.format(text=shown(text)), kind="ambiguous")
    named = axes[0] or ({"lat": "lon", "lon": "lat"}.get(axes[1], ""))
    lat_first = named == "lat" if named else reading.order == "latlon"
    lat, lon = (first, second) if lat_first else (second, first)
    only_swapped = not named and abs(lat.value) > 90 >= abs(lon.value) and abs(lat.value) <= 180
    if only_swapped and not reading.strict:
        lat, lon, lat_first = lon, lat, not lat_first
        notes = [*notes, _order_note(lat_first)]
    spelling = (Spelling.DECIMAL, Spelling.DDM, Spelling.DMS)[max(lat.parts, lon.parts) - 1]
    step = max(lat.step, lon.step) * DEGREE_M
    result = Coordinate(lon.value, lat.value, spelling, step, text, tuple(notes))
    if only_swapped and reading.strict:
        raise _swapped(result)
    _check_range("lat", lat.value, text)
    _check_range("lon", lon.value, text)
    if lon.east_or_west and not (reading.region and inside(result.lon, result.lat, reading.region)):
        raise CoordinateError(
            tr("Coordinates", "“{text}”: O can mean east (Ost) or west (ouest, oeste).").format(
                text=shown(text)
            ),
            kind="ambiguous",
            hint=tr("Coordinates", "Write E or W."),
        )
    return result


def _order_note(lat_first: bool) -> str:
    return (
        tr("Coordinates", "Read as latitude, longitude: the other order is not possible.")
        if lat_first
        else tr("Coordinates", "Read as longitude, latitude: the other order is not possible.")
    )


def _check_range(axis: str, value: float, text: str) -> None:
    limit = 90 if axis == "lat" else 180
    if abs(value) <= limit:
        return
    outside = (
        tr("Coordinates", "“{text}” has latitude {value:g}; it runs from -90 to 90.")
        if axis == "lat"
        else tr("Coordinates", "“{text}” has longitude {value:g}; it runs from -180 to 180.")
    )
    hint = tr("Coordinates", "Latitude and longitude may be swapped.") if abs(value) <= 180 else ""
    raise CoordinateError(outside.format(text=shown(text), value=value), kind="range", hint=hint)


def _swapped(found: Coordinate) -> CoordinateError:
    note = tr("Coordinates", "Swapped.")
    meant = replace(found, lon=found.lat, lat=found.lon, notes=(*found.notes, note))
    return CoordinateError(
        tr("Coordinates", "“{text}”: latitude and longitude look swapped: swap?").format(
            text=shown(found.text)
        ),
        kind="swapped",
        hint=tr("Coordinates", "It would then lie at {place} (latitude, longitude).").format(
            place=format_decimal(meant.lon, meant.lat)
        ),
        suggestion=meant,
    )


def _plausible(found: Coordinate, reading: Reading) -> Coordinate:
    if not (abs(found.lat) <= 90 and abs(found.lon) <= 180):
        raise CoordinateError(
            tr("Coordinates", "“{text}” lies outside the range of degrees.").format(text=shown(found.text)),
            kind="range",
        )
    region = reading.region
    if region is None or inside(found.lon, found.lat, region):
        return found
    degrees = found.spelling in (Spelling.DECIMAL, Spelling.DMS, Spelling.DDM)
    if degrees and abs(found.lon) <= 90 and inside(found.lat, found.lon, region):
        raise _swapped(found)
    return replace(found, notes=(*found.notes, tr("Coordinates", "The position lies outside Korea.")))
