# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the columns of a table are: by the words of their headings and by their values, all weighed together.

Positions are found first, as a whole: every way in which the columns may state them is weighed, and the best
is taken where it is clearly the best.  Where no way is certain, a question names the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ...coordinates.parse import CoordinateError, parse, parse_angle
from ...coordinates.position import Coordinate, Reading, inside
from ...coordinates.tokens import says_nothing
from ...i18n import tr
from ...numbers import read_number
from .heading_words import EXACT, PART, roles_of
from .roles import POSITION_ROLES, SPLIT, ColumnQuestion, ColumnRole, Role, Understanding
from .table import Table

SAMPLE = 200
CERTAIN = 0.75
CLEARLY = 0.065
SURROUNDINGS = (121.0, 32.0, 134.0, 45.0)
"""Korea and its surroundings (west, south, east, north): positions elsewhere are asked about."""

_ZONE_IN_WORDS = re.compile(r"(?<!\d)([1-5]?\d|60)\s*([NS])(?![A-Za-z])")
_MGRS = re.compile(r"(?:MGRS:?\s*)?\d{1,2}\s*[C-X]\s*[A-Z]\s?[A-Z](?:\s*\d){2,10}", re.I)
_WKT = re.compile(r"(?:SRID=\d+;)?\s*POINT\b.*", re.I)
_OLD_GRID = re.compile(r"[A-Z]{2}\s*\d{2,5}\s*\d{0,5}", re.I)


@dataclass(frozen=True)
class _Way:
    """One way in which columns may state positions."""

    roles: tuple[tuple[Role, int], ...]
    score: float
    reason: str
    swapped: bool = False

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(index for _role, index in self.roles)


def understand(
    table: Table, chosen: Optional[Mapping[int, Role]] = None, reading: Optional[Reading] = None
) -> Understanding:
    """Return what the columns of a table are.

    ``chosen`` are the roles that a person gave to columns (by index; ``Role.OTHER`` for none): they stay.
    ``reading`` says how coordinate text is read where the text does not tell.
    """
    chosen = dict(chosen or {})
    reading = reading or Reading()
    columns = [_Column(table, index) for index in range(len(table.headings))]
    questions: list[ColumnQuestion] = []
    ways = _ways(columns, chosen, reading)
    best = _best(ways, columns, chosen, questions)
    taken = {index: (role, best.score, best.reason) for role, index in best.roles} if best else {}
    if best is not None and best.roles[0][0] is Role.LATITUDE:
        taken.update(_hemispheres(columns, taken))
    roles = {**taken, **{index: (role, 1.0, "") for index, role in chosen.items()}}
    _others(columns, roles)
    zone = _zone(table, columns, roles, questions)
    found = tuple(_column_role(column, roles, ways) for column in columns)
    return Understanding(found, reading, tuple(questions), zone)


_N_OR_S = re.compile(r"[NS]|north|south", re.I)
_E_OR_W = re.compile(r"[EW]|east|west", re.I)


def _hemispheres(
    columns: Sequence[_Column], taken: Mapping[int, tuple[Role, float, str]]
) -> dict[int, tuple[Role, float, str]]:
    """The columns of N or S and of E or W beside latitude and longitude."""
    reason = tr("Understand", "The letters of the hemisphere.")
    return {
        column.index: (role, 1.0, reason)
        for role in (Role.LAT_HEMISPHERE, Role.LON_HEMISPHERE)
        for column in columns
        if column.index not in taken and column.cells and column.is_hemisphere(role)
    }


class _Column:
    """A column's heading and a sample of its cells, judged once."""

    def __init__(self, table: Table, index: int) -> None:
        self.index = index
        self.heading = table.headings[index]
        sample = [row[index] for row in table.rows[:SAMPLE]]
        self.cells = [cell for cell in sample if not says_nothing(cell)]
        self.share = len(self.cells) / max(len(sample), 1)
        self.words = roles_of(self.heading)
        self._angles: dict[str, list[float]] = {}

    def word(self, *roles: Role) -> float:
        """How clearly the heading says one of the roles."""
        return max((self.words.get(role, 0.0) for role in roles), default=0.0)

    def angles(self, axis: str) -> list[float]:
        """The cells that read as one latitude or longitude, in degrees."""
        if axis not in self._angles:
            self._angles[axis] = [
                value for value in (_angle(cell, axis) for cell in self.cells) if value is not None
            ]
        return self._angles[axis]

    def share_of(self, pattern: re.Pattern[str]) -> float:
        """The share of the cells that have a form."""
        return sum(bool(pattern.fullmatch(cell)) for cell in self.cells) / max(len(self.cells), 1)

    def is_hemisphere(self, role: Role) -> bool:
        """Whether the column holds N and S or E and W, and its heading says so."""
        letters = {Role.LAT_HEMISPHERE: _N_OR_S, Role.LON_HEMISPHERE: _E_OR_W}.get(role)
        return letters is not None and self.word(role) > 0.0 and self.share_of(letters) == 1.0

    def numbers(self) -> list[float]:
        """The cells that are plain numbers."""
        found = []
        for cell in self.cells:
            try:
                found.append(read_number(cell))
            except ValueError:
                continue
        return found

    @property
    def may_state_position(self) -> bool:
        """Whether there are values to judge, or a heading that says what would stand here."""
        return bool(self.cells) or self.word(Role.LATITUDE, Role.LONGITUDE) >= PART

    def readable(self, axis: str) -> float:
        """The share of the cells that read as an angle of an axis; of no cells all."""
        return len(self.angles(axis)) / len(self.cells) if self.cells else 1.0

    @property
    def decimals(self) -> float:
        """The share of the cells that are as precise as coordinates: three decimals, or minutes."""
        return self.share_of(_PRECISE)


_PRECISE = re.compile(r"[-+]?\d{1,3}[.,]\d{3,}\s*°?\s*[NSEW]?|.*\d\s*[°'′:]\s*\d.*|\d{1,3}\s+\d{1,2}.*", re.I)


def _angle(cell: str, axis: str) -> Optional[float]:
    try:
        return parse_angle(cell, axis)
    except CoordinateError:
        return None


def _place(cell: str, reading: Reading) -> Optional[Coordinate]:
    try:
        return parse(cell, reading)
    except CoordinateError:
        return None


def _share_inside(values: Sequence[float], low: float, high: float) -> float:
    return sum(low <= value <= high for value in values) / max(len(values), 1)


def _ways(columns: Sequence[_Column], chosen: Mapping[int, Role], reading: Reading) -> list[_Way]:
    free = [
        c for c in columns if c.may_state_position and chosen.get(c.index, Role.POSITION) in POSITION_ROLES
    ]
    ways = [
        *_split_ways(free),
        *_pair_ways(free, reading),
        *(way for column in free for way in _single_ways(column, reading)),
        *_utm_ways(free),
    ]
    return sorted(ways, key=lambda way: -way.score)


def _pair_ways(columns: Sequence[_Column], reading: Reading) -> list[_Way]:
    # the best dozen of each axis is enough: a table of 300 columns would make 90,000 pairs
    lats = sorted(columns, key=lambda c: -_axis_promise(c, "lat"))[:12]
    lons = sorted(columns, key=lambda c: -_axis_promise(c, "lon"))[:12]
    return [
        way
        for lat in lats
        for lon in lons
        if lat.index != lon.index and (way := _pair_way(lat, lon, reading)) is not None
    ]


def _axis_promise(column: _Column, axis: str) -> float:
    role = Role.LATITUDE if axis == "lat" else Role.LONGITUDE
    split = Role.LAT_DEGREES if axis == "lat" else Role.LON_DEGREES
    low, high = (SURROUNDINGS[1], SURROUNDINGS[3]) if axis == "lat" else (SURROUNDINGS[0], SURROUNDINGS[2])
    return column.word(role, split) + 0.5 * _share_inside(column.angles(axis), low, high) * bool(
        column.angles(axis)
    )


def _pair_way(lat: _Column, lon: _Column, reading: Reading) -> Optional[_Way]:
    words = min(lat.word(Role.LATITUDE, Role.LAT_DEGREES), lon.word(Role.LONGITUDE, Role.LON_DEGREES))
    lats, lons = lat.angles("lat"), lon.angles("lon")
    readable = min(lat.readable("lat"), lon.readable("lon"))
    roles = ((Role.LATITUDE, lat.index), (Role.LONGITUDE, lon.index))
    if words >= PART and readable < 0.5 and _contradicts(lat, lon):
        reason = tr("Understand", "The headings say latitude and longitude, the numbers the other way round.")
        return _Way(roles, 0.8 * words, reason, swapped=True)
    if readable < 0.5 or not (lats or lons):
        return None
    west, south, east, north = SURROUNDINGS
    near = min(_share_inside(lats, south, north), _share_inside(lons, west, east))
    precise = min(lat.decimals, lon.decimals)
    if words >= PART:
        score = 0.62 + 0.28 * words * readable + 0.08 * near + 0.02 * (precise > 0.5)
        return _Way(
            roles, min(score, 1.0), tr("Understand", "Headings and values say latitude and longitude.")
        )
    letters = lat.share_of(_NORTH) > 0.6 and lon.share_of(_EAST) > 0.6
    if letters:
        return _Way(roles, 0.85, tr("Understand", "The values are marked N and E."))
    weak = min(lat.word(Role.LATITUDE), lon.word(Role.LONGITUDE)) > 0.0  # x and y, E and N
    told = (lat.word(*POSITION_ROLES) > 0) == (lon.word(*POSITION_ROLES) > 0)
    known_else = any(
        max(c.words.values(), default=0.0) >= EXACT and not c.word(*POSITION_ROLES) for c in (lat, lon)
    )
    against = lat.word(Role.LONGITUDE) >= PART or lon.word(Role.LATITUDE) >= PART
    if near < 0.9 or readable < 0.9 or known_else or against:
        return None
    filled = min(lat.share, lon.share)
    score = 0.45 + 0.35 * (weak or precise > 0.8) * min(1.0, 2 * filled) + 0.06 * weak
    score += 0.04 * (abs(lat.index - lon.index) == 1)
    score -= 0.14 * (not weak and any(_names_something(c.heading) for c in (lat, lon)))
    score -= 0.0 if told else 0.05
    return _Way(roles, score, tr("Understand", "The values are numbers of Korea's latitudes and longitudes."))


_NORTH = re.compile(r".*\d.*[NS]|[NS].*\d.*|.*(?:북위|北緯|北纬|с\.? ?ш).*", re.I)
_EAST = re.compile(r".*\d.*[EW]|[EW].*\d.*|.*(?:동경|東経|东经|東經|в\.? ?д).*", re.I)


def _names_something(heading: str) -> bool:
    """Whether a heading is a word of its own, such as "price", not a letter or a number."""
    return sum(character.isalpha() for character in heading) > 3 and not heading[-1:].isdigit()


def _contradicts(lat: _Column, lon: _Column) -> bool:
    """Whether the latitudes are longitudes and the other way round."""
    swapped_lat, swapped_lon = lon.angles("lat"), lat.angles("lon")
    enough = len(swapped_lat) > 0.5 * len(lon.cells) and len(swapped_lon) > 0.5 * len(lat.cells)
    beyond = sum(abs(value) > 90 for value in swapped_lon) > 0.5 * len(lat.cells)
    return enough and beyond


def _single_ways(column: _Column, reading: Reading) -> list[_Way]:
    forms = ((Role.WKT, _WKT), (Role.MGRS, _MGRS))
    for role, pattern in forms:
        share = column.share_of(pattern)
        if share > 0.6:
            reason = tr("Understand", "The values have the form of {form}.").format(form=role.value.upper())
            score = (
                0.82
                + 0.1 * bool(column.word(role, Role.POSITION))
                + 0.05 * share
                - 0.1 * (column.share < 0.3)
            )
            mixed = Role.POSITION if share < 1.0 else role
            return [_Way(((mixed, column.index),), score, reason)]
    words = column.word(Role.POSITION, Role.MGRS, Role.WKT)
    if reading.grid == "usarmy" or column.word(Role.US_ARMY_GRID):
        share = column.share_of(_OLD_GRID)
        if share > 0.6 and (reading.grid == "usarmy" or column.word(Role.US_ARMY_GRID)):
            reason = tr("Understand", "The values have the form of the US Army's old grid.")
            return [_Way(((Role.US_ARMY_GRID, column.index),), 0.9, reason)]
    if not words and sum(any(c.isdigit() for c in cell) for cell in column.cells) < 0.5 * len(column.cells):
        return []
    places = [place for place in (_place(cell, reading) for cell in column.cells) if place is not None]
    share = len(places) / max(len(column.cells), 1)
    near = sum(inside(place.lon, place.lat, SURROUNDINGS) for place in places) / max(len(places), 1)
    if share < 0.3 or (not words and (share < 0.6 or near < 0.6)):
        return []
    reason = tr("Understand", "The values are positions.")
    score = 0.62 + 0.2 * (words > 0) + 0.14 * near * min(1.0, share + 0.2)
    return [_Way(((Role.POSITION, column.index),), score, reason)]


def _split_ways(columns: Sequence[_Column]) -> list[_Way]:
    """Degrees, minutes and seconds in columns of their own."""
    found: dict[Role, int] = {}
    for column in columns:
        for role in SPLIT:
            if column.word(role) >= EXACT or column.is_hemisphere(role):
                found.setdefault(role, column.index)
    for degrees, axis in ((Role.LAT_DEGREES, Role.LATITUDE), (Role.LON_DEGREES, Role.LONGITUDE)):
        if degrees not in found:  # "latitude, minutes, seconds, longitude, minutes, seconds"
            plain = next((c.index for c in columns if c.word(axis) >= EXACT), None)
            if plain is not None:
                found[degrees] = plain
    needed = (Role.LAT_DEGREES, Role.LAT_MINUTES, Role.LON_DEGREES, Role.LON_MINUTES)
    if not all(role in found for role in needed):
        return []
    reason = tr("Understand", "Degrees and minutes stand in columns of their own.")
    return [_Way(tuple(found.items()), 1.2, reason)]  # before the degrees alone


def _utm_ways(columns: Sequence[_Column]) -> list[_Way]:
    eastings = [c for c in columns if c.word(Role.EASTING) and _in_metres(c, 100_000, 900_000)]
    northings = [c for c in columns if c.word(Role.NORTHING) and _in_metres(c, 1_000_000, 9_999_999)]
    zones = [c for c in columns if c.word(Role.UTM_ZONE) >= PART]
    ways = []
    for easting in eastings:
        for northing in northings:
            if easting.index == northing.index:
                continue
            roles = [(Role.EASTING, easting.index), (Role.NORTHING, northing.index)]
            roles += [(Role.UTM_ZONE, zone.index) for zone in zones[:1]]
            reason = tr("Understand", "Eastings and northings in metres.")
            ways.append(_Way(tuple(roles), 0.85 + 0.05 * bool(zones), reason))
    return ways


def _in_metres(column: _Column, low: float, high: float) -> bool:
    numbers = column.numbers()
    return len(numbers) > 0.6 * len(column.cells) and _share_inside(numbers, low, high) > 0.8


def _best(
    ways: Sequence[_Way],
    columns: Sequence[_Column],
    chosen: Mapping[int, Role],
    questions: list[ColumnQuestion],
) -> Optional[_Way]:
    """Return the way that is taken; a question is added where that is not certain."""
    said = {index: role for index, role in chosen.items() if role in POSITION_ROLES}
    if said:  # a person said which columns: what he named is the way
        return None
    if not ways:
        return None
    best = ways[0]
    taken = set(best.columns)
    rivals = [w for w in ways[1:] if best.score - w.score < CLEARLY and not set(w.columns) <= taken]
    rivals = [w for w in rivals if not _same_thing(best, w)]
    if best.score >= CERTAIN and not rivals:
        if best.swapped:
            questions.append(ColumnQuestion("swapped", best.reason, best.columns))
        return best
    candidates = tuple(dict.fromkeys(index for way in (best, *rivals) for index in way.columns))
    names = ", ".join(columns[index].heading for index in candidates)
    text = tr("Understand", "It is not certain which columns state the position. Candidates: {names}.")
    questions.append(ColumnQuestion("coordinates", text.format(names=names), candidates))
    return None


def _same_thing(best: _Way, other: _Way) -> bool:
    """Whether another way is the same position in a second form: MGRS beside degrees is no rival."""
    kinds = {role for role, _ in best.roles}, {role for role, _ in other.roles}
    return (
        not kinds[0] & kinds[1]
        and not set(best.columns) & set(other.columns)
        and other.score <= best.score + 0.05
    )


def _others(columns: Sequence[_Column], roles: dict[int, tuple[Role, float, str]]) -> None:
    """Give the remaining columns the roles that their headings say, each role once, the clearest first."""
    taken = {role for role, _score, _reason in roles.values()}
    pairs = [
        (score + 0.01 * column.share, -column.index, role)
        for column in columns
        if column.index not in roles
        for role, score in column.words.items()
        if role not in POSITION_ROLES
    ]
    for score, minus, role in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if role not in taken and -minus not in roles:
            taken.add(role)
            roles[-minus] = (role, min(score, 1.0), tr("Understand", "The heading says so."))
    if Role.NAME not in taken and Role.NAME_KO not in taken:
        column = _most_like_names(columns, roles)
        if column is not None:
            roles[column.index] = (
                Role.NAME,
                0.5,
                tr("Understand", "The first column of short, different texts."),
            )


def _most_like_names(
    columns: Sequence[_Column], roles: Mapping[int, tuple[Role, float, str]]
) -> Optional[_Column]:
    def is_name(column: _Column) -> bool:
        texts = [cell for cell in column.cells if any(character.isalpha() for character in cell)]
        different = len(set(column.cells)) > 0.7 * len(column.cells)
        short = sum(len(cell) <= 80 for cell in column.cells) > 0.9 * len(column.cells)
        return column.share > 0.5 and len(texts) > 0.8 * len(column.cells) and different and short

    return next((c for c in columns if c.index not in roles and not c.words and c.cells and is_name(c)), None)


def _zone(
    table: Table,
    columns: Sequence[_Column],
    roles: Mapping[int, tuple[Role, float, str]],
    questions: list[ColumnQuestion],
) -> str:
    """Return the zone of eastings that no column has: from the headings or what stands above them."""
    by_role = {role: index for index, (role, _score, _reason) in roles.items()}
    if Role.EASTING not in by_role or Role.UTM_ZONE in by_role:
        return ""
    texts = [*table.headings, *table.notes]
    found = {f"{match[1]}{match[2]}" for text in texts for match in _ZONE_IN_WORDS.finditer(text)}
    if len(found) == 1:
        return found.pop()
    questions.append(
        ColumnQuestion(
            "zone",
            tr("Understand", "The UTM zone of the eastings is not stated."),
            (by_role[Role.EASTING], by_role.get(Role.NORTHING, by_role[Role.EASTING])),
        )
    )
    return ""


def _column_role(
    column: _Column, roles: Mapping[int, tuple[Role, float, str]], ways: Sequence[_Way]
) -> ColumnRole:
    role, score, reason = roles.get(column.index, (Role.OTHER, 0.0, ""))
    by_words = sorted(column.words, key=lambda word: -column.words[word])
    by_ways = [other for way in ways for other, index in way.roles if index == column.index]
    candidates = tuple(other for other in dict.fromkeys([*by_words, *by_ways]) if other is not role)
    return ColumnRole(column.index, column.heading, role, round(min(score, 1.0), 2), reason, candidates)


def with_answers(understanding: Understanding, kinds: Sequence[str]) -> Understanding:
    """Return the same without the questions of some kinds, which a person has answered."""
    return replace(understanding, questions=tuple(q for q in understanding.questions if q.kind not in kinds))
