# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one check of filter expressions: QGIS itself would silently choose no feature where one is faulty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Optional

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsVectorLayer,
)

from ..compat import FEATURE_VARIABLES
from .errors import AtlasError
from .i18n import tr

TRIED = 100
"""On how many features a filter is worth being tried before it is used."""
INNER_VARIABLES = {"element", "index", "counter", "value", "parent", *FEATURE_VARIABLES}
"""Variables that QGIS's functions and the feature at hand set while an expression runs."""

_NAMED_INSIDE = re.compile(r"\bwith_variable\('([^']*)'")
"""A variable that an expression, as QGIS writes it, names for itself (PyQGIS does not give its nodes)."""
_EXAMPLE = "category = 'sam'"


def parsed(text: str) -> QgsExpression:
    """Return an expression that can be read.  Raises AtlasError with the reason for one that cannot."""
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise AtlasError(
            tr("Filters", "The filter “{filter}” cannot be read: {reason}").format(
                filter=text, reason=expression.parserErrorString().strip()
            ),
            hint=tr("Filters", "Write a QGIS expression such as {example}.").format(example=_EXAMPLE),
        )
    return expression


class FeatureFilter:
    """Chooses features by an expression (all for an empty one) and fails aloud.

    Made from the text, the fields of the features and, where it has variables, their context.  Raises
    AtlasError when it is made for an expression that cannot be read or uses a field or variable that is not
    there; when it is used, for one that fails on a feature or gives it a text instead of true or false.
    """

    def __init__(self, text: str, fields: QgsFields, scopes: Optional[QgsExpressionContext] = None) -> None:
        self.text = text.strip()
        self.expression = parsed(self.text or "TRUE")
        self._fields = fields
        self._scopes = QgsExpressionContext(scopes) if scopes is not None else QgsExpressionContext()
        self._context = QgsExpressionContext(self._scopes)
        self._context.setFields(fields)
        self._require_fields()
        self._require_variables()
        self.expression.prepare(self._context)

    def chooses(self, feature: QgsFeature) -> bool:
        """Tell whether the expression is true for a feature; NULL is not."""
        self._context.setFeature(feature)
        value = self.expression.evaluate(self._context)
        if self.expression.hasEvalError():
            raise AtlasError(
                tr("Filters", "The filter “{filter}” fails on feature {feature}: {reason}").format(
                    filter=self.text, feature=feature.id(), reason=self.expression.evalErrorString().strip()
                ),
                hint=tr("Filters", "Write a QGIS expression such as {example}.").format(example=_EXAMPLE),
            )
        if isinstance(value, str):
            raise AtlasError(
                tr(
                    "Filters", "The filter “{filter}” gives a text (“{text}”), neither true nor false."
                ).format(filter=self.text, text=value[:40]),
                hint=tr("Filters", "Compare it: {filter} = …").format(filter=self.text),
            )
        return isinstance(value, (bool, int, float)) and bool(value)

    def chosen(self, features: Iterable[QgsFeature]) -> Iterator[QgsFeature]:
        """Yield those of the features that the expression chooses."""
        return (feature for feature in features if self.chooses(feature))

    def request(self, sample: Iterable[QgsFeature] = ()) -> QgsFeatureRequest:
        """Return a request for the features that the expression chooses, after trying it on a sample."""
        request = QgsFeatureRequest()
        if self.text:
            for feature in sample:
                self.chooses(feature)
            request.setFilterExpression(self.text)
            request.setExpressionContext(self._scopes)
        return request

    def _require_fields(self) -> None:
        wanted = self.expression.referencedColumns() - {QgsFeatureRequest.ALL_ATTRIBUTES}
        missing = sorted(name for name in wanted if self._fields.lookupField(name) < 0)
        if missing:
            raise AtlasError(
                tr("Filters", "The filter “{filter}” uses a field that is not there: {fields}.").format(
                    filter=self.text, fields=", ".join(missing)
                ),
                hint=tr("Filters", "There are the fields {fields}; texts stand in single quotes.").format(
                    fields=", ".join(self._fields.names())
                ),
            )

    def _require_variables(self) -> None:
        inner = INNER_VARIABLES | set(_NAMED_INSIDE.findall(self.expression.dump()))
        wanted = self.expression.referencedVariables() - inner
        unknown = sorted(name for name in wanted if name and not self._context.hasVariable(name))
        if unknown:
            raise AtlasError(
                tr("Filters", "The filter “{filter}” uses a variable that is not set: {variables}.").format(
                    filter=self.text, variables=", ".join(unknown)
                )
            )


def chosen_uuids(uri: str, text: str) -> frozenset[str]:
    """Return the uuids of the rows of a table (an OGR layer's URI) for which an expression is true.

    Raises AtlasError for an expression that cannot be read or computed.
    """
    layer = QgsVectorLayer(uri, "rows", "ogr")
    scopes = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    wanted = FeatureFilter(text, layer.fields(), scopes)
    return frozenset(feature["uuid"] for feature in wanted.chosen(layer.getFeatures()))
