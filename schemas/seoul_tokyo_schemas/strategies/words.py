"""Words that drawn records are made of: names with their native script, headlines by language, wordings.

Every person, newsroom and body is invented. Hangul, kanji and kana stand in composed form.
"""

from __future__ import annotations

from collections.abc import Mapping

FAMILIES: Mapping[str, Mapping[str, str]] = {
    "KOR": {
        "Kim": "김",
        "Lee": "이",
        "Bak": "박",
        "Choi": "최",
        "Jeong": "정",
        "Namgung": "남궁",
        "Seo": "서",
        "Gwon": "권",
    },
    "JPN": {
        "Sato": "佐藤",
        "Suzuki": "鈴木",
        "Ono": "小野",
        "Ito": "伊藤",
        "Watanabe": "渡辺",
        "Mori": "森",
        "Abe": "阿部",
    },
    "": {"Smith": "", "Müller": "", "Nguyễn": "", "Dubois": "", "García": "", "O'Brien": "", "Ivanova": ""},
}
GIVEN: Mapping[str, Mapping[str, str]] = {
    "KOR": {
        "Min-jun": "민준", "Seo-yeon": "서연", "Ha-eun": "하은", "Jae-kwon": "재권", "Byung-se": "병세", "Won": "원",
        "Sun-hee": "순희", "Tae-yul": "태열", "Geun": "근", "Mi-rae": "미래", "Dong-hyun": "동현", "Kyu": "규",
    },
    "JPN": {
        "Keiichi": "啓一", "Sakura": "さくら", "Haruko": "春子", "Tarō": "太郎", "Yōko": "洋子", "Ken": "ケン",
        "Shin": "晋", "Misaki": "みさき", "Ichirō": "一郎", "Aki": "明", "Nao": "直", "Ren": "蓮",
    },
    "": {
        "Ann": "", "Jürgen": "", "Minh": "", "Élodie": "", "José": "", "Sean": "", "Olga": "", "Mary Jane": "",
        "Lars": "", "Zoë": "", "Ivan": "", "Noor": "",
    },
}  # fmt: skip
"""Family and given names by country, Latin letters and native script; the empty key is any other country."""

HANJA: Mapping[str, str] = {
    "Kim": "金", "Lee": "李", "Bak": "朴", "Choi": "崔", "Jeong": "鄭", "Namgung": "南宮", "Seo": "徐", "Gwon": "權",
}  # fmt: skip

FAMILY_FIRST = ("KOR", "JPN", "PRK", "CHN", "TWN")

HEADLINES: Mapping[str, tuple[str, ...]] = {
    "en": ("Talks held", "Two sides meet again", "Protest lodged over ruling", "“We will go on,” minister says"),
    "ko": ("한일 회담 개최", "외교부 대변인 논평", "日 정부에 유감 표명"),
    "ja": ("日韓協議を開催", "外務大臣談話", "ソウルで会談"),
    "zh": ("韓日舉行磋商", "外長會談"),
    "fr": ("Séoul et Tokyo reprennent le dialogue", "Rencontre à Genève"),
    "de": ("Seoul und Tokio sprechen wieder", "Außenminister treffen sich"),
    "es": ("Seúl y Tokio reanudan el diálogo", "Reunión en Ginebra"),
    "ru": ("Сеул и Токио возобновили диалог", "Встреча министров"),
    "vi": ("Hàn Quốc và Nhật Bản nối lại đối thoại", "Bộ trưởng hai nước gặp nhau"),
}
OWN_WORDS = "<A page without a headline>"

NEWSROOMS = ("Hanbit Ilbo", "Minato Shimbun", "The Harbour Post", "Radio Tōhoku", "Nam-gu Sori", "Le Courrier du Port")
AGENCIES = ("Hangang News Agency", "Fuji Wire Service", "Atlantic Press")
OFFICES = ("Foreign Ministry", "Government Printing Office", "National Archives", "Cabinet Office")

PARTIES_TO_ACTS: Mapping[str, tuple[str, ...]] = {
    "ministry": ("Ministry of Fisheries", "Ministry of Trade"),
    "agency": ("Customs Agency", "Cultural Agency"),
    "court": ("High Court", "District Court"),
    "legislature": ("Lower House Committee", "Parliamentarians' Union"),
    "central-bank": ("Central Bank",),
    "subnational": ("Eastern Prefecture", "Southern Province"),
    "party": ("Harmony Party", "Progress Party"),
    "international-organisation": ("Organisation for Straits", "Trade Tribunal"),
    "occupation-authority": ("Military Government",),
    "firm": ("Heavy Industries", "Kōsan Steel"),
    "group": ("Association of Families", "Students' League"),
    "military": ("Coast Guard", "Second Fleet"),
}

TOWNS: Mapping[str, tuple[str, ...]] = {
    "KOR": ("Seoul", "Busan", "Jeju", "Gyeongju"),
    "JPN": ("Tokyo", "Ōsaka", "Fukuoka", "Nara"),
    "": ("Capital City", "Port Town", "Lake Resort"),
}
CONTESTED_PLACES = ("Dokdo/Takeshima", "Northern Reef/Kita Reef", "Waters of East Sea/Sea of Japan")

TITLES_OF_POSTS: Mapping[str, tuple[str, str]] = {"KOR": ("of South Korea", "장관"), "JPN": ("of Japan", "大臣")}

DEEDS = ("An act of the drawn time line", "What one side did toward the other", "What both sides did")
SUMMARIES = (
    "Plain words on what happened.",
    "Officials of both sides took part; they spoke about the subject and fixed a further date.",
    "서울과 도쿄: plain words with names in two scripts, 東京とソウル.",
)
POSITIONS = (
    "The agreement leaves the matter open and it remains to be settled.",
    "The agreement settled the matter and nothing remains to be settled.",
    "The measure is within the law and concerns no other government now.",
)
REASONS = (
    "The paper confuses two meetings.",
    "The list gives the day of the report.",
    "A slip: the text itself says otherwise.",
)
SPEAKERS = ("Foreign Ministry", "the spokesperson", "대변인", "官房長官")
REPORTED = ("for the first time in years", "the talks had stalled", "on the sidelines")
