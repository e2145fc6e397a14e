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


# -- who may use whom ------------------------------------------------------------------------------------

BASE = {
    "errors",
    "files",
    "folders",
    "i18n",
    "dates",
    "filters",
    "gdal_errors",
    "numbers",
    "plain_text",
    "tables_out",
    "compat",
    "whole_files",
}
"""What everything may use and what uses nothing of the house: single modules of ``core``, and ``compat``."""
MAY_USE = {
    "core.atlas": set(),
    "core.coordinates": set(),
    "core.names": {"core.atlas"},
    "core.measure": {"core.atlas"},
    "core.search": {"core.atlas", "core.measure", "core.names"},
    "core.discrepancies": {"core.atlas", "core.measure", "core.names"},
    "core.historic": {"core.atlas", "core.coordinates", "core.measure"},
    "core.exchange": {"core.atlas", "core.coordinates", "core.discrepancies", "core.measure", "core.names"},
    "core.printing": {
        "core.atlas", "core.basemaps", "core.coordinates", "core.discrepancies", "core.exchange",
        "core.historic", "core.measure", "core.names",
    },
    "core.basemaps": {"core.atlas"},
    "core.card": {"core.atlas", "core.coordinates", "core.discrepancies", "core.measure"},
    "core.expressions": {"core.atlas", "core.coordinates", "core.historic", "core.measure", "core.names"},
    "processing": {"core"},
    "gui": {"core"},
    "plugin": {"core", "gui", "processing"},
}  # fmt: skip
"""Rooms of ``plugin/`` and the rooms they may use, besides BASE; ``core`` stands for all of its rooms."""
LAYERS = ("core", "gui", "processing")


def modules() -> dict[str, Path]:
    """The modules of ``plugin/`` by their dotted names: ``core.measure.rings``."""
    found = {}
    for path in python_files("plugin"):
        parts = path.relative_to(ROOT / "plugin").with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def _run_imports(path: Path) -> Iterator[ast.ImportFrom]:
    """The imports of a file that are carried out: not those for the type checker alone."""
    waiting: list[ast.AST] = [tree(path)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
            continue
        if isinstance(node, ast.ImportFrom):
            yield node
        waiting += ast.iter_child_nodes(node)


def uses() -> dict[str, dict[str, int]]:
    """What each module of ``plugin/`` imports of the others, with the line."""
    known, found = modules(), {}
    for name, path in known.items():
        parts = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        found[name] = {}
        for node in _run_imports(path):
            if not node.level:
                continue
            above = parts[: len(parts) - node.level + 1] + (node.module.split(".") if node.module else [])
            for alias in node.names:
                full = ".".join([*above, alias.name])
                target = full if full in known else ".".join(above)
                if target != name:
                    found[name].setdefault(target, node.lineno)
    return found


def room(module: str) -> str:
    """The room of a module: ``core.measure`` of ``core.measure.rings``, ``gui`` of ``gui.part``."""
    parts = module.split(".")
    if parts[-1] in BASE and len(parts) <= 2:
        return "base"
    return ".".join(parts[:2]) if parts[0] == "core" else parts[0]


def rooms() -> list[str]:
    """Each room uses only those it may use."""
    found, known = [], modules()
    for module, targets in uses().items():
        here = room(module)
        for target, line in targets.items():
            there = room(target)
            allowed = MAY_USE.get(here, set())
            whole = "core" in allowed and there.startswith("core.")
            if whole or there in (here, "base", "") or there in allowed:
                continue
            found.append(_at(known[module], line, f"{here} may not use {there} ({target})"))
    return found


def circles() -> list[str]:
    """No module and no room of the core comes back to itself through what it imports."""
    graph = {module: set(targets) for module, targets in uses().items()}
    by_room: dict[str, set[str]] = {}
    for module, targets in graph.items():
        by_room.setdefault(room(module), set()).update(room(t) for t in targets if room(t) != room(module))
    return [
        f"plugin: a circle of imports: {' -> '.join(circle)}"
        for circle in (*_circles(graph), *_circles(by_room))
    ]


def _circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """One circle for each knot of a graph."""
    found, done = [], set()

    def walk(node: str, way: list[str]) -> bool:
        if node in way:
            found.append([*way[way.index(node) :], node])
            return True
        if node in done:
            return False
        done.add(node)
        return any(walk(target, [*way, node]) for target in sorted(graph.get(node, ())))

    for start in sorted(graph):
        walk(start, [])
    return found


def one_name() -> list[str]:
    """No two modules and no two public classes of one layer have one name."""
    where: dict[tuple[str, str, str], list[str]] = {}
    for name, path in modules().items():
        layer = name.split(".")[0]
        if layer not in LAYERS or path.name == "__init__.py":
            continue
        where.setdefault(("modules", layer, path.stem), []).append(_at(path, 1, ""))
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where.setdefault(("classes", layer, node.name), []).append(_at(path, node.lineno, ""))
    return [
        f"{' and '.join(place.strip() for place in places)} two {kind} of one name in {layer}: {name}"
        for (kind, layer, name), places in where.items()
        if len(places) > 1
    ]


def imports_lead_somewhere() -> list[str]:
    """Whatever names a module of the plugin names one that is there, in the texts of child processes too."""
    named = re.compile(r"from dprk_city_atlas\.plugin\.([\w.]+) import ([\w, ]+)")
    known, found = modules(), []
    for path in python_files("tests", "scripts", "benchmarks"):
        text = path.read_text(encoding="utf-8")
        for match in named.finditer(text):
            names = (
                [match[1]]
                if match[1] not in known or known[match[1]].name != "__init__.py"
                else [f"{match[1]}.{name.split(' as ')[0].strip()}" for name in match[2].split(",")]
            )
            line = text.count("\n", 0, match.start()) + 1
            found += [_at(path, line, f"there is no module {name}") for name in names if name not in known]
    return found


def texts() -> list[str]:
    """Every text of the window can be extracted for translators."""
    import translations

    return translations.extract()[1]


def one_qt() -> list[str]:
    """PyQt comes by ``qgis.PyQt`` only, and dialogs are run by ``exec``."""
    found = []
    for path in python_files("plugin", "tests", "benchmarks", "scripts"):
        bad = ((line, name) for line, name in imports(path) if re.match(r"(PyQt[56]|PySide[26]|sip)\b", name))
        found += [_at(path, line, f"imports {name}: use qgis.PyQt") for line, name in bad]
        calls = (n for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and n.attr == "exec_")
        found += [_at(path, node.lineno, "exec_ is gone in Qt 6: use exec") for node in calls]
    return found


def largest(count: int = 10) -> Iterator[str]:
    """The largest files, classes and functions of ``plugin/``: shown, not judged."""
    files, classes, functions = [], [], []
    for path in python_files("plugin"):
        files.append((len(path.read_text(encoding="utf-8").splitlines()), _at(path, 1, "")))
        for node in ast.walk(tree(path)):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                kind = classes if isinstance(node, ast.ClassDef) else functions
                kind.append((length, _at(path, node.lineno, node.name)))
    for title, items in (("files", files), ("classes", classes), ("functions", functions)):
        yield f"largest {title}, in lines:"
        yield from (f"  {length:5} {where}" for length, where in sorted(items, reverse=True)[:count])


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


STATIC = (
    core_without_window,
    rooms,
    circles,
    one_name,
    imports_lead_somewhere,
    texts,
    one_qt,
    headers,
    nothing_foreign,
)
