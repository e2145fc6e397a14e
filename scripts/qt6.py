# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Finds enum members written without their enum (``Qt.AlignLeft``), which Qt 6 no longer knows.

The names are looked up in the Qt and QGIS at hand, so nothing is guessed: a member counts when its
class has it directly and its type is an enum of that same class.
"""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Any

import house

# QGIS gives QVariant its old type names back under Qt 6.
EXEMPT = {"QVariant"}
MODULES = ("qgis.PyQt", "qgis.core", "qgis.gui", "qgis.analysis")


def _imported(path: Path) -> dict[str, Any]:
    """The Qt and QGIS classes (and modules of ``qgis.PyQt``) by the names they have in a file."""
    known: dict[str, Any] = {}
    for node in ast.walk(house.tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(MODULES):
            module = importlib.import_module(node.module)
            for alias in node.names:
                thing = getattr(module, alias.name, None)
                if thing is not None:
                    known[alias.asname or alias.name] = thing
    return known


def _resolve(node: ast.expr, known: dict[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = _resolve(node.value, known)
        return getattr(owner, node.attr, None) if owner is not None else None
    return None


def _scoped(owner: Any, name: str) -> str:
    """The enum that holds ``owner.name``, or nothing when the name is scoped already or no enum member."""
    value = getattr(owner, name, None)
    kind = type(value)
    if not isinstance(owner, type) or not isinstance(value, int) or kind in (int, bool) or kind is owner:
        return ""
    held = getattr(owner, kind.__name__, None)
    return kind.__name__ if held is kind else ""


def unscoped_enums() -> list[str]:
    """Findings in everything that runs inside QGIS."""
    found = []
    for path in house.python_files("plugin", "tests", "scripts", "benchmarks"):
        known = _imported(path)
        for node in ast.walk(house.tree(path)):
            if not isinstance(node, ast.Attribute):
                continue
            owner = _resolve(node.value, known)
            if owner is None or getattr(owner, "__name__", "") in EXEMPT:
                continue
            enum = _scoped(owner, node.attr)
            if enum:
                where = f"{path.relative_to(house.ROOT).as_posix()}:{node.lineno}"
                found.append(
                    f"{where} {owner.__name__}.{node.attr}: write {owner.__name__}.{enum}.{node.attr}"
                )
    return found
