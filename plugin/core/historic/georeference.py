# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From control points to a judged transformation: the audit of a georeferenced sheet.

Residuals flatter (a spline's are zero by construction), so methods are ranked only by leave-one-out error.
Two RMSEs circulate and both are given: the plain √(Σ/n) and QGIS's √(Σ/(n − n_min)).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Optional, Sequence

import numpy as np

from ..errors import AtlasError
from ..i18n import tr
from ..measure.geodesics import WGS84 as ELLIPSOID
from . import datum, outliers, point_checks
from .control_points import GroundControlPoint, arrays
from .datum import Operation
from .metric_plane import MetricPlane, utm_plane
from .transforms import METHODS, MINIMUM, TITLES, Fit, UnsolvableError, fit

_ASTRAY = 2_000_000.0
# QGIS's own minimum for the spline is 1, but its residuals are zero whatever the divisor.
QGIS_MINIMUM = {**MINIMUM, "tps": 1}


@dataclass
class Prepared:
    """Enabled control points: scan (n, 2) in pixels, y = minus the row; map (n, 2) in metres of a plane."""

    source: np.ndarray
    target: np.ndarray
    labels: list[str]
    plane: MetricPlane
    operation: Operation
    notes: list[str] = field(default_factory=list)

    @property
    def centre(self) -> tuple[float, float]:
        """WGS 84 longitude and latitude of the middle of the points."""
        x, y = self.plane.backward(*self.target.mean(axis=0))
        return float(x), float(y)


@dataclass(frozen=True)
class HelmertFigures:
    """MapAnalyst's figures of a Helmert fit: metres per pixel, degrees, and their standard deviations."""

    scale: float
    rotation_deg: float
    sigma0: float
    sigma_scale: float
    sigma_rotation_deg: float
    position_rms: float


@dataclass
class Audit:
    """Everything that is known of a fit; lengths in metres, arrays by enabled point."""

    fit: Fit
    labels: list[str]
    rmse_n: float
    rmse_dof: Optional[float]
    loo_rmse: Optional[float]
    judged: outliers.Judged
    helmert: Optional[HelmertFigures]
    pixel: float
    hull_share: float
    warnings: list[str]

    @property
    def influence(self) -> np.ndarray:
        """How far the map moves at the point when it is left out, in metres (n)."""
        return np.hypot(*(self.fit.loo - self.fit.residuals).T)


def prepare(
    points: Sequence[GroundControlPoint],
    operation: Operation,
    plane: Optional[MetricPlane] = None,
    anywhere: bool = False,
) -> Prepared:
    """Bring enabled points from the operation's source system into a metric plane (UTM by default).

    Raises AtlasError naming the point that is no position on earth or, unless ``anywhere``, none in Korea.
    """
    enabled = [p for p in points if p.enabled]
    if not enabled:
        raise AtlasError(
            tr("Georeference", "There is no enabled control point."),
            hint=tr("Georeference", "Set or enable some points."),
        )
    labels = [p.label or str(i + 1) for i, p in enumerate(enabled)]
    source, given = arrays(enabled)
    bad = np.flatnonzero(~np.isfinite(np.hstack([source, given])).all(axis=1))
    if len(bad):
        raise AtlasError(
            tr("Georeference", "{points}: coordinates that are no finite numbers.").format(
                points=point_checks.names(labels, bad)
            )
        )
    lon, lat = datum.to_wgs84(operation, given[:, 0], given[:, 1])
    for i, label in enumerate(labels):
        what = tr("Georeference", "Control point {label}").format(label=label)
        seen = (given[i, 0], given[i, 1]) if operation.is_geographic else (float(lon[i]), float(lat[i]))
        datum.check_lonlat(float(seen[0]), float(seen[1]), what)
        datum.check_lonlat(float(lon[i]), float(lat[i]), what)
    _refuse_astray(lon, lat, labels)
    for i, label in enumerate(labels if not anywhere else ()):
        what = tr("Georeference", "Control point {label}").format(label=label)
        datum.check_korea(float(lon[i]), float(lat[i]), what)
    plane = plane or utm_plane(float(np.median(lon)), float(np.median(lat)))
    x, y = plane.forward(lon, lat)
    return Prepared(source, np.column_stack([x, y]), labels, plane, operation)


def _refuse_astray(lon: np.ndarray, lat: np.ndarray, labels: Sequence[str]) -> None:
    """No sheet reaches across an ocean: 0, 0 and slipped digits, named before they drown all else."""
    per_lat, per_lon = ELLIPSOID.metres_per_degree(float(np.median(lat)))
    away = np.hypot((lon - np.median(lon)) * per_lon, (lat - np.median(lat)) * per_lat)
    far = np.flatnonzero(away > _ASTRAY)
    if len(far) and len(lon) > 2:
        raise AtlasError(
            tr("Georeference", "{points}: {away} km away from the others.").format(
                points=point_checks.names(labels, far), away=f"{away[far].max() / 1000:,.0f}"
            ),
            hint=tr("Georeference", "Check the map coordinates."),
        )


def audit(prepared: Prepared, method: str, size: Optional[tuple[int, int]] = None) -> Audit:
    """Fit and judge; ``size`` is the scan's columns and rows where known.

    Raises AtlasError naming the points of a degenerate set (see ``checks``), before anything is written.
    """
    source, target, labels = prepared.source, prepared.target, prepared.labels
    point_checks.refuse_degenerate(method, source, target, labels, size)
    try:
        made = fit(method, source, target)
    except UnsolvableError as error:
        everyone = point_checks.names(labels, range(len(labels)))
        hint = tr("Georeference", "Set points elsewhere or choose a simpler method.")
        raise AtlasError(
            tr("Georeference", "{everyone}: {message}").format(everyone=everyone, message=error.message),
            hint=hint,
        ) from error
    figures = helmert_figures(source, target)
    pixel = figures.scale
    frame = size or _extent(source)
    share = _hull_share(source, frame)
    judged = outliers.judge(source, target, pixel)
    warnings = [*prepared.notes, *point_checks.weak_points(method, source, share)]
    result = Audit(
        made,
        labels,
        rmse_n=math.sqrt(float(np.mean(np.sum(made.residuals**2, axis=1)))),
        rmse_dof=_rms(made.residuals, len(source) - QGIS_MINIMUM[method]),
        loo_rmse=_loo_rmse(made),
        judged=judged,
        helmert=figures,
        pixel=pixel,
        hull_share=share,
        warnings=warnings,
    )
    if size:
        result.warnings += point_checks.folds(made, labels, size, " ".join(_contradictions(result)))
    result.warnings += _warn(result)
    return result


def _extent(source: np.ndarray) -> tuple[int, int]:
    high = np.maximum(np.abs(source).max(axis=0), 1)
    return int(math.ceil(high[0])), int(math.ceil(high[1]))


def _hull_share(source: np.ndarray, size: tuple[int, int]) -> float:
    return min(1.0, point_checks.area(point_checks.hull(source)) / (size[0] * size[1]))


def _rms(vectors: np.ndarray, divisor: int) -> Optional[float]:
    return math.sqrt(float(np.sum(vectors**2)) / divisor) if divisor > 0 else None


def _loo_rmse(made: Fit) -> Optional[float]:
    """RMS of the leave-one-out errors; None unless every point can be left out."""
    if not np.isfinite(made.loo).all():
        return None
    return math.sqrt(float(np.mean(np.sum(made.loo**2, axis=1))))


def helmert_figures(source: np.ndarray, target: np.ndarray) -> HelmertFigures:
    """Centred least squares as MapAnalyst does it (Beineke 2001; Jenny and Hurni 2011)."""
    x = source - source.mean(axis=0)
    z, w = x @ np.array([1, 1j]), (target - target.mean(axis=0)) @ np.array([1, 1j])
    spread = float(np.sum(x**2))
    a = np.vdot(z, w) / spread
    v = float(np.sum(np.abs(w - a * z) ** 2))
    n = len(source)
    sigma0 = math.sqrt(v / (2 * n - 4)) if n > 2 else 0.0
    deviation = sigma0 / math.sqrt(spread)
    scale = float(abs(a))
    turn = math.degrees(deviation / scale) if scale else 0.0
    return HelmertFigures(
        scale, math.degrees(float(np.angle(a))), sigma0, deviation, turn, math.sqrt(2) * sigma0
    )


def _warn(result: Audit) -> list[str]:
    found = _contradictions(result)
    if not result.judged.testable:
        found.append(
            tr("Georeference", "With fewer than five points a wrong one cannot be told from the others.")
        )
    elif len(result.labels) <= outliers.FEW and not result.judged.flagged.any():
        text = tr(
            "Georeference",
            "%n points are too few to tell a wrong one from the others unless it is far off; set more.",
            len(result.labels),
        )
        found.append(text)
    if result.loo_rmse is None:
        found.append(
            tr("Georeference", "No leave-one-out error: one of the points cannot be spared by this method.")
        )
    return found


def _contradictions(result: Audit) -> list[str]:
    """What is to be said of the points that the others contradict."""
    flagged = np.flatnonzero(result.judged.flagged)
    if not len(flagged):
        return []
    worst = ", ".join(_with_error(result, i) for i in flagged)
    text = tr("Georeference", "Control point {points} contradicts the others.")
    if len(flagged) > 1:
        text = tr("Georeference", "Control points {points} contradict the others.")
    return [text.format(points=worst), *_exchanged(result, flagged)]


def _with_error(result: Audit, i: int) -> str:
    error = float(np.hypot(*result.fit.loo[i]))
    return f"{result.labels[i]} ({error:.0f} m)" if math.isfinite(error) else result.labels[i]


def _exchanged(result: Audit, flagged: np.ndarray) -> list[str]:
    """Two flagged points that fit when their map positions are exchanged."""
    source, target = result.fit.source, result.fit.target
    keep = np.ones(len(source), bool)
    keep[flagged] = False
    if keep.sum() < 3:
        return []
    predicted = fit("affine", source[keep], target[keep]).forward(source)
    found = []
    for a, i in enumerate(flagged):
        for j in flagged[a + 1 :]:
            now = np.hypot(*(predicted[[i, j]] - target[[i, j]]).T).max()
            then = np.hypot(*(predicted[[i, j]] - target[[j, i]]).T).max()
            if then < 0.25 * now:
                found.append(
                    tr("Georeference", "Control points {first} and {second} look exchanged.").format(
                        first=result.labels[i], second=result.labels[j]
                    )
                )
    return found


def rank_methods(prepared: Prepared, size: Optional[tuple[int, int]] = None) -> list[tuple[str, float]]:
    """Methods that can be judged with these points, best leave-one-out error first (metres)."""
    found = []
    for method in METHODS:
        if len(prepared.source) <= MINIMUM[method]:
            continue
        try:
            point_checks.refuse_degenerate(method, prepared.source, prepared.target, prepared.labels, size)
            made = fit(method, prepared.source, prepared.target)
            if size is not None:
                point_checks.folds(made, prepared.labels, size)
        except AtlasError:
            continue  # a method that these points cannot carry has no rank
        error = _loo_rmse(made)
        if error is not None:
            found.append((method, error))
    return sorted(found, key=lambda item: item[1])


def poor_method(method: str, ranking: Sequence[tuple[str, float]], pixel: float = 0.1) -> list[str]:
    """A warning where another method predicts points that it has not seen much better.

    Less than a tenth of a scan's ``pixel`` (metres) is no reason to change.
    """
    errors = dict(ranking)
    if method not in errors or not ranking:
        return []
    best, least = ranking[0]
    if best != method and least < min(0.75 * errors[method], errors[method] - pixel / 10):
        text = tr(
            "Georeference",
            "{method} misses points it has not seen by {error} m, {best} by {least} m (leave-one-out): "
            "choose "
            "the latter.",
        )
        return [
            text.format(
                method=tr("Methods", TITLES[method]),
                error=f"{errors[method]:.1f}",
                best=tr("Methods", TITLES[best]),
                least=f"{least:.1f}",
            )
        ]
    return []


def report(prepared: Prepared, result: Audit, ranking: Sequence[tuple[str, float]] = ()) -> dict:
    """The JSON report of the ``georeference`` algorithm (metres; null where a figure does not exist)."""
    made, figures = result.fit, result.helmert
    return {
        "method": made.method,
        "points_used": len(result.labels),
        "rmse_n": _number(result.rmse_n),
        "rmse_dof": _number(result.rmse_dof),
        "loo_rmse": _number(result.loo_rmse),
        "points": [_point_report(result, i) for i in range(len(result.labels))],
        "hull_share": _number(result.hull_share),
        "datum": prepared.operation.key,
        "datum_name": prepared.operation.name,
        "operation": prepared.operation.pipeline,
        "operation_accuracy_m": prepared.operation.accuracy_m,
        "operation_note": prepared.operation.note,
        "crs": prepared.plane.definition,
        "pixel_size_m": _number(result.pixel),
        "helmert": None if figures is None else {k: _number(v) for k, v in vars(figures).items()},
        "ranking_by_loo": [{"method": name, "loo_rmse": _number(value)} for name, value in ranking],
        "warnings": [*result.warnings, *poor_method(made.method, ranking, result.pixel)],
    }


def _point_report(result: Audit, i: int) -> dict:
    made = result.fit
    return {
        "id": result.labels[i],
        "residual": _number(np.hypot(*made.residuals[i])),
        "residual_e": _number(made.residuals[i, 0]),
        "residual_n": _number(made.residuals[i, 1]),
        "loo": _number(np.hypot(*made.loo[i])),
        "leave_one_out": _number(np.hypot(*made.loo[i])),
        "influence": _number(result.influence[i]),
        "leverage": _number(made.leverage[i]),
        "cook": _number(made.cook[i]),
        "probability": _number(result.judged.probability[i]),
        "outlier": bool(result.judged.flagged[i]),
    }


def _number(value: Optional[float]) -> Optional[float]:
    return None if value is None or not math.isfinite(value) else round(float(value), 9)
