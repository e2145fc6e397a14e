# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A newer release of a map against the last one and the analyst's own edits, on plain values.

First the features of both releases are paired, then every field is merged three-way: what only the source
changed is taken, what only the analyst changed stays, what both changed is a conflict and stays too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import cos, floor, hypot, radians
from typing import Any, Callable, Dict, Hashable, Iterable, List, Optional, Sequence, Tuple

NEAR_M = 500.0
"""A feature of the same name this near is the same feature, in whatever folder."""
SAME_PLACE_M = 30.0
"""In the same folder, an otherwise unmatched feature this near is the same one under a new name."""
MOVED_M = 0.5
ID_TRUST_M = 2_000.0
_DEGREE_M = 111_320.0


@dataclass(frozen=True)
class Feature:
    """One feature of a release; ``key`` is the caller's, ``digest`` stands for all of its XML."""

    key: Hashable
    kml_id: str = ""
    path: Tuple[str, ...] = ()
    name: str = ""
    lon: Optional[float] = None
    lat: Optional[float] = None
    digest: Hashable = None
    kind: str = "Placemark"


@dataclass
class Matching:
    """Pairs (last release, new release), and what only one of them has."""

    pairs: List[Tuple[Feature, Feature]] = field(default_factory=list)
    added: List[Feature] = field(default_factory=list)
    gone: List[Feature] = field(default_factory=list)


@dataclass(frozen=True)
class FieldConflict:
    """A field that the source and the analyst changed differently."""

    field: str
    last: Any
    new: Any
    mine: Any


def distance_m(a: Feature, b: Feature) -> float:
    """Return the distance of two features in metres (equirectangular: good to 0.5 % at these ranges).

    Infinite when only one of them has a place, 0 when neither has.
    """
    if a.lon is None or b.lon is None or a.lat is None or b.lat is None:
        return 0.0 if a.lon is None and b.lon is None else float("inf")
    dy = (a.lat - b.lat) * _DEGREE_M
    dx = ((a.lon - b.lon + 180.0) % 360.0 - 180.0) * _DEGREE_M * cos(radians((a.lat + b.lat) / 2))
    return hypot(dx, dy)


def match(last: Sequence[Feature], new: Sequence[Feature]) -> Matching:
    """Pair the features of two releases, the surest evidence first.

    Ids alone are not believed: programs number anew at every save, so name, folder or place must agree.
    """
    state = _State(last, new)
    state.pair(lambda f: (f.kind, f.kml_id, f.path, f.name, f.digest))
    state.pair(lambda f: (f.kind, f.kml_id) if f.kml_id else None, _same_by_id)
    state.pair(lambda f: (f.kind, f.path, f.name, f.digest))
    state.pair(lambda f: (f.kind, f.name, f.digest))
    state.pair_near(lambda f: (f.kind, f.path, f.name), NEAR_M)
    state.pair(lambda f: (f.kind, f.path, f.name) if f.name else None)
    state.pair_near(lambda f: (f.kind, f.name) if f.name else None, NEAR_M)
    state.pair_near(lambda f: (f.kind, f.path), SAME_PLACE_M)
    return state.result()


def _same_by_id(a: Feature, b: Feature) -> bool:
    return (
        a.name == b.name
        or distance_m(a, b) <= SAME_PLACE_M
        or (a.path == b.path and distance_m(a, b) <= ID_TRUST_M)
    )


class _State:
    """Features not paired yet."""

    def __init__(self, last: Sequence[Feature], new: Sequence[Feature]) -> None:
        self._last = list(last)
        self._new = list(new)
        self._pairs: List[Tuple[Feature, Feature]] = []

    def pair(
        self,
        key: Callable[[Feature], Optional[Hashable]],
        accept: Callable[[Feature, Feature], bool] = lambda _a, _b: True,
    ) -> None:
        """Pair what has the same key; of several the nearest, of equally near ones the first."""
        groups: Dict[Hashable, List[Feature]] = defaultdict(list)
        for feature in self._last:
            value = key(feature)
            if value is not None:
                groups[value].append(feature)
        if not groups:
            return
        taken, left = set(), []
        for feature in self._new:
            value = key(feature)
            group = groups.get(value) if value is not None else None
            found = _nearest(feature, group, accept) if group else None
            if found is None or group is None:
                left.append(feature)
                continue
            group.remove(found)
            taken.add(id(found))
            self._pairs.append((found, feature))
        self._new = left
        self._last = [feature for feature in self._last if id(feature) not in taken]

    def pair_near(self, key: Callable[[Feature], Optional[Hashable]], within_m: float) -> None:
        """Pair what has the same key and lies near, looking only into small cells of the map.

        Two points within half a cell of each other share a cell of one of four shifted grids.
        """
        cell = 4 * within_m / _DEGREE_M
        for shift_x, shift_y in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):

            def cell_key(f: Feature, x: float = shift_x, y: float = shift_y) -> Optional[Hashable]:
                value = key(f)
                if value is None or f.lon is None or f.lat is None:
                    return None
                return value, floor(f.lon / cell + x), floor(f.lat / cell + y)

            self.pair(cell_key, lambda a, b: distance_m(a, b) <= within_m)

    def result(self) -> Matching:
        return Matching(self._pairs, self._new, self._last)


def _nearest(
    feature: Feature, group: Iterable[Feature], accept: Callable[[Feature, Feature], bool]
) -> Optional[Feature]:
    fitting = [other for other in group if accept(other, feature)]
    return min(fitting, key=lambda other: distance_m(other, feature)) if fitting else None


def three_way(
    last: Dict[str, Any], new: Dict[str, Any], mine: Dict[str, Any]
) -> Tuple[Dict[str, Any], List[FieldConflict]]:
    """Merge the fields of one feature.

    Returns what is to be taken from the new release, and the conflicts; fields in neither stay as they are.
    """
    take: Dict[str, Any] = {}
    conflicts: List[FieldConflict] = []
    for name, value in new.items():
        if _same(value, last.get(name)) or _same(value, mine.get(name)):
            continue
        if _same(mine.get(name), last.get(name)):
            take[name] = value
        else:
            conflicts.append(FieldConflict(name, last.get(name), value, mine.get(name)))
    return take, conflicts


def _same(a: Any, b: Any) -> bool:
    """Tell whether two values mean the same: empty is none, positions within half a metre are one."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return distance_m(Feature("", lon=a[0], lat=a[1]), Feature("", lon=b[0], lat=b[1])) <= MOVED_M
    return (a or None) == (b or None)


def what_changed(last: Feature, new: Feature) -> Tuple[str, ...]:
    """Return in which ways a paired feature changed: renamed, moved, refiled, changed; () for not at all."""
    ways = []
    if last.name != new.name:
        ways.append("renamed")
    if distance_m(last, new) > MOVED_M:
        ways.append("moved")
    if last.path != new.path:
        ways.append("refiled")
    if not ways and last.digest != new.digest:
        ways.append("changed")
    return tuple(ways)
