# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Where things lie, for tests in whatever room."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
LAYERS = ROOT / "layers"
PYTHON_PATH = str(ROOT / "build" / "python")
"""The folder from which a child process imports ``dprk_city_atlas``."""
