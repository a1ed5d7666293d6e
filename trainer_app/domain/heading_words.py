"""The headings that lists carry, by what they mean: in Tajik, Russian and English, also abbreviated."""

from enum import StrEnum


class Column(StrEnum):
    """What a column holds. The last four are recognised and never taken."""

    NUMBER = "number"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    LATIN = "latin"
    RANK = "rank"
    UNIT = "unit"
    DISTRICT = "district"
    SEX = "sex"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_YEAR = "birth_year"
    REMARK = "remark"
    POSITION = "position"
    SIGNATURE = "signature"
    IDENTITY = "identity"
    NOTHING = "nothing"


LEFT_OUT = frozenset((Column.POSITION, Column.SIGNATURE, Column.IDENTITY, Column.NOTHING))
"""Columns whose values are not taken; numbers of identity papers least of all."""

NAME_COLUMNS = frozenset((Column.NAME, Column.FAMILY, Column.GIVEN))

HEADINGS = {
    Column.NUMBER: ("№|№№|n|no|nr|#|р/т|т/р|п/п|№ п/п|рақам|рақами тартибӣ|номер|номер по порядку|number"),
    Column.NAME: (
        "ному насаб|насабу ном|ном ва насаб|насаб ва ном|насаб ном|насаб ном номи падар|"
        "ному насаби падар|ннп|н н п|ному насаби иштирокчӣ|насаб ному номи падар|"
        "ному насаб ва номи падар|иштирокчӣ|иштирокчиён|корманд|фио|ф и о|фамилия имя отчество|"
        "фамилия имя|фамилия и имя|имя и фамилия|имя фамилия|участник|слушатель|сотрудник|"
        "full name|name and surname|surname and name|name surname|first and last name|participant|"
        "participant name|name of participant|officer|номгӯи иштирокчиён|ф и ш"
    ),
    Column.FAMILY: ("насаб|фамилия|surname|last name|family name|family"),
    Column.GIVEN: ("ном|имя|name|first name|given name|given names|номи шахс"),
    Column.PATRONYMIC: (
        "номи падар|исми падар|насаби падар|отчество|patronymic|middle name|fathers name|father name"
    ),
    Column.LATIN: (
        "лотинӣ|латинӣ|бо лотинӣ|бо ҳарфҳои лотинӣ|бо ҳуруфи лотинӣ|ном бо лотинӣ|"
        "ному насаб бо лотинӣ|латиница|латиницей|на латинице|имя латиницей|фио латиницей|"
        "фио на латинице|на английском|фио на английском|фио англ|latin|in latin|name in latin|"
        "latin spelling|latin name|name in english|english name|passport spelling|"
        "name as in passport|as in passport|spelling in passport|english|инглисӣ|бо забони инглисӣ|"
        "англ|английский|in english"
    ),
    Column.RANK: (
        "рутба|рутбаи махсус|рутбаи ҳарбӣ|унвон|унвони махсус|звание|спецзвание|специальное звание|"
        "воинское звание|чин|rank|police rank"
    ),
    Column.UNIT: (
        "ҷойи хизмат|ҷои хизмат|ҷойи кор|ҷои кор|шуъба|шӯъба|раёсат|воҳид|идора|ташкилот|мақомот|"
        "подразделение|место службы|место работы|орган|отдел|отделение|организация|овд|шкд|unit|"
        "department|organisation|organization|workplace|place of work|duty station|name of unit|"
        "division|office"
    ),
    Column.DISTRICT: (
        "ноҳия|шаҳр|шаҳру ноҳия|шаҳр ноҳия|ноҳияи хизмат|минтақа|вилоят|район|город|город район|"
        "район службы|регион|область|district|region|city|town|duty district"
    ),
    Column.SEX: ("ҷинс|ҷинсият|мард зан|зан мард|м з|з м|пол|м ж|ж м|sex|gender|m f|f m"),
    Column.PHONE: (
        "телефон|тел|рақами телефон|телефони мобилӣ|номер телефона|мобильный|мобильный телефон|"
        "контакт|контакты|контактный телефон|phone|mobile|phone number|telephone|contact"
    ),
    Column.EMAIL: ("почта|электронная почта|эл почта|почтаи электронӣ|суроғаи электронӣ|email|e mail|mail"),
    Column.BIRTH_YEAR: (
        "соли таваллуд|санаи таваллуд|рӯзи таваллуд|таваллуд|год рождения|дата рождения|г р|"
        "year of birth|date of birth|birth year|birth date|dob"
    ),
    Column.REMARK: ("эзоҳ|эзоҳот|примечание|примечания|remark|remarks|note|notes|comment"),
    Column.POSITION: (
        "вазифа|вазифаи ишғолнамуда|мансаб|должность|занимаемая должность|position|job title|post|function"
    ),
    Column.SIGNATURE: ("имзо|подпись|роспись|signature"),
    Column.IDENTITY: (
        "шиноснома|рақами шиноснома|рмса|рма|рақами мушаххас|паспорт|номер паспорта|серия паспорта|"
        "инн|снилс|удостоверение|номер удостоверения|passport|passport number|passport no|id|"
        "id number|tax number"
    ),
}
"""Headings in small letters, without punctuation, parted by bars."""
