# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How much of a historic network still exists, corrected for accidental agreement.

Survival is completeness with the historic network as reference (Heipke et al. 1997), gated by bearing.  By
accident a dense network "survives" anywhere, so the same test is made after random rigid shifts and quarter
turns of the historic network (S0), and S* = (S − S0) / (1 − S0).  Runs shorter than max(30 m, 2 b) do not
count. Intervals come from a bootstrap over hexagons of 250 m, p is the rank among the nulls.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Callable, Mapping, Optional, Sequence

import numpy as np

from ..errors import AtlasError, Cancelled
from .network import Index, Network, Pieces, components, pieces
from .orientation import rose
from .point_checks import inside

SHIFT = (150.0, 600.0)
HEXAGON = 250.0
_CELL = 250.0
_FILL, _END = 20.0, 20.0
_BOOTSTRAPS = 400
Progress = Callable[[float], bool]


@dataclass
class Point:
    """One buffer of the curve; S, S0, S* and the 95 % interval of S* as shares, ``p`` as rank among nulls."""

    buffer: float
    S: float
    S0: Optional[float]
    S_star: Optional[float]
    low: Optional[float]
    high: Optional[float]
    p: Optional[float]
    surviving_m: float
    S_low: float
    S_high: float
    S0_sd: Optional[float] = None


@dataclass
class Survival:
    """The curve, curves by group, and the surviving runs (chainages from, to) of every buffer."""

    curve: list[Point]
    groups: dict[str, dict[str, list[Point]]]
    runs: list[tuple[np.ndarray, np.ndarray]]
    total_m: float
    counted_m: float
    nulls: int
    warnings: list[str] = field(default_factory=list)


def refuse_schematic(fidelities: Sequence[object]) -> None:
    """Raise AtlasError if any trace is schematic: its position is too rough to say what survives."""
    count = sum(1 for value in fidelities if str(value or "").strip().lower() == "schematic")
    if count:
        raise AtlasError(
            f"{count} of {len(fidelities)} historic lines are schematic: drawn from descriptions, hundreds "
            "of metres off, so that overlap with today's streets would say nothing about survival.",
            hint="Attach a scan of the sheet, georeference it and trace the streets; the digitized traces "
            "then take the place of the schematic ones. Or choose only digitized lines.",
        )


def buffer_from_errors(georef_m: float, trace_m: float, modern_m: float) -> float:
    """The buffer that the error budget asks for: 2 √(σ_georef² + σ_trace² + σ_modern²), in metres."""
    return 2.0 * math.sqrt(georef_m**2 + trace_m**2 + modern_m**2)


def surviving_runs(
    historic: Network, span: tuple[np.ndarray, np.ndarray], buffer: float
) -> tuple[np.ndarray, np.ndarray]:
    """Chainages (from, to) of the runs that count, sorted, from matched intervals.

    Gaps that bends and corners leave between offset lines are closed, up to min(b, 20 m); a run that stops
    within min(b / 2, 20 m) of the end of a street that goes no further reaches the end.
    """
    low, high = span
    if not len(low):
        return low, high
    order = np.argsort(low, kind="stable")
    low, high = low[order], np.maximum.accumulate(high[order])
    new = np.append(True, low[1:] > high[:-1] + min(buffer, _FILL))
    low = low[new]
    high = high[np.append(np.flatnonzero(new)[1:] - 1, len(high) - 1)]
    line = np.searchsorted(historic.first_sorted, low + 1e-6, "right") - 1
    line = historic.line_sorted[line]
    reach = min(buffer / 2, _END)
    first, last, ends = historic.first[line], historic.last[line], historic.ends_here[line]
    low = np.where(ends[:, 0] & (low - first <= reach), first, low)
    high = np.where(ends[:, 1] & (last - high <= reach), last, high)
    keep = _long_enough(historic, line, low, high, max(30.0, 2 * buffer))
    return low[keep], high[keep]


def _long_enough(
    historic: Network, line: np.ndarray, low: np.ndarray, high: np.ndarray, least: float
) -> np.ndarray:
    """True for runs of at least ``least`` metres, taken together with runs that they meet at a node.

    A network that is shorter as a whole need only be there as a whole.
    """
    length = high - low
    needed = np.minimum(least, 0.98 * historic.whole[line])
    good = length >= needed
    touch = np.where(
        np.column_stack([low <= historic.first[line] + 0.01, high >= historic.last[line] - 0.01]),
        historic.nodes[line],
        -1,
    )
    good_nodes = np.unique(touch[good])
    good_nodes = good_nodes[good_nodes >= 0]
    short = np.flatnonzero(~good & (touch >= 0).any(axis=1))
    if len(short):
        label = components(touch[short])
        together = np.bincount(label, length[short])[label]
        helped = np.isin(touch[short], good_nodes).any(axis=1)
        anchored = np.bincount(label, helped)[label] > 0
        good[short] = (together >= needed[short]) | anchored
    return good


def covered(span: tuple[np.ndarray, np.ndarray], low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Length of the runs inside each chainage interval low … high."""
    if not len(span[0]):
        return np.zeros(len(low))
    edges = np.column_stack(span).ravel()
    done = np.zeros(len(edges))
    done[1::2] = np.cumsum(span[1] - span[0])
    done[2::2] = done[1:-1:2]
    return np.interp(high, edges, done) - np.interp(low, edges, done)


class _Mask:
    """Where nulls are counted: cells with a street of either time, inside the area.

    A shift that carries streets into the sea or the hills would make accidental agreement look too rare.
    """

    def __init__(self, places: np.ndarray, area: Optional[Sequence[np.ndarray]]) -> None:
        self._origin = places.min(axis=0) - _CELL
        cell = np.floor((places - self._origin) / _CELL).astype(int)
        self._used = np.zeros(cell.max(axis=0) + 2, bool)
        self._used[cell[:, 0], cell[:, 1]] = True
        if area:
            centre = np.argwhere(self._used) * _CELL + self._origin + _CELL / 2
            self._used[self._used] = in_area(centre, area)

    def __call__(self, places: np.ndarray) -> np.ndarray:
        cell = np.floor((places - self._origin) / _CELL).astype(int)
        valid = ((cell >= 0) & (cell < self._used.shape)).all(axis=1)
        result = np.zeros(len(places), bool)
        result[valid] = self._used[cell[valid, 0], cell[valid, 1]]
        return result


def in_area(places: np.ndarray, rings: Sequence[np.ndarray]) -> np.ndarray:
    """True for places (n, 2) inside an area of rings (holes as further rings, even-odd)."""
    result = np.zeros(len(places), bool)
    for ring in rings:
        result ^= inside(places, np.asarray(ring, float)[:, :2])
    return result


def measure(
    historic: Network,
    modern: Network,
    buffers: Sequence[float],
    *,
    angle: float = 20.0,
    nulls: int = 99,
    seed: int = 1,
    area: Optional[Sequence[np.ndarray]] = None,
    classes: Optional[Mapping[str, Sequence[str]]] = None,
    districts: Optional[Mapping[str, Sequence[np.ndarray]]] = None,
    progress: Optional[Progress] = None,
) -> Survival:
    """Measure survival for every buffer (metres) with bearing gate ``angle`` (degrees).

    ``area`` are rings in the plane, ``classes`` maps a field's name to one label per historic line,
    ``districts`` a name to its rings.  ``nulls`` 0 leaves S0, S* and p out.  Raises AtlasError, Cancelled.
    """
    buffers = _checked(buffers, angle, nulls)
    cut = pieces(historic)
    index = Index(modern, max(buffers), cut.longest)
    counted = in_area(cut.middle, area) if area else np.ones(len(cut.segment), bool)
    if not counted.any():
        raise AtlasError("No historic line lies inside the area.", hint="Choose another area or none.")
    low = historic.chain[cut.segment] + cut.low
    high = historic.chain[cut.segment] + cut.high
    runs, kept = _observe(index, historic, cut, (low, high), buffers, angle)
    labels = _labels(historic, cut, classes, districts)
    length = high - low
    tally = _Tally(length, counted, labels, kept)
    mask = _Mask(np.vstack([cut.middle, pieces(modern).middle]), area)
    rng = np.random.default_rng(seed)
    centre = cut.middle.mean(axis=0)
    for number in range(nulls):
        if progress is not None and not progress(number / nulls):
            raise Cancelled("Measuring survival")
        turn, shift = _random_move(rng)
        there = replace(cut, middle=(cut.middle - centre) @ turn.T + centre + shift)
        moved = historic.moved(turn, centre, shift)
        _, by_chance = _observe(index, moved, there, (low, high), buffers, angle)
        tally.add_null(by_chance, mask(there.middle))
    hexagon = _hexagons(_street_places(historic, cut))
    curve = [tally.point(k, buffer, counted, hexagon, rng) for k, buffer in enumerate(buffers)]
    groups: dict[str, dict[str, list[Point]]] = {}
    for name, (texts, codes) in labels.items():
        groups[name] = {}
        for code, label in enumerate(texts):
            chosen = counted & (codes == code)
            if chosen.any():
                key = (name, code)
                points = [tally.point(k, b, chosen, hexagon, rng, key) for k, b in enumerate(buffers)]
                groups[name][label] = points
    counted_m = float(length[counted].sum())
    result = Survival(curve, groups, runs, historic.total, counted_m, nulls)
    result.warnings += _cautions(cut.middle[counted], length[counted], modern, nulls, curve)
    return result


def _checked(buffers: Sequence[float], angle: float, nulls: int) -> list[float]:
    values = sorted({float(b) for b in buffers})
    if not values or not all(math.isfinite(b) and 0 < b <= 500 for b in values):
        raise AtlasError(
            "The buffers must be numbers of metres between 0 and 500.", hint="For example 5, 10, 20."
        )
    if not 0 < angle <= 90:
        raise AtlasError(f"The angle must lie between 0 and 90 degrees, not {angle:g}.")
    if nulls < 0:
        raise AtlasError("The number of nulls cannot be negative.")
    return values


def _observe(
    index: Index,
    historic: Network,
    cut: Pieces,
    ends: tuple[np.ndarray, np.ndarray],
    buffers: Sequence[float],
    angle: float,
) -> tuple[list[tuple[np.ndarray, np.ndarray]], np.ndarray]:
    """Surviving runs by buffer and the surviving length of each piece (buffers, pieces)."""
    spans = index.spans(historic, cut, buffers, angle)
    runs = [surviving_runs(historic, span, b) for span, b in zip(spans, buffers)]
    return runs, np.array([covered(run, *ends) for run in runs])


def _random_move(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    quarter = int(rng.integers(4))
    c, s = (1, 0, -1, 0)[quarter], (0, 1, 0, -1)[quarter]
    distance, way = rng.uniform(*SHIFT), rng.uniform(0, 2 * math.pi)
    return np.array([[c, -s], [s, c]], float), distance * np.array([math.cos(way), math.sin(way)])


def _labels(
    historic: Network,
    cut: Pieces,
    classes: Optional[Mapping[str, Sequence[str]]],
    districts: Optional[Mapping[str, Sequence[np.ndarray]]],
) -> dict[str, tuple[list[str], np.ndarray]]:
    found = {}
    for name, values in (classes or {}).items():
        texts, codes = np.unique(np.array([str(v) for v in values]), return_inverse=True)
        found[name] = ([str(t) for t in texts], codes[historic.line[cut.segment]])
    if districts:
        codes = np.full(len(cut.segment), -1)
        for code, rings in enumerate(districts.values()):
            codes[(codes < 0) & in_area(cut.middle, rings)] = code
        found["district"] = (list(districts), codes)
    return found


def _street_places(historic: Network, cut: Pieces) -> np.ndarray:
    """Where each piece counts in the bootstrap: a short street, which stays or goes as one, at its middle."""
    line, length = historic.line[cut.segment], cut.high - cut.low
    whole = np.bincount(line, length)[line]
    middle = [np.bincount(line, length * cut.middle[:, k])[line] / whole for k in (0, 1)]
    return np.where((whole <= HEXAGON)[:, None], np.column_stack(middle), cut.middle)


def _hexagons(places: np.ndarray) -> np.ndarray:
    """Numbers of the hexagons of 250 m (flat to flat) that hold the places."""
    size = HEXAGON / math.sqrt(3)
    q = (math.sqrt(3) / 3 * places[:, 0] - places[:, 1] / 3) / size
    r = (2 / 3 * places[:, 1]) / size
    s = -q - r
    rq, rr, rs = np.round(q), np.round(r), np.round(s)
    dq, dr, ds = np.abs(rq - q), np.abs(rr - r), np.abs(rs - s)
    rq = np.where((dq > dr) & (dq > ds), -rr - rs, rq)
    rr = np.where((dr > ds) & ~((dq > dr) & (dq > ds)), -rq - rs, rr)
    return np.unique(np.column_stack([rq, rr]), axis=0, return_inverse=True)[1].ravel()


class _Tally:
    """Sums of the observed and the accidental survival, in all and by group."""

    def __init__(self, length: np.ndarray, counted: np.ndarray, labels: dict, kept: np.ndarray) -> None:
        self._length, self._kept, self._labels, self._counted = length, kept, labels, counted
        self._nulls: dict[tuple, list[np.ndarray]] = {}

    def add_null(self, kept: np.ndarray, seen: np.ndarray) -> None:
        """Add one null: surviving lengths (buffers, pieces) and which pieces lie where they can be judged."""
        seen = seen & self._counted
        self._append((), kept, seen)
        for name, (texts, codes) in self._labels.items():
            for code in range(len(texts)):
                self._append((name, code), kept, seen & (codes == code))

    def _append(self, key: tuple, kept: np.ndarray, seen: np.ndarray) -> None:
        total = float(self._length[seen].sum())
        if total > 0:
            self._nulls.setdefault(key, []).append(np.append(kept[:, seen].sum(axis=1), total))

    def point(
        self,
        k: int,
        buffer: float,
        chosen: np.ndarray,
        hexagon: np.ndarray,
        rng: np.random.Generator,
        key: tuple = (),
    ) -> Point:
        """The curve's point for buffer number ``k`` over the chosen pieces."""
        kept, length = self._kept[k][chosen], self._length[chosen]
        share = float(kept.sum() / length.sum())
        drawn = _bootstrap(kept, length, hexagon[chosen], rng)
        ends = (min(float(np.quantile(drawn, 0.025)), share), max(float(np.quantile(drawn, 0.975)), share))
        nulls = np.array(self._nulls.get(key, []))
        base = Point(buffer, share, None, None, None, None, None, float(kept.sum()), *ends)
        if not len(nulls):
            return base
        chance = float(nulls[:, k].sum() / nulls[:, -1].sum())
        each = nulls[:, k] / nulls[:, -1]
        base.S0, base.S0_sd = chance, float(each.std())
        base.p = (1 + int(np.sum(each >= share))) / (1 + len(each))
        if chance < 1:
            base.S_star, base.low, base.high = ((v - chance) / (1 - chance) for v in (share, *ends))
        return base


def _bootstrap(
    kept: np.ndarray, length: np.ndarray, block: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """Shares from resampled blocks."""
    codes = np.unique(block, return_inverse=True)[1]
    a, b = np.bincount(codes, kept), np.bincount(codes, length)
    weight = rng.multinomial(len(a), np.full(len(a), 1 / len(a)), size=_BOOTSTRAPS)
    return (weight @ a) / np.maximum(weight @ b, 1e-9)


def _cautions(
    places: np.ndarray, length: np.ndarray, modern: Network, nulls: int, curve: Sequence[Point]
) -> list[str]:
    found = []
    low, high = (
        np.minimum(modern.start, modern.end).min(axis=0),
        np.maximum(modern.start, modern.end).max(axis=0),
    )
    outside = ((places < low - 50) | (places > high + 50)).any(axis=1)
    share = float(length[outside].sum() / length.sum())
    if share > 0.05:
        found.append(
            f"{100 * share:.0f} % of the historic network lies outside the extent of the modern one and "
            "counts as lost: is the modern layer complete?"
        )
    if 0 < nulls < 99:
        found.append(f"{nulls} nulls are few; 99 or more are usual.")
    if not nulls:
        found.append("Without nulls accidental agreement is not corrected; S flatters.")
    if nulls and all(point.S0 is None for point in curve):
        found.append(
            "The network is too small for nulls: moved by 150 m it leaves its surroundings; S stands alone."
        )
    if any(point.S0 is not None and point.S0 > 0.5 for point in curve):
        found.append(
            "At the largest buffers more than half would survive by accident: read the smaller ones."
        )
    return found


def cut_lines(
    lines: Sequence[np.ndarray], historic: Network, runs: tuple[np.ndarray, np.ndarray]
) -> list[tuple[int, bool, np.ndarray, float]]:
    """Cut every line into surviving and lost stretches: (line number, survives, points, length in metres)."""
    result = []
    for number, points in enumerate(lines):
        points = np.asarray(points, float)[:, :2]
        along = np.append(0.0, np.cumsum(np.hypot(*np.diff(points, axis=0).T)))
        if len(points) < 2 or along[-1] <= 0:
            continue
        first = historic.first[number]
        a, b = np.searchsorted(runs[1], first), np.searchsorted(runs[0], historic.last[number])
        edges = [(max(0.0, u - first), min(along[-1], v - first)) for u, v in zip(runs[0][a:b], runs[1][a:b])]
        at = 0.0
        for low, high in [*edges, (along[-1], along[-1])]:
            if low - at > 1e-3:
                result.append((number, False, _part(points, along, at, low), float(low - at)))
            if high - low > 1e-3:
                result.append((number, True, _part(points, along, low, high), float(high - low)))
            at = max(at, high)
    return result


def _part(points: np.ndarray, along: np.ndarray, low: float, high: float) -> np.ndarray:
    if low <= 1e-9 and high >= along[-1] - 1e-9:
        return points
    inner = points[(along > low + 1e-9) & (along < high - 1e-9)]
    ends = [[np.interp(v, along, points[:, k]) for k in (0, 1)] for v in (low, high)]
    return np.vstack([ends[0], inner, ends[1]])


def report(
    result: Survival,
    output_buffer: float,
    old_lines: Sequence[np.ndarray] = (),
    new_lines: Sequence[np.ndarray] = (),
) -> dict:
    """The JSON report of the ``survival`` algorithm (lengths in metres, shares from 0 to 1)."""

    def rows(points: Sequence[Point]) -> list[dict]:
        return [{key: _rounded(value) for key, value in vars(point).items()} for point in points]

    return {
        "curve": rows(result.curve),
        "groups": {
            name: {label: rows(points) for label, points in curves.items()}
            for name, curves in result.groups.items()
        },
        "historic_m": _rounded(result.total_m),
        "counted_m": _rounded(result.counted_m),
        "nulls": result.nulls,
        "output_buffer": output_buffer,
        "orientation": {
            name: {"shares": [_rounded(v) for v in made.shares], "order": _rounded(made.order)}
            for name, made in (("then", rose(old_lines)), ("now", rose(new_lines)))
        },
        "formula": "S* = (S - S0) / (1 - S0); 95 % interval from 250 m hexagons; p is the rank among nulls",
        "warnings": result.warnings,
    }


def _rounded(value: Optional[float]) -> Optional[float]:
    return None if value is None else round(float(value), 6)
