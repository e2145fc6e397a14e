# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Mutated KML and KMZ files by the thousand through the reader, each in bounded time and memory.

    python scripts/fuzz_kml.py [COUNT [SEED]]

Ends with an error when anything but records or a named refusal comes out, or a file takes over ten seconds.
"""

from __future__ import annotations

import importlib.util
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def _module(path: Path) -> object:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def main(count: int = 10_000, seed: int = 0) -> int:
    """Run; return the number of files that came out wrong."""
    _module(ROOT / "tests" / "conftest.py")
    sys.path.insert(0, str(ROOT / "tests" / "helpers"))
    files = importlib.import_module("kmlfiles")
    hostile = _module(ROOT / "tests" / "unit" / "exchange" / "kml" / "test_hostile.py")
    chance, wrong, good, refused, slowest = random.Random(seed), 0, 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        plain = (files.DATA / "everything.kml").read_bytes()
        packed = files.kmz(home, [("doc.kml", plain), ("files/a.png", b"x" * 99)]).read_bytes()
        for turn in range(count):
            path = home / "mutant.kml"
            path.write_bytes(hostile.mutate(packed if turn % 4 == 0 else plain, chance))
            began = time.perf_counter()
            try:
                files.read(path)
                good += 1
            except hostile.AtlasError:
                refused += 1
            except Exception as error:
                wrong += 1
                print(f"turn {turn}: {error!r}")
            slowest = max(slowest, time.perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} files: {good} read, {refused} refused, {wrong} wrong; slowest {slowest:.2f} s, {peak} MB")
    return wrong + (slowest > 10)


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:3]))))
