# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How much like real writing the text is that an encoding makes of bytes.

Bytes of one East Asian code page decode in the others too, but to letters that nobody writes.  The national
standards put the usual letters in a first level of their own, so the level of a letter tells much, and the
few hundred most usual letters, with those of Korea's place names, tell the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Callable

_KOREAN = frozenset(
    "이다는가의에을로은하고지한기사를도리시인대자어스일아정전해그서나제부수라만보상공동구원주소중과장화있문성조선조여면"
    "신우비생것미마경니트들으오안회방유개재무위관학모발세요드연적내작인통치된업력할당터역강산평양함흥청진남북군포항천"
    "단덕황길회령나진선봉신의개성해주사리원순안강계혜산만포희천고속도시장공장병원학교발전소비행장부대기지항구탄광광산제철"
    "소비료화학기계련합기업소농장저수지다리터널호텔극장박물관기념탑동상광장경기장아파트주택식당상점백화점창고철도기관차"
    "차량수리조선소어업수산사업소국가안전보위부보안서관리교화형무정치범수용감옥미사일레이더고사포진료약국온실양어양돈닭"
    "목재섬유방직피복신발식료품맥주담배종이유리시멘트벽돌도자기전자컴퓨터통신우체국체신방송탑구역동리읍군시도로명칭"
    "위도경도좌표비고종류상태이름번호설명출처주소날짜년월일현재운영중폐쇄건설확인불명추정"
)
_JAPANESE = frozenset(
    "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入"
    "選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気"
    "小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活"
    "原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計"
    "死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局"
    "少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違"
    "消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然"
    "早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若"
    "脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達駅咸興清津羅鎮鏡城元吉州窒素肥"
    "料製鉄製鋼所発電所飛行場兵営倉庫病院橋梁停車場監獄刑務神社寺名称緯経度座標備考種別状態不明詳"
)
_CHINESE = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    "学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然"
    "前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无"
    "系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组"
    "见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增"
    "争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八"
    "离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验"
    "连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯"
    "院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德调随苏站港名称纬经坐"
    "标备注类型状态不明咸兴清津罗先平壤新义州开城工厂医院学校机场码头电站监狱仓库"
)
_TRADITIONAL = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行"
    "學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然"
    "前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無"
    "系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組"
    "見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增"
    "爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八"
    "離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗"
    "連斷深難近礦千周委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯"
    "院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴首底液官德隨蘇站港緯座備註型態"
    "咸興清津羅先平壤新義州開城工廠醫院學校機場碼頭電站監獄倉庫"
)
_USUAL, _FIRST, _SECOND, _RARE, _WRONG = 1.0, 0.45, 0.0, -0.7, -1.5
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\x80-\x9f]")


def _lead(letter: str, codec: str) -> int:
    """The first byte of a letter in a code page, 0 where it has none of two bytes."""
    try:
        code = letter.encode(codec)
    except UnicodeEncodeError:
        return 0
    return code[0] if len(code) == 2 else 0


def _korean(letter: str) -> float:
    if "\uac00" <= letter <= "\ud7a3":
        return _USUAL if letter in _KOREAN else _FIRST if _lead(letter, "euc_kr") else _RARE
    if "\u4e00" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff":
        return 0.2 if letter in _TRADITIONAL else -0.1 if _lead(letter, "euc_kr") else _RARE
    return 0.3 if _lead(letter, "euc_kr") and not "\u3041" <= letter <= "\u30fe" else _RARE


def _japanese(letter: str) -> float:
    if "\u3041" <= letter <= "\u30fe":
        return _USUAL
    if "\uff61" <= letter <= "\uff9f":  # half-width kana, of which wrong guesses are full
        return _RARE
    if "\u4e00" <= letter <= "\u9fff":
        lead = _lead(letter, "euc_jp")
        return (
            _USUAL if letter in _JAPANESE else _FIRST if 0xB0 <= lead <= 0xCF else _SECOND if lead else _RARE
        )
    return 0.3 if 0xA1 <= _lead(letter, "euc_jp") <= 0xA3 else _RARE


def _simplified(letter: str) -> float:
    if "\u4e00" <= letter <= "\u9fff":
        lead = _lead(letter, "gb2312")
        return _USUAL if letter in _CHINESE else 0.3 if 0xB0 <= lead <= 0xD7 else -0.3 if lead else _RARE
    return 0.3 if 0xA1 <= _lead(letter, "gb2312") <= 0xA3 else _RARE


def _traditional(letter: str) -> float:
    if "\u4e00" <= letter <= "\u9fff":
        lead = _lead(letter, "big5")
        return _USUAL if letter in _TRADITIONAL else 0.3 if 0xA4 <= lead <= 0xC6 else -0.3 if lead else _RARE
    return 0.3 if 0xA1 <= _lead(letter, "big5") <= 0xA3 else _RARE


def _by_letters(score: Callable[[str], float]) -> Callable[[str], float]:
    cached = lru_cache(maxsize=16_384)(score)

    def worth(text: str) -> float:
        foreign = [letter for letter in text if letter > "\x7f"]
        return sum(map(cached, foreign)) / max(len(foreign), 1)

    return worth


_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0410-\u044fЁё]+")
_RUSSIAN_USUAL = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáãåæçîïíìôóòõøœùûúñÿÉÈÊÀÂÁÅÆÇÎÍÔÓÖØŒÙÚÑ°’‘“”–—…«»€§±²³µº½¡¿·×")


def _russian(text: str) -> float:
    """Words wholly of Cyrillic letters, capitals only in front."""
    foreign = [letter for letter in text if letter > "\x7f"]
    if not foreign:
        return 0.0
    good = 0.0
    for word in _WORD.findall(text):
        cyrillic = _CYRILLIC.fullmatch(word)
        if cyrillic and (word[1:].islower() or word.isupper() or len(word) == 1):
            good += (
                sum(1 if letter in _RUSSIAN_USUAL else 0.6 for letter in word.lower())
                if len(word) > 1
                else 0.3
            )
        elif any(letter > "\x7f" for letter in word):
            good -= len(word)
    other = sum(not _CYRILLIC.match(letter) and letter not in "№«»–—°…“”" for letter in foreign)
    return (good - 2 * other) / len(foreign)


def _western(text: str) -> float:
    """Accented letters here and there among plain ones."""
    foreign = [letter for letter in text if letter > "\x7f"]
    if not foreign:
        return 0.0
    good = sum(1.0 if letter in _WESTERN else -1.0 for letter in foreign)
    for word in _WORD.findall(text):
        strange = sum(letter > "\x7f" for letter in word)
        capitals_inside = (
            any(letter > "\x7f" and letter.isupper() for letter in word[1:]) and not word.isupper()
        )
        if strange * 2 > len(word) + 1 or capitals_inside:
            good -= 2.0 * strange
    return good / len(foreign)


CANDIDATES: dict[str, Callable[[str], float]] = {
    "cp949": _by_letters(_korean),
    "johab": _by_letters(_korean),
    "cp932": _by_letters(_japanese),
    "euc_jp": _by_letters(_japanese),
    "gb18030": _by_letters(_simplified),
    "big5": _by_letters(_traditional),
    "cp1251": _russian,
    "cp1252": _western,
}
_PRIOR = {"cp949": 0.1, "johab": -0.05, "euc_jp": -0.02, "cp1252": 0.05}
"""What is read here is mostly Korean; the old Johab hardly anybody writes."""
JUDGED = 200_000


def worth_of(sample: bytes, encoding: str) -> float:
    """Return how plausible the text is that ``encoding`` makes of bytes: 1 at best, below 0 for rubbish."""
    text = sample[:JUDGED].decode(encoding, "replace")
    implausible = len(_PRIVATE.findall(text))
    foreign = sum(letter > "\x7f" for letter in text) or 1
    return CANDIDATES[encoding](text) - 4.0 * implausible / foreign + _PRIOR.get(encoding, 0.0)
