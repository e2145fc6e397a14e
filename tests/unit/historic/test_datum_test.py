# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The datum test: the published Ulleung pair, made-up sheets of each kind, and the honest "undetermined"."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import datum
from dprk_city_atlas.plugin.core.historic.datum_test import Pair, read_pairs, run_datum_test
from dprk_city_atlas.plugin.core.measure.geodesics import WGS84

ULLEUNG = (
    "sheet_lon,sheet_lat,ground_lon,ground_lat\n"
    "130 54 01.1705,37 28 47.2005,130°54′02.7496″E,37°28′57.4331″N\n"
)


def _sheet(operation, n=12, noise=20.0, seed=3, east=0.0, north=0.0):
    rng = np.random.default_rng(seed)
    lon, lat = rng.uniform(127.4, 127.7, n), rng.uniform(39.8, 40.0, n)
    x, y = datum.to_wgs84(operation, lon, lat)
    per_lat, per_lon = WGS84.metres_per_degree(39.9)
    x = x + (rng.normal(0, noise, n) + east) / per_lon
    y = y + (rng.normal(0, noise, n) + north) / per_lat
    return [Pair(*values, row=i + 2) for i, values in enumerate(zip(lon, lat, x, y))]


def test_ulleung_is_on_tokyo_1892(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text(ULLEUNG, encoding="utf-8")
    verdict = run_datum_test(read_pairs(str(path)))
    assert verdict.verdict == "tokyo1892"
    by_name = {h.name: h for h in verdict.hypotheses}
    assert by_name["tokyo1892"].misfit == pytest.approx(4, abs=1)
    assert by_name["tokyo1918"].misfit == pytest.approx(258, abs=2)
    assert "confirm" in verdict.report()["why"]


@pytest.mark.parametrize("name", ["none", "tokyo1918", "tokyo1892"])
@pytest.mark.parametrize("seed", range(5))
def test_made_up_sheets(name, seed):
    operation = datum.built_in("wgs84" if name == "none" else name)
    verdict = run_datum_test(_sheet(operation, seed=seed))
    assert verdict.verdict == name
    best = next(h for h in verdict.hypotheses if h.name == name)
    assert abs(best.mean_e) < 20
    assert abs(best.mean_n) < 20


def test_one_wrong_pair_does_not_turn_the_verdict_and_is_named():
    pairs = _sheet(datum.TOKYO1918)
    pairs[4] = Pair(
        pairs[4].sheet_lon, pairs[4].sheet_lat, pairs[4].ground_lon + 0.05, pairs[4].ground_lat, row=6
    )
    verdict = run_datum_test(pairs)
    assert verdict.verdict == "tokyo1918"
    assert verdict.outliers == [6]


@pytest.mark.parametrize(
    "pairs",
    [
        _sheet(datum.WGS84, noise=400, n=6),
        _sheet(datum.TOKYO1892, east=-122, n=8),
        _sheet(datum.WGS84, east=900, north=-700, n=8),
    ],
    ids=["scatter", "between two", "another datum"],
)
def test_undetermined_is_said_with_a_reason(pairs):
    verdict = run_datum_test(pairs)
    assert verdict.verdict == "undetermined"
    assert len(verdict.reasons) > 1


def test_no_pairs():
    with pytest.raises(AtlasError, match="no pair"):
        run_datum_test([])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a,b\n1,2\n", "sheet_lon"),
        ("sheet_lon,sheet_lat,ground_lon,ground_lat\n127,39,127,x\n", "row 2"),
        ("sheet_lon,sheet_lat,ground_lon,ground_lat\n127,39,127,39\n39,127,127,39\n", "swapped"),
        ("sheet_lon,sheet_lat,ground_lon,ground_lat\n127,39,127,nan\n", "row 2"),
    ],
)
def test_bad_files_name_the_row(tmp_path, text, word):
    path = tmp_path / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match=word):
        read_pairs(str(path))


def test_semicolons_and_decimal_commas(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text("sheet_lon;sheet_lat;ground_lon;ground_lat\n127,5;39,9;127,5;39,9\n", encoding="utf-8")
    assert read_pairs(str(path))[0].sheet_lat == pytest.approx(39.9)


@pytest.mark.parametrize("name", ["none", "tokyo1918", "tokyo1892"])
@pytest.mark.parametrize("n", [3, 5, 8])
def test_few_pairs_as_noisy_as_a_good_sheet_are_decided(name, n):
    operation = datum.built_in("wgs84" if name == "none" else name)
    found = [run_datum_test(_sheet(operation, noise=30, n=n, seed=seed)).verdict for seed in range(40)]
    assert found.count(name) >= 36
    assert set(found) <= {name, "undetermined"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_names_in_any_encoding_and_remarks_above(tmp_path, encoding):
    path = tmp_path / "pairs.csv"
    text = "# 함흥\nname,sheet_lon,sheet_lat,ground_lon,ground_lat\n역,127:30:00,39:54:00,127.5,39.9\n"
    path.write_bytes(text.encode(encoding))
    (pair,) = read_pairs(str(path))
    assert (pair.sheet_lon, pair.sheet_lat, pair.row) == (127.5, 39.9, 3)
