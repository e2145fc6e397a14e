# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Refuses control points that cannot give a map, by name, before any file is written; warns of weak ones.

A spline hides a blunder of a degree, gives an empty picture for points on one line, and grows to gigapixels
over two points that nearly coincide; a mirrored set fits perfectly.  None of that raises an error in GDAL.
"""

from __future__ import annotations

from itertools import combinations
from typing import Iterable, Optional, Sequence

import numpy as np

from ..errors import AtlasError
from ..i18n import tr
from .transforms import MINIMUM, TITLES, Fit

_NEAR_SHARE = 0.001
_NEAR_PIXELS = 2.0
_LINE_REFUSED, _LINE_WARNED = 0.01, 0.08
_CHAOS = 0.6
_ALL_TRIANGLES = 30
_LEAST_SHEET = 1.0
_MOST_NAMED = 12
_TIMES_ASTRAY = 10.0
_JUDGED = 5
"""From so many points on a wrong one is told by the others (``outliers``)."""


def names(labels: Sequence[str], which: Iterable[int]) -> str:
    """Readable list of points: "Control points 2 and 5"."""
    chosen = [labels[i] for i in which]
    if len(chosen) == 1:
        return tr("ControlPoints", "Control point {label}").format(label=chosen[0])
    if len(chosen) > _MOST_NAMED:
        left = len(chosen) - _MOST_NAMED + 2
        text = tr("ControlPoints", "Control points {labels} and %n more", left)
        return text.format(labels=", ".join(chosen[:-left]))
    text = tr("ControlPoints", "Control points {labels} and {last}")
    return text.format(labels=", ".join(chosen[:-1]), last=chosen[-1])


def refuse_degenerate(
    method: str,
    source: np.ndarray,
    target: np.ndarray,
    labels: Sequence[str],
    size: Optional[tuple[int, int]],
) -> None:
    """Raise AtlasError naming the points that make the set unusable.

    ``source`` is (n, 2) in pixels with y = minus the row, ``target`` (n, 2) in metres, ``size`` the scan's
    columns and rows where known.
    """
    bad = np.flatnonzero(~np.isfinite(np.hstack([source, target])).all(axis=1))
    if len(bad):
        raise AtlasError(
            tr("ControlPoints", "{points}: coordinates that are no finite numbers.").format(
                points=names(labels, bad)
            )
        )
    if len(source) < MINIMUM[method]:
        raise AtlasError(
            tr(
                "ControlPoints",
                "{method} needs at least {least} control points; enabled: %n ({points}).",
                len(source),
            ).format(
                method=tr("Methods", TITLES[method]),
                least=MINIMUM[method],
                points=names(labels, range(len(source))),
            ),
            hint=tr("ControlPoints", "Set more points or choose a simpler method."),
        )
    _refuse_outside(source, labels, size)
    _refuse_near(source, labels, _NEAR_PIXELS, on_scan=True)
    _refuse_near(target, labels, 0.0, on_scan=False)
    if np.ptp(target, axis=0).max() < _LEAST_SHEET:
        raise AtlasError(
            tr("ControlPoints", "{points} lie within a metre on the map.").format(
                points=names(labels, range(len(target)))
            ),
            hint=tr("ControlPoints", "Are they degrees, and another reference system was chosen?"),
        )
    if len(source) > 2:
        if len(target) < _JUDGED or flatness(target) < _LINE_REFUSED:
            _refuse_astray(target, labels)
        _refuse_line(source, labels, on_scan=True)
        _refuse_line(target, labels, on_scan=False)
        _refuse_mirrored(source, target, labels)


def _refuse_outside(source: np.ndarray, labels: Sequence[str], size: Optional[tuple[int, int]]) -> None:
    if size is None:
        return
    columns, rows = size
    slack = 0.25 * max(columns, rows)
    x, y = source[:, 0], -source[:, 1]
    off = (x < -slack) | (x > columns + slack) | (y < -slack) | (y > rows + slack)
    if not off.any():
        return
    hint = tr("ControlPoints", "Check the coordinates on the scan.")
    if np.all(y <= 0) and np.all(-y <= rows + slack) and np.any(y < 0):
        hint = tr(
            "ControlPoints",
            "The rows are mirrored: .points files count them downwards as negative numbers.",
        )
    raise AtlasError(
        tr("ControlPoints", "{points}: far outside the scan of {columns} × {rows}.").format(
            points=names(labels, np.flatnonzero(off)), columns=columns, rows=rows
        ),
        hint=hint,
    )


def _refuse_near(points: np.ndarray, labels: Sequence[str], least: float, *, on_scan: bool) -> None:
    extent = float(np.hypot(*np.ptp(points, axis=0)))
    if extent == 0:
        text = tr("ControlPoints", "{points} lie in one place on the map.")
        if on_scan:
            text = tr("ControlPoints", "{points} lie in one place on the scan.")
        raise AtlasError(
            text.format(points=names(labels, range(len(points)))),
            hint=tr("ControlPoints", "Set them anew."),
        )
    # A blunder far away must not make the others look near each other.
    middle = 3 * float(np.median(np.hypot(*(points - np.median(points, axis=0)).T)))
    limit = max(least, _NEAR_SHARE * (min(extent, middle) or extent))
    distance = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
    first, second = np.nonzero(np.triu(distance < limit, 1))
    if len(first):
        involved = sorted({int(i) for i in np.concatenate([first, second])})
        same = distance[first, second].max() < 1e-6 * extent
        raise AtlasError(
            _near_text(same, on_scan).format(points=names(labels, involved)),
            hint=tr("ControlPoints", "Remove or disable one of them."),
        )


def _near_text(same: bool, on_scan: bool) -> str:
    if same:
        if on_scan:
            return tr("ControlPoints", "{points} are the same point on the scan.")
        return tr("ControlPoints", "{points} are the same point on the map.")
    if on_scan:
        return tr("ControlPoints", "{points} nearly coincide on the scan.")
    return tr("ControlPoints", "{points} nearly coincide on the map.")


def flatness(points: np.ndarray) -> float:
    """Width of a point cloud over its length (0 for points on one line)."""
    values = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)
    return float(values[1] / values[0]) if values[0] > 0 else 0.0


def _refuse_line(points: np.ndarray, labels: Sequence[str], *, on_scan: bool) -> None:
    if flatness(points) < _LINE_REFUSED:
        text = tr("ControlPoints", "{points} lie on one line on the map.")
        if on_scan:
            text = tr("ControlPoints", "{points} lie on one line on the scan.")
        raise AtlasError(
            text.format(points=names(labels, range(len(points)))),
            hint=tr(
                "ControlPoints",
                "Set a point well beside the line: without it nothing holds the sheet across it.",
            ),
        )


def _refuse_astray(points: np.ndarray, labels: Sequence[str]) -> None:
    """Name a point so far off that the others look like one place, and all together like a line."""
    away = np.hypot(*(points - np.median(points, axis=0)).T)
    far = int(np.argmax(away))
    rest = np.delete(points, far, axis=0)
    usual = float(np.median(np.delete(away, far)))
    if len(rest) > 2 and flatness(rest) >= _LINE_REFUSED and away[far] > _TIMES_ASTRAY * usual:
        text = tr("ControlPoints", "{point} lies {km} km away from the others.")
        raise AtlasError(
            text.format(point=names(labels, [far]), km=f"{away[far] / 1000:,.0f}"),
            hint=tr("ControlPoints", "Check its map coordinates."),
        )


def _refuse_mirrored(source: np.ndarray, target: np.ndarray, labels: Sequence[str]) -> None:
    """A sheet seen from behind, rows counted upwards, or x and y exchanged on the map."""
    if _same_sense(source, target):
        return
    everyone = names(labels, range(len(source)))
    rest, turn = _similarity(source, target[:, ::-1])
    spread = float(np.sqrt(np.mean(np.sum((target - target.mean(axis=0)) ** 2, axis=1))))
    if rest > _CHAOS * spread:
        raise AtlasError(
            tr(
                "ControlPoints", "{everyone} contradict each other: no sheet has them in these places."
            ).format(everyone=everyone),
            hint=tr("ControlPoints", "Were scan and map positions paired wrongly?"),
        )
    if abs(turn) < 45:
        raise AtlasError(
            tr("ControlPoints", "{everyone}: the map coordinates look swapped (x for y).").format(
                everyone=everyone
            ),
            hint=tr("ControlPoints", "Exchange longitude and latitude."),
        )
    raise AtlasError(
        tr("ControlPoints", "{everyone} are mirrored: the scan would be seen from behind.").format(
            everyone=everyone
        ),
        hint=tr(
            "ControlPoints",
            "Check the sign of the rows (QGIS counts them downwards, as negative numbers) and of x.",
        ),
    )


def _same_sense(source: np.ndarray, target: np.ndarray) -> bool:
    """True where most triangles of points turn the same way on scan and map (one blunder cannot decide)."""
    n = len(source)
    if n <= _ALL_TRIANGLES:
        triples = np.array(list(combinations(range(n), 3)))
    else:  # a sample of all, not the first ones: they have the same few points in common
        triples = np.random.default_rng(n).integers(0, n, (5000, 3))
    votes = _doubled_areas(source, triples), _doubled_areas(target, triples)
    return float(np.sum(np.sign(votes[0] * votes[1]) * np.abs(votes[0]))) > 0


def _doubled_areas(points: np.ndarray, triples: np.ndarray) -> np.ndarray:
    a, b, c = (points[triples[:, k]] for k in range(3))
    return (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])


def _similarity(source: np.ndarray, target: np.ndarray) -> tuple[float, float]:
    """Residual RMS and rotation in degrees of the Helmert fit."""
    z = (source - source.mean(axis=0)) @ np.array([1, 1j])
    w = (target - target.mean(axis=0)) @ np.array([1, 1j])
    a = np.vdot(z, w) / np.vdot(z, z)
    return float(np.sqrt(np.mean(np.abs(w - a * z) ** 2))), float(np.degrees(np.angle(a)))


def hull(points: np.ndarray) -> np.ndarray:
    """Convex hull, counter-clockwise (monotone chain)."""
    ordered = sorted({(float(x), float(y)) for x, y in points})

    def half(sequence: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for p in sequence:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


def _turn(a: tuple, b: tuple, c: tuple) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def area(ring: np.ndarray) -> float:
    """Area inside a ring (shoelace)."""
    if len(ring) < 3:
        return 0.0
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def inside(points: np.ndarray, ring: np.ndarray) -> np.ndarray:
    """True for points inside a ring (even-odd rule)."""
    x, y = points[:, 0], points[:, 1]
    result = np.zeros(len(points), bool)
    for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0)):
        crosses = (y1 > y) != (y2 > y)
        if y1 != y2:
            result ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return result


def grid_over(size: tuple[int, int], steps: int = 40) -> np.ndarray:
    """A grid of scan positions from edge to edge, y = minus the row."""
    x, y = np.meshgrid(np.linspace(0, size[0], steps), np.linspace(0, -size[1], steps))
    return np.column_stack([x.ravel(), y.ravel()])


def folds(made: Fit, labels: Sequence[str], size: tuple[int, int], suspects: str = "") -> list[str]:
    """Refuse a fit that folds between its points; warn of one that folds outside them.

    A projective fit whose horizon crosses the scan folds there too.  ``suspects`` names the points to blame.
    """
    if made.method in ("helmert", "affine"):
        return []
    grid = grid_over(size)
    turned = ~(made.jacobian(grid) > 0)
    ring = hull(made.source)
    if made.method == "projective":
        # The sign of the determinant changes where the denominator does: the horizon.
        values = made.forward(grid)
        turned |= ~np.isfinite(values).all(axis=1)
    within = turned & inside(grid, ring)
    if within.any():
        spot = grid[within].mean(axis=0)
        near = np.argsort(np.hypot(*(made.source - spot).T))[:3]
        raise AtlasError(
            tr(
                "ControlPoints", "{method} folds the sheet over itself. Nearest to the fold: {points}."
            ).format(method=tr("Methods", TITLES[made.method]), points=names(labels, sorted(near))),
            hint=suspects
            or tr(
                "ControlPoints",
                "One of them is probably wrong; see their leave-one-out errors, or choose a stiffer method.",
            ),
        )
    if turned.any():
        share = 100 * float(turned.mean())
        text = tr(
            "ControlPoints", "Outside the control points {method} folds {share} % of the scan over itself."
        )
        return [text.format(method=tr("Methods", TITLES[made.method]), share=f"{share:.0f}")]
    return []


def weak_points(method: str, source: np.ndarray, hull_share: float, few: int = 2) -> list[str]:
    """Warnings about the number and the layout of the points."""
    found = []
    n = len(source)
    if n < MINIMUM[method] + few:
        found.append(
            tr(
                "ControlPoints",
                "{n} points are few for {method}: with fewer than {least} its errors cannot be judged.",
            ).format(n=n, method=tr("Methods", TITLES[method]), least=MINIMUM[method] + few)
        )
    if n > 2 and flatness(source) < _LINE_WARNED:
        found.append(
            tr("ControlPoints", "The points lie nearly on one line: across it the sheet is held badly.")
        )
    if n > 2 and hull_share < 0.4:
        found.append(
            tr(
                "ControlPoints",
                "The points enclose only {hull_share} % of the scan; the rest is extrapolated, where "
                "polynomials and splines run wild.",
            ).format(hull_share=f"{100 * hull_share:.0f}")
        )
    if method in ("polynomial2", "polynomial3") and n < 2 * MINIMUM[method]:
        found.append(
            tr(
                "ControlPoints", "{method} with {n} points bends to every error; use twice the minimum."
            ).format(method=tr("Methods", TITLES[method]), n=n)
        )
    return found
