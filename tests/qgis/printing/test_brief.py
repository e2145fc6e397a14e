# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The brief: five files that belong together, every number with its inputs, nothing left when it fails."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import unicodedata
import zipfile

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from dprk_city_atlas.plugin.core.atlas import kept_results, shipped as library
from dprk_city_atlas.plugin.core.atlas.model import Claim, Site, shipped_uuid
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.printing import brief as module, brief_data
from dprk_city_atlas.plugin.core.printing.brief import FILES, Brief
from dprk_city_atlas.plugin.processing.brief import MakeBrief


def made(atlas, folder, maps=()):
    brief = Brief(atlas, folder, maps=maps)
    brief.gather()
    for _what in brief.paint():
        pass
    return brief.finish()


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def text_of(pdf, *options):
    words = ["pdftotext", "-layout", *options, str(pdf), "-"]
    text = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return unicodedata.normalize("NFKC", text)  # the font has ligatures


def pages_of(pdf):
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


@pytest.fixture(scope="module")
def whole(shipped, tmp_path_factory):
    """A brief of the shipped atlas with all sheets, made by the algorithm."""
    folder = tmp_path_factory.mktemp("whole") / "brief"
    algorithm = MakeBrief().create()
    parameters = {"ATLAS": str(shipped), "OUTPUT": str(folder)}
    told, worked = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback())
    assert worked
    return folder, told


def test_the_five_files_of_the_contract_and_nothing_else(whole):
    folder, told = whole
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert [path.name for path in folder.parent.iterdir()] == ["brief"]
    assert told["OUTPUT"] == str(folder)
    assert told["NUMBERS"] == len(manifest_of(folder)["numbers"]) > 200


def test_the_contents_name_the_pages_where_the_parts_are(whole):
    pdf = whole[0] / "brief.pdf"
    first = text_of(pdf, "-l", "1")
    for title in ("The cities compared", "Claims put to the test", "Gazetteer", "Sources"):
        line = next(line for line in first.splitlines() if title in line)
        page = line.split()[-1]
        assert title in text_of(pdf, "-f", page, "-l", page).splitlines()[0]
    assert pages_of(pdf) >= 1 + 7 + 7
    assert "39.838676, 127.621851" in text_of(pdf)


def test_the_tables_hold_every_site_and_claim(whole, shipped):
    atlas = store.open_atlas(shipped)
    for name, record in (("sites.csv", Site), ("claims.csv", Claim)):
        with (whole[0] / name).open(encoding="utf-8-sig", newline="") as file:
            assert sum(1 for _row in csv.DictReader(file)) == atlas.count(record)
    with zipfile.ZipFile(whole[0] / "atlas.kmz") as archive:
        assert archive.read("doc.kml").count(b"<Placemark") >= atlas.count(Site, '"geom" IS NOT NULL')


def test_the_manifest_gives_versions_hashes_and_inputs(whole, shipped):
    manifest = manifest_of(whole[0])
    assert {"dprk_city_atlas", "qgis", "gdal", "proj"} <= set(manifest["versions"])
    assert manifest["data"]["sha256"] == brief_data.data_hash(store.open_atlas(shipped))
    for entry in manifest["files"]:
        content = (whole[0] / entry["name"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["bytes"] == len(content)
    assert {entry["name"] for entry in manifest["files"]} == set(FILES) - {"manifest.json"}
    assert all(number["inputs"] for number in manifest["numbers"])
    identifiers = [number["id"] for number in manifest["numbers"]]
    assert len(set(identifiers)) == len(identifiers)


def test_magunpo_stands_in_the_manifest_with_its_points(whole):
    key = f"claim:{shipped_uuid('claims', 'magunpo-hungnam')}"
    (number,) = (entry for entry in manifest_of(whole[0])["numbers"] if entry["id"] == key)
    assert number["value"] == pytest.approx(3948, abs=0.5)
    assert number["unit"] == "m"
    assert number["verdict"] == "differs"
    points = {(site["lat"], site["lon"]) for site in number["inputs"]["sites"]}
    assert (39.801521, 127.560700) in points


def test_the_hash_is_of_the_data_not_of_the_file(atlas, tmp_path):
    copy = store.open_atlas(shutil.copy(atlas.path, tmp_path / "copy.gpkg"))
    assert brief_data.data_hash(copy) == brief_data.data_hash(atlas)
    site = atlas.rows(Site)[0]
    site.note = "changed"
    with atlas.transaction("edit") as writer:
        writer.update(site)
    assert brief_data.data_hash(copy) != brief_data.data_hash(atlas)


def test_kept_results_are_printed_as_they_are(atlas, tmp_path):
    numbers = [("S at 20 m", 0.62, "share"), ("S*", float("nan"), "share")]
    kept_results.keep(
        atlas, "survival", "Streets of <b>Sinam</b>", numbers, {"historic": "1946"}, "by O'Brien"
    )
    folder = made(atlas, tmp_path / "brief")
    text = text_of(folder / "brief.pdf")
    assert "Streets of <b>Sinam</b>" in text
    assert "not computed" in text
    found = [entry for entry in manifest_of(folder)["numbers"] if entry["id"].startswith("result:")]
    assert [(entry["value"], entry["inputs"]) for entry in found] == [
        (0.62, {"historic": "1946"}),
        (None, {"historic": "1946"}),
    ]
    (kept,) = kept_results.kept(atlas)
    kept_results.drop(atlas, kept.uuid)
    assert kept_results.kept(atlas) == []


def test_rows_are_not_cut_by_a_page_break(whole, qgis_app):
    """No page of the tables begins with the rest of a row: under the head stands a verdict."""
    pdf = whole[0] / "brief.pdf"
    first = text_of(pdf, "-l", "1")
    start = int(next(line.split()[-1] for line in first.splitlines() if "Claims put" in line))
    end = int(next(line.split()[-1] for line in first.splitlines() if "Where sources" in line))
    for page in range(start + 1, end):
        lines = text_of(pdf, "-f", str(page), "-l", str(page)).splitlines()
        head = next(place for place, line in enumerate(lines) if line.startswith("Verdict"))
        body = next(line for line in lines[head + 1 :] if line.strip())
        assert body.split()[0].strip(",") in ("agrees", "differs", "cannot"), body


@pytest.mark.parametrize("when", [0.0, 0.1, 0.5, 0.9])
def test_a_cancelled_brief_leaves_nothing(atlas, tmp_path, when):
    def progress(share):
        if share >= when:
            raise Cancelled("The brief")

    before = sorted(tmp_path.iterdir())
    brief = Brief(atlas, tmp_path / "brief", maps=())
    with pytest.raises(Cancelled):
        brief.gather(progress=progress)
    assert sorted(tmp_path.iterdir()) == before


def test_a_brief_that_is_dropped_while_a_thread_gathers_leaves_nothing(atlas, tmp_path):
    before = sorted(tmp_path.iterdir())
    brief = Brief(atlas, tmp_path / "brief", maps=())
    brief.gather(progress=lambda _share: brief.discard())
    assert sorted(tmp_path.iterdir()) == before


def test_other_files_in_the_folder_stay_and_older_briefs_are_replaced(atlas, tmp_path):
    folder = tmp_path / "brief"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    (folder / "brief.pdf").write_text("old")
    made(atlas, folder)
    assert (folder / "mine.txt").read_text() == "mine"
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILES, "mine.txt"])


def test_a_sheet_that_fails_leaves_the_old_brief(atlas, tmp_path, monkeypatch):
    folder = made(atlas, tmp_path / "brief")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def broken(*_args):
        raise AtlasError("The paper is out.")

    monkeypatch.setattr(module.map_sheet, "build", broken)
    with pytest.raises(AtlasError, match="paper"):
        module.write(atlas, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["atlas", "brief"]


def test_an_empty_atlas_has_a_brief_too(qgis_app, tmp_path):
    atlas = library.make(tmp_path / "empty.gpkg", empty=True)
    folder = made(atlas, tmp_path / "brief")
    assert "0 claims" in text_of(folder / "brief.pdf")


@pytest.mark.parametrize(("name", "words"), [("a file", "is a file"), ("no/where", "does not exist")])
def test_a_place_that_cannot_be_is_told_before_any_work(shipped, tmp_path, name, words):
    (tmp_path / "a file").write_text("x")
    algorithm = MakeBrief().create()
    parameters = {"ATLAS": str(shipped), "OUTPUT": str(tmp_path / name)}
    with pytest.raises(QgsProcessingException, match=words):
        algorithm.processAlgorithm(parameters, QgsProcessingContext(), QgsProcessingFeedback())
