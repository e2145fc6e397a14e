# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make install PROFILE=DIR``: the packaged plugin into a QGIS profile, enabled.

QGIS Desktop and ``qgis_process`` read the same switch: ``[PythonPlugins] NAME=true`` in the profile's
``QGIS/QGIS3.ini``.  ``qgis_process`` takes the profile from ``QGIS_CUSTOM_CONFIG_PATH`` (the folder
above ``profiles``) and uses the one named ``default`` there.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import package
from translations import TranslationError

SECTION = "PythonPlugins"


def unpack(archive: Path, profile: Path) -> Path:
    """Put the plugin of ``archive`` in place of an older one and return its folder."""
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    folder = plugins / package.NAME
    with tempfile.TemporaryDirectory(prefix=".install-", dir=plugins) as fresh:
        with zipfile.ZipFile(archive) as content:
            content.extractall(fresh)
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
        (Path(fresh) / package.NAME).rename(folder)
    return folder


def _with_entry(text: str, section: str, key: str, value: str) -> str:
    """``text`` with ``key=value`` in ``[section]``; every other line stays as it was.

    QSettings files are not quite INI files (``%20`` in keys, ``@Variant`` values), so they are edited by
    line instead of being parsed and written again.
    """
    lines = text.splitlines()
    header = f"[{section}]"
    if header not in lines:
        return "\n".join([*lines, *([""] if lines else []), header, f"{key}={value}", ""])
    start = lines.index(header) + 1
    end = next((i for i in range(start, len(lines)) if lines[i].startswith("[")), len(lines))
    kept = [line for line in lines[start:end] if not re.match(rf"{re.escape(key)}\s*=", line)]
    return "\n".join([*lines[:start], f"{key}={value}", *kept, *lines[end:], ""])


def set_entry(profile: Path, section: str, key: str, value: str) -> None:
    """Set one entry of the profile's settings file."""
    ini = profile / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    # Whatever another program wrote there goes back byte for byte.
    text = ini.read_text(encoding="utf-8", errors="surrogateescape") if ini.exists() else ""
    partial = ini.with_name(ini.name + ".part")
    partial.write_text(_with_entry(text, section, key, value), encoding="utf-8", errors="surrogateescape")
    partial.replace(ini)


def install(profile: Path) -> Path:
    """Package, unpack, enable; returns the plugin's folder in the profile."""
    folder = unpack(package.build(), profile)
    set_entry(profile, SECTION, package.NAME, "true")
    return folder


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0]:
        print("usage: make install PROFILE=DIR   (a QGIS profile folder, …/profiles/NAME)", file=sys.stderr)
        return 2
    try:
        folder = install(Path(arguments[0]).expanduser().resolve())
    except (OSError, TranslationError) as error:
        print(f"error: the plugin could not be installed: {error}", file=sys.stderr)
        return 1
    print(f"installed and enabled: {folder}  (restart QGIS if it runs with this profile)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
