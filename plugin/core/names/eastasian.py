# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Chinese characters in one form, and kana as Hepburn writes them: what is typed meets what is stored."""

from __future__ import annotations

from typing import Optional

# Forms of one character: traditional, then those of Japan and of the mainland (Unihan kTraditionalVariant,
# kZVariant), for characters that names of places and works use.
_FORMS = (
    "清淸", "興兴", "國国", "會会", "鐵鉄铁", "德徳", "黃黄", "青靑", "真眞", "總総总",
    "廣広广", "學学", "區区", "縣県县", "寧寗宁", "鏡镜", "關関关", "島嶋岛", "驛駅驿", "橋桥",
    "門门", "東东", "龍竜龙", "寶宝", "廳庁厅", "發発发", "電电", "鑛礦鉱矿", "鹽塩盐", "澤沢泽",
    "濱浜滨", "灣湾", "舊旧", "鄉郷乡鄕", "歷歴历", "營営营", "場场", "廠厰厂", "榮栄荣", "豐豊丰",
    "鎮鎭镇", "體体", "陽阳", "陰阴", "輸输", "羅罗", "慶庆", "滿満满", "軍军", "車车",
    "長长", "馬马", "漁渔", "農农", "業业", "館馆", "醫医", "藥薬药", "機机", "飛飞",
    "煉炼", "製制", "窒", "氣気气", "質质", "開开", "閣阁", "鶴鹤", "鳳鳳凤", "蓮莲",
    "塔", "壇坛", "倉仓", "錄録录", "鷹鹰", "雲云", "順顺", "連连", "遠远", "運运",
    "鄭郑", "鍾钟鐘", "銀银", "劍剣剑", "廟庙", "獄狱", "監监",
)  # fmt: skip
FORMS = {ord(form): group[0] for group in _FORMS for form in group[1:]}
"""For ``str.translate``: every form of a character becomes the first one."""

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ",
    "t": "たちつてと", "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "r": "らりるれろ",
}  # fmt: skip
_KANA = {
    **{kana: row + vowel for row, letters in _ROWS.items() for kana, vowel in zip(letters, "aiueo")},
    **dict(zip("やゆよわをん", ("ya", "yu", "yo", "wa", "o", "n"))),
    **dict(zip("しちつふじぢづ", ("shi", "chi", "tsu", "fu", "ji", "ji", "zu"))),
}
_SMALL = dict(zip("ゃゅょ", ("ya", "yu", "yo")))


def romaji(word: str) -> Optional[str]:
    """Return a word in hiragana or katakana in Hepburn (せいしん → seishin), None for another one."""
    text = ""
    doubled = False
    for char in word:
        kana = chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char
        if kana == "ー":
            continue
        if kana == "っ":
            doubled = True
            continue
        if kana in _SMALL and text.endswith("i"):
            glide = _SMALL[kana]
            text = text[:-1] + (glide[1:] if text.endswith(("shi", "chi", "ji")) else glide)
            continue
        sound = _KANA.get(kana)
        if sound is None:
            return None
        text += sound[0] + sound if doubled else sound
        doubled = False
    return text or None
