# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How much of a historic network still exists, corrected for accidental agreement.

Survival is completeness with the historic network as reference (Heipke et al. 1997), gated by bearing.  Runs
shorter than max(30 m, 2 b) do not count.  By accident a dense network "survives" anywhere.  Three causes are
kept apart, each of which biased the plain correction (S − S0) / (1 − S0) with S0 from random moves:

- Moves change the surroundings.  Quarter turns carry streets kilometres away, into other densities, so that
  S0 came out too low and pure chance read +0.05 at 30 m.  Networks are shifted only, by 150 to 600 m, and the
  shifted streets are weighted so that each cell of 250 m counts as much as the historic network has there
  (post-stratification; Cochran 1977, ch. 5A).  S0 is their mean without the outer twentieth.
- Survivors are no accident.  A random shift also meets modern streets that are the old ones, which a lost
  street at its place does not meet: they lie where they always lay.  Of the modern length the share
  s = f L / M consists of survivors (f survival, L and M the lengths of both networks in the same cells), so
  a lost street agrees by accident with probability q = 1 − (1 − S0)^(1 − s), as under a thinned Poisson
  process, and S = f + (1 − f) q is solved for f, which is S*.  Without that, half a town read as 0.43.
- One modern line vouches for one old street.  Where old streets lie nearer to each other than the buffer, a
  survivor would vouch for its lost neighbour too; there a stretch counts at most by the number of modern
  lines beside it over the number of old ones (as one-to-one matching would; Heipke et al. 1997).

The reported S is plain, S0 is the share of lost streets that agree by accident, so that
S* = (S − S0) / (1 − S0) holds.  The 95 % interval joins two independent spreads in quadrature: that of S over
hexagons of 250 m (block bootstrap), and that of the accident, from the quantiles of the shifted networks.
p is the rank among these.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Callable, Mapping, Optional, Sequence

import numpy as np

from ..errors import AtlasError, Cancelled
from ..i18n import tr
from .network import Index, Network, Pieces, components, pieces
from .orientation import rose
from .point_checks import inside

SHIFT = (150.0, 600.0)
HEXAGON = 250.0
_CELL = 250.0
_FILL, _END = 20.0, 20.0
_ALONE = 1.05
"""Lines beside an old street, itself counted, up to which it has no neighbour within the buffer."""
_BOOTSTRAPS = 400
_TRIMMED = 0.025
Progress = Callable[[float], bool]


@dataclass
class Point:
    """One buffer of the curve; S, S0, S* and the 95 % interval of S* as shares, ``p`` as rank among nulls.

    ``S0_sd`` is the spread of accidental survival over the shifted networks.
    """

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
        text = tr(
            "Survival",
            "{count} of {all} historic lines are schematic: drawn from descriptions, hundreds of metres off, "
            "so that overlap with today's streets would say nothing about survival.",
        )
        raise AtlasError(
            text.format(count=count, all=len(fidelities)),
            hint=tr(
                "Survival",
                "Attach a scan of the sheet, georeference it and trace the streets; the digitized traces "
                "then take the place of the schematic ones. Or choose only digitized lines.",
            ),
        )


def buffer_from_errors(georef_m: float, trace_m: float, modern_m: float) -> float:
    """The buffer that the error budget asks for: 2 √(σ_georef² + σ_trace² + σ_modern²), in metres."""
    return 2.0 * math.sqrt(georef_m**2 + trace_m**2 + modern_m**2)


def surviving_runs(
    historic: Network, span: Sequence[np.ndarray], buffer: float
) -> tuple[np.ndarray, np.ndarray]:
    """Chainages (from, to) of the runs that count, sorted, from matched intervals.

    Gaps that bends and corners leave between offset lines are closed, up to min(b, 20 m); a run that stops
    within min(b / 2, 20 m) of the end of a street that goes no further reaches the end.
    """
    low, high = span[0], span[1]
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
    matcher = _Matcher(historic, modern, buffers, angle)
    cut, length = matcher.cut, matcher.length
    counted = in_area(cut.middle, area) if area else np.ones(len(cut.segment), bool)
    if not counted.any():
        raise AtlasError(
            tr("Survival", "No historic line lies inside the area."),
            hint=tr("Survival", "Choose another area or none."),
        )
    runs, kept, vouched = matcher.match(np.zeros(2))
    labels = _labels(historic, cut, classes, districts)
    rng = np.random.default_rng(seed)
    shifts = [_random_shift(rng) for _ in range(nulls)]
    groups: dict[tuple, np.ndarray] = {(): counted}
    for name, (texts, codes) in labels.items():
        groups.update({(name, code): counted & (codes == code) for code in range(len(texts))})
    chance = {
        key: _Chance(cut.middle, length, chosen, shifts, modern)
        for key, chosen in groups.items()
        if chosen.any()
    }
    for number, shift in enumerate(shifts):
        if progress is not None and not progress(number / nulls):
            raise Cancelled(tr("Survival", "Measuring survival"))
        _, _, by_chance = matcher.match(shift)
        for one in chance.values():
            one.add(shift, by_chance)
    hexagon = _hexagons(_street_places(historic, cut))

    def points(key: tuple) -> list[Point]:
        chosen = groups[key]
        seen = _Seen(kept[:, chosen], vouched[:, chosen], length[chosen], hexagon[chosen])
        return [_point(k, buffer, seen, chance[key], rng) for k, buffer in enumerate(buffers)]

    curve = points(())
    found = {
        name: {label: points((name, code)) for code, label in enumerate(texts) if (name, code) in chance}
        for name, (texts, _) in labels.items()
    }
    counted_m = float(length[counted].sum())
    result = Survival(curve, found, runs, historic.total, counted_m, nulls)
    result.warnings += _cautions(cut.middle[counted], length[counted], modern, nulls, curve)
    return result


class _Matcher:
    """Matches the historic network, where it lies or shifted, with the modern one."""

    def __init__(self, historic: Network, modern: Network, buffers: Sequence[float], angle: float) -> None:
        self._historic, self._buffers, self._angle = historic, buffers, angle
        self.cut = pieces(historic)
        self.length = self.cut.high - self.cut.low
        self._index = Index(modern, max(buffers), self.cut.longest)
        chain = historic.chain[self.cut.segment]
        self._ends = chain + self.cut.low, chain + self.cut.high
        own = Index(historic, max(buffers), self.cut.longest).spans(historic, self.cut, buffers, angle)
        beside = np.array([spans.lines_beside(self.cut) for spans in own])
        self._old_lines = np.where(beside < _ALONE, 1.0, beside)

    def match(self, shift: np.ndarray) -> tuple[list[tuple[np.ndarray, np.ndarray]], np.ndarray, np.ndarray]:
        """Surviving runs by buffer, and by piece (buffers, pieces) the surviving length and what of it
        modern lines vouch for when each vouches once."""
        moved = self._historic.moved(np.eye(2), np.zeros(2), shift) if shift.any() else self._historic
        there = replace(self.cut, middle=self.cut.middle + shift)
        spans = self._index.spans(moved, there, self._buffers, self._angle)
        runs = [surviving_runs(self._historic, (s.low, s.high), b) for s, b in zip(spans, self._buffers)]
        kept = np.array([covered(run, *self._ends) for run in runs])
        lines = np.array([one.lines_beside(self.cut) for one in spans])
        crowded = self._old_lines > 1
        share = np.where(crowded, np.minimum(1.0, lines / self._old_lines), 1.0)
        return runs, kept, kept * share


class _Chance:
    """Accidental survival of a group of pieces, at the places where the group lies.

    A shifted piece counts by the cell that it comes to lie in: as much as all shifted pieces together have to
    count there so that each cell has the weight that the group has in it.
    """

    def __init__(
        self,
        places: np.ndarray,
        length: np.ndarray,
        chosen: np.ndarray,
        shifts: Sequence[np.ndarray],
        modern: Network,
    ) -> None:
        self._places, self._length, self._chosen = places[chosen], length[chosen], chosen
        self._origin = places.min(axis=0) - 2 * SHIFT[1]
        self._across = int((np.ptp(places[:, 0]) + 4 * SHIFT[1]) / _CELL) + 2
        self._cells, here = np.unique(self._cell(self._places), return_inverse=True)
        own, shifted = np.bincount(here, self._length), np.zeros(len(self._cells))
        for shift in shifts:
            at, there = self._lie(self._places + shift)
            shifted += np.bincount(at[there], self._length[there], minlength=len(own))
        self._weight = np.where(shifted > 0, own / np.maximum(shifted, 1e-9), 0.0)
        self._sums: list[np.ndarray] = []
        cut = pieces(modern)
        _, there = self._lie(cut.middle)
        self.survivors_to_all = float(self._length.sum()) / max(
            float((cut.high - cut.low)[there].sum()), 1e-9
        )
        """Length of the group over that of the modern network in the same cells."""

    def _cell(self, places: np.ndarray) -> np.ndarray:
        cell = np.floor((places - self._origin) / _CELL).astype(np.int64)
        outside = (cell[:, 0] < 0) | (cell[:, 0] >= self._across)
        return np.where(outside, -1, cell[:, 1] * self._across + cell[:, 0])

    def _lie(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Numbers of the group's cells that hold the places, and which places lie in one."""
        cell = self._cell(places)
        at = np.minimum(np.searchsorted(self._cells, cell), len(self._cells) - 1)
        return at, self._cells[at] == cell

    def add(self, shift: np.ndarray, vouched: np.ndarray) -> None:
        """Add one shifted network: surviving lengths of all pieces (buffers, pieces)."""
        at, there = self._lie(self._places + shift)
        weight = np.where(there, self._weight[at], 0.0)
        total = float((weight * self._length).sum())
        if total > 0:
            self._sums.append(np.append(vouched[:, self._chosen] @ weight, total))

    def shares(self, k: int) -> np.ndarray:
        """Accidental survival by shifted network at buffer number ``k``."""
        sums = np.array(self._sums)
        return sums[:, k] / sums[:, -1] if len(sums) else np.zeros(0)

    def mean(self, k: int) -> float:
        """Accidental survival over the shifted networks at buffer number ``k``.

        The mean of the middle 95 %: a shift that lays old streets onto themselves in the modern network, or a
        grid onto its next row, is no accident, and one such shift would weigh as much as all others.
        """
        each = np.sort(self.shares(k))
        cut = int(_TRIMMED * len(each))
        return float(each[cut : len(each) - cut].mean())


def corrected(share: float, chance: float, survivors_to_all: float) -> float:
    """Solve S = f + (1 − f) q for f, where q = 1 − (1 − S0)^(1 − s) and s = f L / M (see above).

    ``survivors_to_all`` is L / M.  The solution lies between the plain correction and S; below zero, where
    there are no survivors to speak of, it is the plain one.
    """
    if chance >= 1:
        return share
    low = (share - chance) / (1 - chance)
    if low <= 0:
        return low
    high = share
    for _ in range(60):
        middle = (low + high) / 2
        thinned = (1 - chance) ** (1 - min(1.0, middle * survivors_to_all))
        if middle + (1 - middle) * (1 - thinned) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _checked(buffers: Sequence[float], angle: float, nulls: int) -> list[float]:
    values = sorted({float(b) for b in buffers})
    if not values or not all(math.isfinite(b) and 0 < b <= 500 for b in values):
        raise AtlasError(
            tr("Survival", "The buffers must be numbers of metres between 0 and 500."),
            hint=tr("Survival", "For example 5, 10, 20."),
        )
    if not 0 < angle <= 90:
        text = tr("Survival", "The angle must lie between 0 and 90 degrees, not {angle}.")
        raise AtlasError(text.format(angle=f"{angle:g}"))
    if nulls < 0:
        raise AtlasError(tr("Survival", "The number of nulls cannot be negative."))
    return values


def _random_shift(rng: np.random.Generator) -> np.ndarray:
    distance, way = rng.uniform(*SHIFT), rng.uniform(0, 2 * math.pi)
    return distance * np.array([math.cos(way), math.sin(way)])


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


@dataclass(frozen=True)
class _Seen:
    """What was observed of a group: lengths by buffer and piece, lengths and hexagons by piece."""

    kept: np.ndarray
    vouched: np.ndarray
    length: np.ndarray
    hexagon: np.ndarray


def _point(k: int, buffer: float, seen: _Seen, chance: _Chance, rng: np.random.Generator) -> Point:
    """The curve's point for buffer number ``k``."""
    total = float(seen.length.sum())
    kept = float(seen.kept[k].sum())
    share, vouched = kept / total, float(seen.vouched[k].sum()) / total
    raw = _interval(_bootstrap(seen.kept[k], seen.length, seen.hexagon, rng), share)
    point = Point(buffer, share, None, None, None, None, None, kept, *raw)
    each = chance.shares(k)
    if not len(each):
        return point
    mean = chance.mean(k)
    if mean >= 1:
        return point

    def star(observed: float, by_chance: float) -> float:
        return corrected(observed, min(by_chance, 0.999), chance.survivors_to_all)

    found = star(vouched, mean)
    drawn = _interval(_bootstrap(seen.vouched[k], seen.length, seen.hexagon, rng), vouched)
    streets = [star(end, mean) - found for end in drawn]
    accident = [star(vouched, float(np.quantile(each, q))) - found for q in (0.975, 0.025)]
    point.S_star, point.S0_sd = found, float(each.std())
    point.S0 = (share - found) / (1 - found) if found < 1 else mean
    point.low = found - math.hypot(min(streets[0], 0.0), min(accident[0], 0.0))
    point.high = min(1.0, found + math.hypot(max(streets[1], 0.0), max(accident[1], 0.0)))
    point.p = (1 + int(np.sum(each >= vouched))) / (1 + len(each))
    return point


def _interval(drawn: np.ndarray, share: float) -> tuple[float, float]:
    """The middle 95 % of drawn shares, the observed one included."""
    low, high = (float(v) for v in np.quantile(drawn, (0.025, 0.975)))
    return min(low, share), max(high, share)


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
        text = tr(
            "Survival",
            "{share} % of the historic network lies outside the extent of the modern one and counts as lost: "
            "is the modern layer complete?",
        )
        found.append(text.format(share=f"{100 * share:.0f}"))
    if 0 < nulls < 99:
        found.append(tr("Survival", "%n shifts are few; 99 or more are usual.", nulls))
    if not nulls:
        found.append(
            tr("Survival", "Without random shifts accidental agreement is not corrected; S flatters.")
        )
    if nulls and all(point.S0 is None for point in curve):
        found.append(
            tr(
                "Survival",
                "The network is too small for nulls: moved by 150 m it leaves its surroundings; S stands "
                "alone.",
            )
        )
    if any(point.S0 is not None and point.S0 > 0.5 for point in curve):
        found.append(
            tr(
                "Survival",
                "At the largest buffers more than half would survive by accident: read the smaller ones.",
            )
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
        "formula": (
            "S* = (S - S0) / (1 - S0), S0 = share of lost streets that agree by accident; 95 % interval from "
            "250 m hexagons and the spread of random shifts; p is the rank among these"
        ),
        "warnings": result.warnings,
    }


def _rounded(value: Optional[float]) -> Optional[float]:
    return None if value is None else round(float(value), 6)
