"""Words of the lists that participants sign before and after certificates are printed."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.texts import Texts

LIST_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "list.page": Texts("Саҳифа", "Страница", "Page"),
        "list.code": Texts("Рамзи курс", "Код курса", "Course code"),
        "list.days": Texts("Сана", "Даты", "Dates"),
        "list.venue": Texts("Ҷой", "Место проведения", "Venue"),
        "list.rank": Texts("Рутба", "Звание", "Rank"),
        "list.signature": Texts("Имзо", "Подпись", "Signature"),
        "list.trainer": Texts("Тренер", "Тренер", "Trainer"),
        "list.date": Texts("Сана", "Дата", "Date"),
        "proof.title": Texts("Варақаи санҷиши номҳо", "Лист сверки имён", "Name proof list"),
        "proof.name": Texts(
            "Ном, чунон ки чоп мешавад", "Имя, как оно будет напечатано", "Name as it will be printed"
        ),
        "proof.latin": Texts("Бо ҳуруфи лотинӣ", "Латинскими буквами", "In Latin letters"),
        "proof.correction": Texts(
            "Ислоҳ (бо ҳарфҳои чопӣ)", "Исправление (печатными буквами)", "Correction (in block letters)"
        ),
        "proof.how": Texts(
            "Номи худро ҳарф ба ҳарф хонед. Агар дуруст бошад, имзо гузоред. Агар не, дурусташро дар сутуни "
            "«Ислоҳ» нависед ва имзо гузоред. Имлои лотинӣ бояд чун дар шиноснома бошад.",
            "Прочтите своё имя по буквам. Если всё верно, распишитесь. Если нет, напишите верно в графе "
            "«Исправление» и распишитесь. Латинское написание должно быть как в паспорте.",
            "Read your name letter by letter. If it is right, sign. If not, write it correctly under "
            "“Correction” and sign. The Latin spelling must be the one of the passport.",
        ),
        "receipt.title": Texts(
            "Варақаи супурдани шаҳодатномаҳо", "Ведомость выдачи сертификатов", "Certificate receipt list"
        ),
        "receipt.name": Texts("Ному насаб", "Фамилия, имя, отчество", "Name"),
        "receipt.serial": Texts("Рақами шаҳодатнома", "Номер сертификата", "Certificate number"),
        "receipt.day": Texts("Санаи гирифтан", "Дата получения", "Received on"),
        "receipt.how": Texts(
            "Бо имзои худ тасдиқ мекунам, ки шаҳодатномаи дар ин сатр номбаршударо гирифтам.",
            "Подписью подтверждаю получение сертификата, указанного в строке.",
            "By my signature I confirm that I received the certificate named in the line.",
        ),
        "receipt.count": Texts(
            "Супурда шуд: _____ аз {count}", "Выдано: _____ из {count}", "Handed out: _____ of {count}"
        ),
        "kind.completion": Texts("оид ба хатми курс", "об окончании курса", "of completion"),
        "kind.attendance": Texts("оид ба иштирок", "об участии", "of attendance"),
        "back.title": Texts("Барномаи курс", "Программа курса", "Course programme"),
        "back.day": Texts("Сана", "Дата", "Date"),
        "back.topic": Texts("Мавзӯъ", "Тема", "Topic"),
        "back.hours": Texts("Соат", "Часы", "Hours"),
        "back.total": Texts("Ҳамагӣ", "Всего", "Total"),
        "back.belongs": Texts(
            "Замимаи шаҳодатномаи {serial}",
            "Приложение к сертификату {serial}",
            "Annex to certificate {serial}",
        ),
    }
)
