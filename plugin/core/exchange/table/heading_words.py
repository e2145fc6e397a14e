# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What headings say: the words for each role in English, Korean, Japanese, Chinese, German, French, Spanish,
Italian and Russian, and how well a heading says one of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .roles import SPLIT, Role

EXACT, PART, WEAK = 1.0, 0.75, 0.5

_WORDS = {
    Role.LATITUDE: (
        "latitude|lat|latitud|latitudine|breite|breitengrad|geogr breite|широта|위도|緯度|纬度"
        "|北緯|북위|北纬|lat dd|lat deg|latdd|lat wgs84|decimal latitude|latitude decimal"
        "|latitude dd|point y|ycoord|y coord|phi"
    ),
    Role.LONGITUDE: (
        "longitude|lon|long|lng|longitud|longitudine|länge|laenge|längengrad|laengengrad"
        "|geogr länge|долгота|경도|経度|經度|经度|東経|동경|东经|lon dd|lon deg|long dd|longdd"
        "|londd|decimal longitude|longitude decimal|longitude dd|point x|xcoord|x coord|lambda"
    ),
    Role.POSITION: (
        "coordinates|coordinate|coords|coord|position|location|latlon|lat lon|latlong|lat long"
        "|lat lng|lon lat|long lat|latitude longitude|longitude latitude|gps|gps coordinates|geo"
        "|geolocation|point|place|좌표|위치|좌표값|위경도|座標|坐标|位置|所在|経緯度|緯度経度"
        "|緯度 経度|经纬度|經緯度|koordinaten|koordinate|lage|coordonnées|coordonnees|coordenadas"
        "|ubicación|ubicacion|coordinate geografiche|coordinata|posizione|координаты|координата"
        "|местоположение|географические координаты"
    ),
    Role.MGRS: (
        "mgrs|usng|mgrs coordinate|mgrs grid|mgrs ref|mgrs wgs84|grid ref|grid reference|grid|utmref|군사좌표"
    ),
    Role.US_ARMY_GRID: "us army grid|army grid|old grid|map grid|amap grid|ams grid",
    Role.WKT: "wkt|geom|geometry|the geom|geom wkt|wkt geom|shape",
    Role.UTM_ZONE: "zone|utm zone|zone utm|utmzone|존|utm존|zona|fuseau|huso|зона|帯|ゾーン",
    Role.EASTING: (
        "easting|east|e|utm e|utm easting|easting m|utm east|e m|rechtswert|ostwert|x|utm x|este"
        "|x utm|est|동향거리|東距"
    ),
    Role.NORTHING: (
        "northing|north|n|utm n|utm northing|northing m|utm north|n m|hochwert|nordwert|y|utm y"
        "|norte|y utm|nord|북향거리|北距"
    ),
    Role.NAME: (
        "name|title|label|site|site name|sitename|place|placename|place name|facility"
        "|facility name|installation|installation name|target|target name|object|object name"
        "|name en|name english|english name|english|feature name|asset|asset name|name eng|nm"
        "|primary name|full name|name of site|name of place|명칭|이름|시설명|시설이름|시설 명칭"
        "|시설|지명|장소|장소명|대상|대상명|기업소명|공장명|기관명|名称|名稱|名前|名|施設名|地名"
        "|施設|場所名|地点名|设施名称|設施名稱|地点|工場名|项目名称|bezeichnung|objekt|ort"
        "|ortsname|objektname|anlage|nom|nom du site|lieu|site nom|dénomination|nombre"
        "|nombre del sitio|lugar|denominación|nome|nome del sito|luogo|denominazione|название|имя"
        "|наименование|объект|название объекта|место"
    ),
    Role.NAME_KO: (
        "name ko|name kor|name kr|korean|korean name|name korean|hangul|hangeul|name hangul"
        "|chosongul|한글|한글명|한글 이름|한글이름|한글 명칭|국문|국문명|국문 명칭|조선어|조선말"
        "|우리말 이름|韓国語|韓国語名|朝鮮語|朝鮮語名|ハングル|朝鲜语|韩文|韩语|韩文名|koreanisch"
        "|koreanischer name|coréen|nom coréen|coreano|nombre coreano|nome coreano|корейский"
        "|корейское название"
    ),
    Role.OTHER_NAMES: (
        "other names|other name|alias|aliases|aka|alternative name|alternate name|alt name"
        "|altname|alternative names|alternate names|old name|former name|historic name"
        "|historical name|japanese name|name ja|name jp|japanese|kanji|hanja|chinese name|name zh"
        "|name hanja|romanized name|also known as|variant|variants|이명|별칭|별명|다른 이름"
        "|옛이름|옛 이름|구명칭|한자|한자명|일본어|일본식 이름|別名|別称|旧称|旧名|漢字|漢字名"
        "|日本語|日本語名|曾用名|别名|alternativname|früherer name|anderer name|autre nom"
        "|ancien nom|otro nombre|otros nombres|nombre antiguo|altro nome|altri nomi"
        "|другое название|прежнее название|альтернативное название"
    ),
    Role.CATEGORY: (
        "category|kind|type|class|site type|facility type|classification|feature type|target type"
        "|cat|종류|분류|유형|구분|종별|시설종류|시설 종류|카테고리|업종|種類|種別|分類|区分|类型"
        "|类别|种类|分类|類型|kategorie|art|typ|klasse|catégorie|categorie|genre|categoría"
        "|categoria|tipo|clase|genere|категория|тип|вид|класс"
    ),
    Role.STATUS: (
        "status|state|condition|operational status|current status|상태|현황|운영상태|운영 상태"
        "|가동여부|가동 상태|状態|状況|現況|状态|現状|zustand|état|etat|statut|estado|stato"
        "|состояние|статус"
    ),
    Role.BEGIN: (
        "begin|begin text|start|start date|built|opened|from|since|year built|construction"
        "|established|founded|date built|year opened|completed|begin date|date from|시작|건설"
        "|준공|건립|개설|건설년도|준공년도|설립|시작일|시작 연도|建設|建設年|開設|開業|竣工|設立"
        "|开始|建成|建成年份|beginn|baujahr|gebaut|eröffnet|début|debut|construit"
        "|année de construction|inicio|construido|inaugurado|año de construcción|inizio|costruito"
        "|начало|построен|год постройки|основан"
    ),
    Role.END: (
        "end|end text|end date|closed|demolished|until|to|destroyed|year closed|date to|종료|폐쇄"
        "|철거|폐지|종료일|廃止|閉鎖|終了|解体|结束|关闭|拆除|ende|geschlossen|abgerissen|fin"
        "|fermé|démoli|cerrado|demolido|fine|chiuso|demolito|конец|закрыт|снесён|снесен"
    ),
    Role.SOURCE: (
        "source|sources|reference|ref|references|citation|provenance|publication|출처|자료|근거"
        "|원전|참고|출전|出典|出所|資料|典拠|来源|來源|资料来源|quelle|quellen|référence|fuente"
        "|fuentes|referencia|fonte|fonti|источник|источники"
    ),
    Role.ACCURACY: (
        "accuracy|accuracy m|accuracy meters|accuracy metres|precision|precision m"
        "|position accuracy|error|error m|uncertainty|uncertainty m|ce90|cep"
        "|coordinate uncertainty in meters|coordinate uncertainty|정확도|오차|위치 오차"
        "|위치정확도|정밀도|精度|誤差|位置精度|误差|genauigkeit|lagegenauigkeit|fehler|précision"
        "|precisión|exactitud|precisione|accuratezza|точность|погрешность"
    ),
    Role.LIKELIHOOD: (
        "likelihood|probability|possibility|가능성|개연성|확률|可能性|蓋然性|確度"
        "|wahrscheinlichkeit|probabilité|vraisemblance|probabilidad|probabilità|вероятность"
    ),
    Role.CONFIDENCE: (
        "confidence|confidence level|certainty|reliability|신뢰도|확신도|신뢰성|信頼度|信頼性"
        "|确信度|置信度|可信度|vertrauen|sicherheit|verlässlichkeit|konfidenz|confiance|fiabilité"
        "|confianza|fiabilidad|confidenza|affidabilità|достоверность|надёжность|уверенность"
    ),
    Role.DESCRIPTION: (
        "description|desc|descr|details|detail|text|summary|about|설명|내용|상세|상세내용|개요"
        "|説明|概要|詳細|描述|说明|說明|简介|beschreibung|descripción|descripcion|descrizione"
        "|описание"
    ),
    Role.NOTE: (
        "note|notes|remark|remarks|comment|comments|remarks on site|annotation|memo|비고|메모"
        "|주석|참고사항|特記|備考|注|注記|メモ|备注|備註|bemerkung|bemerkungen|anmerkung|notiz"
        "|kommentar|hinweis|remarque|remarques|commentaire|observaciones|observación|nota|notas"
        "|comentario|note e commenti|osservazioni|commento|примечание|примечания|комментарий"
        "|заметки"
    ),
    Role.FOLDER: (
        "folder|folder path|path|group|layer|폴더|그룹|フォルダ|フォルダー|グループ|文件夹|分组"
        "|ordner|gruppe|dossier|groupe|carpeta|grupo|cartella|gruppo|папка|группа"
    ),
    Role.IDENTIFIER: (
        "id|uuid|guid|key|code|identifier|ident|site id|siteid|object id|objectid|target id"
        "|be number|record id|고유번호|관리번호|식별자|코드|識別子|管理番号|コード|标识|编号"
        "|kennung|schlüssel|kennziffer|identifiant|identificador|código|codigo|identificativo"
        "|codice|идентификатор|код"
    ),
}
_WEAK = {
    Role.LATITUDE: "y|n|north|north latitude|lat y",
    Role.LONGITUDE: "x|e|east|east longitude|long x",
    Role.IDENTIFIER: (
        "no|nr|num|number|#|번호|연번|순번|番号|№|номер|序号|n°|numéro|número|numero|nummer"
        "|lfd nr|sn|fid|index"
    ),
    Role.DESCRIPTION: "information|info|正文|content",
    Role.BEGIN: "year|연도|년도|年|jahr|année|año|anno|год",
    Role.LAT_HEMISPHERE: "ns|n s|lat ns|latitude ns|lat ref",
    Role.LON_HEMISPHERE: "ew|e w|lon ew|longitude ew|lon ref|long ref",
}
_UNITS = {
    0: "d|deg|degree|degrees|dd|도|度|°|grad|degré|degrés|grados|gradi|град|градусы",
    1: "m|min|minute|minutes|분|分|'|′|minuten|minutos|minuti|мин|минуты",
    2: 's|sec|second|seconds|초|秒|"|″|sek|sekunden|secondes|segundos|secondi|сек|секунды',
    3: "hemi|hemisphere|dir|direction|ns|ew|n s|e w|ref|hem",
}
_GLUED = re.compile(r"(lat|long?|lng|위도|경도|緯度|経度)(d|deg|m|min|s|sec|도|분|초|度|分|秒|dir|hem)")
_SPLIT_TOKEN = re.compile(r"[^\W\d_]+|[°'\"′″]")
_BRACKETS = re.compile(r"[(\[（【].*?[)\]）】]")
_CAMEL = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_APART = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """Return a heading's words in small letters, one space between; what stands in brackets is left out."""
    text = unicodedata.normalize("NFKC", heading)
    bare = _BRACKETS.sub(" ", text)
    bare = bare if _APART.sub("", bare) else text
    words = _APART.sub(" ", _CAMEL.sub(" ", bare)).lower().strip()
    return words or heading.strip().lower()


_EXACT: dict[str, list[tuple[Role, float]]] = {}
for _role, _text in _WORDS.items():
    for _word in _text.split("|"):
        _EXACT.setdefault(plain(_word), []).append((_role, EXACT))
for _role, _text in _WEAK.items():
    for _word in _text.split("|"):
        _EXACT.setdefault(plain(_word), []).append((_role, WEAK))
_TELLING = {
    word: [role for role, score in roles if score == EXACT]
    for word, roles in _EXACT.items()
    if (len(word) > 2 or not word.isascii()) and " " not in word
}
_AXIS = {
    "lat": tuple(_WORDS[Role.LATITUDE].split("|")),
    "lon": tuple(_WORDS[Role.LONGITUDE].split("|")),
}
_UNIT_OF = {word: unit for unit, text in _UNITS.items() for word in text.split("|")}


@lru_cache(maxsize=4096)
def roles_of(heading: str) -> dict[Role, float]:
    """Return the roles that a heading's words speak for, each with how clearly (0 to 1)."""
    words = plain(heading)
    scores = dict(_EXACT.get(words, ()))
    joined = words.replace(" ", "")
    for role, score in _EXACT.get(joined, ()) if joined != words else ():
        scores.setdefault(role, score)
    split = _split_role(heading)
    if split is not None:
        return {split: EXACT}
    in_brackets = {role for part in _BRACKETS.findall(heading) for role, _ in _EXACT.get(plain(part), ())}
    if Role.NAME in scores and in_brackets & {Role.NAME_KO, Role.OTHER_NAMES}:
        return dict.fromkeys(in_brackets & {Role.NAME_KO, Role.OTHER_NAMES}, EXACT)
    if not scores:
        for role in _by_parts(words):
            scores[role] = PART
    return scores


def _by_parts(words: str) -> set[Role]:
    """The roles of single words of a longer heading: "site name (Korean)" speaks for both names."""
    tokens = words.split()
    found: set[Role] = set()
    for size in (3, 2, 1):
        for at in range(len(tokens) - size + 1):
            part = " ".join(tokens[at : at + size])
            if part in _EXACT and (size > 1 or part in _TELLING):
                found.update(role for role, score in _EXACT[part] if score == EXACT)
    for word, roles in _TELLING.items():
        if not word.isascii() and len(word) > 1 and word in words:  # no spaces between words
            found.update(roles)
    if Role.NAME in found and _YEAR.search(words):  # "1944 name": what it was called then
        found.add(Role.OTHER_NAMES)
    if Role.NAME_KO in found or Role.OTHER_NAMES in found:
        found.discard(Role.NAME)
    return found


@lru_cache(maxsize=4096)
def _split_role(heading: str) -> Role | None:
    """The role of a heading like ``lat_deg`` or ``위도 분``: one part of an angle."""
    text = unicodedata.normalize("NFKC", heading).lower().strip()
    glued = _GLUED.fullmatch(text)
    tokens = list(glued.groups()) if glued else _SPLIT_TOKEN.findall(_CAMEL.sub(" ", heading).lower())
    axes = {axis for token in tokens for axis, words in _AXIS.items() if token in words}
    units = {_UNIT_OF[token] for token in tokens if token in _UNIT_OF}
    if len(axes) != 1 or len(units) != 1 or len(tokens) > 3 or "dd" in tokens:
        return None
    return SPLIT[(0 if axes == {"lat"} else 4) + units.pop()]


def is_known(heading: str) -> bool:
    """Whether a text is a heading's word in one of the languages, and not a weak one."""
    return any(score >= PART for score in roles_of(heading).values())


def is_unit(cell: str) -> bool:
    """Whether a cell of a row under the headings states a unit: ``(m)``, ``[°]``, ``decimal degrees``."""
    return bool(_UNIT_CELL.fullmatch(cell.strip().lower()))


_UNIT_CELL = re.compile(
    r"[(\[]?\s*(?:m|km|°|°\s*[nesw]|deg\.?|degrees?|decimal degrees?|dd|d\.d+|dms|metres?|meters?|wgs ?84"
    r"|text|string|yyyy|year|date|number|integer|float|도|度|미터|メートル|米|м|град\.?|-|n/a)\s*[)\]]?"
)
