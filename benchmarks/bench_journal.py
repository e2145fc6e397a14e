# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The journal of unsaved edits: what it costs per edit of a real QGIS edit session, and what a kill loses.

    python benchmarks/bench_journal.py [EDITS] [KILLS]

Peer: the same edit session without a journal, which loses every edit at a kill.  Bare sessions and
journaled ones take turns; costs are per edit.  A killed child tells every edit as soon as QGIS has
returned from it; lost is what was told and is not in the journal.
"""

from __future__ import annotations

import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "python"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RUNS = 5
SITES = 2_000

CHILD = """
import sys
from pathlib import Path
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
from dprk_city_atlas.plugin.core.atlas.edits import journal
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.atlas.layers import edit_guard
atlas = store.open_atlas(Path(sys.argv[1]))
layer = QgsVectorLayer(atlas.layer_uri("sites", '"deleted" = 0'), "sites", "ogr")
class Told:
    def failed(self, which, error):
        raise SystemExit(str(error))
guard = edit_guard.LayerWatch(layer, "sites", atlas, journal.Journal(Path(sys.argv[2]), atlas), Told())
guard.start()
layer.startEditing()
note = layer.fields().indexOf("note")
for number, fid in enumerate(layer.allFeatureIds(), 1):
    layer.changeAttributeValue(fid, note, "n%d" % number)
    sys.stdout.write("%d\\n" % number)
    sys.stdout.flush()
"""


def make_atlas(folder):
    from dprk_city_atlas.plugin.core.atlas.model import Category, Site
    from dprk_city_atlas.plugin.core.atlas.store import store

    sites = [Site(name=f"Site {n}", category="market", geom=f"POINT (127.{n} 39.9)") for n in range(SITES)]
    return store.create(folder / "a.gpkg", [Category(id="market"), *sites], title="Bench")


class Quiet:
    """A listener that wants no news."""

    def failed(self, _watch, error):
        raise error


def session(atlas, folder, edits, journaled):
    """Seconds of every edit of one session: on the clock, and of this thread's own work."""
    from qgis.core import QgsVectorLayer

    from dprk_city_atlas.plugin.core.atlas.edits import journal
    from dprk_city_atlas.plugin.core.atlas.layers import edit_guard

    layer = QgsVectorLayer(atlas.layer_uri("sites", '"deleted" = 0'), "sites", "ogr")
    book = journal.Journal(folder, atlas)
    guard = edit_guard.LayerWatch(layer, "sites", atlas, book, Quiet())
    if journaled:
        guard.start()
    layer.startEditing()
    note, fids = layer.fields().indexOf("note"), layer.allFeatureIds()
    times = []
    for number in range(edits):
        fid = fids[number % len(fids)]
        begin, worked = time.perf_counter(), time.thread_time()
        layer.changeAttributeValue(fid, note, f"n{number}")
        times.append((time.perf_counter() - begin, time.thread_time() - worked))
    layer.rollBack()
    if journaled:
        guard.stop()
    book.close()
    return times


def kill_once(atlas, folder, draw):
    """(edits told, edits in the journal) of one killed session."""
    from dprk_city_atlas.plugin.core.atlas.edits import journal

    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(atlas.path), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "build" / "python")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    wanted, told = draw.randint(1, SITES - 1), 0
    for line in child.stdout:
        told = int(line)
        if told == wanted:
            child.send_signal(signal.SIGKILL)
    child.wait()
    found = 0
    for left in journal.left_behind(folder, atlas):
        found = left.count
        journal.remove(left.path)
    return told, found


def p99(runs):
    """Median over the runs of the 99th percentile, in ms."""
    return 1e3 * statistics.median(sorted(run)[int(len(run) * 0.99)] for run in runs)


def main():
    from qgis.core import QgsApplication

    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    application = QgsApplication([], False)
    application.initQgis()
    result = {"edits": edits, "runs": RUNS, "kills": kills}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        atlas = make_atlas(folder)
        times = {"QGIS alone": [], "with the journal": []}
        for _ in range(RUNS):
            times["QGIS alone"].append(session(atlas, folder / "j", edits, False))
            times["with the journal"].append(session(atlas, folder / "j", edits, True))
        for title, runs in times.items():
            clock, work = ([[edit[kind] for edit in run] for run in runs] for kind in (0, 1))
            middle = statistics.median(statistics.median(run) for run in clock)
            # On a busy machine the clock's p99 is the scheduler's; the work's p99 is ours.
            result[title] = {"median_ms": 1e3 * middle, "p99_ms": p99(clock), "p99_work_ms": p99(work)}
        draw = random.Random(1)
        outcomes = [kill_once(atlas, folder / "k", draw) for _ in range(kills)]
    result["told"] = sum(told for told, _found in outcomes)
    result["lost"] = sum(max(0, told - found) for told, found in outcomes)
    for title in times:
        figures = result[title]
        shown = ", ".join(f"{name[:-3]} {value:.4f} ms" for name, value in figures.items())
        print(f"{title:18} {shown} an edit")
    print(f"{kills} kills: {result['told']:,} edits told, {result['lost']} lost (QGIS alone: all)")
    target = ROOT / "build" / "bench" / "journal.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(result, indent=1), encoding="utf-8")
    sys.stdout.flush()
    application.exitQgis()


if __name__ == "__main__":
    main()
