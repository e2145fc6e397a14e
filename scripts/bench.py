# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make bench``: every ``benchmarks/bench_*.py`` in a process of its own, one after the other.

A benchmark prints its table and writes ``build/bench/NAME.json``.  With names as arguments only those run:
``build/venv/bin/python scripts/bench.py kml matrix``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(wanted: list[str]) -> int:
    scripts = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    names = {script.stem[len("bench_") :]: script for script in scripts}
    unknown = [name for name in wanted if name not in names]
    if unknown:
        print(f"error: no benchmark {', '.join(unknown)}; there are {', '.join(names)}", file=sys.stderr)
        return 2
    home = ROOT / "build" / "python"
    home.mkdir(parents=True, exist_ok=True)
    link = home / "dprk_city_atlas"
    if not link.is_symlink():
        link.symlink_to(ROOT, target_is_directory=True)
    (ROOT / "build" / "bench").mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(home)}
    failed = []
    for name in wanted or names:
        print(f"== {name}", flush=True)
        code = subprocess.run(
            [sys.executable, str(names[name])], cwd=ROOT, env=environment, check=False
        ).returncode
        if code != 0:
            failed.append(name)
    if failed:
        print(f"error: these benchmarks failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
