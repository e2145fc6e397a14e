# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Keep an atlas of the present format for the tests of later ones: ``tests/data/atlases/format-N.gpkg.xz``.

Run it with the Python that has QGIS, before the tables change.  Besides what is shipped the atlas holds an
imported map, a site that was added and moved, an edit, a deletion and a kept result.
"""

from __future__ import annotations

import lzma
import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>A country map</name>
<Folder><name>AAA</name>
<Placemark id="p1"><name>AAA one</name><Point><coordinates>127.61,39.86</coordinates></Point></Placemark>
<Placemark id="p2"><name>AAA two</name><Point><coordinates>127.62,39.87</coordinates></Point></Placemark>
</Folder>
<Folder><name>Rail</name><Placemark><name>A siding</name>
<LineString><coordinates>127.6,39.9 127.62,39.91</coordinates></LineString></Placemark></Folder>
</Document></kml>"""


def main() -> None:
    """Make, fill and pack the atlas."""
    home = ROOT / "build" / "python"
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "dprk_city_atlas").is_symlink():
        (home / "dprk_city_atlas").symlink_to(ROOT, target_is_directory=True)
    sys.path.insert(0, str(home))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from dprk_city_atlas.plugin.core.atlas.store.schema import SCHEMA_VERSION
    from dprk_city_atlas.plugin.core.files import replacing

    target = ROOT / "tests" / "data" / "atlases" / f"format-{SCHEMA_VERSION}.gpkg.xz"
    with tempfile.TemporaryDirectory() as folder:
        path = _made(Path(folder))
        with closing(sqlite3.connect(path)) as db:
            db.execute("VACUUM")
        with replacing(target) as partial:
            partial.write_bytes(lzma.compress(path.read_bytes(), preset=9))
    print(target.relative_to(ROOT))


def _made(folder: Path) -> Path:
    from dprk_city_atlas.plugin.core.atlas import kept_results, shipped
    from dprk_city_atlas.plugin.core.atlas.edits import gestures
    from dprk_city_atlas.plugin.core.atlas.model import Assertion, Site, Source
    from dprk_city_atlas.plugin.core.exchange.kml import import_kml
    from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions

    atlas = shipped.make(folder / "atlas.gpkg")
    kml = folder / "country.kml"
    kml.write_text(KML, encoding="utf-8")
    import_kml.import_kml(atlas, kml, ImportOptions("A country map", release="1"))
    source = atlas.rows(Source)[0].uuid
    site = Site(name="Depot of the analyst", name_ko="창고", category="unknown", city="Hamhung")
    first = Assertion(geom="POINT (127.6 39.9)", source_uuid=source, accuracy_m=25.0)
    gestures.add_site(atlas, site, first)
    second = Assertion(geom="POINT (127.605 39.905)", source_uuid=source, accuracy_m=15.0)
    gestures.move_site(atlas, atlas.rows(Site, uuid=site.uuid)[0], second)
    edited = next(row for row in atlas.rows(Site) if row.geom and row.uuid != site.uuid)
    edited.note = "A note of the analyst, with “quotes” and 한글"
    gestures.update_record(atlas, edited)
    with atlas.transaction("delete") as writer:
        writer.delete(writer.rows(Site, name="AAA two")[0])
    kept_results.keep(atlas, "path", "A path", [("Length", 1234.5, "m")], {"sites": ["a", "b"]})
    return atlas.path


if __name__ == "__main__":
    main()
    os._exit(0)  # taking Python down under a living QGIS can crash
