# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make package``: the zip that QGIS installs, the same bytes from the same tree every time."""

from __future__ import annotations

import configparser
import os
import sys
import zipfile
from pathlib import Path

import translations

ROOT = Path(__file__).resolve().parent.parent
NAME = "dprk_city_atlas"
FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
FOLDERS = ("plugin", "resources", "layers")
LEFT_OUT = (".pyc", ".pyo", ".orig", ".rej", ".bak", ".tmp", ".ts", "~")
# The first moment a zip entry can carry: a build date would make two equal trees differ.
STAMP = (1980, 1, 1, 0, 0, 0)


def metadata() -> configparser.SectionProxy:
    """The [general] section of metadata.txt, read as the plugin site reads it (with interpolation)."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys are case-sensitive there
    parser.read_string((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    return parser["general"]


def _shipped(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") or part == "__pycache__" for part in parts)
    return path.is_file() and not hidden and not path.name.endswith(LEFT_OUT)


def shipped_files() -> list[Path]:
    """Every file of the package, sorted by its name inside it (``make check`` says what is missing).

    Compiles the translations that are not compiled yet.
    """
    translations.compile_all()
    files = [ROOT / name for name in FILES if (ROOT / name).is_file()]
    for folder in FOLDERS:
        files += [path for path in (ROOT / folder).rglob("*") if _shipped(path)]
    return sorted(files, key=lambda path: path.relative_to(ROOT).as_posix())


def build(target: Path | None = None) -> Path:
    """Write the zip (by default ``dist/NAME-VERSION.zip``) and return its path."""
    target = target or ROOT / "dist" / f"{NAME}-{metadata()['version']}.zip"
    files = shipped_files()
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(f"{NAME}/{path.relative_to(ROOT).as_posix()}", STAMP)
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    partial.replace(target)
    return target


def main() -> int:
    try:
        target = build()
    except translations.TranslationError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
