# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The claims of the shipped atlas against the published figures, and every relation against made-up data."""

from __future__ import annotations

import csv
import dataclasses

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProcessingContext, QgsProcessingFeedback

from dprk_city_atlas.plugin.core.atlas.model import Claim, Event, Figure, Site, Source, Trace, shipped_uuid
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure import claims
from dprk_city_atlas.plugin.core.measure.dataset import Dataset, choose, sites_of_layer
from dprk_city_atlas.plugin.core.measure.judgement import ClaimVerdict as Verdict, Witness
from dprk_city_atlas.plugin.processing.checkclaims import CheckClaims


@pytest.fixture(scope="module")
def findings(shipped):
    atlas = store.open_atlas(shipped)
    found = claims.check_all(atlas.rows(Claim), Dataset.of(atlas))
    return {finding.claim.uuid: finding for finding in found}


def shipped_claim(findings, key):
    return findings[shipped_uuid("claims", key)]


# -- the article's statements ------------------------------------------------------------------------


def test_magunpo_differs_with_the_nearest_listed_site_at_3948_m(findings):
    found = shipped_claim(findings, "magunpo-hungnam")
    assert found.verdict is Verdict.DIFFERS
    assert found.value == pytest.approx(3948, abs=0.5)
    assert found.computed == "3,948 m"
    assert "Ryongsong Machine Complex" in found.why
    assert "598 m nearer" in found.flip
    assert shipped_uuid("sites", "magunpo-test-site") in found.sites
    town = shipped_claim(findings, "magunpo-hungnam-town")
    assert town.verdict is Verdict.DIFFERS
    assert town.value == pytest.approx(5983, abs=1)


def test_munitions_factory_and_the_downtown_points(findings):
    found = shipped_claim(findings, "munitions-downtown")
    assert found.verdict is Verdict.AGREES
    assert found.value == pytest.approx(9571, abs=1)
    assert "8,305 m and differs" in found.flip
    assert "within 71 m" in found.flip


@pytest.mark.parametrize(
    ("key", "verdict", "value"),
    [
        ("population-order", Verdict.AGREES, 874682 / 760165),
        ("town-bank", Verdict.DIFFERS, None),
        ("hamhung-markets", Verdict.AGREES, 11),
        ("chongjin-markets", Verdict.AGREES, 20),
        ("chongjin-harbours", Verdict.AGREES, 3),
        ("chongjin-colleges", Verdict.AGREES, 5),
        ("chongjin-major-sites", Verdict.AGREES, 1),
        ("largest-market-area", Verdict.DIFFERS, 16738),
        ("centre-length", Verdict.DIFFERS, 1368),
        ("pharmaceutical-vinylon", Verdict.UNTESTED, None),
        ("sam-20km", Verdict.UNTESTED, 0),
        ("aaa-20km", Verdict.UNTESTED, 0),
        ("fuel-stations", Verdict.UNTESTED, 0),
        ("susong-stations", Verdict.UNTESTED, 1),
        ("precipitation-ratio", Verdict.UNTESTED, None),
        ("kuchon-songchon", Verdict.UNTESTED, None),
    ],
)
def test_verdicts(findings, key, verdict, value):
    found = shipped_claim(findings, key)
    assert found.verdict is verdict
    if value is not None:
        assert found.value == pytest.approx(value)
    assert found.why


def test_no_claim_is_ill_formed(findings):
    for found in findings.values():
        assert not found.flip.startswith(("Fill in", "Choose", "Use one", "Write a")), found.claim.text


def test_what_is_unlocated_is_named(findings):
    assert "Surface-to-air missile batteries around Hamhung" in shipped_claim(findings, "sam-20km").why
    assert "Next at 20.19 km" in shipped_claim(findings, "chongjin-major-sites").flip


@pytest.mark.parametrize(
    ("key", "verdict", "witness"),
    [
        ("population-order", Verdict.AGREES, Witness.OWN),
        ("port-1908", Verdict.AGREES, Witness.INDEPENDENT),
        ("magunpo-date", Verdict.AGREES, Witness.INDEPENDENT),
        ("hungnam-merger", Verdict.AGREES, Witness.OWN), ("rebuilding-gdr", Verdict.AGREES, Witness.OWN),
        ("noguchi-1927", Verdict.DIFFERS, Witness.CONTESTED),
        ("chongjin-major-sites", Verdict.AGREES, Witness.CONTESTED),
        ("munitions-downtown", Verdict.AGREES, Witness.CONTESTED),
        ("hamhung-markets", Verdict.AGREES, Witness.INDEPENDENT),
        ("sam-20km", Verdict.UNTESTED, Witness.NONE),
    ],
)  # fmt: skip
def test_a_verdict_says_whose_rows_it_rests_on(findings, key, verdict, witness):
    found = shipped_claim(findings, key)
    assert (found.verdict, found.witness) == (verdict, witness), found.why


def test_every_claim_that_cannot_be_tested_names_its_datum_and_none_the_same(findings):
    waiting = [found for found in findings.values() if found.verdict is Verdict.UNTESTED]
    assert all(found.flip for found in waiting)
    decided = [found.flip for found in waiting if "would decide it" in found.flip]
    assert len(decided) == len(set(decided))
    assert all("Data of that kind" not in found.flip for found in waiting)


def test_a_count_is_tried_at_the_other_downtowns(findings):
    assert "With Chongjin downtown" in shipped_claim(findings, "chongjin-major-sites").flip


def test_what_rests_on_something_unsure_says_so(findings):
    assert "itself unsure: Radar-like site" in shipped_claim(findings, "chongjin-radars").why


def test_the_things_compared_are_named_and_one_is_singular(findings):
    ratio = shipped_claim(findings, "largest-market-rank")
    assert "Pyongsu Market: 16,738 sq m" in ratio.why
    assert "Pyongsu Market were below 13,012 sq m" in ratio.flip
    assert shipped_claim(findings, "chongjin-major-sites").stated == "at most one site"
    stations = shipped_claim(findings, "generating-stations")
    assert stations.flip.endswith("more stations listed would make it agree.")


def test_a_dated_claim_hears_other_sources_before_its_own():
    data = world()
    data.sources["t"] = Source(uuid="t", title="Another list", publisher="Somebody else")
    dates = {"reference_kind": "event", "reference_filter": "title = 'Built'", "threshold": 1927}
    assert judge("figure", data, **dates).verdict is Verdict.UNTESTED
    data.events["a"] = event("a", "s", "1927")
    data = dataclasses.replace(data, _chosen={})
    own = judge("figure", data, **dates)
    assert (own.verdict, own.witness) == (Verdict.AGREES, Witness.OWN)
    data.events["b"] = event("b", "t", "1930")
    data = dataclasses.replace(data, _chosen={})
    other = judge("figure", data, **dates)
    assert (other.verdict, other.witness) == (Verdict.DIFFERS, Witness.CONTESTED)


def event(uuid, source, year):
    return Event(
        uuid=uuid, title="Built", date_text=year, earliest=f"{year}-01-01", latest=f"{year}-12-31",
        source_uuid=source,
    )  # fmt: skip


# -- each relation -----------------------------------------------------------------------------------

PLANT, HILL = "u-plant", "u-hill"


def site(uuid, name, lon=None, lat=None, **more):
    geom = None if lon is None else f"POINT ({lon} {lat})"
    return Site(uuid=uuid, name=name, geom=geom, **{"category": "market", "city": "Hamhung", **more})


def world(*sites, figures=(), traces=()):
    return Dataset(
        {row.uuid: row for row in sites}, {}, {row.uuid: row for row in figures},
        {"s": Source(uuid="s", title="A list")}, {row.uuid: row for row in traces}, [], {},
    )  # fmt: skip


def judge(relation, data, **values):
    return claims.check(claim(relation, **values), data)


def claim(relation, **values):
    return Claim(text="A claim", relation=relation, source_uuid="s", **values)


def row_of_markets(count, unlocated=0):
    """Markets 1 km apart on the equator, east of the origin (1 km = 0.00898315° there)."""
    rows = [site(f"m{i}", f"Market {i}", 0.00898315 * (i + 1), 0.0) for i in range(count)]
    return [site(HILL, "Origin", 0.0, 0.0, category="place"), *rows] + [
        site(f"x{i}", f"Lost {i}") for i in range(unlocated)
    ]


COUNT = {"subject_filter": "category = 'market'", "reference_site": HILL, "radius_m": 5500.0}


@pytest.mark.parametrize(
    ("operator", "threshold", "unlocated", "verdict"),
    [
        (">=", 5, 0, Verdict.AGREES), (">=", 6, 0, Verdict.DIFFERS), (">=", 6, 1, Verdict.UNTESTED),
        (">=", 5, 1, Verdict.AGREES), ("=", 5, 0, Verdict.AGREES), ("=", 5, 1, Verdict.UNTESTED),
        ("=", 4, 1, Verdict.DIFFERS), ("<=", 4, 0, Verdict.DIFFERS), ("<=", 5, 1, Verdict.UNTESTED),
        (">", 5, 0, Verdict.DIFFERS), ("<", 6, 0, Verdict.AGREES), ("about", 5, 0, Verdict.AGREES),
    ],
)  # fmt: skip
def test_counting_within(operator, threshold, unlocated, verdict):
    found = judge(
        "count within", world(*row_of_markets(8, unlocated)), operator=operator, threshold=threshold, **COUNT
    )
    assert found.verdict is verdict
    assert found.value == 5
    assert "Next at 6,000 m." in found.flip
    assert "The farthest inside is at 5,000 m." in found.flip
    assert len(found.lines) == 5


def test_nothing_of_the_kind_cannot_be_tested():
    found = judge("count within", world(*row_of_markets(0)), operator=">=", threshold=1, **COUNT)
    assert found.verdict is Verdict.UNTESTED


@pytest.mark.parametrize(
    ("operator", "stated", "tolerance", "verdict"),
    [
        ("=", 3.0, None, Verdict.AGREES), ("=", 3.1, None, Verdict.DIFFERS), ("=", 3.1, 0.2, Verdict.AGREES),
        ("about", 3.3, None, Verdict.AGREES), ("<=", 3.0, None, Verdict.AGREES),
        (">=", 3.5, None, Verdict.DIFFERS),
    ],
)  # fmt: skip
def test_distances(operator, stated, tolerance, verdict):
    data = world(*row_of_markets(3))
    found = judge(
        "distance",
        data,
        subject_site="m2",
        reference_site=HILL,
        operator=operator,
        threshold=stated,
        tolerance=tolerance,
        unit="km",
    )
    assert found.verdict is verdict
    assert found.value == pytest.approx(3000, abs=0.01)


def test_nearest_member_within_and_next_to():
    data = world(*row_of_markets(3))
    member = judge(
        "distance",
        data,
        subject_site=HILL,
        reference_filter="category = 'market'",
        operator="=",
        threshold=1.0,
        unit="km",
    )
    assert member.verdict is Verdict.AGREES
    assert "nearest of 3" in member.why
    assert (
        judge("within", data, subject_site="m2", reference_site=HILL, radius_m=3001.0).verdict
        is Verdict.AGREES
    )
    assert judge("next to", data, subject_site="m0", reference_site=HILL).verdict is Verdict.AGREES
    assert judge("next to", data, subject_site="m1", reference_site=HILL).verdict is Verdict.DIFFERS


def test_the_margin_is_what_it_takes_to_flip():
    near = claims.check(
        claim(
            "distance",
            subject_site="m2",
            reference_site=HILL,
            operator="=",
            threshold=3.0,
            tolerance=0.5,
            unit="km",
        ),
        world(*row_of_markets(3)),
    )
    assert near.flip == "Holds for any reference within 500 m of this one."
    moved = row_of_markets(3)
    moved[0] = site(HILL, "Origin", -0.00898315 * 0.499, 0.0)
    again = claims.check(near.claim, world(*moved))
    assert again.verdict is Verdict.AGREES
    moved[0] = site(HILL, "Origin", -0.00898315 * 0.501, 0.0)
    assert claims.check(near.claim, world(*moved)).verdict is Verdict.DIFFERS


RIVER = Trace(
    uuid="r", kind="river", name="River", geom="LINESTRING (127.5 40.0, 127.5 39.8)", accuracy_m=100.0
)


@pytest.mark.parametrize(
    ("lon", "operator", "verdict"),
    [
        (127.52, "left", Verdict.AGREES), (127.52, "right", Verdict.DIFFERS),
        (127.48, "right", Verdict.AGREES),
        (127.5005, "left", Verdict.UNTESTED),
    ],
)  # fmt: skip
def test_banks_look_downstream(lon, operator, verdict):
    data = world(site(PLANT, "Plant", lon, 39.9), traces=[RIVER])
    found = judge("side", data, subject_site=PLANT, reference_filter="kind = 'river'", operator=operator)
    assert found.verdict is verdict


def test_along_a_line_drawn_to_its_accuracy():
    data = world(site(PLANT, "Plant", 127.51, 39.9), traces=[RIVER])  # 855 m off
    for radius, verdict in (
        (900.0, Verdict.AGREES),
        (800.0, Verdict.UNTESTED),
        (700.0, Verdict.DIFFERS),
    ):
        found = judge("along", data, subject_site=PLANT, reference_filter="kind = 'river'", radius_m=radius)
        assert found.verdict is verdict
        assert found.value == pytest.approx(855.2, abs=0.5)


def test_figures_and_ratios():
    figures = [
        Figure(uuid=f"f{v}", label="Area", value=float(v), unit="sq m", source_uuid="s") for v in (100, 120)
    ]
    data = world(figures=figures)
    found = judge("figure", data, reference_figure="f120", operator="about", threshold=100.0)
    assert found.verdict is Verdict.DIFFERS
    assert "+20.0 %" in found.why
    ratio = judge("ratio", data, subject_figure="f120", reference_figure="f100", operator=">", threshold=1.2)
    assert ratio.verdict is Verdict.DIFFERS
    assert claims.check(dataclasses.replace(ratio.claim, operator=">="), data).verdict is Verdict.AGREES


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"relation": "distance", "operator": "=", "threshold": 1.0, "unit": "furlong"}, "no length"),
        ({"relation": "distance", "operator": "~", "threshold": 1.0, "unit": "m"}, "not an operator"),
        ({"relation": "distance", "operator": "=", "unit": "m"}, "states no value"),
        (
            {"relation": "count", "subject_filter": "category =", "operator": "=", "threshold": 1.0},
            "cannot be read",
        ),
        (
            {"relation": "count", "subject_filter": "kind = 1", "operator": "=", "threshold": 1.0},
            "not there: kind",
        ),
        ({"relation": "count within", "operator": "=", "threshold": 1.0}, "no radius"),
        ({"relation": "figure", "operator": "=", "threshold": 1.0}, "no figure"),
        ({"relation": "side", "operator": "up"}, "no bank"),
        ({"relation": "within", "threshold": 1.0, "unit": "m"}, "no site as its subject"),
    ],
)
def test_an_ill_formed_claim_says_what_it_lacks(values, message):
    found = judge(data=world(*row_of_markets(1)), **values)
    assert found.verdict is Verdict.UNTESTED
    assert message in found.why


# -- live data, output -------------------------------------------------------------------------------


def test_unsaved_edits_count(loaded, layer, atlas):
    sites = layer("sites")
    assert sites.startEditing()
    magunpo = next(f for f in sites.getFeatures() if f["name"] == "Magunpo Rocket Engine Test Site")
    ryongsong = (
        next(f for f in sites.getFeatures() if f["name"] == "Ryongsong Machine Complex").geometry().asPoint()
    )
    # 3,300 m south of Ryongsong: 0.029721° at this latitude.
    moved = QgsGeometry.fromPointXY(QgsPointXY(ryongsong.x(), ryongsong.y() - 0.029721))
    assert sites.changeGeometry(magunpo.id(), moved)
    edited = Dataset.of(atlas, sites_of_layer(sites.getFeatures()))
    row = next(c for c in atlas.rows(Claim) if c.uuid == shipped_uuid("claims", "magunpo-hungnam"))
    assert claims.check(row, edited).verdict is Verdict.AGREES
    assert claims.check(row, Dataset.of(atlas)).verdict is Verdict.DIFFERS
    sites.rollBack()


def test_rejected_sites_never_match():
    rows = [site("a", "A", 1, 1), site("b", "B", 1, 1, status="rejected")]
    assert choose(Site, rows, "") == ["a"]
    with pytest.raises(AtlasError, match="fails"):
        choose(Site, rows, "to_int('x') = 1")


def test_the_algorithm_writes_every_claim(shipped, tmp_path):
    output = tmp_path / "claims.csv"
    results, fine = (
        CheckClaims()
        .create()
        .run(
            {"ATLAS": str(shipped), "OUTPUT": str(output)},
            QgsProcessingContext(),
            QgsProcessingFeedback(),
            {},
            False,
        )
    )
    assert fine
    with output.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == results["AGREES"] + results["DIFFERS"] + results["UNTESTED"] > 50
    assert {row["verdict"] for row in rows} == {"agrees", "differs", "cannot be tested"}
    magunpo = next(row for row in rows if row["stated"] == "3.3 km" and "town" not in row["claim"])
    assert magunpo["verdict"] == "differs"
    assert magunpo["computed"] == "3,948 m"
    assert "Ryongsong" in magunpo["features"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=@" and cell]
