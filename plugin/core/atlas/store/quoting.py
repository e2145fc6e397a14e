# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The only places where names and values become part of SQL or of a QGIS expression.

The two languages quote differently (a backslash is plain text in SQL and an escape in expressions), so
there is one pair of functions for each, and nothing else may build a statement or a filter.
"""

from __future__ import annotations

import functools
import string
from typing import Any


def identifier(name: str) -> str:
    """Return ``name`` as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return ``text`` as an SQL string, for DDL and subset strings, which take no bound parameters."""
    return "'" + text.replace("'", "''") + "'"


def expression_field(name: str) -> str:
    """Return ``name`` as a quoted column reference of a QGIS expression."""
    return '"' + name.replace('"', '""') + '"'


def expression_text(text: str) -> str:
    """Return ``text`` as a string of a QGIS expression (the rules of ``QgsExpression.quotedString``)."""
    for plain, escaped in (("\\", "\\\\"), ("'", "''"), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f"'{text}'"


class _Statement(string.Formatter):
    """``{x}`` is an identifier, ``{x:text}`` a string, ``{x:sql}`` a piece of SQL made by this package."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "text":
            return literal(value)
        if format_spec == "sql":
            return str(value)
        return identifier(value)


@functools.lru_cache(maxsize=1024)
def sql(template: str, **parts: Any) -> str:
    """Fill the names in ``template``, each quoted for its role; values stay ``?`` and are bound."""
    return _Statement().format(template, **parts)
