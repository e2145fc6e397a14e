# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""KML in and out: ours beside QGIS's own way and GDAL's, on one made-up country map.

    python benchmarks/bench_exchange.py [PLACEMARKS]

100,000 placemarks in 600 nested folders with styles, HTML, dates and extended data.  "QGIS" does with it what
its user does: lists the folders as layers, opens them and merges them into a GeoPackage.  "QGIS, one folder"
gets the same placemarks in one folder, its best case; "ogr2ogr" appends all folders to one layer in C.  All
lose the nesting, dates and styles (a table for every folder, as "Package layers" makes them, takes QGIS over
five minutes).
The KML Tools plugin is measured too where KMLTOOLS names its folder.  Peers and ours take turns; every figure
is a median, in seconds.
"""

from __future__ import annotations

import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "python"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RUNS = 5
PROVINCES, FOLDERS = 12, 600
KINDS = ("AAA", "SAM", "HARTS", "Airbases", "Prisons", "Markets", "Hydro", "Schools")
STYLES = 40
EXPORT_PEER = 500
"""Placemarks that LIBKML's writer gets; it is slower than in proportion, and not done with all in an hour."""


def country_map(path: Path, count: int, folders: int = FOLDERS) -> None:
    """Write the made-up map; with one folder all placemarks stand in it."""
    provinces = min(PROVINCES, folders)
    chance = random.Random(1)
    number = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("doc.kml", "w") as out:

            def put(text: str) -> None:
                out.write(text.encode())

            put(
                '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
            )
            for n in range(STYLES):
                icon = f"<IconStyle><scale>1.1</scale><Icon><href>files/i{n}.png</href></Icon></IconStyle>"
                put(f'<Style id="s{n}">{icon}</Style>\n')
            for province in range(provinces):
                put(f"<Folder><name>Province {province}</name><open>0</open>\n")
                for folder in range(folders // provinces):
                    put(f"<Folder><name>{KINDS[folder % len(KINDS)]}</name>\n")
                    for _ in range(count // folders):
                        number += 1
                        put(placemark(chance, number))
                    put("</Folder>\n")
                put("</Folder>\n")
            put("</Document></kml>")
        for n in range(STYLES):
            archive.writestr(f"files/i{n}.png", b"\x89PNG" + bytes([n]) * 200)


def placemark(chance: random.Random, number: int) -> str:
    """Return one placemark as Google Earth writes them."""
    lon, lat = chance.uniform(124.2, 130.7), chance.uniform(37.7, 43.0)
    return f"""\t<Placemark id="p{number}">
\t\t<name>Site {number} 함흥 &amp; {chance.randrange(10**6)}</name>
\t\t<visibility>{number % 2}</visibility>
\t\t<description><![CDATA[<b>Battery {number}</b><br/>Seen {chance.randrange(1990, 2020)}.
<a href="http://example.org/{chance.randrange(10**9)}">more</a><table><tr><td>guns</td></tr></table>]]></description>
\t\t<TimeSpan><begin>{chance.randrange(1930, 2000)}</begin>
\t\t<end>2016-{chance.randrange(1, 13):02d}</end></TimeSpan>
\t\t<styleUrl>#s{chance.randrange(STYLES)}</styleUrl>
\t\t<ExtendedData><Data name="guns"><value>{chance.randrange(12)}</value></Data></ExtendedData>
\t\t<Point><coordinates>{lon:.7f},{lat:.7f},0</coordinates></Point>
\t</Placemark>
"""


def timed(work) -> float:
    """Return the seconds a call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


class Jobs:
    """The things measured; each starts from nothing."""

    def __init__(self, home: Path, source: Path, flat: Path, count: int) -> None:
        from dprk_city_atlas.plugin.core.atlas import seed
        from dprk_city_atlas.plugin.core.atlas.store import store
        from dprk_city_atlas.plugin.core.exchange.kml.export_kml import export
        from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml
        from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions
        from dprk_city_atlas.plugin.core.exchange.kml.reader import KmlFile

        self.home, self.source, self.flat = home, source, flat
        self.count = count // FOLDERS * FOLDERS
        self._reader, self._export, self._import = KmlFile, export, import_kml
        self._options = ImportOptions("Made-up map")
        self._new = lambda: store.create(self._fresh("atlas.gpkg"), seed.read(empty=True), title="Bench")
        self.atlas = None

    def _fresh(self, name: str) -> Path:
        path = self.home / name
        path.unlink(missing_ok=True)
        return path

    def read(self) -> float:
        """Only read: records, no atlas."""

        def work():
            with self._reader(self.source) as file:
                for _record in file.records():
                    pass

        return timed(work)

    def into_atlas(self) -> float:
        """Into the atlas, with backup, accounts and one transaction."""
        self.atlas = self._new()
        return timed(lambda: self._import(self.atlas, self.source, self._options))

    def out(self) -> float:
        """Out of the atlas to KMZ, read back and compared."""
        return timed(lambda: self._export(self.atlas, self.home / "out.kmz"))

    def qgis_in(self) -> float:
        """QGIS: all folders as layers, merged into a GeoPackage."""
        import processing
        from qgis.core import QgsProject, QgsProviderRegistry, QgsProviderSublayerDetails

        target = str(self._fresh("merged.gpkg"))

        def work():
            context = QgsProject.instance().transformContext()
            options = QgsProviderSublayerDetails.LayerOptions(context)
            found = QgsProviderRegistry.instance().querySublayers(str(self.source))
            layers = [one.toLayer(options) for one in found]
            filled = [layer for layer in layers if layer.isSpatial() and layer.featureCount()]
            processing.run("native:mergevectorlayers", {"LAYERS": filled, "OUTPUT": target})

        seconds = timed(work)
        self._check(target)
        return seconds

    def qgis_flat_in(self) -> float:
        """QGIS: the layer of the one-folder map to a GeoPackage."""
        from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

        target = str(self._fresh("qgis.gpkg"))

        def work():
            layer = QgsVectorLayer(f"{self.flat}|layername={KINDS[0]}", "flat", "ogr")
            options = QgsVectorFileWriter.SaveVectorOptions()
            options.driverName = "GPKG"
            context = QgsProject.instance().transformContext()
            QgsVectorFileWriter.writeAsVectorFormatV3(layer, target, context, options)

        seconds = timed(work)
        self._check(target)
        return seconds

    def _check(self, target: str) -> None:
        """GDAL makes a layer of every folder, the empty ones first: a peer that read none would look fast."""
        from qgis.core import QgsVectorLayer

        found = QgsVectorLayer(target, "found", "ogr").featureCount()
        if found < self.count:
            raise SystemExit(f"QGIS wrote {found} of {self.count} placemarks: nothing to compare with.")

    def ogr_in(self) -> float:
        """Ogr2ogr with the LIBKML driver, all folders into one layer."""
        from osgeo import gdal

        target = str(self._fresh("ogr.gpkg"))
        options = gdal.VectorTranslateOptions(format="GPKG", layerName="sites", accessMode="append")
        return timed(lambda: gdal.VectorTranslate(target, str(self.source), options=options))

    def kmltools_in(self) -> float:
        """Run the KML Tools plugin's own import algorithm into memory layers."""
        from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

        folder = Path(os.environ["KMLTOOLS"])
        sys.path.insert(0, str(folder.parent))
        module = __import__(f"{folder.name}.importKml", fromlist=["ImportKmlAlgorithm"])
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        outputs = dict.fromkeys(("PointOutputLayer", "LineOutputLayer", "PolygonOutputLayer"), "memory:")
        parameters = {"Input": str(self.source), **outputs}
        algorithm = module.ImportKmlAlgorithm().create()
        return timed(lambda: algorithm.run(parameters, context, QgsProcessingFeedback()))

    def ogr_out(self) -> float:
        """LIBKML writing EXPORT_PEER points, scaled up in proportion (it is worse than that)."""
        from osgeo import gdal

        query = f"SELECT * FROM sites LIMIT {EXPORT_PEER}"  # noqa: S608
        target = self._fresh("ogr.kmz")
        atlas = str(self.home / "atlas.gpkg")
        return timed(
            lambda: gdal.VectorTranslate(
                str(target), atlas, format="LIBKML", SQLStatement=query, layerName="s"
            )
        )


def main(count: int) -> None:
    """Measure, print and write build/bench/exchange.json."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    with tempfile.TemporaryDirectory(prefix="bench-exchange-") as folder:
        source = Path(folder) / "map.kmz"
        flat = Path(folder) / "flat.kmz"
        country_map(source, count)
        country_map(flat, count, 1)
        jobs = Jobs(Path(folder), source, flat, count)
        names = ["read", "into_atlas", "out", "ogr_in", "qgis_in", "qgis_flat_in", "ogr_out"]
        names += ["kmltools_in"] if os.environ.get("KMLTOOLS") else []
        slow = {"ogr_out": 3}
        times: dict[str, list[float]] = {name: [] for name in names}
        for run in range(RUNS):
            for name in names:
                if run < slow.get(name, RUNS):
                    times[name].append(getattr(jobs, name)())
    report(count, {name: statistics.median(found) for name, found in times.items()})
    application.exitQgis()


def report(count: int, medians: dict[str, float]) -> None:
    """Print the table and write the JSON."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole_out = medians["ogr_out"] * count / EXPORT_PEER

    def ratio(name: str) -> str:
        return f"{medians[name] / medians['into_atlas']:.1f}"

    rows = [
        ("read only", medians["read"], ""),
        ("into the atlas", medians["into_atlas"], "1"),
        ("ogr2ogr into a GeoPackage", medians["ogr_in"], ratio("ogr_in")),
        ("QGIS into a GeoPackage", medians["qgis_in"], ratio("qgis_in")),
        ("QGIS, one folder", medians["qgis_flat_in"], ratio("qgis_flat_in")),
        ("out to KMZ", medians["out"], "1"),
        (
            f"LIBKML out ({EXPORT_PEER} × {count / EXPORT_PEER:g})",
            whole_out,
            f"{whole_out / medians['out']:.1f}",
        ),
    ]
    if "kmltools_in" in medians:
        rows.insert(5, ("KML Tools into memory", medians["kmltools_in"], ratio("kmltools_in")))
    print(f"{count:,} placemarks in {FOLDERS} folders; peak memory of all {peak:.0f} MB")
    for name, seconds, times in rows:
        print(f"{name:32} {seconds:8.2f} s  {times:>6}")
    target = ROOT / "build" / "bench" / "exchange.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    result = {"placemarks": count, "medians_s": medians, "peak_mb": round(peak)}
    target.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
