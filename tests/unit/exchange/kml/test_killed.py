# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A process killed in the middle of an import or export leaves the state before or after, never between."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from kmlfiles import kml, point, read

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import Assertion, KmlItem, Site
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions

COUNT = 12_000
WORKER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.exchange.kml.export_kml import export
from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions

def tell(share):
    print(f"{share:.4f}", flush=True)

atlas = store.open_atlas(Path(sys.argv[3]))
print("ready", flush=True)
if sys.argv[2] == "import":
    import_kml(atlas, Path(sys.argv[4]), ImportOptions("S"), tell)
else:
    export(atlas, Path(sys.argv[4]), progress=tell)
print("done", flush=True)
"""


def run_and_kill(job, atlas, path, after, delay):
    """Start the worker, kill it ``delay`` seconds after it has told the share ``after``."""
    home = next(entry for entry in sys.path if entry.endswith("build/python"))
    command = [sys.executable, "-c", WORKER, home, job, str(atlas), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout:
            share = line.strip()
            if share == "done" or (share != "ready" and float(share) >= after):
                break
        time.sleep(delay)
        process.kill()
        process.wait()


@pytest.mark.parametrize(
    ("after", "delay"), [(0.0, 0.0), (0.3, 0.0), (0.7, 0.01), (1.0, 0.0), (1.0, 0.05), (1.0, 0.1), (1.0, 0.2)]
)
def test_killed_while_importing(tmp_path, after, delay):
    atlas = store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="T")
    source = kml(tmp_path, "".join(point(f"S{n}", f"{124 + n / 2000:.4f},39.5") for n in range(COUNT)))
    run_and_kill("import", atlas.path, source, after, delay)
    again = store.open_atlas(atlas.path)
    assert not again.read_only
    counts = {again.count(Site), again.count(Assertion), again.count(KmlItem)}
    assert counts in ({0}, {COUNT})
    if counts == {0}:
        assert import_kml(again, source, ImportOptions("S")).sites == COUNT


@pytest.mark.parametrize(("after", "delay"), [(0.0, 0.0), (0.5, 0.0), (0.95, 0.0), (0.95, 0.05)])
def test_killed_while_exporting(tmp_path, after, delay):
    atlas = store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="T")
    import_kml(atlas, kml(tmp_path, point("S") * COUNT), ImportOptions("S"))
    target = kml(tmp_path, point("old"), name="out.kml")
    run_and_kill("export", atlas.path, target, after, delay)
    names = [record.name for record in read(target)[1][2:]]
    assert names == ["old"] or len(names) == COUNT
