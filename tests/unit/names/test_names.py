# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Names meet in every spelling; romanizations are those that maps and gazetteers print."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from dprk_city_atlas.plugin.core.names import hangul, names
from dprk_city_atlas.plugin.core.names.romanization import romanize

SYLLABLES = [chr(code) for code in range(hangul.FIRST, hangul.LAST + 1)]

# as gazetteers print them: US Board (McCune-Reischauer), National Institute of Korean Language (Revised)
PRINTED = [
    ("함흥", "Hamhŭng", "Hamheung", "Hamhung"),
    ("청진", "Ch'ŏngjin", "Cheongjin", "Chongjin"),
    ("흥남", "Hŭngnam", "Heungnam", "Hungnam"),
    ("수성", "Susŏng", "Suseong", "Susong"),
    ("라남", "Ranam", "Ranam", "Ranam"),
    ("나남", "Nanam", "Nanam", "Nanam"),
    ("김책", "Kimch'aek", "Gimchaek", "Kimchaek"),
    ("성천강", "Sŏngch'ŏn'gang", "Seongcheongang", "Songchongang"),
    ("평양", "P'yŏngyang", "Pyeongyang", "Pyongyang"),
    ("신라", "Silla", "Silla", "Sinra"),
    ("룡성", "Ryongsŏng", "Ryongseong", "Ryongsong"),
    ("신룡", "Sillyong", "Sillyong", "Sinryong"),
    ("부산", "Pusan", "Busan", "Pusan"),
    ("대구", "Taegu", "Daegu", "Taegu"),
]
# examples of the Revised Romanization rules (Ministry of Culture 2000-8) and of McCune and Reischauer (1939)
RULES = [
    ("종로", "Chongno", "Jongno"),
    ("백령", "Paengnyŏng", "Baengnyeong"),
    ("독립문", "Tongnimmun", "Dongnimmun"),
    ("왕십리", "Wangsimni", "Wangsimni"),
    ("별내", "Pyŏllae", "Byeollae"),
    ("좋고", "Chok'o", "Joko"),
    ("같이", "Kach'i", "Gachi"),
    ("묵호", "Mukho", "Mukho"),
    ("벚꽃", "Pŏtkkot", "Beotkkot"),
    ("월곶", "Wŏlgot", "Wolgot"),
    ("압구정", "Apkujŏng", "Apgujeong"),
    ("구미", "Kumi", "Gumi"),
    ("영동", "Yŏngdong", "Yeongdong"),
    ("옥천", "Okch'ŏn", "Okcheon"),
    ("합덕", "Haptŏk", "Hapdeok"),
    ("호법", "Hobŏp", "Hobeop"),
    ("설악", "Sŏrak", "Seorak"),
    ("칠곡", "Ch'ilgok", "Chilgok"),
    ("임실", "Imsil", "Imsil"),
    ("울릉", "Ullŭng", "Ulleung"),
    ("대관령", "Taegwallyŏng", "Daegwallyeong"),
    ("해돋이", "Haedoji", "Haedoji"),
    ("놓다", "Not'a", "Nota"),
    ("실험", "Sirhŏm", "Silheom"),
]


@pytest.mark.parametrize(("korean", "mccune", "revised", "dprk"), PRINTED)
def test_printed_romanizations(korean, mccune, revised, dprk):
    assert [romanize(korean, s) for s in ("mr", "rr", "dprk")] == [mccune, revised, dprk]


@pytest.mark.parametrize(("korean", "mccune", "revised"), RULES)
def test_published_rule_examples(korean, mccune, revised):
    assert (romanize(korean, "mr"), romanize(korean, "rr")) == (mccune, revised)


def test_every_pair_of_final_and_initial_is_romanized():
    for final, initial in itertools.product(range(28), range(19)):
        word = hangul.join(0, 0, final) + hangul.join(initial, 20)
        for system in ("mr", "rr", "dprk"):
            text = romanize(word, system)
            assert text.isascii()
            assert text.lower().startswith(("ka", "ga"))


def test_other_text_is_left_alone():
    assert romanize("3호 (咸興) Plant", "rr") == "3Ho (咸興) Plant"


def test_all_syllables_nfc_and_nfd_are_equal_in_search():
    for syllable in SYLLABLES:
        decomposed = unicodedata.normalize("NFD", syllable)
        assert names.fold(decomposed) == names.fold(syllable) == syllable
        assert names.matches(names.parse_query(decomposed), *names.search_texts([syllable]))
        assert names.search_texts([decomposed]) == names.search_texts([syllable])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hamhŭng", "hamhung"),
        ("HAMHU\u0306NG", "hamhung"),
        ("Ch'ŏngjin", "chongjin"),
        ("Ch’ŏng-jin", "chongjin"),
        ("  Kim   Chaek ", "kim chaek"),
        ("Kyo-hwa-so No. 9", "kyohwaso no 9"),
        ("Kankō", "kanko"),
        ("Ｈａｍｈｕｎｇ", "hamhung"),
        ("함\u00a0흥", "함 흥"),
        ("咸興", "咸興"),
        ("ㅎㅎ", "ㅎㅎ"),
        ("\u1112\u1112", "ㅎㅎ"),
        ("\u200fHam\u200bhung", "hamhung"),
        ("Straße", "strasse"),
        ("O'Brien\"; DROP TABLE sites;--", "obrien drop table sites"),
        ("a\ud800b", "a\ufffdb"),
        ("", ""),
        ("が", "が"),
    ],
)
def test_fold(text, folded):
    assert names.fold(text) == folded
    assert names.fold(folded) == folded


HAMHUNG = ["Hamhung Fertilizer Plant", "함흥 비료공장", "咸興"]
CHONGJIN = ["Ch'ŏngjin Steel", "청진제강소"]


@pytest.mark.parametrize(
    "query",
    [
        "hamhung",
        "Hamhŭng",
        "hamheung",
        "함흥",
        "ㅎㅎ",
        "ㅎㅎㅂㄹ",
        "함",
        "하",
        "함ㅎ",
        "함흐",
        "함흥비료",
        "咸興",
        "咸",
        "kanko",
        "Kankō",
        "kankou",
        "kankoo",
        "konan",
        "kounan",
        "plant hamhung",
        "fert ham",
        "HAMHUNGFERT",
        "biryo",
        "piryo",
    ],
)
def test_found(query):
    assert names.matches(names.parse_query(query), *names.search_texts(HAMHUNG, ["Kankō", "Kounan"]))


@pytest.mark.parametrize(
    "query", ["cheongjin", "ch'ongjin", "chongjin", "Ch’ŏngjin", "che", "청진", "ㅊㅈ", "steel chong"]
)
def test_found_in_every_system(query):
    assert names.matches(names.parse_query(query), *names.search_texts(CHONGJIN))


@pytest.mark.parametrize("query", ["chongjin", "홍", "ㅊㅈ", "hamhung steel", "長", "ㅂㅎ"])
def test_not_found(query):
    assert not names.matches(names.parse_query(query), *names.search_texts(HAMHUNG))


def test_no_hit_runs_from_one_name_into_the_next():
    assert not names.matches(names.parse_query("abcd"), *names.search_texts(["ab", "cd"]))


def test_ranks_are_in_order():
    query = names.parse_query("hamhung")
    ranked = ["Hamhung", "Old Hamhung town", "Westhamhung", "함흥", "Hamhang", "Pyongyang"]
    assert [names.rank(query, [name]) for name in ranked] == [
        names.EXACT,
        names.WORD_START,
        names.INSIDE,
        names.SPELLED,
        names.TYPO,
        names.NONE,
    ]
    assert names.rank(names.parse_query("ㅎㅎ"), ["함흥"]) == names.INITIALS
    assert names.rank(query, ["Pyongyang", "Hamhung"]) == names.EXACT
    assert names.rank(names.parse_query("gimchaek"), ["Kim Ch'aek"]) == names.SPELLED


@pytest.mark.parametrize("typed", ["hamhug", "hamhunng", "hamhuny", "hmahung", "hamung"])
def test_one_typing_error_is_offered(typed):
    assert names.rank(names.parse_query(typed), ["Hamhung"]) == names.TYPO


def test_typing_error_in_hangul():
    assert names.rank(names.parse_query("합흥시"), ["함흥시"]) == names.TYPO


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
        ("hamhung", "hmahung", 1),
        ("", "abc", 3),
        ("same", "same", 0),
    ],
)
def test_distance(a, b, distance):
    assert names.distance(a, b) == names.distance(b, a) == distance
    assert names.one_edit(a, b) is (distance <= 1)


def test_one_edit_is_distance_at_most_one():
    words = ["".join(letters) for n in range(5) for letters in itertools.product("ab", repeat=n)]
    for a, b in itertools.product(words, words):
        assert names.one_edit(a, b) is (names.distance(a, b) <= 1), (a, b)


def test_similar_names():
    assert names.similar("Kim Chaek Steel", "Gimchaek steel") > 0.95
    assert names.similar("함흥역", "Hamhung yok") > 0.9
    assert names.similar("Sunam Market", "Market, Sunam") == 1.0
    assert names.similar("Kyo-hwa-so No. 9", "Kyo-hwa-so No. 25") < 0.5
    assert names.similar("Chongjin Steel", "Pyongsu Market") < 0.5
    assert names.similar("", "x") == 0.0
    assert names.similar("咸興", "咸興") == 1.0
    assert names.best_similar(["A", "Hamhung"], ["Hamheung", "B"]) == 1.0


def test_apostrophes_that_unicode_calls_letters_are_dropped():
    for sign in "'’‘ʼʻʽʾʿˈ`´′":
        assert names.fold(f"Ch{sign}ŏngjin") == "chongjin", hex(ord(sign))
