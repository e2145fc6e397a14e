# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is nearest to each city's downtown, by category, to no more digits than the positions bear."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..atlas.model import Category, City
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..i18n import tr
from .comparison import GONE
from .geodesics import Array, Geodesic
from .judgement import rounded_to
from .located_sites import SiteTable

COLUMNS = 4
"""Columns for each city: name, distance, its accuracy, azimuth."""


def nearest_of_each(
    atlas: Atlas, cities: Sequence[str] = (), geodesic: Optional[Geodesic] = None
) -> tuple[list[str], list[list[str]]]:
    """Return header and rows: for every category the nearest site to each downtown (all cities by default).

    Distances are metres, rounded as the accuracy of both points allows, with that accuracy beside them
    (empty where a position has none stated).  Sites marked as rejected do not count, those that are gone bear
    their state.
    """
    known = {city.name: city for city in atlas.rows(City) if city.geom}
    names = [name for name in (cities or known) if name in known]
    labels = {row.id: row.label for row in atlas.rows(Category)}
    table = SiteTable.read(atlas, geodesic)
    rows = atlas.backend.select("SELECT fid, name, status, accuracy_m FROM sites WHERE deleted = 0")
    kept = ~np.isin(table.fid, [row[0] for row in rows if row[2] == "rejected"])
    told = {fid: (_title(name, status), accuracy) for fid, name, status, accuracy in rows}
    header = [tr("Comparison", "Category")]
    for name in names:
        header += [
            tr("Comparison", "Nearest to {city}").format(city=name), f"{name} (m)", f"{name} (± m)",
            f"{name} (°)",
        ]  # fmt: skip
    made = []
    for code, category in enumerate(table.categories):
        accept = kept & (table.category == code)
        cells = [labels.get(category, category)]
        for name in names:
            cells += _nearest(table, known[name], accept, told)
        if any(cells[1:]):
            made.append(cells)
    return header, made


def _title(name: str, status: str) -> str:
    return f"{name} ({tr('Words', status)})" if status in GONE else name


def _nearest(
    table: SiteTable, city: City, accept: Array, told: dict[int, tuple[str, Optional[float]]]
) -> list[str]:
    hit = table.find(*lonlat(city.geom), k=1, accept=accept)
    if not len(hit):
        return [""] * COLUMNS
    distance, azimuth = float(hit.distance[0]), float(hit.azimuth[0])
    name, accuracy = told[int(table.fid[hit.index[0]])]
    doubt = math.hypot(accuracy, city.accuracy_m) if accuracy and city.accuracy_m else None
    shown = rounded_to(distance, doubt)
    course = "" if math.isnan(azimuth) or shown <= (doubt or 0.0) else f"{azimuth:.0f}"
    return [name, f"{shown:.0f}", "" if doubt is None else f"{doubt:.0f}", course]
