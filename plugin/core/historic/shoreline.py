# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Shoreline change along transects, with the statistics of DSAS (Thieler 2009; Himmelstoss et al. 2018).

Distances run along the transect, seaward positive.  Years are days / 365.25; a bare year stands for its
middle.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import Optional, Sequence

import numpy as np

from ..dates import Precision, parse_date
from ..errors import AtlasError
from ..i18n import mark, tr

YEAR_DAYS = 365.25
Z95 = 1.96
_STEP = 10.0
_WRITE = mark("Shoreline", "Write 1944, 1944-06 or 1944-06-30.")


@dataclass
class Shore:
    """A shoreline of one date: lines (k, 2) in metres, decimal years, one standard deviation in metres."""

    lines: list[np.ndarray]
    year: float
    error: float
    label: str = ""


@dataclass
class Transect:
    """A transect: ``origin``, unit vector ``seaward``; per shore the distance from the origin (NaN: none)."""

    number: int
    origin: np.ndarray
    seaward: np.ndarray
    distances: np.ndarray
    statistics: dict


def decimal_year(value: object) -> float:
    """Decimal year of a date, a number or a text: ``1944``, ``1944.5``, ``1944-06``, ``30 June 1944``.

    Raises AtlasError for anything else, and for a date that could lie more than a year apart.
    """
    text = str(value).strip()
    if re.fullmatch(r"\d{1,4}\.\d+", text):
        if float(text) % 1:
            return float(text)
        text = text.partition(".")[0]
    found = parse_date(text)
    try:
        first, last = date.fromisoformat(found.earliest or ""), date.fromisoformat(found.latest or "")
    except ValueError as error:
        raise AtlasError(
            tr("Shoreline", "“{text}” is no date.").format(text=text), hint=tr("Shoreline", _WRITE)
        ) from error
    if found.precision is Precision.YEAR:
        return _days(date(first.year, 7, 1)) / YEAR_DAYS
    if found.uncertain or (last - first).days > 366:
        raise AtlasError(
            tr("Shoreline", "“{text}” is no date that is known to the year.").format(text=text),
            hint=f"{found.note} {tr('Shoreline', _WRITE)}",
        )
    return (_days(first) + _days(last)) / 2 / YEAR_DAYS


def _days(day: date) -> float:
    """Days so that the year's number and the decimal year agree (1 January 2000 is 2000.0)."""
    return (day - date(2000, 1, 1)).days + 2000 * YEAR_DAYS


def statistics(years: Sequence[float], distances: Sequence[float], errors: Sequence[float]) -> dict:
    """Change statistics of one transect; arrays in any order of dates, metres, metres per year.

    NSM newest minus oldest, SCE largest minus smallest, EPR = NSM / years, EPR_unc = √(Ua² + Ub²) / years,
    significant where |NSM| > 1.96 √(Ua² + Ub²); from three dates up the regression rates LRR and WLR
    (w = 1 / U²) with R² = 1 − SSE / SST.
    """
    t, d, u = (np.asarray(v, float) for v in (years, distances, errors))
    order = np.argsort(t, kind="stable")
    t, d, u = t[order], d[order], u[order]
    span = float(t[-1] - t[0])
    if not span > 0:
        raise AtlasError(
            tr("Shoreline", "All shorelines have the same date."),
            hint=tr("Shoreline", "Give each its own date."),
        )
    nsm = float(d[-1] - d[0])
    both = math.hypot(u[0], u[-1])
    found = {
        "SCE": float(d.max() - d.min()),
        "NSM": nsm,
        "EPR": nsm / span,
        "EPR_unc": both / span,
        "years": span,
        "significant": abs(nsm) > Z95 * both,
    }
    if len(t) > 2 and len(np.unique(t)) > 2:
        found["LRR"], found["LR2"], found["LSE"] = regression(t, d, np.ones(len(t)))
        if (u > 0).all():
            found["WLR"], found["WR2"], found["WSE"] = regression(t, d, 1 / u**2)
    return found


def regression(t: np.ndarray, d: np.ndarray, w: np.ndarray) -> tuple[float, float, float]:
    """Slope, R² and standard error of the estimate of a weighted straight line."""
    mean_t, mean_d = np.average(t, weights=w), np.average(d, weights=w)
    x, y = t - mean_t, d - mean_d
    slope = float(np.sum(w * x * y) / np.sum(w * x * x))
    rest, total = float(np.sum(w * (y - slope * x) ** 2)), float(np.sum(w * y * y))
    r2 = 1 - rest / total if total > 0 else 1.0
    return slope, r2, math.sqrt(rest / (len(t) - 2))


def resample(line: np.ndarray, step: float) -> np.ndarray:
    """Points every ``step`` metres along a line, from its start."""
    line = np.asarray(line, float)[:, :2]
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(line, axis=0).T)))
    keep = np.append(True, np.diff(along) > 0)
    at = np.arange(0.0, along[-1] + 1e-6, step)
    return np.column_stack([np.interp(at, along[keep], line[keep, k]) for k in (0, 1)])


def smooth(line: np.ndarray, window: float) -> np.ndarray:
    """A line averaged over ``window`` metres (shrinking towards its ends), as points every 10 m."""
    points = resample(line, _STEP)
    half = min(int(window / 2 / _STEP), (len(points) - 1) // 2)
    if half < 1:
        return points
    sums = np.vstack([np.zeros(2), np.cumsum(points, axis=0)])
    i = np.arange(len(points))
    reach = np.minimum(np.minimum(i, len(points) - 1 - i), half)
    return (sums[i + reach + 1] - sums[i - reach]) / (2 * reach + 1)[:, None]


def cast(
    baseline: Sequence[np.ndarray], spacing: float, window: float, sea_on_right: bool
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Origins and seaward unit vectors of transects every ``spacing`` metres along a smoothed baseline."""
    if not spacing > 0:
        raise AtlasError(
            tr("Shoreline", "The spacing must be larger than 0 m, not {spacing}.").format(
                spacing=f"{spacing:g}"
            )
        )
    found = []
    for line in baseline:
        soft = smooth(line, window)
        if len(soft) < 3:
            continue
        tangent = np.gradient(soft, axis=0)
        along = np.append(0.0, np.cumsum(np.hypot(*np.diff(soft, axis=0).T)))
        for at in np.arange(spacing / 2, along[-1], spacing):
            origin = np.array([np.interp(at, along, soft[:, k]) for k in (0, 1)])
            way = np.array([np.interp(at, along, tangent[:, k]) for k in (0, 1)])
            size = math.hypot(*way)
            if size > 0:
                normal = np.array([way[1], -way[0]]) / size
                found.append((origin, normal if sea_on_right else -normal))
    if not found:
        raise AtlasError(
            tr("Shoreline", "The baseline is too short for a transect."),
            hint=tr("Shoreline", "Choose a smaller spacing."),
        )
    return found


def joined(lines: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Lines joined where exactly two ends meet, so that splitting one at a vertex changes nothing.

    A joined line runs as most of its length was drawn; a ring begins at its westernmost vertex, wherever it
    was split.
    """
    parts = [np.asarray(line, float)[:, :2] for line in lines if len(line) > 1]
    at: dict[tuple[float, float], list[int]] = {}
    for number, part in enumerate(parts):
        for end in (part[0], part[-1]):
            at.setdefault(_node(end), []).append(number)
    left, result = set(range(len(parts))), []
    for number in range(len(parts)):
        if number in left:
            left.discard(number)
            chain = _grown(_grown([(number, False)], parts, at, left, False), parts, at, left, True)
            result.append(_strung(chain, parts))
    return result


def _node(place: np.ndarray) -> tuple[float, float]:
    """Ends within a centimetre are one place."""
    return round(float(place[0]), 2), round(float(place[1]), 2)


def _grown(
    chain: list[tuple[int, bool]],
    parts: Sequence[np.ndarray],
    at: dict[tuple[float, float], list[int]],
    left: set[int],
    backwards: bool,
) -> list[tuple[int, bool]]:
    """A chain of (part, turned round) made longer at its end, or at its beginning, while two ends meet."""
    while True:
        number, turned = chain[0] if backwards else chain[-1]
        end = _node(parts[number][0 if turned != backwards else -1])
        others = [n for n in at[end] if n in left]
        if len(at[end]) != 2 or len(others) != 1:
            return chain
        left.discard(others[0])
        starts_here = _node(parts[others[0]][0]) == end
        link = (others[0], starts_here == backwards)
        chain = [link, *chain] if backwards else [*chain, link]


def _strung(chain: Sequence[tuple[int, bool]], parts: Sequence[np.ndarray]) -> np.ndarray:
    """The parts of a chain as one line, drawn as most of its length is."""
    pieces = [parts[number][::-1] if turned else parts[number] for number, turned in chain]
    line = np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])
    lengths = [float(np.hypot(*np.diff(piece, axis=0).T).sum()) for piece in pieces]
    against = sum(size for size, (_, turned) in zip(lengths, chain) if turned)
    line = line[::-1] if 2 * against > sum(lengths) else line
    if _closed(line):
        first = int(np.lexsort((line[:-1, 1], line[:-1, 0]))[0])
        line = np.vstack([line[first:-1], line[: first + 1]])
    return line


def sea_outside(lines: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Lines whose sea lies on the right, closed ones turned so that it lies outside: they are islands."""
    return [line[::-1] if _closed(line) and _signed_area(line) < 0 else line for line in lines]


def _closed(line: np.ndarray) -> bool:
    return len(line) > 3 and float(np.hypot(*(line[0] - line[-1])[:2])) < 0.01


def _signed_area(ring: np.ndarray) -> float:
    """Area inside a ring, negative where it runs clockwise."""
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    return float(np.dot(x[:-1], y[1:]) - np.dot(y[:-1], x[1:])) / 2


def crossings(
    origins: np.ndarray, seaward: np.ndarray, lines: Sequence[np.ndarray], length: float
) -> np.ndarray:
    """Signed distance (n) from each origin to the nearest crossing on its transect, NaN if none."""
    a = np.concatenate([np.asarray(p, float)[:-1, :2] for p in lines])
    b = np.concatenate([np.asarray(p, float)[1:, :2] for p in lines])
    edge = b - a
    best = np.full(len(origins), np.nan)
    for i, (origin, way) in enumerate(zip(origins, seaward)):
        gap = a - origin
        across = way[0] * edge[:, 1] - way[1] * edge[:, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (gap[:, 0] * edge[:, 1] - gap[:, 1] * edge[:, 0]) / across
            s = (gap[:, 0] * way[1] - gap[:, 1] * way[0]) / across
        hit = (across != 0) & (s >= 0) & (s <= 1) & (np.abs(t) <= length / 2)
        if hit.any():
            best[i] = t[hit][np.argmin(np.abs(t[hit]))]
    return best


def measure(
    shores: Sequence[Shore],
    baseline: Optional[Sequence[np.ndarray]] = None,
    *,
    spacing: float = 50.0,
    length: float = 2000.0,
    window: float = 500.0,
    sea_on_right: bool = True,
) -> list[Transect]:
    """Cast transects and compute their statistics; transects that miss the oldest or newest are left out.

    Without a baseline the oldest shoreline serves as one.  Raises AtlasError where nothing can be compared.
    """
    if len(shores) < 2:
        raise AtlasError(tr("Shoreline", "Two shorelines of different dates are needed."))
    for shore in shores:
        if not (math.isfinite(shore.error) and shore.error >= 0):
            raise AtlasError(
                tr("Shoreline", "The error of shoreline {label} must be 0 m or more.").format(
                    label=shore.label
                )
            )
        if not shore.lines:
            raise AtlasError(tr("Shoreline", "Shoreline {label} holds no lines.").format(label=shore.label))
    ordered = sorted(shores, key=lambda shore: shore.year)
    cast_lines = cast(baseline or ordered[0].lines, spacing, window, sea_on_right)
    origins, seaward = (np.array(v) for v in zip(*cast_lines))
    table = np.column_stack([crossings(origins, seaward, shore.lines, length) for shore in ordered])
    years = np.array([shore.year for shore in ordered])
    errors = np.array([shore.error for shore in ordered])
    found = []
    for number, (origin, way, row) in enumerate(zip(origins, seaward, table), start=1):
        if not np.isfinite(row[[0, -1]]).all():
            continue
        seen = np.isfinite(row)
        values = statistics(years[seen], row[seen], errors[seen])
        found.append(Transect(number, origin, way, row, values))
    if not found:
        raise AtlasError(
            tr("Shoreline", "No transect crosses both shorelines."),
            hint=tr("Shoreline", "Choose longer transects or another baseline."),
        )
    return found


def sea_side(lines: Sequence[np.ndarray], transects: Sequence[Transect], which: int) -> bool:
    """True where the sea lies on the right of a shoreline (number ``which`` by date), by the transects."""
    a = np.concatenate([np.asarray(p, float)[:-1, :2] for p in lines])
    edge = np.concatenate([np.diff(np.asarray(p, float)[:, :2], axis=0) for p in lines])
    vote = 0.0
    for transect in transects:
        place = transect.origin + transect.distances[which] * transect.seaward
        if np.isfinite(place).all():
            near = int(np.argmin(np.sum((a + edge / 2 - place) ** 2, axis=1)))
            vote += float(np.sign(edge[near, 1] * transect.seaward[0] - edge[near, 0] * transect.seaward[1]))
    return vote > 0


def summary(transects: Sequence[Transect]) -> dict:
    """Means over the transects, and how many changed significantly."""
    nsm = np.array([t.statistics["NSM"] for t in transects])
    epr = np.array([t.statistics["EPR"] for t in transects])
    real = np.array([t.statistics["significant"] for t in transects])
    return {
        "transects": len(transects),
        "mean_NSM": float(nsm.mean()),
        "median_NSM": float(np.median(nsm)),
        "max_seaward": float(nsm.max()),
        "max_landward": float(nsm.min()),
        "mean_EPR": float(epr.mean()),
        "significant": int(real.sum()),
        "significant_seaward": int((real & (nsm > 0)).sum()),
        "significant_landward": int((real & (nsm < 0)).sum()),
        "years": transects[0].statistics["years"],
        "year_length_days": YEAR_DAYS,
    }
