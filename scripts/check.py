# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make check``: lint, types, the rules of the house, and the plugin site's scan of the package."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import house
import package
import site_scan
import translations

ROOT = house.ROOT
TOOLS = Path(sys.executable).parent


def _command(*words: str, cwd: Path = ROOT) -> Callable[[], list[str]]:
    """A tool whose output are the findings when its exit code is not 0."""

    def run() -> list[str]:
        result = subprocess.run(
            words, cwd=cwd, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
        if result.returncode == 0:
            return []
        return (result.stdout + result.stderr).strip().splitlines() or [f"exit code {result.returncode}"]

    return run


def _types() -> list[str]:
    """Mypy on the plugin under the name that QGIS gives it."""
    home = ROOT / "build" / "python"
    home.mkdir(parents=True, exist_ok=True)
    link = home / package.NAME
    if not link.is_symlink():
        link.symlink_to(ROOT, target_is_directory=True)
    config = str(ROOT / "pyproject.toml")
    cache = str(ROOT / ".mypy_cache")
    words = (
        str(TOOLS / "mypy"),
        "--config-file",
        config,
        "--cache-dir",
        cache,
        "-p",
        f"{package.NAME}.plugin",
    )
    return _command(*words, cwd=home)()


def _house() -> list[str]:
    return [finding for rule in house.STATIC for finding in rule()]


def _enums() -> list[str]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import qt6

    return qt6.unscoped_enums()


def _shell() -> list[str]:
    files = [p for p in house.tracked() if p.suffix == ".sh" or p.parent.name == ".ci"]
    return [line for path in files for line in _command("bash", "-n", str(path))()]


def _in_package(scan: Callable[[Path], list[str]]) -> Callable[[], list[str]]:
    """A scan of the unpacked package."""

    def run() -> list[str]:
        with tempfile.TemporaryDirectory(prefix="site-") as folder:
            with zipfile.ZipFile(package.build()) as archive:
                archive.extractall(folder)
            return scan(Path(folder))

    return run


def steps() -> list[tuple[str, Callable[[], list[str]]]]:
    """What is checked, in this order."""
    ruff = str(TOOLS / "ruff")
    return [
        ("lint (ruff)", _command(ruff, "check", "--output-format", "concise", ".")),
        ("format (ruff)", _command(ruff, "format", "--check", ".")),
        ("types (mypy)", _types),
        ("shell syntax", _shell),
        ("house rules", _house),
        ("translations", translations.findings),
        ("scoped enums (Qt 6)", _enums),
        ("plugin site: package and metadata", lambda: site_scan.package_findings(package.build())),
        ("plugin site: bandit", _in_package(site_scan.bandit_findings)),
        ("plugin site: detect-secrets", _in_package(site_scan.secret_findings)),
        ("plugin site: flake8", _in_package(site_scan.flake8_findings)),
    ]


def main() -> int:
    failed = 0
    for title, step in steps():
        findings = step()
        failed += bool(findings)
        print(f"{'FAILED' if findings else 'ok':<7} {title}", flush=True)
        for finding in findings:
            print(f"        {finding}")
    for line in house.largest():
        print(f"note    {line}")
    unset = site_scan.to_set(site_scan.read_metadata((ROOT / "metadata.txt").read_text(encoding="utf-8")))
    if unset:
        print(f"note    to be set in metadata.txt before publishing: {', '.join(unset)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
