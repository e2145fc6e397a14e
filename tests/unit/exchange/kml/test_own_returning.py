# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A KMZ that we wrote and that comes back updates the same sites, and doubles nothing."""

from __future__ import annotations

import re

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import Assertion, KmlItem, Site, Trace
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.exchange.kml.export_kml import export
from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml, preview
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions
from dprk_city_atlas.plugin.core.exchange.undo_import import undo_import


def state(atlas):
    return {site.uuid: site for site in atlas.rows(Site)}, len(atlas.rows(Trace)), len(atlas.rows(KmlItem))


def test_the_shipped_atlas_comes_back_edited(tmp_path):
    atlas = store.create(tmp_path / "s.gpkg", seed.read(), title="shipped")
    path = tmp_path / "o.kml"
    export(atlas, path)
    before = state(atlas)
    found = preview(atlas, path, ImportOptions("Mine"))
    assert (found.sites, found.updated, found.conflicts) == (0, 0, [])
    report = import_kml(atlas, path, ImportOptions("Mine"))
    assert (report.sites, report.lines, report.updated, report.conflicts) == (0, 0, 0, [])
    assert state(atlas) == before

    text = path.read_text(encoding="utf-8")
    site = next(site for site in before[0].values() if site.geom and site.name == "Pyongsu Market")
    lon, lat = site.geom[7:-1].split()
    text = text.replace("<name>Pyongsu Market</name>", "<name>Pyongsu Bazaar</name>")
    text = text.replace(f"{lon},{lat}", f"{lon},{float(lat) + 0.001!r}")
    new = "<Placemark><name>A new one</name><Point><coordinates>127.5,39.9</coordinates></Point></Placemark>"
    text = re.sub(r"</Folder>", new + "</Folder>", text, count=1)
    path.write_text(text, encoding="utf-8")
    report = import_kml(atlas, path, ImportOptions("Mine"))
    assert (report.sites, report.updated, report.conflicts) == (1, 1, [])
    after = atlas.get(Site, site.uuid)
    assert after.name == "Pyongsu Bazaar" and after.geom == f"POINT ({lon} {float(lat) + 0.001!r})"
    assert len(atlas.rows(Site)) == len(before[0]) + 1
    undo_import(atlas, report.batch)
    assert atlas.get(Site, site.uuid).geom == site.geom and len(atlas.rows(Site)) == len(before[0])
    chosen = [row.geom for row in atlas.rows(Assertion, site_uuid=site.uuid) if row.chosen]
    assert chosen == [site.geom]
