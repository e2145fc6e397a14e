# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The six transformations from scan to map, fitted as QGIS and GDAL fit them, with what an audit needs.

Helmert and affine are least squares on the map side; polynomials are GDAL's (orders 2 and 3); the spline is
the interpolating thin plate; the projective transform is the normalised direct linear transform.  QGIS's
own ``QgsGcpTransformerInterface`` gives the same coordinates (tests hold the two together); here leverage
and leave-one-out errors come with them, in closed form.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..errors import AtlasError
from ..i18n import tr
from .choices import METHODS, TITLES

MINIMUM = {"helmert": 2, "affine": 3, "polynomial2": 6, "polynomial3": 10, "tps": 3, "projective": 4}
_ORDER = {"affine": 1, "polynomial2": 2, "polynomial3": 3}


class UnsolvableError(AtlasError):
    """The points do not determine the transformation."""


@dataclass(frozen=True)
class Frame:
    """Centre and size of a point cloud: fits are done in numbers around one, where they are stable.

    The mean distance from the centre becomes √2, as Hartley (1997) and QGIS have it: the projective
    transform's answer depends on it.
    """

    centre: np.ndarray
    size: float

    @classmethod
    def of(cls, points: np.ndarray) -> Frame:
        """The frame of points (n, 2)."""
        centre = points.mean(axis=0)
        size = float(np.mean(np.hypot(*(points - centre).T))) / math.sqrt(2)
        if not np.isfinite(size) or size == 0:
            raise UnsolvableError(tr("Georeference", "All control points lie in one place."))
        return cls(centre, size)

    def inward(self, points: np.ndarray) -> np.ndarray:
        """Coordinates to numbers around one."""
        return (np.asarray(points, float) - self.centre) / self.size

    def outward(self, points: np.ndarray) -> np.ndarray:
        """Numbers around one back to coordinates."""
        return points * self.size + self.centre


@dataclass
class Fit:
    """A fitted transformation.

    ``forward`` maps scan coordinates (n, 2) to map coordinates, ``residuals`` are fitted minus given (n, 2),
    ``loo`` predicted without the point minus given (n, 2; NaN where the rest does not determine a fit),
    ``leverage`` (n) is the mean of a point's 2 × 2 leverage block (1 for an interpolating spline),
    ``cook`` (n) Cook's distance (NaN where it has no meaning).
    """

    method: str
    source: np.ndarray
    target: np.ndarray
    forward: Callable[[np.ndarray], np.ndarray]
    residuals: np.ndarray
    loo: np.ndarray
    leverage: np.ndarray
    cook: np.ndarray

    def jacobian(self, points: np.ndarray) -> np.ndarray:
        """Determinants of the derivative at scan points (n), by central differences."""
        step = 1e-4 * Frame.of(self.source).size
        dx = self.forward(points + (step, 0)) - self.forward(points - (step, 0))
        dy = self.forward(points + (0, step)) - self.forward(points - (0, step))
        return (dx[:, 0] * dy[:, 1] - dx[:, 1] * dy[:, 0]) / (4 * step**2)


def fit(method: str, source: np.ndarray, target: np.ndarray) -> Fit:
    """Fit ``method`` to scan (n, 2) and map (n, 2) coordinates.

    Raises UnsolvableError where the points are too few or do not determine the parameters.
    """
    if method not in METHODS:
        raise AtlasError(
            tr("Georeference", "There is no method “{method}”.").format(method=method),
            hint=tr("Georeference", "Use one of {list}.").format(list=", ".join(METHODS)),
        )
    source, target = np.asarray(source, float), np.asarray(target, float)
    if len(source) < MINIMUM[method]:
        raise UnsolvableError(
            tr("Georeference", "{method} needs at least {least} control points; there are {count}.").format(
                method=tr("Methods", TITLES[method]), least=MINIMUM[method], count=len(source)
            )
        )
    a, b = Frame.of(source), Frame.of(target)
    u, v = a.inward(source), b.inward(target)
    solver = {"tps": _spline, "projective": _projective}.get(method, _least_squares)
    inner, loo, leverage, cook = solver(method, u, v)

    def forward(points: np.ndarray) -> np.ndarray:
        return b.outward(inner(a.inward(np.atleast_2d(points))))

    residuals = forward(source) - target
    return Fit(method, source, target, forward, residuals, loo * b.size, leverage, cook)


def monomials(points: np.ndarray, order: int) -> np.ndarray:
    """The columns x^i y^j with i + j ≤ order."""
    x, y = points[:, 0], points[:, 1]
    return np.column_stack([x ** (d - j) * y**j for d in range(order + 1) for j in range(d + 1)])


def design(method: str, u: np.ndarray) -> np.ndarray:
    """The design matrix: (2n, 4) for Helmert (x rows, then y rows), (n, p) for the others."""
    if method == "helmert":
        one, zero = np.ones(len(u)), np.zeros(len(u))
        upper = np.column_stack([u[:, 0], -u[:, 1], one, zero])
        lower = np.column_stack([u[:, 1], u[:, 0], zero, one])
        return np.vstack([upper, lower])
    return monomials(u, _ORDER[method])


def _orthonormal(a: np.ndarray) -> np.ndarray:
    """Orthonormal basis of the columns, or UnsolvableError where they depend on each other."""
    q, r = np.linalg.qr(a)
    diagonal = np.abs(np.diag(r))
    if diagonal.min() < 1e-7 * diagonal.max():
        raise UnsolvableError(
            tr(
                "Georeference",
                "The control points do not determine the transformation (they lie on one curve).",
            )
        )
    return q


def _least_squares(method: str, u: np.ndarray, v: np.ndarray) -> tuple:
    n = len(u)
    a = design(method, u)
    q = _orthonormal(a)
    joint = method == "helmert"
    y = np.concatenate([v[:, 0], v[:, 1]]) if joint else v
    parameters = np.linalg.lstsq(a, y, rcond=None)[0]
    blocks = np.zeros((n, 2, 2))
    if joint:
        top, low = q[:n], q[n:]
        for i, j, left, right in ((0, 0, top, top), (0, 1, top, low), (1, 0, low, top), (1, 1, low, low)):
            blocks[:, i, j] = np.sum(left * right, axis=1)
    else:
        blocks[:, 0, 0] = blocks[:, 1, 1] = np.sum(q * q, axis=1)

    def inner(points: np.ndarray) -> np.ndarray:
        out = design(method, points) @ parameters
        return out.reshape(2, -1).T if joint else out

    residuals = inner(u) - v
    count = a.shape[1] if joint else 2 * a.shape[1]
    loo, cook = _leave_out(residuals, blocks, 2 * n - count, count)
    return inner, loo, (blocks[:, 0, 0] + blocks[:, 1, 1]) / 2, cook


def _leave_out(residuals: np.ndarray, blocks: np.ndarray, free: int, count: int) -> tuple:
    """Leave-one-out errors e₍ᵢ₎ = (I₂ − Hᵢᵢ)⁻¹ eᵢ and Cook's distances from the leverage blocks."""
    loo = np.full_like(residuals, np.nan)
    cook = np.full(len(residuals), np.nan)
    rest = np.eye(2) - blocks
    solvable = np.linalg.det(rest) > 1e-10
    loo[solvable] = np.linalg.solve(rest[solvable], residuals[solvable][:, :, None])[:, :, 0]
    if free > 0:
        variance = float(np.sum(residuals**2)) / free
        if variance > 1e-24:
            cook = np.einsum("ni,nij,nj->n", loo, blocks, loo) / (count * variance)
    return loo, cook


def kernel(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """The thin plate kernel r² ln r between two sets of points."""
    d2 = np.sum((points[:, None, :] - centres[None, :, :]) ** 2, axis=2)
    return 0.5 * d2 * np.log(np.maximum(d2, 1e-300))


def _spline(method: str, u: np.ndarray, v: np.ndarray) -> tuple:
    """Interpolating spline; leave-one-out by Rippa (1999): eᵢ = cᵢ / (A⁻¹)ᵢᵢ, equal to refitting."""
    n = len(u)
    affine = monomials(u, 1)
    _orthonormal(affine)
    system = np.zeros((n + 3, n + 3))
    system[:n, :n] = kernel(u, u)
    system[:n, n:], system[n:, :n] = affine, affine.T
    if np.linalg.cond(system) > 1e13:
        raise UnsolvableError(tr("Georeference", "The control points lie too near each other for a spline."))
    inverse = np.linalg.inv(system)
    right = np.vstack([v, np.zeros((3, 2))])
    weights = np.linalg.solve(system, right)

    def inner(points: np.ndarray) -> np.ndarray:
        return kernel(points, u) @ weights[:n] + monomials(points, 1) @ weights[n:]

    diagonal = np.diag(inverse)[:n]
    loo = np.full((n, 2), np.nan)
    fine = np.abs(diagonal) > 1e-9
    loo[fine] = -weights[:n][fine] / diagonal[fine, None]
    return inner, loo, np.ones(n), np.full(n, np.nan)


def homography(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """The 3 × 3 matrix of the normalised direct linear transform (Hartley 1997), as QGIS computes it."""
    n = len(u)
    x, y, one, zero = u[:, 0], u[:, 1], np.ones(n), np.zeros((n, 3))
    base = np.column_stack([x, y, one])
    rows = np.vstack(
        [
            np.column_stack([base, zero, -v[:, :1] * base]),
            np.column_stack([zero, base, -v[:, 1:] * base]),
        ]
    )
    _, singular, vt = np.linalg.svd(rows, full_matrices=len(rows) < 9)
    if singular[7] < 1e-7 * singular[0]:
        raise UnsolvableError(
            tr(
                "Georeference",
                "Three or more control points on one line leave the projective transform open.",
            )
        )
    return vt[-1].reshape(3, 3)


def apply_homography(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Map points (n, 2) by a homography."""
    lifted = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    with np.errstate(divide="ignore", invalid="ignore"):
        return lifted[:, :2] / lifted[:, 2:]


def _projective(method: str, u: np.ndarray, v: np.ndarray) -> tuple:
    n = len(u)
    matrix = homography(u, v)
    loo = np.full((n, 2), np.nan)
    for i in range(n if n > MINIMUM[method] else 0):
        keep = np.arange(n) != i
        try:
            # Normalised anew, as a refit from the coordinates would be.
            a, b = Frame.of(u[keep]), Frame.of(v[keep])
            other = homography(a.inward(u[keep]), b.inward(v[keep]))
        except UnsolvableError:
            continue
        loo[i] = b.outward(apply_homography(other, a.inward(u[i : i + 1])))[0] - v[i]

    def inner(points: np.ndarray) -> np.ndarray:
        return apply_homography(matrix, points)

    return inner, loo, np.full(n, np.nan), np.full(n, np.nan)
