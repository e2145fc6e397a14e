# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Line networks as arrays, and which stretches of one lie beside the other.

A stretch of a historic segment is matched by a modern segment of like bearing where it lies inside the
rectangle of half width b around it (flat ends, so that a street that ends does not vouch for its
continuation). The stretch is computed exactly, not sampled.  Positions along the network are one number,
the chainage: lines follow each other with a gap between them, so that all lines are handled in one sort.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Optional, Sequence

import numpy as np

from ..errors import AtlasError
from ..i18n import tr

GAP = 1000.0
_PIECE = 60.0
_NODE = 0.05
_STRAIGHT = np.cos(np.radians(45.0))
_GOES_ON = np.cos(np.radians(20.0))
_CHUNK = 20_000


@dataclass
class Network:
    """Lines in a metric plane.

    Per segment: ``start``, ``end`` (m, 2), ``line`` (m), ``chain`` (m, chainage of its start), ``unit`` (m,
    2). Per line: ``first``, ``last`` (chainage), ``nodes`` (l, 2), ``ends_here`` (l, 2: nothing goes on
    straight), ``whole`` (l, length of all lines connected with it), ``kind`` (l).
    """

    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    chain: np.ndarray
    unit: np.ndarray
    length: np.ndarray
    first: np.ndarray
    last: np.ndarray
    nodes: np.ndarray
    ends_here: np.ndarray
    whole: np.ndarray
    kind: np.ndarray

    @property
    def total(self) -> float:
        """Length of all lines in metres."""
        return float(self.length.sum())

    @property
    def line_sorted(self) -> np.ndarray:
        """Numbers of the lines that have a length, in the order of their chainage."""
        return np.flatnonzero(~np.isnan(self.first))

    @property
    def first_sorted(self) -> np.ndarray:
        """Chainages of the starts of these lines."""
        return self.first[self.line_sorted]

    def moved(self, turn: np.ndarray, centre: np.ndarray, shift: np.ndarray) -> Network:
        """The network turned about ``centre`` and shifted; its inner structure stays."""
        values = dict(vars(self))
        for key in ("start", "end"):
            values[key] = (values[key] - centre) @ turn.T + centre + shift
        values["unit"] = self.unit @ turn.T
        return Network(**values)


def build(lines: Sequence[np.ndarray], kinds: Optional[Sequence[int]] = None) -> Network:
    """Make a network of lines, each (k, 2) in metres; ``kinds`` (one number per line) match only their like.

    Raises AtlasError for a line with a coordinate that is no finite number, or when nothing is left.
    """
    sizes = np.array([len(points) for points in lines], int)
    if not len(sizes) or not (sizes > 1).any():
        raise AtlasError(
            tr("Survival", "The layer holds no lines."),
            hint=tr("Survival", "Choose a layer with streets or railways."),
        )
    points = np.concatenate([np.asarray(p, float)[:, :2] for p in lines])
    owner = np.repeat(np.arange(len(lines)), sizes)
    bad = ~np.isfinite(points).all(axis=1)
    if bad.any():
        raise AtlasError(
            tr("Survival", "Line {int} has a coordinate that is no finite number.").format(
                int=int(owner[bad][0]) + 1
            )
        )
    same = owner[1:] == owner[:-1]
    start, end, line = points[:-1][same], points[1:][same], owner[:-1][same]
    length = np.hypot(*(end - start).T)
    keep = length > 1e-9
    start, end, line, length = start[keep], end[keep], line[keep], length[keep]
    if not len(length):
        raise AtlasError(tr("Survival", "All lines of the layer have no length."))
    chain = np.cumsum(length) - length + GAP * line
    per_line = np.bincount(line, length, minlength=len(lines))
    first = np.full(len(lines), np.nan)
    order = np.unique(line, return_index=True)
    first[order[0]] = chain[order[1]]
    unit = (end - start) / length[:, None]
    nodes, ends_here, whole = _structure(start, end, line, unit, len(lines), per_line)
    kind = np.zeros(len(lines), int) if kinds is None else np.asarray(kinds, int)
    unit = _steady(start, end, line, unit, length)
    return Network(
        start, end, line, chain, unit, length, first, first + per_line, nodes, ends_here, whole, kind
    )


def _steady(
    start: np.ndarray, end: np.ndarray, line: np.ndarray, unit: np.ndarray, length: np.ndarray
) -> np.ndarray:
    """Directions of short segments from a chord of about 10 m: digitizing noise turns them otherwise."""
    result = unit.copy()
    for i in np.flatnonzero(length < 5.0):
        a = b = i
        while length[a : b + 1].sum() < 10.0:
            grown = False
            if a > 0 and line[a - 1] == line[i] and unit[a - 1] @ unit[i] > _STRAIGHT:
                a, grown = a - 1, True
            if b + 1 < len(line) and line[b + 1] == line[i] and unit[b + 1] @ unit[i] > _STRAIGHT:
                b, grown = b + 1, True
            if not grown:
                break
        chord = end[b] - start[a]
        size = np.hypot(*chord)
        if size > 0.1:
            result[i] = chord / size
    return result


def _structure(
    start: np.ndarray, end: np.ndarray, line: np.ndarray, unit: np.ndarray, count: int, per_line: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Nodes of both ends of every line, which ends have no straight continuation, connected lengths."""
    present, head = np.unique(line, return_index=True)
    tail = np.append(head[1:], len(line)) - 1
    places = np.concatenate([start[head], end[tail]])
    outward = np.concatenate([-unit[head], unit[tail]])
    _, node = np.unique(np.round(places / _NODE).astype(np.int64), axis=0, return_inverse=True)
    node = node.ravel()
    goes_on = np.zeros(len(node), bool)
    order = np.argsort(node, kind="stable")
    for step in range(1, 12):
        left, right = order[:-step], order[step:]
        together = node[left] == node[right]
        if not together.any():
            break
        straight = together & (np.sum(outward[left] * outward[right], axis=1) < -_GOES_ON)
        goes_on[left[straight]] = True
        goes_on[right[straight]] = True
    nodes, ends_here = np.full((count, 2), -1), np.zeros((count, 2), bool)
    half = len(present)
    nodes[present, 0], nodes[present, 1] = node[:half], node[half:]
    ends_here[present, 0], ends_here[present, 1] = ~goes_on[:half], ~goes_on[half:]
    label = components(nodes[present])
    sums = np.bincount(label, per_line[present])
    whole = np.zeros(count)
    whole[present] = sums[label]
    return nodes, ends_here, whole


def components(nodes: np.ndarray) -> np.ndarray:
    """Component numbers (k) of things that touch the nodes ``nodes`` (k, 2; -1 touches nothing)."""
    k = len(nodes)
    label = np.arange(k)
    ids, compact = np.unique(nodes, return_inverse=True)
    compact = compact.reshape(nodes.shape)
    usable = ids[compact] >= 0
    thing, node = np.nonzero(usable)[0], compact[usable]
    order = np.argsort(node, kind="stable")
    thing, node = thing[order], node[order]
    cuts = np.flatnonzero(np.append(True, node[1:] != node[:-1])) if len(node) else np.array([], int)
    while len(cuts):
        least = np.repeat(np.minimum.reduceat(label[thing], cuts), np.diff(np.append(cuts, len(node))))
        before = label.copy()
        np.minimum.at(label, before[thing], least)
        np.minimum.at(label, thing, least)
        label = label[label]
        if np.array_equal(label, before):
            break
    return np.unique(label, return_inverse=True)[1]


@dataclass
class Pieces:
    """Stretches of at most 60 m: per piece its segment, its ends along the segment and its middle.

    ``longest`` is the length that none exceeds: in a network of short segments all pieces are short, so that
    fewer of them are near each other.
    """

    segment: np.ndarray
    low: np.ndarray
    high: np.ndarray
    middle: np.ndarray
    longest: float = _PIECE


def pieces(network: Network) -> Pieces:
    """Cut the segments of a network into pieces."""
    longest = float(np.clip(2 * network.length.mean(), _PIECE / 6, _PIECE))
    count = np.maximum(1, np.ceil(network.length / longest).astype(int))
    segment = np.repeat(np.arange(len(count)), count)
    step = (network.length / count)[segment]
    rank = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count)
    low = rank * step
    middle = network.start[segment] + _direction(network)[segment] * (low + step / 2)[:, None]
    return Pieces(segment, low, low + step, middle, longest)


def _direction(network: Network) -> np.ndarray:
    """True directions of the segments (``unit`` may be steadied)."""
    return (network.end - network.start) / network.length[:, None]


class Spans(NamedTuple):
    """Matched stretches: chainages from and to, and the number of the historic piece that each lies in."""

    low: np.ndarray
    high: np.ndarray
    piece: np.ndarray

    def lines_beside(self, cut: Pieces) -> np.ndarray:
        """How many lines lie beside each piece, on the average over its length (pieces)."""
        covered = np.bincount(self.piece, self.high - self.low, minlength=len(cut.segment))
        return covered / np.maximum(cut.high - cut.low, 1e-9)


class Index:
    """Grid over the pieces of a modern network, for all buffers up to ``reach`` metres.

    ``longest`` is the length that the historic pieces do not exceed.
    """

    def __init__(self, network: Network, reach: float, longest: float = _PIECE) -> None:
        self.network = network
        self._pieces = pieces(network)
        self._cell = reach + (self._pieces.longest + longest) / 2
        self._origin = self._pieces.middle.min(axis=0) - 2 * self._cell
        cell = np.floor((self._pieces.middle - self._origin) / self._cell).astype(np.int64)
        self._across = int(cell[:, 0].max()) + 3
        self._rows = int(cell[:, 1].max()) + 3
        key = cell[:, 1] * self._across + cell[:, 0]
        self._order = np.argsort(key, kind="stable")
        self._key = key[self._order]
        self._direction = _direction(network)

    def _pairs(self, middle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Numbers of historic and modern pieces that can be near each other."""
        cell = np.floor((middle - self._origin) / self._cell).astype(np.int64)
        inside = (cell[:, 0] >= 0) & (cell[:, 0] <= self._across) & (cell[:, 1] >= -1)
        inside &= cell[:, 1] <= self._rows
        here = np.flatnonzero(inside)
        left, right = [], []
        for row in (-1, 0, 1):
            base = (cell[here, 1] + row) * self._across + cell[here, 0]
            low = np.searchsorted(self._key, base - 1, "left")
            high = np.searchsorted(self._key, base + 1, "right")
            many = high - low
            left.append(np.repeat(here, many))
            within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
            right.append(self._order[np.repeat(low, many) + within])
        return np.concatenate(left), np.concatenate(right)

    def spans(self, historic: Network, cut: Pieces, buffers: Sequence[float], angle: float) -> list[Spans]:
        """For every buffer the matched chainage intervals, unsorted and overlapping.

        ``cut`` are the historic network's pieces (with their middles where the network now lies).
        """
        found: list[list[Spans]] = [[] for _ in buffers]
        for at in range(0, len(cut.segment), _CHUNK):
            self._chunk(historic, cut, slice(at, at + _CHUNK), buffers, angle, found)
        return [Spans(*(np.concatenate(values) for values in zip(*one))) for one in found]

    def _chunk(
        self,
        historic: Network,
        cut: Pieces,
        part: slice,
        buffers: Sequence[float],
        angle: float,
        found: list[list[Spans]],
    ) -> None:
        left, right = self._pairs(cut.middle[part])
        left = left + part.start
        h, m = cut.segment[left], self._pieces.segment[right]
        u, v = historic.unit[h], self.network.unit[m]
        like = np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]) <= np.sin(np.radians(angle)) + 1e-12
        like &= historic.kind[historic.line[h]] == self.network.kind[self.network.line[m]]
        left, right, h, m = left[like], right[like], h[like], m[like]
        u = (historic.end[h] - historic.start[h]) / historic.length[h][:, None]
        v = self._direction[m]
        gap = historic.start[h] - self.network.start[m]
        # Along the modern piece: low ≤ gap·v + t u·v ≤ high.
        low, high = _between(
            np.sum(gap * v, axis=1), np.sum(u * v, axis=1), self._pieces.low[right], self._pieces.high[right]
        )
        low, high = np.maximum(low, cut.low[left]), np.minimum(high, cut.high[left])
        some = high > low
        across, rate = gap[:, 1] * v[:, 0] - gap[:, 0] * v[:, 1], u[:, 1] * v[:, 0] - u[:, 0] * v[:, 1]
        low, high, across, rate = low[some], high[some], across[some], rate[some]
        chain, piece = historic.chain[h[some]], left[some]
        for buffer, one in zip(buffers, found):
            a, b = _between(across, rate, -buffer, buffer)
            a, b = np.maximum(a, low), np.minimum(b, high)
            hit = b > a
            one.append(Spans((chain + a)[hit], (chain + b)[hit], piece[hit]))


def _between(
    offset: np.ndarray, rate: np.ndarray, low: np.ndarray | float, high: np.ndarray | float
) -> tuple[np.ndarray, np.ndarray]:
    """The t for which low ≤ offset + rate·t ≤ high."""
    safe = np.where(np.abs(rate) < 1e-12, 1e-12, rate)
    a, b = (low - offset) / safe, (high - offset) / safe
    return np.minimum(a, b), np.maximum(a, b)
