"""Makes the sample nomination lists and the story of the demo: `python packaging/demo_lists.py`.

All names are invented. The lists have the flaws of real ones: ranks in the cell of the name, double rows, a
missing sex, a row without a name, Latin letters inside Cyrillic words, an old font's letters, title blocks.
"""

import json
import random
from pathlib import Path

from demo_papers import feedback, ratings, tests
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

OUT = Path(__file__).parents[1] / "resources" / "demo"

GARM = """
капитан|Раҳимов Некрӯз Файзуллоевич|М|ШКД н. Рашт
лейтенант|Сафарова Гулнора Идибековна|З|ШКД н. Рашт
майор|Давлатзода Сайфиддин Абдуллоевич|М|ШКД н. Рашт
сержант|Назриев Фарҳод Ҷумаевич|М|ШКД н. Нуробод
ст. лейтенант|Қурбонова Мадина Саидовна|З|ШКД н. Нуробод
прапорщик|Ҳакимов Абдулло Раҷабович|М|ШКД н. Тоҷикобод
лейтенант|Ғаниев Шамсиддин Мирзоевич|М|ШКД н. Тоҷикобод
капитан|Юсупова Лайло Азизовна|З|ШКД н. Лахш
ст. сержант|Мирзоев Ҷамолиддин Исмоилович|М|ШКД н. Лахш
лейтенант|Шарипов Бахтиёр Одинаевич|М|ШКД н. Лахш
майор|Одинаева Зебо Қодировна|З|ШКД н. Рашт
сержант|Сангинов Ӯктам Ҳусейнович|М|ШКД н. Сангвор
капитан|Алиев Суҳроб Давронович|М|ШКД н. Сангвор
лейтенант|Бобоева Нигора Шодиевна|З|ШКД н. Нуробод
прапорщик|Тағоев Илҳом Раҳматович|М|ШКД н. Рашт
ст. лейтенант|Каримзода Умед Сабурович|М|ШКД н. Тоҷикобод
майор|Холов Рустам Ятимович|М|ШКД н. Рашт
"""
KHUJAND = """
капитан|Пирова Шаҳноза Ҳикматовна|З|ШКД ш. Хуҷанд
майор|Аҳмадов Фирӯз Ҷӯраевич|М|ШКД ш. Хуҷанд
лейтенант|Бобоҷонова Дилором Усмоновна|З|ШКД ш. Хуҷанд
сержант|Валиев Ҷаҳонгир Собирович|М|ШКД ш. Бӯстон
ст. лейтенант|Ғафурова Насиба Раҳимовна|З|ШКД ш. Бӯстон
капитан|Дӯстов Алишер Қосимович|М|ШКД ш. Гулистон
прапорщик|Ёқубов Ғолиб Нематович|М|ШКД ш. Гулистон
лейтенант|Зокиров Шерзод Маҳмудович|М|ШКД н. Спитамен
лейтенант|Исматова Фарангис Баҳромовна|З|ШКД н. Спитамен
майор|Камолов Равшан Тӯраевич|М|ШКД н. Мастчоҳ
сержант|Қосимов Ҳасан Ҷабборович|М|ШКД н. Мастчоҳ
капитан|Латипова Сабоҳат Ҳамидовна|З|ШКД ш. Истаравшан
ст. сержант|Мавлонов Баҳодур Сангинович|М|ШКД ш. Истаравшан
лейтенант|Набиев Икром Ҷалилович|М|ШКД ш. Исфара
прапорщик|Олимҷонов Ӯлмас Ғайратович|М|ШКД ш. Исфара
ст. лейтенант|Раҷабова Мунира Ёровна|З|ШКД ш. Конибодом
лейтенант|Солиев Ҳокимҷон Қаҳҳорович|М|ШКД ш. Конибодом
капитан|Тӯраев Давлат Ҳалимович|М|ШКД ш. Панҷакент
сержант|Умарова Заррина Шӯҳратовна|З|ШКД ш. Панҷакент
майор|Хоҷаев Муҳаммадҷон Ӯрозович|М|ШКД н. Айнӣ
лейтенант|Ҳотамов Ҷамшед Ғуломович|М|ШКД н. Шаҳристон
капитан|Шодмонов Эраҷ Ҳотамович|М|ШКД н. Деваштич
"""
DUSHANBE = """
лейтенант|Абдуллоева|Мавҷуда|Сафаровна|З|ШКД н. Сино|Mavjuda Abdulloeva
капитан|Азизов|Фаррух|Бахтиёрович|М|ШКД н. Исмоили Сомонӣ|Farrukh Azizov
сержанти калон|Бобоҷонов|Далер|Қодирович|М|ШКД н. Варзоб|Daler Bobojonov
лейтенанти калон|Восиев|Умед|Раҷабович|М|ШКД н. Шоҳмансур|Umed Vosiev
лейтенант|Гулмуродова|Зарина|Ҳакимовна|З|ШКД н. Варзоб|Zarina Gulmurodova
майор|Ғафуров|Сӯҳроб|Ноилович|М|ШКД н. Шоҳмансур|Suhrob Ghafurov
прапоршик|Давлатов|Комрон|Шарифович|М|ШКД ш. Ваҳдат|Komron Davlatov
сержант|Ёров|Манучеҳр|Абдуллоевич|М|ШКД н. Фирдавсӣ|Manuchehr Yorov
лейтенанти калон|Зоҳирӣ|Парвина|Маликовна|З|ШКД ш. Ваҳдат|Parvina Zohiri
капитан|Исмоилов|Ҷамшед|Исмоилович|М|ШКД н. Фирдавсӣ|Jamshed Ismoilov
сержант|Каримова|Ситора|Раҳимовна|З|ШКД н. Рӯдакӣ|Sitora Karimova
лейтенант|Қаюмов|Рустам|Ҷӯраевич|М|ШКД н. Сино|Rustam Qayumov
прапоршик|Латифов|Баҳром|Исмоилович|М|ШКД н. Рӯдакӣ|Bahrom Latifov
лейтенант|Маҳмадова|Фарзона|Сайдалиевна|З|ШКД н. Сино|Farzona Mahmadova
лейтенанти калон|Назаров|Исфандиёр|Олимович|М|ШКД н. Исмоили Сомонӣ|Isfandiyor Nazarov
сержанти калон|Олимов|Хуршед|Назарович|М|ШКД н. Варзоб|Khurshed Olimov
капитан|Пирова|Шаҳноза|Ҳикматовна|З|ШКД н. Исмоили Сомонӣ|Shahnoza Pirova
лейтенант|Раҳимов|Некрӯз|Файзуллоевич|М|ШКД н. Варзоб|Nekruz Rahimov
майор|Сафаров|Асадулло|Мирзоевич|М|ШКД н. Шоҳмансур|Asadullo Safarov
сержант|Тоирова|Лола|Ғиёсовна|З|ШКД н. Сино|Lola Toirova
лейтенант|Умарзода|Беҳрӯз|Саидович|М|ШКД н. Фирдавсӣ|Behruz Umarzoda
прапоршик|Файзуллоев|Муҳаммад|Ҳасанович|М|ШКД н. Рӯдакӣ|Muhammad Fayzulloev
лейтенанти калон|Ҳасанова|Мадина|Алиевна|З|ШКД ш. Ваҳдат|Madina Hasanova
капитан|Ҷӯраев|Шӯҳрат|Зоирович|М|ШКД н. Сино|Shuhrat Juraev
сержант|Эмомов|Сироҷиддин|Давлатович|М|ШКД н. Рӯдакӣ|Sirojiddin Emomov
"""

# Old "Times New Roman Tj" files store these letters under others' codes.
LEGACY = str.maketrans("ғӣқӯҳҷҒӢҚӮҲҶ", "ѓїќўњљЃЇЌЎЊЉ")
PLAIN = str.maketrans("ғӣқӯҳҷҒӢҚӮҲҶ", "гикухчГИКУХЧ")

SEX = {"М": "муж.", "З": "жен."}


def lines(text: str) -> list[list[str]]:
    """Return the fields of a block of lines."""
    return [line.split("|") for line in text.strip().splitlines()]


def sheet(title: str) -> tuple[Workbook, Worksheet]:
    """Return a workbook with one named sheet."""
    book = Workbook()
    page = book.active
    page.title = title
    return book, page


def head(page: Worksheet, texts: list[str], width: int) -> None:
    """Write a title block: merged cells over the whole table."""
    for text in texts:
        page.append([text])
        row = page.max_row
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        page.cell(row, 1).font = Font(bold=True)
        page.cell(row, 1).alignment = Alignment(horizontal="center")
    page.append([])


def garm() -> None:
    """Russian list: rank and name in one cell, Tajik letters lost, a double row, two without a sex."""
    book, page = sheet("Список")
    head(page, ["Список сотрудников милиции", "для участия в учебном курсе, г. Гарм, 3–5 октября 2018 г."], 5)
    page.append(["№ п/п", "Звание, Ф.И.О.", "Пол", "Место службы", "Примечание"])
    rows = lines(GARM)
    for number, (rank, name, sex, unit) in enumerate(rows, 1):
        shown = "" if number in (6, 12) else SEX[sex]
        page.append([number, f"{rank} {name}".translate(PLAIN), shown, unit.replace("ШКД н.", "ОВД р-на")])
        if number == 9:
            page.append([])
    rank, name, sex, unit = rows[3]
    page.append(
        [
            len(rows) + 1,
            f"{rank} {name}".translate(PLAIN),
            SEX[sex],
            unit.replace("ШКД н.", "ОВД р-на"),
            "повтор",
        ]
    )
    book.save(OUT / "garm.xlsx")


def khujand() -> None:
    """Tajik list from an old font, for every third row; the heading stands below a title block."""
    book, page = sheet("Рӯйхат")
    head(
        page,
        ["РӮЙХАТИ КОРМАНДОНИ МИЛИТСИЯ", "барои иштирок дар курси омӯзишӣ, ш. Хуҷанд, 8–11 октябри соли 2018"],
        5,
    )
    page.append(["№", "Ному насаб ва номи падар", "Рутба", "Ҷойи хизмат", "Ҷинс"])
    for number, (rank, name, sex, unit) in enumerate(lines(KHUJAND), 1):
        written = name.translate(LEGACY) if number % 3 == 2 else name
        written = written.translate(PLAIN) if number == 1 else written
        page.append([number, written, rank, unit, "зан" if sex == "З" else "мард"])
    book.save(OUT / "khujand.xlsx")


def dushanbe() -> None:
    """List in columns: Latin letters inside Cyrillic words, a row without a name, a double row."""
    book, page = sheet("Dushanbe")
    page.append(["№", "Насаб", "Ном", "Номи падар", "Рутба", "Ҷойи хизмат", "Ҷинс", "Навишти лотинӣ"])
    rows = lines(DUSHANBE)
    for number, (rank, family, given, patronymic, sex, unit, latin) in enumerate(rows, 1):
        # "o" and "a" typed on the Latin layout: they look the same and match nothing.
        family = family.replace("о", "o").replace("а", "a") if number in (13, 20) else family
        page.append([number, family, given, patronymic, rank, unit, sex, latin])
    page.append([26, "", "", "", "капитан", "ШКД н. Сино", "М", ""])
    rank, family, given, patronymic, sex, unit, latin = rows[1]
    page.append([27, family, given, patronymic, rank, unit, sex, latin])
    book.save(OUT / "dushanbe.xlsx")


TOPICS = [
    (
        "Зӯроварӣ дар оила: мафҳум ва намудҳо",
        "Насилие в семье: понятие и виды",
        "Domestic violence: concept and forms",
    ),
    (
        "Қонунгузорӣ ва уҳдадориҳои милитсия",
        "Законодательство и обязанности милиции",
        "The law and the duties of the militia",
    ),
    (
        "Қабули муроҷиат ва арзёбии хатар",
        "Приём обращения и оценка риска",
        "Taking a call and assessing risk",
    ),
    ("Омадан ба ҷойи ҳодиса", "Выезд на место происшествия", "Responding at the scene"),
    ("Кор бо ҷабрдида ва кӯдакон", "Работа с пострадавшей и детьми", "Working with the victim and children"),
    ("Ҷамъоварии далелҳо", "Сбор доказательств", "Collecting evidence"),
    ("Мусоҳиба бо ҷабрдида", "Беседа с пострадавшей", "Interviewing the victim"),
    (
        "Амрномаи муҳофизатӣ ва иҷрои он",
        "Защитное предписание и его исполнение",
        "The protective order and its enforcement",
    ),
    ("Кор дар ҷойи ҳодиса: машқи амалӣ", "Действия на месте: практикум", "Action at the scene: exercise"),
    ("Ҳамкорӣ бо дигар ниҳодҳо", "Взаимодействие с другими службами", "Co-operation with other services"),
    ("Бозии нақшӣ: парвандаи пурра", "Ролевая игра: дело целиком", "Role play: a whole case"),
    ("Ҷамъбаст ва санҷиши ниҳоӣ", "Итоги и итоговый тест", "Summary and post-test"),
]


def course(
    code: str, town: str, venue: str, district: str, first: str, last: str, days: int, file: str
) -> dict:
    """Return the part of a course that all three have in common."""
    return {
        "code": code,
        "town": town,
        "venue": venue,
        "district": district,
        "first_day": first,
        "last_day": last,
        "per_day": 3,
        "file": file,
        "topics": [dict(zip(("tg", "ru", "en"), topic, strict=True)) for topic in TOPICS[: days * 3]],
    }


def marks(seed: int, people: int, sessions: int, absent_often: list[int]) -> list[dict]:
    """Return the exceptions from "all present": late, excused, absent, as they happen in a room."""
    chance = random.Random(seed)
    found = []
    for number in range(1, people + 1):
        for session in range(1, sessions + 1):
            draw = chance.random()
            if number in absent_often and session <= sessions // 2:
                found.append({"session": session, "number": number, "mark": "absent", "missed": 0})
            elif draw < 0.035:
                found.append(
                    {
                        "session": session,
                        "number": number,
                        "mark": "late",
                        "missed": chance.choice([5, 10, 15, 20, 30]),
                    }
                )
            elif draw < 0.045:
                found.append({"session": session, "number": number, "mark": "excused", "missed": 0})
            elif draw < 0.053:
                found.append({"session": session, "number": number, "mark": "absent", "missed": 0})
    return found


def story() -> dict:
    """Return everything else that happens."""
    garm_course = course("GARM", "Ғарм", "Хонаи фарҳанг", "Рашт", "2018-10-03", "2018-10-05", 3, "garm.xlsx")
    khujand_course = course(
        "KHUJAND", "Хуҷанд", "Маркази омӯзишӣ", "Хуҷанд", "2018-10-08", "2018-10-11", 4, "khujand.xlsx"
    )
    dushanbe_course = course(
        "DUSHANBE", "Душанбе", "толори омӯзишӣ", "Душанбе", "2018-10-15", "2018-10-18", 4, "dushanbe.xlsx"
    )
    garm_course |= {
        "trainer": 0,
        "lead": "saidzoda",
        "teachers": ["lindqvist"],
        "absent": [],
        "cancelled": [],
        "walk_ins": [
            {
                "name": "лейтенант Пулодова Шаҳло Неъматовна",
                "sex": "female",
                "unit": "ШКД н. Рашт",
                "first_day": "2018-10-03",
                "replaces": None,
            }
        ],
        "marks": marks(11, 17, 9, [12]),
        "tests": tests(21, 18, 0),
        "feedback": feedback(31, 17),
        "ratings": {},
    }
    khujand_course |= {
        "trainer": 1,
        "lead": "saidzoda",
        "teachers": ["nazarova"],
        "absent": [4, 10, 18],
        "cancelled": [],
        "walk_ins": [
            {
                "name": "сержант Ҷалолов Фаридун Носирович",
                "sex": "male",
                "unit": "ШКД ш. Бӯстон",
                "first_day": "2018-10-08",
                "replaces": 4,
            },
            {
                "name": "капитан Мирсаидова Гулчеҳра Аъзамовна",
                "sex": "female",
                "unit": "ШКД н. Мастчоҳ",
                "first_day": "2018-10-08",
                "replaces": 10,
            },
            {
                "name": "лейтенанти калон Неъматов Ҳабибулло Ғаффорович",
                "sex": "male",
                "unit": "ШКД ш. Панҷакент",
                "first_day": "2018-10-09",
                "replaces": 18,
            },
        ],
        "marks": marks(12, 22, 12, [15]),
        "tests": tests(22, 25, 1),
        "feedback": feedback(32, 21),
        "ratings": {},
    }
    dushanbe_course |= {
        "trainer": 2,
        "lead": "nazarova",
        "teachers": ["lindqvist"],
        "absent": [25],
        "cancelled": [{"session": 6, "reason": "барқ набуд"}],
        "walk_ins": [
            {
                "name": "сержант Шарифова Тахмина Ҷумъаевна",
                "sex": "female",
                "unit": "ШКД н. Рӯдакӣ",
                "first_day": "2018-10-16",
                "replaces": 25,
            }
        ],
        "marks": marks(13, 24, 12, [12, 22]),
        "tests": tests(23, 26, 0),
        "feedback": feedback(33, 25),
        "ratings": ratings(43, [number for number in range(1, 27) if number != 25]),
    }
    return {
        "office": {
            "code": "DSH",
            "name": {
                "tg": "Дафтари барнома, Душанбе",
                "ru": "Офис программы, Душанбе",
                "en": "Programme office, Dushanbe",
            },
            "user": "М. Саидова",
        },
        "trainers": [
            {"user": "Ф. Саидзода", "device": "K4"},
            {"user": "Ф. Саидзода", "device": "K5"},
            {"user": "Д. Назарова", "device": "K7"},
        ],
        "project": {
            "code": "DV2018",
            "title": {
                "tg": "Вокуниши милитсия ба зӯроварӣ дар оила",
                "ru": "Реагирование милиции на насилие в семье",
                "en": "Police Response to Domestic Violence",
            },
            "donor": "Fund for Safe Homes",
            "partner": {
                "tg": "Вазорати корҳои дохилӣ",
                "ru": "Министерство внутренних дел",
                "en": "Ministry of Internal Affairs",
            },
            "organiser": {
                "tg": "Барномаи омӯзиши кормандони милитсия",
                "ru": "Программа обучения сотрудников милиции",
                "en": "Police Training Programme",
            },
            "head": "М. Саидова",
            "field_of_work": "domestic violence",
            "first_day": "2018-10-03",
            "last_day": "2018-10-18",
        },
        "experts": {
            "nazarova": {
                "family": "Назарова",
                "given": "Дилбар",
                "latin": "Dilbar Nazarova",
                "sex": "female",
                "role": "trainer",
            },
            "saidzoda": {
                "family": "Саидзода",
                "given": "Фарҳод",
                "latin": "Farhod Saidzoda",
                "sex": "male",
                "role": "trainer",
            },
            "lindqvist": {
                "family": "Lindqvist",
                "given": "Johan",
                "latin": "Johan Lindqvist",
                "sex": "male",
                "role": "international_expert",
            },
        },
        "courses": [garm_course, khujand_course, dushanbe_course],
    }


def main() -> None:
    """Write everything."""
    OUT.mkdir(parents=True, exist_ok=True)
    garm()
    khujand()
    dushanbe()
    (OUT / "story.json").write_text(json.dumps(story(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
