# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Attribute forms from the declared tables: aliases, lists, constraints, defaults, tabs."""

from __future__ import annotations

from dataclasses import Field
from typing import Any

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsAttributeTableConfig,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from ....compat import make_tab
from ...i18n import mark, tr
from ..model import BY_TABLE, Record, columns
from ..vocabulary import in_words
from .layer_roles import BY_ROLE, find

INTERNAL = ("uuid", "deleted", "row_version")
"""In no form, and read-only; not of the widget type "Hidden", with which QGIS's Merge deletes all that it
merges (qgis/QGIS #51977)."""
FIRST_TAB = {"sites": mark("Form", "Site"), "traces": mark("Form", "Trace")}
"""Holds what no other tab names, in the order of the model: a new column is in the form at once."""
TIME = ("begin_text", "begin_earliest", "begin_latest", "end_text", "end_earliest", "end_latest")
TABS: dict[str, dict[str, tuple[str, ...]]] = {
    "sites": {
        mark("Form", "How sure"): ("likelihood", "confidence", "conflicts", "conflict_m", "in_article",
                                   "outside"),
        mark("Form", "Time"): TIME,
        mark("Form", "Text"): ("description", "note", "clue_rule", "folder_path", "folder_order",
                               "external_id", "extra"),
    },
    "traces": {
        mark("Form", "How sure"): ("fidelity", "accuracy_m", "length_stated_m", "basis", "source_uuid",
                                   "note"),
        mark("Form", "Time"): TIME,
    },
}  # fmt: skip
RELATED: dict[str, tuple[tuple[str, str], ...]] = {
    "sites": (("assertions", mark("Layer", "Assertions")), ("names", mark("Layer", "Names"))),
}
"""Tabs with the child table of a role."""

READ_ONLY = ("fid", *INTERNAL, "conflicts", "conflict_m")
VALUE_RELATIONS = {
    "sources": "title",
    "sites": "name",
    "sheets": "title",
    "cities": "name",
    "categories": "label",
}

LONG = ("sites",)
"""Tables too long for a drop-down list."""


def apply(layer: QgsVectorLayer, role: str, project: Any) -> None:
    """Give a layer its aliases, widgets, constraints, defaults and tabs.

    Lists that come from another table refer to that layer in ``project``, so call it when all layers are in.
    """
    record = BY_TABLE[BY_ROLE[role].table]
    for field in columns(record):
        index = layer.fields().indexOf(field.name)
        if index < 0:
            continue
        layer.setFieldAlias(index, tr("Column", field.metadata["label"]))
        layer.setEditorWidgetSetup(index, _widget(layer, field, project))
        _constrain(layer, index, field)
        _default(layer, index, field)
    layer.setEditFormConfig(_form(layer, role, record))
    layer.setAttributeTableConfig(_table(layer))


def _table(layer: QgsVectorLayer) -> QgsAttributeTableConfig:
    """Return the columns of the attribute table: those that the store keeps for itself are hidden."""
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    shown = config.columns()
    for column in shown:
        if column.type == QgsAttributeTableConfig.Type.Field and column.name in ("fid", *INTERNAL):
            column.hidden = True
    config.setColumns(shown)
    return config


def _widget(layer: QgsVectorLayer, field: Field, project: Any) -> QgsEditorWidgetSetup:
    meta = field.metadata
    if meta["values"] is not None:
        choices = [{in_words(item): item.value} for item in meta["values"]]
        if not meta["required"]:
            choices.insert(0, {tr("Form", "(not stated)"): "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"})
        return QgsEditorWidgetSetup("ValueMap", {"map": choices})
    if meta["references"]:
        return _value_relation(layer, field, project)
    if meta["kind"] == "boolean":
        return QgsEditorWidgetSetup("CheckBox", {"CheckedState": "1", "UncheckedState": "0"})
    if meta["kind"] == "date":
        options = {
            "display_format": "yyyy-MM-dd",
            "field_format": "yyyy-MM-dd",
            "calendar_popup": True,
            "allow_null": True,
        }
        return QgsEditorWidgetSetup("DateTime", options)
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": meta["lines"], "UseHtml": False})


def _value_relation(layer: QgsVectorLayer, field: Field, project: Any) -> QgsEditorWidgetSetup:
    table, key = field.metadata["references"].split(".")
    target = find(project, table, layer.customProperty("dprk_city_atlas/atlas"))
    if target is None or table not in VALUE_RELATIONS:
        return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": False, "UseHtml": False})
    return QgsEditorWidgetSetup(
        "ValueRelation",
        {
            "Layer": target.id(), "LayerName": target.name(), "LayerSource": target.source(),
            "LayerProviderName": target.providerType(), "Key": key, "Value": VALUE_RELATIONS[table],
            "AllowNull": not field.metadata["required"], "OrderByValue": True,
            "UseCompleter": table in LONG,  # a text field, in which QGIS drops silently what is no entry
            "FilterExpression": "",
        },
    )  # fmt: skip


def _constrain(layer: QgsVectorLayer, index: int, field: Field) -> None:
    hard = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
    if field.metadata["required"] and field.name not in INTERNAL:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, hard)
    if field.metadata["unique"] and field.name != "uuid":
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintUnique, hard)
    if field.metadata["values"] is not None and field.metadata["required"]:
        allowed = ", ".join("'" + item.value + "'" for item in field.metadata["values"])
        layer.setConstraintExpression(index, f'"{field.name}" IN ({allowed})', tr("Form", "One of the list"))
    elif _must_be_said(field):
        layer.setConstraintExpression(index, f'length(trim("{field.name}")) > 0', tr("Form", "Not empty"))
    elif field.name == "accuracy_m":
        layer.setConstraintExpression(
            index, '"accuracy_m" IS NULL OR "accuracy_m" > 0', tr("Form", "More than 0 m, or empty")
        )


def _default(layer: QgsVectorLayer, index: int, field: Field) -> None:
    if field.name == "uuid":
        layer.setDefaultValueDefinition(index, QgsDefaultValue("uuid('WithoutBraces')"))
    elif field.name == "asserted_on":
        layer.setDefaultValueDefinition(index, QgsDefaultValue("to_date(now())"))
    elif field.metadata["default"] not in (None, ""):
        value = field.metadata["default"]
        text = f"'{value}'" if isinstance(value, str) else str(int(value))
        layer.setDefaultValueDefinition(index, QgsDefaultValue(text))
    elif _must_be_said(field):  # else the form begins with QGIS's "NULL", and what is typed goes behind it
        layer.setDefaultValueDefinition(index, QgsDefaultValue("''"))


def _must_be_said(field: Field) -> bool:
    meta = field.metadata
    is_text = meta["kind"] == "text" and meta["values"] is None and not meta["references"]
    return bool(meta["required"] and is_text and field.name not in INTERNAL and meta["default"] in (None, ""))


def _form(layer: QgsVectorLayer, role: str, record: type[Record]) -> QgsEditFormConfig:
    config = layer.editFormConfig()
    for name in READ_ONLY:
        index = layer.fields().indexOf(name)
        if index >= 0:
            config.setReadOnly(index, True)
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    config.clearTabs()
    for title, names in _tabs(record).items():
        config.addTab(_tab(layer, tr("Form", title), names))
    if record.TABLE not in TABS:
        root = config.invisibleRootContainer()
        for name in _shown(record):
            index = layer.fields().indexOf(name)
            if index >= 0:
                root.addChildElement(QgsAttributeEditorField(name, index, root))
    for child, title in RELATED.get(BY_ROLE[role].table, ()):
        tab = QgsAttributeEditorContainer(tr("Layer", title), None)
        make_tab(tab)
        tab.addChildElement(QgsAttributeEditorRelation(relation_id(layer, child), tab))
        config.addTab(tab)
    return config


def _shown(record: type[Record]) -> list[str]:
    return [field.name for field in columns(record) if field.name not in INTERNAL]


def _tabs(record: type[Record]) -> dict[str, tuple[str, ...]]:
    """Return the tabs of a table's form with their columns, none where the form has no tabs."""
    if record.TABLE not in TABS:
        return {}
    named = {name for names in TABS[record.TABLE].values() for name in names}
    rest = tuple(name for name in _shown(record) if name not in named)
    return {FIRST_TAB[record.TABLE]: rest, **TABS[record.TABLE]}


def _tab(layer: QgsVectorLayer, title: str, names: tuple[str, ...]) -> QgsAttributeEditorContainer:
    tab = QgsAttributeEditorContainer(title, None)
    make_tab(tab)
    for name in names:
        index = layer.fields().indexOf(name)
        if index >= 0:
            tab.addChildElement(QgsAttributeEditorField(name, index, tab))
    return tab


def relation_id(parent: QgsVectorLayer, child_role: str) -> str:
    """Return the id of the relation from a parent layer to the child table of a role."""
    return f"dprk_city_atlas_{parent.customProperty('dprk_city_atlas/role')}_{child_role}"
