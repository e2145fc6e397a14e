# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Makes the working tree importable under the name QGIS gives it: ``dprk_city_atlas``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _importable() -> None:
    home = ROOT / "build" / "python"
    home.mkdir(parents=True, exist_ok=True)
    link = home / "dprk_city_atlas"
    if not link.is_symlink():
        link.symlink_to(ROOT, target_is_directory=True)
    if str(home) not in sys.path:
        sys.path.insert(0, str(home))


_importable()


def _translated() -> None:
    """English has its plurals in a compiled file of its own."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import translations

    translations.compile_all()


_translated()


_status = 0


def pytest_sessionfinish(session, exitstatus) -> None:
    global _status
    _status = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config) -> None:
    """Leave with the tests' own result: tearing down Python under a live QGIS can crash after the summary."""
    if "qgis.core" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_status)
