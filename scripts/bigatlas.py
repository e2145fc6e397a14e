# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make bigatlas N=1000000``: an atlas of N made-up sites, for benchmarks and for trying things out.

The sites lie in clusters over the peninsula as settlements do, with names in English and Korean, the
shipped categories, dates of differing precision and nested folders; every site has one chosen assertion.
The same N gives the same sites.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SEED = 19441946
WEST, SOUTH, EAST, NORTH = 124.2, 37.7, 130.7, 43.0
# Half of the places of the country have names made of such syllables; meanings do not matter here.
SYLLABLES = (
    ("Sin", "신"),
    ("Ham", "함"),
    ("Chong", "청"),
    ("Ryong", "룡"),
    ("Song", "송"),
    ("Tok", "덕"),
    ("Pyong", "평"),
)
ENDINGS = (
    ("hung", "흥"),
    ("jin", "진"),
    ("chon", "천"),
    ("san", "산"),
    ("won", "원"),
    ("gang", "강"),
    ("dong", "동"),
)
YEARS = ("", "1938", "c. 1975", "1994-07", "2004-08-16", "before 2011")
RANKS = ("confirmed", "probable", "possible")


class Made:
    """The random choices for N sites, drawn at once."""

    def __init__(self, number: int, categories: list[str]) -> None:
        draw = np.random.default_rng(SEED)
        clusters = max(8, number // 2000)
        centres = np.column_stack([draw.uniform(WEST, EAST, clusters), draw.uniform(SOUTH, NORTH, clusters)])
        # Few large towns and many small ones: shares fall off with rank as settlement sizes do.
        shares = 1.0 / np.arange(1, clusters + 1)
        self.cluster = draw.choice(clusters, number, p=shares / shares.sum())
        points = centres[self.cluster] + draw.normal(0.0, 0.03, (number, 2))
        self.lon = np.clip(points[:, 0], WEST, EAST).round(6)
        self.lat = np.clip(points[:, 1], SOUTH, NORTH).round(6)
        self.category = draw.integers(0, len(categories), number)
        self.name = draw.integers(0, len(SYLLABLES) * len(ENDINGS), number)
        self.year = draw.integers(0, len(YEARS), number)
        self.rank = draw.integers(0, len(RANKS), number)
        self.accuracy = draw.integers(5, 200, number)
        # In order: a million entries in random order would make the indexes the slowest part by far.
        self.uuid = sorted(draw.bytes(16).hex() for _ in range(2 * number))
        self.categories = categories
        self.number = number

    def name_of(self, i: int) -> tuple[str, str]:
        """The English and the Korean name of site ``i``."""
        first, last = divmod(int(self.name[i]), len(ENDINGS))
        (english, korean), (end, end_ko) = SYLLABLES[first], ENDINGS[last]
        return f"{english}{end} {i + 1}", f"{korean}{end_ko} {i + 1}"


def _uuid(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def _sites(made: Made, template: dict[str, Any], source: str) -> Iterator[list[Any]]:
    from dprk_city_atlas.plugin.core.atlas.store.blob import point_blob
    from dprk_city_atlas.plugin.core.dates import parse_date

    bounds = {year: parse_date(year) for year in YEARS}
    for i in range(made.number):
        name, name_ko = made.name_of(i)
        lon, lat = float(made.lon[i]), float(made.lat[i])
        category = made.categories[made.category[i]]
        year = YEARS[made.year[i]]
        row = dict(template, uuid=_uuid(made.uuid[i]), name=name, name_ko=name_ko, category=category)
        row.update(begin_earliest=bounds[year].earliest, begin_latest=bounds[year].latest)
        row.update(
            likelihood=RANKS[made.rank[i]], begin_text=year or None, accuracy_m=float(made.accuracy[i])
        )
        row.update(
            folder_path=f"Made up/Town {made.cluster[i] + 1}/{category}", folder_order=i, source_uuid=source
        )
        row["geom"] = point_blob(lon, lat)
        yield list(row.values())


def _assertions(made: Made, template: dict[str, Any], source: str) -> Iterator[list[Any]]:
    from dprk_city_atlas.plugin.core.atlas.store.blob import point_blob

    for i in range(made.number):
        row = dict(template, uuid=_uuid(made.uuid[made.number + i]), site_uuid=_uuid(made.uuid[i]))
        row.update(
            source_uuid=source, chosen=1, likelihood=RANKS[made.rank[i]], accuracy_m=float(made.accuracy[i])
        )
        row["geom"] = point_blob(float(made.lon[i]), float(made.lat[i]))
        yield list(row.values())


def build(number: int, target: Path) -> None:
    """Write the atlas."""
    from dprk_city_atlas.plugin.core.atlas import shipped
    from dprk_city_atlas.plugin.core.atlas.model import Assertion, Category, Site, Source
    from dprk_city_atlas.plugin.core.atlas.store.store import to_row
    from dprk_city_atlas.plugin.core.files import replacing

    with replacing(target) as partial:
        atlas = shipped.make(partial, empty=True)
        categories = [category.id for category in atlas.rows(Category)]
        made = Made(number, categories)
        source = to_row(Source(title="Made-up sites", kind="made up", note="For benchmarks and trying only."))
        site = to_row(Site(name="-"))
        assertion = to_row(Assertion())
        with atlas.backend.transaction() as db:
            atlas.backend.bulk_insert(db, Source.TABLE, list(source), [list(source.values())])
            atlas.backend.bulk_insert(db, Site.TABLE, list(site), _sites(made, site, source["uuid"]))
            rows = _assertions(made, assertion, source["uuid"])
            atlas.backend.bulk_insert(db, Assertion.TABLE, list(assertion), rows)
            # QGIS zooms by the extent that is written down instead of looking at every site.
            extent = (
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?"
            )
            corners = (made.lon.min(), made.lat.min(), made.lon.max(), made.lat.max())
            for table in (Site.TABLE, Assertion.TABLE):
                db.execute(extent, (*map(float, corners), table))


def _importable() -> None:
    """Let the working tree be imported under the name that QGIS gives it."""
    home = ROOT / "build" / "python"
    home.mkdir(parents=True, exist_ok=True)
    link = home / "dprk_city_atlas"
    if not link.is_symlink():
        link.symlink_to(ROOT, target_is_directory=True)
    sys.path.insert(0, str(home))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0].isdigit() or int(arguments[0]) < 1:
        print("usage: make bigatlas N=1000000   (a number of sites)", file=sys.stderr)
        return 2
    number = int(arguments[0])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _importable()
    target = ROOT / "build" / f"big-{number}.gpkg"
    from qgis.core import QgsApplication

    # Styles are made with it, and they ask for fonts.
    application = QgsApplication([], True)
    application.initQgis()
    began = time.monotonic()
    build(number, target)
    seconds = time.monotonic() - began
    print(
        f"{target.relative_to(ROOT)}  {number} sites, {target.stat().st_size / 1e6:.1f} MB, {seconds:.1f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
