# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Filter expressions that fail aloud: QGIS itself would silently choose no feature."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsFeatureRequest, QgsFields

from .errors import AtlasError

TRIED = 100
"""On how many features a filter is worth being tried before it is used."""
EXAMPLE = "Write a QGIS expression such as category = 'sam'."


def filter_request(
    expression: str, fields: QgsFields, scopes: QgsExpressionContext, sample: Iterable[QgsFeature]
) -> QgsFeatureRequest:
    """Return a request for the features that an expression chooses (all for an empty one).

    Raises AtlasError for an expression that cannot be read, that uses a field or variable that is not there,
    or that fails on a feature of the sample.
    """
    request = QgsFeatureRequest()
    if not expression.strip():
        return request
    parsed = QgsExpression(expression)
    if parsed.hasParserError():
        raise AtlasError(
            f"The filter “{expression}” cannot be read: {parsed.parserErrorString().strip()}", hint=EXAMPLE
        )
    missing = sorted(parsed.referencedColumns() - {*fields.names(), QgsFeatureRequest.ALL_ATTRIBUTES})
    if missing:
        raise AtlasError(
            f"The filter “{expression}” uses a field that the layer lacks: {', '.join(missing)}.",
            hint=f"It has {', '.join(fields.names())}.",
        )
    unknown = sorted(name for name in parsed.referencedVariables() if name and not scopes.hasVariable(name))
    if unknown:
        raise AtlasError(f"The filter “{expression}” uses a variable that is not set: {', '.join(unknown)}.")
    _try(parsed, expression, fields, QgsExpressionContext(scopes), sample)
    request.setFilterExpression(expression)
    request.setExpressionContext(scopes)
    return request


def _try(
    parsed: QgsExpression,
    expression: str,
    fields: QgsFields,
    scopes: QgsExpressionContext,
    sample: Iterable[QgsFeature],
) -> None:
    scopes.setFields(fields)
    parsed.prepare(scopes)
    for feature in sample:
        scopes.setFeature(feature)
        parsed.evaluate(scopes)
        if parsed.hasEvalError():
            raise AtlasError(
                f"The filter “{expression}” fails on feature {feature.id()}: {parsed.evalErrorString()}",
                hint=EXAMPLE,
            )
