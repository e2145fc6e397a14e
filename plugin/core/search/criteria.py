# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a filter of sites asks for; each criterion can be switched off without being lost."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Optional

from ..dates import parse_date
from ..errors import AtlasError
from ..i18n import tr

VERSION = 1
CODED = {
    "cities": "city",
    "categories": "category",
    "statuses": "status",
    "likelihoods": "likelihood",
    "confidences": "confidence",
    "sources": "source_uuid",
}
"""Criterion → column of those that choose from a list of values ("" is: none given)."""
CRITERIA = ("text", *CODED, "period", "circle", "bbox", "polygon", "located", "expression")


@dataclass(frozen=True)
class PeriodCriterion:
    """ISO dates, either may be None (open).  A site counts when it may have stood within the period.

    ``certain`` asks that it surely stood at some time of it; ``include_unknown`` lets sites without any
    date through, ``only_unknown`` nothing but them.
    """

    start: Optional[str] = None
    end: Optional[str] = None
    include_unknown: bool = True
    certain: bool = False
    only_unknown: bool = False

    def __post_init__(self) -> None:
        for text in (self.start, self.end):
            if text is not None and parse_date(text).earliest is None:
                raise AtlasError(
                    tr("SiteFilter", "“{text}” is not a date that a filter can use.").format(text=text),
                    hint=tr("SiteFilter", "Write a year, a month or a day such as 1946, 1946-05 or c. 1975."),
                )


@dataclass(frozen=True)
class CircleCriterion:
    """Geodesic circle on WGS 84: centre in degrees, radius in metres."""

    lon: float
    lat: float
    radius_m: float

    def __post_init__(self) -> None:
        finite = all(map(math.isfinite, (self.lon, self.lat, self.radius_m)))
        if not finite or abs(self.lat) > 90 or abs(self.lon) > 360 or self.radius_m < 0:
            raise AtlasError(
                tr(
                    "SiteFilter",
                    "The circle of the filter needs a centre on the earth and a radius in metres.",
                )
            )


Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class SiteFilter:
    """Criteria that a site has to meet, all of them; an empty one asks for nothing.

    ``bbox`` is west, south, east, north (west > east crosses the antimeridian); ``polygon`` rings of
    (lon, lat), even-odd, so that holes are rings too; ``located`` True, False or None (both);
    ``expression`` a QGIS expression whose feature ids the caller hands to ``apply``.  ``off`` names the
    criteria that are switched off.
    """

    text: str = ""
    cities: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    likelihoods: frozenset[str] = frozenset()
    confidences: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    period: Optional[PeriodCriterion] = None
    circle: Optional[CircleCriterion] = None
    bbox: Optional[tuple[float, float, float, float]] = None
    polygon: tuple[Ring, ...] = ()
    located: Optional[bool] = None
    expression: str = ""
    off: frozenset[str] = field(default_factory=frozenset)

    def is_set(self, criterion: str) -> bool:
        """Whether a criterion asks for something (switched on or off)."""
        value = getattr(self, criterion)
        return value is not None if criterion in ("located", "period", "circle", "bbox") else bool(value)

    def active(self) -> tuple[str, ...]:
        """The criteria that count."""
        return tuple(name for name in CRITERIA if name not in self.off and self.is_set(name))

    def switched(self, criterion: str, on: bool) -> SiteFilter:
        """Return the filter with one criterion switched on or off, its value kept."""
        _known((criterion,))
        return replace(self, off=self.off - {criterion} if on else self.off | {criterion})

    def without(self, criterion: str) -> SiteFilter:
        """Return the filter with one criterion emptied."""
        _known((criterion,))
        default: Any = next(f.default for f in fields(self) if f.name == criterion)
        changes: dict[str, Any] = {criterion: default, "off": self.off - {criterion}}
        return replace(self, **changes)

    def to_json(self) -> str:
        """Return the filter as JSON for the project (only what is set)."""
        values: dict[str, Any] = {"version": VERSION}
        for name in CRITERIA:
            if self.is_set(name):
                value = getattr(self, name)
                if isinstance(value, frozenset):
                    value = sorted(value)
                elif isinstance(value, (PeriodCriterion, CircleCriterion)):
                    value = asdict(value)
                values[name] = value
        if self.off:
            values["off"] = sorted(self.off)
        return json.dumps(values, ensure_ascii=False, allow_nan=False)

    @classmethod
    def from_json(cls, text: str) -> SiteFilter:
        """Read a filter.  Raises AtlasError for text that is none, or one of a newer version."""
        try:
            values = json.loads(text)
            version = values.pop("version")
            if version > VERSION:
                raise AtlasError(
                    tr("SiteFilter", "The filter was saved by a newer version of the plugin."),
                    hint=tr("SiteFilter", "Update the plugin."),
                )
            off = _known(values.pop("off", ()))
            return cls(off=off, **{name: _read(name, value) for name, value in values.items()})
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise AtlasError(
                tr("SiteFilter", "The saved filter could not be read."), detail=str(error)
            ) from error


def _known(names: Iterable[str]) -> frozenset[str]:
    given = frozenset(names)
    if not given <= set(CRITERIA):
        raise AtlasError(
            tr("SiteFilter", "There is no filter criterion {names}.").format(
                names=", ".join(sorted(given - set(CRITERIA)))
            )
        )
    return given


def _read(name: str, value: Any) -> Any:
    _known((name,))
    if name in CODED:
        return frozenset(str(item) for item in value)
    if name == "period":
        return PeriodCriterion(**value)
    if name == "circle":
        return CircleCriterion(**value)
    if name == "bbox":
        west, south, east, north = map(float, value)
        return west, south, east, north
    if name == "polygon":
        return tuple(tuple((float(x), float(y)) for x, y in ring) for ring in value)
    if name == "located":
        return bool(value)
    return str(value)
