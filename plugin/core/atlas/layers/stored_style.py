# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The look that an atlas brings along (QGIS's ``layer_styles``): symbols, labels, colours, nothing else.

An atlas may come from anybody.  Forms, map tips, actions, defaults and time are always the plugin's own; of
a stored style only renderer and labels are read, and only when nothing in them could run, fetch or show
something else: no addresses, no files but QGIS's own SVG, no functions that look beyond the feature.  A
style that holds anything else is left aside as a whole.
"""

from __future__ import annotations

import base64
import binascii
import functools
import re
from typing import Any, Optional
from xml.parsers import expat

from qgis.core import QgsExpression, QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...i18n import tr
from ..store.store import Atlas

MOST_CHARACTERS = 8_000_000
"""Ten times the shipped style of the sites."""
PARTS = ("renderer-v2", "labeling", "blendMode", "featureBlendMode", "layerOpacity")
HEAD = ("version", "labelsEnabled", "hasScaleBasedVisibilityFlag", "minScale", "maxScale")
RENDERERS = (
    "nullSymbol", "singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer",
    "pointDisplacement", "pointCluster", "invertedPolygonRenderer", "mergedFeatureRenderer",
    "heatmapRenderer",
)  # fmt: skip
SYMBOL_LAYERS = (
    "SimpleMarker", "SvgMarker", "FontMarker", "EllipseMarker", "FilledMarker", "SimpleLine", "MarkerLine",
    "HashLine", "ArrowLine", "InterpolatedLine", "SimpleFill", "GradientFill", "ShapeburstFill", "SVGFill",
    "LinePatternFill", "PointPatternFill", "RandomMarkerFill", "CentroidFill", "GeometryGenerator",
)  # fmt: skip
EXPRESSIONS = ("expression", "geometryModifier", "filter", "attr")
PICTURES = ("name", "svgFile", "imageFile", "shapeSVGFile", "file", "svgPath")
"""Settings and data-defined properties that may name a file."""
GROUPS = {"Math", "String", "Conditionals", "Conversions", "Color", "Date and Time", "GeometryGroup",
          "Fuzzy Matching", "City Atlas"}  # fmt: skip
NAMES = {"attribute", "var", "represent_value", "$id", "is_selected", "num_selected"}
DENIED = {"lpad", "rpad", "repeat", "project_color", "from_json", "mime_type"}
"""Functions of the groups above that can take all memory, or look into the project."""
ADDRESS = re.compile(r"://|^\s*(/|\\\\|[a-z]:[\\/]|file:|data:|qrc:|:/|/vsi)|\.\.", re.IGNORECASE)
OWN_SVG = re.compile(r"[\w\- ]+(/[\w\- ]+)*\.svg")
BY_CASES = re.compile(
    r"\s*CASE(\s+WHEN\s+[^';]*('[\w ]*'[^';]*)*?\s+THEN\s+'base64:[A-Za-z0-9+/=]+')+\s+END\s*"
)
"""Chooses between embedded pictures, as the first versions of the plugin wrote it."""
EMBEDDED = re.compile(r"base64:([A-Za-z0-9+/=]+)")
ACTIVE = re.compile(
    r"<!entity|<script|<image|<foreignobject|<animate|<set\b|javascript:|@import|\bon\w+\s*=|"
    r"href\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)


class ForeignStyle(Exception):
    """What in a stored style is more than a look."""


def apply(layer: QgsVectorLayer, table: str, atlas: Atlas) -> bool:
    """Give a layer the look that the atlas has for its table; tell whether it has one.

    Raises ForeignStyle for a look that is left aside.
    """
    text = _stored(atlas, table)
    if text is None:
        return False
    document = cleaned(text)
    categories = (
        QgsMapLayer.StyleCategory.Symbology
        | QgsMapLayer.StyleCategory.Labeling
        | QgsMapLayer.StyleCategory.Rendering
    )
    return layer.importNamedStyle(document, categories)[0]


def _stored(atlas: Atlas, table: str) -> Optional[str]:
    """Return the QML that QGIS would take: the default of the table, the newest first."""
    with atlas.backend.reading() as db:
        there = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'layer_styles'")
        if not there.fetchone():
            return None
        row = db.execute(
            "SELECT CASE WHEN length(styleQML) <= ? THEN styleQML ELSE '' END FROM layer_styles "
            "WHERE f_table_name = ? AND f_geometry_column = 'geom' "
            "ORDER BY CASE WHEN useAsDefault THEN 1 ELSE 2 END, update_time DESC LIMIT 1",
            (MOST_CHARACTERS, table),
        ).fetchone()
    return None if row is None else row[0] if isinstance(row[0], str) else ""


def cleaned(qml: str) -> QDomDocument:
    """Return a style with its renderer and labels only.  Raises ForeignStyle for what is more than a look."""
    _Looker().look(qml)
    document = QDomDocument()
    if not document.setContent(qml)[0]:
        raise ForeignStyle(tr("StoredStyle", "it cannot be read"))
    root = document.documentElement()
    found = root.attributes()
    for name in [found.item(number).nodeName() for number in range(found.count())]:
        if name not in HEAD:
            root.removeAttribute(name)
    child = root.firstChild()
    while not child.isNull():
        following = child.nextSibling()
        if child.nodeName() not in PARTS:
            root.removeChild(child)
        child = following
    return document


class _Looker:
    """Looks at every element and attribute of a style once."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        """Tag and name of the elements around."""
        self._text = ""

    def look(self, qml: str) -> None:
        """Raise ForeignStyle at the first thing that is more than a look."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = _no_entities
        try:
            parser.Parse(qml, True)
        except expat.ExpatError as err:
            raise ForeignStyle(tr("StoredStyle", "it cannot be read")) from err

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self._open and tag not in ("qgis", "symbol"):
            raise ForeignStyle(tr("StoredStyle", "it is not a style of QGIS"))
        self._open.append((tag, attributes.get("name", "")))
        self._text = ""
        if len(self._open) > 1 and self._open[0][0] == "qgis" and self._open[1][0] not in PARTS:
            return  # taken out before the style is used
        if tag == "renderer-v2" and attributes.get("type") not in RENDERERS:
            raise ForeignStyle(_unknown(attributes.get("type", "")))
        if tag == "layer" and "class" in attributes and attributes["class"] not in SYMBOL_LAYERS:
            raise ForeignStyle(_unknown(attributes["class"]))
        if attributes.get("allowHtml", "0") != "0":
            raise ForeignStyle(tr("StoredStyle", "its labels are web pages"))
        for name, value in attributes.items():
            if len(value) > 1:
                self._value(tag, attributes, name, value)

    def _end(self, tag: str) -> None:
        if tag == "orderByClause":
            _require_expression(self._text)
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._text += text

    def _value(self, tag: str, attributes: dict[str, str], name: str, value: str) -> None:
        key = {"value": attributes.get("name", ""), "v": attributes.get("k", "")}.get(name, name)
        picture = len(self._open) > 1 and self._open[-2][1] in PICTURES  # what the value is for
        if key == "expression" and name == "value" and picture:
            _require_choice(value)
        elif (
            key in EXPRESSIONS
            or key.endswith("_expression")
            or key == "fieldName"
            and attributes.get("isExpression") == "1"
        ):
            _require_expression(value)
        elif key == "field" and name == "value" and picture:
            raise ForeignStyle(tr("StoredStyle", "a picture’s address comes from the data"))
        elif value.startswith("<symbol"):
            _Looker().look(value)
        elif key in PICTURES and tag in ("Option", "prop", "background"):
            _require_picture(value)
        elif name in ("label", "description", "fieldName"):
            if "[%" in value:  # a legend would evaluate it
                raise ForeignStyle(tr("StoredStyle", "a text of its legend is an expression"))
        elif ADDRESS.search(value):
            raise ForeignStyle(tr("StoredStyle", "it holds the address “{text}”").format(text=value[:60]))


def _no_entities(*_declaration: Any) -> None:
    raise ForeignStyle(tr("StoredStyle", "it cannot be read"))


def _require_choice(expression: str) -> None:
    if not BY_CASES.fullmatch(expression):
        raise ForeignStyle(tr("StoredStyle", "a picture’s address is computed"))
    for found in EMBEDDED.finditer(expression):
        _require_embedded(found[1])


@functools.lru_cache(maxsize=512)
def _require_expression(text: str) -> None:
    if not text or text == "ELSE":
        return
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise ForeignStyle(
            tr("StoredStyle", "it holds the broken expression “{text}”").format(text=text[:60])
        )
    for name in expression.referencedFunctions():
        if name not in _harmless():
            raise ForeignStyle(tr("StoredStyle", "it uses the function “{name}”").format(name=name))


@functools.lru_cache(maxsize=1)
def _harmless() -> frozenset[str]:
    """Return the functions that see no more than the feature, the map and their arguments."""
    known = (one for one in QgsExpression.Functions() if GROUPS.issuperset(one.groups()))
    return frozenset({name for one in known for name in (one.name(), *one.aliases())} - DENIED | NAMES)


def _require_picture(value: str) -> None:
    embedded = EMBEDDED.fullmatch(value)
    if embedded:
        _require_embedded(embedded[1])
    elif value and value.endswith(".svg") and not OWN_SVG.fullmatch(value):
        raise ForeignStyle(tr("StoredStyle", "it shows the file “{text}”").format(text=value[:60]))
    elif ADDRESS.search(value):
        raise ForeignStyle(tr("StoredStyle", "it holds the address “{text}”").format(text=value[:60]))


@functools.lru_cache(maxsize=512)
def _require_embedded(text: str) -> None:
    try:
        picture = base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError) as err:
        raise ForeignStyle(tr("StoredStyle", "an embedded picture cannot be read")) from err
    if "<svg" not in picture or ACTIVE.search(picture):
        raise ForeignStyle(tr("StoredStyle", "an embedded picture is more than a drawing"))


def _unknown(kind: str) -> str:
    return tr("StoredStyle", "it draws with “{kind}”").format(kind=kind)
