# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Encodings told apart by the text that they yield."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.exchange.encoding import guess, of_text, ranked

TEXTS = [
    ("cp949", "함흥역,청진항"),
    ("cp949", "이름,위도,경도\n함흥시 고사포 진지"),
    ("cp949", "룡성기계련합기업소"),
    ("cp949", "뚝섬 펩시"),
    ("johab", "이름,위도,경도"),
    ("johab", "함흥역 청진항"),
    ("cp932", "咸興駅\n清津港\n興南窒素\n羅南兵営"),
    ("cp932", "名称,緯度,経度\n本宮工場"),
    ("cp932", "輸城川橋梁"),
    ("cp932", "ハバフン飛行場"),
    ("euc_jp", "咸興駅\n清津港\n興南窒素"),
    ("euc_jp", "ハバフン飛行場"),
    ("gb18030", "名称,纬度,经度\n咸兴火车站\n清津港"),
    ("gb18030", "咸兴市第二中学"),
    ("big5", "名稱,緯度,經度\n咸興火車站"),
    ("big5", "龍城機械廠"),
    ("cp1251", "Название,Широта,Долгота\nЗавод"),
    ("cp1251", "Вокзал"),
    ("cp1252", "Name;Breite;Länge\nBrücke;"),
    ("cp1252", "Gare près du marché"),
    ("cp1252", "Cañón"),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_what_yields_real_writing_is_taken(encoding, text):
    found = ranked(text.encode(encoding))
    assert found.value == encoding
    assert text == text.encode(encoding).decode(found.value)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_with_and_without_a_mark(encoding):
    data = "name,lat,lon\n함흥,39.9,127.5\n".encode(encoding)
    assert "함흥" in data.decode(of_text(lambda: [data]).value)


def test_a_declared_encoding_that_lies_is_not_believed():
    data = "함흥시 고사포 진지".encode("cp949")
    for lie in ("utf-8", "cp1252", "cp932"):
        assert guess(data, lie) == "cp949"


def test_little_text_is_not_sure():
    assert not ranked("뚝섬".encode("cp949")).sure
    assert ranked("이름,위도,경도\n함흥시 고사포 진지\n청진항 부두".encode("cp949")).sure
    assert "euc_jp" in ranked("뚝섬 펩시".encode("cp949")).alternatives
