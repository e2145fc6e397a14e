# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A position that is typed where names are searched for."""

from __future__ import annotations

from typing import NamedTuple, Optional

from ..errors import AtlasError
from .format import echo
from .parse import parse


class TypedPlace(NamedTuple):
    """A position in degrees, and how it reads in the common forms."""

    lon: float
    lat: float
    text: str


def typed_place(text: str) -> Optional[TypedPlace]:
    """Return the position that a text states (degrees, DMS, MGRS …); None for what is none, a name say."""
    if not any(map(str.isdigit, text)):
        return None
    try:
        found = parse(text)
    except AtlasError:
        return None  # most texts are names
    return TypedPlace(found.lon, found.lat, echo(found.lon, found.lat, found.precision_m))
