# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which datum does a sheet's graticule use?  Ground points answer, where they can.

Every hypothesis predicts where the sheet's numbers lie on the ground; in Korea the predictions stand 245 m
and more apart while a good sheet's noise is 10 to 30 m.  The decision uses medians, so that one wrong pair
does not turn it; means and RMS are reported beside them.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Sequence

import numpy as np

from ..coordinates.parse import CoordinateError, parse_angle
from ..errors import AtlasError
from ..i18n import mark, tr
from ..measure.geodesics import WGS84 as ELLIPSOID
from . import datum
from .datum import TOKYO1892, TOKYO1918, WGS84

COLUMNS = ("sheet_lon", "sheet_lat", "ground_lon", "ground_lat")
_MAX_BYTES = 20_000_000
NAMES = {
    "none": mark("DatumTest", "none"),
    "tokyo1918": mark("DatumTest", "tokyo1918"),
    "tokyo1892": mark("DatumTest", "tokyo1892"),
    "undetermined": mark("DatumTest", "undetermined"),
}
"""The hypotheses and verdicts, as they are shown."""


@dataclass(frozen=True)
class Pair:
    """One place read off the sheet and found on the ground (degrees; the row for messages)."""

    sheet_lon: float
    sheet_lat: float
    ground_lon: float
    ground_lat: float
    row: int = 0


@dataclass(frozen=True)
class Hypothesis:
    """What is left between prediction and ground if the sheet were on this datum, in metres."""

    name: str
    mean_e: float
    mean_n: float
    median_e: float
    median_n: float
    rms: float
    spread: float

    @property
    def misfit(self) -> float:
        """Length of the median displacement that the hypothesis leaves unexplained."""
        return math.hypot(self.median_e, self.median_n)


@dataclass
class DatumVerdict:
    """The hypotheses, the verdict (none, tokyo1918, tokyo1892, undetermined) and the reasons for it."""

    hypotheses: list[Hypothesis]
    verdict: str
    reasons: list[str] = field(default_factory=list)
    outliers: list[int] = field(default_factory=list)
    pairs: int = 0

    def report(self) -> dict:
        """The JSON report of the ``datumtest`` algorithm."""
        keys = ("name", "mean_e", "mean_n", "rms", "median_e", "median_n", "spread", "misfit")
        rows = [{key: getattr(h, key) for key in keys} for h in self.hypotheses]
        for row in rows:
            row.update({key: round(value, 3) for key, value in row.items() if key != "name"})
        return {
            "hypotheses": rows,
            "verdict": self.verdict,
            "why": " ".join(self.reasons),
            "reasons": self.reasons,
            "outlier_rows": self.outliers,
            "pairs": self.pairs,
        }


def read_pairs(path: str) -> list[Pair]:
    """Read a CSV with the columns of ``COLUMNS``; decimal degrees or degrees, minutes, seconds.

    Raises AtlasError naming the row for anything that is no position.
    """
    file = Path(path)
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise AtlasError(
                tr("DatumTest", "{name} is larger than {size} MB: no list of points.").format(
                    name=file.name, size=_MAX_BYTES // 1000000
                )
            )
        body = file.read_bytes()
    except OSError as error:
        raise AtlasError(
            tr("DatumTest", "{name} cannot be read.").format(name=file.name), detail=str(error)
        ) from error
    # Only the numbers matter: a name in another encoding beside them is no reason to refuse the table.
    wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = body.decode("utf-16" if wide else "utf-8-sig", errors="replace").replace("\0", "")
    first = next((line for line in text.splitlines() if line.strip() and line[0] != "#"), "")
    delimiter = max(",;\t", key=first.count)
    before = text[: text.find(first)]
    reader = csv.DictReader(io.StringIO(text[len(before) :]), delimiter=delimiter, skipinitialspace=True)
    reader.fieldnames = [(name or "").strip().lower() for name in reader.fieldnames or []]
    missing = [name for name in COLUMNS if name not in reader.fieldnames]
    if missing:
        raise AtlasError(
            tr("DatumTest", "{name} has no column {list}.").format(name=file.name, list=", ".join(missing)),
            hint=tr("DatumTest", "Needed: {list}.").format(list=", ".join(COLUMNS)),
        )
    skipped = before.count("\n")
    return [_pair(record, reader.line_num + skipped, file.name) for record in reader if any(record.values())]


def _pair(record: dict[str, str], row: int, name: str) -> Pair:
    values = []
    for column in COLUMNS:
        text = record.get(column) or ""
        try:
            values.append(parse_angle(text, "lon" if column.endswith("lon") else "lat"))
        except CoordinateError as error:
            raise AtlasError(
                tr("DatumTest", "{file}, row {row}, {column}: {reason}").format(
                    file=name, row=row, column=column, reason=error.message
                ),
                hint=error.hint,
            ) from error
    pair = Pair(values[0], values[1], values[2], values[3], row)
    datum.check_lonlat(pair.sheet_lon, pair.sheet_lat, f"{name}, row {row}, sheet")
    datum.check_lonlat(pair.ground_lon, pair.ground_lat, f"{name}, row {row}, ground")
    return pair


def run_datum_test(pairs: Sequence[Pair]) -> DatumVerdict:
    """Compare the mean displacement sheet → ground with each hypothesis (none, Tokyo 1918, Tokyo 1892)."""
    if not pairs:
        raise AtlasError(
            tr("DatumTest", "There is no pair of sheet and ground positions."),
            hint=tr("DatumTest", "Give five or more."),
        )
    data = np.array([(p.sheet_lon, p.sheet_lat, p.ground_lon, p.ground_lat) for p in pairs])
    left = {op.key: _left_over(op, data) for op in (WGS84, TOKYO1918, TOKYO1892)}
    hypotheses = [_summary("none" if key == "wgs84" else key, e, n) for key, (e, n) in left.items()]
    verdict = DatumVerdict(hypotheses, "undetermined", pairs=len(pairs))
    best = min(hypotheses, key=lambda h: h.misfit)
    e, n = left["wgs84" if best.name == "none" else best.name]
    off = np.hypot(e - best.median_e, n - best.median_n)
    verdict.outliers = [pairs[i].row for i in np.flatnonzero(off > max(100.0, 5 * 1.4826 * np.median(off)))]
    _decide(verdict, best, len(pairs))
    return verdict


def _left_over(op: datum.Operation, data: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """East and north metres from the predicted to the true ground position."""
    lon, lat = datum.to_wgs84(op, data[:, 0], data[:, 1])
    scale = np.array([ELLIPSOID.metres_per_degree(v) for v in data[:, 3]])
    return (data[:, 2] - lon) * scale[:, 1], (data[:, 3] - lat) * scale[:, 0]


def _summary(name: str, e: np.ndarray, n: np.ndarray) -> Hypothesis:
    middle_e, middle_n = float(np.median(e)), float(np.median(n))
    spread = 1.4826 * float(np.median(np.hypot(e - middle_e, n - middle_n)))
    rms = float(np.sqrt(np.mean(e**2 + n**2)))
    return Hypothesis(name, float(e.mean()), float(n.mean()), middle_e, middle_n, rms, spread)


def _separation(verdict: DatumVerdict) -> float:
    """The smallest distance between two hypotheses at this place, in metres."""
    points = [(h.median_e, h.median_n) for h in verdict.hypotheses]
    return min(math.dist(points[i], points[j]) for i, j in ((0, 1), (0, 2), (1, 2)))


def _decide(verdict: DatumVerdict, best: Hypothesis, count: int) -> None:
    apart = _separation(verdict)
    second = min(h.misfit for h in verdict.hypotheses if h is not best)
    # The median's error along one axis; half of the radial distances lie within 1.1774 sigma.
    error = 1.2533 * best.spread / (1.4826 * 1.1774) / math.sqrt(count)
    reasons = verdict.reasons
    text = tr(
        "DatumTest",
        "%n pairs: “{best}” leaves {misfit} m, the next {second} m; the hypotheses stand {apart} m apart or "
        "more.",
        count,
    )
    reasons.append(
        text.format(
            best=tr("DatumTest", NAMES[best.name]),
            misfit=f"{best.misfit:.0f}",
            second=f"{second:.0f}",
            apart=f"{apart:.0f}",
        )
    )
    if verdict.outliers:
        rows = ", ".join(str(row) for row in verdict.outliers)
        text = tr("DatumTest", "Rows apart from the others, to be checked: {rows}.")
        reasons.append(text.format(rows=rows))
    if len(verdict.outliers) * 3 > count:
        reasons.append(tr("DatumTest", "Too many of the pairs contradict each other."))
    elif best.spread <= apart / 2.5 and best.misfit > apart / 3:
        reasons.append(
            tr(
                "DatumTest",
                "No hypothesis explains the displacement: another datum, or a sheet whose graticule was "
                "moved by local control (then the datum drops out).",
            )
        )
    elif best.spread > apart / 2.5 or best.misfit + 2 * error > apart / 2:
        text = tr("DatumTest", "The pairs scatter by {spread} m, too much to tell the hypotheses apart.")
        if count <= 9:
            text = tr(
                "DatumTest",
                "The pairs scatter by {spread} m, too much for so few to tell the hypotheses apart.",
            )
        reasons.append(text.format(spread=f"{best.spread:.0f}"))
    else:
        verdict.verdict = best.name
        if best.misfit > max(30.0, 4 * error) and count > 2:
            reasons.append(
                tr(
                    "DatumTest", "{misfit} m remain that no datum explains: paper, compilation or picking."
                ).format(misfit=f"{best.misfit:.0f}")
            )
        if count == 1:
            reasons.append(tr("DatumTest", "A single pair shows no scatter: confirm it with more."))
