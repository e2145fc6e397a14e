# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Fill land and sea from the coast: ``layers/coast.csv`` -> ``layers/base_vertices.csv``.

Run ``python scripts/make_base.py`` after a change of the coast; a test compares the file with what this
makes.  Everything is WGS 84 in degrees.  Both files are derived from OpenStreetMap's coastline and stay under
its licence (``layers/LICENSE-coast.md``).  Part 1 of a city is the mainland, with land on its left, from the
southern edge of its frame to the eastern one; those two edges stand where the coast was cut.  The other
parts are islands, closed and counterclockwise.  The two inland edges lie at the surroundings of
``layers/cities.csv``, where all is land.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

Point = tuple[float, float]
Ring = list[Point]

LAYERS = Path(__file__).resolve().parents[1] / "layers"
HEADER = ("city", "kind", "polygon", "ring", "seq", "lon", "lat")
DECIMALS = 5


class Frame(NamedTuple):
    """What is filled around a city (degrees)."""

    west: float
    south: float
    east: float
    north: float


FRAMES = {
    "Hamhung": Frame(126.9, 39.6, 128.0, 40.4),
    "Chongjin": Frame(129.2, 41.5, 130.1, 42.3),
}
MAINLAND = 1


def parts_of(path: Path) -> dict[tuple[str, int], Ring]:
    """Return the vertices of every (city, part) of the coast file, in order."""
    parts: dict[tuple[str, int], list[tuple[int, Point]]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            vertex = (int(row["seq"]), (float(row["lon"]), float(row["lat"])))
            parts.setdefault((row["city"], int(row["part"])), []).append(vertex)
    return {name: [point for _seq, point in sorted(vertices)] for name, vertices in parts.items()}


def fill(frame: Frame, shore: Ring, islands: list[Ring]) -> dict[str, list[list[Ring]]]:
    """Return land and sea as polygons (outer ring first, counterclockwise; holes clockwise)."""
    if shore[0][1] != frame.south or shore[-1][0] != frame.east:
        raise ValueError("the coast has to run from the southern to the eastern edge of its box")
    inland = [(frame.east, frame.north), (frame.west, frame.north), (frame.west, frame.south)]
    land = [[closed(shore + inland)]]
    land += [[turned(island, left=True)] for island in islands]
    sea = [closed(shore[::-1] + [(frame.east, frame.south)])]
    sea += [turned(island, left=False) for island in islands]
    return {"land": land, "sea": [sea]}


def closed(ring: Ring) -> Ring:
    """Return the ring ending where it begins."""
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def area(ring: Ring) -> float:
    """Return the signed surface of a closed ring in square degrees, positive when counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def turned(ring: Ring, *, left: bool) -> Ring:
    """Return the closed ring running counterclockwise (``left``) or clockwise."""
    ring = closed(ring)
    return ring if (area(ring) > 0) is left else ring[::-1]


def base(coast: Path = LAYERS / "coast.csv") -> dict[str, dict[str, list[list[Ring]]]]:
    """Return city -> land | sea -> polygons -> rings."""
    parts = parts_of(coast)
    return {
        city: fill(
            frame,
            parts[city, MAINLAND],
            [ring for (of, part), ring in parts.items() if of == city and part != MAINLAND],
        )
        for city, frame in FRAMES.items()
    }


def rows(filled: dict[str, dict[str, list[list[Ring]]]]) -> list[tuple[str, ...]]:
    """Return the lines of the file, without the header."""
    return [
        (city, kind, str(number), str(ring_number), str(seq), f"{lon:.{DECIMALS}f}", f"{lat:.{DECIMALS}f}")
        for city, kinds in filled.items()
        for kind, polygons in kinds.items()
        for number, rings in enumerate(polygons)
        for ring_number, ring in enumerate(rings)
        for seq, (lon, lat) in enumerate(ring)
    ]


def main() -> None:
    """Write ``layers/base_vertices.csv``."""
    with (LAYERS / "base_vertices.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows(base()))


if __name__ == "__main__":
    main()
