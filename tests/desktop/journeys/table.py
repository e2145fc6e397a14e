# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Journey 5: a messy table comes in; journey of a table that goes out, is edited, and comes back."""

from __future__ import annotations

import csv
import importlib
import json
import tempfile
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QTableWidget,
    QTabWidget,
)

TITLE = [["함흥시 시설 목록", "", "", "", "", ""], ["", "", "", "", "", ""]]
HEAD = ["번호", "명칭", "종류", "위도", "경도", "현황"]
ROWS = [
    ["1", "수남시장", "시장", "39°50'30\"N", "127°37'10\"E", "운영중"],
    ["2", "흥남비료공장", "공장 시설", "39°50'10\"N", "127°36'40\"E", "가동"],
    ["3", "오로교화소", "교화소", "미상", "미상", "미상"],
    ["4", "옛 고사포 진지", "고사포", "39°53'00\"N", "127°33'00\"E", "철거"],
    ["5", "", "", "북쪽", "어딘가", ""],
]


def _core(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.core.{name}")


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-journey5-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def _window(desk, path):
    desk.find("actionImport").trigger()
    window = desk.window("CityAtlasImportDialog")
    window.resize(1240, 780)
    window.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    _settled(desk, window)
    return window


def _settled(desk, window):
    desk.wait_until(lambda: not window.work.busy, 30, "the preview")


def test_a_korean_table_with_title_rows_is_understood_changed_and_imported(desk):
    atlas = _open(desk)
    sites = _core(desk, "atlas.model").Site
    before = len(atlas.rows(sites))
    path = atlas.path.with_name("목록.csv")
    with path.open("w", encoding="cp949", newline="") as stream:
        csv.writer(stream).writerows([*TITLE, HEAD, *ROWS])
    window = _window(desk, path)
    roles = window.findChild(QTableWidget, "columnRoles")
    desk.screenshot("journey5-first-look", window)
    shown = {HEAD[n]: roles.item(0, n).data(Qt.ItemDataRole.UserRole) for n in range(roles.columnCount())}
    assert {shown[name] for name in ("위도", "경도")} == {"latitude", "longitude"}, shown
    assert shown["현황"] == "status" and shown["종류"] == "category", shown
    assert window.findChild(QComboBox, "encodingCombo").itemText(0) == "found: Korean (CP949)"
    canvas = window.findChild(QgsMapCanvas, "tableMap")
    assert canvas.extent().contains(canvas.extent().center()) and canvas.extent().width() < 3.0
    # a column is given another role by its list, as a person does it
    name = HEAD.index("명칭")
    roles.setCurrentCell(0, name)
    roles.editItem(roles.item(0, name))
    box = roles.findChild(QComboBox)
    box.setCurrentIndex(box.findData("name_ko"))
    box.activated.emit(box.currentIndex())
    _settled(desk, window)
    assert roles.item(0, name).data(Qt.ItemDataRole.UserRole) == "name_ko"
    # a word that nobody knows gets its meaning
    tabs = window.findChild(QTabWidget, "tableTabs")
    tabs.setCurrentIndex(1)
    desk.screenshot("journey5-words", window)
    words = window.table_page.values.table
    unknown = next(n for n in range(words.rowCount()) if words.item(n, 1).text() == "공장 시설")
    choice = words.cellWidget(unknown, 2)
    choice.setCurrentIndex(choice.findData("chemical_plant"))
    choice.activated.emit(choice.currentIndex())
    _settled(desk, window)
    tabs.setCurrentIndex(3)
    desk.screenshot("journey5-here-already", window)
    tabs.setCurrentIndex(0)
    rows = window.table_page.rows
    refused = next(n for n in range(rows.rowCount()) if rows.item(n, 0).text() == "8")
    assert rows.item(refused, 4).text() == "not taken over" and rows.item(refused, 5).text() not in ("", "–")
    desk.screenshot("journey5-rows", window)
    mapping = atlas.path.with_name("mapping.json")
    desk.on_dialog(lambda dialog: desk.name_file(dialog, mapping))
    desk.click(window.findChild(QPushButton, "saveMapping"))
    kept = json.loads(mapping.read_text(encoding="utf-8"))
    assert kept["columns"]["명칭"] == "name_ko" and kept["values"]["category"] == {
        "공장 시설": "chemical_plant"
    }
    go = window.findChild(QPushButton, "importButton")
    desk.wait_until(go.isEnabled, what="the import can begin")
    desk.click(go)
    desk.wait_until(lambda: len(atlas.rows(sites)) == before + 4, 30, "the import")
    new = {site.name: site for site in atlas.rows(sites)[before:]}
    assert new["흥남비료공장"].category == "chemical_plant" and new["흥남비료공장"].status == "active"
    assert new["오로교화소"].geom is None and new["옛 고사포 진지"].status == "demolished"
    # the next table of these headings needs no hand
    with path.open("w", encoding="cp949", newline="") as stream:
        csv.writer(stream).writerows([*TITLE, HEAD, ["9", "새 공장", "공장 시설", "39.9", "127.5", ""]])
    window = _window(desk, path)
    roles = window.findChild(QTableWidget, "columnRoles")
    assert roles.item(0, name).data(Qt.ItemDataRole.UserRole) == "name_ko"
    window.reject()
    desk.find("actionUndoStep").trigger()
    desk.wait_until(lambda: len(atlas.rows(sites)) == before, what="the undo")


def test_a_table_that_went_out_comes_back_to_the_same_sites(desk):
    atlas = _open(desk)
    sites = _core(desk, "atlas.model").Site
    path = atlas.path.with_name("out.csv")
    _core(desk, "exchange.table.export_table").write_sites(atlas, path)
    before = len(atlas.rows(sites))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    market = next(row for row in rows if row["name"] == "Pyongsu Market")
    market.update(note="Seen again", lat=str(float(market["lat"]) + 0.001))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    window = _window(desk, path)
    assert window.summary.text().startswith(
        f"{before} rows: 0 new sites, 0 new without a position, 1 changed"
    )
    window.findChild(QTabWidget, "tableTabs").setCurrentIndex(2)
    desk.screenshot("journey5-comes-back", window)
    changes = window.table_page.changes
    fields = {changes.item(n, 2).text() for n in range(changes.rowCount())}
    assert fields == {"Note", "Position"}
    desk.click(window.findChild(QPushButton, "importButton"))
    desk.wait_until(
        lambda: atlas.get(sites, market["uuid"]).note == "Seen again", 30, "the site has the new note"
    )
    assert len(atlas.rows(sites)) == before
    assert f"{float(market['lat']):.5f}"[:8] in atlas.get(sites, market["uuid"]).geom
    desk.wait_until(lambda: "out.csv" in desk.find("actionUndoStep").text(), what="the step")
    desk.find("actionUndoStep").trigger()
    desk.wait_until(lambda: atlas.get(sites, market["uuid"]).note != "Seen again", what="the undo")


def test_a_table_that_is_not_certain_asks_and_imports_nothing(desk):
    atlas = _open(desk)
    path = atlas.path.with_name("asks.csv")
    path.write_text("name,no,floors\nA,1,3\nB,2,5\n", encoding="utf-8")
    window = _window(desk, path)
    desk.screenshot("journey5-asks", window)
    assert not any(planned.row.position for planned in window.table_page._run.plan.rows)
    assert window.findChild(QLabel, "tableQuestion") is not None
    window.reject()
