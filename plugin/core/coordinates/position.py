# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What reading a coordinate takes and gives: what the caller knows, the position, the one error."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from ..errors import AtlasError
from .us_army_grid import GridDatum

KOREA = (124.0, 33.0, 132.0, 43.5)
"""Where positions are expected: west, south, east, north in degrees."""
DEGREE_M = 111_320.0

Box = tuple[float, float, float, float]


class Spelling(Enum):
    """How a position was written."""

    DECIMAL = "decimal"
    DMS = "dms"
    DDM = "ddm"
    MGRS = "mgrs"
    UTM = "utm"
    US_ARMY = "usarmy"


@dataclass(frozen=True)
class Reading:
    """What the caller knows of the text.

    ``order`` "latlon" or "lonlat" counts where neither a letter nor the range of the numbers names the axis.
    With ``strict`` the order is stated (by headings, say): numbers that make sense only the other way round
    are an error.  ``grid`` "mgrs" or "usarmy" says which lettering grid references have; ``datum`` belongs
    to the US Army grid alone.  ``region`` is where positions are expected (west, south, east, north), or
    None: it decides nothing, it raises questions.
    """

    order: str = "latlon"
    strict: bool = False
    grid: str = "mgrs"
    datum: GridDatum = GridDatum.TOKYO_1918
    zone: Optional[int] = None
    region: Optional[Box] = KOREA


@dataclass(frozen=True)
class Coordinate:
    """A WGS 84 position in degrees.

    ``precision_m`` is the size in metres of the last digit given, or the side of the grid square: the
    position is known no better.  ``text`` is what was read, ``notes`` what should be told about it.
    """

    lon: float
    lat: float
    spelling: Spelling
    precision_m: float
    text: str
    notes: tuple[str, ...] = ()


class CoordinateError(AtlasError):
    """A text that is not a usable position.

    ``kind`` is one of ``empty, unreadable, nonfinite, range, swapped, ambiguous, grid, incomplete``;
    ``suggestion`` is the position that was probably meant, never used by itself.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: str = "unreadable",
        hint: str = "",
        suggestion: Optional[Coordinate] = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.kind = kind
        self.suggestion = suggestion


def inside(lon: float, lat: float, box: Box) -> bool:
    """Whether a position lies in a box (west, south, east, north)."""
    return box[0] <= lon <= box[2] and box[1] <= lat <= box[3]


def shown(text: str) -> str:
    """Return the text safe for a message: short, printable, encodable."""
    safe = "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text[:60])
    return safe + ("…" if len(text) > 60 else "")
