# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The seven map sheets: what stands on them, and that a file is whole or not there."""

from __future__ import annotations

import re
import subprocess
import unicodedata

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMarkerSymbol,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from dprk_city_atlas.plugin.core import basemaps
from dprk_city_atlas.plugin.core.atlas.layers import project as layers
from dprk_city_atlas.plugin.core.atlas.layers.layer_roles import find
from dprk_city_atlas.plugin.core.atlas.model import Category
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.printing import city_sheets, content, export_sheet, items, map_sheet
from dprk_city_atlas.plugin.core.printing.sheet_specs import SHEETS
from dprk_city_atlas.plugin.processing.printmap import MAPS, PrintMap

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


@pytest.fixture(scope="module")
def opened(shipped):
    """The shipped atlas in a project of its own, for all tests that only look."""
    atlas = store.open_atlas(shipped)
    project = QgsProject()
    layers.load(atlas, project)
    yield atlas, project
    project.clear()


@pytest.fixture(scope="module")
def built(opened):
    """A function that builds a sheet once."""
    atlas, project = opened
    made = {}

    def build(number, page="A4"):
        if (number, page) not in made:
            made[number, page] = map_sheet.build(project, atlas, SHEETS[number], page)
        return made[number, page]

    return build


def of(layout, kind):
    return [item for item in layout.items() if isinstance(item, kind)]


def texts(layout):
    return {item.id(): item.text() for item in of(layout, QgsLayoutItemLabel)}


def legend_entries(layout):
    """The labels of a legend's entries, as it draws them."""
    (legend,) = of(layout, QgsLayoutItemLegend)
    model = legend.model()
    found = []
    for node in model.rootGroup().findLayers():
        found += [entry.data(0) for entry in model.layerLegendNodes(node)]
    return found


def test_processing_and_printing_name_the_same_seven_sheets():
    assert len(MAPS) == len(SHEETS) == 7


@pytest.mark.parametrize("number", range(7))
def test_a_sheet_has_what_a_map_needs(built, number):
    layout = built(number)
    maps = [item for item in of(layout, QgsLayoutItemMap) if item.id().startswith("map ")]
    maps.sort(key=lambda item: item.pos().x())
    assert [item.id()[4:] for item in maps] == [view.city for view in SHEETS[number].views]
    assert len({round(item.scale()) for item in maps}) == 1
    assert all(item.followVisibilityPreset() for item in maps)
    assert all(item.grid().enabled() and item.grid().annotationEnabled() for item in maps)
    (bar,) = of(layout, QgsLayoutItemScaleBar)
    assert bar.linkedMap() in maps
    arrows = [item for item in of(layout, QgsLayoutItemPicture) if item.id() == "north arrow"]
    assert arrows[0].linkedMap() in maps
    said = texts(layout)
    assert said["title"] == SHEETS[number].title
    assert "Sources: " in said["sources"]
    assert "UTM zone 52N, WGS 84" in said["sources"]
    assert content.version() in said["sources"]
    assert "{" not in "".join(said.values())


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("number", range(7))
def test_the_map_comes_first_and_all_items_lie_on_the_page(built, number, page):
    layout = built(number, page)
    page = layout.pageCollection().page(0)
    size = page.pageSize()
    area = sum(
        item.rect().width() * item.rect().height()
        for item in of(layout, QgsLayoutItemMap)
        if item.id().startswith("map ")
    )
    assert area / (size.width() * size.height()) >= 0.7
    for item in (item for item in layout.items() if isinstance(item, QgsLayoutItem) and item.id()):
        box = item.mapRectToScene(item.rect())
        assert box.left() >= 0
        assert box.right() <= size.width() + 0.1, item.id()
        assert box.bottom() <= size.height() + 0.1, item.id()


@pytest.mark.parametrize("number", range(7))
def test_the_side_column_holds_no_item_over_another(built, number):
    layout = built(number)
    column = [
        (item.id(), item.mapRectToScene(item.rect()))
        for item in layout.items()
        if isinstance(item, (QgsLayoutItemLabel, QgsLayoutItemLegend)) and item.id() in
        ("title", "title beneath", "subtitle", "facts", "stated heading", "stated and located", "legend",
         "certainty confirmed", "notch", "scale")
    ]  # fmt: skip
    inset = [item for item in of(layout, QgsLayoutItemMap) if item.id() == "inset"]
    column += [("inset", item.mapRectToScene(item.rect())) for item in inset]
    for index, (name, box) in enumerate(column):
        for other, other_box in column[index + 1 :]:
            overlap = box.intersected(other_box)
            assert overlap.height() < 0.5 or overlap.width() < 0.5, (name, other)


@pytest.mark.parametrize("number", range(7))
def test_the_legend_has_only_what_the_map_shows_with_its_count(built, opened, number):
    _atlas, project = opened
    layout = built(number)
    sites = find(project, "sites")
    counted = {}
    for item in of(layout, QgsLayoutItemMap):
        if item.id().startswith("map "):
            box = items.extent_wgs84(item, project)
            for feature in sites.getFeatures(QgsRectangle(box)):
                counted[feature["category"]] = counted.get(feature["category"], 0) + 1
    labels = {row["id"]: row["label"] for row in find(project, "categories").getFeatures()}
    possible = {f"{labels[category]} ({count})" for category, count in counted.items()}
    listed = [entry for entry in legend_entries(layout) if re.search(r"\(\d+\)$", entry)]
    assert listed
    assert set(listed) <= possible
    if not SHEETS[number].stated:
        assert set(listed) == possible
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("number", range(7))
def test_schematic_traces_are_named_so_where_they_are_drawn(built, number):
    layout = built(number)
    notice = texts(layout)["sources"]
    if SHEETS[number].traces:
        assert "SCHEMATIC" in notice
        assert re.search(r"Accuracy ± \d+–\d+ m", notice)
        assert any("schematic" in entry for entry in legend_entries(layout))
    else:
        assert "SCHEMATIC" not in notice
        assert not any("schematic" in entry for entry in legend_entries(layout))


def table(layout, name):
    """The table of that name: its frame and its cells."""
    (found,) = [item for item in layout.multiFrames() if item.frame(0).id() == name]
    return found.frame(0), found.tableContents()


@pytest.mark.parametrize("number", [2, 3])
def test_air_defence_sheets_say_what_is_stated_and_what_is_located(built, number):
    frame, (heading, *rows) = table(built(number), "stated and located")
    assert [cell.content() for cell in heading] == ["", "stated", "located"]
    assert len(rows) >= 5
    for what, stated, located in rows:
        assert what.content()
        assert re.fullmatch(r"([≥>≤]\u00a0)?\d+|number not stated", stated.content())
        assert located.content().isdigit()
        for figure in (stated, located):
            assert figure.horizontalAlignment() == Qt.AlignmentFlag.AlignRight
    assert frame.rect().height() > 3 * len(rows), "the frame holds every row"


def test_facts_do_not_say_twice_of_when_they_are(built):
    _frame, rows = table(built(0), "facts")
    said = {what.content(): figure.content() for what, figure in rows}
    assert said["Urban area by the Second World War"] == "c.\u00a05\u00a0sq km"
    assert said["Population (1943)"] == "122,760"


def test_figures_of_two_cities_stand_side_by_side(built):
    _frame, rows = table(built(6), "facts")
    cells = [[cell.content() for cell in row] for row in rows]
    assert cells[0] == ["", "Hamhung", "Chongjin"]
    assert cells[1] == ["Population, estimate (2021)", "c.\u00a0874,682", "c.\u00a0760,165"]


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("number", range(7))
def test_the_frame_of_a_map_cuts_no_marker(built, opened, number, page):
    atlas, project = opened
    layout, spec = built(number, page), SHEETS[number]
    sites = find(project, "sites")
    military = {row.id for row in atlas.rows(Category) if row.military}
    to_map = QgsCoordinateTransform(sites.crs(), QgsCoordinateReferenceSystem("EPSG:32652"), project)
    for window in (item for item in of(layout, QgsLayoutItemMap) if item.id().startswith("map ")):
        marker = 2.0 * window.scale() / 1000  # half of the largest on paper
        inner, outer = window.extent().buffered(-marker), window.extent().buffered(marker)
        for feature in sites.getFeatures():
            if not spec.stated or feature["category"] in military:
                point = to_map.transform(feature.geometry().asPoint())
                assert inner.contains(point) or not outer.contains(point), feature["name"]


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("number", range(7))
def test_symbols_of_the_legend_keep_to_their_rows(built, number, page):
    (legend,) = of(built(number, page), QgsLayoutItemLegend)
    model = legend.model()
    for node in model.rootGroup().findLayers():
        for entry in model.layerLegendNodes(node):
            symbol = entry.customSymbol()
            height = symbol.size() if isinstance(symbol, QgsMarkerSymbol) else symbol.width()
            assert height <= legend.symbolHeight() + 0.01
            assert not symbol.symbolLayer(0).hasDataDefinedProperties()
    column = built(number, page).itemById("certainty").pos().y()
    assert legend.pos().y() + legend.rect().height() <= column


@pytest.mark.parametrize(("number", "beyond"), [(number, "") for number in range(7)])
def test_the_sheet_says_where_its_own_coast_ends(built, number, beyond):
    said = texts(built(number))["sources"]
    assert (f"east of {beyond} QGIS's world map" in said) if beyond else ("world map" not in said)


def test_an_a3_sheet_is_an_a3_page_with_a_larger_map(built):
    small, large = built(4), built(4, "A3")
    size = large.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (420.0, 297.0)
    scale = {name: next(i for i in of(one, QgsLayoutItemMap) if i.id() == "map Hamhung").scale()
             for name, one in (("A4", small), ("A3", large))}  # fmt: skip
    assert scale["A3"] < scale["A4"]


def test_an_unknown_page_and_number_are_refused(opened):
    atlas, project = opened
    with pytest.raises(AtlasError, match="no page"):
        map_sheet.build(project, atlas, SHEETS[0], "Letter")
    with pytest.raises(AtlasError, match="no map 7"):
        city_sheets.chosen_sheet(atlas, 7)


def test_a_project_without_the_atlas_is_told(opened):
    atlas, _project = opened
    with pytest.raises(AtlasError, match="is not in the project"):
        map_sheet.build(QgsProject(), atlas, SHEETS[0])


# -- Korean ------------------------------------------------------------------------------------------


def test_with_a_korean_font_the_korean_name_is_printed(opened, monkeypatch):
    atlas, project = opened
    monkeypatch.setattr(content, "has_korean_font", lambda: True)
    said = texts(map_sheet.build(project, atlas, SHEETS[0]))
    assert "함흥" in said["title beneath"]
    assert "Kankō" in said["title beneath"]
    assert content.no_korean_font() not in said["sources"]


@pytest.mark.parametrize("number", [0, 3, 6])
def test_without_a_korean_font_there_is_no_hangul_and_the_sheet_says_so(atlas, number, monkeypatch):
    monkeypatch.setattr(content, "has_korean_font", lambda: False)
    project = QgsProject()
    layers.load(atlas, project, language="ko")
    layout = map_sheet.build(project, atlas, SHEETS[number])
    said = texts(layout)
    assert content.no_korean_font() in said["sources"]
    assert not [name for name, text in said.items() if HANGUL.search(text)]
    assert not [entry for entry in legend_entries(layout) if HANGUL.search(entry)]
    assert not HANGUL.search(labels_drawn(project, "sites", layout))
    assert HANGUL.search(labels_drawn(project, "sites")), "the project's own language was changed"
    assert not HANGUL.search(labels_drawn(project, "cities", layout))
    project.clear()


def labels_drawn(project, role, layout=None):
    """Return what the labels of a layer say on a sheet (or in the project)."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    layer = find(project, role)
    labeling = layer.labeling()
    scopes = [QgsExpressionContextUtils.projectScope(project)]
    if layout is not None:
        scopes.append(QgsExpressionContextUtils.layoutScope(layout))
    said = []
    for provider in labeling.subProviders():
        expression = QgsExpression(labeling.settings(provider).fieldName)
        for feature in layer.getFeatures():
            context = QgsExpressionContext()
            for scope in scopes:
                context.appendScope(type(scope)(scope))
            context.setFeature(feature)
            context.setFields(layer.fields())
            said.append(str(expression.evaluate(context)))
    return "\n".join(said)


def test_in_korean_title_and_legend_are_korean(atlas, monkeypatch):
    monkeypatch.setattr(content, "has_korean_font", lambda: True)
    project = QgsProject()
    layers.load(atlas, project, language="ko")
    layout = map_sheet.build(project, atlas, SHEETS[6])
    assert texts(layout)["title"] == "함흥시 · 청진시"
    assert "Hamhung · Kankō until 1945" in texts(layout)["title beneath"]
    assert all(HANGUL.search(entry) for entry in legend_entries(layout))
    project.clear()


# -- files -------------------------------------------------------------------------------------------


def ink(path):
    """Return how many colours a picture has and its size."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.height() * image.bytesPerLine())
    array = np.frombuffer(bits, np.uint32)
    return len(np.unique(array)), (image.width(), image.height())


@pytest.fixture
def coarse(monkeypatch):
    """Print at screen resolution: the same path, faster."""
    monkeypatch.setattr(export_sheet, "DPI", {".pdf": 60, ".png": 60, ".svg": 60})


@pytest.mark.parametrize("number", range(7))
def test_every_sheet_becomes_a_pdf(built, tmp_path, coarse, number):
    target = tmp_path / "sheet.pdf"
    assert export_sheet.export(built(number), target) == target
    content_ = target.read_bytes()
    assert content_.startswith(b"%PDF-")
    assert b"%%EOF" in content_[-1024:]
    assert len(content_) > 50_000
    assert [p.name for p in tmp_path.iterdir()] == ["sheet.pdf"]


def test_what_a_pdf_says_can_be_searched_and_its_faces_are_inside(built, tmp_path):
    target = export_sheet.export(built(0), tmp_path / "sheet.pdf")
    said = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, check=True, text=True).stdout
    said = " ".join(said.split())  # a search goes on over the end of a line
    for text in ("Hungnam Fertilizer Plant", "Kankō", "122,760", "SCHEMATIC", "Heritage site (1)"):
        assert text in said
    drawn = subprocess.run(["pdftoppm", "-r", "20", str(target), str(tmp_path / "page")], capture_output=True)
    assert drawn.stderr == b""
    faces = subprocess.run(["pdffonts", str(target)], capture_output=True, check=True, text=True).stdout
    rows = faces.splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes (yes|no)\s+(yes|no)\s+\d+\s+\d+$", row) for row in rows)


@pytest.mark.parametrize("number", [0, 1, 4, 5])
def test_every_landmark_bears_its_name(built, opened, tmp_path, number):
    _atlas, project = opened
    layout = built(number)
    target = export_sheet.export(layout, tmp_path / "sheet.pdf")
    words = ["pdftotext", "-raw", str(target), "-"]
    said = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    said = re.sub(r"\s+", "", unicodedata.normalize("NFKC", said))
    sites = find(project, "sites")
    to_map = QgsCoordinateTransform(sites.crs(), QgsCoordinateReferenceSystem("EPSG:32652"), project)
    shown = [item.extent() for item in of(layout, QgsLayoutItemMap) if item.id().startswith("map ")]
    landmarks = [
        feature["name"]
        for feature in sites.getFeatures('"importance" = 1')
        if any(extent.contains(to_map.transform(feature.geometry().asPoint())) for extent in shown)
    ]
    assert landmarks
    assert [name for name in landmarks if re.sub(r"\s+", "", name) not in said] == []


def test_a_png_has_the_pages_shape_and_is_not_blank(built, tmp_path, coarse):
    target = export_sheet.export(built(0), tmp_path / "sheet.png")
    colours, (width, height) = ink(target)
    assert colours > 500
    assert width / height == pytest.approx(297 / 210, rel=0.01)


def test_an_svg_is_xml_with_the_title_in_it(built, tmp_path, coarse):
    target = export_sheet.export(built(5), tmp_path / "sheet.svg")
    text = target.read_text(encoding="utf-8")
    assert text.startswith("<?xml")
    assert "<svg" in text
    assert text.rstrip().endswith("</svg>")


def test_a_pdf_carries_its_place(built, tmp_path, coarse):
    target = export_sheet.export(built(4), tmp_path / "sheet.pdf")
    dataset = gdal.Open(str(target))
    if dataset is None:
        pytest.skip("this GDAL reads no PDF")
    assert "UTM zone 52N" in dataset.GetProjection() or "32652" in dataset.GetProjection()


def test_another_ending_is_refused(built, tmp_path):
    with pytest.raises(AtlasError, match=r"sheet\.docx"):
        export_sheet.export(built(0), tmp_path / "sheet.docx")
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_the_old_file(built, tmp_path, monkeypatch):
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"the sheet of last week")

    def failing(_exporter, path, _ending):
        path.write_bytes(b"half of it")
        return QgsLayoutExporter.ExportResult.PrintError

    monkeypatch.setattr(export_sheet, "_write", failing)
    with pytest.raises(AtlasError, match="could not be printed"):
        export_sheet.export(built(0), target)
    assert target.read_bytes() == b"the sheet of last week"
    assert [p.name for p in tmp_path.iterdir()] == ["sheet.pdf"]


def test_processing_prints_and_leaves_the_users_project_alone(shipped, project, tmp_path, coarse):
    algorithm = PrintMap().create()
    parameters = {"ATLAS": str(shipped), "MAP": 6, "PAGE": "A3", "OUTPUT": str(tmp_path / "pair.png")}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    results, _ok = algorithm.run(parameters, context, feedback, catchExceptions=False)
    assert ink(results["OUTPUT"])[0] > 500
    assert project.mapLayers() == {}
    assert project.layoutManager().layouts() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ATLAS": "missing.gpkg"}, "there is no file"),
        ({"OUTPUT": "no/folder/x.pdf"}, "does not exist"),
        ({"OUTPUT": "x.docx"}, "no ending that can be printed"),
    ],
)
def test_processing_says_what_is_wrong(shipped, tmp_path, change, said):
    parameters = {"ATLAS": str(shipped), "MAP": 0, "OUTPUT": str(tmp_path / "x.pdf")}
    parameters.update({name: str(tmp_path / value) for name, value in change.items()})
    with pytest.raises(QgsProcessingException, match=said):
        PrintMap().create().run(
            parameters, QgsProcessingContext(), QgsProcessingFeedback(), catchExceptions=False
        )
    assert not list(tmp_path.glob("*.pdf"))


def test_a_sheet_that_shows_a_background_credits_it(opened):
    atlas, project = opened
    tiles = next(basemap for basemap in basemaps.shipped() if basemap.key == "esri-imagery")

    def credited():
        sheets = {spec.theme: map_sheet.build(project, atlas, spec, "A4") for spec in SHEETS}
        return {theme for theme, sheet in sheets.items() if tiles.attribution in texts(sheet)["sources"]}

    assert credited() == set()
    basemaps.show(project, basemaps.tiles(tiles))
    try:
        assert credited() == {spec.theme for spec in SHEETS} & set(basemaps.THEMES)
    finally:
        basemaps.hide(project)
    assert credited() == set()
