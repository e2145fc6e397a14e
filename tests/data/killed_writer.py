# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Server of ``scripts/kills.py``: forks a writer for every line it reads and kills it in time.

Arguments: folder of the package, what to do (a function below), the atlas.  Each line is the number of
seconds after which the writer is killed, 0 for never; the answer is how it ended and how long it took.
"""

from __future__ import annotations

import mmap
import os
import signal
import struct
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, sys.argv[1])

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Site  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.store import store  # noqa: E402 (found by the line above)

WHAT, PATH = sys.argv[2], Path(sys.argv[3])
RECORDS = seed.read() if WHAT == "create" else []


def save() -> None:
    atlas = store.open_atlas(PATH)
    mark = store.new_uuid()
    with atlas.transaction("save") as writer:
        for site in atlas.rows(Site):
            site.note = mark
            writer.update(site)


def insert() -> None:
    atlas = store.open_atlas(PATH)
    first = atlas.rows(Assertion)[0]
    with atlas.transaction("import") as writer:
        for number in range(100):
            geom = f"POINT ({127 + number / 1000} 39.9)"
            copy = store.replace(first, uuid=store.new_uuid(), geom=geom, chosen=False, row_version=1)
            writer.insert(copy)


def create() -> None:
    store.create(PATH, RECORDS, title="Made under fire")


def migrate() -> None:
    store.open_atlas(PATH)


def bring_in() -> None:
    import_kml.import_kml(
        store.open_atlas(PATH), PATH.with_name("in.kml"), import_options.ImportOptions("A public map")
    )


def take_out() -> None:
    export_kml.export(store.open_atlas(PATH), PATH.with_name("out.kmz"))


class Quiet:
    """A listener of an edit session that wants no news."""

    def __getattr__(self, _name: str):
        return lambda *_args: 5.0


def edit(ready: int) -> None:
    """An edit session of QGIS: notes, positions, a deletion and a new site, saved by QGIS's own Save."""
    from qgis.core import QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

    from dprk_city_atlas.plugin.core.atlas.edits import journal
    from dprk_city_atlas.plugin.core.atlas.layers import edit_guard

    atlas = store.open_atlas(PATH)
    layer = QgsVectorLayer(atlas.layer_uri("sites", '"deleted" = 0 AND "geom" IS NOT NULL'), "sites", "ogr")
    guard = edit_guard.LayerWatch(
        layer, "sites", atlas, journal.Journal(PATH.parent / "journal", atlas), Quiet()
    )
    guard.start()
    layer.startEditing()
    mark, column = store.new_uuid(), layer.fields().indexOf("note")
    features = sorted(layer.getFeatures(), key=lambda f: f.id())[:21]
    layer.deleteFeature(features.pop().id())
    for feature in features:
        layer.changeAttributeValue(feature.id(), column, mark)
        layer.changeGeometry(feature.id(), QgsGeometry.fromWkt(f"POINT (127.{int(mark[:6], 16)} 39.5)"))
    index = layer.fields().indexOf
    values = {index("uuid"): mark, index("name"): "New", index("category"): "unknown", index("note"): mark}
    layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT (127 39)"), values))
    os.write(ready, b"x")
    if not layer.commitChanges():
        os._exit(1)


def journal(ready: int) -> None:
    """An edit session of QGIS with as many edits as there are sites, and more until it is killed.

    The file ``told`` outlives it: how many edits QGIS has returned from, and how long each took.
    """
    from qgis.core import QgsVectorLayer

    from dprk_city_atlas.plugin.core.atlas.edits import journal
    from dprk_city_atlas.plugin.core.atlas.layers import edit_guard

    atlas = store.open_atlas(PATH)
    layer = QgsVectorLayer(atlas.layer_uri("sites", '"deleted" = 0'), "sites", "ogr")
    guard = edit_guard.LayerWatch(
        layer, "sites", atlas, journal.Journal(PATH.parent / "journal", atlas), Quiet()
    )
    guard.start()
    layer.startEditing()
    note, fids = layer.fields().indexOf("note"), sorted(layer.allFeatureIds())
    with PATH.with_name("told").open("r+b") as stream:
        told = mmap.mmap(stream.fileno(), 0)
        for number in range(len(told) // 8 - 1):
            began = time.perf_counter()
            layer.changeAttributeValue(fids[number % len(fids)], note, f"n{number}")
            struct.pack_into("d", told, 8 * number + 8, time.perf_counter() - began)
            struct.pack_into("q", told, 0, number + 1)
            if number + 1 == len(fids):
                os.write(ready, b"x")


WORK = {
    "save": save, "insert": insert, "create": create,
    "migrate": migrate, "import": bring_in, "export": take_out,
}  # fmt: skip


def child(ready: int) -> None:
    if WHAT in ("edit", "journal"):
        {"edit": edit, "journal": journal}[WHAT](ready)
    else:
        os.write(ready, b"x")
        WORK[WHAT]()
    os._exit(0)


if WHAT in ("import", "export"):
    from dprk_city_atlas.plugin.core.exchange.kml import export_kml, import_kml, import_options
if WHAT in ("edit", "journal"):
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
for line in sys.stdin:
    limit = float(line)
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            child(write)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.read(read, 1)
    began = time.perf_counter()
    ended = "alone"
    if limit and signal.sigtimedwait({signal.SIGCHLD}, limit) is None:
        os.kill(pid, signal.SIGKILL)
    _pid, status = os.waitpid(pid, 0)
    took = time.perf_counter() - began
    if os.WIFSIGNALED(status):
        ended = "killed"
    elif os.WEXITSTATUS(status):
        ended = "failed"
    os.close(read)
    os.close(write)
    signal.sigtimedwait({signal.SIGCHLD}, 0)  # the message of this child, when nobody waited for it
    print(ended, took, flush=True)
