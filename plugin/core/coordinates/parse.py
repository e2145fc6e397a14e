# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Read a position from free text: decimal degrees, DMS, degrees-minutes, MGRS, UTM, US Army grid.

Nothing is guessed in silence.  Numbers without letters are latitude first (as in Google Earth and the
article) unless the caller says otherwise; a pair that only makes sense the other way round is an error that
carries the swapped position as a suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from . import mgrs, us_army_grid
from .angles import Angle, decimals, has_height, read_angle, split_axes, two_angles
from .format import (
    FORMATS,
    format_ddm,
    format_decimal,
    format_dms,
    format_mgrs,
    format_utm,
)
from .tokens import CoordinateError, clean, shown, tokenize
from .transverse import inverse_utm

__all__ = [
    "FORMATS",
    "KOREA",
    "Column",
    "Coordinate",
    "CoordinateError",
    "Kind",
    "Options",
    "format_ddm",
    "format_decimal",
    "format_dms",
    "format_mgrs",
    "format_utm",
    "parse",
    "parse_column",
    "parse_pair",
]

KOREA = (124.0, 33.0, 132.0, 43.5)
"""Plausibility box: west, south, east, north in degrees."""
DEGREE_M = 111_320.0
SWAP_EVIDENCE = 0.8


class Kind(Enum):
    """How a position was written."""

    DECIMAL = "decimal"
    DMS = "dms"
    DDM = "ddm"
    MGRS = "mgrs"
    UTM = "utm"
    US_ARMY = "usarmy"


@dataclass(frozen=True)
class Options:
    """What the caller knows of the text.

    ``order`` counts only where no letter names the axis.  ``grid`` "mgrs" or "usarmy" says which lettering
    grid references have; ``datum`` belongs to the US Army grid alone.  ``box`` is the plausibility box
    (west, south, east, north) or None.
    """

    order: str = "latlon"
    grid: str = "mgrs"
    datum: us_army_grid.Datum = us_army_grid.Datum.TOKYO_1918
    zone: int | None = None
    box: tuple[float, float, float, float] | None = KOREA


@dataclass(frozen=True)
class Coordinate:
    """A WGS 84 position in degrees; ``precision_m`` is the size of the last digit given, in metres."""

    lon: float
    lat: float
    kind: Kind
    precision_m: float
    text: str
    notes: tuple[str, ...] = ()


_GOOGLE = re.compile(r"[@=](-?\d+\.\d+),(-?\d+\.\d+)")
_GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:[,;?].*)?", re.I)
_WKT = re.compile(r"(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)?", re.I)
_UTM = re.compile(
    r"(?:UTM\s*)?(?:ZONE\s*)?(?P<zone>\d{1,2})\s*(?P<letter>NORTH|SOUTH|[A-Z])?[\s,;:]*"
    r"(?P<e>\d{5,7}(?:\.\d+)?)\s*(?P<em>M?\s*E)?[\s,;/]+(?P<n>\d{1,8}(?:\.\d+)?)\s*(?P<nm>M?\s*N)?"
    r"\s*(?P<after>NORTH|SOUTH)?",
    re.I,
)
_MGRS_LIKE = re.compile(
    r"(?:MGRS:?)?\s*(\d{1,2}\s*[A-Z]\s*[A-Z]\s?[A-Z][\d\s]*|[ABYZ]\s*[A-Z]\s?[A-Z]\s*\d[\d\s]+)", re.I
)
_OLD_GRID_LIKE = re.compile(r"(?:\d{1,2}\s*[A-Z]?\s*)?[A-Z]{2}\s*\d{2,5}\s*\d{0,5}", re.I)


def parse(text: str, options: Options | None = None) -> Coordinate:
    """Read one position from ``text``.  Raises CoordinateError, which says what is wrong."""
    options = options or Options()
    cleaned = clean(text)
    found = _parse_link(cleaned, text) or _parse_grid(cleaned, text, options)
    if not found:
        tokens, notes = tokenize(cleaned)
        if has_height(tokens):
            notes = [*notes, "The third number was taken for a height and left out."]
        found = _from_angles(*two_angles(tokens, text), notes, text, options)
    return _plausible(found, options)


def parse_pair(first: str, second: str, options: Options | None = None) -> Coordinate:
    """Read a position from two fields, in the order of ``options.order`` unless letters name the axes."""
    options = options or Options()
    text = f"{first} {second}"
    angles = _plain_angle(first) or _one_angle(first, text), _plain_angle(second) or _one_angle(second, text)
    return _plausible(_from_angles(angles[0], angles[1], [], text, options), options)


_PLAIN = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,12})?")


def _plain_angle(part: str) -> Angle | None:
    """Read what most fields of most tables are, plain degrees; None sends it the long way."""
    if not _PLAIN.fullmatch(part):
        return None
    return Angle(float(part), 10.0 ** -decimals(part), 1)


def _one_angle(part: str, text: str) -> Angle:
    tokens, _ = tokenize(clean(part), single=True)
    groups = split_axes(tokens)
    if len(groups) == 2 and all(token.kind in ("num", "sign") for token in tokens):
        groups = [tokens]  # "39 55.1": degrees and minutes, as a field of its own holds one angle
    if len(groups) != 1:
        raise CoordinateError(f"“{shown(part)}” should be one latitude or longitude.", kind="ambiguous")
    return read_angle(groups[0], text)


def _parse_link(cleaned: str, text: str) -> Coordinate | None:
    if found := _WKT.fullmatch(cleaned + (")" if cleaned.count("(") > cleaned.count(")") else "")):
        lon, lat = found[1], found[2]
    elif found := (_GEO.fullmatch(cleaned) or ("://" in cleaned and _GOOGLE.search(cleaned)) or None):
        lat, lon = found[1], found[2]
    else:
        return None
    try:
        values = float(lon), float(lat)
    except ValueError:
        raise CoordinateError(f"“{shown(text)}” is not a coordinate.") from None
    step = 10.0 ** -min(decimals(lat), decimals(lon))
    return Coordinate(values[0], values[1], Kind.DECIMAL, step * DEGREE_M, text)


def _parse_grid(cleaned: str, text: str, options: Options) -> Coordinate | None:
    if found := _UTM.fullmatch(cleaned):
        return _parse_utm(found, text)
    try:
        if options.grid == "usarmy" and (_OLD_GRID_LIKE.fullmatch(cleaned) or _MGRS_LIKE.fullmatch(cleaned)):
            return _parse_army(cleaned, text, options)
        if found := _MGRS_LIKE.fullmatch(cleaned):
            return _parse_mgrs(found[1], text)
    except mgrs.MgrsError as error:
        raise CoordinateError(error.message, kind="grid", hint=error.hint) from error
    if re.fullmatch(r"\d{1,2}\s*[A-Z]", cleaned, re.I) or _OLD_GRID_LIKE.fullmatch(cleaned):
        raise CoordinateError(
            f"“{shown(text)}” is not a whole MGRS reference: it needs zone, band and square, such as 52TEM.",
            kind="grid",
            hint=mgrs.OLD_LETTERS_HINT,
        )
    return None


def _check_halves(reference: str, text: str) -> None:
    digits = re.sub(r"^\s*(?:\d{1,2}\s*)?[A-Za-z\s]+", "", reference).split()
    if len(digits) > 2 or (len(digits) == 2 and len(digits[0]) != len(digits[1])):
        raise mgrs.MgrsError(
            f"The grid reference “{shown(text)}” has unequal parts for easting and northing.",
            hint="Both need the same number of digits.",
        )


def _parse_mgrs(reference: str, text: str) -> Coordinate:
    _check_halves(reference, text)
    square = mgrs.decode(reference)
    notes = ("The reference names a square outside its own zone.",) if square.outside_zone else ()
    return Coordinate(square.lon, square.lat, Kind.MGRS, square.size_m, text, notes)


def _parse_army(reference: str, text: str, options: Options) -> Coordinate:
    _check_halves(reference, text)
    square = us_army_grid.decode(reference, options.datum, options.zone)
    note = f"US Army grid on Bessel, {options.datum.value}, zone {square.zone}."
    return Coordinate(square.lon, square.lat, Kind.US_ARMY, square.size_m, text, (note,))


def _parse_utm(found: re.Match, text: str) -> Coordinate:
    zone, letter = int(found["zone"]), (found["letter"] or found["after"] or "").upper()
    easting, northing = float(found["e"]), float(found["n"])
    if not 1 <= zone <= 60:
        raise CoordinateError(f"“{shown(text)}” names UTM zone {zone}; zones run from 1 to 60.", kind="range")
    if easting >= 1e6 and northing < 1e6:
        raise CoordinateError(
            f"“{shown(text)}”: easting and northing look swapped: swap?",
            kind="swapped",
            hint="UTM is written easting first.",
        )
    if not (100_000 <= easting < 900_000 and 0 <= northing <= 10_000_000):
        raise CoordinateError(
            f"“{shown(text)}” lies outside UTM: eastings run from 100,000 to 900,000 m, "
            "northings to 10,000,000 m.",
            kind="range",
        )
    south = _utm_south(letter, bool(found["em"] and found["nm"]), text)
    lon, lat = inverse_utm(easting, northing, zone, south)
    _check_band(letter, lat, bool(found["em"] and found["nm"]), text)
    step = 10.0 ** -min(decimals(found["e"]), decimals(found["n"]))
    return Coordinate(lon, lat, Kind.UTM, step, text)


def _utm_south(letter: str, labelled: bool, text: str) -> bool:
    if letter in ("NORTH", "SOUTH"):
        return letter == "SOUTH"
    if not letter:
        raise CoordinateError(
            f"“{shown(text)}” names a UTM zone without hemisphere.",
            kind="ambiguous",
            hint="Write 52N, or the band letter: 52T.",
        )
    if letter == "S" and not labelled:
        raise CoordinateError(
            f"“{shown(text)}”: S can mean the southern hemisphere or band S (32° to 40° N).",
            kind="ambiguous",
            hint="Write “52 north” for Korea, or easting and northing with mE and mN as Google Earth does.",
        )
    if letter not in mgrs.BANDS:
        raise CoordinateError(
            f"“{shown(text)}” names band {letter}; bands are C to X without I and O.", kind="grid"
        )
    return letter < "N"


def _check_band(letter: str, lat: float, labelled: bool, text: str) -> None:
    # a bare N is the hemisphere; with mE and mN it is the band, as Google Earth writes it
    if len(letter) != 1 or (letter == "N" and not labelled):
        return
    low, high = mgrs.band_limits(letter)
    if not low - 1e-4 <= lat <= high + 1e-4:
        raise CoordinateError(
            f"“{shown(text)}” contradicts itself: the northing lies at latitude {lat:.2f}°, "
            f"band {letter} runs from {low:g}° to {high:g}°.",
            kind="grid",
        )


def _from_angles(
    first: Angle, second: Angle, notes: Iterable[str], text: str, options: Options
) -> Coordinate:
    axes = (first.axis, second.axis)
    if axes[0] and axes[0] == axes[1]:
        name = "latitudes" if axes[0] == "lat" else "longitudes"
        raise CoordinateError(f"“{shown(text)}” names two {name}.", kind="ambiguous")
    named = axes[0] or ({"lat": "lon", "lon": "lat"}.get(axes[1], ""))
    lat_first = named == "lat" if named else options.order == "latlon"
    lat, lon = (first, second) if lat_first else (second, first)
    parts = max(lat.parts, lon.parts)
    kind = (Kind.DECIMAL, Kind.DDM, Kind.DMS)[parts - 1]
    result = Coordinate(lon.value, lat.value, kind, max(lat.step, lon.step) * DEGREE_M, text, tuple(notes))
    if abs(lat.value) > 90 and abs(lon.value) <= 90 and abs(lat.value) <= 180 and not named:
        raise _swapped(result)
    if abs(lat.value) > 90 or abs(lon.value) > 180:
        what = "latitude" if abs(lat.value) > 90 else "longitude"
        limit = 90 if what == "latitude" else 180
        value = lat.value if what == "latitude" else lon.value
        raise CoordinateError(
            f"“{shown(text)}” has {what} {value:g}; it runs from -{limit} to {limit}.", kind="range"
        )
    return result


def _swapped(found: Coordinate) -> CoordinateError:
    meant = replace(found, lon=found.lat, lat=found.lon, notes=(*found.notes, "Swapped."))
    return CoordinateError(
        f"“{shown(found.text)}”: latitude and longitude look swapped: swap?",
        kind="swapped",
        hint=f"It would then lie at {format_decimal(meant.lon, meant.lat)} (latitude, longitude).",
        suggestion=meant,
    )


def inside(lon: float, lat: float, box: tuple[float, float, float, float]) -> bool:
    """Whether a position lies in a box (west, south, east, north)."""
    return box[0] <= lon <= box[2] and box[1] <= lat <= box[3]


def _plausible(found: Coordinate, options: Options) -> Coordinate:
    if abs(found.lat) > 90 or abs(found.lon) > 180:
        raise CoordinateError(f"“{shown(found.text)}” lies outside the range of degrees.", kind="range")
    if options.box is None or inside(found.lon, found.lat, options.box):
        return found
    if found.kind in (Kind.DECIMAL, Kind.DMS, Kind.DDM) and inside(found.lat, found.lon, options.box):
        raise _swapped(found)
    return replace(found, notes=(*found.notes, "The position lies outside Korea."))


@dataclass
class Column:
    """A table column read: one entry per row, None where the row has an error."""

    values: list[Coordinate | None]
    errors: dict[int, CoordinateError] = field(default_factory=dict)
    looks_swapped: bool = False

    @property
    def empty(self) -> int:
        """How many rows hold no coordinate at all."""
        return sum(error.kind == "empty" for error in self.errors.values())


def parse_column(
    texts: Sequence[str | None], seconds: Sequence[str | None] | None = None, options: Options | None = None
) -> Column:
    """Read a column of mixed spellings (``seconds``: the other field where there are two).

    Every row that cannot be read is in ``errors`` by its index from 0.  ``looks_swapped`` is set when at
    least 80 % of the rows with a position make sense only the other way round; nothing is swapped here.
    """
    if seconds is not None and len(seconds) != len(texts):
        raise CoordinateError(f"The two coordinate fields have {len(texts)} and {len(seconds)} rows.")
    column = Column([None] * len(texts))
    for row, text in enumerate(texts):
        try:
            if seconds is None:
                column.values[row] = parse(text or "", options)
            else:
                column.values[row] = parse_pair(text or "", seconds[row] or "", options)
        except CoordinateError as error:
            column.errors[row] = error
    swapped = sum(error.kind == "swapped" for error in column.errors.values())
    filled = len(texts) - column.empty
    column.looks_swapped = filled > 0 and swapped >= SWAP_EVIDENCE * filled
    return column
