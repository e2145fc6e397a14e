# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Positions in metres: MGRS and US Army grid references, UTM eastings and northings."""

from __future__ import annotations

import re
from typing import Optional

from ..errors import AtlasError
from ..i18n import tr
from . import mgrs, us_army_grid
from .angles import decimals
from .position import Coordinate, CoordinateError, Reading, Spelling, shown
from .utm import inverse_utm

_ZONE = r"(?:UTM\s*)?(?:ZONE\s*)?(?P<zone>\d{1,2})\s*(?P<letter>NORTH|SOUTH|[A-Z])?"
_METRES = r"(?P<e>\d{5,7}(?:\.\d+)?)\s*(?P<em>M?\s*E)?[\s,;/]+(?P<n>\d{1,8}(?:\.\d+)?)\s*(?P<nm>M?\s*N)?"
_UTM = (
    re.compile(rf"{_ZONE}[\s,;:]*{_METRES}\s*(?P<after>NORTH|SOUTH)?", re.I),
    re.compile(rf"(?:UTM\s*)?{_METRES}[\s,;:]+{_ZONE}(?P<after>)", re.I),
)
_MGRS_LIKE = re.compile(
    r"(?:(?:MGRS|USNG):?)?\s*(\d{1,2}\s*[A-Z]\s*[A-Z]\s?[A-Z][\d\s]*|[ABYZ]\s*[A-Z]\s?[A-Z]\s*\d[\d\s]+)",
    re.I,
)
_OLD_GRID_LIKE = re.compile(r"(?:\d{1,2}\s*[A-Z]?\s*)?[A-Z]{2}\s*\d{2,5}\s*\d{0,5}", re.I)
_ZONE_ALONE = re.compile(r"\d{1,2}\s*[A-Z]", re.I)
LARGEST_SQUARE_M = 10_000.0
"""A larger square is a part of the country, not a position."""


def read_grid(cleaned: str, text: str, reading: Reading) -> Optional[Coordinate]:
    """Return the position of a grid reference or of UTM metres, None for any other text.

    Raises CoordinateError for what looks like one and is none.
    """
    found = next((found for found in (pattern.fullmatch(cleaned) for pattern in _UTM) if found), None)
    if found:
        return _utm(found, text)
    try:
        old = _OLD_GRID_LIKE.fullmatch(cleaned)
        modern = _MGRS_LIKE.fullmatch(cleaned)
        if reading.grid == "usarmy" and (old or modern):
            return _army(cleaned, text, reading)
        if modern:
            return _mgrs(modern[1], text)
    except mgrs.MgrsError as error:
        raise CoordinateError(error.message, kind="grid", hint=error.hint) from error
    if old or _ZONE_ALONE.fullmatch(cleaned):
        raise CoordinateError(
            tr(
                "Coordinates",
                "“{text}” is not a whole MGRS reference: it needs zone, band and square, such as 52TEM.",
            ).format(text=shown(text)),
            kind="grid",
            hint=tr("Coordinates", mgrs.OLD_LETTERS_HINT),
        )
    return None


def _check_halves(reference: str, text: str) -> None:
    digits = re.sub(r"^\s*(?:\d{1,2}\s*)?[A-Za-z\s]+", "", reference).split()
    if len(digits) > 2 or (len(digits) == 2 and len(digits[0]) != len(digits[1])):
        raise mgrs.MgrsError(
            tr(
                "Coordinates", "The grid reference “{text}” has unequal parts for easting and northing."
            ).format(text=shown(text)),
            hint=tr("Coordinates", "Both need the same number of digits."),
        )


def _mgrs(reference: str, text: str) -> Coordinate:
    _check_halves(reference, text)
    square = mgrs.decode(reference)
    if square.size_m > LARGEST_SQUARE_M:
        raise mgrs.MgrsError(
            tr("Coordinates", "“{text}” names a square of {size:g} km, not a position.").format(
                text=shown(text), size=square.size_m / 1000.0
            ),
            hint=tr("Coordinates", "Add the digits of easting and northing."),
        )
    outside = tr("Coordinates", "The reference names a square outside its own zone.")
    notes = (outside,) if square.outside_zone else ()
    return Coordinate(square.lon, square.lat, Spelling.MGRS, square.size_m, text, notes)


def _army(reference: str, text: str, reading: Reading) -> Coordinate:
    _check_halves(reference, text)
    square = us_army_grid.decode(reference, reading.datum, reading.zone)
    note = tr("Coordinates", "US Army grid on Bessel, {datum}, zone {zone}.").format(
        datum=tr("Coordinates", us_army_grid.DATUM_NAMES[reading.datum]), zone=square.zone
    )
    return Coordinate(square.lon, square.lat, Spelling.US_ARMY, square.size_m, text, (note,))


def _utm(found: re.Match[str], text: str) -> Coordinate:
    zone, letter = int(found["zone"]), (found["letter"] or found["after"] or "").upper()
    easting, northing = float(found["e"]), float(found["n"])
    _check_metres(zone, easting, northing, text)
    labelled = bool(found["em"] and found["nm"])
    lon, lat = inverse_utm(easting, northing, zone, _utm_south(letter, labelled, text))
    _check_band(letter, lat, labelled, text)
    step = 10.0 ** -min(decimals(found["e"]), decimals(found["n"]))
    return Coordinate(lon, lat, Spelling.UTM, step, text)


def _check_metres(zone: int, easting: float, northing: float, text: str) -> None:
    if not 1 <= zone <= 60:
        raise CoordinateError(
            tr("Coordinates", "“{text}” names UTM zone {zone}; zones run from 1 to 60.").format(
                text=shown(text), zone=zone
            ),
            kind="range",
        )
    if easting >= 1e6 and northing < 1e6:
        raise CoordinateError(
            tr("Coordinates", "“{text}”: easting and northing look swapped: swap?").format(text=shown(text)),
            kind="swapped",
            hint=tr("Coordinates", "UTM is written easting first."),
        )
    if not (100_000 <= easting < 900_000 and 0 <= northing <= 10_000_000):
        raise CoordinateError(
            tr(
                "Coordinates",
                "“{text}” lies outside UTM: eastings run from 100,000 to 900,000 m, "
                "northings to 10,000,000 m.",
            ).format(text=shown(text)),
            kind="range",
        )


def _utm_south(letter: str, labelled: bool, text: str) -> bool:
    if letter in ("NORTH", "SOUTH"):
        return letter == "SOUTH"
    if not letter:
        raise CoordinateError(
            tr("Coordinates", "“{text}” names a UTM zone without hemisphere.").format(text=shown(text)),
            kind="ambiguous",
            hint=tr("Coordinates", "Write 52N, or the band letter: 52T."),
        )
    if letter == "S" and not labelled:
        raise CoordinateError(
            tr(
                "Coordinates", "“{text}”: S can mean the southern hemisphere or band S (32° to 40° N)."
            ).format(text=shown(text)),
            kind="ambiguous",
            hint=tr(
                "Coordinates",
                "Write “52 north” for Korea, or easting and northing with mE and mN as Google Earth does.",
            ),
        )
    if letter not in mgrs.BANDS:
        raise CoordinateError(
            tr("Coordinates", "“{text}” names band {band}; bands are C to X without I and O.").format(
                text=shown(text), band=letter
            ),
            kind="grid",
        )
    return letter < "N"


def _check_band(letter: str, lat: float, labelled: bool, text: str) -> None:
    # a bare N is the hemisphere; with mE and mN it is the band, as Google Earth writes it
    if len(letter) != 1 or (letter == "N" and not labelled):
        return
    low, high = mgrs.band_limits(letter)
    if not low - 1e-4 <= lat <= high + 1e-4:
        raise CoordinateError(
            tr(
                "Coordinates",
                "“{text}” contradicts itself: the northing lies at latitude {lat:.2f}°, "
                "band {band} runs from {low:g}° to {high:g}°.",
            ).format(text=shown(text), lat=lat, band=letter, low=low, high=high),
            kind="grid",
        )


def mgrs_position(text: str) -> Coordinate:
    """Read an MGRS reference and nothing else.  Raises AtlasError."""
    found = _MGRS_LIKE.fullmatch(text.strip())
    if not found:
        raise AtlasError(
            tr("Coordinates", "“{text}” is not an MGRS reference.").format(text=shown(text)),
            hint=tr("Coordinates", "Write it like 52TEM 67848 26312 or 52T EM 678 263."),
        )
    return _mgrs(found[1], text)
