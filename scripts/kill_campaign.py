# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Kills writers of an atlas by the hundred and counts what is lost: it must be nothing.

    nice build/venv/bin/python scripts/kill_campaign.py [SHARE] [KIND …]

The moments of the kills are spread evenly over the time of an undisturbed run.  SHARE (1 by default) times
the kills below are made; KIND names some of the rounds.  Writes ``build/bench/kills.json``; takes half an
hour.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import statistics
import struct
import sys
import tempfile
from abc import ABC, abstractmethod
from array import array
from contextlib import closing
from pathlib import Path

from kills import HOME, ROOT, Writer

sys.path.insert(0, str(HOME))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dprk_city_atlas.plugin.core.atlas import shipped as library  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.edits import journal
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Category, KmlItem, Site  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.store import checks, schema, store
from dprk_city_atlas.plugin.core.exchange.kml.reader import KmlFile  # noqa: E402
from dprk_city_atlas.plugin.core.exchange.kml.records import Item  # noqa: E402
from dprk_city_atlas.plugin.core.exchange.limits import DEFAULT_LIMITS  # noqa: E402

KILLS = {"save": 300, "edit": 300, "import": 120, "migrate": 120, "export": 120, "journal": 200}
PLACEMARKS = 2_000
EDITS = 100_000
MORE = 20_000
"""Edits that a journaled session makes after the first EDITS, until it is killed."""
GOLDEN = 0.6180339887498949


def sound(path: Path) -> store.Atlas:
    """Open an atlas; raises what is wrong with it."""
    atlas = store.open_atlas(path)
    damage = atlas.read_only or checks.damage(atlas.backend, thorough=True)
    if damage:
        raise store.AtlasError(damage)
    return atlas


class Round(ABC):
    """One kind of work: its atlas, made ready before each run and judged after it."""

    def __init__(self, shipped: Path, folder: Path) -> None:
        self.shipped = shipped
        self.path = folder / "a.gpkg"
        shutil.copy(shipped, self.path)

    def renew(self) -> None:
        """Put the shipped atlas in place again, without what SQLite has kept beside the one before."""
        for ending in ("-journal", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        shutil.copy(self.shipped, self.path)

    @abstractmethod
    def prepare(self) -> None:
        """Make ready for a run."""

    @abstractmethod
    def judge(self, ended: str) -> str:
        """Take how the writer ended; return "old" or "new" for what is found, else what was lost."""


class Save(Round):
    """The plugin's own transactions: every site gets the same new note."""

    def prepare(self) -> None:
        self.old = self._notes()

    def _notes(self) -> set:
        return {row[0] for row in sound(self.path).backend.select("SELECT DISTINCT note FROM sites")}

    def judge(self, ended: str) -> str:
        notes = self._notes()
        if notes == self.old:
            return "old" if ended == "killed" else "a save that was told is not there"
        return "new" if len(notes) == 1 else "some sites are saved and some are not"


class Edit(Save):
    """QGIS's own Save of an edit session: twenty notes and positions, a deletion, a new site."""

    def _notes(self) -> set:
        query = "SELECT note FROM sites WHERE deleted = 0 AND geom IS NOT NULL ORDER BY fid LIMIT 20"
        atlas = sound(self.path)
        self.count = atlas.count(Assertion)
        return {row[0] for row in atlas.backend.select(query)}

    def prepare(self) -> None:
        self.renew()
        super().prepare()
        self.before = self.count

    def judge(self, ended: str) -> str:
        told = super().judge(ended)
        left = journal.left_behind(self.path.parent / "journal", store.open_atlas(self.path))
        kept = [one.count for one in left]
        for one in left:
            journal.remove(one.path)
        if told == "old" and (kept != [22] or self.count != self.before):
            return f"edits neither saved nor in the journal: {kept}"
        return "positions are missing" if told == "new" and self.count != self.before + 21 else told


class Import(Round):
    """The import of a KML map into a fresh atlas."""

    def __init__(self, shipped: Path, folder: Path) -> None:
        super().__init__(shipped, folder)
        marks = "".join(
            f"<Placemark><name>{n}</name><Point><coordinates>127.5,{38 + n / 4e4}</coordinates></Point>"
            "</Placemark>"
            for n in range(PLACEMARKS)
        )
        head = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        (folder / "in.kml").write_text(f"{head}{marks}</Document></kml>", encoding="utf-8")
        self.old = self._counts(store.open_atlas(shipped))

    @staticmethod
    def _counts(atlas: store.Atlas) -> tuple[int, ...]:
        return tuple(atlas.count(record) for record in (Site, Assertion, KmlItem))

    def prepare(self) -> None:
        self.renew()

    def judge(self, ended: str) -> str:
        atlas = sound(self.path)
        for backup in self.path.parent.glob("a.backups/[!.]*.gpkg"):
            if self._counts(sound(backup)) != self.old:
                return f"{backup.name} is no backup"
            backup.unlink()
        counts = self._counts(atlas)
        if counts == self.old:
            return "old" if ended == "killed" else "an import that was told is not there"
        new = tuple(count + PLACEMARKS for count in self.old)
        return "new" if counts == new else f"a part was imported: {counts} after {self.old}"


class Migrate(Round):
    """The upgrade of an atlas of the first format."""

    def prepare(self) -> None:
        self.renew()
        with closing(sqlite3.connect(self.path)) as db, db:
            db.execute("DROP TABLE results")
            db.execute("DELETE FROM gpkg_contents WHERE table_name = 'results'")
            db.execute("UPDATE atlas_meta SET value = '1' WHERE key = 'schema_version'")
        self.sites = store.open_atlas(self.shipped).count(Site)

    def _version(self) -> str:
        return checks.read_meta(store.GeoPackageBackend(self.path))["schema_version"]

    def judge(self, ended: str) -> str:
        version = self._version()
        backups = list(self.path.parent.glob("a.backups/[!.]*.gpkg"))
        if version == str(schema.SCHEMA_VERSION) and len(backups) != 1:
            return f"upgraded with {len(backups)} copies of the old file"
        for backup in backups:
            if checks.damage(store.GeoPackageBackend(backup), thorough=True):
                return f"{backup.name} is damaged"
            backup.unlink()
        if version not in ("1", str(schema.SCHEMA_VERSION)):
            return f"a format between: {version}"
        if sound(self.path).count(Site) != self.sites or self._version() != str(schema.SCHEMA_VERSION):
            return "the next opening does not upgrade it"
        for backup in self.path.parent.glob("a.backups/[!.]*.gpkg"):
            backup.unlink()
        return "old" if version == "1" else "new"


class Export(Round):
    """An export over the file of an earlier one."""

    def prepare(self) -> None:
        self.target = self.path.with_name("out.kmz")
        self.target.write_bytes(b"the old file")

    def judge(self, ended: str) -> str:
        if self.target.read_bytes() == b"the old file":
            return "old" if ended == "killed" else "an export that was told is not there"
        with KmlFile(self.target, DEFAULT_LIMITS) as file:
            count = sum(isinstance(record, Item) for record in file.records())
        self.count = getattr(self, "count", count)
        return "new" if count == self.count else f"{count} of {self.count} items"


class Journal(Round):
    """An edit session of QGIS with 100,000 unsaved edits and more coming."""

    def __init__(self, _shipped: Path, folder: Path) -> None:
        self.path = folder / "a.gpkg"
        sites = [Site(name=f"Site {n}", category="market", geom="POINT (127.5 39.9)") for n in range(EDITS)]
        self.atlas = store.create(self.path, [Category(id="market"), *sites], title="Large")
        self.p99: list[float] = []
        self.told = 0

    def prepare(self) -> None:
        self.path.with_name("told").write_bytes(bytes(8 * (EDITS + MORE) + 8))

    def judge(self, ended: str) -> str:
        raw = self.path.with_name("told").read_bytes()
        told = struct.unpack_from("q", raw)[0]
        if told < EDITS:
            return f"the session {ended} after {told} edits"
        took = sorted(array("d", raw[8 : 8 * told + 8]))
        self.p99.append(1e3 * took[int(0.99 * len(took))])
        self.told += told
        (left,) = journal.left_behind(self.path.parent / "journal", self.atlas)
        changed = left.layers["sites"].changed
        fids = sorted(changed)
        if len(fids) != EDITS:
            return f"{EDITS - len(fids)} rows are not in the journal"
        lost = 0
        for place, fid in enumerate(fids):
            last = place + EDITS * ((told - 1 - place) // EDITS)
            lost += int(changed[fid].values["note"][1:]) < last
        journal.remove(left.path)
        return f"{lost} edits lost" if lost else "new"

    def figures(self) -> dict:
        """Return how many edits were told, and what one costs: QGIS's part and the journal's."""
        return {
            "edits": self.told,
            "p99_ms": statistics.median(self.p99),
            "p99_worst_run_ms": max(self.p99),
        }


ROUNDS: dict[str, type[Round]] = {
    "save": Save, "edit": Edit, "import": Import, "migrate": Migrate, "export": Export, "journal": Journal,
}  # fmt: skip


def judged(work: Round, ended: str) -> str:
    """Return the verdict; an error while looking is one."""
    try:
        return work.judge(ended)
    except (store.AtlasError, sqlite3.Error, OSError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def campaign(what: str, kills: int, work: Round) -> dict:
    """Kill ``kills`` writers and return the figures."""
    server, alone = Writer(what, work.path), []
    for _ in range(0 if what == "journal" else 5):
        work.prepare()
        alone.append(server.run(0)[1])
        verdict = judged(work, "alone")
        if verdict != "new":
            raise RuntimeError(f"{what} fails by itself: {verdict}")
    took = statistics.median(alone) if alone else 0.3
    found: dict[str, int] = {}
    killed = number = 0
    while killed < kills and number < 3 * kills:
        work.prepare()
        number += 1
        ended, _took = server.run(took * max(0.001, 1.25 * (number * GOLDEN % 1)))
        killed += ended == "killed"
        verdict = judged(work, ended)
        found[verdict] = found.get(verdict, 0) + 1
        if verdict not in ("old", "new"):
            print(f"{what}, kill {number}: {verdict}", flush=True)
    server.close()
    lost = sum(count for verdict, count in found.items() if verdict not in ("old", "new"))
    return {"kills": killed, "runs": number, "lost": lost, "found": found, "seconds_alone": took}


def main(arguments: list[str]) -> int:
    """Run the rounds and print their figures; 1 when anything was lost."""
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    share = float(arguments[0]) if arguments else 1.0
    result = {}
    with tempfile.TemporaryDirectory() as name:
        shipped = Path(name) / "shipped.gpkg"
        library.make(shipped)
        for what in arguments[1:] or ROUNDS:
            folder = Path(name) / what
            folder.mkdir()
            work = ROUNDS[what](shipped, folder)
            result[what] = campaign(what, max(1, round(share * KILLS[what])), work)
            if isinstance(work, Journal):
                result[what].update(work.figures())
            print(what, json.dumps(result[what]), flush=True)
    target = ROOT / "build" / "bench" / "kills.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(result, indent=1), encoding="utf-8")
    application.exitQgis()
    return int(any(figures["lost"] for figures in result.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
