# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The rules of the house that no general tool knows.  Each function returns findings, ``file:line text``."""

from __future__ import annotations

import ast
import contextlib
import functools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FUNCTION = 60
LONGEST_FILE = 500
HEADER = "# SPDX-License-Identifier: GPL-2.0-or-later\n"
# Written so that this file does not contain what it looks for.
FOREIGN = {
    r"(?<![\w.$}])/(?:work|farm|root)/": "a path of somebody's machine",
    r"(?<![\w.$}])/(?:home|Users)/[a-z]": "a path of somebody's machine",
    r"(?:pypi|pythonhosted|npmjs|anaconda|crates)\.(?:org|com|io)\b": "a package registry",
    r"\b(?:deb|security|archive)\.(?:debian|ubuntu)\.(?:org|com)\b": "a package registry",
}
UNFINISHED = r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b|\braise Not" r"Implemented"
TEXT = (
    ".py",
    ".sh",
    ".md",
    ".txt",
    ".toml",
    ".csv",
    ".json",
    ".svg",
    ".qml",
    ".ui",
    ".html",
    "Makefile",
    "run",
)


BUILT = {"build", "dist", ".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
"""What ``.gitignore`` names; a tree that came as a zip has no git to ask."""


def tracked() -> list[Path]:
    """The files that git keeps or would keep; without git, everything that is not hidden or built."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    if (ROOT / ".git").exists():  # not in a repository further up, which may ignore this folder
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
            paths = (ROOT / name for name in names.split("\0") if name)
            return sorted(path for path in paths if path.is_file())
    files = [path for path in ROOT.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return sorted(path for path in files if BUILT.isdisjoint(path.relative_to(ROOT).parts))


def python_files(*folders: str) -> list[Path]:
    """The Python files below the folders."""
    wanted = tuple(ROOT / folder for folder in folders)
    return [p for p in tracked() if p.suffix == ".py" and any(folder in p.parents for folder in wanted)]


@functools.cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _at(path: Path, line: int, text: str) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line} {text}"


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything a file imports (``from a import b`` gives ``a.b``)."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, f"{'.' * node.level}{node.module or ''}.{alias.name}"


def core_without_window() -> list[str]:
    """``plugin/core`` knows no widgets, no ``qgis.gui`` and no ``iface``, and nothing of the upper floors."""
    above = re.compile(
        r"^(qgis\.gui|qgis\.utils|qgis\.PyQt\.QtWidgets|processing\b|\.+(gui|processing|plugin)\b)"
    )
    found = []
    for path in python_files("plugin/core"):
        found += [
            _at(path, line, f"core imports {name}") for line, name in imports(path) if above.match(name)
        ]
        named = (n for n in ast.walk(tree(path)) if isinstance(n, ast.Name) and n.id == "iface")
        found += [_at(path, node.lineno, "core names iface") for node in named]
    return found


def atlas_below_the_rest() -> list[str]:
    """Inside core every package may use ``atlas``; ``atlas`` uses none of them."""
    others = re.compile(r"^\.\.(sites|measure|historic|exchange|printing)\b")
    files = python_files("plugin/core/atlas")
    return [
        _at(p, line, f"atlas imports {name}")
        for p in files
        for line, name in imports(p)
        if others.match(name)
    ]


def one_qt() -> list[str]:
    """PyQt comes by ``qgis.PyQt`` only, and dialogs are run by ``exec``."""
    found = []
    for path in python_files("plugin", "tests", "benchmarks", "scripts"):
        bad = ((line, name) for line, name in imports(path) if re.match(r"(PyQt[56]|PySide[26]|sip)\b", name))
        found += [_at(path, line, f"imports {name}: use qgis.PyQt") for line, name in bad]
        calls = (n for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and n.attr == "exec_")
        found += [_at(path, node.lineno, "exec_ is gone in Qt 6: use exec") for node in calls]
    return found


def sizes() -> list[str]:
    """Functions and files stay short enough to read."""
    found = []
    for path in python_files("plugin", "scripts"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_FILE:
            found.append(_at(path, 1, f"{lines} lines (at most {LONGEST_FILE})"))
        for node in ast.walk(tree(path)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(
                        _at(path, node.lineno, f"{node.name} has {length} lines (at most {LONGEST_FUNCTION})")
                    )
    return found


def headers() -> list[str]:
    """Every Python file begins with its licence."""
    files = [p for p in tracked() if p.suffix == ".py"]
    return [
        _at(p, 1, "no SPDX header") for p in files if not p.read_text(encoding="utf-8").startswith(HEADER)
    ]


def nothing_foreign() -> list[str]:
    """No path of a machine and no package registry in a committed text; nothing marked unfinished in code."""
    found = []
    for path in tracked():
        if not path.name.endswith(TEXT):
            continue
        rules = dict(FOREIGN)
        if path.suffix in (".py", ".sh"):
            rules[UNFINISHED] = "unfinished"
        text = path.read_text(encoding="utf-8", errors="replace")
        for pattern, what in rules.items():
            for match in re.finditer(pattern, text):
                found.append(_at(path, text.count("\n", 0, match.start()) + 1, f"{what}: {match.group()}"))
    return found


STATIC = (core_without_window, atlas_below_the_rest, one_qt, headers, nothing_foreign)
